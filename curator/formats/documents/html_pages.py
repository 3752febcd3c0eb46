"""HTML pages: the main text as Markdown, by trafilatura; nothing is run or fetched."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from curator.domain.articles import Document
from curator.domain.errors import UnreadableFile
from curator.formats.documents.headlines import opens
from curator.formats.documents.html_events import listen, thinned
from curator.formats.documents.html_metadata import metadata
from curator.formats.documents.markdown_texts import take, titled
from curator.formats.drafts import Draft
from curator.formats.front_matter import parsing
from curator.formats.sources import Source

_MOST_TAGS = 30_000
"""Pages with more tags are read as bare text: no article has so many, and trafilatura takes minutes."""

METADATA = "page"

_SHORT = 250
"""Characters of a main text below which trafilatura takes the lines of the whole page instead."""
_MOST_WORDS = 0.8
"""The share of those lines' words that a short main text has to have."""
_WORD = re.compile(r"\w+")
_REPEATED = re.compile(r"^(#{1,6} (?P<words>[^\n]+))(?:\n+#{1,6} (?P=words)(?=\n|\Z))+", re.MULTILINE)
"""A heading that stands again in another size, as Medium has it."""
_LONE_TILDE = re.compile(r"(?<!~)\\~(?!\\?~)")
"""A tilde that trafilatura escapes, though one alone marks nothing: a Korean or Japanese range ("3~5%")."""


def read(source: Source) -> Document:
    """The document in an HTML page, under front matter if it has any (as Jekyll's pages do).

    Raises UnreadableFile for a page without text.
    """
    text = source.text
    found = parsing.read(text)
    draft = Draft(source.path, source.encoding, notes=[*source.notes, *found.notes])
    take(draft, found.values)
    html = thinned(text[found.body :])
    said = metadata(html)
    body = main_text(html)
    if opens(body, said.description, said.title):
        said = replace(said, description="")
    draft.offer_all(said, METADATA)
    if not body:
        body = bare_text(html)
        draft.notes.append("No main text was found; all text of the page is shown.")
    if not body.strip():
        raise UnreadableFile("The page holds no text.")
    reading = titled(draft, body)
    draft.finish()
    return draft.document("html", "markdown", reading)


def bare_text(html: str) -> str:
    """All visible text of a page, a paragraph for each block."""
    visible = _Visible()
    listen(html, visible)
    return re.sub(r"\s*\n\s*", "\n\n", "".join(visible.parts)).strip()


def main_text(html: str) -> str:
    """The main text of a page as Markdown; "" for one that has none or is too long to look."""
    tags = html.count("<")
    if tags > _MOST_TAGS or tags > 2000 + 8 * listen(html, _Visible()):
        return ""  # too long, or so broken that most of it is no element
    text = _extracted(html)
    if len(text) >= _SHORT:
        return _REPEATED.sub(r"\1", text)
    whole = _extracted(html, is_short=True)
    words = set(_WORD.findall(text))
    if len(words & set(_WORD.findall(whole))) >= _MOST_WORDS * len(words):
        return _REPEATED.sub(r"\1", whole)
    return text if "\n\n" in text else text.replace("\n", "\n\n")


def _extracted(html: str, *, is_short: bool = False) -> str:
    """What trafilatura takes for the main text.

    Where that is short, it gives all lines of the page instead, run together, unless it is told that the
    text is.
    """
    from trafilatura import extract  # pyright: ignore[reportUnknownVariableType]
    from trafilatura.settings import use_config

    config = use_config()
    if is_short:
        config["DEFAULT"]["min_extracted_size"] = "0"
    text: str | None = extract(
        html,
        output_format="markdown",
        include_formatting=True,
        include_links=True,
        include_comments=False,
        include_images=False,
        with_metadata=False,
        config=config,
    )
    plain = _LONE_TILDE.sub("~", text or "")
    return re.sub(r"[ \t]+$", "", plain, flags=re.MULTILINE).strip()


_BLOCKS = frozenset(
    ("p", "div", "br", "li", "ul", "ol", "dt", "dd", "tr", "table", "section", "article", "header", "footer")
) | {"blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}
_HIDDEN = frozenset(("script", "style", "noscript", "template", "head", "svg", "iframe", "object"))


class _Visible:
    """Gathers the visible text."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._hidden = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:  # noqa: ARG002 - as `Listener` has it
        if tag in _HIDDEN and not self._hidden:
            self._hidden = tag
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def end(self, tag: str) -> None:
        if tag == self._hidden:
            self._hidden = ""
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def data(self, text: str) -> None:
        if not self._hidden:
            self.parts.append(re.sub(r"[ \t\n]+", " ", text))
