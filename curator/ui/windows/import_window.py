"""The import under way, and its report."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from curator.services.importing import ImportItem, Outcome
from curator.ui import formatting, theme
from curator.ui.widgets.import_report import (
    ALL,
    FAILED,
    ITEM,
    LOOK,
    PARTS,
    LanguageCodes,
    ReportModel,
    ReportPart,
    came_in,
    is_known,
    needs_a_look,
)
from curator.ui.widgets.key_buttons import KeyButton
from curator.ui.widgets.panes import ElidedLabel, push_button, rule
from curator.ui.widgets.segmented import Choice, Segmented
from curator.ui.widgets.tile import Tile

PADDING = 28


class ImportWindow(QDialog):
    """Progress, what came of each file, and the way to what needs a look."""

    stop_requested = Signal()
    article_chosen = Signal(int)
    replace_requested = Signal(list)

    def __init__(self, sources: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = list(sources)
        self._counts: Counter[str] = Counter()
        self._began = time.monotonic()
        self._running = True
        self.setWindowTitle(self.tr("Import"))
        self.resize(980, 640)
        self.model = ReportModel(self)
        self._shown = ReportPart(self)
        self._shown.setSourceModel(self.model)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PADDING, 22, PADDING, 20)
        layout.setSpacing(14)
        layout.addLayout(self._make_head())
        layout.addWidget(self._make_bar())
        layout.addLayout(self._make_words())
        layout.addLayout(self._make_tiles())
        layout.addWidget(self._make_report(), 1)
        layout.addLayout(self._make_foot())

    def _make_head(self) -> QHBoxLayout:
        self._title = QLabel(self.tr("Importing"), self)
        self._title.setFont(theme.sans(16, 600))
        names = ", ".join(str(source) for source in self._sources[:3])
        started = time.strftime("%H:%M")
        self._from = ElidedLabel(
            self.tr("from {names}, started {time}").format(names=names, time=started), self
        )
        self._from.setFont(theme.sans(10))
        self._from.setProperty("role", "muted")
        self._stop = KeyButton(self.tr("Stop"), "Esc", parent=self)
        self._stop.clicked.connect(self._stop_or_close)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._from)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _make_bar(self) -> QProgressBar:
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1)
        self._bar.setAccessibleName(self.tr("Progress"))
        return self._bar

    def _make_words(self) -> QHBoxLayout:
        self._done = QLabel(self)
        self._done.setFont(theme.sans(9.5, 600))
        self._pace = ElidedLabel("", self)
        self._stays = QLabel(self.tr("What is in, stays in if you stop"), self)
        for label in (self._pace, self._stays):
            label.setFont(theme.sans(9.5))
            label.setProperty("role", "muted")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._done)
        row.addWidget(self._pace, 1)
        row.addWidget(self._stays)
        self._pace.set_text(self.tr("Looking for files"))
        return row

    def _make_tiles(self) -> QHBoxLayout:
        self._tiles = {
            "added": Tile("check-circle-fill", "ok", self.tr("Imported"), self),
            "present": Tile("equals", "muted", self.tr("Already there"), self),
            "repaired": Tile("wrench", "muted", self.tr("Repaired"), self),
            LOOK: Tile("warning", "warn", self.tr("To look at"), self),
            FAILED: Tile("x-circle-fill", "danger", self.tr("Failed"), self),
        }
        row = QHBoxLayout()
        row.setSpacing(12)
        for tile in self._tiles.values():
            row.addWidget(tile, 1)
        return row

    def _make_report(self) -> QFrame:
        card = QFrame(self)
        card.setProperty("card", "true")
        head = QLabel(self.tr("Report"), card)
        head.setFont(theme.sans(10, 600))
        self._parts = Segmented([Choice(part, self._part_name(part, 0)) for part in PARTS], card)
        self._parts.chosen.connect(self._show_part)
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 12, 8)
        top.addWidget(head, 1)
        top.addWidget(self._parts)
        self._table = QTableView(card)
        self._table.setModel(self._shown)
        self._table.setItemDelegateForColumn(1, LanguageCodes(self._table))
        self._table.setFrameShape(QFrame.Shape.NoFrame)
        self._table.setShowGrid(False)
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setDefaultSectionSize(30)
        self._table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self._table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self._table.setTabKeyNavigation(False)
        self._table.setWordWrap(False)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setHighlightSections(False)
        for column, width in enumerate((330, 64, 84, 74)):
            header.resizeSection(column, width)
        header.setStretchLastSection(True)
        self._table.setAccessibleName(self.tr("Report"))
        self._table.activated.connect(self._open_row)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(1, 1, 1, 6)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(rule(card))
        layout.addWidget(self._table, 1)
        return card

    def _make_foot(self) -> QHBoxLayout:
        copy = push_button(self.tr("Copy the report"), "copy", parent=self)
        copy.clicked.connect(self._copy)
        self._replace = push_button(self.tr("Take the new revisions"), parent=self)
        self._replace.clicked.connect(self._ask_for_revisions)
        self._replace.hide()
        self._background = push_button(self.tr("Run in the background"), parent=self)
        self._background.clicked.connect(self.hide)
        self._look = push_button(self.tr("Close"), kind="primary", parent=self)
        self._look.clicked.connect(self._look_or_close)
        self._look.setEnabled(False)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch(1)
        for button in (self._replace, self._background, self._look):
            row.addWidget(button)
        return row

    def show_progress(self, done: int, total: int, label: str = "") -> None:
        """How far the import is; `label` names the file being read."""
        if not total:
            self._pace.set_text(label)
            return
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        self._title.setText(self.tr("Importing %n file(s)", "", total))
        self._done.setText(self.tr("{done} of {total}").format(done=done, total=total))
        passed = time.monotonic() - self._began
        if done and passed > 1 and self._running:
            rate = done / passed
            left = self.tr("about %n second(s) left", "", max(1, round((total - done) / rate)))
            pace = self.tr("{n} files a second").format(n=formatting.number(round(Decimal(rate), 1)))
            self._pace.set_text(f"{left} · {pace}")
        elif label:
            self._pace.set_text(label)

    def add_item(self, item: ImportItem) -> None:
        """One file is done."""
        self.model.add(item)
        self._counts[ALL] += 1
        for name, holds in (
            ("added", came_in(item)),
            ("present", item.outcome is Outcome.PRESENT),
            ("repaired", came_in(item) and item.repairs > 0),
            (LOOK, needs_a_look(item)),
            (FAILED, item.outcome is Outcome.FAILED),
        ):
            if holds:
                self._counts[name] += 1
                self._tiles[name].set_number(self._counts[name])
        for part in PARTS:
            self._parts.set_words(part, self._part_name(part, self._counts[part]))

    def _part_name(self, part: str, number: int) -> str:
        names = {ALL: self.tr("All {n}"), LOOK: self.tr("To look at {n}"), FAILED: self.tr("Failed {n}")}
        return names[part].format(n=number)

    def finish(self, *, cancelled: bool, problem: str = "") -> None:
        """The import is over: show what to do next."""
        self._running = False
        items = self.model.items
        self._say_end(cancelled=cancelled, problem=problem)
        self._stays.hide()
        self._background.hide()
        self._stop.hide()
        looks = sum(map(needs_a_look, items))
        self._look.setText(self.tr("Look at %n", "", looks) if looks else self.tr("Close"))
        self._look.setEnabled(True)
        self._look.setFocus()
        known = len(self._known())
        self._replace.setVisible(known > 0)
        self._replace.setText(self.tr("Take %n new revision(s)", "", known))

    def _say_end(self, *, cancelled: bool, problem: str) -> None:
        done = len(self.model.items)
        took = formatting.number(round(Decimal(time.monotonic() - self._began), 1))
        if problem:
            self._title.setText(self.tr("The import stopped"))
            self._pace.set_text(problem)
        elif cancelled:
            self._title.setText(self.tr("Stopped after %n file(s)", "", done))
            self._pace.set_text("")
        elif not done:
            self._title.setText(self.tr("Nothing to import"))
            self._pace.set_text(self.tr("No article lies there: no Markdown, text or web page."))
        else:
            self._title.setText(self.tr("Read %n file(s)", "", done))
            self._pace.set_text(self.tr("in {n} s").format(n=took))
        if not (cancelled or problem):
            self._bar.setRange(0, 1)
            self._bar.setValue(1)
            self._done.setText(self.tr("{done} of {total}").format(done=done, total=done) if done else "")

    def _known(self) -> list[Path]:
        """The files whose articles are there with another text."""
        return [Path(item.source) for item in self.model.items if is_known(item) and item.source]

    @property
    def running(self) -> bool:
        """Whether the import goes on."""
        return self._running

    def _show_part(self, part: str) -> None:
        self._shown.part = part
        self._shown.invalidate()

    def _look_or_close(self) -> None:
        looks = [i for i in self.model.items if needs_a_look(i) and i.article_id is not None]
        if looks:
            self.article_chosen.emit(looks[0].article_id)
        self.accept()

    def _open_row(self, index: QModelIndex) -> None:
        item = index.data(ITEM)
        if isinstance(item, ImportItem) and item.article_id is not None:
            self.article_chosen.emit(item.article_id)

    def _ask_for_revisions(self) -> None:
        self.replace_requested.emit(self._known())

    def _copy(self) -> None:
        rows = [f"{item.path}\t{self.model.outcome(item)}" for item in self.model.items]
        QGuiApplication.clipboard().setText("\n".join(rows))

    def _stop_or_close(self) -> None:
        if self._running:
            self._stop.setEnabled(False)
            self.stop_requested.emit()
        else:
            self.accept()

    def reject(self) -> None:
        """Esc stops the import; once it is over, it closes the window."""
        if self._running:
            self._stop_or_close()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        # Closing the window is no reason to stop: the import goes on behind it, until the program ends.
        if not self._running:
            super().closeEvent(event)
        elif event.spontaneous():
            self.hide()
            event.ignore()
        else:
            event.accept()
