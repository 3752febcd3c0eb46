"""Name words: which words beside a company noun can be its name, and where they end."""

from __future__ import annotations

import re
from functools import lru_cache

from curator.domain.spans import Span
from curator.extraction.companies.contexts import Place, word_before
from curator.extraction.companies.cues import Cue, cues
from curator.extraction.companies.legal_forms import without_legal_form
from curator.extraction.companies.spellings import CAPITALS, folded, is_latin
from curator.extraction.companies.towns import is_place
from curator.extraction.companies.wordings import either, listed
from curator.extraction.languages import is_frequent

NAME_WORD = r"[\w&+’'-]{1,30}"
CAPITAL = rf"[{CAPITALS}\d]"
JOINING = either("joining")
LETTERS = re.compile(r"[^\W\d_]+")

_BARE = re.compile(
    rf"{NAME_WORD}(?:[ \u00a0](?:(?:{JOINING})[ \u00a0]|[dl]['’])?(?={CAPITAL}){NAME_WORD}){{0,3}}"
)
_PIECE = re.compile(r"[^ \u00a0]+")
_GOES_ON = re.compile(rf"[.,:]\d|[ \u00a0]?[%€$£]|[ \u00a0](?:{either('magnitudes')})\w*")
"""What goes on behind a number."""
_QUOTED = re.compile(r"[«„“\"'‘](?P<name>[^«»„“”\"\n.,;]{2,50})[»“”\"'’]")
_DAY = re.compile(r"[ \u00a0]\d+[-‑][^\W\d_]")
"""A day of a month with an ending: "İyunun 12-də"."""
_APOSTROPHE = re.compile(r"['’][^\W\d_A-Z]{1,4}$")
"""Endings behind an apostrophe, which are no part of a name: "Yeşilova Market'e"."""
_OWNER = re.compile(rf"(?:{either('owners')})$")
_SURNAME = re.compile(rf"(?:{either('surnames')})$")
_SLAVIC_ADJECTIVE = re.compile(rf"[^\W\d_]+(?:{either('slavic_adjectives')})\Z")
_KEPT_WITH_ONE = tuple(f" {form}" for form in listed("kept_with_one"))
_OF_A_TOWN = re.compile(rf"(?<=\w)[ \u00a0](?:{either('of_a_town')})[ \u00a0]([^\W\d_]+)\Z")
"""Where a name is from, behind it: "il pastificio Granoverde di Foggia"."""
_SMALL_NOUN = re.compile(r"[ \u00a0]([^\W\d_]{4,})(?=[ \u00a0,.])")
"""What an adjective goes with that begins a Slavic name: "skupina Moravské pohony"."""
_MALAY = re.compile(rf"\b(?:{either('malay')})\b")
"""Words of Indonesian and Malay, where "di" is "in" and belongs to no name."""
_TURKIC = re.compile("[ığə]")
_LATVIAN = re.compile("[ļņķģ]")
_LATVIAN_PLACE = re.compile(r"[^\W\d_]{3,}(?:[āēī]|[ļņšž]os|[āēī]s)")
"""A town as Latvian writes it where something is, behind a noun that no name follows so."""
_ACRONYM = re.compile(rf"[{CAPITALS}\d]{{2,5}}s?")
"""What a maker makes rather than who it is: "výrobce GPU", "maker of SUVs"."""
OPENING = "«„“\"'‘"
NO_NAME = frozenset({Cue.PLACE, Cue.LONE, Cue.MEDIUM, Cue.INSTITUTION, Cue.COMPANY, Cue.ROLE, Cue.NATIONAL})


@lru_cache(maxsize=1)
def _is_turkic(text: str) -> bool:
    return _TURKIC.search(text) is not None


@lru_cache(maxsize=1)
def _is_malay(text: str) -> bool:
    return _MALAY.search(text) is not None


@lru_cache(maxsize=1)
def _is_latvian(text: str) -> bool:
    return _LATVIAN.search(text) is not None


def is_institution(written: str) -> bool:
    """Whether a word of the name says that it is a ministry, a court, a club."""
    return any(Cue.INSTITUTION in cues(word) for word in LETTERS.findall(written))


def short(written: str) -> str:
    """The name without its legal form, but "United Group" whole: one word would not tell it."""
    name = without_legal_form(written)
    return written if " " not in name and written.endswith(_KEPT_WITH_ONE) else name


def name_at(text: str, start: int) -> Span | None:
    """The words of the name that begins there, in quotes or with capitals; None if none does."""
    if text[start - 1] in OPENING:
        quoted = _QUOTED.match(text, start - 1)
        return None if quoted is None else Span(*quoted.span("name"))
    match = _BARE.match(text, start)
    if match is None:
        return None
    goes_on = _GOES_ON.match(text, match.end()) is not None
    end = start + _own_length(match[0], goes_on=goes_on)
    town = _OF_A_TOWN.search(text, start, end)
    if town is not None and (is_place(town[1]) or (" di " in town[0] and _is_malay(text))):
        end = town.start()
    return Span(start, with_small_noun(text, start, end, repeated=True))


def with_small_noun(text: str, start: int, end: int, *, repeated: bool = False) -> int:
    """Where the noun in small letters ends that belongs to the name: "Moravské pohony", "Dzūkijos grybai".

    It does behind a Slavic adjective, elsewhere if the text has the name with it always, where that is
    asked for, `repeated`.
    """
    noun = _SMALL_NOUN.match(text, end)
    if noun is None or not noun[1].islower() or Cue.SPEAKING in cues(noun[1]) or is_frequent(noun[1]):
        return end
    if _SLAVIC_ADJECTIVE.match(text, start, end):
        return noun.end()
    if not repeated or _is_turkic(text):
        return end  # "Pamuksal konkordato ilan etti"
    times = text.count(text[start:end])
    return noun.end() if 1 < times == text.count(text[start : noun.end()]) else end


def _own_length(written: str, *, goes_on: bool) -> int:
    """How much of the words is the name: "Apple Tim Cook" and "Acme Raises Cash" go on with others.

    A number that `goes_on` behind them, "Koka Māja 3,5 miljoni", is none of its words.
    """
    pieces = list(_PIECE.finditer(written))
    for at, piece in enumerate(pieces[1:], 1):
        kinds = cues(piece[0])
        if piece[0].isdecimal() and (at + 1 < len(pieces) or goes_on):
            return len(written[: piece.start()].rstrip(" \u00a0&"))  # "Hefekranz 3 Millionen Euro"
        if Cue.SPEAKING in kinds or (Cue.GIVEN in kinds and at + 1 < len(pieces)):
            return len(written[: piece.start()].rstrip(" \u00a0&"))
    ending = _APOSTROPHE.search(written)
    return ending.start() if ending else len(written)


def _is_of_its_head(text: str, noun: str, name: Span) -> bool:
    """Whether a surname behind "the head of the company" is that person's: "prezes spółki Święcki"."""
    written = name.of(text)
    if not _SURNAME.search(written) or text[name.start - 1] in OPENING or written.count(" ") > 1:
        return False
    before = text.rfind(noun, 0, name.start)
    return Cue.ROLE in cues(word_before(text, before)) if before > 0 else False


def may_name(text: str, noun: str, name: Span) -> bool:
    """Whether the words beside the noun can be a name: none of a place, a person, a ministry, a newspaper."""
    written = name.of(text).rstrip("'’-")
    first = LETTERS.search(written)
    if (
        first is None
        or _DAY.search(written)
        or len(written) < 3
        or written[0].isdigit()
        or is_institution(written)
    ):
        return False
    if any(Cue.MEDIUM in cues(word) for word in Place(text, name.start, name.end).before(2)):
        return False
    if text[name.start - 1 : name.start] in tuple(OPENING):
        return True
    if Cue.MAKER in cues(noun) and _ACRONYM.fullmatch(written):
        return False
    kinds = cues(first[0])
    alone = " " not in written
    if alone and _LATVIAN_PLACE.fullmatch(written) and _is_latvian(text):
        return False  # "pieder kokzāģētava Preiļos"
    if _is_of_its_head(text, noun, name) or (alone and (_OWNER.search(written) or is_place(written))):
        return False
    if Cue.GIVEN in kinds or (kinds & NO_NAME and " " not in written):
        return False
    kinds -= {Cue.NATIONAL} if written.split()[-1][0].islower() else set()
    foreign = is_latin(folded(written)) and not is_latin(folded(noun))
    return foreign or not kinds & NO_NAME
