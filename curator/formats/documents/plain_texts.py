"""Plain text: the title is the first line, or the first sentence where that is prose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from curator.domain.articles import Document
from curator.domain.spans import Span
from curator.formats.blocks.paragraphs import paragraphs, trimmed
from curator.formats.documents.bylines import byline, leading_date
from curator.formats.documents.headlines import elided, headline, same_words
from curator.formats.documents.surroundings import gather
from curator.formats.drafts import Draft, Reading
from curator.formats.sources import Source

_LINES_BEFORE = 3
"""At most so many bylines are skipped before the title."""

_RULES = re.compile(r"(?>(?:[-*_=+~#.•·—– \t]*+\n)+)(?=[^\n]*\w)")
"""Lines without a word, as they are drawn above a title."""

_LEAD = 2
"""A headline that stands again after at most so many paragraphs is dropped."""


def read(source: Source) -> Document:
    """The document in a text without markup."""
    text = source.text
    draft = Draft(source.path, source.encoding, notes=list(source.notes))
    start = past_metadata(draft, text)
    reading = untitled(draft, text, start)
    draft.finish()
    return draft.document("plain", "plain", reading)


def past_metadata(draft: Draft, text: str) -> int:
    """Where the title begins, past rules and lines that say who reported and when, which the draft takes.

    A text of nothing but such lines has the last of them for its title.
    """
    rules = _RULES.match(text)
    place = trimmed(text, Span(rules.end() if rules else 0, len(text))).start
    for _ in range(_LINES_BEFORE):
        end = text.find("\n", place)
        found = byline(text[place:end], draft.fields.language) if end >= 0 else None
        rest = trimmed(text, Span(end + 1, len(text))) if found else Span(0, 0)
        if found is None or rest.start == rest.end:
            break
        draft.offer_byline(found, "first line")
        place = rest.start
    leading = leading_date(text[place : place + 400], draft.fields.language)
    if leading and text[place + leading[1] :].strip():
        draft.offer("published", leading[0], "first line")
        place += leading[1]
    return place + len(text[place:]) - len(text[place:].lstrip())


@dataclass(slots=True)
class _Parts:
    title: Span
    description: Span
    body: Span
    headed: bool
    """Whether the title is a line of its own."""


def untitled(draft: Draft, text: str, start: int) -> Reading:
    """The reading text of a body that begins at `start` with the title, which the draft takes."""
    parts = _parts(text, start)
    description = " ".join(parts.description.of(text).split("\n"))
    gather(draft, text, parts.body.start)
    origin = "first line" if parts.headed else "first sentence"
    words = " ".join(parts.title.of(text).split("\n"))
    draft.offer("title", elided(words if parts.headed else words.removesuffix(".")), origin)
    draft.offer("description", description, "lead paragraph")
    if parts.headed:
        return Reading.composed(parts.title.of(text), description, parts.body.of(text))
    end = max(parts.title.end, parts.body.end)
    return Reading(
        text[parts.title.start : end],
        parts.title.shifted(-parts.title.start),
        Span(0, 0),
        parts.body.shifted(-parts.title.start) if parts.body.end > parts.body.start else Span(0, 0),
    )


def _parts(text: str, start: int) -> _Parts:
    first = next(paragraphs(text, start), Span(start, start))
    title = headline(text, *first)
    line_end = text.find("\n", title.end)
    after = text[title.end : line_end if line_end >= 0 else len(text)]
    headed = not after.strip()
    body = trimmed(text, Span(title.end, len(text)))
    if not headed:
        gap = len(text[title.end : body.end]) - len(text[title.end : body.end].lstrip())
        return _Parts(title, Span(0, 0), Span(min(title.end + gap, body.end), body.end), headed)
    return _without_repetition(text, title, body)


def _without_repetition(text: str, title: Span, body: Span) -> _Parts:
    """Drop a headline that stands again soon; what stands between is the description."""
    words = title.of(text)
    lead: list[Span] = []
    for span in paragraphs(text, body.start, min(body.end, body.start + 6000)):
        line = span.of(text).split("\n", 1)[0]
        if same_words(line, words):
            rest = trimmed(text, Span(span.start + len(line), body.end))
            between = Span(lead[0].start, lead[-1].end) if lead else Span(0, 0)
            return _Parts(title, between, rest, headed=True)
        lead.append(span)
        if len(lead) > _LEAD:
            break
    return _Parts(title, Span(0, 0), body, headed=True)
