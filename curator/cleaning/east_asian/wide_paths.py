"""Wide paths: the same paths where hundreds of words can begin at each place, all of them weighed at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from curator.cleaning.east_asian.paths import BITS, CLASS, LEAST, Arc, Paths, Spread, Step, Word, pruned
from curator.cleaning.models.grammars import Grammar, grammar_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Numbers = NDArray[np.int64]

_MOST = 6_000


class _Columns(NamedTuple):
    """Words that end together, by column."""

    words: Sequence[Word]
    scores: Floats
    intos: Numbers
    firsts: Numbers
    outs: list[int]


class _Laid(NamedTuple):
    """What begins at a place: the words, the scores of what leads to each, and their links to its states."""

    place: int
    parts: list[tuple[int, _Columns]]
    scores: Floats
    leads: Floats
    links: Floats


class WidePaths(Paths):
    """Weighs how words of one language follow each other, for a second look at what is shadowy."""

    def __init__(self, language: str, grammar: Grammar) -> None:
        import numpy as np

        super().__init__(language, grammar, wide=True)
        self._values, codes = np.unique(np.array(self._gains), return_inverse=True)
        self._codes = codes.astype(np.uint16).reshape(len(self._gains), -1)
        # What has no joints has the number nought, and the code of what is unseen.
        befores = self._joints
        behind = sorted(set[int]().union(*befores.values()))
        self._lasts = {sign: number for number, sign in enumerate(befores, 1)}
        self._firsts = {sign: number for number, sign in enumerate(behind, 1)}
        known = sorted({gain for row in befores.values() for gain in row.values()})
        coded = {gain: code for code, gain in enumerate(known, 1)}
        self._joined = np.array([self._unseen, *known])
        self._joint_codes = np.zeros((len(behind) + 1, len(befores) + 1), np.uint8)
        for sign, row in befores.items():
            places = [self._firsts[other] for other in row]
            self._joint_codes[places, self._lasts[sign]] = list(map(coded.__getitem__, row.values()))
        self._columns: dict[int, _Columns] = {}

    def left(
        self, steps: Sequence[Step], begin: int, end: int, within: float, *, closes: bool
    ) -> tuple[list[Arc], list[float]]:
        """The words through which good paths lead, as `Paths` has them."""
        ahead, laid = self._laid(steps, begin)
        return self._good(laid, self._rests(laid, ahead, end, closes=closes), within)

    def links(self, outs: Sequence[int], intos: Numbers, firsts: Numbers) -> Floats:
        """What speaks for each of some states behind each of others: a row for each of the former."""
        import numpy as np

        befores = np.array(outs)
        lasts = [self._lasts.get(out >> BITS, 0) for out in outs]
        joined = self._joined[self._joint_codes[firsts[:, None], lasts]]
        return self._values[self._codes[(intos & CLASS)[:, None], befores & CLASS]] + joined

    def firsts(self, words: Sequence[Word]) -> Numbers:
        """The first characters of words as `links` takes them."""
        import numpy as np

        return np.array([self._firsts.get(word[2] >> BITS, 0) for word in words])

    def _laid(self, steps: Sequence[Step], begin: int) -> tuple[dict[int, Spread], list[_Laid]]:
        """The best scores of what leads to each place, and what begins there."""
        import numpy as np

        ahead: dict[int, Spread] = {steps[0].place: {begin: 0.0}}
        laid: list[_Laid] = []
        for step in steps:
            spread = ahead.get(step.place)
            if spread is None:
                continue
            spread = ahead[step.place] = pruned(spread, self._states, self._beam)
            parts = [(to, self._columns_of(words)) for to, words in step.arcs]
            scores = np.concatenate([part.scores for _, part in parts])
            intos = np.concatenate([part.intos for _, part in parts])
            firsts = np.concatenate([part.firsts for _, part in parts])
            links = self.links(list(spread), intos, firsts)
            leads = (links + np.array(list(spread.values()))).max(axis=1)
            totals = iter((scores + leads).tolist())
            for to, part in parts:
                behind = ahead.setdefault(to, {})
                for out, total in zip(part.outs, totals, strict=False):
                    if behind.get(out, LEAST) < total:
                        behind[out] = total
            laid.append(_Laid(step.place, parts, scores, leads, links))
        return ahead, laid

    def _rests(
        self, laid: Sequence[_Laid], ahead: dict[int, Spread], end: int, *, closes: bool
    ) -> list[Floats]:
        """For each word the best score of what follows it, the last place first."""
        import numpy as np

        back: dict[int, Spread] = {
            end: {state: self.closing(state) if closes else 0.0 for state in ahead.get(end, {})}
        }
        found: list[Floats] = []
        for place, parts, scores, _, links in reversed(laid):
            follows: list[float] = []
            for to, part in parts:
                behind = back.get(to, {})
                follows += [behind.get(out, LEAST) for out in part.outs]
            rests = np.array(follows)
            found.append(rests)
            best = (links + (scores + rests)[:, None]).max(axis=0)
            if best[0] > LEAST / 2:
                back[place] = dict(zip(ahead[place], best.tolist(), strict=True))
        return found

    def _good(
        self, laid: Sequence[_Laid], rests: list[Floats], within: float
    ) -> tuple[list[Arc], list[float]]:
        arcs: list[Arc] = []
        found: list[float] = []
        least = LEAST
        for (place, parts, scores, leads, _), rest in zip(laid, reversed(rests), strict=True):
            totals = leads + scores + rest
            if least == LEAST:
                least = max(LEAST / 2, float(totals.max()) - within)
            good = totals >= least
            number = 0
            for to, part in parts:
                for at in good[number : number + len(part.words)].nonzero()[0].tolist():
                    arcs.append(Arc(place, to, part.words[at]))
                    found.append(float(totals[number + at]))
                number += len(part.words)
        return arcs, found

    def _columns_of(self, words: Sequence[Word]) -> _Columns:
        """Words by column; they are kept as long as these, so that their place in memory tells them."""
        import numpy as np

        known = self._columns.get(id(words))
        if known is None:
            if len(self._columns) >= _MOST:
                self._columns.clear()
            scores, intos = np.array([word[1] for word in words]), np.array([word[2] for word in words])
            outs = [word[3] for word in words]
            known = _Columns(words, scores, intos, self.firsts(words), outs)
            self._columns[id(words)] = known
        return known


@lru_cache(maxsize=2)
def paths_of(language: str, *, wide: bool) -> Paths:
    """What weighs the words of a language, `wide` for what is shadowy; that of the last two stays."""
    return (WidePaths if wide else Paths)(language, grammar_of(language))
