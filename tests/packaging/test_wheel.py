"""The wheel, built from this checkout and tried as a user has it: away from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.xdist_group("wheel")  # it is built once
TRY = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from curator import paths
for folder in ("db", "resources"):
    assert paths.shipped(folder) == Path(sys.argv[1]).resolve() / "curator" / folder, paths.shipped(folder)
    assert any(paths.shipped(folder).iterdir()), folder
from curator.cli import main
sys.exit(main(sys.argv[2:]))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of this checkout."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    building = subprocess.run(command, check=False, capture_output=True, text=True)
    assert building.returncode == 0, building.stdout + building.stderr
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A folder with nothing but what the wheel brings."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def curator(installed, home, *arguments):
    environment = {**os.environ, "CURATOR_HOME": str(home), "PYTHONWARNINGS": "error"}
    return subprocess.run(
        [sys.executable, "-P", "-c", TRY, str(installed), *arguments],
        cwd=home,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )


def shipped(folder: str) -> set[str]:
    """The files of a folder of the checkout, as they should stand in the package."""
    return {
        f"curator/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


@pytest.mark.parametrize("folder", ["db", "resources"])
def test_the_wheel_brings_the_shipped_folders(wheel, folder):
    expected = shipped(folder)
    assert expected
    assert expected <= set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_brings_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"curator"}
    assert not [name for name in names if "__pycache__" in name or "/tests/" in name]


def test_the_wheel_says_its_licence_and_those_of_its_data(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (metadata,) = [name for name in names if name.endswith(".dist-info/METADATA")]
        assert "License-Expression: Apache-2.0 AND " in archive.read(metadata).decode()
    licences = {name.partition(".dist-info/licenses/")[2] for name in names}
    assert "LICENSE" in licences
    for folder in ("companies", "languages", "lexicon", "samples"):
        beside = {f"resources/{folder}/README.md", f"resources/{folder}/LICENCES.md"}
        assert licences & (beside | ({"resources/README.md"} if folder == "samples" else set())), folder


def test_the_installed_program_makes_a_library_and_lists_it(installed, tmp_path):
    (tmp_path / "one.md").write_text("---\ntitle: A first article\n---\nIts body.\n", encoding="utf-8")
    imported = curator(installed, tmp_path, "import", "one.md")
    assert (imported.returncode, imported.stderr) == (0, "")
    listed = curator(installed, tmp_path, "list", "--json")
    assert listed.returncode == 0, listed.stderr
    assert '"A first article"' in listed.stdout


def test_the_installed_program_explains_itself(installed, tmp_path):
    helped = curator(installed, tmp_path, "--help")
    assert helped.returncode == 0, helped.stderr
    assert "import" in helped.stdout


def test_what_is_made_once_is_made_in_one_process(request):
    if not getattr(request.config.option, "loadgroup", False):
        pytest.skip("the tests are not handed out by groups")
    assert request.node.nodeid.endswith("@wheel")
