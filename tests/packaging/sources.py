"""The lines of source files that match a pattern, for the tests that keep something out of them."""

import re
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[2]


def matching(pattern: re.Pattern[str], files: Iterable[Path]) -> list[str]:
    """Each as the file's path and the number of the line; AssertionError if there is no file at all."""
    files = list(files)
    assert files
    return [
        f"{file.relative_to(ROOT)}:{number}"
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
