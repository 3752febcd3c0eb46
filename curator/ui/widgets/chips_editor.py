"""The editor of a list of names: each a chip, and behind them what adds one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from curator.ui import theme
from curator.ui.widgets.chips import Chip, chip_height
from curator.ui.widgets.flow import FlowLayout
from curator.ui.widgets.name_adder import NameAdder


class ChipsEditor(QWidget):
    """An ordered list of names; emits the names to add or to take away, and shows what it is given."""

    added = Signal(str)
    removed = Signal(str)
    activated = Signal(str)
    menu_requested = Signal(str, QPoint)

    def __init__(
        self,
        label: str,
        complete: Callable[[str], Sequence[str]],
        tint: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tint = tint
        self._chips: list[Chip] = []
        self._flow = FlowLayout(self)
        self._adder = NameAdder(self.tr("Add"), complete, self)
        said = self.tr("{field}: add").format(field=label)
        self._adder.button.setAccessibleName(said)
        self._adder.button.setToolTip(said)
        self._flow.setContentsMargins(4, 1, 0, 2)
        self._remark = QLabel(self)
        self._remark.setFont(theme.sans(9.5))
        self._remark.setProperty("role", "muted")
        self._remark.setMinimumHeight(chip_height())
        self._remark.hide()
        self._flow.addWidget(self._remark)
        self._adder.setAccessibleName(label)
        self._adder.entered.connect(self.added)
        self._flow.addWidget(self._adder)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_names(self, names: Sequence[str], remark: str = "") -> None:
        """Show these names, and a remark before them; the line being typed in stays."""
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))
        if [chip.name for chip in self._chips] == list(names):
            return
        held = next((i for i, chip in enumerate(self._chips) if chip.hasFocus()), None)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for index, name in enumerate(names):
            chip = Chip(name, self._tint, self)
            chip.removed.connect(self.removed)
            chip.activated.connect(self.activated)
            chip.menu_requested.connect(self.menu_requested)
            self._flow.insert(index + 1, chip)
            self._chips.append(chip)
            chip.show()
        # The pill keeps its place in the order of Tab, behind the chips, which were made later.
        pill = self._adder.button
        for before, after in pairwise([pill, *self._chips, pill]):
            QWidget.setTabOrder(before, after)
        if held is not None:
            (self._chips[min(held, len(self._chips) - 1)] if self._chips else self._adder.button).setFocus()
        # Beside chips a plus will do; in an empty field the word says what can be done.
        self._adder.button.set_text("+" if names else self.tr("Add"))
        self.updateGeometry()

    def refuse(self, reason: str) -> None:
        """Say why the name just added was not taken; it stays in the line, to be mended."""
        self._adder.refuse(reason)

    def begin_adding(self) -> None:
        """Open the line for a new name."""
        self._adder.begin()

    def names(self) -> list[str]:
        """The names shown."""
        return [chip.name for chip in self._chips]
