"""Walking through repairs: guesses with their candidates, by keyboard, each decision saved and undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from curator import cleaning
from curator.domain.facts import Decision
from curator.domain.repairs import Alternative, Cleaned
from curator.services import editing, reading, repairing
from curator.services.imports.importing import import_paths
from curator.services.library import Library
from curator.ui.look import theme
from curator.ui.repairs.candidates import MEASURE, WORDS, Candidate
from curator.ui.repairs.word_rows import WORD
from curator.ui.widgets.side_lists import MARGIN
from curator.ui.windows.repairs_window import CERTAIN, EVERYWHERE, HERE, RepairsWindow

TEXT = """Přístav koupí jeřáby

Přístav koupí nové jeřáby. Řeka je letos mělká, takže lodě čekají u mostu a jeřáby stojí.
Starosta říká, že výměna jeřábů potrvá dva roky a že město zaplatí třetinu. Rybáři z Děčína čekají.
"""
GUESSED = ("jeřáby", "Děčína")


def damaged(text: str) -> str:
    return text.encode().decode("cp1254", "ignore")


@pytest.fixture
def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A library of one damaged article, some of whose repairs are less sure than they would be."""
    whole = cleaning.clean_parts

    def less_sure(parts: object, language: str | None = None) -> list[Cleaned]:
        return [_doubted(each) for each in whole(parts, language)]  # type: ignore[arg-type]

    monkeypatch.setattr(cleaning, "clean_parts", less_sure)
    (tmp_path / "a.txt").write_text(damaged(TEXT), encoding="utf-8")
    with Library.open(tmp_path / "library.curator") as library:
        import_paths(library, [tmp_path / "a.txt"])
        yield library


def _doubted(cleaned: Cleaned) -> Cleaned:
    other = (Alternative("jiné", 0.2), Alternative("cizí", 0.1))
    return replace(
        cleaned,
        repairs=tuple(
            replace(each, confidence=0.7, alternatives=other) if each.after in GUESSED else each
            for each in cleaned.repairs
        ),
    )


@pytest.fixture
def window(qtbot: QtBot, harbour: Library) -> RepairsWindow:
    made = RepairsWindow(harbour, 1)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def decisions(library: Library, after: str) -> set[Decision]:
    return {
        place.decision
        for word in repairing.guesses(library, 1)
        if word.after == after
        for place in word.places
    }


def press(qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def text(library: Library) -> str:
    return reading.article(library, 1).text


def test_guesses_come_first_the_most_frequent_on_top(window: RepairsWindow) -> None:
    word = window.word()
    assert word is not None
    assert word.after == "jeřáby"
    assert len(word.places) == 3
    assert window._list.count() == 2
    assert "2" in window._counts.text()
    assert len(window._detail.candidates) == 3


def test_accepting_decides_all_places_and_goes_on(
    qtbot: QtBot, window: RepairsWindow, harbour: Library
) -> None:
    with qtbot.waitSignal(window.applied):
        press(qtbot, Qt.Key.Key_A)
    assert decisions(harbour, "jeřáby") == {Decision.ACCEPTED}
    word = window.word()
    assert word is not None
    assert word.after == "Děčína"


def test_the_button_says_how_many_places_it_decides(
    qtbot: QtBot, window: RepairsWindow, harbour: Library
) -> None:
    assert window._accept.text() == "Accept 3"
    places = window._detail.places
    places.setFocus()
    qtbot.keyClick(places, Qt.Key.Key_Space)
    assert (window._accept.text(), window._accept.accessibleName()) == ("Accept 2", "Accept 2")
    for _ in range(2):
        qtbot.keyClick(places, Qt.Key.Key_Down)
        qtbot.keyClick(places, Qt.Key.Key_Space)
    assert (window._accept.text(), window._accept.isEnabled()) == ("Accept", False)
    press(qtbot, Qt.Key.Key_A)
    assert decisions(harbour, "jeřáby") == {Decision.PROPOSED}
    qtbot.mouseClick(window._reach.findChildren(QAbstractButton)[0], Qt.MouseButton.LeftButton)
    assert (window._reach.value, window._accept.text(), window._accept.isEnabled()) == (HERE, "Accept", True)


def test_the_head_of_a_list_stands_over_its_numbers_scrolled_or_not(
    qtbot: QtBot, window: RepairsWindow
) -> None:
    words = [window._list.item(row).data(WORD) for row in range(window._list.count())]
    (head,) = (each for each in window.findChildren(QLabel) if each.text() == "Places")

    def from_the_edge() -> int:
        """How far the head ends before the right edge of the entries."""
        edge = window._list.viewport().rect().topRight()
        return window._list.viewport().mapToGlobal(edge).x() - head.mapToGlobal(head.rect().topRight()).x()

    for shown in (words, words * 30, words):
        window._list.show_words(shown)
        qtbot.waitUntil(lambda: window._list.verticalScrollBar().isVisible() == (len(shown) > 2))  # noqa: B023
        qtbot.waitUntil(lambda: from_the_edge() == MARGIN)


def test_keeping_the_file_s_own_words_puts_them_back(
    qtbot: QtBot, window: RepairsWindow, harbour: Library
) -> None:
    press(qtbot, Qt.Key.Key_X)
    assert "jeřáby" not in text(harbour)
    assert damaged("jeřáby") in text(harbour)
    press(qtbot, Qt.Key.Key_Backspace)
    assert text(harbour).count("jeřáby") == 3


def test_another_candidate_is_chosen_by_its_digit(
    qtbot: QtBot, window: RepairsWindow, harbour: Library
) -> None:
    press(qtbot, Qt.Key.Key_2)
    assert window._detail.card.after.text() == "jiné"
    press(qtbot, Qt.Key.Key_A)
    assert text(harbour).count("jiné") == 3


def test_only_this_place_can_be_decided(qtbot: QtBot, window: RepairsWindow, harbour: Library) -> None:
    window._reach.set_value(HERE)
    press(qtbot, Qt.Key.Key_2)
    press(qtbot, Qt.Key.Key_A)
    assert (text(harbour).count("jiné"), text(harbour).count("jeřáby")) == (1, 2)


def test_places_without_a_tick_are_left(qtbot: QtBot, window: RepairsWindow, harbour: Library) -> None:
    window._reach.set_value(EVERYWHERE)
    window._detail.places.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.mouseClick(window._detail.places, Qt.MouseButton.LeftButton, pos=QPoint(20, 2 * 34 + 10))
    window._list.setFocus()
    press(qtbot, Qt.Key.Key_2)
    press(qtbot, Qt.Key.Key_A)
    assert (text(harbour).count("jiné"), text(harbour).count("jeřáby")) == (1, 2)


def test_another_word_is_typed_and_enter_decides_nothing_more(
    qtbot: QtBot, window: RepairsWindow, harbour: Library
) -> None:
    press(qtbot, Qt.Key.Key_E)
    assert QApplication.focusWidget() is window._detail.other
    qtbot.keyClicks(window._detail.other, "axe")
    press(qtbot, Qt.Key.Key_Return)
    assert text(harbour).count("axe") == 3
    assert decisions(harbour, "Děčína") == {Decision.PROPOSED}


def test_escape_leaves_the_word_being_typed_before_the_window(qtbot: QtBot, window: RepairsWindow) -> None:
    press(qtbot, Qt.Key.Key_E)
    qtbot.keyClicks(window._detail.other, "a")
    press(qtbot, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert window._detail.other.text() == ""
    press(qtbot, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_skipping_goes_on_and_a_second_time_too(
    qtbot: QtBot, window: RepairsWindow, harbour: Library
) -> None:
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_K)
    press(qtbot, Qt.Key.Key_Space)
    assert window._list.currentRow() == 1
    assert decisions(harbour, "jeřáby") == {Decision.SKIPPED}


def test_a_candidate_is_chosen_with_space_or_enter(qtbot: QtBot, window: RepairsWindow) -> None:
    for place, key in ((1, Qt.Key.Key_Space), (2, Qt.Key.Key_Return)):
        window._detail.candidates[place].setFocus()
        press(qtbot, key)
        assert window._detail.choice == place
    window._detail.candidates[0].setFocus()
    qtbot.mouseClick(window._detail.candidates[0], Qt.MouseButton.LeftButton)
    assert window._detail.choice == 0


def test_undoing_stops_at_what_was_decided_here(qtbot: QtBot, harbour: Library) -> None:
    editing.set_field(harbour, [1], "note", "Before.")
    window = RepairsWindow(harbour, 1)
    qtbot.addWidget(window)
    window.show()
    window._undo()
    assert reading.article(harbour, 1).fields.note == "Before."
    assert "Nothing" in window._status.words._whole


def test_the_place_in_the_article_can_be_seen(qtbot: QtBot, window: RepairsWindow) -> None:
    with qtbot.waitSignal(window.place_chosen) as chosen:
        press(qtbot, Qt.Key.Key_O)
    assert chosen.args[0] == 1
    assert not window.isVisible()


def test_certain_repairs_are_a_list_of_their_own(window: RepairsWindow, qtbot: QtBot) -> None:
    window._parts.set_value(CERTAIN)
    window._show_part()
    assert window._list.count() > 5
    assert not window.grab().isNull()
    window._scope.set_value("library")
    window.read()
    assert window._list.count() > 5


def test_where_nothing_is_to_guess_the_certain_repairs_are_shown(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.encode().decode("cp1252", "ignore"), encoding="utf-8")
    with Library.open(tmp_path / "library.curator") as library:
        import_paths(library, [tmp_path / "a.txt"])
        window = RepairsWindow(library, 1)
        qtbot.addWidget(window)
        assert window._parts.value == CERTAIN
        assert window.word() is not None


def test_an_undamaged_library_has_nothing_to_decide(qtbot: QtBot, library: Library) -> None:
    window = RepairsWindow(library, None)
    qtbot.addWidget(window)
    window.show()
    assert window.word() is None
    assert not window._accept.isEnabled()
    assert not window._accept.isVisible()
    assert window._status._shown == (("Esc", "close"),)
    assert "No guess" in window._emptiness.said.text()
    assert window._emptiness.instead.isVisible()
    window._detail.choose(0)
    window._see()
    assert window.isVisible()
    assert not window.grab().isNull()


def test_an_article_as_it_came_has_no_repairs_to_look_through(qtbot: QtBot, library: Library) -> None:
    window = RepairsWindow(library, 1)
    qtbot.addWidget(window)
    window.show()
    assert window._emptiness.said.text() == "Nothing was repaired here."
    assert not window._foot.isVisible()
    window._emptiness.instead.click()
    assert window._scope.value == "library"
    assert window._emptiness.said.text() == "No guess is left to decide."


def test_tab_goes_through_the_candidates_before_another_word(qtbot: QtBot, window: RepairsWindow) -> None:
    found = []
    while len(found) < 20 and not window._accept.hasFocus():
        focus = QApplication.focusWidget()
        found.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    detail = window._detail
    assert found[: len(detail.candidates) + 3] == [
        window._list, *detail.candidates, detail.other, detail.places
    ]  # fmt: skip


def test_one_place_alone_asks_for_no_reach(qtbot: QtBot, window: RepairsWindow) -> None:
    assert window._reach.isVisible()
    press(qtbot, Qt.Key.Key_J)
    assert [len(window.word().places), window._reach.isVisible()] == [1, False]  # type: ignore[union-attr]


def test_without_guesses_a_button_leads_to_what_is_certain(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.encode().decode("cp1252", "ignore"), encoding="utf-8")
    with Library.open(tmp_path / "library.curator") as library:
        import_paths(library, [tmp_path / "a.txt"])
        window = RepairsWindow(library, None)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        assert window.word() is None
        press(qtbot, Qt.Key.Key_Space)
        assert window._parts.value == CERTAIN
        assert window.word() is not None
        assert window._accept.isVisible()


def test_a_reading_is_whole_where_only_its_note_has_no_room(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    word = "jeřábníků"

    def painted(width: int, note: str) -> QImage:
        """The candidate up to its bar."""
        made = Candidate(word, 0.9, "1", note, parent)
        made.resize(width, 42)
        wide = round(QFontMetricsF(theme.serif(12.5)).horizontalAdvance(word))
        return made.grab(QRect(0, 0, round(WORDS) + wide, 42)).toImage()

    narrow = round(WORDS + QFontMetricsF(theme.serif(12.5)).horizontalAdvance(word) + MEASURE + 60)
    assert painted(narrow, "in the word list of the language") == painted(narrow, "")


def test_a_long_word_does_not_push_its_proposal_out_of_sight(
    qtbot: QtBot, harbour: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    word = repairing.guesses(harbour, 1)[0]
    long = replace(word, before="Å¾luÅ¥ou" * 12, after="žluťou" * 12)
    monkeypatch.setattr(repairing, "guesses", lambda *_: (long,))
    window = RepairsWindow(harbour, 1)
    qtbot.addWidget(window)
    window.show()
    detail = window._detail
    inside = detail.widget()
    assert inside is not None
    qtbot.waitUntil(lambda: inside.width() <= detail.viewport().width())
    for label in (detail.card.before, detail.card.after):
        assert label.mapTo(inside, label.rect().topRight()).x() < detail.viewport().width()
        assert label.width() >= 60
    assert detail.card.after.toolTip() == long.after
    assert not window.grab().isNull()


def test_what_was_saved_is_told_whole_in_a_narrow_window(qtbot: QtBot, window: RepairsWindow) -> None:
    window.resize(820, 600)
    qtbot.keyClick(window._list, Qt.Key.Key_A)
    status = window._status
    assert status.words.accessibleName() == "All decisions saved"
    qtbot.waitUntil(lambda: status.words.text() == "All decisions saved")
    assert status._keys.isVisible()
    shown = [hint for hint in status._caps if hint.isVisible()]
    assert 0 < len(shown) < len(status._caps)
    window.resize(1200, 600)
    qtbot.waitUntil(lambda: all(hint.isVisible() for hint in status._caps))
