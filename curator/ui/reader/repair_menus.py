"""What a repaired word offers when it is asked: to stay, to be as it was, to be another word."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from curator.domain.articles import StoredRepair
from curator.domain.facts import Decision
from curator.ui.look import formatting

translate = QCoreApplication.translate

Decide = Callable[[int, Decision, str], None]
"""Carries out a decision on a repair; an edited one without words asks for them."""

LONGEST = 40
"""Code points of a word that a menu shows."""


def add_repair(menu: QMenu, stored: StoredRepair, decide: Decide, walk: Callable[[], None]) -> None:
    """Put the ways of a repaired word on top of a menu that has actions already."""
    first = menu.actions()[0]
    for said, decision, words, enabled in _ways(stored):
        action = QAction(said.replace("&", "&&"), menu)
        action.setEnabled(enabled)
        action.triggered.connect(
            lambda _checked=False, decision=decision, words=words: decide(stored.id, decision, words)
        )
        menu.insertAction(first, action)
    action = QAction(translate("ReaderMenus", "Walk through the repairs…  R"), menu)
    action.triggered.connect(lambda _checked=False: walk())
    menu.insertAction(first, action)
    menu.insertSeparator(first)


def _ways(stored: StoredRepair) -> list[tuple[str, Decision, str, bool]]:
    """Each way with its words, the decision it is, what then stands, and whether it changes anything."""
    repair, decision = stored.repair, stored.decision
    right = translate("ReaderMenus", "“{word}” is right").format(word=_brief(repair.after))
    kept = translate("ReaderMenus", "Keep as it was: “{word}”").format(word=_brief(repair.before))
    ways = [
        (right, Decision.ACCEPTED, "", not decision.is_accepted),
        (kept, Decision.REJECTED, "", decision is not Decision.REJECTED),
    ]
    for other in repair.alternatives:
        if other.text != repair.after and other.text.strip():
            said = translate("ReaderMenus", "“{word}”  {percent}")
            sure = formatting.percent(other.confidence)
            said = said.format(word=_brief(other.text), percent=sure)
            ways.append((said, Decision.EDITED, other.text, True))
    return [*ways, (translate("ReaderMenus", "Another word…"), Decision.EDITED, "", True)]


def _brief(words: str) -> str:
    plain = "".join(sign if sign.isprintable() else f"U+{ord(sign):04X}" for sign in words)
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"
