"""Deeds: what is said behind a name that shows a company: what it sells, earns, founds, whom it employs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from curator.extraction.companies.contexts import Place
from curator.extraction.companies.cues import Cue, cues
from curator.extraction.companies.towns import QUOTES_BEFORE, QUOTES_BEHIND
from curator.extraction.companies.weighing import ENOUGH, Talk
from curator.extraction.companies.wordings import either, worded

COMPOUND = re.compile(
    rf"[-‑](?P<share>(?:{either('share_compounds')}))\b|[-‑](?P<other>(?:{either('compounds')}))\b"
)
"""What a hyphen ties to a company's name: "die Kranwerk-Aktie"."""
_DOMAIN = re.compile(r"\.(?:io|ai|app|tech|bio)\b(?!/)")
_SONS = re.compile(rf"[ \u00a0](?:{either('family_links')})[ \u00a0](?:{either('family')})\b")
_AUXILIARIES = worded("auxiliaries")
_RELATIVES = worded("relatives")
_DIRECT = (" ", "\u00a0", "'", "’", "-", "‑", *QUOTES_BEHIND)
"""What stands behind a name that a verb or a noun of its own follows."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:s|e|er)?\Z")
_FIGURE_WITHIN = 8
_VERB_WITHIN = 5
_FROM = worded("from")
_FROM_A_TOWN = worded("from_a_town")
_FUNDING = re.compile(rf"\b(?i:{either('funding')})")


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
    kinds, sign = cues(right[0]), text[end : end + 1]
    if Cue.COMPANY in kinds and right[0].islower() and sign == " " and text.isascii():
        talk.no_company = True  # "a Welsh manufacturer"
    figure = any(word[0].isdecimal() for word in right)
    behind = _behind_a_place(right) if sign in (" ", ",") else ()
    if behind:
        _listen_to_deeds(text, behind, talk, figure=figure)
    elif sign == ",":
        _listen_to_clause(right, talk, figure=figure)
    elif sign in _DIRECT:
        _listen_to_deeds(text, right, talk, figure=figure)


def _behind_a_place(right: Sequence[str]) -> Sequence[str]:
    """The words behind one that says where the name is from: "Hilatura Ferre, de Banyeres, factura"."""
    if right[0] not in _FROM_A_TOWN:
        return ()
    end = next((at for at, word in enumerate(right[1:], 1) if not word[0].isupper()), len(right))
    return right[end:] if end > 1 else ()


def _listen_to_deeds(text: str, right: Sequence[str], talk: Talk, *, figure: bool) -> None:
    """Note what follows the name at once: "shares fell", "employs 300 people", "has raised $3 million"."""
    kinds = cues(right[0])
    if Cue.SHARES in kinds:
        talk.says("shares", ENOUGH)
    if Cue.FIGURES_OF in kinds:
        talk.says("figures")
    if Cue.CHIEF_BEHIND in kinds:
        talk.says("chief", ENOUGH)
    if Cue.EMPLOYS in kinds and figure:
        talk.says("employs", ENOUGH)
    if right[0].lower() in _AUXILIARIES and len(right) > 1:
        kinds |= cues(right[1]) | _traded(right[2:_VERB_WITHIN])
    if Cue.RAISES in kinds and any(word[0].isdecimal() and not _YEAR.match(word) for word in right):
        talk.says("raises", ENOUGH if _tells_of_funding(text) else 1)
    if not kinds.isdisjoint({Cue.TRADES, Cue.BUYS}):
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
    if any(Cue.FOUNDED in cues(word) and word != "base" for word in right[:3]):
        talk.says("founded", ENOUGH)


@lru_cache(maxsize=1)
def _tells_of_funding(text: str) -> bool:
    return _FUNDING.search(text) is not None
