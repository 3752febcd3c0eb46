"""Corroborating: which facts other articles state too, in which languages, and what they say otherwise."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from curator.domain.agreements import ABOUT_ENOUGH, NEAR_ENOUGH, telling
from curator.domain.articles import published_day
from curator.domain.comparisons import NEAR, Figure, Match, Side, compare, contradictions_inside, inside
from curator.domain.corroborations import Corroboration, Place
from curator.domain.facts import Approximation, FactKind
from curator.domain.folding import folded
from curator.services import halves, listing
from curator.services.halves import Halves
from curator.store import articles, corroborations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection

    from curator.services.library import Library
    from curator.store.corroborations import Beside, Stated

STATING, TOGETHER = 40, 20
"""Articles that are compared at most: that state the same, and that are of the same companies and time.

A bound on the time: agreement by more articles than that is counted no further. Forty instead of fifty
took 29 ms instead of 33 an article among 100,000 (processor time, on a busy machine).
"""

PART = 50
"""Articles of a library that are read together."""

ROUNDING = 1.03
"""What a share of the smaller value is as one of the larger, and a little for floating point."""

MOST_COMPANIES = 6
"""Companies of an article that are looked for in others, those with the most figures first."""


class Agreed(NamedTuple):
    """A fact that several articles state: where it was met first, and what the library says of it."""

    place: Place
    companies: tuple[str, ...]
    corroboration: Corroboration


def corroborate(library: Library, article_id: int) -> dict[int, Corroboration]:
    """What the library says of each figure and date of an article that is not rejected, by the fact's id.

    Nothing for an article that is gone. Of many articles that state the same the forty are compared that
    have most in common.
    """
    with library.reading() as connection:
        known = corroborations.beside(connection, [article_id])
        text = articles.text_of(connection, article_id) or ""
        return _of_article(connection, known, article_id, text)


def _of_article(
    connection: Connection, known: Beside, article_id: int, text: str
) -> dict[int, Corroboration]:
    if article_id not in known.figures:
        return {}
    looked = _Looked(connection, known, article_id)
    related = looked.related()
    parts = halves.of(text, known.headings[article_id].language, known.figures[article_id])
    own = looked.side(known, article_id, parts)
    others = sorted((looked.side(related, number) for number in related.figures), key=_distance_from(own))
    return _corroborations(own, others, parts)


def corroborated(library: Library, query: str = "") -> Iterator[Agreed]:
    """The facts of the articles a query finds that more than one article states, each once."""
    ids = listing.identifiers(library, query)
    seen: set[int] = set()
    for start in range(0, len(ids), PART):
        part = ids[start : start + PART]
        with library.reading() as connection:
            known = corroborations.beside(connection, part)
            texts = articles.texts_of(connection, part)
            found = [_of_article(connection, known, number, texts.get(number, "")) for number in part]
        for number, each in zip(part, found, strict=True):
            yield from _agreed(known, number, each.values(), seen)


def _agreed(known: Beside, number: int, found: Iterable[Corroboration], seen: set[int]) -> Iterator[Agreed]:
    """Those facts of an article that others state and that were not seen, which they are then."""
    heading = known.headings.get(number)
    stated = {each.id: each for each in known.figures.get(number, ())}
    for each in found:
        if heading is None or each.articles < 2 or each.fact_id in seen:
            continue
        seen |= {each.fact_id, *(place.fact_id for place in each.agreeing)}
        one = stated[each.fact_id]
        place = Place(number, one.id, heading.title, each.language, one.fact().quote, one.fact())
        yield Agreed(place, one.about or tuple(known.companies.get(number, ())[:3]), each)


class _Looked:
    """Looks for what is related to one article, inside one transaction."""

    def __init__(self, connection: Connection, known: Beside, article_id: int) -> None:
        self.connection = connection
        self.known = known
        self.article_id = article_id
        self.numbers: dict[str, int] = {}
        self.by_name: dict[str, int] = {}
        self.names: dict[str, str] = {}
        self.keys: dict[tuple[str, ...], frozenset[str]] = {}

    def related(self) -> Beside:
        """The articles to compare with, those of the article's own units alone."""
        stated = self.known.figures[self.article_id]
        companies = self._companies(stated)
        self.numbers = corroborations.spellings(self.connection, companies)
        self.by_name = {folded(name): number for name, number in self.numbers.items()}
        spelled = {*companies[:MOST_COMPANIES], *self._spelled(companies[:MOST_COMPANIES])}
        ids: list[int] = []
        if spelled:
            ids += corroborations.stating(
                self.connection, _windows(stated), spelled, self.article_id, STATING
            )
            ids += self._of_the_time(spelled)
        units = {each.unit for each in stated if each.unit}
        return corroborations.related(self.connection, list(dict.fromkeys(ids)), units, spelled)

    def _spelled(self, companies: Iterable[str]) -> Iterator[str]:
        """All names of these companies that the library knows."""
        wanted = {self._key(name) for name in companies}
        return (name for name in self.numbers if self._key(name) in wanted)

    def _key(self, name: str) -> str:
        """What stands for a company however it is named: its number if the article itself names it."""
        if name not in self.names:
            number = self.by_name.get(plain := folded(name))
            self.names[name] = plain if number is None else f"{number}"
        return self.names[name]

    def _companies(self, stated: Iterable[Stated]) -> list[str]:
        """The companies most figures are about, then the article's others; none that an editor rejected."""
        counts: dict[str, int] = {}
        for each in stated:
            for name in each.about:
                counts[name] = counts.get(name, 0) + 1
        for name in self.known.companies.get(self.article_id, ()):
            counts.setdefault(name, 0)
        refused = set(self.known.refused.get(self.article_id, ()))
        return sorted((name for name in counts if name not in refused), key=lambda name: -counts[name])

    def _of_the_time(self, companies: Collection[str]) -> list[int]:
        """The articles near in time that are of two of the companies."""
        day = published_day(self.known.headings[self.article_id].published)
        if day is None or len(companies) < 2:
            return []
        first, last = (day + timedelta(days=days) for days in (-NEAR, NEAR + 1))
        bounds = (first.isoformat(), last.isoformat())
        return corroborations.together(self.connection, companies, *bounds, self.article_id, TOGETHER)

    def side(self, part: Beside, number: int, parts: Halves | None = None) -> Side:
        """An article ready to be compared."""
        heading = part.headings[number]
        refused = {self._key(name) for name in part.refused.get(number, ())}
        keys = {self._key(name) for name in part.companies.get(number, ())} - refused
        figures = tuple(
            Figure(
                each.id,
                each.kind,
                each.unit,
                each.sentence,
                self._keys(each.about) - refused if refused else self._keys(each.about),
                each.size,
                parts.language_at(each.start) if parts else heading.language,
                each.fact,
            )
            for each in part.figures[number]
        )
        keys.update(*(figure.about for figure in figures))
        return Side(number, heading.title, published_day(heading.published), frozenset(keys), figures)

    def _keys(self, about: tuple[str, ...]) -> frozenset[str]:
        """The keys of companies; the same few stand beside most figures."""
        if about not in self.keys:
            self.keys[about] = frozenset(map(self._key, about))
        return self.keys[about]


def _windows(stated: Iterable[Stated]) -> list[tuple[str, str | None, float, float]]:
    """The kinds, units and sizes that may state the same as one of these, where that is more than chance."""
    found: dict[tuple[str, str | None, float, float], None] = {}
    for each in stated:
        if telling(fact := each.fact()):
            share = ABOUT_ENOUGH if fact.approximation is Approximation.ABOUT else NEAR_ENOUGH
            room = 0.0 if fact.kind is FactKind.DATE else abs(each.size) * float(share) * ROUNDING
            found[each.kind, each.unit, each.size - room, each.size + room] = None
    return list(found)


def _distance_from(own: Side) -> Callable[[Side], tuple[bool, int, int]]:
    """By what articles are sorted: how far they are from one in time, then by their number."""

    def key(other: Side) -> tuple[bool, int, int]:
        days = own.days_from(other)
        return days is None, days or 0, other.article_id

    return key


def _corroborations(own: Side, others: Sequence[Side], parts: Halves) -> dict[int, Corroboration]:
    beside = inside(own)
    places: dict[int, list[Place]] = {
        number: [_place(own, each) for each in found] for number, found in beside.items()
    }
    differing: dict[int, list[Place]] = {}
    for side, match in _matches(own, others, beside, parts):
        into = places if match.agrees else differing
        into.setdefault(match.own.id, []).append(_place(side, match.other, agrees=match.agrees))
    return {
        figure.id: Corroboration(
            own.article_id,
            figure.id,
            figure.language,
            (*places[figure.id], *differing.get(figure.id, ())),
            _lacking(figure, beside, parts),
        )
        for figure in own.figures
    }


def _matches(
    own: Side, others: Sequence[Side], beside: Mapping[int, Sequence[Figure]], parts: Halves
) -> Iterator[tuple[Side, Match]]:
    if parts.other:
        yield from ((own, match) for match in contradictions_inside(own, parts.first, parts.other, beside))
    for other in others:
        yield from ((other, match) for match in compare(own, other))


def _place(side: Side, figure: Figure, *, agrees: bool = True) -> Place:
    return Place(
        side.article_id, figure.id, side.title, figure.language, figure.fact.quote, figure.fact, agrees
    )


def _lacking(figure: Figure, beside: Mapping[int, Sequence[Figure]], parts: Halves) -> str:
    """The other language of a bilingual article, if no place in it states the figure."""
    if not parts.other or figure.language not in (parts.first, parts.other):
        return ""
    there = {each.language for each in beside[figure.id]}
    missing = parts.other if figure.language == parts.first else parts.first
    return "" if missing in there else missing
