"""Companies merged, split, renamed and kept apart; every step can be taken back."""

from contextlib import suppress

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import rule

from curator.domain.companies import Likeness
from curator.domain.errors import CuratorError
from curator.domain.facts import Decision, FactKind
from curator.services import (
    checking,
    companies,
    company_editing,
    editing,
    listing,
    reading,
    reviewing,
    stating,
)
from curator.store import companies as stored
from curator.store import names
from tests.services.walked_states import WalkedStates, walk


def row(library, name):
    return next(each for each in companies.listed(library) if each.name == name)


def named(library, number):
    return {
        each.fact.name
        for each in reading.article(library, number).facts
        if each.fact.kind is FactKind.COMPANY
    }


def lists(library):
    return [reading.article(library, number).fields.companies for number in (1, 2, 3)]


def abouts(library, number):
    return {name for each in reading.article(library, number).facts for name in each.about}


@pytest.fixture
def three(add, intake):
    """Two articles of one company under two names, and one that has both."""
    return add(
        intake(1),
        intake(2, companies=("Orchard Chips Ltd",), body="Orchard Chips Ltd builds in Brno."),
        intake(3, companies=("Orchard Chips Ltd", "Brno Ports", "Orchard Chips")),
    )


def test_names_that_come_together_are_numbered_in_their_order_and_their_first_spelling_stands(
    library, add, intake
):
    first = ("Žába", "Kranwerk", "Holm", "Brücke", "Lampart")
    again = tuple(name.upper() for name in first)
    add(intake(1, companies=first, tags=first), intake(2, companies=again, tags=again))
    assert [reading.article(library, number).fields.companies for number in (1, 2)] == [first, first]
    made = sorted((each for each in companies.listed(library) if each.articles), key=lambda each: each.id)
    assert tuple(each.name for each in made) == first


def test_companies_are_listed_with_what_they_have(library, three):
    found = [(each.name, each.articles) for each in companies.listed(library)]
    assert found == [("Orchard Chips", 2), ("Orchard Chips Ltd", 2), ("Brno Ports", 1)]
    assert row(library, "Orchard Chips").facts == 3
    assert [each.name for each in companies.listed(library, "PORTS")] == ["Brno Ports"]
    by_name = companies.listed(library, "", companies.CompanyOrder.NAME)
    assert [each.name for each in by_name] == ["Brno Ports", "Orchard Chips", "Orchard Chips Ltd"]


def test_a_merge_is_previewed(library, three):
    preview = company_editing.preview_merge(library, "Orchard Chips Ltd", ["orchard chips"])
    assert (preview.into, preview.others) == ("Orchard Chips Ltd", ("Orchard Chips",))
    assert preview.articles == 3
    assert preview.aliases == ("Orchard Chips",)
    assert preview.conflicts == ()
    before = companies.listed(library)
    made = company_editing.merge(library, "Orchard Chips Ltd", ["orchard chips"])
    assert len(made.articles) == preview.articles
    facts = {each.subject_id for each in made.step.changes if each.subject == "fact"}
    assert len(facts) == preview.facts + preview.figures
    editing.undo(library)
    assert companies.listed(library) == before


def test_a_merge_foretells_the_facts_that_the_company_then_shows(library, three):
    rejected = next(each for each in reading.article(library, 1).facts if each.fact.kind is FactKind.COMPANY)
    reviewing.decide(library, [rejected.id], Decision.REJECTED)
    had = row(library, "Orchard Chips Ltd").facts
    preview = company_editing.preview_merge(library, "Orchard Chips Ltd", ["Orchard Chips"])
    company_editing.merge(library, "Orchard Chips Ltd", ["Orchard Chips"])
    assert row(library, "Orchard Chips Ltd").facts == had + preview.facts
    assert preview.figures == 4  # an amount and a date in each of two articles


def test_a_merge_takes_articles_facts_and_figures_along(library, three):
    company_editing.merge(library, "Orchard Chips Ltd", ["Orchard Chips"])
    ltd = "Orchard Chips Ltd"
    assert lists(library) == [(ltd,), (ltd,), (ltd, "Brno Ports")]
    assert named(library, 1) == {ltd}
    assert abouts(library, 1) == {ltd}
    assert row(library, ltd).aliases == ("Orchard Chips",)
    assert listing.count(library, 'company:"Orchard Chips"') == 3
    assert checking.check(library) == []


def test_one_undo_takes_a_merge_back_and_redo_makes_it_again(library, three):
    before = companies.listed(library), lists(library), named(library, 1), abouts(library, 3)
    company_editing.merge(library, "Brno Ports", ["Orchard Chips", "Orchard Chips Ltd"])
    after = companies.listed(library), lists(library), named(library, 1), abouts(library, 3)
    editing.undo(library)
    assert (companies.listed(library), lists(library), named(library, 1), abouts(library, 3)) == before
    editing.redo(library)
    assert (companies.listed(library), lists(library), named(library, 1), abouts(library, 3)) == after


def test_a_merge_teaches_the_next_import(library, three, add, intake):
    company_editing.merge(library, "Orchard Chips", ["Orchard Chips Ltd"])
    with library.reading() as connection:
        known = {each.name: each.aliases for each in names.companies(connection)}
    assert known["Orchard Chips"] == ("Orchard Chips Ltd",)
    (number,) = add(intake(4, companies=("Orchard Chips Ltd",)))
    assert reading.article(library, number).fields.companies == ("Orchard Chips",)


def test_names_that_only_facts_give_can_be_merged(library, add, intake):
    add(intake(1, companies=("Orchard",)))
    assert row(library, "Orchard Chips").id == 0
    company_editing.merge(library, "Orchard", ["Orchard Chips"])
    assert named(library, 1) == {"Orchard"}
    assert row(library, "Orchard").aliases == ("Orchard Chips",)
    editing.undo(library)
    assert row(library, "Orchard Chips").id == 0
    company_editing.merge(library, "Orchard Chips", ["Orchard"])
    assert reading.article(library, 1).fields.companies == ("Orchard Chips",)


def test_a_company_is_not_merged_with_itself_or_with_nobody(library, three):
    with pytest.raises(CuratorError, match="one company already"):
        company_editing.merge(library, "Orchard Chips", ["ORCHARD chips"])
    with pytest.raises(CuratorError, match="no company “Nobody”"):
        company_editing.preview_merge(library, "Orchard Chips", ["Nobody"])


def test_a_split_gives_words_and_their_articles_to_a_new_company(library, three):
    company_editing.merge(library, "Orchard Chips Ltd", ["Orchard Chips"])
    preview = company_editing.preview_split(library, "Orchard Chips Ltd", ["Orchard Chips"], "Orchard Chips")
    assert (preview.articles, preview.words) == (3, ("Orchard Chips",))
    before = lists(library)
    company_editing.split(library, "Orchard Chips Ltd", ["Orchard Chips"], "Orchard Chips")
    assert row(library, "Orchard Chips").articles == 3
    assert named(library, 1) == {"Orchard Chips"}
    assert abouts(library, 1) == {"Orchard Chips"}
    assert row(library, "Orchard Chips Ltd").aliases == ()
    editing.undo(library)
    assert lists(library) == before
    assert {each.name for each in companies.listed(library)} == {"Orchard Chips Ltd", "Brno Ports"}


def test_an_article_with_other_words_keeps_the_old_company_too(library, add, intake):
    add(intake(1, companies=("Fruit",), body="Orchard Chips and Fruit are one."))
    company_editing.set_aliases(library, "Fruit", ["Apples"], [])
    company_editing.merge(library, "Fruit", ["Orchard Chips"])
    fruit = stating.parse_value(FactKind.COMPANY, "Fruit")
    reviewing.add_fact(library, 1, fruit)
    company_editing.split(library, "Fruit", ["Orchard Chips"], "Orchard")
    assert reading.article(library, 1).fields.companies == ("Fruit", "Orchard")
    assert named(library, 1) == {"Fruit", "Orchard"}
    assert row(library, "Orchard").aliases == ("Orchard Chips",)
    assert row(library, "Fruit").aliases == ("Apples",)


def test_what_was_split_is_not_suggested_again(library, three):
    company_editing.merge(library, "Orchard Chips Ltd", ["Orchard Chips"])
    company_editing.split(library, "Orchard Chips Ltd", ["Orchard Chips"], "Orchard Chips")
    assert companies.suggested(library) == ()


def test_a_split_needs_words_that_name_the_company(library, three):
    with pytest.raises(CuratorError, match="does not name"):
        company_editing.split(library, "Orchard Chips", ["Pears"], "Pears")
    with pytest.raises(CuratorError, match="own name"):
        company_editing.split(library, "Orchard Chips", ["Orchard Chips"], "Pears")
    with pytest.raises(CuratorError, match="name of its own"):
        company_editing.split(library, "Orchard Chips", [], " ")


def test_the_words_of_a_company_are_told(library, three):
    company_editing.merge(library, "Orchard Chips Ltd", ["Orchard Chips"])
    (wording,) = companies.wordings(library, "Orchard Chips Ltd")
    assert (wording.words, wording.facts, wording.is_alias) == ("Orchard Chips", 3, True)


def test_a_renamed_company_is_found_by_both_names(library, three):
    company_editing.rename(library, "Orchard Chips", "Orchard Silicon")
    assert lists(library)[0] == ("Orchard Silicon",)
    assert named(library, 1) == {"Orchard Silicon"}
    assert abouts(library, 1) == {"Orchard Silicon"}
    assert listing.count(library, 'company:"orchard chips"') == 2
    company_editing.rename(library, "Orchard Silicon", "orchard chips")
    assert row(library, "orchard chips").aliases == ("Orchard Silicon",)
    editing.undo(library)
    editing.undo(library)
    assert row(library, "Orchard Chips").aliases == ()
    assert named(library, 1) == {"Orchard Chips"}


def test_a_name_that_is_taken_is_refused(library, three):
    with pytest.raises(CuratorError, match="already"):
        company_editing.rename(library, "Orchard Chips", "Brno Ports")
    with pytest.raises(CuratorError, match="names “Brno Ports”"):
        company_editing.add_alias(library, "Orchard Chips", "brno ports")
    with pytest.raises(CuratorError, match="no alias"):
        company_editing.remove_alias(library, "Orchard Chips", "pear")


def test_aliases_are_added_and_taken_away(library, three):
    company_editing.add_alias(library, "Brno Ports", "Přístavy Brno")
    assert listing.count(library, 'company:"pristavy brno"') == 1
    company_editing.remove_alias(library, "Brno Ports", "přístavy brno")
    assert row(library, "Brno Ports").aliases == ()
    editing.undo(library)
    assert row(library, "Brno Ports").aliases == ("Přístavy Brno",)


def test_companies_that_look_alike_are_suggested(library, add, intake):
    add(
        intake(1, companies=("Kranwerk", "Kranwerk GmbH", "Lampart", "Лампарт")),
        intake(2, companies=("Nvidia", "英伟达", "Hafen", "Harbour")),
    )
    company_editing.add_alias(library, "Hafen", "Port of Brno")
    pairs = {(each.one.name, each.other.name): each.likeness for each in companies.suggested(library)}
    assert pairs == {
        ("Kranwerk", "Kranwerk GmbH"): Likeness.SPELLING,
        ("Lampart", "Лампарт"): Likeness.SOUND,
        ("Nvidia", "英伟达"): Likeness.TABLE,
    }


def kept_apart(library):
    called = {each.id: each.name for each in companies.listed(library)}
    with library.reading() as connection:
        return {frozenset((called[one], called[other])) for one, other in stored.apart(connection)}


def test_what_a_merged_company_was_kept_apart_from_is_kept_apart_from_the_other(library, three):
    company_editing.not_the_same(library, "Orchard Chips Ltd", "Brno Ports")
    company_editing.not_the_same(library, "Orchard Chips Ltd", "Orchard Chips")
    before = kept_apart(library)
    company_editing.merge(library, "Orchard Chips", ["Orchard Chips Ltd"])
    assert kept_apart(library) == {frozenset(("Orchard Chips", "Brno Ports"))}
    assert checking.check(library) == []
    editing.undo(library)
    assert kept_apart(library) == before
    assert len(before) == 2


def test_not_the_same_is_remembered_and_told_at_a_merge(library, three):
    (pair,) = companies.suggested(library)
    assert pair.likeness is Likeness.SPELLING
    company_editing.not_the_same(library, pair.one.name, pair.other.name)
    assert companies.suggested(library) == ()
    assert company_editing.not_the_same(library, pair.one.name, pair.other.name).step is None
    preview = company_editing.preview_merge(library, pair.one.name, [pair.other.name])
    assert len(preview.conflicts) == 1
    company_editing.merge(library, pair.one.name, [pair.other.name])
    editing.undo(library)
    assert companies.suggested(library) == ()
    editing.undo(library)
    assert companies.suggested(library) == (pair,)


def test_an_undo_that_an_import_has_overtaken_is_refused(library, three, add, intake):
    company_editing.merge(library, "Orchard Chips", ["Orchard Chips Ltd"])
    company_editing.split(library, "Orchard Chips", ["Orchard Chips Ltd"], "Ltd")
    add(intake(9, companies=("Ltd",)))
    with pytest.raises(CuratorError, match="can no longer be taken back"):
        editing.undo(library)
    assert row(library, "Ltd").articles >= 1
    editing.undo(library)


@pytest.fixture
def many(add, intake):
    """So many articles of two companies that their changes are made together."""
    return add(*(intake(number, companies=("Pears", "Orchard Chips")) for number in range(1, 31)))


def everything(library, ids):
    return [reading.article(library, number) for number in ids], companies.listed(library)


def test_many_changes_are_made_and_taken_back_as_few_are(library, many):
    before = everything(library, many)
    made = company_editing.merge(library, "Pears", ["Orchard Chips"])
    after = everything(library, many)
    assert len(made.articles) == 30
    assert {article.fields.companies for article in after[0]} == {("Pears",)}
    assert {name for number in many for name in named(library, number) | abouts(library, number)} == {"Pears"}
    editing.undo(library)
    assert everything(library, many) == before
    editing.redo(library)
    assert everything(library, many) == after
    assert checking.check(library) == []


def test_many_changes_are_refused_as_a_whole_where_one_does_not_fit(library, many):
    company_editing.merge(library, "Pears", ["Orchard Chips"])
    with library.writing() as connection:
        names.put(connection, "companies", many[7], ["Elsewhere"])
    before = everything(library, many)
    with pytest.raises(CuratorError, match="can no longer be taken back"):
        editing.undo(library)
    assert everything(library, many) == before


class Undoing(WalkedStates):
    """Whatever is done to companies in whatever order, undo and redo walk over the same states."""

    name = st.sampled_from(["Orchard Chips", "Pears", "Brno", "Лампарт", "Kranwerk"])

    def intakes(self):
        return [
            self.intake(1, companies=("Orchard Chips", "Pears")),
            self.intake(2, companies=("Pears", "Brno")),
            self.intake(3, companies=()),
        ]

    def state(self):
        with self.library.reading() as connection:
            rows = {
                (n.name, n.articles, n.facts) for n in companies.listed(self.library) if n.articles or n.facts
            }
            aliases = {(each.name, each.aliases) for each in names.companies(connection) if each.aliases}
        return [reading.article(self.library, number) for number in (1, 2, 3)], rows, aliases

    def tried(self, work, *arguments):
        with suppress(CuratorError):
            self.did(work(self.library, *arguments))

    @rule(into=name, others=st.lists(name, min_size=1, max_size=3))
    def merge(self, into, others):
        self.tried(company_editing.merge, into, others)

    @rule(company=name, words=st.lists(name, max_size=2), new=name)
    def split(self, company, words, new):
        self.tried(company_editing.split, company, words, new)

    @rule(company=name, new=name)
    def rename(self, company, new):
        self.tried(company_editing.rename, company, new)

    @rule(company=name, words=name)
    def teach(self, company, words):
        self.tried(company_editing.add_alias, company, words)

    @rule(one=name, other=name)
    def keep_apart(self, one, other):
        self.tried(company_editing.not_the_same, one, other)

    @rule(number=st.integers(1, 3), name=name)
    def add(self, number, name):
        self.tried(editing.add, [number], "companies", [name])

    @rule(number=st.sampled_from([1, 4, 7]))
    def reject(self, number):
        self.tried(reviewing.decide, [number], Decision.REJECTED)


@pytest.mark.repetitive
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_undo_and_redo_of_companies_walk_over_the_same_states(intake):
    walk(Undoing, intake, 8)
