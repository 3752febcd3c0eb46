"""Articles from the JSON that Curator writes of them, exactly as they were, or UnreadableFile.

Everything is checked before anything is believed: that places are in the text and quotes stand there, that
originals have their checksums, that numbers are numbers.
"""

from __future__ import annotations

import re
from dataclasses import replace

from curator.domain.articles import LISTS, Fields, State, StoredFact, StoredRepair
from curator.domain.changes import Change, JournalEntry, Step, Subject
from curator.domain.errors import UnreadableFile
from curator.domain.exports import Exported
from curator.domain.facts import Decision, Verdict
from curator.domain.records import KnownCompany, Record, SetPlace, Version
from curator.domain.repairs import Alternative, Repair, RepairKind
from curator.formats.json_files.json_facts import evidence_of, fact_of
from curator.formats.json_files.json_originals import original_of
from curator.formats.json_files.json_values import Object

_MOMENT = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\dZ)?)?)?")
_TEXTS = ("title", "description", "source", "author", "language", "category", "note", "url", "slug")


def is_ours(values: object) -> bool:
    """Whether a JSON value is an article as Curator writes it."""
    return isinstance(values, dict) and {"revisions", "text", "spans", "state"} <= values.keys()  # pyright: ignore[reportUnknownMemberType]


def exported_of(data: Object) -> Exported:
    """The article with its journal and record; UnreadableFile if anything in it is not as it should be."""
    number = data.whole("id", 0)
    text = data.text("text")
    versions = tuple(_version(each) for each in data.objects("revisions"))
    current = next((each for each in versions if each.number == data.whole("revision")), None)
    if current is None:
        raise UnreadableFile("Its revision is not among its “revisions”.")
    if len({each.number for each in versions}) < len(versions):
        raise UnreadableFile("Two of its “revisions” have one number.")
    if any(span.end > len(text) for span in (current.title, current.description, current.body)):
        raise UnreadableFile("“spans” of its revision are not in the text.")
    article = replace(
        current.article(number, data.name("path"), fields_of(data), text),
        state=data.word("state", State),
        revisions=len(versions),
        added_at=data.text("added_at"),
        reviewed_at=data.text("reviewed_at", ""),
        facts=tuple(_stored_fact(each, text, number) for each in data.objects("facts")),
        repairs=tuple(_stored_repair(each, text) for each in data.objects("repairs")),
        field_repairs=tuple(_stored_repair(each, None) for each in data.objects("field_repairs")),
        sets=data.texts("sets"),
    )
    journal = tuple(_entry(each, number) for each in data.objects("journal"))
    return Exported(article, current.original, journal, _record(data.object("library"), versions))


def fields_of(data: Object) -> Fields:
    """The fields of an article."""
    importance = data.value("importance")
    if importance is not None and (isinstance(importance, bool) or importance not in (1, 2, 3, 4, 5)):
        raise UnreadableFile("“importance” is no whole number from 1 to 5.")
    published = data.text_or_none("published")
    if published is not None and not _MOMENT.fullmatch(published):
        raise UnreadableFile("“published” is no ISO date.")
    texts = {name: data.text(name, "") for name in _TEXTS}
    companies, tags = (tuple(dict.fromkeys(each for each in data.texts(name) if each)) for name in LISTS)
    importance = None if importance is None else int(importance)
    return Fields(**texts, published=published, importance=importance, companies=companies, tags=tags)


def _version(data: Object) -> Version:
    spans = data.object("spans")
    original, sha256 = original_of(data)
    return Version(
        number=data.whole("number"),
        imported_at=data.text("imported_at"),
        source_path=data.text("source_path"),
        format=data.text("format"),
        markup=data.text("markup"),
        encoding=data.text("encoding"),
        cleaner_version=data.whole("cleaner_version"),
        extractor_version=data.whole("extractor_version"),
        title=spans.span("title"),
        description=spans.span("description"),
        body=spans.span("body"),
        notes=data.texts("notes"),
        front_matter=data.mapping("front_matter"),
        unknown=data.texts("unknown"),
        origin=data.mapping("origin"),
        fields=fields_of(data.object("fields")),
        sha256=sha256,
        original=original,
    )


def _stored_fact(data: Object, text: str, article_id: int) -> StoredFact:
    evidence = evidence_of(data, text)
    return StoredFact(
        id=data.whole("id", 0),
        article_id=article_id,
        fact=fact_of(data),
        evidence=evidence,
        decision=data.word("decision", Decision),
        verdict=data.word("verdict", Verdict),
        verdict_note=data.text("verdict_note", ""),
        verdict_source=data.text("verdict_source", ""),
        origin=data.text("origin"),
        about=data.texts("about"),
        sentence=data.whole("sentence") if data.value("sentence", -1) != -1 else -1,
        company_id=None if data.value("company") is None else data.whole("company"),
    )


def _stored_repair(data: Object, text: str | None) -> StoredRepair:
    """A repair; one of the reading text has to stand there."""
    length = None if text is None else len(text)
    repair = Repair(
        original=data.span("original"),
        cleaned=data.span("cleaned", length),
        before=data.text("before"),
        after=data.text("after"),
        kind=data.word("kind", RepairKind),
        channel=data.text("channel"),
        confidence=data.number("confidence"),
        alternatives=tuple(
            Alternative(each.text("text"), each.number("confidence")) for each in data.objects("alternatives")
        ),
    )
    decision = data.word("decision", Decision)
    standing = repair.before if decision is Decision.REJECTED else repair.after
    if text is not None and repair.cleaned.of(text) != standing:
        raise UnreadableFile(f"The repair “{standing[:40]}” does not stand where it says.")
    return StoredRepair(data.whole("id", 0), repair, decision, data.text("field", ""))


def _entry(data: Object, article_id: int) -> JournalEntry:
    changes = data.objects("changes")
    return JournalEntry(
        id=data.whole("id"),
        made_at=data.text("at"),
        who=data.text("who"),
        kind=data.text("kind"),
        step=Step(data.text("label"), tuple(_change(each, article_id) for each in changes)),
        undone=data.truth("undone"),
        stale=data.truth("stale"),
        target=None if data.value("target") is None else data.whole("target"),
        places=tuple(each.whole("place") for each in changes),
    )


def _change(data: Object, article_id: int) -> Change:
    owner = None if data.value("article") is None else data.whole("article")
    if owner not in (None, article_id):
        raise UnreadableFile("A step of its journal changes another article.")
    return Change(
        data.word("subject", Subject),
        data.whole("id"),
        data.text("field"),
        data.value("before"),
        data.value("after"),
        owner,
    )


def _record(data: Object, versions: tuple[Version, ...]) -> Record:
    return Record(
        versions,
        tuple(
            SetPlace(each.whole("id"), each.name("name"), each.text("made_at"), each.whole("position"))
            for each in data.objects("sets")
        ),
        tuple(
            KnownCompany(each.whole("id"), each.name("name"), each.texts("aliases"), each.texts("apart"))
            for each in data.objects("companies")
        ),
    )
