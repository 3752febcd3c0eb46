"""Rare pages: documents that went whole through a code page seldom met, with nothing lost, read back at once.

Of these pages nothing is told where bytes were lost. As each of their lines reads as UTF-8 to its end, which
prose in them never does, two places of a text tell whether a closer look is worth while.
"""

from __future__ import annotations

import codecs
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, islice, product
from typing import NamedTuple

from curator.cleaning.damage.channels import decoded
from curator.cleaning.damage.lossless import edits_by_words
from curator.cleaning.damage.pages import RUN, is_plausible, signs_of
from curator.cleaning.edits import Edit
from curator.cleaning.lines import Line, lines_of, outside_fences
from curator.domain.repairs import RepairKind

NAMES = {
    "cp1253": "windows-1253", "cp1255": "windows-1255", "cp1256": "windows-1256", "cp1257": "windows-1257",
    "cp1258": "windows-1258", "cp874": "windows-874", "iso8859-2": "ISO-8859-2", "iso8859-4": "ISO-8859-4",
    "iso8859-5": "ISO-8859-5", "iso8859-7": "ISO-8859-7", "iso8859-9": "ISO-8859-9",
    "iso8859-15": "ISO-8859-15", "cp850": "code page 850", "cp852": "code page 852", "cp857": "code page 857",
    "cp866": "code page 866", "mac-roman": "MacRoman", "mac-latin2": "MacCentralEurope",
    "mac-cyrillic": "MacCyrillic", "koi8-r": "KOI8-R", "koi8-u": "KOI8-U",
}  # fmt: skip
"""Pages of one byte a character, as people know them."""

WIDE = {"gbk": "GBK", "cp932": "Shift JIS", "cp949": "EUC-KR"}
"""Pages of two bytes a character."""

_BEYOND = re.compile("[^\x00-\x7f]")
_CERTAIN = 0.99
_LEAST = 4
_LEAST_UNLIKE = 3
"""So many sequences, and so many unlike ones, have to show a page."""
_SHORT = 300
"""Code points of a text that is looked at in one place only."""
_FIRST = 6
"""So many lines are looked at first."""
_LEAST_SHARE = 0.8
"""The share of the lines beyond ASCII that begin as damaged ones do which a page has to read."""


class _Read(NamedTuple):
    line: Line
    text: str


def rarely_decoded(parts: Sequence[str], done: Collection[tuple[int, int]]) -> list[tuple[Line, list[Edit]]]:
    """The lines that a rare page reads, each with its edits in its part; none where too little shows it.

    `done` are those that a page often met has read, by the number of their part and where they begin in it.
    """
    if not _are_suspicious(parts):
        return []
    beginning = (line for line in outside_fences(lines_of(parts), parts) if _begins(line.text))
    first = list(islice(beginning, _FIRST))
    names = [name for name in _candidates(first) if 2 * len(list(_read(first, name))) >= len(first)]
    lines = [*first, *beginning] if names else []
    if all(line.place in done for line in lines):
        return []
    for name in names:
        read = list(_read(lines, name))
        if len(read) >= max(_LEAST_SHARE * len(lines), len(done) + 1) and _is_shown(read):
            return [(one.line, list(_edits(one, name))) for one in read]
    return []


def _candidates(lines: Sequence[Line]) -> Sequence[str]:
    """The pages that may have begun one of some lines."""
    met: dict[str, None] = {}
    for line in lines:
        run = RUN.search(line.text)
        met |= dict.fromkeys((_pages_of(run[0][:2]) or WIDE) if run else ())
    return list(met)


def _are_suspicious(parts: Sequence[str]) -> bool:
    """Whether one of the parts may have gone through a rare page: told in the time of two looks at each."""
    return any(
        _begins(part) or (len(part) > _SHORT and _begins(part, part.find(" ", len(part) // 2)))
        for part in parts
    )


def _begins(text: str, place: int = 0) -> bool:
    """Whether what first stands beyond ASCII, from a place on, may be a sequence of a rare page."""
    found = _BEYOND.search(text, place)
    if found is None:
        return False
    start = found.start()
    if _pages_of(text[start : start + 2]):
        return True
    return text[start] in _wide_firsts() and text[start + 1 : start + 2] in _wide_seconds()


@cache
def _wide_firsts() -> set[str]:
    """What wide pages have for the first two bytes of a character."""
    return _wide_signs(range(0xE2, 0xF0), range(0x80, 0xC0))


@cache
def _wide_seconds() -> set[str]:
    """What wide pages have for the third byte of a character with a fourth; hardly ever asked for."""
    return _wide_signs(range(0x80, 0xC0), range(0x40, 0xFF))


def _wide_signs(leads: Iterable[int], ends: Iterable[int]) -> set[str]:
    pairs = list(map(bytes, product(leads, ends)))
    return {pair.decode(name, "ignore") for name in WIDE for pair in pairs}


def _pages_of(pair: str) -> list[str]:
    """The pages that have a lead byte and one that follows it for two characters."""
    leads, tails = _pages_by_sign(0xC2, 0xF4), _pages_by_sign(0x80, 0xBF)
    following = tails.get(pair[1:], ())
    return [name for name in leads.get(pair[:1], ()) if name in following]


@cache
def _pages_by_sign(first: int, last: int) -> dict[str, list[str]]:
    """What pages have for the bytes from the first to the last, each with these pages."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in NAMES:
        for sign in signs_of(name, first, last):
            found[sign].append(name)
    return found


def _read(lines: Sequence[Line], name: str) -> Iterator[_Read]:
    """Those of some lines that a page reads to their end, with nothing but what people write."""
    encode = _encoder(name)
    for line in lines:
        try:
            text = encode(line.text).decode()
        except UnicodeError:
            continue
        if all(map(is_plausible, {sign for sign in text if sign > "\x7f"})):
            yield _Read(line, text)


@cache
def _encoder(name: str) -> Callable[[str], bytes]:
    """What gives the bytes of characters in a page, C1 controls standing for what it does not define."""
    if name in WIDE:
        return lambda text: text.encode(name)
    table = codecs.charmap_build(
        "".join([chr(byte) if byte < 0x80 else decoded(name, byte) for byte in range(256)])
    )
    return lambda text: codecs.charmap_encode(text, "strict", table)[0]


def _is_shown(read: Sequence[_Read]) -> bool:
    signs = [sign for one in read for sign in one.text if sign > "\x7f"]
    return len(signs) >= _LEAST and len(set(signs)) >= _LEAST_UNLIKE


def _edits(one: _Read, name: str) -> Iterator[Edit]:
    line, text = one
    if name in WIDE:
        # A character may take the half of what a sign beside it is read from, so no word has its place.
        first, last = _shared(line.text, text), 0
        if text[-1] == line.text[-1] == "\n":
            last = 1
        after = text[first : len(text) - last]
        channel = f"UTF-8 read as {WIDE[name]}"
        yield Edit(line.start + first, line.end - last, after, RepairKind.MOJIBAKE, channel, _CERTAIN)
        return
    places = list(accumulate([1 if sign < "\x80" else len(sign.encode()) for sign in text], initial=0))
    yield from edits_by_words(line.text, text, places, f"UTF-8 read as {NAMES[name]}", line.start, _CERTAIN)


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return next((n for n, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), 0)
