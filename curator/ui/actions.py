"""Every action of the window, declared once: its name, its keys, its group.

Bare keys (letters, digits, Space, Backspace) are off while a text field has the focus; none of them does
anything bulk or unrecoverable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from curator.domain.errors import CuratorError


@dataclass(frozen=True, slots=True)
class Spec:
    """One action: `keys` in Qt's portable notation, the first of them shown."""

    name: str
    text: str
    group: str
    keys: tuple[str, ...] = ()
    checkable: bool = False


def _(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("actions", text))


REVIEW, ARTICLES, SEARCH, LIBRARY, VIEW, HELP = (
    _("Review"), _("Articles"), _("Search"), _("Library"), _("View"), _("Help"),
)  # fmt: skip

SPECS: tuple[Spec, ...] = (
    Spec("accept", _("Accept the fact"), REVIEW, ("A",)),
    Spec("reject", _("Reject the fact"), REVIEW, ("X",)),
    Spec("skip", _("Skip the fact"), REVIEW, ("Space",)),
    Spec("edit", _("Edit the fact's value"), REVIEW, ("E", "F2")),
    Spec("undo_decision", _("Undo the last decision"), REVIEW, ("Backspace",)),
    Spec("confirmed", _("Verdict: confirmed"), REVIEW, ("C",)),
    Spec("doubtful", _("Verdict: doubtful"), REVIEW, ("D",)),
    Spec("wrong", _("Verdict: wrong"), REVIEW, ("W",)),
    Spec("next_fact", _("Next fact"), REVIEW, ("J",)),
    Spec("previous_fact", _("Previous fact"), REVIEW, ("K",)),
    Spec("add_fact", _("Make a fact of the selected words"), REVIEW, ("F",)),
    Spec("repairs", _("Walk through the repairs…"), REVIEW, ("R",)),
    Spec("original", _("Flick between cleaned and original"), REVIEW, ("O",)),
    Spec("next_article", _("Next article to review"), ARTICLES, ("N",)),
    Spec("previous_article", _("Previous article to review"), ARTICLES, ("P",)),
    Spec("back", _("Back"), ARTICLES, ("Alt+Left",)),
    Spec("forward", _("Forward"), ARTICLES, ("Alt+Right",)),
    Spec("reviewed", _("Reviewed, next article"), ARTICLES, ("Ctrl+Return", "Ctrl+Enter")),
    *(
        Spec(f"importance_{n}", _("Importance %1").replace("%1", str(n)), ARTICLES, (str(n),))
        for n in range(1, 6)
    ),
    Spec("importance_0", _("No importance"), ARTICLES, ("0",)),
    Spec("add_tag", _("Add a tag"), ARTICLES, ("Ctrl+T",)),
    Spec("add_company", _("Add a company"), ARTICLES, ("Ctrl+Shift+T",)),
    Spec("add_to_set", _("Add to a curated set…"), ARTICLES, ("Ctrl+D",)),
    Spec("undo", _("Undo"), ARTICLES, ("Ctrl+Z",)),
    Spec("redo", _("Redo"), ARTICLES, ("Ctrl+Shift+Z", "Ctrl+Y")),
    Spec("search", _("Search the library"), SEARCH, ("/", "Ctrl+F")),
    Spec("find", _("Find in the article"), SEARCH, ("Ctrl+Shift+F",)),
    Spec("save_search", _("Save this search…"), SEARCH, ("Ctrl+S",)),
    Spec("clear_search", _("Clear the search"), SEARCH, ("Ctrl+Shift+X",)),
    Spec("palette", _("Any action by name"), SEARCH, ("Ctrl+K",)),
    Spec("import_folder", _("Import a folder…"), LIBRARY, ("Ctrl+I",)),
    Spec("import_files", _("Import files…"), LIBRARY, ("Ctrl+Shift+I",)),
    Spec("export", _("Export…"), LIBRARY, ("Ctrl+E",)),
    Spec("samples", _("Try the samples"), LIBRARY),
    Spec("backup", _("Back up the library…"), LIBRARY),
    Spec("restore", _("Restore a backup…"), LIBRARY),
    Spec("check", _("Check the library"), LIBRARY),
    Spec("quit", _("Quit"), LIBRARY, ("Ctrl+Q",)),
    Spec("sidebar", _("Sidebar"), VIEW, ("Ctrl+1",), checkable=True),
    Spec("timeline", _("Timeline"), VIEW, ("Ctrl+2",), checkable=True),
    Spec("facts", _("Fields and facts"), VIEW, ("Ctrl+3",), checkable=True),
    Spec("list", _("List of articles"), VIEW, ("Ctrl+4",), checkable=True),
    Spec("reader", _("Reader"), VIEW, ("Ctrl+5",), checkable=True),
    Spec("next_pane", _("Next pane"), VIEW, ("F6",)),
    Spec("previous_pane", _("Previous pane"), VIEW, ("Shift+F6",)),
    Spec("larger", _("Larger text"), VIEW, ("Ctrl++", "Ctrl+=")),
    Spec("smaller", _("Smaller text"), VIEW, ("Ctrl+-",)),
    Spec("full_screen", _("Full screen"), VIEW, ("F11",), checkable=True),
    Spec("keys", _("All keys"), HELP, ("?", "F1")),
    Spec("log", _("Open the log folder"), HELP),
    Spec("about", _("About Curator"), HELP),
)


def translated(text: str) -> str:
    """An action's or a group's name in the language of the interface."""
    return QCoreApplication.translate("actions", text)


class Actions(QObject):
    """The window's actions by name; keys can be given other actions' keys only when these are free."""

    def __init__(self, window: QWidget, keys: Mapping[str, tuple[str, ...]] | None = None) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._handlers: dict[str, Callable[[], object]] = {}
        self._bare: dict[str, list[QKeySequence]] = {}
        for spec in SPECS:
            action = QAction(translated(spec.text), window)
            action.setCheckable(spec.checkable)
            action.setShortcuts([QKeySequence(key) for key in (keys or {}).get(spec.name, spec.keys)])
            action.triggered.connect(lambda _checked=False, name=spec.name: self._run(name))
            window.addAction(action)
            self._actions[spec.name] = action
        for name in ("back", "forward", "undo", "redo"):
            self._describe(name)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._actions)

    def connect_to(self, name: str, handler: Callable[[], object]) -> None:
        """Say what an action does."""
        self._handlers[name] = handler

    def trigger(self, name: str) -> None:
        """Carry an action out."""
        self._actions[name].trigger()

    def key(self, name: str) -> str:
        """The first key of an action as the platform writes it ("" if it has none)."""
        keys = self.keys(name)
        return keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""

    def keys(self, name: str) -> list[QKeySequence]:
        """All keys of an action, those included that are off just now."""
        return list(self._bare.get(name) or self._actions[name].shortcuts())

    def set_keys(self, name: str, keys: tuple[str, ...]) -> None:
        """Give an action other keys; raises CuratorError if another action has one of them."""
        for key in keys:
            wanted = QKeySequence(key)
            for other, action in self._actions.items():
                if other != name and wanted in self.keys(other):
                    text = QCoreApplication.translate("actions", "{key} is already the key for “{action}”.")
                    hint = QCoreApplication.translate("actions", "Choose another key.")
                    raise CuratorError(text.format(key=key, action=action.text()), hint)
        self._bare.pop(name, None)
        self._actions[name].setShortcuts([QKeySequence(key) for key in keys])
        self._describe(name)

    def _describe(self, name: str) -> None:
        key = self.key(name)
        action = self._actions[name]
        action.setToolTip(f"{action.text()}  {key}" if key else action.text())

    def _run(self, name: str) -> None:
        handler = self._handlers.get(name)
        if handler:
            handler()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        typing = is_typing(new)
        pressing = isinstance(new, (QAbstractButton, QComboBox)) or bool(new and new.property("presses"))
        for name, action in self._actions.items():
            shortcuts = self._bare.get(name) or action.shortcuts()
            bare = [key for key in shortcuts if is_bare(key)]
            if not bare:
                continue
            self._bare[name] = shortcuts
            off = [key for key in bare if typing or (pressing and key == QKeySequence("Space"))]
            action.setShortcuts([key for key in shortcuts if key not in off])


def is_bare(key: QKeySequence) -> bool:
    """Whether a key is pressed without Ctrl, Alt or Meta, and would type something into a text field."""
    if key.count() != 1:
        return False
    stroke = cast("Mapping[int, QKeyCombination]", key)[0]  # Qt's types leave the index out
    if stroke.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier:
        return False
    return stroke.key() < Qt.Key.Key_Escape or stroke.key() == Qt.Key.Key_Backspace


def is_typing(widget: QWidget | None) -> bool:
    """Whether a widget takes typed text."""
    if isinstance(widget, QLineEdit):
        return not widget.isReadOnly()
    if isinstance(widget, (QPlainTextEdit, QTextEdit)):
        return not widget.isReadOnly()
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, QAbstractSpinBox)
