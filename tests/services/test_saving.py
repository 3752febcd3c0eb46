"""Edited fields go back into the files they came from, whole or not at all."""

from __future__ import annotations

import difflib
import os
import shutil
import time
from pathlib import Path

import pytest

from curator.domain.articles import Article
from curator.domain.errors import Cancelled
from curator.domain.exports import Contents
from curator.domain.facts import Decision
from curator.services import editing, listing, reading, reviewing
from curator.services.exports import exporting
from curator.services.files import comparing, file_saves, saving
from curator.services.files.saving import Outcome
from curator.services.imports import importing
from curator.services.imports.importing import Revisions
from curator.services.library import Library
from tests.formats.office_files import paragraph, word

POST = """---\r
title:   'A plant'  # as planned\r
date: 2031-01-05\r
tags: [chips]\r
lang: en\r
---\r
\r
Orchard Chips will spend $20 million by 2033.\r
"""
PAGE = "<html><head><title>A page of its own</title></head><body><p>With some words.</p></body></html>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "posts"
    place.mkdir()
    (place / "a.md").write_bytes(POST.encode())
    (place / "b.md").write_bytes(POST.replace("plant", "mill").replace("Chips", "Looms").encode())
    (place / "c.txt").write_bytes(b"A plain story\n\nWithout front matter, but told at some length.\n")
    (place / "d.html").write_bytes(PAGE.encode())
    (place / "e.docx").write_bytes(word(paragraph("A mill") + paragraph("It was sold.")))
    return place


@pytest.fixture
def imported(library: Library, folder: Path) -> Library:
    importing.import_paths(library, [folder])
    return library


def number(library: Library, path: str) -> int:
    return next(row.id for row in listing.rows(library, listing.identifiers(library, "")) if row.path == path)


def edit(library: Library, path: str, **fields: object) -> int:
    found = number(library, path)
    for name, value in fields.items():
        editing.set_field(library, [found], name, value)
    return found


def saved(library: Library, **contents: object) -> saving.SaveReport:
    chosen = Contents(**contents)  # type: ignore[arg-type]
    return saving.save(library, saving.unsaved(library, "", chosen), chosen)


def test_only_the_edited_value_changes_in_the_file(imported: Library, folder: Path) -> None:
    edit(imported, "a.md", title="Two plants", importance=4)
    report = saved(imported)
    assert (folder / "a.md").read_bytes() == POST.replace("'A plant'", "'Two plants'").replace(
        "lang: en\r\n", "lang: en\r\nimportance: 4\r\n"
    ).encode()
    assert b"mill" in (folder / "b.md").read_bytes()
    assert [(item.path, item.outcome, item.fields) for item in report.items] == [
        ("a.md", Outcome.WRITTEN, ("title", "importance"))
    ]
    assert not list(folder.glob(".curator*"))


def test_what_was_written_is_the_current_revision_and_nothing_else_changed(
    imported: Library, folder: Path
) -> None:
    found = edit(imported, "a.md", title="Two plants", tags=["chips", "Brno"])
    fact = reading.article(imported, found).facts[0]
    reviewing.decide(imported, [fact.id], Decision.ACCEPTED)
    before = reading.article(imported, found)
    saved(imported)
    after = reading.article(imported, found)
    assert (after.facts, after.repairs, after.text) == (before.facts, before.repairs, before.text)
    assert after.fields == after.imported == before.fields
    assert (after.revision, after.revisions) == (2, 2)
    assert reading.original_bytes(imported, found) == (folder / "a.md").read_bytes()
    assert reading.original_bytes(imported, found, 1) == POST.encode()
    assert saving.unsaved(imported) == []
    assert importing.import_paths(imported, [folder]).counts[importing.Outcome.PRESENT] == 5


def test_undo_goes_past_a_save_and_can_be_saved_too(imported: Library, folder: Path) -> None:
    found = edit(imported, "a.md", title="Two plants")
    saved(imported)
    assert reading.journal(imported, found)[0].kind == "save"
    assert editing.undo(imported) is not None
    assert saving.unsaved(imported) == [found]
    saved(imported)
    assert (folder / "a.md").read_bytes() == POST.encode()
    assert editing.redo(imported) is not None
    assert reading.article(imported, found).fields.title == "Two plants"


def test_a_preview_shows_the_difference_and_writes_nothing(imported: Library, folder: Path) -> None:
    found = edit(imported, "a.md", title="Two plants")
    (item,) = saving.preview(imported, [found]).items
    assert item.outcome is Outcome.WRITTEN
    assert item.diff.splitlines()[:6] == [
        "--- a/a.md",
        "+++ b/a.md",
        "@@ -1,5 +1,5 @@",
        " ---",
        "-title:   'A plant'  # as planned",
        "+title:   'Two plants'  # as planned",
    ]
    assert (folder / "a.md").read_bytes() == POST.encode()
    assert saving.unsaved(imported) == [found]


def test_a_file_that_another_program_changed_is_left_alone(imported: Library, folder: Path) -> None:
    edit(imported, "a.md", title="Two plants")
    (folder / "a.md").write_text("something else")
    (item,) = saved(imported).items
    assert item.outcome is Outcome.REFUSED
    assert "changed by another program" in item.reason
    assert (folder / "a.md").read_text() == "something else"


def test_a_file_that_changes_while_it_is_written_is_left_alone(
    imported: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(imported, "a.md", title="Two plants")
    sync = os.fsync

    def meanwhile(handle: int) -> None:
        (folder / "a.md").write_text("something else")
        sync(handle)

    monkeypatch.setattr(os, "fsync", meanwhile)
    (item,) = saved(imported).items
    assert item.outcome is Outcome.REFUSED
    assert (folder / "a.md").read_text() == "something else"
    assert not list(folder.glob(".curator*"))


def test_a_file_that_is_gone_is_not_made_again(imported: Library, folder: Path) -> None:
    edit(imported, "a.md", title="Two plants")
    shutil.rmtree(folder)
    (item,) = saved(imported).items
    assert (item.outcome, item.reason) == (Outcome.REFUSED, "The file is gone.")
    assert not folder.exists()


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("c.txt", "no front matter"),
        ("d.html", "web page has no front matter"),
        ("e.docx", "document has no front matter"),
    ],
)
def test_what_has_no_front_matter_is_refused(imported: Library, folder: Path, path: str, reason: str) -> None:
    before = (folder / path).read_bytes()
    edit(imported, path, title="Another title")
    (item,) = saved(imported).items
    assert item.outcome is Outcome.REFUSED
    assert reason in item.reason
    assert "Export" in item.hint
    assert (folder / path).read_bytes() == before


def test_front_matter_that_is_not_safe_is_refused_with_its_line(library: Library, folder: Path) -> None:
    text = "---\ntitle: A\nsubject: b\ntitle: B\n---\n\nBody of the story, long enough.\n"
    (folder / "twice.md").write_text(text)
    importing.import_paths(library, [folder / "twice.md"])
    edit(library, "twice.md", title="C")
    (item,) = saved(library).items
    assert "line 4" in item.reason
    assert (folder / "twice.md").read_text() == text


def test_what_the_encoding_has_no_bytes_for_is_written_by_number(library: Library, folder: Path) -> None:
    text = "---\ntitle: Žluťoučký kůň úpěl\nlang: cs\n---\n\nPříliš žluťoučký kůň úpěl ďábelské ódy.\n"
    (folder / "cp.md").write_bytes(text.encode("cp1250"))
    importing.import_paths(library, [folder / "cp.md"])
    for title, written in (("数据 kůň", r'"\u6570\u636E kůň"'), ("Kůň", '"Kůň"')):
        edit(library, "cp.md", title=title)
        (item,) = saved(library).items
        assert not item.reason
        changed = text.replace("Žluťoučký kůň úpěl\n", f"{written}\n")
        assert (folder / "cp.md").read_bytes() == changed.encode("cp1250")
        assert not saved(library).items


def test_a_write_that_was_not_noted_is_found_by_the_next(
    imported: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = edit(imported, "a.md", title="Two plants")
    monkeypatch.setattr(saving._Saving, "_noted", lambda *_: set())
    (item,) = saved(imported).items
    assert (item.outcome, item.reason) == (Outcome.WRITTEN, saving._NOT_NOTED)
    monkeypatch.undo()
    (item,) = saved(imported).items
    assert item.outcome is Outcome.UNCHANGED
    assert reading.original_bytes(imported, found) == (folder / "a.md").read_bytes()
    assert saving.unsaved(imported) == []


def test_a_full_disk_leaves_the_file_as_it_was(
    imported: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(imported, "a.md", title="Two plants")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    (item,) = saved(imported).items
    assert "No space left" in item.reason
    assert (folder / "a.md").read_bytes() == POST.encode()
    assert not list(folder.glob(".curator*"))


def test_a_file_without_rights_is_refused(
    imported: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(imported, "a.md", title="Two plants")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anything
    (item,) = saved(imported).items
    assert item.reason == "The file may not be written."
    assert (folder / "a.md").read_bytes() == POST.encode()


def test_a_link_stays_a_link(library: Library, folder: Path, tmp_path: Path) -> None:
    real = tmp_path / "real.md"
    real.write_bytes(POST.encode())
    (folder / "link.md").symlink_to(real)
    importing.import_paths(library, [folder / "link.md"])
    edit(library, "link.md", title="Two plants")
    saved(library)
    assert (folder / "link.md").is_symlink()
    assert b"Two plants" in real.read_bytes()


def test_stopping_keeps_what_is_written(imported: Library, folder: Path) -> None:
    ids = [edit(imported, path, title="New") for path in ("a.md", "b.md")]

    def stop(done: int, _total: int, _label: str = "") -> None:
        if done == 1:
            raise Cancelled

    report = saving.save(imported, ids, progress=stop)
    assert report.cancelled
    assert [item.path for item in report.items] == ["a.md"]
    assert saving.unsaved(imported) == [ids[1]]


DAMAGED = (
    "---\ntitle: Nová směna\n---\n\nPříští týden začne v přístavu nová směna a řidiči dostanou školení.\n"
)


def test_repaired_text_is_written_when_it_is_asked_for(library: Library, folder: Path) -> None:
    damaged = DAMAGED.encode().decode("cp1254", "ignore").replace("\xad", "")
    (folder / "port.md").write_text(damaged, encoding="utf-8")
    importing.import_paths(library, [folder / "port.md"])
    found = edit(library, "port.md", importance=2)
    saved(library)
    assert (folder / "port.md").read_text("utf-8") == damaged.replace("\n---\n\n", "\nimportance: 2\n---\n\n")
    (item,) = saved(library, repaired=True).items
    assert item.outcome is Outcome.WRITTEN
    right = DAMAGED.replace("\n---\n\n", "\nimportance: 2\n---\n\n")
    assert (folder / "port.md").read_text("utf-8") == right
    assert {item.outcome for item in saved(library, repaired=True).items} == {Outcome.UNCHANGED}
    article = reading.article(library, found)
    assert article.text.endswith(DAMAGED.rsplit("\n\n", 1)[1].strip())
    importing.import_paths(library, [folder / "port.md"], revisions=Revisions.REPLACE)


def test_of_repaired_articles_only_those_chosen_are_written(library: Library, folder: Path) -> None:
    damaged = DAMAGED.encode().decode("cp1254", "ignore").replace("\xad", "")
    (folder / "port.md").write_text(damaged, encoding="utf-8")
    (folder / "quay.md").write_text(damaged + "\nKonec.\n", encoding="utf-8")
    importing.import_paths(library, [folder])
    repaired = [number(library, "port.md"), number(library, "quay.md")]
    contents = Contents(repaired=True)
    assert saving.unsaved(library, "", contents) == sorted(repaired)
    assert saving.unsaved(library, repaired[1:], contents) == repaired[1:]
    assert saving.unsaved(library, f"id:{repaired[0]}", contents) == repaired[:1]


def test_the_difference_of_a_long_file_is_the_same_as_that_of_all_its_lines() -> None:
    from curator.formats.differences import unified

    before = "".join(f"line {n}\n" for n in range(50))
    after = before.replace("line 20\n", "line twenty\n").replace("line 23\n", "")
    whole = difflib.unified_diff(before.splitlines(True), after.splitlines(True), "a/x", "b/x")
    assert unified(before, after, "x") == "".join(whole)
    assert unified("a", "a\n", "x") == "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"
    assert unified("a\n", "a\n", "x") == ""


def test_rights_of_the_file_are_kept(imported: Library, folder: Path) -> None:
    (folder / "a.md").chmod(0o640)
    edit(imported, "a.md", title="Two plants")
    saved(imported)
    assert (folder / "a.md").stat().st_mode & 0o777 == 0o640


def test_what_a_killed_program_left_half_written_is_removed(imported: Library, folder: Path) -> None:
    old, young, other = (folder / name for name in (".curator-a.part", ".curator-b.part", ".curator-c"))
    for each in (old, young, other):
        each.write_text("half")
    for each in (old, other):
        os.utime(each, (1_000_000_000, 1_000_000_000))
    edit(imported, "a.md", title="Two plants")
    saved(imported)
    assert [each.exists() for each in (old, young, other)] == [False, True, True]
    os.utime(young, (time.time() - 900, time.time() - 900))
    (id_,) = listing.identifiers(imported, 'title:"Two plants"')
    saving.overwrite(imported, id_, (folder / "a.md").read_bytes())
    assert not young.exists()


def test_articles_that_came_from_no_file_are_only_tried_when_they_are_named(
    imported: Library, tmp_path: Path
) -> None:
    exporting.export(imported, "title:plant", "csv", tmp_path / "all.csv")
    with Library.open(tmp_path / "other.curator") as other:
        importing.import_paths(other, [tmp_path / "all.csv"])
        (found,) = listing.identifiers(other, "")
        editing.set_field(other, [found], "title", "Another")
        for contents in (Contents(), Contents(repaired=True), Contents(facts_key="facts")):
            assert saving.unsaved(other, "", contents) == []
        assert saving.unsaved(other, "title:another") == [found]
        (item,) = saving.save(other, [found]).items
        assert (item.outcome, item.reason) == (Outcome.REFUSED, "The article came from no file.")
        assert comparing.changed(other) == ()


def test_a_fault_with_one_file_is_told_and_the_rest_is_written(
    imported: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (edit(imported, path, title="New") for path in ("a.md", "b.md"))
    patch = file_saves.patched_file

    def faulty(article: Article, data: bytes, contents: Contents) -> bytes:
        if article.id == first:
            raise IndexError
        return patch(article, data, contents)

    monkeypatch.setattr(file_saves, "patched_file", faulty)
    report = saving.save(imported, [first, second])
    assert [item.outcome for item in report.items] == [Outcome.REFUSED, Outcome.WRITTEN]
    assert "fault in Curator" in report.items[0].hint
    monkeypatch.setattr(saving, "_unpacked", lambda _packed: None)
    (item,) = saving.save(imported, [first]).items
    assert item.reason == "Its original bytes cannot be read."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_a_pipe_in_place_of_a_file_is_not_read_for_ever(imported: Library, folder: Path) -> None:
    editing.set_field(imported, [number(imported, "a.md")], "note", "seen")
    (folder / "a.md").unlink()
    os.mkfifo(folder / "a.md")
    (item,) = saving.save(imported, saving.unsaved(imported)).items
    assert (item.outcome, item.reason) == (Outcome.REFUSED, "Where the file was is no file.")
    assert [each.standing for each in comparing.changed(imported)] == [comparing.Standing.CHANGED]
