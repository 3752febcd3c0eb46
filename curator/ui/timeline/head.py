"""The head of the timeline: the choice of lanes, the table instead of the plot, and the legend."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from curator.ui.look import icons, theme
from curator.ui.timeline.legend import Legend
from curator.ui.timeline.words import tr
from curator.ui.widgets.panes import icon_button
from curator.ui.widgets.segmented import Choice, Segmented

MARGIN = 18
"""Pixels at the left of the title."""


class TimelineHead(QWidget):
    """Emits the lanes that are chosen, and whether a table is wanted."""

    lanes_chosen = Signal(str)
    table_wanted = Signal(bool)

    def __init__(self, mode: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = QLabel(tr("Timeline"), self)
        choices = (("company", tr("Company")), ("kind", tr("Kind")), ("source", tr("Source")))
        self.lanes = Segmented([Choice(value, words) for value, words in choices], self)
        self.lanes.setAccessibleName(tr("Lanes"))
        self.lanes.set_value(mode)
        self.lanes.chosen.connect(self.lanes_chosen)
        self._table_button = icon_button("table", tr("Show as a table  T"), self)
        self._table_button.setCheckable(True)
        self._table_button.clicked.connect(self.table_wanted)
        self._legend = Legend(self)
        policy = self._legend.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._legend.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, 16, 1)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addSpacing(12)
        row.addWidget(self.lanes)
        row.addWidget(self._table_button)
        row.addWidget(self._legend, 1)
        self.restyle()

    def set_side_width(self, width: int) -> None:
        """Let the title take the width of the names below."""
        self._title.setFixedWidth(max(width - MARGIN - 8, 40))

    def show_table(self, shown: bool) -> None:
        """Show whether the table stands below; it needs no legend."""
        self._table_button.setChecked(shown)
        self._table_button.setIcon(icons.icon("table", "accent" if shown else "muted"))
        self._legend.setVisible(not shown)

    def restyle(self) -> None:
        """Take the letters of the present theme."""
        self._title.setFont(theme.sans(9.5, 600))
