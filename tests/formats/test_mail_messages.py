"""Mail: newsletters saved as messages, by themselves or in a mailbox, become articles."""

import io
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from curator import formats
from curator.domain.articles import Document
from curator.formats.collections import HEAD, Choices, Entry, Head
from curator.formats.documents.layout_tables import without_layout_tables
from curator.formats.feeds import mail_messages
from curator.formats.readers import Claim

READER = mail_messages.COLLECTION
LETTER = """From: "Kajetrykk" <nytt@kaia.example>
Subject: =?iso-8859-1?Q?Sm=F8reb=E6r_AS_kj=F8per_ferge?=
Date: Tue, 03 Mar 2026 09:00:00 +0100
Message-ID: <17@kaia.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Sm=F8reb=E6r AS betaler 40 millioner kroner for fergen.
--=20
Redaksjonen
"""


def entries(data: bytes, path: str = "letter.eml") -> list[Entry]:
    return list(READER.entries(io.BytesIO(data), path, Choices()))


def only(data: bytes) -> Document:
    (entry,) = entries(data)
    assert not entry.reason
    return formats.read(entry.data, entry.path)


def message(**headers: str) -> EmailMessage:
    made = EmailMessage(policy=SMTP)
    for name, value in {"From": "Post <p@x.example>", "Subject": "Utgave", **headers}.items():
        made[name.replace("_", "-")] = value
    return made


def test_a_message_gives_title_source_date_and_text_without_its_signature() -> None:
    read = only(LETTER.encode())
    assert read.fields.title == "Smørebær AS kjøper ferge"
    assert (read.fields.source, read.fields.published) == ("Kajetrykk", "2026-03-03T08:00:00Z")
    assert read.body.of(read.text).strip() == "Smørebær AS betaler 40 millioner kroner for fergen."
    assert read.front_matter["guid"] == "17@kaia.example"


@pytest.mark.parametrize(
    ("head", "claim"),
    [
        (LETTER, Claim.CERTAIN),
        ("From news@x.example Fri Mar  6 07:30:00 2026\nFrom: A <a@x>\n", Claim.CERTAIN),
        ("From: the editors\nSubject: to change\n\nThis is prose.", Claim.NO),
        ("---\ntitle: A\n---\n\nFrom: a\n", Claim.NO),
        ("Date: today\n\nMessage-ID: is said in the text only", Claim.NO),
    ],
)
def test_only_what_has_headers_of_mail_is_claimed(head: str, claim: Claim) -> None:
    assert READER.claim(Head(head.encode()[:HEAD], "a.txt")) == claim


@pytest.mark.parametrize(
    ("text", "charset", "transfer"),
    [
        ("Завод „Чиста вода“ струва 9 млн. лева.", "windows-1251", "8bit"),
        ("Фабрика Тихий омут закрыта за долги.", "koi8-r", "base64"),
        ("紙工房は三億円を投じる。", "iso-2022-jp", "7bit"),
        ("Młyn Ziarno kosztował 3 mln zł.", "iso-8859-2", "quoted-printable"),
        ("Řezbářství Lípa dluží 5 milionů.", "utf-8", "base64"),
    ],
)
def test_any_charset_and_transfer_encoding_is_read(text: str, charset: str, transfer: str) -> None:
    made = message()
    made.set_content(text + "\n", charset=charset, cte=transfer)
    read = only(made.as_bytes())
    assert read.body.of(read.text).strip() == text


def test_html_is_taken_before_plain_text_and_tables_for_layout_vanish() -> None:
    made = message(List_ID="Týdeník <list.x.example>")
    made.set_content("Zkrácená verze.\n")
    made.add_alternative(
        "<html><head><style>p {margin: 0}</style></head><body>"
        '<table role="presentation"><tr><td><table width="600"><tr><td><h1>Utgave</h1>'
        "<p>Pekárna Vrba otevře v září druhou prodejnu, stojí 4 miliony korun.</p></td></tr><tr><td>"
        "<p>Pivovar Dub propustí 30 lidí a výrobu přesune do Plzně.</p></td></tr></table></td></tr></table>"
        "<table><tr><th>Firma</th><th>Lidí</th></tr><tr><td>Vrba</td><td>12</td></tr></table>"
        "</body></html>",
        subtype="html",
    )
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="a.pdf")
    read = only(made.as_bytes())
    assert read.fields.source == "Týdeník"
    assert read.fields.author == "Post"
    body = read.body.of(read.text)
    assert "prodejnu, stojí 4 miliony korun.\n\nPivovar" in body
    assert "| Vrba | 12 |" in body
    assert "Zkrácená" not in body


def test_letters_that_stand_raw_in_headers_are_read() -> None:
    raw = LETTER.replace("=?iso-8859-1?Q?Sm=F8reb=E6r_AS_kj=F8per_ferge?=", "Smørebær kjøper ferge")
    assert only(raw.encode()).fields.title == "Smørebær kjøper ferge"
    assert only(raw.encode("iso-8859-1")).fields.title == "Smørebær kjøper ferge"


def test_soft_line_breaks_of_flowed_text_are_joined() -> None:
    made = LETTER.replace("charset=iso", "format=flowed; charset=iso").replace("kroner for", "kroner=20\nfor")
    read = only(made.encode())
    assert "40 millioner kroner for fergen." in read.text


def test_a_mailbox_gives_each_message_and_lines_that_begin_with_from() -> None:
    first = LETTER.replace("betaler 40", "betaler\n>From april 40")
    second = LETTER.replace("17@", "18@").replace("kj=F8per", "selger")
    box = "".join(f"From n@x.example Tue Mar  3 09:00:00 2026\n{each}\n" for each in (first, second))
    found = entries(box.encode(), "2026.mbox")
    assert [each.place for each in found] == ["message 1", "message 2"]
    texts = [formats.read(each.data, each.path).text for each in found]
    assert "\nFrom april 40 millioner" in texts[0]
    assert "selger" in texts[1]


def test_a_message_without_a_text_says_so_and_broken_headers_hurt_nothing() -> None:
    bare = message()
    del bare["Subject"]
    bare.add_attachment(b"x", maintype="application", subtype="zip", filename="a.zip")
    (entry,) = entries(bare.as_bytes())
    assert entry.reason == "There is neither a title nor a text."
    broken = LETTER.replace("Subject: =?iso-8859-1?Q?Sm", "Subject: =?iso-8859-1?Z?Sm").replace(
        'From: "Kajetrykk" <nytt@kaia.example>', "From: <<<@"
    )
    assert "40 millioner" in only(broken.encode()).text


@pytest.mark.parametrize(
    "page",
    [
        "<p>No table</p>",
        "<table><tr><th>A</th><td><p>B</p></td></tr></table>",
        "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
    ],
)
def test_tables_of_data_stay(page: str) -> None:
    assert without_layout_tables(page).count("<table>") == page.count("<table>")
