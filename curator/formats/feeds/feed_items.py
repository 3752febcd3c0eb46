"""Feed items: what a feed says of an article, made into a file of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from dataclasses import fields as fields_of
from html import unescape
from typing import Any

from curator.domain.articles import Fields
from curator.domain.storable import storable_text
from curator.formats import dates
from curator.formats.collections import Entry, composed
from curator.formats.documents.bare_lines import begins_with
from curator.formats.drafts import Reading
from curator.formats.rebuilding import Rebuilder
from curator.formats.writers import moments
from curator.formats.writers.identities import GUID
from curator.formats.writers.markdown_files import composed_of

MOST_BODY = 20 << 20
"""Characters of the longest text that is taken; no article is so long."""


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An article as a feed has it; `body` is HTML, or text as Markdown has it."""

    place: str
    fields: Fields
    body: str
    is_html: bool = False
    guid: str = ""
    written: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """What was not understood, to be kept as front matter, as it is written."""


def entry_of(item: FeedItem, collection: str, number: int) -> Entry:
    """The item as an entry of its collection: Markdown, or HTML whose main text is to be found."""
    fields = item.fields
    if len(item.body) > MOST_BODY:
        return Entry(item.place, "", reason=f"The text is longer than {MOST_BODY >> 20} MB.")
    if begins_with(item.body, fields.description, fields.title, is_html=item.is_html):
        fields = replace(fields, description="")
    if not item.body.strip() and not fields.title and not fields.description:
        return Entry(item.place, "", reason="There is neither a title nor a text.")
    unknown = dict(item.written)
    if item.guid and item.guid != fields.url:
        unknown[GUID] = item.guid
    is_page = item.is_html and "<" in item.body
    body = unescape(item.body) if item.is_html and not is_page else item.body
    found = composed(item.place, collection, number, fields, body, unknown)
    if not is_page:
        return found
    page = f"<html><body><article>\n{item.body}\n</article></body></html>"
    data = composed_of(fields, unknown, page).encode("utf-8", "replace")
    return Entry(item.place, f"{found.path.removesuffix('.md')}.html", data)


def our_entry(item: FeedItem, rebuilder: Rebuilder, markup: str) -> Entry:
    """An item of Curator's own as the entry that restores its article; facts are to be looked for again."""
    if len(item.body) > MOST_BODY:
        return Entry(item.place, "", reason=f"The text is longer than {MOST_BODY >> 20} MB.")
    fields = _storable(item.fields)
    reading = Reading.composed(fields.title, fields.description, storable_text(item.body))
    found = rebuilder.entry(
        item.place,
        fields,
        reading,
        storable_text(item.guid),
        (),
        "plain" if markup == "plain" else "markdown",
    )
    return replace(found, seeks_facts=True)


def _storable(given: Fields) -> Fields:
    """The fields with what a library can hold: dates that are some, and no half characters."""
    texts = {
        each.name: storable_text(value)
        for each in fields_of(given)
        if isinstance(value := getattr(given, each.name), str) and each.name != "published"
    }
    lists = {name: _names(names) for name, names in (("companies", given.companies), ("tags", given.tags))}
    return replace(given, **texts, **lists, published=moments.stated(given.published) or None)


def _names(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in map(storable_text, given) if name))


def date_of(*written: str, language: str = "") -> tuple[str | None, dict[str, str]]:
    """The first date that is understood; else nothing, and as unknown what is written of it."""
    stated = [text for text in (text.strip() for text in written) if text]
    for text in stated:
        moment = dates.published(text, language)
        if moment:
            return moment, {}
    return None, {"date": stated[0][:200]} if stated else {}
