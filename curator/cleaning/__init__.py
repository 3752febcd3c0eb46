"""Cleaning: mojibake undone, also where bytes were lost, and other dirt removed, all on record.

The stages are imported when first asked for: a window that opens cleans nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from curator.domain.repairs import Cleaned

VERSION = 14
"""Raised whenever the same text may come out otherwise."""

__all__ = ["VERSION", "clean", "clean_parts"]


def clean(text: str, language: str | None = None) -> Cleaned:
    """The text free of mojibake and other dirt, with every change as a repair.

    `language` is a BCP 47 code where one is known (metadata). The whole file may be given, front matter
    included. Repairs hold code points; applying them to the text gives the cleaned one, undoing them the
    text back, always. Never raises, for any text; what could not be done is in the notes.
    """
    return clean_parts([text], language)[0]


def clean_parts(parts: Sequence[str], language: str | None = None) -> list[Cleaned]:
    """Several texts of one document cleaned, channel and language decided once over all of them."""
    from curator.cleaning.texts import cleaned_parts

    return cleaned_parts(parts, language)
