"""Numbers in a row that name what they measure once: "31, 23 and 12 percent", "yüzde 31, 23 ve 12"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from curator.extraction.amount_values import scale_between, value_of
from curator.extraction.amounts.grammar import Measured
from curator.extraction.amounts.starts import started
from curator.extraction.qualifiers import ends_sentence
from curator.extraction.readings import Reading

_COMMAS = frozenset({",", "、", "，"})
_PERCENT = frozenset("P")
_BEHIND = frozenset("PCKUQTXc")
"""Letters of measures behind a row: all but signs, which stand before their number."""
_MEASURES = frozenset("PpCKUQTXcYyBZhSsgv")
_ALIKE = 20
"""A number below so many times the one with the scale shares it, as in a range."""
_FEWEST = 3
"""Numbers in a row without a word for "and"."""
_MOST = 100
_FAR, _LONGEST_WORD = 8, 4
_REACH = _FAR + 2
_SMALLEST_YEAR = 1000


def listed(reading: Reading, found: Iterable[Measured]) -> Iterator[Measured]:
    """The measured numbers with those that stand before or behind them in a row, in order."""
    done = 0
    for each in found:
        if each.value is None:
            yield each
        elif each.letter == "p" and each.last + 1 < len(reading.amounts):
            yield each
            yield from _behind(reading, each)
        else:
            if each.letter in _BEHIND:
                yield from started(reading, each, done)
            if each.letter in _BEHIND and "N" in reading.amounts[max(done, each.first - _REACH) : each.first]:
                yield from _before(reading, each, done)
            yield each
        done = each.last + 1


def _before(reading: Reading, each: Measured, done: int) -> Iterator[Measured]:
    """The numbers of a row that ends in a measured one."""
    word = _leading_word(reading, each.first)
    shared = each.measure > each.last
    scale = scale_between(reading, each.first, each.measure) or Decimal(1)
    size = (each.value or Decimal(0)) / scale
    items: list[int] = []
    at, linked = each.first, shared
    while (link := _link_before(reading, at, word) or _told_before(reading, at, word, each)) is not None:
        number, is_and = link
        if number < done or (is_and and linked) or not _is_plain(reading, number, each.letter, size):
            break
        if word and not _follows(reading, number, word):
            break
        linked = linked or is_and
        items.insert(0, number)
        at = number
    commas = any(reading.written(item + 1) in _COMMAS for item in items)
    if not items or not (commas or word) or (not linked and len(items) + 1 < _FEWEST):
        return
    if _opens_otherwise(reading, items[0]):
        return
    for item in items:
        value = value_of(reading, item, item + 1)
        if value is not None:
            factor = scale if value < _ALIKE * size else Decimal(1)
            yield replace(each, first=item, last=item, value=value * factor, spelled=False)


def _leading_word(reading: Reading, first: int) -> str:
    """The word before a number, which each number of a row may have: "al 31, al 23 e al 12"."""
    if first == 0:
        return ""
    word = reading.written(first - 1)
    links = reading.amounts[first - 1] in "&nN" or reading.term(first - 1, "list_and") is not None
    return word if word.isalpha() and not links else ""


def _follows(reading: Reading, item: int, word: str) -> bool:
    """Whether a number has the word before it that the last of its row has."""
    return item > 0 and reading.written(item - 1).casefold() == word.casefold()


def _link_before(reading: Reading, at: int, word: str) -> tuple[int, bool] | None:
    """The number before a comma or "and", and whether it is "and"; None if none is there."""
    step = at - 1
    if word:
        if step < 0 or reading.written(step) != word:
            return None
        step -= 1
    if step < 1:
        return None
    is_and = reading.amounts[step] == "&" or reading.term(step, "list_and") is not None
    if is_and and reading.written(step - 1) in _COMMAS:
        step -= 1
    elif not is_and and reading.written(step) not in _COMMAS:
        return None
    return step - 1, is_and


def _told_before(reading: Reading, at: int, word: str, each: Measured) -> tuple[int, bool] | None:
    """The number behind the same small word before: "bei 30, die AfD bei 21 und die SPD bei 16 Prozent"."""
    if each.letter not in _PERCENT or not 1 < len(word) <= _LONGEST_WORD or not word.islower():
        return None
    is_and = False
    for item in range(at - 2, max(1, at - 2 - _FAR), -1):
        if ends_sentence(reading, item) or reading.amounts[item] in _MEASURES:
            return None
        if reading.amounts[item] == "N":
            told = reading.written(item - 1) == word
            linked = reading.amounts[item + 1] == "&" or reading.written(item + 1) in _COMMAS
            return (item, is_and) if told and linked else None
        is_and = is_and or reading.amounts[item] == "&"
    return None


def _is_plain(reading: Reading, item: int, letter: str, size: Decimal) -> bool:
    """Whether an item is digits that may be of the row: no year, no day of a month."""
    if item < 0 or reading.amounts[item] != "N" or reading.nodes[item] is not None:
        return False
    if reading.dates[item] == "Y" and size < _SMALLEST_YEAR:
        return False
    value = value_of(reading, item, item + 1)
    return value is not None and (letter not in _PERCENT or value <= _SMALLEST_YEAR)


def _opens_otherwise(reading: Reading, first: int) -> bool:
    """Whether the first number of a row belongs to a date, a sign or another number before it."""
    if first == 0:
        return False
    return reading.dates[first - 1] in "MmY/" or reading.amounts[first - 1] in "KyYNk/-"


def _behind(reading: Reading, each: Measured) -> Iterator[Measured]:
    """The numbers behind one with a word for percent before it, up to one after "and"."""
    amounts = reading.amounts
    items: list[int] = []
    at = each.last + 1
    while at + 1 < len(amounts) and amounts[at + 1] == "N" and reading.nodes[at + 1] is None:
        last = amounts[at] == "&"
        if not last and reading.written(at) not in _COMMAS:
            return
        value = value_of(reading, at + 1, at + 2)
        if value is None or value > _MOST:
            return
        items.append(at + 1)
        at += 2
        if last:
            break
    else:
        return
    if len(items) + 1 < _FEWEST or (at < len(amounts) and amounts[at] in _MEASURES):
        return
    for item in items:
        yield replace(each, first=item, last=item, value=value_of(reading, item, item + 1))
