"""Signs of Markdown within figures: what they say is read, and the evidence stays as it is written."""

from __future__ import annotations

import pytest

from curator.extraction import extract
from curator.extraction.masks import masked


@pytest.mark.parametrize(
    ("text", "language", "quotes"),
    [
        (
            r"Sales fell \<5 % to \$5 million and US\$7 million.",
            "en",
            ["5 %", "$5 million", r"US\$7 million"],
        ),
        (
            r"Cerca de \~40 % da obra custou R\$ 5 milhões, \-3 % no ano.",
            "pt",
            ["40 %", r"R\$ 5 milhões", "-3 %"],
        ),
        (
            r"2026\. november 3-án 5 millió forintot fizetett.",
            "hu",
            [r"2026\. november 3", "5 millió forintot"],
        ),
        ("Выручка выросла на 3\\% до \\$5 млн за год.", "ru", [r"3\%", "$5 млн"]),
    ],
)
def test_figures_are_read_whose_signs_markdown_escapes(text: str, language: str, quotes: list[str]) -> None:
    facts = extract(text, language)
    assert [fact.quote for fact in facts] == quotes
    assert all(text[fact.start : fact.end] == fact.quote for fact in facts)


@pytest.mark.parametrize("text", [r"\$5\%", r"a\.b \- c", r"C:\temp\new", "\\", r"\\$5", r"\~\~3\~\~"])
def test_what_is_masked_keeps_its_length(text: str) -> None:
    assert len(masked(text)) == len(text)
