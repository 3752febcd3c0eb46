"""The grammar of amounts: numbers with scales, their ranges, and the word that says what is counted.

Repetitions are bounded, so that a text of nothing but number words takes linear time.
Works on the letters of a reading (`lexicon.AMOUNT_LETTERS`, and "N" for digits, "Y" for a symbol that touches
the digits after it, "g" for a scale that touches the digits before it). Gives measured numbers; money,
percents and quantities make facts of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from curator.extraction.numbers import summed
from curator.extraction.readings import Reading

_DIGITS = r"N(?:&?a?f)?l?(?:[-o]?[hSsXgl]){0,4}(?:[ND][hS]{1,3}){0,4}D?(?:&a?f)?"
_WORDS = r"(?:s|[nh]|a(?=-?[hSsfCUK])|f)(?:(?:-?(?:&-?)?(?:a-?)?|(?<=f)oa?)[nhfSsl]){0,14}"
_NUMBER = rf"(?:{_DIGITS}|{_WORDS})"
_GAP = r"(?:-|,[-r]|oa?|a)?"
_MEASURE = r"[CKyUPQBcTXZ]"
_RANGE = r"(?:[-r]|&)"

AMOUNT = re.compile(
    rf"(?P<before>[YKyp])-?(?P<first>{_NUMBER})"
    rf"(?:(?P<joint>{_RANGE})(?P<before2>[YKy])?-?(?P<second>(?>{_NUMBER}))(?!-?o?[UQBTP]))?(?![-l]?P)(?:-?(?P<after>[CKycT]))?"
    rf"|(?P<lone>{_NUMBER})(?:(?:{_GAP}(?P<measure1>{_MEASURE}))?(?P<joint2>{_RANGE})(?P<other>{_NUMBER}))?"
    rf"{_GAP}(?P<measure>{_MEASURE})(?!-?N(?<=K.)|-?N(?<=K-.))"
    rf"|(?P<far>N[sSg]?)[xo]{{1,6}}(?P<count>T)"
)


@dataclass(frozen=True, slots=True)
class Measured:
    """A number or range with the item that says what it measures.

    `first` and `last` are items (inclusive) of the core words. `value`, or `low` and `high`. `measure` is the
    item of the currency, unit or percent sign; `letter` is its letter. `spelled` says that words made the
    number.
    """

    first: int
    last: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    measure: int
    letter: str
    spelled: bool
    other_measure: int | None = None


def measured(reading: Reading, letters: str) -> Iterator[Measured]:
    """Every measured number of a reading in order."""
    for match in AMOUNT.finditer(letters):
        if match["before"]:
            yield from _with_sign_before(reading, match)
        elif match["far"]:
            yield from _single(reading, match, "far", "count")
        else:
            yield from _with_measure_after(reading, match)


def _with_sign_before(reading: Reading, match: re.Match[str]) -> Iterator[Measured]:
    measure = match.start("before")
    letter = match["before"]
    after = match.start("after") if match["after"] else None
    if after is not None and match["after"] in "cT":
        after = None
    last = match.end() - 1 if after is not None else _last_of_number(match, "second", "first")
    first = _value(reading, match, "first")
    if first is None:
        return
    low = Measured(
        measure, last, first, None, None, measure, letter, _spelled(match, "first"), other_measure=after
    )
    if not match["joint"]:
        yield low
        return
    second = _value(reading, match, "second")
    if second is not None and not match["before2"] and _is_year(reading, match):
        second = None
    if second is None:
        yield replace(low, last=match.end("first") - 1)
        return
    yield from _joined(reading, match, low, second, "second", repeats=bool(match["before2"]))


def _with_measure_after(reading: Reading, match: re.Match[str]) -> Iterator[Measured]:
    if not match["joint2"]:
        yield from _single(reading, match, "lone", "measure")
        return
    first, second = _value(reading, match, "lone"), _value(reading, match, "other")
    measure = match.start("measure")
    if second is None:
        return
    if first is None:
        yield Measured(
            match.start("other"),
            measure,
            second,
            None,
            None,
            measure,
            match["measure"],
            _spelled(match, "other"),
        )
        return
    low = Measured(
        match.start("lone"),
        match.end() - 1,
        first,
        None,
        None,
        measure,
        match["measure"],
        _spelled(match, "lone"),
    )
    if match["measure1"] and not _same_measure(reading, match.start("measure1"), measure):
        at = match.start("measure1")
        yield replace(low, last=at, measure=at, letter=match["measure1"])
        yield replace(low, first=match.start("other"), value=second)
        return
    yield from _joined(reading, match, low, second, "other", repeats=bool(match["measure1"]))


def _joined(
    reading: Reading, match: re.Match[str], low: Measured, second: Decimal, group: str, *, repeats: bool
) -> Iterator[Measured]:
    """A range "10–20 Mrd. €", or two amounts "from 2 bn to 19 bn", "5 and 10 million"."""
    joint = match.start("joint2" if group == "other" else "joint")
    scale = _scale_of(reading, match, group)
    first = low.value or Decimal(0)
    name = "lone" if group == "other" else "first"
    if scale is not None and first < second / scale and _scale_of(reading, match, name) is None:
        first *= scale
    letter = match["joint2" if group == "other" else "joint"]
    before = _is_said(reading, low.first - 1, "between")
    changed = repeats and letter == "r" and not before and _is_said(reading, low.first - 1, "from")
    changed = changed or reading.term(joint, "change") is not None
    is_range = first <= second and not changed and (letter != "&" or before)
    if letter == "-" and not _is_dash(reading, joint):
        is_range = False
    if is_range:
        yield replace(low, value=None, low=first, high=second)
        return
    yield replace(low, value=first, last=joint - 1)
    yield replace(low, first=joint + 1, value=second)


def _is_dash(reading: Reading, joint: int) -> bool:
    """Whether a hyphen joins a range: it stands between two numbers evenly (not "Boeing 747 -5 %")."""
    before = reading.ends[joint - 1] == reading.starts[joint]
    after = reading.ends[joint] == reading.starts[joint + 1]
    return before == after


def _single(reading: Reading, match: re.Match[str], number: str, measure: str) -> Iterator[Measured]:
    value = _value(reading, match, number)
    if value is None or _is_vague(reading, match.start(number)):
        return
    at = match.start(measure)
    yield Measured(
        match.start(number), match.end() - 1, value, None, None, at, match[measure], _spelled(match, number)
    )


def _value(reading: Reading, match: re.Match[str], group: str) -> Decimal | None:
    parts: list[tuple[str, Decimal]] = []
    for item in range(match.start(group), match.end(group)):
        letter = reading.amounts[item]
        if letter in "NDnhSsXgfa":
            value = reading.number(item)
            if value is None:
                return None
            parts.append((letter, value))
        elif letter == "&":
            parts.append((letter, Decimal(0)))
    return summed(parts)


def _scale_of(reading: Reading, match: re.Match[str], group: str) -> Decimal | None:
    """The scale that ends a number, None if it has none."""
    product: Decimal | None = None
    for item in range(match.end(group) - 1, match.start(group) - 1, -1):
        if reading.amounts[item] not in "SsXg":
            break
        value = reading.number(item)
        product = value if product is None or value is None else product * value
    return product


def _is_vague(reading: Reading, first: int) -> bool:
    """Whether a number word only tells the order of magnitude: "several hundred million", 数百亿."""
    if first == 0 or reading.amounts[first] == "N":
        return False
    return reading.term(first - 1, "vague") is not None


def _is_year(reading: Reading, match: re.Match[str]) -> bool:
    """Whether what follows the range word is a year ("R$ 2,5 bilhões até 2021")."""
    only = match.end("second") - match.start("second") == 1
    return only and reading.dates[match.start("second")] == "Y" and not match["after"]


def _spelled(match: re.Match[str], group: str) -> bool:
    return "N" not in match[group]


def _last_of_number(match: re.Match[str], *groups: str) -> int:
    return next(match.end(group) for group in groups if match[group]) - 1


def _same_measure(reading: Reading, first: int, second: int) -> bool:
    """Whether two measure items mean the same, so that their numbers may be one range."""
    one, other = reading.nodes[first], reading.nodes[second]
    if one is None or other is None:
        return False
    return any(other.terms.get(kind) == value for kind, value in one.terms.items())


def _is_said(reading: Reading, item: int, kind: str) -> bool:
    """Whether an item, or one of the two before it, is a word of that kind."""
    return any(reading.term(at, kind) is not None for at in range(max(0, item - 1), item + 1))
