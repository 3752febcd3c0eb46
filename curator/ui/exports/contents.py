"""What goes into an export: boxes to check, with how many there are of each."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from curator.domain.exports import Contents, Holdings
from curator.services.exports import exporting
from curator.ui.look import formatting, theme
from curator.ui.widgets.panes import push_button

_MARKDOWN, _TEMPLATE = "markdown", "template"


class ExportContents(QWidget):
    """The choices that go with a format; what was chosen is kept for the next export."""

    changed = Signal()

    def __init__(self, state: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._form = ""
        self._accepted = _CountedBox(self.tr("Facts that were accepted"), self)
        self._accepted.setChecked(True)
        self._accepted.setEnabled(False)
        self._accepted.setToolTip(self.tr("They are in every export"))
        self.open_facts = self._box("open-facts", self.tr("Facts still to decide"))
        self.repaired = self._box("repaired", self.tr("Repaired text"))
        self.in_front_matter = self._box(
            "front-matter-facts", self.tr("Facts in the front matter, under the key"), default=False
        )
        self.key = QLineEdit(str(state.value("export/facts-key", "facts")), self)
        self.key.setAccessibleName(self.tr("Front-matter key for facts"))
        self.key.setFont(theme.mono(9))
        self.key.setMinimumWidth(theme.grown(56))
        self.key.setMaximumWidth(theme.grown(96))
        self.manifest = self._box("manifest", self.tr("Manifest: query, counts, checksums"))
        self.template = QLineEdit(str(state.value("export/template", "")), self)
        self.template.setPlaceholderText(self.tr("A Jinja2 template"))
        self.template.setAccessibleName(self.tr("Template"))
        self._choose = push_button(self.tr("Choose…"), parent=self)
        self._choose.clicked.connect(self._choose_template)
        for line in (self.key, self.template):
            line.editingFinished.connect(self.changed)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for box in (self._accepted, self.open_facts, self.repaired, self.in_front_matter, self.manifest):
            row = QHBoxLayout()
            row.addWidget(box)
            if box is self.in_front_matter:
                row.addWidget(self.key)
            row.addStretch(1)
            row.addWidget(box.number)
            column.addLayout(row)
        row = QHBoxLayout()
        row.addWidget(self.template, 1)
        row.addWidget(self._choose)
        column.addLayout(row)
        self.setLayout(column)

    def _box(self, name: str, text: str, *, default: bool = True) -> _CountedBox:
        made = _CountedBox(text, self)
        made.setObjectName(name)
        made.setChecked(self._state.value(f"export/{name}", str(default).lower()) in {"true", True})
        made.toggled.connect(self.changed)
        return made

    def show_holdings(self, found: Holdings) -> None:
        """Say how much there is of each."""
        self._accepted.count(found.accepted)
        self.open_facts.count(found.open)
        self.repaired.count(found.repairs)

    def show_format(self, name: str) -> None:
        """Show what can be chosen for a format."""
        self._form = name
        boxes = (self.repaired, self.in_front_matter)
        for widget in (*boxes, *(box.number for box in boxes), self.key):
            widget.setVisible(name == _MARKDOWN)
        for widget in (self.template, self._choose):
            widget.setVisible(name == _TEMPLATE)

    def contents(self) -> Contents:
        """What is chosen; CuratorError if the template cannot be read."""
        markdown = self._form == _MARKDOWN
        with_facts = markdown and self.in_front_matter.isChecked()
        return Contents(
            accepted_only=not self.open_facts.isChecked(),
            repaired=markdown and self.repaired.isChecked(),
            facts_key=self.key.text().strip() if with_facts else "",
            template=exporting.template(self.template.text()) if self._form == _TEMPLATE else "",
        )

    def keep(self) -> None:
        """Remember what is chosen."""
        for box in (self.open_facts, self.repaired, self.in_front_matter, self.manifest):
            self._state.setValue(f"export/{box.objectName()}", box.isChecked())
        self._state.setValue("export/facts-key", self.key.text().strip())
        self._state.setValue("export/template", self.template.text().strip())

    def _choose_template(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a template"), self.template.text())
        if name:
            self.template.setText(name)
            self.changed.emit()


class _CountedBox(QCheckBox):
    """A box to check, and beside it how many there are."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setFont(theme.sans(10))
        self.number = QLabel(parent)
        self.number.setFont(theme.sans(9.5))
        self.number.setProperty("role", "muted")

    def count(self, number: int) -> None:
        """Say how many there are."""
        self.number.setText(formatting.count(number))
