"""Signs: what is said of a name that shows a company: shares, sales, founding, staff, takeovers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from curator.extraction.companies.contexts import Place
from curator.extraction.companies.cues import Cue, cues
from curator.extraction.companies.fundings import gives_money
from curator.extraction.companies.towns import (
    QUOTES_BEFORE,
    QUOTES_BEHIND,
    is_of_a_town,
    is_told_of_a_town,
    tells_inside,
)
from curator.extraction.companies.weighing import ENOUGH, Talk
from curator.extraction.companies.wordings import either, worded

_REACH = 60
COMPOUND = re.compile(
    rf"[-‑](?P<share>(?:{either('share_compounds')}))\b|[-‑](?P<other>(?:{either('compounds')}))\b"
)
"""What a hyphen ties to a company's name: "die Kranwerk-Aktie"."""
_OF = worded("of")
_IN = worded("in")
_BACKED = re.compile(r"\w[-‑](?:backed|owned|controlled|listed)(?:[ \u00a0][a-z]+){0,3}[ \u00a0]\Z")
_DOMAIN = re.compile(r"\.(?:io|ai|app|tech|bio)\b(?!/)")
_SONS = re.compile(rf"[ \u00a0](?:{either('family_links')})[ \u00a0](?:{either('family')})\b")
_AUXILIARIES = worded("auxiliaries")
_RELATIVES = worded("relatives")
_SHARE_OF = re.compile(
    rf"\d[ \u00a0]?(?:{either('percents')})"
    r"[ \u00a0](?:of |de |d['’]|del |della |di |do |da |van |av |af |της |του |din |af )?(?:the )?\Z"
)
_MADE = re.compile(rf"[^\W\d_]{{2,}}(?:{either('made_endings')})\Z")
_TURNED = worded("turned")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:s|e|er)?\Z")
_FIGURE_WITHIN = 8
_VERB_WITHIN = 5
_FROM = worded("from")
_FUNDING = re.compile(rf"\b(?i:{either('funding')})")


def listen_where_capitals_tell(written: str, before: Sequence[str], talk: Talk) -> None:
    """Note what tells only in languages that give no capital to every noun."""
    if any(Cue.BUYS in cues(word) for word in before[:2]) and _links(before):
        talk.says("bought")
    if before[0] in _TURNED:
        talk.says("turned")
    if tells_inside(before[0]) and not is_of_a_town(written):
        talk.says("from", 0)
    if " " not in written and _MADE.fullmatch(written):
        talk.says("made")


def _links(before: Sequence[str]) -> bool:
    """Whether a verb of buying stands right before a name, or but a word before that links or tells of"
    " where.
    """
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
        talk.says("stake", ENOUGH)
    if not nearest.isdisjoint({Cue.INSTITUTION, Cue.MEDIUM}) or (link in _OF and Cue.INSTITUTION in further):
        talk.no_company = True
    if Cue.COUNTERPART in nearest:
        talk.says("counterpart")
    figure = any(word[0].isdecimal() for word in before)
    if figure and _SHARE_OF.search(text, max(0, place.start - _REACH), place.start):
        talk.says("share_of")
    if Cue.FIGURES_OF in nearest or (link in _OF and Cue.FIGURES_OF in further):
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


def listen_behind(text: str, place: Place, before: str, talk: Talk) -> None:
    """Note what goes on behind a name, `before` being the word before it: what it does, earns, employs."""
    end = place.end
    quoted = text[place.start - 1 : place.start] in QUOTES_BEFORE and text[end : end + 1] in QUOTES_BEHIND
    if quoted:
        talk.says("quoted")
    compound = COMPOUND.match(text, end)
    if compound is not None:
        talk.says("compound", ENOUGH if compound["share"] else 1)
    if _DOMAIN.match(text, end):
        talk.says("domain", ENOUGH)
    if _SONS.search(text, place.start, end + 1):
        talk.says("family", ENOUGH)
    right = place.after(_FIGURE_WITHIN)
    if quoted and text.startswith(",", end + 1) and right and Cue.SPEAKING in cues(right[0]):
        talk.no_company = True  # "„Нямаме дългове“, заяви шефът"
    elif right and Cue.IN_PLACE not in cues(before) and before.lower() not in _FROM:
        _listen_to_words(text, end, right, talk)


def _listen_to_words(text: str, end: int, right: Sequence[str], talk: Talk) -> None:
    kinds = cues(right[0])
    if Cue.COMPANY in kinds and right[0].islower() and text[end : end + 1] == " " and text.isascii():
        talk.no_company = True  # "a Welsh manufacturer"
    figure = any(word[0].isdecimal() for word in right)
    if Cue.SHARES in kinds:
        talk.says("shares", ENOUGH)
    if Cue.FIGURES_OF in kinds:
        talk.says("figures")
    if Cue.CHIEF_BEHIND in kinds:
        talk.says("chief", ENOUGH)
    if Cue.EMPLOYS in kinds and figure:
        talk.says("employs", ENOUGH)
    if text[end : end + 1] == ",":
        _listen_to_clause(right, talk, figure=figure)
    if right[0].lower() in _AUXILIARIES and len(right) > 1:
        kinds |= cues(right[1]) | _traded(right[2:_VERB_WITHIN])
    if Cue.RAISES in kinds and any(word[0].isdecimal() and not _YEAR.match(word) for word in right):
        talk.says("raises", ENOUGH if _tells_of_funding(text) else 1)
    if Cue.TRADES in kinds:
        talk.says("trades")
    elif figure and Cue.RESULTS in kinds:
        talk.says("results")
    elif Cue.SPEAKING in kinds:
        talk.says("acts")


def _traded(words: Sequence[str]) -> frozenset[Cue]:
    """The cue of a verb of trade further from its auxiliary: "Iskraval bo do poletja odpustil"."""
    return frozenset({Cue.TRADES}) if any(Cue.TRADES in cues(word) for word in words) else frozenset()


def _listen_to_clause(right: Sequence[str], talk: Talk, *, figure: bool) -> None:
    """Note what a clause behind a comma tells: "Nexumia, que factura 4 milions"."""
    relative = right[0].lower() in _RELATIVES and len(right) > 1
    if relative and not cues(right[1]).isdisjoint({Cue.TRADES, Cue.EMPLOYS, Cue.RESULTS}):
        talk.says("told_of")
    if relative and figure and Cue.EMPLOYS in cues(right[1]):
        talk.says("employs", ENOUGH)
    if any(Cue.FOUNDED in cues(word) for word in right[:3]):
        talk.says("founded", ENOUGH)


@lru_cache(maxsize=1)
def _tells_of_funding(text: str) -> bool:
    return _FUNDING.search(text) is not None
