"""Neighbours: companies known in a text, beside which in a list other names are companies, too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from curator.domain.spans import Span
from curator.extraction.companies.cues import Cue, cues
from curator.extraction.companies.mentions import LISTED, LONGEST_CONJUNCTION, Mention, Trust
from curator.extraction.companies.towns import before_origin
from curator.extraction.companies.weighing import ENOUGH

_IN_ELSEWHERE = frozenset({"i", "in", "a", "o", "u"})
_SLAVIC = re.compile("[čćšžłśżźěřů]")


class Neighbours:
    """Companies known in a text; `joined` says whether a word like "and" tied the last one asked for."""

    def __init__(self, text: str, mentions: Iterable[Mention]) -> None:
        sure = [each for each in mentions if each.company and each.trust < Trust.REPEATED]
        reach = range(1, LONGEST_CONJUNCTION)
        self.joined = False
        self._text = text
        self._is_slavic = _SLAVIC.search(text) is not None
        self._before = {each.start - gap: each.start for each in sure for gap in reach}
        self._behind = {each.end + gap: each.end for each in sure for gap in reach}

    def listed(self, name: Span, words: Sequence[str]) -> int:
        """How much a list speaks for the name: a company right before it, one right behind it.

        `words` are those before it, nearest first.
        """
        if not self._before or (
            words and Cue.IN_PLACE in cues(words[0]) and words[0].lower() not in _IN_ELSEWHERE
        ):
            return 0
        text = self._text
        begin = before_origin(text, name.start, words)
        start, end = self._before.get(name.end, 0), self._behind.get(begin, -1)
        behind = start > 0 and self._is_and(name.end, start)
        before = end >= 0 and self._is_and(end, begin)
        link = text[name.end : start] if behind else text[end:begin] if before else ""
        self.joined = any(map(str.isalpha, link))
        return ENOUGH if behind and before else behind + before

    def _is_and(self, start: int, end: int) -> bool:
        """Whether the text between two names makes a list of them: "i" does among Slavic words only."""
        if LISTED.fullmatch(self._text, start, end) is None:
            return False
        return self._is_slavic or self._text[start:end].strip() not in _IN_ELSEWHERE
