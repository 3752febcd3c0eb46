"""Who else states a fact: how many articles and languages agree, what differs, the languages in boxes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from curator.domain.corroborations import Corroboration
from curator.domain.facts import Fact, FactKind
from curator.ui.look import formatting, icons, screen_readers, theme
from curator.ui.widgets.article_rows import paint_code

ROW = 20
CODE = 30.0
"""Pixels that a language takes in its box."""
MOST_CODES = 4
"""Languages shown in boxes; the popup names them all."""


class AgreementLine(QWidget):
    """One line or two: who agrees, and who does not. A click, Enter or Space shows the places."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agrees = self._differs = ""
        self._codes: tuple[str, ...] = ()
        self._active = False
        self.setFont(theme.sans(9, 500))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        screen_readers.tell_role(self, QAccessible.Role.Button)
        self.setProperty("presses", True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_places(self, found: Corroboration | None, key: str = "") -> None:
        """Show what the library says of a fact (None: it has not answered, or has nothing to say)."""
        self._agrees = self._agreement(found)
        self._differs = self._difference(found)
        languages = found.languages if found and (found.articles > 1 or found.inside > 1) else ()
        self._codes = languages[:MOST_CODES] if len(languages) > 1 else ()
        self._active = bool(found and found.places)
        self.setVisible(bool(self._agrees or self._differs))
        self.setCursor(Qt.CursorShape.PointingHandCursor if self._active else Qt.CursorShape.ArrowCursor)
        words = " · ".join(filter(None, (self._agrees, self._differs)))
        names = ", ".join(formatting.language_name(code) or code for code in languages)
        self.setAccessibleName(f"{words}: {names}" if names else words)
        self.setToolTip(f"{self.accessibleName()}  {key}".rstrip() if self._active else "")
        self.updateGeometry()
        self.update()

    def _agreement(self, found: Corroboration | None) -> str:
        if found and found.articles > 1:
            articles = self.tr("%n article(s)", "", found.articles)
            languages = self.tr("%n language(s)", "", len(found.languages))
            if len(found.languages) < 2:
                return self.tr("{articles} agree").format(articles=articles)
            return self.tr("{articles}, {languages} agree").format(articles=articles, languages=languages)
        inside = found.inside if found else 0
        return self.tr("%n place(s) in this article agree", "", inside) if inside > 1 else ""

    def _difference(self, found: Corroboration | None) -> str:
        if found and found.differing:
            values = dict.fromkeys(short(place.fact) for place in found.differing)
            count = self.tr("%n differ", "", len(found.differing))
            return f"{count}: {', '.join(values)}"
        if found and found.lacking:
            name = formatting.language_name(found.lacking) or found.lacking
            return self.tr("Not in the {language} half").format(language=name)
        return ""

    def words(self) -> tuple[str, str]:
        """What is said of agreement, and of difference."""
        return self._agrees, self._differs

    def sizeHint(self) -> QSize:
        rows = bool(self._agrees) + bool(self._differs)
        return QSize(120, max(ROW, round(QFontMetricsF(self.font()).height())) * max(1, rows))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = [("intersect", "ok", self._agrees), ("warning", "warn", self._differs)]
        shown = [line for line in lines if line[2]]
        height = self.height() / max(1, len(shown))
        for place, (icon, role, words) in enumerate(shown):
            box = QRectF(0, place * height, self.width(), height)
            right = box.right()
            if role == "ok":
                right = self._paint_codes(painter, box, words)
            self._paint_words(painter, box, right, (icon, role, words))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.current().color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _paint_codes(self, painter: QPainter, box: QRectF, words: str) -> float:
        """The languages beside the words, as many as there is room for; where they begin."""
        right = box.right()
        least = box.left() + 25 + QFontMetricsF(theme.sans(9, 500)).horizontalAdvance(words)
        fitting = max(0, int((right - least) / CODE))
        for code in reversed(self._codes[:fitting]):
            right -= paint_code(painter, QPointF(right, box.center().y()), code) + 5
        return right

    def _paint_words(self, painter: QPainter, box: QRectF, right: float, line: tuple[str, str, str]) -> None:
        icon, role, words = line
        icons.paint(painter, QRectF(box.left(), box.center().y() - 7.5, 15, 15), icon, role)
        font = theme.sans(9, 500)
        font.setUnderline(self._active and self.underMouse())
        painter.setFont(font)
        painter.setPen(theme.current().color(role))
        room = QRectF(box.left() + 21, box.top(), max(0.0, right - box.left() - 25), box.height())
        text = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._active and event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._active and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


def short(fact: Fact) -> str:
    """A value in its short form with its bound: "up to $1.8 bn", "by 2030"."""
    brief = formatting.brief(fact) if fact.kind is FactKind.MONEY else ""
    return " ".join(filter(None, (formatting.approximation(fact), brief or formatting.value(fact))))
