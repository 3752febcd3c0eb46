"""What words of the command line must be: a count, an ID, a day, a size."""

from __future__ import annotations

import argparse
from datetime import date

LARGEST = (1 << 63) - 1
"""The largest number that a library can hold."""

_DIGITS = 18


def count(text: str) -> int:
    """A whole number that is not negative; one too large for a library counts as the largest there is."""
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number from 0 on")
    return int(text) if len(text) <= _DIGITS else LARGEST


def number(text: str) -> int:
    """An article's ID, which may be written as in a query: "5" and "id:5" are the same."""
    field, colon, digits = text.partition(":")
    return count(digits if colon and field.strip().casefold() == "id" else text)


def day(text: str) -> date:
    """A day in ISO 8601."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date like 2026-01-27") from None


def size(text: str) -> tuple[int, int]:
    """Width and height in points, of 100 to 20,000 each."""
    width, _, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit()) or not (
        100 <= int(width) <= 20000 and 100 <= int(height) <= 20000
    ):
        raise argparse.ArgumentTypeError(f"“{text}” is not a size like 1440x900")
    return int(width), int(height)
