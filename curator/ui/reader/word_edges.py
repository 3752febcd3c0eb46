"""Word edges: what was selected with the mouse, without half words and half numbers at its ends."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import QTextBoundaryFinder

from curator.domain.spans import Span

LONGEST_ENDING = 4
"""Letters of a word that the selection of a name may leave out at its end."""
_REACH = 200
"""Characters around a selection that are looked at; no word is longer."""

_SPACELESS = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af"
    r"\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)
"""Scripts in which words run on, or particles are part of them (Korean): what was selected stays."""

_RUNS = (
    re.compile(r"[\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f]"),
    re.compile(r"[\u3041-\u309f]"),
    re.compile(r"[\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"),
)
"""Katakana, hiragana, and the signs of Chinese, 々 and 〇 among them."""

_CURRENCY = "$£¥€₩₹₽₺₴₫₪฿₦₱₸₼₾"
_NUMBER = re.compile(
    rf"(?:(?<!\w)[-+−–±~≈<>≤≥{_CURRENCY}]+)?\d+(?:[.,'’٫٬:]\d+|[\u00a0\u202f\u2009]\d{{3}}(?!\d))*[%‰{_CURRENCY}]?"
)


def whole_words(text: str, span: Span) -> Span:
    """The span without blanks at its ends, and with the words and numbers whole that it cuts.

    Words end where Unicode's rules say (UAX #29); numbers keep their signs. In scripts that do not part
    words by blanks an end stays where it is.
    """
    selected = trimmed(text, span)
    if not selected.of(text).strip():
        return span
    start, end = selected.start, selected.end
    low, high = _around(text, start, end)
    line = text[low:high]
    words, numbers = _Words(line), [number.span() for number in _NUMBER.finditer(line)]
    found, wider = None, Span(start - low, end - low)
    while wider != found:  # a number may end within a word: “a1 %”
        found = wider
        wider = _widened(found, words, numbers)
    return Span(wider.start + low, wider.end + low)


def trimmed(text: str, span: Span) -> Span:
    """The span without blanks at its ends; as it is if it holds nothing else."""
    selected = span.of(text)
    start = span.start + len(selected) - len(selected.lstrip())
    end = span.end - (len(selected) - len(selected.rstrip()))
    return Span(start, end) if start < end else span


def named_words(text: str, span: Span) -> Span:
    """The words of a name: whole, but for what a selection may well leave out of them.

    That is an ending, as “u” of “Velmoru”, and in scripts without capitals what is written together with a
    name before it.
    """
    whole, exact = whole_words(text, span), trimmed(text, span)
    before, behind = text[whole.start : exact.start], text[exact.end : whole.end]
    is_ending = len(behind) <= LONGEST_ENDING and behind.isalpha()
    start = whole.start if before.lower() != before.upper() else exact.start
    return Span(start, exact.end if is_ending else whole.end)


def run_at(text: str, place: int) -> Span | None:
    """The signs of one script around a place in Chinese or Japanese; None elsewhere.

    Words run on there, and Qt takes all up to the next sign of ASCII for one.
    """
    script = next((each for each in _RUNS if each.match(text, place)), None)
    if script is None:
        return None
    start, end = place, place + 1
    while start and script.match(text, start - 1):
        start -= 1
    while script.match(text, end):
        end += 1
    return Span(start, end)


def _widened(span: Span, words: _Words, numbers: list[tuple[int, int]]) -> Span:
    """The span with the words and the numbers that its ends cut."""
    begins = [begin for begin, end in numbers if begin < span.start < end]
    ends = [end for begin, end in numbers if begin < span.end < end]
    return Span(min([*begins, words.before(span.start)]), max([*ends, words.after(span.end)]))


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the lines begin and end that a selection is in, as far as they are looked at."""
    low = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    found = text.find("\n", end)
    return low, min(found if found >= 0 else len(text), end + _REACH)


class _Words:
    """The edges of the words in a line, by code points; Qt counts UTF-16."""

    def __init__(self, line: str) -> None:
        self._line = line
        units = [0]
        for char in line:
            units.append(units[-1] + (2 if ord(char) > 0xFFFF else 1))
        finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, line)
        edges: set[int] = set()
        while (edge := finder.toNextBoundary()) >= 0:
            edges.add(edge)
        self._edges = [0, *(place for place, unit in enumerate(units) if unit in edges and place)]

    def before(self, place: int) -> int:
        """Where the word begins that a place is within, the place itself if it is in none."""
        if not self._is_within(place):
            return place
        began = max(edge for edge in self._edges if edge <= place)
        # Beside Thai Qt takes blanks into a word.
        began += len(self._line[began:place]) - len(self._line[began:place].split()[-1])
        return next((n for n in range(began, place) if self._line[n] != "_"), place)

    def after(self, place: int) -> int:
        """Where the word ends that a place is within, the place itself if it is in none."""
        if not self._is_within(place):
            return place
        ended = min((edge for edge in self._edges if edge >= place), default=place)
        ended = place + len(self._line[place:ended].split()[0])
        return next((n for n in range(ended, place, -1) if self._line[n - 1] != "_"), place)

    def _is_within(self, place: int) -> bool:
        """Whether a place parts two letters or digits of one word."""
        around = self._line[max(0, place - 1) : place + 1]
        return (
            len(around) == 2
            and place not in self._edges
            and _SPACELESS.search(around) is None
            and all(unicodedata.category(char)[0] in "LMN" for char in around)
        )
