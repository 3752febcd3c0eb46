"""Gathering: what an import takes one after the other, files and the entries of files that hold many."""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from curator.domain.articles import Fields
from curator.domain.errors import CuratorError, UnreadableFile
from curator.domain.exports import Exported
from curator.domain.intakes import Found, Intake
from curator.formats.collections import Choices, Collection, Entry
from curator.formats.sources import MOST_BYTES, too_large
from curator.services.imports import collections
from curator.services.imports.preparing import File
from curator.services.imports.walking import FoundFile


@dataclass(frozen=True, slots=True)
class Failed:
    """What cannot be taken, and why."""

    error: Exception
    place: str = ""
    """Where in a collection it stands."""


@dataclass(frozen=True, slots=True)
class Restored:
    """An article that is to be restored as it was exported from a file, the `collection`-th of the import."""

    whole: Exported
    collection: int
    seeks_facts: bool = False
    """Whether facts are to be looked for in its text."""
    is_composed: bool = False
    """Whether its original was composed, so that its checksum tells nothing."""

    @property
    def path(self) -> str:
        """Its path in the library."""
        return self.whole.article.path

    @property
    def sha256(self) -> str:
        """The checksum of its original bytes."""
        return self.whole.article.sha256

    @property
    def size(self) -> int:
        """The bytes of its original."""
        return len(self.whole.original)

    @property
    def source_path(self) -> str:
        """Where its file lay."""
        return self.whole.article.source_path

    @property
    def fields(self) -> Fields:
        """Its fields."""
        return self.whole.article.fields

    def intake(self) -> Intake:
        """It as if it were read from its file now, to become the revision of an article that is there."""
        article, version = self.whole.article, self.whole.record.versions[-1] if self.whole.record else None
        repairs = (*article.repairs, *article.field_repairs)
        return Intake(
            path=article.path,
            source_path=article.source_path,
            sha256=article.sha256,
            packed=zlib.compress(self.whole.original, 6),
            size=len(self.whole.original),
            format=article.format,
            markup=article.markup,
            encoding=article.encoding,
            text=article.text,
            title=article.title,
            description=article.description,
            body=article.body,
            fields=article.fields,
            front_matter=version.front_matter if version else article.unknown,
            unknown=tuple(article.unknown),
            origin=article.origin,
            notes=article.notes,
            repairs=tuple((each.field, each.repair) for each in repairs),
            facts=tuple(
                Found(each.fact, each.sentence, each.origin, each.about)
                for each in article.facts
                if each.evidence is not None
            ),
            cleaner_version=version.cleaner_version if version else 0,
            extractor_version=version.extractor_version if version else 0,
        )


Taken: TypeAlias = "File | Restored | Failed"


@dataclass(frozen=True, slots=True)
class Unit:
    """One article under way: its path in the library, where it lay, and what there is of it."""

    path: str
    source: str
    taken: Taken


class Gathering:
    """What the files found hold, in their order.

    Of files found in folders only those that hold one article each are taken apart; others must be named.
    """

    def __init__(self, found: Sequence[FoundFile], choices: Choices) -> None:
        self.choices = choices
        self.found = [(each, _collection(each)) for each in found]

    def count(self) -> int:
        """About how many articles there are."""
        return sum(_count(each, collection) for each, collection in self.found)

    def units(self) -> Iterator[Unit]:
        """The articles one after the other, read as they are asked for."""
        for number, (each, collection) in enumerate(self.found):
            if collection is None:
                yield _file(each)
            else:
                yield from _Entries(each, collection, number, self.choices).units()


def source_of(found: FoundFile) -> str:
    """Where a file lies."""
    return os.path.abspath(found.file)  # noqa: PTH100 - links stay as they are named


def _collection(found: FoundFile) -> Collection | None:
    if found.missing or not (found.is_named or collections.is_single(found.file)):
        return None
    try:
        return collections.of_file(found.file, found.path)
    except OSError:
        return None  # reading it says why


def _count(found: FoundFile, collection: Collection | None) -> int:
    if collection is None or collection.count is None:
        return 1
    try:
        with found.file.open("rb") as stream:
            return max(1, collection.count(stream))
    except (OSError, CuratorError):
        return 1


def _file(found: FoundFile) -> Unit:
    source = source_of(found)
    try:
        if found.missing:
            raise UnreadableFile(found.missing)
        return Unit(found.path, source, File.of(found.path, source, _bytes(found.file)))
    except (UnreadableFile, OSError) as error:
        return Unit(found.path, source, Failed(error))


def _bytes(file: Path) -> bytes:
    """The file's bytes; UnreadableFile if they are too many."""
    if file.stat().st_size > MOST_BYTES:
        raise too_large()
    return file.read_bytes()


class _Entries:
    """The entries of one collection, each under a path of its own."""

    def __init__(self, found: FoundFile, collection: Collection, number: int, choices: Choices) -> None:
        self.found = found
        self.collection = collection
        self.number = number
        self.source = source_of(found)
        self.choices = choices.of(self.source)
        self.paths: dict[str, int] = {}

    def units(self) -> Iterator[Unit]:
        """Each entry, and at the end what kept the rest from being read, if anything did."""
        try:
            with self.found.file.open("rb") as stream:
                for entry in self.collection.entries(stream, self.found.path, self.choices):
                    yield self._unit(entry)
        except (CuratorError, OSError) as error:
            yield Unit(self.found.path, self.source, Failed(error))
        except Exception as error:  # noqa: BLE001 - one file, whatever it holds, never stops the others
            yield Unit(self.found.path, self.source, Failed(error))

    def _unit(self, entry: Entry) -> Unit:
        if entry.reason:
            error = UnreadableFile(entry.reason, entry.hint)
            return Unit(entry.path or self.found.path, self.source, Failed(error, entry.place))
        if entry.whole is not None:
            restored = Restored(_settled(entry.whole), self.number, entry.seeks_facts, entry.is_composed)
            return Unit(entry.whole.article.path, self.source, restored)
        is_single = self.found.file.suffix.lower() in self.collection.singles
        path = self._own(self._beside(entry.path) if is_single else entry.path)
        # No file of its own lies anywhere: it is known again by its bytes, its address or its slug.
        return Unit(path, self.source, File(path, "", entry.data, hashlib.sha256(entry.data).hexdigest()))

    def _beside(self, path: str) -> str:
        """The path of the only article of a file: where the file lies, by what it is read as."""
        return str(PurePosixPath(self.found.path).with_suffix(PurePosixPath(path).suffix))

    def _own(self, path: str) -> str:
        """The path, with a number where another entry has it."""
        seen = self.paths.get(path.casefold(), 0)
        self.paths[path.casefold()] = seen + 1
        if not seen:
            return path
        pure = PurePosixPath(path)
        return self._own(str(pure.with_name(f"{pure.stem}-{seen + 1}{pure.suffix}")))


def _settled(whole: Exported) -> Exported:
    """The article; one that does not say which engines read it counts as read by these."""
    if whole.record is None or all(each.cleaner_version for each in whole.record.versions):
        return whole
    from curator import cleaning, extraction

    engines = {"cleaner_version": cleaning.VERSION, "extractor_version": extraction.VERSION}
    versions = tuple(
        each if each.cleaner_version else replace(each, **engines) for each in whole.record.versions
    )
    return replace(whole, record=replace(whole.record, versions=versions))
