"""Names without capitals: behind a company noun or before one, or before a legal form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curator.domain.spans import Span
from curator.extraction.companies.spellings import INDIAN, letters_of
from curator.extraction.companies.wordings import either, listed, worded
from curator.extraction.languages import is_frequent

_WORD = r"[\u05d0-\u05ea\u0620-\u06ff][\w\u200c\"״'׳-]*"
_NOUN = re.compile(
    rf"(?<!\w)(?:{either('uncased_prefixes')})?(?P<noun>{either('uncased_nouns')})"
    rf"[ \u00a0](?:(?:{either('uncased_trades')})[ \u00a0])?(?P<name>{_WORD}(?:[ \u00a0]{_WORD}){{0,3}})"
)
_INDIAN_WORD = rf"[{INDIAN}][\w{INDIAN}-]*"
_NOT_INSIDE = rf"(?<![\w{INDIAN}])"
_INDIAN_NAME = rf"(?P<name>{_INDIAN_WORD}(?:[ \u00a0]{_INDIAN_WORD}){{0,2}})"
_INDIAN_NOUN = re.compile(rf"{_NOT_INSIDE}(?:{either('indian_nouns')})[ \u00a0]{_INDIAN_NAME}")
_NOUN_BEHIND = re.compile(rf"(?<=[{INDIAN}])[ \u00a0](?:{either('nouns_behind')})")
_INDIAN_NAME_WORD = re.compile(_INDIAN_WORD)
_INDIAN_FORM = re.compile(either("indian_forms"))
_BEFORE_INDIAN_FORM = re.compile(
    rf"(?P<name>{_INDIAN_WORD}(?:[ \u00a0]{_INDIAN_WORD})?)[ \u00a0]"
    rf"(?:{either('indian_forms')})(?![\w{INDIAN}])"
)
_BEFORE_URDU_FORM = re.compile(rf"(?P<name>{_WORD}(?:[ \u00a0]{_WORD})?)[ \u00a0](?:{either('urdu_forms')})")
_QUOTED = re.compile(
    rf"[«„“](?P<name>[^«»„“”\n]{{2,40}}?(?:{either('quoted_parts')})[\u0531-\u0587\u10d0-\u10ff]{{0,3}})[»“”]"
)
_BEFORE_HEBREW_FORM = re.compile(
    rf"(?P<name>{_WORD}(?:[ \u00a0]{_WORD}){{0,2}})[ \u00a0](?:{either('hebrew_forms')})"
)
_HEBREW_FORM = re.compile(either("hebrew_forms"))
_URDU_FORM = re.compile(either("urdu_forms"))
_THAI = re.compile(
    rf"(?:{either('thai_leads')}|{either('thai_short_forms')})[ \u00a0]?"
    r"(?P<name>[\u0e01-\u0e5bA-Za-z&.-]{2,40}?(?: [\u0e01-\u0e5bA-Za-z&.-]{2,30}?){0,4}?)"
    rf"[ \u00a0]?(?:{either('thai_forms')})"
)
_THAI_SHORT = re.compile(
    rf"(?:{either('thai_short_forms')})[ \u00a0]?(?P<name>[\u0e01-\u0e5bA-Za-z&-]{{2,30}})"
)
_THAI_NOUN = re.compile(
    rf"(?:{either('thai_nouns')}) (?P<name>(?!{either('thai_common')})[\u0e01-\u0e5b]{{4,24}})(?=[ ,.\n]|$)"
)
"""A name set off by spaces behind a company noun, as names are that no form closes."""
_POSSESSED = re.compile(either("possessed_endings"))
_WEAK_NOUNS = worded("uncased_weak_nouns")
_INDEFINITE = re.compile(either("indefinite_endings"))
_NOT_NAMES = worded("uncased_not_names")
_INDIAN_COMMON = worded("indian_common")
_INDIAN_BEHIND = worded("indian_behind")
_COMMON_BEFORE = worded("nouns_behind_common")
_PARTICIPLE = re.compile(rf"(?:{either('tamil_participles')})$")
"""Endings of Tamil words that go before a name without being of it."""
_PERSIAN_VERBS = tuple(listed("persian_verbs"))
"""What Persian verbs of the present begin with."""
_SHORTEST_AGAIN = 4
_SHORTEST_INDIAN = 3
_LONGEST_INDIAN = 80
_MOST_INDIAN = 3
"""So many words a name beside a noun may have."""
_MOST = 1_000
"""So many different words of one text are looked for again."""
_SEMITIC = re.compile(r"[\u0590-\u06ff]")
_INDIAN_LETTER = re.compile(f"[{INDIAN}]")
_QUOTING = re.compile(r"[\u0531-\u0587\u10d0-\u10ff]")
_THAI_LETTER = re.compile(r"[\u0e01-\u0e5b]")


def uncased_names(text: str) -> Iterator[tuple[Span, Span]]:
    """Names of scripts that have no capitals: the whole with noun or form, and the name."""
    letters = letters_of(text)
    forms: list[re.Pattern[str]] = []
    if _SEMITIC.search(letters):
        yield from _behind_nouns(text)
        forms += [_BEFORE_HEBREW_FORM] if _HEBREW_FORM.search(text) else []
        forms += [_BEFORE_URDU_FORM] if _URDU_FORM.search(text) else []
    if _QUOTING.search(letters_of(text) or text):
        forms.append(_QUOTED)
    if _INDIAN_LETTER.search(letters):
        forms += [_BEFORE_INDIAN_FORM] if _INDIAN_FORM.search(text) else []
        yield from _formed(text, forms)
        forms = []
        yield from _beside_indian_nouns(text)
    if _THAI_LETTER.search(letters):
        forms += [_THAI, _THAI_SHORT, _THAI_NOUN]
    yield from _formed(text, forms)


def _formed(text: str, forms: list[re.Pattern[str]]) -> Iterator[tuple[Span, Span]]:
    for pattern in forms:
        for match in pattern.finditer(text):
            name = Span(*match.span("name"))
            yield Span(name.start, match.end()), name


def _beside_indian_nouns(text: str) -> Iterator[tuple[Span, Span]]:
    repeated: dict[str, bool] = {}
    for match in _INDIAN_NOUN.finditer(text):
        start = match.start("name")
        ends = _ends_before(text, *match.span("name"), common=_INDIAN_COMMON)
        if ends:
            longest = (end for end in reversed(ends) if _is_repeated(text, text[start:end], repeated))
            whole = len(ends) < _MOST_INDIAN or _goes_on(text, ends[-1])
            end = next(longest, ends[-1] if whole else ends[0])
            yield Span(start, end), Span(start, end)
    for noun in _NOUN_BEHIND.finditer(text):
        begin = max(0, noun.start() - _LONGEST_INDIAN)
        pieces = list(re.finditer(r"[^ \u00a0]+", text[begin : noun.start()]))[-_MOST_INDIAN:]
        while pieces and not _is_of_a_name(pieces[0][0]):
            pieces.pop(0)
        if pieces and all(_is_of_a_name(piece[0]) for piece in pieces):
            name = Span(begin + pieces[0].start(), noun.start())
            yield name, name


def _ends_before(text: str, start: int, end: int, *, common: frozenset[str]) -> list[int]:
    """Where the words that follow end, as far as none of them is a common one."""
    ends: list[int] = []
    for word in re.finditer(r"[^ \u00a0]+", text[start:end]):
        if word[0] in common or word[0][0].isdigit() or is_frequent(word[0]):
            break
        if not ends and len(word[0]) < _SHORTEST_INDIAN:
            break
        ends.append(start + word.end())
    return ends


def _goes_on(text: str, end: int) -> bool:
    """Whether a word follows that stands right behind names."""
    following = text[end : end + 10].split(None, 1)
    return bool(following) and following[0] in _INDIAN_BEHIND


def _is_of_a_name(word: str) -> bool:
    if word in _COMMON_BEFORE or _PARTICIPLE.search(word) is not None:
        return False
    return len(word) >= _SHORTEST_INDIAN and _INDIAN_NAME_WORD.fullmatch(word) is not None


def _behind_nouns(text: str) -> Iterator[tuple[Span, Span]]:
    repeated: dict[str, bool] = {}
    for match in _NOUN.finditer(text):
        end = _end_of_name(text, *match.span("name"), repeated)
        span = Span(match.start("name"), end)
        weak = match["noun"] in _WEAK_NOUNS
        if end and not (weak and not _is_repeated(text, span.of(text), repeated)):
            yield span, span


def _end_of_name(text: str, start: int, end: int, repeated: dict[str, bool]) -> int:
    """Where the name behind a noun ends: where the text says it again, else before a frequent word.

    0 if it is but "an American company". `repeated` remembers which words the text says again.
    """
    ends: list[int] = []
    for word in re.finditer(r"[^ \u00a0]+", text[start:end]):
        common = is_frequent(word[0]) and not word[0].startswith("ال")
        if (
            common
            or word[0] in _NOT_NAMES
            or word[0][0].isdigit()
            or word[0].startswith(_PERSIAN_VERBS)
            or (_POSSESSED.search(word[0]) if ends else _INDEFINITE.match(word[0]))
        ):
            break
        ends.append(start + word.end())
    if not ends:
        return 0
    often = [
        at for at in ends if at - start > _SHORTEST_AGAIN and _is_repeated(text, text[start:at], repeated)
    ]
    if len(often) > 1 and often[-1] > ends[1]:  # a headline's words come again, too: "X ordered to pay"
        return max((at for at in often if at >= ends[1]), key=lambda at: (text.count(text[start:at]), at))
    return often[-1] if often else ends[:2][-1]


def _is_repeated(text: str, words: str, repeated: dict[str, bool]) -> bool:
    if words not in repeated and len(repeated) < _MOST:
        repeated[words] = text.count(words) > 1
    return repeated.get(words, False)
