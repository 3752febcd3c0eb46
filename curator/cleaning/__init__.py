"""Cleaning: mojibake undone, also where bytes were lost, and other dirt removed, all on record."""

from curator.cleaning.texts import clean, clean_parts

VERSION = 1
"""Raised whenever the same text may come out otherwise."""

__all__ = ["VERSION", "clean", "clean_parts"]
