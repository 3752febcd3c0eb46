"""TimelineJS: the marks of the timeline as events with the dates that are known."""

import json
from dataclasses import replace
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from curator.domain.exports import Edition
from curator.domain.facts import Approximation, Decision, FactKind, Precision, Verdict
from curator.domain.timelines import Mark

DATE = {
    "type": "object",
    "required": ["year"],
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
        "display_date": {"type": "string"},
    },
    "dependentRequired": {"day": ["month"]},
    "additionalProperties": False,
}
TIMELINE = Draft202012Validator(
    {
        "type": "object",
        "required": ["events"],
        "properties": {
            "events": {
                "type": "array",
                "items": {
                    "required": ["start_date", "unique_id"],
                    "properties": {
                        "start_date": DATE,
                        "end_date": DATE,
                        "unique_id": {"type": "string", "pattern": "^[0-9a-f-]+$"},
                        "group": {"type": "string"},
                        "text": {"type": "object"},
                    },
                    "additionalProperties": False,
                },
            },
            "title": {"type": "object"},
            "scale": {"enum": ["human", "cosmological"]},
        },
        "additionalProperties": False,
    }
)
"""What TimelineJS's documentation asks of the members we write."""

MARK = Mark(
    article_id=1,
    fact_id=13,
    kind=FactKind.MONEY,
    low=date(2031, 7, 1),
    high=date(2031, 12, 31),
    precision=Precision.HALF,
    approximation=Approximation.EXACT,
    label="up to €20 mn <b>",
    title="A plant in Brno",
    companies=("Orchard Chips",),
    source="The Daily Orchard",
    importance=4,
    published=date(2031, 1, 5),
    decision=Decision.PROPOSED,
    verdict=Verdict.UNCHECKED,
)


def events(story, written, *marks):
    edition = Edition("The week", "", 1, "2031-02-03T04:05:06Z", marks=marks)
    found = json.loads(written("timelinejs", story(), edition=edition))
    TIMELINE.validate(found)
    return found["events"]


def test_a_dated_fact_is_an_event_in_the_articles_words(story, written):
    (event,) = events(story, written, MARK)
    assert event["start_date"] == {"year": 2031, "month": 7, "display_date": "second half of 2031"}
    assert event["end_date"] == {"year": 2031, "month": 12}
    assert event["text"]["headline"] == "up to €20 mn &lt;b&gt;"
    assert event["text"]["text"] == (
        "<p>It is to open in the second half of 2031.</p>"
        '<p><a href="https://daily.example/2031/plant">A plant in Brno</a> (The Daily Orchard)</p>'
    )
    assert event["group"] == "Orchard Chips"


@pytest.mark.parametrize(
    ("low", "high", "precision", "start", "end"),
    [
        ((2031, 1, 5), (2031, 1, 5), Precision.DAY, {"year": 2031, "month": 1, "day": 5}, None),
        ((2031, 1, 1), (2031, 12, 31), Precision.YEAR, {"year": 2031}, None),
        ((2031, 2, 1), (2031, 2, 28), Precision.MONTH, {"year": 2031, "month": 2}, None),
        ((2030, 1, 1), (2039, 12, 31), Precision.DECADE, {"year": 2030}, {"year": 2039}),
        (None, (2030, 12, 31), Precision.YEAR, {"year": 2030}, None),
        ((2030, 4, 1), None, Precision.QUARTER, {"year": 2030, "month": 4}, None),
    ],
)
def test_dates_are_as_fine_as_they_are_known(story, written, low, high, precision, start, end):
    days = {"low": date(*low) if low else None, "high": date(*high) if high else None}
    (event,) = events(story, written, replace(MARK, fact_id=None, precision=precision, **days))
    assert event["start_date"] == start
    assert event.get("end_date") == end


def test_what_was_rejected_or_has_no_article_is_no_event(story, written):
    gone = (
        replace(MARK, article_id=99),
        replace(MARK, decision=Decision.REJECTED),
        replace(MARK, low=None, high=None),
    )
    assert events(story, written, *gone) == []


def test_a_date_alone_and_a_publication_are_called_by_the_headline(story, written):
    alone, published = events(
        story, written, replace(MARK, kind=FactKind.DATE, label="2031"), replace(MARK, fact_id=None)
    )
    assert alone["text"]["headline"] == published["text"]["headline"] == "A plant in Brno"
    assert (
        published["text"]["text"] == '<p><a href="https://daily.example/2031/plant">The Daily Orchard</a></p>'
    )
