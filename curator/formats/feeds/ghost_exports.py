"""Ghost: the posts of a site that it exports with all its tables, as one JSON object."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from curator.domain.articles import Fields
from curator.domain.changes import Value
from curator.domain.errors import UnreadableFile
from curator.formats.collections import Choices, Collection, Entry, Head
from curator.formats.documents.bare_lines import words
from curator.formats.feeds.feed_items import FeedItem, date_of, entry_of
from curator.formats.json_files.json_documents import listed, loaded, members, text_of
from curator.formats.language_codes import language_code
from curator.formats.readers import Claim

_DATABASE = re.compile(r'\ufeff?\s*\{\s*"db"\s*:\s*\[\s*\{')
_EXPORTED = re.compile(r'"exported_on"|"data"\s*:\s*\{')


def claim(head: Head) -> Claim:
    """Sure of a file that begins as Ghost begins it."""
    is_ghost = _DATABASE.match(head.text) and _EXPORTED.search(head.text)
    return Claim.CERTAIN if is_ghost else Claim.NO


def entries(stream: BinaryIO, path: str, _choices: Choices) -> Iterator[Entry]:
    """The posts in their order, drafts too, which say so; pages of the site are no articles."""
    number = 0
    for each in listed(members(loaded(stream)).get("db")):
        site = _Site.of(members(members(each).get("data")))
        for post in site.posts:
            if text_of(post.get("type")) != "page" and text_of(post.get("page")) != "1":
                number += 1
                yield entry_of(_item(post, site, number), path, number)
    if not number:
        raise UnreadableFile("There is no post in the export.")


@dataclass(frozen=True, slots=True)
class _Site:
    """The tables of an export that posts refer to."""

    posts: list[dict[str, Value]]
    title: str
    language: str
    tags: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    """By the id of the post."""
    authors: dict[str, list[str]] = field(default_factory=dict[str, list[str]])

    @classmethod
    def of(cls, data: dict[str, Value]) -> _Site:
        rows = {name: [members(each) for each in listed(data.get(name))] for name in data}
        settings = {text_of(each.get("key")): text_of(each.get("value")) for each in rows.get("settings", [])}
        return cls(
            rows.get("posts", []),
            settings.get("title", ""),
            language_code(settings.get("locale") or settings.get("lang") or ""),
            _named(rows.get("posts_tags", []), "tag_id", rows.get("tags", [])),
            _named(rows.get("posts_authors", []), "author_id", rows.get("users", [])),
        )


def _named(links: list[dict[str, Value]], key: str, things: list[dict[str, Value]]) -> dict[str, list[str]]:
    """The names of the things that each post is linked with, by the post's id."""
    names = {text_of(each.get("id")): words(text_of(each.get("name"))) for each in things}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for each in links:
        found[text_of(each.get("post_id"))].append(names.get(text_of(each.get(key)), ""))
    return found


def _item(post: dict[str, Value], site: _Site, number: int) -> FeedItem:
    html, plain = text_of(post.get("html")), text_of(post.get("plaintext"))
    published, written = date_of(text_of(post.get("published_at")), text_of(post.get("created_at")))
    identity, status = text_of(post.get("id")), text_of(post.get("status"))
    return FeedItem(
        place=f"post {number}",
        fields=Fields(
            title=words(text_of(post.get("title"))),
            description=words(text_of(post.get("custom_excerpt"))),
            published=published,
            source=words(site.title),
            author=", ".join(dict.fromkeys(filter(None, site.authors.get(identity, [])))),
            language=language_code(text_of(post.get("locale"))) or site.language,
            tags=tuple(dict.fromkeys(filter(None, site.tags.get(identity, [])))),
            url=text_of(post.get("canonical_url")),
            slug=text_of(post.get("slug")),
        ),
        body=html or plain,
        is_html=bool(html),
        guid=text_of(post.get("uuid")) or identity,
        written=written if status in ("", "published", "sent") else {**written, "status": status},
    )


COLLECTION = Collection("ghost", (".json",), claim, entries)
