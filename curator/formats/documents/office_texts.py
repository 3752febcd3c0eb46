"""Texts of word processors: Word (.docx, Office Open XML) and OpenDocument (.odt), read as Markdown.

Headings, lists, tables and what is set bold, italic or as a link are kept; pictures, comments and what was
deleted under tracked changes are not. Macros are never looked at.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Any, cast

from curator.domain.articles import Document
from curator.domain.errors import UnreadableFile
from curator.formats import dates
from curator.formats.documents.html_pages import main_text
from curator.formats.documents.markdown_texts import titled
from curator.formats.drafts import Draft
from curator.formats.front_matter.mapping import one_line
from curator.formats.language_codes import language_code
from curator.formats.sources import Source

MOST_MARKUP = 16 << 20
"""The largest part of an archive that is read, in bytes: a book of a thousand pages has less."""

PROPERTIES = "document properties"

_ZIP = b"PK\x03\x04"
_WORD = "word/document.xml"
_OPEN = "content.xml"
_OPEN_TYPES = tuple(
    f"application/vnd.oasis.opendocument.{kind}".encode() for kind in ("text", "text-template")
)
_PROPERTIES = {_WORD: "docProps/core.xml", _OPEN: "meta.xml"}
_CREATED = ("created", "creation-date")
_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p > em:fresh"
_WITHIN = re.compile(
    r'(?:<sup>)?<a (?:href="#[^"]*"(?: id="[^"]*")?|id="[^"]*")>(.*?)</a>(?:</sup>)?', re.DOTALL
)
"""Links within the document: notes, and the places they are of."""
_BACK = "\u2191"
"""What leads from a note back to its place."""
_FIRST_ROW = re.compile(r"<table><tr>(.*?)</tr>", re.DOTALL)


def is_office_text(data: bytes) -> bool:
    """Whether the bytes are a text of a word processor."""
    return bool(_main_part(data))


def read(source: Source) -> Document:
    """The document in a file of a word processor.

    Raises UnreadableFile for one that is broken or too large.
    """
    main = _main_part(source.data)
    draft = Draft(source.path, "utf-8")
    try:
        said = _properties(source.data, _PROPERTIES[main])
        draft.offer("language", language_code(said.get("language", "")), PROPERTIES)
        body = _of_word(source.data) if main == _WORD else _of_open(source.data)
    except UnreadableFile:
        raise
    except Exception as error:  # what broken archives and XML raise in three libraries
        raise UnreadableFile(
            f"The document is broken: {one_line(str(error))[:200]}",
            "Open it in a word processor, save it anew, and import that.",
        ) from error
    reading = titled(draft, body.strip())
    draft.finish()
    draft.offer("author", said.get("initial-creator") or said.get("creator"), PROPERTIES)
    draft.offer("tags", _keywords(said), PROPERTIES)
    for name in _CREATED:
        draft.offer("published", dates.published(said.get(name, "")), PROPERTIES)
    return draft.document("office", "markdown", reading)


def _main_part(data: bytes) -> str:
    """The part of the archive that holds the text, "" for what is no text of a word processor."""
    if not data.startswith(_ZIP):
        return ""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if _WORD in names:
                return _WORD
            is_open = {"mimetype", _OPEN} <= names and archive.getinfo("mimetype").file_size < 100
            return _OPEN if is_open and archive.read("mimetype").strip() in _OPEN_TYPES else ""
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, OSError):
        return ""


def _refuse_large(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = (each for each in archive.infolist() if each.filename.endswith((".xml", ".rels")))
        if any(each.file_size > MOST_MARKUP for each in parts):
            reason = f"The document's text is larger than {MOST_MARKUP >> 20} MB."
            raise UnreadableFile(reason, "No article is: split it first.")


def _of_word(data: bytes) -> str:
    import mammoth

    _refuse_large(data)
    convert = cast("Any", mammoth).convert_to_html  # it has no types
    html: str = convert(
        io.BytesIO(data), style_map=_STYLES, convert_image=_no_picture, external_file_access=False
    ).value
    html = _WITHIN.sub(lambda link: link[1].replace(_BACK, ""), html)
    return main_text(f"<html><body><article>{_headed(html)}</article></body></html>")


def _no_picture(_image: Any) -> list[Any]:  # noqa: ANN401 - what mammoth gives
    return []


def _headed(html: str) -> str:
    """The page with the first row of each table as its heading, without which Markdown has no table."""
    return _FIRST_ROW.sub(lambda row: row[0].replace("<td", "<th").replace("</td>", "</th>"), html)


def _of_open(data: bytes) -> str:
    from odfdo import Document as OpenDocument

    _refuse_large(data)
    markdown = cast("str", OpenDocument(io.BytesIO(data)).to_markdown())
    return re.sub(r"\n{3,}", "\n\n", markdown)


def _properties(data: bytes, part: str) -> dict[str, str]:
    """What an archive says of its text, by the local names of Dublin Core and the like."""
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if part not in archive.namelist() or archive.getinfo(part).file_size > MOST_MARKUP:
            return {}
        parser = cast("Any", etree).XMLParser(resolve_entities=False, no_network=True, recover=True)
        root = cast("Any", etree).fromstring(archive.read(part), parser)
    elements: list[Any] = [] if root is None else list(root.iter("{*}*"))
    found: dict[str, str] = {}
    for each in elements:
        name = each.tag.rpartition("}")[2]
        if text := one_line(each.text or ""):
            found[name] = f"{found[name]}, {text}" if name == "keyword" and name in found else text
    return found


def _keywords(said: dict[str, str]) -> tuple[str, ...]:
    stated = said.get("keywords") or said.get("keyword") or ""
    return tuple(dict.fromkeys(filter(None, (word.strip() for word in re.split(r"[,;]", stated)))))
