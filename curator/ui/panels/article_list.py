"""The list of articles: what the search found, in the order chosen."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QMenu, QToolButton, QVBoxLayout, QWidget

from curator.domain.listings import Column, Order
from curator.ui.keyboard.mnemonics import letter_menu, words_of
from curator.ui.look import icons, theme
from curator.ui.models.article_list import ArticleListModel
from curator.ui.widgets.article_rows import MARGIN, ArticleRows
from curator.ui.widgets.panes import FocusEdge, IconButton, PaneHead, push_button

EMPTY_TOP = 24
EMPTY_LINE = 26
"""Where the sentence of an empty list begins, and how far below it what can be done stands."""


MOST_SELECTED = 5000
"""Articles that are selected at once: more are edited by what a search finds."""


class _View(QListView):
    """A list view with an end mark, and a sentence where it is empty."""

    emptiness = ""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # What is seen to be covered is moved when it scrolls; else each step would paint all rows anew.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        ground = QPainter(self.viewport())
        ground.fillRect(event.rect(), theme.current().color("base"))
        ground.end()
        super().paintEvent(event)
        model = self.model()
        if not isinstance(model, ArticleListModel):
            return
        painter = QPainter(self.viewport())
        painter.setPen(theme.current().color("muted"))
        painter.setFont(theme.sans(9))
        width = self.viewport().width() - 2 * MARGIN
        if model.rowCount() == 0:
            box = QRectF(MARGIN, EMPTY_TOP, width, 120)
            painter.drawText(box, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self.emptiness)
        elif model.complete:
            last = self.visualRect(model.index(model.rowCount() - 1))
            box = QRectF(MARGIN, last.bottom() + 8, width, 20)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.tr("End of results"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        # A list that becomes lower keeps the current article in view: at the start, too, panes come after it.
        row = self.visualRect(self.currentIndex())
        seen = row.isValid() and row.top() >= 0 and row.bottom() <= event.oldSize().height()
        super().resizeEvent(event)
        if seen:
            self.scrollTo(self.currentIndex())

    def selectAll(self) -> None:
        # All that is in the list is meant, not what happens to be loaded.
        model, root = self.model(), self.rootIndex()
        while model.rowCount() < MOST_SELECTED and model.canFetchMore(root):
            model.fetchMore(root)
        super().selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Bare letters are the window's keys, not a search by first letter.
        if event.text() and event.text().isprintable() and not event.modifiers():
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape and len(self.selectionModel().selectedRows()) > 1:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().select(self.currentIndex(), flags)
        else:
            super().keyPressEvent(event)


class ArticleListPanel(QWidget):
    """Shows a model of articles; says which one is current, and which are selected."""

    current_changed = Signal(object)
    """The id of the current article, or None."""
    selection_changed = Signal(int)
    """How many articles are selected."""
    widening_requested = Signal()
    """Nothing matches, and the editor wants what was offered for that."""
    order_changed = Signal(object)
    compact_changed = Signal(bool)
    menu_requested = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = ArticleListModel(self)
        self._order = Order()
        self._rows = ArticleRows(self)
        self._view = self._make_view()
        self._sort = self._make_sort_button()
        self._widen = push_button("", parent=self._view)
        self._widen.move(MARGIN, EMPTY_TOP + theme.grown(EMPTY_LINE))
        self._widen.clicked.connect(self.widening_requested)
        self._widen.hide()
        self.head = PaneHead("", self)
        self.head.add(self._sort)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self._view, 1)
        self.setFocusProxy(self._view)
        self._edge = FocusEdge(self)
        self._quiet = False

    def _make_view(self) -> _View:
        view = _View(self)
        view.setModel(self.model)
        view.setItemDelegate(self._rows)
        view.setUniformItemSizes(True)
        view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setMouseTracking(True)
        view.verticalScrollBar().setSingleStep(24)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._ask_for_menu)
        view.setAccessibleName(self.tr("Articles"))
        selection = view.selectionModel()
        selection.currentChanged.connect(self._current_moved)
        selection.selectionChanged.connect(lambda: self.selection_changed.emit(len(self.selected())))
        return view

    def _make_sort_button(self) -> QToolButton:
        button = IconButton(self)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIcon(icons.icon("sort-ascending"))
        button.setFont(theme.sans(9))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setAccessibleName(self.tr("Order"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setProperty("caret", True)
        menu = letter_menu(QMenu(button))
        self._order_actions: dict[Order, QAction] = {}
        group = QActionGroup(menu)
        for column, falling, rising in self._orders():
            for name, descending in ((falling, True), (rising, False)):
                order = Order(column, descending)
                action = QAction(name, group, checkable=True)
                action.triggered.connect(lambda _checked=False, order=order: self.order_changed.emit(order))
                menu.addAction(action)
                self._order_actions[order] = action
        menu.addSeparator()
        self._compact_action = QAction(self.tr("Compact rows"), menu, checkable=True)
        self._compact_action.toggled.connect(self.set_compact)
        menu.addAction(self._compact_action)
        button.setMenu(menu)
        return button

    def _orders(self) -> list[tuple[Column, str, str]]:
        """Each column with the names of its falling and rising order."""
        return [
            (Column.PUBLISHED, self.tr("Newest first"), self.tr("Oldest first")),
            (Column.ADDED, self.tr("Last imported first"), self.tr("First imported first")),
            (Column.IMPORTANCE, self.tr("Most important first"), self.tr("Least important first")),
            (Column.FACTS, self.tr("Most facts to decide"), self.tr("Fewest facts to decide")),
            (Column.TITLE, self.tr("Title, Z to A"), self.tr("Title, A to Z")),
            (Column.SOURCE, self.tr("Source, Z to A"), self.tr("Source, A to Z")),
            (Column.LANGUAGE, self.tr("Language, Z to A"), self.tr("Language, A to Z")),
            (Column.STATE, self.tr("Reviewed first"), self.tr("Inbox first")),
        ]

    def set_order(self, order: Order) -> None:
        """Show which order is in force."""
        self._order = order
        action = self._order_actions.get(order)
        if action:
            action.setChecked(True)
            self._sort.setText(words_of(action))

    def set_compact(self, compact: bool) -> None:
        """Rows of one line, or of three."""
        if compact != self._rows.compact:
            self._rows.compact = compact
            self._compact_action.setChecked(compact)
            # Uniform sizes are kept by the view; a fresh layout asks for them again.
            self._view.setItemDelegate(None)  # type: ignore[arg-type]
            self._view.setItemDelegate(self._rows)
            self._view.doItemsLayout()
            self.compact_changed.emit(compact)

    def set_count(self, text: str) -> None:
        """The pane's head: "5 articles"."""
        self.head.title.setText(text)

    def set_emptiness(self, text: str, action: str = "") -> None:
        """The sentence for an empty list, and what can be done about it."""
        self._view.emptiness = text
        self._widen.setText(action)
        self._widen.setToolTip(action)
        self._widen.setVisible(bool(action) and self.model.rowCount() == 0)
        self._view.viewport().update()

    def selected(self) -> list[int]:
        """The ids of the selected articles, in the order of the list."""
        # By stretches: asked for as an index each, thousands take a while.
        chosen = self._view.selectionModel().selection()
        parts = [chosen.at(number) for number in range(chosen.count())]
        places = {place for part in parts for place in range(part.top(), part.bottom() + 1)}
        return [row.id for place in sorted(places) if (row := self.model.article(place))]

    def select(self, article_id: int | None) -> None:
        """Make an article current without telling anybody."""
        row = None if article_id is None else self.model.row_of(article_id)
        self._quiet = True
        if row is None:
            self._view.selectionModel().clear()
        else:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            index = self.model.index(row)
            if self._view.currentIndex() != index or not self._view.selectionModel().isSelected(index):
                self._view.selectionModel().setCurrentIndex(index, flags)
                for beside in (row - 1, row + 1):  # one sees what came before and what comes next
                    self._view.scrollTo(self.model.index(beside))
            self._view.scrollTo(index)
        self._quiet = False

    def show_again(self) -> None:
        """Read the list anew; the current article, the selected ones and the place in the list are kept."""
        view, bar = self._view, self._view.verticalScrollBar()
        kept, current = self.selected(), self.model.article(view.currentIndex().row())
        top = view.indexAt(QPoint(MARGIN, 0))
        first, hidden = self.model.article(top.row()), view.visualRect(top).top()
        at_top = bar.value() == bar.minimum()
        self.model.show_again()
        self._choose_again(current.id if current else None, kept)
        row = self.model.row_of(first.id) if first else None
        if row is not None and not at_top:
            view.scrollTo(self.model.index(row), QListView.ScrollHint.PositionAtTop)
            bar.setValue(bar.value() - hidden)

    def _choose_again(self, current: int | None, kept: list[int]) -> None:
        """Choose what was chosen before the rows were read anew, without telling of the current article."""
        places = [self.model.index(row) for each in kept if (row := self.model.row_of(each)) is not None]
        row = None if current is None else self.model.row_of(current)
        chosen = QItemSelection()
        for place in places:
            chosen.select(place, place)
        self._quiet = True
        selection = self._view.selectionModel()
        if row is not None:
            selection.setCurrentIndex(self.model.index(row), QItemSelectionModel.SelectionFlag.NoUpdate)
        selection.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False

    def step(self, by: int) -> None:
        """Make the next or previous article current."""
        row = self._view.currentIndex().row() + by
        while row >= self.model.rowCount() and self.model.canFetchMore(self._view.rootIndex()):
            self.model.fetchMore(self._view.rootIndex())
        if 0 <= row < self.model.rowCount():
            self._view.setCurrentIndex(self.model.index(row))

    def _ask_for_menu(self, place: QPoint) -> None:
        self.menu_requested.emit(self._view.viewport().mapToGlobal(place))

    def _current_moved(self) -> None:
        row = self.model.article(self._view.currentIndex().row())
        if not self._quiet:
            self.current_changed.emit(row.id if row else None)
