"""Originals from JSON: a file's bytes as text or as base64, held to their checksum."""

from __future__ import annotations

import base64
import binascii
import hashlib

from curator.domain.errors import UnreadableFile
from curator.formats.json_files.json_values import Object


def original_of(data: Object) -> tuple[bytes, str]:
    """The bytes under "original" and their SHA-256, which is the one that stands under "sha256"."""
    original = data.object("original")
    if "text" in original:
        found = original.text("text").encode("utf-8")
    else:
        try:
            found = base64.b64decode(original.text("base64"), validate=True)
        except (binascii.Error, ValueError) as error:
            raise UnreadableFile("The original is not base64.") from error
    sha256 = hashlib.sha256(found).hexdigest()
    if sha256 != data.text("sha256"):
        raise UnreadableFile("The original is not what its checksum says.")
    return found, sha256
