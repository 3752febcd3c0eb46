"""The import under way, and its report."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from curator.domain import file_names
from curator.services.imports.importing import ImportItem, LeftOut, Outcome
from curator.ui.keyboard.mnemonics import Mnemonics
from curator.ui.look import formatting, theme
from curator.ui.widgets.import_report import ALL, FAILED, LOOK, came_in, is_known, needs_a_look
from curator.ui.widgets.panes import ElidedLabel, push_button
from curator.ui.widgets.report_card import ReportCard
from curator.ui.widgets.tile import Tile
from curator.ui.windows.sizes import keep_size
from curator.ui.windows.task_window import TaskWindow

PADDING = 28
NO_BREAK = "\u00a0"
KINDS = 6
"""Kinds of files left out that are named."""
UP_TO = 90
"""Seconds and minutes up to which the time left is told in them."""
NOTHING = LeftOut()


class ImportWindow(TaskWindow):
    """Progress, what came of each file, and the way to what needs a look."""

    replace_requested = Signal(list)

    def __init__(
        self, sources: Sequence[Path], parent: QWidget | None = None, state: QSettings | None = None
    ) -> None:
        super().__init__(parent)
        self._sources = list(sources)
        self._counts: Counter[str] = Counter()
        self._began = time.monotonic()
        self.setWindowTitle(self.tr("Import"))
        keep_size(self, "import", (980, 680), state)
        self.report = ReportCard(self)
        self.model = self.report.model
        self.report.article_chosen.connect(self.article_chosen)
        Mnemonics(self)
        layout = QVBoxLayout()
        layout.setContentsMargins(PADDING, 22, PADDING, 20)
        layout.setSpacing(14)
        layout.addLayout(self._make_head())
        layout.addWidget(self._make_bar())
        layout.addLayout(self._make_words())
        layout.addWidget(self._make_besides())
        layout.addWidget(self._make_problem())
        layout.addLayout(self._make_tiles())
        layout.addWidget(self.report, 1)
        layout.addLayout(self._make_foot())
        self.setLayout(layout)

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
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._from)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignTop)
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
        self._done.hide()
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

    def _make_besides(self) -> QLabel:
        """What folders held that did not come in, whole: nothing else tells of these files."""
        self._besides = QLabel(self)
        self._besides.setTextFormat(Qt.TextFormat.PlainText)
        self._besides.setWordWrap(True)
        self._besides.setFont(theme.sans(9.5))
        self._besides.setProperty("role", "muted")
        self._besides.hide()
        return self._besides

    def _make_problem(self) -> QLabel:
        self._problem = QLabel(self)
        self._problem.setFont(theme.sans(10))
        self._problem.setProperty("role", "danger")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._problem.setWordWrap(True)
        self._problem.hide()
        return self._problem

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

    def _make_foot(self) -> QHBoxLayout:
        copy = push_button(self.tr("Copy the report"), "copy", parent=self)
        copy.clicked.connect(self._copy)
        self._replace = push_button(self.tr("Take the new revisions"), parent=self)
        self._replace.clicked.connect(self._ask_for_revisions)
        self._replace.hide()
        self._look = push_button(self.tr("Close"), kind="primary", parent=self)
        self._look.clicked.connect(self._look_or_close)
        self._look.hide()
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch(1)
        for button in (self._replace, self.background, self._look):
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
        self._say_done(done, total)
        passed = time.monotonic() - self._began
        if done and passed > 1 and self._running:
            left = self._left((total - done) * passed / done)
            self._pace.set_text(f"{left} · {self._speed(done / passed)}")
        elif label:
            self._pace.set_text(label)

    def _left(self, seconds: float) -> str:
        """How long it still takes, in seconds up to ninety, in minutes up to as many, then in hours."""
        if seconds < UP_TO:
            return self.tr("about %n second(s) left", "", max(1, round(seconds)))
        if seconds < 60 * UP_TO:
            return self.tr("about %n minute(s) left", "", round(seconds / 60))
        return self.tr("about %n hour(s) left", "", round(seconds / 3600))

    def _speed(self, rate: float) -> str:
        """How many files it takes a second, or a minute if those are fewer than one."""
        if rate >= 1:
            return self.tr("{n} files a second").format(n=formatting.count(round(rate)))
        return self.tr("%n file(s) a minute", "", max(1, round(rate * 60)))

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
        self.report.count(self._counts)
        self._offer_look()

    def _offer_look(self) -> None:
        """What wants a look can be seen while the import goes on."""
        looks = self._counts[LOOK]
        self._look.setText(self.tr("Look at %n", "", looks) if looks else self.tr("Close"))
        self._look.setVisible(bool(looks) or not self._running)

    def _say_done(self, done: int, total: int) -> None:
        numbers = {"done": formatting.number(Decimal(done)), "total": formatting.number(Decimal(total))}
        self._done.setText(self.tr("{done} of {total}").format(**numbers))
        self._done.show()

    def finish(self, *, cancelled: bool, problem: str = "", left_out: LeftOut = NOTHING) -> None:
        """The import is over: show what to do next, and tell what folders held besides."""
        self.end()
        self._say_end(cancelled=cancelled, problem=problem)
        self._tell_left_out(left_out)
        self._stays.setVisible(cancelled and bool(self._counts["added"]))
        self._stays.setText(self.tr("What is in, stays in"))
        self._offer_look()
        self._look.setFocus()
        known = len(self._known())
        self._replace.setVisible(known > 0)
        self._replace.setText(self.tr("Take %n new revision(s)", "", known))

    def _say_end(self, *, cancelled: bool, problem: str) -> None:
        done = self._counts[ALL]
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._pace.set_text("")
        if problem:
            self._title.setText(self.tr("The import stopped"))
            self._count_last(done)
        elif cancelled:
            self._title.setText(self.tr("Stopped after %n file(s)", "", done))
            self._count_last(done)
        elif not done:
            self._title.setText(self.tr("Nothing to import"))
            self._pace.set_text(self.tr("No article lies there: no Markdown, text or web page."))
        else:
            took = formatting.number(round(Decimal(time.monotonic() - self._began), 1))
            self._title.setText(self.tr("Read %n file(s)", "", done))
            self._pace.set_text(self.tr("in {n} s").format(n=took))
            self._bar.setRange(0, 1)
            self._bar.setValue(1)
            self._say_done(done, done)

    def _count_last(self, done: int) -> None:
        """Count what came in after progress was told last, so that it agrees with the tiles."""
        total = self._bar.maximum()
        if not self._done.isHidden() and self._bar.value() < done <= total:
            self._bar.setValue(done)
            self._say_done(done, total)

    def _tell_left_out(self, left_out: LeftOut) -> None:
        words: list[str] = []
        if left_out.nameable:
            files = self._by_suffix(left_out.nameable)
            words.append(
                self.tr(
                    "Left out: {files}. Tables and feeds come in when they are chosen themselves."
                ).format(files=files)
            )
        if left_out.unreadable:
            files = self._by_suffix(left_out.unreadable)
            words.append(self.tr("No articles: {files}.").format(files=files))
        self._besides.setText(" ".join(words))
        self._besides.setVisible(bool(words))

    def _by_suffix(self, files: Mapping[str, int]) -> str:
        """How many files of each kind, the commonest first; of the rarest only how many in all."""
        ordered = sorted(files, key=lambda suffix: (-files[suffix], suffix))
        none = self.tr("without suffix")
        words = [f"{formatting.count(files[each])}{NO_BREAK}{each or none}" for each in ordered[:KINDS]]
        if others := sum(files[each] for each in ordered[KINDS:]):
            words.append(self.tr("%n other(s)", "", others))
        return ", ".join(words)

    def _known(self) -> list[Path]:
        """The files whose articles are there with another text."""
        return [
            Path(file_names.on_disk(item.source))
            for item in self.model.items
            if is_known(item) and item.source
        ]

    def _look_or_close(self) -> None:
        looks = [i for i in self.model.items if needs_a_look(i) and i.article_id is not None]
        if looks:
            self.article_chosen.emit(looks[0].article_id)
        if self.running:
            self.hide()
        else:
            self.accept()

    def _ask_for_revisions(self) -> None:
        self.replace_requested.emit(self._known())

    def _copy(self) -> None:
        rows = [f"{item.path}\t{self.model.outcome(item)}" for item in self.model.items]
        QGuiApplication.clipboard().setText("\n".join(filter(None, (*rows, self._besides.text()))))
