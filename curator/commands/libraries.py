"""The library a command works on."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from curator import paths, settings
from curator.commands import printing

if TYPE_CHECKING:
    from curator.services.library import Library


def path_of(options: argparse.Namespace) -> Path:
    """The library named by the command, the environment or the settings, else the user's own."""
    named = options.library or os.environ.get("CURATOR_LIBRARY") or settings.load().library
    return paths.named(named) if named else paths.default_library()


def who() -> str | None:
    """The name for the journal by the environment or the settings; None for the account's."""
    return os.environ.get("CURATOR_USER") or settings.load().who or None


def opened(options: argparse.Namespace, *, create: bool = False) -> Library:
    """The library opened; a new one only if `create`, which is told where it was named, mistyped maybe."""
    from curator.services.library import Library  # SQLAlchemy: the desk's first paint doesn't wait for it

    path = path_of(options)
    is_new = create and options.library and not path.exists()
    library = Library.open(path, create=create, who=who())
    if is_new:
        printing.tell(f"A new library was made: {path}")
    return library
