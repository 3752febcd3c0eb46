"""Getting marks ready to be drawn: columns, lanes and a first range, in one pure step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from curator.domain.timelines import Mark
from curator.ui.timeline.columns import Columns, columns
from curator.ui.timeline.lanes import Lane, first_range, lanes


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """Marks ready to be drawn in the lanes of a mode; `days` is the range to show at first."""

    columns: Columns
    lanes: list[Lane]
    mode: str
    today: date
    days: tuple[float, float]


def prepared(marks: Sequence[Mark], mode: str, today: date, known: Columns | None = None) -> Prepared:
    """The marks ready to be drawn; `known` are their columns, where another mode made them already."""
    found = columns(marks) if known is None or known.marks is not marks else known
    return Prepared(found, lanes(found, mode), mode, today, first_range(found, today))
