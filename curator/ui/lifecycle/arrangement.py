"""The arrangement of the panes: which are shown and how they share the room, kept between starts.

Until somebody drags a divider, the proportions follow the window.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QObject, QSettings
from PySide6.QtWidgets import QSplitter, QWidget

from curator.ui.keyboard.actions import Actions
from curator.ui.lifecycle.frame import TIMELINE_HEIGHT, WIDE, WIDTHS
from curator.ui.panels.fields import FieldsPanel

FIELDS_HEIGHT, LEAST_FIELDS = 224, 172
LOW, LOWER = 800, 720
"""Pixels of a workspace below which it is low: the fields give way first, then the timeline."""
LEAST_TIMELINE = 112
OPEN_FACT = 330
"""Pixels for the facts before the fields get more: the open one with its buttons, and one beside it."""
NARROW = 1080
"""Pixels of a workspace below which there is no room for the sidebar beside the other panes."""
_PANES = ("sidebar", "timeline", "facts", "list", "reader")
"""The actions that show a pane or take it away."""


class Arrangement(QObject):
    """Divides a workspace among its panes.

    `splitters` are "columns" (sidebar, list, reader, right), "right" (fields, facts) and "desk" (the columns
    over the timeline).
    """

    def __init__(
        self,
        workspace: QWidget,
        splitters: Mapping[str, QSplitter],
        fields: FieldsPanel,
        actions: Actions,
        state: QSettings,
    ) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._splitters = splitters
        self._fields = fields
        self._actions = actions
        self._state = state
        self._by_hand = False
        self._is_narrow = False
        self._is_folded = False
        """Whether the sidebar is away for want of room only."""
        splitters["right"].setSizes([FIELDS_HEIGHT, 400])
        for splitter in splitters.values():
            splitter.splitterMoved.connect(self._divided)

    def restore(self) -> None:
        """Arrange the panes as they were at the last closing."""
        for name, splitter in self._splitters.items():
            sizes = self._state.value(f"window/{name}")
            if isinstance(sizes, QByteArray):
                self._by_hand = splitter.restoreState(sizes)
        for name in _PANES:
            shown = self._state.value(f"window/shows-{name}", "true")
            self._actions[name].setChecked(shown in {"true", True})

    def keep(self) -> None:
        """Write down for the next start how the panes are arranged."""
        if self._by_hand:
            left, middle, _, right = self._splitters["columns"].sizes()
            sizes = (left, middle, right, self._splitters["desk"].sizes()[1])
            self._state.setValue("window/sizes", " ".join(map(str, sizes)))
            for name, splitter in self._splitters.items():
                self._state.setValue(f"window/{name}", splitter.saveState())
        for name in _PANES:
            shown = self._actions[name].isChecked() or (name == "sidebar" and self._is_folded)
            self._state.setValue(f"window/shows-{name}", shown)

    def follow(self) -> None:
        """Divide the room as the size of the workspace has it."""
        if not self._by_hand:
            self._fold()
            self._set_sizes()

    def unfold(self) -> None:
        """Leave the sidebar as the editor has it, however wide the window is."""
        self._is_folded = False

    def _divided(self) -> None:
        self._by_hand = True

    def _set_sizes(self) -> None:
        columns, desk, right_side = (self._splitters[name] for name in ("columns", "desk", "right"))
        width, height = self._workspace.width(), self._workspace.height()
        left, middle, right = WIDTHS[width >= WIDE]
        columns.setSizes([left, middle, width - left - middle - right - 3, right])
        timeline = max(LEAST_TIMELINE, TIMELINE_HEIGHT - max(0, LOWER - height))
        desk.setSizes([desk.height() - timeline, timeline])
        fields = self._fields_height(height, desk.height() - timeline)
        right_side.setSizes([fields, max(100, right_side.height() - fields)])

    def _fields_height(self, height: int, room: int) -> int:
        """Pixels for the fields: all that they need, as far as the open fact keeps its place.

        It follows the window alone, whatever an article holds, so that nothing moves from one to the next.
        """
        least = max(LEAST_FIELDS, FIELDS_HEIGHT - max(0, LOW - height))
        whole = self._fields.whole_height()
        fitting = max(least, min(whole, room - OPEN_FACT))
        return fitting if fitting == whole else self._fields.whole_rows(fitting)

    def _fold(self) -> None:
        """Take the sidebar away where the window becomes narrow, and give it back where it becomes wide."""
        is_narrow, sidebar = self._workspace.width() < NARROW, self._actions["sidebar"]
        if is_narrow and not self._is_narrow:
            self._is_folded = sidebar.isChecked()
            sidebar.setChecked(False)
        elif self._is_narrow and not is_narrow and self._is_folded:
            self._is_folded = False
            sidebar.setChecked(True)
        self._is_narrow = is_narrow
