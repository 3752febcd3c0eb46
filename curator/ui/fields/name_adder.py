"""Adding a name: a dashed pill that turns into a line with completion."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMoveEvent
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit, QScrollArea, QStackedLayout, QWidget
from shiboken6 import isValid

from curator.ui.fields.field_lines import mark_refusal, popup_of
from curator.ui.keyboard.own_keys import ENTER
from curator.ui.look import theme
from curator.ui.widgets.chips import AddButton, chip_height
from curator.ui.widgets.pasting import names_in


class NameAdder(QWidget):
    """The dashed pill, or in its place the line with its completion."""

    entered = Signal(str)

    def __init__(self, text: str, complete: Callable[[str], Sequence[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._complete = complete
        self._entered = ""
        self._came_from: QWidget | None = None
        """What had the focus when the line was opened by key."""
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
        return QSize(150, chip_height() + 2) if self._stack.currentIndex() else self.button.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def begin(self) -> None:
        """Show the line with the focus, empty, or with what is being typed in it already.

        Left again, what has the focus elsewhere gets it back.
        """
        focus, editor = QApplication.focusWidget(), self.parentWidget()
        if focus is not self.line:
            self._came_from = focus if focus and editor and not editor.isAncestorOf(focus) else None
        if not self._stack.currentIndex():
            self.line.clear()
        mark_refusal(self.line, "")
        self.line.setToolTip(self.tr("Enter takes the name that is known, Shift+Enter the words as typed"))
        self._stack.setCurrentIndex(1)
        self._settle()
        self.line.setFocus()
        self._suggest(self.line.text())
        # It stands where it will stay once the layout has followed.
        QTimer.singleShot(0, self, self.show_whole)

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

    def commit(self) -> None:
        """Give out what stands in the line, and show the dashed pill again where nobody types any more."""
        if self._stack.currentIndex():
            self._finish()
            if not self.line.hasFocus():
                self.end()

    def drop(self) -> None:
        """Forget what stands in the line: it was refused, or meant for another article."""
        self.line.clear()
        mark_refusal(self.line, "")

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
        QTimer.singleShot(0, self, self._finish)

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
        names = names_in(self.line.text())
        self.line.clear()
        for name in names:
            self._entered = name
            self.entered.emit(name)
            self._entered = ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        left = watched is self.line and event.type() == QEvent.Type.FocusOut
        # Where all is taken down the popup goes before the line, which then loses the focus.
        if left and isValid(self._popup) and not self._is_coming_back():
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

    def _is_coming_back(self) -> bool:
        """Whether the focus was only lent: to a menu, the palette, another window or another program.

        Half a name typed before is no name then; Qt gives the focus back to the line.
        """
        return QApplication.activePopupWidget() is not None or not self.isActiveWindow()

    def moveEvent(self, event: QMoveEvent) -> None:
        # Names before it have moved it on, maybe out of view.
        super().moveEvent(event)
        if self.line.hasFocus():
            QTimer.singleShot(0, self, self.show_whole)

    def _leave(self) -> None:
        self.line.clear()
        self.end()
        before = self._came_from
        (before if before and isValid(before) and before.isVisible() else self.button).setFocus()
