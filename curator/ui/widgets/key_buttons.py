"""Buttons that show their key, and hints of what a key does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QSizePolicy, QWidget

from curator.ui.keyboard.press_button import PressButton
from curator.ui.look import icons, theme
from curator.ui.widgets.keycap import cap_width, paint_cap

GAP, NARROW_GAP = 6.0, 4.0
"""Between the words of a button and the cap of its key, where there is room and where there is little."""
LEAST_MARGIN = 3.0
"""Between a button's edge and what stands in it."""


class KeyButton(PressButton):
    """A button of words and the cap of its key; `kind` is "primary", "toggle" or plain."""

    def __init__(
        self, text: str, key: str, kind: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._key, self._kind, self._icon = key, kind, icon
        self.setFont(theme.sans(9, 600 if kind == "primary" else 500))
        self.setCheckable(kind == "toggle")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(text)
        self.set_key(key)

    def set_words(self, text: str) -> None:
        """Say something else, before the same key."""
        self.setText(text)
        self.setAccessibleName(text)
        self.set_key(self._key)

    def set_key(self, key: str) -> None:
        """Show another key."""
        self._key = key
        self.setToolTip(f"{self.text()}  {key}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).boundingRect(self.text())
        width = words.width() + cap_width(self._key) + (20 if self._icon else 0)
        if self._kind == "toggle":
            return QSize(round(width + 11), max(24, round(words.height()) + 6))
        dialog = isinstance(self.window(), QDialog)
        height = theme.DIALOG_BUTTON_HEIGHT if dialog else theme.BUTTON_HEIGHT
        return QSize(round(width + (30 if dialog else 16)), max(height, round(words.height()) + 10))

    def minimumSizeHint(self) -> QSize:
        if self._kind == "toggle":
            return self.sizeHint() - QSize(6, 0)
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(round(words) + 10, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        primary = self._kind == "primary" and self.isEnabled()
        ink = colours.color("on_accent" if primary else "text" if self.isEnabled() else "control")
        self._frame(painter, primary=primary)
        metrics = QFontMetricsF(self.font())
        text = metrics.horizontalAdvance(self.text())
        mark = 20 if self._icon else 0
        # In a narrow pane the words stay whole; the key is in the tooltip too.
        cap = cap_width(self._key)
        spare = self.width() - text - cap - mark
        roomy = self._kind == "toggle" or spare >= NARROW_GAP + 2 * LEAST_MARGIN
        gap = GAP if spare >= GAP + 4 * LEAST_MARGIN else NARROW_GAP
        left = (spare - gap if roomy and cap else self.width() - text - mark) / 2
        if self._kind == "toggle":
            left = 2
            paint_cap(painter, left, self.height() / 2, self._key)
            left += cap + 5
        if self._icon:
            icons.paint(painter, QRectF(left, (self.height() - 14) / 2, 14, 14), self._icon, "text")
            left += mark
        painter.setPen(ink)
        painter.setFont(self.font())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(QRectF(left, 0, text + 2, self.height()), flags, self.marked())
        if self._kind != "toggle" and roomy:
            paint_cap(painter, left + text + gap, self.height() / 2, self._key, on_accent=primary)

    def _frame(self, painter: QPainter, *, primary: bool) -> None:
        colours = theme.current()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        hover = self.underMouse() and self.isEnabled()
        if self._kind == "toggle":
            if self.isChecked() or hover:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.color("sel" if self.isChecked() else "hover"))
                painter.drawRoundedRect(box, 5, 5)
        else:
            fill = "accent" if primary else "hover" if hover else "base"
            painter.setPen(QPen(colours.color("accent" if primary else "line"), 1))
            painter.setBrush(colours.color(fill))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.color("text" if primary else "accent"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)


class KeyHint(QWidget):
    """A cap with what the key does, for the status bar and the welcome page."""

    def __init__(self, key: str, text: str, parent: QWidget | None = None, points: float = 9) -> None:
        super().__init__(parent)
        self._key, self._text = key, text
        self.setFont(theme.sans(points))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_key(key)

    @property
    def key(self) -> str:
        """The key shown."""
        return self._key

    def set_key(self, key: str) -> None:
        """Show another key."""
        self._key = key
        self.setAccessibleName(f"{key}: {self._text}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        text = QFontMetricsF(self.font()).horizontalAdvance(self._text)
        return QSize(round(cap_width(self._key) + 8 + text + 2), theme.grown(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.current()
        width = cap_width(self._key)
        paint_cap(painter, 0, self.height() / 2, self._key, "text")
        painter.setPen(colours.color("muted"))
        painter.setFont(self.font())
        rest = QRectF(width + 8, 0, self.width() - width - 8, self.height())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self._text)
