"""What the elements of a page say of it: its `meta`, its links and times, its first heading."""

from __future__ import annotations

import re
from collections.abc import Mapping

from curator.formats.front_matter.mapping import one_line

_META: dict[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "headline", "citation_title", "parsely-title"),
    "description": ("og:description", "description", "twitter:description", "dc.description"),
    "published": (
        "article:published_time",
        "datepublished",
        "article:published",
        "dc.date.issued",
        "dc.date",
        "dcterms.issued",
        "dcterms.date",
        "dcterms.created",
        "pubdate",
        "publishdate",
        "publish-date",
        "publication_date",
        "citation_publication_date",
        "parsely-pub-date",
        "sailthru.date",
        "date",
    ),
    "author": (
        "author",
        "article:author",
        "dc.creator",
        "parsely-author",
        "sailthru.author",
        "citation_author",
    ),
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
_PUBLISHED = re.compile(r"\b(?:datePublished|dt-published|published|pubdate|entry-date)\b")
"""What marks a `time` as that of publication."""
_NAMED_BY = ("property", "name", "itemprop", "http-equiv")
_MOST_SCRIPT = 1 << 18


class PageElements:
    """Gathers what the head and the first headings hold."""

    def __init__(self) -> None:
        self.language = ""
        self.canonical = ""
        self._times: list[tuple[bool, bool, str]] = []
        self.linked: list[str] = []
        self._meta: dict[str, list[str]] = {}
        self._texts: dict[str, list[str]] = {"title": [], "h1": []}
        self._inside = ""
        self._shown: dict[str, str] = {}
        self._marked = ("", "")
        self._depth = 0
        self._articles = 0

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

    def named_first(self, field: str) -> list[str]:
        """Everything that the first `meta` says of a field that has something to say."""
        for name in _META[field]:
            if said := [words for text in self._meta.get(name, []) if (words := one_line(text))]:
                return said
        return []

    @property
    def times(self) -> list[str]:
        """The times in the page: those of publication first, then those in its article."""
        return [written for _, _, written in sorted(self._times, key=lambda time: time[:2])]

    def shown(self, field: str) -> str:
        """What the first element says that is marked as showing a field, or ""."""
        return one_line(self._shown.get(field))

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take an element's beginning (`html_events.Listener`)."""
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
        elif tag == "article":
            self._articles += 1
        elif tag == "time" and attributes.get("datetime"):
            marks = " ".join((*attributes, *map(str, attributes.values())))
            self._times.append((not _PUBLISHED.search(marks), not self._articles, attributes["datetime"]))
        elif tag == "script" and attributes.get("type", "").lower().startswith("application/ld+json"):
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
        """Take an element's end."""
        if tag == self._marked[1]:
            self._depth -= 1
            if not self._depth:
                self._marked = ("", "")
        if tag == self._inside:
            self._inside = ""
        self._articles -= tag == "article"

    def data(self, text: str) -> None:
        """Take a piece of text."""
        field = self._marked[0]
        if field and len(self._shown[field]) < _MOST_SCRIPT:
            self._shown[field] += text
        if self._inside == "script":
            self.linked[-1] += text[:_MOST_SCRIPT]
        elif self._inside:
            self._texts[self._inside].append(text)
