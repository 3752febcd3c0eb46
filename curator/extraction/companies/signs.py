"""Signs: what is said before a name that shows a company: shares in it, its sales, its head, its buyers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from curator.extraction.companies.contexts import Place, is_german
from curator.extraction.companies.cues import Cue, cues
from curator.extraction.companies.fundings import gives_money
from curator.extraction.companies.towns import (
    is_of_a_town,
    is_told_of_a_town,
    tells_inside,
)
from curator.extraction.companies.weighing import ENOUGH, Talk
from curator.extraction.companies.wordings import either, sections, worded

_REACH = 60
_OF = worded("of")
_IN = worded("in")
_BACKED = re.compile(r"\w[-‑](?:backed|owned|controlled|listed)(?:[ \u00a0][a-z]+){0,3}[ \u00a0]\Z")
_SHARE_OF = re.compile(
    rf"\d[ \u00a0]?(?:{either('percents')})"
    r"[ \u00a0](?:of |de |d['’]|del |della |di |do |da |van |av |af |της |του |din |af )?(?:the )?\Z"
)
_MADE = re.compile(rf"[^\W\d_]{{2,}}(?:{either('made_endings')})\Z")
_TURNED = worded("turned")
_FIGURES_WITH_OF = frozenset(sections("cues")["figures_of"]["of"].split())
"""Words for figures that need a word like "of" before the name: "a receita de Torvaldry"."""


def listen_where_capitals_tell(written: str, before: Sequence[str], talk: Talk) -> None:
    """Note what tells only in languages that give no capital to every noun."""
    if any(Cue.BUYS in cues(word) for word in before[:2]) and _links(before):
        talk.says("bought")
    if before[0].lower() in _TURNED:
        talk.says("turned")
    if tells_inside(before[0]) and not is_of_a_town(written):
        talk.says("from", 0)
    if " " not in written and _MADE.fullmatch(written):
        talk.says("made")


def _links(before: Sequence[str]) -> bool:
    """Whether a verb of buying stands right before a name, or but a word that links or tells of where."""
    nearest = before[0]
    if Cue.BUYS in cues(nearest):
        return True
    return (
        nearest.lower() in _OF
        or not cues(nearest).isdisjoint({Cue.ORIGIN, Cue.COUNTERPART})
        or bool(is_of_a_town(nearest))
    )


def listen_before(text: str, place: Place, before: Sequence[str], talk: Talk) -> None:
    """Note what the words `before` a name say, nearest first: shares in it, its sales, its head, its town."""
    nearest = cues(before[0])
    further = cues(before[1]) if len(before) > 1 else frozenset[Cue]()
    link = before[0].lower()
    if not nearest.isdisjoint({Cue.SHARES, Cue.SHARES_BEFORE}) or (
        link in _OF | _IN and Cue.SHARES_OF in further
    ):
        talk.says("shares", ENOUGH)
    if link in _IN and Cue.STAKE in further:
        talk.says("stake", 1 if is_german(text) else ENOUGH)
    if not nearest.isdisjoint({Cue.INSTITUTION, Cue.MEDIUM}) or (link in _OF and Cue.INSTITUTION in further):
        talk.no_company = True
    if Cue.COUNTERPART in nearest:
        talk.says("counterpart")
    figure = any(word[0].isdecimal() for word in before)
    if figure and _SHARE_OF.search(text, max(0, place.start - _REACH), place.start):
        talk.says("share_of")
    figures = Cue.FIGURES_OF in nearest and before[0] not in _FIGURES_WITH_OF
    if figures or (link in _OF and Cue.FIGURES_OF in further):
        talk.says("figures")
    if link in _OF and Cue.CHIEF in further:
        talk.says("chief", ENOUGH)
    if "-" in text[max(0, place.start - _REACH) : place.start] and _BACKED.search(
        text, max(0, place.start - _REACH), place.start
    ):
        talk.says("backed", ENOUGH)
    if is_told_of_a_town(text, place, before):
        talk.says("town")
    if gives_money(text, place.start, before):
        talk.says("funds", ENOUGH)
