"""Intakes: all that importing makes of one file, before it is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from curator.domain.articles import Fields
from curator.domain.facts import Decision, Fact, Verdict
from curator.domain.repairs import Repair
from curator.domain.spans import Span


class Found(NamedTuple):
    """A fact of a text with the number of its sentence, who states it, and the companies it is about.

    The rest is what its file says of it, which is nothing for what an extractor found.
    """

    fact: Fact
    sentence: int
    origin: str
    about: tuple[str, ...] = ()
    decision: Decision = Decision.PROPOSED
    verdict: Verdict = Verdict.UNCHECKED
    verdict_note: str = ""
    verdict_source: str = ""


@dataclass(frozen=True, slots=True)
class Intake:
    """One file, read, cleaned and searched for facts.

    `text` is the cleaned reading text with the places of its parts; `front_matter` holds cleaned
    JSON values. `repairs` stand beside the field they were made in ("" for the text). `sha256` and
    `packed` (by zlib) are the original bytes', `size` is theirs too.
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
    facts: tuple[Found, ...]
    cleaner_version: int
    extractor_version: int
