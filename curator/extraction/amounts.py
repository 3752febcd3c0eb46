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

from curator.extraction.amount_values import scale_between, scale_of, value_in, value_of
from curator.extraction.readings import Reading

_DIGITS = (
    r"N(?:(?:-?N)?/N(?![/N]))?(?:&?a?f)?l?(?:[-o]?(?:[hSsgl]|X(?!&))){0,4}"
    r"(?:(?<=[hSsX])[ND][hSs]{1,3}){0,4}(?:D|(?<=[hSsX])N)?(?:&a?f)?"
)
_WORDS = (
    r"(?:s|[nh](?:[nh]{0,3}in{1,4})?|a(?=-?[hSsfCUK])|f)"
    r"(?:(?:-?(?:&-?)?(?:a-?)?|(?<=f)oa?|(?<=[Ss]),(?=n{1,2}[hSs]))[nhfSsl]){0,14}"
)
_NUMBER = rf"(?:{_DIGITS}|{_WORDS})"
_AFTER_SIGN = _NUMBER.replace("X(?!&)", "X")
"""A number after the sign of a currency, where "m" is no metre: "$5m and €10m"."""
_GAP = r"(?:-|,[-r]|oa?|a)?"
_MEASURE = r"[CKyUPQBcTXZ]"
_RANGE = r"(?:[-r]|&)(?:[at]|n(?=N))?"

_COLON_PRICES = frozenset({"sv"})
_CENT_DIGITS = 2
_MEASURES = ("code", "symbol", "currency", "subunit", "percent", "point", "basis_point", "count", "unit")
_WITH_MOVES = frozenset("en de fr es it pt nl sv nb da fi ro".split())
"""Languages whose verbs of change are known: without one, "from $5 to $10" is a range."""
_FIRST_YEAR = 1000
_NEAR_MOVE, _FAR_MOVE = 4, 9
_ALIKE = 20
"""A first number below so many times the second shares its scale ("from 3,100 to 2,750 million")."""

_WORD_RANGE = re.compile(r"[nh]{1,3}-[nh]{1,3}[sSl]*\Z")
"""Two number words with a hyphen between: "два-три миллиона"."""

AMOUNT = re.compile(
    rf"(?P<before>[YKyp])-?(?P<first>{_AFTER_SIGN})"
    rf"(?:(?P<joint>{_RANGE})(?P<before2>[YKy])?-?(?P<second>(?>{_NUMBER}))(?!-?[UQBTPc]))?(?![-l]?P)(?:-?(?P<after>[CKycT]))?"
    rf"|(?P<lone>{_NUMBER})(?:(?:{_GAP}(?P<measure1>{_MEASURE}))?(?P<joint2>{_RANGE})(?P<other>{_NUMBER}))?"
    rf"{_GAP}(?P<measure>{_MEASURE})(?!-?N(?<=K.)|-?N(?<=K-.))(?P<half>&a?f(?!-?[oa]{{0,2}}[hSsXgCKU]))?"
    rf"|(?P<far>N[sSg]?)[xot]{{1,6}}(?P<count>T)"
    rf"|(?P<share>(?:[Nnh]{{1,4}}v[Nnh]{{1,3}}|N/N(?![/N])|[nN]?-?f))(?!-?[oa]{{0,2}}[SsXghf])"
)


@dataclass(frozen=True, slots=True)
class Measured:
    """A number or range with the item that says what it measures.

    `first` and `last` are items (inclusive) of the core words. `value`, or `low` and `high`. `measure` is the
    item of the currency, unit or percent sign; `letter` is its letter. `spelled` says that words made the
    number. What may be a share ("two thirds") has the letter "f", no value and no measure.
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
        if _is_clock(reading, match.start()):
            yield from _price_with_colon(reading, match)
            continue
        if match["before"]:
            yield from _with_sign_before(reading, match)
        elif match["far"]:
            yield from _single(reading, match, "far", "count")
        elif match["share"]:
            yield Measured(match.start("share"), match.end() - 1, None, None, None, -1, "f", spelled=True)
        else:
            yield from _with_measure_after(reading, match)


def _is_clock(reading: Reading, item: int) -> bool:
    """Whether a colon after a digit touches the item, as in a time of day or a score."""
    start = reading.starts[item]
    before = reading.text[max(0, start - 2) : start]
    return len(before) == 2 and before[1] == ":" and before[0].isdecimal()


def _price_with_colon(reading: Reading, match: re.Match[str]) -> Iterator[Measured]:
    """20:14 kronor, as Swedish writes twenty kronor and fourteen öre."""
    first = match.start() - 2
    lone = match["lone"] == "N" and not match["joint2"] and match["measure"] in {"C", "y"}
    if not lone or first < 0 or reading.lexicons[first].language not in _COLON_PRICES:
        return
    whole, cents = reading.written(first), reading.written(match.start())
    if whole.isdecimal() and cents.isdecimal() and len(cents) == _CENT_DIGITS:
        at = match.start("measure")
        yield Measured(
            first, at, Decimal(f"{int(whole)}.{cents}"), None, None, at, match["measure"], spelled=False
        )


def _with_sign_before(reading: Reading, match: re.Match[str]) -> Iterator[Measured]:
    measure = match.start("before")
    letter = match["before"]
    after = match.start("after") if match["after"] else None
    if after is not None and match["after"] in "cT":
        after = None
    last = match.end() - 1 if after is not None else _last_of_number(match, "second", "first")
    first = value_in(reading, match, "first")
    if first is None:
        return
    low = Measured(
        measure, last, first, None, None, measure, letter, _spelled(match, "first"), other_measure=after
    )
    if not match["joint"]:
        yield low
        return
    second = value_in(reading, match, "second")
    if second is not None and match["before2"] and _is_other_sign(reading, match):
        sign = match.start("before2")
        yield replace(low, last=match.end("first") - 1, other_measure=None)
        yield replace(low, first=sign, value=second, measure=sign, letter=match["before2"])
        return
    if (
        second is not None
        and not match["before2"]
        and (_is_year(reading, match) or _is_another(reading, match))
    ):
        second = None
    if second is None:
        yield replace(low, last=match.end("first") - 1)
        return
    yield from _joined(reading, match, low, second, "second", repeats=bool(match["before2"]))


def _is_other_sign(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the second sign is of another currency; after A$ a bare $ is not."""
    first, second = match.start("before"), match.start("before2")
    if reading.written(second) == "$" != reading.written(first) and reading.written(first).endswith("$"):
        return match["after"] is not None  # "US$5 and $12 pesos"
    return not _same_measure(reading, first, second)


def _with_measure_after(reading: Reading, match: re.Match[str]) -> Iterator[Measured]:
    if not match["joint2"]:
        yield from _single(reading, match, "lone", "measure")
        return
    first, second = value_in(reading, match, "lone"), value_in(reading, match, "other")
    measure = match.start("measure")
    if second is None:
        return
    if first is None or _is_aside(reading, match):
        if match["lone"][-1] == "f" and not match["measure1"]:
            share = match.end("lone") - 1
            yield Measured(share, share, None, None, None, -1, "f", spelled=True)
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
        measure,
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
        yield _with_half(reading, match, replace(low, first=match.start("other"), value=second))
        return
    yield from _joined(reading, match, low, second, "other", repeats=bool(match["measure1"]))


def _is_aside(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the first of two numbers is another matter: the year of "in 2020 and 8.5 %", a "by a third"."""
    if match["measure1"]:
        return False
    if "f" in match["lone"] and set(match["lone"]) <= set("anf-") and "r" in match["joint2"]:
        return True
    first, other = match.start("lone"), match["other"]
    is_year = len(match["lone"]) == 1 and reading.dates[first] == "Y"
    if is_year and "r" in match["joint2"] and other == "N" and _is_said(reading, first - 1, "from"):
        return (reading.number(match.start("other")) or 0) < _FIRST_YEAR  # "od 1500 do 3500 km" is none
    return is_year and not (len(other) == 1 and reading.dates[match.start("other")] == "Y")


def _joined(
    reading: Reading, match: re.Match[str], low: Measured, second: Decimal, group: str, *, repeats: bool
) -> Iterator[Measured]:
    """A range "10–20 Mrd. €", or two amounts "from 2 bn to 19 bn", "5 and 10 million"."""
    joint = match.start("joint2" if group == "other" else "joint")
    scale = scale_of(reading, match, group)
    first = low.value or Decimal(0)
    name = "lone" if group == "other" else "first"
    own = scale_of(reading, match, name)
    if scale is not None and own is None and first < _ALIKE * second / scale:
        first *= scale
    letter = match["joint2" if group == "other" else "joint"][0]
    if letter == "&" and own is not None and scale is not None and scale < own and not repeats:
        yield replace(low, value=first + second)  # one million and two hundred thousand
        return
    before = _is_said(reading, low.first - 1, "between")
    told = reading.lexicons[joint].language in _WITH_MOVES
    changed = repeats and letter == "r" and not told and _is_said(reading, low.first - 1, "from")
    changed = changed or reading.term(joint, "change") is not None
    changed = changed or _is_move(reading, low.first, repeats=repeats)
    changed = changed and not before
    is_range = first <= second and not changed and (letter != "&" or before)
    if letter == "-" and not _is_dash(reading, joint):
        is_range = False
    if is_range:
        yield low if first == second else replace(low, value=None, low=first, high=second)
        return
    yield replace(low, value=first, last=joint - 1)
    begin = match.start(group) if not match.groupdict().get("before2") else joint + 1
    yield replace(low, first=begin, value=second)


def _is_move(reading: Reading, first: int, *, repeats: bool) -> bool:
    """Whether a verb of change stands before "from … to", or before two measures: two amounts, no range."""
    opened = _is_said(reading, first - 1, "from")
    if not repeats and not opened:
        return False
    reach = _FAR_MOVE if opened else _NEAR_MOVE
    return any(reading.term(item, "moves") is not None for item in range(max(0, first - reach), first))


def _is_dash(reading: Reading, joint: int) -> bool:
    """Whether a hyphen joins a range: it stands between two numbers evenly (not "Boeing 747 -5 %")."""
    before = reading.ends[joint - 1] == reading.starts[joint]
    after = reading.ends[joint] == reading.starts[joint + 1]
    return before == after and "\n" not in reading.text[reading.ends[joint - 1] : reading.starts[joint + 1]]


def _single(reading: Reading, match: re.Match[str], number: str, measure: str) -> Iterator[Measured]:
    value = value_in(reading, match, number)
    if value is None and ("&" in match[number] or _WORD_RANGE.match(match[number])):
        yield from _pair(reading, match, number, measure)
        return
    first = match.start(number)
    if value is None and "," in match[number]:
        first += match[number].rindex(",") + 1  # "for two million, five million dollars more"
        value = value_of(reading, first, match.end(number))
    elif value is None and "N" in match[number][1:]:
        first += match[number].rindex("N")  # "142 billion 168 billion": the last alone has the measure
        value = value_of(reading, first, match.end(number))
    if value is None or _is_vague(reading, first):
        return
    at = match.start(measure)
    found = Measured(first, at, value, None, None, at, match[measure], _spelled(match, number))
    yield _with_half(reading, match, found) if measure == "measure" else found


def _with_half(reading: Reading, match: re.Match[str], found: Measured) -> Measured:
    """Three years and a half: the half after the unit added."""
    if not match["half"] or found.value is None or not _is_half(reading, match.end() - 1):
        return found
    return replace(found, value=found.value + Decimal("0.5"), last=match.end() - 1)


def _pair(reading: Reading, match: re.Match[str], number: str, measure: str) -> Iterator[Measured]:
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
    if (hyphen or _is_said(reading, first - 1, "between")) and low < high:
        yield both
        return
    if hyphen:
        return
    yield replace(both, last=joint - 1, value=low, low=None, high=None)
    yield replace(both, first=joint + 1, value=high, low=None, high=None)


def _is_half(reading: Reading, item: int) -> bool:
    """Whether an item is a half that adds to the number before the unit: not "and half of the rest"."""
    of = item + 1 < len(reading.nodes) and reading.term(item + 1, "share_of") is not None
    return reading.term(item, "fraction") == "1/2" and not of


def _is_vague(reading: Reading, first: int) -> bool:
    """Whether a number word only tells the order of magnitude: "several hundred million", 数百亿."""
    if first == 0 or reading.amounts[first] == "N":
        return False
    return reading.term(first - 1, "vague") is not None


def _is_year(reading: Reading, match: re.Match[str]) -> bool:
    """Whether what follows the range word is a year ("R$ 2,5 bilhões até 2021")."""
    only = match.end("second") - match.start("second") == 1
    return only and reading.dates[match.start("second")] == "Y" and not match["after"]


def _is_another(reading: Reading, match: re.Match[str]) -> bool:
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
    opened = _is_said(reading, match.start("before") - 1, "between")
    return not opened and scale_of(reading, match, "second") is None


def _spelled(match: re.Match[str], group: str) -> bool:
    return "N" not in match[group]


def _last_of_number(match: re.Match[str], *groups: str) -> int:
    return next(match.end(group) for group in groups if match[group]) - 1


def _same_measure(reading: Reading, first: int, second: int) -> bool:
    """Whether two measure items mean the same, so that their numbers may be one range."""
    one, other = reading.nodes[first], reading.nodes[second]
    if one is None or other is None:
        return False
    return any(kind in one.terms and other.terms.get(kind) == one.terms[kind] for kind in _MEASURES)


def _is_said(reading: Reading, item: int, kind: str) -> bool:
    """Whether an item, or one of the two before it, is a word of that kind."""
    return any(reading.term(at, kind) is not None for at in range(max(0, item - 1), item + 1))
