"""What neighbouring words say for each of several readings of a word, learned from running text.

Every word of the text is damaged (UTF-8 read as ISO-8859-1, its C1 controls lost) and read again, with the
capital it has, as capitals lose other bytes and sentences begin with other words than they go on with; a
log-linear model then learns to choose the right one of its readings by the words beside it, given how
likely each is by itself (the conditional likelihood, by stochastic gradients: AdaGrad of Duchi, Hazan and
Singer 2011). What is weighed are pairs of classes: of each word itself if it is a common one, else its
ending, and of a shorter ending. Manuals have other words than newspapers, so that each word has a weight of
its own, too, while learning, which is thrown away: what stays is what words say for each other. News of our
own are read several times, and their words have no such weight.
"""

from __future__ import annotations

import math
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from curator.cleaning.alphabetic.readings import reader
from curator.cleaning.damage.channels import DROPPED, Channel
from curator.cleaning.models.marks import LETTERS
from curator.cleaning.models.pairs import BREAK, NUMBER, classes_of

CHANNEL = Channel("latin-1", DROPPED)
COMMON_WORDS = 500
SYLLABLES = 1_500
"""Words that count as themselves; of Vietnamese, whose words are syllables, more."""
MOST, MORE = 130_000, {"sr": 260_000}
"""Of how many doubtful words of manuals is learned; of Serbian, which has texts of two languages, more."""
TIMES = 10
"""How often news are read, which are little beside manuals."""
LEAST = 3
TELLING = 0.18
ROUNDS = 2
RATE = 0.15
DECAY = 0.003
_DOUBT = 9.0
_NEGLIGIBLE = 1e-3
_WORD = re.compile(rf"{LETTERS}(?:['’-]{LETTERS})*|\d+|[^\w\s]")

Readings = tuple[tuple[str, float], ...]
"""What a word can have been, each with the logarithm of how likely it is by itself."""


class Case(NamedTuple):
    """A doubtful word: which of its readings is right, and their own scores and features."""

    right: int
    scores: list[float]
    features: list[list[int]]


def learned(lines: Iterable[str], news: Iterable[str], language: str) -> dict[str, float]:
    """What speaks for each telling pair of classes, in logarithms."""
    manuals, reported = _sentences(lines), _sentences(news)
    order = random.Random(0)  # noqa: S311
    # In an order that has nothing to do with that of the manuals, nor with what stands there more than once.
    order.shuffle(manuals)
    counts = Counter(
        word.lower() for sentence in [*manuals, *reported * TIMES] for word in sentence if word[0].isalpha()
    )
    common = frozenset(
        word for word, _ in counts.most_common(SYLLABLES if language == "vi" else COMMON_WORDS)
    )
    made = _Maker(_reading(language), common)
    own = list(made.cases(reported, weighed=False))
    cases = [*islice(made.cases(manuals, weighed=True), MORE.get(language, MOST)), *own * TIMES]
    order.shuffle(cases)
    weights = _weights(cases, len(made.names), made.seen)
    return {
        name: weights[number]
        for name, number in made.names.items()
        if " " in name and made.seen[number] >= LEAST and abs(weights[number]) >= TELLING
    }


def _sentences(lines: Iterable[str]) -> list[list[str]]:
    return [words for words in map(words_of, lines) if len(words) > 2]


def words_of(line: str) -> list[str]:
    """The words of a line, with NUMBER for numbers and BREAK for punctuation.

    They are in small letters but for what begins with a capital and goes on in small letters.
    """
    return list(map(_named, _WORD.findall(line)))


def _named(word: str) -> str:
    if word[0].isalpha():
        return word if _is_begun(word) else word.lower()
    return NUMBER if word[0].isdigit() else BREAK


def _is_begun(word: str) -> bool:
    """Whether just the first letter of a word is a capital."""
    return word[0].isupper() and (len(word) == 1 or word[1:].islower())


def _reading(language: str) -> Callable[[str], Readings]:
    """What gives the readings of a word that is in the list, none for others; all in small letters.

    Those of a word that begins with a capital do so, too.
    """
    mine = reader(CHANNEL, language)
    listed = mine.words
    assert listed is not None
    known: dict[str, Readings] = {}

    def readings(word: str) -> Readings:
        if word not in known:
            best: dict[str, float] = {}
            if listed.log_frequency(listed.folded(word)) is not None:
                for reading in mine.readings(CHANNEL.damaged(word)):
                    text = reading.text.lower()
                    if _WORD.fullmatch(text) and (_is_begun(reading.text) or not _is_begun(word)):
                        score = reading.score + (reading.text != text)
                        best[text] = max(score, best.get(text, score))
            least = max(best.values(), default=0.0) - _DOUBT
            known[word] = tuple((text, score) for text, score in best.items() if score > least)
        return known[word]

    return readings


class _Maker:
    """Makes cases of sentences; numbers and counts their features."""

    def __init__(self, readings: Callable[[str], Readings], common: frozenset[str]) -> None:
        self._readings = readings
        self._common = common
        self.names: dict[str, int] = {}
        self.seen = Counter[int]()

    def cases(self, sentences: Iterable[Sequence[str]], *, weighed: bool) -> Iterator[Case]:
        """The doubtful words of the sentences; `weighed` ones have a weight of their own."""
        for sentence in sentences:
            padded = [BREAK, *sentence, BREAK]
            for before, word, behind in zip(padded, padded[1:], padded[2:], strict=False):
                choices = self._readings(word) if not word.isascii() else ()
                texts = [text for text, _ in choices]
                if len(texts) > 1 and word.lower() in texts:
                    features = list(self._features(texts, before.lower(), behind.lower(), weighed=weighed))
                    yield Case(texts.index(word.lower()), [score for _, score in choices], features)

    def _features(
        self, texts: Sequence[str], before: str, behind: str, *, weighed: bool
    ) -> Iterator[list[int]]:
        ahead, after = classes_of(before, self._common), classes_of(behind, self._common)
        for text in texts:
            own = classes_of(text, self._common)
            found = [f"{one} {two}" for one in ahead for two in own]
            found += [f"{one} {two}" for one in own for two in after]
            if weighed:
                found.append(f"#{text}")
            numbers = [self.names.setdefault(name, len(self.names)) for name in found]
            self.seen.update(numbers)
            yield numbers


def _weights(cases: Sequence[Case], size: int, seen: Counter[int]) -> list[float]:
    """The weights of all features, those that are too rare untouched."""
    weights, squares = [0.0] * size, [1.0] * size
    for _, scores, features in cases:
        for n, found in enumerate(features):
            features[n] = [each for each in found if seen[each] >= LEAST]
        assert len(scores) == len(features)
    for _ in range(ROUNDS):
        for right, scores, features in cases:
            sums = [
                score + sum([weights[each] for each in found])
                for score, found in zip(scores, features, strict=True)
            ]
            best = max(sums)
            shares = [math.exp(each - best) for each in sums]
            total = sum(shares)
            for n, found in enumerate(features):
                error = (n == right) - shares[n] / total
                if abs(error) < _NEGLIGIBLE:
                    continue
                for each in found:
                    step = error - DECAY * weights[each]
                    squares[each] += step * step
                    weights[each] += RATE * step / math.sqrt(squares[each])
    return weights
