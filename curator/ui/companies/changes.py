"""What the editor changes of companies: merged, split and renamed with a preview, each in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from curator.domain.companies import CompanyRow, MergePreview
from curator.services import companies, company_editing
from curator.ui.background.own_steps import OwnSteps
from curator.ui.companies.name_dialog import Foretell, NameDialog

if TYPE_CHECKING:
    from curator.domain.changes import Applied
    from curator.services.library import Library


NAMED = 4
"""Companies to be merged that are named in the question; more are counted."""

SHOWN = 12
"""Aliases that are named in a preview; more are counted."""


class CompanyChanges(QObject):
    """Asks for the names that are needed, and carries out what the editor wants of companies."""

    applied = Signal(object, str)
    """What was changed, and the company to look at then ("": the one there)."""
    told = Signal(str, str)
    """Words for the status bar, and their kind."""

    def __init__(self, library: Library, window: QWidget) -> None:
        super().__init__(window)
        self._library, self._window = library, window
        self._steps = OwnSteps(library, window, self._changed)
        self._steps.told.connect(self.told)

    # In words

    def articles(self, count: int) -> str:
        """So many articles."""
        return self.tr("%n article(s)", "", count)

    def sizes(self, articles: int, facts: int) -> str:
        """So many articles and facts."""
        stated = self.tr("%n fact(s)", "", facts)
        return f"{self.articles(articles)}, {stated}"

    def foretold(self, into: str, others: Sequence[str]) -> str:
        """What a merge would change; CuratorError if it cannot be."""
        return self._told(company_editing.preview_merge(self._library, into, others))

    def _told(self, preview: MergePreview) -> str:
        lines = [self._change(preview.articles, preview.facts), *self._figures(preview.figures)]
        if preview.aliases:
            names = ", ".join(preview.aliases[:SHOWN])
            more = len(preview.aliases) - SHOWN
            names += self.tr(" and %n more", "", more) if more > 0 else ""
            lines.append(self.tr("Aliases kept: {names}.").format(names=names))
        return "\n".join([*lines, *preview.conflicts, self.tr("One undo takes it back.")])

    def _change(self, articles: int, facts: int) -> str:
        return self.tr("{sizes} change.").format(sizes=self.sizes(articles, facts))

    def _figures(self, count: int) -> list[str]:
        """What changes besides the facts that name a company."""
        return [self.tr("%n figures and dates are about it by the new name.", "", count)] if count else []

    # Changes

    def merge(self, rows: Sequence[CompanyRow]) -> None:
        """Ask which company these are to be, and make them one."""
        chosen = [row.name for row in rows]
        title = self.tr("Merge {names} into").format(names=", ".join(chosen))
        if len(chosen) > NAMED:
            title = self.tr("Merge %n companies into", "", len(chosen))

        def foretell(into: str) -> str:
            return self.foretold(into, chosen)

        into = self._ask(title, self.tr("Merge"), foretell, chosen[0] if len(chosen) > 1 else "")
        if into:
            self._do(lambda: company_editing.merge(self._library, into, chosen), into, _size(rows))

    def merge_pair(self, into: CompanyRow, other: CompanyRow) -> None:
        """Make one of two companies."""
        self._do(lambda: company_editing.merge(self._library, into.name, [other.name]), size=_size([other]))

    def keep_apart(self, one: CompanyRow, other: CompanyRow) -> bool:
        """Remember that two companies are not the same; whether that was possible."""
        return self._do(lambda: company_editing.not_the_same(self._library, one.name, other.name))

    def rename(self, row: CompanyRow) -> None:
        """Ask for another name of a company, and give it."""
        old = row.name
        kept = self.tr("The old name stays an alias.")
        said = f"{self._change(row.articles, row.facts)} {kept}"

        def foretell(name: str) -> str:
            company_editing.check_name(self._library, old, name)
            return said

        title = self.tr("Rename {name}").format(name=old)
        new = self._ask(title, self.tr("Rename"), foretell, old)
        if new and new != old:
            self._do(lambda: company_editing.rename(self._library, old, new), new, _size([row]))

    def split(self, row: CompanyRow, words: Sequence[str]) -> None:
        """Ask which company these words of a company name from now on, and part it from the old one."""
        old = row.name

        def foretell(name: str) -> str:
            preview = company_editing.preview_split(self._library, old, words, name)
            gone = self.tr("From now on they name {name}: {words}.")
            said = gone.format(name=preview.name, words=", ".join(preview.words))
            change = self._change(preview.articles, preview.facts)
            return "\n".join([change, *self._figures(preview.figures), said])

        title = self.tr("Split {words} from {name} into").format(words=", ".join(words), name=old)
        new = self._ask(title, self.tr("Split"), foretell, words[0])
        if new:
            self._do(lambda: company_editing.split(self._library, old, words, new), new, _size([row]))

    def add_alias(self, name: str, words: str) -> bool:
        """Let words name a company, too; whether that was possible."""
        return self._do(lambda: company_editing.add_alias(self._library, name, words), name)

    def remove_alias(self, name: str, words: str) -> None:
        """Let words name a company no more."""
        self._do(lambda: company_editing.remove_alias(self._library, name, words), name)

    def undo(self) -> None:
        """Take back what was last changed in this window, and nothing before it."""
        if self._steps.count:
            self._tell(self._steps.undo())
        else:
            self.told.emit(self.tr("Nothing was changed here yet"), "muted")

    def _ask(self, title: str, action: str, foretell: Foretell, value: str) -> str:
        dialog = NameDialog(title, action, foretell, self._window)
        dialog.complete_from([row.name for row in companies.listed(self._library)])
        dialog.line.setText(value)
        dialog.line.selectAll()
        return dialog.name() if dialog.exec() == QDialog.DialogCode.Accepted else ""

    def _do(self, work: Callable[[], Applied], company: str = "", size: int = 1) -> bool:
        return self._tell(self._steps.make(work, size), company)

    def _tell(self, applied: Applied | None, company: str = "") -> bool:
        """Say what was changed, if anything was; a failure has been told."""
        if applied is None:
            return False
        if applied.step is None:
            self.told.emit(self.tr("Nothing changed"), "muted")
            return False
        self.applied.emit(applied, company)
        self.told.emit(applied.step.label, "ok")
        return True

    def _changed(self, size: int) -> str:
        return self.tr("%n article(s) and facts are changed", "", size)


def _size(rows: Sequence[CompanyRow]) -> int:
    """How much changes with these companies."""
    return sum(row.articles + row.facts for row in rows)
