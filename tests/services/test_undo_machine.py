"""Whatever is edited in whatever order, undo and redo walk over the same states."""

from dataclasses import replace

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import rule

from curator.domain.facts import Decision, Verdict
from curator.services import editing, reading, repairing, reviewing, sets
from tests.services.walked_states import WalkedStates, walk

ids = st.lists(st.integers(1, 3), min_size=1, max_size=3, unique=True)
names = st.sampled_from(["AI", "ai", "Chips", "Žába"])


class Undoing(WalkedStates):
    def intakes(self):
        return [self.intake(number) for number in (1, 2, 3)]

    def state(self):
        whole = [reading.article(self.library, number) for number in (1, 2, 3)]
        listed = {name: sets.show(self.library, name) for name, _ in sets.sets(self.library)}
        return [replace(article, reviewed_at="") for article in whole], listed

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


@pytest.mark.repetitive
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_undo_and_redo_walk_over_the_same_states(intake):
    walk(Undoing, intake, 10)
