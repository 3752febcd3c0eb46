"""Likenesses: which fact and which repair of the old reading each of the new one is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Row

from curator.domain.facts import Decision
from curator.domain.repairs import Repair, to_original
from curator.store import facts

_VALUE = ("kind", "value", "low", "high", "unit", "name")
_WORDS = (*_VALUE, "quote")


def of_facts(
    old: Sequence[dict[str, Any]],
    own: Sequence[Repair],
    new: Sequence[dict[str, Any]],
    made: Sequence[Repair],
) -> dict[int, dict[str, Any]]:
    """The old fact that each new one is, by its place in `new`: the surest likeness goes first.

    Facts are rows of the table; `own` are the repairs of the text in which the old ones stand, `made` those
    of the new one.
    """
    left = [_Placed(each, _original_place(each, own)) for each in old]
    found: dict[int, dict[str, Any]] = {}
    for likeness in (_is_alike_in_context, _is_alike, _is_alike_in_place):
        for number, row in enumerate(new):
            if number in found:
                continue
            placed = _Placed(row, _original_place(row, made))
            same = next((each for each in left if likeness(each, placed)), None)
            if same is not None:
                left.remove(same)
                found[number] = same.row
    return found


def of_repairs(old: Sequence[Row[Any]], new: Sequence[Mapping[str, Any]]) -> dict[int, Row[Any]]:
    """The old repair that each new one is, by its number in `new`.

    It is of the same words in the same place, else the first, second … of the same words.
    """
    by_place = {(row.field, row.before, row.original_start): row for row in old}
    found: dict[int, Row[Any]] = {}
    for place, row in enumerate(new):
        known = by_place.pop((row["field"], row["before"], row["original_start"]), None)
        if known is not None:
            found[place] = known
    taken = {row.id for row in found.values()}
    times: Counter[tuple[str, str]] = Counter()
    by_time: dict[tuple[str, str, int], Row[Any]] = {}
    for row in old:
        times[row.field, row.before] += 1
        by_time[row.field, row.before, times[row.field, row.before]] = row
    times.clear()
    for place, row in enumerate(new):
        times[row["field"], row["before"]] += 1
        known = by_time.get((row["field"], row["before"], times[row["field"], row["before"]]))
        if place not in found and known is not None and known.id not in taken:
            found[place] = known
    return found


class _Placed(NamedTuple):
    """The row of a fact, and where its words start in the original text."""

    row: dict[str, Any]
    place: int


def _original_place(row: Mapping[str, Any], made: Sequence[Repair]) -> int:
    """Where the words of a fact start in the original text, NOWHERE if they stand nowhere."""
    return to_original(row["start"], made) if row["start"] >= 0 else facts.NOWHERE


def _is_alike_in_context(old: _Placed, new: _Placed) -> bool:
    around = ("prefix", "suffix")
    beside = old.place == new.place or all(old.row[name] == new.row[name] for name in around)
    return beside and _is_alike(old, new)


def _is_alike(old: _Placed, new: _Placed) -> bool:
    names = ("kind", "quote") if old.row["decision"] == Decision.EDITED else _WORDS
    return all(old.row[name] == new.row[name] for name in names)


def _is_alike_in_place(old: _Placed, new: _Placed) -> bool:
    """Whether the same words of the file state the same; they may be repaired otherwise now."""
    names = ("kind",) if old.row["decision"] == Decision.EDITED else _VALUE
    in_place = old.place == new.place != facts.NOWHERE
    return in_place and all(old.row[name] == new.row[name] for name in names)
