"""Markdown with or without front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass

from curator.domain.articles import Document
from curator.domain.spans import Span
from curator.formats.blocks.paragraphs import paragraphs, trimmed
from curator.formats.documents.headlines import elided, same_words
from curator.formats.documents.plain_texts import past_metadata, untitled
from curator.formats.documents.surroundings import gather
from curator.formats.drafts import Draft, Reading
from curator.formats.front_matter import mapping, parsing
from curator.formats.sources import Source

_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]+(?P<words>[^\n]+?)[ \t]*#*[ \t]*(?:\n|$)")
_UNDERLINED = re.compile(r"(?P<words>[^\n]+?)[ \t]*\n[ ]{0,3}(?:=+|-{2,})[ \t]*(?:\n|$)")
_RULE = re.compile(r"[ ]{0,3}(?:[-*_][ \t]*){3,}")
_MARKS = re.compile(r"^[\s#>*_]+|[\s#*_]+$")
_REPEATED_WITHIN = 3
"""A title that stands again in the first so many paragraphs is dropped from the body."""


def read(source: Source) -> Document:
    """The document in a text set in Markdown.

    Raises UnreadableFile for front matter that cannot be read.
    """
    text = source.text
    found = parsing.read(text)
    draft = Draft(source.path, source.encoding, notes=[*source.notes, *found.notes])
    take(draft, found.values)
    reading = titled(draft, text[found.body :])
    draft.finish()
    return draft.document("markdown", "markdown", reading)


def take(draft: Draft, values: dict[str, object]) -> None:
    """Take the fields of front matter."""
    mapped = mapping.mapped(values)
    draft.front_matter = values
    draft.unknown = mapped.unknown
    draft.notes += mapped.notes
    draft.offer_all(mapped.fields, mapping.FRONT_MATTER)


def titled(draft: Draft, body: str) -> Reading:
    """The reading text of a Markdown body under the draft's title, or with the title it begins with."""
    if draft.fields.title:
        body = _without_title(body, draft.fields.title)
        gather(draft, body)
        return Reading.composed(draft.fields.title, draft.fields.description, body)
    start = past_metadata(draft, body)
    heading = _heading(body, start)
    if heading is None:
        return (
            untitled(draft, body, start) if not draft.fields.description else _described(draft, body, start)
        )
    draft.offer("title", elided(heading.words), "first heading")
    rest = _without_title(body[heading.end :], heading.words)
    gather(draft, rest)
    return Reading.composed(heading.words, draft.fields.description, rest)


def _described(draft: Draft, body: str, start: int) -> Reading:
    """A body whose title is its first words, under a description from the front matter."""
    reading = untitled(draft, body, start)
    rest = reading.body.of(reading.text)
    return Reading.composed(reading.title.of(reading.text), draft.fields.description, rest)


@dataclass(frozen=True, slots=True)
class _Heading:
    words: str
    end: int


def _heading(text: str, start: int) -> _Heading | None:
    match = _HEADING.match(text, start) or _UNDERLINED.match(text, start)
    if match is None or not _MARKS.sub("", match["words"]) or _RULE.fullmatch(match["words"]):
        return None
    return _Heading(_MARKS.sub("", match["words"]), match.end())


def _without_title(body: str, title: str) -> str:
    """The body without blank lines around it and without its title, if that stands near its head."""
    for count, span in enumerate(paragraphs(body, 0, min(len(body), 8000))):
        if count == _REPEATED_WITHIN:
            break
        lines = span.of(body).split("\n", 2)
        if same_words(_MARKS.sub("", lines[0]), title):
            underline = len(lines) > 1 and re.fullmatch(r"[ ]{0,3}(?:=+|-{2,})[ \t]*", lines[1])
            end = span.start + len(lines[0]) + (1 + len(lines[1]) if underline else 0)
            before = trimmed(body, Span(0, span.start)).of(body)
            after = trimmed(body, Span(end, len(body))).of(body)
            return "\n\n".join(part for part in (before, after) if part)
    return trimmed(body, Span(0, len(body))).of(body)
