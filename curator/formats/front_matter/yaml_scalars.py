"""YAML scalars: how a value is written, in quotes only where plain words would be read otherwise."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[^\W_](?:[^\x00-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]*[^\s:])?")
_UNSAFE = re.compile(r":(?:\s|$)|\s#|[\u2028\u2029]")
_FLOW_SIGNS = re.compile(r"[,\[\]{}]|:")
_OTHERWISE = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|[-+]?[\d_.,:]+(?:e[-+]?\d+)?|0[xo][\da-f]+|[-+]?\.(?:inf|nan)|\d{4}-\d.*",
    re.IGNORECASE,
)
SPECIAL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff\\\"]")
YAML_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2}(?:[T ]+[\d:.]+(?:[ ]*(?:Z|[+-]\d{2}:?\d{2}))?)?)?")
"""What plain YAML takes for a day or a moment."""


def yaml_scalar(value: str | int | None, style: str, *, flow: bool, escaped: str = "") -> str:
    """How a value is written: in the quotes that `style` names, else plain where it may be.

    `flow` says that it stands in brackets or braces, where commas and colons part; characters that are
    `escaped` are written by their numbers.
    """
    if value is None:
        return "null" if flow else ""
    if isinstance(value, int):
        return str(value)
    if style == '"' or escaped or SPECIAL.search(value):
        return _double_quoted(value, escaped)
    if style == "'" or not _may_be_plain(value, flow=flow):
        return "'" + value.replace("'", "''") + "'"
    return value


def yaml_key(key: str) -> str:
    """How a key is written: plain where it may be."""
    return key if _may_be_plain(key, flow=True) else _double_quoted(key)


def _may_be_plain(value: str, *, flow: bool) -> bool:
    if not _PLAIN.fullmatch(value) or _UNSAFE.search(value) or _OTHERWISE.fullmatch(value):
        return False
    return not (flow and _FLOW_SIGNS.search(value))


def _double_quoted(value: str, escaped: str = "") -> str:
    written = "".join(_by_number(char) if char in escaped or SPECIAL.match(char) else char for char in value)
    return f'"{written}"'


def _by_number(char: str) -> str:
    if char in '\\"':
        return f"\\{char}"
    if char in "\n\t":
        return "\\n" if char == "\n" else "\\t"
    number = ord(char)
    return (
        f"\\x{number:02X}"
        if number < 0x100
        else f"\\u{number:04X}"
        if number < 0x10000
        else f"\\U{number:08X}"
    )
