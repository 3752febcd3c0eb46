"""The window: bar, four panes, timeline and status, and what is kept of it between starts.

It knows how things are laid out, not what they mean: the desk fills the panels and hears them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from curator.ui.actions import SPECS, Actions, translated
from curator.ui.panels.article_list import ArticleListPanel, dropped_paths
from curator.ui.panels.facts import FactsPanel
from curator.ui.panels.fields import FieldsPanel
from curator.ui.panels.reader import ReaderPanel
from curator.ui.panels.sidebar import Sidebar
from curator.ui.panels.status_bar import StatusBar
from curator.ui.panels.timeline import TimelinePanel
from curator.ui.panels.top_bar import Banner, TopBar
from curator.ui.panels.welcome import WelcomePanel

WIDE = 1440
WIDTHS = {True: (208, 322, 328), False: (184, 264, 296)}
"""Sidebar, list and right panel in a wide window (from 1440) and a narrow one."""
TIMELINE_HEIGHT = 208
FIELDS_HEIGHT = 224
SMALLEST = QSize(900, 560)


class MainWindow(QMainWindow):
    """The frame and its panels, as public attributes."""

    dropped = Signal(list)
    """Paths of files and folders let fall on the window."""
    closing = Signal()
    shown_first = Signal()
    """After the first paint."""

    def __init__(self, state: QSettings) -> None:
        super().__init__()
        self.state = state
        self.may_close: Callable[[], bool] = lambda: True
        self._painted = False
        self._sized = False
        self.setWindowTitle(self.tr("Curator"))
        self.setMinimumSize(SMALLEST)
        self.setAcceptDrops(True)
        self.actions_ = Actions(self)
        self.top_bar = TopBar(self)
        self.banner = Banner(self)
        self.sidebar = Sidebar(self)
        self.list = ArticleListPanel(self)
        self.reader = ReaderPanel(self)
        self.fields = FieldsPanel(self)
        self.facts = FactsPanel(self)
        self.timeline = TimelinePanel(self)
        self.status = StatusBar(self)
        self.welcome = WelcomePanel(self)
        self._lay_out()
        self._fill_bar()
        self._connect_panes()
        self._restore()

    def _lay_out(self) -> None:
        self._right = _splitter(Qt.Orientation.Vertical, self.fields, self.facts)
        self._right.setSizes([FIELDS_HEIGHT, 400])
        self._right.setStretchFactor(1, 1)
        self._columns = _splitter(
            Qt.Orientation.Horizontal, self.sidebar, self.list, self.reader, self._right
        )
        self._columns.setStretchFactor(2, 1)
        self._desk = _splitter(Qt.Orientation.Vertical, self._columns, self.timeline)
        self._desk.setStretchFactor(0, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._desk)
        self._stack.addWidget(self.welcome)
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget, stretch in (
            (self.top_bar, 0), (_line(body), 0), (self.banner, 0), (self._stack, 1), (_line(body), 0),
            (self.status, 0),
        ):  # fmt: skip
            layout.addWidget(widget, stretch)
        self.setCentralWidget(body)
        for first, second in zip(self.panes()[:-1], self.panes()[1:], strict=True):
            QWidget.setTabOrder(first, second)
        self._columns.splitterMoved.connect(self._align_timeline)

    def _fill_bar(self) -> None:
        for name, icon in (("back", "arrow-left"), ("forward", "arrow-right"), ("undo", "arrow-u-up-left")):
            self.top_bar.add_left(self.actions_[name], icon)
        for name, side in (("sidebar", "left"), ("timeline", "bottom"), ("facts", "right")):
            self.top_bar.add_toggle(self.actions_[name], side)
        self.top_bar.finish()
        self.top_bar.menu_button.setMenu(self._menu(self.top_bar.menu_button))
        self.top_bar.more_button.setMenu(
            self._menu_of(self.top_bar.more_button, ("palette", "keys", "full_screen", "log", "about"))
        )
        for button, name in (
            (self.top_bar.import_button, "import_files"),
            (self.top_bar.export_button, "export"),
        ):
            button.setToolTip(f"{button.text()}  {self.actions_.key(name)}")
            button.clicked.connect(lambda _checked=False, name=name: self.actions_.trigger(name))

    def _menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        groups: dict[str, QMenu] = {}
        for spec in SPECS:
            if spec.group not in groups:
                groups[spec.group] = menu.addMenu(translated(spec.group))
            groups[spec.group].addAction(self.actions_[spec.name])
        menu.addSeparator()
        menu.addAction(self.actions_["quit"])
        return menu

    def _menu_of(self, parent: QWidget, names: Sequence[str]) -> QMenu:
        menu = QMenu(parent)
        for name in names:
            menu.addAction(self.actions_[name])
        return menu

    def _connect_panes(self) -> None:
        for name, pane in (
            ("sidebar", self.sidebar), ("list", self.list), ("reader", self.reader),
            ("facts", self._right), ("timeline", self.timeline),
        ):  # fmt: skip
            action = self.actions_[name]
            action.setChecked(True)
            action.toggled.connect(pane.setVisible)
            action.toggled.connect(self._align_timeline)
        self.actions_.connect_to("full_screen", self._toggle_full_screen)
        self.actions_.connect_to("next_pane", lambda: self._step_pane(1))
        self.actions_.connect_to("previous_pane", lambda: self._step_pane(-1))
        self.actions_.connect_to("quit", self.close)
        self.actions_.connect_to("search", self.top_bar.search.setFocus)
        self.top_bar.search.entered.connect(self.list.setFocus)

    def panes(self) -> tuple[QWidget, ...]:
        """The panes in the order in which F6 visits them."""
        return (
            self.top_bar.search, self.sidebar, self.list, self.reader, self.fields, self.facts, self.timeline,
        )  # fmt: skip

    def show_welcome(self, welcome: bool) -> None:
        """Greet, or show the desk."""
        self._stack.setCurrentWidget(self.welcome if welcome else self._desk)
        self.top_bar.set_empty(welcome)
        if welcome:
            self.welcome.setFocus()

    @property
    def greeting(self) -> bool:
        """Whether the welcome page is shown."""
        return self._stack.currentWidget() is self.welcome

    def _step_pane(self, by: int) -> None:
        panes = [pane for pane in self.panes() if pane.isVisible() and pane.isEnabled()]
        focus = self.focusWidget()
        now = next((i for i, p in enumerate(panes) if focus and (p is focus or p.isAncestorOf(focus))), -1)
        if panes:
            pane = panes[(now + by) % len(panes)]
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if not pane.isAncestorOf(self.focusWidget()) and pane is not self.focusWidget():
                _first_inside(pane)

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _align_timeline(self, *_moved: object) -> None:
        width = self._columns.sizes()[0] if self.sidebar.isVisible() else WIDTHS[False][0]
        self.timeline.set_side_width(width)
        self.top_bar.set_side_width(width)

    def _restore(self) -> None:
        self.resize(WIDE, 900)
        geometry = self.state.value("window/geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        for name, splitter in self._splitters().items():
            sizes = self.state.value(f"window/{name}")
            if isinstance(sizes, QByteArray):
                self._sized = splitter.restoreState(sizes)
        for name in ("sidebar", "timeline", "facts", "list", "reader"):
            shown = self.state.value(f"window/shows-{name}", "true")
            self.actions_[name].setChecked(shown in {"true", True})

    def _splitters(self) -> dict[str, QSplitter]:
        return {"columns": self._columns, "desk": self._desk, "right": self._right}

    def keep_state(self) -> None:
        """Write sizes and places down for the next start."""
        self.state.setValue("window/geometry", self.saveGeometry())
        for name, splitter in self._splitters().items():
            self.state.setValue(f"window/{name}", splitter.saveState())
        for name in ("sidebar", "timeline", "facts", "list", "reader"):
            self.state.setValue(f"window/shows-{name}", self.actions_[name].isChecked())
        self.state.sync()

    def _set_sizes(self) -> None:
        left, middle, right = WIDTHS[self.width() >= WIDE]
        self._columns.setSizes([left, middle, self.width() - left - middle - right - 3, right])
        self._desk.setSizes([self._desk.height() - TIMELINE_HEIGHT, TIMELINE_HEIGHT])
        self._right.setSizes([FIELDS_HEIGHT, max(100, self._right.height() - FIELDS_HEIGHT)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._sized:
            # Until somebody drags a divider, the proportions follow the window.
            QTimer.singleShot(0, self._settle)
        self._align_timeline()

    def _settle(self) -> None:
        self._set_sizes()
        self._align_timeline()

    def event(self, event: QEvent) -> bool:
        result = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.shown_first.emit)
        return result

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(name) for name in dropped_paths(event.mimeData())]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.keep_state()
        self.closing.emit()
        super().closeEvent(event)


def _splitter(orientation: Qt.Orientation, *panes: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    for pane in panes:
        splitter.addWidget(pane)
    return splitter


def _line(parent: QWidget) -> QWidget:
    line = QWidget(parent)
    line.setFixedHeight(1)
    line.setStyleSheet("background: palette(mid);")
    return line


def _first_inside(pane: QWidget) -> None:
    for child in pane.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible() and child.isEnabled():
            child.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
