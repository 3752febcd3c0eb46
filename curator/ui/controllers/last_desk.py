"""The desk as it was left: written down at closing and after each article shown, read at the next start."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from curator.domain.listings import Column, Order, Page
from curator.ui.lifecycle import snapshots

if TYPE_CHECKING:
    from curator.ui.controllers.showing import Showing

REMEMBER = 1000
"""Milliseconds after an article was shown until it is what the next start shows."""


class LastDesk(QObject):
    """Keeps the place of the editor for the next start, and what its first look shows."""

    def __init__(self, desk: Showing) -> None:
        super().__init__(desk)
        self._desk = desk
        self._state = desk.window.state
        self._soon = QTimer(self, singleShot=True, interval=REMEMBER)
        self._soon.timeout.connect(self._keep_snapshot)
        desk.window.list.compact_changed.connect(partial(self._state.setValue, "desk/compact"))
        # Kept if it stays for a moment.
        desk.article_shown.connect(self._soon.start)
        desk.closing.connect(self._keep)

    def restore(self) -> None:
        """Show the library with what was searched for and open last time."""
        state, window = self._state, self._desk.window
        window.list.set_compact(state.value("desk/compact") in {"true", True})
        window.reader.text_scale = float(str(state.value("desk/text-scale", 1.0)))
        # What was searched for and open belongs to one library; sizes and orders to the editor.
        same = state.value("desk/library") == str(self._desk.library.path)
        article = state.value("desk/article") if same else None
        self._desk.begin(
            str(state.value("desk/query", "")) if same else "",
            _order(str(state.value("desk/order", ""))),
            int(str(article)) if article else None,
        )

    def _keep(self) -> None:
        """Write down how the desk is left."""
        desk, order = self._desk, self._desk.order
        for name, value in {
            "library": str(desk.library.path),
            "query": desk.query,
            "order": f"{order.column} {'down' if order.descending else 'up'}",
            "article": desk.article.id if desk.article else None,
            "text-scale": desk.window.reader.text_scale,
        }.items():
            self._state.setValue(f"desk/{name}", value)
        self._soon.stop()
        self._keep_snapshot()

    def _keep_snapshot(self) -> None:
        desk, article = self._desk, self._desk.article
        rows = desk.window.list.model.rows()[: snapshots.ROWS]
        if article and article.id in {row.id for row in rows}:
            snapshots.write(
                snapshots.Snapshot(
                    snapshots.VERSION,
                    str(desk.library.path),
                    desk.query,
                    desk.order,
                    desk.window.reader.text_scale,
                    Page(tuple(rows)),
                    article,
                )
            )


def _order(text: str) -> Order:
    column, _, direction = text.partition(" ")
    return Order(Column(column), direction == "down") if column in set(Column) else Order()
