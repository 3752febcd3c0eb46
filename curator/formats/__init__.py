"""Formats: files in, documents out, and articles back into files.

Pure functions: bytes and values in, values and text out; no database, no Qt, nothing fetched. The
readers load when one of their names is asked for, so that showing a page does not wait for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from curator.formats.readers import Claim, Reader, Source, read, suffixes

__all__ = ["Claim", "Reader", "Source", "read", "suffixes"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the readers hold under that name
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from curator.formats import readers

    return getattr(readers, name)
