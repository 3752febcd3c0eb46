from dataclasses import replace
from datetime import date

from curator.domain.facts import Decision, FactKind, Precision
from curator.services import reading, reviewing, timelines
from curator.services.imports import importing
from curator.store import timelines as stated


def test_publications_are_marks_at_their_precision(library, filled):
    marks = {mark.article_id: mark for mark in timelines.marks(library, "") if mark.fact_id is None}
    assert sorted(marks) == [1, 2, 3, 5]
    assert (marks[1].low, marks[1].high, marks[1].precision) == (
        date(2031, 1, 5),
        date(2031, 1, 5),
        Precision.DAY,
    )
    assert (marks[3].low, marks[3].high, marks[3].precision) == (
        date(2030, 1, 1),
        date(2030, 12, 31),
        Precision.YEAR,
    )
    assert marks[5].high == date(2031, 2, 28)
    assert marks[1].label == "Story 1"


def test_a_publication_of_a_whole_year_is_never_overdue(library, add, intake):
    add(intake(1, published="2030", body="Nothing else."))
    (mark,) = timelines.marks(library, "")
    assert mark.high == date(2030, 12, 31)
    assert not mark.overdue(date(2031, 6, 1))


def test_a_publication_on_no_day_of_the_calendar_is_no_mark(library, add, intake):
    add(
        intake(1, published="2031-02-30", body="Nothing else."), intake(2, published="2031-02-28", body="No.")
    )
    assert [mark.article_id for mark in timelines.marks(library, "")] == [2]


def test_a_stated_date_is_a_mark_with_its_article(library, filled):
    (mark,) = [mark for mark in timelines.marks(library, "id:1") if mark.fact_id]
    assert (mark.kind, mark.label) == (FactKind.DATE, "second half of 2031")
    assert (mark.low, mark.high, mark.precision) == (date(2031, 7, 1), date(2031, 12, 31), Precision.HALF)
    assert mark.companies == ("Orchard Chips",)
    assert mark.published == date(2031, 1, 5)
    assert mark.overdue(date(2032, 1, 1))


def test_a_date_goes_with_the_amount_in_its_sentence(library, add, intake):
    add(intake(1, body="They invest 20 million euros in the second half of 2031. Nothing else."))
    (mark,) = [mark for mark in timelines.marks(library, "") if mark.fact_id]
    assert (mark.kind, mark.label) == (FactKind.MONEY, "up to €20 mn")


def test_a_rejected_date_is_no_mark(library, filled):
    (fact,) = [each for each in reading.article(library, 1).facts if each.fact.kind is FactKind.DATE]
    reviewing.decide(library, [fact.id], Decision.REJECTED)
    assert [mark for mark in timelines.marks(library, "id:1") if mark.fact_id] == []


def test_an_article_without_company_fields_stands_where_its_text_surely_puts_it(library, filled):
    assert {mark.companies for mark in timelines.marks(library, "id:3")} == {("Orchard Chips",)}


def test_marks_come_in_the_order_of_time(library, filled):
    lows = [mark.low for mark in timelines.marks(library, "")]
    assert lows == sorted(lows)


DIGEST = "Nobody is named here, and 20 million euros come in the second half of 2031. "
FOUR = ("Orchard Chips", "Žába s.r.o.", "Holm AB", "Kranwerk")


def test_a_date_belongs_to_the_companies_it_is_about(library, add, intake):
    made = intake(1, companies=("Kranwerk", "Holm AB"))
    add(made)
    (mark,) = [mark for mark in timelines.marks(library, "") if mark.fact_id]
    assert mark.companies == ("Orchard Chips",)


def test_a_date_about_nobody_belongs_to_the_few_companies_of_its_article(library, add, intake):
    add(intake(1, body=DIGEST, companies=("Kranwerk", "Holm AB")))
    (mark,) = [mark for mark in timelines.marks(library, "") if mark.fact_id]
    assert mark.companies == ("Kranwerk", "Holm AB")


def test_a_digest_does_not_put_its_dates_into_every_lane(library, add, intake):
    made = intake(1, body=DIGEST + "At last Orchard Chips.", companies=FOUR, published="2031-01-01")
    add(replace(made, facts=tuple(each._replace(about=()) for each in made.facts)))
    publication, date_mark = timelines.marks(library, "")
    assert date_mark.companies == ("Orchard Chips",)
    assert set(publication.companies) == set(FOUR)


def test_a_publication_belongs_to_six_companies_at_most(library, add, intake):
    add(intake(1, companies=tuple(f"Company {n}" for n in range(9)), published="2031-01-01"))
    publication = next(mark for mark in timelines.marks(library, "") if mark.fact_id is None)
    assert len(publication.companies) == 6


def test_a_long_article_costs_no_more_by_the_date_than_a_short_one(library, tmp_path):
    for name, count in (("short", 20), ("long", 200)):
        sentences = (
            f"They invest {number} million euros by {2030 + number % 50}.\n\n" for number in range(count)
        )
        (tmp_path / f"{name}.txt").write_text("Plans\n\n" + "".join(sentences))
        importing.import_paths(library, [tmp_path / f"{name}.txt"])
    assert _steps(library, 2) < 20 * _steps(library, 1)


def _steps(library, article_id):
    """How many tens of steps SQLite takes for the marks of an article."""
    steps = []
    with library.reading() as connection:
        raw = connection.connection.driver_connection
        raw.set_progress_handler(lambda: steps.append(1), 10)
        stated.beside(connection, [article_id])
        raw.set_progress_handler(None, 0)
    return len(steps)
