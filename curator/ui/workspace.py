"""The workspace: bar, four panes, timeline and status, and what is kept of it between starts.

It knows how things are laid out, not what they mean: the desk fills the panels and hears them.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from curator.ui.actions import SPECS, Actions, translated
from curator.ui.first_look import FirstLook
from curator.ui.frame import TIMELINE_HEIGHT, WIDE, WIDTHS, Frame
from curator.ui.mnemonics import Mnemonics, letter_menu
from curator.ui.panels.article_list import ArticleListPanel
from curator.ui.panels.facts import FactsPanel
from curator.ui.panels.fields import FieldsPanel
from curator.ui.panels.reader import ReaderPanel
from curator.ui.panels.sidebar import Sidebar
from curator.ui.panels.status_bar import StatusBar
from curator.ui.panels.timeline import TimelinePanel
from curator.ui.panels.top_bar import TopBar
from curator.ui.panels.welcome import WelcomePanel
from curator.ui.snapshots import Snapshot
from curator.ui.widgets.banner import Banner
from curator.ui.widgets.panes import rule

FIELDS_HEIGHT, LEAST_FIELDS = 224, 172
LOW, LOWER = 800, 720
"""Pixels of a workspace below which it is low: the fields give way first, then the timeline."""
LEAST_TIMELINE = 112
NARROW = 1080
"""Pixels of a workspace below which there is no room for the sidebar beside the other panes."""


class Workspace(QWidget):
    """What fills the frame; its panels are public attributes."""

    def __init__(self, frame: Frame, first_look: FirstLook | None = None) -> None:
        super().__init__(frame)
        self.frame = frame
        self.state = frame.state
        self._sized = self._narrow = self._folded = False
        self.actions_ = Actions(self, _own_keys(frame.state))
        self.top_bar = TopBar(self)
        self.banner = Banner(self)
        self.sidebar = Sidebar(self)
        self.list = first_look.list if first_look else ArticleListPanel(self)
        self.reader = first_look.reader if first_look else ReaderPanel(self)
        self.fields = FieldsPanel(self)
        self.facts = FactsPanel(self)
        self.timeline = TimelinePanel(self)
        self.status = StatusBar(self)
        self.welcome = WelcomePanel(self)
        self._lay_out()
        self._fill_bar()
        self._connect_panes()
        Mnemonics(self.top_bar)
        self.actions_.keys_changed.connect(self._show_keys)
        self._show_keys()
        self._restore()
        frame.closing.connect(self.keep_state)

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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget, stretch in (
            (self.top_bar, 0), (rule(self), 0), (self.banner, 0), (self._stack, 1), (rule(self), 0),
            (self.status, 0),
        ):  # fmt: skip
            layout.addWidget(widget, stretch)
        for first, second in zip(self.panes()[:-1], self.panes()[1:], strict=True):
            QWidget.setTabOrder(first, second)
        self.sidebar.installEventFilter(self)
        for splitter in self._splitters().values():
            splitter.splitterMoved.connect(self._divided)

    def _fill_bar(self) -> None:
        for name, icon in (("back", "arrow-left"), ("forward", "arrow-right"), ("undo", "arrow-u-up-left")):
            self.top_bar.add_left(self.actions_[name], icon)
        for name, side in (("sidebar", "left"), ("timeline", "bottom"), ("facts", "right")):
            self.top_bar.add_toggle(self.actions_[name], side)
        self.top_bar.finish()
        self._add_menu(self.top_bar.menu_button, self._fill_menu)
        self._add_menu(self.top_bar.more_button, self._fill_more)
        for button, name in self._bar_buttons():
            button.clicked.connect(lambda _checked=False, name=name: self.actions_.trigger(name))

    def _bar_buttons(self) -> tuple[tuple[QPushButton, str], ...]:
        return (self.top_bar.import_button, "import_files"), (self.top_bar.export_button, "export")

    def _show_keys(self) -> None:
        self.welcome.show_keys(self.actions_.key)
        self.reader.head.show_keys(self.actions_.key("original"), self.actions_.key("find"))
        for button, name in self._bar_buttons():
            button.setToolTip(f"{button.text()}  {self.actions_.key(name)}".strip())

    def _add_menu(self, button: QToolButton, fill: Callable[[QMenu], None]) -> None:
        """Give a button a menu that is filled when it is first opened."""
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: fill(menu) if menu.isEmpty() else None)
        letter_menu(menu)
        button.setMenu(menu)

    def _fill_menu(self, menu: QMenu) -> None:
        groups: dict[str, QMenu] = {}
        for spec in SPECS:
            if spec.name in {"menu", "quit"}:  # it is open; that stands at the end
                continue
            if spec.group not in groups:
                groups[spec.group] = letter_menu(menu.addMenu(translated(spec.group)))
            groups[spec.group].addAction(self.actions_[spec.name])
        menu.addSeparator()
        menu.addAction(self.actions_["quit"])

    def _fill_more(self, menu: QMenu) -> None:
        for name in ("palette", "keys", "full_screen", "log", "about"):
            menu.addAction(self.actions_[name])

    def _connect_panes(self) -> None:
        for name, pane in (
            ("sidebar", self.sidebar), ("list", self.list), ("reader", self.reader),
            ("facts", self._right), ("timeline", self.timeline),
        ):  # fmt: skip
            action = self.actions_[name]
            action.setChecked(True)
            action.toggled.connect(pane.setVisible)
        self.actions_.connect_to("sidebar", self._unfold)
        self.actions_.connect_to("full_screen", self._toggle_full_screen)
        self.actions_.connect_to("next_pane", lambda: self._step_pane(1))
        self.actions_.connect_to("previous_pane", lambda: self._step_pane(-1))
        self.actions_.connect_to("menu", self.top_bar.menu_button.showMenu)
        self.actions_.connect_to("quit", self.frame.close)
        self.actions_.connect_to("search", self.top_bar.search.setFocus)
        self.top_bar.search.entered.connect(self.list.setFocus)

    def panes(self) -> tuple[QWidget, ...]:
        """The panes in the order in which F6 visits them."""
        return (
            self.top_bar.search, self.sidebar, self.list, self.reader, self.fields, self.facts, self.timeline,
        )  # fmt: skip

    def show_last(self, last: Snapshot) -> None:
        """Show the query and the fields of the last closing, until the library is read."""
        self.top_bar.search.set_query(last.query)
        self.fields.show_article(last.article)
        self.facts.show_article(last.article, None)
        self._settle()

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
        if self.frame.isFullScreen():
            self.frame.showNormal()
        else:
            self.frame.showFullScreen()

    def _divided(self) -> None:
        self._sized = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The timeline's names and the search begin and end where the sidebar does.
        if watched is self.sidebar and event.type() in {
            QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide,
        }:  # fmt: skip
            self._align_timeline()
        return False

    def _align_timeline(self) -> None:
        width = self.sidebar.width() if self.sidebar.isVisible() else WIDTHS[False][0]
        self.timeline.set_side_width(width)
        self.top_bar.set_side_width(width)

    def _restore(self) -> None:
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
        if self._sized:
            left, middle, _, right = self._columns.sizes()
            sizes = (left, middle, right, self._desk.sizes()[1])
            self.state.setValue("window/sizes", " ".join(map(str, sizes)))
            for name, splitter in self._splitters().items():
                self.state.setValue(f"window/{name}", splitter.saveState())
        for name in ("sidebar", "timeline", "facts", "list", "reader"):
            shown = self.actions_[name].isChecked() or (name == "sidebar" and self._folded)
            self.state.setValue(f"window/shows-{name}", shown)

    def _set_sizes(self) -> None:
        left, middle, right = WIDTHS[self.width() >= WIDE]
        self._columns.setSizes([left, middle, self.width() - left - middle - right - 3, right])
        timeline = max(LEAST_TIMELINE, TIMELINE_HEIGHT - max(0, LOWER - self.height()))
        self._desk.setSizes([self._desk.height() - timeline, timeline])
        # In a low window the fields give way, so that the open fact keeps its buttons in view.
        fields = max(LEAST_FIELDS, FIELDS_HEIGHT - max(0, LOW - self.height()))
        self._right.setSizes([fields, max(100, self._right.height() - fields)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._sized:
            # Until somebody drags a divider, the proportions follow the window.
            QTimer.singleShot(0, self._settle)

    def _settle(self) -> None:
        if not self._sized:
            self._fold()
            self._set_sizes()

    def _fold(self) -> None:
        """Take the sidebar away where the window becomes narrow, and give it back where it becomes wide."""
        narrow, sidebar = self.width() < NARROW, self.actions_["sidebar"]
        if narrow and not self._narrow:
            self._folded = sidebar.isChecked()
            sidebar.setChecked(False)
        elif self._narrow and not narrow and self._folded:
            self._folded = False
            sidebar.setChecked(True)
        self._narrow = narrow

    def _unfold(self) -> None:
        # What the editor says of the sidebar stands, however wide the window is.
        self._folded = False


def _splitter(orientation: Qt.Orientation, *panes: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    for pane in panes:
        splitter.addWidget(pane)
    return splitter


def _first_inside(pane: QWidget) -> None:
    for child in pane.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible() and child.isEnabled():
            child.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def _own_keys(state: QSettings) -> dict[str, tuple[str, ...]]:
    """The keys that the user has given to actions, by their names."""
    state.beginGroup("keys")
    written = {name: str(state.value(name)) for name in state.childKeys()}
    state.endGroup()
    return {
        name: tuple(key.toString() for key in QKeySequence.listFromString(keys) if not key.isEmpty())
        for name, keys in written.items()
    }
