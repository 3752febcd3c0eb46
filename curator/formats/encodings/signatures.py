"""Signatures: telling files that are no text from their first bytes."""

from __future__ import annotations

import re

from curator.domain.errors import UnreadableFile

_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF-", "a PDF"),
    (0, b"%!PS", "a PostScript file"),
    (0, b"{\\rtf", "a rich text (RTF) document"),
    (30, b"[Content_Types].xml", "an office document"),
    (30, b"_rels/.rels", "an office document"),
    (30, b"mimetypeapplication/vnd.oasis.opendocument", "an office document"),
    (30, b"mimetypeapplication/epub+zip", "an e-book (EPUB)"),
    (0, b"PK\x03\x04", "a ZIP archive"),
    (0, b"PK\x05\x06", "an empty ZIP archive"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (0, b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (0, b"\xff\xd8\xff", "a JPEG picture"),
    (0, b"GIF87a", "a GIF picture"),
    (0, b"GIF89a", "a GIF picture"),
    (0, b"II*\x00", "a TIFF picture"),
    (0, b"MM\x00*", "a TIFF picture"),
    (0, b"\x00\x00\x01\x00", "an icon"),
    (8, b"WEBP", "a WebP picture"),
    (8, b"WAVE", "a sound file"),
    (8, b"AVI ", "a film"),
    (4, b"ftyp", "a film or picture (MPEG-4)"),
    (0, b"\x1aE\xdf\xa3", "a film (Matroska)"),
    (0, b"ID3\x02", "a sound file (MP3)"),
    (0, b"ID3\x03", "a sound file (MP3)"),
    (0, b"ID3\x04", "a sound file (MP3)"),
    (0, b"OggS\x00", "a sound file (Ogg)"),
    (0, b"fLaC\x00", "a sound file (FLAC)"),
    (0, b"\x1f\x8b\x08", "a gzip archive"),
    (0, b"BZh9", "a bzip2 archive"),
    (0, b"\xfd7zXZ\x00", "an xz archive"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"SQLite format 3\x00", "an SQLite database"),
    (0, b"\x7fELF", "a program"),
    (0, b"\xca\xfe\xba\xbe", "a program"),
    (0, b"wOFF", "a font"),
    (0, b"wOF2", "a font"),
    (0, b"OTTO\x00", "a font"),
    (0, b"\x00\x01\x00\x00\x00", "a font"),
    (0, b"PAR1", "a Parquet table"),
    (0, b"bplist00", "a property list or web archive of Apple's"),
)

_HINTS = {
    "a PDF": "Save its text as a text or Markdown file and import that.",
    "a rich text (RTF) document": "Save it as a Word or OpenDocument text (.docx, .odt) and import that.",
    "a ZIP archive": "Unpack it, or save the document as text, and import that.",
    "a gzip archive": "Unpack it and import what is in it.",
    "a tar archive": "Unpack it and import what is in it.",
    "an office document": "Save it as a text (.docx, .odt or .txt) and import that.",
    "an old office document": "Save it as a Word or OpenDocument text (.docx, .odt) and import that.",
    "an e-book (EPUB)": "Save its text as plain text (UTF-8) and import that.",
    "a Parquet table": "Save it as CSV or as an Excel workbook and import that.",
    "a property list or web archive of Apple's": "Save the page as HTML and import that.",
    "a web archive (MHTML)": "Save the page as HTML and import that.",
}
_HINT = "Curator reads Markdown, plain text, HTML, and texts of word processors (.docx, .odt)."

_MHTML = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:\s*multipart/related", re.IGNORECASE
)

_SPACES = 0.08
"""The least share of EBCDIC's spaces in a text that is in it."""

_WIDE_SPACE = b"\x81\x40"
"""The space of Shift JIS, whose kana have the bytes of EBCDIC's letters: there, it is an "a" and a space."""
_WIDE = 7 / 8
"""The share of such spaces in all that no language reaches by words that end in "a"."""

_SAMPLE = 1 << 16
_TEXT_CONTROLS = frozenset(b"\t\n\x0b\x0c\r\x1b")
_CONTROLS = bytes(byte for byte in range(32) if byte not in _TEXT_CONTROLS)
MOST_CONTROLS = 0.06
"""The share of control bytes from which on a file in no wide encoding is no text; chance has 0.09."""


def binary_kind(data: bytes) -> str:
    """What kind of non-text file the bytes begin ("a PDF"), or "" if none is known."""
    start = data[:1024].removeprefix(b"\xef\xbb\xbf")
    for offset, signature, kind in _SIGNATURES:
        if start.startswith(signature, offset):
            return kind
    if start.lstrip().startswith(b"%PDF-"):
        return "a PDF"
    if start.startswith(b"MZ") and b"\x00\x00\x00" in start:
        return "a program"
    return "a web archive (MHTML)" if _MHTML.match(start) else ""


def control_share(data: bytes) -> float:
    """The share of control bytes that no text holds, over the first 64 kB."""
    sample = data[:_SAMPLE]
    return 1 - len(sample.translate(None, _CONTROLS)) / len(sample) if sample else 0.0


def refuse_binary(data: bytes, name: str = "") -> None:
    """Raise UnreadableFile for bytes with the signature of a file that is no text."""
    kind = binary_kind(data)
    if kind:
        suffix = "." + name.rpartition(".")[2] if "." in name else ""
        told = f"{kind[0].upper()}{kind[1:]}" + (f" with a {suffix} name" if suffix in _TEXT_NAMES else "")
        raise UnreadableFile(f"{told}, not text.", _HINTS.get(kind, _HINT))


def refuse_controls(data: bytes) -> None:
    """Raise UnreadableFile for bytes with more control characters than any text has."""
    share = control_share(data)
    if share > MOST_CONTROLS:
        raise UnreadableFile(f"Not a text file: {share:.0%} of it are control characters.", _HINT)


def refuse_ebcdic(data: bytes) -> None:
    """Raise UnreadableFile for EBCDIC, which has a page for each country, hard to tell apart."""
    sample = data[:_SAMPLE]
    spaces = sample.count(b"\x40")
    if spaces < _SPACES * len(sample) or b" " in sample or b"\n" in sample:
        return
    if sample.count(_WIDE_SPACE) > _WIDE * spaces:
        return
    letters = len(sample) - len(sample.translate(None, _EBCDIC_LETTERS))
    if letters > len(sample) / 2:
        raise UnreadableFile(
            "The text is in EBCDIC, as mainframes have it.", "Convert it to UTF-8 and import that."
        )


def refuse_utf7(data: bytes) -> None:
    """Raise UnreadableFile for UTF-7 (RFC 2152), told by its mark or by three letters that it has written.

    "+100", too, is a sign of Korean in it; but in a text that is, all letters but those of English are.
    """
    sample = data[:_SAMPLE]
    runs = _UTF7_RUN.findall(sample) if sample.isascii() else []
    if sample.startswith(_UTF7_MARKS) or (len(runs) >= _UTF7_RUNS and all(map(_is_utf7, runs))):
        raise UnreadableFile(
            "The text is in UTF-7, as old mail has it.", "Convert it to UTF-8 and import that."
        )


def _is_utf7(run: bytes) -> bool:
    try:
        meant = run.decode("utf-7")
    except UnicodeDecodeError:
        return False
    return run != run.lower() and not meant.isascii() and all(char.isprintable() for char in meant)


_UTF7_MARKS = (b"+/v8", b"+/v9", b"+/v+", b"+/v/")
_UTF7_RUN = re.compile(rb"\+[A-Za-z0-9+/]{3,}-?")
_UTF7_RUNS = 3

_EBCDIC_LETTERS = bytes(
    first + place
    for first, count in ((0x81, 9), (0x91, 9), (0xA2, 8), (0xC1, 9), (0xD1, 9), (0xE2, 8), (0xF0, 10))
    for place in range(count)
)
"""Letters and digits, which stand where they do in every page of EBCDIC."""

_TEXT_NAMES = frozenset({".txt", ".text", ".md", ".markdown", ".mdown", ".html", ".htm", ".xhtml"})
