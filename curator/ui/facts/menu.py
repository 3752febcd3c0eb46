"""What can be done with a fact, as a menu: decide it, put it back, see its words, copy its value."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from curator.domain.articles import StoredFact
from curator.domain.facts import Decision
from curator.ui.keyboard.actions import Actions
from curator.ui.keyboard.mnemonics import letter_menu
from curator.ui.look import formatting

translate = QCoreApplication.translate

_DECIDED_BY = {
    "accept": (Decision.ACCEPTED,),
    "reject": (Decision.REJECTED,),
    "skip": (Decision.SKIPPED,),
    "edit": (),
    "reopen": (Decision.PROPOSED,),
}
"""The actions on a fact, with the decisions after which each would change nothing."""


def fact_menu(stored: StoredFact, actions: Actions, reveal: Callable[[int], None], parent: QWidget) -> QMenu:
    """The menu of a fact; the decisions do what their keys do, `reveal(id)` shows its words in the text."""
    menu = letter_menu(QMenu(parent))
    menu.aboutToHide.connect(lambda: QTimer.singleShot(0, menu, menu.deleteLater))
    words = {
        "accept": translate("FactMenu", "Accept"),
        "reject": translate("FactMenu", "Reject"),
        "skip": translate("FactMenu", "Skip"),
        "edit": translate("FactMenu", "Edit the value"),
        "reopen": translate("FactMenu", "Put back to decide"),
    }
    for name, useless in _DECIDED_BY.items():
        said = "\t".join(filter(None, (words[name], actions.key(name))))
        _add(menu, said, lambda name=name: actions.trigger(name), stored.decision not in useless)
    menu.addSeparator()
    _add(
        menu,
        f"{translate('FactMenu', 'Show in the text')}\t↵",
        lambda: reveal(stored.id),
        bool(stored.evidence),
    )
    value = formatting.whole(stored.fact)
    _add(menu, translate("FactMenu", "Copy value"), lambda: QGuiApplication.clipboard().setText(value))
    quote = stored.fact.quote
    _add(
        menu,
        translate("FactMenu", "Copy quote"),
        lambda: QGuiApplication.clipboard().setText(quote),
        bool(quote),
    )
    return menu


def _add(menu: QMenu, words: str, does: Callable[[], object], enabled: bool = True) -> QAction:
    action = menu.addAction(words)
    action.triggered.connect(lambda _checked=False: does())
    action.setEnabled(enabled)
    return action
