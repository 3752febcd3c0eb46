"""Writing: what a format is to those who export in it.

A `FileWriter` puts all articles into one file, a `FolderWriter` each into its own. Both are small values
with functions, so that another package adds one by an entry point (`curator.services.exports.writers`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Flag, auto
from typing import BinaryIO, TypeAlias

from curator.domain.exports import Contents, Edition, Exported


class Needs(Flag):
    """What a writer wants of each article beside its fields, text and facts."""

    NOTHING = 0
    ORIGINAL = auto()
    """The bytes as imported."""
    JOURNAL = auto()
    """The steps that touched it."""
    RECORD = auto()
    """All that it takes to restore it: every revision, its places in sets, its companies, whole steps."""
    MARKS = auto()
    """What the timeline shows of all of them, in the edition."""
    LITTLE = auto()
    """Repairs only where the contents ask for repaired text, facts only where they name a key for them."""


@dataclass(frozen=True, slots=True)
class FileWriter:
    """A format that holds all articles in one file.

    `write` takes each article once, in order, and writes bytes as they come; it keeps no more of them than
    it must. The same articles and edition give the same bytes: no clock, no chance, no order of a set.
    """

    name: str
    """As the command line has it: "csv"."""
    title: str
    """As the desk has it: "CSV"."""
    hint: str
    """What is in it, in a few words."""
    suffix: str
    """Of the file, with its dot."""
    write: Callable[[Iterable[Exported], Edition, BinaryIO], None]
    needs: Needs = Needs.NOTHING
    is_text: bool = True
    """Whether a file is UTF-8 text, which a preview can show."""
    extra: str = ""
    """The optional dependency it takes, as `pip install curator[extra]` names it; "" for none."""


@dataclass(frozen=True, slots=True)
class FolderWriter:
    """A format that has a file for each article.

    `file` gives the file's path in the folder, parted by "/", and its bytes.
    """

    name: str
    title: str
    hint: str
    file: Callable[[Exported, Contents], tuple[str, bytes]]
    needs: Needs = Needs.ORIGINAL
    extra: str = ""


Writer: TypeAlias = FileWriter | FolderWriter
