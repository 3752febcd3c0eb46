"""Formats: files in, documents out, and articles back into files.

Pure functions: bytes and values in, values and text out; no database, no Qt, nothing fetched.
"""

from __future__ import annotations

from curator.formats.readers import READERS, Claim, Reader, read, register, suffixes
from curator.formats.sources import Source

__all__ = ["READERS", "Claim", "Reader", "Source", "read", "register", "suffixes"]
