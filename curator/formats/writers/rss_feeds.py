"""RSS 2.0, with Dublin Core for what it has no element for and the whole text in `content:encoded`.

`pubDate` is an instant and so only there for days and instants; `dc:date` has every date as finely as it is
known. Tags, the category and companies are `category` elements, told apart by their domain. The text as it
was written is in `source:markdown`. An editor's note and the importance are the desk's own and left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from curator.domain.articles import Article
from curator.domain.exports import Edition, Exported
from curator.formats.writers import bodies, identities, moments
from curator.formats.writers.xml_texts import DECLARATION, element, opening, optional, parent
from curator.formats.writing import FileWriter

CONTENT = "http://purl.org/rss/1.0/modules/content/"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
SOURCE = "http://source.scripting.com/"
OURS = identities.NAMESPACE

CATEGORY = f"{OURS}#category"
COMPANY = f"{OURS}#company"
"""The domain (RSS) or scheme (Atom) of a category element that is no tag."""


def words(article: Article) -> list[str]:
    """The elements RSS and Atom share: source, language, exact date, slug, and the text as written."""
    fields = article.fields
    body = article.body.of(article.text)
    text = "source:markdown" if article.markup == "markdown" else "curator:text"
    return [
        *optional("dc:publisher", fields.source),
        *optional("dc:date", moments.stated(fields.published)),
        *optional("curator:slug", fields.slug),
        element(text, body),
    ]


def _item(article: Article, identity: str) -> str:
    fields = article.fields
    address = bodies.web_address(fields.url)
    is_link = "true" if identity == address else "false"
    return parent(
        "item",
        [
            *optional("title", fields.title),
            *optional("link", address),
            element("guid", identity, isPermaLink=is_link),
            *optional("pubDate", moments.by_mail(moments.instant(fields.published))),
            *(
                []
                if fields.title and not fields.description
                else [element("description", fields.description)]
            ),
            *optional("dc:creator", fields.author),
            *optional("dc:language", fields.language),
            *optional("category", fields.category, domain=CATEGORY),
            *(element("category", name, domain=COMPANY) for name in fields.companies),
            *(element("category", tag) for tag in fields.tags),
            *words(article),
            element("content:encoded", bodies.html(article)),
        ],
        "  ",
    )


def _write(articles: Iterable[Exported], edition: Edition, stream: BinaryIO) -> None:
    title = edition.title or "Curator"
    namespaces = {
        "xmlns_content": CONTENT,
        "xmlns_dc": DUBLIN_CORE,
        "xmlns_source": SOURCE,
        "xmlns_curator": OURS,
    }
    head = [
        opening("rss", version="2.0", **namespaces),
        "<channel>",
        element("title", title),
        element("link", identities.of_edition(edition)),
        element("description", edition.query or title),
        *optional("lastBuildDate", moments.by_mail(moments.first_instant(edition.newest))),
        element("docs", "https://www.rssboard.org/rss-specification"),
        element("generator", "Curator"),
    ]
    stream.write((DECLARATION + "\n".join(head) + "\n").encode())
    given = identities.Identities()
    items = (_item(each.article, given.of(each.article)) for each in articles)
    stream.writelines(item.encode() for item in items)
    stream.write(b"</channel>\n</rss>\n")


WRITER = FileWriter("rss", "RSS", "a feed of the articles, which every feed reader takes", ".rss", _write)
