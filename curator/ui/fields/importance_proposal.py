"""A proposed importance with its reasons; a click or Enter takes it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from curator.domain.importances import Ground, Proposal, Reason
from curator.ui.facts.agreement_line import short
from curator.ui.keyboard.press_button import PressButton
from curator.ui.look import formatting, theme

REASONS = 2
"""Reasons that are written out; the tooltip has all."""


class ImportanceProposal(PressButton):
    """Muted words such as "4 proposed: $100 bn, 2 companies"."""

    taken = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._importance = 0
        self._shorter: list[str] = []
        """What is said where there is room for it, the longest first."""
        self.setFont(theme.sans(9))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setProperty("inline", True)
        self.setFixedHeight(theme.grown(theme.FIELD_HEIGHT))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda: self.taken.emit(self._importance))
        self.hide()

    def show_proposal(self, proposal: Proposal | None) -> None:
        """Show another proposal, or none."""
        self.setVisible(proposal is not None)
        if proposal is None:
            return
        self._importance = proposal.importance
        reasons = list(dict.fromkeys(map(self._words, proposal.reasons)))
        words = self.tr("{importance} proposed: {reasons}")
        self._shorter = [
            words.format(importance=proposal.importance, reasons=", ".join(reasons[:count]))
            for count in range(min(REASONS, len(reasons)), 0, -1)
        ]
        self._shorter.append(self.tr("{importance} proposed").format(importance=proposal.importance))
        self.setText(self._shorter[0])
        whole = words.format(importance=proposal.importance, reasons=", ".join(reasons))
        self.setToolTip(self.tr("{proposal}. A click takes it.").format(proposal=whole))
        self.setAccessibleName(whole)

    def words_in(self, width: float) -> str:
        """What is said in so many pixels: as many whole reasons as there is room for."""
        metrics = QFontMetricsF(self.font())
        whole = (words for words in self._shorter if metrics.horizontalAdvance(words) <= width)
        last = self._shorter[-1] if self._shorter else ""
        return metrics.elidedText(next(whole, last), Qt.TextElideMode.ElideRight, width)

    def _words(self, reason: Reason) -> str:
        if reason.ground is Ground.COMPANIES:
            return self.tr("%n companies", "", reason.count)
        fact = reason.fact
        if reason.ground is Ground.AMOUNT and fact:
            return formatting.brief(fact) or formatting.value(fact)
        value = short(fact) if fact else ""
        return self.tr("{value} in the title").format(value=value) if reason.ground is Ground.TITLE else value

    def sizeHint(self) -> QSize:
        return QSize(80, theme.FIELD_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme.FIELD_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(theme.current().color("text" if self.underMouse() else "muted"))
        room = self.rect().adjusted(2, 0, -2, 0)
        text = self.words_in(room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.current().color("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
