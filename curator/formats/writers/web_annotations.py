"""Web Annotations: facts and repairs as notes on the words of their articles (w3.org/TR/annotation-model).

The file is an annotation page. For each article it has an annotation with its reading text, from which
places are counted in code points; then one for each fact and each repair, whose words are found by what they
are and by where they stand. A fact's value is a tag in words; its decision and verdict are assessments.
`article`, `fact` and `repair` hold the same as values, by which the page can be imported again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from curator.domain.articles import Article, StoredFact, StoredRepair
from curator.domain.exports import Edition, Exported
from curator.domain.facts import Evidence, Verdict
from curator.domain.wordings import value_words
from curator.formats.writers import identities
from curator.formats.writers.json_lines import stored_fact_data, stored_repair_data
from curator.formats.writers.json_texts import ListWriter, filled
from curator.formats.writing import FileWriter

ANNO = "http://www.w3.org/ns/anno.jsonld"
OURS = f"{identities.NAMESPACE}#"
CONTEXT = [
    ANNO,
    {
        "@version": 1.1,
        **{name: {"@id": f"{OURS}{name}", "@type": "@json"} for name in ("article", "fact", "repair")},
    },
]
"""The words of the standard, and three of our own, whose values are JSON."""

ELSEWHERE = ("id", "company", "sentence", "evidence")
"""What JSON Lines say of a fact and a note does not: numbers of one library, and the words it stands on."""

MEDIA = {"markdown": "text/markdown", "plain": "text/plain"}


def notes_on(article: Article, identity: str) -> Iterator[dict[str, Any]]:
    """All notes on an article of this identity, that with its text first."""
    yield _text(article, identity)
    given: Counter[str] = Counter()
    for fact in article.facts:
        name = identities.of_fact(identity, fact)
        given[name] += 1
        again = given[name] - 1
        yield _fact(article, fact, identity, identities.made_of(name, str(again)) if again else name)
    for number, repair in enumerate(article.repairs):
        yield _repair(article, repair, identity, identities.made_of("repair", identity, str(number)))


def _text(article: Article, identity: str) -> dict[str, Any]:
    fields = article.fields
    body = {"type": "TextualBody", "purpose": "describing", "format": MEDIA.get(article.markup, "text/plain")}
    spans = {"title": article.title, "description": article.description, "body": article.body}
    return {
        "id": identities.made_of("text", identity),
        "type": "Annotation",
        "motivation": "describing",
        "body": body | filled(language=fields.language) | {"value": article.text},
        "target": identity,
        "article": filled(
            title=fields.title,
            description=fields.description,
            published=fields.published,
            source=fields.source,
            author=fields.author,
            language=fields.language,
            category=fields.category,
            importance=fields.importance,
            companies=list(fields.companies),
            tags=list(fields.tags),
            note=fields.note,
            url=fields.url,
            slug=fields.slug,
        )
        | {"markup": article.markup, "spans": {name: list(span) for name, span in spans.items()}},
    }


def _fact(article: Article, stored: StoredFact, identity: str, name: str) -> dict[str, Any]:
    fact = stored.fact
    evidence = stored.evidence or Evidence.of(article.text, fact.start, fact.end)
    checked = stored.verdict is not Verdict.UNCHECKED
    assessed = ": ".join(part for part in (stored.verdict.value, stored.verdict_note) if part)
    bodies: list[dict[str, Any]] = [
        _words("tagging", value_words(fact)),
        _words("assessing", stored.decision.value),
    ]
    if checked:
        bodies.append(_words("assessing", assessed))
    if identities.is_uri(stored.verdict_source):
        bodies.append({"id": stored.verdict_source, "purpose": "linking"})
    said = {key: value for key, value in stored_fact_data(stored).items() if key not in ELSEWHERE}
    return {
        "id": name,
        "type": "Annotation",
        "motivation": ["tagging", "assessing"] if checked else "tagging",
        "body": bodies,
        "target": _target(identity, evidence),
        "fact": said | {"has_evidence": stored.evidence is not None},
    }


def _repair(article: Article, stored: StoredRepair, identity: str, name: str) -> dict[str, Any]:
    place = stored.repair.cleaned
    said = {key: value for key, value in stored_repair_data(stored).items() if key not in ELSEWHERE}
    return {
        "id": name,
        "type": "Annotation",
        "motivation": "editing",
        "body": [
            _words("editing", stored.repair.after),
            _words("describing", f"was “{stored.repair.before}”"),
        ],
        "target": _target(identity, Evidence.of(article.text, place.start, place.end)),
        "repair": said,
    }


def _words(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _target(identity: str, evidence: Evidence) -> dict[str, Any]:
    quote = {"type": "TextQuoteSelector", "exact": evidence.quote}
    place = {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end}
    around = filled(prefix=evidence.prefix, suffix=evidence.suffix)
    return {"source": identity, "selector": [quote | around, place]}


def _write(articles: Iterable[Exported], edition: Edition, stream: BinaryIO) -> None:
    name = identities.of_edition(edition)
    page = identities.made_of("page", name)
    head = {"@context": CONTEXT, "id": page, "type": "AnnotationPage", "startIndex": 0}
    out = ListWriter(stream, head, "items")
    given = identities.Identities()
    for each in articles:
        for note in notes_on(each.article, given.of(each.article)):
            out.add(note)
    whole = {
        "id": name,
        "type": "AnnotationCollection",
        **filled(label=edition.title),
        "first": page,
        "last": page,
    }
    out.close({"partOf": whole | {"total": out.count}})


WRITER = FileWriter(
    "annotations",
    "Web Annotation",
    "facts and repairs as notes on the words that state them",
    ".jsonld",
    _write,
)
