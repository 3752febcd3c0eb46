"""File names as texts: one that is no UTF-8 is kept as a file URI, which has every byte of it (RFC 8089)."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote_to_bytes

from curator.domain.storable import storable_text

_URI = "file://"
_DRIVE = re.compile("/[A-Za-z]:")


def stored(path: str) -> str:
    """An absolute path as a text that a database can hold, and from which `on_disk` finds the file."""
    return path if storable_text(path) == path else Path(path).as_uri()


def on_disk(stored_path: str) -> str:
    """The path that the system knows the file by."""
    if not stored_path.startswith(_URI):
        return stored_path
    path = os.fsdecode(unquote_to_bytes(stored_path.removeprefix(_URI)))
    return path[1:] if _DRIVE.match(path) else path
