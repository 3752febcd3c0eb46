"""Mending: an article's own file with what was edited or repaired, every other byte as it came."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from curator.domain.articles import Article, changed_fields
from curator.domain.errors import CuratorError, UnreadableFile
from curator.domain.exports import Contents, Exported
from curator.domain.facts import Decision
from curator.domain.repairs import Repair, applied
from curator.formats.front_matter import fact_lists, patching
from curator.formats.front_matter.patching import NoFrontMatter, NothingToPatch
from curator.formats.front_matter.wanted_values import FactList
from curator.formats.writing import FolderWriter, Needs


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


_EXPORT = "Export the article instead: that makes a new file."


def patched_file(article: Article, data: bytes, contents: Contents) -> bytes:
    """The bytes of an article's file with its edited fields, every other byte as it came.

    With `contents.repaired` the text is written repaired, and under `contents.facts_key` the facts.
    Raises CuratorError with the line and the reason for what cannot be done without touching anything else.
    """
    from curator.formats.encodings.decoding import encoded, lossless

    repaired = contents.repaired and bool(article.repairs or article.field_repairs)
    edited = bool(changed_fields(article.imported, article.fields))
    facts = _fact_list(article, contents)
    if not (repaired or edited or facts):
        return data
    if article.format == "office":
        raise NoFrontMatter("A word processor's document has no front matter to write into.", _EXPORT)
    text = lossless(data, article.encoding)
    if text is None:
        raise NothingToPatch(f"The file is not whole as {_named(article.encoding)}.", _EXPORT)
    if repaired:
        text = _repaired(article, text)
    if edited or facts:
        if article.format == "html":
            raise NoFrontMatter("A web page has no front matter to write into.", _EXPORT)
        text = patching.patched(text, article.imported, article.fields, facts, article.encoding)
    try:
        return encoded(text, article.encoding)
    except UnicodeEncodeError as error:
        raise NotInEncoding(text, article.encoding, error.start) from None


def _fact_list(article: Article, contents: Contents) -> FactList | None:
    """The facts to be written, None where they are not wanted, or there are none and never were any."""
    if not contents.facts_key:
        return None
    items = fact_lists.items(article.facts, accepted_only=contents.accepted_only)
    return FactList(contents.facts_key, items) if items or contents.facts_key in article.unknown else None


class NotInEncoding(CuratorError):
    """A patched text that the encoding of its file has no bytes for; `text` is all of it."""

    def __init__(self, text: str, encoding: str, place: int) -> None:
        message = f"The file's encoding, {_named(encoding)}, has no “{text[place]}”."
        super().__init__(message, "Save the file as UTF-8 in an editor and import it again.")
        self.text = text


def _named(encoding: str) -> str:
    return encoding.removesuffix("-sig").upper()


def _repaired(article: Article, text: str) -> str:
    found = repaired_file(article, text)
    if found is None:
        message = "The repairs cannot be written: the file would not read as the article does."
        raise NothingToPatch(message, _EXPORT)
    return found


def file_of(article: Article, data: bytes, contents: Contents) -> bytes:
    """The file of an article for an export: patched, or composed anew where it can have no front matter.

    What its encoding cannot say makes it UTF-8. Raises CuratorError with line and reason for front
    matter that cannot be patched safely.
    """
    if article.format == "office":
        return _composed(article, contents)
    try:
        return patched_file(article, data, contents)
    except NothingToPatch:
        return _composed(article, contents)
    except NotInEncoding as patched:
        return patched.text.encode("utf-8", "replace")


def _composed(article: Article, contents: Contents) -> bytes:
    from curator.formats.writers.markdown_files import composed

    facts = _fact_list(article, contents)
    if facts:
        article = replace(article, unknown={**article.unknown, facts.key: facts.items})
    return composed(article).encode("utf-8", "replace")


def _file(each: Exported, contents: Contents) -> tuple[str, bytes]:
    data = file_of(each.article, each.original, contents)
    return each.article.path if data == each.original else _as_markdown(each.article), data


_OTHER_MARKUPS = (".html", ".htm", ".xhtml", ".docx", ".odt")


def _as_markdown(article: Article) -> str:
    """The path of an article that is Markdown now, whatever it was."""
    stem, suffix = os.path.splitext(article.path)  # noqa: PTH122 - a path in the library is a text
    return f"{stem}.md" if suffix.lower() in _OTHER_MARKUPS else article.path


WRITER = FolderWriter(
    "markdown",
    "Markdown with front matter",
    "one file an article, your own lines kept",
    _file,
    Needs.ORIGINAL | Needs.LITTLE,
)
