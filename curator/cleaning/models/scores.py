"""Scores: how likely texts are in a language, by its words, their capitals and the signs between them."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache

from curator.cleaning.models.forms import accents, capitals, sigma, vowels
from curator.cleaning.models.marks import (
    INDIC_MARKS,
    JOINERS,
    MARKED,
    NON_JOINER,
    VOWEL_SIGNS,
    VOWELLED,
    is_word,
)
from curator.cleaning.models.names import names
from curator.cleaning.models.priors import priors
from curator.cleaning.models.quotes import APOSTROPHE
from curator.cleaning.models.signs import Signs
from curator.cleaning.models.spelling import Spelling, spelling_of
from curator.cleaning.models.words import Words, words_of

_UNKNOWN = math.log(0.02)
_INFLECTED = -2.0
_LONGEST_ENDING = 4
_SHORTEST_STEM = 5
_RAREST = -17.0
_OFTEN = -3.0
_OWN = -10.0
_NAME, _SMALL_NAME = 1.0, -5.0
"""What a capital, and none, count at the beginning of what is known to be a name."""
_FOREIGN_NAME = 0.25
_JOINED = -1.0
"""What the sign counts that joins two words, as in Persian."""
_BASES = dict(zip("łđøæœßıðþ", "ldoaosidt", strict=True))
_CYRILLIC = ("ru", "uk", "bg", "sr")
_LAST_LATIN = "\u024f"
_FIRST_GREEK = "\u0370"
_NAMED = {"А": 1.0, "О": -1.5}
_MOST = 50_000
_NUMERALS = "²³¹¼-¾⁰-ₜ⅐-↋①-⓿❶-➓"
_WORD = re.compile(rf"[^\W\d_{_NUMERALS}]+(?:['’][^\W\d_{_NUMERALS}]+)*")
_MARKED_WORD = re.compile(
    rf"(?:[^\W\d_]|[{INDIC_MARKS}{VOWEL_SIGNS}])(?:[^\W\d_]|[{INDIC_MARKS}{VOWEL_SIGNS}{JOINERS}])*"
)


class Scores:
    """How likely texts are in one language, as logarithms; remembers what it was asked."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words: Words | None = words_of(language) if language else None
        self._shares = priors(language)
        letters = self.words.letters if self.words is not None else {}
        unlatin = next(iter(letters), "") > _LAST_LATIN
        self._latin = next(iter(letters), "") < _FIRST_GREEK
        self._own = frozenset("abcdefghijklmnopqrstuvwxyz'").union(
            sign for sign, share in letters.items() if share > _OWN or unlatin
        )
        self._bases = _Bases(self._own)
        self._trained: Spelling | None = None
        self._scores: dict[str, float] = {}
        marked = language in MARKED or language in VOWELLED
        self.are_listed = not (self._latin or marked)
        """Whether all known words stand in the word list, and none in that of names or as parts of words."""
        self.is_word: Callable[[str], bool] = is_word if marked else str.isalpha
        """Whether a text is letters only, with their marks where the script has such."""
        self._word = _MARKED_WORD if marked else _WORD
        self._signs = Signs(language, self._shares, marked=marked)

    def of(self, text: str) -> float:
        """The logarithm of how likely a text is: its words, and the characters between them."""
        if self.is_word(text):
            return self.word_score(text)
        score = 0.0
        end = 0
        for match in self._word.finditer(text):
            score += self._signs.between(text, end, match.start()) + self.word_score(match[0])
            end = match.end()
        return score + self._signs.between(text, end, len(text))

    def word_score(self, word: str) -> float:
        """The logarithm of how likely a word is, its capitals included."""
        known = self._scores.get(word)
        if known is None:
            if len(self._scores) > _MOST:
                self._scores.clear()
            known = self._scores[word] = self._word_score(word)
        return known

    def known(self, text: str) -> float | None:
        """The score of a text that is one known word, or several with spaces between, else None."""
        if " " in text:
            return self._of_several(text, self._is_known)
        if not self.is_word(text) and APOSTROPHE not in text:
            return None
        assert self.words is not None
        (score,) = self.words.log_frequencies([self.words.folded(text)], [text])
        if score is None and APOSTROPHE in text:
            return None
        return self._by_parts(text) if score is None else score + self._form(text)

    def known_among(self, texts: Sequence[str]) -> list[float | None]:
        """The score of each text as `known`; the texts have no line ends."""
        assert self.words is not None
        is_known = cache(self._is_known)
        frequencies = self.words.log_frequencies(self.words.folded("\n".join(texts)).split("\n"), texts)
        return [
            (self._of_several(text, is_known) if " " in text else self._by_parts(text))
            if score is None or not (self.is_word(text) or APOSTROPHE in text)
            else score + self._form(text)
            for text, score in zip(texts, frequencies, strict=True)
        ]

    def kind(self, text: str) -> int:
        """Whether the first word of a text is a NAME or INITIALS, whatever its capitals; else 0."""
        if self.words is None or not self.words.kinds:
            return 0
        first = self._word.search(text)
        return 0 if first is None else self.words.kind(self.words.folded(first[0]))

    def _of_several(self, text: str, is_known: Callable[[str], bool]) -> float | None:
        """The score of words with spaces between, None where one is not known."""
        return self.of(text) if all(map(is_known, text.split(" "))) else None

    def _by_parts(self, text: str) -> float | None:
        """The score of a word that is not in the list as several joined ones, or as a name."""
        if NON_JOINER in text:
            return self.of(text) if all(map(self._is_known, text.split(NON_JOINER))) else None
        if self._latin and text[0] > "\x7f" and text[0].isupper() and text[1:].islower():
            known = names()
            score = known.log_frequency(self._folded(text)) if known is not None else None
            return None if score is None else score + self._form(text) + self._abroad(text)
        return None

    def _is_known(self, word: str) -> bool:
        assert self.words is not None
        return self.is_word(word) and self.words.log_frequency(self.words.folded(word)) is not None

    def _word_score(self, word: str) -> float:
        assert self.words is not None
        folded = self.words.folded(word)
        (score,) = self.words.log_frequencies([folded], [word])
        if score is None and "'" in folded and self.language != "uk":
            return sum(self.word_score(part) for part in re.split("['’]", word) if part) - 2.0
        if score is None and NON_JOINER in folded.strip(NON_JOINER):
            parts = word.split(NON_JOINER)
            return sum(map(self.word_score, filter(None, parts))) + _JOINED * (len(parts) - 1)
        if score is None:
            plain = self._plain(folded)
            score = max(_UNKNOWN + self.spelling().of(plain), self._inflected(plain))
            score += self._foreign(folded) + self._named(word)
            score = max(score, self._as_name(word, folded))
        return score + self._form(word)

    def _form(self, word: str) -> float:
        """What the capitals of a word count, and what its spelling can't know."""
        score = capitals(word) + self._oddities(word)
        if self._latin and word[0] > "\x7f" and len(word) > 1 and (known := names()) is not None:
            small = word.islower()
            if (small or word[1:].islower()) and known.log_frequency(self._folded(word)) is not None:
                return score + (_SMALL_NAME if small else _NAME)
        return score

    def _folded(self, word: str) -> str:
        assert self.words is not None
        return self.words.folded(word)

    def _as_name(self, word: str, folded: str) -> float:
        """How likely an unknown word with a capital is as a name from anywhere."""
        if not self._latin or word.isascii() or not word[0].isupper() or not word[1:].islower():
            return -1e9
        known = names()
        if known is None:
            return -1e9
        found = known.found(folded)
        if found is not None:
            end, score = found
            score += self._abroad(folded)
            if end == len(folded):
                return score
            return score + self.spelling().ending(self._plain(folded), len(folded) - end)
        if word[0] > "\x7f" or not self._own.issuperset(folded):
            return known.likelihood(folded) + 2 * self._abroad(folded)
        return -1e9

    def _plain(self, word: str) -> str:
        """A word with the letters that the language hardly has as those they were made from."""
        if word.isascii() or self._own.issuperset(word):
            return word
        return word.translate(self._bases)

    def _inflected(self, word: str) -> float:
        """How likely a word is as an unlisted form of a listed one: by the longest beginning they share."""
        assert self.words is not None
        longest = min(_LONGEST_ENDING, len(word) - _SHORTEST_STEM)
        if longest < 1 or self.words.promise(word[:-longest]) is None:
            return -1e9
        for rest in range(1, longest + 1):
            stem = self.words.promise(word[:-rest])
            if stem is not None:
                return stem + _INFLECTED + self.spelling().ending(word, rest)
        return -1e9

    def _foreign(self, word: str) -> float:
        """How unlikely the letters are that the language hardly has: less those that names often bring."""
        if word.isascii() or self._own.issuperset(word):
            return 0.0
        return sum(self._shares.get(sign, _RAREST) - _OFTEN for sign in word if sign not in self._own)

    def _abroad(self, name: str) -> float:
        """How unlikely a known name with letters that the language hardly has is there."""
        return _FOREIGN_NAME * self._foreign(name.lower())

    def _named(self, word: str) -> float:
        """How Cyrillic names, unlike other words, begin: with "А" rather than "О"."""
        return _NAMED.get(word[0], 0.0) if word[1:].islower() and self.language in _CYRILLIC else 0.0

    def _oddities(self, word: str) -> float:
        """What spelling can't know: Greek accents and final sigmas, Arabic vowels, the Bulgarian pronoun."""
        if self.language == "el":
            return sigma(word) + accents(word)
        if self.language in VOWELLED:
            return vowels(word)
        return -8.0 if self.language == "bg" and "ѝ" in word.lower() and len(word) > 1 else 0.0

    def spelling(self) -> Spelling:
        """The spelling of the language's words, for those that are not in the list."""
        if self._trained is None:
            assert self.words is not None
            self._trained = spelling_of(self.words)
        return self._trained


class _Bases(dict[int, str]):
    """The letters that others were made from, for str.translate: those of some stand for themselves."""

    def __init__(self, own: Iterable[str]) -> None:
        super().__init__({ord(letter): letter for letter in own})

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        base = self[code] = _BASES.get(letter) or unicodedata.normalize("NFD", letter)[0]
        return base


@lru_cache(maxsize=8)
def scores_of(language: str) -> Scores:
    """The scores of a language, "" for one without words; all Cyrillic ones stay side by side."""
    return Scores(language)
