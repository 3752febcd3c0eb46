"""Small names: new names without a capital: "Delivery app gopherly closed. gopherly had laid off many."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curator.domain.spans import Span
from curator.extraction.companies.contexts import Place, word_before
from curator.extraction.companies.cues import Cue, cues
from curator.extraction.languages import is_frequent

_OPENS = re.compile(r"[.!?] (?<=[^\W\d_]{4}..)(?P<name>[^\W\d_A-Z][^\W_]{3,20})[ \u00a0](?=[^\W\d_])")
"""A word that begins a sentence, behind a whole word, without a capital."""
_SENTENCE = re.compile(r"[.!?] (?=[^\W\d_])")
_MOST = 20
_NOUNS = frozenset({Cue.COMPANY, Cue.MAKER, Cue.COUNTERPART, Cue.SERVICE})
_VERBS = frozenset({Cue.TRADES, Cue.RAISES, Cue.EMPLOYS, Cue.RESULTS})


def small_names(text: str) -> Iterator[Span]:
    """Names that begin a sentence with a small letter, where sentences have capitals otherwise."""
    names = {match["name"]: match.start("name") for match in _OPENS.finditer(text)}
    names = {name: at for name, at in names.items() if name[0].islower() and not is_frequent(name)}
    if not 0 < len(names) <= _MOST or 3 * len(names) > len(_SENTENCE.findall(text)):
        return
    for name, at in names.items():
        places = [Span(*match.span()) for match in re.finditer(rf"\b{name}\b", text)]
        if len(places) > 1 and not cues(name) and any(_is_told(text, place) for place in places):
            yield Span(at, at + len(name))
            yield from (place for place in places if place.start != at)


def _is_told(text: str, name: Span) -> bool:
    """Whether a company noun stands right before the name, or what companies do behind it."""
    if not cues(word_before(text, name.start)).isdisjoint(_NOUNS):
        return True
    right = Place(text, name.start, name.end).after(2)
    return any(not cues(word).isdisjoint(_VERBS) for word in right)
