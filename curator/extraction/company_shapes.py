"""Shapes: names that show what they are by a legal form, "Moravská strojírna a.s.", "ООО «Ромашка»"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from curator.domain.spans import Span


class Shaped(NamedTuple):
    """A name with its legal form: `whole` as written, `name` without the form."""

    whole: Span
    name: Span


_SPACE = r"[ \u00a0\u202f]"
_AFTER_ANY = rf"""
    a\.{_SPACE}?s\. | s\.{_SPACE}?r\.{_SPACE}?o\. | spol\.{_SPACE}s{_SPACE}r\.{_SPACE}?o\. | v\.{_SPACE}?o\.{_SPACE}?s\. | k\.{_SPACE}s\.
  | [Ss]p\.{_SPACE}?z{_SPACE}?o\.{_SPACE}?o\.? | [Ss]p\.{_SPACE}?[jk]\. | d\.{_SPACE}?o\.{_SPACE}?o\. | d\.{_SPACE}?d\.
  | S\.{_SPACE}?p\.{_SPACE}?A\. | S\.{_SPACE}?r\.{_SPACE}?l\. | S\.{_SPACE}?A\.(?:{_SPACE}?[SU]\.)? | S\.{_SPACE}?L\.
  | A\.{_SPACE}?Ş\. | Kft\.? | Zrt\.? | Nyrt\.? | N\.V\. | B\.V\. | Ltd[aS]?\.? | Inc\.? | Corp\.? | Pte\.?{_SPACE}Ltd\.? | Pty\.?{_SPACE}Ltd\.?
"""
"""Written so only behind a company's name; the words before may be in lower case."""
_AFTER_NAME = r"""
    GmbH(?:\ &\ Co\.?\ KG(?:aA)?)? | AG(?:\ &\ Co\.?\ KG(?:aA)?)? | SE(?:\ &\ Co\.?\ KG(?:aA)?)? | KGaA | KG | UG | mbH
  | PLC | plc | LLC | LLP | L\.P\. | LP | DAC | Corporation | Incorporated | Limited | Holdings? | Co\.,?\ Ltd\.?
  | SA | SAS | SARL | SpA | Srl | NV | BV | AB | ASA | AS | A/S | ApS | Oyj | Oy | SIA | UAB | JSC | PJSC | OAO | OOO | ZAO | PAO
  | ЕАД | ЕООД | ООД | АДСИЦ | АД | а\.д\. | д\.о\.о\.
"""
"""Letters that need a name in capitals right before them."""
_BEFORE = "ООО ОАО ПАО ЗАО АО НАО ЧАО ТОВ ПАТ ПрАТ АТ НАК ТОО ГУП ФГУП ОсОО ЧП ФОП"
_QUOTED = r"[«„“\"'‘‹](?P<quoted>[^«»„“”\"\n]{2,60})[»“”\"'’›]"

_FORM_AFTER = re.compile(
    rf"(?<=[\w»”“\"’)])(?P<comma>,?){_SPACE}(?=[A-ZЕОА]|[a-zа-я]\.|spol?\.|plc|mbH)(?:(?P<any>{_AFTER_ANY.strip()})|(?P<name>{_AFTER_NAME.strip()}))(?!\w)",
    re.VERBOSE,
)
_FORM_BEFORE = re.compile(
    rf"(?<!\w)(?:{'|'.join(_BEFORE.split())}){_SPACE}(?:{_QUOTED}|(?P<bare>[A-ZА-ЯІЇЄ][\w.-]+(?:{_SPACE}[A-ZА-ЯІЇЄ][\w-]+){{0,3}}))"
)
_HAN = r"[\u3400-\u9fff]"
_EASTERN = re.compile(
    rf"(?:株式会社|㈱|（株）)(?P<jp>[\u30a0-\u30ffA-Za-z&・ー]{{2,20}}|{_HAN}{{2,8}}(?=[はがのをとにで、。]))"
    rf"|(?P<jp2>[\u30a0-\u30ffA-Za-z・ー]{{2,20}})(?:株式会社|㈱)"
    rf"|(?P<zh>(?:(?<=[、，。：；“《\s（(和与及由向对为是])|^){_HAN}{{2,12}}?)(?:股份有限公司|有限责任公司|有限公司)"
    r"|(?:주식회사\s?|㈜\s?|\(주\)\s?)(?P<ko>[\uac00-\ud7afA-Za-z0-9]{2,15}?)(?=[은는이가을를의에와과도\s,.]|$)",
    re.MULTILINE,
)
_WORDS_BEFORE = re.compile(r"(?:[\w.&+’'-]+(?:[ \u00a0]|$)){1,7}$")
_QUOTE_BEFORE = re.compile(r"[«„“\"'‘]([^«»„“”\"\n]{2,60})[»“”\"'’]$")
_LOWER_BETWEEN = 3
_JOINING = frozenset(
    {"&", "and", "und", "et", "e", "y", "a", "i", "of", "de", "di", "pro", "für", "и", "та", "von"}
)

_TAIL = re.compile(
    rf"[,\s]*\b(?:{_AFTER_ANY.strip()}|{_AFTER_NAME.strip()}|Company|Co\.|Group|Aktiengesellschaft|a\.s|s\.r\.o|S\.A|S\.p\.A)\s*$",
    re.VERBOSE,
)
_HEAD = re.compile(rf"^(?:{'|'.join(_BEFORE.split())}|株式会社|주식회사|㈜)\s+")
_EASTERN_TAIL = re.compile(r"(?:股份有限公司|有限责任公司|有限公司|株式会社|주식회사)$")
_QUOTES = "«»„“”\"'‘’"


def without_legal_form(name: str) -> str:
    """The name as people say it: "Alphabet Inc." gives "Alphabet"; never empty."""
    short = name.strip()
    while True:
        shorter = _EASTERN_TAIL.sub("", _TAIL.sub("", _HEAD.sub("", short))).strip(" ,").strip(_QUOTES)
        if shorter in (short, ""):
            return short
        short = shorter


def shaped_names(text: str) -> Iterator[Shaped]:
    """Names with a legal form, in the order of the forms in the text; they may overlap."""
    for match in _FORM_AFTER.finditer(text):
        name = _named_before(text, match.start(), lowercase=match["any"] is not None)
        if name is not None:
            yield Shaped(Span(name.start - _quote_width(text, name), match.end()), name)
    for match in _FORM_BEFORE.finditer(text):
        yield Shaped(Span(*match.span()), Span(*match.span("quoted" if match["quoted"] else "bare")))
    if not text.isascii():
        for match in _EASTERN.finditer(text):
            group = str(match.lastgroup)
            yield Shaped(
                Span(match.start(group) if group == "zh" else match.start(), match.end()),
                Span(*match.span(group)),
            )


def _quote_width(text: str, name: Span) -> int:
    return int(name.start > 0 and text[name.start - 1] in _QUOTES)


def _named_before(text: str, end: int, *, lowercase: bool) -> Span | None:
    """The words that carry the form: back to the nearest capital, and over further ones."""
    left = text[max(0, end - 80) : end]
    offset = end - len(left)
    quoted = _QUOTE_BEFORE.search(left)
    if quoted is not None:
        return Span(offset + quoted.start(1), offset + quoted.end(1))
    tail = _WORDS_BEFORE.search(left)
    if tail is None:
        return None
    start = None
    lower = 0
    pieces = [(piece.start() + tail.start(), piece[0]) for piece in re.finditer(r"\S+", tail[0])]
    for position, piece in reversed(pieces):
        if piece[0].isupper() or (start is None and piece[0].isdigit()):
            start, lower = position, 0
        elif piece in _JOINING and start is not None:
            lower += 1
        elif start is None and lowercase and lower < _LOWER_BETWEEN and piece.isalpha():
            lower += 1
        else:
            break
        if piece.endswith(".") and len(piece) > 3 and position != pieces[-1][0]:
            break
    return None if start is None else Span(offset + start, end)
