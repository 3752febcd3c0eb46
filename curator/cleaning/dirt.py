"""Dirt other than mojibake: controls, line ends, entities, invisible characters, decomposed accents.

Nothing an author may have meant is touched: quotes, dashes, ellipses, ligatures, non-breaking and
thin spaces stay; joiners stay where a script or an emoji needs them; code and markup keep entities.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

from curator.cleaning.edits import Edit
from curator.domain.repairs import RepairKind

_ENTITY = re.compile(
    r"&(?:amp;){0,2}(?:amp|lt|gt|quot|apos|nbsp|shy|[a-zA-Z]{2,8}\d{0,2}|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});"
)
_CONTROL = re.compile(
    "\r\n?|[\x0b\x0c\u2028\u2029]|\x1b\\[[0-9;]{0,20}[A-Za-z]|[\x80-\x9f]{1,80}|[\x00-\x08\x0e-\x1f\x7f\ufeff]+"
)
_ANY_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_BINARY = re.compile("[\x00-\x08\x0e-\x1f]")
_MARK_READ = re.compile("ï»¿|ď»ż|п»ї|Ôªø|∩╗┐")
"""Matches a byte order mark that was read by a code page; it is one at the beginning of a text only."""
_INVISIBLE = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]+")
_JOINED = re.compile("[\ufb00-\ufb04]")
_LIGATURE = re.compile("[^\\W\\d_]{0,40}[\ufb00-\ufb04][^\\W\\d_]{0,40}")
_LEAST_LIGATURES = 3
"""Words with ligatures that one text has by accident of how it was set, not by choice."""
_MARKS = "\u0300-\u036f\u0653-\u0655\u093c\u09bc\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a"
# These two begin with a class of rare characters, for which regular expressions look ahead quickly.
_ACCENTS = re.compile(f"[{_MARKS}](?<=[^\\W_{_MARKS}].)[{_MARKS}]{{0,7}}")
_HANGUL = re.compile("[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?")
_TRACE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u1160-\u11ff\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069"
    f"\ufb00-\ufb04\ufeff{_MARKS}]"
)
"""Matches what any of the others needs, but references: in most text there is none, which one look tells."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_CODE = re.compile(
    r"^(```|~~~).*?(?:^\1|\Z)|`[^`\n]{1,500}`|[a-zA-Z]+://[^\s<>]{1,2000}|^.*</?[a-zA-Z][^<>\n]{0,300}>.*$",
    re.MULTILINE | re.DOTALL,
)
_CODE_LINE = re.compile(r"^.*</?[a-zA-Z][^<>\n]{0,300}>.*$", re.MULTILINE)
_DIRECTIONS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SIGNS = frozenset("„“”‚‘’«»‹›–—…·•\xa0\u2009\u202f、。，：；！？「」『』《》（）")
_SPACED = frozenset("lt gt".split())
_PLAIN_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "DIGIT")


def dirt(text: str) -> list[Edit]:
    """The edits that take the dirt out of a text, in order."""
    finders = [_entities]
    if not text.isascii():
        finders.append(_mark_read)
    if _TRACE.search(text):
        finders = [_controls, *finders, _invisible, _decomposed, _ligatures]
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


def _entities(text: str) -> Iterator[Edit]:
    """HTML character references left in prose; not those in code, addresses or markup."""
    if "&" not in text or not _ENTITY.search(text):
        return
    code = _places(_CODE, text)
    markup = _places(_CODE_LINE, text)
    for match in _ENTITY.finditer(text):
        start, end = match.span()
        if code(start) or markup(start):
            continue
        after = _resolved(match[0])
        if after == match[0] or (match[0][1:-1] in _SPACED and not _stands_alone(text, start, end)):
            continue
        yield Edit(start, end, after, RepairKind.ENTITY, "HTML character reference", 0.97)


@lru_cache(maxsize=1_000)
def _resolved(reference: str) -> str:
    """What a reference stands for; the reference itself where that is no printable character."""
    result = reference
    for _ in range(3):
        if not (result.startswith("&") and result.endswith(";") and len(result) > 2):
            break
        result = html.unescape(result)
    if len(result) != 1 or unicodedata.category(result) in {"Cc", "Cs", "Co", "Cn"}:
        return reference
    return result


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


def _invisible(text: str) -> Iterator[Edit]:
    """Zero-width characters and soft hyphens that stand within or beside plain words."""
    if not _INVISIBLE.search(text):
        return
    right_to_left = _RIGHT_TO_LEFT.search(text.replace("\ufeff", "")) is not None
    for match in _INVISIBLE.finditer(text):
        start, end = match.span()
        before, behind = text[start - 1 : start], text[end : end + 1]
        if not (_is_plain(before) and _is_plain(behind)):
            continue
        if right_to_left and not _DIRECTIONS.isdisjoint(match[0]):
            continue
        yield Edit(start, end, "", RepairKind.INVISIBLE)


@lru_cache(maxsize=1_000)
def _is_plain(sign: str) -> bool:
    """Whether what stands beside has no use for joiners and break marks: plain letters, spaces, signs."""
    return sign.isascii() or sign in _SIGNS or _is_plain_letter(sign)


def _is_plain_letter(sign: str) -> bool:
    return sign.isalnum() and unicodedata.name(sign, "").startswith(_PLAIN_SCRIPTS)


def _decomposed(text: str) -> Iterator[Edit]:
    """Letters with combining accents, and Hangul in parts, composed (Unicode NFC).

    Single code points that NFC would replace (compatibility ideographs in names, the ohm sign) stay.
    """
    for pattern, before in (_ACCENTS, 1), (_HANGUL, 0):
        for match in pattern.finditer(text):
            start, end = match.start() - before, match.end()
            composed = unicodedata.normalize("NFC", text[start:end])
            if len(composed) < end - start:
                yield Edit(start, end, composed, RepairKind.NORMALIZATION)
