"""HTML metadata: what a page says of itself in `meta`, `link`, `time` and JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

from curator.domain.articles import Fields
from curator.domain.changes import Value
from curator.domain.errors import UnreadableFile
from curator.formats import dates
from curator.formats.documents.html_events import listen
from curator.formats.front_matter.json_reading import end_of_object
from curator.formats.front_matter.mapping import names, one_line
from curator.formats.language_codes import language_code

_META: dict[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "description": ("og:description", "description", "twitter:description", "dc.description"),
    "published": (
        "article:published_time",
        "datepublished",
        "article:published",
        "dc.date.issued",
        "dc.date",
        "dcterms.created",
        "pubdate",
        "publishdate",
        "date",
        "parsely-pub-date",
    ),
    "author": ("author", "article:author", "dc.creator", "parsely-author"),
    "source": ("og:site_name", "application-name", "publisher", "dc.publisher"),
    "language": ("content-language", "og:locale", "dc.language", "language"),
    "category": ("article:section", "parsely-section"),
    "tags": ("keywords", "news_keywords", "article:tag"),
    "url": ("og:url",),
}
_MARKS = {"author": "author", "p-author": "author", "p-summary": "description"}
"""What `rel`, `itemprop` and the classes of microformats2 call the parts of an article (h-entry)."""
_CANONICAL = {"link": ("rel", "canonical"), "a": ("class", "p-canonical")}
_MARKED_BY = ("rel", "itemprop", "class")
_LONGEST_NAME = 100
"""Characters of the longest name of a writer that is shown."""
_ARTICLE = re.compile(r"(?:News|Blog|Reportage|Analysis|Opinion|Tech|Scholarly)?(?:Article|Posting)|Report")
_NAMED_BY = ("property", "name", "itemprop", "http-equiv")
_MOST_SCRIPT = 1 << 18
_WITHIN = 1 << 18


def metadata(html: str) -> Fields:
    """The fields a page states of itself; JSON-LD first, then `meta`, then the visible elements."""
    page = _Page()
    listen(html[:_WITHIN], page)
    linked = _first_article(page.linked)
    author = one_line(linked.get("author")) or page.named("author")
    if not author or author.startswith(("http://", "https://")):
        author = page.shown("author") if len(page.shown("author")) <= _LONGEST_NAME else ""
    return Fields(
        title=one_line(linked.get("headline")) or page.named("title") or page.heading or page.title,
        description=(
            page.named("description") or one_line(linked.get("description")) or page.shown("description")
        ),
        published=_published(page, linked),
        source=page.named("source") or one_line(linked.get("publisher")),
        author=author,
        language=language_code(page.language) or language_code(page.named("language")),
        category=page.named("category") or one_line(linked.get("articleSection")),
        tags=tuple(dict.fromkeys(name for text in page.all_named("tags") for name in names(text))),
        url=page.canonical or page.named("url"),
    )


def _published(page: _Page, linked: dict[str, Value]) -> str | None:
    for written in (*page.all_named("published"), one_line(linked.get("datePublished")), *page.times):
        moment = dates.published(written)
        if moment:
            return moment
    return None


def _first_article(scripts: list[str]) -> dict[str, Value]:
    for script in scripts:
        article = _article(script)
        if article:
            return article
    return {}


def _article(script: str) -> dict[str, Value]:
    """The article that a JSON-LD script describes; empty if it describes none."""
    script = script.strip()
    try:
        if not script or end_of_object(script, 0) != len(script):
            return {}
        loaded: Value = json.loads(script)
    except (UnreadableFile, ValueError, RecursionError):
        return {}
    for each in _things(loaded):
        kind = each.get("@type")
        kinds: list[Value] = cast("list[Value]", kind) if isinstance(kind, list) else [kind]
        if any(isinstance(name, str) and _ARTICLE.fullmatch(name) for name in kinds):
            return each
    return {}


def _things(loaded: Value) -> Iterator[dict[str, Any]]:
    for each in cast("list[Value]", loaded if isinstance(loaded, list) else [loaded]):
        if isinstance(each, dict):
            thing = cast("dict[str, Any]", each)
            yield thing
            yield from _things(thing.get("@graph") if isinstance(thing.get("@graph"), list) else [])


class _Page:
    """Gathers what the head and the first headings hold."""

    def __init__(self) -> None:
        self.language = ""
        self.canonical = ""
        self.times: list[str] = []
        self.linked: list[str] = []
        self._meta: dict[str, list[str]] = {}
        self._texts: dict[str, list[str]] = {"title": [], "h1": []}
        self._inside = ""
        self._shown: dict[str, str] = {}
        self._marked = ("", "")
        self._depth = 0

    @property
    def title(self) -> str:
        """The page's title in the window."""
        return one_line("".join(self._texts["title"]))

    @property
    def heading(self) -> str:
        """The first heading."""
        return one_line("".join(self._texts["h1"]))

    def all_named(self, field: str) -> list[str]:
        """Everything the page's `meta` say of a field."""
        return [one_line(text) for name in _META[field] for text in self._meta.get(name, [])]

    def named(self, field: str) -> str:
        """What the page's `meta` say of a field first, or ""."""
        return next(filter(None, self.all_named(field)), "")

    def shown(self, field: str) -> str:
        """What the first element says that is marked as showing a field, or ""."""
        return one_line(self._shown.get(field))

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += tag == self._marked[1]
        if not self._marked[0] and tag not in ("link", "meta"):
            self._mark(tag, attributes)
        if tag == "html":
            self.language = attributes.get("lang") or attributes.get("xml:lang") or ""
        elif tag == "meta":
            name = next(filter(None, map(attributes.get, _NAMED_BY)), "")
            if name and attributes.get("content"):
                self._meta.setdefault(name.lower(), []).append(attributes["content"])
        elif tag in _CANONICAL and _CANONICAL[tag][1] in attributes.get(_CANONICAL[tag][0], "").split():
            self.canonical = self.canonical or attributes.get("href", "")
        elif tag == "time" and attributes.get("datetime"):
            self.times.append(attributes["datetime"])
        elif tag == "script" and attributes.get("type", "").lower() == "application/ld+json":
            self._inside = "script"
            self.linked.append("")
        elif tag in self._texts and not self._texts[tag]:
            self._inside = tag

    def _mark(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Listen to an element that shows a field nothing has shown before it."""
        marks = (mark for name in _MARKED_BY for mark in attributes.get(name, "").split())
        field = next((_MARKS[mark] for mark in marks if mark in _MARKS), "")
        if field and field not in self._shown:
            self._marked, self._depth = (field, tag), 1
            self._shown[field] = ""

    def end(self, tag: str) -> None:
        if tag == self._marked[1]:
            self._depth -= 1
            if not self._depth:
                self._marked = ("", "")
        if tag == self._inside:
            self._inside = ""

    def data(self, text: str) -> None:
        field = self._marked[0]
        if field and len(self._shown[field]) < _MOST_SCRIPT:
            self._shown[field] += text
        if self._inside == "script":
            self.linked[-1] += text[:_MOST_SCRIPT]
        elif self._inside:
            self._texts[self._inside].append(text)
