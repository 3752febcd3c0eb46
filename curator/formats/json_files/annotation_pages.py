"""Annotation pages (Web Annotation) as Curator writes them: articles with their facts and repairs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from curator.domain.changes import Value
from curator.domain.errors import UnreadableFile
from curator.formats.collections import Choices, Collection, Entry, Head
from curator.formats.json_files.json_articles import fields_of
from curator.formats.json_files.json_documents import listed, loaded, members, text_of
from curator.formats.json_files.json_values import Object
from curator.formats.readers import Claim
from curator.formats.rebuilding import Rebuilder, reading_of

_CONTEXT = re.compile(r'"@context"\s*:\s*\[?\s*"https?:\\?/\\?/www\.w3\.org\\?/ns\\?/anno\.jsonld"')

_DEEPEST = 4
"""Levels of collections and pages that are looked into."""


def claim(head: Head) -> Claim:
    """Sure of a file with the context of the standard."""
    return Claim.CERTAIN if _CONTEXT.search(head.text) else Claim.NO


def entries(stream: BinaryIO, path: str, _choices: Choices) -> Iterator[Entry]:
    """The articles that the notes are about, in the order of their first note."""
    targets: dict[str, list[Value]] = {}
    for note in _notes(loaded(stream)):
        targets.setdefault(_target(note), []).append(note)
    if not targets:
        raise UnreadableFile("There is no annotation in the file.")
    rebuilder = Rebuilder(path)
    for number, (target, notes) in enumerate(targets.items(), 1):
        place = f"article {number}"
        try:
            yield _entry(place, target, notes, rebuilder)
        except UnreadableFile as error:
            yield Entry(place, "", reason=error.message, hint=error.hint)


def _notes(value: Value, depth: int = 0) -> Iterator[dict[str, Value]]:
    """The annotations of a collection, a page, a list, or the one there is."""
    for each in listed(value):
        found = members(each)
        if "target" in found:
            yield found
        elif depth < _DEEPEST:
            yield from _notes(found.get("first"), depth + 1)
            yield from _notes(found.get("items"), depth + 1)


def _target(note: dict[str, Value]) -> str:
    """The article that a note is about."""
    target = next(iter(listed(note.get("target"))), None)
    if isinstance(target, str):
        return text_of(target)
    source = members(target).get("source", members(target).get("id"))
    return text_of(source) or text_of(members(source).get("id"))


def _entry(place: str, target: str, notes: list[Value], rebuilder: Rebuilder) -> Entry:
    given = [Object(note) for note in notes]
    if not any("fact" in note or "article" in note for note in given):
        raise UnreadableFile("There is no fact of Curator in the notes.")
    said = next((note for note in given if "article" in note), None)
    entry = None
    if said is not None:
        article = said.object("article")
        reading = reading_of(said.object("body").text("value"), article.object("spans"))
        markup = article.text("markup", "markdown")
        entry = rebuilder.entry(place, fields_of(article), reading, target, given, markup)
    return rebuilder.notes(place, target, entry, given)


COLLECTION = Collection("annotations", (".jsonld",), claim, entries)
