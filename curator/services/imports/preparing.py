"""Preparing: from a file's bytes to all that will be stored of it. Pure, so that it can run anywhere."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from curator.domain import file_names
from curator.domain.articles import Document, Fields
from curator.domain.companies import Company
from curator.domain.folding import folded
from curator.domain.intakes import Intake
from curator.domain.repairs import Cleaned, Repair, to_cleaned
from curator.domain.spans import Span
from curator.domain.storable import storable_text
from curator.services import language_shares
from curator.services.imports import finding
from curator.services.imports.front_values import TEXTS, Values

SAMPLE = 20_000
"""Code points from which the language of a text in several is told."""

LEADING_SHARE = 0.3
"""The share of a text in the language of its headline from which the whole counts as written in it."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to import: its bytes, its name in the library, where it lay."""

    path: str
    source_path: str
    data: bytes
    sha256: str

    @classmethod
    def of(cls, path: str, source_path: str, data: bytes) -> File:
        """The file with its checksum."""
        return cls(path, source_path, data, hashlib.sha256(data).hexdigest())


def prepare(file: File, known: Sequence[Company] = ()) -> Intake:
    """All that the library will keep of a file; UnreadableFile with the reason if nothing.

    `known` are the companies the library knows already.
    """
    from curator import cleaning, extraction, formats

    document = formats.read(file.data, file.path)
    values = Values(document)
    parts = cleaning.clean_parts([document.text, *values.texts], document.fields.language or None)
    text, whole = storable_text(parts[0].text), parts[0]
    spans = [_moved(span, whole.repairs) for span in (document.title, document.description, document.body)]
    right = {before: storable_text(after.text) for before, after in zip(values.texts, parts[1:], strict=True)}
    fields = _fields(document, right, text, spans, whole)
    facts = finding.facts(text, spans[0], fields, known, values.stated())
    notes = tuple(
        dict.fromkeys([*document.notes, *(note for part in parts for note in part.notes), *values.notes])
    )
    return Intake(
        path=storable_text(file.path),
        source_path=file_names.stored(file.source_path),
        sha256=file.sha256,
        packed=zlib.compress(file.data, 6),
        size=len(file.data),
        format=document.format,
        markup=document.markup,
        encoding=document.encoding,
        text=text,
        title=spans[0],
        description=spans[1],
        body=spans[2],
        fields=fields,
        front_matter=values.cleaned(right),
        unknown=document.unknown,
        origin=dict(document.origin),
        notes=notes,
        repairs=tuple(_repairs(document, values, parts)),
        facts=facts,
        cleaner_version=cleaning.VERSION,
        extractor_version=extraction.VERSION,
    )


def _moved(span: Span, repairs: Sequence[Repair]) -> Span:
    """Where a part of the original stands in the cleaned text."""
    return Span(to_cleaned(span.start, repairs), to_cleaned(span.end, repairs))


def _repairs(document: Document, values: Values, parts: Sequence[Cleaned]) -> Iterator[tuple[str, Repair]]:
    """The repairs of the text, then those of front-matter values that are not part of it."""
    yield from (("", repair) for repair in parts[0].repairs)
    shown = {document.title.of(document.text), document.description.of(document.text)}
    by_text = dict(zip(values.texts, parts[1:], strict=True))
    for path, text in values.by_path.items():
        if text and text not in shown:
            yield from ((path, repair) for repair in by_text[text].repairs)


def _fields(
    document: Document, right: Mapping[str, str], text: str, spans: Sequence[Span], whole: Cleaned
) -> Fields:
    """The fields repaired, companies under their one name, the language told if it is not stated."""
    given = document.fields
    texts = {name: right.get(getattr(given, name), "") for name in TEXTS}
    for name, span, old in (
        ("title", spans[0], document.title),
        ("description", spans[1], document.description),
    ):
        if getattr(given, name) == old.of(document.text):
            texts[name] = span.of(text)
    return replace(
        given,
        **texts,
        language=given.language or _language(text, spans[0]) or whole.language,
        importance=given.importance if given.importance in (1, 2, 3, 4, 5) else None,
        companies=_canonical([right.get(name, name) for name in given.companies]),
        tags=tuple(dict.fromkeys(right.get(name, name) for name in given.tags)),
    )


def _language(text: str, title: Span) -> str:
    """The language of most of the text; of a digest in two, the one that its headline is in."""
    from curator.cleaning.languages import language_of, paragraph_languages

    most = language_of(text)
    leading = language_of(title.of(text))
    if not leading or leading == most:
        return most
    lengths = language_shares.weights(paragraph_languages(text[:SAMPLE]))
    return leading if lengths.get(leading, 0) >= LEADING_SHARE * sum(lengths.values()) else most


def _canonical(given: Sequence[str]) -> tuple[str, ...]:
    if not given:
        return ()
    from curator.extraction.companies.found_companies import canonical

    found = {folded(name): name for name in (canonical(each) for each in reversed(given)) if name}
    return tuple(reversed(found.values()))
