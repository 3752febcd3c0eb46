"""The shipped articles: built as their script says, and all readable."""

import importlib.util
from pathlib import Path

import pytest

from curator.formats import read, suffixes
from curator.formats.blocks.pages import page
from curator.paths import resource

SAMPLES = sorted(path for path in resource("samples").rglob("*") if path.is_file())
BUILDER = Path(__file__).parents[2] / "packaging" / "data" / "build_samples.py"


def test_there_are_enough_and_all_are_articles():
    assert len(SAMPLES) >= 14
    assert {path.suffix for path in SAMPLES} <= suffixes()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem[:40])
def test_a_sample_is_read_and_set(path):
    found = read(path.read_bytes(), str(path))
    assert found.title.of(found.text)
    assert found.fields.published or path.stem == "aurelia-dresden-fabrik"
    assert found.text.count(found.title.of(found.text)) == 1
    blocks = page(found.text, found.markup, found.body).blocks
    assert len(blocks) > 4
    assert any(block.kind == "heading" for block in blocks) or found.markup == "plain"


@pytest.mark.skipif(not BUILDER.is_file(), reason="the build scripts are not beside the package")
def test_the_damaged_samples_are_what_their_script_builds():
    spec = importlib.util.spec_from_file_location("build_samples", BUILDER)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    built = module.built()
    assert len(built) == 4
    assert all(path.read_bytes() == data for path, data in built.items())
    assert module.damaged("více soft\u00adhyphen 📰") == "vÃ\u00adce softÂhyphen ğŸ“°".replace("\u00ad", "")
