"""ninjs items (IPTC, versions 1 to 3): one, several in a list, or the associations of a composite one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from curator.domain.articles import Fields
from curator.domain.changes import Value
from curator.domain.errors import UnreadableFile
from curator.domain.storable import storable_text
from curator.formats.collections import Choices, Collection, Entry, Head
from curator.formats.documents.bare_lines import line
from curator.formats.drafts import Reading
from curator.formats.feeds.feed_items import FeedItem, date_of, entry_of
from curator.formats.feeds.urgencies import importance_of
from curator.formats.json_files.json_documents import listed, loaded, members, parsed, text_of
from curator.formats.json_files.json_values import Object
from curator.formats.language_codes import language_code
from curator.formats.readers import Claim
from curator.formats.rebuilding import Rebuilder, reading_of
from curator.formats.writers.ninjs_items import FACTS, OURS
from curator.formats.writers.web_annotations import MEDIA

_OURS = re.compile(r'"standard"\s*:\s*\{\s*"name"\s*:\s*"ninjs"')
_KEYS = re.compile(r'"(?:headlines?|bodies|body_\w+|associations|versionCreated|versioncreated)"\s*:')
_URI = re.compile(r'"uri"\s*:\s*"')
_MARKUPS = {media: markup for markup, media in MEDIA.items()}


def claim(head: Head) -> Claim:
    """Sure of a file that says it is ninjs, nearly so of one with the keys of it."""
    text = head.text.lstrip("\ufeff \t\r\n")
    if not text.startswith(("{", "[")):
        return Claim.NO
    if _OURS.search(text):
        return Claim.CERTAIN
    return Claim.CONTENT if _URI.search(text) and _KEYS.search(text) else Claim.NO


def entries(stream: BinaryIO, path: str, _choices: Choices) -> Iterator[Entry]:
    """The text items, in their order."""
    rebuilder = Rebuilder(path)
    number = 0
    for item in _items(loaded(stream)):
        number += 1
        place = f"item {number}"
        try:
            yield _entry(place, item, path, number, rebuilder)
        except UnreadableFile as error:
            yield Entry(place, "", reason=error.message, hint=error.hint)
    if not number:
        raise UnreadableFile("There is no news item with a text in the file.")


def _items(value: Value, depth: int = 0) -> Iterator[dict[str, Value]]:
    for each in listed(value):
        item = members(each)
        inner = item.get("associations") or item.get("items")
        if _texts(item) or (_headline(item) and not inner):
            yield item
        parts = list(members(inner).values()) if isinstance(inner, dict) else listed(inner)
        if depth < 4:
            yield from _items([part for part in parts if members(part)], depth + 1)


def _entry(place: str, item: dict[str, Value], path: str, number: int, rebuilder: Rebuilder) -> Entry:
    fields, written = _fields(item)
    guid = text_of(item.get("uri"))
    notes = _role(item, FACTS)
    body, media = _body(item, is_ours=bool(notes))
    if notes:
        exact = Object(parsed(_role(item, OURS) or "{}"))
        reading = Reading.composed(fields.title, fields.description, storable_text(body))
        if "text" in exact:
            reading = reading_of(exact.text("text"), exact.object("spans"))
        found = Object(parsed(notes)).objects("items")
        return rebuilder.entry(place, fields, reading, guid, found, _MARKUPS.get(media, "markdown"))
    return entry_of(FeedItem(place, fields, body, "html" in media, guid, written), path, number)


def _fields(item: dict[str, Value]) -> tuple[Fields, dict[str, str]]:
    language = text_of(item.get("language"))
    exact = members(parsed(_role(item, OURS) or "{}"))
    named = (
        "contentCreated",
        "contentcreated",
        "firstCreated",
        "firstcreated",
        "versionCreated",
        "versioncreated",
    )
    published, written = date_of(
        *(text_of(each.get(name)) for each in (exact, item) for name in ("published", *named))
    )
    subjects = [members(each) for each in listed(item.get("subjects") or item.get("subject"))]
    sources = [members(each) for each in listed(item.get("infoSources") or item.get("infosource"))]
    organisations = [members(each) for each in listed(item.get("organisations") or item.get("organisation"))]
    links = [members(each) for each in listed(item.get("altIds"))]
    url = next((text_of(each.get("value")) for each in links if each.get("role") == "url"), "")
    fields = Fields(
        title=_headline(item),
        description=_role(item, "summary", otherwise=True) or line(text_of(item.get("description_text"))),
        published=published,
        source=next(iter(_names(sources)), "") or text_of(item.get("copyrightHolder")),
        author=text_of(item.get("by")) or text_of(item.get("byline")),
        language=language if exact or links else language_code(language) or language,
        category=next(iter(_names(each for each in subjects if each.get("rel") == "category")), ""),
        importance=importance_of(item.get("urgency")),
        companies=_names(each for each in organisations if each.get("rel") != "mentions"),
        tags=_names(each for each in subjects if each.get("rel") != "category"),
        note=text_of(item.get("edNote")) or text_of(item.get("ednote")),
        url=url,
        slug=text_of(item.get("slugline"))
        if item.get("bodies")
        else "",  # version 1: a topic, as agencies have it
    )
    return fields, written


def _names(things: Iterator[dict[str, Value]] | list[dict[str, Value]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (text_of(each.get("name")) for each in things))))


def _headline(item: dict[str, Value]) -> str:
    found = [members(each) for each in listed(item.get("headlines"))]
    main = next((each for each in found if each.get("role") == "main"), found[0] if found else {})
    return text_of(main.get("value")) or line(text_of(item.get("headline")) or text_of(item.get("title")))


def _role(item: dict[str, Value], role: str, *, otherwise: bool = False) -> str:
    """The description of a role; `otherwise` the first that is text."""
    found = [members(each) for each in listed(item.get("descriptions"))]
    for each in found:
        if each.get("role") == role:
            return text_of(each.get("value"))
    plain = (each for each in found if "json" not in text_of(each.get("contentType")))
    return text_of(members(next(plain, None)).get("value")) if otherwise else ""


def _texts(item: dict[str, Value]) -> list[tuple[str, str]]:
    """Each body with its media type, as versions 2 and 3 or as version 1 has them."""
    found = [members(each) for each in listed(item.get("bodies"))]
    listed_ = [(text_of(each.get("value")), text_of(each.get("contentType"))) for each in found]
    named = [
        (text_of(value), "text/html" if "html" in name else "text/plain")
        for name, value in item.items()
        if name.startswith("body_")
    ]
    return [(text, media) for text, media in (*listed_, *named) if text.strip()]


def _body(item: dict[str, Value], *, is_ours: bool) -> tuple[str, str]:
    """The text in the form that says most of how it is set: Markdown, HTML, plain text; ours is the first."""
    order = ("text/markdown", "html", "")
    found = _texts(item)
    if is_ours:
        return found[0] if found else ("", "")
    for wanted in order:
        for text, media in found:
            if wanted in media:
                return text, media
    return "", ""


COLLECTION = Collection("ninjs", (".json",), claim, entries)
