"""JSON feeds (jsonfeed.org, 1.0 and 1.1): each item an article, Curator's own with every field they have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from curator.domain.articles import Fields
from curator.domain.changes import Value
from curator.domain.errors import UnreadableFile
from curator.formats.collections import Choices, Collection, Entry, Head
from curator.formats.documents.bare_lines import line, words
from curator.formats.feeds.feed_items import FeedItem, date_of, entry_of, our_entry
from curator.formats.json_files.json_documents import listed, loaded, members, text_of
from curator.formats.language_codes import language_code
from curator.formats.readers import Claim
from curator.formats.rebuilding import Rebuilder
from curator.formats.writers.json_feed import ABOUT, OURS

_VERSION = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version')


def claim(head: Head) -> Claim:
    """Sure of a file that says it is one."""
    is_object = head.text.lstrip("\ufeff \t\r\n").startswith("{")
    return Claim.CERTAIN if is_object and _VERSION.search(head.text) else Claim.NO


def entries(stream: BinaryIO, path: str, _choices: Choices) -> Iterator[Entry]:
    """The items of a feed in their order."""
    feed = members(loaded(stream))
    items = listed(feed.get("items"))
    if not items:
        raise UnreadableFile("There is no item in the feed.")
    rebuilder = Rebuilder(path)
    for number, each in enumerate(items, 1):
        item = members(each)
        ours = members(item.get(OURS))
        if ours.get("about") == ABOUT:
            yield our_entry(_our_item(item, ours, number), rebuilder, text_of(ours.get("markup")))
        else:
            yield entry_of(_item(item, feed, number), path, number)


def _item(item: dict[str, Value], feed: dict[str, Value], number: int) -> FeedItem:
    language = language_code(text_of(item.get("language")) or text_of(feed.get("language")))
    published, written = date_of(
        text_of(item.get("date_published")), text_of(item.get("date_modified")), language=language
    )
    html, text = text_of(item.get("content_html")), text_of(item.get("content_text"))
    summary = text_of(item.get("summary"))
    authors = _authors(item) or _authors(feed)
    tags = (line(text_of(each)) for each in listed(item.get("tags")))
    return FeedItem(
        place=f"item {number}",
        fields=Fields(
            title=words(text_of(item.get("title"))),
            description=words(summary) if html or text else "",
            published=published,
            source=line(text_of(feed.get("title"))),
            author=", ".join(authors),
            language=language,
            tags=tuple(dict.fromkeys(filter(None, tags))),
            url=text_of(item.get("url")) or text_of(item.get("external_url")),
        ),
        body=html or text or summary,
        is_html=bool(html),
        guid=text_of(item.get("id")),
        written=written,
    )


def _authors(said: dict[str, Value]) -> list[str]:
    """The people that a feed or an item names; some name one twice, as each version of the format has it."""
    people = [members(each) for each in listed(said.get("authors")) + listed(said.get("author"))]
    names = (line(text_of(each.get("name"))) for each in people)
    return list(dict.fromkeys(name for name in names if name))


def _our_item(item: dict[str, Value], ours: dict[str, Value], number: int) -> FeedItem:
    """An item of Curator's own: everything as it was."""
    fields = Fields(
        title=text_of(item.get("title")),
        description=text_of(item.get("summary")),
        published=text_of(ours.get("published")) or None,
        source=text_of(ours.get("source")),
        author=text_of(ours.get("author")),
        language=text_of(item.get("language")),
        category=text_of(ours.get("category")),
        companies=_texts(ours.get("companies")),
        tags=_texts(item.get("tags")),
        url=text_of(ours.get("url")),
        slug=text_of(ours.get("slug")),
    )
    return FeedItem(f"item {number}", fields, text_of(ours.get("text")), guid=text_of(item.get("id")))


def _texts(value: Value) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(text_of, listed(value)))))


COLLECTION = Collection("json-feed", (".json",), claim, entries)
