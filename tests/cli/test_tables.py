"""Tables: whole where programs read them, cut to the line where people do."""

from __future__ import annotations

import json
import os
import shutil
import sys

import pytest

from curator.commands import printing
from tests.formats.office_files import paragraph, word

ROWS = [
    (1, "en", "A long headline of a port that buys new cranes"),
    (2, "zh", "港口购买新的起重机以及电力驱动装置设备"),
]


def widths(lines: list[str]) -> list[int]:
    return [printing.columns(line) for line in lines]


def test_a_table_in_a_pipe_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    long = "word " * 40 + "end"
    printing.table([(1, long)], ("id", "title"))
    assert long in capsys.readouterr().out


@pytest.mark.parametrize("columns", [24, 30, 40])
def test_a_table_in_a_terminal_keeps_each_row_on_a_line(
    columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(shutil, "get_terminal_size", lambda: os.terminal_size((columns, 24)))
    printing.table(ROWS, ("id", "lang", "title"))
    lines = capsys.readouterr().out.splitlines()
    assert max(widths(lines)) <= columns
    assert [line.endswith("…") for line in lines] == [False, True, True]


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("short", 5, "short"),
        ("longer", 5, "long…"),
        ("港口购买", 8, "港口购买"),
        ("港口购买", 7, "港口购…"),
        ("港口购买", 6, "港口…"),
        ("e\u0301te\u0301", 3, "e\u0301te\u0301"),
    ],
)
def test_text_is_cut_by_the_columns_that_it_takes(text: str, width: int, shown: str) -> None:
    assert printing.elided(text, width) == shown


def test_a_wrong_place_is_marked_below_the_query() -> None:
    assert printing.query_place("港口 colour:red", 3, 9) == ("港口 colour:red", "     ^^^^^^")


def test_a_bad_query_is_shown_with_carets(run, tmp_path) -> None:
    (tmp_path / "a.md").write_text("Harbour\n\nThe port buys cranes.\n", "utf-8")
    run("import", tmp_path / "a.md")
    lines = run("list", "chips", "nonsense:x")[2].splitlines()
    assert lines[1:3] == ["  chips nonsense:x", "        ^^^^^^^^"]


def test_facts_of_a_post_stand_where_they_are_in_its_file(run, tmp_path) -> None:
    text = (
        "---\ntitle: Harbour cranes for $3 billion\ndate: 2031-05-06\nlang: en\n---\n"
        "Kranwerk delivers them next year.\n"
    )
    post = tmp_path / "post.md"
    post.write_text(text)
    read = json.loads(run("facts", "--json", post)[1])
    assert [fact["value"] for fact in read["facts"] if fact["kind"] == "money"] == [3_000_000_000]
    assert [fact["low"] for fact in read["facts"] if fact["quote"] == "next year"] == ["2032-01-01"]
    for fact in read["facts"]:
        assert text[fact["start"] : fact["end"]] == fact["quote"]
    piped = json.loads(run("facts", "--json", "-", stdin=text.encode())[1])
    assert piped == read


def test_facts_of_a_web_page_are_those_of_its_article(run, tmp_path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html lang=en><head><title>Harbour cranes</title></head><body><nav>9 GW</nav><article>"
        "<h1>Harbour cranes</h1><p>The port pays $3 billion for cranes that Kranwerk builds for it.</p>"
        "<p>They lift 40 tons each and will be delivered to the new quay.</p></article></body></html>"
    )
    read = json.loads(run("facts", "--json", page)[1])
    assert {fact["kind"] for fact in read["facts"]} >= {"money", "quantity"}
    for fact in read["facts"]:
        assert read["text"][fact["start"] : fact["end"]] == fact["quote"]


def test_facts_of_a_word_processor_s_document_are_those_of_its_text(run, tmp_path) -> None:
    document = tmp_path / "cranes.docx"
    document.write_bytes(
        word(paragraph("Harbour cranes") + paragraph("The port pays $3 billion for cranes."))
    )
    read = json.loads(run("facts", "--json", document)[1])
    assert read["text"] == "Harbour cranes\n\nThe port pays $3 billion for cranes."
    assert [each["quote"] for each in read["facts"] if each["kind"] == "money"] == ["$3 billion"]
