"""The measurements of ./run bench, so far as they would rot unseen: their articles still fit the library."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[1] / "bench"


@pytest.fixture
def measurement(monkeypatch):
    """Imports a module of tests/bench as ./run bench does."""
    monkeypatch.syspath_prepend(str(BENCH))
    yield importlib.import_module
    for path in BENCH.glob("*.py"):
        if path.stem != "__main__":  # that is the program which runs the tests
            sys.modules.pop(path.stem, None)


def test_the_list_is_measured_on_a_library_of_made_articles(measurement, tmp_path):
    listing = measurement("listing")
    with listing.filled(tmp_path / "small.curator", 30) as library:
        rows = listing.pages(library, 30)
    assert all(row.value > 0 for row in rows)


def test_an_import_is_measured(measurement, tmp_path):
    importing = measurement("importing")
    corpus = measurement("corpus")
    rows = importing.imports(tmp_path, 5, corpus.write_files(tmp_path / "files", 5))
    assert {row.unit for row in rows} == {"files/s", "MB/s"}


def test_every_measurement_says_what_it_is():
    listed = subprocess.run(
        [sys.executable, str(BENCH), "--list"], check=True, capture_output=True, text=True
    ).stdout.split()
    assert {"importing", "listing", "startup", "timeline"} <= set(listed)


def test_an_unknown_measurement_is_refused():
    asked = subprocess.run(
        [sys.executable, str(BENCH), "nothing-such"], check=False, capture_output=True, text=True
    )
    assert asked.returncode == 2
    assert "nothing-such" in asked.stderr


def test_writing_front_matter_is_measured(measurement, tmp_path):
    patching = measurement("patching")
    assert set(patching.posts(2)) == {"YAML", "TOML", "JSON"}
    assert all(row.value > 0 for row in patching.saved(tmp_path, 3))
