"""Edit several articles: what a field is and would be in each, before one step changes them all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from curator.domain.articles import LISTS, State
from curator.services import completing, foretelling, listing
from curator.services.editing import Edit, Verb
from curator.services.foretelling import Foretold
from curator.ui.background.jobs import Job, Lane
from curator.ui.fields.names_line import NamesLine
from curator.ui.fields.note_edit import NoteEdit
from curator.ui.keyboard.tab_order import set_way, stops
from curator.ui.look import formatting, theme
from curator.ui.widgets.dialog_foot import DialogFoot
from curator.ui.widgets.dialog_head import DialogHead
from curator.ui.widgets.segmented import Choice, Segmented
from curator.ui.windows.layouts import set_out_work
from curator.ui.windows.sizes import keep_size

if TYPE_CHECKING:
    from curator.services.library import Library
    from curator.ui.background.jobs import Jobs, Run

FORETELL = "bulk-edit"
FIELDS = (
    *("tags", "companies", "importance", "state", "category"),
    *("source", "author", "language", "published", "note"),
)
_PAUSE = 200
"""Milliseconds after the last key until it is looked what would change."""


class BulkEditDialog(QDialog):
    """Chooses articles, a field and a value, and shows what would change.

    Accepted, `ids` and `edit` say what is to be done.
    """

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        *,
        query: str,
        selected: Sequence[int],
        state: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._jobs, self._state = library, jobs, state
        self._query, self._selected = query, list(selected)
        self.ids: list[int] = []
        self.setWindowTitle(self.tr("Edit several articles"))
        keep_size(self, "bulk-edit", (960, 640), state)
        table = QHBoxLayout()
        table.setContentsMargins(17, 0, 17, 12)  # its words stand under those of the head
        table.addWidget(self._make_table())
        table.addWidget(self._make_nothing(), 1)
        body = QVBoxLayout()
        body.setSpacing(0)
        body.addLayout(self._make_choices())
        body.addLayout(table, 1)
        self._foot = DialogFoot(self.tr("Change"), self.tr("Cancel"), self)
        self.go = self._foot.go
        self.go.setDefault(True)
        self.go.clicked.connect(self.accept)
        self.go.setEnabled(False)
        set_out_work(self, self._make_head(), body, self._foot)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._foretell)
        self.destroyed.connect(partial(jobs.forget, FORETELL))
        self._pick_field()
        set_way(self.value, self.lines, self.table, *stops(self._foot))
        (self.lines if self.value.isHidden() else self.value).setFocus()

    def _make_head(self) -> DialogHead:
        words = self.tr("One step changes them all, and one undo takes it back.")
        return DialogHead(self.tr("Edit several articles"), words, self)

    def _make_choices(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(28, 16, 28, 12)
        column.setSpacing(10)
        column.addLayout(self._make_scope())
        column.addLayout(self._make_change())
        return column

    def _make_scope(self) -> QHBoxLayout:
        """Which articles."""
        self._scope = QComboBox(self)
        self._scope.setAccessibleName(self.tr("Articles"))
        if self._selected:
            self._scope.addItem(self.tr("The %n selected", "", len(self._selected)), self._selected)
        listed = self.tr("What the search found") if self._query else self.tr("The whole library")
        self._scope.addItem(listed, None)
        self._scope.currentIndexChanged.connect(self._look_soon)
        row = QHBoxLayout()
        row.addWidget(self._scope)
        row.addStretch(1)
        return row

    def _make_change(self) -> QHBoxLayout:
        """Which field, what is done with it, and with what."""
        self._make_field()
        self.value = NamesLine(self)
        self.value.setAccessibleName(self.tr("Value"))
        self.value.setFont(theme.sans(10.5))
        self.value.textChanged.connect(self._look_soon)
        self.lines = NoteEdit(self.tr("Value"), self)
        self.lines.textChanged.connect(self._look_soon)
        self.lines.left.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        for widget in (self.field, self.verb):
            row.addWidget(widget, 0, top)
        for widget in (self.value, self.lines):
            row.addWidget(widget, 1, top)
        return row

    def _make_field(self) -> None:
        self.field = QComboBox(self)
        self.field.setAccessibleName(self.tr("Field"))
        for name in FIELDS:
            self.field.addItem(formatting.field_name(name), name)
        self.field.setCurrentIndex(max(0, self.field.findData(self._state.value("bulk-edit/field", "tags"))))
        self.field.currentIndexChanged.connect(self._pick_field)
        self.verb = Segmented(
            (
                Choice(Verb.ADD.value, self.tr("Add")),
                Choice(Verb.REMOVE.value, self.tr("Remove")),
                Choice(Verb.SET.value, self.tr("Replace")),
            ),
            self,
        )
        self.verb.setAccessibleName(self.tr("What to do"))
        self.verb.chosen.connect(self._look_soon)

    def _make_nothing(self) -> QLabel:
        """What stands in the table's place while nothing would change."""
        self.nothing = QLabel(
            self.tr("Before and after stand here as soon as an article would change."), self
        )
        self.nothing.setFont(theme.sans(10))
        self.nothing.setProperty("role", "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        return self.nothing

    def _make_table(self) -> QTableWidget:
        self.table = QTableWidget(0, 3, self)
        self.table.setHorizontalHeaderLabels([self.tr("Article"), self.tr("Before"), self.tr("After")])
        self.table.setAccessibleName(self.tr("What would change"))
        self.table.setFont(theme.sans(9.5))
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        )
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.hide()
        return self.table

    # What is chosen

    def edit(self) -> Edit:
        """What is to be done with the field."""
        field = str(self.field.currentData())
        verb = Verb(self.verb.value) if field in LISTS else Verb.SET
        return Edit(field, verb, self.lines.text() if field == "note" else self.value.text())

    def _pick_field(self) -> None:
        field = str(self.field.currentData())
        self._state.setValue("bulk-edit/field", field)
        is_list = field in LISTS
        self.verb.setVisible(is_list)
        self.lines.setVisible(field == "note")
        self.value.setVisible(field != "note")
        self.lines.setPlaceholderText(self._hint(field))
        self.value.setPlaceholderText(self._hint(field))
        self.value.complete(partial(self._known, field), several=is_list)
        self._look_soon()

    def _known(self, field: str, begun: str) -> list[str]:
        if field == "state":
            return [state.value for state in State if state.value.startswith(begun.lower())]
        return completing.complete(self._library, field, begun)

    def _hint(self, field: str) -> str:
        if field in LISTS:
            return self.tr("Names, apart by commas")
        if field == "state":
            return ", ".join(state.value for state in State)
        known = {
            "importance": self.tr("1 to 5; empty for none"),
            "published": self.tr("2026-01-27, 2026-01 or 2026; empty for none"),
            "language": self.tr("A code like cs or zh; empty for none"),
        }
        return known.get(field, self.tr("The new value; empty for none"))

    # What would change

    def _look_soon(self) -> None:
        self.go.setEnabled(False)
        self._jobs.forget(FORETELL)  # its answer is of something else
        self._timer.start()

    def _foretell(self) -> None:
        library, query, chosen, edit = self._library, self._query, self._scope.currentData(), self.edit()
        if not edit.value and (edit.field == "state" or (edit.field in LISTS and edit.verb is not Verb.SET)):
            self._show(Foretold((), 0, 0))
            self._foot.say(self.tr("Type a value to see what would change."))
            return

        def work(run: Run) -> tuple[list[int], Foretold]:
            ids = listing.identifiers(library, query) if chosen is None else chosen
            return ids, foretelling.foretell(library, ids, edit, progress=run.progress)

        self._foot.begin()
        self._jobs.start(
            Job(FORETELL, work, self._foretold, progressed=self._advance, failed=self._failed, lane=Lane.LONG)
        )

    def _advance(self, done: int, total: int, _label: str) -> None:
        self._foot.advance(done, total)

    def _foretold(self, answer: tuple[list[int], Foretold]) -> None:
        self.ids, foretold = answer
        self._show(foretold)
        count, shown = foretold.changing, len(foretold.rows)
        said = self.tr("Nothing would change")
        if count:
            said = self.tr("%n of {all} articles would change", "", count).format(
                all=formatting.count(foretold.articles)
            )
        if shown < count:
            said += self.tr("; the first {shown} are shown").format(shown=formatting.count(shown))
        self._foot.say(said)

    def _show(self, foretold: Foretold) -> None:
        self.table.setRowCount(len(foretold.rows))
        self.table.setVisible(bool(foretold.rows))
        self.nothing.setVisible(not foretold.rows)
        for row, each in enumerate(foretold.rows):
            words = (each.title, formatting.field_value(each.before), formatting.field_value(each.after))
            for column, text in enumerate(words):
                item = QTableWidgetItem(text)
                item.setToolTip(
                    text if column == 0 else formatting.field_lines((each.before, each.after)[column - 1])
                )
                if column == 1:
                    item.setForeground(theme.current().color("muted"))
                item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
                self.table.setItem(row, column, item)
        count = foretold.changing
        self.go.setText(self.tr("Change %n article(s)", "", count) if count else self.tr("Change"))
        self.go.updateGeometry()
        self.go.setEnabled(bool(count))

    def _failed(self, error: BaseException) -> None:
        self._show(Foretold((), 0, 0))
        self._foot.fail(error)

    def done(self, result: int) -> None:
        """Close, and heed no more of what is under way."""
        self._timer.stop()
        self._jobs.forget(FORETELL)
        super().done(result)
