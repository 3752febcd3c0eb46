"""Extensions: formats of other packages are found, replace ours by name, and fail alone."""

import importlib
import sys

import pytest

from curator import extensions
from curator.domain.errors import CuratorError
from curator.extraction import extract
from curator.services import reading
from curator.services.exports import exporting, writers
from curator.services.imports import importing

MODULE = """
from curator.domain.facts import Fact, FactKind
from curator.extraction.passages import Extractor
from curator.formats import Claim, Reader
from curator.formats.readers import PLAIN, Source
from curator.formats.writing import FileWriter

def _write(articles, edition, stream):
    for each in articles:
        stream.write(f"{each.article.fields.title}\\n".encode())

WRITER = FileWriter("titles", "Titles", "a line each", ".txt", _write)
NUMBER = 5

READER = Reader(
    "shout",
    (".shout",),
    lambda source: Claim.CERTAIN if source.suffix == ".shout" else Claim.NO,
    lambda source: PLAIN.read(Source(source.data.upper(), source.path)),
)

def _find(passage):
    start = passage.text.find("ticket 7")
    if start >= 0:
        yield Fact(FactKind.QUANTITY, start, start + 8, "ticket 7", rule="tickets")
        yield Fact(FactKind.QUANTITY, 0, 5, "not what stands there", rule="tickets")

EXTRACTOR = Extractor("tickets", _find)
FAULTY = Extractor("faulty", lambda passage: 1 / 0)
"""


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Installs a package whose entry points are these."""

    def install(points, group=extensions.WRITERS):
        folder = tmp_path / "site"
        folder.mkdir()
        (folder / "our_desk.py").write_text(MODULE)
        info = folder / "our_desk-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: our-desk\nVersion: 1.0\n")
        lines = "\n".join(f"{name} = {value}" for name, value in points.items())
        (info / "entry_points.txt").write_text(f"[{group}]\n{lines}\n")
        monkeypatch.syspath_prepend(str(folder))
        importlib.invalidate_caches()
        extensions._installed.cache_clear()

    yield install
    sys.modules.pop("our_desk", None)
    extensions._installed.cache_clear()


def test_an_installed_format_is_offered_and_writes(package, library, filled, tmp_path):
    package({"titles": "our_desk:WRITER"})
    assert "titles" in writers.names()
    exporting.export(library, [2, 1], "titles", tmp_path / "t.txt")
    assert (tmp_path / "t.txt").read_text() == "Story 2\nStory 1\n"


def test_an_installed_format_takes_the_place_of_ours(package):
    package({"csv": "our_desk:WRITER"})
    assert writers.writer("csv").title == "Titles"
    assert writers.names().count("csv") == 1


@pytest.mark.parametrize("value", ["our_desk:MISSING", "nowhere_at_all:WRITER", "our_desk:NUMBER"])
def test_one_that_cannot_be_loaded_fails_alone(package, value):
    package({"broken": value})
    assert "csv" in [each.name for each in writers.writers()]
    with pytest.raises(CuratorError, match=r"extension .broken."):
        writers.writer("broken")


def test_a_format_that_is_not_there_is_told_with_those_that_are():
    with pytest.raises(CuratorError, match=r"jsonl"):
        writers.writer("docx")


def test_an_installed_reader_takes_its_files_from_folders_too(package, library, tmp_path):
    package({"shout": "our_desk:READER"}, extensions.READERS)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.shout").write_text("hello there\n\nThis is said aloud and at some length.")
    (item,) = importing.import_paths(library, [tmp_path / "in"]).items
    assert reading.article(library, item.article_id).fields.title == "HELLO THERE"


def test_an_installed_extractor_adds_facts_whose_evidence_is_true(package):
    package({"tickets": "our_desk:EXTRACTOR"}, extensions.EXTRACTORS)
    found = extract("They drew ticket 7 and paid 20 dollars.", "en")
    assert [fact.quote for fact in found] == ["ticket 7", "20 dollars"]


def test_an_extractor_that_fails_costs_nothing_but_its_own_facts(package, caplog):
    package({"faulty": "our_desk:FAULTY"}, extensions.EXTRACTORS)
    assert [fact.quote for fact in extract("They paid 20 dollars.", "en")] == ["20 dollars"]
    assert "faulty" in caplog.text
