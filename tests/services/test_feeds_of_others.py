"""Feeds of others become articles like any file: cleaned, searched for facts, each fault said of its item."""

import json

from curator.domain.facts import Decision, Verdict
from curator.services import listing, reading, reviewing
from curator.services.exports import exporting
from curator.services.imports import importing
from curator.services.imports.importing import Outcome

DAMAGED = "Žluťoučký kůň úpěl ďábelské ódy a továrna v Brně stojí 5 milionů korun.".encode().decode(
    "cp1252", "replace"
)
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Deník</title>
<item><title>Plant</title><link>https://daily.example/1</link>
<description>&lt;p&gt;Orchard Chips will spend $20 million on a plant near Brno.&lt;/p&gt;
&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;It opens in 2031, the company says.&lt;/p&gt;</description>
</item>
<item></item>
<item><title>Kůň</title><description>{DAMAGED}</description></item>
</channel></rss>"""


def test_a_feed_becomes_articles_with_facts_and_repairs(library, tmp_path):
    (tmp_path / "feed.xml").write_text(RSS, "utf-8")
    report = importing.import_paths(library, [tmp_path / "feed.xml"])
    assert [each.outcome for each in report.items] == [Outcome.ADDED, Outcome.FAILED, Outcome.ADDED]
    assert report.items[1].reason == "Item 2: There is neither a title nor a text."
    plant, horse = (reading.article(library, each.article_id) for each in report.items if each.article_id)
    assert plant.fields.source == "Deník"
    assert "alert" not in plant.text
    assert {each.fact.quote for each in plant.facts} >= {"$20 million", "2031"}
    assert horse.repairs
    assert "Žluťoučký kůň" in horse.text
    again = importing.import_paths(library, [tmp_path / "feed.xml"])
    assert again.counts[Outcome.PRESENT] == 2


def test_a_feed_below_a_folder_is_left_alone(library, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "feed.xml").write_text(RSS, "utf-8")
    assert not importing.import_paths(library, [tmp_path / "folder"]).items


def test_a_claim_review_names_who_checked_the_fact(library, filled, tmp_path):
    money = next(each for each in reading.article(library, 1).facts if each.fact.kind == "money")
    reviewing.judge(library, [money.id], Verdict.DOUBTFUL, "Nobody else says so.")
    exporting.export(library, "", "claimreview", tmp_path / "checked.jsonld")
    review, said = json.loads((tmp_path / "checked.jsonld").read_text("utf-8"))["@graph"]
    assert review["author"] == {"@type": "Person", "name": "tester"}
    assert review["reviewRating"]["ratingValue"] == 3
    assert review["reviewBody"] == "Nobody else says so."
    assert said["description"].startswith("1 of ")


def test_timelinejs_shows_what_the_timeline_shows(library, filled, tmp_path):
    rejected = next(each for each in reading.article(library, 1).facts if each.fact.kind == "date")
    reviewing.decide(library, [rejected.id], Decision.REJECTED)
    exporting.export(library, "", "timelinejs", tmp_path / "timeline.json")
    events = json.loads((tmp_path / "timeline.json").read_text("utf-8"))["events"]
    assert len({each["unique_id"] for each in events}) == len(events)
    published = [each["start_date"] for each in events if "display_date" not in each["start_date"]]
    assert {"year": 2030} in published
    assert {"year": 2031, "month": 2} in published
    assert sum("display_date" in each["start_date"] for each in events) == 4


def test_every_format_of_feeds_is_the_same_twice(library, filled, tmp_path):
    ids = listing.identifiers(library, "")
    for name in (
        "json-feed",
        "rss",
        "atom",
        "opml",
        "ninjs",
        "newsarticle",
        "annotations",
        "bibtex",
        "csl-json",
    ):
        for place in ("one", "two"):
            contents = exporting.Contents(title="T")
            exporting.export(library, ids, name, tmp_path / place, contents=contents, manifest=False)
        assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
