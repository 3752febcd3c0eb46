"""Every action of the window, declared once: its name, its keys, its group.

Bare keys (letters, digits, Space, Backspace) are off while a text field has the focus; none of them does
anything bulk or unrecoverable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

from curator.ui.keyboard.field_keys import FieldKeys
from curator.ui.keyboard.keys import is_bare, is_typing, refuse_needed, refuse_taken, shown


@dataclass(frozen=True, slots=True)
class Spec:
    """One action: `keys` in Qt's portable notation, the first of them shown."""

    name: str
    text: str
    group: str
    keys: tuple[str, ...] = ()
    checkable: bool = False


def spec(
    name: str, text: object, group: object, keys: tuple[str, ...] = (), *, checkable: bool = False
) -> Spec:
    """An action whose texts are marked for translation (which takes their type away)."""
    return Spec(name, str(text), str(group), keys, checkable)


REVIEW = QT_TRANSLATE_NOOP("actions", "Review")
ARTICLES = QT_TRANSLATE_NOOP("actions", "Articles")
SEARCH = QT_TRANSLATE_NOOP("actions", "Search")
LIBRARY = QT_TRANSLATE_NOOP("actions", "Library")
VIEW = QT_TRANSLATE_NOOP("actions", "View")
HELP = QT_TRANSLATE_NOOP("actions", "Help")

SPECS: tuple[Spec, ...] = (
    spec("accept", QT_TRANSLATE_NOOP("actions", "Accept the fact"), REVIEW, ("A",)),
    spec("reject", QT_TRANSLATE_NOOP("actions", "Reject the fact"), REVIEW, ("X",)),
    spec("skip", QT_TRANSLATE_NOOP("actions", "Skip the fact"), REVIEW, ("Space",)),
    spec("reopen", QT_TRANSLATE_NOOP("actions", "Put the fact back to decide"), REVIEW, ("U",)),
    spec("edit", QT_TRANSLATE_NOOP("actions", "Edit the fact's value"), REVIEW, ("E", "F2")),
    spec("undo_decision", QT_TRANSLATE_NOOP("actions", "Undo the last decision"), REVIEW, ("Backspace",)),
    spec("confirmed", QT_TRANSLATE_NOOP("actions", "Verdict: confirmed"), REVIEW, ("C",)),
    spec("doubtful", QT_TRANSLATE_NOOP("actions", "Verdict: doubtful"), REVIEW, ("D",)),
    spec("wrong", QT_TRANSLATE_NOOP("actions", "Verdict: wrong"), REVIEW, ("W",)),
    spec("next_fact", QT_TRANSLATE_NOOP("actions", "Next fact"), REVIEW, ("J",)),
    spec("previous_fact", QT_TRANSLATE_NOOP("actions", "Previous fact"), REVIEW, ("K",)),
    spec("agreements", QT_TRANSLATE_NOOP("actions", "Who else states the fact"), REVIEW, ("G",)),
    spec("add_fact", QT_TRANSLATE_NOOP("actions", "Make a fact of the selected words"), REVIEW, ("F",)),
    spec("decisions", QT_TRANSLATE_NOOP("actions", "Last decisions…"), REVIEW, ("H",)),
    spec("repairs", QT_TRANSLATE_NOOP("actions", "Walk through the repairs…"), REVIEW, ("R",)),
    spec("original", QT_TRANSLATE_NOOP("actions", "Flick between cleaned and original"), REVIEW, ("O",)),
    spec("next_article", QT_TRANSLATE_NOOP("actions", "Next article to review"), ARTICLES, ("N",)),
    spec("previous_article", QT_TRANSLATE_NOOP("actions", "Previous article to review"), ARTICLES, ("P",)),
    spec("back", QT_TRANSLATE_NOOP("actions", "Back"), ARTICLES, ("Alt+Left",)),
    spec("forward", QT_TRANSLATE_NOOP("actions", "Forward"), ARTICLES, ("Alt+Right",)),
    spec(
        "reviewed",
        QT_TRANSLATE_NOOP("actions", "Reviewed, next article"),
        ARTICLES,
        ("Ctrl+Return", "Ctrl+Enter"),
    ),
    spec("importance_1", QT_TRANSLATE_NOOP("actions", "Importance 1"), ARTICLES, ("1",)),
    spec("importance_2", QT_TRANSLATE_NOOP("actions", "Importance 2"), ARTICLES, ("2",)),
    spec("importance_3", QT_TRANSLATE_NOOP("actions", "Importance 3"), ARTICLES, ("3",)),
    spec("importance_4", QT_TRANSLATE_NOOP("actions", "Importance 4"), ARTICLES, ("4",)),
    spec("importance_5", QT_TRANSLATE_NOOP("actions", "Importance 5"), ARTICLES, ("5",)),
    spec("importance_0", QT_TRANSLATE_NOOP("actions", "No importance"), ARTICLES, ("0",)),
    spec("add_tag", QT_TRANSLATE_NOOP("actions", "Add a tag"), ARTICLES, ("Ctrl+T",)),
    spec("add_company", QT_TRANSLATE_NOOP("actions", "Add a company"), ARTICLES, ("Ctrl+Shift+T",)),
    spec("add_to_set", QT_TRANSLATE_NOOP("actions", "Add to a curated set…"), ARTICLES, ("Ctrl+D",)),
    spec("edit_several", QT_TRANSLATE_NOOP("actions", "Edit several articles…"), ARTICLES, ("Ctrl+B",)),
    spec("undo", QT_TRANSLATE_NOOP("actions", "Undo"), ARTICLES, ("Ctrl+Z",)),
    spec("redo", QT_TRANSLATE_NOOP("actions", "Redo"), ARTICLES, ("Ctrl+Shift+Z", "Ctrl+Y")),
    spec("search", QT_TRANSLATE_NOOP("actions", "Search the library"), SEARCH, ("/", "Ctrl+F")),
    spec("find", QT_TRANSLATE_NOOP("actions", "Find in the article"), SEARCH, ("Ctrl+Shift+F",)),
    spec("save_search", QT_TRANSLATE_NOOP("actions", "Save this search…"), SEARCH, ("Ctrl+S",)),
    spec("clear_search", QT_TRANSLATE_NOOP("actions", "Clear the search"), SEARCH, ("Ctrl+Shift+X",)),
    spec("palette", QT_TRANSLATE_NOOP("actions", "Any action by name"), SEARCH, ("Ctrl+K",)),
    spec("import_folder", QT_TRANSLATE_NOOP("actions", "Import a folder…"), LIBRARY, ("Ctrl+I",)),
    spec("import_files", QT_TRANSLATE_NOOP("actions", "Import files…"), LIBRARY, ("Ctrl+Shift+I",)),
    spec("show_import", QT_TRANSLATE_NOOP("actions", "Show the import"), LIBRARY),
    spec("export", QT_TRANSLATE_NOOP("actions", "Export…"), LIBRARY, ("Ctrl+E",)),
    spec("save_files", QT_TRANSLATE_NOOP("actions", "Save to files…"), LIBRARY, ("Ctrl+Shift+S",)),
    spec("changed_files", QT_TRANSLATE_NOOP("actions", "Files changed outside…"), LIBRARY),
    spec("companies", QT_TRANSLATE_NOOP("actions", "Companies…"), LIBRARY, ("Ctrl+Shift+C",)),
    spec("reclean", QT_TRANSLATE_NOOP("actions", "Clean again with the newer engine…"), LIBRARY),
    spec("samples", QT_TRANSLATE_NOOP("actions", "Try the samples"), LIBRARY),
    spec("backup", QT_TRANSLATE_NOOP("actions", "Back up the library…"), LIBRARY),
    spec("restore", QT_TRANSLATE_NOOP("actions", "Restore a backup…"), LIBRARY),
    spec("check", QT_TRANSLATE_NOOP("actions", "Check the library"), LIBRARY),
    spec("quit", QT_TRANSLATE_NOOP("actions", "Quit"), LIBRARY, ("Ctrl+Q",)),
    spec("sidebar", QT_TRANSLATE_NOOP("actions", "Sidebar"), VIEW, ("Ctrl+1",), checkable=True),
    spec("timeline", QT_TRANSLATE_NOOP("actions", "Timeline"), VIEW, ("Ctrl+2",), checkable=True),
    spec("facts", QT_TRANSLATE_NOOP("actions", "Fields and facts"), VIEW, ("Ctrl+3",), checkable=True),
    spec("list", QT_TRANSLATE_NOOP("actions", "List of articles"), VIEW, ("Ctrl+4",), checkable=True),
    spec("reader", QT_TRANSLATE_NOOP("actions", "Reader"), VIEW, ("Ctrl+5",), checkable=True),
    spec("next_pane", QT_TRANSLATE_NOOP("actions", "Next pane"), VIEW, ("F6",)),
    spec("previous_pane", QT_TRANSLATE_NOOP("actions", "Previous pane"), VIEW, ("Shift+F6",)),
    spec("larger", QT_TRANSLATE_NOOP("actions", "Larger text"), VIEW, ("Ctrl++", "Ctrl+=")),
    spec("smaller", QT_TRANSLATE_NOOP("actions", "Smaller text"), VIEW, ("Ctrl+-",)),
    spec("full_screen", QT_TRANSLATE_NOOP("actions", "Full screen"), VIEW, ("F11",), checkable=True),
    spec("menu", QT_TRANSLATE_NOOP("actions", "Open the menu"), VIEW, ("F10",)),
    spec("keys", QT_TRANSLATE_NOOP("actions", "All keys"), HELP, ("?", "F1")),
    spec("log", QT_TRANSLATE_NOOP("actions", "Open the log folder"), HELP),
    spec("about", QT_TRANSLATE_NOOP("actions", "About Curator"), HELP),
)


OTHER_WORDS = {
    "edit_several": QT_TRANSLATE_NOOP("actions", "bulk batch mass"),
    "add_to_set": QT_TRANSLATE_NOOP("actions", "collection basket"),
    "add_fact": QT_TRANSLATE_NOOP("actions", "annotate mark amount date"),
    "decisions": QT_TRANSLATE_NOOP("actions", "history journal"),
    "repairs": QT_TRANSLATE_NOOP("actions", "mojibake encoding damage"),
    "original": QT_TRANSLATE_NOOP("actions", "source compare raw"),
    "reviewed": QT_TRANSLATE_NOOP("actions", "done finish archive"),
    "import_folder": QT_TRANSLATE_NOOP("actions", "open add load directory"),
    "import_files": QT_TRANSLATE_NOOP("actions", "open add load mail feed table"),
    "export": QT_TRANSLATE_NOOP("actions", "save as publish share print pdf csv"),
    "save_files": QT_TRANSLATE_NOOP("actions", "write front matter"),
    "changed_files": QT_TRANSLATE_NOOP("actions", "conflict reload sync"),
    "companies": QT_TRANSLATE_NOOP("actions", "merge rename split"),
    "reclean": QT_TRANSLATE_NOOP("actions", "update reimport"),
    "check": QT_TRANSLATE_NOOP("actions", "verify integrity"),
    "larger": QT_TRANSLATE_NOOP("actions", "zoom font size"),
    "smaller": QT_TRANSLATE_NOOP("actions", "zoom font size"),
    "keys": QT_TRANSLATE_NOOP("actions", "shortcuts keyboard settings"),
    "quit": QT_TRANSLATE_NOOP("actions", "exit close"),
}
"""What users may call an action besides its name."""


def translated(text: str) -> str:
    """An action's or a group's name in the language of the interface."""
    return QCoreApplication.translate("actions", text)


TEXTS = {spec.name: spec.text for spec in SPECS}

USUAL = {spec.name: spec.keys for spec in SPECS}
"""The keys that each action has until the user gives it others."""


class Actions(QObject):
    """The window's actions by name; keys can be given other actions' keys only when these are free."""

    keys_changed = Signal()

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
        self._field_keys = FieldKeys(self._with_ctrl, self)

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

    def name(self, name: str) -> str:
        """What an action is called; its text may have a letter marked for a menu."""
        return translated(TEXTS[name])

    def key(self, name: str) -> str:
        """The first key of an action as the platform writes it ("" if it has none)."""
        keys = self.keys(name)
        return shown(keys[0]) if keys else ""

    def keys(self, name: str) -> list[QKeySequence]:
        """All keys of an action, those included that are off just now."""
        return list(self._bare.get(name) or self._actions[name].shortcuts())

    def set_keys(self, name: str, keys: tuple[str, ...]) -> None:
        """Give an action other keys; CuratorError if another action has one, or moving about needs it."""
        wanted = [QKeySequence(key) for key in keys]
        others = {self.name(other): self.keys(other) for other in self._actions if other != name}
        for key in wanted:
            refuse_needed(key)
            refuse_taken(key, others)
        self._bare.pop(name, None)
        self._actions[name].setShortcuts(wanted)
        self._describe(name)
        self._focus_moved(None, QApplication.focusWidget())
        self.keys_changed.emit()

    def _describe(self, name: str) -> None:
        key = self.key(name)
        text = self.name(name)
        self._actions[name].setToolTip(f"{text}  {key}" if key else text)

    def _run(self, name: str) -> None:
        handler = self._handlers.get(name)
        if handler:
            handler()

    def _with_ctrl(self) -> Iterator[QKeySequence]:
        """The keys of what can be done now that need Ctrl or Alt held."""
        enabled = (action for action in self._actions.values() if action.isEnabled())
        return (key for action in enabled for key in action.shortcuts() if not is_bare(key))

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        typing = is_typing(new)
        if old is not None:
            old.removeEventFilter(self._field_keys)
        if new is not None and typing:
            new.installEventFilter(self._field_keys)
        pressing = isinstance(new, (QAbstractButton, QComboBox)) or bool(new and new.property("presses"))
        for name, action in self._actions.items():
            shortcuts = self._bare.get(name) or action.shortcuts()
            bare = [key for key in shortcuts if is_bare(key)]
            if not bare:
                continue
            self._bare[name] = shortcuts
            off = [key for key in bare if typing or (pressing and key == QKeySequence("Space"))]
            action.setShortcuts([key for key in shortcuts if key not in off])
