"""What an import makes of files does not hang on how many of them a transaction takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import pytest

from curator.domain.facts import FactKind, Verdict
from curator.services import checking, listing, reading, reviewing
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
