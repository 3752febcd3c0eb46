"""The desk: what is shown, what the editor changes, what comes in and goes out, put together."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from curator.domain.changes import Subject
from curator.services.library import Library
from curator.ui.controllers.agreements import Agreements
from curator.ui.controllers.changing import Changing
from curator.ui.controllers.decisions import Decisions
from curator.ui.controllers.edits import Edits
from curator.ui.controllers.last_desk import LastDesk
from curator.ui.controllers.narrowing import Narrowing
from curator.ui.controllers.other_programs import OtherPrograms
from curator.ui.controllers.overview import Overview
from curator.ui.controllers.selection import Selection
from curator.ui.controllers.sets_and_searches import SetsAndSearches
from curator.ui.controllers.showing import Showing
from curator.ui.controllers.undoing import Undoing
from curator.ui.controllers.walking import Walking
from curator.ui.controllers.whereabouts import Whereabouts
from curator.ui.dialogs import Dialogs
from curator.ui.workspace import Workspace

if TYPE_CHECKING:
    from curator.ui.controllers.asides import Asides
    from curator.ui.controllers.imports import Imports
    from curator.ui.controllers.own_files import OwnFiles
    from curator.ui.controllers.recleaning import Recleaning
    from curator.ui.controllers.upkeep import Upkeep


class Desk(Showing):
    """Shows a library in a window, and connects the parts that change it.

    A part knows what is shown (`Showing`) and no other part; those that edit share the way in which changes
    are made (`Changing`). Parts that few days need are made when used.
    """

    def __init__(self, window: Workspace, library: Library, dialogs: Dialogs) -> None:
        super().__init__(window, library, dialogs)
        self._overview = Overview(self)
        self._whereabouts = Whereabouts(self, self._overview)
        self._last = LastDesk(self)
        self._narrowing = Narrowing(self)
        self._selection = Selection(self)
        changing = Changing(self)
        self.walking = Walking(self)
        self.edits = Edits(self, changing, self.walking)
        self.decisions = Decisions(self, changing)
        self.sets = SetsAndSearches(self, changing)
        self.undoing = Undoing(self, changing)
        self.agreements = Agreements(self)
        self._others = OtherPrograms(self)
        self.opened.connect(self._begin_parts)
        self.article_shown.connect(self.agreements.read)
        self.article_reread.connect(self.agreements.read)
        self.announced.connect(self._follow)
        self._connect_parts()

    def open(self) -> None:
        """Show the library as it was left."""
        self._last.restore()

    def settled(self) -> bool:
        """Whether everything that was asked for is shown."""
        return self._overview.settled() and not any(map(self.jobs.running, ("import", "agreements")))

    def _begin_parts(self) -> None:
        self.undoing.show_next()
        self.recleaning.look()
        self.files.begin()

    def _follow(self, touched: frozenset[Subject]) -> None:
        if Subject.REPAIR in touched:
            self.recleaning.look()
        self.undoing.show_next()

    @cached_property
    def imports(self) -> Imports:
        """Taking in files and folders."""
        from curator.ui.controllers.imports import Imports

        return Imports(self)

    @cached_property
    def asides(self) -> Asides:
        """Export, and the windows beside the desk that change nothing."""
        from curator.ui.controllers.asides import Asides

        return Asides(self)

    @cached_property
    def upkeep(self) -> Upkeep:
        """Backups, and the check for damage."""
        from curator.ui.controllers.upkeep import Upkeep

        return Upkeep(self, self.open)

    @cached_property
    def recleaning(self) -> Recleaning:
        """Cleaning articles again when the engines are newer."""
        from curator.ui.controllers.recleaning import Recleaning

        return Recleaning(self)

    @cached_property
    def files(self) -> OwnFiles:
        """Saving to the files that the articles came from, and what changed in them."""
        from curator.ui.controllers.own_files import OwnFiles

        return OwnFiles(self)

    def _connect_parts(self) -> None:
        window, welcome = self.window, self.window.welcome
        self.sets.export_requested.connect(self._export)
        window.frame.dropped.connect(self._take_in)
        window.frame.is_importing = lambda: "imports" in vars(self) and self.imports.is_under_way
        window.reader.link_activated.connect(self._open_link)
        welcome.import_folder_requested.connect(lambda: self.imports.import_folder())
        welcome.import_files_requested.connect(lambda: self.imports.import_files())
        welcome.samples_requested.connect(lambda: self.imports.import_samples())
        welcome.restore_requested.connect(lambda: self.upkeep.restore())
        window.timeline.import_requested.connect(lambda: self.imports.import_folder())
        window.sidebar.note.pressed.connect(lambda: self.recleaning.clean_again())
        window.sidebar.files_note.pressed.connect(lambda: self.files.show_changed())
        for name, handler in {
            "import_folder": lambda: self.imports.import_folder(),
            "import_files": lambda: self.imports.import_files(),
            "samples": lambda: self.imports.import_samples(),
            "show_import": lambda: self.imports.show_import(),
            "export": lambda: self.asides.export(),
            "save_files": lambda: self.files.save(),
            "changed_files": lambda: self.files.show_changed(),
            "backup": lambda: self.upkeep.back_up(),
            "restore": lambda: self.upkeep.restore(),
            "check": lambda: self.upkeep.check(),
            "reclean": lambda: self.recleaning.clean_again(),
            "log": lambda: self.asides.open_logs(),
            "about": lambda: self.asides.show_about(),
            "keys": lambda: self.asides.show_keys(),
            "palette": lambda: self.asides.open_palette(),
        }.items():
            window.actions_.connect_to(name, handler)

    def _export(self, query: str) -> None:
        self.asides.export(query)

    def _take_in(self, sources: list[Path]) -> None:
        self.imports.take_in(sources)

    def _open_link(self, address: str) -> None:
        self.asides.open_link(address)
