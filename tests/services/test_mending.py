"""A damaged file is exported repaired, with its own lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.domain.facts import Decision
from curator.services import editing, listing, reading, repairing
from curator.services.exports import exporting
from curator.services.exports.exporting import Contents
from curator.services.imports.importing import import_paths
from curator.services.library import Library

RIGHT = """---
title: Přístav přijme další řidiče
# the desk's own order
source: {name: Večerní listy}
layout: post
---

Příští týden začne v přístavu nová směna a řidiči dostanou další školení. Město zároveň
opraví příjezdovou cestu, kterou poškodily zářijové povodně.

Náklady ponesou společně obec, kraj a několik místních firem.
"""


def damaged(text: str) -> str:
    return text.encode().decode("cp1254", "ignore").replace("\xad", "")


@pytest.fixture
def library(tmp_path: Path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "port.md").write_text(damaged(RIGHT), encoding="utf-8")
    with Library.open(tmp_path / "library.curator") as opened:
        import_paths(opened, [folder])
        yield opened


def exported(library: Library, out: Path, **contents: bool) -> str:
    exporting.export(library, "", "markdown", out, contents=Contents(**contents))
    return (out / "port.md").read_text(encoding="utf-8")


def number(library: Library) -> int:
    return listing.identifiers(library, "")[0]


def test_a_repaired_export_is_the_file_as_it_was_before_the_damage(library: Library, tmp_path: Path) -> None:
    assert exported(library, tmp_path / "out", repaired=True) == RIGHT


def test_without_it_every_byte_stays_as_it_was(library: Library, tmp_path: Path) -> None:
    assert exported(library, tmp_path / "out") == damaged(RIGHT)


def test_an_edited_field_is_written_into_the_repaired_file(library: Library, tmp_path: Path) -> None:
    editing.set_field(library, [number(library)], "source", "Ranní listy")
    wanted = RIGHT.replace("Večerní listy", "Ranní listy")
    assert exported(library, tmp_path / "out", repaired=True) == wanted


def test_a_word_that_an_editor_kept_stays_as_it_was_in_the_file(library: Library, tmp_path: Path) -> None:
    article = reading.article(library, number(library))
    kept = next(each for each in article.repairs if each.repair.after == "poškodily")
    repairing.decide(library, [kept.id], Decision.REJECTED)
    wanted = RIGHT.replace("poškodily", damaged("poškodily"))
    assert exported(library, tmp_path / "out", repaired=True) == wanted


def test_a_file_of_which_only_a_field_was_damaged_is_repaired(library: Library, tmp_path: Path) -> None:
    right = (
        "---\ntitle: Grain prices\nlang: cs\nsource: Týden řemesla\n---\n\nMill and port agree on a price.\n"
    )
    (tmp_path / "grain.md").write_text(damaged(right), encoding="utf-8")
    import_paths(library, [tmp_path / "grain.md"])
    exported(library, tmp_path / "out", repaired=True)
    assert damaged(right) != right
    assert (tmp_path / "out" / "grain.md").read_text(encoding="utf-8") == right
