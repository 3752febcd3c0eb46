"""CESU-8: UTF-8 in which characters beyond the first plane are written by halves, as some databases do.

Unicode Technical Report 26: a pair of surrogates, three bytes each.
"""

from __future__ import annotations

import re

_PAIR = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")


def joined(data: bytes) -> tuple[str, int]:
    """The text with its pairs joined, and how many there are; none where the rest is no UTF-8."""
    mended, count = _PAIR.subn(_character, data)
    try:
        return mended.decode(), count
    except UnicodeDecodeError:
        return "", 0


def _character(pair: re.Match[bytes]) -> bytes:
    halves = pair[0].decode("utf-8", "surrogatepass")
    return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le").encode()
