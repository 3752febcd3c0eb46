"""The list's model: pages by keyset, keeps Qt's rules for models, refreshes single rows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt

from curator.domain.articles import ArticleRow, State
from curator.domain.listings import Column, Cursor, Order, Page
from curator.services import listing
from curator.services.library import Library
from curator.ui.models.article_list import ROW, ArticleListModel


@pytest.fixture
def model(library: Library, qapp) -> ArticleListModel:
    made = ArticleListModel()

    def fetch(after: Cursor | None) -> Page:
        return listing.page(library, "", Order(Column.TITLE, descending=False), after, limit=2)

    made.show(fetch)
    return made


def test_the_model_keeps_the_rules_for_models_while_it_pages(model: ArticleListModel, qtmodeltester) -> None:
    assert model.rowCount() == 2
    assert not model.complete
    qtmodeltester.check(model)  # it fetches what more there is
    assert model.rowCount() == 3
    assert model.complete
    assert not model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert model.rowCount() == 3


def test_rows_give_title_article_and_words_for_who_cannot_see(model: ArticleListModel) -> None:
    index = model.index(0)
    row = index.data(ROW)
    assert isinstance(row, ArticleRow)
    assert index.data() == index.data(Qt.ItemDataRole.ToolTipRole) == row.title
    assert row.title in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.index(99).data() is None
    assert model.data(QModelIndex()) is None
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_places_are_known_as_far_as_rows_are_loaded(model: ArticleListModel) -> None:
    first = model.article(0)
    assert first is not None
    assert model.row_of(first.id) == 0
    assert model.row_of(-1) is None
    assert model.article(2) is None
    model.fetchMore(QModelIndex())
    assert model.article(2) is not None


def test_only_rows_that_changed_are_shown_anew(model: ArticleListModel, qtbot) -> None:
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    one, two = model.rows()
    model.replace([one, replace(two, state=State.REVIEWED), replace(one, id=99)])
    assert changed == [1]
    assert model.article(1).state is State.REVIEWED


def test_a_next_page_that_has_become_empty_ends_the_list(qapp) -> None:
    model = ArticleListModel()
    pages = iter([Page((), Cursor(("x",))), Page()])
    model.show(lambda _after: next(pages))
    assert not model.complete
    model.fetchMore(QModelIndex())
    assert model.rowCount() == 0
    assert model.complete
