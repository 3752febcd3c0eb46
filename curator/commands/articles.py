"""`curator list` and `curator show`."""

from __future__ import annotations

import argparse
import sys

from curator.commands import printing, shapes
from curator.commands.libraries import opened
from curator.domain.articles import Article
from curator.domain.wordings import value_words
from curator.services import listing, reading
from curator.services.listing import Column, Order


def list_(options: argparse.Namespace) -> int:
    """List the articles that match a query."""
    order = Order(Column(options.sort), descending=not options.ascending)
    with opened(options) as library:
        query = " ".join(options.query)
        if options.limit is None:
            rows = listing.every(library, query, order)
        else:
            rows = listing.page(library, query, order, limit=options.limit).rows if options.limit else ()
    if options.json:
        printing.json_document([shapes.row(each) for each in rows])
        return 0
    if rows:
        columns = ("id", "published", "imp", "lang", "source", "state", "title")
        printing.table(
            (
                (
                    each.id,
                    (each.published or "")[:10],
                    each.importance or "",
                    each.language,
                    each.source,
                    each.state.value,
                    each.title,
                )
                for each in rows
            ),
            columns,
        )
    printing.tell(printing.counted(len(rows), "article"))
    return 0


def show(options: argparse.Namespace) -> int:
    """Show everything known of one article."""
    with opened(options) as library:
        if options.original:
            data = reading.original_bytes(library, options.id)
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            return 0
        article = reading.article(library, options.id)
        journal = reading.journal(library, options.id, limit=10_000)
    if options.json:
        printing.json_document(shapes.article(article, reading.original_text(article), journal))
        return 0
    _describe(article)
    for entry in journal:
        undone = " (undone)" if entry.undone else ""
        printing.line(f"  {entry.made_at}  {entry.who}  {entry.kind}: {entry.step.label}{undone}")
    return 0


def _describe(article: Article) -> None:
    fields = article.fields
    pairs = [
        ("id", str(article.id)),
        ("path", article.path),
        ("state", article.state.value),
        ("title", fields.title),
        ("description", fields.description),
        ("published", fields.published or ""),
        ("source", fields.source),
        ("author", fields.author),
        ("language", fields.language),
        ("category", fields.category),
        ("importance", str(fields.importance or "")),
        ("companies", ", ".join(fields.companies)),
        ("tags", ", ".join(fields.tags)),
        ("note", fields.note),
        ("url", fields.url),
        ("sets", ", ".join(article.sets)),
        *((f"({name})", str(value)) for name, value in article.unknown.items()),
    ]
    for name, value in pairs:
        for number, text in enumerate(value.split("\n") if value else ()):
            printing.line(f"{'' if number else name:12} {text}")
    for note in article.notes:
        printing.line(f"{'note':12} {note}")
    printing.line()
    for text in article.body.of(article.text).splitlines():
        printing.line(text)
    printing.line()
    if article.facts:
        printing.table(
            (
                (each.id, each.fact.kind.value, value_words(each.fact), each.decision.value, each.fact.quote)
                for each in article.facts
            ),
            ("fact", "kind", "value", "decision", "words"),
        )
        printing.line()
    printing.line(printing.counted(len(article.repairs) + len(article.field_repairs), "repair"))
