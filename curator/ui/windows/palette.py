"""The command palette: every action by name, from the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from curator.ui.keyboard.actions import OTHER_WORDS, SPECS, Actions, Spec, translated
from curator.ui.look import theme
from curator.ui.widgets.keycap import cap_width, paint_cap

NAME = Qt.ItemDataRole.UserRole
KEY = NAME + 1
ROW = 28


class _Rows(QStyledItemDelegate):
    """An action with its key at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, max(ROW, super().sizeHint(option, index).height() + 8))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        key: str = index.data(KEY) or ""
        box = QRectF(option.rect)  # type: ignore[attr-defined]
        paint_cap(painter, box.right() - 8 - cap_width(key), box.center().y(), key)


class Palette(QDialog):
    """Type a part of an action's name; Enter carries it out."""

    def __init__(self, actions: Actions, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self._actions = actions
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(520, 380)
        self.setProperty("popup", True)
        self._line = QLineEdit(self)
        self._line.setFont(theme.sans(11))
        self._line.setPlaceholderText(self.tr("Any action by name"))
        self._line.setAccessibleName(self._line.placeholderText())
        self._line.textChanged.connect(self._narrow)
        self._line.returnPressed.connect(self._run)
        self._line.installEventFilter(self)
        self._list = QListWidget(self)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(_Rows(self._list))
        self._list.setProperty("boxed", True)
        self._list.setAccessibleName(self.tr("Actions"))
        self._list.itemClicked.connect(self._run)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._line)
        layout.addWidget(self._list, 1)
        self._narrow("")

    def open_at_top(self) -> None:
        """Open in the middle of the window's upper edge."""
        window = self.parentWidget()
        if window:
            place = window.mapToGlobal(QPoint((window.width() - self.width()) // 2, 60))
            self.move(place)
        self.show()
        self._line.setFocus()

    def names(self) -> list[str]:
        """The actions listed, best first."""
        items = (self._list.item(place) for place in range(self._list.count()))
        return [item.data(NAME) for item in items if item.data(NAME)]

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().split()
        self._list.clear()
        for spec in _called(wanted):
            if spec.name == "palette" or not self._actions[spec.name].isEnabled():
                continue
            key = self._actions.key(spec.name)
            item = QListWidgetItem(translated(spec.text))
            item.setData(NAME, spec.name)
            item.setData(KEY, key)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{translated(spec.text)}, {key}" if key else None
            )
            self._list.addItem(item)
        if not self._list.count():
            nothing = QListWidgetItem(self.tr("No action goes by this name"), self._list)
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
        self._list.setCurrentRow(0)

    def _run(self) -> None:
        item = self._list.currentItem()
        name: str = (item.data(NAME) or "") if item else ""
        if name:
            self.close()
            self._actions.trigger(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step and self._list.count():
                self._list.setCurrentRow((self._list.currentRow() + step) % self._list.count())
                return True
        return False


def _called(wanted: list[str]) -> list[Spec]:
    """The actions whose names have all these words in them, behind them those that users may call so."""
    named = [spec for spec in SPECS if _has(f"{translated(spec.group)}: {translated(spec.text)}", wanted)]
    others = (spec for spec in SPECS if spec not in named)
    return [*named, *(spec for spec in others if wanted and _has(_all_words(spec), wanted))]


def _all_words(spec: Spec) -> str:
    return f"{translated(spec.text)} {translated(str(OTHER_WORDS.get(spec.name, '')))}"


def _has(words: str, wanted: list[str]) -> bool:
    return all(word in words.casefold() for word in wanted)
