"""Searches: the likeliest originals of a piece that can have been too many texts to look at each."""

from __future__ import annotations

from curator.cleaning.lattices import Edges
from curator.cleaning.scores import Scores
from curator.cleaning.spelling import EDGE, ORDER

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
        assert self._words is not None
        last = [
            state
            for state in states.get(len(edges), [])
            if not state[3] or self._words.log_frequency(state[3]) is not None
        ]
        last.sort(key=_by_promise)
        return [(text, cuts) for _, _, text, _, cuts in last[:_FEW]]

    def _step(self, settled: float, word: str, sign: str, share: float) -> tuple[float, float, str] | None:
        """Promise, score and word of a state after one more character; None where no word goes so."""
        assert self._words is not None
        if sign.isalpha():
            folded = self._words.folded(sign)
            promise = self._words.promise(word + folded)
            if promise is None:
                return None
            if word and sign != folded:
                settled -= 3.0
            return settled + promise, settled, word + folded
        ended = self._words.log_frequency(word) if word else 0.0
        if ended is None:
            return None
        settled += ended + (0.0 if sign.isascii() else share)
        return settled, settled, ""

    def _by_spelling(self, edges: Edges) -> Originals:
        """The likeliest originals by character n-grams alone: a beam search."""
        assert self._words is not None
        after, folded = self._scores.spelling().after, self._words.folded
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
        return [(text, cuts) for _, text, cuts in last[:_KEPT]]


def _by_promise(state: tuple[float, float, str, str, tuple[int, ...]]) -> float:
    return -state[0]
