"""Articles made by hand, and what writers make of them."""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from curator.domain.articles import Article, Fields, State, StoredFact
from curator.domain.exports import Contents, Edition, Exported
from curator.domain.facts import Approximation, Decision, Evidence, Fact, FactKind, Precision, Verdict
from curator.formats.drafts import Reading
from curator.services.exports import writers

BODY = (
    "Orchard Chips will spend **up to 20 million euros** on a [plant](https://orchard.example/plant)"
    " in Brno.\n\n"
    "It is to open in the second half of 2031.\n\n"
    "- One & two\n- 3 < 4\n\n![The hall](https://orchard.example/hall.png)"
)
FIELDS = Fields(
    title="A plant in Brno",
    description="Orchard Chips invests.",
    published="2031-01-05T06:07:08Z",
    source="The Daily Orchard",
    author="Ann Novák and Bob Ray",
    language="en",
    category="Industry",
    importance=4,
    companies=("Orchard Chips", "Žába s.r.o."),
    tags=("chips", "R&D"),
    note="ask Ann",
    url="https://daily.example/2031/plant",
    slug="a-plant-in-brno",
)


def article_of(number=1, body=BODY, fields=FIELDS, markup="markdown", facts=True, **more):
    reading = Reading.composed(fields.title, fields.description, body)
    known = {
        "id": number,
        "path": f"folder/{number}.md",
        "state": State.REVIEWED,
        "fields": fields,
        "unknown": {"mood": "bright"},
        "origin": {},
        "format": "markdown",
        "markup": markup,
        "encoding": "utf-8",
        "revision": 1,
        "revisions": 1,
        "added_at": "2031-01-06T00:00:00Z",
        "text": reading.text,
        "title": reading.title,
        "description": reading.description,
        "body": reading.body,
        "facts": tuple(facts_of(number, reading.text)) if facts else (),
        "repairs": (),
        "sets": ("May",),
        "source_path": f"/files/{number}.md",
    }
    return Article(**(known | more))


def facts_of(number, text):
    for place, (quote, values, decision, verdict) in enumerate(
        (
            (
                "Orchard Chips",
                {"kind": FactKind.COMPANY, "name": "Orchard Chips", "confidence": 0.97},
                Decision.PROPOSED,
                Verdict.UNCHECKED,
            ),
            (
                "20 million euros",
                {
                    "kind": FactKind.MONEY,
                    "value": Decimal(20_000_000),
                    "unit": "EUR",
                    "approximation": Approximation.UP_TO,
                },
                Decision.ACCEPTED,
                Verdict.WRONG,
            ),
            (
                "second half of 2031",
                {
                    "kind": FactKind.DATE,
                    "low": date(2031, 7, 1),
                    "high": date(2031, 12, 31),
                    "precision": Precision.HALF,
                },
                Decision.PROPOSED,
                Verdict.UNCHECKED,
            ),
        ),
        1,
    ):
        start = text.find(quote)
        if start >= 0:
            fact = Fact(start=start, end=start + len(quote), quote=quote, rule="test", **values)
            checked = verdict is not Verdict.UNCHECKED
            yield StoredFact(
                id=number * 10 + place,
                article_id=number,
                fact=fact,
                evidence=Evidence.of(text, fact.start, fact.end),
                decision=decision,
                verdict=verdict,
                verdict_note="The report says two." if checked else "",
                verdict_source="https://orchard.example/report" if checked else "",
                origin="extractor",
                about=("Orchard Chips",) if fact.kind is FactKind.MONEY else (),
            )


EDITION = Edition("The week", "company:orchard", 1, "2031-02-03T04:05:06Z", newest="2031-01-05T06:07:08Z")


@pytest.fixture
def story():
    """An article; what is given differs from a full one."""
    return article_of


@pytest.fixture
def fields():
    return FIELDS


@pytest.fixture
def written():
    """The bytes a writer makes of articles."""

    def write(name, *articles, edition=None, template="", journal=()):
        contents = Contents(template=template)
        told = edition or replace(EDITION, count=len(articles), contents=contents)
        stream = io.BytesIO()
        writers.writer(name).write((Exported(each, journal=journal) for each in articles), told, stream)
        return stream.getvalue()

    return write


@pytest.fixture
def edition():
    """An export of one article."""
    return EDITION
