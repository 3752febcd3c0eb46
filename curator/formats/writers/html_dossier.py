"""A dossier: one HTML page with the timeline and, for each article, its facts with their quotes.

The page stands alone: its style and its picture are in it, nothing is fetched and nothing runs, which its
Content-Security-Policy holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from curator import paths
from curator.domain.articles import Article, StoredFact
from curator.domain.exports import Edition, Exported
from curator.domain.facts import CONTEXT, Decision, Evidence
from curator.domain.wordings import brief_words
from curator.formats.writers.timeline_svg import timeline_svg
from curator.formats.writing import FileWriter, Needs
from curator.versions import version

if TYPE_CHECKING:
    from jinja2 import Template

_MARKUP = re.compile(r"[*_#|`>\s]+")


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact as the page shows it."""

    kind: str
    value: str
    status: str
    prefix: str
    quote: str
    suffix: str
    decision: str
    verdict: str
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as the page shows it."""

    article: Article
    head: tuple[str, ...]
    """Where it is from and what it is about, in a line."""
    url: str
    """Its address, if that is one of the web."""
    text: str
    facts: tuple[FactLine, ...]


def entry_of(article: Article) -> Entry:
    """An article as a dossier shows it; facts that an editor rejected are left out."""
    fields = article.fields
    stars = f"importance {fields.importance}" if fields.importance else ""
    head = (
        *(fields.source, fields.author, (fields.published or "no date")[:10], fields.language, stars),
        *(", ".join(names) for names in (fields.companies, fields.tags)),
    )
    shown = tuple(each for each in article.facts if each.decision is not Decision.REJECTED)
    url = fields.url if fields.url.lower().startswith(("https://", "http://")) else ""
    text = article.body.of(article.text).strip()
    return Entry(article, tuple(filter(None, head)), url, text, tuple(map(_line, shown)))


def _line(stored: StoredFact) -> FactLine:
    fact, evidence = stored.fact, stored.evidence or Evidence(0, 0, "")
    return FactLine(
        kind=fact.kind.value,
        value=brief_words(fact),
        status=fact.status.value,
        prefix=_before(evidence.prefix),
        quote=evidence.quote.replace("\n", " "),
        suffix=_after(evidence.suffix),
        decision=stored.decision.value,
        verdict=stored.verdict.value,
        note=stored.verdict_note,
        source=stored.verdict_source,
    )


def _before(text: str) -> str:
    """The words before a quote, without markup and without the part of a word they begin with."""
    plain = _MARKUP.sub(" ", text)
    whole = len(text) < CONTEXT
    return plain if whole else f"…{plain.partition(' ')[2] or plain}"


def _after(text: str) -> str:
    plain = _MARKUP.sub(" ", text)
    whole = len(text) < CONTEXT
    return plain if whole else f"{plain.rpartition(' ')[0] or plain}…"


def template(name: str) -> Template:
    """A template of ours, from the resources; every value it is given is escaped."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(paths.resource(f"templates/{name}").read_text("utf-8"))


def pieces(articles: Iterable[Exported], edition: Edition) -> Iterator[str]:
    """The page in pieces, so that a large one is never in memory whole."""
    from markupsafe import Markup

    return template("dossier.html.j2").generate(
        edition=edition,
        version=version(),
        timeline=Markup(timeline_svg(edition.marks)),  # noqa: S704 - made by us, every text in it escaped
        entries=(entry_of(each.article) for each in articles),
    )


def _write(articles: Iterable[Exported], edition: Edition, stream: BinaryIO) -> None:
    stream.writelines(piece.encode("utf-8", "xmlcharrefreplace") for piece in pieces(articles, edition))


WRITER = FileWriter(
    "html",
    "Dossier (HTML)",
    "one page: timeline, articles, facts with their quotes",
    ".html",
    _write,
    Needs.MARKS,
)
