"""Paragraphs: the pieces of a text between blank lines, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curator.domain.spans import Span

_BLANK = re.compile(r"\n(?:[ \t]*\n)+")
_BLANK_LINES = re.compile(r"(?:[ \t]*\n)*")
_TAIL = 4000


def paragraphs(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The places of what stands between blank lines, in order; none is empty."""
    end = len(text) if end is None else end
    place = _past_blank_lines(text, start, end)
    while place < end:
        gap = _BLANK.search(text, place, end)
        stop = gap.start() if gap else end
        words = text[place:stop].rstrip(" \t\n")
        if words.strip():
            yield Span(place, place + len(words))
        place = gap.end() if gap else end


def last_paragraphs(text: str, start: int, count: int) -> list[Span]:
    """The last paragraphs of a text from `start` on; only its last `_TAIL` characters are looked at."""
    from_ = max(start, len(text) - _TAIL)
    found = list(paragraphs(text, from_))
    return found[1:][-count:] if from_ > start else found[-count:]


def trimmed(text: str, span: Span) -> Span:
    """The place without blank lines at its head and blanks at its end."""
    start = _past_blank_lines(text, span.start, span.end)
    stop = start + len(text[start : span.end].rstrip(" \t\n"))
    return Span(min(start, stop), stop)


def _past_blank_lines(text: str, start: int, end: int) -> int:
    match = _BLANK_LINES.match(text, start, end)
    return match.end() if match else start
