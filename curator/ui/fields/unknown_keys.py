"""Front-matter keys that are no field: folded away, and there to read."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from curator.ui.look import icons, theme
from curator.ui.widgets.panes import ElidedLabel, push_button


class UnknownKeys(QWidget):
    """Shows how many keys there are, and with a click what they say; `label_width` is that of the fields."""

    def __init__(self, label_width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._label_width = label_width
        self.toggle = push_button("", kind="quiet", parent=self)
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._unfold)
        self.values = QWidget(self)
        self.rows = QFormLayout(self.values)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setHorizontalSpacing(0)
        self.values.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.values)

    def show_keys(self, unknown: Mapping[str, str]) -> None:
        """Show other keys, each with its value in one line; whether they are unfolded stays."""
        while self.rows.rowCount():
            self.rows.removeRow(0)
        for key, value in unknown.items():
            shown = ElidedLabel(value, self.values)
            shown.setFont(theme.mono(8.5))
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.rows.addRow(self._label(key), shown)
        self.setVisible(bool(unknown))
        self.toggle.setText(self.tr("%n other front-matter key(s)", "", len(unknown)))
        self._unfold(self.toggle.isChecked())

    def _label(self, key: str) -> QLabel:
        label = QLabel(self.values)
        label.setFont(theme.mono(8.5))
        label.setProperty("role", "muted")
        label.setFixedSize(self._label_width, theme.grown(theme.FIELD_HEIGHT))
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        label.setToolTip(key)
        label.setText(label.fontMetrics().elidedText(key, Qt.TextElideMode.ElideRight, self._label_width - 6))
        return label

    def _unfold(self, unfolded: bool) -> None:
        self.toggle.setIcon(icons.icon("caret-down" if unfolded else "caret-right", "accent", 12))
        self.values.setVisible(unfolded and self.rows.rowCount() > 0)
