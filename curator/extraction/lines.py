"""Lines: which language each line of a text is in, and so what its words mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from curator.extraction import languages
from curator.extraction.lettering import add_break, add_line
from curator.extraction.lexicon import lexicon
from curator.extraction.memories import Memory
from curator.extraction.readings import Reading
from curator.extraction.tokens import UNSPACED_SIGN, Tokens, tokenized
from curator.extraction.twin_languages import are_twins, spelled
from curator.extraction.words import Node

_LINE = re.compile(r"[^\n]*\n+|[^\n]+")
"""A line with its end and the blank lines behind it."""
_WRAPPED = 55
"""Characters that a line of a hard-wrapped paragraph has at least."""
_SHORT, _TELLING = 80, 3
"""Tokens of a short text, and the letters of a word that tells its language."""
_ENOUGH = 400
"""Words by whose spelling Danish is told from Norwegian."""
_MEANT, _KNOWN = 14.0, 5.0
_TELL = frozenset("SsCcUPnhfKQ")
_MEMORY = 1 << 12


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, where it begins, its tokens, and what speaks for its language."""

    written: str
    offset: int
    tokens: Tokens
    votes: languages.Votes
    script: tuple[str, ...]


def read(text: str, language: str | None) -> Reading:
    """The items of a text whose language is `language` where its lines do not show another."""
    lines = [_line(text, *match.span()) for match in _LINE.finditer(text)]
    everything = languages.counted(sum(line.votes for line in lines))
    for line in lines:
        for each in () if line.votes else line.script:
            everything[each] = everything.get(each, 0.0) + languages.HINT
    if not language and are_twins(everything):
        words = [token for line in lines for token in line.tokens.tokens if token[0].isalpha()]
        for each, said in spelled(words[:_ENOUGH]).items():
            everything[each] = everything.get(each, 0.0) + said
    tried = None if language else _tried(lines, everything)
    expected = language or tried or languages.best(everything, (), "") or "en"
    sure = bool(language or tried)
    reading = Reading(text)
    for line in lines:
        chosen = lexicon(languages.of_line(line.votes, line.script, expected, given=sure))
        if line.offset and _begins_anew(text, line):
            add_break(reading, line.offset, chosen)
        add_line(reading, line.tokens, chosen)
    return reading


def _line(text: str, begin: int, end: int) -> _Line:
    written, tokens = text[begin:end], tokenized(text, begin, end)
    script = languages.of_script(written)
    return _Line(written, begin, tokens, languages.votes(tokens.tokens, written), script)


def _begins_anew(text: str, line: _Line) -> bool:
    """Whether a line is a paragraph of its own, not the next of a hard-wrapped one."""
    start = text.rfind("\n", 0, line.offset - 1) + 1
    before = text[start : line.offset - 1].rstrip()
    wraps = len(before) >= _WRAPPED and before[-1] not in '.!?:;»”")'
    return not (wraps and (line.written[:1].islower() or line.written[:1].isdigit()))


def _tried(lines: list[_Line], counts: dict[str, float]) -> str | None:
    """The language whose lexicon says most of a short text whose frequent words say little."""
    if sum(len(line.tokens.tokens) for line in lines) > _SHORT:
        return None
    if languages.is_clear(counts) or len({line.script for line in lines}) != 1:
        return None
    tokens = [token for line in lines for token in line.tokens.tokens]
    script = lines[0].script
    unspaced = bool(script and UNSPACED_SIGN.search("".join(tokens)))
    words = [token for token in tokens if (unspaced or len(token) >= _TELLING) and token[0].isalpha()]
    if not words:
        return None
    tried = languages.contenders(counts, script)
    by_spelling = spelled(words) if _ask_spelling(tried, counts) else {}
    said = {each: counts.get(each, 0.0) + by_spelling.get(each, 0.0) for each in tried}
    return max(tried, key=lambda each: said[each] + _understood(words, each), default=None)


def _ask_spelling(tried: list[str], counts: dict[str, float]) -> bool:
    """Whether Danish and Norwegian are to be told apart that `read` has not weighed yet."""
    return {"da", "nb"} <= set(tried) and not are_twins(counts)


def _understood(words: list[str], language: str) -> float:
    """What the lexicon makes of words, in the measure of votes."""
    return sum(map(_telling(language).__getitem__, words))


def _weight(node: Node | None) -> float:
    if node is None or not node.terms:
        return 0.0
    return _MEANT if node.amount in _TELL or node.date in "MWTjH" else _KNOWN


@cache
def _telling(language: str) -> Memory[float]:
    """How much it tells that a lexicon knows a word, in the measure of votes."""
    words = lexicon(language).words
    return Memory(lambda word: _weight(words[word]), _MEMORY)
