"""Rows of the sidebar, and sections of them under a head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from curator.ui.keyboard.own_keys import ENTER, OwnKeys
from curator.ui.look import formatting, icons, screen_readers, theme
from curator.ui.widgets.article_rows import code_width, paint_code
from curator.ui.widgets.panes import ElidedLabel, icon_button, push_button


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the sidebar: what it says, and the query that a click writes."""

    text: str
    query: str
    count: int | None = None
    icon: str = ""
    code: str = ""
    checkable: bool = False


class Row(OwnKeys):
    """One clickable row: icon or box, words, and a count at the right."""

    OWN = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Delete, *ENTER})
    clicked = Signal(object, Qt.KeyboardModifier)
    menu_requested = Signal(object, QPoint)

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.checked = False
        self.setFixedHeight(theme.grown(theme.SIDEBAR_ROW))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(entry.text if entry.count is None else f"{entry.text}, {entry.count}")
        role = QAccessible.Role.CheckBox if entry.checkable else QAccessible.Role.Button
        screen_readers.tell_role(self, role)
        screen_readers.tell_on(self, False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(160, theme.grown(theme.SIDEBAR_ROW))

    def set_checked(self, checked: bool) -> None:
        """Show whether the row's query is in force."""
        if checked != self.checked:
            self.checked = checked
            screen_readers.tell_on(self, checked)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        box = QRectF(self.rect()).adjusted(8, 0, -8, 0)
        lit = self.checked and not self.entry.checkable
        if lit or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.color("sel" if lit else "hover"))
            painter.drawRoundedRect(box, 5, 5)
        if self.hasFocus():
            painter.setPen(QPen(colours.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        self._words(painter, self._mark(painter), lit=lit)

    def _mark(self, painter: QPainter) -> float:
        middle = self.height() / 2
        left = float(theme.PANE_MARGIN)
        if self.entry.checkable:
            box = QRectF(left, middle - 7, 14, 14)
            colours = theme.current()
            painter.setPen(QPen(colours.color("accent" if self.checked else "control"), 1))
            painter.setBrush(colours.color("accent") if self.checked else colours.color("base"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            if self.checked:
                icons.paint(painter, box.adjusted(1.5, 1.5, -1.5, -1.5), "check-bold", "on_accent")
            left += 22
        elif self.entry.icon:
            role = "accent" if self.checked else "muted"
            icons.paint(painter, QRectF(left, middle - 8, 16, 16), self.entry.icon, role)
            left += 24
        if self.entry.code:
            width = code_width(self.entry.code)
            paint_code(painter, QPointF(left + width, middle), self.entry.code)
            left += max(width, 22) + 8
        return left

    def _words(self, painter: QPainter, left: float, *, lit: bool) -> None:
        right = self.width() - theme.PANE_MARGIN
        colours = theme.current()
        if self.entry.count is not None:
            painter.setFont(theme.sans(9))
            painter.setPen(colours.color("muted"))
            count = formatting.count(self.entry.count)
            width = painter.fontMetrics().horizontalAdvance(count)
            painter.drawText(
                QRectF(right - width, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter, count
            )
            right -= width + 8
        painter.setFont(theme.sans(9.5, 600 if lit else 400))
        painter.setPen(colours.color("text"))
        text = painter.fontMetrics().elidedText(
            self.entry.text, Qt.TextElideMode.ElideRight, int(right - left)
        )
        self.setToolTip(self.entry.text if text != self.entry.text else "")
        painter.drawText(QRectF(left, 0, right - left, self.height()), Qt.AlignmentFlag.AlignVCenter, text)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit(self.entry, event.modifiers())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        with_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        self._ask_for_menu(event.globalPos() if with_mouse else None)

    def _ask_for_menu(self, place: QPoint | None) -> None:
        self.menu_requested.emit(self.entry, place or self.mapToGlobal(QPoint(24, self.height())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {*ENTER, Qt.Key.Key_Space}:
            self.clicked.emit(self.entry, event.modifiers())
        elif event.key() == Qt.Key.Key_Delete:
            self._ask_for_menu(None)
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class Section(QWidget):
    """A head in muted semibold with its rows; at most `most` of them until "more…" is pressed."""

    clicked = Signal(object, Qt.KeyboardModifier)
    menu_requested = Signal(object, QPoint)

    def __init__(self, title: str, add: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._rows: list[Row] = []
        self._most = 1000
        self._open = False
        head = QWidget(self)
        line = QHBoxLayout(head)
        line.setContentsMargins(theme.PANE_MARGIN, 6, theme.PANE_MARGIN - 5, 2)
        label = ElidedLabel(title, head)
        label.setFont(theme.sans(9, 600))
        label.setProperty("role", "muted")
        line.addWidget(label, 1)
        self.add_button = icon_button("plus", add, head)
        self.add_button.setVisible(bool(add))
        line.addWidget(self.add_button)
        self._empty = QLabel(self)
        self._empty.setFont(theme.sans(9))
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(theme.PANE_MARGIN, 2, theme.PANE_MARGIN, 4)
        self._more = push_button("", kind="quiet", parent=self)
        self._more.clicked.connect(self._toggle)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 4)
        self._layout.setSpacing(0)
        for widget in (head, self._empty):
            self._layout.addWidget(widget)
        more = QHBoxLayout()
        more.setContentsMargins(theme.PANE_MARGIN + 16, 0, 0, 0)
        self._layout.addLayout(more)
        more.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._more.hide()
        self._empty.hide()

    def show_entries(self, entries: Sequence[Entry], *, most: int = 1000, emptiness: str = "") -> None:
        """Show rows; rows that stay keep their focus."""
        self._empty.setText(emptiness)
        self._empty.setVisible(bool(emptiness) and not entries)
        if tuple(entries) == self._entries and most == self._most:
            return
        self._entries, self._most = tuple(entries), most
        self._fill()

    def entries(self) -> tuple[Entry, ...]:
        """All entries, those included that are folded away."""
        return self._entries

    def rows(self) -> list[Row]:
        """The rows shown."""
        return self._rows

    def set_active(self, active: set[str]) -> None:
        """Mark the rows whose query is in force."""
        for row in self._rows:
            row.set_checked(row.entry.query in active)

    def _toggle(self) -> None:
        self._open = not self._open
        self._fill()

    def _fill(self) -> None:
        shown = self._entries if self._open else self._entries[: self._most]
        held = next((row.entry.query for row in self._rows if row.hasFocus()), None)
        active = {row.entry.query for row in self._rows if row.checked}
        for row in self._rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for entry in shown:
            row = Row(entry, self)
            row.set_checked(entry.query in active)
            row.clicked.connect(self.clicked)
            row.menu_requested.connect(self.menu_requested)
            self._layout.insertWidget(self._layout.count() - 1, row)
            row.show()
            self._rows.append(row)
            if entry.query == held:
                row.setFocus()
        # What is made later would come last; Tab and the arrows go from top to bottom.
        for before, after in pairwise([self.add_button, *self._rows, self._more]):
            QWidget.setTabOrder(before, after)
        hidden = len(self._entries) - len(shown)
        self._more.setVisible(hidden > 0 or (self._open and len(self._entries) > self._most))
        self._more.setText(self.tr("%n more", "", hidden) if hidden else self.tr("Fewer"))
