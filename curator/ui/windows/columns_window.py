"""The columns of a table that is to be imported: which field each of them has, and what comes of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from curator.formats.collections import Look
from curator.formats.tables.column_names import FIELDS
from curator.services.imports import choosing
from curator.ui.keyboard.mnemonics import Mnemonics
from curator.ui.look import theme
from curator.ui.widgets.dialog_head import DialogHead
from curator.ui.widgets.panes import ElidedLabel, push_button, rule, set_role
from curator.ui.windows.import_window import PADDING
from curator.ui.windows.sizes import keep_size

SAMPLES = 3
"""Cells of a column that are shown."""

_SHOWN = 600
"""Characters of the first article that are shown."""


def asked(look: Look, name: str, state: QSettings, parent: QWidget | None = None) -> dict[str, str] | None:
    """Field → heading as an editor settles it, "" for fields of no column; None if it was cancelled."""
    window = ColumnsWindow(look, name, state, parent)
    done = window.exec() == QDialog.DialogCode.Accepted
    chosen = window.choices() if done else None
    window.deleteLater()
    return chosen


class _Combo(QComboBox):
    """A choice that the wheel passes over on its way down the list, unless it was clicked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ColumnsWindow(QDialog):
    """A line for each column: its heading, its first cells, and the field it has.

    What is chosen is remembered for tables with the same headings.
    """

    def __init__(self, look: Look, name: str, state: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._state = state
        self.setWindowTitle(self.tr("Import a table"))
        keep_size(self, "columns", (900, 640), state)
        self.combos: dict[str, QComboBox] = {}
        Mnemonics(self)
        layout = QVBoxLayout()
        layout.setContentsMargins(PADDING, 22, PADDING, 20)
        layout.setSpacing(14)
        layout.addWidget(self._make_head())
        layout.addWidget(self._make_columns(), 3)
        layout.addWidget(self._make_preview(), 2)
        layout.addLayout(self._make_foot())
        self.setLayout(layout)
        self._show(self._remembered() or look.guess)

    def choices(self) -> dict[str, str]:
        """Field → heading as it is chosen, "" for fields of no column."""
        chosen = {combo.currentData(): column for column, combo in self.combos.items() if combo.currentData()}
        return {field: chosen.get(field, "") for field in FIELDS}

    def _make_head(self) -> DialogHead:
        rows = self.tr("%n column(s)", "", len(self._look.columns))
        about = self.tr("{name}, {columns}. What no field takes is kept beside the article.")
        words = about.format(name=self._name, columns=rows)
        return DialogHead(self.tr("Which column has what?"), words, self, inset=False)

    def _make_columns(self) -> QFrame:
        card = QFrame(self)
        card.setProperty("card", "true")
        inside = QWidget(card)
        grid = QGridLayout(inside)
        grid.setContentsMargins(16, 10, 16, 10)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, theme.grown(190))
        grid.setColumnStretch(1, 1)
        for place, column in enumerate(self._look.columns):
            heading = ElidedLabel(column, inside)
            heading.setFont(theme.sans(10, 600))
            cells = ElidedLabel(self._cells(place), inside)
            cells.setFont(theme.sans(9.5))
            cells.setProperty("role", "muted")
            grid.addWidget(heading, place, 0)
            grid.addWidget(cells, place, 1)
            grid.addWidget(self._make_combo(column, inside), place, 2)
        grid.setRowStretch(len(self._look.columns), 1)
        area = QScrollArea(card)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        for each in (area.viewport(), inside):
            each.setAutoFillBackground(False)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(1, 5, 1, 5)
        layout.addWidget(area)
        return card

    def _cells(self, place: int) -> str:
        found = (" ".join(row[place][:200].split()) for row in self._look.samples if place < len(row))
        return "  ·  ".join(list(dict.fromkeys(filter(None, found)))[:SAMPLES])

    def _make_combo(self, column: str, parent: QWidget) -> QComboBox:
        combo = _Combo(parent)
        combo.setMinimumWidth(170)
        combo.setAccessibleName(self.tr("Field of {column}").format(column=column))
        combo.addItem(self.tr("Keep beside"), "")
        names = self._names()
        for field in FIELDS:
            combo.addItem(names[field], field)
        combo.activated.connect(partial(self._chosen, column))
        self.combos[column] = combo
        return combo

    def _names(self) -> dict[str, str]:
        return {
            "title": self.tr("Title"),
            "text": self.tr("Text"),
            "description": self.tr("Description"),
            "published": self.tr("Published"),
            "source": self.tr("Source"),
            "author": self.tr("Author"),
            "language": self.tr("Language"),
            "category": self.tr("Category"),
            "importance": self.tr("Importance"),
            "companies": self.tr("Companies"),
            "tags": self.tr("Tags"),
            "note": self.tr("Note"),
            "url": self.tr("Address"),
            "slug": self.tr("Slug"),
        }

    def _make_preview(self) -> QFrame:
        card = QFrame(self)
        card.setProperty("card", "true")
        head = QLabel(self.tr("The first article"), card)
        head.setFont(theme.sans(10, 600))
        head.setContentsMargins(16, 8, 16, 8)
        self.title = QLabel(card)
        self.title.setFont(theme.serif(14, 600))
        self.facts = QLabel(card)
        self.facts.setFont(theme.sans(9.5))
        self.facts.setProperty("role", "muted")
        self.text = QLabel(card)
        self.text.setFont(theme.serif(11))
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setContentsMargins(16, 10, 16, 10)
        words.setSpacing(4)
        for label in (self.title, self.facts, self.text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            words.addWidget(label, 1 if label is self.text else 0)
        layout = QVBoxLayout()
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(rule(card))
        layout.addLayout(words, 1)
        card.setLayout(layout)
        return card

    def _make_foot(self) -> QHBoxLayout:
        again = push_button(self.tr("As guessed"), parent=self)
        again.clicked.connect(lambda: self._show(self._look.guess))
        cancel = push_button(self.tr("Cancel"), parent=self)
        cancel.clicked.connect(self.reject)
        self.button = push_button(self.tr("Import"), kind="primary", parent=self)
        self.button.setDefault(True)
        self.button.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(again)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.button)
        return row

    def _show(self, mapping: Mapping[str, str]) -> None:
        """Choose these columns."""
        fields = {column: field for field, column in mapping.items() if column}
        for column, combo in self.combos.items():
            combo.setCurrentIndex(max(0, combo.findData(fields.get(column, ""))))
        self._tell()

    def _chosen(self, column: str, _index: int = 0) -> None:
        """Take a field from the column that had it before."""
        field = self.combos[column].currentData()
        for other, combo in self.combos.items():
            if field and other != column and combo.currentData() == field:
                combo.setCurrentIndex(0)
        self._tell()

    def _tell(self) -> None:
        document = choosing.first(self._look, self._name, self.choices())
        self.button.setEnabled(document is not None)
        self.title.setVisible(document is not None)
        set_role(self.facts, "muted" if document else "warn")
        if document is None:
            self.facts.setText(self.tr("Choose a column for the title or the text."))
            self.text.setText("")
            return
        fields = document.fields
        about = (fields.published, fields.source, fields.author, fields.language, ", ".join(fields.tags))
        body = " ".join(document.body.of(document.text)[: 2 * _SHOWN].split())
        self.title.setText(fields.title or self.tr("Without a title"))
        self.facts.setText("  ·  ".join(filter(None, about)))
        self.text.setText(body if len(body) <= _SHOWN else body[: _SHOWN - 1] + "…")

    def _key(self) -> str:
        headings = json.dumps(self._look.columns).encode()
        return f"columns/{hashlib.sha256(headings).hexdigest()[:16]}"

    def _remembered(self) -> dict[str, str]:
        """What was chosen for a table with these headings before; empty if nothing was."""
        try:
            found = json.loads(str(self._state.value(self._key(), "{}")))
        except ValueError:
            return {}
        known = {*self._look.columns, ""}
        items = found.items() if isinstance(found, dict) else ()  # pyright: ignore[reportUnknownVariableType]
        return {str(field): column for field, column in items if column in known}  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]

    def accept(self) -> None:
        """Remember what is chosen, and go on."""
        self._state.setValue(self._key(), json.dumps(self.choices()))
        super().accept()
