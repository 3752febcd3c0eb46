"""All keys, by group, with a filter; a key can be changed where it stands."""

from __future__ import annotations

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from curator.domain.errors import CuratorError
from curator.ui.keyboard import window_keys
from curator.ui.keyboard.actions import SPECS, USUAL, Actions, translated
from curator.ui.keyboard.keys import choose, shown
from curator.ui.keyboard.mnemonics import Mnemonics
from curator.ui.keyboard.window_keys import WindowKeys
from curator.ui.look import theme
from curator.ui.widgets.panes import push_button
from curator.ui.windows.sizes import keep_size

NAME = Qt.ItemDataRole.UserRole
ROW = 24
_USUAL = {**USUAL, **window_keys.USUAL}


class KeysWindow(QDialog):
    """Shows what each key does; choose a row and press another key to change it."""

    def __init__(self, actions: Actions, state: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._state = state
        self._beside = window_keys.window_keys(state)
        self.setWindowTitle(self.tr("All keys"))
        keep_size(self, "keys", (560, 640), state)
        title = QLabel(self.tr("All keys"), self)
        title.setFont(theme.sans(16, 600))
        self._filter = QLineEdit(self)
        self._filter.setPlaceholderText(self.tr("Filter by action or key"))
        self._filter.setAccessibleName(self._filter.placeholderText())
        self._filter.textChanged.connect(self._narrow)
        self._tree = QTreeWidget(self)
        self._tree.setColumnCount(2)
        self._tree.setHeaderHidden(True)
        self._tree.setProperty("boxed", True)
        self._tree.setRootIsDecorated(False)
        self._tree.setIndentation(8)
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._tree.currentItemChanged.connect(self._show_current)
        self._tree.itemActivated.connect(self._begin)
        self._tree.setAccessibleName(self.tr("Actions and their keys"))
        self._fill()
        self._nothing = QLabel(
            self.tr("No action goes by this name or key. Clear the filter to see all."), self
        )
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.hide()
        Mnemonics(self)
        layout = QVBoxLayout()
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(self._filter)
        layout.addWidget(self._nothing)
        layout.addWidget(self._tree, 1)
        layout.addLayout(self._make_editor())
        self.setLayout(layout)
        self._filter.setFocus()

    def _make_editor(self) -> QVBoxLayout:
        self._edit = QKeySequenceEdit(self)
        self._edit.setMaximumSequenceLength(1)
        self._edit.setEnabled(False)
        self._edit.setAccessibleName(self.tr("Another key for the chosen action"))
        self._change = push_button(self.tr("Change the key"), parent=self)
        self._change.clicked.connect(self._take)
        self._reset = push_button(self.tr("Use the usual key"), parent=self)
        self._reset.clicked.connect(self._take_usual)
        self._edit.editingFinished.connect(self._change.setFocus)
        for button in (self._change, self._reset):
            button.setEnabled(False)
        self._problem = QLabel(self)
        self._problem.setProperty("role", "danger")
        self._problem.setWordWrap(True)
        self._problem.hide()
        close = push_button(self.tr("Close"), kind="primary", parent=self)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self._edit, 1)
        row.addWidget(self._change)
        row.addWidget(self._reset)
        row.addSpacing(24)
        row.addWidget(close)
        column = QVBoxLayout()
        column.addWidget(self._problem)
        column.addLayout(row)
        return column

    def _fill(self) -> None:
        groups: dict[str, QTreeWidgetItem] = {}
        for spec in (*SPECS, *window_keys.SPECS):
            if spec.group not in groups:
                head = QTreeWidgetItem(self._tree, [translated(spec.group)])
                head.setFont(0, theme.sans(9, 600))
                head.setForeground(0, theme.current().color("muted"))
                head.setSizeHint(0, QSize(0, theme.grown(ROW)))
                head.setFlags(Qt.ItemFlag.ItemIsEnabled)
                groups[spec.group] = head
            item = QTreeWidgetItem(groups[spec.group], [translated(spec.text), self._keys(spec.name)])
            item.setData(0, NAME, spec.name)
            item.setFont(1, theme.mono(9))
            item.setSizeHint(0, QSize(0, theme.grown(ROW)))
        self._tree.expandAll()

    def _keys(self, name: str) -> str:
        return "   ".join(dict.fromkeys(map(shown, self._owner(name).keys(name))))

    def _owner(self, name: str) -> Actions | WindowKeys:
        """Who has the keys of something: a window beside the desk, or the desk's own actions."""
        return self._beside.get(name) or self._actions

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().strip()
        found = 0
        heads = (self._tree.topLevelItem(place) for place in range(self._tree.topLevelItemCount()))
        for head in filter(None, heads):
            shown = 0
            for child in filter(None, (head.child(i) for i in range(head.childCount()))):
                fits = wanted in child.text(0).casefold() or wanted in child.text(1).casefold()
                child.setHidden(not fits)
                shown += fits
            head.setHidden(not shown)
            found += shown
        self._nothing.setVisible(not found)
        self._problem.hide()

    def _begin(self) -> None:
        if self._edit.isEnabled():
            self._edit.setFocus()

    def _show_current(self) -> None:
        name = self._name()
        for widget in (self._edit, self._change):
            widget.setEnabled(bool(name))
        keys = self._owner(name).keys(name) if name else []
        self._edit.setKeySequence(keys[0] if keys else QKeySequence())
        self._reset.setEnabled(bool(name) and not self._is_usual(name))
        self._problem.hide()

    def _name(self) -> str:
        """The action whose row is current, "" on a head."""
        item = self._tree.currentItem()
        return (item.data(0, NAME) or "") if item else ""

    def _is_usual(self, name: str) -> bool:
        return self._owner(name).keys(name) == [QKeySequence(key) for key in _USUAL[name]]

    def _take(self) -> None:
        name = self._name()
        if name:
            # Another first key leaves the further ones; no key at all takes them away too.
            first = self._edit.keySequence()
            rest = [key for key in self._owner(name).keys(name)[1:] if key != first]
            self._set(name, [first, *rest] if not first.isEmpty() else [])

    def _take_usual(self) -> None:
        name = self._name()
        if name:
            self._set(name, [QKeySequence(key) for key in _USUAL[name]])

    def _set(self, name: str, keys: list[QKeySequence]) -> None:
        try:
            self._owner(name).set_keys(name, tuple(key.toString() for key in keys))
        except CuratorError as error:
            self._problem.setText(str(error))
            self._problem.show()
            return
        choose(self._state, name, None if self._is_usual(name) else keys)
        item = self._tree.currentItem()
        if item:
            item.setText(1, self._keys(name))
        self._show_current()
