"""RSS (0.9 to 2.0, and 1.0's RDF) and Atom feeds: each item an article.

Feeds of Curator's own give back every field they have. Those of others give what their elements say, with the
HTML of an item as a page whose main text is to be found; their title is the source of their articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from typing import Any, BinaryIO

from curator.domain.articles import Fields
from curator.domain.errors import UnreadableFile
from curator.formats.collections import Choices, Collection, Entry, Head
from curator.formats.feed_items import FeedItem, date_of, entry_of, line, our_entry, words
from curator.formats.language_codes import language_code
from curator.formats.readers import Claim
from curator.formats.rebuilding import Rebuilder
from curator.formats.writers.rss_feeds import CATEGORY, COMPANY, OURS
from curator.formats.xml_streams import elements, local

_ITEMS = frozenset(("item", "entry"))
_ROOTS = ("rss", "feed", "RDF")
_XML = "{http://www.w3.org/XML/1998/namespace}"
_DATES = ("date", "published", "pubDate", "issued", "created", "updated", "modified")
_SUFFIXES = (".rss", ".atom", ".rdf", ".xml")


def claim(head: Head) -> Claim:
    """Sure of a file whose root is a feed's."""
    text = head.text.replace("\0", "")
    while text := text.lstrip("\ufeff \t\r\n"):
        start, sign, rest = text.partition(">")
        if not start.startswith("<") or not sign:
            return Claim.NO
        if start.startswith("<!--"):
            rest = text.partition("-->")[2]
        elif start.startswith("<!") and "[" in start:
            rest = text.partition("]")[2].partition(">")[2]
        elif not start.startswith(("<?", "<!")):
            name = start[1:].split(maxsplit=1)[0].rpartition(":")[2].rstrip("/")
            return Claim.CERTAIN if name in _ROOTS else Claim.NO
        text = rest
    return Claim.NO


def entries(stream: BinaryIO, path: str, _choices: Choices) -> Iterator[Entry]:
    """The items of a feed in their order."""
    head: dict[str, str] = {}
    rebuilder = Rebuilder(path)
    number = 0
    for element in elements(stream, _ITEMS):
        if local(element) in _ITEMS:
            number += 1
            said = _Said(element)
            if OURS in element.nsmap.values():
                markup = "plain" if said.first("text") else "markdown"
                yield our_entry(_our_item(said, number), rebuilder, markup)
            else:
                yield entry_of(_item(said, number, head), path, number)
        else:
            head.setdefault(local(element), _text(element))
            head.setdefault("lang", element.getparent().get(f"{_XML}lang") or "")
    if not number:
        raise UnreadableFile("There is no item in the feed.")


def _item(said: _Said, number: int, head: dict[str, str]) -> FeedItem:
    element = said.element
    language = language_code(said.first("language") or element.get(f"{_XML}lang") or head.get("language", ""))
    language = language or language_code(head.get("lang", ""))
    published, written = date_of(*(said.first(name) for name in _DATES), language=language)
    body, is_html = said.body()
    summary = words(said.first("description") or said.first("summary"))
    address = said.address()
    return FeedItem(
        place=f"item {number}",
        fields=Fields(
            title=words(said.first("title")),
            description=summary if body else "",
            published=published,
            source=line(said.first("publisher") or said.first("source") or words(head.get("title", ""))),
            author=", ".join(dict.fromkeys(said.authors())),
            language=language,
            tags=tuple(dict.fromkeys(words(tag) for tag, _ in said.categories() if tag)),
            url=address,
        ),
        body=body or said.first("description") or said.first("summary"),
        is_html=is_html or not body,
        guid=said.first("guid") or said.first("id") or element.get(f"{_RDF}about") or "",
        written=written,
    )


def _our_item(said: _Said, number: int) -> FeedItem:
    """An item of Curator's own: everything as it was."""
    categories = said.categories()
    markdown = said.first("markdown", strip=False)
    fields = Fields(
        title=said.first("title"),
        description=said.first("description") or said.first("summary"),
        published=said.first("date") or None,
        source=said.first("publisher"),
        author=said.first("creator"),
        language=said.first("language") or said.element.get(f"{_XML}lang") or "",
        category=next((name for name, scheme in categories if scheme == CATEGORY), ""),
        companies=tuple(name for name, scheme in categories if scheme == COMPANY),
        tags=tuple(name for name, scheme in categories if scheme not in (CATEGORY, COMPANY)),
        url=said.address(),
        slug=said.first("slug"),
    )
    guid = said.first("guid") or said.first("id")
    return FeedItem(f"item {number}", fields, markdown or said.first("text", strip=False), guid=guid)


_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


class _Said:
    """What the children of an item say, by their local names."""

    def __init__(self, element: Any) -> None:  # noqa: ANN401 - an element of lxml
        self.element = element
        self._children: dict[str, list[Any]] = {}
        for child in element:
            self._children.setdefault(local(child), []).append(child)

    def first(self, name: str, *, strip: bool = True) -> str:
        """The text of the first such child that has any."""
        for child in self._children.get(name, ()):
            text = _text(child)
            if text.strip():
                return text.strip() if strip else text
        return ""

    def address(self) -> str:
        """Where the article is on the web."""
        links = self._children.get("link", [])
        for link in links:
            if link.get("href") and link.get("rel", "alternate") == "alternate":
                return link.get("href").strip()
        guid = self._children.get("guid", [None])[0]
        is_link = guid is not None and guid.get("isPermaLink", "true") == "true"
        named = self.first("link") or self.first("origLink") or (self.first("guid") if is_link else "")
        return named if named.startswith(("http://", "https://")) else ""

    def authors(self) -> Iterator[str]:
        """The people, as they are named, without their mail addresses."""
        for child in self._children.get("creator", []) or self._children.get("author", []):
            name = next((_text(each) for each in child if local(each) == "name"), None)
            text = line(_text(child) if name is None else name)
            mail, _, named = text.partition(" (")
            yield (
                named.rstrip(")")
                if named and "@" in mail
                else text.partition("@")[0]
                if " " not in text
                else text
            )

    def categories(self) -> list[tuple[str, str]]:
        """Each category with its scheme."""
        found: list[tuple[str, str]] = []
        for child in (*self._children.get("category", []), *self._children.get("subject", [])):
            name = child.get("label") or child.get("term") or _text(child)
            found.append((name.strip(), child.get("scheme") or child.get("domain") or ""))
        return found

    def body(self) -> tuple[str, bool]:
        """The whole text, and whether it is HTML; "" where an item has a summary alone."""
        for name in ("encoded", "body", "content"):
            for child in self._children.get(name, ()):
                kind = child.get("type", "html" if name != "content" else "text")
                text = _inner(child) if len(child) else _text(child)
                if text.strip():
                    return text, len(child) > 0 or "html" in kind
        return "", False


def _text(element: Any) -> str:  # noqa: ANN401 - an element of lxml
    """All text in an element; entities that only HTML knows are their characters, others stay as written."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            parts.append(_text(child))
        elif getattr(child.tag, "__name__", "") == "Entity":
            parts.append(unescape(child.text))
        parts.append(child.tail or "")
    return "".join(parts)


def _inner(element: Any) -> str:  # noqa: ANN401 - an element of lxml
    """What is inside an element that holds others, as it is written."""
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]

    parts = [element.text or ""]
    parts += [etree.tostring(child, encoding="unicode", method="html") for child in element]  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    return "".join(parts)  # pyright: ignore[reportUnknownArgumentType]


COLLECTION = Collection("feed", _SUFFIXES, claim, entries)
