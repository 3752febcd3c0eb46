"""What an item of an XML feed says: its children by name, in whatever vocabulary they are written.

Where several vocabularies have a name, the feed's own element counts first. Elements of Media RSS tell of a
picture or film, not of the article, and are passed over.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from curator.formats.documents.bare_lines import line
from curator.formats.feeds.xml_streams import local, untyped_etree, vocabulary

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_NAME = re.compile(r"[^\W\d]")
_MEDIA = ("http://search.yahoo.com/mrss", "http://video.search.yahoo.com/mrss", "media")


class XmlItem:
    """An item of RSS or entry of Atom; `home` is the address of its feed, "" if that says none."""

    def __init__(self, element: Any, home: str = "") -> None:  # noqa: ANN401 - an element of lxml
        self.element = element
        self._base = base_of(element, home)
        self._children: dict[str, list[Any]] = {}
        own = vocabulary(element)
        for child in sorted(element, key=lambda each: vocabulary(each) != own):
            if not vocabulary(child).startswith(_MEDIA):
                self._children.setdefault(local(child), []).append(child)

    def first(self, name: str, *, strip: bool = True) -> str:
        """The text of the first child of a name that has any."""
        found = next((text for child in self._named(name) if (text := text_of(child)).strip()), "")
        return found.strip() if strip else found

    def markup(self, name: str) -> str:
        """The HTML in the first child of a name that has any, be it escaped or elements."""
        return next((text for child in self._named(name) if (text := markup_of(child)).strip()), "")

    def markup_within(self, name: str, in_vocabulary: str) -> str:
        """The HTML in the first child of a name whose vocabulary has these words in its own."""
        found = (child for child in self._named(name) if in_vocabulary in vocabulary(child))
        return next((text for child in found if (text := markup_of(child)).strip()), "")

    def body(self) -> tuple[str, bool]:
        """The whole text, and whether it is HTML; "" where an item has a summary alone."""
        for name in ("encoded", "body", "content"):
            for child in self._named(name):
                kind = child.get("type", "html" if name != "content" else "text")
                text = markup_of(child)
                if text.strip():
                    return text, len(child) > 0 or "html" in kind
        return "", False

    def address(self) -> str:
        """Where the article is on the web, "" if that is not said."""
        stated = self.first("origLink") or self._alternate() or self.first("link")
        guid = next(iter(self._named("guid")), None)
        if not stated and guid is not None and guid.get("isPermaLink", "true") == "true":
            stated = self.first("guid") if is_on_web(self.first("guid")) else ""
        return resolved(self._base, stated) if stated else ""

    def _alternate(self) -> str:
        links = (each for each in self._named("link") if each.get("rel", "alternate") == "alternate")
        return next((href for each in links if (href := each.get("href", "").strip())), "")

    def identity(self) -> str:
        """What the feed knows the item by, "" if nothing."""
        return self.first("guid") or self.first("id") or self.element.get(_ABOUT) or ""

    def source(self) -> str:
        """Who published the item, if that is not the feed itself."""
        named = (said_of(each, "title").strip() for each in self._named("source"))
        return self.first("publisher") or next((name for name in named if name), "")

    def authors(self) -> list[str]:
        """The people, as they are named, without their mail addresses."""
        people = self._named("creator") or self._named("author")
        return [person for each in people if (person := name_of(each))]

    def categories(self) -> Iterator[tuple[str, str]]:
        """Each category with its scheme."""
        for child in (*self._named("category"), *self._named("subject")):
            name = child.get("label") or child.get("term") or text_of(child)
            yield name.strip(), child.get("scheme") or child.get("domain") or ""

    def languages(self) -> tuple[str, str]:
        """The languages that a child and an attribute of the item name, "" where they don't."""
        return self.first("language"), self.element.get(LANGUAGE, "")

    def _named(self, name: str) -> list[Any]:
        return self._children.get(name, [])


def is_on_web(address: str) -> bool:
    """Whether an address is one that a browser shows."""
    return address.startswith(("http://", "https://"))


def base_of(element: Any, home: str) -> str:  # noqa: ANN401 - an element of lxml
    """The address to which those in an element are relative: by XML Base, else that of its feed."""
    stated = [each.get(_BASE) for each in (element, *element.iterancestors())]
    for base in filter(None, reversed(stated)):
        home = resolved(home, base) or home
    return home


def resolved(base: str, address: str) -> str:
    """The web address that one relative to another means; "" if it means none."""
    try:
        whole = urljoin(base, address)
    except ValueError:  # what pretends to be the address of an IPv6 host
        return ""
    return whole if is_on_web(whole) else ""


def name_of(person: Any) -> str:  # noqa: ANN401 - an element of lxml
    """The name of a person, who may be written with a mail address, or by it alone."""
    text = line(said_of(person, "name"))
    if "@" not in text:
        return text
    name = " ".join(word for word in text.split() if "@" not in word)
    if name.startswith("(") and name.endswith(")"):  # mail@of.example (Name)
        name = name[1:-1]
    return name or text.partition("@")[0]


def said_of(element: Any, name: str) -> str:  # noqa: ANN401 - an element of lxml
    """The text of an element's child of this name, "" if it has others; of one without children its own."""
    children = [each for each in element if local(each)]
    if not children:
        return text_of(element)
    return next((text_of(each) for each in children if local(each) == name), "")


def text_of(element: Any) -> str:  # noqa: ANN401 - an element of lxml
    """All text in an element; entities that only HTML knows are their characters, others stay as written."""
    parts = [element.text or ""]
    for child in element:
        if local(child):
            parts.append(text_of(child))
        elif getattr(child.tag, "__name__", "") == "Entity":
            parts.append(html.unescape(child.text))
        parts.append(child.tail or "")
    return "".join(parts)


def rename(element: Any, name: str) -> None:  # noqa: ANN401 - an element of lxml
    """Call an element by a name, which may be what a broken file has behind a prefix; "" leaves it."""
    if name:
        element.tag = name if _NAME.match(name) else "span"


def markup_of(element: Any) -> str:  # noqa: ANN401 - an element of lxml
    """What is inside an element, as HTML: its text, which is HTML that was escaped, or its elements."""
    if not len(element):
        return element.text or ""
    etree = untyped_etree()
    for child in element.iterdescendants():
        rename(child, local(child))  # HTML knows no prefix
    etree.cleanup_namespaces(element)
    parts = [html.escape(element.text or "", quote=False)]
    parts += [etree.tostring(child, encoding="unicode", method="html") for child in element]
    return "".join(parts)
