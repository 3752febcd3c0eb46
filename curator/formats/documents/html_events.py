"""HTML events: a page's elements and text in order, from lxml's parser, which needs no tree."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Protocol, cast


class Listener(Protocol):
    """Told of each element and piece of text."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take an element's beginning; tag and attribute names are in small letters."""
        ...

    def end(self, tag: str) -> None:
        """Take an element's end."""
        ...

    def data(self, text: str) -> None:
        """Take a piece of text, entities resolved."""
        ...


_MOST_ATTRIBUTES = 1_000
"""Attributes of an element; libxml2 compares each with all before it."""
_ATTRIBUTE = r"(?:[\s/]*+=?[^\s/>=]++(?>(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?))"
_CROWDED = re.compile(rf"(<[a-zA-Z][^\s/>]*+{_ATTRIBUTE}{{{_MOST_ATTRIBUTES}}})(?>{_ATTRIBUTE}+)")


def thinned(html: str) -> str:
    """The page with a thousand attributes an element at most, so that parsers stay quick."""
    return _CROWDED.sub(r"\1", html)


def listen(html: str, listener: Listener) -> int:
    """Tell the listener of everything in a page, in linear time; how many elements there were.

    The page should be `thinned`. Broken markup is read as browsers do, as far as libxml2 can.
    """
    from lxml import etree as untyped  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]

    etree = cast("Any", untyped)

    target = _Target(listener)
    parser = etree.HTMLParser(target=target, huge_tree=True, encoding="utf-8")
    with suppress(etree.XMLSyntaxError):  # what came before the fault was told
        etree.fromstring(html.encode("utf-8", "replace"), parser)
    return target.count


class _Target:
    """What lxml calls; nothing is kept, so nothing is nested."""

    def __init__(self, listener: Listener) -> None:
        self.count = 0
        self._listener = listener

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        self.count += 1
        self._listener.start(tag, attrib)

    def end(self, tag: str) -> None:
        self._listener.end(tag)

    def data(self, text: str) -> None:
        self._listener.data(text)

    def close(self) -> None:
        """Nothing is built."""
