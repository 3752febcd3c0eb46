"""The search field: field names in the accent, values in text, a wave under what is wrong."""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QWidget

from curator.ui.look import icons, theme
from curator.ui.widgets.panes import icon_button

_FIELD = re.compile(r"(?<![\w\"])-?[a-z]+:(?:>=|<=|=|>|<)?", re.IGNORECASE)
HEIGHT, POINTS = 32, 9.5
GLASS = QRect(10, 8, 16, 16)
"""Where the magnifying glass is painted: as a label's picture it would grow faint on an empty desk."""
PAUSE = 120
"""Milliseconds after the last key until the search runs."""


class _Colours(QSyntaxHighlighter):
    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.wrong: tuple[int, int] | None = None

    def highlightBlock(self, text: str) -> None:
        name = QTextCharFormat()
        name.setForeground(theme.current().color("accent"))
        for match in _FIELD.finditer(text):
            self.setFormat(match.start(), len(match.group().rstrip("<>=")), name)
        if self.wrong:
            wave = QTextCharFormat()
            wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            wave.setUnderlineColor(theme.current().color("danger"))
            start, end = self.wrong
            self.setFormat(start, max(1, end - start), wave)


class _Line(QPlainTextEdit):
    """A single line that can be coloured, which QLineEdit cannot."""

    entered = Signal()
    left = Signal()
    focus_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._invitation = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("bare", True)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)

    def invite(self, text: str) -> None:
        """Say what can be written, as much of it as one line holds."""
        self._invitation = text
        width = self.viewport().width() - 4
        short = QFontMetricsF(theme.sans(POINTS)).elidedText(text, Qt.TextElideMode.ElideRight, width)
        self.setPlaceholderText(short)
        self.setAccessibleDescription(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.invite(self._invitation)

    def stand_on(self, baseline: float) -> None:
        """Let the letters stand on a line so far below the top."""
        self.setViewportMargins(0, round(baseline - QFontMetricsF(self.font()).ascent()), 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split()))


class SearchField(QFrame):
    """A query with its count; emits the query as it is typed, after a short pause."""

    query_changed = Signal(str)
    entered = Signal()
    """Enter: the focus goes to the list."""
    save_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self.setFixedHeight(HEIGHT)
        self.line = _Line(self)
        self.line.setFont(theme.mono(POINTS))
        self.line.setFixedHeight(HEIGHT - 4)
        self.line.setAccessibleName(self.tr("Search"))
        self.line.invite(self.tr("Search words, or company:nvidia amount:>=1e9usd"))
        self._colours = _Colours(self.line.document())
        self._count = QLabel(self)
        self._count.setFont(theme.sans(9, 500))
        self._count.setProperty("role", "muted")
        self._save = icon_button("bookmark-simple", self.tr("Save this search"), self)
        self._save.clicked.connect(self.save_requested)
        self._clear = icon_button("x", self.tr("Clear the search"), self)
        self._clear.clicked.connect(lambda: self.set_query("", tell=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(GLASS.right() + 7, 0, 6, 0)
        row.setSpacing(6)
        for widget in (self.line, self._save, self._count, self._clear):
            row.addWidget(widget, 1 if widget is self.line else 0)
        self.setFocusProxy(self.line)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._tell)
        self.line.textChanged.connect(self._changed)
        self.line.entered.connect(self._enter)
        self.line.left.connect(self.entered)
        self.line.focus_changed.connect(self.update)
        theme.news().changed.connect(self._repaint)
        self._repaint()
        self._changed()

    def _repaint(self) -> None:
        self._colours.rehighlight()
        self.update()

    def query(self) -> str:
        """The query as it stands."""
        return self.line.toPlainText()

    def set_query(self, query: str, *, tell: bool = False) -> None:
        """Write a query; `tell` runs it at once."""
        if query != self.query():
            self.line.setPlainText(query)
            cursor = self.line.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            self.line.setTextCursor(cursor)
        self._pause.stop()
        if tell:
            self._tell()
        else:
            self._told = query

    def set_count(self, text: str) -> None:
        """Say how many articles the query finds."""
        self._count.setText(text)

    def mark(self, wrong: tuple[int, int] | None, reason: str = "") -> None:
        """Mark the place that is wrong in the query, or nothing."""
        if wrong != self._colours.wrong:
            self._colours.wrong = wrong
            self._colours.rehighlight()
        self.setToolTip(reason)
        self.update()

    def _changed(self) -> None:
        filled = bool(self.query())
        # A query is code, the sentence in its place is none.
        self.line.setFont(theme.mono(POINTS) if filled else theme.sans(POINTS))
        letters = QFontMetricsF(self._count.font())  # they stand beside it
        self.line.stand_on((self.line.height() - letters.height()) / 2 + letters.ascent())
        self._clear.setVisible(filled)
        self._save.setVisible(filled)
        self._pause.start()

    def _tell(self) -> None:
        if self.query() != self._told:
            self._told = self.query()
            self.query_changed.emit(self._told)

    def _enter(self) -> None:
        self._pause.stop()
        self._tell()
        self.entered.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        focused = self.line.hasFocus()
        role = "danger" if self._colours.wrong else "accent" if focused else "control"
        role = role if self.isEnabled() else "line"
        painter.setPen(QPen(QColor(colours.color(role)), 2 if focused else 1))
        painter.setBrush(colours.color("base"))
        inset = 1.0 if focused else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
        icons.paint(painter, QRectF(GLASS), "magnifying-glass", "muted")

    def font(self) -> QFont:
        return self.line.font()
