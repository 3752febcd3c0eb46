"""A note keeps its lines wherever it goes: undo, files, exports, and back."""

from pathlib import Path

import pytest

from curator.services import editing, foretelling, reading
from curator.services.editing import Edit, Verb
from curator.services.exports import exporting
from curator.services.files import saving
from curator.services.imports import importing
from curator.services.library import Library

NOTE = "Ask the mill:\n  – when? 何时\n\n---\n#1 'why' \"how\" \\n"
HEADS = {
    "a.md": "---\ntitle: A\nnote: |\n  one\n  two\n---\n",
    "b.md": "---\r\ntitle: B\r\n---\r\n",
    "c.md": '+++\ntitle = "C"\n\n[more]\nx = 1\n+++\n',
    "d.md": '{"title": "D"}\n',
}


@pytest.fixture
def noted(library: Library, tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    folder.mkdir()
    for name, head in HEADS.items():
        words = f"{head}\nOrchard Chips opens plant {name[0]}.\n"
        (folder / name).write_bytes(words.encode())
    importing.import_paths(library, [folder])
    return folder


def notes(library: Library) -> list[str]:
    return [reading.article(library, number).fields.note for number in (1, 2, 3, 4)]


def test_a_note_of_several_lines_is_undone_and_made_again(library: Library, noted: Path) -> None:
    assert notes(library) == ["one\ntwo", "", "", ""]
    edit = Edit("note", Verb.SET, NOTE)
    assert [row.after for row in foretelling.foretell(library, [1, 2], edit).rows] == [NOTE, NOTE]
    editing.edit(library, [1, 2, 3, 4], [edit])
    assert notes(library) == [NOTE] * 4
    editing.undo(library)
    assert notes(library) == ["one\ntwo", "", "", ""]
    editing.redo(library)
    assert notes(library) == [NOTE] * 4


def test_a_note_is_written_into_its_file_and_read_from_it_again(
    library: Library, noted: Path, tmp_path: Path
) -> None:
    editing.set_field(library, [1, 2, 3, 4], "note", NOTE)
    saved = saving.save(library, [1, 2, 3, 4])
    assert [each.reason for each in saved.items if each.reason] == []
    for name in HEADS:
        text = (noted / name).read_bytes().decode()
        assert text.endswith(f"\nOrchard Chips opens plant {name[0]}.\n")
    with Library.open(tmp_path / "again.curator") as again:
        importing.import_paths(again, [noted])
        assert notes(again) == [NOTE] * 4


@pytest.mark.parametrize("kind", ["markdown", "csv", "xlsx", "jsonl", "ninjs", "annotations"])
def test_a_note_comes_back_from_an_export(library: Library, noted: Path, tmp_path: Path, kind: str) -> None:
    editing.set_field(library, [1, 2, 3, 4], "note", NOTE)
    out = tmp_path / f"out.{kind}"
    exporting.export(library, "", kind, out)
    with Library.open(tmp_path / "again.curator") as again:
        importing.import_paths(again, [out])
        assert notes(again) == [NOTE] * 4


def test_a_dossier_sets_a_note_line_by_line(library: Library, noted: Path, tmp_path: Path) -> None:
    editing.set_field(library, [1], "note", "one\n<b>two")
    out = tmp_path / "dossier.html"
    exporting.export(library, "id:1", "html", out)
    page = out.read_text("utf-8")
    assert "one\n&lt;b&gt;two</p>" in page
    assert "white-space: pre-wrap" in page
