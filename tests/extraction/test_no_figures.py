"""Numbers that are names, laws, scores, addresses or times of day are no figures."""

from pathlib import Path

import pytest

from curator.domain.facts import FactKind
from curator.extraction import extract
from tests.extraction.marked import expected, stated

_LINES = (Path(__file__).with_name("no_figures.txt")).read_text(encoding="utf-8").splitlines()


def by_language() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    language = ""
    for line in _LINES:
        if line.startswith("["):
            language = line[1:-1]
        elif "=>" in line and not line.startswith("#"):
            found.setdefault(language, []).append(line)
    return found


@pytest.mark.parametrize("language", by_language())
def test_numbers_of_other_things_are_no_figures(language: str):
    wrong: list[str] = []
    for line in by_language()[language]:
        text, _, facts = line.partition("=>")
        found = [
            stated(fact)
            for fact in extract(text.strip(), language, "2026-02-18")
            if fact.kind is not FactKind.COMPANY
        ]
        if sorted(found) != sorted((each.kind, each.value, each.unit) for each in expected(facts)):
            wrong.append(f"{text}: {found}")
    assert wrong == []
