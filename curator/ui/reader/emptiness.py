"""What the reader shows while no article is open."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from curator.ui.look import theme


class ReaderEmptiness(QWidget):
    """What stands where no article is open: a sentence and what can be done."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        said = QLabel(self.tr("No article is open."), self)
        said.setFont(theme.sans(10, 600))
        hint = QLabel(self.tr("Choose one in the list, or press N for the next to review."), self)
        hint.setFont(theme.sans(9.5))
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.TEXT_MARGIN, theme.TEXT_MARGIN, theme.TEXT_MARGIN, theme.TEXT_MARGIN)
        column.setSpacing(6)
        column.addWidget(said)
        column.addWidget(hint)
        column.addStretch(1)
