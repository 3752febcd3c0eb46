"""Bytes become text, and nothing is lost in silence."""

import codecs
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.domain.articles import Fields
from curator.domain.errors import UnreadableFile
from curator.formats.encodings.decoding import decode, encoded, lossless
from curator.formats.front_matter.patching import patched

CZECH = (
    "Továrna Řezáč ohlásila, že příští rok postaví linku za pět miliard. „Žádná jiná není,“ řekl ředitel.\n"
)
TEXTS = {
    "cp1250": CZECH,
    "iso8859_2": CZECH.replace("„", '"').replace("“", '"'),
    "cp1251": "Заводът обяви, че догодина ще построи нова линия за пет милиарда лева, каза директорът.\n",
    "koi8_r": "Завод объявил, что в следующем году построит новую линию за пять миллиардов рублей.\n",
    "cp1252": "Das Werk kündigt an, nächstes Jahr für fünf Milliarden größer zu bauen – sagt der Chef.\n",
    "cp1253": "Το εργοστάσιο ανακοίνωσε ότι θα κατασκευάσει νέα γραμμή του χρόνου, δήλωσε ο διευθυντής.\n",
    "cp1254": "Fabrika gelecek yıl yeni bir hat kuracağını açıkladı; maliyet beş milyar liraya ulaşacak.\n",
    "gb18030": "这家工厂宣布，明年将建设新的生产线，成本将达到五十亿元。投资者对此表示欢迎。\n",
    "big5hkscs": "這家工廠宣布，明年將建設新的生產線，成本將達到五十億元。投資者對此表示歡迎。\n",
    "cp932": "工場は来年、新しいラインを建設すると発表した。費用は五千億円に達する見込みだと社長は述べた。\n",
    "cp949": "공장은 내년에 새로운 라인을 건설할 것이라고 발표했다. 비용은 오조 원에 이를 것이다.\n",
}


@pytest.mark.parametrize("encoding", TEXTS)
def test_a_text_in_a_code_page_is_recognised(encoding):
    text = TEXTS[encoding] * 3
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16-le",
        "utf-16-be",
        "utf-16-le-sig",
        "utf-16-be-sig",
        "utf-32-le",
        "utf-32-be-sig",
    ],
)
def test_unicode_encodings_are_told_with_and_without_a_mark(language, encoding):
    text = TEXTS[language] + "\n1. a, b\n" * 3
    found = decode(encoded(text, encoding))
    assert (found.text, found.encoding, found.exact) == (text, encoding, True)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "form", ["{title}\n\n{body}", "---\ntitle: {title}\nx: 1\n---\n\n{body}", "<p>{title}</p><p>{body}</p>"]
)
def test_korean_with_spaces_and_figures_is_told_without_a_mark(encoding, form):
    text = form.format(
        title="시, 새 박물관 건립 계획 공개",
        body="시는 금요일 새 박물관을 총 320억 원을 들여 짓겠다고 밝혔다. 개관은 2028년 5월로 잡혀 있다.",
    )
    assert decode(text.encode(encoding)).text == text


@settings(max_examples=200)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf8_is_always_read_as_utf8(text):
    found = decode(text.encode())
    assert found.text == text.removeprefix("\ufeff")
    assert encoded(found.text, found.encoding) == text.encode()


@settings(max_examples=200)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_and_exact_means_exact(data):
    with suppress(UnreadableFile):
        found = decode(data)
        assert not found.exact or encoded(found.text, found.encoding) == data


def test_three_bad_bytes_do_not_turn_a_utf8_text_into_a_code_page():
    data = CZECH.encode() * 20 + b"\x93abc\x94 and caf\xe9 here\n"
    found = decode(data)
    assert found.text == CZECH * 20 + "“abc” and café here\n"
    assert found.encoding == "utf-8"
    assert not found.exact
    assert found.notes == ("3 bytes are not UTF-8, read as cp1252.",)


def test_a_cut_character_is_marked_as_lost():
    found = decode((CZECH + "ž").encode()[:-1])
    assert found.text == CZECH + "�"
    assert found.notes == ("1 character is cut off and lost (�).",)


def test_a_declared_charset_is_believed_where_utf8_fails():
    page = '<html><head><meta charset="iso-8859-2"></head><p>Příliš žluťoučký kůň</html>'
    assert decode(page.encode("iso8859_2")).text == page
    xml = '<?xml version="1.0" encoding="windows-1250"?><html><p>Příliš žluťoučký kůň</p></html>'
    assert decode(xml.encode("cp1250")).text == xml


def test_a_wrong_declaration_does_not_spoil_utf8():
    page = '<meta charset="windows-1250"><p>Příliš žluťoučký kůň</p>'
    found = decode(page.encode())
    assert (found.text, found.encoding) == (page, "utf-8")


def test_a_declaration_from_outside_helps():
    assert decode("Příliš".encode("iso8859_2"), "ISO-8859-2").text == "Příliš"
    assert decode("Příliš".encode("cp1250"), "no-such-charset").text


def test_japanese_mail_encoding_is_read():
    text = "工場は来年、新しいラインを建設すると発表した。\n"
    assert decode(text.encode("iso2022_jp")).text == text


def test_stray_zero_bytes_stay_for_cleaning():
    text = "The plant\0 was bought.\n" * 3 + "And so on. " * 50
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\nxref", "A PDF with a .txt name, not text."),
        (b"PK\x03\x04\x14\0", "A ZIP archive with a .txt name, not text."),
        (
            b"PK\x03\x04\x14" + bytes(25) + b"[Content_Types].xml",
            "An office document with a .txt name, not text.",
        ),
        (
            b"PK\x03\x04\x14" + bytes(25) + b"mimetypeapplication/epub+zip",
            "An e-book (EPUB) with a .txt name, not text.",
        ),
        (
            b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n type=x\r\n\r\nWords",
            "A web archive (MHTML) with a .txt name, not text.",
        ),
        (b"\x89PNG\r\n\x1a\n\0", "A PNG picture with a .txt name, not text."),
        (b"\xff\xd8\xff\xe0JFIF", "A JPEG picture with a .txt name, not text."),
        (b"{\\rtf1 text", "A rich text (RTF) document with a .txt name, not text."),
    ],
)
def test_binary_files_are_refused_by_their_signature(data, message):
    with pytest.raises(UnreadableFile) as refusal:
        decode(data, name="x.txt")
    assert refusal.value.message == message
    assert refusal.value.hint


@pytest.mark.parametrize("page", ["cp037", "cp500", "cp273", "cp1140"])
def test_a_text_from_a_mainframe_is_refused_and_its_name_said(page):
    text = "The harbour of Brno has had three cranes since 1987, and will have five.\n" * 3
    with pytest.raises(UnreadableFile, match="EBCDIC"):
        decode(text.encode(page))


@pytest.mark.parametrize(
    "data",
    [
        "Přístav zaplatil 5 milionů, řekl ředitel.".encode("utf-7"),
        "Завод заплатил пять миллионов. Так сказал директор. Это всё.".encode("utf-7"),
        b"+/v8-Dockers get 4.5% more.",
    ],
)
def test_utf_7_is_told_for_what_it_is(data):
    with pytest.raises(UnreadableFile, match="UTF-7") as refused:
        decode(data)
    assert "UTF-8" in refused.value.hint


@pytest.mark.parametrize(
    "data",
    [
        b"Call +420-222 333 444, +421-905 111 222, +380-44 555 66 77 or +1-212-555-0100.",
        b"The C++ - and G+ - years, +10- and +200-point moves, +100 and +100, +ABC+, +abc- +def- +ghi-.",
    ],
)
def test_telephone_numbers_and_signs_of_plus_are_no_utf_7(data):
    assert decode(data).text == data.decode("ascii")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("はる　なつ　あき　ふゆ　そら　うみ　やま　かわ", "shift_jis"),
        ("@大風@天外@如夢@香頁", "utf-8"),
    ],
)
def test_one_line_without_spaces_of_ascii_is_no_ebcdic(text, encoding):
    assert decode(text.encode(encoding)).text == text


def test_characters_by_halves_are_whole_again():
    text = "A plant opens 😀 in Brno, 𠮷野 says."
    data = b"".join(char.encode() if char < "\U00010000" else _by_halves(char) for char in text)
    found = decode(data)
    assert (found.text, found.encoding, found.exact) == (text, "utf-8", False)
    assert found.notes == ("2 characters were written by halves (CESU-8).",)


def _by_halves(char):
    pair = char.encode("utf-16-be")
    return b"".join(chr(int.from_bytes(pair[at : at + 2])).encode("utf-8", "surrogatepass") for at in (0, 2))


def test_bytes_full_of_controls_are_refused():
    with pytest.raises(UnreadableFile, match=r"Not a text file: 1\d%"):
        decode(bytes(range(256)) * 20)


def test_a_utf16_text_with_a_lone_surrogate_is_not_exact():
    found = decode(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"\x00\xd8" + "c".encode("utf-16-le"))
    assert found.text == "ab�c"
    assert not found.exact


@settings(max_examples=200)
@given(
    st.binary(max_size=100),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1250", "utf-16-le", "utf-16-be-sig", "cp932"]),
)
def test_a_lossless_text_gives_back_the_very_bytes(data, encoding):
    text = lossless(data, encoding)
    assert text is None or encoded(text, encoding) == data
    if encoding == "utf-8":
        assert text is not None


def test_a_nearly_utf8_file_can_be_patched_without_losing_a_byte():
    data = "---\ntitle: Závod\n---\nbad \udce9 byte".encode("utf-8", "surrogateescape")
    assert decode(data).encoding == "utf-8"
    text = lossless(data, "utf-8")
    assert text is not None
    after = patched(text, Fields(title="Závod"), Fields(title="Linka"))
    assert encoded(after, "utf-8") == data.replace("Závod".encode(), b"Linka")
