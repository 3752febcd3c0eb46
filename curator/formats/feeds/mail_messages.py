"""Mail (RFC 5322 with MIME): a newsletter saved by itself (.eml), or many in a mailbox (mbox, RFC 4155).

A message is taken by what it says in HTML, else by its plain text, without the signature; its subject is
the title, the list or else the sender the source, and its Message-ID is kept. What is attached is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import BinaryIO

from curator.domain.articles import Fields
from curator.domain.errors import UnreadableFile
from curator.domain.storable import storable_text
from curator.formats.collections import Choices, Collection, Entry, Head
from curator.formats.documents.bare_lines import line
from curator.formats.documents.layout_tables import without_layout_tables
from curator.formats.encodings.decoding import decode
from curator.formats.feeds.feed_items import FeedItem, date_of, entry_of
from curator.formats.language_codes import language_code
from curator.formats.readers import Claim

MOST_BYTES = 100 << 20
"""The longest message that is read, with all that is attached to it."""

_HEADER = re.compile(rb"[!-9;-~]{1,76}:[ \t\r\n]")
_TELLING = re.compile(
    rb"^(?:Message-ID|MIME-Version|Received|Return-Path|Delivered-To|X-Mailer|List-[A-Za-z]+):",
    re.IGNORECASE | re.MULTILINE,
)
_OF_MAIL = re.compile(rb"^(?:From|Subject|Date):", re.IGNORECASE | re.MULTILINE)
_LEAST_OF_MAIL = 2
_MAILBOX = re.compile(rb"From \S+ .{6,}\d{4}\r?\n")
_ESCAPED = re.compile(rb">+From ")
_LIST_NAME = re.compile(r"""^\s*["']?(?P<name>[^<>"']*?)["']?\s*<[^<>]*>""")
_ADDRESS = re.compile(r"<(https?://[^<>\s]+)>|^\s*(https?://\S+)")
_SIGNATURE = re.compile(r"^-- \r?$.*\Z", re.MULTILINE | re.DOTALL)
_FLOWED = re.compile(r"(?<=\S) \r?\n(?!>|\s|\Z)")
_BODY = re.compile(r"<body\b[^>]*>(?P<inside>.*?)(?:</body\s*>|\Z)", re.IGNORECASE | re.DOTALL)


def claim(head: Head) -> Claim:
    """Sure of a mailbox and of a message with headers that only mail has."""
    data = head.data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if _MAILBOX.match(data):
        return Claim.CERTAIN
    if not _HEADER.match(data):
        return Claim.NO
    headers = data.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    is_mail = len({found.lower() for found in _OF_MAIL.findall(headers)}) >= _LEAST_OF_MAIL
    return Claim.CERTAIN if is_mail and (_TELLING.search(headers) or head.suffix == ".eml") else Claim.NO


def entries(stream: BinaryIO, path: str, _choices: Choices) -> Iterator[Entry]:
    """The messages in their order."""
    number = 0
    for data in _messages(stream):
        number += 1
        place = f"message {number}"
        if len(data) > MOST_BYTES:
            yield Entry(place, "", reason=f"The message is longer than {MOST_BYTES >> 20} MB.")
            continue
        try:
            yield entry_of(_item(place, data), path, number)
        except UnreadableFile as error:
            yield Entry(place, "", reason=error.message, hint=error.hint)
    if not number:
        raise UnreadableFile("There is no message in the file.")


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of each message, one more than `MOST_BYTES` of those that are longer."""
    first = stream.readline()
    while first and not first.strip(b"\xef\xbb\xbf\r\n"):
        first = stream.readline()
    is_mailbox = first.startswith(b"From ")
    parts = [] if is_mailbox else [first.removeprefix(b"\xef\xbb\xbf")]
    size, blank = sum(map(len, parts)), False
    for each in stream:
        if is_mailbox and blank and each.startswith(b"From "):
            yield b"".join(parts)
            parts, size, blank = [], 0, False
            continue
        blank = not each.strip()
        kept = each[1:] if is_mailbox and _ESCAPED.match(each) else each
        if size <= MOST_BYTES:
            parts.append(kept)
            size += len(kept)
    if parts:
        yield b"".join(parts)


def _item(place: str, data: bytes) -> FeedItem:
    message = BytesParser(policy=policy.default).parsebytes(data)
    assert isinstance(message, EmailMessage)
    language = language_code(_header(message, "Content-Language").partition(",")[0])
    published, written = date_of(_header(message, "Date"), language=language)
    sender, listed = _sender(message), _LIST_NAME.match(_header(message, "List-ID"))
    source = listed["name"].strip() if listed else ""
    tags = [tag.strip() for tag in _header(message, "Keywords").split(",")]
    body, is_html = _body(message)
    archived = _ADDRESS.search(_header(message, "Archived-At"))
    return FeedItem(
        place=place,
        fields=Fields(
            title=line(_header(message, "Subject")),
            published=published,
            source=line(source or sender),
            author=line(sender) if source and sender != source else "",
            language=language,
            tags=tuple(dict.fromkeys(filter(None, tags))),
            url=next(filter(None, archived.groups()), "") if archived else "",
        ),
        body=body,
        is_html=is_html,
        guid=_header(message, "Message-ID").strip("<> "),
        written=written,
    )


def _header(message: EmailMessage, name: str) -> str:
    """A header's text, "" for one that is missing; letters that no header may have are read, too."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    if not raw.isascii():
        return " ".join(decode(raw.encode("utf-8", "surrogateescape")).text.split())
    try:
        return storable_text(str(message.get(name, ""))).strip()
    except (ValueError, IndexError, AttributeError, TypeError):  # what broken headers raise in `email`
        return " ".join(raw.split())


def _sender(message: EmailMessage) -> str:
    """The name of who sends it, or the address without one."""
    written = _header(message, "From")
    name, sign, address = written.rpartition("<")
    return name.strip().strip('"').strip() or (address.rstrip("> ") if sign else written)


def _body(message: EmailMessage) -> tuple[str, bool]:
    """What the message says, and whether that is HTML."""
    found: dict[str, tuple[str, bool]] = {}
    for part in message.walk():
        kind = part.get_content_type()
        if kind in ("text/html", "text/plain") and kind not in found and not part.is_attachment():
            text = _text(part)
            if text.strip():
                found[kind] = (text, str(part.get_param("format", "")).lower() == "flowed")
    if "text/html" in found:
        html = found["text/html"][0]
        inside = _BODY.search(html)
        return without_layout_tables(inside["inside"] if inside else html), True
    text, is_flowed = found.get("text/plain", ("", False))
    text = _SIGNATURE.sub("", text)
    return _FLOWED.sub(" ", text) if is_flowed else text, False


def _text(part: EmailMessage) -> str:
    """The text of one part, its declared charset but one of the things that tell how to read it."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return ""
    return decode(data, part.get_content_charset()).text


COLLECTION = Collection("mail", (".eml", ".mbox"), claim, entries, singles=(".eml",))
