"""Readings: what damaged pieces of text can have been, the likeliest first.

The noisy channel run backwards: a lattice over the piece holds every original the channel could have
made it from; the language's words and spelling tell how likely each is.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from curator.cleaning.channels import Channel
from curator.cleaning.images import Candidates, Images, images_of
from curator.cleaning.spelling import EDGE, ORDER, Spelling, spelling_of
from curator.cleaning.words import EAST_ASIAN, Words, words_of

LONGEST = 400
"""Longer pieces are not looked at: no word of any language, nor a Chinese sentence, is as long."""

_FEW = 48
_BEAM = 16
_WORD_BEAM = 100
_EAST_BEAM = 24
_UNKNOWN = math.log(0.02)
_KEPT = 6
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

Edges = list[list[tuple[int, Candidates]]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A possible original of a piece, with the logarithm of how likely it is, unscaled.

    `cuts` are the places in the damaged piece where each character's image begins, and its end.
    """

    text: str
    score: float
    cuts: tuple[int, ...]


class Reader:
    """Reads damaged pieces of one channel in one language; remembers what it has read."""

    def __init__(self, channel: Channel, language: str) -> None:
        self.images = images_of(channel, language)
        self.channel = channel
        self.language = language
        self.words: Words | None = words_of(language) if language else None
        self._spelling: Spelling | None = None
        self._known: dict[str, tuple[Reading, ...]] = {}
        self._word_scores: dict[str, float] = {}

    def readings(self, piece: str) -> tuple[Reading, ...]:
        """The likeliest originals of a piece without undamaged text, best first; none if there is none."""
        known = self._known.get(piece)
        if known is None:
            if len(self._known) > 200_000:
                self._known.clear()
            known = self._known[piece] = self._read(piece)
        return known

    def _read(self, piece: str) -> tuple[Reading, ...]:
        if len(piece) > LONGEST:
            return ()
        edges = self._lattice(piece)
        if edges is None:
            return ()
        paths = _paths(edges)
        if paths == 1:
            return (_only(edges),)
        if self.words is None:
            return ()
        if self.language in EAST_ASIAN:
            found = self._by_characters(edges)
        elif paths <= _FEW:
            found = _enumerated(edges)
        else:
            found = self._searched(edges)
        scored = [Reading(text, self.score(text), cuts) for text, cuts in found] if (
            self.language not in EAST_ASIAN
        ) else [Reading(text, score, cuts) for text, score, cuts in found]
        scored.sort(key=lambda reading: -reading.score)
        return tuple(scored[:_KEPT])

    def _lattice(self, piece: str) -> Edges | None:
        """For each place the characters whose image begins there; None where nothing spans the piece."""
        length = len(piece)
        images = self.images
        edges: Edges = [[] for _ in range(length)]
        reached = [False] * length + [True]
        for place in range(length - 1, -1, -1):
            sign = piece[place]
            here = edges[place]
            if sign.isascii():
                if reached[place + 1]:
                    here.append((place + 1, ((sign, 0.0),)))
                    reached[place] = True
                continue
            lengths = images.lengths.get(sign)
            if lengths is None:
                continue
            for size in lengths:
                end = place + size
                if end <= length and reached[end]:
                    candidates = images.table.get(piece[place:end])
                    if candidates is not None:
                        here.append((end, candidates))
            strict = images.strict(piece, place)
            if strict is not None:
                end = place + strict[1]
                if reached[end] and all(next_place != end for next_place, _ in here):
                    here.append((end, ((strict[0], -14.0),)))
            if here:
                reached[place] = True
        return edges if reached[0] else None

    def score(self, text: str) -> float:
        """The logarithm of how likely a text is: its words, and the characters between them."""
        score = 0.0
        end = 0
        for match in _WORD.finditer(text):
            score += self._between(text, end, match.start())
            score += self.word_score(match[0])
            end = match.end()
        return score + self._between(text, end, len(text))

    def _between(self, text: str, start: int, end: int) -> float:
        shares = _shares(self.language)
        return sum(
            shares.get(text[place], -14.0) + _fit(text, place)
            for place in range(start, end)
            if not text[place].isascii()
        )

    def word_score(self, word: str) -> float:
        """The logarithm of how likely a word is, its case included."""
        known = self._word_scores.get(word)
        if known is None:
            known = self._word_scores[word] = self._word_score(word)
            if len(self._word_scores) > 200_000:
                self._word_scores.clear()
        return known

    def _word_score(self, word: str) -> float:
        assert self.words is not None
        folded = self.words.folded(word)
        score = self.words.log_frequency(folded)
        if score is None and "'" in folded:
            parts = re.split("['’]", word)
            return sum(self.word_score(part) for part in parts if part) - 2.0
        if score is None:
            if self._spelling is None:
                self._spelling = spelling_of(self.language)
            score = _UNKNOWN + self._spelling.of(folded)
        return score + _case(word) + (_sigma(word) if self.language == "el" else 0.0)

    def _searched(self, edges: Edges) -> list[tuple[str, tuple[int, ...]]]:
        """The likeliest paths by known words where there are any, and by spelling."""
        if self._spelling is None:
            self._spelling = spelling_of(self.language)
        found = dict(self._known_words(edges))
        found.update(self._by_spelling(edges))
        return list(found.items())

    def _known_words(self, edges: Edges) -> list[tuple[str, tuple[int, ...]]]:
        """The likeliest paths along which every word is known, by following the word list."""
        assert self.words is not None
        promise, folded = self.words.promise, self.words.folded
        length = len(edges)
        states: dict[int, list[tuple[float, float, str, str, tuple[int, ...]]]] = {0: [(0.0, 0.0, "", "", (0,))]}
        for place in range(length):
            here = states.pop(place, None)
            if here is None:
                continue
            if len(here) > _WORD_BEAM:
                here.sort(key=lambda state: -state[0])
                del here[_WORD_BEAM:]
            for _, before, text, word, cuts in here:
                for end, candidates in edges[place]:
                    for sign, share in candidates:
                        settled, grown = before, ""
                        hope: float | None = 0.0
                        if sign.isalpha():
                            low = folded(sign)
                            grown = word + low
                            hope = promise(grown)
                            if sign != low and text[-1:].islower():
                                settled -= 12.0
                        elif word:
                            hope = self.words.log_frequency(word)
                            settled += hope or 0.0
                        if hope is not None:
                            settled += 0.0 if sign.isascii() or sign.isalpha() else share
                            states.setdefault(end, []).append(
                                (settled + (hope if grown else 0.0), settled, text + sign, grown, (*cuts, end))
                            )
        last = [state for state in states.get(length, []) if self._is_known(state[3])]
        last.sort(key=lambda state: -state[0])
        return [(text, cuts) for _, _, text, _, cuts in last[:_FEW]]

    def _is_known(self, word: str) -> bool:
        assert self.words is not None
        return not word or self.words.log_frequency(word) is not None

    def _by_spelling(self, edges: Edges) -> list[tuple[str, tuple[int, ...]]]:
        """The best paths by character n-grams alone, found by beam search."""
        assert self._spelling is not None and self.words is not None
        after, folded = self._spelling.after, self.words.folded
        length = len(edges)
        states: dict[int, list[tuple[float, str, str, tuple[int, ...]]]] = {0: [(0.0, EDGE, "", (0,))]}
        for place in range(length):
            here = states.pop(place, None)
            if here is None:
                continue
            here.sort(key=lambda state: -state[0])
            for score, context, text, cuts in here[:_BEAM]:
                for end, candidates in edges[place]:
                    for sign, share in candidates:
                        if sign.isalpha():
                            low = folded(sign)
                            grown = score + after(context, low[0])
                            if sign != low and text[-1:].isalpha() and text[-1:].islower():
                                grown -= 6.0
                            behind = (context + low)[-(ORDER - 1) :]
                        else:
                            grown = score + (after(context, EDGE) if context != EDGE else 0.0)
                            grown += 0.0 if sign.isascii() else share
                            behind = EDGE
                        states.setdefault(end, []).append((grown, behind, text + sign, (*cuts, end)))
        last = [
            (score + (after(context, EDGE) if context != EDGE else 0.0), text, cuts)
            for score, context, text, cuts in states.get(length, [])
        ]
        last.sort(key=lambda state: -state[0])
        return [(text, cuts) for _, text, cuts in last[:_KEPT]]

    def _by_characters(self, edges: Edges) -> list[tuple[str, float, tuple[int, ...]]]:
        """The best paths as running text of known words, parted nowhere (Chinese, Japanese, Korean)."""
        length = len(edges)
        states: dict[int, dict[tuple[str, str], tuple[float, float, tuple[int, ...]]]] = {
            0: {("", ""): (0.0, 0.0, (0,))}
        }
        for place in range(length):
            here = states.pop(place, None)
            if here is None:
                continue
            best = sorted(here.items(), key=lambda state: -state[1][0])[:_EAST_BEAM]
            for (text, word), (_, before, cuts) in best:
                ended = before + (self._east_word(word) if word else 0.0)
                for end, candidates in edges[place]:
                    target = states.setdefault(end, {})
                    for sign, share in candidates:
                        grown_cuts = (*cuts, end)
                        if sign.isascii() or not sign.isalpha():
                            score = ended + (0.0 if sign.isascii() else share + _fit_east(text, sign))
                            _keep(target, (text + sign, ""), score, score, grown_cuts)
                            continue
                        hope = self._hope(sign)
                        _keep(target, (text + sign, sign), ended + hope, ended, grown_cuts)
                        if word:
                            longer = self._promise(word + sign)
                            if longer is not None:
                                _keep(target, (text + sign, word + sign), before + longer, before, grown_cuts)
        finals: dict[str, tuple[float, tuple[int, ...]]] = {}
        for (text, word), (_, before, cuts) in states.get(length, {}).items():
            total = before + (self._east_word(word) if word else 0.0)
            if text not in finals or finals[text][0] < total:
                finals[text] = (total, cuts)
        return [(text, score, cuts) for text, (score, cuts) in finals.items()]

    def _hope(self, sign: str) -> float:
        """The score of the best word that begins with a character."""
        return max(self._promise(sign) or -99.0, self._east_word(sign))

    def _promise(self, prefix: str) -> float | None:
        assert self.words is not None
        return self.words.promise(prefix)

    def _east_word(self, word: str) -> float:
        """The score of a word; of a single character also by its share among all characters."""
        assert self.words is not None
        known = self.words.log_frequency(word)
        if known is None and len(word) == 1:
            return self.words.letters.get(word, -17.0) + _UNKNOWN
        return -99.0 if known is None else known


def _keep(
    target: dict[tuple[str, str], tuple[float, float, tuple[int, ...]]],
    key: tuple[str, str],
    hope: float,
    score: float,
    cuts: tuple[int, ...],
) -> None:
    known = target.get(key)
    if known is None or known[0] < hope:
        target[key] = (hope, score, cuts)


@lru_cache(maxsize=256)
def reader(channel: Channel, language: str) -> Reader:
    """The reader for a channel and a language, with all it remembers."""
    return Reader(channel, language)


def _shares(language: str) -> dict[str, float]:
    from curator.cleaning.images import priors

    return priors(language)


def _paths(edges: Edges) -> int:
    length = len(edges)
    counts = [0] * length + [1]
    for place in range(length - 1, -1, -1):
        counts[place] = sum(counts[end] * len(candidates) for end, candidates in edges[place])
    return counts[0]


def _only(edges: Edges) -> Reading:
    place = 0
    text = ""
    cuts = [0]
    while place < len(edges):
        end, candidates = next(edge for edge in edges[place])
        text += candidates[0][0]
        cuts.append(end)
        place = end
    return Reading(text, 0.0, tuple(cuts))


def _enumerated(edges: Edges) -> list[tuple[str, tuple[int, ...]]]:
    paths: dict[int, list[tuple[str, tuple[int, ...]]]] = {0: [("", (0,))]}
    for place in range(len(edges)):
        for text, cuts in paths.pop(place, []):
            for end, candidates in edges[place]:
                grown = (*cuts, end)
                paths.setdefault(end, []).extend((text + sign, grown) for sign, _ in candidates)
    return paths.get(len(edges), [])


def _case(word: str) -> float:
    """How likely the pattern of capitals is."""
    if word.islower():
        return 0.0
    if len(word) == 1:
        return -1.5
    if word[0].isupper() and word[1:].islower():
        return -1.0
    if word.isupper():
        return -3.0
    if any(part and not (part.islower() or part.istitle() or part.isupper()) for part in re.split("['’]", word)):
        return -12.0
    return -2.0


def _sigma(word: str) -> float:
    """Greek has its own sigma at the end of words."""
    wrong = "ς" in word[:-1] or (word[-1] == "σ" and len(word) > 1)
    return -9.0 if wrong else 0.0


_OPENING = "„“‘«‹¿¡"
_CLOSING = "”’“»›…"


def _fit(text: str, place: int) -> float:
    """How well a sign fits between its neighbours in the piece."""
    sign = text[place]
    before = text[place - 1 : place] if place else ""
    behind = text[place + 1 : place + 2]
    inside = before.isalnum() and behind.isalnum()
    if inside:
        return 0.0 if sign in "’‑·–\xa0\u202f−" else -4.0
    if behind.isalnum():
        return 0.0 if sign in _OPENING else -3.0
    if before.isalnum():
        return 0.0 if sign in _CLOSING else -2.0
    return 0.0


def _fit_east(text: str, sign: str) -> float:
    """How well a closing sign fits: only where its opening stands."""
    pairs = {"」": "「", "』": "『", "】": "【", "”": "“", "）": "（", "》": "《", "’": "‘"}
    opening = pairs.get(sign)
    if opening is None:
        return 0.0
    last = text.rfind(opening)
    return 2.0 if last >= 0 and text.rfind(sign) < last else -3.0
