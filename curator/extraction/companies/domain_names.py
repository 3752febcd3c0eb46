"""Domain names: companies written like their web address, "Koszykuj.to", "the fintech brightpay.io"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curator.domain.spans import Span
from curator.extraction.companies.contexts import Place
from curator.extraction.companies.cues import Cue, cues
from curator.extraction.companies.wordings import either

_END = re.compile(rf"(?<=\w)\.(?:{either('web_ends')})(?![\w/@-]|\.\w)")
_LONGEST = 32
_LABEL = re.compile(rf"(?<![\w@./:&-])[^\W_][\w&-]{{1,{_LONGEST - 2}}}\Z")
_GOES_ON = re.compile(r"[»“”\"’']?(?:,|\.[ \u00a0\n]|\.?\Z|[’']s\b|[ \u00a0][^\W\dA-Z_])")
"""What goes on behind such a name in a sentence; a colon does behind an address."""
_BEFORE = frozenset({Cue.COMPANY, Cue.COUNTERPART, Cue.SHARES, Cue.SHARES_BEFORE})
_BEHIND = frozenset({Cue.SPEAKING, Cue.TRADES, Cue.RAISES, Cue.EMPLOYS})


def end_with_domain(text: str, end: int) -> int:
    """Where a name that ends at `end` does with what makes it an address: "Allegro" in "Allegro.pl"."""
    following = _END.match(text, end) if text[end : end + 1] == "." else None
    return end if following is None else following.end()


def domain_names(text: str) -> Iterator[Span]:
    """Every place of the addresses that a capital or the words beside show to be companies' names."""
    names: dict[str, list[Span]] = {}
    for end in _END.finditer(text):
        label = _LABEL.search(text, max(0, end.start() - _LONGEST), end.start())
        if label is not None and not label[0].isdecimal():
            name = Span(label.start(), end.end())
            names.setdefault(name.of(text), []).append(name)
    for places in names.values():
        if any(_is_a_company(text, name) for name in places):
            yield from places


def _is_a_company(text: str, name: Span) -> bool:
    place = Place(text, name.start, name.end)
    before = place.before(2)
    if any(Cue.MEDIUM in cues(word) for word in before):
        return False
    if before and not _BEFORE.isdisjoint(cues(before[0])):
        return True
    if text[name.start].isupper():
        return _GOES_ON.match(text, name.end) is not None
    after = place.after(1)
    return bool(after) and not _BEHIND.isdisjoint(cues(after[0]))
