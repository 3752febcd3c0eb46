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
    return _path(options, settings.load())


def _path(options: argparse.Namespace, chosen: settings.Settings) -> Path:
    named = options.library or os.environ.get("CURATOR_LIBRARY") or chosen.library
    return paths.named(named) if named else paths.default_library()


def opened(options: argparse.Namespace, *, create: bool = False) -> Library:
    """The library opened; a new one only if `create`, which is told where it was named, mistyped maybe."""
    from curator.services.library import Library  # SQLAlchemy: the desk's first paint doesn't wait for it

    chosen = settings.load()
    path = _path(options, chosen)
    is_new = create and options.library and not path.exists()
    library = Library.open(path, create=create, who=chosen.who or None)
    if is_new:
        printing.tell(f"A new library was made: {path}")
    return library
