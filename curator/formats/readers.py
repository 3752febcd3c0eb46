"""Readers: one for each format, chosen by what a file holds and what it is called.

The built-in ones are entry points as those of other packages are (`curator.extensions`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from curator import extensions
from curator.domain.articles import Document
from curator.domain.errors import UnreadableFile
from curator.formats.encodings.signatures import refuse_binary
from curator.formats.sources import MOST_BYTES, Source, too_large


class Claim(IntEnum):
    """How sure a reader is that a file is its own; the surest reads it."""

    NO = 0
    FALLBACK = 1
    SUFFIX = 2
    CONTENT = 3
    CERTAIN = 4


@dataclass(frozen=True, slots=True)
class Reader:
    """A format that can be imported.

    `read` gives the document or raises UnreadableFile; `claim` looks at the file as quickly as it can.
    A reader of a binary format looks at `source.data` and never asks for `source.text`.
    """

    name: str
    suffixes: tuple[str, ...]
    claim: Callable[[Source], Claim]
    read: Callable[[Source], Document]


BUILT_IN = {
    "markdown": "curator.formats.readers:MARKDOWN",
    "plain": "curator.formats.readers:PLAIN",
    "html": "curator.formats.readers:HTML",
    "office": "curator.formats.readers:OFFICE",
}
"""Where each reader is; of those that claim a file equally surely the first one reads it."""


def readers() -> tuple[Reader, ...]:
    """All readers; what cannot be loaded is logged and missing."""
    return tuple(extensions.every(extensions.READERS, BUILT_IN, Reader).values())


def suffixes() -> frozenset[str]:
    """The file name suffixes that some reader knows: what an import of a folder picks up."""
    return frozenset(suffix for reader in readers() for suffix in reader.suffixes)


def read(data: bytes, path: str) -> Document:
    """The document in a file's bytes; `path` is its name, whose suffix and date help.

    Raises UnreadableFile with the reason for what is no text, is broken or is too large.
    """
    if len(data) > MOST_BYTES:
        raise too_large()
    source = Source(data, path)
    if not data.strip(b"\xef\xbb\xbf \t\r\n\0"):
        raise UnreadableFile("The file is empty.")
    claim, reader = _surest(source)
    if claim is Claim.FALLBACK and source.suffix in _DATA:
        _refuse_data(source)
    if claim is Claim.FALLBACK and source.suffix in _MARKUPS:
        raise UnreadableFile(
            f"The text is set in {_MARKUPS[source.suffix]}, whose signs Curator does not know.",
            "Save it as Markdown, HTML or plain text, and import that.",
        )
    document = reader.read(source)
    if not document.text.strip():
        raise UnreadableFile("The file holds no text to read.")
    return document


def _surest(source: Source) -> tuple[Claim, Reader]:
    """The reader that claims the file most surely. UnreadableFile where none does, of what is no text."""
    refusals: list[UnreadableFile] = []
    claims: list[tuple[Claim, Reader]] = []
    for reader in readers():
        try:
            claims.append((reader.claim(source), reader))
        except UnreadableFile as error:  # a reader of texts, of what is none: another may read it
            refusals.append(error)
    claim, reader = max(claims, key=lambda each: each[0], default=(Claim.NO, None))
    if reader is not None and claim is not Claim.NO:
        return claim, reader
    if refusals:
        raise refusals[0]
    refuse_binary(source.data, source.path)
    raise UnreadableFile("No reader knows this format.")


def _refuse_data(source: Source) -> None:
    """Raise UnreadableFile for data that nothing knows: as plain text it would be an article of signs."""
    kind = _DATA[source.suffix]
    if kind == "JSON":
        from curator.formats.json_files.json_documents import parsed

        parsed(source.text)
    if "<opml" in source.text[:_SNIFFED].lower():
        raise UnreadableFile(
            "OPML lists feeds and has no articles.", "Save the feeds themselves, and import those."
        )
    if kind == "JSON" or source.text.lstrip().startswith("<"):
        raise UnreadableFile(
            f"No article is known in this {kind}.", "Save its text as plain text and import that."
        )


_DATA = {".json": "JSON", ".jsonld": "JSON"} | dict.fromkeys(
    (".xml", ".rdf", ".rss", ".atom", ".opml", ".svg"), "XML"
)

_MARKUPS = {
    ".adoc": "AsciiDoc",
    ".asciidoc": "AsciiDoc",
    ".org": "Org mode",
    ".rst": "reStructuredText",
    ".tex": "LaTeX",
    ".textile": "Textile",
    ".mediawiki": "wiki markup",
    ".typ": "Typst",
}
"""Ways to set a text whose signs would stand in an article's words, by suffix."""

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN = re.compile(
    r"^#{1,6}[ \t]+\S|^(?:\*\*|__)\S|\]\((?:https?:/|/|#|mailto:)|^```|^\|.+\|[ \t]*$|\*\*[^\s*][^*\n]*\*\*",
    re.MULTILINE,
)
_FRONT_MATTER = re.compile(r"\s*(?:(?:---|\+\+\+|;;;)[ \t]*\n|\{\s*\")")
_SNIFFED = 1 << 16


def _head(source: Source) -> str:
    return source.text[:_SNIFFED]


def _markdown_claim(source: Source) -> Claim:
    if _FRONT_MATTER.match(_head(source)):
        from curator.formats.front_matter.parsing import split

        if split(source.text).style:
            return Claim.CONTENT
    if source.suffix in _MARKDOWN_SUFFIXES:
        return Claim.SUFFIX
    marks = len(_MARKDOWN.findall(_head(source)))
    return Claim.CONTENT if marks >= 2 and source.suffix not in _HTML_SUFFIXES else Claim.NO


def _plain_claim(source: Source) -> Claim:
    return Claim.SUFFIX if source.suffix in _PLAIN_SUFFIXES else Claim.FALLBACK


def _html_claim(source: Source) -> Claim:
    if _HTML.match(_head(source)):
        return Claim.CERTAIN
    if source.suffix in _HTML_SUFFIXES and "<" in _head(source):
        return Claim.CERTAIN  # also below front matter, as Jekyll has it
    return Claim.NO


def _read_markdown(source: Source) -> Document:
    from curator.formats.documents.markdown_texts import read

    return read(source)


def _read_plain(source: Source) -> Document:
    from curator.formats.documents.plain_texts import read

    return read(source)


def _office_claim(source: Source) -> Claim:
    from curator.formats.documents.office_texts import is_office_text

    return Claim.CERTAIN if is_office_text(source.data) else Claim.NO


def _read_office(source: Source) -> Document:
    from curator.formats.documents.office_texts import read

    return read(source)


def _read_html(source: Source) -> Document:
    from curator.formats.documents.html_pages import read

    return read(source)


_MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
_PLAIN_SUFFIXES = (".txt", ".text")
_HTML_SUFFIXES = (".html", ".htm", ".xhtml")

MARKDOWN = Reader("markdown", _MARKDOWN_SUFFIXES, _markdown_claim, _read_markdown)
PLAIN = Reader("plain", _PLAIN_SUFFIXES, _plain_claim, _read_plain)
HTML = Reader("html", _HTML_SUFFIXES, _html_claim, _read_html)
OFFICE = Reader("office", (".docx", ".odt"), _office_claim, _read_office)
