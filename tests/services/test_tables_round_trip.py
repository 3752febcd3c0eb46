"""Tables of ours come back: a workbook with its facts, a CSV file as far as its rows say it."""

import csv
import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from curator.domain.articles import State
from curator.domain.exports import Contents
from curator.domain.facts import Decision, Fact, FactKind, Verdict
from curator.services import checking, editing, listing, reading, reviewing, sets
from curator.services.exports import exporting
from curator.services.imports import importing
from curator.services.imports.importing import Outcome
from curator.services.library import Library

STORY = (
    "Orchard Chips will spend up to $20 million on a plant near Brno. It opens in the second half of 2031. "
    "Shares rose 3.50 %.\n"
)
HEAD = "---\ntitle: '=1+1'\ndate: 2031-01-05\ntags: ['a;b', 'c \"d\"']\nmood: {a: [1, x]}\n---\n\n"
FILES = {
    "yaml.md": HEAD + STORY,
    "plain.txt": f"Four plants\n\n{STORY}",
    "page.html": f"<html><head><title>Five</title></head><body><p>{STORY}</p></body></html>",
    "damaged.md": "---\ntitle: Továrna\n---\n" + "Žluťoučký kůň úpěl.\n".encode().decode("cp1252", "replace"),
    "deep/long.md": "---\ntitle: Long\npublished: 2031-02-03T04:05:06Z\n---\n"
    + "word 数据 \U0001f600 " * 9000,
}


@pytest.fixture
def desk(library, tmp_path):
    folder = tmp_path / "files"
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    ids = [item.article_id for item in importing.import_paths(library, [folder]).items]
    editing.set_field(library, ids[:1], "note", "'=2\r\nline _x0041_ two")
    editing.set_field(library, ids[:1], "published", "1899-02")
    editing.set_field(library, ids[1:2], "importance", 5)
    sets.add(library, "Morning; early", ids[:2])
    sets.add(library, "Evening", ids[1:3])
    reviewing.set_state(library, ids[:1], State.REVIEWED)
    return ids


def decide(library, ids):
    facts = [each for number in ids for each in reading.article(library, number).facts]
    money = [each.id for each in facts if each.fact.kind is FactKind.MONEY]
    reviewing.decide(library, money, Decision.ACCEPTED)
    reviewing.judge(library, money[:1], Verdict.WRONG, "-asked", "https://orchard.example")
    share = next(each for each in facts if each.fact.kind is FactKind.PERCENT)
    reviewing.edit_fact(library, share.id, replace(share.fact, value=Decimal("3.25")))
    day = next(each for each in facts if each.fact.kind is FactKind.DATE)
    reviewing.decide(library, [day.id], Decision.REJECTED)
    reviewing.add_fact(library, ids[0], replace(day.fact, quote="nowhere", start=0, end=0))


@pytest.fixture
def empty(tmp_path):
    with Library.open(tmp_path / "empty.curator", who="other") as opened:
        yield opened


def exported(library, out: Path, kind):
    exporting.export(library, "", kind, out, manifest=False, contents=Contents(title="All"))
    return out.read_bytes()


def test_a_workbook_comes_back_byte_for_byte(library, desk, empty, tmp_path):
    decide(library, desk)
    file = tmp_path / "all.xlsx"
    exported(library, file, "xlsx")
    report = importing.import_paths(empty, [file])
    assert [item.reason for item in report.items if item.reason] == []
    assert report.counts == {Outcome.ADDED: len(desk)}
    assert exported(empty, tmp_path / "again.xlsx", "xlsx") == file.read_bytes()
    assert checking.check(empty) == []
    for number in desk:
        one, two = reading.article(library, number), reading.article(empty, number)
        assert (two.text, two.fields, two.state, two.sets) == (one.text, one.fields, one.state, one.sets)
        assert two.unknown == one.unknown
        assert [(each.evidence, each.decision, each.verdict_note) for each in two.facts] == [
            (each.evidence, each.decision, each.verdict_note) for each in one.facts
        ]


def test_a_csv_file_comes_back_byte_for_byte(library, desk, empty, tmp_path):
    file = tmp_path / "all.csv"
    exporting.export(library, "", "csv", file)
    report = importing.import_paths(empty, [file])
    assert report.counts == {Outcome.ADDED: len(desk)}
    assert exported(empty, tmp_path / "again.csv", "csv") == file.read_bytes()
    assert checking.check(empty) == []


def rows(data):
    found = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    return [{name: value for name, value in row.items() if name != "id"} for row in found]


def test_articles_and_facts_come_back_from_two_csv_files(library, desk, empty, tmp_path):
    decide(library, desk)
    one, two = (tmp_path / f"{kind}.csv" for kind in ("csv", "csv-facts"))
    for file in (one, two):
        exported(library, file, file.stem)
    report = importing.import_paths(empty, [one, two])
    assert [item.reason for item in report.items if item.reason] == []
    assert exported(empty, tmp_path / "again.csv", "csv") == one.read_bytes()
    facts = rows(exported(empty, tmp_path / "facts.csv", "csv-facts"))
    assert facts == rows(two.read_bytes())
    assert checking.check(empty) == []


def test_facts_of_a_table_do_not_undo_what_was_decided_here(library, desk, tmp_path):
    file = tmp_path / "facts.csv"
    exported(library, file, "csv-facts")
    decide(library, desk)
    before = rows(exported(library, tmp_path / "before.csv", "csv-facts"))
    report = importing.import_paths(library, [file])
    assert {item.outcome for item in report.items} <= {Outcome.PRESENT, Outcome.REVISION}
    after = rows(exported(library, tmp_path / "after.csv", "csv-facts"))
    assert [row for row in after if row["decision"] != "proposed"] == [
        row for row in before if row["decision"] != "proposed"
    ]


def test_proposals_stay_that_a_table_has_not_where_somebody_judged_a_fact(library, desk, tmp_path):
    file = tmp_path / "facts.csv"
    exported(library, file, "csv-facts")
    first, *others = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text(first + "".join(line for line in others if ",percent," not in line), "utf-8")
    share = next(each for each in reading.article(library, desk[1]).facts if each.fact.unit == "%")
    reviewing.judge(library, [share.id], Verdict.DOUBTFUL)
    importing.import_paths(library, [file])
    assert share.id in {each.id for each in reading.article(library, desk[1]).facts}
    assert not {each.fact.unit for each in reading.article(library, desk[2]).facts} & {"%"}


def test_a_fact_that_an_editor_added_comes_with_the_companies_it_is_about(library, desk, empty, tmp_path):
    reviewing.add_fact(library, desk[1], Fact(FactKind.COMPANY, 0, 0, "Orchard Chips", name="Orchard Chips"))
    fact = Fact(FactKind.QUANTITY, 0, 0, "a plant", value=Decimal(1), unit="plant")
    reviewing.add_fact(library, desk[1], fact)
    one, two = (tmp_path / f"{kind}.csv" for kind in ("csv", "csv-facts"))
    exported(library, one, "csv")
    exported(library, two, "csv-facts")
    importing.import_paths(empty, [one])
    importing.import_paths(empty, [two])
    path = reading.article(library, desk[1]).path
    (own,) = (
        article
        for number in listing.identifiers(empty, "")
        if (article := reading.article(empty, number)).path == path
    )
    (added,) = (each for each in own.facts if each.fact.unit == "plant")
    assert added.about == ("Orchard Chips",)


def test_another_library_gets_new_numbers(library, desk, tmp_path):
    file = tmp_path / "all.xlsx"
    exporting.export(library, "", "xlsx", file)
    with Library.open(tmp_path / "other.curator") as other:
        own = tmp_path / "own.md"
        own.write_text(f"---\ntitle: Own\n---\n{STORY}", "utf-8")
        importing.import_paths(other, [own])
        report = importing.import_paths(other, [file])
        assert report.counts == {Outcome.ADDED: len(desk)}
        assert {item.article_id for item in report.items}.isdisjoint({1})
        assert importing.import_paths(other, [file]).counts == {Outcome.PRESENT: len(desk)}
        assert checking.check(other) == []


def test_what_is_there_is_not_added_again(library, desk, tmp_path):
    file = tmp_path / "all.xlsx"
    exporting.export(library, "", "xlsx", file)
    before = exported(library, tmp_path / "before.jsonl", "jsonl")
    assert importing.import_paths(library, [file]).counts == {Outcome.PRESENT: len(desk)}
    assert exported(library, tmp_path / "after.jsonl", "jsonl") == before


def test_a_text_that_was_edited_in_the_table_is_told(library, desk, empty, tmp_path):
    text = exported(library, tmp_path / "all.csv", "csv").decode("utf-8-sig")
    heading, *rows = csv.reader(io.StringIO(text, newline=""))
    rows[0][heading.index("text")] = "short"
    rows[1][heading.index("state")] = "gone"
    rows[2][heading.index("id")] = "x"
    out = io.StringIO(newline="")
    csv.writer(out).writerows([heading, *rows])
    file = tmp_path / "edited.csv"
    file.write_text(out.getvalue(), "utf-8", newline="")
    report = importing.import_paths(empty, [file])
    failed = [item.reason for item in report.items if item.outcome is Outcome.FAILED]
    assert len(failed) == 3
    assert "places" in failed[0]
    assert report.counts[Outcome.ADDED] == len(desk) - 3
