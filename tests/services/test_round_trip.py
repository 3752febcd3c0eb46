"""What is exported as JSON Lines comes back as it was, text, facts, decisions, journal and files."""

import contextlib
import json
import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from curator.domain.articles import State
from curator.domain.changes import Subject
from curator.domain.errors import Cancelled, CuratorError
from curator.domain.facts import Decision, FactKind, Verdict
from curator.services import (
    checking,
    companies,
    company_editing,
    editing,
    listing,
    reading,
    repairing,
    reviewing,
    sets,
)
from curator.services.exports import exporting
from curator.services.imports import importing
from curator.services.imports.importing import Outcome, Revisions
from curator.services.library import Library

STORY = (
    "Orchard Chips will spend up to $20 million on a plant near Brno. It opens in the second half of 2031, "
    "says Maple Works Ltd. Shares of Orchard Chips rose 3.50 %.\n"
)
DAMAGED = (
    (
        "Žluťoučký kůň úpěl ďábelské ódy, a továrna na čipy vyroste u Brna. "
        "Společnost utratí 1,50 miliardy korun.\n"
    )
    .encode()
    .decode("cp1252", "replace")
)
HEAD = """---
title: 'One: "plant"'
date: 2031-01-05
tags: [chips, AI]
companies: [Orchard Chips]
mood: {a: [1, 2.5, no]}
---

"""
SOURCE = "Český deník".encode().decode("cp1252", "replace")
FILES = {
    "yaml.md": HEAD + STORY,
    "deep/toml.md": f'+++\ntitle = "Two"\ndate = 2031-02-03T04:05:06Z\n[extra]\nkey = "x"\n+++\n{STORY}',
    "json.md": f'{{\n  "title": "Three",\n  "companies": ["Maple Works Ltd"]\n}}\n\n{STORY}',
    "plain.txt": f"Four plants\n\n{STORY}",
    "page.html": f"<html><head><title>Five</title></head><body><p>{STORY}</p></body></html>",
    "damaged.md": f"---\ntitle: Továrna\nsource: {SOURCE}\n---\n{DAMAGED}",
    "windows.md": "---\r\ntitle: Sechs\r\n---\r\n\r\nDie Fabrik in München kostet 3 Mio. Euro.\r\n".encode(
        "cp1252"
    ),
    "bom.md": "\ufeff---\ntitle: 数据\n---\n\n数据 \x01 5 MW.\n",
}


@pytest.fixture(scope="module")
def worked(tmp_path_factory):
    """A library with files of every kind, and everything an editor can do done to some; a folder, the ids."""
    place = tmp_path_factory.mktemp("worked")
    with Library.open(place / "library.curator", who="tester") as library:
        ids = _work(library, place / "files")
        exporting.export(library, "", "jsonl", place / "all.jsonl")
    return place, ids


@pytest.fixture(scope="module")
def template(worked):
    return worked[0] / "library.curator"


@pytest.fixture
def desk(worked):
    return worked[1]


@pytest.fixture
def export(worked, tmp_path):
    return Path(shutil.copy(worked[0] / "all.jsonl", tmp_path))


def _work(library, folder):
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    report = importing.import_paths(library, [folder])
    assert report.counts[Outcome.ADDED] == len(FILES)
    one, two, three, *_ = ids = [item.article_id for item in report.items]
    _edit_facts(library, ids)
    editing.set_field(library, [one, two], "importance", 4)
    editing.set_field(library, [two], "title", "Two, edited")
    editing.add(library, [one, two, three], "tags", ["morning"])
    editing.undo(library)
    editing.set_field(library, [three], "note", "line one\nline two\u2028three \U0001f600")
    sets.add(library, "Morning", [three, one])
    sets.add(library, "Evening", [two, one])
    sets.remove(library, "Evening", [one])
    reviewing.set_state(library, [two], State.REVIEWED)
    company_editing.merge(library, "Orchard Chips", ["Maple Works"])
    _revise(library, folder)
    editing.set_field(library, [one], "note", "undone")
    editing.undo(library)
    return ids


def _edit_facts(library, ids):
    found = [each for number in ids for each in reading.article(library, number).facts]
    money = [each.id for each in found if each.fact.kind is FactKind.MONEY]
    reviewing.decide(library, money[:3], Decision.ACCEPTED)
    reviewing.decide(library, [found[0].id], Decision.REJECTED)
    reviewing.judge(library, money[:1], Verdict.DOUBTFUL, "asked", "https://orchard.example/news")
    share = next(each for each in found if each.fact.kind is FactKind.PERCENT)
    reviewing.edit_fact(library, share.id, replace(share.fact, value=Decimal("3.500")))
    names = [each for each in found if each.fact.kind is FactKind.COMPANY]
    reviewing.decide(library, [each.id for each in names], Decision.ACCEPTED)
    date = next(each for each in found if each.fact.kind is FactKind.DATE)
    reviewing.add_fact(library, ids[0], replace(date.fact, quote="nowhere in it", start=0, end=0))
    repairs = [each for number in ids for each in reading.article(library, number).repairs]
    assert len(repairs) > 2
    repairing.decide(library, [repairs[0].id], Decision.REJECTED)
    repairing.decide(library, [repairs[1].id], Decision.ACCEPTED)
    repairing.decide(library, [repairs[2].id], Decision.EDITED, "Žluťoučký")


def _revise(library, folder):
    path = folder / "plain.txt"
    path.write_text(f"Four plants\n\nA first word. {STORY}", "utf-8")
    report = importing.import_paths(library, [path], revisions=Revisions.REPLACE)
    assert report.counts[Outcome.REVISION] == 1


@pytest.fixture
def empty(tmp_path):
    with Library.open(tmp_path / "empty.curator", who="other") as opened:
        yield opened


def exported(library, out: Path):
    exporting.export(library, "", "jsonl", out, manifest=False)
    return out.read_bytes()


def test_a_library_comes_back_byte_for_byte(library, desk, export, empty, tmp_path):
    report = importing.import_paths(empty, [export])
    assert [item.reason for item in report.items if item.reason] == []
    assert report.counts[Outcome.ADDED] == len(desk)
    assert exported(empty, tmp_path / "again.jsonl") == export.read_bytes()
    assert checking.check(empty) == []
    assert companies.listed(empty) == companies.listed(library)
    for number in desk:
        assert reading.original_bytes(empty, number) == reading.original_bytes(library, number)
        assert reading.article(empty, number) == reading.article(library, number)


def test_other_formats_are_the_same_after_a_round_trip(library, desk, export, empty, tmp_path):
    importing.import_paths(empty, [export])
    for kind in ("csv", "markdown"):
        for name, each in (("one", library), ("two", empty)):
            exporting.export(each, "", kind, tmp_path / name / kind, manifest=False)
        one, two = ((tmp_path / name / kind) for name in ("one", "two"))
        files = [each for each in one.rglob("*") if each.is_file()] if one.is_dir() else [one]
        for file in files:
            assert (two / file.relative_to(one)).read_bytes() == file.read_bytes()


def test_what_was_done_before_can_be_undone_after(library, export, empty, tmp_path):
    importing.import_paths(empty, [export])
    assert editing.undoable(empty) == editing.undoable(library)
    for _ in range(8):
        editing.undo(library)
        editing.undo(empty)
    assert exported(empty, tmp_path / "b.jsonl").count(b"\n") == exported(
        library, tmp_path / "a.jsonl"
    ).count(b"\n")
    for number in listing.identifiers(library, ""):
        assert reading.article(empty, number) == reading.article(library, number)
    assert checking.check(empty) == []


def test_a_second_import_finds_all_present(export, empty, tmp_path):
    importing.import_paths(empty, [export])
    before = exported(empty, tmp_path / "one.jsonl")
    report = importing.import_paths(empty, [export])
    assert set(report.counts) == {Outcome.PRESENT}
    assert exported(empty, tmp_path / "two.jsonl") == before


@pytest.mark.parametrize("query", ["", "company:'Maple Yards'"])
def test_companies_that_were_kept_apart_stay_so(library, desk, empty, tmp_path, query):
    editing.add(library, desk[:1], "companies", ["Maple Yards"])
    editing.add(library, desk[1:2], "companies", ["Maple Yard"])
    company_editing.not_the_same(library, "Maple Yards", "Maple Yard")
    exporting.export(library, query, "jsonl", tmp_path / "apart.jsonl")
    importing.import_paths(empty, [tmp_path / "apart.jsonl"])
    exporting.export(empty, query, "jsonl", tmp_path / "again.jsonl")
    assert (tmp_path / "again.jsonl").read_bytes() == (tmp_path / "apart.jsonl").read_bytes()
    editing.add(empty, desk[:2], "companies", ["Maple Yards", "Maple Yard"])
    pairs = [{pair.one.name, pair.other.name} for pair in companies.suggested(empty)]
    assert {"Maple Yards", "Maple Yard"} not in pairs
    assert checking.check(empty) == []


def test_another_library_keeps_what_it_has(library, worked, desk, export, tmp_path):
    with Library.open(tmp_path / "other.curator", who="other") as other:
        file = tmp_path / "own.md"
        file.write_text(f"---\ntitle: Own\ncompanies: [Maple Works Ltd]\n---\n{STORY}", "utf-8")
        same = worked[0] / "files" / "yaml.md"
        own = importing.import_paths(other, [file, same]).items
        editing.set_field(other, [own[1].article_id], "note", "mine")
        sets.add(other, "Morning", [own[0].article_id])
        undoable = editing.undoable(other)
        kept = [reading.article(other, item.article_id) for item in own]
        report = importing.import_paths(other, [export])
        assert report.counts == {Outcome.ADDED: len(desk) - 1, Outcome.PRESENT: 1}
        assert [reading.article(other, item.article_id) for item in own] == kept
        assert editing.undoable(other) == undoable
        assert checking.check(other) == []
        third = next(item for item in report.items if item.path.endswith("json.md"))
        old, new = reading.article(library, desk[2]), reading.article(other, third.article_id)
        assert [each.fact for each in new.facts] == [each.fact for each in old.facts]
        assert [each.decision for each in new.facts] == [each.decision for each in old.facts]
        assert new.sets == old.sets
        steps = reading.journal(other, new.id)
        assert [each.step.label for each in steps] == [
            each.step.label for each in reading.journal(library, old.id)
        ]
        changes = [change for each in steps for change in each.step.changes]
        assert {each.subject_id for each in changes if each.subject is Subject.ARTICLE} == {new.id}
        assert sets.show(other, "morning")[0] == own[0].article_id


def test_entries_of_one_export_are_different_articles_though_their_address_is_the_same(
    library, desk, tmp_path, monkeypatch
):
    monkeypatch.setattr(importing, "BATCH", 1)  # the second finds the first in the library
    editing.set_field(library, desk[:2], "url", "https://orchard.example/plants")
    file = tmp_path / "twins.jsonl"
    exporting.export(library, desk[:2], "jsonl", file)
    with Library.open(tmp_path / "other.curator", who="other") as other:
        own = tmp_path / "own.md"
        own.write_text(f"---\ntitle: Own\n---\n{STORY}", "utf-8")
        importing.import_paths(other, [own])
        report = importing.import_paths(other, [file])
        assert report.counts == {Outcome.ADDED: 2}
        assert importing.import_paths(other, [file]).counts == {Outcome.PRESENT: 2}


def test_a_broken_line_is_told_and_the_rest_goes_on(export, empty, tmp_path):
    lines = export.read_bytes().splitlines(keepends=True)
    broken = json.loads(lines[3])
    broken["facts"] = [
        {**json.loads(lines[0])["facts"][0], "evidence": {"start": 1, "end": 9, "quote": "no"}}
    ]
    lines[1] = b'{"id": 7, "tit\n'
    lines[2] = b"\xff\xfe\n"
    lines[3] = json.dumps(broken).encode() + b"\n"
    lines[4] = b"[" * 100_000 + b"\n"
    file = tmp_path / "broken.jsonl"
    file.write_bytes(b"".join(lines))
    report = importing.import_paths(empty, [file])
    failed = [item.reason for item in report.items if item.outcome is Outcome.FAILED]
    assert [reason.partition(":")[0] for reason in failed] == ["Line 2", "Line 3", "Line 4", "Line 5"]
    assert report.counts[Outcome.ADDED] == len(lines) - 4
    assert checking.check(empty) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("importance", 9),
        ("state", "gone"),
        ("published", "yesterday"),
        ("revision", 99),
        ("revisions", []),
        ("id", -1),
        ("id", 1 << 70),
        ("text", 5),
        ("facts", [3]),
        ("journal", {"a": 1}),
        ("library", []),
    ],
)
def test_a_line_that_is_not_as_it_should_be_is_refused(export, empty, tmp_path, key, value):
    data = json.loads(export.read_bytes().splitlines()[0])
    file = tmp_path / "one.jsonl"
    file.write_text(json.dumps(data | {key: value}) + "\n", "utf-8")
    (item,) = importing.import_paths(empty, [file]).items
    assert item.outcome is Outcome.FAILED
    assert key in item.reason or "revision" in item.reason
    assert listing.count(empty, "") == 0


def test_an_original_that_was_altered_is_refused(export, empty, tmp_path):
    data = json.loads(export.read_bytes().splitlines()[0])
    data["revisions"][0]["original"] = {"text": "something else"}
    file = tmp_path / "one.jsonl"
    file.write_text(json.dumps(data), "utf-8")
    (item,) = importing.import_paths(empty, [file]).items
    assert "checksum" in item.reason


def test_a_cancelled_import_keeps_what_is_done_and_can_go_on(desk, export, empty, tmp_path, monkeypatch):
    monkeypatch.setattr(importing, "BATCH", 2)

    def stop(done, total, label="", /):
        if done == 5:
            raise Cancelled

    report = importing.import_paths(empty, [export], progress=stop)
    assert report.cancelled
    assert 0 < report.counts[Outcome.ADDED] < len(desk)
    importing.import_paths(empty, [export])
    assert listing.count(empty, "") == len(desk)
    assert checking.check(empty) == []


def test_numbers_and_steps_that_nobody_made_do_no_harm(export, empty, tmp_path):
    lines = export.read_bytes().splitlines()
    data = json.loads(lines[0])
    data["id"] = (1 << 63) - 1
    for entry in data["journal"]:
        for change in entry["changes"]:
            change["article"] = data["id"] if change["article"] else None
            change["field"] = "no such field"
    for fact in data["facts"]:
        fact["id"] = (1 << 63) - 1
    file = tmp_path / "one.jsonl"
    file.write_text(json.dumps(data) + "\n" + lines[1].decode(), "utf-8")
    report = importing.import_paths(empty, [file])
    assert report.counts == {Outcome.ADDED: 2}
    while editing.undoable(empty)[0]:
        with contextlib.suppress(CuratorError):
            editing.undo(empty)
    assert checking.check(empty) == []
