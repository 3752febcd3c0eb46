"""Measures companies found in marked texts: precision, recall, and how often the name is the one name.

Run: python -m tests.extraction.company_measures [tuned|held_out] [--show]
"""

from __future__ import annotations

import re
import sys
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from curator.domain.spans import Span
from curator.extraction.companies.found_companies import find_companies

HERE = Path(__file__).parent
_MARKED = re.compile(r"\[([^\]|]+)\|([^\]]+)\]")


@dataclass
class Score:
    """Counts over mentions; a mention is found when a proposal overlaps it."""

    marked: int = 0
    proposed: int = 0
    right: int = 0
    found: int = 0
    named: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of proposals that overlap a marked mention."""
        return self.right / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        """The share of marked mentions that a proposal overlaps."""
        return self.found / self.marked if self.marked else 1.0

    @property
    def one_name(self) -> float:
        """The share of found mentions with the marked name."""
        return self.named / self.found if self.found else 1.0


def texts(split: str) -> Iterator[tuple[str, str, list[tuple[Span, str]]]]:
    """Language, plain text and marked mentions of each text of a split."""
    with (HERE / f"companies_{split}.toml").open("rb") as file:
        for entry in tomllib.load(file)["text"]:
            yield entry["language"], *unmarked(entry["text"].strip())


def unmarked(marked: str) -> tuple[str, list[tuple[Span, str]]]:
    """The text without marks, and where each mention stands in it."""
    text, end, mentions = "", 0, []
    for match in _MARKED.finditer(marked):
        text += marked[end : match.start()]
        mentions.append((Span(len(text), len(text) + len(match[1])), match[2]))
        text += match[1]
        end = match.end()
    return text + marked[end:], mentions


def measure(split: str) -> dict[str, Score]:
    """The scores of a split by language, and over "all"."""
    scores: dict[str, Score] = {"all": Score()}
    for language, text, mentions in texts(split):
        facts = find_companies(text)
        spans = [Span(fact.start, fact.end) for fact in facts]
        for score in (scores["all"], scores.setdefault(language, Score())):
            score.marked += len(mentions)
            score.proposed += len(facts)
            score.right += sum(any(span.overlaps(mark) for mark, _ in mentions) for span in spans)
            for mark, name in mentions:
                hits = [fact for fact, span in zip(facts, spans, strict=True) if span.overlaps(mark)]
                score.found += bool(hits)
                score.named += bool(hits) and hits[0].name == name
                if not hits or hits[0].name != name:
                    got = hits[0].name if hits else "nothing"
                    score.misses.append(f"missed {mark.of(text)!r} ({name}): {got}")
            score.misses += [
                f"invented {fact.quote!r} ({fact.name}, {fact.rule})"
                for fact, span in zip(facts, spans, strict=True)
                if not any(span.overlaps(mark) for mark, _ in mentions)
            ]
    return scores


def speed(seconds: float = 1.0) -> float:
    """Megabytes of UTF-8 a second over the tuned texts joined."""
    whole = "\n\n".join(text for _, text, _ in texts("tuned")) * 10
    find_companies(whole)
    begun, runs = time.process_time(), 0
    while time.process_time() - begun < seconds:
        find_companies(whole)
        runs += 1
    return runs * len(whole.encode()) / (time.process_time() - begun) / 1e6


def main(arguments: list[str]) -> None:
    """Print the scores of the splits asked for."""
    for split in [name for name in arguments if not name.startswith("-")] or ["tuned", "held_out"]:
        scores = measure(split)
        for language, score in scores.items():
            print(
                f"{split:9}{language:5}P {score.precision:.3f}  R {score.recall:.3f}  "
                f"one name {score.one_name:.3f}  of {score.marked}"
            )
        if "--show" in arguments:
            print("\n".join(scores["all"].misses))
    print(f"{speed():.1f} MB/s")


if __name__ == "__main__":
    main(sys.argv[1:])
