"""A paragraph tells its language where nobody has told it, small languages beside great neighbours too."""

from collections import Counter
from pathlib import Path

import pytest

from curator.extraction.lines import read

_PARAGRAPHS = Path(__file__).with_name("paragraphs.txt")


def paragraphs() -> list[tuple[str, ...]]:
    lines = _PARAGRAPHS.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split(": ", 1)) for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("language", "text"), paragraphs())
def test_a_paragraph_tells_its_language(language: str, text: str):
    ((guessed, _),) = Counter(each.language for each in read(text, None).lexicons).most_common(1)
    assert guessed == language
