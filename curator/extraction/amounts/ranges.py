"""Two numbers of one amount: a range, two amounts that share scale and currency, or two other things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from curator.extraction.amount_values import scale_between, scale_of, value_of
from curator.extraction.amounts.grammar import Measured
from curator.extraction.qualifiers import is_between
from curator.extraction.readings import Reading

_MEASURES = (
    "code",
    "symbol",
    "currency",
    "subunit",
    "percent",
    "percent_before",
    "point",
    "basis_point",
    "count",
    "unit",
)
_FIRST_YEAR = 1000
_NEAR_MOVE, _FAR_MOVE = 4, 9
_FAR = 100
_THOUSAND, _THOUSAND_MILLION = 1000, 10**9
_NEAR = Decimal(5)
_TO_IN_HEBREW = "ל"
_DASHES = frozenset({"–", "—", "-", "−"})
_ALIKE = 20
"""A first number below so many times the second shares its scale ("from 3,100 to 2,750 million")."""


def is_other_sign(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the second sign is of another currency; after A$ a bare $ is not."""
    first, second = match.start("before"), match.start("before2")
    if reading.written(second) == "$" != reading.written(first) and reading.written(first).endswith("$"):
        return match["after"] is not None  # "US$5 and $12 pesos"
    return not same_measure(reading, first, second)


def is_aside(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the first of two numbers is another matter: the year of "in 2020 and 8.5 %", a "by a third"."""
    if match["measure1"]:
        return False
    first, other = match.start("lone"), match["other"]
    if "f" in match["lone"] and set(match["lone"]) <= set("anf-"):
        opened = _is_said(reading, first - 1, "between") or is_between(reading, match.end())
        if "r" in match["joint2"] or ("&" in match["joint2"] and other[0] == "N" and not opened):
            return True  # "by a third to 4 %", "in the quarter and 2.1 percent over the year"
    is_year = len(match["lone"]) == 1 and reading.dates[first] == "Y"
    if is_year and "r" in match["joint2"] and other == "N" and _is_said(reading, first - 1, "from"):
        return (reading.number(match.start("other")) or 0) < _FIRST_YEAR  # "od 1500 do 3500 km" is none
    return is_year and not (len(other) == 1 and reading.dates[match.start("other")] == "Y")


def joined(
    reading: Reading, match: re.Match[str], low: Measured, second: Decimal, group: str, *, repeats: bool
) -> Iterator[Measured]:
    """A range "10–20 Mrd. €", or two amounts "from 2 bn to 19 bn", "5 and 10 million"."""
    link, name = ("joint2", "lone") if group == "other" else ("joint", "first")
    joint = match.start(link) + match[link].startswith("-r")
    scale = scale_of(reading, match, group)
    first = low.value or Decimal(0)
    own = scale_of(reading, match, name)
    if scale is not None and own is None and first < _ALIKE * second / scale:
        first *= scale
    if own == _THOUSAND and scale == _THOUSAND_MILLION and not repeats and first < second:
        first *= scale / own  # "entre 30 mil y 40 mil millones"
    if own is None and "N" not in match[name] + match[group]:
        first *= _shared_hundreds(low.value or Decimal(0), second / (scale or 1))
    letter = reading.amounts[joint]
    if letter == "&" and own is not None and scale is not None and scale < own and not repeats:
        yield replace(low, value=first + second)  # one million and two hundred thousand
        return
    before = _is_said(reading, low.first - 1, "between") or is_between(reading, match.end())
    told = reading.writes(joint, "tells_moves")
    changed = repeats and letter == "r" and not told and _is_said(reading, low.first - 1, "from")
    changed = changed or reading.term(joint, "change") is not None or _is_by(reading, low.first, joint)
    dashed = reading.written(joint) in _DASHES
    changed = changed or (not dashed and _is_move(reading, low.first, repeats=repeats))
    changed = changed and not before
    is_range = first <= second and not changed and (letter != "&" or before)
    if letter == "-" and not _is_dash(reading, joint):
        is_range = False
    if repeats and _is_spaced_dash(reading, joint) and second >= _FAR * first:
        is_range = False  # "20 Euro – 16 000 Euro"
    if is_range:
        yield low if first == second else replace(low, value=None, low=first, high=second)
        return
    yield replace(low, value=first, last=match.start(link) - 1)
    begin = match.start(group) if not match.groupdict().get("before2") else joint + 1
    yield replace(low, first=begin, value=second)


def _shared_hundreds(first: Decimal, second: Decimal) -> int:
    """What the first of two spelled numbers leaves to the second: 100 in "two to three hundred"."""
    for size in (1000, 100):
        rest = second / first / size if first else Decimal(0)
        if first < size and second % size == 0 and 1 < rest <= _NEAR:
            return size
    return 1


def _is_move(reading: Reading, first: int, *, repeats: bool) -> bool:
    """Whether a verb of change stands before "from … to", or before two measures: two amounts, no range."""
    opened = _is_said(reading, first - 1, "from")
    if not repeats and not opened:
        return False
    reach = _FAR_MOVE if opened else _NEAR_MOVE
    before = range(max(0, first - reach), first)
    return any(
        reading.term(item, "moves") is not None and not _is_second_part(reading, item) for item in before
    )


def _is_by(reading: Reading, first: int, joint: int) -> bool:
    """Whether Hebrew prefixes say by how much and to what: "הוריד ב-0.25% ל-4%"."""
    at = first - 1 - (first > 1 and reading.amounts[first - 1] == "t")
    prefixed = at >= 0 and reading.lexicons[at].language == "he" and reading.written(joint) == _TO_IN_HEBREW
    return prefixed and reading.term(at, "by_share") is not None


def _is_second_part(reading: Reading, item: int) -> bool:
    """Whether a hyphen touches the item: the "up" of "start-up"."""
    return item > 0 and reading.amounts[item - 1] == "-" and reading.tight(item)


def _is_spaced_dash(reading: Reading, joint: int) -> bool:
    """Whether a dash with spaces stands between two amounts."""
    return reading.written(joint) in _DASHES and not reading.tight(joint)


def _is_dash(reading: Reading, joint: int) -> bool:
    """Whether a hyphen joins a range: it stands between two numbers evenly (not "Boeing 747 -5 %")."""
    before = reading.ends[joint - 1] == reading.starts[joint]
    after = reading.ends[joint] == reading.starts[joint + 1]
    return before == after and "\n" not in reading.text[reading.ends[joint - 1] : reading.starts[joint + 1]]


def pair(reading: Reading, match: re.Match[str], number: str, measure: str) -> Iterator[Measured]:
    """Two spelled numbers that share a measure: "between two and three billion euros" is a range."""
    first, last, at = match.start(number), match.end(number), match.start(measure)
    hyphen = "&" not in match[number]
    joint = first + match[number].index("-" if hyphen else "&")
    low, high = value_of(reading, first, joint), value_of(reading, joint + 1, last)
    if low is None or high is None:
        return
    scale = scale_between(reading, joint + 1, last)
    if scale is not None and low < high / scale and scale_between(reading, first, joint) is None:
        low *= scale
    both = Measured(first, at, None, low, high, at, match[measure], spelled=True)
    opened = _is_said(reading, first - 1, "between") or is_between(reading, at + 1)
    if (hyphen or opened) and low < high:
        yield both
        return
    if hyphen:
        return
    yield replace(both, last=joint - 1, value=low, low=None, high=None)
    yield replace(both, first=joint + 1, value=high, low=None, high=None)


def is_year(reading: Reading, match: re.Match[str]) -> bool:
    """Whether what follows the range word is a year ("R$ 2,5 bilhões até 2021")."""
    only = match.end("second") - match.start("second") == 1
    return only and reading.dates[match.start("second")] == "Y" and not match["after"]


def is_another(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the second number counts other things: "€3500 and two bikes", "$5 million to 20 schools"."""
    if match["after"]:
        return False
    if "r" in match["joint"]:
        changes = reading.term(match.start("joint"), "change") is not None
        own, other = (scale_of(reading, match, group) for group in ("first", "second"))
        smaller = own is not None and other is None
        letters = reading.written(match.start("joint"))[0].isalpha()
        return letters and (changes or smaller) and not _is_said(reading, match.start("before") - 1, "from")
    if "&" not in match["joint"]:
        return False
    opened = _is_said(reading, match.start("before") - 1, "between") or is_between(reading, match.end())
    return not opened and scale_of(reading, match, "second") is None


def same_measure(reading: Reading, first: int, second: int) -> bool:
    """Whether two measure items mean the same, so that their numbers may be one range."""
    one, other = reading.nodes[first], reading.nodes[second]
    if one is None or other is None:
        return False
    return any(kind in one.terms and other.terms.get(kind) == one.terms[kind] for kind in _MEASURES)


def _is_said(reading: Reading, item: int, kind: str) -> bool:
    """Whether an item, or one of the two before it, is a word of that kind."""
    return any(reading.term(at, kind) is not None for at in range(max(0, item - 1), item + 1))
