"""Articles become files of other programs, and nothing of them is lost or run."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.articles import Article, Document, Fields, State, StoredFact, StoredRepair
from curator.domain.facts import Decision, Evidence, Fact, FactKind, Precision, Verdict
from curator.domain.repairs import Repair, RepairKind
from curator.domain.spans import Span
from curator.formats import read
from curator.formats.writers.csv_files import BOM, COLUMNS, csv_heading, csv_row, neutral
from curator.formats.writers.json_lines import json_line
from curator.formats.writers.markdown_files import composed
from curator.paths import resource


def article_of(document: Document, path: str = "a.md") -> Article:
    unknown = {key: document.front_matter[key] for key in document.unknown}
    return Article(
        id=7, path=path, state=State.INBOX, fields=document.fields, unknown=unknown, origin=document.origin,
        format=document.format, markup=document.markup, encoding=document.encoding, revision=1, revisions=1,
        added_at="2026-11-21T10:00:00Z", text=document.text, title=document.title,
        description=document.description, body=document.body, facts=(), repairs=(), sets=("May",),
        notes=document.notes,
    )  # fmt: skip


POST = "---\ntitle: The plant\ntags: [a, b]\nx: {y: [1, no]}\nday: 2026-01-02\n---\n\nIt has 5 MW.\n"
ARTICLE = article_of(read(POST.encode(), "a.md"))
EVIDENCE = Evidence(18, 22, "5 MW", "It has ", ".")
FACTS = (
    StoredFact(
        1, 7, Fact(FactKind.QUANTITY, 18, 22, "5 MW", Decimal("0.1"), unit="megawatt"), EVIDENCE,
        Decision.ACCEPTED, Verdict.CONFIRMED, "seen", "https://e.example", "extractor",
    ),
    StoredFact(
        2, 7, Fact(FactKind.DATE, 0, 3, "2030", high=date(2030, 12, 31), precision=Precision.YEAR),
        None, Decision.PROPOSED, Verdict.UNCHECKED, "", "", "editor",
    ),
    StoredFact(
        3, 7, Fact(FactKind.MONEY, 0, 3, "x", Decimal(100000000000), unit="USD"), None,
        Decision.PROPOSED, Verdict.UNCHECKED, "", "", "editor",
    ),
)  # fmt: skip
REPAIR = StoredRepair(1, Repair(Span(0, 2), Span(0, 1), "Ã¡", "á", RepairKind.MOJIBAKE), Decision.ACCEPTED)


def test_a_json_line_holds_everything():
    line = json_line(replace(ARTICLE, facts=FACTS, repairs=(REPAIR,)), [{"label": "edit"}])
    assert line.endswith("\n")
    assert line.count("\n") == 1
    data = json.loads(line)
    assert (data["id"], data["title"], data["tags"], data["sets"]) == (7, "The plant", ["a", "b"], ["May"])
    assert data["unknown"] == {"x": {"y": [1, "no"]}, "day": "2026-01-02"}
    assert data["spans"] == {"title": [0, 9], "description": [0, 0], "body": [11, 23]}
    assert data["facts"][0]["value"] == 0.1
    assert data["facts"][0]["evidence"] == {
        "start": 18, "end": 22, "quote": "5 MW", "prefix": "It has ", "suffix": ".",
    }  # fmt: skip
    assert (data["facts"][1]["low"], data["facts"][1]["high"]) == (None, "2030-12-31")
    assert data["facts"][2]["value"] == 100_000_000_000
    assert data["repairs"][0]["original"] == [0, 2]
    assert data["journal"] == [{"label": "edit"}]


def test_a_csv_row_is_read_back_by_a_csv_reader():
    fields = replace(ARTICLE.fields, title='=HYPERLINK("x")', note="a;b\n“c”, d", companies=("A", "B, C"))
    text = csv_heading() + csv_row(replace(ARTICLE, fields=fields, facts=FACTS))
    (row,) = csv.DictReader(io.StringIO(text.removeprefix(BOM), newline=""))
    assert tuple(row) == COLUMNS
    assert row["title"] == '\'=HYPERLINK("x")'
    assert row["note"] == "a;b\n“c”, d"
    assert row["companies"] == "A; B, C"
    assert (row["importance"], row["facts_accepted"], row["facts_open"]) == ("", "1", "2")
    assert csv_row(ARTICLE).endswith("\r\n")
    assert text.startswith(f"{BOM}{COLUMNS[0]},")


@given(st.text())
def test_no_cell_is_a_formula(text):
    assert not neutral(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert neutral(text).removeprefix("'") in (text, text.removeprefix("'"))


def test_a_new_markdown_file_reads_back_the_same():
    found = read(composed(ARTICLE).encode(), "a.md")
    assert found.fields == ARTICLE.fields
    assert {key: found.front_matter[key] for key in found.unknown} == dict(ARTICLE.unknown)
    assert found.text == ARTICLE.text


@pytest.mark.parametrize("path", sorted(resource("samples").rglob("*.*")), ids=lambda path: path.stem[:30])
def test_every_sample_survives_being_written_and_read_again(path):
    article = article_of(read(path.read_bytes(), str(path)), str(path))
    found = read(composed(article).encode(), str(path))
    assert found.fields == article.fields
    assert {key: found.front_matter[key] for key in found.unknown} == dict(article.unknown)
    assert found.body.of(found.text) == article.body.of(article.text)


@given(
    st.builds(
        Fields,
        title=st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1),
        source=st.text(st.characters(exclude_categories=["C", "Z"])),
        importance=st.none() | st.integers(1, 5),
        tags=st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1), unique=True).map(tuple),
        published=st.sampled_from([None, "2026", "2026-01", "2026-01-02", "2026-01-02T03:04:05Z"]),
        language=st.sampled_from(["", "cs", "no", "zh"]),
    )
)
def test_any_fields_survive_a_new_markdown_file(fields):
    found = read(composed(replace(ARTICLE, fields=fields)).encode(), "a.md")
    assert found.fields == fields
