"""The form that fields stand in: rows of a label and its editors, all of one height until one wraps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from curator.ui.look import theme

LABEL_WIDTH = 84


def label_width() -> int:
    """Pixels of a row's label."""
    return theme.grown(LABEL_WIDTH) - 4


class Form(QWidget):
    """Lays rows out from the top, and knows how high so many of them are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("surface", "alt")
        self._rows = QVBoxLayout(self)
        # No margin below: where rows wrap, it would show half of one.
        self._rows.setContentsMargins(theme.PANE_MARGIN, 0, theme.PANE_MARGIN - 6, 0)
        self._rows.setSpacing(0)
        self._rows.addStretch(1)
        self._count = 0

    def add_row(self, label: str, *widgets: QWidget) -> None:
        """Put widgets side by side behind their label, below the rows there are."""
        row = QHBoxLayout()
        # Empty as yet: Python would know the items of a filled layout, which are Qt's, for good.
        self._rows.insertLayout(self._count, row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._label(label), 0, Qt.AlignmentFlag.AlignTop)
        for widget in widgets:
            row.addWidget(widget, 1)
        self._count += 1

    def add_wide(self, widget: QWidget) -> None:
        """Put a widget without a label below the rows there are, over the whole width."""
        self._rows.insertWidget(self._count, widget)
        self._count += 1

    def whole_height(self) -> int:
        """Pixels in which every row is seen, each of one line."""
        return self._count * theme.grown(theme.FIELD_HEIGHT)

    def whole_rows(self, height: int) -> int:
        """The pixels, up to a height, in which as many rows are seen as fit and none is cut in two."""
        row = theme.grown(theme.FIELD_HEIGHT)
        return max(0, height) // row * row

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setFont(theme.sans(9.5))
        label.setProperty("role", "muted")
        label.setFixedWidth(label_width())
        label.setFixedHeight(theme.grown(theme.FIELD_HEIGHT))
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        return label
