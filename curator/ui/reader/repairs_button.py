"""How many repairs a text has had, as buttons that lead to them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from curator.ui.look import icons, theme

GAP = 6
PILL_HEIGHT = 18
PILL_MARGIN = 9.0


class RepairsButton(QAbstractButton):
    """A wrench and words: in the ink of repairs where there are some, muted where none were needed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brief = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.news().changed.connect(self.update)

    def say(self, words: str, brief: str, *, some: bool) -> None:
        """Show words, where there is no room the brief ones, or none; without repairs it leads nowhere."""
        self._brief = brief
        self.setText(words)
        self.setAccessibleName(words)
        self.setEnabled(some)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(theme.sans(9.5, 500)).horizontalAdvance(self.text())
        return QSize(round(theme.ICON + GAP + width + 5), 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.ICON + 4, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.sans(9.5, 500 if self.isEnabled() else 400)
        middle = self.height() / 2
        icon = QRectF(2, middle - theme.ICON / 2, theme.ICON, theme.ICON)
        icons.paint(painter, icon, "wrench", "repair" if self.isEnabled() else "muted")
        painter.setFont(font)
        painter.setPen(colours.color("text" if self.isEnabled() else "muted"))
        left = theme.ICON + GAP + 2
        words = QRectF(left, 0, self.width() - left, self.height())
        metrics = QFontMetricsF(font)
        said = (self.text(), self._brief)
        text = next((each for each in said if metrics.horizontalAdvance(each) <= words.width()), "")
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if self.hasFocus():
            painter.setPen(QPen(colours.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()


class GuessesPill(QAbstractButton):
    """How many guesses wait for a look, as a pill in the tint of repairs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.news().changed.connect(self.update)

    def say(self, words: str) -> None:
        """Show words, or go away where there are none."""
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(theme.sans(8.5, 600)).horizontalAdvance(self.text())
        return QSize(round(width + 2 * PILL_MARGIN), PILL_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(QPen(colours.color("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(colours.tint("repair"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1) if self.hasFocus() else box, 9, 9)
        painter.setFont(theme.sans(8.5, 600))
        painter.setPen(colours.ink("repair"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
