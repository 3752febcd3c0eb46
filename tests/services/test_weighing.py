from curator.domain.facts import Decision, FactKind
from curator.domain.importances import proposal
from curator.services import editing, reading, reviewing, weighing


def importance(library, number):
    return reading.article(library, number).fields.importance


def test_what_is_set_is_never_proposed_anew(library, filled):
    assert proposal(reading.article(library, 1)) is None
    assert weighing.take(library, [1, 2, 4, 5]).step is None
    assert importance(library, 1) == 4


def test_a_proposal_is_stored_nowhere_until_it_is_taken(library, filled):
    found = proposal(reading.article(library, 3))
    assert found is not None
    assert importance(library, 3) is None
    applied = weighing.take(library, [1, 3])
    assert applied.articles == {3}
    assert importance(library, 3) == found.importance
    assert reading.journal(library, 3)[0].step.label == "Take the proposed importance"
    editing.undo(library)
    assert importance(library, 3) is None


def test_rejected_facts_speak_for_nothing(library, filled):
    article = reading.article(library, 3)
    reviewing.decide(
        library, [f.id for f in article.facts if f.fact.kind is not FactKind.COMPANY], Decision.REJECTED
    )
    assert proposal(reading.article(library, 3)) is None
