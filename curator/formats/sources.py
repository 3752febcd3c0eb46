"""Sources: a file's bytes and name, decoded when somebody asks."""

from __future__ import annotations

from functools import cached_property

from curator.domain.errors import UnreadableFile
from curator.domain.storable import storable_text
from curator.formats.encodings.decoding import Decoded, decode
from curator.formats.encodings.line_ends import with_lf

MOST_BYTES = 64 << 20
"""The largest file, or text of another origin, that is read: no article is longer."""


def too_large(name: str = "The file") -> UnreadableFile:
    """What to raise of more bytes than any article has."""
    return UnreadableFile(f"{name} is larger than {MOST_BYTES >> 20} MB.", "No article is: split it first.")


class Source:
    """One file that is to be read: `data` are its bytes, `path` its name as imported."""

    def __init__(self, data: bytes, path: str) -> None:
        self.data = data
        self.path = path

    @cached_property
    def decoded(self) -> Decoded:
        """Text and encoding. Raises UnreadableFile for bytes that are no text."""
        return decode(self.data, name=self.path)

    @cached_property
    def text(self) -> str:
        """The text with LF line ends, and characters every program can store: no lone surrogates."""
        text = with_lf(self.decoded.text)
        return storable_text(text)

    @property
    def encoding(self) -> str:
        """The name of the encoding, as in `Decoded`."""
        return self.decoded.encoding

    @property
    def notes(self) -> tuple[str, ...]:
        """What decoding has to say."""
        return self.decoded.notes

    @property
    def suffix(self) -> str:
        """The end of the name in small letters, with its dot, or ""."""
        name = self.path.replace("\\", "/").rpartition("/")[2]
        stem, dot, end = name.rpartition(".")
        return f".{end.lower()}" if dot and stem else ""
