"""Texts that count something have an English plural, and every text can be found by Qt's tools."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]
COUNTED = re.compile(r'\btr\(\s*"((?:[^"\\]|\\.)*%n(?:[^"\\]|\\.)*)"')
IN_AN_F_STRING = re.compile(r"""\bf(?:"[^"\n]*|'[^'\n]*)\{[^}"\n]*\btr\(""")


def sources() -> list[tuple[Path, str]]:
    files = [ROOT / "curator" / "app.py", *(ROOT / "curator" / "ui").rglob("*.py")]
    return [(file, file.read_text("utf-8")) for file in files]


def test_every_text_that_counts_has_a_plural() -> None:
    tree = ET.parse(ROOT / "resources" / "i18n" / "curator_en.ts")
    known = {message.findtext("source") for message in tree.iter("message")}
    wanted = {text for _file, source in sources() for text in COUNTED.findall(source)}
    assert wanted
    assert not wanted - known, "run packaging/build_translations.py"


def test_no_text_hides_in_an_f_string() -> None:
    # lupdate passes over them, and so would every translator.
    assert not [file.name for file, source in sources() if IN_AN_F_STRING.search(source)]


def test_one_is_no_number_of_things_selected(qapp: QApplication) -> None:
    translator = QTranslator()
    assert translator.load(str(ROOT / "resources" / "i18n" / "curator_en.qm"))
    for context in ("BulkEditDialog", "ExportScope", "SaveChoices"):
        assert translator.translate(context, "The %n selected", "", 1) == "The one selected"
        assert translator.translate(context, "The %n selected", "", 2) == "The %n selected"
