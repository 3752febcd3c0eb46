"""What neighbouring words say for each of several readings of a word, learned from running text.

Every word of the text is damaged (UTF-8 read as ISO-8859-1, its C1 controls lost) and read again; a
log-linear model then learns to choose the right one of its readings by the words beside it, given how
likely each is by itself (the conditional likelihood, by stochastic gradients: AdaGrad of Duchi, Hazan and
Singer 2011). What is weighed are pairs of classes: of each word itself if it is a common one, else its
ending, and of a shorter ending. Manuals have other words than newspapers, so that each word has a weight of
its own, too, while learning, which is thrown away: what stays is what words say for each other.
"""

from __future__ import annotations

import math
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from curator.cleaning.damage.channels import DROPPED, Channel
from curator.cleaning.models.marks import LETTERS
from curator.cleaning.models.pairs import BREAK, NUMBER, classes_of
from curator.cleaning.readings import reader

CHANNEL = Channel("latin-1", DROPPED)
COMMON_WORDS = 500
SYLLABLES = 1_500
"""Words that count as themselves; of Vietnamese, whose words are syllables, more."""
MOST, MORE = 130_000, {"sr": 260_000}
"""Of how many doubtful words is learned; of Serbian, which has texts of two languages, more."""
LEAST = 3
TELLING = 0.12
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


def learned(lines: Iterable[str], language: str) -> dict[str, float]:
    """What speaks for each telling pair of classes, in logarithms."""
    sentences = [words for words in map(words_of, lines) if len(words) > 2]
    # In an order that has nothing to do with that of the manuals, nor with what stands there more than once.
    random.Random(0).shuffle(sentences)  # noqa: S311
    counts = Counter(word for sentence in sentences for word in sentence if word[0].isalpha())
    common = frozenset(
        word for word, _ in counts.most_common(SYLLABLES if language == "vi" else COMMON_WORDS)
    )
    names: dict[str, int] = {}
    seen = Counter[int]()
    cases = list(_cases(sentences, _reading(language), common, names, seen, MORE.get(language, MOST)))
    weights = _weights(cases, len(names), seen)
    return {
        name: weights[number]
        for name, number in names.items()
        if " " in name and seen[number] >= LEAST and abs(weights[number]) >= TELLING
    }


def words_of(line: str) -> list[str]:
    """The words of a line in small letters, with NUMBER for numbers and BREAK for punctuation."""
    return [
        word.lower() if word[0].isalpha() else NUMBER if word[0].isdigit() else BREAK
        for word in _WORD.findall(line)
    ]


def _reading(language: str) -> Callable[[str], Readings]:
    """What gives the readings of a word that is in the list, none for others."""
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
                    if _WORD.fullmatch(text):
                        score = reading.score + (reading.text != text)
                        best[text] = max(score, best.get(text, score))
            least = max(best.values(), default=0.0) - _DOUBT
            known[word] = tuple((text, score) for text, score in best.items() if score > least)
        return known[word]

    return readings


def _cases(
    sentences: Sequence[Sequence[str]],
    readings: Callable[[str], Readings],
    common: frozenset[str],
    names: dict[str, int],
    seen: Counter[int],
    most: int,
) -> Iterator[Case]:
    """The doubtful words of the sentences, not many more than the most; numbers and counts their features."""
    made = 0
    for sentence in sentences:
        padded = [BREAK, *sentence, BREAK]
        for before, word, behind in zip(padded, padded[1:], padded[2:], strict=False):
            choices = readings(word) if not word.isascii() else ()
            texts = [text for text, _ in choices]
            if len(texts) < 2 or word not in texts:
                continue
            ahead, after = classes_of(before, common), classes_of(behind, common)
            features: list[list[int]] = []
            for text in texts:
                own = classes_of(text, common)
                found = [f"{one} {two}" for one in ahead for two in own]
                found += [f"{one} {two}" for one in own for two in after]
                features.append([names.setdefault(name, len(names)) for name in [*found, f"#{text}"]])
                seen.update(features[-1])
            yield Case(texts.index(word), [score for _, score in choices], features)
            made += 1
        if made >= most:
            break


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
