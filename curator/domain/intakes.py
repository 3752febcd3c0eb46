"""Intakes: all that importing makes of one file, before it is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from curator.domain.articles import Fields
from curator.domain.facts import Fact
from curator.domain.repairs import Repair
from curator.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Intake:
    """One file, read, cleaned and searched for facts.

    `text` is the cleaned reading text with the places of its parts; `front_matter` holds cleaned
    JSON values. `repairs` stand beside the field they were made in ("" for the text), `facts`
    beside the number of their sentence and whoever states them. `sha256` and `packed` (by zlib)
    are the original bytes', `size` is theirs too.
    """

    path: str
    source_path: str
    sha256: str
    packed: bytes
    size: int
    format: str
    markup: str
    encoding: str
    text: str
    title: Span
    description: Span
    body: Span
    fields: Fields
    front_matter: Mapping[str, Any]
    unknown: tuple[str, ...]
    origin: Mapping[str, str]
    notes: tuple[str, ...]
    repairs: tuple[tuple[str, Repair], ...]
    facts: tuple[tuple[Fact, int, str], ...]
    cleaner_version: int
    extractor_version: int
