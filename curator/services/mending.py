"""Mending: an article's own file with what was edited or repaired, every other byte as it came."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from curator.domain.articles import Article
from curator.domain.errors import UnreadableFile
from curator.domain.exports import Contents, Exported
from curator.domain.facts import Decision
from curator.domain.repairs import Repair, applied
from curator.formats.writing import FolderWriter


def repaired_file(article: Article, text: str) -> str | None:
    """The text of an article's file with all repairs that stand, front matter included.

    The file is cleaned as a whole, which keeps its lines; what an editor decided for a damaged word
    holds there too. None where the file then does not read as the article does, as when one word was
    decided differently in two places.
    """
    from curator import cleaning, formats

    words = {
        each.repair.before: each.repair.before if each.decision is Decision.REJECTED else each.repair.after
        for each in (*article.repairs, *article.field_repairs)
        if each.decision in {Decision.REJECTED, Decision.EDITED}
    }
    cleaned = cleaning.clean(text, article.fields.language or None)
    mended = applied(text, _decided(cleaned.repairs, words))
    try:
        document = formats.read(mended.encode("utf-8", "surrogatepass"), article.path)
    except UnreadableFile:
        return None
    return mended if document.text == article.text else None


def _decided(repairs: Iterable[Repair], words: Mapping[str, str]) -> Iterator[Repair]:
    """The repairs with the words that editors decided on."""
    for repair in repairs:
        yield replace(repair, after=words.get(repair.before, repair.after))


def file_of(article: Article, data: bytes, contents: Contents) -> bytes:
    """The file of an article: its own bytes with what was edited or repaired, else composed anew."""
    from curator.formats.decoding import encoded, lossless
    from curator.formats.writers.markdown_files import changed_fields, composed, markdown

    repaired = contents.repaired and bool(article.repairs or article.field_repairs)
    edited = bool(changed_fields(article.imported, article.fields))
    if not repaired and not edited:
        return data
    text = lossless(data, article.encoding)
    if text is not None and repaired:
        text = repaired_file(article, text)
    if text is None:
        return composed(article).encode("utf-8", "replace")
    result = markdown(article, text, article.imported) if edited else text
    try:
        return encoded(result, article.encoding)
    except UnicodeEncodeError:
        return result.encode("utf-8", "replace")


def _file(each: Exported, contents: Contents) -> tuple[str, bytes]:
    data = file_of(each.article, each.original, contents)
    return each.article.path if data == each.original else _as_markdown(each.article), data


_WEB_PAGES = (".html", ".htm", ".xhtml")


def _as_markdown(article: Article) -> str:
    """The path of an article that is no longer a web page."""
    stem, suffix = os.path.splitext(article.path)  # noqa: PTH122 - a path in the library is a text
    return f"{stem}.md" if suffix.lower() in _WEB_PAGES else article.path


WRITER = FolderWriter(
    "markdown", "Markdown with front matter", "one file an article, your own lines kept", _file
)
