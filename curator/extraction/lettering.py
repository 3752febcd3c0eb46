"""Letters: what each token of a line is in the grammars of amounts and of dates.

Most tokens have the same letters wherever they stand; those that open phrases, and digits with what touches
them, are looked at one by one.
"""

from __future__ import annotations

from functools import cache

from curator.extraction import memories
from curator.extraction.lexicon import Lexicon, lexicon
from curator.extraction.numeral_letters import after_digits, is_numeral, letters_in_place, tail, year_of_era
from curator.extraction.readings import Reading
from curator.extraction.tokens import Tokens
from curator.extraction.words import Node, Words

_SIGNS = {**{sign: sign for sign in ".,-/:()'"}, "\u2011": "-", "’": "'"}
_PLURAL_S = frozenset({"s", "S"})
_BREAK = "|"
_LENGTHS, _POWERS = frozenset({"m", "km", "cm"}), frozenset({"2", "3"})
_NO_DOLLARS = frozenset("ACJS")
"""Letters that make another dollar of a sign that they touch: "A$5", not "A $5 million deal"."""
_JOINING = frozenset("-$")
"""Signs by which a phrase may go on though its words don't have them."""

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
        if is_numeral(token):
            return None
        if len(self) > memories.USUAL:
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
            at = _add_item(reading, line, at, lexicon_)
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


def _add_item(reading: Reading, line: Tokens, at: int, lexicon_: Lexicon) -> int:
    """Add the token, with those behind it that make a phrase with it; gives the place behind them."""
    tokens, words = line.tokens, lexicon_.words
    token, start, end = tokens[at], line.starts[at], line.ends[at]
    dates, nodes = reading.dates, reading.nodes
    first = token[0]
    stop = at + 1
    if token == ":" and (more := tail(reading, line, at, lexicon_)):
        return at + more
    node = None if first.isdecimal() else words[token]
    if node is None and is_numeral(token):
        amount, date = letters_in_place(reading, token, start)
        if nodes and (before := nodes[-1]) is not None and "era_year" in before.terms:
            node = year_of_era(before.terms["era_year"], token)
            amount, date = ("x", "Y") if node is not None else (amount, date)
    else:
        if node is not None and node.next is not None:
            node, stop = _longest(node, line, at)
            end = line.ends[stop - 1]
        amount, date = ("x", "x") if node is None else (node.amount, node.date)
        if stop == at + 1:
            amount, date = _as_sign(reading, line, at, amount, date, words)
        if node is not None and node.hedge:
            reading.hedges.append(len(nodes))
    if nodes and nodes[-1] is None and reading.amounts[-1] == "N":
        amount, date = after_digits(reading, (start, end), node, amount, date)
    reading.starts.append(start)
    reading.ends.append(end)
    nodes.append(node)
    reading.amounts.append(amount)
    dates.append(date)
    return stop


def _as_sign(
    reading: Reading, line: Tokens, at: int, amount: str, date: str, words: Words
) -> tuple[str, str]:
    """The letters of a token that is no phrase: signs are themselves where they mean nothing else."""
    token, before = line.tokens[at], reading.dates[-1:]
    if token[0] == "\n" or (token == "." and before == ["Y"] and _ends_here(reading, line, at, words)):
        return _BREAK, _BREAK
    if token in _SIGNS:
        return _SIGNS[token] if amount == "x" else amount, _SIGNS[token] if date == "x" else date
    touches = not reading.ends or reading.ends[-1] == line.starts[at]
    if date == "S" and token in _PLURAL_S and not touches:
        return amount, "x"  # "2022 s-au": the s of 1990s touches its year
    return amount, date


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
