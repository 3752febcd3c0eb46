"""Collections: files that hold many articles, as tables and feeds do, and how they are taken apart.

An entry of one is either a file by itself, which goes through reading, cleaning and extraction as any file
does, or an article as Curator once exported it, which is restored as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from curator.domain.articles import Fields
from curator.domain.exports import Exported
from curator.formats.readers import Claim

HEAD = 1 << 16
"""Bytes of a file by which collections are told."""

LONGEST_SLUG = 80


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of a file, at most `HEAD` bytes, and its name."""

    data: bytes
    path: str

    @property
    def suffix(self) -> str:
        """The end of the name in small letters, with its dot, or ""."""
        name = self.path.replace("\\", "/").rpartition("/")[2]
        stem, dot, end = name.rpartition(".")
        return f".{end.lower()}" if dot and stem else ""

    @property
    def text(self) -> str:
        """The beginning as text, as far as it is UTF-8 or UTF-16 with a mark."""
        is_wide = self.data.startswith((b"\xff\xfe", b"\xfe\xff"))
        return self.data.decode("utf-16" if is_wide else "utf-8-sig", "replace")


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a collection: `data`, or `whole`, or the `reason` why it cannot be had."""

    place: str
    """Where it stands, in words: "line 12", "row 3 of Articles"."""
    path: str
    """Its path in the library, parted by "/", below the collection's own name."""
    data: bytes = b""
    """The bytes of a file of its own: what is kept as the article's original."""
    whole: Exported | None = None
    """An article with all that Curator knew of it, to be restored."""
    seeks_facts: bool = False
    """Whether facts are to be looked for in the text of `whole`, which came without."""
    is_composed: bool = False
    """Whether the original of `whole` was composed: then it is known again by its path and text."""
    reason: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """What an editor chose for reading a collection."""

    columns: Mapping[str, str] = field(default_factory=dict[str, str])
    """For tables: field ("title", "text", …) → heading of the column that has it; "" for no column."""
    files: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    """The columns of single files by their absolute path, in place of `columns`."""

    def of(self, source: str) -> Choices:
        """The choices for one file."""
        return Choices(self.files[source]) if source in self.files else self


@dataclass(frozen=True, slots=True)
class Look:
    """What a collection with columns looks like before it is imported."""

    columns: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]
    """The cells of the first rows, as text."""
    guess: Mapping[str, str]
    """Field → heading, as it is understood."""
    is_ours: bool = False
    """Whether Curator wrote it, so that nothing has to be chosen."""


@dataclass(frozen=True, slots=True)
class Collection:
    """A format that holds many articles in one file.

    `entries` gives them one after the other from a stream that can seek, and holds no more of them in memory
    than it must; `path` is the file's path in the library. What is wrong with one entry is said in it; it
    raises UnreadableFile where nothing more can be had. `count` tells about how many there are, quickly.
    """

    name: str
    suffixes: tuple[str, ...]
    claim: Callable[[Head], Claim]
    entries: Callable[[BinaryIO, str, Choices], Iterator[Entry]]
    count: Callable[[BinaryIO], int] | None = None
    look: Callable[[BinaryIO, str], Look] | None = None
    """For those with columns: what they are, for the editor to choose."""
    singles: tuple[str, ...] = ()
    """The suffixes of its files that hold one article, or few: an import of a folder picks them up."""


_SLUG = re.compile(r"[^\w]+")


def path_in(collection: str, name: str) -> str:
    """The path of an entry called `name` in a collection: "table/the-name.md", which is safe anywhere."""
    stem = collection.replace("\\", "/").rpartition("/")[2]
    stem = stem.rpartition(".")[0] or stem
    return f"{slugged(stem) or 'collection'}/{slugged(name) or 'article'}.md"


def slugged(name: str) -> str:
    """The words of a name joined by hyphens, in small letters of any script, at most `LONGEST_SLUG`."""
    words = _SLUG.sub("-", unicodedata.normalize("NFC", name).casefold().replace("_", "-"))
    return words[:LONGEST_SLUG].strip("-")


def composed(
    place: str,
    collection: str,
    number: int,
    fields: Fields,
    body: str,
    unknown: Mapping[str, Any] | None = None,
) -> Entry:
    """The entry of an article that has no file of its own: one is composed, Markdown with front matter.

    So a row, like any file, can be cleaned anew, written back, and exported; and the same row gives the
    same bytes, by which it is known when it comes again. `unknown` are front-matter keys of no field.
    """
    from curator.formats.writers.markdown_files import composed_of

    name = fields.slug or fields.title or f"{number}"
    data = composed_of(fields, unknown or {}, body).encode("utf-8", "replace")
    return Entry(place, path_in(collection, name), data)
