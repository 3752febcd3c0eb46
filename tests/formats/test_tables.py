"""Tables are what other programs read: csv, openpyxl and pyarrow say the same of them as was written."""

import csv
import io
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.articles import Article, Fields, State, StoredFact
from curator.domain.errors import CuratorError
from curator.domain.exports import Edition, Exported
from curator.domain.facts import Decision, Evidence, Fact, FactKind, Precision, Verdict
from curator.domain.spans import Span
from curator.formats.tables.table_values import joined, neutral, parted, plain
from curator.formats.writers import csv_files, parquet_files, table_columns, xlsx_files

TEXT = "The plant\n\nIt costs 1.50 million euros and opens on 2 May 2031."
FIELDS = Fields(
    title="=HYPERLINK(1)", published="2031-01-02", importance=4, companies=("A; B", "C"), tags=("x",),
    note="'=1", source="-5",
)  # fmt: skip
ARTICLE = Article(
    id=7, path="a.md", state=State.INBOX, fields=FIELDS, unknown={"x": [1]}, origin={}, format="markdown",
    markup="markdown", encoding="utf-8", revision=1, revisions=1, added_at="2031-01-03T10:00:00Z", text=TEXT,
    title=Span(0, 9), description=Span(9, 9), body=Span(11, len(TEXT)), repairs=(), sets=("May",),
    facts=(
        StoredFact(
            1, 7, Fact(FactKind.MONEY, 20, 32, "1.50 million", Decimal("1.50"), unit="EUR"),
            Evidence.of(TEXT, 20, 32), Decision.ACCEPTED, Verdict.CONFIRMED, "seen", "", "extractor", ("C",),
        ),
        StoredFact(
            2, 7,
            Fact(
                FactKind.DATE, 0, 0, "2 May 2031", low=date(2031, 5, 2), high=date(2031, 5, 2),
                precision=Precision.DAY,
            ),
            None, Decision.PROPOSED, Verdict.UNCHECKED, "", "", "editor",
        ),
        StoredFact(
            3, 7, Fact(FactKind.PERCENT, 0, 0, "x", low=Decimal("-0.1234567890123456789"), unit="%"),
            None, Decision.REJECTED, Verdict.WRONG, "+1", "", "editor",
        ),
    ),
)  # fmt: skip
EDITION = Edition("All", "", 1, "2031-01-03T10:00:00Z", newest="2031-01-02")


def written(writer, *articles, edition=EDITION):
    stream = io.BytesIO()
    writer.write([Exported(each) for each in articles], edition, stream)
    return stream.getvalue()


def sheets(data):
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        sheet.title: [dict(zip(names, row, strict=True)) for row in rows]
        for sheet in book
        for names, *rows in [sheet.iter_rows(values_only=True)]
    }


def test_a_row_a_fact_is_read_by_the_csv_module():
    rows = list(csv.DictReader(io.StringIO(written(csv_files.FACTS_WRITER, ARTICLE).decode("utf-8-sig"))))
    assert tuple(rows[0]) == table_columns.FACT
    assert [row["id"] for row in rows] == ["1", "2", "3"]
    assert (rows[0]["value"], rows[0]["unit"], rows[0]["about"], rows[0]["start"]) == (
        "1.50",
        "EUR",
        "C",
        "20",
    )
    assert (rows[1]["from"], rows[1]["start"], rows[1]["title"]) == ("2031-05-02", "", "'=HYPERLINK(1)")
    assert (rows[2]["low"], rows[2]["verdict_note"]) == ("-0.1234567890123456789", "'+1")


def test_a_workbook_has_real_dates_and_numbers_and_no_formula():
    found = sheets(written(xlsx_files.WRITER, ARTICLE))
    (row,) = found["Articles"]
    assert tuple(row) == table_columns.ARTICLE
    assert (row["id"], row["published"], row["importance"]) == (7, datetime.fromisoformat("2031-01-02"), 4)
    assert (row["title"], row["note"], row["source"]) == ("=HYPERLINK(1)", "'=1", "-5")
    assert row["text"] == TEXT
    money, day, share = found["Facts"]
    assert (money["value"], money["start"]) == (1.5, 20)
    assert (day["from"], day["start"]) == (datetime.fromisoformat("2031-05-02"), None)
    assert share["low"] == "-0.1234567890123456789"
    book = openpyxl.load_workbook(io.BytesIO(written(xlsx_files.WRITER, ARTICLE)))
    assert book["Articles"].freeze_panes == "A2"
    assert {cell.data_type for row in book["Articles"] for cell in row if cell.value is not None} == {
        "s",
        "n",
        "d",
    }
    assert book.properties.created == datetime.fromisoformat("2031-01-02")


def test_a_workbook_knows_no_clock():
    assert written(xlsx_files.WRITER, ARTICLE) == written(xlsx_files.WRITER, ARTICLE)
    assert written(parquet_files.WRITER, ARTICLE) == written(parquet_files.WRITER, ARTICLE)


def test_a_text_longer_than_a_cell_goes_on_in_another_sheet():
    text = "𐌰b" * 40_000
    found = sheets(written(xlsx_files.WRITER, replace(ARTICLE, text=text)))
    rest = found["Texts"]
    assert [(row["article"], row["column"], row["part"]) for row in rest] == [
        (7, "text", number) for number in range(2, len(rest) + 2)
    ]
    assert found["Articles"][0]["text"] + "".join(row["text"] for row in rest) == text
    assert max(len(row["text"].encode("utf-16-le")) for row in rest) <= 2 * 32_767


def test_a_text_that_looks_like_markup_stays_text():
    text = '<r><t>no</t></r></is></c><c r="B9"><f>1+1</f></c><r></r>'
    found = sheets(written(xlsx_files.WRITER, replace(ARTICLE, text=text)))
    assert found["Articles"][0]["text"] + found["Texts"][0]["text"] == text


def test_rows_beyond_a_sheet_go_on_the_next(monkeypatch):
    monkeypatch.setattr(xlsx_files, "MOST_ROWS", 3)
    found = sheets(written(xlsx_files.WRITER, *(replace(ARTICLE, id=n, facts=()) for n in range(1, 6))))
    assert [row["id"] for name in ("Articles", "Articles 2", "Articles 3") for row in found[name]] == [
        1,
        2,
        3,
        4,
        5,
    ]


@pytest.mark.parametrize(
    "published", ["2031-01-02T03:04:05Z", "1899-05-06", "2031-05", "2031", "2031-13-45", None]
)
def test_moments_a_sheet_cannot_hold_are_text(published):
    fields = replace(FIELDS, published=published)
    (row,) = sheets(written(xlsx_files.WRITER, replace(ARTICLE, fields=fields)))["Articles"]
    is_moment = published == "2031-01-02T03:04:05Z"
    assert row["published"] == (datetime.fromisoformat("2031-01-02T03:04:05") if is_moment else published)


def test_parquet_has_facts_as_a_list():
    table = pyarrow.parquet.read_table(io.BytesIO(written(parquet_files.WRITER, ARTICLE, ARTICLE)))
    assert table.num_rows == 2
    (row, _) = table.to_pylist()
    assert (row["id"], row["companies"], row["text"]) == (7, ["A; B", "C"], TEXT)
    money, day, share = row["facts"]
    assert (money["value"], money["exact"], money["about"]) == (1.5, "", ["C"])
    assert (day["from"], day["start"]) == (date(2031, 5, 2), None)
    assert share["exact"] == "low=-0.1234567890123456789"


def test_without_pyarrow_the_way_to_it_is_told(monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(parquet_files, "import_module", missing)
    with pytest.raises(CuratorError, match=r"pip install curator\[parquet\]"):
        written(parquet_files.WRITER, ARTICLE)


@given(st.text())
def test_a_neutral_cell_is_plain_again(text):
    assert plain(neutral(text)) == text


@given(st.text(alphabet="'=+-@\t\r\n＝a", max_size=8))
def test_apostrophes_of_its_own_stay(text):
    assert plain(neutral(text)) == text


@given(st.lists(st.text(alphabet=st.sampled_from("ab;\"' \n\r\t,é"), min_size=1, max_size=6)))
def test_names_joined_are_parted_again(names):
    assert parted(joined(names)) == tuple(names)


@given(st.text(), st.text())
def test_any_text_is_in_the_csv_file_as_it_is(title, text):
    article = replace(ARTICLE, fields=replace(FIELDS, title=title), text=text)
    data = written(csv_files.WRITER, article).decode("utf-8-sig", "surrogatepass")
    rows = list(csv.DictReader(io.StringIO(data, newline="")))
    if not any("\ud800" <= character <= "\udfff" for character in title + text):
        assert (plain(rows[0]["title"]), plain(rows[0]["text"])) == (title, text)
