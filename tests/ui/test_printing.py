"""Printing: PDF and PNG can be read by other programs, and come out the same each time."""

from __future__ import annotations

import io
from datetime import date

import pypdf
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from curator.domain.exports import Edition, Exported
from curator.services import listing, reading, timelines
from curator.services.library import Library
from curator.ui.printing import PDF, PNG


@pytest.fixture
def chosen(library: Library) -> list[Exported]:
    return [Exported(reading.article(library, each)) for each in listing.identifiers(library, "")]


@pytest.fixture
def edition(library: Library, chosen: list[Exported]) -> Edition:
    marks = timelines.marks(library, "")
    return Edition("Morning – 早报", "", len(chosen), "2031-01-02T03:04:05Z", marks=marks)


def test_a_dossier_holds_titles_facts_and_page_numbers(
    qtbot: QtBot, chosen: list[Exported], edition: Edition
) -> None:
    stream = io.BytesIO()
    PDF.write(chosen, edition, stream)
    read = pypdf.PdfReader(stream)
    text = "".join(page.extract_text() for page in read.pages).replace("\n", " ")
    for each in chosen:
        assert each.article.fields.title.split()[0] in text
    assert "Morning" in text
    assert read.metadata is not None
    assert read.metadata.title == edition.title
    assert read.metadata.creation_date is not None
    assert read.metadata.creation_date.date() == date(2031, 1, 2)


def test_the_same_articles_give_the_same_dossier(
    qtbot: QtBot, chosen: list[Exported], edition: Edition
) -> None:
    made = []
    for _ in range(2):
        stream = io.BytesIO()
        PDF.write(iter(chosen), edition, stream)
        made.append(stream.getvalue())
    assert made[0] == made[1]


def test_a_dossier_of_nothing_is_a_page_with_its_title(qtbot: QtBot) -> None:
    stream = io.BytesIO()
    PDF.write([], Edition("Nothing", "", 0, ""), stream)
    assert len(pypdf.PdfReader(stream).pages) == 1


def test_hostile_text_loads_nothing_and_breaks_nothing(qtbot: QtBot) -> None:
    stream = io.BytesIO()
    PDF.write([], Edition("<img src='file:///etc/passwd'> \x00 \ud800 🙂", "", 0, ""), stream)
    assert len(pypdf.PdfReader(stream).pages) == 1


def test_a_picture_of_the_timeline_is_a_png(qtbot: QtBot, chosen: list[Exported], edition: Edition) -> None:
    stream = io.BytesIO()
    PNG.write(chosen, edition, stream)
    image = QImage.fromData(stream.getvalue())
    assert image.width() == 2400
    again = io.BytesIO()
    PNG.write(chosen, edition, again)
    assert again.getvalue() == stream.getvalue()
