"""The list of articles as a Qt model that pages by keyset."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from curator.domain.articles import ArticleRow, State
from curator.domain.listings import Cursor, Page

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
"""The role under which an index gives its `ArticleRow`."""

Fetch = Callable[[Cursor | None], Page]


class ArticleListModel(QAbstractListModel):
    """Rows fetched a page at a time as the view asks for them; `fetch(after)` gives the next page."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ArticleRow] = []
        self._places: dict[int, int] = {}
        self._next: Cursor | None = None
        self._fetch: Fetch | None = None

    def show(self, fetch: Fetch) -> None:
        """Start over with the first page of another query or order."""
        page = fetch(None)
        self.beginResetModel()
        self._fetch = fetch
        self._rows = []
        self._places = {}
        self._take(page)
        self.endResetModel()

    def show_again(self) -> None:
        """Read anew what is shown, as far down as rows are loaded."""
        if self._fetch is None:
            return
        pages = [self._fetch(None)]
        count = len(pages[0].rows)
        while pages[-1].next and count < len(self._rows):
            pages.append(self._fetch(pages[-1].next))
            count += len(pages[-1].rows)
        self.beginResetModel()
        self._rows = []
        self._places = {}
        for page in pages:
            self._take(page)
        self.endResetModel()

    def replace(self, rows: Iterable[ArticleRow]) -> None:
        """Show rows anew whose articles were edited; rows that are not loaded are passed over."""
        for row in rows:
            place = self._places.get(row.id)
            if place is not None and self._rows[place] != row:
                self._rows[place] = row
                index = self.index(place)
                self.dataChanged.emit(index, index)

    def row_of(self, article_id: int) -> int | None:
        """Where an article stands, as far as rows are loaded."""
        return self._places.get(article_id)

    def article(self, row: int) -> ArticleRow | None:
        """The article in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rows(self) -> list[ArticleRow]:
        """The rows that are loaded, in order."""
        return self._rows

    @property
    def complete(self) -> bool:
        """Whether the last page is loaded."""
        return self._next is None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (row.title, row.source)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = self.tr("reviewed") if row.state is State.REVIEWED else ""
            return ", ".join(filter(None, (row.title, row.source, row.published, row.language, state)))
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._next is not None

    def fetchMore(self, parent: Index) -> None:
        if self._fetch is None or not self.canFetchMore(parent):
            return
        page = self._fetch(self._next)
        if not page.rows:
            self._next = None
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(page.rows) - 1)
        self._take(page)
        self.endInsertRows()

    def _take(self, page: Page) -> None:
        for row in page.rows:
            self._places[row.id] = len(self._rows)
            self._rows.append(row)
        self._next = page.next
