"""ninjs 3.1, the IPTC's News in JSON (iptc.org/std/ninjs): news items, valid by its schema.

One article is one item; several are the associations of a composite item. The standard has instants alone, so
a coarser date is left out of `contentCreated`. It lets no property be added, so that what it has none for
stands in `descriptions` of a role of its own: "facts" holds facts and repairs as Web Annotations with their
evidence, "curator" a date that is no instant, and the text in which places are counted where that is not the
headline, summary and body. The importance is the urgency, from 1 (highest) to 9.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

from curator.domain.articles import Article
from curator.domain.exports import Edition, Exported
from curator.domain.facts import FactKind
from curator.domain.folding import folded
from curator.formats.drafts import Reading
from curator.formats.writers import bodies, identities, moments
from curator.formats.writers.json_texts import ListWriter, encoded, filled, json_text
from curator.formats.writers.web_annotations import CONTEXT, MEDIA, notes_on
from curator.formats.writing import FileWriter

STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}
URGENCIES = {5: 1, 4: 3, 3: 5, 2: 7, 1: 9}
"""Importance to urgency."""

FACTS = "facts"
OURS = "curator"


def item(article: Article, identity: str) -> dict[str, Any]:
    """The article as a news item."""
    fields = article.fields
    text = article.body.of(article.text)
    words = len(text.split())
    return {
        "uri": identity,
        "type": "text",
        **filled(
            contentCreated=moments.instant(fields.published),
            urgency=URGENCIES.get(fields.importance or 0),
            edNote=fields.note,
            language=fields.language,
            by=fields.author,
            slugline=fields.slug,
            headlines=[{"role": "main", "value": fields.title}] if fields.title else [],
        ),
        "bodies": [
            {
                "role": "main",
                "contentType": MEDIA.get(article.markup, "text/plain"),
                "charCount": len(text),
                "wordCount": words,
                "value": text,
            },
            {"role": "html", "contentType": "text/html", "value": bodies.html(article)},
        ],
        **filled(
            descriptions=_descriptions(article, identity),
            infoSources=[{"name": fields.source, "role": "publisher"}] if fields.source else [],
            organisations=_organisations(article),
            subjects=[
                *({"name": name, "rel": "category"} for name in (fields.category,) if name),
                *({"name": name, "rel": "keyword"} for name in fields.tags),
            ],
            altIds=[{"role": "url", "value": fields.url}] if fields.url else [],
        ),
    }


def _descriptions(article: Article, identity: str) -> list[dict[str, str]]:
    fields = article.fields
    published = moments.stated(fields.published)
    found: list[dict[str, str]] = []
    if fields.description:
        found.append({"role": "summary", "contentType": "text/plain", "value": fields.description})
    ours = filled(published=published if published != moments.instant(published) else "", **_reading(article))
    if ours:
        found.append({"role": OURS, "contentType": "application/json", "value": json_text(ours)})
    notes = list(notes_on(article, identity))
    page = {"@context": CONTEXT, "type": "AnnotationPage", "items": notes[1:]}
    if notes[1:]:
        found.append({"role": FACTS, "contentType": "application/ld+json", "value": json_text(page)})
    return found


def _reading(article: Article) -> dict[str, Any]:
    """The text in which places are counted, where it is not headline, summary and body."""
    fields = article.fields
    expected = Reading.composed(fields.title, fields.description, article.body.of(article.text))
    spans = {"title": article.title, "description": article.description, "body": article.body}
    if expected == Reading(article.text, **spans):
        return {}
    return {"text": article.text, "spans": {name: list(span) for name, span in spans.items()}}


def _organisations(article: Article) -> list[dict[str, str]]:
    """The companies the article is about, and those that it mentions beside them."""
    about = article.fields.companies
    folds = {folded(name) for name in about}
    said = (stored.fact for stored in article.facts if stored.fact.kind is FactKind.COMPANY)
    mentioned = {folded(name): name for fact in said for name in (fact.name or fact.quote,)}
    rest = (name for key, name in mentioned.items() if key not in folds)
    return [
        *({"name": name, "rel": "about", "uri": identities.of_company(name)} for name in about),
        *({"name": name, "rel": "mentions", "uri": identities.of_company(name)} for name in rest),
    ]


def _write(articles: Iterable[Exported], edition: Edition, stream: BinaryIO) -> None:
    given = identities.Identities()
    items = (item(each.article, given.of(each.article)) for each in articles)
    if edition.count == 1:
        stream.writelines(encoded(json_text({"standard": STANDARD, **each}) + "\n") for each in items)
        return
    head = {
        "standard": STANDARD,
        "uri": identities.of_edition(edition),
        "type": "composite",
        **filled(versionCreated=moments.first_instant(edition.newest), title=edition.title),
    }
    out = ListWriter(stream, head, "associations")
    for each in items:
        name = each["headlines"][0]["value"] if "headlines" in each else each["uri"]
        out.add({"name": name, "rel": "item", **each})
    out.close()


WRITER = FileWriter(
    "ninjs", "ninjs", "news items as the IPTC has them, for news desks' systems", ".json", _write
)
