"""Texts of word processors are read as they are printed, and broken ones are refused."""

import zipfile

import pytest

from curator import formats
from curator.domain.errors import UnreadableFile
from curator.formats.documents import office_texts
from tests.formats.office_files import open_text, paragraph, styles, word

NAMES = styles(Nadpis1="heading 1", Nzev="Title", Seznam="List Bullet")
TITLE = paragraph("Pivovar Dub prodán", "Nzev")
LEAD = (
    "<w:p><w:r><w:t xml:space='preserve'>Plzeň, 3. března 2026 (KTA) – Pivovar Dub koupí za </w:t></w:r>"
    "<w:r><w:rPr><w:b/></w:rPr><w:t>40 milionů korun</w:t></w:r>"
    "<w:del w:id='1' w:author='x'><w:r><w:delText> tajně</w:delText></w:r></w:del>"
    "<w:ins w:id='2' w:author='x'><w:r><w:t xml:space='preserve"
    "'> společnost Lípa.</w:t></w:r></w:ins></w:p>"
)
TABLE = (
    "<w:tbl>"
    + "".join(
        f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>"
        for row in (("Rok", "Tržby"), ("2025", "12"))
    )
    + "</w:tbl>"
)
PROPERTIES = (
    "<dc:title>Dokument1</dc:title><dc:creator>Jana Malá</dc:creator><dc:language>cs-CZ</dc:language>"
    "<cp:keywords>pivo; akvizice</cp:keywords><dcterms:created>2026-03-02T08:00:00Z</dcterms:created>"
)
OPEN_BODY = (
    "<text:tracked-changes><text:changed-region text:id='c'><text:deletion><text:p>tajně</text:p>"
    "</text:deletion></text:changed-region></text:tracked-changes>"
    "<text:h text:outline-level='1'>Söğüt fabrikası satıldı</text:h>"
    "<text:p>Söğüt AŞ, fabrikayı <text:span text:style-name='B'>12 milyon avroya</text:span> sattı."
    "<text:line-break/>Devir<text:s text:c='1'/>1 Temmuz’da<text:change text:change-id='c'/>.</text:p>"
    "<text:list><text:list-item><text:p>makineler</text:p></text:list-item></text:list>"
    "<table:table table:name='t'><table:table-row><table:table-cell><text:p>Yıl</text:p></table:table-cell>"
    "<table:table-cell><text:p>Ciro</text:p></table:table-cell></table:table-row><table:table-row>"
    "<table:table-cell><text:p>2025</text:p></table:table-cell><table:table-cell><text:p>7</text:p>"
    "</table:table-cell></table:table-row></table:table>"
)


def test_a_word_document_is_read_as_it_is_printed() -> None:
    body = TITLE + LEAD + paragraph("Dluhy", "Nadpis1") + TABLE + paragraph("Cena je 3*4.")
    read = formats.read(word(body, PROPERTIES, NAMES), "dub.docx")
    assert read.title.of(read.text) == "Pivovar Dub prodán"
    paragraphs = read.body.of(read.text).split("\n\n")
    assert paragraphs[0] == (
        "Plzeň, 3. března 2026 (KTA) – Pivovar Dub koupí za **40 milionů korun** společnost Lípa."
    )
    assert paragraphs[1] == "# Dluhy"
    assert paragraphs[2] == "| Rok | Tržby |\n|---|---|\n| 2025 | 12 |"
    assert paragraphs[3] == "Cena je 3\\*4."


def test_what_the_text_says_counts_before_the_properties() -> None:
    fields = formats.read(word(TITLE + LEAD, PROPERTIES, NAMES), "dub.docx").fields
    assert (fields.title, fields.source, fields.published) == ("Pivovar Dub prodán", "KTA", "2026-03-03")
    assert (fields.author, fields.language, fields.tags) == ("Jana Malá", "cs", ("pivo", "akvizice"))
    bare = formats.read(word(paragraph("Pivovar Dub prodán"), PROPERTIES), "dub.docx")
    assert bare.fields.published == "2026-03-02T08:00:00Z"
    assert bare.origin["published"] == office_texts.PROPERTIES
    assert (
        formats.read(word(TITLE, PROPERTIES, NAMES), "2026-03-09-dub.docx").fields.published == "2026-03-09"
    )


def test_notes_lose_their_links_and_pictures_are_left_out() -> None:
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    notes = {
        "word/footnotes.xml": f"<w:footnotes {namespace}><w:footnote w:id='4'>{paragraph('Odhad.')}"
        "</w:footnote></w:footnotes>",
        "word/_rels/document.xml.rels": "<Relationships "
        "xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        f"<Relationship Id='f' Type='{relation}/footnotes' Target='footnotes.xml'/></Relationships>",
    }
    marked = "<w:p><w:r><w:t>Dub má dluh.</w:t></w:r><w:r><w:footnoteReference w:id='4'/></w:r></w:p>"
    text = formats.read(word(paragraph("Titulek") + marked, more=notes), "a.docx").text
    assert "Dub má dluh.\\[1\\]" in text
    assert "Odhad." in text
    assert "](#" not in text
    assert "↑" not in text


def test_an_open_document_is_read_as_it_is_printed() -> None:
    said = (
        "<meta:initial-creator>Ece Ak</meta:initial-creator><dc:creator>Redaksiyon</dc:creator>"
        "<dc:language>tr</dc:language><meta:keyword>tekstil</meta:keyword><meta:keyword>satış</meta:keyword>"
        "<meta:creation-date>2026-03-02T08:00:00.5</meta:creation-date>"
    )
    read = formats.read(open_text(OPEN_BODY, said), "fabrika.odt")
    fields = read.fields
    assert (fields.title, fields.author, fields.language) == ("Söğüt fabrikası satıldı", "Ece Ak", "tr")
    assert (fields.tags, fields.published) == (("tekstil", "satış"), "2026-03-02T08:00:00Z")
    body = read.body.of(read.text)
    assert body.startswith("Söğüt AŞ, fabrikayı **12 milyon avroya** sattı.\\\nDevir 1 Temmuz’da.")
    assert "-  makineler" in body
    assert "| Yıl  | Ciro |\n|------|------|\n| 2025 | 7    |" in body
    assert "tajně" not in body


@pytest.mark.parametrize("name", ["a.docx", "a.bin", "a.txt"])
def test_a_document_is_told_by_what_is_in_it(name: str) -> None:
    assert formats.read(word(paragraph("Dub prodán.")), name).format == "office"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (word("<w:p><w:r>"), "The document is broken"),
        (word("<w:p>&nic;</w:p>"), "The document is broken"),
        (open_text("<text:p>"), "The document is broken"),
        (word(paragraph("Dub prodán."))[:-30], "not text"),
        (word(""), "The file holds no text to read."),
        (open_text(""), "The file holds no text to read."),
    ],
    ids=["unclosed", "unknown-entity", "unclosed-open", "cut-off", "empty", "empty-open"],
)
def test_what_is_broken_or_empty_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        formats.read(data, "a.docx")


def test_a_mark_of_its_kind_that_cannot_be_unpacked_makes_it_some_archive() -> None:
    data = open_text("<text:p>Dub</text:p>")
    place = data.index(b"mimetype") + len(b"mimetype")
    broken = data[:place] + b"\xff" * 8 + data[place + 8 :]
    with pytest.raises(UnreadableFile, match="not text"):
        formats.read(broken, "a.odt")


def test_a_document_that_unpacks_to_more_than_any_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_texts, "MOST_MARKUP", 100_000)
    huge = paragraph("Dub " * 50_000)
    with pytest.raises(UnreadableFile, match="larger than"):
        formats.read(word(huge), "a.docx")
    with pytest.raises(UnreadableFile, match="larger than"):
        formats.read(open_text(f"<text:p>{'Dub ' * 50_000}</text:p>"), "a.odt")


def test_other_archives_are_told_as_before(tmp_path) -> None:
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "text")
    with pytest.raises(UnreadableFile, match="A ZIP archive, not text"):
        formats.read(file.read_bytes(), "a.zip")
