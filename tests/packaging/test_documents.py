"""What the documents name is there: modules, files, and every script that makes a table."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = (
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "packaging/README.md",
    "packaging/data/companies/README.md",
    "resources/README.md",
    "resources/languages/README.md",
    "resources/lexicon/README.md",
    "tests/bench/README.md",
)
ROOMS = "cleaning|domain|extraction|formats|services|store|ui"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_module_that_is_named_is_there(name):
    named = re.findall(rf"`(?:curator\.)?((?:{ROOMS})(?:\.[a-z_]+)+)`", (ROOT / name).read_text("utf-8"))
    places = {module: ROOT.joinpath("curator", *module.split(".")) for module in named}
    assert [
        module
        for module, place in places.items()
        if not (place.is_dir() or place.with_suffix(".py").is_file() or defined(place))
    ] == []


def defined(place):
    """Whether what is named is in the module or the package above."""
    above = place.parent.with_suffix(".py")
    above = above if above.is_file() else place.parent / "__init__.py"
    return above.is_file() and re.search(
        rf"^(?:def|class) {place.name}\b", above.read_text("utf-8"), re.MULTILINE
    )


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_file_that_is_linked_or_named_is_there(name):
    text = (ROOT / name).read_text("utf-8")
    linked = [target for target in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in target]
    named = re.findall(r"`((?:curator|db|packaging|resources|tests)/[\w./-]+)`", text)
    built = {"curator/db", "curator/resources"}  # in the wheel
    assert [target for target in linked if not (ROOT / name).parent.joinpath(target).exists()] == []
    assert [path for path in named if not (ROOT / path).exists() and path not in built] == []


def test_every_script_that_makes_a_table_has_its_place_in_the_order():
    told = (ROOT / "packaging" / "README.md").read_text("utf-8")
    scripts = [path.name for path in (ROOT / "packaging" / "data").glob("build_*.py")]
    assert [script for script in scripts if f"`{script}`" not in told] == []
