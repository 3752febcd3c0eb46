"""Drafts: a document while its reader gathers fields from one place after another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any
from urllib.parse import urlsplit

from curator.domain.articles import Document, Fields
from curator.domain.spans import Span
from curator.formats import dates
from curator.formats.documents.bylines import Byline

FILE_NAME = "file name"
_DATED_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})[-_ ]+(.+?)(?:\.\w{1,9})?$")
_FIELD_NAMES = tuple(each.name for each in fields(Fields))


NOTHING = Fields()


@dataclass(slots=True)
class Draft:
    """The fields of a document so far: what was offered first stays."""

    path: str
    encoding: str
    fields: Fields = NOTHING
    origin: dict[str, str] = field(default_factory=dict[str, str])
    notes: list[str] = field(default_factory=list[str])
    front_matter: Mapping[str, Any] = field(default_factory=dict[str, Any])
    unknown: tuple[str, ...] = ()

    def offer(self, name: str, value: object, origin: str) -> None:
        """Take a field's value from a place, unless it is empty or the field is settled already."""
        if value and not getattr(self.fields, name):
            changes: dict[str, Any] = {name: value}
            self.fields = replace(self.fields, **changes)
            self.origin[name] = origin

    def offer_all(self, offered: Fields, origin: str) -> None:
        """Take every field that is not settled yet."""
        if self.fields == NOTHING:
            self.fields = offered
            self.origin |= {name: origin for name in _FIELD_NAMES if getattr(offered, name)}
            return
        for name in _FIELD_NAMES:
            self.offer(name, getattr(offered, name), origin)

    def offer_byline(self, byline: Byline | None, origin: str) -> None:
        """Take what a line says of source, author and date."""
        if byline:
            for name, value in byline._asdict().items():
                self.offer(name, value, origin)

    def finish(self) -> None:
        """Take what is still missing from the link and the file's name."""
        fields = self.fields
        site = host(fields.url)
        if site and fields.author and fields.author.casefold() == site.split(".")[0]:
            self.offer("source", fields.author, self.origin.get("author", ""))
        self.offer("source", site, "link")
        named = _DATED_NAME.match(self.path.replace("\\", "/").rpartition("/")[2])
        if named:
            self.offer("published", dates.published(named[1]), FILE_NAME)
            self.offer("slug", named[2], FILE_NAME)

    def document(self, format: str, markup: str, text: Reading) -> Document:
        """The finished document."""
        return Document(
            format=format,
            encoding=self.encoding,
            text=text.text,
            title=text.title,
            description=text.description,
            body=text.body,
            fields=self.fields,
            front_matter=self.front_matter,
            unknown=self.unknown,
            origin=self.origin,
            markup=markup,
            notes=tuple(dict.fromkeys(self.notes)),
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading text and the places of its parts."""

    text: str
    title: Span
    description: Span
    body: Span

    @classmethod
    def composed(cls, title: str, description: str, body: str) -> Reading:
        """Title, description and body, parted by blank lines; parts that are empty are left out."""
        text = ""
        spans: list[Span] = []
        for part in (title, description, body):
            if part and text:
                text += "\n\n"
            start = len(text) if part else 0
            spans.append(Span(start, start + len(part)))
            text += part
        return cls(text, *spans)


def host(url: str) -> str:
    """The name of the site a web address leads to, without `www.`; "" if it leads to none."""
    try:
        parts = urlsplit(url.strip())
        name = parts.hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.") if parts.scheme in ("http", "https") and "." in name else ""
