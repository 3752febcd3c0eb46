"""Decodings: lines that are UTF-8 throughout, read by some page with nothing lost, read back at once.

A line in which every character beyond ASCII belongs to a whole sequence of one page can hardly be anything
else; where only few sequences show that, ftfy is asked, too.
"""

from __future__ import annotations

import codecs
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from curator.cleaning.damage.channels import NAMES, PAGES, decoded
from curator.cleaning.damage.evidence import is_borne_out
from curator.cleaning.damage.lossless import edits_by_words
from curator.cleaning.damage.pages import RUN, any_of, is_plausible, page, signs_of, strong_in
from curator.cleaning.edits import Edit
from curator.cleaning.lines import Line

CERTAIN = 0.999
_MOST_TIMES = 3
_LEFT = re.compile("(?<=[a-z])[ÂÃÄÅÐÑ]")
"""Matches what is left of a sequence in a word that was read wrongly once more, and lost a byte."""


class Decoding(NamedTuple):
    """A line as its UTF-8 reads."""

    line: Line
    text: str
    pages: tuple[str, ...]
    """What it was read by, one after the other."""
    strong: int
    """How many sequences that no prose would have the undoing of the first reading has left to read."""

    @property
    def channel(self) -> str:
        """What happened, as told to people."""
        names = [NAMES[name] for name in self.pages]
        if len(set(names)) == 1:
            return f"UTF-8 read as {names[0]}" + ("", ", twice", ", three times")[len(names) - 1]
        return f"UTF-8 read as {', then as '.join(names)}"

    def edits(self) -> list[Edit]:
        """The edits of the part that the line stands in."""
        sizes = {sign: len(_image(sign, self.pages)) for sign in set(self.text)}
        places = list(accumulate(map(sizes.__getitem__, self.text), initial=0))
        line = self.line
        return list(edits_by_words(line.text, self.text, places, self.channel, line.start, CERTAIN))


def decodings(lines: Sequence[Line]) -> list[Decoding]:
    """The lines that pages read whole, by those that read most of them; in their order."""
    groups: dict[tuple[str, ...], list[Decoding]] = defaultdict(list)
    for line in lines:
        for found in _decodings(line.text, line, ()):
            groups[found.pages].append(found)
    strongest: dict[tuple[int, int], int] = {}
    for found in groups.values():
        strongest |= {one.line.place: max(one.strong, strongest.get(one.line.place, 0)) for one in found}
    chosen: dict[tuple[int, int], Decoding] = {}
    for pages, found in sorted(groups.items(), key=_rank):
        rest = [
            one
            for one in found
            if one.line.place not in chosen and (one.strong or not strongest[one.line.place] or pages[1:])
        ]
        shown = [one.line.text for one in rest if one.strong]
        if shown and is_borne_out(pages[-1], shown, sum(one.strong for one in rest)):
            chosen |= {one.line.place: one for one in rest}
    return [chosen[place] for place in sorted(chosen)]


def _rank(group: tuple[tuple[str, ...], list[Decoding]]) -> tuple[int, int]:
    """Where all of several readings can be undone, they are; of pages, what shows most."""
    pages, found = group
    return -len(pages), -sum(one.strong for one in found)


def _decodings(text: str, line: Line, pages: tuple[str, ...]) -> Iterator[Decoding]:
    """A text as it reads undone by each page, and by more than one; where that leaves no more to undo."""
    beyond = RUN.search(text)
    for name in _led_by(beyond[0][0]) if beyond is not None else ():
        if _cut(name).search(text):
            continue
        decoded = _decoded(text, name)
        if decoded is None:
            continue
        known, read = page(name), (name, *pages)
        if not strong_in(known, decoded) and _is_text(decoded):
            strong = strong_in(known, text) + len(known.mixed.findall(text))
            yield Decoding(line, decoded, read, strong)
        if len(read) < _MOST_TIMES and not decoded.isascii():
            yield from _decodings(decoded, line, read)


def _is_text(decoded: str) -> bool:
    """Whether a text has nothing but what people write."""
    signs = {sign for sign in decoded if sign > "\x7f"}
    return all(map(is_plausible, signs)) and _LEFT.search(decoded) is None


def _decoded(line: str, name: str) -> str | None:
    """The line with its characters as the bytes they have in a page, read as UTF-8; None if it is none."""
    try:
        return _encoder(name)(line).decode("utf-8")
    except UnicodeError:
        return None


@lru_cache(maxsize=20_000)
def _image(sign: str, pages: tuple[str, ...]) -> str:
    """What a character becomes, read by pages one after the other."""
    for name in pages:
        if not sign.isascii():
            sign = "".join([decoded(name, byte) if byte > 0x7F else chr(byte) for byte in sign.encode()])
    return sign


@lru_cache(maxsize=2_000)
def _led_by(sign: str) -> list[str]:
    """The pages that have a character for a byte that begins one."""
    return [name for name in PAGES if sign in _leads(name)]


@cache
def _leads(name: str) -> set[str]:
    """What a page has for bytes that begin a character."""
    return signs_of(name, 0xC2, 0xF4)


@cache
def _cut(name: str) -> re.Pattern[str]:
    """Matches a lead byte's character without that of a continuation byte: quicker than trying to decode."""
    return re.compile(f"{any_of(_leads(name))}(?!{any_of(signs_of(name, 0x80, 0xBF))})")


@cache
def _encoder(name: str) -> Callable[[str], bytes]:
    """What encodes the characters of a page, C1 controls standing for what it does not define."""
    signs = "".join([chr(byte) if byte < 0x80 else decoded(name, byte) for byte in range(256)])
    table = codecs.charmap_build(signs)
    return lambda text: codecs.charmap_encode(text, "strict", table)[0]
