"""Anybody's tables become articles: headings of many languages, dialects, encodings, and what is hostile."""

import io
import json
import time
import zipfile
from datetime import UTC, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.errors import UnreadableFile
from curator.formats import read
from curator.formats.collections import Choices
from curator.formats.json_files import json_lines
from curator.formats.tables import collection, csv_tables, workbooks
from curator.formats.tables.column_names import guessed
from curator.formats.tables.table_articles import composed, names_of

TEXT = "Orchard Chips builds a plant near Brno. It will cost 20 million euros."


def entries(data, name="table.csv", **columns):
    format_ = json_lines if name.endswith("l") else collection
    return list(format_.entries(io.BytesIO(data), name, Choices(columns)))


def documents(data, name="table.csv", **columns):
    return [read(each.data, each.path) for each in entries(data, name, **columns)]


def workbook(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        ("Titel Datum Text Quelle Autor Schlagwörter Link", "title published text source author tags url"),
        ("název|datum vydání|obsah|zdroj|odkaz|štítky", "title published text source url tags"),
        ("заглавие дата текст източник автор", "title published text source author"),
        ("Заголовок|Дата публикации|Текст статьи|Источник|Ссылка", "title published text source url"),
        ("标题 发布时间 正文 来源 作者", "title published text source author"),
        ("タイトル 公開日 本文 出典", "title published text source"),
        ("titre|date de publication|texte|mots-clés|URL de l'article", "title published text tags url"),
        ("article_title pub_date article_text publisher byLine", "title published text source author"),
        ("TITLE publishedAt Content image_url comments_count", "title published text  "),
        ("Başlık Tarih İçerik Kaynak", "title published text source"),
        ("Τίτλος Ημερομηνία Κείμενο Πηγή", "title published text source"),
        ("tytuł data treść źródło", "title published text source"),
    ],
)
def test_headings_of_many_languages_are_understood(columns, fields):
    names = columns.split("|") if "|" in columns else columns.split(" ")
    wanted = {field: name for field, name in zip(fields.split(" "), names, strict=False) if field}
    assert guessed(names, []) == wanted


def test_columns_that_no_heading_gives_are_told_by_their_cells():
    rows = [["x", "https://a.example/1", TEXT * 5], ["y", "https://a.example/2", TEXT * 4]]
    assert guessed(["a", "b", "c"], rows) == {"url": "b", "text": "c"}


def test_the_one_column_of_days_is_the_date_whatever_its_heading() -> None:
    rows = [["Crane bought", "2026-03-01", "12"], ["Pier closed", "2. 3. 2026", "2026"]]
    assert guessed(["headline", "when", "n"], rows) == {"title": "headline", "published": "when"}
    assert guessed(["headline", "modified at", "n"], rows) == {"title": "headline"}
    assert "published" not in guessed(
        ["headline", "from", "to"], [["Fair opens", "2026-03-01", "2026-03-05"]]
    )


def test_a_row_becomes_a_file_that_is_read_as_any_other():
    data = (
        "Titel;Datum;Text;Quelle;Schlagwörter;Ausgabe\r\n"
        f'"Ein ""Werk""";27.01.2026;"{TEXT}\r\n\r\nZweiter Absatz";Brno heute;KI, Chips;12\r\n'
    ).encode("cp1252")
    (entry,) = entries(data, "stories/table.csv")
    assert (entry.path, entry.place) == ("table/ein-werk.md", "line 4")
    document = read(entry.data, entry.path)
    assert document.fields.title == 'Ein "Werk"'
    assert (document.fields.published, document.fields.source) == ("2026-01-27", "Brno heute")
    assert document.fields.tags == ("KI", "Chips")
    assert document.body.of(document.text) == f"{TEXT}\n\nZweiter Absatz"
    assert document.front_matter["Ausgabe"] == "12"
    assert entries(data, "stories/table.csv") == [entry]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encodings_and_dialects_are_told(encoding, delimiter):
    rows = [["název", "text"], ["Továrna u Brna", "Žluťoučký kůň úpěl ďábelské ódy."]] * 1
    data = "\r\n".join(delimiter.join(row) for row in rows).encode(encoding)
    (document,) = documents(data)
    assert document.fields.title == "Továrna u Brna"
    assert document.body.of(document.text) == rows[1][1]


def test_a_line_that_names_the_separator_is_no_row():
    (document,) = documents(b"sep=|\ntitle|text\na, b; c|d\n")
    assert document.fields.title == "a, b; c"


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        (["03/04/2026", "27/01/2026"], "2026-04-03"),
        (["03/04/2026", "01/27/2026"], "2026-03-04"),
        (["1767225600"], "2026-01-01T00:00:00Z"),
        (["1767225600000"], "2026-01-01T00:00:00Z"),
        (["5. ledna 2026"], "2026-01-05"),
        (["2026-01-05 10:11"], "2026-01-05T10:11:00Z"),
    ],
)
def test_dates_are_read_by_what_the_column_says(dates, first):
    data = "title,date\n" + "".join(f"story,{each}\n" for each in dates)
    assert documents(data.encode())[0].fields.published == first


def test_the_editor_chooses_columns():
    data = b"a,b,title\nOne,Two,Three\n"
    (document,) = documents(data, title="A", text="2")
    assert (document.fields.title, document.body.of(document.text)) == ("One", "Two")
    assert document.front_matter["title_"] == "Three"
    (document,) = documents(data, source="b")
    assert (document.fields.title, document.fields.source) == ("Three", "Two")


def test_a_table_without_a_title_or_text_says_which_columns_there_are():
    with pytest.raises(UnreadableFile, match=r"columns are a, b\..*--map"):
        entries(b"a,b\n1,2\n")


def test_a_list_of_substack_says_where_its_texts_are():
    columns = b"post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle\n"
    one, told = entries(columns + b"7.quay,2026-03-03T09:00:00.000Z,true,,newsletter,everyone,Quay,Soon\n")
    assert read(one.data, one.path).fields.title == "Quay"
    assert "no texts" in told.reason
    assert "posts" in told.hint
    (other,) = entries(b"post_id,title,subtitle\n7,Quay,Soon\n")
    assert not other.reason


def test_html_in_a_cell_is_read_as_html():
    (entry,) = entries(f"title,content\nPlant,<p>{TEXT}</p><script>x()</script>\n".encode())
    document = read(entry.data, entry.path)
    assert entry.path.endswith(".html")
    assert (document.fields.title, document.body.of(document.text).strip()) == ("Plant", TEXT)


def test_rows_with_nothing_and_rows_too_short_or_long_are_borne():
    found = entries(b"title,text\n,\n\n  ,\nOne\nTwo,b,c,d\n,only text\n")
    assert [each.path for each in found[:2]] == ["table/one.md", "table/two.md"]
    assert [each.reason for each in found] == ["", "", ""]


def test_a_quote_that_is_never_closed_ends_the_table_with_a_reason(monkeypatch):
    monkeypatch.setattr("curator.formats.tables.csv_tables.LONGEST_CELL", 1000)
    with pytest.raises(UnreadableFile, match="quotation mark"):
        entries(b'title,text\nOne,"' + b"x" * 5000)


def test_a_quote_that_is_never_closed_swallows_nothing_and_is_told_with_its_line():
    one, two, three, told = entries(b'title,text\n"One,\n1","A, b"\nTwo,"C ""d"" e\nThree,F\n')
    texts = [
        read(each.data, each.path).body.of(read(each.data, each.path).text) for each in (one, two, three)
    ]
    assert [text.strip() for text in texts] == ["A, b", '"C ""d"" e', "F"]
    assert (told.place, told.hint != "") == ("line 4", True)
    assert "never closed" in told.reason


@pytest.mark.parametrize(
    ("table", "lines", "titles"),
    [
        # a mark that opens the title of one row, and a cell in marks some rows on
        ('t,text,n\n"Sun in Brno,A,1\nRain,B,2\nSnow,"C, d",3\nIce,E,4\n', [2], "Sun Rain Snow Ice"),
        ('t;text\n"Sun in Brno;A\nRain;"B; c"\nIce;"E"\n', [2], "Sun Rain Ice"),
        # the next cell in marks has several lines, and one more mark is astray later
        ('t,text\n"Sun,A\nRain,"B, c\n\nd"\nIce,E\n"Fog,F\nHail,"G"\n', [2, 7], "Sun Rain Ice Fog Hail"),
        # inches close it, as it seems
        ('t,text,n\nSun,"A,1\nRain,B,2\nPipes of 5",C,3\nIce,E,4\n', [2], "Sun Rain Pipes Ice"),
        # cells of several lines that are in order: with as many commas, and with marks in them
        ('t,text,n\nSun,"A, b, c\nd, e, f\ng, h",1\nIce,E,4\n', [], "Sun Ice"),
        ('t,text\nSun,"A, b\n""c"" d\ne, ""f"""\nIce,"E\n\nf"\n', [], "Sun Ice"),
        ('t,text\n"Sun\nand ""rain""",A\nIce,"E"\n', [], "Sun Ice"),
    ],
)
def test_a_mark_astray_that_a_later_row_closes_merges_no_rows(table, lines, titles):
    found = entries(table.replace("t,", "title,", 1).replace("t;", "title;", 1).encode())
    read_ones = [read(each.data, each.path) for each in found if not each.reason]
    assert [each.fields.title.strip('"').split()[0] for each in read_ones] == titles.split()
    assert [each.place for each in found if each.reason] == [f"line {line}" for line in lines]


def test_a_cell_that_is_closed_amid_words_is_told_where_its_lines_are_no_rows():
    *_, told = entries(b'title,text,n\nSun,"It ""shone"",\nand "Brno" was\nwarm",1\nIce,E,4\n')
    assert told.place == "line 2"


@given(st.text('",ab\n\r', max_size=60))
def test_whatever_quotes_are_left_open_no_letter_of_a_table_is_lost(table):
    data = f"a,b\n{table}"
    told = [cell for _, row in csv_tables.rows(io.BytesIO(data.encode())) for cell in row]
    assert [sign for sign in "".join(told) if sign in "ab"] == [sign for sign in data if sign in "ab"]


def test_lines_of_json_are_taken_by_their_keys():
    rows = [
        {
            "headline": "One",
            "body": TEXT,
            "publishedAt": "2026-01-05T10:00:00Z",
            "keywords": ["a", {"name": "b"}],
        },
        {
            "title": {"rendered": "Two"},
            "content": {"rendered": f"<p>{TEXT}</p>"},
            "link": "https://a.example",
        },
        {"x": 1},
        [1, 2],
    ]
    data = "\n".join(map(json.dumps, rows)).encode()
    one, two, three, four = entries(data, "posts.jsonl")
    assert (three.reason, four.reason) == ("There is neither a title nor a text.", "This is no object.")
    document = read(one.data, one.path)
    assert (document.fields.title, document.fields.tags) == ("One", ("a", "b"))
    assert document.fields.published == "2026-01-05T10:00:00Z"
    assert read(two.data, two.path).fields.url == "https://a.example"


def test_a_workbook_gives_its_dates_and_numbers():
    moment = datetime(2026, 1, 27, 3, 4, 5, tzinfo=UTC).replace(tzinfo=None)
    data = workbook(
        ["Titel", "Datum", "Text", "Nr"], [], ["Eins", moment, TEXT, 5.0], ["Zwei", moment.date(), "b", 2.5]
    )
    one, two = documents(data, "b.xlsx")
    assert (one.fields.published, one.front_matter["Nr"]) == ("2026-01-27T03:04:05Z", 5)
    assert (two.fields.published, two.front_matter["Nr"]) == ("2026-01-27", 2.5)
    assert [each.place for each in entries(data, "b.xlsx")] == ["row 3 of Sheet", "row 4 of Sheet"]


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def altered(change):
    with zipfile.ZipFile(io.BytesIO(workbook(["title", "text"], ["One", TEXT]))) as archive:
        return zipped({name: change(name, archive.read(name)) for name in archive.namelist()})


def test_a_zip_bomb_is_left_alone(monkeypatch):
    monkeypatch.setattr(workbooks, "_LARGE", 1 << 20)
    bomb = altered(lambda name, data: data + b" " * (8 << 20) if name.endswith("sheet1.xml") else data)
    unpacked = []
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda _, name, *__, **___: unpacked.append(name))
    with pytest.raises(UnreadableFile, match="far more"):
        entries(bomb, "bomb.xlsx")
    assert not unpacked


def test_a_part_too_large_is_left_alone(monkeypatch):
    monkeypatch.setattr(workbooks, "MOST_SHARED", 1000)
    big = altered(lambda name, data: data + b" " * 2000 if name.endswith("styles.xml") else data)
    with pytest.raises(UnreadableFile, match="far more"):
        entries(big, "big.xlsx")


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(part, encoding):
    evil = '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    with pytest.raises(UnreadableFile, match="entities"):
        entries(altered(lambda name, data: evil.encode(encoding) if name == part else data), "evil.xlsx")


def test_a_million_empty_rows_are_passed_over():
    data = altered(
        lambda _, data: (
            data.replace(b'r="2"', b'r="1048576"').replace(b"A2", b"A1048576").replace(b"B2", b"B1048576")
        )
    )
    begun = time.process_time()
    (entry,) = entries(data, "far.xlsx")
    assert entry.place == "row 1048576 of Sheet"
    assert time.process_time() - begun < 20


def test_a_row_beyond_all_rows_and_a_column_beyond_all_columns_are_not_followed():
    data = altered(lambda _, data: data.replace(b'r="2"', b'r="99999999999"'))
    assert entries(data, "far.xlsx") == []
    data = altered(lambda _, data: data.replace(b'"B2"', b'"ZZZ2"'))
    (entry,) = entries(data, "wide.xlsx")
    assert "One" in entry.data.decode()


def test_a_table_wider_than_any_spreadsheet_is_refused():
    data = ",".join(f"column{number}" for number in range(100_000)).encode()
    with pytest.raises(UnreadableFile, match="100,002 columns"):
        entries(b"title,text," + data + b"\nA plant,It opens\n")


def test_headings_that_stand_twice_lose_no_cell():
    (entry,) = entries(b"title,text,note 5,x,note,note,note\nA plant,It opens,one,two,three,four,five\n")
    assert all(word in entry.data.decode() for word in ("one", "two", "three", "four", "five"))


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" + b"\0" * 600, b"title,text\n", zipped({"a": "b"})],
    ids=["nothing", "the beginning of an archive", "an old workbook", "a table", "another archive"],
)
def test_what_is_no_workbook_is_told(data):
    with pytest.raises(UnreadableFile):
        entries(data, "no.xlsx")


@given(
    st.dictionaries(st.text(max_size=8), st.text(max_size=20) | st.integers() | st.none(), max_size=5),
    st.text(),
)
def test_any_values_make_a_file_that_can_be_read(front, body):
    data = composed(front, body)
    if body.strip():
        try:
            assert read(data, "a.md").text
        except UnreadableFile:
            assert not body.strip("\0\ufeff \t\r\n") or not body.isprintable()


@given(st.text(max_size=40))
def test_any_text_has_names(text):
    assert all(names_of(text))


def test_rows_are_counted_by_the_beginning():
    row = f'One,"{TEXT}\r\n{TEXT}"\r\n'.encode()
    for number in (1, 50, 5000):
        counted = collection.count(io.BytesIO(b"title,text\r\n" + row * number))
        assert abs(counted - number) <= number // 50
    assert collection.count(io.BytesIO(b"")) == 1


@pytest.mark.parametrize(
    "said",
    [
        r'"He said \"no\", twice, and left."',
        r'"\"No,\" he said, twice"',
        r'"He said \"no\" in C:\\desk"',
        r'"""No,"" he said"',
        r'"Kept in C:\desk\"',
    ],
)
def test_marks_escaped_by_a_backslash_are_told_from_doubled_ones(said):
    table = f'title,text,url\n"Quay",{said},https://a.example/1\n"Mill","plain",https://a.example/2\n'
    cells = [row for _, row in csv_tables.rows(io.BytesIO(table.encode()))]
    expected = said[1:-1].replace('""', '"').replace(r"\"", '"').replace("\\\\", "\\")
    if said.endswith('desk\\"'):
        expected = said[1:-1]
    assert cells[1:] == [["Quay", expected, "https://a.example/1"], ["Mill", "plain", "https://a.example/2"]]
