"""The importance that is proposed for the articles of a library."""

from curator.domain.facts import Decision, FactKind
from curator.domain.importances import proposal
from curator.services import reading, reviewing


def test_what_is_set_is_never_proposed_anew(library, filled):
    assert proposal(reading.article(library, 1)) is None


def test_a_proposal_is_stored_nowhere(library, filled):
    assert proposal(reading.article(library, 3)) is not None
    assert reading.article(library, 3).fields.importance is None


def test_rejected_facts_speak_for_nothing(library, filled):
    article = reading.article(library, 3)
    reviewing.decide(
        library, [f.id for f in article.facts if f.fact.kind is not FactKind.COMPANY], Decision.REJECTED
    )
    assert proposal(reading.article(library, 3)) is None
