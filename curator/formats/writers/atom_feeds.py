"""Atom: the articles as entries of a feed, by RFC 4287.

`published` is there for days and instants; `dc:date` has every date as finely as it is known. An entry must
say when it was updated: that is the first instant of its date, without one that of the newest entry.
Tags, the category and companies are `category` elements, told apart by their scheme.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from curator.domain.articles import Article
from curator.domain.exports import Edition, Exported
from curator.formats.writers import bodies, identities, moments
from curator.formats.writers.persons import persons
from curator.formats.writers.rss_feeds import CATEGORY, COMPANY, DUBLIN_CORE, OURS, SOURCE, words
from curator.formats.writers.xml_texts import DECLARATION, element, opening, optional, parent
from curator.formats.writing import FileWriter

ATOM = "http://www.w3.org/2005/Atom"


def _entry(article: Article, identity: str, updated: str) -> str:
    fields = article.fields
    address = bodies.web_address(fields.url)
    language = {"xml_lang": fields.language} if fields.language else {}
    return parent(
        "entry",
        [
            element("title", fields.title),
            element("id", identity),
            *([element("link", rel="alternate", href=address)] if address else []),
            element("updated", moments.first_instant(fields.published) or updated),
            *optional("published", moments.instant(fields.published)),
            *_people(article),
            *optional("summary", fields.description),
            *([element("category", term=fields.category, scheme=CATEGORY)] if fields.category else []),
            *(element("category", term=name, scheme=COMPANY) for name in fields.companies),
            *(element("category", term=tag) for tag in fields.tags),
            *optional("dc:creator", fields.author),
            *words(article),
            element("content", bodies.html(article), type="html"),
        ],
        "  ",
        **language,
    )


def _people(article: Article) -> list[str]:
    fields = article.fields
    names = [each.whole for each in persons(fields.author, fields.language)] or [fields.source]
    return [f"<author>{element('name', name)}</author>" for name in names if name]


def _write(articles: Iterable[Exported], edition: Edition, stream: BinaryIO) -> None:
    title = edition.title or "Curator"
    updated = moments.first_instant(edition.newest) or moments.UNKNOWN
    head = [
        opening("feed", xmlns=ATOM, xmlns_dc=DUBLIN_CORE, xmlns_source=SOURCE, xmlns_curator=OURS),
        element("title", title),
        *optional("subtitle", edition.query),
        element("id", identities.of_edition(edition)),
        element("updated", updated),
        f"<author>{element('name', title)}</author>",
        element("generator", "Curator"),
    ]
    stream.write((DECLARATION + "\n".join(head) + "\n").encode())
    given = identities.Identities()
    entries = (_entry(each.article, given.of(each.article), updated) for each in articles)
    stream.writelines(entry.encode() for entry in entries)
    stream.write(b"</feed>\n")


WRITER = FileWriter("atom", "Atom", "a feed of the articles, with their people set apart", ".atom", _write)
