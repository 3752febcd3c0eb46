"""Panes: a head of fixed height, a surface, and an accent edge on top while the focus is inside."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from curator.ui.keyboard.own_keys import ENTER
from curator.ui.keyboard.press_button import PressButton
from curator.ui.look import icons, theme


class FocusEdge(QWidget):
    """Two pixels of accent along the top of a pane that holds the focus."""

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        pane.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Events still come when Python has taken the attributes away, so only Qt is asked.
        if isinstance(watched, QWidget) and event.type() == QEvent.Type.Resize:
            self.setGeometry(0, 0, watched.width(), 2)
        return False

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        inside = new is not None and (new is self._pane or self._pane.isAncestorOf(new))
        self.setVisible(inside)
        if inside:
            self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().color("accent"))


class LoadingBar(QWidget):
    """Two pixels under a pane's head when work takes more than 300 ms; they stand still."""

    def __init__(self, pane: QWidget, top: int = theme.HEAD_HEIGHT) -> None:
        super().__init__(pane)
        self._top = top
        self.setAccessibleName(self.tr("Loading"))
        self._wait = QTimer(self, singleShot=True, interval=300)
        self._wait.timeout.connect(self._begin)
        self.hide()

    def set_loading(self, loading: bool) -> None:
        """Show the bar (after a moment) or take it away."""
        if not loading:
            self._wait.stop()
            self.hide()
        elif self.isHidden() and not self._wait.isActive():
            self._wait.start()

    def _begin(self) -> None:
        parent = self.parentWidget()
        self.setGeometry(0, self._top - 2, parent.width() if parent else 0, 2)
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("line"))
        painter.fillRect(0, 0, self.width() // 3, self.height(), theme.current().color("accent"))


class IconButton(QToolButton):
    """A button of an icon that Enter presses as Space does; with a menu, it opens that."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif self.menu():
            self.showMenu()
        else:
            self.click()


class ElidedLabel(QLabel):
    """A label that elides at the end and gives the whole text in a tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show `text`, as far as there is room."""
        self._whole = text
        self.setAccessibleName(text)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = QFontMetrics(self.font()).elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


class PaneHead(QWidget):
    """The forty pixels on top of a pane: a title, a muted remark, and buttons at the right."""

    def __init__(self, title: str, parent: QWidget | None = None, margin: int = theme.PANE_MARGIN) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.HEAD_HEIGHT)
        self.title = QLabel(title, self)
        self.title.setFont(theme.sans(10, 600))
        self.remark = QLabel(self)
        self.remark.setFont(theme.sans(9))
        self.remark.setProperty("role", "muted")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(margin, 0, margin - 6, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self.title)
        self.row.addWidget(self.remark)
        self.row.addStretch(1)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self.row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


def icon_button(
    name: str, tooltip: str, parent: QWidget | None = None, role: str = "muted", size: int = theme.ICON
) -> QToolButton:
    """A button of an icon alone, with a tooltip and an accessible name."""
    button = IconButton(parent)
    button.setIcon(icons.icon(name, role, size))
    button.setToolTip(tooltip)
    button.setAccessibleName(tooltip.partition("  ")[0])
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def push_button(text: str, icon: str = "", kind: str = "", parent: QWidget | None = None) -> QPushButton:
    """A button with words; `kind` is "primary", "quiet" or plain."""
    button = PressButton(text, parent)
    button.setFont(theme.sans(9.5, 600 if kind == "primary" else 500))
    button.setProperty("kind", kind)
    if icon:
        button.setIcon(icons.icon(icon, "on_accent" if kind == "primary" else "text"))
    return button


def set_role(widget: QWidget, role: str) -> None:
    """Give a label a colour role and restyle it."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def section_head(text: str, parent: QWidget, leads_to: QWidget | None = None) -> QLabel:
    """The head of a part of a dialog; with Alt its letter leads to a widget."""
    label = QLabel(text, parent)
    label.setFont(theme.sans(10, 600))
    if leads_to is not None:
        label.setBuddy(leads_to)
    return label


def rule(parent: QWidget, *, upright: bool = False) -> QFrame:
    """A hairline between the parts of a dialog."""
    line = QFrame(parent)
    line.setProperty("rule", True)
    line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    if upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line
