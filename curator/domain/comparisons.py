"""Comparisons: what two articles state alike, and where one contradicts the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from curator.domain.agreements import ABOUT_ENOUGH, FURTHEST, agree, bound, differ, telling
from curator.domain.facts import Fact, FactKind

NEAR = 120
"""Days between two articles that may still be of the same moment, so that values may contradict."""

FAR = 365
"""Days from which on one company and one value are more likely two stories."""

MOST_PAIRS = 250_000
"""Pairs of figures of one unit up to which each is looked at."""

FEW = 8
"""Figures of one size that one is compared with, where there are more pairs than that."""

_Key = tuple[str, str | None]


@dataclass(frozen=True, eq=False)
class Figure:
    """A fact of an article as it is compared: `about` holds companies' keys, `size` is roughly its value.

    The fact itself is read only where the sizes are near, which is seldom.
    """

    id: int
    kind: str
    unit: str | None
    sentence: int
    about: frozenset[str]
    size: float
    language: str
    read: Callable[[], Fact]

    @cached_property
    def fact(self) -> Fact:
        """The fact with its words."""
        return self.read()


@dataclass(frozen=True, eq=False)
class Side:
    """An article as it is compared: the keys of its companies, its figures and dates in reading order."""

    article_id: int
    title: str
    published: date | None
    companies: frozenset[str]
    figures: tuple[Figure, ...]
    by_unit: dict[_Key, list[Figure]] = field(init=False, default_factory=dict[_Key, "list[Figure]"])

    def __post_init__(self) -> None:
        for figure in self.figures:
            self.by_unit.setdefault((figure.kind, figure.unit), []).append(figure)

    def days_from(self, other: Side) -> int | None:
        """How many days lie between the two publications, None where one is not known."""
        if self.published is None or other.published is None:
            return None
        return abs((self.published - other.published).days)


@dataclass(frozen=True, slots=True)
class Match:
    """A figure of one article and the one of another that agrees with it, or contradicts it."""

    own: Figure
    other: Figure
    agrees: bool


def inside(side: Side) -> dict[int, list[Figure]]:
    """For each figure the others of its own article that state the same, in reading order."""
    found: dict[int, list[Figure]] = {figure.id: [] for figure in side.figures}
    for figures in side.by_unit.values():
        for one, other in _alike(figures, figures):
            if one.id != other.id:
                found[one.id].append(other)
    return found


def contradictions_inside(
    side: Side, first: str, other: str, stated: Mapping[int, Sequence[Figure]]
) -> list[Match]:
    """Where the two halves of a bilingual article state one thing differently, from either side.

    That is where each half has exactly one value of a kind, unit and bound that the other lacks.
    """
    left: dict[tuple[object, ...], dict[str, list[Figure]]] = {}
    for figure in side.figures:
        if figure.language in (first, other) and not any(
            each.language != figure.language for each in stated[figure.id]
        ):
            key = (figure.kind, figure.unit, bound(figure.fact))
            left.setdefault(key, {}).setdefault(figure.language, []).append(figure)
    found: list[Match] = []
    for halves in left.values():
        one, another = halves.get(first, []), halves.get(other, [])
        if one and another and all(len({each.size for each in half}) == 1 for half in (one, another)):
            found += [Match(each, another[0], agrees=False) for each in one]
            found += [Match(each, one[0], agrees=False) for each in another]
    return found


def compare(own: Side, other: Side) -> list[Match]:
    """What one article says of the figures of another: where both state the same, and where they differ.

    The same is stated where value and companies agree. One company in common is not enough for a value
    that anybody may state (a bare year, a small percentage), nor for articles more than a year apart,
    unless they share something more telling.
    """
    near = [
        pair for key, figures in own.by_unit.items() for pair in _near(figures, other.by_unit.get(key, ()))
    ]
    weighed = [
        (one, another, shared)
        for one, another in near
        if (shared := _shared(own, one, other, another)) and agree(one.fact, another.fact)
    ]
    days = own.days_from(other)
    far = days is not None and days > FAR
    tells = any(shared > 1 or (not far and telling(one.fact)) for one, _, shared in weighed)
    matches = [Match(one, another, agrees=True) for one, another, _ in weighed if tells]
    if days is None or days > NEAR:
        return matches
    settled = {figure.id for pair in near for figure in pair}
    return matches + [Match(*pair, agrees=False) for pair in _contradictions(own, other, settled)]


def _alike(figures: Sequence[Figure], others: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """The pairs that state the same value."""
    return ((one, other) for one, other in _near(figures, others) if agree(one.fact, other.fact))


def _near(figures: Sequence[Figure], others: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """The pairs whose sizes rounding may have parted, told without looking closer.

    Of very many, as a table of thousands of rows has, only pairs of one size, and few of each.
    """
    if len(figures) * len(others) > MOST_PAIRS:
        yield from _of_one_size(figures, others)
        return
    share = float(ABOUT_ENOUGH)
    for one in figures:
        size = one.size
        room = abs(size) * share * 1.06
        for other in others:
            if abs(size - other.size) <= room:
                yield one, other


def _of_one_size(figures: Sequence[Figure], others: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    by_size: dict[float, list[Figure]] = {}
    for other in others:
        by_size.setdefault(other.size, []).append(other)
    for one in figures:
        for other in by_size.get(one.size, ())[:FEW]:
            yield one, other


def _shared(own: Side, one: Figure, other: Side, another: Figure) -> int:
    """How many companies two figures share: 2 means two or more that stand beside both.

    Where the words beside a figure name none, the article's companies stand for them, as one at most.
    Two companies that both articles are about also count as one, since a sentence may call them
    "the group" and "the supplier".
    """
    if one.about and another.about:
        together = len(one.about & another.about)
        if together:
            return together
        known = own.companies & other.companies
        return int(len(known) > 1 and bool(one.about & known) and bool(another.about & known))
    return int(not (one.about or own.companies).isdisjoint(another.about or other.companies))


def _contradictions(own: Side, other: Side, settled: set[int]) -> list[tuple[Figure, Figure]]:
    """The pairs of which each contradicts only the other, where neither is stated by both articles."""
    found = [
        (one, another)
        for key, figures in own.by_unit.items()
        for one in figures
        if one.about and one.id not in settled and telling(one.fact)
        for another in other.by_unit.get(key, ())
        if another.id not in settled and _contradict(own, one, other, another)
    ]
    firsts = [one.id for one, _ in found]
    seconds = [another.id for _, another in found]
    return [
        (one, another)
        for one, another in found
        if firsts.count(one.id) == 1 and seconds.count(another.id) == 1
    ]


def _contradict(own: Side, one: Figure, other: Side, another: Figure) -> bool:
    shared = len(one.about & another.about)
    near = 0 < another.size <= FURTHEST * one.size and one.size <= FURTHEST * another.size
    if not shared or not near or not telling(another.fact) or not differ(one.fact, another.fact):
        return False
    promised = _same_promise(own, one, other, another)
    if one.kind == FactKind.PERCENT:
        return promised and shared > 1
    return promised or shared > 1


def _same_promise(own: Side, one: Figure, other: Side, another: Figure) -> bool:
    """Whether both sentences name the same time."""
    key: _Key = (FactKind.DATE, None)
    mine = [each for each in own.by_unit.get(key, ()) if each.sentence == one.sentence]
    theirs = [each for each in other.by_unit.get(key, ()) if each.sentence == another.sentence]
    return any(True for _ in _alike(mine, theirs))
