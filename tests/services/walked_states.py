"""Walked states: a library that is changed in any order, whose undo and redo walk over the states it had."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from curator.services import checking, editing
from curator.services.library import Library
from curator.store import additions


class WalkedStates(RuleBasedStateMachine):
    """Rules of a subclass change the library and call `did`; `state` is what undo has to bring back."""

    intake = None

    def intakes(self):
        """What the library holds at first."""
        raise NotImplementedError

    def state(self):
        """All that the rules can change."""
        raise NotImplementedError

    @initialize()
    def open(self):
        self.folder = tempfile.TemporaryDirectory()
        self.library = Library.open(Path(self.folder.name, "library.curator"), who="tester")
        with self.library.writing() as connection:
            additions.add(connection, self.intakes(), "2031-01-01T00:00:00Z")
        self.states, self.place = [self.state()], 0

    def teardown(self):
        if hasattr(self, "library"):
            problems = checking.check(self.library)
            self.library.close()
            self.folder.cleanup()
            assert problems == []

    def did(self, applied):
        if applied.step is not None:
            self.place += 1
            self.states[self.place :] = [self.state()]

    @rule()
    def undo(self):
        applied = editing.undo(self.library)
        assert (applied is None) == (self.place == 0)
        self.place -= applied is not None

    @rule()
    def redo(self):
        applied = editing.redo(self.library)
        assert (applied is None) == (self.place == len(self.states) - 1)
        self.place += applied is not None

    @invariant()
    def stands_where_it_should(self):
        if hasattr(self, "library"):
            assert self.state() == self.states[self.place]


def walk(machine, intake, examples):
    """Run the machine on so many libraries; `intake` is the fixture that makes their articles."""
    machine.intake = staticmethod(intake)
    limits = settings(max_examples=examples, stateful_step_count=12, deadline=None)
    run_state_machine_as_test(machine, settings=limits)
