"""The list keeps what is beside the chosen article in view."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from curator.domain.articles import ArticleRow
from curator.domain.listings import Page
from curator.services import listing
from curator.services.library import Library
from curator.ui.look import theme
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


def test_an_article_that_is_current_already_moves_nothing(panel: ArticleListPanel) -> None:
    panel.select(4)
    last = next(number for number in range(MANY, 0, -1) if is_seen(panel, number))
    panel._view.setCurrentIndex(panel.model.index(last - 1))  # as a click does
    value = panel._view.verticalScrollBar().value()
    panel.select(last)
    assert panel._view.verticalScrollBar().value() == value
