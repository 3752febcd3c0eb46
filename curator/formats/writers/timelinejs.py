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
from curator.domain.facts import Decision, Precision
from curator.domain.timelines import Mark
from curator.formats.writers import bodies, identities
from curator.formats.writers.json_texts import ListWriter, filled
from curator.formats.writing import FileWriter, Needs

_YEARS = (Precision.YEAR, Precision.DECADE)
_MONTHS = (Precision.MONTH, Precision.QUARTER, Precision.HALF)


@dataclass(frozen=True, slots=True)
class _Told:
    """What an event says of its article."""

    url: str
    source: str
    quotes: dict[int, str]
    identity: str

    @classmethod
    def of(cls, article: Article, identity: str) -> _Told:
        quotes = {stored.id: stored.fact.quote for stored in article.facts}
        return cls(bodies.web_address(article.fields.url), article.fields.source, quotes, identity)


def _event(mark: Mark, told: _Told) -> dict[str, Any]:
    first, last = mark.low or mark.high, mark.high or mark.low
    quote = told.quotes.get(mark.fact_id, "") if mark.fact_id is not None else ""
    start, end = _date(first, mark.precision), _date(last, mark.precision)
    if quote and mark.fact_id is not None:
        start |= {"display_date": escape(quote)}
    ends = {"end_date": end} if mark.low and mark.high and _date(first, mark.precision) != end else {}
    return {
        "unique_id": identities.made_of("event", told.identity, str(mark.fact_id or ""), str(first), quote)[
            9:
        ],
        "start_date": start,
        **ends,
        "text": filled(headline=escape(mark.label), text=_text(mark, told)),
        **filled(group=escape(mark.companies[0]) if mark.companies else ""),
    }


def _date(day: date | None, precision: Precision) -> dict[str, Any]:
    if day is None:
        return {}
    if precision in _YEARS:
        return {"year": day.year}
    return {"year": day.year, "month": day.month} | ({} if precision in _MONTHS else {"day": day.day})


def _text(mark: Mark, told: _Told) -> str:
    """The article's headline under a fact, its source, and the way to it, as HTML."""
    title = escape(mark.title) if mark.fact_id is not None else ""
    if told.url:
        title = f'<a href="{escape(told.url)}">{title or escape(told.source or told.url)}</a>'
    source = escape(told.source) if title and mark.fact_id is not None else ""
    return f"<p>{title}{f' ({source})' if source else ''}</p>" if title else ""


def _write(articles: Iterable[Exported], edition: Edition, stream: BinaryIO) -> None:
    given = identities.Identities()
    told = {each.article.id: _Told.of(each.article, given.of(each.article)) for each in articles}
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
