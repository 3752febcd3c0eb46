"""What a lane of the timeline can be: a company, a kind, a source."""

from __future__ import annotations

from collections.abc import Iterable

from curator.domain.timelines import Mark

MODES = ("company", "kind", "source")
PUBLISHED = "published"
"""The key of the lane of publications, where lanes are kinds."""


def keys(mark: Mark, mode: str) -> Iterable[str]:
    """The keys of the lanes a mark stands in; "" is the lane of those that have none."""
    if mode == "kind":
        return (PUBLISHED if mark.fact_id is None else mark.kind.value,)
    if mode == "source":
        return (mark.source,)
    return dict.fromkeys(mark.companies) if mark.companies else ("",)
