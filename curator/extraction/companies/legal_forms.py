"""Shapes: names that show what they are by a legal form, "Moravská strojírna a.s.", "ООО «Ромашка»"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from curator.domain.spans import Span
from curator.extraction.companies.asian_forms import Shaped, eastern_forms, vietnamese_forms
from curator.extraction.companies.cues import Cue, cues
from curator.extraction.companies.spellings import CAPITALS, IDEOGRAPH, letters_of
from curator.extraction.companies.wordings import lines, listed, worded

_VIETNAMESE_LETTERS = re.compile("ông ty|ập đoàn|huỗi |hương hiệu |ãng ")
_EITHER = worded("forms_before") & worded("forms_behind")
_NAME_BEHIND = re.compile(rf"[ \u00a0][«„“\"]?[{CAPITALS}]")
_LEFT_OVER = re.compile(r"(?<=\w)[ \u00a0](?:&|und|and|et)\Z")
"""What a form that tells of another company leaves: "Kettwig & Co. KG"."""
_QUOTES = "«»„“”\"'‘’"
_LOWER_BETWEEN = 3
_OF = frozenset({"of", "von", "de", "di", "van"})
_PERSON = re.compile(r"(\w{2,}) \w[\w'’-]+ $")
_BEGINS = re.compile(r"(?:^|[.!?:\n][ \n]*)$")
_ADJECTIVE_BEFORE = re.compile(r"(?:^|[.!?\n] ?)[A-ZŠČŘŽÚ]\w*(?:[íáéý]|sk[ai]|ck[ai]|n[ai])[ \u00a0]$")
"""Dopravní stavby Hradec: a first word in capitals which the second, not a name, belongs to."""
_LETTERED_FORMS = {
    form: letter for letter, *forms in map(str.split, lines("lettered_forms")) for form in forms
}
_CONJUNCTIONS = worded("conjunctions")
_JOINING = worded("joining_forms")
"""Words in lower case that a name has between its own."""

_QUOTED_NAME = r"[«„“\"'‘](?P<quoted>[^«»„“”\"\n]{2,60})[»“”\"'’]"
_BREAK = re.compile(r"[^\w.&+’' \u00a0-]")
_PIECE = re.compile(r"[^ \u00a0]+")
_MOST_WORDS = 7
_QUOTE_BEFORE = re.compile(r"[«„“\"'‘]([^«»„“”\"\n]{2,60})[»“”\"'’]$")


@lru_cache(maxsize=1 << 13)
def without_legal_form(name: str) -> str:
    """The name as people say it: "Alphabet Inc." gives "Alphabet"; never empty."""
    short = name.strip()
    while True:
        shorter = short
        for pattern in _affixes():
            shorter = pattern.sub("", shorter)
        shorter = shorter.strip(" ,").strip(_QUOTES)
        if shorter != short:
            shorter = _LEFT_OVER.sub("", shorter)
        if shorter in (short, ""):
            return short
        short = shorter


def shaped_names(text: str) -> Iterator[Shaped]:
    """Names with a legal form, one kind of form after the other; they may overlap."""
    yield from _with_form_behind(text)
    yield from _with_form_before(text)
    if _VIETNAMESE_LETTERS.search(text):
        yield from vietnamese_forms(text)
    if IDEOGRAPH.search(letters_of(text)):
        yield from eastern_forms(text)


def _with_form_behind(text: str) -> Iterator[Shaped]:
    for match in _form_behind().finditer(text):
        end = match.start()
        if text[end - 1 : end] == ",":
            end -= 1
        name = _named_before(text, end, lowercase=match["any"] is not None)
        if name is not None and _stands_before(text, name, match):
            continue
        if _is_of_another_language(text, match[0].strip()):
            continue
        if name is not None and not _shouted(name.of(text), match[0].strip()):
            quoted = name.start > 0 and text[name.start - 1] in _QUOTES
            yield Shaped(Span(name.start - quoted, match.end()), name)


def _stands_before(text: str, name: Span, form: re.Match[str]) -> bool:
    """Whether the form belongs to what follows: "Kohus määras ettevõttele OÜ Metsamaa Puit" a fine."""
    last = name.of(text).split()[-1]
    return last.islower() and form[0].strip() in _EITHER and _NAME_BEHIND.match(text, form.end()) is not None


def _is_of_another_language(text: str, form: str) -> bool:
    """Whether a language has the form whose letter the text lacks: "SD, MMC" are cards but in Azerbaijani."""
    return form in _LETTERED_FORMS and _LETTERED_FORMS[form] not in text


def _shouted(name: str, form: str) -> bool:
    """Whether "SA" and the like are but words of a headline in capitals."""
    return len(form) == 2 and name.isupper() and len(name) > 4


def _named_before(text: str, end: int, *, lowercase: bool) -> Span | None:
    """The words that carry the form: back to the nearest capital, and over further ones."""
    left = text[max(0, end - 80) : end]
    offset = end - len(left)
    quoted = _QUOTE_BEFORE.search(left) if left[-1:] in _QUOTES else None
    if quoted is not None:
        return Span(offset + quoted.start(1), offset + quoted.end(1))
    unbroken = _BREAK.split(left)[-1]
    pieces = list(_PIECE.finditer(left, len(left) - len(unbroken)))[-_MOST_WORDS:]
    start = _start_of_name(left, pieces, lowercase=lowercase)
    return None if start is None else Span(offset + start, end)


def _start_of_name(left: str, pieces: Sequence[re.Match[str]], *, lowercase: bool) -> int | None:
    start = second = None
    lower = 0
    plain = False  # whether the name has words in lower case, as Slavic names do
    for piece in reversed(pieces):
        word = piece[0]
        named = start is not None
        if word.endswith(".") and len(word) > 3 and piece is not pieces[-1]:
            break  # the end of a sentence
        if word[0].isupper() or (not named and word[0].isdigit()):
            start, second, lower = piece.start(), start, 0
        elif word in _CONJUNCTIONS and lower and named:
            break  # "Schaeffler und der Leoni AG": the article begins the name's own words
        elif not _may_be_lower(left[: piece.start()], word, lower, named=named, lowercase=lowercase):
            break
        else:
            lower += 1
            plain = plain or not named
    if plain and second is not None and _BEGINS.search(left[:start]):
        return second  # "Loni Moravská strojírna a.s.": the first capital is the sentence's
    return start


def _may_be_lower(left: str, word: str, lower: int, *, named: bool, lowercase: bool) -> bool:
    """Whether a word in lower case can be inside the name: `lower` of them follow it already."""
    if not named:
        return lowercase and lower < _LOWER_BETWEEN and word.isalpha()
    if word in _JOINING:
        person = _PERSON.search(left) if word in _OF else None
        return person is None or Cue.GIVEN not in cues(person[1])  # Ana Ruiz of Brightwater Holdings plc
    return lowercase and not lower and word.isalpha() and _ADJECTIVE_BEFORE.search(left) is not None


def _spelled(forms: list[str]) -> str:
    """A pattern for the forms, longest first by their first letters; ~ stands for a space."""
    found = sorted(forms, key=len, reverse=True)
    by_first: dict[str, list[str]] = {}
    for form in found:
        rest = re.escape(form[1:]).replace("\\~", "~").replace("~", "[ \u00a0\u202f]")
        by_first.setdefault(form[0], []).append(rest)
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in by_first.items())


@cache
def _form_behind() -> re.Pattern[str]:
    return re.compile(
        r"[ \u00a0\u202f-](?=[A-ZΑΕΙЕОАДЖТԲՓՍ]|[a-zа-я]\.|spo?l?\.|plc|mbH|hf\.|ehf|ohf|sh\.)"
        r"(?:(?<!-)|(?<=s-)(?=GmbH|AG))"
        rf"(?:(?P<any>{_spelled(listed('forms_behind'))})|(?P<name>{_spelled(listed('forms_behind_capitals'))}))(?!\w)"
    )


@cache
def _form_before() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Where a form may begin that stands before its name, and the two together."""
    forms, quotes = (
        "|".join(f"{form} " for form in sorted(listed(thing), key=len, reverse=True))
        for thing in ("forms_before", "forms_before_quotes")
    )
    capital = "A-ZÀ-ÞĀ-ŽƏА-ЯІЇЄЎҐӘҒҚҢӨҰҮ"
    bare = rf"(?P<bare>[{capital}ა-ჰ][\w.&-]{{1,30}}(?:[ \u00a0][{capital}][\w&-]{{0,30}}){{0,4}})"
    return re.compile(f"{forms}|{quotes}"), re.compile(
        rf"(?:{forms})(?:{_QUOTED_NAME}|{bare})|(?:{quotes}){_QUOTED_NAME.replace('quoted', 'only')}"
    )


def _with_form_before(text: str) -> Iterator[Shaped]:
    beginning, whole = _form_before()
    begins = beginning.search(text)
    while begins:
        start, end = begins.start(), begins.start() + 1
        match = whole.match(text, start)
        if match:
            end = match.end()
            inside = start and text[start - 1].isalnum()
            if not inside:
                yield Shaped(Span(start, end), Span(*match.span(match.lastgroup or 0)))
        begins = beginning.search(text, end)


@cache
def _affixes() -> tuple[re.Pattern[str], ...]:
    behind = _spelled(
        [form for thing in ("forms_behind", "forms_behind_capitals", "forms_alone") for form in listed(thing)]
    )
    return (
        re.compile(
            rf"^(?:{'|'.join(listed('forms_before'))}|株式会社|주식회사|㈜)\s*(?=[\s«„“\"])|^(?:株式会社|주식회사|㈜)\s*"
        ),
        re.compile(rf"(?<=\S)[,\s]+(?:{behind})\s*$"),
        re.compile(r"(?<=.)(?:股份有限公司|有限责任公司|有限公司|株式会社|주식회사)$"),
    )
