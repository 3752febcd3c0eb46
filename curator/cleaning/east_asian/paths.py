"""Paths: through the words that can stand in a stretch of a line, forward and backward, the best of them.

Max-product over states of the class of the word before a place and its last character; both passes together
tell for each word the best path that goes through it.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import add, itemgetter
from typing import NamedTuple

from curator.cleaning.models.grammars import BREAK, Grammar
from curator.cleaning.models.joints import EDGE, UNSEEN, joints_of

LEAST = -1e9

_WEIGHTS = {"zh": (0.7, 0.5), "ja": (1.0, 0.3)}
"""Of what speaks for a class behind another, and for characters that meet, in each language."""
_SPACE = -4.0
_STATES = 8
_BEAM = 7.0
_STATES_WIDE = 16
_BEAM_WIDE = 9.0
BITS = 10
CLASS = (1 << BITS) - 1

Word = tuple[str, float, int, int]
"""The characters of a word, its score, and what it is to the words before and behind: two states."""
Arcs = list[tuple[int, Sequence[Word]]]
"""The words that can begin somewhere, by where they end."""
Spread = dict[int, float]
"""The best score by state: the class of the word before a place, and its last character, in one number."""


class Arc(NamedTuple):
    """A word where it can stand."""

    start: int
    end: int
    word: Word


class Step(NamedTuple):
    """A place of a stretch, what may begin there, and how that is linked to what leads there."""

    place: int
    arcs: Arcs
    links: dict[int, list[float]]
    """By the class and first character of a word what speaks for it after each state, in their order."""
    leads: dict[int, float]
    """By the same the best score with what leads there."""


def state_of(kind: int, sign: str) -> int:
    """The state of a class and a character beside it."""
    return ord(sign) << BITS | kind


def word_of(word: str, score: float, into: int, out: int) -> Word:
    """A word as paths go through it, by its classes to the words before and behind."""
    return word, score, ord(word[0]) << BITS | into, ord(word[-1]) << BITS | out


class Paths:
    """Weighs how words of one language follow each other."""

    def __init__(self, language: str, grammar: Grammar, *, wide: bool = False) -> None:
        """Take a grammar; `wide` keeps more for a second look at what is shadowy."""
        self._grammar = grammar
        self._states, self._beam = (_STATES_WIDE, _BEAM_WIDE) if wide else (_STATES, _BEAM)
        self.begin = state_of(grammar.of_sign(BREAK)[1], EDGE)
        """The state where a line begins."""
        grammar_weight, joint_weight = _WEIGHTS[language]
        self._unseen = joint_weight * UNSEEN
        self._joints: dict[int, dict[int, float]] = {}
        for pair, gain in joints_of(language).items():
            self._joints.setdefault(ord(pair[0]), {})[ord(pair[1])] = joint_weight * gain
        weighed = {gain: grammar_weight * gain for gain in set[float]().union(*grammar.gains)}
        self._gains = [list(map(weighed.__getitem__, row)) for row in grammar.gains]

    def of_sign(self, sign: str) -> Word:
        """What stands between damaged pieces, as a word."""
        return word_of(sign, _SPACE if sign == " " else 0.0, *self._grammar.of_sign(sign))

    def link(self, before: int, into: int) -> float:
        """What speaks for one state behind another, by their classes and by the characters that meet."""
        gain = self._gains[into & CLASS][before & CLASS]
        return gain + self._joints.get(before >> BITS, _NONE).get(into >> BITS, self._unseen)

    def closing(self, state: int) -> float:
        """What speaks for a line ending behind a state."""
        return self.link(state, state_of(self._grammar.of_sign(BREAK)[0], EDGE))

    def left(
        self, steps: Sequence[Step], begin: int, end: int, within: float, *, closes: bool
    ) -> tuple[list[Arc], list[float]]:
        """The words through which good paths lead from a state to a place, and how good the best of them is.

        Good is what is not by more than `within` worse than the best; the line may end at the place.
        """
        back = self.back(steps, self.ahead(steps, begin), end, closes=closes)
        least = max(back.get(steps[0].place, {0: 0.0}).values()) - within
        found: list[Arc] = []
        totals: list[float] = []
        for place, arcs, _, leads in steps:
            if not leads:
                continue
            for to, words in arcs:
                behind = back.get(to)
                if behind is None:
                    continue
                for word in words:
                    rest = behind.get(word[3])
                    if rest is not None:
                        total = leads[word[2]] + word[1] + rest
                        if total >= least:
                            found.append(Arc(place, to, word))
                            totals.append(total)
        return found, totals

    def ahead(self, steps: Sequence[Step], begin: int) -> dict[int, Spread]:
        """For each place the best scores of what leads there; only the best are followed."""
        ahead: dict[int, Spread] = {steps[0].place: {begin: 0.0}}
        for step in steps:
            place = step.place
            spread = ahead.get(place)
            if spread is None:
                continue
            if len(spread) > 1:
                spread = ahead[place] = pruned(spread, self._states, self._beam)
            if len(spread) == 1:
                ((state, score),) = spread.items()
                self._go_from_one(step, state, score, ahead)
            else:
                self._go(step, spread, ahead)
        return ahead

    def _go(self, step: Step, spread: Spread, ahead: dict[int, Spread]) -> None:
        """Go on from each of some states by the words that can begin there."""
        gains, joints, unseen = self._gains, self._joints, self._unseen
        _, arcs, links, leads = step
        scores = list(spread.values())
        befores = [state & CLASS for state in spread]
        rows = [joints.get(state >> BITS, _NONE) for state in spread]
        met: dict[int, list[float]] = {}
        for to, words in arcs:
            behind = ahead.get(to)
            if behind is None:
                behind = ahead[to] = {}
            for _, score, into, out in words:
                lead = leads.get(into)
                if lead is None:
                    first = into >> BITS
                    joined = met.get(first)
                    if joined is None:
                        joined = met[first] = [row.get(first, unseen) for row in rows]
                    gain = gains[into & CLASS]
                    link = links[into] = [
                        gain[before] + join for before, join in zip(befores, joined, strict=True)
                    ]
                    lead = leads[into] = max(map(add, scores, link))
                total = score + lead
                if behind.get(out, LEAST) < total:
                    behind[out] = total

    def _go_from_one(self, step: Step, state: int, known: float, ahead: dict[int, Spread]) -> None:
        """The same where there is one state only, as mostly."""
        gains, unseen, before = self._gains, self._unseen, state & CLASS
        joined = self._joints.get(state >> BITS, _NONE)
        _, arcs, links, leads = step
        for to, words in arcs:
            behind = ahead.get(to)
            if behind is None:
                behind = ahead[to] = {}
            for _, score, into, out in words:
                lead = leads.get(into)
                if lead is None:
                    link = gains[into & CLASS][before] + joined.get(into >> BITS, unseen)
                    links[into] = [link]
                    lead = leads[into] = known + link
                total = score + lead
                if behind.get(out, LEAST) < total:
                    behind[out] = total

    def back(
        self, steps: Sequence[Step], ahead: dict[int, Spread], end: int, *, closes: bool
    ) -> dict[int, Spread]:
        """For each place and state the best score of what follows."""
        back: dict[int, Spread] = {
            end: {state: self.closing(state) if closes else 0.0 for state in ahead.get(end, {})}
        }
        for place, arcs, links, _ in reversed(steps):
            if not links:
                continue
            follow: Spread = {}
            for to, words in arcs:
                behind = back.get(to)
                if behind is None:
                    continue
                for _, score, into, out in words:
                    rest = behind.get(out)
                    if rest is not None and follow.get(into, LEAST) < score + rest:
                        follow[into] = score + rest
            if follow:
                totals = [[score + link for link in links[into]] for into, score in follow.items()]
                best = totals[0] if len(totals) == 1 else map(max, *totals)
                back[place] = dict(zip(ahead[place], best, strict=True))
        return back


_NONE: dict[int, float] = {}
"""The joints of a class that has none: looked up, never written to."""


def pruned(spread: Spread, most: int, beam: float) -> Spread:
    """The best states, in whatever order."""
    least = max(spread.values()) - beam
    kept = {state: score for state, score in spread.items() if score >= least}
    if len(kept) > most:
        kept = dict(sorted(kept.items(), key=itemgetter(1), reverse=True)[:most])
    return kept
