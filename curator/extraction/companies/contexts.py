"""Contexts: what the words around a name tell of it: a company, a person, a place, a broadcaster."""

from __future__ import annotations

import re
from functools import lru_cache

from curator.extraction.companies.cues import Cue, cues
from curator.extraction.companies.wordings import either, listed

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
NEXT_WORD = re.compile(r"[ \u00a0\-]\"?(\w+)")
"""The word right behind a name."""
_RAISED = re.compile(
    rf"\b(?:{either('raised')})\b[^.\n]{{0,45}}[ \u00a0](?:{either('raised_from')})[ \u00a0]\Z"
)
_APPOSED = re.compile(r"[»“”\"’]?, ")
_ARTICLE_APPOSED = re.compile(rf"[»“”\"’]?, (?:{either('articles')}) ")
_NOUN_WITHIN = 4
_POSSESSIVE = re.compile(r"['’]s\b")
_GERMAN_WORDS = listed("german")
_GERMAN = re.compile(rf"\b(?:{either('german')})\b")
_ONLY_HUNGARIAN = re.compile("[őű]")
_NOT_HUNGARIAN = re.compile("[ăâșțşţčćđłąęåøæñãõçßďěřůħıœ]")
_HUNGARIAN = re.compile(rf"\b(?:{either('hungarian')})\b")
_ASIAN_AFTER = re.compile(either("asian_behind"))
_ASIAN_BEFORE = re.compile(rf"(?:{either('asian_before')})$")


def word_before(text: str, start: int) -> str:
    """The word right before `start`, quotes and spaces between; "" if there is none."""
    before = text[max(0, start - 32) : start].rstrip(BESIDE)
    left = before.rsplit(None, 1)
    if not left or before[-1] == "\n":
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

    def is_explained_otherwise(self) -> bool:
        """Whether a comma, an article and no company noun follow: "Dobrovský, the supercomputer"."""
        article = _ARTICLE_APPOSED.match(self.text, self.end)
        if article is None:
            return False
        words = Place(self.text, self.start, article.end()).after(_NOUN_WITHIN)
        return not any(Cue.COMPANY in cues(word) for word in words)

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

    def is_inside(self) -> bool:
        """Whether a word like "in" stands right before, as before a town."""
        return Cue.IN_PLACE in cues(word_before(self.text, self.start))

    def has_telling_capital(self) -> bool:
        """Whether only a name would have a capital here: no sentence, headline or longer name begins."""
        if self.begins_sentence():
            return False
        beside = [word_before(self.text, self.start)] if self.text[self.start - 1] == " " else []
        following = NEXT_WORD.match(self.text, self.end)
        beside += [following[1]] if following else []
        return not any(word[:1].isupper() and not word.isupper() for word in beside)


@lru_cache(maxsize=1)
def is_german(text: str) -> bool:
    """Whether the text has words of German, where any noun has a capital."""
    return any(map(text.__contains__, _GERMAN_WORDS)) and _GERMAN.search(text) is not None


def is_english_around(text: str, start: int, end: int) -> bool:
    """Whether the words right around are English."""
    return len({word[0] for word in _ENGLISH.finditer(text, max(0, start - REACH), end + REACH)}) > 1


def is_german_around(text: str, start: int, end: int) -> bool:
    """Whether the words right around are German."""
    return is_german(text) and _GERMAN.search(text, max(0, start - REACH), end + REACH) is not None


@lru_cache(maxsize=1)
def lacks_hungarian(text: str) -> bool:
    """Whether the text has letters that Hungarian lacks, and none that it has alone."""
    if text.isascii():
        return False
    return _NOT_HUNGARIAN.search(text) is not None and _ONLY_HUNGARIAN.search(text) is None


@lru_cache(maxsize=1)
def is_hungarian(text: str) -> bool:
    """Whether the text has words of Hungarian."""
    return not text.isascii() and len({word[0] for word in _HUNGARIAN.finditer(text)}) > 1


def is_foreign(text: str, start: int, end: int) -> bool:
    """Whether a name in Latin letters stands among words of another script."""
    around = text[max(0, start - REACH) : start] + text[end : end + REACH]
    letters = [letter > _LAST_LATIN for letter in around if letter.isalpha()]
    return sum(letters) * 2 > len(letters)


def is_english(text: str, start: int) -> bool:
    """Whether the words around are English, or too few to tell."""
    around = text[max(0, start - 3 * REACH) : start + 3 * REACH]
    return around.isascii() or len(_ENGLISH.findall(around)) >= 3
