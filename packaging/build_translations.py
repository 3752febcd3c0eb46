"""Build `resources/i18n`: the English plurals, and the template for translators.

`python packaging/build_translations.py` reads the program's texts with Qt's lupdate, fills the English
plural forms from texts such as "%n article(s)", and compiles them with lrelease. English needs a
translation of its own since "1 article" and "2 articles" stand as one text in the source.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
_OPTIONAL = re.compile(r"\((e?s)\)")
_WHOLE = {
    "%n have no date": "%n has no date",
    "%n have no source": "%n has no source",
    "%n file(s) have no known ending: they come in only if they are text": (
        "%n file has no known ending: it comes in only if it is text"
    ),
    "%n differ": "%n differs",
    "%n change(s) are taken back or made again": "%n change is taken back or made again",
    "%n article(s) are changed": "%n article is changed",
    "%n place(s) are changed": "%n place is changed",
    "%n article(s) and facts are changed": "%n article and its facts are changed",
    "%n place(s) in this article agree": "%n place in this article agrees",
    "%n article(s) agree": "%n article agrees",
    "%n companies": "%n company",
    "%n figures and dates are about it by the new name.": ("%n figure or date is about it by the new name."),
    "Merge %n companies into": "Merge %n company into",
    "The first %n articles selected; all that are found can be edited": (
        "The first article selected; all that are found can be edited"
    ),
    "%n articles selected": "%n article selected",
    "The %n selected": "The one selected",
}
"""Singular forms that no ending makes."""


def main() -> None:
    """Update the English file and compile it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    english = FOLDER / "curator_en.ts"
    options = ["-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", "en"]
    _run("pyside6-lupdate", "-extensions", "py", "curator", *options, "-pluralonly", "-ts", str(english))
    _fill(english)
    _run("pyside6-lrelease", str(english), "-qm", str(english.with_suffix(".qm")))


def _fill(file: Path) -> None:
    tree = ET.parse(file)  # noqa: S314 - written by lupdate a moment ago
    for message in tree.iter("message"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        if translation is None:
            continue
        forms = _WHOLE.get(source, _OPTIONAL.sub("", source)), _OPTIONAL.sub(r"\1", source)
        translation.attrib.pop("type", None)
        for form in list(translation):
            translation.remove(form)
        for text in forms:
            ET.SubElement(translation, "numerusform").text = text
    ET.indent(tree, "    ")
    tree.write(file, encoding="utf-8", xml_declaration=True)


def _run(*command: str) -> None:
    subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
