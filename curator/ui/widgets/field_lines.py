"""A line whose value is its own editor: shown formatted, edited as it is stored."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QPlainTextEdit, QWidget

from curator.ui import theme
from curator.ui.widgets.panes import set_role


class FieldLine(QLineEdit):
    """Shows `shown` while at rest and `value` while being edited; Enter or leaving commits, Esc does not."""

    committed = Signal(str)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self._shown = ""
        self._editing = False
        self.setProperty("kind", "field")
        self.setFont(theme.sans(9.5))
        self.setFixedHeight(theme.FIELD_HEIGHT)
        self.setAccessibleName(label)
        self.returnPressed.connect(self._commit)

    def show_value(self, value: str, shown: str | None = None, *, missing: str = "", role: str = "") -> None:
        """Show a value; `missing` stands, muted or in `role`, where there is none."""
        self._value = value
        self._shown = value if shown is None else shown
        self.setPlaceholderText(missing)
        set_role(self, role)
        if not self._editing:
            self._rest()

    def complete_from(self, names: list[str]) -> None:
        """Offer names while typing."""
        completer = self.completer()
        if not completer:
            completer = QCompleter(QStringListModel(self), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            popup_of(completer)
            self.setCompleter(completer)
        model = completer.model()
        assert isinstance(model, QStringListModel)
        model.setStringList(names)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._editing:
            self._rest()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self._editing and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._editing = True
            self.setText(self._value)
            self.setToolTip("")
            if event.reason() != Qt.FocusReason.MouseFocusReason:
                self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._commit()
            self._editing = False
            self._rest()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._editing:
            self.setText(self._value)
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def _commit(self) -> None:
        text = self.text().strip()
        if self._editing and text != self._value:
            self.committed.emit(text)

    def _rest(self) -> None:
        # A line edit cuts off what is too long; at rest it is elided as labels are.
        shown = self.fontMetrics().elidedText(self._shown, Qt.TextElideMode.ElideRight, self.width() - 14)
        self.setText(shown)
        self.setCursorPosition(0)
        self.setToolTip(self._shown if shown != self._shown else "")


def popup_of(completer: QCompleter) -> QAbstractItemView:
    """The list a completer drops down, in the look of the theme."""
    popup = completer.popup()
    assert popup is not None
    popup.setProperty("popup", True)
    return popup


class NoteEdit(QPlainTextEdit):
    """A note of several lines that grows with its text; saved when left, or with Ctrl+Enter."""

    committed = Signal(str)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self.setProperty("kind", "field")
        self.setFont(theme.sans(9.5))
        self.setTabChangesFocus(True)
        self.setAccessibleName(label)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().contentsChanged.connect(lambda: QTimer.singleShot(0, self._fit))
        self._fit()

    def show_value(self, value: str, missing: str = "") -> None:
        """Show a note; what is being typed stays."""
        self._value = value
        self.setPlaceholderText(missing)
        if not self.hasFocus() and self.toPlainText() != value:
            self.setPlainText(value)

    def _fit(self) -> None:
        lines = max(1, min(6, self.document().lineCount() or self.blockCount()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 12)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setPlainText(self._value)
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Ctrl+Enter marks the article as reviewed; here it first saves what was typed.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._commit()
        return super().event(event)

    def _commit(self) -> None:
        text = self.toPlainText().strip()
        if text != self._value:
            self._value = text
            self.committed.emit(text)
