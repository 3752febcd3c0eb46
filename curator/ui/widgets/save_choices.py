"""What is saved to the files: which articles, and what beside their edited fields."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from curator import settings
from curator.domain.exports import Contents
from curator.ui.look import theme
from curator.ui.widgets.panes import section_head


class SaveChoices(QWidget):
    """The choices stay for the next time, the articles apart."""

    changed = Signal()

    def __init__(self, selected: Sequence[int], state: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self._scope = QComboBox(self)
        self._scope.setAccessibleName(self.tr("Articles"))
        self._scope.addItem(self.tr("All that were edited"), None)
        if selected:
            self._scope.addItem(self.tr("The %n selected", "", len(selected)), list(selected))
            self._scope.setCurrentIndex(int(len(selected) > 1))
        self.repaired = self._box("save/repaired", self.tr("Repaired text"))
        self.repaired.setToolTip(self.tr("Also write the repairs of damaged text, without those rejected"))
        self.facts = self._box("save/facts", self.tr("Facts and verdicts, under the key"))
        self.facts_key = QLineEdit(str(state.value("save/facts-key") or settings.load().facts_key), self)
        self.facts_key.setAccessibleName(self.tr("Front-matter key for facts"))
        self.facts_key.setFont(theme.mono(9))
        self.facts_key.setMinimumWidth(theme.grown(56))
        self.facts_key.setMaximumWidth(theme.grown(120))
        self.facts_key.setEnabled(self.facts.isChecked())
        self._lay_out()
        self._scope.currentIndexChanged.connect(self.changed)
        self.facts_key.editingFinished.connect(self._key_changed)
        for box in (self.repaired, self.facts):
            box.toggled.connect(self._box_changed)

    def _box(self, key: str, text: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setFont(theme.sans(10))
        box.setChecked(self._state.value(key, "false") in {"true", True})
        return box

    def _lay_out(self) -> None:
        keyed = QHBoxLayout()
        for widget in (self.facts, self.facts_key):
            keyed.addWidget(widget)
        keyed.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (section_head(self.tr("Articles"), self, self._scope), self._scope, self.repaired):
            column.addWidget(widget)
        column.addLayout(keyed)
        self.setLayout(column)

    def articles(self) -> list[int] | None:
        """The articles chosen; None: all that were edited."""
        chosen: list[int] | None = self._scope.currentData()
        return chosen

    def contents(self) -> Contents:
        """What is written beside the edited fields."""
        key = self.facts_key.text().strip() if self.facts.isChecked() else ""
        return Contents(repaired=self.repaired.isChecked(), facts_key=key)

    def _box_changed(self) -> None:
        self.facts_key.setEnabled(self.facts.isChecked())
        self._keep()
        self.changed.emit()

    def _key_changed(self) -> None:
        self._keep()
        if self.facts.isChecked():
            self.changed.emit()

    def _keep(self) -> None:
        self._state.setValue("save/repaired", self.repaired.isChecked())
        self._state.setValue("save/facts", self.facts.isChecked())
        self._state.setValue("save/facts-key", self.facts_key.text())
