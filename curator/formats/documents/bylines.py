"""Bylines: lines that say who reported something, where and when.

"Source: Reuters", "Von Max Muster, 12. März 2025", "来源：新华社 2024年6月5日", and the datelines with
which agencies open a report: "Praha, 3. března 2025 (ČTK) –".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from curator.formats import dates
from curator.formats.documents import dated_lines

LONGEST = 160
"""No line longer than this is taken for a byline."""

_SOURCE = (
    r"source|sources|via|zdroj|zdroje|quelle|quellen|źródło|zdroj textu|forrás|sursa|извор|източник|"
    r"источник|джерело|fuente|fuentes|fonte|fonti|font|bron|kilde|källa|lähde|allikas|avots|šaltinis|izvor|vir|kaynak|πηγή|"
    r"来源|來源|消息来源|出典|出处|ソース|출처|المصدر|מקור|nguồn|sumber|स्रोत|publisher|herausgeber"
)
_AUTHOR = (
    r"author|autor|autorka|verfasser|auteur|autore|szerző|автор|автори|forfatter|författare|kirjoittaja|yazar|συντάκτης|"
    r"作者|撰文|記者|记者|著者|기자|الكاتب"
)
_DATE = (
    r"date|published|posted|updated|datum|dátum|data|fecha|publicado|publié|veröffentlicht|publikováno|zveřejněno|"
    r"vydáno|opublikowano|дата|публикувано|опубликовано|опубліковано|发布时间|日期|时间|時間|公開日|掲載日|작성일|입력"
)
_BY = r"by|von|par|por|di|door|av|af|od|przez|napsal|napsala|írta|de la|от|від|文\s*[/／]|撰文"
_MARKS = r"[*_>#\s•\-–—|]*"
_LABELLED = re.compile(
    rf"^{_MARKS}(?:(?P<source>{_SOURCE})|(?P<author>{_AUTHOR})|(?P<date>{_DATE}))[*_\s]*[:：][*_\s]*(?P<rest>.+)$",
    re.IGNORECASE,
)
_BARE_DATE = re.compile(r"^\s*(?:date|datum|дата|data|fecha)\s+(?=\d)", re.IGNORECASE)
_WRITTEN_BY = re.compile(rf"^{_MARKS}(?:{_BY})\s+(?P<name>[^\W\d_].+)$", re.IGNORECASE)
_DATELINE = re.compile(
    r"^(?P<place>[^\W\d_][^\n(),–—:;!?]{1,40}?)?(?:,?\s+(?P<date>[^()\n–—]{4,30}?))?,?\s*"
    r"[(（](?P<agency>[^\d()（）\n]{2,30})[)）]\s*[-–—:]"
)
_LEADING_DATE = re.compile(r"^\s*(?:(?:date|datum|дата|data|fecha)\s*:?\s+)?(?=\d)", re.IGNORECASE)
_PERSON = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,3}")
_AGENCIES = re.compile(
    r"reuters|ap|afp|dpa|dpa-afx|apa|ots|čtk|ctk|tasr|sita|pap|mti|bta|бта|agerpres|tanjug|hina|sta|ansa|efe|lusa|"
    r"anp|belga|tt|ntb|ritzau|stt|bns|leta|elta|bloomberg|pr newswire|business wire|globe newswire|pti|ians|"
    r"yonhap|연합뉴스|kyodo|共同|時事|xinhua|新华社|中新社|тасс|tass|риа новости|интерфакс|укринформ|"
    r"укрінформ|уніан|anadolu|aa",
    re.IGNORECASE,
)
_EDGES = " \t*_|,;·•–—-()（）[]，、\u00a0\u3000"
_SPEECH = re.compile(r"[.!?…](?:\s|$)|[。！？]")


class Byline(NamedTuple):
    """What a line says of a report; "" and None for what it doesn't say."""

    source: str = ""
    author: str = ""
    published: str | None = None


def byline(line: str, language: str = "") -> Byline | None:
    """What a whole line says of who reported and when, None if it is an ordinary line.

    `line` may be set in Markdown ("**Zdroj:** 📰 CNA").
    """
    line = line.strip()
    if not line or len(line) > LONGEST or "](" in line:
        return None
    labelled = _LABELLED.match(line)
    if labelled:
        return _labelled(labelled, language)
    line = _BARE_DATE.sub("", line)
    stated = _dated(dated_lines.without_stating(line), language)
    if stated:
        return stated
    found = dates.found(line, language)
    by = _WRITTEN_BY.match(line)
    if by and found:
        return Byline("", _name(_without(by["name"], language)), found.published)
    if by and _PERSON.fullmatch(by["name"]):
        return Byline("", by["name"])
    if found is None:
        return None
    rest = _name(dated_lines.without_clock(line[: found.start] + " " + line[found.end :]))
    if len(rest) <= 40 and not _SPEECH.search(rest) and rest.count(" ") < 5 and _parted(line, found):
        return _beside(rest, found)
    return None


def author_of(line: str) -> str:
    """The name in the line of a byline's own field: "By Jo Ash" and "Jo Ash" are both hers."""
    by = _WRITTEN_BY.match(line)
    return by["name"].strip() if by else line


def _dated(line: str, language: str) -> Byline | None:
    """What a line says that holds nothing but a date and a time of day, None for any other."""
    found = dates.found(line, language)
    if found and not _name(dated_lines.without_clock(line[: found.start] + " " + line[found.end :])):
        return Byline(published=found.published)
    return None


def _beside(rest: str, found: dates.Found) -> Byline:
    """What the few words beside a date say: who wrote or reported, or something else that has a label."""
    labelled = _LABELLED.match(rest)
    if labelled and (labelled["source"] or labelled["author"]):
        name = _name(labelled["rest"])
        return Byline(*((name, "") if labelled["source"] else ("", name)), found.published)
    return Byline(rest if dated_lines.can_be_source(rest) else "", "", found.published)


def dateline(paragraph: str, language: str = "") -> Byline | None:
    """What an agency's dateline at the head of a paragraph says, None if there is none."""
    match = _DATELINE.match(paragraph.lstrip()[:LONGEST])
    if match is None:
        return None
    found = dates.found(match["date"], language) if match["date"] else None
    agency = match["agency"].strip()
    if not (found or _AGENCIES.fullmatch(agency) or (match["place"] or "").isupper()):
        return None
    return Byline(agency, "", found.published if found else None)


def leading_date(text: str, language: str = "") -> tuple[str, int] | None:
    """A date before the prose of a line (" date 2025-09-23 The …"), and where the prose begins."""
    start = _LEADING_DATE.match(text[:LONGEST])
    if start is None:
        return None
    found = dates.found(text[: start.end() + 40], language)
    if found is None or found.start != start.end():
        return None
    rest = re.compile(r"[\s,:|–—-]*").match(text, found.end)
    end = rest.end() if rest else found.end
    if end == found.end or not text[end : end + 1].strip():
        return None
    labelled = bool(_BARE_DATE.match(text[:LONGEST]))
    parted = bool(re.search(r"[:|–—\n]|\s-\s", text[found.end : end]))
    return (found.published, end) if labelled or parted else None


def _labelled(match: re.Match[str], language: str) -> Byline | None:
    rest = match["rest"]
    found = dates.found(rest, language)
    name = _name(_without(rest, language)) if found else _name(rest)
    if match["date"]:
        return Byline(published=found.published) if found else None
    if not name or len(name) > 60 or _SPEECH.search(name + " "):
        return None
    published = found.published if found else None
    return Byline(name, "", published) if match["source"] else Byline("", name, published)


def _without(text: str, language: str) -> str:
    found = dates.found(text, language)
    return text[: found.start] + text[found.end :] if found else text


def _name(text: str) -> str:
    """A name without the marks and pictures around it."""
    return re.sub(r"^[^\w\"'„“(]+", "", text.strip(_EDGES)).strip(_EDGES)


def _parted(line: str, found: dates.Found) -> bool:
    """Whether a sign stands between a date and the words beside it, or both are written without blanks."""
    before, after = line[: found.start].rstrip(), line[found.end :].lstrip()
    return (not before or before[-1] in ",|·•–—-(（/:：" or not before[-1].isascii()) and (
        not after or after[0] in ",|·•–—-(（/:：" or not after[0].isascii()
    )
