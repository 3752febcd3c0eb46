"""Edits and decisions of many articles at once: as one by one, in one step, and taken back as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.domain.articles import State
from curator.domain.errors import CuratorError
from curator.domain.facts import Decision, FactKind, Verdict
from curator.services import checking, editing, listing, reading, reviewing
from curator.services.imports.importing import import_paths
from curator.services.library import Library
from curator.store.articles import INDEXED
from curator.store.changes.bulk_changes import FEW

MANY = FEW + 5


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("bulk")
    for number in range(MANY):
        words = f"Siemens will build mill {number} for {number + 2} million euros by 2031."
        (home / f"{number}.md").write_text(f"---\ntitle: Mill {number}\nsource: Gazette\n---\n\n{words}\n")
    with Library.open(home / "library.curator") as library:
        import_paths(library, [home])
    return home / "library.curator"


@pytest.fixture
def library(filled: Path, tmp_path: Path) -> Iterator[Library]:
    (tmp_path / "library.curator").write_bytes(filled.read_bytes())
    with Library.open(tmp_path / "library.curator") as opened:
        yield opened


def ids(library: Library) -> list[int]:
    return listing.identifiers(library, "")


def state(library: Library) -> list[object]:
    """All but the times of edits."""
    articles = [reading.article(library, number) for number in ids(library)]
    return [(each.id, each.fields, each.state, each.facts, each.text) for each in articles]


def fact_ids(library: Library, kind: FactKind | None = None) -> list[int]:
    articles = [reading.article(library, number) for number in ids(library)]
    return [fact.id for each in articles for fact in each.facts if kind in (None, fact.fact.kind)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("source", "Courier"),
        ("importance", 3),
        ("state", "reviewed"),
        ("published", "2026-01"),
        ("note", "x"),
    ],
)
def test_a_field_set_in_many_articles_is_found_and_taken_back(
    library: Library, field: str, value: str | int
) -> None:
    before = state(library)
    applied = editing.set_field(library, ids(library), field, value)
    assert len(applied.step.changes if applied.step else ()) == MANY
    together = state(library)
    words = str(value) if field in INDEXED else ""
    assert not words or listing.count(library, words) == MANY
    assert listing.count(library, "Gazette") == (0 if field == "source" else MANY)
    assert checking.check(library) == []
    editing.undo(library)
    assert state(library) == before
    assert not words or listing.count(library, words) == 0
    assert listing.count(library, "Gazette") == MANY
    assert checking.check(library) == []
    for number in ids(library):
        editing.set_field(library, [number], field, value)
    assert state(library) == together


def test_deciding_many_facts_is_one_step_that_gives_their_companies(library: Library) -> None:
    before, facts = state(library), fact_ids(library)
    reviewing.decide(library, facts, Decision.ACCEPTED)
    assert listing.count(library, "company:Siemens") == MANY
    assert all(not row.facts_open for row in listing.rows(library, ids(library)))
    accepted = state(library)
    reviewing.decide(library, fact_ids(library, FactKind.COMPANY), Decision.REJECTED)
    assert listing.count(library, "company:Siemens") == 0
    editing.undo(library)
    assert state(library) == accepted
    editing.undo(library)
    assert state(library) == before
    assert editing.redo(library) is not None
    assert state(library) == accepted


def test_verdicts_on_many_facts_are_taken_back_together(library: Library) -> None:
    before, facts = state(library), fact_ids(library)
    reviewing.judge(library, facts, Verdict.CONFIRMED, "as filed", "the register")
    judged = [reading.article(library, number) for number in ids(library)]
    assert {fact.verdict for each in judged for fact in each.facts} == {Verdict.CONFIRMED}
    editing.undo(library)
    assert state(library) == before


def test_a_bulk_edit_that_another_desk_overtook_is_not_taken_back(library: Library) -> None:
    reviewing.set_state(library, ids(library), State.REVIEWED)
    with library.writing() as connection:
        connection.exec_driver_sql("UPDATE article SET state = 1 WHERE id = 1")
    after = state(library)
    with pytest.raises(CuratorError, match="can no longer be taken back"):
        editing.undo(library)
    assert state(library) == after


def test_redo_makes_again_what_was_taken_back_last(library: Library) -> None:
    one, other = ids(library)[:2]
    editing.set_field(library, [one], "note", "first")
    editing.undo(library)
    editing.set_field(library, [other], "note", "second")
    assert editing.undoable(library)[1] is None
    editing.undo(library)
    editing.redo(library)
    assert reading.article(library, other).fields.note == "second"
    assert reading.article(library, one).fields.note == ""
    assert editing.undoable(library)[1] is None
