"""Records: what a library keeps of an article beside what the desk shows, so that it can be restored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from curator.domain.articles import Article, Fields, State
from curator.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Version:
    """One revision of an article's file, with the bytes as imported."""

    number: int
    imported_at: str
    source_path: str
    format: str
    markup: str
    encoding: str
    cleaner_version: int
    extractor_version: int
    title: Span
    description: Span
    body: Span
    notes: tuple[str, ...]
    front_matter: Mapping[str, Any]
    unknown: tuple[str, ...]
    origin: Mapping[str, str]
    fields: Fields
    """The fields as the file had them."""
    sha256: str
    original: bytes

    def article(self, article_id: int, path: str, fields: Fields, text: str) -> Article:
        """The article whose current revision this is, with `fields` and `text` as they are now; else bare."""
        return Article(
            id=article_id,
            path=path,
            state=State.INBOX,
            fields=fields,
            unknown={name: self.front_matter.get(name) for name in self.unknown},
            origin=self.origin,
            format=self.format,
            markup=self.markup,
            encoding=self.encoding,
            revision=self.number,
            revisions=1,
            added_at="",
            text=text,
            title=self.title,
            description=self.description,
            body=self.body,
            facts=(),
            repairs=(),
            sets=(),
            notes=self.notes,
            source_path=self.source_path,
            imported_at=self.imported_at,
            sha256=self.sha256,
            imported=self.fields,
        )


@dataclass(frozen=True, slots=True)
class SetPlace:
    """A curated set that an article is in, and its place there."""

    id: int
    name: str
    made_at: str
    position: int


@dataclass(frozen=True, slots=True)
class KnownCompany:
    """A company that an article or its journal names, as the library keeps it."""

    id: int
    name: str
    aliases: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    """The companies that an editor said are not the same."""


@dataclass(frozen=True, slots=True)
class Record:
    """What is kept beside an article: every revision, the oldest first, and its sets and companies."""

    versions: tuple[Version, ...]
    sets: tuple[SetPlace, ...] = ()
    companies: tuple[KnownCompany, ...] = ()
