import os
import sys
from pathlib import Path

import pytest

from curator.domain.articles import State
from curator.domain.errors import Cancelled
from curator.domain.facts import Decision, FactKind
from curator.services import checking, editing, listing, reading, reviewing
from curator.services.imports import importing, preparers, preparing
from curator.services.imports.importing import Outcome, Revisions
from curator.services.library import Library

POST = """---
title: Orchard opens a plant
date: 2031-01-05
source: The Daily Orchard
importance: 4
companies: [Orchard Chips]
tags: [chips]
slug: orchard-plant
mood: bright
---

Orchard Chips will spend up to $20 million on a plant. It opens in the second half of 2031.
"""


@pytest.fixture
def folder(tmp_path):
    inside = tmp_path / "articles"
    inside.mkdir()
    return inside


def write(folder, name, text=POST):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def outcomes(report):
    return [(item.path, item.outcome) for item in report.items]


def test_a_file_becomes_an_article_with_all_that_it_says(library, folder):
    write(folder, "2031/plant.md")
    (item,) = importing.import_paths(library, [folder]).items
    assert (item.path, item.outcome, item.language) == ("2031/plant.md", Outcome.ADDED, "en")
    article = reading.article(library, item.article_id)
    assert article.fields.title == "Orchard opens a plant"
    assert article.fields.published == "2031-01-05"
    assert article.fields.companies == ("Orchard Chips",)
    assert article.fields.importance == 4
    assert article.unknown == {"mood": "bright"}
    assert article.state is State.INBOX
    assert article.imported == article.fields
    assert reading.original_bytes(library, article.id) == POST.encode()
    kinds = {stored.fact.kind for stored in article.facts}
    assert {FactKind.MONEY, FactKind.DATE, FactKind.COMPANY} <= kinds
    assert {stored.origin for stored in article.facts if stored.fact.kind is FactKind.COMPANY} == {
        "front matter"
    }
    assert checking.check(library) == []


def test_damaged_text_is_repaired_and_the_original_kept(library, folder):
    text = POST.replace(
        "a plant.", "a plant. Příliš žluťoučký kůň úpěl ďábelské ódy, řekl mluvčí společnosti v Brně."
    )
    damaged = text.encode().decode("cp1252", "replace").replace("\ufffd", "").encode()
    write(folder, "a.md", damaged)
    (item,) = importing.import_paths(library, [folder]).items
    article = reading.article(library, item.article_id)
    assert item.repairs == len(article.repairs) + len(article.field_repairs)
    assert reading.original_bytes(library, article.id) == damaged
    assert "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl mluvčí" in article.text
    _title, _blank, body = reading.original_text(article).partition("\n\n")
    assert body.strip() in damaged.decode()
    assert checking.check(library) == []


def test_the_parts_of_a_damaged_text_stand_where_their_repaired_words_do(library, folder):
    title, description = "Žluťoučký kůň úpěl ďábelské ódy", "Továrna u řeky zdraží příští týden mléko."
    body = "Společnost uvedla, že v závodě přibude směna a že žádný dělník o práci nepřijde."
    text = f"---\ntitle: {title}\ndescription: {description}\n---\n\n{body}\n"
    write(folder, "1.md", text.encode().decode("cp1252", "replace"))
    importing.import_paths(library, [folder])
    article = reading.article(library, 1)
    parts = (article.title, article.description, article.body)
    assert [span.of(article.text).rstrip() for span in parts] == [title, description, body]


def test_values_of_front_matter_that_are_no_texts_stay_what_they_are(library, folder):
    mood = "mood:\n  - null\n  - false\n  - 2031-01-05\n  - .inf\n  - 7\n  - 1.5"
    write(folder, "1.md", POST.replace("mood: bright", mood))
    importing.import_paths(library, [folder])
    assert reading.article(library, 1).unknown == {"mood": [None, False, "2031-01-05", ".inf", 7, 1.5]}


def test_files_come_in_order_without_the_hidden_and_the_unknown(library, folder):
    write(folder, "b/2.md", POST.replace("orchard-plant", "two"))
    write(folder, "a/1.txt", "A plain story\n\nIt tells of plants and of chips at some length today.")
    write(folder, ".hidden/3.md")
    write(folder, ".4.md")
    write(folder, "picture.png", b"\x89PNG")
    report = importing.import_paths(library, [folder])
    assert outcomes(report) == [("a/1.txt", Outcome.ADDED), ("b/2.md", Outcome.ADDED)]


def test_what_a_folder_holds_besides_is_counted_by_suffix(library, folder):
    write(folder, "b/2.md")
    for name in ("table.csv", "b/Table.CSV", "feed.xml", "picture.png", "LICENSE", ".hidden.png"):
        write(folder, name, b"x")
    left_out = importing.import_paths(library, [folder]).left_out
    assert left_out.nameable == {".csv": 2, ".xml": 1}
    assert left_out.unreadable == {".png": 1, "": 1}


def test_files_that_are_named_are_never_left_out(library, folder):
    write(folder, "table.csv", "title,text\nPort,The port was enlarged by a third this year.\n")
    report = importing.import_paths(library, [folder / "table.csv"])
    assert report.left_out == importing.LeftOut()
    assert report.counts[Outcome.ADDED] == 1


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_out_of_the_folder_are_not_followed(library, folder, tmp_path):
    outside = write(tmp_path / "outside", "secret.md")
    (folder / "link.md").symlink_to(outside)
    (folder / "linked").symlink_to(outside.parent, target_is_directory=True)
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    assert importing.import_paths(library, [folder]).items == ()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_in_a_circle_are_passed_over_in_a_folder_and_told_of_where_named(library, folder):
    write(folder, "1.md")
    (folder / "a.md").symlink_to("b.md")
    (folder / "b.md").symlink_to("a.md")
    assert outcomes(importing.import_paths(library, [folder])) == [("1.md", Outcome.ADDED)]
    (item,) = importing.import_paths(library, [folder / "a.md"]).items
    assert (item.outcome, item.reason) == (
        Outcome.FAILED,
        "It cannot be read: Too many levels of symbolic links.",
    )


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_told_of(library, folder):
    write(folder, "open/1.md")
    write(folder, "closed/2.md", POST.replace("orchard-plant", "two"))
    (folder / "closed").chmod(0)
    report = importing.import_paths(library, [folder])
    (folder / "closed").chmod(0o700)
    assert outcomes(report) == [("open/1.md", Outcome.ADDED), ("closed", Outcome.FAILED)]


@pytest.mark.parametrize("name", ["x" * 5000, "~nobody-of-that-name/story.md", "no\0name.md", ""])
def test_a_name_that_no_file_can_have_fails_by_itself(library, folder, name):
    write(folder, "1.md")
    report = importing.import_paths(library, [Path(name) if name else folder / "missing", folder / "1.md"])
    assert [item.outcome for item in report.items] == [Outcome.FAILED, Outcome.ADDED]


def test_the_same_bytes_are_there_already(library, folder):
    one = write(folder, "one.md")
    write(folder, "two.md")
    report = importing.import_paths(library, [folder])
    assert outcomes(report) == [("one.md", Outcome.ADDED), ("two.md", Outcome.PRESENT)]
    assert importing.import_paths(library, [one, one]).counts == {Outcome.PRESENT: 1}


def test_one_bad_file_never_stops_the_rest(library, folder):
    write(folder, "1.md", b"")
    write(folder, "2.md", b"\x00\x01\x02\x03" * 500)
    write(folder, "3.md", "---\ntitle: [unclosed\n---\ntext")
    write(folder, "4.md")
    missing = folder / "missing.md"
    report = importing.import_paths(library, [folder, missing])
    failed = [item for item in report.items if item.outcome is Outcome.FAILED]
    assert report.items[-1].path == str(missing)
    assert {"1.md", "2.md", str(missing)} <= {item.path for item in failed}
    assert all(item.reason for item in failed)
    assert report.counts[Outcome.ADDED] >= 1
    assert checking.check(library) == []


def test_a_fault_in_an_engine_fails_one_file_only(library, folder, monkeypatch):
    write(folder, "1.md")
    write(folder, "2.md", POST.replace("orchard-plant", "two"))
    whole = preparing.prepare

    def faulty(file, known):
        if file.path == "1.md":
            raise ZeroDivisionError
        return whole(file, known)

    monkeypatch.setattr(preparing, "prepare", faulty)
    report = importing.import_paths(library, [folder])
    assert [item.outcome for item in report.items] == [Outcome.FAILED, Outcome.ADDED]
    assert "ZeroDivisionError" in report.items[0].reason


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_rights_fails_with_its_reason(library, folder):
    write(folder, "1.md").chmod(0)
    assert "cannot be read" in importing.import_paths(library, [folder]).items[0].reason


def test_other_bytes_of_a_known_article_are_reported_and_not_stored(library, folder):
    path = write(folder, "1.md")
    importing.import_paths(library, [folder])
    write(folder, "1.md", POST + "More.\n")
    (item,) = importing.import_paths(library, [path]).items
    assert (item.outcome, item.article_id) == (Outcome.REVISION, 1)
    assert "slug" in item.reason
    assert reading.article(library, 1).revisions == 1
    (kept,) = importing.import_paths(library, [path], revisions=Revisions.KEEP).items
    assert kept.outcome is Outcome.SKIPPED


def test_a_fact_in_the_first_words_has_them_as_its_evidence(library, folder):
    write(
        folder, "1.txt", "Siemens builds a mill\n\nThe mill is to stand by the river, and to run all night."
    )
    importing.import_paths(library, [folder])
    (fact,) = reading.article(library, 1).facts
    assert (fact.evidence.start, fact.evidence.quote) == (0, "Siemens")


def test_a_file_without_slug_is_known_by_its_place(library, folder):
    path = write(folder, "1.txt", "A story\n\nIt is told in full length here, twice over.")
    importing.import_paths(library, [path])
    write(folder, "1.txt", "A story\n\nIt is told in another way altogether today.")
    assert importing.import_paths(library, [path]).items[0].outcome is Outcome.REVISION
    other = write(
        folder / "elsewhere", "1.txt", "A story\n\nOf the same name, and by another author entirely."
    )
    assert importing.import_paths(library, [other]).items[0].outcome is Outcome.ADDED


def test_a_slug_that_two_addresses_share_is_no_revision(library, folder):
    write(folder, "1.md", POST.replace("mood", "url: https://example.org/one\nmood"))
    write(folder, "2.md", POST.replace("mood", "url: https://example.com/two\nmood"))
    write(folder, "3.md", POST.replace("mood: bright", "mood: dark"))
    report = importing.import_paths(library, [folder])
    assert [item.outcome for item in report.items] == [Outcome.ADDED, Outcome.ADDED, Outcome.REVISION]
    write(
        folder,
        "1.md",
        "---\ntitle: Another\nslug: another\n---\n\nAnother story altogether, in the same place.",
    )
    assert importing.import_paths(library, [folder / "1.md"]).items[0].outcome is Outcome.ADDED


@pytest.mark.parametrize("importance", ["7", "-1", "high", "99999999999999999999", "2.5"])
def test_an_importance_out_of_bounds_stops_nothing(library, folder, importance):
    write(folder, "1.md", POST.replace("importance: 4", f"importance: {importance}"))
    assert importing.import_paths(library, [folder]).items[0].outcome is Outcome.ADDED


def test_a_new_revision_keeps_what_editors_did(library, folder):
    path = write(folder, "1.md")
    importing.import_paths(library, [path])
    editing.set_field(library, [1], "importance", 5)
    editing.set_field(library, [1], "note", "zeppelin")
    first = {stored.fact.kind: stored for stored in reading.article(library, 1).facts}
    reviewing.decide(library, [first[FactKind.MONEY].id], Decision.ACCEPTED)
    reviewing.decide(library, [first[FactKind.DATE].id], Decision.REJECTED)
    new = POST.replace("Orchard opens a plant", "Orchard opens its plant").replace(
        "It opens", "Yes. It opens"
    )
    write(folder, "1.md", new.replace("source: The Daily Orchard", "source: The Weekly Orchard"))
    (item,) = importing.import_paths(library, [path], revisions=Revisions.REPLACE).items
    assert (item.outcome, item.reason) == (Outcome.REVISION, "")
    article = reading.article(library, 1)
    assert (article.revision, article.revisions) == (2, 2)
    assert (article.fields.importance, article.fields.note) == (5, "zeppelin")
    assert (article.fields.title, article.fields.source) == ("Orchard opens its plant", "The Weekly Orchard")
    decided = {stored.id: stored.decision for stored in article.facts}
    assert decided[first[FactKind.MONEY].id] is Decision.ACCEPTED
    assert decided[first[FactKind.DATE].id] is Decision.REJECTED
    assert reading.original_bytes(library, 1, 1) == POST.encode()
    assert listing.identifiers(library, "zeppelin title:its") == [1]
    assert reading.journal(library, 1)[0].kind == "import"
    assert checking.check(library) == []
    undone = editing.undo(library)
    assert undone.articles == {1}


def test_an_accepted_fact_that_is_no_longer_stated_is_kept_without_evidence(library, folder):
    path = write(folder, "1.md")
    importing.import_paths(library, [path])
    money = next(each for each in reading.article(library, 1).facts if each.fact.kind is FactKind.MONEY)
    reviewing.decide(library, [money.id], Decision.ACCEPTED)
    write(folder, "1.md", POST.replace("up to $20 million", "nothing"))
    importing.import_paths(library, [path], revisions=Revisions.REPLACE)
    (kept,) = [each for each in reading.article(library, 1).facts if each.id == money.id]
    assert kept.evidence is None
    assert kept.fact.value == money.fact.value
    assert checking.check(library) == []


def test_cancelling_keeps_what_is_done(library, folder):
    for number in range(20):
        write(folder, f"{number:02}.md", POST.replace("orchard-plant", f"plant-{number}"))

    def stop(done, total, label=""):
        if done == 10:
            raise Cancelled

    report = importing.import_paths(library, [folder], progress=stop)
    assert report.cancelled
    assert report.counts[Outcome.ADDED] == 10 == listing.count(library, "")
    assert importing.import_paths(library, [folder]).counts == {Outcome.PRESENT: 10, Outcome.ADDED: 10}


def test_progress_and_items_are_told_as_they_come(library, folder):
    for number in range(3):
        write(folder, f"{number}.md", POST.replace("orchard-plant", f"plant-{number}"))
    told, seen = [], []
    report = importing.import_paths(
        library, [folder], progress=lambda *each: told.append(each), on_item=seen.append
    )
    assert tuple(seen) == report.items
    assert told[-1] == (3, 3, "")
    assert (1, 3, "1.md") in told
    assert report.article_ids == (1, 2, 3)


def test_many_files_are_prepared_by_other_processes_in_the_same_order(tmp_path, folder, monkeypatch):
    for number in range(12):
        write(folder, f"{number:02}.md", POST.replace("orchard-plant", f"plant-{number}"))
    write(folder, "05.md", b"")
    alone, together = tmp_path / "alone.curator", tmp_path / "together.curator"
    with Library.open(alone) as library:
        one = importing.import_paths(library, [folder])
    monkeypatch.setattr(preparers, "MANY", 2)
    monkeypatch.setattr(preparers, "MOST_WORKERS", 2)
    with Library.open(together) as library:
        assert importing.import_paths(library, [folder]).items == one.items


def test_what_the_library_knows_teaches_the_next_import(library, folder):
    write(folder, "1.md", POST.replace("Orchard Chips", "Quxlor"))
    importing.import_paths(library, [folder])
    write(folder, "2.txt", "Another story\n\nYesterday Quxlor said that it would open a second plant.")
    importing.import_paths(library, [folder / "2.txt"])
    names = {stored.fact.name for stored in reading.article(library, 2).facts}
    assert "Quxlor" in names


def test_front_matter_that_never_ends_is_cut(library, folder):
    nested = "a: " + "[" * 30 + "1" + "]" * 30
    write(folder, "1.md", POST.replace("mood: bright", nested))
    report = importing.import_paths(library, [folder])
    assert report.items[0].outcome in (Outcome.ADDED, Outcome.FAILED)


def test_an_import_ends_up_in_the_journal_of_nobody(library, folder):
    write(folder, "1.md")
    importing.import_paths(library, [folder])
    assert editing.undoable(library) == (None, None)


def test_figures_and_dates_know_the_companies_they_are_about(library, folder):
    text = POST + "\nElsewhere Siemens lent $3 million.\n\nThe road costs $7 million.\n"
    write(folder, "plant.md", text)
    (item,) = importing.import_paths(library, [folder]).items
    about = {each.fact.quote: each.about for each in reading.article(library, item.article_id).facts}
    assert about["$20 million"] == about["second half of 2031"] == ("Orchard Chips",)
    assert about["$3 million"] == ("Siemens",)
    assert about["$7 million"] == about["Siemens"] == ()
