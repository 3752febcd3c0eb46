"""RSS (0.9 to 2.0, and 1.0's RDF) and Atom feeds: each item an article.

Feeds of Curator's own give back every field they have. Those of others give what their elements say, with the
HTML of an item as a page whose main text is to be found; their title is the source of their articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from curator.domain.articles import Fields
from curator.domain.errors import UnreadableFile
from curator.formats.collections import Choices, Collection, Entry, Head
from curator.formats.documents.bare_lines import words
from curator.formats.feeds import wordpress_items
from curator.formats.feeds.feed_items import FeedItem, date_of, entry_of, our_entry
from curator.formats.feeds.xml_items import LANGUAGE, XmlItem, base_of, name_of, resolved, text_of
from curator.formats.feeds.xml_streams import elements, local, root_name, vocabulary
from curator.formats.language_codes import language_code
from curator.formats.readers import Claim
from curator.formats.rebuilding import Rebuilder
from curator.formats.writers.rss_feeds import CATEGORY, COMPANY, OURS

_ITEMS = frozenset(("item", "entry"))
_ROOTS = ("rss", "feed", "RDF")
_DATES = ("date", "published", "pubDate", "issued", "created", "updated", "modified")
_SUFFIXES = (".rss", ".atom", ".rdf", ".xml")


def claim(head: Head) -> Claim:
    """Sure of a file whose root is a feed's."""
    return Claim.CERTAIN if root_name(head.text) in _ROOTS else Claim.NO


def entries(stream: BinaryIO, path: str, _choices: Choices) -> Iterator[Entry]:
    """The items of a feed in their order."""
    feed = _Feed()
    rebuilder = Rebuilder(path)
    number = 0
    for element in elements(stream, _ITEMS):
        if local(element) not in _ITEMS:
            feed.hear(element)
            continue
        said = XmlItem(element, feed.home)
        if not wordpress_items.is_article(said):
            continue
        number += 1
        if OURS in element.nsmap.values():
            markup = "plain" if said.first("text") else "markdown"
            yield our_entry(_our_item(said, number), rebuilder, markup)
        else:
            item = wordpress_items.refined(_item(said, number, feed), said, feed.people)
            yield entry_of(item, path, number)
    if not number:
        raise UnreadableFile("There is no item in the feed.")


@dataclass(slots=True)
class _Feed:
    """What a feed has said of itself so far."""

    title: str = ""
    language: str = ""
    home: str = ""
    """Its address on the web, to which others are relative."""
    authors: tuple[str, ...] = ()
    """Atom: who wrote the entries that name nobody."""
    people: dict[str, str] = field(default_factory=dict[str, str])
    """WordPress: the names of those who write, by their logins."""

    def hear(self, element: Any) -> None:  # noqa: ANN401 - an element of lxml
        """Take in what a child of the feed says."""
        name, parent = local(element), element.getparent()
        is_own = vocabulary(element) == vocabulary(parent)
        if wordpress_items.is_person(element):
            self.people.update([wordpress_items.person(element)])
        elif name == "language":
            self.language = self.language or text_of(element)
        elif name == "title" and is_own:
            self.title = self.title or words(text_of(element))
        elif name == "link" and element.get("rel", "alternate") == "alternate":
            address = (element.get("href") or text_of(element)).strip()
            self.home = self.home or resolved(base_of(element, ""), address)
        elif name == "author" and is_own and local(parent) == "feed":
            self.authors += (name_of(element),)


def _item(said: XmlItem, number: int, feed: _Feed) -> FeedItem:
    language = _language(said, feed)
    published, written = date_of(*(said.first(name) for name in _DATES), language=language)
    body, is_html = said.body()
    summary = said.markup("description") or said.markup("summary")
    authors = filter(None, said.authors() or feed.authors)
    tags = (words(tag) for tag, _ in said.categories())
    return FeedItem(
        place=f"item {number}",
        fields=Fields(
            title=words(said.first("title")),
            description=words(summary) if body else "",
            published=published,
            source=words(said.source()) or feed.title,
            author=", ".join(dict.fromkeys(authors)),
            language=language,
            tags=tuple(dict.fromkeys(filter(None, tags))),
            url=said.address(),
        ),
        body=body or summary,
        is_html=is_html or not body,
        guid=said.identity(),
        written=written,
    )


def _language(said: XmlItem, feed: _Feed) -> str:
    """The language of an item: as it says, else as its feed does."""
    around = (each.get(LANGUAGE, "") for each in said.element.iterancestors())
    stated = (language_code(each) for each in (*said.languages(), feed.language, *around))
    return next((code for code in stated if code), "")


def _our_item(said: XmlItem, number: int) -> FeedItem:
    """An item of Curator's own: everything as it was."""
    categories = list(said.categories())
    markdown = said.first("markdown", strip=False)
    fields = Fields(
        title=said.first("title"),
        description=said.first("description") or said.first("summary"),
        published=said.first("date") or None,
        source=said.first("publisher"),
        author=said.first("creator"),
        language=next(filter(None, said.languages()), ""),
        category=next((name for name, scheme in categories if scheme == CATEGORY), ""),
        companies=tuple(name for name, scheme in categories if scheme == COMPANY),
        tags=tuple(name for name, scheme in categories if scheme not in (CATEGORY, COMPANY)),
        url=said.address(),
        slug=said.first("slug"),
    )
    body = markdown or said.first("text", strip=False)
    return FeedItem(f"item {number}", fields, body, guid=said.identity())


COLLECTION = Collection("feed", _SUFFIXES, claim, entries)
