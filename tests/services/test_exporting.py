import csv
import io
import json
import os
import sys
from pathlib import Path

import pytest

from curator.domain.errors import Cancelled, CuratorError
from curator.domain.facts import Decision
from curator.services import editing, reading, reviewing
from curator.services.exports import exporting
from curator.services.exports.exporting import Contents
from curator.services.exports.placing import LONGEST, Places
from curator.services.imports import importing
from tests.formats.office_files import paragraph, word

POST = b"""---\r
title:   'A plant'  # as planned\r
date: 2031-01-05\r
tags: [chips]\r
---\r
\r
Orchard Chips will spend $20 million.\r
"""


@pytest.fixture
def imported(library, tmp_path):
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "a.md").write_bytes(POST)
    (folder / "b.txt").write_bytes(b"A plain story\n\nWithout front matter, but told at some length.")
    importing.import_paths(library, [folder])
    return library


def test_what_nobody_edited_goes_out_byte_for_byte(imported, tmp_path):
    report = exporting.export(imported, "", "markdown", tmp_path / "out")
    assert (tmp_path / "out/sub/a.md").read_bytes() == POST
    assert (tmp_path / "out/b.txt").read_bytes() == (tmp_path / "in/b.txt").read_bytes()
    assert len(report.written) == len(report.files) == 2
    assert not list((tmp_path / "out").rglob(".curator*"))


def test_documents_of_word_processors_go_out_as_markdown(library, tmp_path):
    (tmp_path / "dub.docx").write_bytes(word(paragraph("Dub prodán") + paragraph("Cena je 3 miliony korun.")))
    importing.import_paths(library, [tmp_path])
    exporting.export(library, "", "markdown", tmp_path / "out")
    (written,) = [each for each in (tmp_path / "out").iterdir() if each.suffix != ".json"]
    assert written.name == "dub.md"
    assert written.read_text("utf-8").startswith("---\ntitle: Dub prodán\n")
    assert written.read_text("utf-8").endswith("\n---\n\nCena je 3 miliony korun.\n")


def test_an_edit_changes_only_its_value(imported, tmp_path):
    (number,) = [each for each in (1, 2) if reading.article(imported, each).path == "sub/a.md"]
    editing.set_field(imported, [number], "title", "Two plants")
    exporting.export(imported, [number], "markdown", tmp_path / "out")
    written = (tmp_path / "out/sub/a.md").read_bytes()
    assert b"Two plants" in written
    assert written.split(b"\n")[2:] == POST.split(b"\n")[2:]
    editing.undo(imported)
    exporting.export(imported, [number], "markdown", tmp_path / "out")
    assert (tmp_path / "out/sub/a.md").read_bytes() == POST


def test_json_lines_say_everything_of_an_article_a_line(library, filled, tmp_path):
    editing.set_field(library, [1], "note", "seen")
    exporting.export(library, "id:<=2", "jsonl", tmp_path / "a.jsonl")
    one, two = (json.loads(line) for line in (tmp_path / "a.jsonl").read_text("utf-8").splitlines())
    assert (one["id"], two["id"]) == (2, 1)
    assert two["journal"][0]["label"] == "Set note"
    assert len(two["facts"]) == 3
    assert two["text"] == reading.article(library, 1).text


def test_only_accepted_facts_if_so_wished(library, filled, tmp_path):
    money = reading.article(library, 1).facts[1]
    reviewing.decide(library, [money.id], Decision.ACCEPTED)
    exporting.export(library, [1], "jsonl", tmp_path / "a.jsonl", contents=Contents(accepted_only=True))
    (fact,) = json.loads((tmp_path / "a.jsonl").read_text("utf-8"))["facts"]
    assert fact["quote"] == "20 million euros"


def test_csv_has_a_row_an_article(library, filled, tmp_path):
    exporting.export(library, filled, "csv", tmp_path / "a.csv")
    text = (tmp_path / "a.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["id"] for row in rows] == ["1", "2", "3", "4", "5"]
    assert rows[3]["title"] == "数据中心的故事"


def test_a_preview_is_what_would_be_written(imported, tmp_path):
    exporting.export(imported, [1], "jsonl", tmp_path / "a.jsonl")
    assert exporting.preview(imported, 1, "jsonl") == (tmp_path / "a.jsonl").read_text("utf-8")
    path = reading.article(imported, 1).path
    assert exporting.preview(imported, 1, "markdown").encode() == (tmp_path / "in" / path).read_bytes()
    with pytest.raises(CuratorError):
        exporting.preview(imported, 99, "csv")


def test_cancelling_leaves_no_part_of_a_file(library, filled, tmp_path):
    target = tmp_path / "a.jsonl"
    target.write_text("old")

    def stop(done, total, label=""):
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        exporting.export(library, "", "jsonl", target, progress=stop)
    assert target.read_text() == "old"
    assert not list(tmp_path.glob(".curator*"))


def test_a_place_that_cannot_be_written_is_told(library, filled, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(CuratorError, match="cannot be written"):
        exporting.export(library, "", "csv", tmp_path / "file" / "a.csv")


def test_an_export_to_where_a_file_is_a_folder_fails_for_that_article_only(imported, tmp_path):
    (tmp_path / "out/b.txt").mkdir(parents=True)
    report = exporting.export(imported, "", "markdown", tmp_path / "out")
    assert [failure.path for failure in report.failed] == ["b.txt"]
    assert len(report.written) == 1


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("a/b.md", "a/b.md"),
        ("../../etc/passwd", "__/__/etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("a/./b//c.md", "a/b/c.md"),
        ("CON.md", "_CON.md"),
        ("com1/aux", "_com1/_aux"),
        ("a\\..\\b.md", "a_.._b.md"),
        ("name .", "name_"),
        ("", "article.md"),
        ("line\nbreak.md", "line_break.md"),
    ],
)
def test_no_path_leads_out_of_the_folder(tmp_path, path, place):
    found = Places(tmp_path).of(path)
    assert found.resolve().is_relative_to(tmp_path.resolve())
    assert found.relative_to(tmp_path).as_posix().replace("_", "") == place.replace("_", "")


def test_names_that_differ_only_by_case_or_form_get_a_number(tmp_path):
    places = Places(tmp_path)
    names = [places.of(name).name for name in ("A.md", "a.md", "a (2).md", "é.md", "e\u0301.md")]
    assert names == ["A.md", "a (2).md", "a (2) (2).md", "é.md", "e\u0301 (2).md"]


def test_long_names_keep_their_ending(tmp_path):
    name = Places(tmp_path).of("ž" * 300 + ".md").name
    assert name.endswith(".md")
    assert len(name.encode()) <= 240


@pytest.mark.parametrize("long", ["ž" * 300, "a." + "ž" * 300, "." + "x" * 300])
def test_what_is_no_ending_of_a_long_name_is_cut(tmp_path, long):
    name = Places(tmp_path).of(long).name
    assert len(name.encode()) <= LONGEST
    assert long.startswith(name)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_in_the_way_is_not_followed(tmp_path):
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    out.mkdir()
    elsewhere.mkdir()
    (out / "sub").symlink_to(elsewhere, target_is_directory=True)
    with pytest.raises(CuratorError, match="link"):
        Places(out).of("sub/a.md")


@pytest.mark.skipif(sys.platform == "win32", reason="devices have no place among files there")
def test_a_device_is_never_replaced_by_a_file(imported, tmp_path):
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(CuratorError, match="device"):
        exporting.export(imported, "", "csv", tmp_path / "pipe.md")
    with pytest.raises(CuratorError, match="device"):
        Places(tmp_path).of("pipe.md")
    assert (tmp_path / "pipe.md").is_fifo()


def test_a_company_the_library_spells_otherwise_is_no_edit(imported, tmp_path):
    editing.set_field(imported, [1], "companies", ["ORCHARD chips"])
    post = POST.replace(b"tags: [chips]", b"companies: [Orchard Chips]").replace(b"A plant", b"Another")
    (tmp_path / "c.md").write_bytes(post)
    (item,) = importing.import_paths(imported, [tmp_path / "c.md"]).items
    article = reading.article(imported, item.article_id)
    assert article.fields.companies == article.imported.companies == ("ORCHARD chips",)
    assert exporting.preview(imported, article.id, "markdown").encode() == post


@pytest.mark.skipif(sys.platform != "linux", reason="where nobody may write a file is another place there")
def test_a_place_that_may_not_be_written_is_named_as_it_was_chosen(imported):
    with pytest.raises(CuratorError, match=r"\(/proc/all\.csv\)"):
        exporting.export(imported, "", "csv", Path("/proc/all.csv"))
