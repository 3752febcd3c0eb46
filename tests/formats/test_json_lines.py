"""Any article survives JSON Lines: what is read is what was written, whatever the texts and numbers."""

import hashlib
import io
import json
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from curator.domain.articles import Article, Fields, State, StoredFact, StoredRepair
from curator.domain.changes import Change, JournalEntry, Step, Subject
from curator.domain.exports import Edition, Exported
from curator.domain.facts import Approximation, Decision, Evidence, Fact, FactKind, Precision, Status, Verdict
from curator.domain.records import KnownCompany, Record, SetPlace, Version
from curator.domain.repairs import Alternative, Repair, RepairKind
from curator.domain.spans import Span
from curator.formats.collections import Choices, Head
from curator.formats.json_files import json_lines
from curator.formats.readers import Claim
from curator.formats.writers.json_lines import WRITER

EDITION = Edition("All", "", 1, "2031-01-03T10:00:00Z")
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
names = texts.filter(str.strip)
numbers = st.integers(1, 1 << 40)
probabilities = st.floats(0, 1)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(1 << 60), 1 << 60)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
decimals = st.decimals(allow_nan=False, allow_infinity=False, places=None).filter(
    lambda d: abs(d.adjusted()) < 300
)
moments = st.sampled_from([None, "2026", "2026-01", "2026-01-02", "2026-01-02T03:04:05Z"])
fields = st.builds(
    Fields,
    title=texts, description=texts, published=moments, source=texts, author=texts, language=texts,
    category=texts, importance=st.none() | st.integers(1, 5), note=texts, url=texts, slug=texts,
    companies=st.lists(texts.filter(bool), unique=True, max_size=3).map(tuple),
    tags=st.lists(texts.filter(bool), unique=True, max_size=3).map(tuple),
)  # fmt: skip


@st.composite
def spans(draw, length):
    start = draw(st.integers(0, length))
    return Span(start, draw(st.integers(start, length)))


@st.composite
def facts(draw, text, number):
    start, end = draw(spans(len(text)))
    kind = draw(st.sampled_from(FactKind))
    bounds = st.none() | (st.dates() if kind is FactKind.DATE else decimals)
    evidence = draw(st.booleans())
    fact = Fact(
        kind, start if evidence else 0, end if evidence else 0, text[start:end],
        draw(st.none() | decimals), draw(bounds), draw(bounds), draw(st.none() | texts),
        draw(st.sampled_from(Approximation)), draw(st.sampled_from(Status)),
        draw(st.none() | st.sampled_from(Precision)), draw(probabilities), draw(texts),
        draw(st.none() | texts),
    )  # fmt: skip
    return StoredFact(
        draw(numbers), number, fact, Evidence.of(text, start, end) if evidence else None,
        draw(st.sampled_from(Decision)), draw(st.sampled_from(Verdict)), draw(texts), draw(texts),
        draw(texts),
        draw(st.lists(texts, max_size=2).map(tuple)), draw(st.integers(-1, 99)), draw(st.none() | numbers),
    )  # fmt: skip


@st.composite
def repairs(draw, text, field):
    decision = draw(st.sampled_from(Decision))
    span = draw(spans(len(text)))
    standing, other = span.of(text) if not field else draw(texts), draw(texts)
    before, after = (standing, other) if decision is Decision.REJECTED else (other, standing)
    alternatives = draw(st.lists(st.builds(Alternative, texts, probabilities), max_size=2).map(tuple))
    repair = Repair(
        draw(spans(99)), span, before, after, draw(st.sampled_from(RepairKind)), draw(texts),
        draw(probabilities), alternatives,
    )  # fmt: skip
    return StoredRepair(draw(numbers), repair, decision, field)


@st.composite
def versions(draw, number, text):
    original = draw(st.binary(max_size=30) | texts.map(str.encode))
    keys = draw(st.dictionaries(texts, values, max_size=3))
    return Version(
        number, draw(texts), draw(texts), draw(texts), draw(texts), draw(texts), draw(st.integers(0, 9)),
        draw(st.integers(0, 9)), *(draw(spans(len(text))) for _ in range(3)),
        draw(st.lists(texts, max_size=2).map(tuple)), keys, tuple(keys)[:1],
        draw(st.dictionaries(texts, texts, max_size=2)), draw(fields),
        hashlib.sha256(original).hexdigest(), original,
    )  # fmt: skip


@st.composite
def entries(draw, number):
    change = st.builds(
        Change, st.sampled_from(Subject), numbers, texts, values, values, st.sampled_from([None, number])
    )
    changes = tuple(draw(st.lists(change, max_size=3)))
    places = tuple(range(1, 2 * len(changes), 2))
    return JournalEntry(
        draw(numbers), draw(texts), draw(texts), draw(texts), Step(draw(texts), changes), draw(st.booleans()),
        draw(st.booleans()), draw(st.none() | numbers), places,
    )  # fmt: skip


@st.composite
def wholes(draw):
    number, text = draw(numbers), draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
    known = tuple(draw(versions(n, text)) for n in range(1, draw(st.integers(1, 3)) + 1))
    current = draw(st.sampled_from(known))
    article = Article(
        id=number, path=draw(names), state=draw(st.sampled_from(State)), fields=draw(fields),
        unknown={key: current.front_matter[key] for key in current.unknown}, origin=current.origin,
        format=current.format, markup=current.markup, encoding=current.encoding, revision=current.number,
        revisions=len(known), added_at=draw(texts), text=text, title=current.title,
        description=current.description, body=current.body,
        facts=tuple(draw(st.lists(facts(text, number), max_size=3))),
        repairs=tuple(draw(st.lists(repairs(text, ""), max_size=2))), sets=draw(st.lists(texts).map(tuple)),
        notes=current.notes, field_repairs=tuple(draw(st.lists(repairs(text, "a.b"), max_size=2))),
        source_path=current.source_path, imported_at=current.imported_at, reviewed_at=draw(texts),
        sha256=current.sha256, imported=current.fields,
    )  # fmt: skip
    places = st.lists(st.builds(SetPlace, numbers, names, texts, numbers), max_size=2).map(tuple)
    companies = st.builds(
        KnownCompany, numbers, names, st.lists(texts).map(tuple), st.lists(texts).map(tuple)
    )
    record = Record(known, draw(places), draw(st.lists(companies, max_size=2).map(tuple)))
    return Exported(article, current.original, tuple(draw(st.lists(entries(number), max_size=2))), record)


def written(*given):
    stream = io.BytesIO()
    WRITER.write(given, EDITION, stream)
    return stream.getvalue()


def read(data):
    return list(json_lines.entries(io.BytesIO(data), "a.jsonl", Choices()))


@settings(max_examples=60)
@given(wholes())
def test_any_article_is_read_as_it_was_written(whole):
    data = written(whole)
    (entry,) = read(data)
    assert entry.reason == ""
    assert entry.whole == whole
    for one, other in zip(entry.whole.article.facts, whole.article.facts, strict=True):
        assert (str(one.fact.value), str(one.fact.low)) == (str(other.fact.value), str(other.fact.low))
    assert written(entry.whole) == data
    assert data.count(b"\n") == 1


@settings(max_examples=40)
@given(wholes(), st.data())
def test_a_line_with_another_value_is_refused_or_read_but_never_breaks(whole, data):
    line = json.loads(written(whole))
    key = data.draw(st.sampled_from(sorted(line)))
    line[key] = data.draw(values)
    (entry,) = read(json.dumps(line).encode())
    assert entry.reason or entry.whole or entry.data


def test_numbers_that_json_cannot_carry_are_written_out():
    text = "1.50"
    fact = Fact(FactKind.MONEY, 0, 4, text, Decimal("1.50"), Decimal(2), Decimal("0.1234567890123456789012"))
    line = json.loads(
        written(
            Exported(
                replace(
                    _bare(text),
                    facts=(
                        StoredFact(
                            1, 1, fact, None, Decision.PROPOSED, Verdict.UNCHECKED, "", "", "extractor"
                        ),
                    ),
                )
            )
        )
    )
    (fact_data,) = line["facts"]
    assert (fact_data["value"], fact_data["low"]) == (1.5, 2)
    assert fact_data["exact"] == {"value": "1.50"}
    assert fact_data["high"] == "0.1234567890123456789012"


def _bare(text):
    return Article(
        id=1, path="a.md", state=State.INBOX, fields=Fields(), unknown={}, origin={}, format="", markup="",
        encoding="", revision=1, revisions=1, added_at="", text=text, title=Span(0, 0),
        description=Span(0, 0), body=Span(0, 4), facts=(), repairs=(), sets=(),
    )  # fmt: skip


def test_a_line_that_is_too_long_is_passed_over(monkeypatch):
    monkeypatch.setattr(json_lines, "MOST_LINE", 50)
    long, short = read(b'{"title": "' + b"x" * 500 + b'"}\n{"title": "One"}\n')
    assert "longer" in long.reason
    assert (short.place, short.path) == ("line 2", "a/one.md")


def test_lines_are_known_by_name_and_by_what_they_hold():
    assert json_lines.claim(Head(b"", "a.jsonl")) is Claim.CERTAIN
    assert json_lines.claim(Head(written(Exported(_bare("text"))), "a.txt")) is Claim.CONTENT
    assert json_lines.claim(Head(b'{"id": 7}\n', "a.txt")) is Claim.NO
    assert json_lines.count(io.BytesIO(b"1\n2\n3")) == 3
