"""What stands about a phrase that may be a date: words that lead to it, signs that touch it."""

from __future__ import annotations

from curator.extraction.qualifiers import is_between
from curator.extraction.readings import Reading

_LONGEST = 150
"""Years of a range, at most."""
_ROUND = 50
"""Two multiples of it are rather an amount: "1500 és 2000 között"."""
_LINE = 200
"""Characters beside a phrase that are looked at."""


def is_line(reading: Reading, first: int, last: int) -> bool:
    """Whether a phrase is all that its line says, as what an editor types into a field."""
    while first > 0 and reading.dates[first - 1] in "oi":
        first -= 1
    text, start, end = reading.text, reading.starts[first], reading.ends[last - 1]
    line_end = text.find("\n", end, end + _LINE)
    before = text[max(text.rfind("\n", max(0, start - _LINE), start) + 1, start - _LINE, 0) : start]
    after = text[end : end + _LINE if line_end < 0 else line_end]
    return not before.strip() and not after.strip(" .")


def touches(reading: Reading, first: int, last: int) -> bool:
    """Whether digits or joining signs touch the phrase, as in "24/7/365-2" or a version number."""
    text, start, end = reading.text, reading.starts[first], reading.ends[last - 1]
    before = text[start - 1] if start else " "
    if before == "-" and reading.lexicons[first].language == "he":
        before = " "  # a preposition with its hyphen
    after = text[end : end + 2]
    if after[:1] == "-" and after[1:].islower():
        return before in "/-:+#_"  # 2014–2020-as, 2021.09.13-án
    return before in "/-.:+#_" and before != "." or (after[:1] in "/-:_" and after[1:].isalnum())


def has_context(reading: Reading, first: int) -> bool:
    """Whether what stands before leads to dates: a preposition, bound or part, a range's first year."""
    if ends_range(reading, first) or opens_range(reading, first):
        return True
    if first == 0:
        return False
    node = reading.nodes[first - 1]
    if node is None:
        return False
    terms = node.terms
    return any(
        kind in terms
        for kind in ("date_filler", "bound", "part", "period_word", "from", "between", "year_noun")
    )


def ends_range(reading: Reading, first: int) -> bool:
    """Whether a year stands before that is known for one: "between 1884 and 1889", "w latach 1884–1889"."""
    opening = first - 2
    if opening < 0 or reading.dates[first] != "Y" or reading.dates[first - 1] not in "-r&":
        return False
    if opening and reading.dates[opening] == ".":
        opening -= 1
    begin, end = reading.integer(opening), reading.integer(first)
    if reading.dates[opening] != "Y" or begin is None or end is None:
        return False
    return begin < end <= begin + _LONGEST and has_context(reading, opening)


def opens_range(reading: Reading, first: int) -> bool:
    """Whether a word behind says that two years bound a range: "1884 és 1889 között"."""
    dates = reading.dates
    joint = first + 1 + (dates[first + 1 : first + 2] == ["."])
    last = joint + 1
    if last >= len(dates) or dates[first] != "Y" or dates[last] != "Y" or dates[joint] not in "-r&":
        return False
    begin, end = reading.integer(first), reading.integer(last)
    if begin is None or end is None:
        return False
    round_ones = begin % _ROUND == 0 and end % _ROUND == 0
    return not round_ones and begin < end <= begin + _LONGEST and is_between(reading, last + 1)


def is_number_of(reading: Reading, first: int) -> bool:
    """Whether a word for a law stands before what would be a date ("Ley 3/2018")."""
    return any(reading.term(item, "law") is not None for item in range(max(0, first - 3), first))
