"""Searches: the likeliest originals of a piece that can have been too many texts to look at each."""

from __future__ import annotations

from curator.cleaning.alphabetic.lattices import Edges
from curator.cleaning.images import Candidates
from curator.cleaning.models.forms import VOWELLED_SCORE
from curator.cleaning.models.marks import JOINERS, VOWEL_SIGNS
from curator.cleaning.models.quotes import ALL_QUOTES, APOSTROPHE, LONE_QUOTE
from curator.cleaning.models.scores import Scores
from curator.cleaning.models.spelling import EDGE, ORDER

Originals = list[tuple[str, tuple[int, ...]]]
"""Texts, each with the places in the piece where its characters' images begin, and the end."""

_FEW = 60
_BEAM = 16
_WORD_BEAM = 150
_KEPT = 12


class Searcher:
    """Searches the lattices of pieces in one language."""

    def __init__(self, scores: Scores) -> None:
        self._scores = scores
        self._words = scores.words
        self.effort = 0
        """How many steps searches have taken so far."""

    def originals(self, edges: Edges) -> Originals:
        """The likeliest originals by known words where there are any, and by spelling."""
        found = dict(self._by_words(edges))
        if not any(self._scores.known(text) is not None for text in found):
            found.update(self._by_spelling(edges))
        return list(found.items())

    def _by_words(self, edges: Edges) -> Originals:
        """The likeliest originals all of whose words are known: a beam search along the word list.

        A state is its promise, its score without the word begun, its text, that word, and its cuts.
        """
        states: dict[int, list[tuple[float, float, str, str, tuple[int, ...]]]] = {
            0: [(0.0, 0.0, "", "", (0,))]
        }
        assert self._words is not None
        promise_of = self._words.promise
        for place, here in enumerate(edges):
            now = states.pop(place, [])
            if len(now) > _WORD_BEAM:
                now.sort(key=_by_first)
                del now[_WORD_BEAM:]
            self.effort += len(now) * sum(len(candidates) for _, candidates in here)
            steps = [(end, self._steps(candidates), states.setdefault(end, [])) for end, candidates in here]
            for _, settled, text, word, cuts in now:
                for end, signs, into in steps:
                    grown = (*cuts, end)
                    for sign, low, share in signs:
                        if low:
                            promise = promise_of(word + low)
                            if promise is not None:
                                score = settled - 3.0 if word and sign != low else settled
                                into.append((score + promise, score, text + sign, word + low, grown))
                            if sign not in JOINERS or not word:
                                continue
                        if sign in VOWEL_SIGNS:
                            into += self._grown(settled + VOWELLED_SCORE, text + sign, word, grown)
                            continue
                        if sign == APOSTROPHE:
                            into += self._grown(settled, text + sign, word and word + "'", grown)
                        ended = self._words.log_frequency(word) if word else 0.0
                        if ended is not None:
                            score = settled + (ended + share + (_alone(text) if sign == " " else 0.0))
                            into.append((score, score, text + sign, "", grown))
        last = [
            state
            for state in states.get(len(edges), [])
            if not state[3] or self._words.log_frequency(state[3]) is not None
        ]
        last.sort(key=_by_first)
        return [(text, cuts) for _, _, text, _, cuts in last[:_FEW]]

    def _grown(
        self, settled: float, text: str, word: str, cuts: tuple[int, ...]
    ) -> list[tuple[float, float, str, str, tuple[int, ...]]]:
        """The state of a word that goes on behind a vowel sign or an apostrophe; none where no word does."""
        promise = self._words.promise(word) if self._words is not None and word else None
        return [] if promise is None else [(settled + promise, settled, text, word, cuts)]

    def _steps(self, candidates: Candidates) -> list[tuple[str, str, float]]:
        """Each character with how it is looked up ("" for signs), and what a sign itself counts."""
        assert self._words is not None
        folded, within = self._words.folded, self._scores.is_word
        return [
            (sign, folded(sign), 0.0) if within(sign) else (sign, "", 0.0 if sign.isascii() else share)
            for sign, share in candidates
        ]

    def _by_spelling(self, edges: Edges) -> Originals:
        """The likeliest originals by character n-grams alone: a beam search."""
        assert self._words is not None
        after = self._scores.spelling().after
        states: dict[int, list[tuple[float, str, str, tuple[int, ...]]]] = {0: [(0.0, EDGE, "", (0,))]}
        for place, here in enumerate(edges):
            now = states.pop(place, [])
            now.sort(key=_by_first)
            self.effort += min(len(now), _BEAM) * sum(len(candidates) for _, candidates in here)
            steps = [(end, self._steps(candidates), states.setdefault(end, [])) for end, candidates in here]
            for score, context, text, cuts in now[:_BEAM]:
                small = text[-1:].islower()
                ended = score + (after(context, EDGE) if context != EDGE else 0.0)
                for end, signs, into in steps:
                    places = (*cuts, end)
                    for sign, low, share in signs:
                        if low:
                            first = low[0]
                            grown = score + after(context, first) - (6.0 if small and sign != first else 0.0)
                            into.append((grown, (context + first)[1 - ORDER :], text + sign, places))
                        else:
                            fit = _alone(text) if sign == " " else 0.0
                            into.append((ended + share + fit, EDGE, text + sign, places))
                            if sign == APOSTROPHE and context != EDGE:
                                within = score + after(context, "'")
                                into.append((within, (context + "'")[1 - ORDER :], text + sign, places))
        last = [
            (score + (after(context, EDGE) if context != EDGE else 0.0), text, cuts)
            for score, context, text, cuts in states.get(len(edges), [])
        ]
        last.sort(key=_by_first)
        return [(text, cuts) for _, text, cuts in last[:_KEPT]]


def _alone(text: str) -> float:
    """What speaks against a quote at the end of a text if a space stands on either side."""
    return LONE_QUOTE if text and text[-1] in ALL_QUOTES and text[-2:-1] in {"", " "} else 0.0


def _by_first(state: tuple[float, *tuple[object, ...]]) -> float:
    return -state[0]
