"""XML texts: elements as text, with every character escaped that has to be.

A character that XML 1.0 cannot hold, a control character or half a surrogate pair, becomes U+FFFD, so that
its place can be seen.
"""

from __future__ import annotations

import re

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MISSING = "\ufffd"
_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord("\r"): "&#13;"}
_IN_ATTRIBUTES = _ESCAPES | {ord('"'): "&quot;", ord("\n"): "&#10;", ord("\t"): "&#9;"}


def element(name: str, text: str = "", /, **attributes: str) -> str:
    """An element with text, on one line; no text makes it empty.

    An attribute's name has `_` for its colon (`xml_lang`) and may end in one (`type_`).
    """
    start = f"{name}{_attributes(attributes)}"
    return f"<{start}>{escaped(text)}</{name}>" if text else f"<{start}/>"


def optional(name: str, text: str, /, **attributes: str) -> list[str]:
    """The element in a list, which is empty where there is no text."""
    return [element(name, text, **attributes)] if text else []


def parent(name: str, children: list[str], indent: str = "", /, **attributes: str) -> str:
    """An element with others in it, one a line, with its line end."""
    lines = "".join(f"{indent} {child}\n" for child in children)
    return f"{indent}{opening(name, **attributes)}\n{lines}{indent}</{name}>\n"


def opening(name: str, /, **attributes: str) -> str:
    """The tag that begins an element."""
    return f"<{name}{_attributes(attributes)}>"


def escaped(text: str) -> str:
    """Text as it stands between tags."""
    return _FORBIDDEN.sub(_MISSING, text).translate(_ESCAPES)


def _attributes(attributes: dict[str, str]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", ":")}="{_FORBIDDEN.sub(_MISSING, value).translate(_IN_ATTRIBUTES)}"'
        for name, value in attributes.items()
    )
