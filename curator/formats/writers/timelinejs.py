"""TimelineJS: what the timeline shows, as JSON for TimelineJS 3 (timeline.knightlab.com/docs).

An event is a publication or a dated fact. A date has the year, month and day that are known and no more; a
quarter or half begins with its first month and ends with its last. One that is open at its beginning stands
where it ends, with the article's own words for it: "by 2030".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any, BinaryIO

from curator.domain.articles import Article
from curator.domain.exports import Edition, Exported
from curator.domain.facts import Decision, FactKind, Precision
from curator.domain.sentences import beginnings, number_at
from curator.domain.timelines import Mark
from curator.formats.writers import bodies, identities
from curator.formats.writers.json_texts import ListWriter, filled
from curator.formats.writing import FileWriter, Needs

_YEARS = (Precision.YEAR, Precision.DECADE)
_MONTHS = (Precision.MONTH, Precision.QUARTER, Precision.HALF)


@dataclass(frozen=True, slots=True)
class _Told:
    """What an event says of its article: where it is, who wrote it, and the words of its dated facts."""

    url: str
    source: str
    identity: str
    words: dict[int, tuple[str, str]]
    """Quote and sentence of each fact on the timeline, by the fact's id."""

    @classmethod
    def of(cls, article: Article, identity: str, wanted: frozenset[int]) -> _Told:
        starts = beginnings(article.text)
        words: dict[int, tuple[str, str]] = {}
        for stored in article.facts:
            if stored.id in wanted:
                number = number_at(starts, stored.fact.start)
                end = starts[number + 1] if number + 1 < len(starts) else len(article.text)
                sentence = article.text[starts[number] : max(end, stored.fact.end)] if stored.evidence else ""
                words[stored.id] = stored.fact.quote, " ".join(sentence.split())
        return cls(bodies.web_address(article.fields.url), article.fields.source, identity, words)


def _event(mark: Mark, told: _Told) -> dict[str, Any]:
    first, last = mark.low or mark.high, mark.high or mark.low
    quote, sentence = told.words.get(mark.fact_id or 0, ("", ""))
    start, end = _date(first, mark.precision), _date(last, mark.precision)
    ends = {"end_date": end} if mark.low and mark.high and start != end else {}
    if quote:
        start |= {"display_date": escape(quote)}
    is_bare = mark.fact_id is None or mark.kind is FactKind.DATE
    name = identities.made_of("event", told.identity, str(mark.fact_id or ""), str(first), quote)
    return {
        "unique_id": name.removeprefix("urn:uuid:"),
        "start_date": start,
        **ends,
        "text": filled(
            headline=escape(mark.title if is_bare else mark.label), text=_text(mark, told, sentence)
        ),
        **filled(group=escape(mark.companies[0]) if mark.companies else ""),
    }


def _date(day: date | None, precision: Precision) -> dict[str, Any]:
    if day is None:
        return {}
    if precision in _YEARS:
        return {"year": day.year}
    return {"year": day.year, "month": day.month} | ({} if precision in _MONTHS else {"day": day.day})


def _text(mark: Mark, told: _Told, sentence: str) -> str:
    """The sentence of a fact, then the article, its source, and the way to it, as HTML."""
    said = f"<p>{escape(sentence)}</p>" if sentence else ""
    title = escape(mark.title if mark.fact_id is not None else told.source or told.url)
    if told.url and title:
        title = f'<a href="{escape(told.url)}">{title}</a>'
    source = f" ({escape(told.source)})" if told.source and mark.fact_id is not None else ""
    return said + (f"<p>{title}{source}</p>" if title else "")


def _write(articles: Iterable[Exported], edition: Edition, stream: BinaryIO) -> None:
    given = identities.Identities()
    wanted = frozenset(mark.fact_id for mark in edition.marks if mark.fact_id is not None)
    told = {each.article.id: _Told.of(each.article, given.of(each.article), wanted) for each in articles}
    text = filled(headline=escape(edition.title or "Curator"), text=escape(edition.query))
    out = ListWriter(stream, {"title": {"text": text}, "scale": "human"}, "events")
    for mark in edition.marks:
        known = told.get(mark.article_id)
        if known and (mark.low or mark.high) and mark.decision is not Decision.REJECTED:
            out.add(_event(mark, known))
    out.close()


WRITER = FileWriter(
    "timelinejs",
    "TimelineJS",
    "publications and dated facts, for a timeline on the web",
    ".json",
    _write,
    Needs.MARKS,
)
