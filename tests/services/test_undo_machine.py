"""Whatever is edited in whatever order, undo and redo walk over the same states."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from curator.domain.facts import Decision, Verdict
from curator.services import checking, editing, reading, repairing, reviewing, sets
from curator.services.library import Library
from curator.store import additions

ids = st.lists(st.integers(1, 3), min_size=1, max_size=3, unique=True)
names = st.sampled_from(["AI", "ai", "Chips", "Žába"])


class Undoing(RuleBasedStateMachine):
    intake = None

    @initialize()
    def open(self):
        self.folder = tempfile.TemporaryDirectory()
        self.library = Library.open(Path(self.folder.name, "library.curator"), who="tester")
        with self.library.writing() as connection:
            made = [Undoing.intake(number) for number in (1, 2, 3)]
            additions.add(connection, made, "2031-01-01T00:00:00Z")
        self.states = [self.state()]
        self.place = 0

    def teardown(self):
        if hasattr(self, "library"):
            problems = checking.check(self.library)
            self.library.close()
            self.folder.cleanup()
            assert problems == []

    def state(self):
        whole = [reading.article(self.library, number) for number in (1, 2, 3)]
        return whole, {name: sets.show(self.library, name) for name, _ in sets.sets(self.library)}

    def did(self, applied):
        if applied.step is not None:
            self.place += 1
            self.states[self.place :] = [self.state()]

    @rule(ids=ids, value=st.sampled_from([None, 1, 5]))
    def set_importance(self, ids, value):
        self.did(editing.set_field(self.library, ids, "importance", value))

    @rule(ids=ids, value=st.sampled_from(["", "Nový", "new words"]))
    def set_title(self, ids, value):
        self.did(editing.set_field(self.library, ids, "title", value))

    @rule(ids=ids, field=st.sampled_from(["tags", "companies"]), name=names)
    def add(self, ids, field, name):
        self.did(editing.add(self.library, ids, field, [name]))

    @rule(ids=ids, field=st.sampled_from(["tags", "companies"]), name=names)
    def remove(self, ids, field, name):
        self.did(editing.remove(self.library, ids, field, [name]))

    @rule(ids=st.lists(st.integers(1, 9), min_size=1, unique=True), decision=st.sampled_from(Decision))
    def decide(self, ids, decision):
        self.did(reviewing.decide(self.library, ids, decision))

    @rule(number=st.integers(1, 9), verdict=st.sampled_from(Verdict), note=st.sampled_from(["", "why"]))
    def judge(self, number, verdict, note):
        self.did(reviewing.judge(self.library, [number], verdict, note))

    @rule(
        number=st.integers(1, 3),
        decision=st.sampled_from(Decision),
        text=st.sampled_from(["", "Žlutý", "x" * 30]),
    )
    def decide_repair(self, number, decision, text):
        self.did(repairing.decide(self.library, [number], decision, text))

    @rule(ids=ids, name=names)
    def add_to_set(self, ids, name):
        self.did(sets.add(self.library, name, ids))

    @rule(name=names)
    def remove_set(self, name):
        if name in dict(sets.sets(self.library)):
            self.did(sets.remove(self.library, name))

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
            assert without_times(self.state()) == without_times(self.states[self.place])


def without_times(state):
    import dataclasses

    whole, sets_ = state
    return [dataclasses.replace(article, reviewed_at="") for article in whole], sets_


@pytest.mark.repetitive
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_undo_and_redo_walk_over_the_same_states(intake):
    from hypothesis.stateful import run_state_machine_as_test

    Undoing.intake = staticmethod(intake)
    run_state_machine_as_test(
        Undoing, settings=settings(max_examples=10, stateful_step_count=12, deadline=None)
    )
