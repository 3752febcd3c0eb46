"""Differences: two versions of a file as a unified diff."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

_CONTEXT = 3
_AT = re.compile(r"@@ -(\d+)(,\d+)? \+(\d+)(,\d+)? @@")
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_NO_END = "\\ No newline at end of file"


def unified(before: str, after: str, path: str) -> str:
    """The unified diff of two texts, with LF line ends whatever theirs are; "" if they are the same.

    A file may be long and differ in one place only, so lines alike at both ends are not compared.
    """
    old, new = _LINES.findall(before), _LINES.findall(after)
    shorter = min(len(old), len(new))
    head = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    most = shorter - head
    tail = next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)
    first = max(0, head - _CONTEXT)
    kept = max(0, tail - _CONTEXT)
    found = difflib.unified_diff(
        old[first : len(old) - kept],
        new[first : len(new) - kept],
        f"a/{path}",
        f"b/{path}",
        n=_CONTEXT,
        lineterm="\n",
    )
    return "".join(f"{line}\n" for line in _told(found, first))


def _told(found: Iterator[str], first: int) -> Iterator[str]:
    for line in found:
        if line.startswith("@@"):
            yield _AT.sub(lambda match: _moved(match, first), line.rstrip("\n"))
            continue
        yield line.rstrip("\r\n")
        if not line.endswith(("\n", "\r")):
            yield _NO_END


def _moved(match: re.Match[str], first: int) -> str:
    old, old_count, new, new_count = match.groups("")
    return f"@@ -{int(old) + first}{old_count} +{int(new) + first}{new_count} @@"
