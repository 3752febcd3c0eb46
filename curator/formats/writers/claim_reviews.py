"""ClaimReview: each checked fact as schema.org's review of a claim, in JSON-LD.

Verdicts are rated from 1 to 5: wrong is 1, doubtful 3, confirmed 5. Who gave one, and on what day, is what
the journal says. Facts that nobody checked are left out; the last node of the graph says how many.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from curator.domain.articles import Article, StoredFact
from curator.domain.changes import JournalEntry, Subject
from curator.domain.exports import Edition, Exported
from curator.domain.facts import Decision, Verdict
from curator.domain.sentences import beginnings, number_at
from curator.domain.wordings import value_words
from curator.formats.writers import bodies, identities
from curator.formats.writers.json_texts import ListWriter, filled
from curator.formats.writers.schema_articles import CONTEXT, reference
from curator.formats.writing import FileWriter, Needs

RATINGS = {
    Verdict.WRONG: (1, "Wrong"),
    Verdict.DOUBTFUL: (3, "Doubtful"),
    Verdict.CONFIRMED: (5, "Confirmed"),
}


def _reviews(each: Exported, identity: str, edition: Edition) -> Iterator[dict[str, Any]]:
    article = each.article
    starts = beginnings(article.text)
    for stored in article.facts:
        if stored.verdict not in RATINGS or stored.decision is Decision.REJECTED:
            continue
        value, name = RATINGS[stored.verdict]
        who, day = _by(each.journal, stored)
        author = {"@type": "Person", "name": who} if who else {"@type": "Organization", "name": edition.title}
        yield {
            "@type": "ClaimReview",
            "@id": identities.made_of("review", identities.of_fact(identity, stored)),
            "claimReviewed": _sentence(article, starts, stored),
            "itemReviewed": {
                "@type": "Claim",
                "@id": identities.of_fact(identity, stored),
                "name": value_words(stored.fact),
                "text": stored.fact.quote,
                "appearance": reference(article, identity),
            },
            "reviewRating": {
                "@type": "Rating",
                "ratingValue": value,
                "bestRating": 5,
                "worstRating": 1,
                "alternateName": name,
            },
            "author": author,
            **filled(
                datePublished=day,
                reviewBody=stored.verdict_note,
                url=bodies.web_address(stored.verdict_source),
                citation=stored.verdict_source,
            ),
        }


def _sentence(article: Article, starts: list[int], stored: StoredFact) -> str:
    """The sentence that makes the claim, on one line; the fact's words where it has none in the text."""
    number = number_at(starts, stored.fact.start)
    end = starts[number + 1] if number + 1 < len(starts) else len(article.text)
    return " ".join(article.text[starts[number] : max(end, stored.fact.end)].split()) or stored.fact.quote


def _by(journal: Iterable[JournalEntry], stored: StoredFact) -> tuple[str, str]:
    """Who gave the verdict that stands, and on what day; two empty texts where the journal does not say."""
    for entry in journal:
        if entry.undone:
            continue
        for change in entry.step.changes:
            is_it = (
                change.subject is Subject.FACT
                and change.subject_id == stored.id
                and change.field == "verdict"
            )
            if is_it and change.after == stored.verdict.value:
                return entry.who, entry.made_at[:10]
    return "", ""


def _write(articles: Iterable[Exported], edition: Edition, stream: BinaryIO) -> None:
    out = ListWriter(stream, {"@context": CONTEXT}, "@graph")
    given = identities.Identities()
    facts = 0
    for each in articles:
        facts += sum(stored.decision is not Decision.REJECTED for stored in each.article.facts)
        for review in _reviews(each, given.of(each.article), edition):
            out.add(review)
    left = facts - out.count
    said = f"{out.count} of {facts} facts are checked; the other {left} are left out."
    name = identities.of_edition(edition)
    out.add({"@type": "CreativeWork", "@id": name, **filled(name=edition.title), "description": said})
    out.close()


WRITER = FileWriter(
    "claimreview",
    "ClaimReview (schema.org)",
    "the facts that were checked, with their verdicts, for fact-check registers",
    ".jsonld",
    _write,
    Needs.JOURNAL,
)
