"""News items, annotations and graphs: valid by their standards, with every fact on its own words."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from curator.domain.articles import Fields, StoredRepair
from curator.domain.changes import Change, JournalEntry, Step, Subject
from curator.domain.facts import Decision
from curator.domain.repairs import Repair, RepairKind
from curator.domain.spans import Span

NINJS = Draft202012Validator(json.loads(Path(__file__).with_name("ninjs-3.1-part.json").read_text("utf-8")))


def test_one_article_is_a_ninjs_item(story, written):
    item = json.loads(written("ninjs", story()))
    NINJS.validate(item)
    assert item["uri"] == "https://daily.example/2031/plant"
    assert item["headlines"] == [{"role": "main", "value": "A plant in Brno"}]
    assert item["contentCreated"] == "2031-01-05T06:07:08Z"
    assert item["urgency"] == 3
    assert item["edNote"] == "ask Ann"
    assert [each["contentType"] for each in item["bodies"]] == ["text/markdown", "text/html"]
    assert [(each["name"], each["rel"]) for each in item["organisations"]] == [
        ("Orchard Chips", "about"),
        ("Žába s.r.o.", "about"),
    ]
    assert [(each["name"], each["rel"]) for each in item["subjects"]] == [
        ("Industry", "category"),
        ("chips", "keyword"),
        ("R&D", "keyword"),
    ]


def test_several_articles_are_the_parts_of_a_composite_item(story, written, fields):
    coarse = replace(fields, published="2031-01", url="", importance=None)
    item = json.loads(
        written("ninjs", story(), story(2, fields=coarse), story(3, fields=Fields(), facts=False))
    )
    NINJS.validate(item)
    assert item["type"] == "composite"
    _, month, bare = item["associations"]
    assert "contentCreated" not in month
    assert json.loads(month["descriptions"][1]["value"]) == {"published": "2031-01"}
    assert bare["name"] == bare["uri"]


def test_a_ninjs_item_has_its_facts_with_their_evidence(story, written):
    article = story()
    item = json.loads(written("ninjs", article))
    (page,) = (json.loads(each["value"]) for each in item["descriptions"] if each["role"] == "facts")
    assert [each["fact"]["quote"] for each in page["items"]] == [each.fact.quote for each in article.facts]


SELECTOR = {
    "oneOf": [
        {
            "type": "object",
            "required": ["type", "exact"],
            "properties": {
                "type": {"const": "TextQuoteSelector"},
                **{name: {"type": "string"} for name in ("exact", "prefix", "suffix")},
            },
            "additionalProperties": False,
        },
        {
            "type": "object",
            "required": ["type", "start", "end"],
            "properties": {
                "type": {"const": "TextPositionSelector"},
                **{name: {"type": "integer", "minimum": 0} for name in ("start", "end")},
            },
            "additionalProperties": False,
        },
    ]
}
BODY = {
    "anyOf": [
        {
            "required": ["type", "value"],
            "properties": {
                "type": {"const": "TextualBody"},
                "value": {"type": "string"},
                "format": {"type": "string", "pattern": "^[a-z]+/[a-z]+$"},
                "language": {"type": "string"},
                "purpose": {"enum": ["assessing", "describing", "editing", "linking", "tagging"]},
            },
            "additionalProperties": False,
        },
        {"required": ["id"], "properties": {"id": {"type": "string"}, "purpose": {"const": "linking"}}},
    ]
}
PAGE = Draft202012Validator(
    {
        "type": "object",
        "required": ["@context", "id", "type", "items", "partOf", "startIndex"],
        "properties": {
            "type": {"const": "AnnotationPage"},
            "partOf": {
                "required": ["id", "type", "total"],
                "properties": {"type": {"const": "AnnotationCollection"}, "total": {"type": "integer"}},
            },
            "items": {
                "type": "array",
                "items": {
                    "required": ["id", "type", "target", "body", "motivation"],
                    "properties": {
                        "id": {"type": "string", "pattern": "^[a-z]+:"},
                        "type": {"const": "Annotation"},
                        "body": {"anyOf": [BODY, {"type": "array", "items": BODY}]},
                        "target": {
                            "oneOf": [
                                {"type": "string"},
                                {
                                    "type": "object",
                                    "required": ["source", "selector"],
                                    "properties": {"selector": {"type": "array", "items": SELECTOR}},
                                },
                            ]
                        },
                    },
                },
            },
        },
    }
)
"""What the Web Annotation Data Model asks of what we write."""

REPAIR = StoredRepair(1, Repair(Span(0, 2), Span(0, 1), "Ã¡", "á", RepairKind.MOJIBAKE), Decision.ACCEPTED)


def test_annotations_find_their_words_by_place_and_by_quote(story, written):
    page = json.loads(written("annotations", story(repairs=(REPAIR,)), story(2, fields=Fields())))
    PAGE.validate(page)
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["partOf"]["total"] == len(page["items"]) == 9
    texts = {each["target"]: each["body"]["value"] for each in page["items"] if "article" in each}
    noted = [each for each in page["items"] if "article" not in each]
    for each in noted:
        quote, place = each["target"]["selector"]
        text = texts[each["target"]["source"]]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert text[: place["start"]].endswith(quote.get("prefix", ""))
        assert text[place["end"] :].startswith(quote.get("suffix", ""))
    assert len({each["id"] for each in page["items"]}) == len(page["items"])


def test_annotations_say_the_value_the_decision_and_the_verdict(story, written):
    page = json.loads(written("annotations", story(repairs=(REPAIR,))))
    _, company, money, _, repair = page["items"]
    assert company["motivation"] == "tagging"
    assert money["motivation"] == ["tagging", "assessing"]
    assert [each.get("value", each.get("id")) for each in money["body"]] == [
        "up to 20 000 000 EUR",
        "accepted",
        "wrong: The report says two.",
        "https://orchard.example/report",
    ]
    assert money["fact"]["unit"] == "EUR"
    assert repair["motivation"] == "editing"
    assert repair["repair"]["before"] == "Ã¡"


def test_two_facts_that_say_the_same_have_names_of_their_own(story, written):
    article = story()
    twice = replace(article, facts=(*article.facts, replace(article.facts[0], id=99)))
    page = json.loads(written("annotations", twice))
    assert len({each["id"] for each in page["items"]}) == 5


def test_a_news_article_has_what_search_engines_read(story, written, fields):
    graph = json.loads(
        written("newsarticle", story(), story(2, fields=replace(fields, companies=(), published="2031-01")))
    )
    assert graph["@context"] == "https://schema.org"
    one, two = graph["@graph"]
    assert (one["@type"], one["headline"], one["inLanguage"]) == ("NewsArticle", "A plant in Brno", "en")
    assert one["author"][0] == {
        "@type": "Person",
        "name": "Ann Novák",
        "givenName": "Ann",
        "familyName": "Novák",
    }
    assert one["publisher"] == {"@type": "Organization", "name": "The Daily Orchard"}
    assert [each["name"] for each in one["about"]] == ["Orchard Chips", "Žába s.r.o."]
    assert one["keywords"] == ["chips", "R&D"]
    assert "**" not in one["articleBody"]
    assert two["datePublished"] == "2031-01"
    assert two["mentions"] == one["about"][:1]


def verdict(fact, before, after, **more):
    step = Step("Judge", (Change(Subject.FACT, fact, "verdict", before, after, 1),))
    return JournalEntry(
        **({"id": 1, "made_at": "2031-03-04T05:06:07Z", "who": "Eva", "kind": "edit"} | more), step=step
    )


def test_each_checked_fact_is_a_claim_review(story, written):
    journal = (
        verdict(12, "wrong", "confirmed", who="Ida", undone=True),
        verdict(12, "unchecked", "wrong", undone=False),
    )
    review, said = json.loads(written("claimreview", story(), journal=journal))["@graph"]
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"].startswith("Orchard Chips will spend **up to 20 million euros**")
    assert review["itemReviewed"]["appearance"]["url"] == "https://daily.example/2031/plant"
    assert review["reviewRating"] == {
        "@type": "Rating",
        "ratingValue": 1,
        "bestRating": 5,
        "worstRating": 1,
        "alternateName": "Wrong",
    }
    assert review["author"] == {"@type": "Person", "name": "Eva"}
    assert review["datePublished"] == "2031-03-04"
    assert review["url"] == "https://orchard.example/report"
    assert said["description"] == "1 of 3 facts are checked; the other 2 are left out."


@pytest.mark.parametrize(
    "name", ["ninjs", "newsarticle", "claimreview", "annotations", "csl-json", "timelinejs"]
)
@pytest.mark.parametrize("text", ["\x00\x0b", "\ud800 half", "</script>", '"\\', ""])
def test_json_is_whole_whatever_the_words_are(story, written, name, text):
    fields = Fields(
        **dict.fromkeys(("title", "description", "source", "author", "language", "category", "url"), text),
        **dict.fromkeys(("companies", "tags"), (text,)),
        published=text,
    )
    article = story(
        fields=fields, body=f"{text} Orchard Chips 20 million euros second half of 2031", path=text
    )
    data = written(name, article)
    assert data == written(name, article)
    assert json.loads(data)
    if name == "ninjs":
        NINJS.validate(json.loads(data))
