"""The workspace: bar, four panes, timeline and status, with the actions that lead about among them.

It knows how things are laid out, not what they mean: the desk fills the panels and hears them.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from curator.ui.keyboard.actions import SPECS, Actions, translated
from curator.ui.keyboard.keys import chosen
from curator.ui.keyboard.mnemonics import Mnemonics, letter_menu
from curator.ui.keyboard.tab_order import InView, set_way_through, step
from curator.ui.lifecycle.arrangement import Arrangement
from curator.ui.lifecycle.first_look import FirstLook
from curator.ui.lifecycle.frame import WIDTHS, Frame
from curator.ui.lifecycle.snapshots import Snapshot
from curator.ui.panels.article_list import ArticleListPanel
from curator.ui.panels.facts import FactsPanel
from curator.ui.panels.fields import FieldsPanel
from curator.ui.panels.reader import ReaderPanel
from curator.ui.panels.sidebar import Sidebar
from curator.ui.panels.status_bar import StatusBar
from curator.ui.panels.timeline import TimelinePanel
from curator.ui.panels.top_bar import TopBar
from curator.ui.panels.welcome import WelcomePanel
from curator.ui.widgets.banner import Banner
from curator.ui.widgets.panes import rule


class Workspace(QWidget):
    """What fills the frame; its panels are public attributes."""

    def __init__(self, frame: Frame, first_look: FirstLook | None = None) -> None:
        super().__init__(frame)
        self.frame = frame
        self.state = frame.state
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
        self._order_tabs()
        self._connect_panes()
        Mnemonics(self.top_bar)
        self.actions_.keys_changed.connect(self._show_keys)
        self._show_keys()
        self.arrangement.restore()
        frame.closing.connect(self.arrangement.keep)

    def _lay_out(self) -> None:
        self._right = _splitter(Qt.Orientation.Vertical, self.fields, self.facts)
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
        self.sidebar.installEventFilter(self)
        splitters = {"columns": self._columns, "desk": self._desk, "right": self._right}
        self.arrangement = Arrangement(self, splitters, self.fields, self.actions_, self.state)

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

    def _order_tabs(self) -> None:
        reader = self.reader
        set_way_through(
            [
                *((each, ()) for each in self.top_bar.way()),
                (self.banner, ()),
                (self.sidebar, ()),
                (self.list, (self.list.head,)),
                (reader, (reader.head, reader.conflict, reader.find_bar)),
                (self.fields, (self.fields.head,)),
                (self.facts, (self.facts.head,)),
                (self.timeline, (self.timeline.head,)),
            ]
        )
        InView(self)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return step(self, 1 if forward else -1) or super().focusNextPrevChild(forward)

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
        self.actions_.connect_to("sidebar", self.arrangement.unfold)
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
        self.arrangement.follow()

    def show_welcome(self, welcome: bool) -> None:
        """Greet, or show the desk; coming to it from the greeting, the focus goes to the list."""
        was_greeting = self.greeting
        self._stack.setCurrentWidget(self.welcome if welcome else self._desk)
        self.top_bar.set_empty(welcome)
        if welcome:
            self.welcome.setFocus()
        elif was_greeting:
            self.list.setFocus()
            self.arrangement.follow()

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.arrangement.follow)


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
    own = {spec.name: chosen(state, spec.name) for spec in SPECS}
    return {name: tuple(key.toString() for key in keys) for name, keys in own.items() if keys is not None}
