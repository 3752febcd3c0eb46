"""Chips: a list of names as pills that can be taken away, and a line to add one with completion."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QScrollArea, QSizePolicy, QStackedLayout, QWidget
from shiboken6 import isValid

from curator.ui import icons, theme
from curator.ui.widgets.field_lines import mark_refusal, popup_of
from curator.ui.widgets.flow import FlowLayout
from curator.ui.widgets.own_keys import ENTER, OwnKeys

HEIGHT = 22
"""Of a pill at the usual size of letters."""


class Chip(OwnKeys):
    """One name as a pill; the cross, Delete or Backspace takes it away."""

    OWN = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace, *ENTER})
    removed = Signal(str)
    activated = Signal(str)
    menu_requested = Signal(str, QPoint)
    """The name and the place on the screen for a menu."""

    def __init__(self, name: str, tint: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._tint = tint
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(theme.sans(9))
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("Delete takes it away"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self.name) + 34, _height())

    def minimumSizeHint(self) -> QSize:
        return QSize(48, _height())

    def _cross(self) -> QRectF:
        return QRectF(self.width() - 21, (_height() - 12) / 2, 12, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        fill = colours.tint(self._tint) if self._tint else colours.color("hover")
        focused = self.hasFocus()
        painter.setPen(QPen(colours.color("accent"), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        inset = 1 if focused else 0
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, _height() / 2, _height() / 2)
        painter.setPen(colours.color("text"))
        text = QFontMetrics(self.font()).elidedText(self.name, Qt.TextElideMode.ElideRight, self.width() - 32)
        painter.drawText(QRectF(10, 0, self.width() - 32, _height()), Qt.AlignmentFlag.AlignVCenter, text)
        icons.paint(painter, self._cross(), "x", "muted")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._cross().adjusted(-4, -5, 8, 5).contains(event.position()):
            self.removed.emit(self.name)
        elif self.rect().contains(event.position().toPoint()):
            self.activated.emit(self.name)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(self.name, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit(self.name)
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        elif event.key() in ENTER:
            self.activated.emit(self.name)
        else:
            super().keyPressEvent(event)


class AddButton(OwnKeys):
    """A dashed pill that turns into a line to type in."""

    OWN = frozenset({Qt.Key.Key_Space, Qt.Key.Key_F2, *ENTER})
    pressed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setFont(theme.sans(9))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        """Show another word on the pill."""
        self._text = text
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(26, QFontMetrics(self.font()).horizontalAdvance(self._text) + 20), _height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        if self.hasFocus():
            pen = QPen(colours.color("accent"), 2)
        else:
            pen = QPen(colours.color("control"), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(1, 1, -1, -1), _height() / 2 - 1, _height() / 2 - 1
        )
        painter.setPen(colours.color("muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in self.OWN:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


class _Adder(QWidget):
    """The dashed pill, or in its place the line with its completion."""

    entered = Signal(str)

    def __init__(self, text: str, complete: Callable[[str], Sequence[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._complete = complete
        self._entered = ""
        self.button = AddButton(text, self)
        self.line = QLineEdit(self)
        self.line.setFont(theme.sans(9))
        self.line.setAccessibleName(text)
        self.line.installEventFilter(self)
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup = popup_of(self._completer)
        self.line.setCompleter(self._completer)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.button)
        self._stack.addWidget(self.line)
        self.button.pressed.connect(self.begin)
        self.line.textEdited.connect(self._suggest)
        self.line.returnPressed.connect(self._take_match)
        # The popup's choice arrives while Qt still writes it into the line: take it afterwards.
        self._completer.activated.connect(self._finish_soon)

    def sizeHint(self) -> QSize:
        return QSize(150, _height() + 2) if self._stack.currentIndex() else self.button.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def begin(self) -> None:
        """Show the line, empty, with the focus."""
        self.line.clear()
        mark_refusal(self.line, "")
        self.line.setToolTip(self.tr("Enter takes the name that is known, Shift+Enter the words as typed"))
        self._stack.setCurrentIndex(1)
        self._settle()
        self.line.setFocus()
        self._suggest("")
        # It stands where it will stay once the layout has followed.
        QTimer.singleShot(0, self.show_whole)

    def show_whole(self) -> None:
        """Scroll the line into view where it lies in something that scrolls."""
        outer = self.parentWidget()
        while outer is not None and not isinstance(outer, QScrollArea):
            outer = outer.parentWidget()
        if outer is not None:
            outer.ensureWidgetVisible(self, 0, 4)

    def refuse(self, reason: str) -> None:
        """Bring back what was just entered, to be mended, and say why it was not taken."""
        if self._entered:
            self.begin()
            self.line.setText(self._entered)
            mark_refusal(self.line, reason)

    def end(self) -> None:
        """Show the dashed pill again."""
        if self._stack.currentIndex():
            self._stack.setCurrentIndex(0)
            self._settle()

    def _settle(self) -> None:
        self.updateGeometry()
        parent = self.parentWidget()
        layout = parent.layout() if parent else None
        if parent and layout:
            layout.invalidate()
            parent.updateGeometry()

    def _suggest(self, text: str) -> None:
        self._names.setStringList(list(self._complete(text)))
        if text:
            self._completer.complete()

    def _finish_soon(self) -> None:
        QTimer.singleShot(0, self._finish)

    def _take_match(self) -> None:
        """Enter: the name that is known and begins so; an empty line is done with."""
        typed = self.line.text().strip().casefold()
        if not typed:
            self._leave()
            return
        known = [name for name in self._names.stringList() if name.casefold().startswith(typed)]
        if known:
            self.line.setText(next((name for name in known if name.casefold() == typed), known[0]))
        self._finish()

    def _finish(self) -> None:
        text = self.line.text().strip()
        if text:
            self.line.clear()
            self._entered = text
            self.entered.emit(text)
            self._entered = ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        left = watched is self.line and event.type() == QEvent.Type.FocusOut
        # Where all is taken down the popup goes before the line, which then loses the focus.
        if left and isValid(self._popup) and not self._popup.isVisible():
            self._finish()
            self.end()
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(event)
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in ENTER and shift:
            self._finish()
        else:
            return False
        return True

    def _leave(self) -> None:
        self.line.clear()
        self.end()
        self.button.setFocus()


def _height() -> int:
    return theme.grown(HEIGHT)


class ChipsEditor(QWidget):
    """An ordered list of names; emits the names to add or to take away, and shows what it is given."""

    added = Signal(str)
    removed = Signal(str)
    activated = Signal(str)
    menu_requested = Signal(str, QPoint)

    def __init__(
        self,
        label: str,
        complete: Callable[[str], Sequence[str]],
        tint: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tint = tint
        self._chips: list[Chip] = []
        self._flow = FlowLayout(self)
        self._adder = _Adder(self.tr("Add"), complete, self)
        said = self.tr("{field}: add").format(field=label)
        self._adder.button.setAccessibleName(said)
        self._adder.button.setToolTip(said)
        self._flow.setContentsMargins(4, 1, 0, 2)
        self._remark = QLabel(self)
        self._remark.setFont(theme.sans(9.5))
        self._remark.setProperty("role", "muted")
        self._remark.setMinimumHeight(_height())
        self._remark.hide()
        self._flow.addWidget(self._remark)
        self._adder.setAccessibleName(label)
        self._adder.entered.connect(self.added)
        self._flow.addWidget(self._adder)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_names(self, names: Sequence[str], remark: str = "") -> None:
        """Show these names, and a remark before them; the line being typed in stays."""
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))
        if [chip.name for chip in self._chips] == list(names):
            return
        held = next((i for i, chip in enumerate(self._chips) if chip.hasFocus()), None)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for index, name in enumerate(names):
            chip = Chip(name, self._tint, self)
            chip.removed.connect(self.removed)
            chip.activated.connect(self.activated)
            chip.menu_requested.connect(self.menu_requested)
            self._flow.insert(index + 1, chip)
            self._chips.append(chip)
            chip.show()
        # The pill keeps its place in the order of Tab, behind the chips, which were made later.
        pill = self._adder.button
        for before, after in pairwise([pill, *self._chips, pill]):
            QWidget.setTabOrder(before, after)
        if held is not None:
            (self._chips[min(held, len(self._chips) - 1)] if self._chips else self._adder.button).setFocus()
        # Beside chips a plus will do; in an empty field the word says what can be done.
        self._adder.button.set_text("+" if names else self.tr("Add"))
        self.updateGeometry()

    def refuse(self, reason: str) -> None:
        """Say why the name just added was not taken; it stays in the line, to be mended."""
        self._adder.refuse(reason)

    def begin_adding(self) -> None:
        """Open the line for a new name."""
        self._adder.begin()

    def names(self) -> list[str]:
        """The names shown."""
        return [chip.name for chip in self._chips]
