"""A line that says what is out of the ordinary, with what can be done about it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from curator.ui.look import theme
from curator.ui.widgets.panes import push_button


class Banner(QFrame):
    """One line under the top bar or over a pane: a bad query, several articles, a conflict."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = "accent"
        self._words = QLabel(self)
        self._words.setFont(theme.sans(9.5, 500))
        self._words.setWordWrap(True)
        self.button = push_button("", kind="quiet", parent=self)
        self.button.setAccessibleName(self.tr("What can be done"))
        self.button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.PANE_MARGIN, 5, theme.PANE_MARGIN, 5)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        theme.news().changed.connect(self._restyle)
        self.hide()

    def tell(self, text: str, role: str = "accent", action: str = "") -> None:
        """Show a line in a colour role; "" takes it away."""
        self._role = role
        self._words.setText(text)
        self.button.setText(action)
        self.button.setAccessibleName(action or self.tr("What can be done"))
        self.button.setVisible(bool(action))
        self._restyle()
        self.setVisible(bool(text))

    def text(self) -> str:
        """The line shown."""
        return self._words.text()

    def _restyle(self) -> None:
        colours = theme.current()
        fill = "sel" if self._role == "accent" else f"{self._role}_tint"
        ink = "text" if self._role == "accent" else self._role
        back, words = colours.color(fill).name(), colours.color(ink).name()
        self.setStyleSheet(f"Banner {{ background: {back}; }} QLabel {{ color: {words}; }}")
