"""The editor of a list of names: each a chip, and behind them what adds one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from curator.ui.fields.name_adder import NameAdder
from curator.ui.look import theme
from curator.ui.widgets.chips import AddButton, Chip, chip_height
from curator.ui.widgets.flow import FlowLayout

SHOWN = 16
"""Names shown of a long list until all are asked for: more would push the facts out of sight."""


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
        self._rest: list[AddButton] = []
        self._names: list[str] = []
        self._whole = False
        # Rows of chips are as far apart as lines are: what stands below keeps to their grid.
        self._flow = FlowLayout(self, row_gap=theme.grown(theme.FIELD_HEIGHT) - chip_height())
        self._adder = NameAdder(self.tr("Add"), complete, self)
        said = self.tr("{field}: add").format(field=label)
        self._adder.button.setAccessibleName(said)
        self._adder.button.setToolTip(said)
        above = self._flow.between_rows // 2
        self._flow.setContentsMargins(4, above, 0, self._flow.between_rows - above)
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
        """Show these names, and a remark before them; the line being typed in stays.

        Of a long list the first are shown, until all are asked for or one is added.
        """
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))
        if self._names == list(names):
            return
        changed = set(self._names) ^ set(names)
        is_edit = len(changed) == 1 and bool(self._names)
        self._whole = is_edit and (self._whole or not changed <= {*self._names, *names[:SHOWN]})
        self._names = list(names)
        self._set_chips()

    def _show_whole(self) -> None:
        self._whole = True
        self._set_chips()
        self._chips[SHOWN].setFocus()

    def _set_chips(self) -> None:
        names = self._names
        if len(names) > SHOWN + 1 and not self._whole:
            names = names[:SHOWN]
        held = next((i for i, chip in enumerate(self._chips) if chip.hasFocus()), None)
        self._flow.setEnabled(False)  # each that goes or comes would set out all
        kept = self._chips[: len(names)]
        for each in (*self._chips[len(names) :], *self._rest):
            self._flow.removeWidget(each)
            each.hide()
            each.deleteLater()
        for chip, name in zip(kept, names, strict=False):
            if chip.name != name:
                chip.set_name(name)
        self._chips = [*kept, *(self._chip(name) for name in names[len(kept) :])]
        left = self._names[len(names) :]
        self._rest = [self._rest_of(left)] if left else []
        for index, each in enumerate((*self._chips, *self._rest)):
            if index >= len(kept):
                self._flow.insert(index + 1, each)
                each.show()
        self._flow.setEnabled(True)
        self._flow.activate()
        # The pills keep their place in the order of Tab, behind the chips, which were made later.
        pill = self._adder.button
        for before, after in pairwise([pill, *self._chips, *self._rest, pill]):
            QWidget.setTabOrder(before, after)
        if held is not None:
            (self._chips[min(held, len(self._chips) - 1)] if self._chips else self._adder.button).setFocus()
        # Beside chips a plus will do; in an empty field the word says what can be done.
        self._adder.button.set_text("+" if names else self.tr("Add"))
        self.updateGeometry()

    def _chip(self, name: str) -> Chip:
        chip = Chip(name, self._tint, self)
        chip.removed.connect(self.removed)
        chip.activated.connect(self.activated)
        chip.menu_requested.connect(self.menu_requested)
        return chip

    def _rest_of(self, names: Sequence[str]) -> AddButton:
        """The pill that stands for names not shown."""
        pill = AddButton(self.tr("%n more", "", len(names)), self)
        pill.setToolTip(", ".join(names[:SHOWN]))
        pill.pressed.connect(self._show_whole)
        return pill

    def refuse(self, reason: str) -> None:
        """Say why the name just added was not taken; it stays in the line, to be mended."""
        self._adder.refuse(reason)

    def commit(self) -> None:
        """Give out the name being typed."""
        self._adder.commit()

    def drop(self) -> None:
        """Forget what is being typed."""
        self._adder.drop()

    def begin_adding(self) -> None:
        """Open the line for a new name."""
        self._adder.begin()

    def names(self) -> list[str]:
        """The names it has, those included that are folded away."""
        return list(self._names)
