"""Fundings: names that money comes from: "raised $14 million from Norfund", "runda, którą dał fundusz"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from curator.extraction.companies.cues import Cue, cues
from curator.extraction.companies.spellings import CAPITALS
from curator.extraction.companies.wordings import either, worded

_REACH = 120
_LINKS = worded("funded_by") | worded("last_links")
_MONEY = re.compile(rf"[$€£₹]|\b(?i:{either('money')})|\b(?i:{either('funding')})")
_FROM = re.compile(
    rf"[ \u00a0](?:{either('funded_by')})[ \u00a0]?(?:(?:{either('list_articles')}|the)[ \u00a0]|d['’])?"
    rf"(?:[«„“\"]?[{CAPITALS}][^.!?\n]{{1,60}}?[»“”\"]?(?:,|[ \u00a0](?:{either('list_words')}))[ \u00a0]"
    rf"(?:(?:{either('funded_by')})[ \u00a0]|d['’])?)*[«„“\"]?\Z"
)
"""The word for "from" and names of a list before the one that is asked for."""
_SENTENCE = re.compile(r"[.!?]\s|\n")
_WORD = re.compile(r"[^\W\d_]{3,}")
_RECEIVED = worded("received")


def gives_money(text: str, start: int, before: Sequence[str]) -> bool:
    """Whether the words before a name say that somebody raised money from it; `before` are the nearest."""
    if before[0].lower() not in _LINKS and text[start - 2 : start] != ", ":
        return False
    left = text[max(0, start - _REACH) : start]
    sentence = _SENTENCE.split(left)[-1]
    link = _FROM.search(sentence)
    if link is None or _MONEY.search(sentence, 0, link.start()) is None:
        return False
    return any(
        Cue.RAISES in cues(word) or word in _RECEIVED for word in _WORD.findall(sentence[: link.start()])
    )
