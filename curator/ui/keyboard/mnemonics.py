"""Mnemonics: the underlined letters that Alt presses, and that choose in an open menu.

They are given by the program and not written into the texts: no window and no menu then has a letter twice,
in whatever language, and nothing else that reads a text has to take a mark out of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QLabel, QMenu, QWidget

from curator.ui.keyboard.press_button import PressButton, escaped

_TYPED = "\u0590"
"""Letters before this one stand on keyboards as they are."""


_Named = QAction | QCheckBox | QLabel | PressButton


def marked(texts: Sequence[str]) -> list[str]:
    """The texts, each with a letter of its own marked by "&", as Qt has it; one that finds none has no mark.

    The first letters of words come first; a text gives way to another where it has more to choose from.
    """
    places = [_candidates(text) for text in texts]
    holders: dict[str, int] = {}

    def settle(number: int, tried: set[str]) -> bool:
        for letter in places[number]:
            if letter not in holders:
                holders[letter] = number
                return True
        for letter in places[number]:
            if letter not in tried:
                tried.add(letter)
                if settle(holders[letter], tried):
                    holders[letter] = number
                    return True
        return False

    for number in range(len(texts)):
        settle(number, set())
    found = {number: places[number][letter] for letter, number in holders.items()}
    return [_with_mark(text, found.get(number)) for number, text in enumerate(texts)]


def _candidates(text: str) -> dict[str, int]:
    """The letters that could be marked, in the order of preference, and where they stand.

    A digit is one only where there is no letter: beside letters it is of a count, which changes. Behind a
    tab, a menu's entry names its key, which stands in a column of its own.
    """
    words = text.partition("\t")[0]
    signs = [place for place, sign in enumerate(words) if sign.isalnum() and sign < _TYPED]
    places = [place for place in signs if words[place].isalpha()] or signs
    places.sort(key=lambda place: place > 0 and text[place - 1].isalnum())
    found: dict[str, int] = {}
    for place in places:
        found.setdefault(text[place].casefold(), place)
    return found


def _with_mark(text: str, place: int | None) -> str:
    if place is None:
        return escaped(text)
    return f"{escaped(text[:place])}&{escaped(text[place:])}"


def _mark(named: Sequence[_Named]) -> None:
    """Mark a letter in each of these, whether they were marked before or have other words since."""
    for each, text in zip(named, marked([words_of(each) for each in named]), strict=True):
        if isinstance(each, PressButton):
            each.mark(text)
        elif each.text() != text:
            each.setProperty("words", words_of(each))
            each.setProperty("marked", text)
            each.setText(text)


def words_of(named: _Named) -> str:
    """The text of one of these without its mark."""
    was_marked = not isinstance(named, PressButton) and named.text() == named.property("marked")
    return str(named.property("words")) if was_marked else named.text()


def letter_menu(menu: QMenu) -> QMenu:
    """Give the entries of a menu their letters each time it is about to be shown; gives the menu."""
    menu.aboutToShow.connect(
        lambda: _mark([action for action in menu.actions() if action.text() and not action.isSeparator()])
    )
    return menu


class Mnemonics(QObject):
    """Gives buttons, boxes and labels of a window their letters, again when a button has other words."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.give)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Events still come when Python has taken the attributes away, so only Qt is asked.
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self.give()
        return False

    def give(self) -> None:
        """Mark a letter in each text that can be pressed or leads to a field."""
        window = self.parent()
        if isinstance(window, QWidget):
            # Only these are asked for: Python holds none of the widgets that Qt makes and deletes inside.
            found = [*window.findChildren(PressButton), *window.findChildren(QCheckBox)]
            named = [*found, *(label for label in window.findChildren(QLabel) if label.buddy())]
            for each in named:
                if isinstance(each, PressButton) and not each.property("lettered"):
                    each.setProperty("lettered", True)
                    each.reworded.connect(self._soon.start)
            _mark([each for each in named if each.text()])
