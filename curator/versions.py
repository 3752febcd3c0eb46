"""Versions: of Curator and of what it stands on."""

from __future__ import annotations

import re
from functools import cache
from importlib import metadata

from curator import paths


@cache
def version() -> str:
    """Curator's version: as installed, else as the checkout's pyproject.toml says."""
    try:
        return metadata.version("curator")
    except metadata.PackageNotFoundError:
        pass
    try:
        text = (paths.PACKAGE.parent / "pyproject.toml").read_text("utf-8")
    except OSError:
        return "unknown"
    found = re.search(r'^version = "([^"]+)"', text, re.MULTILINE)
    return found[1] if found else "unknown"
