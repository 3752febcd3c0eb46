"""Fit LISTED and UNLISTED of curator/cleaning/fixes.py: what scores of readings are divided by.

    python packaging/data/fit_sureness.py

Damages the words of tests/bench/texts by channels that lose bytes, reads each alone, and prints for words of
the lists and for others the temperature under which what is said of the best readings is likeliest (the log
loss is least; Guo et al. 2017), how sure they are and how many are right. `./run bench cleaning` tells it for
whole documents.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from curator.cleaning.alphabetic.readings import reader  # noqa: E402
from curator.cleaning.damage.channels import DROPPED, Channel, Loss  # noqa: E402
from curator.cleaning.fixes import SUREST, shares  # noqa: E402
from curator.cleaning.models.words import EAST_ASIAN, has_words  # noqa: E402

TEXTS = ROOT / "tests" / "bench" / "texts"
CHANNELS = (
    *(Channel(page, DROPPED) for page in ("cp1254", "cp1252", "cp1250", "cp1251")),
    Channel("latin-1", Loss("", "", "")),
)
TEMPERATURES = [step / 20 for step in range(10, 81)]
_MOST = 8_000
_EDGES = re.compile(r"^\W+|\W+$")


class Case(NamedTuple):
    """A damaged word: the scores of its readings, whether the best is right, how many times it was met."""

    scores: tuple[float, ...]
    right: bool
    times: int


def cases(*, listed: bool) -> Iterator[Case]:
    """The words with several readings whose best one is in the lists, or is not."""
    for path in sorted(TEXTS.glob("*.txt")):
        if path.stem in EAST_ASIAN or not has_words(path.stem):
            continue
        text = path.read_text(encoding="utf-8")[:_MOST]
        words = Counter(_EDGES.sub("", token) for token in text.split())
        for channel in CHANNELS:
            read = reader(channel, path.stem)
            for word, count in words.items():
                readings = (
                    () if word.isascii() or not word.isalpha() else read.readings(channel.damaged(word))
                )
                if len(readings) > 1 and read.is_listed(readings[0].text) == listed:
                    scores = tuple(reading.score for reading in readings)
                    yield Case(scores, readings[0].text == word, count)


def loss(found: Sequence[Case], temperature: float) -> float:
    """The mean negative logarithm of what was said of that which was the case."""
    total = 0.0
    for case in found:
        said = min(SUREST, shares(case.scores, temperature)[0])
        total -= case.times * math.log(said if case.right else 1 - said)
    return total / sum(case.times for case in found)


def main() -> None:
    """Print both temperatures."""
    for name, listed in (("LISTED", True), ("UNLISTED", False)):
        found = list(cases(listed=listed))
        best = min(TEMPERATURES, key=lambda temperature: loss(found, temperature))
        words = sum(case.times for case in found)
        said = sum(case.times * shares(case.scores, best)[0] for case in found) / words
        right = sum(case.times for case in found if case.right) / words
        print(f"{name} = {best}: {words} words, said {said:.3f}, right {right:.3f}")


if __name__ == "__main__":
    main()
