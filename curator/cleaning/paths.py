"""Paths: through the words that can stand in a stretch of a line, forward and backward, the best of them.

Max-product over states of the class of the word before a place and its last character; both passes together
tell for each word the best path that goes through it.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import add, itemgetter
from typing import NamedTuple

from curator.cleaning.grammars import BREAK, Grammar
from curator.cleaning.joints import UNSEEN, joints_of

LEAST = -1e9
PARTING = -1
"""The class of a space that parts words."""

_GRAMMAR = 0.7
_JOINT = 0.5
_JOINT_KOREAN = 0.8
_SPACE = -4.0
_SPACE_KOREAN = -1.5
_STATES = 30
_BEAM = 12.0

State = tuple[int, str]
"""The class of the word before a place, and its last character."""
Arc = tuple[int, str, float, int]
"""A word that can stand somewhere: where it ends, its characters, its score, its class."""
Spread = dict[State, float]


class Step(NamedTuple):
    """A place of a stretch, what may begin there, and how that is linked to what leads there."""

    place: int
    arcs: list[Arc]
    links: dict[State, list[float]]
    """By the class and first character of a word what speaks for it after each state, in their order."""
    leads: dict[State, float]
    """By the same the best score with what leads there."""

    @property
    def parts(self) -> bool:
        """Whether nothing but a space is there, which parts words."""
        return self.arcs[0][3] == PARTING if self.arcs else False


class Paths:
    """Weighs how words of one language follow each other."""

    def __init__(self, language: str, grammar: Grammar, *, shadowy: bool) -> None:
        self._grammar = grammar
        self._joints = joints_of(language)
        parted = grammar.parted or [()] * len(grammar.gains)
        self._classes = len(parted) if parted[0] else 0
        """From where on a class is that of a word with a space behind it; nought where spaces part none."""
        self._gains = [
            [_GRAMMAR * gain for gain in (*one, *two)] for one, two in zip(grammar.gains, parted, strict=True)
        ]
        self._joint = _JOINT_KOREAN if language == "ko" and not shadowy else _JOINT
        self._space = _SPACE_KOREAN if language == "ko" else _SPACE

    def of_sign(self, sign: str) -> tuple[float, int]:
        """The score and the class of what stands between damaged pieces."""
        if sign != " ":
            return 0.0, self._grammar.of_sign(sign)
        return self._space, PARTING if self._classes else self._grammar.of_sign(sign)

    def ahead(self, steps: Sequence[Step], begin: State) -> dict[int, Spread]:
        """For each place the best scores of what leads there; only the best are followed."""
        gains, joints, joint_weight = self._gains, self._joints, self._joint
        ahead: dict[int, Spread] = {steps[0].place: {begin: 0.0}}
        for step in steps:
            place, arcs, links, leads = step
            spread = ahead.get(place)
            if spread is None:
                continue
            if step.parts:
                behind = ahead.setdefault(place + 1, {})
                for state, score in spread.items():
                    total, parted = score + self._ended(state), self._parted(state)
                    if behind.get(parted, LEAST) < total:
                        behind[parted] = total
                continue
            if len(spread) > 1:
                spread = ahead[place] = _pruned(spread)
            scores = list(spread.values())
            met: dict[str, list[float]] = {}
            for to, word, score, kind in arcs:
                first = word[0]
                key = (kind, first)
                lead = leads.get(key)
                if lead is None:
                    joined = met.get(first)
                    if joined is None:
                        joined = met[first] = [
                            joint_weight * joints.get(last + first, UNSEEN) if last else 0.0
                            for _, last in spread
                        ]
                    row = gains[kind]
                    link = links[key] = [
                        row[before] + joint for (before, _), joint in zip(spread, joined, strict=True)
                    ]
                    lead = leads[key] = max(map(add, scores, link))
                total = score + lead
                behind = ahead.get(to)
                if behind is None:
                    behind = ahead[to] = {}
                state = (kind, word[-1])
                if behind.get(state, LEAST) < total:
                    behind[state] = total
        return ahead

    def back(
        self, steps: Sequence[Step], ahead: dict[int, Spread], end: int, *, closes: bool
    ) -> dict[int, Spread]:
        """For each place and state the best score of what follows."""
        row = self._gains[self._grammar.places.get(BREAK, 0)]
        back: dict[int, Spread] = {
            end: {state: row[state[0]] if closes else 0.0 for state in ahead.get(end, {})}
        }
        for step in reversed(steps):
            place, arcs, links, _ = step
            if step.parts:
                behind = back.get(place + 1, {})
                back[place] = {
                    state: behind[parted] + self._ended(state)
                    for state in ahead.get(place, {})
                    if (parted := self._parted(state)) in behind
                }
                continue
            if not links:
                continue
            follow: dict[State, float] = {}
            for to, word, score, kind in arcs:
                behind = back.get(to)
                rest = behind.get((kind, word[-1])) if behind is not None else None
                if rest is not None:
                    key = (kind, word[0])
                    if follow.get(key, LEAST) < score + rest:
                        follow[key] = score + rest
            if not follow:
                continue
            totals = [[score + link for link in links[key]] for key, score in follow.items()]
            best = totals[0] if len(totals) == 1 else map(max, *totals)
            back[place] = dict(zip(ahead[place], best, strict=True))
        return back

    def _parted(self, state: State) -> State:
        """The state behind a space: the word before it still tells."""
        before, _ = state
        return before + self._classes if before < self._classes else before, " "

    def _ended(self, state: State) -> float:
        """What speaks for a word ending with the last character of a state."""
        joint = self._joint * self._joints.get(state[1] + " ", UNSEEN) if state[1] else 0.0
        return joint + self._space


def _pruned(spread: Spread) -> Spread:
    """The best states, in whatever order."""
    least = max(spread.values()) - _BEAM
    kept = {state: score for state, score in spread.items() if score >= least}
    if len(kept) > _STATES:
        kept = dict(sorted(kept.items(), key=itemgetter(1), reverse=True)[:_STATES])
    return kept
