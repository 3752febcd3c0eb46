"""XML streams: the elements of a large file one after the other, whatever somebody put into it.

A file that is well-formed UTF-8 is read as it comes. Another one is mended first, as far as that goes:
decoded as texts are, with bare ampersands and the names that only HTML knows made characters; what breaks off
is read until there. Entities of a file's own are never expanded and nothing outside it is read, so that a
small file stays small.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html.entities import html5
from typing import Any, BinaryIO, cast

from curator.domain.errors import UnreadableFile
from curator.formats.encodings.decoding import decode

MOST_MENDED = 64 << 20
"""The largest file that is mended, in bytes."""

_BLOCK = 1 << 18
_WITHIN = 1024
_ENCODING = re.compile(r"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_PROLOGUE = re.compile(
    r"(?>(?:\s++|<\?[^>]*+>|<!--.*?-->|<!DOCTYPE[^\[>]*+(?:\[.*?\]\s*+)?>)+)", re.DOTALL | re.IGNORECASE
)
"""What stands before the root: an encoding that the text is no longer in, definitions, remarks."""
_OPENED = re.compile(r"\s*(?:[^\s:/]+:)?([^\s:/]+)")
_NAME = re.compile(r"[}:]")
_AMPERSAND = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)"
    r"|&(?:(?:amp|lt|gt|quot|apos|#(?P<number>\d{1,7}|[xX][0-9A-Fa-f]{1,6}));|(?P<name>[A-Za-z][A-Za-z0-9]{1,31};))?",
    re.DOTALL,
)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SAFELY = {"resolve_entities": False, "no_network": True, "load_dtd": False}


def elements(stream: BinaryIO, names: frozenset[str]) -> Iterator[Any]:
    """The elements of these local names as lxml has them, and each other child of a feed or channel.

    What was given is forgotten when the next one is asked for. UnreadableFile where there is no XML.
    """
    within = 0
    for event, element in _events(_source(stream)):
        if not isinstance(element.tag, str):
            continue
        is_wanted = local(element) in names
        if event == "start":
            within += is_wanted
            continue
        within -= is_wanted
        if within:
            continue
        if is_wanted or local(element.getparent()) in ("channel", "feed"):
            yield element
            _forget(element)


def root_name(text: str) -> str:
    """The local name of the first element in the beginning of a file, "" if none stands there."""
    text = text.replace("\0", "")
    while text := text.lstrip("\ufeff \t\r\n"):
        start, sign, rest = text.partition(">")
        if not start.startswith("<") or not sign:
            return ""
        if start.startswith("<!--"):
            rest = text.partition("-->")[2]
        elif start.startswith("<!") and "[" in start:
            rest = text.partition("]")[2].partition(">")[2]
        elif not start.startswith(("<?", "<!")):
            name = _OPENED.match(start, 1)
            return name[1] if name else ""
        text = rest
    return ""


def local(element: Any) -> str:  # noqa: ANN401 - an element of lxml
    """The name of an element without its namespace or prefix; "" for a comment and the like."""
    return _NAME.split(_tag(element))[-1]


def vocabulary(element: Any) -> str:  # noqa: ANN401 - an element of lxml
    """The namespace of an element, or the prefix of one that nobody has declared; "" if it has neither."""
    tag = _tag(element)
    return tag[1:].partition("}")[0] if tag.startswith("{") else tag.rpartition(":")[0]


def _tag(element: Any) -> str:  # noqa: ANN401 - an element of lxml
    return element.tag if element is not None and isinstance(element.tag, str) else ""


def _events(source: BinaryIO) -> Iterator[tuple[str, Any]]:
    etree = untyped_etree()
    try:
        # Well-formed files, too, may have prefixes that nobody has declared.
        yield from etree.iterparse(source, events=("start", "end"), remove_pis=True, recover=True, **_SAFELY)
    except etree.XMLSyntaxError as error:
        raise UnreadableFile(f"The file is no XML, or broken: {error.msg}.") from error


def _forget(element: Any) -> None:  # noqa: ANN401 - an element of lxml
    """Let go of an element, and of what is before it."""
    parent = element.getparent()
    if parent is not None:
        while (before := element.getprevious()) is not None:
            parent.remove(before)
    element.clear(keep_tail=False)


def _source(stream: BinaryIO) -> BinaryIO:
    """The file, mended if it is not sound as it is."""
    if _is_sound(stream):
        stream.seek(0)
        return stream
    stream.seek(0)
    data = stream.read(MOST_MENDED + 1)
    if len(data) > MOST_MENDED:
        reason = f"The file is not well-formed UTF-8, and too large to be mended ({MOST_MENDED >> 20} MB)."
        raise UnreadableFile(reason, "Split it first.")
    declared = _declared(data)
    text = _FORBIDDEN.sub(" ", decode(data, declared=declared or None).text.removeprefix("\ufeff"))
    prologue = _PROLOGUE.match(text)
    mended = _AMPERSAND.sub(_mended, text[prologue.end() :] if prologue else text)
    return io.BytesIO(mended.encode())


def _is_sound(stream: BinaryIO) -> bool:
    """Whether the file is well-formed, in UTF-8, and declares nothing else."""
    if _declared(stream.read(_WITHIN)) not in ("", "utf-8", "utf8", "us-ascii", "ascii"):
        return False
    etree = untyped_etree()
    parser = etree.XMLParser(target=_Nothing(), encoding="utf-8", **_SAFELY)
    stream.seek(0)
    try:
        while block := stream.read(_BLOCK):
            parser.feed(block)
        parser.close()
    except etree.XMLSyntaxError:
        return False
    return True


def _declared(data: bytes) -> str:
    found = _ENCODING.search(data[:_WITHIN].replace(b"\0", b"").decode("ascii", "replace"))
    return found[1].casefold() if found else ""


def _mended(match: re.Match[str]) -> str:
    """What stands for an ampersand, so that a parser understands it."""
    if match[0].startswith("<!"):
        return match[0]
    if match["name"]:
        meant = html5.get(match["name"])
        return "".join(f"&#{ord(char)};" for char in meant) if meant else f"&amp;{match[0][1:]}"
    if number := match["number"]:
        code = int(number[1:], 16) if number[0] in "xX" else int(number)
        is_char = code <= 0x10FFFF and not _FORBIDDEN.match(chr(code))
        return match[0] if is_char else "\ufffd"
    return match[0] if match[0] != "&" else "&amp;"


class _Nothing:
    """A parser's target that keeps nothing."""

    def close(self) -> None:
        """Nothing was kept."""


def untyped_etree() -> Any:  # noqa: ANN401 - lxml has no types
    """The library's module, loaded when a file of XML is read."""
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]

    return cast("Any", etree)
