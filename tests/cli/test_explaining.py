"""`--explain` says what the engines saw."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator import cli

RIGHT = """Příští týden začne v přístavu nová směna a řidiči dostanou další školení.
Město zároveň opraví příjezdovou cestu, kterou poškodily zářijové povodně.
Náklady ponesou společně obec, kraj a několik místních firem.
"""


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    file = tmp_path / "damaged.txt"
    text = RIGHT.encode().decode("cp1254", "ignore").replace("\xad", "")
    file.write_text(text, encoding="utf-8")
    return file


def test_clean_names_the_damage_the_language_and_each_repair(
    damaged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["clean", "--explain", str(damaged)]) == 0
    said = capsys.readouterr().out
    assert "UTF-8 read as windows-125" in said.splitlines()[0]
    assert said.splitlines()[1].split() == ["language", "cs"]
    row = next(line for line in said.splitlines() if line.rstrip().count("další"))
    assert row.startswith("1 ")


def test_clean_says_that_nothing_was_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "right.txt"
    file.write_text(RIGHT, encoding="utf-8")
    assert cli.main(["clean", "--explain", str(file)]) == 0
    assert "none found" in capsys.readouterr().out


def test_facts_names_the_rule_that_found_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "facts.txt"
    file.write_text("The port paid 40 million euros on 3 March 2026.", encoding="utf-8")
    assert cli.main(["facts", "--explain", str(file)]) == 0
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split()[-1] == "rule"
    assert any(row.split()[-1].startswith("money") for row in rows)
