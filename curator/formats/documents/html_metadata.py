"""HTML metadata: the fields a page states of itself, in JSON-LD, in `meta`, and where readers see them."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from curator.domain.articles import Fields
from curator.formats import dates
from curator.formats.documents import linked_data
from curator.formats.documents.bylines import author_of
from curator.formats.documents.html_events import listen
from curator.formats.documents.page_elements import PageElements
from curator.formats.front_matter.mapping import names
from curator.formats.language_codes import language_code

_LONGEST_NAME = 100
"""Characters of the longest name of a writer that is shown."""
_PARTED = re.compile(r"\s+[-–—|·•:»]\s+")
_EPOCH = re.compile(r"1[0-9]{9}(?:[0-9]{3})?")
"""Seconds or milliseconds since 1970, as news from 2001 on has them."""
_ON_WEB = ("http://", "https://")
_WITHIN = 1 << 18


def metadata(html: str) -> Fields:
    """The fields a page states of itself; JSON-LD first, then `meta`, then the visible elements."""
    page = PageElements()
    listen(html[:_WITHIN], page)
    linked = linked_data.stated(page.linked)
    source = page.named("source") or linked.source
    tags = (name for text in page.all_named("tags") for name in names(text))
    addresses = (page.canonical, page.named("url"), linked.url)
    return Fields(
        title=_title(page, linked.title, source),
        description=page.named("description") or linked.description or page.shown("description"),
        published=_published(page, linked.published),
        source=source,
        author=_author(page, linked.author, source),
        language=language_code(page.language) or language_code(page.named("language")) or linked.language,
        category=page.named("category") or linked.category,
        tags=tuple(dict.fromkeys(tags)) or linked.tags,
        url=next((each for each in addresses if each.startswith(_ON_WEB)), ""),
    )


def _title(page: PageElements, linked: str, source: str) -> str:
    """What the page is called, without the name of its site behind it."""
    title = linked or page.named("title") or page.heading or page.title
    for parted in _PARTED.finditer(title):
        first, rest = title[: parted.start()], title[parted.end() :]
        if first and source and rest.casefold() == source.casefold():
            return first
        if first == page.heading:
            return first
    return title


def _author(page: PageElements, linked: str, source: str) -> str:
    """Who wrote the page; a site that names itself says nothing."""
    stated = linked or author_of(", ".join(page.named_first("author")))
    if not stated or stated.startswith(_ON_WEB):
        stated = author_of(page.shown("author")) if len(page.shown("author")) <= _LONGEST_NAME else ""
    return "" if stated.casefold() == source.casefold() else stated


def _published(page: PageElements, linked: str | None) -> str | None:
    for written in page.all_named("published"):
        if moment := _moment(written):
            return moment
    return linked or next(filter(None, map(_moment, page.times)), None)


def _moment(written: str) -> str | None:
    if _EPOCH.fullmatch(written):
        return f"{datetime.fromtimestamp(int(written[:10]), UTC):%Y-%m-%dT%H:%M:%SZ}"
    return dates.published(written)
