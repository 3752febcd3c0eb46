"""Urgencies: IPTC's scale from 1, the most urgent, to 9, as the importance of an article."""

from __future__ import annotations

_IMPORTANCES = {1: 5, 2: 4, 3: 4, 4: 3, 5: 3, 6: 2, 7: 2, 8: 1, 9: 1}
"""The urgencies that we write (`writers.ninjs_items.URGENCIES`) lead back to the importance they are of."""


def importance_of(urgency: object) -> int | None:
    """The importance from 1 to 5 of an urgency written as a number or in digits; None for what is none."""
    try:
        return _IMPORTANCES.get(int(str(urgency)))
    except ValueError:
        return None
