"""Streams: the parts of a shipped file, each compressed by itself, behind the bytes that tell its kind."""

from __future__ import annotations

import struct
import zlib


def streams_of(data: bytes, magic: bytes) -> list[bytes]:
    """The streams of a shipped file that begins with such bytes; ValueError if it is another."""
    if not data.startswith(magic):
        msg = "not a file of this kind"
        raise ValueError(msg)
    streams: list[bytes] = []
    place = len(magic)
    while place < len(data):
        (length,) = struct.unpack_from(">I", data, place)
        streams.append(zlib.decompress(data[place + 4 : place + 4 + length]))
        place += 4 + length
    return streams
