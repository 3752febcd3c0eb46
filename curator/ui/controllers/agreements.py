"""Agreements: what the library says of the facts shown, read in the background and shown in the open card."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from curator.domain.corroborations import Corroboration
    from curator.ui.controllers.showing import Showing

JOB = "agreements"
SETTLE = 400
"""Milliseconds after a decision until the library is asked again about the same article."""


class Agreements(QObject):
    """Asks who else states the chosen article's facts, and leads to the places where they stand."""

    def __init__(self, desk: Showing) -> None:
        super().__init__(desk)
        self._desk = desk
        self._card = desk.window.facts.card
        self._shown: int | None = None
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._ask)
        desk.window.frame.closing.connect(self._settle.stop)
        self._card.place_chosen.connect(self._go)
        desk.window.actions_.connect_to("agreements", self._card.open_places)

    def read(self) -> None:
        """Ask for the chosen article; the last answer stays while it is the same article's.

        Decisions follow each other quickly: what they change is asked for when they pause.
        """
        article = self._desk.article
        number = article.id if article else None
        if number is not None and number == self._shown:
            self._settle.start()
            return
        self._shown = number
        self._card.show_corroborations({})
        self._ask()

    def _ask(self) -> None:
        self._settle.stop()
        number = self._shown
        if number is None:
            return
        library = self._desk.library

        def work() -> dict[int, Corroboration]:
            from curator.services import corroborating

            return corroborating.corroborate(library, number)

        self._desk.jobs.read(JOB, work, partial(self._show, number))

    def _show(self, number: int, found: Mapping[int, Corroboration]) -> None:
        if number == self._shown:
            self._card.show_corroborations(found)

    def _go(self, article_id: int, fact_id: int) -> None:
        self._desk.show_article(article_id)
        self._desk.choose_fact(fact_id)
