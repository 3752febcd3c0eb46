"""The structured fields of the chosen article, or of several at once: the value is the editor."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget

from curator.domain.articles import LISTS, Article, Fields
from curator.domain.facts import FactKind
from curator.domain.importances import Proposal, proposal
from curator.domain.repairs import RepairedValue
from curator.ui.fields.chips_editor import ChipsEditor
from curator.ui.fields.field_lines import FieldLine
from curator.ui.fields.form import Form, label_width
from curator.ui.fields.importance import ImportanceEditor
from curator.ui.fields.importance_proposal import ImportanceProposal
from curator.ui.fields.note_edit import NoteEdit
from curator.ui.fields.unknown_keys import UnknownKeys
from curator.ui.look import theme
from curator.ui.panels.field_values import Shown, common, displayed, settled, written
from curator.ui.widgets.panes import FocusEdge, PaneHead, set_role

Complete = Callable[[str, str], Sequence[str]]
"""Gives completions for a field and what was typed."""
Repaired = Callable[[Article], Mapping[str, RepairedValue]]
"""Gives the fields of an article whose value was repaired."""


class FieldsPanel(QWidget):
    """Emits what the editor wants changed; shows what the library then says."""

    edited = Signal(str, object)
    """A field and its new value."""
    added = Signal(str, str)
    removed = Signal(str, str)
    value_added = Signal(object, str)
    """A kind of fact (money or date) and the words typed for it."""
    value_removed = Signal(object, str)
    """A kind of fact and the value as it is shown."""
    left = Signal()
    """Enter or Esc in a field: the focus may go elsewhere."""
    company_activated = Signal(str)
    company_menu_requested = Signal(str, QPoint)
    """A company and the place on the screen for a menu of what can be done with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "alt")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._complete: Complete = lambda _field, _text: ()
        self._repaired: Repaired = lambda _article: {}
        self._shown: int | None = None
        self.head = PaneHead(self.tr("Fields"), self)
        self._provenance = QLabel(self)
        self._provenance.setFont(theme.sans(9))
        self.head.add(self._provenance)
        self._lines: dict[str, FieldLine] = {}
        self._chips: dict[str, ChipsEditor] = {}
        self._form = Form(self)
        self._fill_form()
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self._scroll, 1)
        self.setFocusProxy(self._lines["title"])
        self._edge = FocusEdge(self)
        self.show_nothing()

    def _fill_form(self) -> None:
        names = self._names()
        for name in ("title", "published", "source", "language"):
            self._add_line(name, names[name])
        self._add_importance(names["importance"])
        self._add_chips("companies", names["companies"], "company")
        self._add_chips("tags", names["tags"], None)
        for name in ("author", "category"):
            self._add_line(name, names[name])
        self._add_values(FactKind.MONEY, self.tr("Amounts"), "money")
        self._add_values(FactKind.DATE, self.tr("Dates"), "date")
        self.note = NoteEdit(names["note"], self)
        self.note.committed.connect(partial(self.edited.emit, "note"))
        self.note.left.connect(self.left)
        self._form.add_row(names["note"], self.note)
        self._add_line("url", names["url"])
        self.unknown_keys = UnknownKeys(label_width(), self)
        self._form.add_wide(self.unknown_keys)

    def _add_importance(self, label: str) -> None:
        self.importance = ImportanceEditor(self)
        self.importance.chosen.connect(partial(self.edited.emit, "importance"))
        self._importance_words = QLabel(self)
        self._importance_words.setFont(theme.sans(9.5))
        self._importance_words.setProperty("role", "muted")
        self.importance_proposal = ImportanceProposal(self)
        self.importance_proposal.taken.connect(partial(self.edited.emit, "importance"))
        self._form.add_row(label, self.importance, self._importance_words, self.importance_proposal)

    def _names(self) -> dict[str, str]:
        return {
            "title": self.tr("Title"),
            "published": self.tr("Published"),
            "source": self.tr("Source"),
            "language": self.tr("Language"),
            "importance": self.tr("Importance"),
            "companies": self.tr("Companies"),
            "tags": self.tr("Tags"),
            "author": self.tr("Author"),
            "category": self.tr("Category"),
            "note": self.tr("Note"),
            "url": self.tr("Address"),
        }

    def _add_line(self, name: str, label: str) -> None:
        line = FieldLine(label, self)
        line.committed.connect(partial(self._commit, name))
        line.textEdited.connect(partial(self._suggest, name))
        line.left.connect(self.left)
        self._form.add_row(label, line)
        self._lines[name] = line

    def _commit(self, name: str, text: str) -> None:
        self.edited.emit(name, text or None)

    def _suggest(self, name: str, text: str) -> None:
        if name in {"source", "category", "author", "language"}:
            self._lines[name].complete_from(list(self._complete(name, text)))

    def _add_chips(self, name: str, label: str, tint: str | None) -> None:
        chips = ChipsEditor(label, lambda text: self._complete(name, text), tint, self)
        chips.added.connect(partial(self.added.emit, name))
        chips.removed.connect(partial(self.removed.emit, name))
        if name == "companies":
            chips.activated.connect(self.company_activated)
            chips.menu_requested.connect(self.company_menu_requested)
        self._form.add_row(label, chips)
        self._chips[name] = chips

    def _add_values(self, kind: FactKind, label: str, tint: str) -> None:
        chips = ChipsEditor(label, lambda _text: (), tint, self)
        chips.added.connect(partial(self.value_added.emit, kind))
        chips.removed.connect(partial(self.value_removed.emit, kind))
        self._form.add_row(label, chips)
        self._chips[str(kind)] = chips

    def complete_with(self, complete: Complete) -> None:
        """Take completions from here on from `complete(field, typed)`."""
        self._complete = complete

    def tell_repaired_by(self, repaired: Repaired) -> None:
        """Learn from here on from `repaired(article)` which fields have an original to go back to."""
        self._repaired = repaired

    def show_article(self, article: Article) -> None:
        """Show one article's fields."""
        self._show(Shown(article.fields), article.id)
        for name, value in self._repaired(article).items():
            if name in self._lines:
                self._lines[name].offer_repair(value)
        for kind in (FactKind.MONEY, FactKind.DATE):
            self._chips[str(kind)].set_names(settled(article, kind))
            self._chips[str(kind)].setEnabled(True)
        self._propose_importance(proposal(article))
        self._show_provenance(article)
        self.unknown_keys.show_keys({key: written(value) for key, value in article.unknown.items()})

    def show_several(self, many: Sequence[Fields]) -> None:
        """Show what several articles share; an edit then goes to all of them."""
        self._show(common(many), None)
        for kind in (FactKind.MONEY, FactKind.DATE):
            self._chips[str(kind)].set_names(())
            self._chips[str(kind)].setEnabled(False)
        self._provenance.setText(self.tr("%n article(s)", "", len(many)))
        set_role(self._provenance, "accent")
        self.unknown_keys.show_keys({})

    def show_nothing(self) -> None:
        """Show that no article is chosen."""
        self._show(Shown(Fields()), None)
        self._provenance.clear()
        self.unknown_keys.show_keys({})
        self._form.setEnabled(False)

    def mark_bad(self, name: str, reason: str) -> None:
        """Say beside a field why its new value was not taken; what was typed stays in it."""
        field = self._lines.get(name) or self._chips.get(name) or (self.note if name == "note" else None)
        if field:
            field.refuse(reason)

    def commit(self) -> None:
        """Give out what is being typed, before other articles are shown."""
        for line in self._lines.values():
            if line.hasFocus():
                line.commit()
        for chips in self._chips.values():
            chips.commit()
        if self.note.is_unsaved():
            self.note.commit()

    def whole_height(self) -> int:
        """Pixels in which every row is seen, each of one line: the same whatever article is shown."""
        return self.head.sizeHint().height() + self._form.whole_height()

    def whole_rows(self, height: int) -> int:
        """The pixels, up to a height, in which as many rows are seen as fit and none is cut in two."""
        least = self.head.sizeHint().height()
        return least + self._form.whole_rows(height - least)

    def line(self, name: str) -> FieldLine:
        """The line of a field."""
        return self._lines[name]

    def begin(self, name: str) -> None:
        """Put the cursor into a field, or open its line for a new name."""
        if name in self._lines:
            self._lines[name].setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif name in self._chips:
            self._chips[name].begin_adding()
        elif name == "note":
            self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, shown: Shown, article_id: int | None) -> None:
        self._form.setEnabled(True)
        fields = shown.fields
        fresh = article_id is None or article_id != self._shown
        self._shown = article_id
        focus = QApplication.focusWidget()
        if fresh and not (focus and self._form.isAncestorOf(focus)):
            self._scroll.verticalScrollBar().setValue(0)  # an article begins with its title
        for name, line in self._lines.items():
            value = getattr(fields, name) or ""
            missing, role = self._missing(name, shown)
            code = value if name == "language" else ""
            line.show_value(value, displayed(name, value), code=code, missing=missing, role=role, fresh=fresh)
            line.offer_repair(None)
        if fresh:
            for chips in self._chips.values():
                chips.drop()
        self.importance.set_importance(fields.importance)
        words = self.tr("%n of 5", "", fields.importance) if fields.importance else self.tr("Not set")
        if "importance" in shown.different:
            words = self.tr("different in %n", "", shown.count)
        self._importance_words.setText(words)
        self._propose_importance(None)
        differs = self.tr("different in %n", "", shown.count)
        for name in LISTS:
            self._chips[name].set_names(getattr(fields, name), differs if name in shown.different else "")
        missing = differs if "note" in shown.different else self.tr("Add a note")
        self.note.show_value(fields.note, missing, fresh=fresh)

    def _propose_importance(self, proposed: Proposal | None) -> None:
        self.importance_proposal.show_proposal(proposed)
        self._importance_words.setVisible(proposed is None)

    def _missing(self, name: str, shown: Shown) -> tuple[str, str]:
        if name in shown.different:
            return self.tr("different in %n", "", shown.count), ""
        words = {
            "title": self.tr("No title"),
            "published": self.tr("No date"),
            "source": self.tr("No source"),
            "language": self.tr("No language"),
            "author": self.tr("No author"),
            "category": self.tr("No category"),
            "url": self.tr("No address"),
        }
        return words[name], "warn" if name in {"title", "published"} else ""

    def _show_provenance(self, article: Article) -> None:
        fields = article.fields
        absent = [n for n in ("title", "published", "source", "language") if not getattr(fields, n)]
        if absent:
            self._provenance.setText(self.tr("%n missing", "", len(absent)))
            set_role(self._provenance, "warn")
            return
        origins = {origin for name, origin in article.origin.items() if getattr(fields, name, None)}
        where = next(iter(origins)) if len(origins) == 1 else ""
        where = "front matter" if "front matter" in origins else where
        self._provenance.setText(self.tr("from the {place}").format(place=where) if where else "")
        set_role(self._provenance, "muted")
