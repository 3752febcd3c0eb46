"""A line whose value is its own editor: shown formatted, edited as it is stored."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QStringListModel, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QWidget

from curator.domain.repairs import RepairedValue
from curator.ui.look import theme
from curator.ui.widgets.article_rows import code_width, paint_code
from curator.ui.widgets.panes import set_role

LONGEST_OFFER = 60
"""Code points of a value that a menu shows."""
_LONGEST = 2**30
"""Qt cuts a line at 32,767 signs else, and what it cut off would be lost when the field is left."""
_INSET = 3
"""Pixels from the edge of a line to its words, as the style sheet has it."""


class FieldLine(QLineEdit):
    """Shows `shown` while at rest and `value` while being edited; Enter or leaving commits, Esc does not."""

    committed = Signal(str)
    left = Signal()
    """Enter or Esc: the line is done with."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self._shown = ""
        self._code = ""
        self._editing = False
        self._committing = False
        self._refused = ""
        self._repair: RepairedValue | None = None
        self.setProperty("kind", "field")
        self.setFont(theme.sans(9.5))
        self.setFixedHeight(theme.grown(theme.FIELD_HEIGHT))
        self.setAccessibleName(label)
        self.setMaxLength(_LONGEST)
        self.returnPressed.connect(self._enter)

    def show_value(
        self,
        value: str,
        shown: str = "",
        *,
        code: str = "",
        missing: str = "",
        role: str = "",
        fresh: bool = False,
    ) -> None:
        """Show a value, at rest as `shown` behind a `code` in its box.

        `missing` stands, muted or in `role`, where there is none.

        What is being typed, or was refused, stays, unless the value is `fresh`: that of another article.
        """
        self._value = value
        self._shown = shown or value
        self._code = code
        self.setPlaceholderText(missing)
        set_role(self, role)
        if self._refused and not fresh:
            return
        self._mark("")
        if not self._editing:
            self._rest()
        elif fresh:
            self.setText(value)

    def offer_repair(self, value: RepairedValue | None) -> None:
        """Let the editor go between the value as the file has it and as it was repaired (None: neither)."""
        self._repair = value
        if not self._editing:
            self._rest()

    def repair_offers(self) -> list[tuple[str, str]]:
        """What may be put in the place of the value, each with the words that offer it."""
        if self._repair is None:
            return []
        offers = (
            (self.tr("Use the original: {words}"), self._repair.original),
            (self.tr("Use the repaired: {words}"), self._repair.repaired),
        )
        return [(said.format(words=_brief(v)), v) for said, v in offers if v.strip() != self._value]

    def use(self, value: str) -> None:
        """Take another value, as if it had been typed."""
        self._mark("")
        self._editing = True
        self.setText(value)
        self.commit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, with the original and the repaired value on top."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first = menu.actions()[0]
        for said, value in self.repair_offers():
            action = QAction(said.replace("&", "&&"), menu)
            action.triggered.connect(lambda _checked=False, value=value: self.use(value))
            menu.insertAction(first, action)
        if self.repair_offers():
            menu.insertSeparator(first)
        menu.popup(event.globalPos())

    def refuse(self, reason: str) -> None:
        """Say why what was typed is no value; it stays to be mended, and Esc brings the old one back."""
        self._mark(reason)

    def commit(self) -> None:
        """Give out what was typed, if it is another value and was not refused already."""
        if self._committing:  # a dialog has opened meanwhile, and taken the focus away
            return
        text = self.text().strip()
        if self._editing and text != self._value.strip() and not self._refused:
            self._committing = True
            self.committed.emit(text)
            self._committing = False
        if not self.hasFocus():
            self._editing = False
            self._rest()

    def _mark(self, reason: str) -> None:
        self._refused = reason
        mark_refusal(self, reason)

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
            if not self._refused:
                self.setTextMargins(0, 0, 0, 0)
                self.setText(self._value)
                self.setToolTip("")
            if event.reason() != Qt.FocusReason.MouseFocusReason:
                self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._editing:
            self._mark("")
            self.setText(self._value)
            self.left.emit()
        elif _is_turn(event) and self.repair_offers():
            self.use(self.repair_offers()[0][1])
        else:
            if event.text():
                self._mark("")
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        # At rest it is not the value that stands here: what is dropped would be seen and never kept.
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._mark("")
        super().dropEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._code and not self._editing:
            right = QPointF(_INSET + code_width(self._code), self.height() / 2)
            paint_code(QPainter(self), right, self._code)

    def _enter(self) -> None:
        self.commit()
        if not self._refused:
            self.left.emit()

    def _rest(self) -> None:
        if self._refused:
            return
        # A line edit cuts off what is too long; at rest it is elided as labels are.
        margin = round(code_width(self._code)) + 8 if self._code else 0
        self.setTextMargins(margin, 0, 0, 0)
        room = self.width() - 14 - margin
        shown = self.fontMetrics().elidedText(self._shown, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        self.setCursorPosition(0)
        words = [self._shown] if shown != self._shown else []
        if self._repair is not None:
            change = self.tr("Repaired: {before} → {after}. Ctrl+R changes between them.")
            words.append(change.format(before=self._repair.original, after=self._repair.repaired))
        self.setToolTip("\n".join(words))


def _is_turn(event: QKeyEvent) -> bool:
    """Whether Ctrl+R is pressed: R is the key of repairs."""
    return event.key() == Qt.Key.Key_R and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _brief(words: str) -> str:
    return words if len(words) <= LONGEST_OFFER else f"{words[: LONGEST_OFFER - 1]}…"


def mark_refusal(field: QWidget, reason: str) -> None:
    """Let a field show that its value was refused, and why ("": it was not)."""
    field.setToolTip(reason)
    if bool(field.property("bad")) != bool(reason):
        field.setProperty("bad", bool(reason))
        field.style().polish(field)


def popup_of(completer: QCompleter) -> QAbstractItemView:
    """The list a completer drops down, in the look of the theme."""
    popup = completer.popup()
    assert popup is not None
    popup.setProperty("popup", True)
    return popup
