"""Rebuilding: an article with its facts and repairs from what another format has kept of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from curator.domain.articles import Fields, StoredFact, StoredRepair
from curator.domain.errors import UnreadableFile
from curator.domain.exports import Exported, notes_of
from curator.domain.facts import Decision, Evidence, Fact, FactKind, Verdict
from curator.domain.records import KnownCompany, Record, Version
from curator.domain.repairs import Alternative, Repair, RepairKind
from curator.domain.sentences import beginnings, number_at
from curator.domain.spans import Span
from curator.formats.anchoring import anchored
from curator.formats.collections import Entry, composed, path_in
from curator.formats.drafts import Reading
from curator.formats.json_files.json_facts import fact_of
from curator.formats.json_files.json_values import Object


class Rebuilder:
    """Rebuilds the articles of one collection; what it numbers has one number in all of them."""

    def __init__(self, collection: str) -> None:
        self._collection = collection
        self._articles = 0
        self._facts = 0
        self._repairs = 0
        self._companies: dict[str, int] = {}
        self._paths: dict[str, int] = {}

    def entry(
        self, place: str, fields: Fields, reading: Reading, guid: str, notes: Iterable[Object], markup: str
    ) -> Entry:
        """The article with the facts and repairs that the notes tell of, as an entry of the collection.

        A fact whose words do not stand in the text is left out, and so is a repair.
        """
        self._articles += 1
        unknown = {"guid": guid} if guid and guid != fields.url else {}
        body = reading.body.of(reading.text)
        original = composed(place, self._collection, self._articles, fields, body, unknown)
        given = list(notes)
        facts = tuple(found for each in given if "fact" in each for found in self._fact(each, reading.text))
        repairs = tuple(
            found
            for each in given
            if "repair" in each
            for found in self._repair(each.object("repair"), reading.text)
        )
        version = self._version(fields, reading, unknown, original.data, markup)
        companies = tuple(KnownCompany(number, name) for name, number in self._companies.items())
        named = {each.fact.name for each in facts if each.fact.kind is FactKind.COMPANY}
        own = tuple(each for each in companies if each.name in named)
        article = replace(
            version.article(self._articles, self._path(original.path), fields, reading.text),
            facts=tuple(replace(each, article_id=self._articles) for each in facts),
            repairs=repairs,
        )
        whole = Exported(article, original.data, (), Record((version,), (), own))
        return Entry(place, article.path, whole=whole)

    def notes(self, place: str, identity: str, entry: Entry | None, notes: Iterable[Object]) -> Entry:
        """Notes on the article of this identity, with the entry that restores it if there is one.

        Without one they are of use only where the article is there: it is an entry without a text.
        """
        if entry is not None and entry.whole is not None:
            return replace(entry, whole=replace(entry.whole, notes_on=identity))
        self._articles += 1
        facts = tuple(found for each in notes if "fact" in each for found in self._fact(each, None))
        whole = notes_of(identity, self._articles, path_in(self._collection, identity), facts)
        return Entry(place, whole.article.path, whole=whole)

    def _version(
        self, fields: Fields, reading: Reading, unknown: dict[str, str], original: bytes, markup: str
    ) -> Version:
        return Version(
            number=1,
            imported_at="",
            source_path="",
            format="markdown",
            markup=markup,
            encoding="utf-8",
            cleaner_version=0,
            extractor_version=0,
            title=reading.title,
            description=reading.description,
            body=reading.body,
            notes=(),
            front_matter=dict(unknown),
            unknown=tuple(unknown),
            origin={},
            fields=fields,
            sha256=hashlib.sha256(original).hexdigest(),
            original=original,
        )

    def _path(self, path: str) -> str:
        """The path, with a number where another article has it."""
        seen = self._paths.get(path, 0)
        self._paths[path] = seen + 1
        return path if not seen else self._path(f"{path.removesuffix('.md')}-{seen + 1}.md")

    def _fact(self, note: Object, text: str | None) -> list[StoredFact]:
        """The fact where its words stand in the text; without a text where they are said to stand."""
        said = note.object("fact")
        evidence = evidence_in(note)
        fact = fact_of(said)
        is_stated = said.truth("has_evidence")
        span = Span(evidence.start, evidence.end) if text is None else anchored(text, evidence)
        if span is None and is_stated:
            return []
        if span is not None:
            fact = replace(fact, start=span.start, end=span.end)
        found = None
        if span is not None and is_stated:
            found = evidence if text is None else Evidence.of(text, *span)
        self._facts += 1
        return [
            StoredFact(
                id=self._facts,
                article_id=0,
                fact=fact,
                evidence=found,
                decision=said.word("decision", Decision, Decision.PROPOSED),
                verdict=said.word("verdict", Verdict, Verdict.UNCHECKED),
                verdict_note=said.text("verdict_note", ""),
                verdict_source=said.text("verdict_source", ""),
                origin=said.text("origin", "editor"),
                about=said.texts("about"),
                sentence=number_at(_beginnings(text), fact.start) if found and text else -1,
                company_id=self._company(fact),
            )
        ]

    def _company(self, fact: Fact) -> int | None:
        if fact.kind is not FactKind.COMPANY or not fact.name:
            return None
        return self._companies.setdefault(fact.name, len(self._companies) + 1)

    def _repair(self, said: Object, text: str) -> list[StoredRepair]:
        decision = said.word("decision", Decision, Decision.PROPOSED)
        repair = Repair(
            original=said.span("original"),
            cleaned=said.span("cleaned", len(text)),
            before=said.text("before"),
            after=said.text("after"),
            kind=said.word("kind", RepairKind),
            channel=said.text("channel", ""),
            confidence=said.number("confidence", 1.0),
            alternatives=tuple(
                Alternative(each.text("text"), each.number("confidence"))
                for each in said.objects("alternatives")
            ),
        )
        standing = repair.before if decision is Decision.REJECTED else repair.after
        if repair.cleaned.of(text) != standing:
            return []
        self._repairs += 1
        return [StoredRepair(self._repairs, repair, decision)]


@lru_cache(maxsize=1)
def _beginnings(text: str) -> list[int]:
    """Where the sentences of a text begin; all facts of an article ask for it one after the other."""
    return beginnings(text)


def evidence_in(note: Object) -> Evidence:
    """The words a note is about, by its selectors; UnreadableFile if it has none by their quote."""
    quote = place = None
    for selector in note.object("target").objects("selector"):
        kind = selector.text("type", "")
        if kind == "TextQuoteSelector":
            quote = selector
        elif kind == "TextPositionSelector":
            place = selector
    if quote is None:
        raise UnreadableFile("A note does not say which words it is about.")
    start = place.whole("start") if place else 0
    end = place.whole("end") if place else start + len(quote.text("exact"))
    return Evidence(start, end, quote.text("exact"), quote.text("prefix", ""), quote.text("suffix", ""))


def reading_of(text: str, spans: Object) -> Reading:
    """A reading text with its parts; UnreadableFile where they are not in it."""
    title, description, body = (spans.span(name, len(text)) for name in ("title", "description", "body"))
    return Reading(text, Span(*title), Span(*description), Span(*body))
