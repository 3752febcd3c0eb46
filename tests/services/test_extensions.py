"""Extensions: formats of other packages are found, replace ours by name, and fail alone."""

import importlib
import sys

import pytest

from curator import extensions
from curator.domain.errors import CuratorError
from curator.services import exporting, writers

MODULE = """
from curator.formats.writing import FileWriter

def _write(articles, edition, stream):
    for each in articles:
        stream.write(f"{each.article.fields.title}\\n".encode())

WRITER = FileWriter("titles", "Titles", "a line each", ".txt", _write)
NUMBER = 5
"""


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Installs a package whose entry points are these."""

    def install(points):
        folder = tmp_path / "site"
        folder.mkdir()
        (folder / "our_desk.py").write_text(MODULE)
        info = folder / "our_desk-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: our-desk\nVersion: 1.0\n")
        lines = "\n".join(f"{name} = {value}" for name, value in points.items())
        (info / "entry_points.txt").write_text(f"[{extensions.WRITERS}]\n{lines}\n")
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
