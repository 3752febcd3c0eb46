"""The desktop entry and the AppStream metadata, against the program they are about."""

import configparser
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QIcon

ROOT = Path(__file__).parents[2]
NAME = "org.curator.Curator"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def entry():
    """The desktop entry's keys, in their own letter case."""
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str
    parser.read(ROOT / "packaging" / f"{NAME}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.fixture(scope="module")
def metainfo():
    """The AppStream component."""
    return ET.parse(ROOT / "packaging" / f"{NAME}.metainfo.xml").getroot()


def test_the_entry_starts_the_desk_with_the_installed_command(entry):
    assert entry["Type"] == "Application"
    assert entry["Exec"].split() == ["curator", "gui"]
    assert entry["Exec"].split()[0] in PROJECT["scripts"]
    assert entry["Terminal"] == "false"


def test_entry_icon_and_window_go_by_one_name(entry, metainfo):
    assert entry["Icon"] == metainfo.findtext("id") == NAME
    assert metainfo.findtext("launchable[@type='desktop-id']") == f"{NAME}.desktop"
    program = (ROOT / "curator" / "app.py").read_text(encoding="utf-8")
    assert f'setDesktopFileName("{NAME}")' in program
    assert f'setApplicationName("{entry["StartupWMClass"]}")' in program


def test_the_metadata_agrees_with_the_project(metainfo):
    assert metainfo.findtext("project_license") == PROJECT["license"].partition(" AND ")[0]
    assert metainfo.findtext("provides/binary") in PROJECT["scripts"]
    newest = metainfo.find("releases/release")
    assert newest is not None
    assert newest.get("version") == PROJECT["version"]


def test_every_element_of_the_description_says_something(metainfo):
    description = metainfo.find("description")
    assert description is not None
    leaves = [element for element in description.iter() if not len(element)]
    assert leaves
    assert all((element.text or "").strip() for element in leaves)


@pytest.mark.parametrize("size", [16, 48, 256])
def test_the_icon_is_drawn_at_every_size(qapp, size):
    picture = QIcon(str(ROOT / "resources" / "icons" / "curator.svg")).pixmap(size, size).toImage()
    assert (picture.width(), picture.height()) == (size, size)
    assert picture.pixelColor(size // 2, size // 2).alpha() == 255
