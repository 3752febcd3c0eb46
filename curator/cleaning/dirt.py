"""Dirt other than mojibake: controls, line ends, character references, invisible characters, split letters.

Nothing an author may have meant is touched: quotes, dashes, ellipses, ligatures, non-breaking and
thin spaces stay; joiners stay where a script or an emoji needs them; code and markup keep references.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from curator.cleaning.edits import Edit
from curator.cleaning.invisibles import invisible
from curator.domain.repairs import RepairKind

_CONTROL = re.compile(
    "\r\n?|[\x0b\x0c\u2028\u2029]|\x1b\\[[0-9;]{0,20}[A-Za-z]|[\x80-\x9f]{1,80}|[\x00-\x08\x0e-\x1f\x7f\ufeff]+"
)
_ANY_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_BINARY = re.compile("[\x00-\x08\x0e-\x1f]")
_MARK_READ = re.compile("ï»¿|ď»ż|п»ї|Ôªø|∩╗┐")
"""Matches a byte order mark that was read by a code page; it is one at the beginning of a text only."""
_JOINED = re.compile("[\ufb00-\ufb04]")
_LIGATURE = re.compile("[^\\W\\d_]{0,40}[\ufb00-\ufb04][^\\W\\d_]{0,40}")
_LEAST_LIGATURES = 3
"""Words with ligatures that one text has by accident of how it was set, not by choice."""
_MARKS = "\u0300-\u036f\u0653-\u0655\u093c\u09bc\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a"
# These two begin with a class of rare characters, for which regular expressions look ahead quickly.
_ACCENTS = re.compile(f"[{_MARKS}](?<=[^\\W_{_MARKS}].)[{_MARKS}]{{0,7}}")
_HANGUL = re.compile("[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?")
_VOWEL_ENDS = (
    "\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dca\u0dcf\u0ddf\u102e"
)
_VOWELS = re.compile(
    "[\u09c7\u0b47\u0b92\u0bc6\u0bc7\u0c46\u0cbf\u0cc6\u0cca\u0d46\u0d47\u0dd9\u0ddc\u1025]"
    f"[{_VOWEL_ENDS}]{{1,2}}"
)
"""Matches vowel signs of India, Sri Lanka and Burma in the parts that stand around a consonant."""
_TRACE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u1160-\u11ff\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069"
    f"\ufb00-\ufb04\ufeff{_MARKS}{_VOWEL_ENDS}]"
)
"""Matches what any of the others needs, but references: in most text there is none, which one look tells."""


def dirt(text: str) -> list[Edit]:
    """The edits that take the dirt out of a text, in order; character references are `references`."""
    finders = [] if text.isascii() else [_mark_read]
    if _TRACE.search(text):
        finders += _controls, invisible, _decomposed, _ligatures
    return _apart([edit for find in finders for edit in find(text)])


def is_binary(text: str) -> bool:
    """Whether so many control characters stand in it that it is no text at all."""
    sample = text[:20_000]
    if not _BINARY.search(sample):
        return False
    controls = sum(map(sample.count, map(chr, (*range(9), *range(14, 32)))))
    return controls > 8 and controls * 20 > len(sample)


def _apart(edits: list[Edit]) -> list[Edit]:
    """The edits in order, without any that overlaps an earlier one."""
    edits.sort(key=lambda edit: (edit.start, edit.end))
    result: list[Edit] = []
    for edit in edits:
        if not result or edit.start >= result[-1].end:
            result.append(edit)
    return result


def _controls(text: str) -> Iterator[Edit]:
    """Line ends to LF; controls and stray byte order marks out; C1 as the windows-1252 sign it was."""
    if not _ANY_CONTROL.search(text):
        return
    for match in _CONTROL.finditer(text):
        found = match[0]
        start, end = match.span()
        if found[0] == "\r":
            yield Edit(start, end, "\n", RepairKind.LINE_END)
        elif found in "\x0b\x0c\u2028\u2029":
            yield Edit(start, end, "\n", RepairKind.CONTROL)
        elif "\x80" <= found[0] <= "\x9f":
            sign = found.encode("latin-1").decode("windows-1252", "ignore")
            channel = "windows-1252 read as ISO-8859-1" if sign else ""
            yield Edit(start, end, sign, RepairKind.CONTROL, channel, 0.97)
        else:
            yield Edit(start, end, "", RepairKind.CONTROL)


def _mark_read(text: str) -> Iterator[Edit]:
    """A byte order mark before the text that was read by a code page, out."""
    match = _MARK_READ.match(text)
    if match is not None:
        yield Edit(0, match.end(), "", RepairKind.MOJIBAKE, "UTF-8 read by a code page", 0.99)


def _ligatures(text: str) -> Iterator[Edit]:
    """The ligatures that documents set in PDF leave in running text, as letters; names keep theirs."""
    if not _JOINED.search(text):
        return
    words = [match for match in _LIGATURE.finditer(text) if match[0].islower()]
    if len(words) < _LEAST_LIGATURES:
        return
    for word in words:
        for match in _JOINED.finditer(text, *word.span()):
            after = unicodedata.normalize("NFKC", match[0])
            yield Edit(*match.span(), after, RepairKind.NORMALIZATION, "", 0.97)


def _decomposed(text: str) -> Iterator[Edit]:
    """Letters with combining accents, vowel signs and Hangul in parts, composed (Unicode NFC).

    Single code points that NFC would replace (compatibility ideographs in names, the ohm sign) stay.
    """
    for pattern, before in (_ACCENTS, 1), (_HANGUL, 0), (_VOWELS, 0):
        for match in pattern.finditer(text):
            start, end = match.start() - before, match.end()
            composed = unicodedata.normalize("NFC", text[start:end])
            if len(composed) < end - start:
                yield Edit(start, end, composed, RepairKind.NORMALIZATION)
