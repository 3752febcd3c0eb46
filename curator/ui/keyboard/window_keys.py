"""The keys of windows beside the desk: declared once, shown among all keys, and changed by the user."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QSettings, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from curator.domain.errors import CuratorError
from curator.ui.keyboard.actions import Spec, spec, translated
from curator.ui.keyboard.keys import chosen, refuse_needed, refuse_taken, shown

REPAIRS = QT_TRANSLATE_NOOP("actions", "In the window of repairs")
DECISIONS = QT_TRANSLATE_NOOP("actions", "In the window of decisions")
COMPANIES = QT_TRANSLATE_NOOP("actions", "In the window of companies")

SPECS: tuple[Spec, ...] = (
    spec("repairs.accept", QT_TRANSLATE_NOOP("actions", "Accept the chosen word"), REPAIRS, ("A",)),
    spec("repairs.keep", QT_TRANSLATE_NOOP("actions", "Keep the word as it was"), REPAIRS, ("X",)),
    spec("repairs.skip", QT_TRANSLATE_NOOP("actions", "Skip the word"), REPAIRS, ("Space",)),
    spec("repairs.other", QT_TRANSLATE_NOOP("actions", "Type another word"), REPAIRS, ("E", "F2")),
    spec("repairs.see", QT_TRANSLATE_NOOP("actions", "See the place in the article"), REPAIRS, ("O",)),
    spec("repairs.next", QT_TRANSLATE_NOOP("actions", "Next word"), REPAIRS, ("J",)),
    spec("repairs.previous", QT_TRANSLATE_NOOP("actions", "Previous word"), REPAIRS, ("K",)),
    spec("repairs.undo", QT_TRANSLATE_NOOP("actions", "Undo the last decision"), REPAIRS, ("Backspace",)),
    spec("decisions.accept", QT_TRANSLATE_NOOP("actions", "Accept it after all"), DECISIONS, ("A",)),
    spec("decisions.reject", QT_TRANSLATE_NOOP("actions", "Reject it after all"), DECISIONS, ("X",)),
    spec("companies.show", QT_TRANSLATE_NOOP("actions", "Show the company's articles"), COMPANIES, ("O",)),
    spec("companies.rename", QT_TRANSLATE_NOOP("actions", "Rename the company"), COMPANIES, ("R", "F2")),
    spec("companies.split", QT_TRANSLATE_NOOP("actions", "Split off the ticked words"), COMPANIES, ("S",)),
    spec("companies.merge", QT_TRANSLATE_NOOP("actions", "Merge into another company"), COMPANIES, ("M",)),
    spec("companies.swap", QT_TRANSLATE_NOOP("actions", "Merge the other way round"), COMPANIES, ("W",)),
    spec("companies.apart", QT_TRANSLATE_NOOP("actions", "Not the same company"), COMPANIES, ("N",)),
    spec("companies.filter", QT_TRANSLATE_NOOP("actions", "Filter the companies"), COMPANIES, ("/",)),
    spec("companies.undo", QT_TRANSLATE_NOOP("actions", "Undo the last change"), COMPANIES, ("Backspace",)),
)  # fmt: skip
USUAL = {each.name: each.keys for each in SPECS}
TEXTS = {each.name: each.text for each in SPECS}

CANDIDATES = frozenset(Qt.Key(Qt.Key.Key_1 + number) for number in range(9))
"""Digits choose a candidate in the window of repairs."""


@dataclass(frozen=True, slots=True)
class _Pressed:
    """What a press may be written as: with its modifiers, and a sign without the Shift that it took."""

    whole: QKeySequence
    sign: QKeySequence


class WindowKeys:
    """The keys of one window ("repairs", "decisions", "companies") by what they do there."""

    def __init__(self, window: str, state: QSettings | None = None) -> None:
        self._window = window
        self._keys = {name: _own(name, usual, state) for name, usual in USUAL.items() if _in(name, window)}

    def keys(self, name: str) -> list[QKeySequence]:
        """All keys for something, the first of them shown; `name` with its window ("repairs.accept")."""
        return list(self._keys[name])

    def key(self, name: str) -> str:
        """The first key for something in this window, as the platform writes it ("" if it has none)."""
        keys = self._keys[f"{self._window}.{name}"]
        return shown(keys[0]) if keys else ""

    def pressed(self, event: QKeyEvent) -> str:
        """What a key does here, by its name without the window, "" for nothing."""
        pressed = _pressed(event)
        for name, keys in self._keys.items():
            if pressed.whole in keys or pressed.sign in keys:
                return name.partition(".")[2]
        return ""

    def set_keys(self, name: str, keys: tuple[str, ...]) -> None:
        """Give something other keys; CuratorError if another thing in this window has one, or needs it."""
        wanted = [QKeySequence(key) for key in keys]
        for key in wanted:
            refuse_needed(key)
            if self._window == "repairs" and key in [QKeySequence(digit) for digit in CANDIDATES]:
                text = QCoreApplication.translate("actions", "{key} chooses a candidate there.")
                hint = QCoreApplication.translate("actions", "Choose another key.")
                raise CuratorError(text.format(key=shown(key)), hint)
            others = {other: has for other, has in self._keys.items() if other != name}
            refuse_taken(key, {translated(TEXTS[other]): has for other, has in others.items()})
        self._keys[name] = wanted


def window_keys(state: QSettings) -> Mapping[str, WindowKeys]:
    """The keys of all these windows by the names of what they do: each name leads to those of its window."""
    made = {window: WindowKeys(window, state) for window in ("repairs", "decisions", "companies")}
    return {name: made[name.partition(".")[0]] for name in USUAL}


def _in(name: str, window: str) -> bool:
    return name.startswith(f"{window}.")


def _own(name: str, usual: tuple[str, ...], state: QSettings | None) -> list[QKeySequence]:
    keys = chosen(state, name) if state is not None else None
    return [QKeySequence(key) for key in usual] if keys is None else keys


def _pressed(event: QKeyEvent) -> _Pressed:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = event.key()
    whole = QKeySequence(modifiers.value | key)
    letter = Qt.Key.Key_A <= key <= Qt.Key.Key_Z
    shift = modifiers & Qt.KeyboardModifier.ShiftModifier and not letter and key < Qt.Key.Key_Escape
    plain = modifiers & ~Qt.KeyboardModifier.ShiftModifier
    return _Pressed(whole, QKeySequence(plain.value | key) if shift else whole)
