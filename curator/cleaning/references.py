"""References: HTML character references left in prose, and what they stand for."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

from curator.cleaning.edits import Edit
from curator.domain.repairs import RepairKind

_HIGH = r"&#(?:55(?:29[6-9]|[3-9]\d\d)|56(?:[0-2]\d\d|3[01]\d)|[xX][dD][89abAB][0-9a-fA-F]{2});"
_LOW = r"&#(?:56(?:3[2-9]\d|[4-9]\d\d)|57(?:[0-2]\d\d|3[0-3]\d|34[0-3])|[xX][dD][c-fC-F][0-9a-fA-F]{2});"
_REFERENCE = re.compile(
    f"{_HIGH}{_LOW}|&#(?:13|[xX]0?[dD]);(?=\r?\n)"
    r"|&(?:amp;){0,2}(?:amp|lt|gt|quot|apos|nbsp|shy|[a-zA-Z]{2,8}\d{0,2}|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});"
)
_PAIR = re.compile(_HIGH + _LOW)
_CODE = re.compile(
    r"^(```|~~~).*?(?:^\1|\Z)|`[^`\n]{1,500}`|[a-zA-Z]+://[^\s<>]{1,2000}|^.*</?[a-zA-Z][^<>\n]{0,300}>.*$",
    re.MULTILINE | re.DOTALL,
)
_CODE_LINE = re.compile(r"^.*</?[a-zA-Z][^<>\n]{0,300}>.*$", re.MULTILINE)
_RETURN = "\r"
_UNKNOWN = "\ufffd"


def references(text: str) -> Iterator[Edit]:
    """The edits that put characters for references in prose; those in code, addresses or markup stay."""
    if "&" not in text or not _REFERENCE.search(text):
        return
    code = _places(_CODE, text)
    markup = _places(_CODE_LINE, text)
    for match in _REFERENCE.finditer(text):
        start, end = match.span()
        if code(start) or markup(start):
            continue
        after = _resolved(match[0])
        if after == match[0] or (after in {"<", ">"} and not _stands_alone(text, start, end)):
            continue
        yield Edit(start, end, after.rstrip(_RETURN), RepairKind.ENTITY, "HTML character reference", 0.97)


@lru_cache(maxsize=1_000)
def _resolved(reference: str) -> str:
    """What a reference stands for; the reference itself where that is no printable character.

    Some programs write an emoji as references to the two halves that it has in UTF-16.
    """
    result = reference
    for _ in range(3):
        if not (result.startswith("&") and result.endswith(";") and len(result) > 2):
            break
        result = _of_halves(result) if _PAIR.fullmatch(result) else html.unescape(result)
    if result == _RETURN:
        return result
    if len(result) != 1 or result == _UNKNOWN or unicodedata.category(result) in {"Cc", "Cs", "Co", "Cn"}:
        return reference
    return result


def _of_halves(references: str) -> str:
    halves = [half.lower() for half in re.findall(r"#([^;]+)", references)]
    units = [int(half[1:], 16) if half[0] == "x" else int(half) for half in halves]
    return b"".join(unit.to_bytes(2, "big") for unit in units).decode("utf-16-be")


def _stands_alone(text: str, start: int, end: int) -> bool:
    return text[max(0, start - 1) : start].isspace() and text[end : end + 1].isspace()


def _places(pattern: re.Pattern[str], text: str) -> Callable[[int], bool]:
    """A question for ascending places: does one stand within a match of the pattern?"""
    matches = pattern.finditer(text)
    current = next(matches, None)

    def within(place: int) -> bool:
        nonlocal current
        while current is not None and current.end() <= place:
            current = next(matches, None)
        return current is not None and current.start() <= place

    return within
