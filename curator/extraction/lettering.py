"""Letters: what each token of a line is in the grammars of amounts and of dates.

Most tokens have the same letters wherever they stand; those that open phrases, and digits with what touches
them, are looked at one by one.
"""

from __future__ import annotations

import re
from functools import cache

from curator.extraction.lexicon import Lexicon, lexicon
from curator.extraction.readings import Reading
from curator.extraction.tokens import UNSPACED, Tokens
from curator.extraction.words import Node, Words

_FULL_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}\Z|\d{4}\.\d{1,2}\.\d{1,2}\Z")
_COMPACT = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\Z")
_DAY_MONTH = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\Z")
_DECIMAL = re.compile(r"\d{1,2}[.,]\d\Z")
"""A number of years or weeks, as in "2,5 года назад"."""
_UNSPACED = re.compile(f"[{UNSPACED}]")
_SIGNS = {**{sign: sign for sign in ".,-/:()'"}, "\u2011": "-", "’": "'"}
_BEFORE_NUMERAL = frozenset({"K", "y", "Y", "k"})
_CODES_BEFORE_DIGITS = frozenset("qGfRMUI")
_PLURAL_S = frozenset({"s", "S"})
_BREAK = "|"
_LENGTHS, _POWERS = frozenset({"m", "km", "cm"}), frozenset({"2", "3"})
_SIGN_BEFORE = (["Y"], ["y"], ["K"])
_SPACED_SCALES = frozenset({"B", "M", "K", "MM"})
"""Letters that are a scale with a space before them only after a sign: "$1.3 B"."""
_NO_DOLLARS = frozenset("ACJS")
"""Letters that make another dollar of a sign that they touch: "A$5", not "A $5 million deal"."""
_JOINING = frozenset("-$")
"""Signs by which a phrase may go on though its words don't have them."""
_DIGITS = frozenset("½¼¾⅓⅔⅛⅜⅝⅞")

_Row = tuple[Node | None, str, str]
"""What a token means, and its letters in the two grammars."""
_Opener = tuple[Words, _Row]


class _Settled(dict[str, _Row | None]):
    """The rows of tokens that are the same wherever they stand; None for the others.

    `openers` are the tokens that may open a phrase: the words it may go on with, and their row if it doesn't.
    """

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.openers: dict[str, _Opener] = {}
        self._words = words

    def __missing__(self, token: str) -> _Row | None:
        if _is_numeral(token):
            return None
        if len(self) > _MEMORY:
            self.clear()
            self.openers.clear()
        row = self[token] = self._row(token, self._words[token])
        return row

    def _row(self, token: str, node: Node | None) -> _Row | None:
        if node is None:
            letter = _BREAK if token[0] == "\n" else _SIGNS.get(token, "x")
            return None, letter, letter
        if node.hedge or node.date == "S" or token == ".":
            return None
        amount, date = (node.amount, node.date) if node.terms else ("x", "x")
        if token in _SIGNS:
            amount = _SIGNS[token] if amount == "x" else amount
            date = _SIGNS[token] if date == "x" else date
        row = (node if node.terms or node.next is None else None), amount, date
        if node.next is None:
            return row
        self.openers[token] = node.next, row
        return None


_MEMORY = 1 << 16


@cache
def _settled(language: str) -> _Settled:
    return _Settled(lexicon(language).words)


def add_break(reading: Reading, offset: int, lexicon_: Lexicon) -> None:
    """Add the line break before a place as an item that ends every phrase."""
    if reading.ends and reading.ends[-1] == offset:
        return
    reading.starts.append(offset - 1)
    reading.ends.append(offset)
    reading.nodes.append(None)
    reading.lexicons.append(lexicon_)
    reading.amounts.append(_BREAK)
    reading.dates.append(_BREAK)


def add_line(reading: Reading, line: Tokens, lexicon_: Lexicon) -> None:
    """Add the tokens of a line as items: words, the phrases they make, digits and signs."""
    settled = _settled(lexicon_.language)
    rows = list(map(settled.__getitem__, line.tokens))
    rows.append(None)
    starts, ends, nodes = reading.starts, reading.ends, reading.nodes
    amounts, dates = reading.amounts, reading.dates
    begun, count = len(starts), len(line.tokens)
    at = 0
    while at < count:
        stop = at
        if not dates or not (dates[-1] == "Y" or (amounts[-1] == "N" and nodes[-1] is None)):
            stop = _end_of_run(rows, at, line.tokens, settled.openers)
        if stop == at:
            at = _add_item(reading, line, at, lexicon_.words)
            continue
        some, of_amounts, of_dates = zip(*rows[at:stop], strict=True)  # type: ignore[arg-type]
        starts.extend(line.starts[at:stop])
        ends.extend(line.ends[at:stop])
        nodes.extend(some)
        amounts.extend(of_amounts)
        dates.extend(of_dates)
        at = stop
    reading.lexicons.extend([lexicon_] * (len(starts) - begun))


def _end_of_run(rows: list[_Row | None], at: int, tokens: list[str], openers: dict[str, _Opener]) -> int:
    """Where the tokens end that are settled; openers that open nothing here are settled on the way."""
    stop, last = at, len(tokens) - 1
    while (stop := rows.index(None, stop)) < last:
        opener = openers.get(tokens[stop])
        if opener is None:
            break
        following, row = opener
        after = tokens[stop + 1]
        if after in _JOINING or following[after] is not None:
            break
        rows[stop] = row
    return stop


def _add_item(reading: Reading, line: Tokens, at: int, words: Words) -> int:
    """Add the token, with those behind it that make a phrase with it; gives the place behind them."""
    tokens = line.tokens
    token, start, end = tokens[at], line.starts[at], line.ends[at]
    dates, nodes = reading.dates, reading.nodes
    first = token[0]
    stop = at + 1
    node = None if first.isdecimal() else words[token]
    if node is None:
        if _is_numeral(token):
            amount, date = _letters_in_place(reading, token, start)
            if nodes and (before := nodes[-1]) is not None and "era_year" in before.terms:
                node = _year_of_era(before.terms["era_year"], token)
                amount, date = ("x", "Y") if node is not None else (amount, date)
        elif first == "\n" or (
            first == "." and dates and dates[-1] == "Y" and _ends_here(reading, line, at, words)
        ):
            amount = date = _BREAK
        else:
            amount = date = _SIGNS.get(token, "x")
    else:
        if node.next is not None:
            node, stop = _longest(node, line, at)
            end = line.ends[stop - 1]
        amount, date = ("x", "x") if node is None else (node.amount, node.date)
        if token == "." and stop == at + 1 and dates[-1:] == ["Y"] and _ends_here(reading, line, at, words):
            amount = date = _BREAK
        elif stop == at + 1 and token in _SIGNS:
            amount = _SIGNS[token] if amount == "x" else amount
            date = _SIGNS[token] if date == "x" else date
        if date == "S" and token in _PLURAL_S and reading.ends and reading.ends[-1] != start:
            date = "x"  # "2022 s-au": the s of 1990s touches its year
        if node is not None and node.hedge:
            reading.hedges.append(len(nodes))
    if nodes and nodes[-1] is None and reading.amounts[-1] == "N":
        amount, date = _after_digits(reading, (start, end), node, amount, date)
    reading.starts.append(start)
    reading.ends.append(end)
    nodes.append(node)
    reading.amounts.append(amount)
    dates.append(date)
    return stop


def _is_numeral(token: str) -> bool:
    """Whether a token is digits, also as ".5" or "½"."""
    return token[0].isdecimal() or token[0] in _DIGITS or token[1:2].isdecimal()


def _ends_here(reading: Reading, line: Tokens, at: int, words: Words) -> bool:
    """Whether a sentence begins after a full stop: "in 2017. In the fourth quarter …"."""
    text, end = reading.text, line.ends[at]
    if not (text[end : end + 1].isspace() and text[end + 1 : end + 2].isupper()):
        return False
    following = words[line.tokens[at + 1]] if at + 1 < len(line.tokens) else None
    return following is None or "year_first" not in following.terms  # 2019. Október 17.


def _longest(node: Node, line: Tokens, at: int) -> tuple[Node | None, int]:
    """The longest phrase from a token, and the place behind it."""
    tokens, starts, ends = line.tokens, line.starts, line.ends
    best: tuple[Node | None, int] = (node if node.terms else None, at + 1)
    stop, count = at + 1, len(tokens)
    while node.next is not None and stop < count:
        token = tokens[stop]
        if token in _JOINING:
            tight = ends[stop - 1] == starts[stop]
            if token == "-":
                if tight and stop + 1 < count and _is_word(tokens[stop + 1]):
                    stop += 1
                    token = tokens[stop]
            elif not tight and tokens[stop - 1] in _NO_DOLLARS:
                break
        elif token in _POWERS and ends[stop - 1] != starts[stop] and tokens[stop - 1] in _LENGTHS:
            break  # "£1.2m 3-bed": no cubic metres
        following = node.next[token]
        if following is None:
            break
        node = following
        stop += 1
        if node.terms:
            best = (node, stop)
    return best


def _is_word(token: str) -> bool:
    """Whether a token may go on a phrase after a hyphen: "US-$" too."""
    return token.isalnum() or token == "$"


def _letters_in_place(reading: Reading, token: str, start: int) -> tuple[str, str]:
    """The letters of a run of digits by what it touches; letters of what stands before may change."""
    amount, date = _numeral_letters(token)
    if start > 0 and reading.ends and reading.ends[-1] == start:
        before = reading.text[start - 1]
        if before in {"-", "‑"}:
            if not _hyphen_joins_number(reading, len(reading.ends) - 1):
                amount = date = "x"
        elif (before.isalpha() and not _UNSPACED.match(before)) or before == "_":
            if reading.amounts[-1] not in _BEFORE_NUMERAL:
                amount = "x"
            if before == "W" and reading.text[reading.starts[-1] : start] == "W" and len(token) == 2:
                reading.dates[-1] = "K"
            elif reading.dates[-1] not in _CODES_BEFORE_DIGITS:
                date = "x"
        amount = _touching(reading, amount)
    elif reading.amounts[-1:] == ["P"] and reading.amounts[-2:-1] != ["N"]:
        sign = reading.nodes[-1]
        if sign is not None and "percent_before" in sign.terms:
            reading.amounts[-1] = "p"  # "% 7,5" in Turkish
    return amount, date


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


def _year_of_era(before: str, token: str) -> Node | None:
    """The year of 令和5: counted from the year before the era's first."""
    return Node({"number": str(int(before) + int(token))}) if token.isdecimal() and len(token) <= 2 else None


def _hyphen_joins_number(reading: Reading, hyphen: int) -> bool:
    """Whether the number after a tight hyphen is free: not "GPT-4", but "mid-2025", "5-10" and "US-$5"."""
    if not reading.tight(hyphen):
        return True
    before = reading.nodes[hyphen - 1]
    if before is None:
        return not reading.text[reading.ends[hyphen - 1] - 1].isalpha()
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


def _after_digits(
    reading: Reading, place: tuple[int, int], node: Node | None, amount: str, date: str
) -> tuple[str, str]:
    """The letters of an item after a numeral: "5k", "70B", "$1.3 B"; an unknown word in it spoils it."""
    start, end = place
    if reading.ends[-1] != start:
        return _after_space(reading, start, end, amount), date
    letter = reading.text[start]
    if node is not None and "glued_scale" in node.terms and amount not in {"S", "X"}:
        return "g", date
    if letter.isalpha() and not _UNSPACED.match(letter) and amount == "x":
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
