"""Contexts: what the words around a name tell of it: a company, a person, a place, a broadcaster."""

from __future__ import annotations

import re
import tomllib
from enum import StrEnum
from functools import cache

from curator import paths
from curator.extraction.companies.inflections import agrees, base, bases
from curator.extraction.companies.spellings import folded
from curator.extraction.companies.wordings import either, worded
from curator.extraction.languages import is_frequent
from curator.extraction.memories import Memory

REACH = 64
"""How many characters to either side are looked at."""

_RESULTS_REACH, _RESULTS_NEAR = 12, 8
"""Words behind a name among which a figure stands, and among which a verb of results does."""
_PIECE = re.compile(r"\w+(?:[-‑]\w+)*")
_STOP = re.compile(r"[.!?;:|•。！？]\s|\n[\s\-*•#]*\n|\n[-*•#]")
_OPENING = " \u00a0\t«„“”\"'‚‘’(*_["
BESIDE = " \u00a0«„“\"'‘"
"""What may stand between a name and the word before it."""
_BULLETS = ".!?:;•|–—-#>。！？…\n"
_LAST_LATIN = "\u024f"
_FIRST_ASIAN, _LAST_ASIAN = "\u3040", "\ud7af"
_ENGLISH = re.compile(r"\b(?:the|and|of|to|for|with|that|is)\b")
_ELIDED = re.compile(r"^(?:[ldLD]|dell|nell|all|un)['’](?=\w{3})")
_NEXT = re.compile(r"[ \u00a0\-]\"?(\w+)")
_SENTENCE_ENDS = re.compile(r"[。!?！？\n]|\.(?!\d)")
_GAME = re.compile(either("games"))
_TOWN_REACH = 24
_TOWN = re.compile(
    rf"\b(?:(?i:{either('towns_of')})[ \u00a0](?:of[ \u00a0]|d[eoai][ \u00a0]|d['’])"
    rf"|(?i:{either('towns_before')})[ \u00a0])\Z"
)
_STREET = re.compile(rf"\b(?i:{either('streets')})[ \u00a0](?:d[eu][ \u00a0])?\Z")
_HONORIFICS = worded("honorifics")
_ACRONYM_BEFORE = re.compile(r"\b[A-ZÀ-Þ]{2,4}[-‑]\Z")
_RAISED = re.compile(
    rf"\b(?:{either('raised')})\b[^.\n]{{0,45}}[ \u00a0](?:{either('raised_from')})[ \u00a0]\Z"
)
_APPOSED = re.compile(r"[»“”\"’]?, ")
_POSSESSIVE = re.compile(r"['’]s\b")
_MODEL = re.compile(r"[ \u00a0-](?:[A-Z]{0,3}-?\d{2,4}\b(?!\s*%)|(?i:max|neo)\b|А\d{3})")
_OF = worded("of")
_MAKERS = worded("makers")
GERMAN = re.compile(rf"\b(?:{either('german')})\b")
_ASIAN_AFTER = re.compile(either("asian_behind"))
_ASIAN_BEFORE = re.compile(rf"(?:{either('asian_before')})$")


class Cue(StrEnum):
    """What a word says of a name beside it."""

    COMPANY = "company"
    ROLE = "role"
    SPEAKING = "speaking"
    RESULTS = "results"
    SEVERAL = "several"
    MEDIUM = "medium"
    SERVICE = "service"
    IN_PLACE = "in_place"
    PRODUCT = "product"
    GIVEN = "given"
    INSTITUTION = "institution"
    PLACE = "place"
    NATIONAL = "national"
    LONE = "lone"
    ORIGIN = "origin"
    GROUP = "group"
    MAKER = "maker"
    INDUSTRY = "industry"
    SHARE_GROUP = "share_group"
    SHARES = "shares"
    SHARES_OF = "shares_of"
    STAKE = "stake"
    FIGURES_OF = "figures_of"
    CHIEF = "chief"
    CHIEF_BEHIND = "chief_behind"
    EMPLOYS = "employs"
    RAISES = "raises"
    FOUNDED = "founded"
    TRADES = "trades"
    BUYS = "buys"
    COUNTERPART = "counterpart"
    NOUN_BEHIND = "noun_behind"
    TAIL = "tail"
    ENGLISH_TAIL = "english_tail"
    HEAD = "head"
    VAGUE = "vague"


_DECLINED = frozenset(Cue) - {
    Cue.SPEAKING,
    Cue.RESULTS,
    Cue.TRADES,
    Cue.BUYS,
    Cue.NOUN_BEHIND,
    Cue.SEVERAL,
    Cue.IN_PLACE,
    Cue.PRODUCT,
    Cue.LONE,
    Cue.TAIL,
    Cue.ENGLISH_TAIL,
    Cue.VAGUE,
    Cue.HEAD,
}
_NOTHING: frozenset[Cue] = frozenset()


def cues(word: str) -> frozenset[Cue]:
    """What the written word is a cue for, in any of its inflected forms."""
    return _cues[word]


def word_before(text: str, start: int) -> str:
    """The word right before `start`, quotes and spaces between; "" if there is none."""
    left = text[max(0, start - 32) : start].rstrip(BESIDE).rsplit(None, 1)
    if not left:
        return ""
    word = left[-1]
    return word if word.isalpha() else _ELIDED.sub("", word.lstrip("(«„“\"'‘["))


class Place:
    """One place of a text that may name a company, with what stands around it."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end

    @property
    def written(self) -> str:
        """The words of the place."""
        return self.text[self.start : self.end]

    def before(self, count: int = 3) -> list[str]:
        """Up to `count` words of the same sentence before the place, nearest first."""
        left = self.text[max(0, self.start - REACH) : self.start]
        sentence = max((stop.end() for stop in _STOP.finditer(left)), default=0)
        pieces: list[str] = _PIECE.findall(left[sentence:])
        return pieces[: -count - 1 : -1]

    def after(self, count: int = 2) -> list[str]:
        """Up to `count` words of the same sentence behind the place, nearest first."""
        possessive = _POSSESSIVE.match(self.text, self.end)
        end = possessive.end() if possessive else self.end
        right = self.text[end : end + REACH]
        stop = _STOP.search(right)
        pieces: list[str] = _PIECE.findall(right[: stop.start()] if stop else right)
        return pieces[:count]

    def begins_sentence(self) -> bool:
        """Whether a word here would be written with a capital anyway."""
        left = self.text[max(0, self.start - 16) : self.start].rstrip(_OPENING)
        return not left or left[-1] in _BULLETS

    def follows_company_noun(self) -> bool:
        """Whether a company noun stands right before: "společnost", "авиокомпания"; not a newspaper's."""
        nearest = self.before(2)
        if not nearest or Cue.COMPANY not in cues(nearest[0]):
            return False
        return not any(Cue.MEDIUM in cues(word) for word in nearest)

    def shows_a_company(self, *, may_speak: bool = True) -> bool:
        """Whether company words stand around: shares, a chief executive, an announcement.

        An announcement tells nothing where a person of the same name may speak.
        """
        if _FIRST_ASIAN <= self.text[self.end - 1] <= _LAST_ASIAN:
            right = _ASIAN_AFTER.match(self.text, self.end)
            return bool(right or _ASIAN_BEFORE.search(self.text[max(0, self.start - 6) : self.start]))
        kinds = [cues(word) for word in self.before()]
        if any(Cue.ROLE in kind or Cue.COMPANY in kind for kind in kinds):
            return True
        right = self.after()
        if _RAISED.search(self.text, max(0, self.start - REACH), self.start):
            return True
        if not may_speak or not right:
            return False
        return Cue.SPEAKING in cues(right[0]) or self._is_explained(right)

    def _is_explained(self, right: list[str]) -> bool:
        """Whether a comma and a company noun follow: "Lego, dánská firma …", "Kruk, a retailer …"."""
        if not _APPOSED.match(self.text, self.end) or not right[0][0].islower():
            return False
        return any(Cue.COMPANY in cues(word) for word in right if word[0].islower())

    def reports_results(self) -> bool:
        """Whether the sentence goes on with what companies earn, sell or lay off, and figures of it."""
        right = self.after(_RESULTS_REACH)
        if not any(word[0].isdecimal() for word in right):
            return False
        return any(Cue.RESULTS in cues(word) for word in right[:_RESULTS_NEAR])

    def is_a_service(self) -> bool:
        """Whether a web service is meant as a place or an app: "na Twitteru", "приложение Telegram"."""
        nearest = cues(word_before(self.text, self.start))
        if Cue.SERVICE in nearest:
            return True
        owned = any(Cue.ROLE in cues(word) for word in self.before(3)[1:])
        return Cue.IN_PLACE in nearest and not owned

    def is_told_of_a_game(self) -> bool:
        """Whether the sentence is one of a game that clubs play."""
        left = self.text[max(0, self.start - REACH) : self.start]
        right = self.text[self.end : self.end + REACH]
        sentence = _SENTENCE_ENDS.split(left)[-1] + self.written + _SENTENCE_ENDS.split(right)[0]
        return _GAME.search(sentence) is not None

    def is_of_an_office(self) -> bool:
        """Whether a ministry or the like and "of" stand before: "Ministerio de Consumo"."""
        words = self.before(2)
        return len(words) > 1 and words[0].lower() in _OF and Cue.INSTITUTION in cues(words[1])

    def is_inside(self) -> bool:
        """Whether a word like "in" stands right before, as before a town."""
        return Cue.IN_PLACE in cues(word_before(self.text, self.start))

    def begins_a_longer_name(self, company: str) -> bool:
        """Whether the name goes on as another's: an arena, a cup, an aeroplane's model."""
        if company in _MAKERS and _MODEL.match(self.text, self.end):
            return True
        following = _NEXT.match(self.text, self.end)
        return following is not None and Cue.PRODUCT in cues(following[1])

    def is_a_surname(self) -> bool:
        """Whether a given name stands right before."""
        gap = self.text[self.start - 1 : self.start]
        if not gap or gap not in " \u00a0":
            return False
        nearest = word_before(self.text, self.start)
        if not nearest[:1].isupper() or nearest[-1] in ",;:":
            return False
        if Cue.GIVEN in cues(nearest) or nearest.rstrip(".") in _HONORIFICS:
            return True
        names = self.before(2)
        return len(names) > 1 and names[1][0].isupper() and Cue.GIVEN in cues(names[1])

    def begins_a_persons_name(self) -> bool:
        """Whether the name is a given one, too, and a surname follows: "Albert Manifold"."""
        if Cue.GIVEN not in cues(self.text[self.start : self.end]):
            return False
        following = _NEXT.match(self.text, self.end)
        return following is not None and following[1][0].isupper()

    def goes_on_as_a_persons_name(self, *, inflected: bool) -> bool:
        """Whether it ends with a given name that a surname follows: "Dr. Max Huber".

        A name of one word counts where it would be an `inflected` one: "Joanne Pike" is no Joann.
        """
        *others, last = self.written.split()
        if not (others or inflected) or Cue.GIVEN not in cues(last):
            return False
        following = _NEXT.match(self.text, self.end)
        return following is not None and following[1][0].isupper() and not following[1].isupper()

    def ends_a_longer_acronym(self) -> bool:
        """Whether capitals and a hyphen stand before an acronym: "AP-HP"."""
        if not self.text[self.start : self.end].isupper():
            return False
        return _ACRONYM_BEFORE.search(self.text, max(0, self.start - _TOWN_REACH), self.start) is not None

    def may_end_a_persons_name(self) -> bool:
        """Whether the word right before may be a given one: a capital that nothing else explains."""
        if self.start < 2 or self.text[self.start - 1] not in " \u00a0":
            return False
        before = word_before(self.text, self.start)
        if not before[:1].isupper() or not before.isalpha() or before.isupper() or is_frequent(before):
            return False
        return cues(before) <= {Cue.GIVEN}

    def is_a_town(self) -> bool:
        """Whether a word for a town or street stands right before: "la ville d'Orange", "calle Santander"."""
        begin = max(0, self.start - _TOWN_REACH)
        return any(place.search(self.text, begin, self.start) for place in (_TOWN, _STREET))

    def has_telling_capital(self) -> bool:
        """Whether only a name would have a capital here: no sentence, headline or longer name begins."""
        if self.begins_sentence():
            return False
        beside = [word_before(self.text, self.start)] if self.text[self.start - 1] == " " else []
        following = _NEXT.match(self.text, self.end)
        beside += [following[1]] if following else []
        return not any(word[:1].isupper() and not word.isupper() for word in beside)


def is_foreign(text: str, start: int, end: int) -> bool:
    """Whether a name in Latin letters stands among words of another script."""
    around = text[max(0, start - REACH) : start] + text[end : end + REACH]
    letters = [letter > _LAST_LATIN for letter in around if letter.isalpha()]
    return sum(letters) * 2 > len(letters)


def is_english(text: str, start: int) -> bool:
    """Whether the words around are English, or too few to tell."""
    around = text[max(0, start - 3 * REACH) : start + 3 * REACH]
    return around.isascii() or len(_ENGLISH.findall(around)) >= 3


@cache
def words_of(cue: Cue) -> frozenset[str]:
    """The words of a cue as written, for those that count in one form only."""
    return frozenset(word for line in _sections()[cue].values() for word in line.split())


@cache
def _sections() -> dict[str, dict[str, str]]:
    with paths.resource("companies", "cues.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _lexicon() -> dict[str, list[tuple[str, Cue]]]:
    lexicon: dict[str, list[tuple[str, Cue]]] = {}
    for cue, languages in _sections().items():
        for written in {word for line in languages.values() for word in line.split()}:
            word = folded(written)
            lexicon.setdefault(base(word), []).append((word, Cue(cue)))
    return lexicon


@cache
def _heads(cue: Cue) -> tuple[str, ...]:
    """What compounds end with that are such words: "Glashersteller", "teleselskapet"."""
    return tuple(
        word[1:]
        for entries in _lexicon().values()
        for word, kind in entries
        if word[0] == "-" and kind is cue
    )


def _looked_up(written: str) -> frozenset[Cue]:
    word, lexicon = folded(written), _lexicon()
    found = {cue for cue in (Cue.COMPANY, Cue.INSTITUTION) if word.endswith(_heads(cue))}
    found |= {
        cue
        for stem in bases(word)
        for known, cue in lexicon.get(stem, ())
        if known == word or (cue in _DECLINED and len(known) > 3 and agrees(known, word))
    }
    if Cue.TRADES in found:
        found.add(Cue.SPEAKING)
    return frozenset(found) if found else _NOTHING


_cues = Memory(_looked_up)
