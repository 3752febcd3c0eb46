"""Labels: what the journal calls the steps of a review."""

from __future__ import annotations

from collections.abc import Sequence

from curator.domain.facts import Decision

VERBS = {
    Decision.PROPOSED: "Reopen",
    Decision.ACCEPTED: "Accept",
    Decision.REJECTED: "Reject",
    Decision.EDITED: "Edit",
    Decision.SKIPPED: "Skip",
}
"""What an editor does by each decision."""


def counted(verb: str, noun: str, things: Sequence[object]) -> str:
    """The verb with its noun, and with their number where there are several."""
    return f"{verb} {noun}" if len(things) == 1 else f"{verb} {len(things)} {noun}s"
