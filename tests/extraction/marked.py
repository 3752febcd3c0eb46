"""Marked sentences: how they are written down, and how facts are scored against them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Self

from curator.domain.facts import Fact, FactKind
from curator.extraction import extract
from curator.extraction.confidences import evidence
from curator.extraction.dates.calendar import day_of, month, year

FOLDER = Path(__file__).resolve().parent / "sentences"
KINDS = ("money", "percent", "quantity", "date")
_QUALIFIERS = frozenset("about up_to at_least over under by before since planned unconfirmed".split())


@dataclass(frozen=True, slots=True)
class Expected:
    """A fact that a sentence states: kind, the value as text, unit, and what else is said of it."""

    kind: str
    value: str
    unit: str
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its facts."""

    text: str
    language: str
    reference: date | None
    facts: tuple[Expected, ...]
    held_out: bool


@dataclass(slots=True)
class Score:
    """Counts of facts found rightly, wrongly, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __iadd__(self, other: Score) -> Self:
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed
        return self

    @property
    def precision(self) -> float:
        """Right of all found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Right of all there are."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


def sentences(language: str) -> Iterator[Sentence]:
    """The marked sentences of a language; " ¶ " in one begins a paragraph, " ↵ " a line."""
    reference: date | None = None
    held_out = False
    for line in (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            reference = day_of(line[1:])
        elif line.startswith("["):
            held_out = line == "[held-out]"
        elif "=>" in line and not line.startswith("#"):
            text, _, facts = line.partition("=>")
            whole = text.strip().replace(" ¶ ", "\n\n").replace(" ↵ ", "\n")
            yield Sentence(whole, language, reference, tuple(expected(facts)), held_out)


def languages() -> list[str]:
    """The languages that have marked sentences."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def expected(facts: str) -> Iterator[Expected]:
    """The facts of a line of marks: "date 2018-03; money 5e6 EUR"."""
    for each in facts.split(";"):
        words = each.split()
        if not words:
            continue
        kind, value, *rest = words
        said = tuple(word for word in rest if word in _QUALIFIERS)
        unit = " ".join(word for word in rest if word not in _QUALIFIERS)
        if kind in {"percent", "points"}:
            unit = "%" if kind == "percent" else "percentage point"
            kind = "percent"
        yield Expected(kind, _days(value) if kind == "date" else _numbers(value), unit, said)


def _numbers(value: str) -> str:
    return "..".join(_number(Decimal(each)) for each in value.split(".."))


def _number(value: Decimal) -> str:
    return f"{value:.0f}" if value % 1 == 0 or value > 10_000 else f"{value:.6g}"


def _days(value: str) -> str:
    if ".." in value:
        low, high = value.split("..")
        return f"{low or None}..{high or None}"
    numbers = [int(each) for each in value.split("-")]
    if len(numbers) == 3:
        return f"{value}..{value}"
    interval = month(*numbers) if len(numbers) == 2 else year(numbers[0])
    assert interval is not None
    return f"{interval.low}..{interval.high}"


def stated(fact: Fact) -> tuple[str, str, str]:
    """Kind, value and unit of a fact, written as those of an expected one."""
    if fact.kind is FactKind.DATE:
        return fact.kind.value, f"{fact.low}..{fact.high}", ""
    if fact.value is not None:
        return fact.kind.value, _number(fact.value), fact.unit or ""
    assert isinstance(fact.low, Decimal)
    assert isinstance(fact.high, Decimal)
    return fact.kind.value, f"{_number(fact.low)}..{_number(fact.high)}", fact.unit or ""


def scored(expected: Iterable[Expected], facts: Iterable[Fact]) -> dict[str, Score]:
    """The score of facts by kind: a fact is right where kind, value and unit agree."""
    wanted = Counter((each.kind, each.value, each.unit) for each in expected)
    found = Counter(stated(fact) for fact in facts if fact.kind is not FactKind.COMPANY)
    scores = {kind: Score() for kind in KINDS}
    for key in wanted.keys() | found.keys():
        right = min(wanted[key], found[key])
        score = scores[key[0]]
        score.right += right
        score.wrong += found[key] - right
        score.missed += wanted[key] - right
    return scores


def judged(sentence: Sentence, *, given: bool = True) -> Iterator[tuple[str, bool]]:
    """The evidence of each fact found in a sentence, and whether the fact is right."""
    facts = extract(sentence.text, sentence.language if given else None, sentence.reference)
    wanted = Counter((each.kind, each.value, each.unit) for each in sentence.facts)
    for fact in facts:
        if fact.kind is not FactKind.COMPANY:
            key = stated(fact)
            right = wanted[key] > 0
            wanted[key] -= right
            yield evidence(fact, sentence.reference, guessed=not given), right
