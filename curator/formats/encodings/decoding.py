"""Decoding: bytes to text, with the encoding found and nothing lost in silence.

The order is that of certainty: byte order mark, UTF-8, wide encodings by their zero bytes, the
charset the file declares, statistics. A text that is UTF-8 but for a few bytes stays UTF-8.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass

from curator.domain.errors import UnreadableFile
from curator.formats.encodings.cesu import joined
from curator.formats.encodings.signatures import (
    refuse_binary,
    refuse_controls,
    refuse_ebcdic,
    refuse_utf7,
)
from curator.formats.encodings.wide_encodings import wide_encoding

BOM = "-sig"
"""Ends the name of an encoding whose file begins with a byte order mark."""

_BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What a declared name means in practice (WHATWG Encoding Standard, "names and labels").
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})"""
    rb"""|<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SEVEN_BITS = (
    (re.compile(rb"\x1b\$[@B]|\x1b\([JI]"), "iso2022_jp_ext"),
    (re.compile(rb"\x1b\$\)C"), "iso2022_kr"),
    (re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e]){2,}~\}"), "hz"),
)
"""Encodings in seven bits, with the escapes that tell them (ISO/IEC 2022, RFC 1843)."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding of its bytes.

    `encoding` is a Python codec's name, with "-sig" at its end where the file has a byte order mark
    (which is not part of `text`). `exact` says that `encoded(text, encoding)` gives the bytes again.
    """

    text: str
    encoding: str
    notes: tuple[str, ...] = ()
    exact: bool = True


def decode(data: bytes, declared: str | None = None, name: str = "") -> Decoded:
    """The text of a file's bytes.

    `declared` is a charset known from elsewhere (an HTTP header); one declared in the file itself is
    found. `name` is only used in messages. Raises UnreadableFile for bytes that are no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    refuse_binary(data, name)
    wide = wide_encoding(data)
    if wide:
        return _wide(data, wide, "")
    for signs, codec in _SEVEN_BITS:
        if signs.search(data[:_DECLARED_WITHIN]) and (escaped := _strictly(data, codec)):
            return escaped
    refuse_controls(data)
    refuse_utf7(data)
    if right := _strictly(data, "utf-8"):
        return right
    refuse_ebcdic(data)
    declared = _codec_meant(declared) or declared_charset(data)
    return _by_halves(data) or _nearly_utf8(data, declared) or _legacy(data, declared)


def encoded(text: str, encoding: str) -> bytes:
    """The bytes of a text in an encoding as `Decoded` names it.

    Raises UnicodeEncodeError for what the encoding has no bytes for.
    """
    codec, mark = codec_and_mark(encoding)
    return mark + text.encode(codec, "surrogateescape" if codec == "utf-8" else "strict")


def unsayable(text: str, encoding: str) -> str:
    """The characters of a text that an encoding, as `Decoded` names it, has no bytes for, each once."""
    codec, _ = codec_and_mark(encoding)
    try:
        text.encode(codec)
    except UnicodeEncodeError:
        return "".join(char for char in dict.fromkeys(text) if not _has_bytes(char, codec))
    return ""


def _has_bytes(char: str, codec: str) -> bool:
    try:
        return bool(char.encode(codec))
    except UnicodeEncodeError:
        return False


def lossless(data: bytes, encoding: str) -> str | None:
    """A file's text such that `encoded` gives back its very bytes, for patching; None if there is none.

    `encoding` is what `decode` found. Bytes that are not UTF-8 stand as lone surrogates: not for showing.
    """
    codec, mark = codec_and_mark(encoding)
    try:
        text = data.removeprefix(mark).decode(codec, "surrogateescape" if codec == "utf-8" else "strict")
        return text if encoded(text, encoding) == data else None
    except (UnicodeError, LookupError):
        return None


def codec_and_mark(encoding: str) -> tuple[str, bytes]:
    """The codec of an encoding as `Decoded` names it, and the byte order mark its files begin with."""
    codec = encoding.removesuffix(BOM)
    marks = [mark for mark, name in _BOMS if name == codec] if codec != encoding else []
    return codec, b"".join(marks)


def declared_charset(data: bytes) -> str | None:
    """The codec meant by a charset declared in HTML's `meta` or XML's declaration, None without one."""
    start = data[:_DECLARED_WITHIN]
    found = _DECLARED.search(start) if b"<" in start else None
    return _codec_meant((found[1] or found[2]).decode("ascii")) if found else None


def _codec_meant(label: str | None) -> str | None:
    if not label:
        return None
    try:
        codec = codecs.lookup(label)
    except (LookupError, ValueError):
        return None
    if not getattr(codec, "_is_text_encoding", True) or codec.name.startswith(("utf-16", "utf-32", "utf-7")):
        return None  # a declaration that could be read as ASCII is not in UTF-16
    return _MEANT.get(codec.name, codec.name)


def _strictly(data: bytes, codec: str, *notes: str) -> Decoded | None:
    """The text if every byte fits; double-byte code pages have two spellings for some characters."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    return Decoded(text, codec, notes, exact=codec == "utf-8" or text.encode(codec, "replace") == data)


def _marked(data: bytes, encoding: str) -> Decoded:
    if encoding != "utf-8":
        return _wide(data, encoding, BOM)
    found = _strictly(data, "utf-8")
    if found:
        return Decoded(found.text, "utf-8" + BOM)
    refuse_controls(data)
    return _mended(data, "cp1252", "utf-8" + BOM)


def _wide(data: bytes, encoding: str, mark: str) -> Decoded:
    """UTF-16 or UTF-32; lone surrogates and a cut-off last character become U+FFFD."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        lost = _counted(text.count("\ufffd"), "character is", "characters are")
        note = f"{lost} not {encoding.upper()} and lost (�)."
        return Decoded(text, encoding + mark, (note,), exact=False)
    refuse_controls(text[: 1 << 16].encode("utf-8", "replace"))
    return Decoded(text, encoding + mark)


def _by_halves(data: bytes) -> Decoded | None:
    text, count = joined(data)
    note = f"{_counted(count, 'character was', 'characters were')} written by halves (CESU-8)."
    return Decoded(text, "utf-8", (note,), exact=False) if count else None


def _nearly_utf8(data: bytes, declared: str | None) -> Decoded | None:
    """UTF-8 with some broken bytes: at least as many right sequences as wrong bytes.

    By chance a legacy text has next to none: a capital or sign from 80–BF must follow each lead byte.
    """
    right = sum(1 for _ in _UTF8_SEQUENCE.finditer(data))
    wrong = len(_BROKEN.findall(data.decode("utf-8", "surrogateescape")))
    if right < wrong:
        return None
    return _mended(data, declared if declared and declared != "utf-8" else "cp1252", "utf-8")


_BROKEN = re.compile("[\udc80-\udcff]")


def _mended(data: bytes, page: str, encoding: str) -> Decoded:
    """UTF-8 in which a lone wrong byte is read by the code page, and a cut sequence is U+FFFD."""
    counts = {"read": 0, "lost": 0}

    def replaced(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        broken = error.object[error.start : error.end]
        text = _by_code_page(broken, page) if len(broken) == 1 and error.end < len(error.object) else ""
        counts["read" if text else "lost"] += 1
        return text or "\ufffd", error.end

    text = _decoded_with(data, replaced)
    notes: list[str] = []
    if counts["read"]:
        notes.append(f"{_counted(counts['read'], 'byte is', 'bytes are')} not UTF-8, read as {page}.")
    if counts["lost"]:
        notes.append(f"{_counted(counts['lost'], 'character is', 'characters are')} cut off and lost (�).")
    return Decoded(text, encoding, tuple(notes), exact=False)


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _decoded_with(data: bytes, replaced: Callable[[UnicodeError], tuple[str, int]]) -> str:
    codecs.register_error("curator.mended", replaced)
    return data.decode("utf-8", "curator.mended")


def _by_code_page(byte: bytes, page: str) -> str:
    try:
        return byte.decode(page)
    except UnicodeError:
        return ""


def _legacy(data: bytes, declared: str | None) -> Decoded:
    if declared and declared != "utf-8":
        found = _strictly(data, declared)
        if found:
            return found
    guess = _guessed(data)
    found = _strictly(data, guess, f"The encoding is not stated; {guess} was found by statistics.")
    if found:
        return found
    text = "".join(_by_code_page(data[i : i + 1], "cp1252") or chr(data[i]) for i in range(len(data)))
    if sum(0x80 <= ord(char) < 0xA0 for char in text) > len(text) * 0.05:
        raise UnreadableFile("Not a text in any encoding that is known.", "Save it as UTF-8 and import that.")
    return Decoded(text, "cp1252", ("The encoding is not known; cp1252 was taken.",), exact=False)


def _guessed(data: bytes) -> str:
    from curator.formats.encodings.code_pages import likeliest

    return likeliest(data)
