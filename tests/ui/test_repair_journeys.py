"""An editor's ways through damaged articles, with keys alone: the library, the screen, and a restart."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from curator import cleaning
from curator.domain.facts import Decision
from curator.domain.repairs import Alternative, Cleaned, undone
from curator.services import reading, repairing
from curator.services.imports.importing import import_paths
from curator.services.library import Library
from curator.ui.desk import Desk
from curator.ui.lifecycle.frame import Frame
from curator.ui.look import theme
from curator.ui.reader.marks import Look, repair_mark
from curator.ui.windows.repairs_window import HERE, RepairsWindow
from tests.ui.modal import once_open

FIRST = """---
title: Řeka čeká na čluny
source: Večerní Děčín
author: Jiří Černý
lang: cs
---

Přístav koupí jeřáby za 40 milionů eur. Řeka je letos mělká, takže lodě čekají u mostu a jeřáby stojí.

Starosta říká, že výměna potrvá dva roky a že město zaplatí třetinu. Rybáři z Děčína čekají na čluny.
"""
SECOND = """Nové jeřáby

Také v Mělníku budou jeřáby. Dělníci položí koleje a řidiči dostanou výcvik, říká přístav.
"""
GUESSED = "jeřáby"
CANDIDATES = (Alternative("jeřábi", 0.2), Alternative("jeřábů", 0.1))


def damaged(text: str) -> str:
    """UTF-8 read as windows-1254, what it does not define dropped."""
    return text.encode().decode("cp1254", "ignore")


def _doubted(cleaned: Cleaned) -> Cleaned:
    """What cleaning found, one of its words less sure than it would be."""
    return replace(
        cleaned,
        repairs=tuple(
            replace(each, confidence=0.7, alternatives=CANDIDATES) if each.after == GUESSED else each
            for each in cleaned.repairs
        ),
    )


@pytest.fixture(scope="module")
def damaged_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of two damaged articles, one word of which is a guess, to be copied."""
    folder = tmp_path_factory.mktemp("damaged")
    (folder / "1.md").write_text(damaged(FIRST), encoding="utf-8")
    (folder / "2.txt").write_text(damaged(SECOND), encoding="utf-8")
    whole = cleaning.clean_parts
    with pytest.MonkeyPatch.context() as patch, Library.open(folder / "library.curator") as library:
        patch.setattr(
            cleaning, "clean_parts", lambda parts, language=None: list(map(_doubted, whole(parts, language)))
        )
        import_paths(library, [folder / "1.md", folder / "2.txt"])
    return folder / "library.curator"


Open = Callable[[], Desk]


@pytest.fixture
def reopen(
    qtbot: QtBot, tmp_path: Path, damaged_library: Path, make_workspace: Callable, answers: object
) -> Iterator[Open]:
    """Opens the desk on the damaged articles; each further time as after a restart."""
    path = Path(shutil.copy(damaged_library, tmp_path / "library.curator"))
    desks: list[Desk] = []

    def open_() -> Desk:
        if desks:
            desks[-1].window.frame.close()
        desk = Desk(make_workspace("window.ini"), Library.open(path), answers)  # type: ignore[arg-type]
        desks.append(desk)
        desk.open()
        qtbot.waitUntil(desk.settled)
        desk.show_article(1)
        with qtbot.waitActive(desk.window.frame):
            desk.window.frame.activateWindow()
        desk.window.list.setFocus()
        return desk

    yield open_
    desks[-1].window.frame.close()


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    assert QApplication.focusWidget() is not None
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def type_words(qtbot: QtBot, words: str) -> None:
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit), line
    qtbot.keyClicks(line, words)


def walk(qtbot: QtBot, steps: Callable[[RepairsWindow], None]) -> None:
    """Open the repairs by their key, and do something in their window, which is closed by Esc."""
    failures: list[BaseException] = []

    def inside(window: RepairsWindow) -> None:
        try:
            window.activateWindow()
            qtbot.waitUntil(lambda: window.isAncestorOf(QApplication.focusWidget()))  # type: ignore[arg-type]
            steps(window)
        except BaseException as failure:  # noqa: BLE001 - told below, when the window is gone
            failures.append(failure)
        window.reject()

    once_open(RepairsWindow, inside)
    press(qtbot, Qt.Key.Key_R)
    if failures:
        raise failures[0]
    frame = next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, Frame) and each.isVisible()
    )
    frame.activateWindow()
    qtbot.waitUntil(lambda: frame.isAncestorOf(QApplication.focusWidget()))  # type: ignore[arg-type]


def text(desk: Desk, article_id: int = 1) -> str:
    """The cleaned text in the library; that on the screen is the same, the original is never lost."""
    article = reading.article(desk.library, article_id)
    if article_id == 1:
        assert desk.window.reader.view.reading.text == article.text
    original = undone(article.text, [stored.repair for stored in article.repairs])
    assert damaged(GUESSED) in original
    return article.text


def decisions(desk: Desk, article_id: int | None = None) -> list[Decision]:
    words = [word for word in repairing.guesses(desk.library, article_id) if word.before == damaged(GUESSED)]
    return [place.decision for word in words for place in word.places]


def test_certain_repairs_are_underlined_faintly_and_guesses_plainly(reopen: Open) -> None:
    desk = reopen()
    view = desk.window.reader.view
    assert desk.article is not None
    stored = {each.repair.after: each for each in desk.article.repairs}
    assert repair_mark(stored["Rybáři"]).look is Look.CERTAIN
    assert repair_mark(stored[GUESSED]).look is Look.GUESS
    picture = view.viewport().grab().toImage()
    certain, guess = (
        min(
            _unlike(picture.pixelColor(x, y), theme.current().ink("repair"))
            for box in view.boxes(stored[word].repair.cleaned)
            for x in range(round(box.left()) + 2, round(box.right()) - 2)
            for y in range(round(box.bottom()) - 3, round(box.bottom()) + 3)
        )
        for word in ("Rybáři", GUESSED)
    )
    assert guess < 120 < certain


def _unlike(one: QColor, other: QColor) -> int:
    """How far two colours are apart, from 0 to 765."""
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return sum(abs(a - b) for a, b in pairs)


def test_hovering_tells_what_stood_there_how_sure_it_is_and_what_else_it_may_be(reopen: Open) -> None:
    desk = reopen()
    view = desk.window.reader.view
    assert desk.article is not None
    stored = next(each for each in desk.article.repairs if each.repair.after == GUESSED)
    tip = re.sub("<[^>]+>", "", view.tip_at(view.boxes(stored.repair.cleaned)[0].center().toPoint()))
    for said in (damaged(GUESSED).replace("\xad", ""), GUESSED, "70", "jeřábi", "20"):
        assert said in tip


def test_a_repaired_word_that_states_a_fact_tells_both(reopen: Open) -> None:
    desk = reopen()
    view = desk.window.reader.view
    assert desk.article is not None
    stored = next(each for each in desk.article.repairs if each.repair.after == "milionů")
    tip = view.tip_at(view.boxes(stored.repair.cleaned)[0].center().toPoint())
    assert "EUR" in tip
    assert damaged("milionů") in tip


def test_one_key_accepts_a_guess_in_every_place_of_the_article(qtbot: QtBot, reopen: Open) -> None:
    desk = reopen()
    walk(qtbot, lambda _window: press(qtbot, Qt.Key.Key_A))
    assert decisions(desk, 1) == [Decision.ACCEPTED] * 2
    assert set(decisions(desk, 2)) == {Decision.PROPOSED}
    desk = reopen()
    assert decisions(desk, 1) == [Decision.ACCEPTED] * 2
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert decisions(desk, 1) == [Decision.PROPOSED] * 2


def test_another_candidate_or_a_typed_word_takes_the_place(qtbot: QtBot, reopen: Open) -> None:
    desk = reopen()

    def second(_window: RepairsWindow) -> None:
        press(qtbot, Qt.Key.Key_2)
        press(qtbot, Qt.Key.Key_A)

    walk(qtbot, second)
    assert text(desk).count("jeřábi") == 2

    def typed(window: RepairsWindow) -> None:
        press(qtbot, Qt.Key.Key_E)
        type_words(qtbot, "zvedaky")
        press(qtbot, Qt.Key.Key_Return)
        assert window.isVisible()

    walk(qtbot, typed)
    assert text(desk).count("zvedaky") == 2
    desk = reopen()
    assert text(desk).count("zvedaky") == 2
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text(desk).count("jeřábi") == 2
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text(desk).count(GUESSED) == 2
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert text(desk).count("jeřábi") == 2


def test_one_place_alone_keeps_its_original(qtbot: QtBot, reopen: Open) -> None:
    desk = reopen()

    def keep(window: RepairsWindow) -> None:
        window._reach.set_value(HERE)
        press(qtbot, Qt.Key.Key_X)

    walk(qtbot, keep)
    assert text(desk).count(GUESSED) == 1
    assert text(desk).count(damaged(GUESSED)) == 1
    desk = reopen()
    assert text(desk).count(damaged(GUESSED)) == 1


def test_one_decision_serves_all_articles(qtbot: QtBot, reopen: Open) -> None:
    desk = reopen()

    def everywhere(window: RepairsWindow) -> None:
        next(b for b in window.findChildren(QAbstractButton) if b.text() == "All articles").setFocus()
        press(qtbot, Qt.Key.Key_Space)
        assert window._list.hasFocus()
        press(qtbot, Qt.Key.Key_X)

    walk(qtbot, everywhere)
    for number in (1, 2):
        assert GUESSED not in text(desk, number)
        assert damaged(GUESSED) in text(desk, number)
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text(desk, 2).count(GUESSED) == 2


def test_a_field_goes_back_to_its_original_and_returns(qtbot: QtBot, reopen: Open) -> None:
    desk = reopen()
    source = desk.window.fields.line("source")
    assert source.text() == "Večerní Děčín"
    source.setFocus()
    press(qtbot, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert reading.article(desk.library, 1).fields.source == damaged("Večerní Děčín")
    desk = reopen()
    source = desk.window.fields.line("source")
    assert source.text() == damaged("Večerní Děčín")
    source.setFocus()
    press(qtbot, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert reading.article(desk.library, 1).fields.source == "Večerní Děčín"


def test_titles_and_names_of_the_front_matter_are_repaired_and_recorded(reopen: Open) -> None:
    desk = reopen()
    fields = desk.window.fields
    assert (fields.line("title").text(), fields.line("author").text()) == ("Řeka čeká na čluny", "Jiří Černý")
    assert damaged("Jiří Černý") in fields.line("author").toolTip()
    assert [word for word, _ in fields.line("title").repair_offers()]


def test_cleaning_again_keeps_what_was_decided(qtbot: QtBot, reopen: Open) -> None:
    desk = reopen()

    def typed(_window: RepairsWindow) -> None:
        press(qtbot, Qt.Key.Key_E)
        type_words(qtbot, "zvedaky")
        press(qtbot, Qt.Key.Key_Return)

    walk(qtbot, typed)
    desk.window.actions_.trigger("reclean")
    qtbot.waitUntil(lambda: not desk.jobs.running("reclean"))
    qtbot.waitUntil(desk.settled)
    assert text(desk).count("zvedaky") == 2
    if desk.recleaning.window:
        desk.recleaning.window.close()
