"""Readings: what damaged pieces of text can have been, the likeliest first.

The noisy channel run backwards (Shannon's, as in Kernighan, Church and Gale 1990 for spelling): a lattice
over the piece holds every original the channel could have made it from; the language's words, and its
spelling where a word is not known, tell how likely each is.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from curator.cleaning.channels import Channel
from curator.cleaning.images import images_of, priors
from curator.cleaning.lattices import Edges, Lattice
from curator.cleaning.spelling import EDGE, ORDER, Spelling, spelling_of
from curator.cleaning.words import Words, words_of

LONGEST = 400
"""Longer pieces are not looked at: no word of any language is as long."""

_FEW = 60
_BEAM = 16
_WORD_BEAM = 150
_SEARCHED = 120

_UNKNOWN = math.log(0.02)
_WELL_KNOWN = -16.5
_KEPT = 6
_MOST = 100_000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Reading:
    """A possible original of a piece, with the logarithm of how likely it is, unscaled.

    `cuts` are the places in the damaged piece where each character's image begins, and its end; none
    for a single word read without loss.
    """

    text: str
    score: float
    cuts: tuple[int, ...]


class Reader:
    """Reads damaged pieces of one channel in one language; remembers what it has read."""

    def __init__(self, channel: Channel, language: str) -> None:
        self.channel = channel
        self.language = language
        self.words: Words | None = words_of(language) if language else None
        self._images = images_of(channel, language)
        self._shares = priors(language)
        self._quotes = QUOTES.get(language, QUOTES[""])
        self._trained: Spelling | None = None
        self._known: dict[str, tuple[Reading, ...]] = {}
        self.effort = 0
        """How many steps searches have taken so far."""
        self._scores: dict[str, float] = {}

    def readings(self, piece: str) -> tuple[Reading, ...]:
        """The likeliest originals of a piece, best first; none if the channel can't have made it."""
        known = self._known.get(piece)
        if known is None:
            if len(self._known) > _MOST:
                self._known.clear()
            known = self._known[piece] = self._read(piece)
        return known

    def is_whole(self, piece: str) -> bool:
        """Whether nothing was lost from a piece."""
        return self._images.whole(piece) is not None

    def score(self, text: str) -> float:
        """The logarithm of how likely a text is: its words, and the characters between them."""
        if text.isalpha():
            return self.word_score(text)
        score = 0.0
        end = 0
        for match in _WORD.finditer(text):
            score += self._between(text, end, match.start()) + self.word_score(match[0])
            end = match.end()
        return score + self._between(text, end, len(text))

    def word_score(self, word: str) -> float:
        """The logarithm of how likely a word is, its capitals included."""
        known = self._scores.get(word)
        if known is None:
            if len(self._scores) > _MOST:
                self._scores.clear()
            known = self._scores[word] = self._word_score(word)
        return known

    def _read(self, piece: str) -> tuple[Reading, ...]:
        whole = self._images.whole(piece)
        if whole is not None and whole.isalnum():
            return (Reading(whole, 0.0, ()),)
        if len(piece) > LONGEST:
            return ()
        lattice = Lattice(piece, self._images)
        count = lattice.paths
        if not count:
            return ()
        if count == 1:
            ((text, cuts),) = lattice.originals()
            return (Reading(text, 0.0, cuts),)
        if self.words is None:
            return ()
        if count > _FEW and len(piece) > _SEARCHED:
            return ()
        found = lattice.originals() if count <= _FEW else self._searched(lattice.edges())
        return self._ranked(found)

    def _ranked(self, found: Sequence[tuple[str, tuple[int, ...]]]) -> tuple[Reading, ...]:
        """The originals by likelihood; those with unknown words only where no other is well known."""
        readings = [
            Reading(text, score, cuts)
            for text, cuts in found
            if (score := self._known_score(text)) is not None
        ]
        if not readings or max(reading.score for reading in readings) < _WELL_KNOWN:
            readings = [Reading(text, self.score(text), cuts) for text, cuts in found]
        readings.sort(key=_by_score)
        return tuple(readings[:_KEPT])

    def _known_score(self, text: str) -> float | None:
        """The score of a text that is one known word, or several with spaces between, else None."""
        if " " in text:
            words = text.split(" ")
            return self.score(text) if all(map(self._is_known, words)) else None
        if not text.isalpha():
            return None
        assert self.words is not None
        score = self.words.log_frequency(self.words.folded(text))
        return None if score is None else score + _capitals(text) + self._oddities(text)

    def _is_known(self, word: str) -> bool:
        assert self.words is not None
        return word.isalpha() and self.words.log_frequency(self.words.folded(word)) is not None

    def _word_score(self, word: str) -> float:
        assert self.words is not None
        folded = self.words.folded(word)
        score = self.words.log_frequency(folded)
        if score is None and "'" in folded and self.language != "uk":
            return sum(self.word_score(part) for part in re.split("['’]", word) if part) - 2.0
        if score is None:
            score = _UNKNOWN + self._spelling().of(folded)
        return score + _capitals(word) + self._oddities(word)

    def _oddities(self, word: str) -> float:
        """What spelling can't know: the place of the Greek final sigma and of the Bulgarian pronoun."""
        if self.language == "el":
            return _sigma(word)
        return -8.0 if self.language == "bg" and "ѝ" in word.lower() and len(word) > 1 else 0.0

    def _spelling(self) -> Spelling:
        if self._trained is None:
            self._trained = spelling_of(self.language)
        return self._trained

    def _between(self, text: str, start: int, end: int) -> float:
        return sum(
            self._shares.get(text[place], -14.0) + self._fit(text, place)
            for place in range(start, end)
            if not text[place].isascii()
        )

    def _fit(self, text: str, place: int) -> float:
        """How well a sign fits between its neighbours in the piece."""
        sign = text[place]
        before, behind = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
        if before.isalnum() and behind.isalnum():
            return 0.0 if sign in "’‑·–\xa0\u202f−" else -4.0
        if behind.isalnum():
            return 0.0 if sign in self._quotes[0] else -5.0
        if before.isalnum():
            return 0.0 if sign in self._quotes[1] else -3.0
        return -3.0 if sign in _ALL_QUOTES and len(text) == 1 else 0.0

    def _searched(self, edges: Edges) -> list[tuple[str, tuple[int, ...]]]:
        """The likeliest originals by known words where there are any, and by spelling."""
        found = dict(self._by_words(edges))
        if not any(self._known_score(text) is not None for text in found):
            found.update(self._by_spelling(edges))
        return list(found.items())

    def _by_words(self, edges: Edges) -> list[tuple[str, tuple[int, ...]]]:
        """The likeliest originals all of whose words are known: a beam search along the word list.

        A state is its promise, its score without the word begun, its text, that word, and its cuts.
        """
        states: dict[int, list[tuple[float, float, str, str, tuple[int, ...]]]] = {
            0: [(0.0, 0.0, "", "", (0,))]
        }
        for place, here in enumerate(edges):
            now = states.pop(place, [])
            if len(now) > _WORD_BEAM:
                now.sort(key=_by_promise)
                del now[_WORD_BEAM:]
            self.effort += len(now) * sum(len(candidates) for _, candidates in here)
            for _, settled, text, word, cuts in now:
                for end, candidates in here:
                    grown = (*cuts, end)
                    for sign, share in candidates:
                        step = self._step(settled, word, sign, share)
                        if step is not None:
                            states.setdefault(end, []).append((*step[:2], text + sign, step[2], grown))
        assert self.words is not None
        last = [
            state
            for state in states.get(len(edges), [])
            if not state[3] or self.words.log_frequency(state[3]) is not None
        ]
        last.sort(key=_by_promise)
        return [(text, cuts) for _, _, text, _, cuts in last[:_FEW]]

    def _step(self, settled: float, word: str, sign: str, share: float) -> tuple[float, float, str] | None:
        """Promise, score and word of a state after one more character; None where no word goes so."""
        assert self.words is not None
        if sign.isalpha():
            folded = self.words.folded(sign)
            promise = self.words.promise(word + folded)
            if promise is None:
                return None
            if word and sign != folded:
                settled -= 3.0
            return settled + promise, settled, word + folded
        ended = self.words.log_frequency(word) if word else 0.0
        if ended is None:
            return None
        settled += ended + (0.0 if sign.isascii() else share)
        return settled, settled, ""

    def _by_spelling(self, edges: Edges) -> list[tuple[str, tuple[int, ...]]]:
        """The likeliest originals by character n-grams alone: a beam search."""
        assert self.words is not None
        after, folded = self._spelling().after, self.words.folded
        states: dict[int, list[tuple[float, str, str, tuple[int, ...]]]] = {0: [(0.0, EDGE, "", (0,))]}
        for place, here in enumerate(edges):
            now = states.pop(place, [])
            now.sort(key=lambda state: -state[0])
            self.effort += min(len(now), _BEAM) * sum(len(candidates) for _, candidates in here)
            for score, context, text, cuts in now[:_BEAM]:
                for end, candidates in here:
                    for sign, share in candidates:
                        if sign.isalpha():
                            low = folded(sign)[0]
                            grown = (
                                score
                                + after(context, low)
                                - (6.0 if sign != low and text[-1:].islower() else 0.0)
                            )
                            behind = (context + low)[1 - ORDER :]
                        else:
                            grown = score + (after(context, EDGE) if context != EDGE else 0.0)
                            grown += 0.0 if sign.isascii() else share
                            behind = EDGE
                        states.setdefault(end, []).append((grown, behind, text + sign, (*cuts, end)))
        last = [
            (score + (after(context, EDGE) if context != EDGE else 0.0), text, cuts)
            for score, context, text, cuts in states.get(len(edges), [])
        ]
        last.sort(key=lambda state: -state[0])
        return [(text, cuts) for _, text, cuts in last[: 2 * _KEPT]]


@lru_cache(maxsize=6)
def reader(channel: Channel, language: str) -> Reader:
    """The reader for a channel and a language, with all it remembers."""
    return Reader(channel, language)


def _by_score(reading: Reading) -> float:
    return -reading.score


def _by_promise(state: tuple[float, float, str, str, tuple[int, ...]]) -> float:
    return -state[0]


def _capitals(word: str) -> float:
    """How likely the pattern of capitals is."""
    if word.islower():
        return 0.0
    if len(word) == 1:
        return -1.5
    if word[0].isupper() and word[1:].islower():
        return -1.0
    if word.isupper():
        return -3.0
    parts = re.split("['’]", word)
    return (
        -2.0
        if all(not part or part.islower() or part.istitle() or part.isupper() for part in parts)
        else -12.0
    )


def _sigma(word: str) -> float:
    """Greek has its own sigma at the end of words."""
    wrong = "ς" in word[:-1] or (word[-1] == "σ" and len(word) > 1)
    return -9.0 if wrong else 0.0


def _both(opening: str, closing: str) -> tuple[str, str]:
    return opening + "¿¡", closing + "…™®©°"


QUOTES = {
    "": _both("„“‘«‹", "”’“»›"),
    **dict.fromkeys("cs sk de sl bg lt et".split(), _both("„‚»", "“‘«’")),
    **dict.fromkeys("pl ro hu hr sr".split(), _both("„»«", "”’»«")),
    **dict.fromkeys("sv fi".split(), _both("”’»", "”’»")),
    **dict.fromkeys("da".split(), _both("»”„“", "«”“’")),
    **dict.fromkeys("ru uk el nb lv".split(), _both("«“„‘", "»”’“")),
    **dict.fromkeys("fr es it pt".split(), _both("«“‘", "»”’")),
    **dict.fromkeys("en nl tr vi".split(), _both("“‘„«", "”’»")),
}
"""The signs that may open and close in a language."""

_ALL_QUOTES = frozenset("„“”‘’‚«»‹›")


def spans_of(text: str) -> Iterator[tuple[int, int]]:
    """The words of a text, and what stands between them."""
    for match in _SPAN.finditer(text):
        yield match.span()


_SPAN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[\W_]+")
