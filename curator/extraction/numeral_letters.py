"""The letters of digits by what touches them: "$5", "5k", "%-1,7", 3万5, "78:aa", "250:-"."""

from __future__ import annotations

import re

from curator.extraction.lexicon import Lexicon
from curator.extraction.readings import Reading
from curator.extraction.tokens import UNSPACED, UNSPACED_SIGN, Tokens
from curator.extraction.words import Node

_FULL_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})\Z|\d{4}\.\d{1,2}\.\d{1,2}\Z")
_COMPACT = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\Z")
_DAY_MONTH = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\Z")
_DECIMAL = re.compile(r"\d{1,2}[.,]\d\Z")
"""A number of years or weeks, as in "2,5 года назад"."""
_DIGITS = frozenset("½¼¾⅓⅔⅛⅜⅝⅞")
_BEFORE_NUMERAL = frozenset({"K", "y", "Y", "k"})
_CODES_BEFORE_DIGITS = frozenset("qGfRMUI_")
_SIGN_BEFORE = (["Y"], ["y"], ["K"])
_SPACED_SCALES = frozenset({"B", "M", "K", "MM"})
"""Letters that are a scale with a space before them only after a sign: "$1.3 B"."""
_LONGEST_ENDING = 5
_JOINED_IN_ARABIC = frozenset("وبلكف")
"""Letters that are words of their own and joined to the next: and, in, for, like, so."""
_FREE_BEFORE = re.compile(f"[לבמכהשו]{{1,3}}|[{UNSPACED}]")
"""What stands before a hyphen and a free number: prepositions of Hebrew ("בכ-2"), 最低-20℃."""


def is_numeral(token: str) -> bool:
    """Whether a token is digits, also as ".5" or "½"."""
    return token[0].isdecimal() or token[0] in _DIGITS or token[1:2].isdecimal()


def letters_in_place(reading: Reading, token: str, start: int) -> tuple[str, str]:
    """The letters of a run of digits by what it touches; letters of what stands before may change."""
    amount, date = _numeral_letters(token)
    if start > 0 and reading.ends and reading.ends[-1] == start:
        before = reading.text[start - 1]
        if before in {"-", "‑", "−"}:
            hyphen = len(reading.ends) - 1
            if reading.amounts[hyphen - 1] == "P" and (hyphen < 2 or reading.amounts[hyphen - 2] != "N"):
                reading.amounts[hyphen - 1] = "p"  # "%-1,7"
            elif not _hyphen_joins_number(reading, hyphen):
                amount = date = "x"
        elif (before.isalpha() and not UNSPACED_SIGN.match(before)) or before == "_":
            if reading.amounts[-1] not in _BEFORE_NUMERAL:
                amount = "x"
            if before == "W" and reading.text[reading.starts[-1] : start] == "W" and len(token) == 2:
                reading.dates[-1] = "K"
            elif reading.dates[-1] not in _CODES_BEFORE_DIGITS and not _is_clitic(reading, before):
                date = "x"
        amount = _touching(reading, amount)
    elif reading.amounts[-1:] == ["P"] and reading.amounts[-2:-1] != ["N"]:
        sign = reading.nodes[-1]
        if sign is not None and "percent_before" in sign.terms:
            reading.amounts[-1] = "p"  # "% 7,5" in Turkish
    return amount, date


def _is_clitic(reading: Reading, last: str) -> bool:
    """Whether the item before digits is a small word that Arabic joins to what follows: "و2025"."""
    return last in _JOINED_IN_ARABIC and reading.dates[-1] in "&oir"


def _touching(reading: Reading, amount: str) -> str:
    """The letter of digits that touch the item before them, whose own letter may change: "$5", "%5", 3万5."""
    if reading.amounts[-1] == "y":
        sign = len(reading.amounts) - 1
        inside = reading.tight(sign) and reading.amounts[sign - 1] == "N"
        reading.amounts[-1] = "W" if inside else "Y"
    elif reading.amounts[-1] == "P" and (len(reading.amounts) < 2 or reading.amounts[-2] != "N"):
        reading.amounts[-1] = "p"
    elif reading.amounts[-1] in "Sh" and amount == "N":
        return "D"
    return amount


def _hyphen_joins_number(reading: Reading, hyphen: int) -> bool:
    """Whether the number after a tight hyphen is free: not "GPT-4", but "mid-2025", "5-10" and "US-$5"."""
    if not reading.tight(hyphen):
        return True
    before = reading.nodes[hyphen - 1]
    if before is None:
        sign = reading.text[reading.ends[hyphen - 1] - 1]
        return not sign.isalpha() or _FREE_BEFORE.fullmatch(reading.written(hyphen - 1)) is not None
    return bool(before.terms)


def _numeral_letters(token: str) -> tuple[str, str]:
    """The letters of a run of digits in the two grammars."""
    if len(token) > 30:
        return "x", "x"
    if token.isdecimal():
        size = len(token)
        if size <= 2:
            value = int(token)
            return "N", "D" if 1 <= value <= 31 else "u"
        if size == 4 and 1000 <= int(token) <= 2999:
            return "N", "Y"
        if size == 8 and _COMPACT.match(token):
            return "N", "F"
        return "N", "N"
    if _FULL_DATE.match(token):
        return "x", "F"
    if _DAY_MONTH.match(token):
        return "N", "@"
    return "N", "+" if _DECIMAL.match(token) else "x"


def year_of_era(before: str, token: str) -> Node | None:
    """The year of 令和5: counted from the year before the era's first."""
    return Node({"number": str(int(before) + int(token))}) if token.isdecimal() and len(token) <= 2 else None


def after_digits(
    reading: Reading, place: tuple[int, int], node: Node | None, amount: str, date: str
) -> tuple[str, str]:
    """The letters of an item after a numeral: "5k", "70B", "$1.3 B"; an unknown word in it spoils it."""
    start, end = place
    if reading.ends[-1] != start:
        return _after_space(reading, start, end, amount), date
    letter = reading.text[start]
    if node is not None and "glued_scale" in node.terms and amount not in {"S", "X"}:
        signed = reading.amounts[-2:-1] in _SIGN_BEFORE
        return ("g" if signed or amount != "U" else amount), date  # "$5mm", but 5mm of rain
    if letter.isalpha() and not UNSPACED_SIGN.match(letter) and amount == "x":
        reading.amounts[-1] = "x"
        if date == "x":
            reading.dates[-1] = "x"
    return amount, date


def _after_space(reading: Reading, start: int, end: int, amount: str) -> str:
    """The letter of an item after a numeral and a space: "B" in "$1.3 B" is a scale."""
    if amount != "x" or reading.amounts[-2:-1] not in _SIGN_BEFORE:
        return amount
    following = reading.text[end : end + 1]
    scale = reading.text[start:end] in _SPACED_SCALES and not following.isalnum() and following != "-"
    return "g" if scale else amount


def tail(reading: Reading, line: Tokens, colon: int, lexicon_: Lexicon) -> int:
    """How many tokens from a colon on belong to the digits before it; a price has its mark added."""
    if reading.amounts[-1:] != ["N"] or not _is_tight(line, colon):
        return 0
    after = line.tokens[colon + 1]
    if (
        "colon_endings" in lexicon_.traits
        and after.isalpha()
        and after.islower()
        and len(after) <= _LONGEST_ENDING
    ):
        return 2  # "78:aa hehtaaria", "2027:ssä"
    if "colon_prices" in lexicon_.traits and after == "-" and not _is_free_dash(line, colon + 1):
        _add_price_mark(reading, line, colon)
        return 2  # "250:-"
    return 0


def _is_tight(line: Tokens, colon: int) -> bool:
    """Whether a sign touches the tokens on both sides."""
    if not 0 < colon < len(line.tokens) - 1:
        return False
    return line.ends[colon - 1] == line.starts[colon] and line.ends[colon] == line.starts[colon + 1]


def _is_free_dash(line: Tokens, dash: int) -> bool:
    """Whether something is joined on by a dash."""
    return (
        dash + 1 < len(line.tokens)
        and line.tokens[dash + 1][0].isalnum()
        and line.ends[dash] == line.starts[dash + 1]
    )


def _add_price_mark(reading: Reading, line: Tokens, colon: int) -> None:
    reading.starts.append(line.starts[colon])
    reading.ends.append(line.ends[colon + 1])
    reading.nodes.append(Node({"currency": "SEK"}))
    reading.amounts.append("C")
    reading.dates.append("x")
