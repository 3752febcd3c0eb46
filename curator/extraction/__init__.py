"""Reading figures, dates and companies out of news text in many languages."""

from curator.extraction.extractor import extract

VERSION = 1
"""Raised whenever the same text may give other facts."""

__all__ = ["VERSION", "extract"]
