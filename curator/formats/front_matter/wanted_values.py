"""Wanted values: what front matter is to say once it is patched, and whether it says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from curator.domain.articles import LISTS, Fields
from curator.domain.changes import Value
from curator.formats import dates


class FactList(NamedTuple):
    """Facts to be written: the front-matter key, and the items as `fact_lists` has them."""

    key: str
    items: Sequence[Mapping[str, Value]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a front matter is to say: of the fields of these names what is said `after`, and the facts."""

    names: Sequence[str]
    before: Fields
    after: Fields
    facts: FactList | None

    def value(self, name: str, was: Value) -> object:
        """What a field is to read as: kept items of a list as they stand in the file, damaged or not."""
        value, before = getattr(self.after, name), getattr(self.before, name)
        if name not in LISTS or len(was) != len(before):
            return value
        as_it_stands = dict(zip(before, was, strict=True))
        return tuple(as_it_stands.get(item, item) for item in value)

    def has_facts(self, values: Mapping[str, Any]) -> bool:
        """Whether the facts that are to be there are in the values of a front matter."""
        return self.facts is None or (values.get(self.facts.key) or []) == list(self.facts.items)


def agrees(now: object, wanted: object) -> bool:
    """Whether a field reads as it should: a moment in any spelling, and nothing as nothing."""
    if isinstance(now, str) and isinstance(wanted, str):
        return now == wanted or (len(now) > 10 and len(wanted) >= 4 and dates.same_time(now, wanted))
    return now == wanted or (not now and not wanted)
