"""A text as items: tokens and phrases with what the lexicons say of them, ready for the grammars.

Each item has a letter in the alphabet of amounts and one in that of dates (`curator.extraction.lexicon`); the
letters of a whole text make two strings, over which the grammars are regular expressions.
"""

from __future__ import annotations

import re
from decimal import Decimal

from curator.extraction import languages
from curator.extraction.lexicon import Lexicon, Node, lexicon
from curator.extraction.numbers import fraction_value, numeral_value
from curator.extraction.tokens import TOKEN, UNSPACED

_FULL_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}\Z|\d{4}\.\d{1,2}\.\d{1,2}\Z")
_COMPACT = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\Z")
_DAY_MONTH = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\Z")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_SIGNS = {".": ".", ",": ",", "-": "-", "/": "/", ":": ":", "(": "(", ")": ")", "'": "'", "’": "'"}
_BEFORE_NUMERAL = frozenset({"K", "y", "Y"})
_CODES_BEFORE_DIGITS = frozenset("qGfRMUI")
_WRAPPED = 55
"""Characters that a line of a hard-wrapped paragraph has at least."""
_PLURAL_S = frozenset({"s", "S"})
_SHORT, _TELLING = 80, 3
"""Tokens of a short text, and the letters of a word that tells its language."""
_MEANT, _KNOWN = 14.0, 5.0
_TELL = frozenset("SsCcUPnhfKQ")
_BREAK = "|"
_NO_DOLLARS = frozenset("ACJS")
"""Letters that make another dollar of a sign that they touch: "A$5", not "A $5 million deal"."""
_DIGITS = frozenset("½¼¾⅓⅔⅛⅜⅝⅞")


class Reading:
    """The items of one text, as parallel lists; `hedges` are the items that tell of plans or doubts."""

    __slots__ = ("amounts", "dates", "ends", "hedges", "lexicons", "nodes", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.nodes: list[Node | None] = []
        self.lexicons: list[Lexicon] = []
        self.amounts: list[str] = []
        self.dates: list[str] = []
        self.hedges: list[int] = []

    def written(self, item: int) -> str:
        """The words of an item."""
        return self.text[self.starts[item] : self.ends[item]]

    def term(self, item: int, kind: str) -> str | None:
        """What an item means as that kind, None if it is none."""
        node = self.nodes[item]
        return None if node is None else node.terms.get(kind)

    def tight(self, item: int) -> bool:
        """Whether an item stands directly after the one before it."""
        return item > 0 and self.ends[item - 1] == self.starts[item]

    def number(self, item: int) -> Decimal | None:
        """The value of a numeral, number word, scale or fraction."""
        node = self.nodes[item]
        if node is None:
            written, lexicon_ = self.written(item), self.lexicons[item]
            american = lexicon_.language == "es" and item > 0 and self.text[self.starts[item] - 1] == "$"
            return numeral_value(written, "." if american and "," in written else lexicon_.decimal)
        letter = self.amounts[item]
        terms = node.terms
        if letter == "f":
            return fraction_value(terms["fraction"])
        if letter == "X":
            return Decimal(1_000_000)
        for kind in (
            ("glued_scale",) if letter == "g" else ("scale", "one_scale", "hundred", "number", "article")
        ):
            if kind in terms:
                return Decimal(terms[kind])
        return None

    def integer(self, item: int) -> int | None:
        """The value of digits or a number word as a whole number, None if it is none."""
        node = self.nodes[item]
        if node is not None:
            for kind in ("ordinal", "roman", "number", "article", "half_fixed"):
                if kind in node.terms and "." not in node.terms[kind] and "/" not in node.terms[kind]:
                    return int(node.terms[kind])
            return None
        written = self.written(item)
        return int(written) if written.isdecimal() and len(written) <= 6 else None


def read(text: str, language: str | None) -> Reading:
    """The items of a text whose language is `language` where its lines do not show another."""
    lines = [(line, TOKEN.finditer(line), offset) for line, offset in _lines(text)]
    reading = Reading(text)
    read_lines: list[tuple[list[re.Match[str]], int, dict[str, float], tuple[str, ...]]] = []
    everything: dict[str, float] = {}
    for line, matches, offset in lines:
        found = list(matches)
        script = languages.of_script(line)
        counts = languages.votes([match.group().lower() for match in found], line)
        for each in script if not counts else ():
            counts[each] = 0.1
        for each, count in counts.items():
            everything[each] = everything.get(each, 0.0) + count
        read_lines.append((found, offset, counts, script))
    tried = None if language else _tried(read_lines, everything)
    expected = language or tried or languages.best(everything, (), "") or "en"
    sure = bool(language or tried)
    for (found, offset, counts, script), (line, _, _) in zip(read_lines, lines, strict=True):
        chosen = languages.best(counts, script, expected, given=sure)
        if offset and _begins_anew(text, offset, line):
            _add_break(reading, offset, lexicon(chosen))
        _add_line(reading, found, offset, lexicon(chosen))
    return reading


def _begins_anew(text: str, offset: int, line: str) -> bool:
    """Whether a line is a paragraph of its own, not the next of a hard-wrapped one."""
    start = text.rfind("\n", 0, offset - 1) + 1
    before = text[start : offset - 1].rstrip()
    wraps = len(before) >= _WRAPPED and before[-1] not in '.!?:;»”")'
    return not (wraps and (line[:1].islower() or line[:1].isdigit()))


def _add_break(reading: Reading, offset: int, lexicon_: Lexicon) -> None:
    """Add the line break before a place as an item that ends every phrase."""
    if reading.ends and reading.ends[-1] == offset:
        return
    reading.starts.append(offset - 1)
    reading.ends.append(offset)
    reading.nodes.append(None)
    reading.lexicons.append(lexicon_)
    reading.amounts.append(_BREAK)
    reading.dates.append(_BREAK)


def _tried(
    lines: list[tuple[list[re.Match[str]], int, dict[str, float], tuple[str, ...]]],
    counts: dict[str, float],
) -> str | None:
    """The language whose lexicon says most of a short text whose frequent words say little."""
    if languages.is_clear(counts) or len({script for *_, script in lines}) != 1:
        return None
    tokens = [match.group() for found, *_ in lines for match in found]
    unspaced = bool(tokens and lines[0][3] and _UNSPACED.search("".join(tokens)))
    words = [token for token in tokens if (unspaced or len(token) >= _TELLING) and token[0].isalpha()]
    if not words or len(tokens) > _SHORT:
        return None
    tried = languages.contenders(counts, lines[0][3])
    return max(
        tried, key=lambda each: counts.get(each, 0.0) + _understood(words, lexicon(each)), default=None
    )


def _understood(words: list[str], lexicon_: Lexicon) -> float:
    """What the lexicon makes of words, in the measure of votes."""
    nodes = (lexicon_.words[word] for word in words)
    return sum(
        _MEANT if node.amount in _TELL or node.date in "MWTjH" else _KNOWN
        for node in nodes
        if node is not None and node.terms
    )


def _lines(text: str) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    offset = 0
    for line in re.split(r"(?<=\n)(?=[^\n])", text):
        found.append((line, offset))
        offset += len(line)
    return found


def _add_line(reading: Reading, matches: list[re.Match[str]], offset: int, lexicon_: Lexicon) -> None:
    words = lexicon_.words
    starts, ends, nodes = reading.starts, reading.ends, reading.nodes
    amounts, dates = reading.amounts, reading.dates
    tokens = [match.group() for match in matches]
    begun, count = len(starts), len(matches)
    at = 0
    while at < count:
        token = tokens[at]
        start = matches[at].start() + offset
        end = start + len(token)
        at += 1
        node = words[token]
        if node is None:
            first = token[0]
            if first.isdecimal() or first in _DIGITS:
                amount, date = _letters_in_place(reading, token, start)
                if nodes and nodes[-1] is not None and "era_year" in nodes[-1].terms:
                    node = _year_of_era(nodes[-1].terms["era_year"], token)
                    amount, date = ("x", "Y") if node is not None else (amount, date)
            elif first == "\n" or (
                first == "." and dates and dates[-1] == "Y" and _ends_here(reading.text, end)
            ):
                amount = date = _BREAK
            else:
                amount = date = _SIGNS.get(token, "x")
        else:
            amount, date = node.amount, node.date
            if node.next is not None:
                node, stop = _longest(node, matches, at - 1)
                amount, date = ("x", "x") if node is None else (node.amount, node.date)
                end = matches[stop - 1].end() + offset
                at = stop
            if token == "." and end == start + 1 and dates[-1:] == ["Y"] and _ends_here(reading.text, end):
                amount = date = _BREAK
            elif end == start + 1 and token in _SIGNS:
                amount = _SIGNS[token] if amount == "x" else amount
                date = _SIGNS[token] if date == "x" else date
            if date == "S" and token in _PLURAL_S and ends and ends[-1] != start:
                date = "x"  # "2022 s-au": the s of 1990s touches its year
            if node is not None and node.hedge:
                reading.hedges.append(len(starts))
        if ends and ends[-1] == start and amounts[-1] == "N" and nodes[-1] is None:
            amount, date = _after_digits(reading, start, node, amount, date)
        starts.append(start)
        ends.append(end)
        nodes.append(node)
        amounts.append(amount)
        dates.append(date)
    reading.lexicons.extend([lexicon_] * (len(starts) - begun))


def _ends_here(text: str, end: int) -> bool:
    """Whether a sentence begins after a full stop: "in 2017. In the fourth quarter …"."""
    return text[end : end + 1].isspace() and text[end + 1 : end + 2].isupper()


def _longest(node: Node, matches: list[re.Match[str]], at: int) -> tuple[Node | None, int]:
    """The longest phrase from a token, and the token after it."""
    best: tuple[Node | None, int] = (node if node.terms else None, at + 1)
    stop = at + 1
    while node.next is not None and stop < len(matches):
        token = matches[stop].group()
        tight = matches[stop - 1].end() == matches[stop].start()
        if token == "-" and tight and stop + 1 < len(matches) and matches[stop + 1].group().isalnum():
            stop += 1
            token = matches[stop].group()
        elif token == "$" and not tight and matches[stop - 1].group() in _NO_DOLLARS:
            break
        following = node.next[token]
        if following is None:
            break
        node = following
        stop += 1
        if node.terms:
            best = (node, stop)
    return best


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
        if reading.amounts[-1] == "y":
            reading.amounts[-1] = "Y"
        elif reading.amounts[-1] == "P" and (len(reading.amounts) < 2 or reading.amounts[-2] != "N"):
            reading.amounts[-1] = "p"
        elif reading.amounts[-1] in "Sh" and amount == "N":
            amount = "D"
    return amount, date


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
        if size == 4 and "1000" <= token <= "2999":
            return "N", "Y"
        if size == 8 and _COMPACT.match(token):
            return "N", "F"
        return "N", "N"
    if _FULL_DATE.match(token):
        return "x", "F"
    if _DAY_MONTH.match(token):
        return "N", "@"
    return "N", "x"


def _after_digits(reading: Reading, start: int, node: Node | None, amount: str, date: str) -> tuple[str, str]:
    """The letters of an item that touches a numeral: "5k", "70B"; an unknown word spoils the numeral."""
    letter = reading.text[start]
    if node is not None and "glued_scale" in node.terms and amount not in {"S", "X"}:
        return "g", date
    if letter.isalpha() and not _UNSPACED.match(letter) and amount == "x":
        reading.amounts[-1] = "x"
        if date == "x":
            reading.dates[-1] = "x"
    return amount, date
