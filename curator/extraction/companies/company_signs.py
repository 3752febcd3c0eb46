"""Signs: new names told by what is said of them: shares, sales, founding, staff, who stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from curator import paths
from curator.domain.spans import Span
from curator.extraction.companies.company_contexts import Cue, Place, cues, word_before
from curator.extraction.companies.company_inflections import bases
from curator.extraction.companies.company_mentions import LISTED, LONGEST_CONJUNCTION, Mention, Trust
from curator.extraction.companies.company_nouns import NAME_WORD, is_institution
from curator.extraction.companies.company_spellings import words
from curator.extraction.companies.company_tables import CAPITALS
from curator.extraction.languages import is_frequent
from curator.extraction.memories import Memory

ENOUGH = 2
"""So much has to speak for a name."""
_MOST_WORDS = 4
_SHORTEST = 3
_REACH = 60
_NAME = re.compile(
    rf"{NAME_WORD}(?:[ \u00a0](?:(?:&|de|del|di|do|da)[ \u00a0])?(?=[{CAPITALS}\d]){NAME_WORD})"
    rf"{{0,{_MOST_WORDS - 1}}}"
)
_COMPOUND = re.compile(
    r"[-‑](?P<share>(?:Aktien?|Papiere?|Aktionäre?n?|Anteile|Anleihen?|aktien?|aktier|aksjen?|aksjer|aandelen"
    r"|részvény\w*|osakk?e\w*|акци\w+|akcie|akcji))\b"
    r"|[-‑](?P<other>(?:Konzern\w*|Tochter|Töchter|Gruppe|Werke?n?s?|Filialen?|Kunden|Mitarbeiter|Beschäftigten?"
    r"|Vorstand|Finanzchef\w*|Gründer\w*|koncern\w*|konsern\w*|konserni\w*|filialer?|kunder|medarbejdere"
    r"|anställda|topman|dochter))\b"
)
"""What a hyphen ties to a company's name: "die Kranwerk-Aktie"."""
_OF = frozenset("of von de di du da do der des van af av för för la lui του της al a d in".split())
_IN = frozenset(
    "in an am v ve w we u в у во i dans en em na nel nella of de di da at hos la bij ved til".split()
)
_BACKED = re.compile(r"\w[-‑](?:backed|owned|controlled|listed)(?:[ \u00a0][a-z]+){0,3}[ \u00a0]\Z")
_DOMAIN = re.compile(r"\.(?:io|ai|app|tech|bio)\b(?!/)")
_SONS = re.compile(
    r"[ \u00a0](?:&|and|und|et|e|y|og|och|i|a|und)[ \u00a0]"
    r"(?:Sons|Söhne|Sohn|Fils|Figli|Hijos|Zonen|Zn|Brothers|Bros|Cie|Compagnie|Partner(?:s|e)?|Associates|Co\b|Synové"
    r"|Synowie|Sønner|Söner|Filhos|Fratelli)\b"
)
_TOWNS_ADJECTIVE = re.compile(
    r"(?:[^\W\d_]+(?:sk|ck|šk|čk|zk|dzk)(?:[ýáéíiay]|ie|ou|ej|ého|iego)"  # Brněnský, Wrocławska, Splitski
    r"|[^\W\d_]+(?:ск|цк|чк|шк|зк|ськ|зьк|цьк)(?:ий|ой|ая|ое|ый|а|о|и|ата|ото|ият|ия)"
    r"|[^\W\d_]+(?:lainen|läinen|laisen|läisen)|[^\W\d_]{2,}l[ıiuü]"  # Oululainen, Bursalı
    r"|[^\W\d_]{3,}(?:ana|ano|ina|ino|esa|ense|aise|ais|oise|ois|enne|ien|ese|ense|ez|eză|eana|eano|iota)"
    r"|[^\W\d_]{3,}se|[^\W\d_]{3,}er|[^\W\d_]{3,}i)\Z"
)
_IN_ELSEWHERE = frozenset({"i", "in", "a", "o", "u"})
_SLAVIC = re.compile("[čćšžłśżźěřů]")
_TOWN_BEFORE = re.compile(
    r"[^\W\d_]+(?:sk|ck|šk|čk|zk|dzk)(?:[ýáéíiay]|ie)|[^\W\d_]+(?:ск|цк|чк|шк|ськ|цьк)(?:ий|ая|ое|а|о|и|ата|ото|ият)"
    r"|[^\W\d_]+(?:lainen|läinen)|[^\W\d_]{3,}l[ıiuü]"
)
"""Those that surely are no part of the name that they begin a sentence before."""
_ARTICLES = [[article] for article in "het de la il el o a az die der das le l".split()]
_NEVER_FIRST = frozenset(
    {
        Cue.PLACE,
        Cue.LONE,
        Cue.MEDIUM,
        Cue.INSTITUTION,
        Cue.NATIONAL,
        Cue.COMPANY,
        Cue.ROLE,
        Cue.GIVEN,
        Cue.ORIGIN,
    }
)
_LEAST = frozenset({"acts", "listed"})
_DETERMINERS = frozenset(
    "der die das den dem des ein eine einen einem einer eines diese dieser dieses diesem diesen"
    " seine seiner seines seinem seinen ihre ihrer ihres ihrem ihren sein ihr kein keine keiner im am zum zur"
    " vom beim ins".split()
)
"""German words behind which any noun has a capital."""
_FIGURE_WITHIN = 8
_POSSESSIVE = re.compile(r"['’](?:s|S)?\Z")
_PIECE = re.compile(r"[^ \u00a0]+")
_VERBS = frozenset({Cue.SPEAKING, Cue.RAISES, Cue.EMPLOYS, Cue.SHARES})
_MOST_TALKED_OF = 200
_FUNDING = re.compile(
    r"\b(?i:series [a-g]\b|seed\b|funding|venture|investors?\b|invested|amorçage|tour de table"
    r"|Finanzierungsrunde|Investoren|ronda|rodada|investidor\w*|inversor\w*|investering\w*|runda|rundzie|rund[ęy]\b|inwestor\w*|investor\w*"
    r"|kierros|rahoit\w+|sijoitta\w+|yatırım\w*|раунд\w*|инвест\w+|інвест\w+|investic\w*|befektet\w+|investit\w+)"
)


@dataclass
class _Talk:
    """What speaks for one name: kinds of signs with their weights, and where it stands."""

    places: list[Span] = field(default_factory=list[Span])
    signs: dict[str, int] = field(default_factory=dict[str, int])
    no_company: bool = False

    def says(self, sign: str, weight: int = 1) -> None:
        """Note a sign; the same one counts once."""
        self.signs[sign] = max(weight, self.signs.get(sign, 0))

    def enough(self, text: str) -> bool:
        """Whether it is a company's name: coming again counts beside a sign that persons seldom have."""
        written = self.places[0].of(text)
        again = len(self.places) > 1 and not self.signs.keys() <= _LEAST and not written.isupper()
        return sum(self.signs.values()) + again >= ENOUGH


def talked_of(text: str, unnamed: Sequence[tuple[int, str]], mentions: Sequence[Mention]) -> Iterator[Span]:
    """The first places of names that enough is said of; `mentions` are the companies known beside them."""
    neighbours = _Neighbours(mentions)
    talks: dict[str, _Talk] = {}
    end = 0
    for start, word in unnamed:
        if start < end or len(word) < _SHORTEST or not word[0].isalpha() or len(talks) > _MOST_TALKED_OF:
            continue
        if not _may_begin[word] and not _TOWN_BEFORE.fullmatch(word):
            continue
        name = _name_at(text, start)
        if name is None:
            continue
        end = name.end
        talk = talks.setdefault(_key(name.of(text)), _Talk())
        talk.places.append(name)
        _listen(text, name, talk, neighbours)
    for talk in talks.values():
        if not talk.no_company and talk.enough(text):
            yield talk.places[0]


def _name_at(text: str, start: int) -> Span | None:
    """The words of a name that may be a company's, None if they are none."""
    match = _NAME.match(text, start)
    if match is None or (start and (text[start - 1].isalnum() or text[start - 1] in "-‑'’./@")):
        return None
    end = _end_before_verb(match)
    compound = _COMPOUND.search(text, start, end)
    written = text[start : end if compound is None else compound.start()]
    written = _POSSESSIVE.sub("", written).rstrip("'’-& ")
    before = word_before(text, start) if start and text[start - 1] in " \u00a0" else ""
    first, _, rest = written.partition(" ")
    if rest and not before and _TOWN_BEFORE.fullmatch(first) and not cues(first):
        return _name_at(text, start + len(first) + 1)
    determined = not rest and compound is None and before.lower() in _DETERMINERS
    if determined or _goes_on_before(before) or not _names[written]:
        return None
    end = start + len(written)
    return None if text[end : end + 2].strip()[:1] in ("«", "„") else Span(start, end)


def _goes_on_before(before: str) -> bool:
    """Whether the word before a name is the beginning of a longer one: "Real Betis"."""
    named = before[:1].isupper() and before[-1].isalpha() and not is_frequent(before)
    return named and not cues(before) and not _TOWNS_ADJECTIVE.fullmatch(before)


def _may_name(written: str) -> bool:
    first = written.partition(" ")[0]
    if not first:
        return False
    if cues(first.rstrip(".")) & _NEVER_FIRST or is_institution(written) or is_frequent(first):
        return False
    if first.isupper() and any(letter.isdigit() for letter in written):
        return False  # "FTSE 100"
    tells = len(written) > _SHORTEST or written.isupper()
    return tells and not first[0].isdigit() and not _is_place(written)


_names = Memory(_may_name)


def _may_be_first(word: str) -> bool:
    return not cues(word) & _NEVER_FIRST and not is_frequent(word)


_may_begin = Memory(_may_be_first)


def _end_before_verb(match: re.Match[str]) -> int:
    """Where the name ends before a verb that a headline gives a capital: "Veldhart Raises"."""
    for piece in list(_PIECE.finditer(match[0]))[1:]:
        if cues(piece[0]) & _VERBS or piece[0].isdecimal():
            return match.start() + len(match[0][: piece.start()].rstrip(" \u00a0&"))
    return match.end()


def _listen(text: str, name: Span, talk: _Talk, neighbours: _Neighbours) -> None:
    place = Place(text, name.start, name.end)
    _listen_before(text, place, talk)
    _listen_behind(text, place, talk)
    beside = neighbours.listed(text, name)
    if beside:
        talk.says("listed", beside)
    if place.is_a_surname() or (talk.signs and (place.begins_a_persons_name() or place.is_a_town())):
        talk.no_company = True


def _listen_before(text: str, place: Place, talk: _Talk) -> None:
    before = place.before(3)
    nearest = cues(before[0]) if before else frozenset[Cue]()
    further = cues(before[1]) if len(before) > 1 else frozenset[Cue]()
    link = before[0].lower() if before else ""
    if Cue.SHARES in nearest or (link in _OF | _IN and Cue.SHARES_OF in further):
        talk.says("shares", ENOUGH)
    if link in _IN and Cue.STAKE in further:
        talk.says("stake", ENOUGH)
    if Cue.FIGURES_OF in nearest or (link in _OF and Cue.FIGURES_OF in further):
        talk.says("figures")
    if link in _OF and Cue.CHIEF in further:
        talk.says("chief", ENOUGH)
    if "-" in text[max(0, place.start - _REACH) : place.start] and _BACKED.search(
        text, max(0, place.start - _REACH), place.start
    ):
        talk.says("backed", ENOUGH)
    if before and _is_of_a_town(text, place, before):
        talk.says("town")


def _listen_behind(text: str, place: Place, talk: _Talk) -> None:
    end = place.end
    compound = _COMPOUND.match(text, end)
    if compound is not None:
        talk.says("compound", ENOUGH if compound["share"] else 1)
    if _DOMAIN.match(text, end):
        talk.says("domain", ENOUGH)
    if _SONS.search(text, place.start, end + 1):
        talk.says("family", ENOUGH)
    right = place.after(_FIGURE_WITHIN)
    if not right or Cue.IN_PLACE in cues(word_before(text, place.start)):
        return
    kinds = cues(right[0])
    figure = any(word[0].isdecimal() for word in right)
    if Cue.SHARES in kinds:
        talk.says("shares", ENOUGH)
    if Cue.FIGURES_OF in kinds:
        talk.says("figures")
    if Cue.CHIEF in kinds:
        talk.says("chief", ENOUGH)
    if Cue.EMPLOYS in kinds and figure:
        talk.says("employs", ENOUGH)
    if text[end : end + 1] == "," and any(Cue.FOUNDED in cues(word) for word in right[:3]):
        talk.says("founded", ENOUGH)
    if Cue.RAISES in kinds and figure and _FUNDING.search(text):
        talk.says("raises", ENOUGH)
    if Cue.SPEAKING in kinds or (figure and Cue.RESULTS in kinds):
        talk.says("acts")


def _is_of_a_town(text: str, place: Place, before: Sequence[str]) -> bool:
    """Whether a town's adjective begins the sentence before the name: "Brněnský Vltavín"."""
    gap = text[place.start - 1 : place.start]
    adjective = before[0]
    if gap not in (" ", "\u00a0") or not _TOWNS_ADJECTIVE.fullmatch(adjective):
        return False
    _, *article = before
    return article == [] if adjective[0].isupper() else [word.lower() for word in article][:2] in _ARTICLES


class _Neighbours:
    """Companies known in a text, beside which in a list other names are companies, too."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        sure = [each for each in mentions if each.company and each.trust < Trust.REPEATED]
        reach = range(1, LONGEST_CONJUNCTION)
        self._before = {each.start - gap: each.start for each in sure for gap in reach}
        self._behind = {each.end + gap: each.end for each in sure for gap in reach}

    def listed(self, text: str, name: Span) -> int:
        """How much a list speaks for the name: a company right before it, one right behind it."""
        start, end = self._before.get(name.end, 0), self._behind.get(name.start, -1)
        behind = start > 0 and _is_and(text, name.end, start)
        before = end >= 0 and _is_and(text, end, name.start)
        return ENOUGH if behind and before else behind + before


def _is_and(text: str, start: int, end: int) -> bool:
    """Whether the text between two names makes a list of them: "i" and "in" do among Slavic words only."""
    if LISTED.fullmatch(text, start, end) is None:
        return False
    link = text[start:end].strip()
    return link not in _IN_ELSEWHERE or _SLAVIC.search(text) is not None


def _key(name: str) -> str:
    """What all inflected forms of a name have in common, roughly."""
    spelling = words(name)
    return " ".join(word[: max(3, len(word) - 2)] for word in spelling)


def _is_place(written: str) -> bool:
    return " " not in written and any(
        stem in _places() for word in words(written) for stem in bases(word)[:4]
    )


@cache
def _places() -> frozenset[str]:
    file = paths.resource("companies", "places.txt")
    lines = file.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if line[0] != "#" for word in line.split())
