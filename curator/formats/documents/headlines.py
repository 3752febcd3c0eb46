"""Headlines: which words of a text without front matter are its title."""

from __future__ import annotations

import re

from curator.domain.spans import Span

LONGEST_LINE = 180
"""A first line longer than this, or made of sentences, is prose: its first sentence is the title."""

LONGEST_TITLE = 200
"""Longer titles are cut at a word."""

_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:[^\W\d_]|[Dd]r|[Ss]t|[Mm]r|[Mm]rs|[Mm]s|[Pp]rof|[Ii]ng|[Mm]gr|[Nn]o|[Nn]r|[Vv]s|[Ii]nc|[Cc]orp|[Ll]td"
    r"|[Cc]o|[Cc]a|[Bb]zw|[Mm]io|[Mm]rd|[Mm]ld|[Mm]il|[Tt]zv|[Nn]apř|[Tt]j|[Uu]\.S|U\.K|[Гг]|[Мм]лн|[Мм]лрд|[Дд]-р"
    r"|a\.s|s\.r\.o|d\.o\.o|z\.o\.o|[Ss]p|[Tt]ys|[Ee]tc|[Gg]mbH)\.$"
)
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”“»)\]]*(?=\s+[^\sa-zа-я]|\s*$)|[。！？]+[」』”）]*")
_CUT_OFF = re.compile(r"[\s\[(]*(?:…|\.\.\.)[^.!?…]{0,30}\Z")
"""What ends an excerpt: "…", "[…]", "… Read more"."""
_SHORTEST_LEAD = 20
_MARKUP = 200
"""Characters of markup that may stand among the first words of a text."""
_COLLAPSE = re.compile(r"\W+", re.UNICODE)


def headline(text: str, start: int, end: int) -> Span:
    """The place of the title in a first line or paragraph that stands from `start` to `end`."""
    line = text[start:end]
    newline = line.find("\n")
    if newline >= 0 and _is_headline(line[:newline]):
        return Span(start, start + len(line[:newline].rstrip()))
    if newline < 0 and _is_headline(line):
        return Span(start, start + len(line.rstrip()))
    length = _first_sentence(line)
    return Span(start, start + length)


def elided(title: str) -> str:
    """A title no longer than LONGEST_TITLE, cut at a word and marked with an ellipsis."""
    if len(title) <= LONGEST_TITLE:
        return title
    cut = title[: LONGEST_TITLE - 1]
    word = cut.rfind(" ")
    return cut[: word if word > LONGEST_TITLE // 2 else None].rstrip(" ,;:–—-") + "…"


def same_words(one: str, other: str) -> bool:
    """Whether two lines say the same, marks and case apart."""
    key = _key(one)
    return bool(key) and key == _key(other)


def opens(text: str, lead: str, title: str = "") -> bool:
    """Whether a text begins with its lead, as excerpts are cut ("… [more]"), perhaps behind its title."""
    key = _key(_CUT_OFF.sub("", lead))
    beginning = _key(text[: len(title) + 2 * len(lead) + _MARKUP])
    return len(key) >= _SHORTEST_LEAD and beginning.removeprefix(_key(title)).startswith(key)


def _key(line: str) -> str:
    return _COLLAPSE.sub("", line).casefold()


def _is_headline(line: str) -> bool:
    line = line.strip()
    return len(line) <= LONGEST_LINE and _first_sentence(line) >= len(line)


def _first_sentence(text: str) -> int:
    """The length of the first sentence; where none ends soon, that of the words that make a title."""
    for match in _SENTENCE_END.finditer(text, 0, LONGEST_TITLE * 2):
        if match[0][0] == "." and _ABBREVIATION.search(text[: match.start() + 1][-24:]):
            continue
        if text[: match.start()].strip().isdigit():
            continue  # "2. …" is an ordinal
        return match.end()
    if len(text) <= LONGEST_TITLE * 2:
        return len(text.rstrip())
    cut = text.rfind(" ", LONGEST_TITLE // 2, LONGEST_TITLE)
    return cut if cut > 0 else LONGEST_TITLE
