"""What an import makes of files does not hang on how many of them a transaction takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import pytest

from curator.domain.facts import Fact, FactKind, Verdict
from curator.services import checking, editing, listing, reading, reviewing
from curator.services.exports import exporting
from curator.services.imports import importing
from curator.services.imports.importing import ImportReport, Outcome, Revisions
from curator.services.library import Library

Making: TypeAlias = Callable[..., Library]

STAMP = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Making]:
    """A new library after these imports, whose transactions take so many files."""
    libraries: list[Library] = []

    def library_of(files: int, *imports: Sequence[Path]) -> Library:
        monkeypatch.setattr(importing, "BATCH", files)
        library = Library.open(tmp_path / f"{files}-{len(libraries)}.curator")
        libraries.append(library)
        for paths in imports:
            imported(library, paths)
        assert checking.check(library) == []
        return library

    yield library_of
    for each in libraries:
        each.close()


def imported(library: Library, paths: Sequence[Path]) -> ImportReport:
    return importing.import_paths(library, paths, revisions=Revisions.REPLACE)


def everything(library: Library, folder: Path) -> bytes:
    """All that the library knows, but for the time of day."""
    file = folder / "all.jsonl"
    exporting.export(library, listing.newest_first(library, ""), "jsonl", file)
    data = STAMP.sub(b"", file.read_bytes())
    file.unlink()
    return data


def written(folder: Path, **files: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text)
    return [folder / f"{name}.md" for name in files]


def story(text: str, companies: str = "", title: str = "A plant") -> str:
    return f"---\ntitle: {title}\nlang: en\ncompanies: [{companies}]\n---\n\n{text}\n"


def test_a_company_that_a_later_file_lists_is_known_to_facts_of_earlier_ones(
    made: Making, tmp_path: Path
) -> None:
    paths = written(
        tmp_path / "in",
        a=story("The supplier Quxlor AG will spend $20 million on a plant."),
        b=story("It opened a plant in spring.", "Quxlor AG"),
        c=story("Quxlor AG said that it would hire 40 people."),
    )
    for files in (1, 50):
        library = made(files, paths)
        known = {
            each.company_id
            for number in (1, 2, 3)
            for each in reading.article(library, number).facts
            if each.fact.kind is FactKind.COMPANY
        }
        assert known == {1}
    assert everything(made(1, paths), tmp_path) == everything(made(50, paths), tmp_path)


def test_facts_of_a_new_revision_know_a_company_that_a_later_file_lists(made: Making, tmp_path: Path) -> None:
    paths = written(tmp_path / "in", a=story("It opened a plant in spring."))
    library = made(1, paths)
    later = written(
        tmp_path / "in",
        a=story("The supplier Quxlor AG will spend $20 million on a plant."),
        b=story("It opened a plant in spring.", "Quxlor AG"),
    )
    assert imported(library, later).counts == {Outcome.REVISION: 1, Outcome.ADDED: 1}
    (found,) = [each for each in reading.article(library, 1).facts if each.fact.kind is FactKind.COMPANY]
    assert found.company_id == 1


def test_figures_are_about_a_company_as_an_earlier_file_spells_it(made: Making, tmp_path: Path) -> None:
    paths = written(
        tmp_path / "in",
        a=story("The road costs $7 million.", "Quxlor"),
        b=story("QUXLOR will spend $20 million on a plant.", "QUXLOR"),
    )
    one, other = made(1, paths), made(50, paths)
    for library in (one, other):
        facts = reading.article(library, 2).facts
        assert {each.about for each in facts if each.fact.kind is FactKind.MONEY} == {("Quxlor",)}
    assert everything(one, tmp_path) == everything(other, tmp_path)


@pytest.mark.parametrize("kind", ["csv-facts", "annotations"])
def test_notes_may_come_with_the_article_that_they_are_on(made: Making, tmp_path: Path, kind: str) -> None:
    paths = written(tmp_path / "in", a=story("Quxlor will spend $20 million on a plant."))
    library = made(50, paths)
    money = next(each for each in reading.article(library, 1).facts if each.fact.kind is FactKind.MONEY)
    reviewing.judge(library, [money.id], Verdict.DOUBTFUL, "no plant yet")
    notes = tmp_path / f"notes{'.csv' if kind == 'csv-facts' else '.jsonld'}"
    exporting.export(library, [1], kind, notes)
    one, other = made(1, [*paths, notes]), made(50, [*paths, notes])
    for each in (one, other):
        verdicts = {fact.id: fact.verdict for fact in reading.article(each, 1).facts}
        assert listing.count(each, "") == 1
        assert verdicts[money.id] is Verdict.DOUBTFUL
    assert everything(one, tmp_path) == everything(other, tmp_path)


def test_notes_may_come_behind_notes_on_another_article(made: Making, tmp_path: Path) -> None:
    address = "https://quxlor.example/{}"
    paths = written(
        tmp_path / "in",
        **{
            name: f"---\ntitle: {name}\nurl: {address.format(name)}\n---\n\nQuxlor will spend $20 million.\n"
            for name in ("a", "b")
        },
    )
    library = made(50, paths)
    notes: list[Path] = []
    for number in (1, 2):
        money = next(
            each for each in reading.article(library, number).facts if each.fact.kind is FactKind.MONEY
        )
        reviewing.judge(library, [money.id], Verdict.WRONG, "no plant")
        notes.append(tmp_path / f"notes-{number}.jsonld")
        exporting.export(library, [number], "annotations", notes[-1])
    order = [paths[0], notes[0], paths[1], notes[1]]
    one, other = made(1, order), made(50, order)
    for each in (one, other):
        assert listing.count(each, "") == 2
        for number in (1, 2):
            verdicts = {fact.verdict for fact in reading.article(each, number).facts}
            assert Verdict.WRONG in verdicts
    assert everything(one, tmp_path) == everything(other, tmp_path)


def test_notes_can_be_taken_back_though_a_later_file_lists_their_company(
    made: Making, tmp_path: Path
) -> None:
    paths = written(tmp_path / "in", a=story("A mill stands by the river."), b=story("B", "Quxlor"))
    library = made(50, paths[:1])
    reviewing.add_fact(library, 1, Fact(FactKind.COMPANY, 0, 0, "mill", name="Quxlor"))
    notes = tmp_path / "notes.csv"
    exporting.export(library, [1], "csv-facts", notes)
    other = made(50, [paths[0], notes, paths[1]])
    assert [each.fact.name for each in reading.article(other, 1).facts] == ["Quxlor"]
    editing.undo(other)
    assert reading.article(other, 1).facts == ()


def test_a_file_is_known_by_the_address_of_an_entry_before_it(made: Making, tmp_path: Path) -> None:
    head = "---\ntitle: A plant\nurl: https://quxlor.example/a\n---\n\n"
    early = written(tmp_path / "early", a=f"{head}It costs $20 million.\n")
    export = tmp_path / "export.jsonl"
    exporting.export(made(50, early), [1], "jsonl", export)
    late = written(tmp_path / "late", b=f"{head}It costs $30 million by now.\n")
    for paths in ([export, *late], [*late, export]):
        one, other = made(1, paths), made(50, paths)
        assert reading.article(other, 1).revisions == 2
        assert everything(one, tmp_path) == everything(other, tmp_path)


def test_articles_get_their_numbers_in_the_order_of_the_files(made: Making, tmp_path: Path) -> None:
    early = written(tmp_path / "early", a=story("A", "Quxlor"), b=story("B", "Zimbor"))
    export = tmp_path / "export.jsonl"
    exporting.export(made(50, early), [1, 2], "jsonl", export)
    late = written(tmp_path / "late", c=story("C", "Velmor"), d=story("D", "Quxlor"))
    paths = [late[0], export, late[1]]
    one, other = made(1, paths), made(50, paths)
    assert [reading.article(other, number).path for number in (1, 2, 3, 4)] == [
        "c.md",
        "a.md",
        "b.md",
        "d.md",
    ]
    assert everything(one, tmp_path) == everything(other, tmp_path)


def test_companies_get_their_numbers_in_the_order_of_the_files(made: Making, tmp_path: Path) -> None:
    first = written(tmp_path / "in", b=story("B"))
    second = written(tmp_path / "in", a=story("A", "Quxlor"), b=story("B", "Velmor"), c=story("C", "Zimbor"))
    states: list[bytes] = []
    for files in (1, 50):
        library = made(files, first)
        imported(library, second)
        states.append(everything(library, tmp_path))
    assert states[0] == states[1]


def test_a_transaction_takes_so_many_bytes_at_most(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = written(tmp_path / "in", a=story("A" * 500), b=story("B" * 50), c=story("C" * 500))
    monkeypatch.setattr(importing, "BATCH_BYTES", 600)
    told: list[str] = []

    def progress(_done: int, _total: int, label: str = "", /) -> None:
        told.append(label)

    importing.import_paths(
        library, paths, progress=progress, on_item=lambda item: told.append(f"stored {item.path}")
    )
    assert told[-7:] == ["a.md", "b.md", "stored a.md", "stored b.md", "c.md", "stored c.md", ""]
