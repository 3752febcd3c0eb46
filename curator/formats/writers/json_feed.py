"""JSON Feed 1.1: the articles as items of a feed (jsonfeed.org/version/1.1).

What an item has no place for stands under `_curator`, as the standard lets it: the date as finely as it is
known, category, companies and slug, and the text as it was written. An editor's note and the importance are
the desk's own and are left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

from curator.domain.articles import Article
from curator.domain.exports import Edition, Exported
from curator.formats.writers import bodies, identities, moments
from curator.formats.writers.json_texts import ListWriter, filled
from curator.formats.writers.persons import persons
from curator.formats.writing import FileWriter

VERSION = "https://jsonfeed.org/version/1.1"
OURS = "_curator"
ABOUT = identities.NAMESPACE


def item(article: Article, identity: str) -> dict[str, Any]:
    """The article as an item of a feed."""
    fields = article.fields
    body = article.body.of(article.text)
    return {
        "id": identity,
        **filled(
            url=bodies.web_address(fields.url),
            title=fields.title,
            summary=fields.description,
            language=fields.language,
            date_published=moments.instant(fields.published),
            authors=[{"name": each.whole} for each in persons(fields.author, fields.language)],
            tags=list(fields.tags),
        ),
        "content_html": bodies.html(article),
        OURS: filled(
            about=ABOUT,
            source=fields.source,
            author=fields.author,
            published=moments.stated(fields.published),
            category=fields.category,
            companies=list(fields.companies),
            slug=fields.slug,
            url=fields.url,
            markup=article.markup,
        )
        | {"text": body},
    }


def _write(articles: Iterable[Exported], edition: Edition, stream: BinaryIO) -> None:
    head = filled(version=VERSION, title=edition.title or "Curator", description=edition.query)
    out = ListWriter(stream, head, "items")
    given = identities.Identities()
    for each in articles:
        out.add(item(each.article, given.of(each.article)))
    out.close()


WRITER = FileWriter(
    "json-feed",
    "JSON Feed",
    "the articles with their text, for programs that read feeds",
    ".json",
    _write,
)
