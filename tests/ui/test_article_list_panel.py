"""The list keeps what is beside the chosen article in view."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from curator.domain.articles import ArticleRow
from curator.domain.listings import Cursor, Page
from curator.services import listing
from curator.services.library import Library
from curator.ui.look import styles, theme
from curator.ui.panels.article_list import ArticleListPanel

MANY = 30


@pytest.fixture
def panel(qtbot: QtBot, library: Library) -> ArticleListPanel:
    first = listing.rows(library, listing.identifiers(library, "Harbour"))[0]
    rows: tuple[ArticleRow, ...] = tuple(replace(first, id=number) for number in range(1, MANY + 1))
    panel = ArticleListPanel()
    qtbot.addWidget(panel)
    panel.model.show(lambda _after: Page(rows))
    panel.resize(320, theme.HEAD_HEIGHT + 5 * theme.LIST_ROW)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def is_seen(panel: ArticleListPanel, number: int) -> bool:
    row = panel.model.row_of(number)
    box = panel._view.visualRect(panel.model.index(row if row is not None else -1))
    return panel._view.viewport().rect().contains(box)


def test_one_sees_what_comes_next_and_what_came_before(panel: ArticleListPanel) -> None:
    for number in (*range(1, MANY + 1), *range(MANY, 0, -1)):
        panel.select(number)
        beside = {max(1, number - 1), number, min(MANY, number + 1)}
        assert all(is_seen(panel, each) for each in beside)


class _Painted(QObject):
    """How high what a widget paints is, each time."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.heights: list[int] = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.heights.append(event.rect().height())
        return False


def test_a_step_that_scrolls_paints_only_what_came_into_view(qtbot: QtBot, panel: ArticleListPanel) -> None:
    view = panel._view
    panel.setStyleSheet(styles.sheet(theme.current(), "", ""))  # with one, Qt takes nothing for covered
    panel.select(MANY // 2)
    QApplication.processEvents()
    painted = _Painted(view.viewport())
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + theme.LIST_ROW)
    qtbot.waitUntil(lambda: bool(painted.heights))
    assert max(painted.heights) <= 2 * theme.LIST_ROW < view.viewport().height()


def test_beside_the_rows_the_list_is_the_colour_of_its_pane(panel: ArticleListPanel) -> None:
    first = panel.model.rows()[0]
    panel.model.show(lambda _after: Page((first,)))
    shown = panel._view.viewport().grab().toImage()
    assert shown.pixelColor(shown.width() // 2, shown.height() - 2) == theme.current().color("base")


def test_an_article_that_is_current_already_moves_nothing(panel: ArticleListPanel) -> None:
    panel.select(4)
    last = next(number for number in range(MANY, 0, -1) if is_seen(panel, number))
    panel._view.setCurrentIndex(panel.model.index(last - 1))  # as a click does
    value = panel._view.verticalScrollBar().value()
    panel.select(last)
    assert panel._view.verticalScrollBar().value() == value


def test_what_is_selected_is_told_in_the_order_of_the_list(panel: ArticleListPanel) -> None:
    selection, flag = panel._view.selectionModel(), QItemSelectionModel.SelectionFlag
    counts: list[int] = []
    panel.selection_changed.connect(counts.append)
    parts = QItemSelection(panel.model.index(20), panel.model.index(22))
    parts.select(panel.model.index(2), panel.model.index(8))
    selection.select(parts, flag.ClearAndSelect)
    assert panel.selected() == [3, 4, 5, 6, 7, 8, 9, 21, 22, 23]
    selection.select(panel.model.index(5), flag.Toggle)
    selection.select(QItemSelection(panel.model.index(7), panel.model.index(9)), flag.Select)
    assert panel.selected() == [3, 4, 5, 7, 8, 9, 10, 21, 22, 23]
    panel._view.selectAll()
    assert panel.selected() == list(range(1, MANY + 1))
    selection.clear()
    assert panel.selected() == []
    assert counts == [10, 9, 10, MANY, 0]


def test_a_list_that_is_read_anew_keeps_its_place(panel: ArticleListPanel) -> None:
    read = panel.model.rows()
    pages = {None: 10, 10: 20, 20: 40}

    def page(after: Cursor | None) -> Page:
        start = after.values[0] if after else None
        rows = [replace(read[0], id=100), *read][start or 0 : pages[start]]
        return Page(tuple(rows), Cursor((pages[start],)) if pages[start] < 40 else None)

    read = list(read)
    panel.model.show(page)
    panel._view.selectAll()
    panel.model.show_again()
    panel.select(22)
    panel._view.selectionModel().select(panel.model.index(3), QItemSelectionModel.SelectionFlag.Select)
    bar = panel._view.verticalScrollBar()
    bar.setValue(bar.value() + 7)
    told: list[object] = []
    panel.current_changed.connect(told.append)
    before = [panel._view.visualRect(panel.model.index(row)).top() for row in (21, 22, 23)]
    read.insert(0, replace(read[0], id=101))
    panel.show_again()
    after = [panel._view.visualRect(panel.model.index(row)).top() for row in (22, 23, 24)]
    assert (after, panel.selected(), told) == (before, [3, 22], [])
    assert panel._view.currentIndex().row() == 23
    assert panel.model.rowCount() == MANY + 2
