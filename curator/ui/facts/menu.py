"""What can be done with a fact, as a menu: decide it, put it back, see its words, copy its value."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from curator.domain.articles import StoredFact
from curator.domain.facts import Decision
from curator.ui.keyboard.actions import Actions
from curator.ui.look import formatting
from curator.ui.widgets.passing_menus import offer, passing_menu, to_clipboard

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
    menu = passing_menu(parent)
    words = {
        "accept": translate("FactMenu", "Accept"),
        "reject": translate("FactMenu", "Reject"),
        "skip": translate("FactMenu", "Skip"),
        "edit": translate("FactMenu", "Edit the value"),
        "reopen": translate("FactMenu", "Put back to decide"),
    }
    for name, useless in _DECIDED_BY.items():
        said = "\t".join(filter(None, (words[name], actions.key(name))))
        offer(menu, said, lambda name=name: actions.trigger(name), stored.decision not in useless)
    menu.addSeparator()
    offer(
        menu,
        f"{translate('FactMenu', 'Show in the text')}\t↵",
        lambda: reveal(stored.id),
        bool(stored.evidence),
    )
    value = formatting.whole(stored.fact)
    offer(menu, translate("FactMenu", "Copy value"), lambda: to_clipboard(value))
    quote = stored.fact.quote
    offer(menu, translate("FactMenu", "Copy quote"), lambda: to_clipboard(quote), bool(quote))
    return menu
