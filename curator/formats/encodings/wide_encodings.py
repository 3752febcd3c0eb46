"""Wide encodings: UTF-16 and UTF-32 told without a byte order mark."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_STRANGE = ("Cc", "Cn", "Co", "Cs")
_FEWEST = 6
"""Characters from which on wide ones can be told."""

_LEADS = range(0x01, 0x0F)
_LED = 0.6
"""The share of characters with one leading byte from which on a text is in its alphabet."""

_EAST_ASIAN = 0.7
"""The share of common characters from which on a text is Chinese, Japanese or Korean."""

_ASCII = re.compile(r"[\t\n\r -~]+")
"""Spaces and figures, which say nothing of East Asian text and may be half of a Korean one."""


def wide_encoding(data: bytes) -> str:
    """The codec of a text in UTF-16 or UTF-32 without a mark, "" for any other.

    Told by where the zero bytes of spaces, digits and letters stand.
    """
    sample = data[: len(data) // 4 * 4][: 1 << 14]
    zeros = [sample[place::4].count(0) for place in range(4)]
    if sum(zeros) < max(4, len(sample) // 256):
        return _unspaced_wide(data)
    most = len(sample) // 4 * 0.9
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if zeros[2] > most and zeros[3] > most and zeros[0] < most / 9:
        return "utf-32-le"
    if zeros[0] > most and zeros[1] > most and zeros[3] < most / 9:
        return "utf-32-be"
    if min(even, odd) * 20 > max(even, odd):
        return _unspaced_wide(data)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    return encoding if _is_text(sample.decode(encoding, "replace")) else ""


def _unspaced_wide(data: bytes) -> str:
    """UTF-16 without a mark and with hardly an ASCII character in it.

    Told by the leading bytes, which are control characters in the alphabets up to Thai, or by how common
    the characters are in Chinese, Japanese and Korean.
    """
    sample = data[: len(data) // 2 * 2][: 1 << 12]
    half = len(sample) // 2
    if half < _FEWEST or len(data) % 2:
        return ""
    for place, encoding in enumerate(("utf-16-be", "utf-16-le")):
        ((lead, times),) = Counter(sample[place::2]).most_common(1)
        if lead in _LEADS and times > _LED * half and _is_text(sample.decode(encoding, "replace")):
            return encoding
    if _is_utf8(sample):
        return ""
    from curator.formats.encodings.alphabets import east_asian_share

    letters = {name: _ASCII.sub("", sample.decode(name, "replace")) for name in ("utf-16-le", "utf-16-be")}
    shares = {name: east_asian_share(text) for name, text in letters.items() if len(text) >= _FEWEST}
    likelier = max(shares, key=lambda name: shares[name], default="")
    return likelier if shares.get(likelier, 0) > _EAST_ASIAN else ""


def _is_text(text: str) -> bool:
    strange = sum(unicodedata.category(char) in _STRANGE for char in text if char not in "\t\n\r\ufeff")
    return strange * 50 < len(text)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
