"""Streams of feed readers: what programs that speak as Google Reader did save (Inoreader, FreshRSS, Feedly).

An item has its words in `content` or `summary`, its moment in seconds or milliseconds since 1970, and the
title of the feed it came from in `origin`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import BinaryIO

from curator.domain.articles import Fields
from curator.domain.changes import Value
from curator.domain.errors import UnreadableFile
from curator.formats.collections import Choices, Collection, Entry, Head
from curator.formats.documents.bare_lines import line, words
from curator.formats.feeds.feed_items import FeedItem, entry_of
from curator.formats.json_files.json_documents import listed, loaded, members, text_of
from curator.formats.language_codes import language_code
from curator.formats.readers import Claim

_ITEMS = re.compile(r'"items"\s*:\s*\[')
_TELLING = re.compile(r'"(?:origin|canonical|alternate|crawlTimeMsec|timestampUsec)"\s*:')
_PUBLISHED = re.compile(r'"(?:published|updated|crawled)"\s*:\s*\d')
_MILLISECONDS = 10_000_000_000
"""So many seconds are the year 2286: more are milliseconds."""
_LABEL = re.compile(r"user/[^/]+/(?:label|tag)/(?P<name>.+)")


def claim(head: Head) -> Claim:
    """Sure of an object with items that have moments as numbers and say where they came from."""
    is_object = head.text.lstrip("\ufeff \t\r\n").startswith("{")
    signs = (_ITEMS, _TELLING, _PUBLISHED)
    return Claim.CERTAIN if is_object and all(sign.search(head.text) for sign in signs) else Claim.NO


def entries(stream: BinaryIO, path: str, _choices: Choices) -> Iterator[Entry]:
    """The items in their order."""
    items = listed(members(loaded(stream)).get("items"))
    if not items:
        raise UnreadableFile("There is no item in the file.")
    for number, each in enumerate(items, 1):
        yield entry_of(_item(members(each), number), path, number)


def _item(item: dict[str, Value], number: int) -> FeedItem:
    content, summary = (_words_of(item.get(name)) for name in ("content", "summary"))
    origin = members(item.get("origin"))
    return FeedItem(
        place=f"item {number}",
        fields=Fields(
            title=words(text_of(item.get("title"))),
            description=words(summary) if content and summary != content else "",
            published=_moment(item.get("published")) or _moment(item.get("updated")),
            source=words(text_of(origin.get("title"))),
            author=line(text_of(item.get("author"))),
            language=language_code(text_of(item.get("language"))),
            tags=tuple(dict.fromkeys(filter(None, _tags(item)))),
            url=_address(item),
        ),
        body=content or summary,
        is_html=True,
        guid=text_of(item.get("id")),
    )


def _words_of(said: Value) -> str:
    """The text of an item, which most programs put into an object with its direction."""
    return text_of(members(said).get("content")) or text_of(said)


def _moment(said: Value) -> str | None:
    seconds = float(said) if isinstance(said, (int, float)) and not isinstance(said, bool) else 0.0
    seconds = seconds / 1000 if seconds > _MILLISECONDS else seconds
    if not 0 < seconds < _MILLISECONDS:
        return None
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _address(item: dict[str, Value]) -> str:
    links = [members(each) for name in ("canonical", "alternate") for each in listed(item.get(name))]
    found = (text_of(each.get("href")) for each in links)
    return next(filter(None, found), "") or text_of(item.get("canonicalUrl"))


def _tags(item: dict[str, Value]) -> Iterator[str]:
    """The labels that the reader's user gave, and what the feed said it is about."""
    for each in listed(item.get("categories")):
        written = text_of(each) or text_of(members(each).get("label"))
        label = _LABEL.fullmatch(written)
        if label is not None or not written.startswith("user/"):
            yield words(label["name"] if label else written)
    for each in listed(item.get("keywords")):
        yield words(text_of(each))


COLLECTION = Collection("reader", (".json",), claim, entries)
