"""Preparing: from a file's bytes to all that will be stored of it. Pure, so that it can run anywhere."""

from __future__ import annotations

import contextlib
import hashlib
import os
import signal
import zlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, NamedTuple, Self, TypeVar

from curator.domain.articles import Article, Document, Fields, StoredFact
from curator.domain.changes import Value
from curator.domain.companies import Company
from curator.domain.facts import Decision, Evidence, Fact, FactKind, Verdict
from curator.domain.folding import folded
from curator.domain.intakes import Found, Intake
from curator.domain.repairs import Cleaned, Repair
from curator.domain.sentences import beginnings, number_at
from curator.domain.spans import Span
from curator.domain.storable import storable_text
from curator.domain.subjects import subjects
from curator.formats import fact_lists
from curator.formats.fact_lists import Stated

DEEPEST = 40
"""How deep front matter is followed; no author nests deeper."""

MOST_VALUES = 20_000
"""How many front-matter values are taken: aliases can make a short file endless."""

SAMPLE = 20_000
"""Code points from which the language of a text in several is told."""

EAST_ASIAN_WEIGHT = 2.5
"""Letters of an alphabet that say about as much as one Chinese, Japanese or Korean character."""

LEADING_SHARE = 0.3
"""The share of a text in the language of its headline from which the whole counts as written in it."""

MANY = 200
"""From so many files on it pays to start other processes."""

AHEAD = 64
"""Files that wait in memory at most while others are prepared."""

MOST_WORKERS = 8

Kept = TypeVar("Kept")

_TEXTS = ("title", "description", "source", "author", "category", "note", "url", "slug")


@dataclass(frozen=True, slots=True)
class File:
    """A file to import: its bytes, its name in the library, where it lay."""

    path: str
    source_path: str
    data: bytes
    sha256: str

    @classmethod
    def of(cls, path: str, source_path: str, data: bytes) -> File:
        """The file with its checksum."""
        return cls(path, source_path, data, hashlib.sha256(data).hexdigest())


def prepare(file: File, known: Sequence[Company] = ()) -> Intake:
    """All that the library will keep of a file; UnreadableFile with the reason if nothing.

    `known` are the companies the library knows already.
    """
    from curator import cleaning, extraction, formats

    document = formats.read(file.data, file.path)
    values = _Values(document)
    parts = cleaning.clean_parts([document.text, *values.texts], document.fields.language or None)
    text, whole = storable_text(parts[0].text), parts[0]
    spans = [moved(span, whole.repairs) for span in (document.title, document.description, document.body)]
    right = {before: storable_text(after.text) for before, after in zip(values.texts, parts[1:], strict=True)}
    fields = _fields(document, right, text, spans, whole)
    facts = _facts(text, spans[0], fields, known, values.stated())
    notes = tuple(
        dict.fromkeys([*document.notes, *(note for part in parts for note in part.notes), *values.notes])
    )
    return Intake(
        path=storable_text(file.path),
        source_path=storable_text(file.source_path),
        sha256=file.sha256,
        packed=zlib.compress(file.data, 6),
        size=len(file.data),
        format=document.format,
        markup=document.markup,
        encoding=document.encoding,
        text=text,
        title=spans[0],
        description=spans[1],
        body=spans[2],
        fields=fields,
        front_matter=values.cleaned(right),
        unknown=document.unknown,
        origin=dict(document.origin),
        notes=notes,
        repairs=tuple(_repairs(document, values, parts)),
        facts=facts,
        cleaner_version=cleaning.VERSION,
        extractor_version=extraction.VERSION,
    )


def moved(span: Span, repairs: Sequence[Repair]) -> Span:
    """Where a place of the original stands in the cleaned text."""
    if not repairs or span.start == span.end:
        grown = sum(len(r.after) - len(r.before) for r in repairs if r.original.end <= span.start)
        return span.shifted(grown)
    start, end = span
    for repair in repairs:
        grown = (repair.cleaned.end - repair.cleaned.start) - (repair.original.end - repair.original.start)
        if repair.original.end <= span.start:
            start, end = start + grown, end + grown
        elif repair.original.start < span.end:
            if repair.original.start < span.start:
                start = repair.cleaned.start
            end = max(end + grown, repair.cleaned.end)
    return Span(start, end)


class _Values:
    """The texts beside the reading text: front-matter values by their key path, and the fields."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.notes: list[str] = []
        self.left = MOST_VALUES
        self.by_path: dict[str, str] = {}
        self._fact_keys = [key for key in fact_lists.keys(document.front_matter) if key in document.unknown]
        self.json = {
            str(key): self._taken(value, str(key), 1)
            for key, value in document.front_matter.items()
            if key not in self._fact_keys
        }
        fields = document.fields
        plain = [getattr(fields, name) for name in _TEXTS]
        texts = [*self.by_path.values(), *plain, *fields.companies, *fields.tags]
        self.texts = [text for text in dict.fromkeys(texts) if text]

    def _taken(self, value: Value, path: str, depth: int) -> Value:
        """The value as JSON, its texts noted by their path."""
        self.left -= 1
        if depth > DEEPEST or self.left < 0:
            self._note("The front matter is nested too deeply or too long; the rest of it was left out.")
            return None
        if isinstance(value, str):
            self.by_path[path] = value
            return value
        if isinstance(value, Mapping):
            items: Iterator[tuple[Any, Any]] = iter(value.items())  # pyright: ignore[reportUnknownArgumentType, reportUnknownMemberType, reportUnknownVariableType]
            return {
                str(key): self._taken(each, f"{path}.{key}", depth + 1)
                for key, each in items
                if self.left > 0
            }
        if isinstance(value, (list, tuple, set, frozenset)):
            listed: list[Any] = list(value)  # pyright: ignore[reportUnknownArgumentType]
            return [
                self._taken(each, f"{path}.{n}", depth + 1) for n, each in enumerate(listed) if self.left > 0
            ]
        return _plain(value)

    def _note(self, note: str) -> None:
        if note not in self.notes:
            self.notes.append(note)

    def cleaned(self, right: Mapping[str, str]) -> dict[str, Any]:
        """The front matter with its texts repaired; quotes of facts are of the right text already."""
        plain = {key: self.document.front_matter[key] for key in self._fact_keys}
        return {key: _repaired(value, right) for key, value in self.json.items()} | plain

    def stated(self) -> list[Stated]:
        """The facts that the front matter states."""
        return [
            each for key in self._fact_keys for each in fact_lists.stated(self.document.front_matter[key])
        ]


def _repaired(value: Value, right: Mapping[str, str]) -> Value:
    if isinstance(value, str):
        return right.get(value, value)
    if isinstance(value, dict):
        return {key: _repaired(each, right) for key, each in value.items()}  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, list):
        return [_repaired(each, right) for each in value]  # pyright: ignore[reportUnknownVariableType]
    return value


def _plain(value: Value) -> Value:
    """A value that JSON can say; a number it cannot say becomes a text."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if abs(value) < 1 << 63 else "(a number too long to keep)"
    if isinstance(value, float):
        return value if abs(value) < float("inf") else str(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return str(value)


def _repairs(document: Document, values: _Values, parts: Sequence[Cleaned]) -> Iterator[tuple[str, Repair]]:
    """The repairs of the text, then those of front-matter values that are not part of it."""
    yield from (("", repair) for repair in parts[0].repairs)
    shown = {document.title.of(document.text), document.description.of(document.text)}
    by_text = dict(zip(values.texts, parts[1:], strict=True))
    for path, text in values.by_path.items():
        if text and text not in shown:
            yield from ((path, repair) for repair in by_text[text].repairs)


def _fields(
    document: Document, right: Mapping[str, str], text: str, spans: Sequence[Span], whole: Cleaned
) -> Fields:
    """The fields repaired, companies under their one name, the language told if it is not stated."""
    given = document.fields
    texts = {name: right.get(getattr(given, name), "") for name in _TEXTS}
    for name, span, old in (
        ("title", spans[0], document.title),
        ("description", spans[1], document.description),
    ):
        if getattr(given, name) == old.of(document.text):
            texts[name] = span.of(text)
    return replace(
        given,
        **texts,
        language=given.language or _language(text, spans[0]) or whole.language,
        importance=given.importance if given.importance in (1, 2, 3, 4, 5) else None,
        companies=_canonical([right.get(name, name) for name in given.companies]),
        tags=tuple(dict.fromkeys(right.get(name, name) for name in given.tags)),
    )


def _language(text: str, title: Span) -> str:
    """The language of most of the text; of a digest in two, the one that its headline is in."""
    from curator.cleaning.languages import language_of, paragraph_languages

    most = language_of(text)
    leading = language_of(title.of(text))
    if not leading or leading == most:
        return most
    lengths: dict[str, float] = {}
    for span, language in paragraph_languages(text[:SAMPLE]):
        weight = EAST_ASIAN_WEIGHT if language in {"zh", "ja", "ko"} else 1.0
        lengths[language] = lengths.get(language, 0) + weight * (span.end - span.start)
    return leading if lengths.get(leading, 0) >= LEADING_SHARE * sum(lengths.values()) else most


def _canonical(given: Sequence[str]) -> tuple[str, ...]:
    if not given:
        return ()
    from curator.extraction.companies import canonical

    found = {folded(name): name for name in (canonical(each) for each in reversed(given)) if name}
    return tuple(reversed(found.values()))


def _facts(
    text: str, title: Span, fields: Fields, known: Sequence[Company], stated: Sequence[Stated] = ()
) -> tuple[Found, ...]:
    """The facts of the text with their sentences; companies the front matter names are its own."""
    from curator.extraction import extract

    named = {folded(name) for name in fields.companies}
    there = {folded(company.name) for company in known}
    own = tuple(Company(name) for name in fields.companies if folded(name) not in there and _is_new(name))
    companies = (*known, *own) if own else known
    found = extract(text, fields.language or None, published_day(fields.published), known=companies)
    starts = beginnings(text)
    about = {id(fact): names for fact, names in zip(found, subjects(text, found, starts), strict=True)}
    extracted = [
        Found(fact, number_at(starts, fact.start), _origin(fact, named), about[id(fact)])
        for fact in _each_company_once(found, title)
    ]
    return tuple(_with_stated(extracted, [fact_lists.anchored(each, text) for each in stated], starts))


def facts_of(article: Article, known: Sequence[Company] = ()) -> tuple[StoredFact, ...]:
    """The facts that are found in an article's text, proposed."""
    return tuple(
        StoredFact(
            id=0,
            article_id=article.id,
            fact=each.fact,
            evidence=Evidence.of(article.text, each.fact.start, each.fact.end),
            decision=Decision.PROPOSED,
            verdict=Verdict.UNCHECKED,
            verdict_note="",
            verdict_source="",
            origin=each.origin,
            about=each.about,
            sentence=each.sentence,
        )
        for each in _facts(article.text, article.title, article.fields, known)
    )


def _with_stated(found: list[Found], stated: Sequence[Stated], starts: list[int]) -> list[Found]:
    """The facts of the text with what the front matter says of them, and those that only it states."""
    if not stated:
        return found
    left = list(found)
    merged: list[Found] = []
    for each in stated:
        own = next((one for one in left if _says_same(one.fact, each)), None)
        if own is not None:
            left.remove(own)
        else:
            sentence = number_at(starts, each.fact.start) if each.fact.start >= 0 else -1
            own = Found(each.fact, sentence, "front matter")
        if each.decision is Decision.EDITED:
            own = own._replace(fact=replace(each.fact, start=own.fact.start, end=own.fact.end))
        said = (each.decision, each.verdict, each.note, each.source)
        merged.append(Found(*own[:4], *said))
    return sorted([*left, *merged], key=lambda one: (one.fact.start < 0, one.fact.start))


def _says_same(found: Fact, stated: Stated) -> bool:
    """Whether a fact of the text is the one stated: in the same words, or a company of the same name."""
    other = stated.fact
    if found.kind is not other.kind:
        return False
    if found.kind is FactKind.COMPANY and folded(found.name or "") == folded(other.name or ""):
        return True
    if (found.start, found.end) != (other.start, other.end):
        return False
    values = ((one.value, one.low, one.high, one.unit, one.name) for one in (found, other))
    return stated.decision is Decision.EDITED or len(set(values)) == 1


def _each_company_once(found: Sequence[Fact], title: Span) -> list[Fact]:
    """The facts with one mention of each company: the first after the headline, which is the first that
    stands in a sentence, else the one in the headline. An editor decides a company once, not ten times.
    """
    chosen: dict[str, Fact] = {}
    for fact in found:
        if fact.kind is FactKind.COMPANY:
            name = folded(fact.name or fact.quote)
            if name not in chosen or (chosen[name].start < title.end <= fact.start):
                chosen[name] = fact
    kept = {id(fact) for fact in chosen.values()}
    return [fact for fact in found if fact.kind is not FactKind.COMPANY or id(fact) in kept]


def _is_new(name: str) -> bool:
    from curator.extraction.company_tables import table_of

    return table_of(()).spelled(name) is None


def _origin(fact: Fact, named: set[str]) -> str:
    is_named = fact.kind is FactKind.COMPANY and folded(fact.name or fact.quote) in named
    return "front matter" if is_named else "extractor"


def published_day(published: str | None) -> date | None:
    """The day an article was published, from which relative dates count; the first of a month or year."""
    if not published:
        return None
    try:
        return date.fromisoformat((published + "-01-01")[:10])
    except ValueError:
        return None


class Unsearched(NamedTuple):
    """An article that is there but for its facts."""

    article: Article


class Preparer:
    """Prepares files in their order, on other processors too where there are many."""

    def __init__(self, known: Sequence[Company], expected: int) -> None:
        self.known = tuple(known)
        self.pool: Executor | None = None
        if expected >= MANY and (os.cpu_count() or 1) > 1:
            self.pool = _pool(self.known)

    def prepared(
        self, files: Iterable[File | Unsearched | Kept]
    ) -> Iterator[Intake | Article | Kept | Exception]:
        """Each file made ready and each article with its facts, or what went wrong with it.

        Anything else is passed on as it is.
        """
        ahead: deque[tuple[File | Unsearched | Kept, Future[Intake | Article] | None]] = deque()
        for each in files:
            ahead.append((each, self._begun(each)))
            if self.pool is None or len(ahead) >= AHEAD:
                yield self._ready(*ahead.popleft())
        while ahead:
            yield self._ready(*ahead.popleft())

    def _begun(self, each: object) -> Future[Intake | Article] | None:
        if self.pool is None or not isinstance(each, (File, Unsearched)):
            return None
        try:
            return self.pool.submit(_prepare_known, each)
        except BrokenExecutor:
            return None

    def _ready(
        self, each: File | Unsearched | Kept, begun: Future[Intake | Article] | None
    ) -> Intake | Article | Kept | Exception:
        if not isinstance(each, (File, Unsearched)):
            return each
        try:
            if begun is not None:
                with contextlib.suppress(BrokenExecutor):  # then it is done here
                    return begun.result()
            return _done(each, self.known)
        except Exception as error:  # noqa: BLE001 - one file, whatever it holds, never stops the rest
            return error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.pool is not None:
            self.pool.shutdown(wait=True, cancel_futures=True)


def _pool(known: tuple[Company, ...]) -> Executor:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("spawn")  # a fork would copy Qt and the database's connections
    return ProcessPoolExecutor(min(os.cpu_count() or 1, MOST_WORKERS), context, _remember, (known,))


_known: tuple[Company, ...] = ()


def _remember(known: tuple[Company, ...]) -> None:
    """Keep what the library knows, in a process that prepares."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that was started
    global _known  # noqa: PLW0603 - each process has its own, set once at its start
    _known = known


def _prepare_known(each: File | Unsearched) -> Intake | Article:
    return _done(each, _known)


def _done(each: File | Unsearched, known: Sequence[Company]) -> Intake | Article:
    if isinstance(each, File):
        return prepare(each, known)
    return replace(each.article, facts=facts_of(each.article, known))
