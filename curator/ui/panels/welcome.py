"""What an empty library shows: how the first articles come in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from curator.ui.keyboard.press_button import PressButton
from curator.ui.look import icons, theme
from curator.ui.widgets.key_buttons import KeyHint
from curator.ui.widgets.keycap import cap_width, paint_cap
from curator.ui.widgets.panes import rule


class _DropPlace(QWidget):
    """The dashed field that says that files can be dropped."""

    def __init__(self, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._text = title, text
        self.setFixedHeight(132)
        self.setAccessibleName(f"{title}. {text}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        painter.setPen(QPen(colours.color("control"), 1.4, Qt.PenStyle.DashLine))
        painter.setBrush(colours.color("alt"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        middle = self.width() / 2
        icons.paint(painter, QRectF(middle - 15, 22, 30, 30), "tray", "accent")
        painter.setPen(colours.color("text"))
        painter.setFont(theme.sans(11.5, 600))
        painter.drawText(QRectF(0, 60, self.width(), 26), Qt.AlignmentFlag.AlignCenter, self._title)
        painter.setPen(colours.color("muted"))
        painter.setFont(theme.sans(10))
        painter.drawText(QRectF(0, 86, self.width(), 24), Qt.AlignmentFlag.AlignCenter, self._text)


class _Card(PressButton):
    """A large button of an icon, a title and a line of what it does."""

    def __init__(self, icon: str, title: str, text: str, *, primary: bool = False, parent: QWidget) -> None:
        super().__init__("", parent)
        self._icon, self._title, self._text, self._primary = icon, title, text, primary
        self.key = ""
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(280, 62)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        ink = colours.color("on_accent" if self._primary else "text")
        fill = "accent" if self._primary else "hover" if self.underMouse() else "base"
        focus = self.hasFocus()
        edge = "text" if focus and self._primary else "accent" if focus or self._primary else "line"
        painter.setPen(QPen(colours.color(edge), 2 if focus else 1))
        painter.setBrush(colours.color(fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        icons.paint(painter, QRectF(20, 20, 22, 22), self._icon, "on_accent" if self._primary else "text")
        painter.setPen(ink)
        painter.setFont(theme.sans(10.5, 600))
        painter.drawText(QRectF(58, 11, self.width() - 70, 20), Qt.AlignmentFlag.AlignVCenter, self._title)
        painter.setPen(ink if self._primary else colours.color("muted"))
        painter.setFont(theme.sans(9.5))
        painter.drawText(QRectF(58, 32, self.width() - 70, 18), Qt.AlignmentFlag.AlignVCenter, self._text)
        if self.key:
            left = self.width() - 16 - cap_width(self.key)
            paint_cap(painter, left, 21, self.key, on_accent=self._primary)

    def set_key(self, key: str) -> None:
        """Show the key that does the same; "" for none."""
        self.key = key
        self.update()


class WelcomePanel(QWidget):
    """Greets a new library."""

    import_folder_requested = Signal()
    import_files_requested = Signal()
    samples_requested = Signal()
    restore_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QWidget(self)
        column.setMaximumWidth(620)
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        title = QLabel(self.tr("Bring in your first articles"), column)
        title.setFont(theme.sans(20, 600))
        text = QLabel(
            self.tr(
                "Drop files or a folder anywhere in this window. Curator keeps every original unchanged, "
                "repairs damaged text, and proposes the facts for you to decide."
            ),
            column,
        )
        text.setFont(theme.sans(11))
        text.setProperty("role", "muted")
        text.setWordWrap(True)
        layout.addWidget(title)
        layout.addWidget(text)
        layout.addSpacing(6)
        layout.addWidget(
            _DropPlace(
                self.tr("Drop files or a folder here"),
                self.tr("Markdown and Jekyll or Hugo posts, plain text, HTML, Word, tables, feeds, mail"),
                column,
            )
        )
        layout.addLayout(self._cards(column))
        line = rule(column)
        layout.addSpacing(8)
        layout.addWidget(line)
        layout.addLayout(self._keys(column))
        column.setLayout(layout)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 24, 32, 24)
        row.addStretch(1)
        row.addWidget(column, 6, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)

    def _cards(self, parent: QWidget) -> QGridLayout:
        folder = _Card(
            "folder-open", self.tr("Import a folder…"), self.tr("Everything in it, subfolders too"),
            primary=True, parent=parent,
        )  # fmt: skip
        files = _Card("file-text", self.tr("Import files…"), self.tr("One or many"), parent=parent)
        samples = _Card(
            "books", self.tr("Try the samples"), self.tr("Articles in eleven languages"), parent=parent
        )
        restore = _Card(
            "clock-counter-clockwise", self.tr("Restore a backup…"), self.tr("From this or another computer"),
            parent=parent,
        )  # fmt: skip
        folder.clicked.connect(self.import_folder_requested)
        files.clicked.connect(self.import_files_requested)
        samples.clicked.connect(self.samples_requested)
        restore.clicked.connect(self.restore_requested)
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, card in enumerate((folder, files, samples, restore)):
            grid.addWidget(card, place // 2, place % 2)
        self.setFocusProxy(folder)
        self._cards_of = {"import_folder": folder, "import_files": files}
        return grid

    def _keys(self, parent: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        words = {
            "accept": self.tr("accept a fact"),
            "reject": self.tr("reject it"),
            "original": self.tr("see the original"),
            "palette": self.tr("any action by name"),
            "keys": self.tr("all keys"),
        }
        self._hints = {name: KeyHint("", text, parent, points=9.5) for name, text in words.items()}
        for place, hint in enumerate(self._hints.values()):
            if place:
                row.addStretch(1)
            row.addWidget(hint)
        return row

    def show_keys(self, key_of: Callable[[str], str]) -> None:
        """Show the keys that the actions have by their names; an action without one is not hinted at."""
        for name, card in self._cards_of.items():
            card.set_key(key_of(name))
        for name, hint in self._hints.items():
            hint.set_key(key_of(name))
            hint.setVisible(bool(hint.key))
