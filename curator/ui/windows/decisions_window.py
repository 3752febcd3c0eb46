"""The last decisions: each can be looked at in its article again, and changed on the spot."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from curator.domain.facts import Decision
from curator.services import reading, reviewing
from curator.ui.background.own_steps import OwnSteps
from curator.ui.facts.rows import MARKS
from curator.ui.keyboard.mnemonics import Mnemonics
from curator.ui.keyboard.own_keys import ENTER
from curator.ui.keyboard.window_keys import WindowKeys
from curator.ui.look import formatting, icons, theme
from curator.ui.widgets.key_buttons import KeyButton
from curator.ui.widgets.panes import push_button
from curator.ui.windows.sizes import keep_size

if TYPE_CHECKING:
    from curator.services.library import Library

LAST = 50
ROW = 28
DECIDED = Qt.ItemDataRole.UserRole


class DecisionsWindow(QDialog):
    """Lists the last fifty decisions on facts; each is shown in its article, or changed."""

    applied = Signal(object)
    fact_chosen = Signal(int, int)
    """An article and its fact are to be shown."""

    def __init__(
        self, library: Library, parent: QWidget | None = None, state: QSettings | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._own = WindowKeys("decisions", state)
        self._steps = OwnSteps(library, self)
        self.setWindowTitle(self.tr("Last decisions"))
        keep_size(self, "decisions", (860, 560), state)
        title = QLabel(self.tr("Last decisions"), self)
        title.setFont(theme.sans(16, 600))
        self._about = QLabel(self)
        self._about.setProperty("role", "muted")
        self._about.setWordWrap(True)
        self._steps.told.connect(self._tell)
        layout = QVBoxLayout()
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(self._about)
        layout.addWidget(self._make_list(), 1)
        layout.addLayout(self._make_foot())
        self.setLayout(layout)
        Mnemonics(self)
        self.read()
        self._list.setFocus()

    def _make_list(self) -> QTreeWidget:
        self._list = QTreeWidget(self)
        self._list.setHeaderLabels(
            [self.tr("Decision"), self.tr("Fact"), self.tr("Article"), self.tr("When"), self.tr("Who")]
        )
        self._list.setProperty("boxed", True)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setAccessibleName(self.tr("Last decisions"))
        header = self._list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._list.itemActivated.connect(self._show)
        self._list.currentItemChanged.connect(self._enable)
        self._list.installEventFilter(self)
        return self._list

    def _make_foot(self) -> QHBoxLayout:
        self._see = KeyButton(self.tr("Show in the article"), "↵", parent=self)
        self._reject = KeyButton(self.tr("Reject"), self._own.key("reject"), parent=self)
        self._accept = KeyButton(self.tr("Accept"), self._own.key("accept"), parent=self)
        close = push_button(self.tr("Close"), kind="primary", parent=self)
        self._see.clicked.connect(self._show)
        self._reject.clicked.connect(lambda: self._decide(Decision.REJECTED))
        self._accept.clicked.connect(lambda: self._decide(Decision.ACCEPTED))
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(10)
        for button in (self._see, self._reject, self._accept):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def read(self) -> None:
        """Read the decisions anew, and stay at the present one."""
        present = self.decided()
        self._list.clear()
        for each in reading.last_decided(self._library, LAST):
            item = QTreeWidgetItem(self._list, self._texts(each))
            item.setData(0, DECIDED, each)
            item.setSizeHint(2, QSize(0, theme.grown(ROW)))
            item.setIcon(0, icons.icon(*MARKS[each.fact.decision], 15))
            item.setToolTip(1, " ".join(each.fact.fact.quote.split()))
            item.setToolTip(2, each.title)
            if present and each.fact.id == present.fact.id:
                self._list.setCurrentItem(item)
        first = self._list.topLevelItem(0)
        if first and self.decided() is None:
            self._list.setCurrentItem(first)
        self._about.setText(
            self.tr("The newest first. Each is saved, and can still be changed.")
            if first
            else self.tr("Nothing was decided yet. Accept or reject a fact, and it stands here.")
        )
        self._enable()

    def _texts(self, each: reading.Decided) -> list[str]:
        words = {
            Decision.ACCEPTED: self.tr("accepted"),
            Decision.REJECTED: self.tr("rejected"),
            Decision.EDITED: self.tr("edited"),
            Decision.SKIPPED: self.tr("skipped"),
        }
        fact = each.fact.fact
        value = " ".join(filter(None, (formatting.approximation(fact), formatting.value(fact))))
        made = datetime.fromisoformat(each.made_at).astimezone()
        when = f"{formatting.day(made.date())} {made:%H:%M}"
        return [words.get(each.fact.decision, ""), value, each.title, when, each.who]

    def decided(self) -> reading.Decided | None:
        """The decision that is chosen."""
        item = self._list.currentItem()
        return item.data(0, DECIDED) if item else None

    def _enable(self) -> None:
        each = self.decided()
        self._see.setEnabled(each is not None)
        self._accept.setEnabled(each is not None and each.fact.decision is not Decision.ACCEPTED)
        self._reject.setEnabled(each is not None and each.fact.decision is not Decision.REJECTED)

    def _show(self) -> None:
        each = self.decided()
        if each:
            self.fact_chosen.emit(each.fact.article_id, each.fact.id)
            self.accept()

    def _decide(self, decision: Decision) -> None:
        each = self.decided()
        if each is None or each.fact.decision is decision:
            return
        applied = self._steps.make(lambda: reviewing.decide(self._library, [each.fact.id], decision))
        if applied is not None:
            self.applied.emit(applied)
            self.read()

    def _tell(self, words: str, _kind: str) -> None:
        self._about.setText(words)

    def eventFilter(self, watched: object, event: object) -> bool:  # type: ignore[override]
        # The list would search by first letter; its letters are decisions here.
        if (
            watched is not self._list
            or not isinstance(event, QKeyEvent)
            or event.type() != QKeyEvent.Type.KeyPress
        ):
            return False
        pressed = self._own.pressed(event)
        if event.key() in ENTER:
            self._show()
        elif pressed:
            self._decide(Decision.ACCEPTED if pressed == "accept" else Decision.REJECTED)
        return bool(pressed) or event.key() in ENTER
