"""Second opinions: what ftfy says of a line, where that is better than our own reading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from curator.cleaning.alphabetic.readings import Reader
from curator.cleaning.damage.lossless import badness, lossless_edits
from curator.cleaning.damage.pages import Page, leads_left
from curator.cleaning.damage.suspicions import is_in_code, is_suspicious
from curator.cleaning.edits import Found, edited
from curator.cleaning.lines import Line, moved, with_edits

_MOST_ASKED = 200_000
SHORT = 1_500
"""Code points below which a document shows too little for ours to be trusted alone."""

_WORD = re.compile(r"\S+")


def repair_by_line(found: Found, lines: Sequence[Line], known: Page, judge: Reader | None = None) -> None:
    """Each line by ftfy where that is better: where damage is left, and in short texts everywhere."""
    left = _MOST_ASKED
    short = sum(len(line.text) for line in lines) < SHORT
    for line, edits in with_edits(found, lines):
        ours = edits
        text = edited(line.text, ours)
        if left > 0 and (ours or not is_in_code(text)) and (is_suspicious(text) or (short and ours)):
            left -= len(text)
            theirs = lossless_edits(line.text)
            other = edited(line.text, theirs)
            if theirs and (not ours or (other != text and _is_better(known, judge, other, text))):
                ours = theirs
                found.channel = found.channel or ours[0].channel
        found.edits[line.part] += [moved(edit, line.start) for edit in ours]


def _is_better(known: Page, judge: Reader | None, one: str, other: str) -> bool:
    """Whether one text looks less damaged than another, or no more so and its words are no less likely."""
    mine, its = _damage(known, one), _damage(known, other)
    return mine < its or (mine == its and _are_likelier(judge, one, other))


def _damage(known: Page, text: str) -> tuple[int, int]:
    """How damaged a text still looks."""
    return leads_left(known, text) + text.count("\ufffd"), badness(text)


def _are_likelier(judge: Reader | None, one: str, other: str) -> bool:
    """Whether the words that only one text has are as likely as those that only the other has, or more."""
    if judge is None or judge.words is None:
        return True
    mine, its = (Counter(_WORD.findall(text)) for text in (one, other))
    return _likelihood(judge, mine - its) >= _likelihood(judge, its - mine)


def _likelihood(judge: Reader, words: Counter[str]) -> float:
    return sum(count * judge.score(word) for word, count in words.items())
