"""Names without capitals: behind a company noun in Hebrew, Arabic and Persian, else before a legal form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curator.domain.spans import Span
from curator.extraction.companies.spellings import letters_of
from curator.extraction.languages import is_frequent

_WORD = r"[\u05d0-\u05ea\u0620-\u06ff][\w\u200c\"״'׳-]*"
_HEBREW_TRADE = (
    "(?:ה(?:סייבר|תעופה|ביטוח|תקשורת|טכנולוגיה|תרופות|אנרגיה|הזנק|מזון|בנייה"
    "|שבבים|תוכנה|ספנות|תחבורה|אופנה|פינטק))"
)
"""What a company does, between noun and name: "חברת הסייבר נוגה"."""
_NOUN = re.compile(
    r"(?<!\w)(?:(?:و|ب|ل|ול|ב|ל|מ|ש|ו)?(?P<noun>شركة|مجموعة|بنك|مصرف|شرکت|گروه|بانک|هلدینگ|חברת|קבוצת|בנק"
    r"|קרן|תאגיד|רשת|סטארטאפ|הסטארטאפ|استارتاپ|هولدینگ|هواپیمایی|کارخانه|کمپنی|مصنع|شركات|مؤسسة|خطوط|تطبيق))"
    rf"[ \u00a0](?:{_HEBREW_TRADE}[ \u00a0])?(?P<name>{_WORD}(?:[ \u00a0]{_WORD}){{0,3}})"
)
_INDIAN_FORM = re.compile("लिमिटेड|इंडस्ट्रीज|टेक्नोलॉजीज|ग्रुप|লিমিটেড|লি\\.|গ্রুপ|ইন্ডাস্ট্রিজ")
_BEFORE_INDIAN_FORM = re.compile(
    r"(?P<name>[\w\u0900-\u0dff-]+(?:[ \u00a0][\w\u0900-\u0dff-]+)?)[ \u00a0]"
    rf"(?:प्राइवेट लिमिटेड|{_INDIAN_FORM.pattern})(?![\w\u0900-\u0dff])"
)
_BEFORE_URDU_FORM = re.compile(
    rf"(?P<name>{_WORD}(?:[ \u00a0]{_WORD})?)[ \u00a0](?:پرائیویٹ لمیٹڈ|لمیٹڈ|انڈسٹریز|ٹیکسٹائلز)"
)
_QUOTED = re.compile(
    r"[«„“](?P<name>[^«»„“”\n]{2,40}?(?:ბანკ|მოტორს|ჯგუფ|ჰოლდინგ|ტელეკომ|ენერჯი|გრუპ|բանկ|գրուպ|մոտորս"
    r"|հոլդինգ|թելեքոմ|կոմբինատ|գործարան)"
    r"[\u0531-\u0587\u10d0-\u10ff]{0,3})[»“”]"
)
"""Georgian and Armenian names in quotes with a company's word among theirs."""
_BEFORE_HEBREW_FORM = re.compile(rf"(?P<name>{_WORD}(?:[ \u00a0]{_WORD}){{0,2}})[ \u00a0]בע[\"״]מ")
_THAI = re.compile(
    r"(?:บริษัท|บมจ\.|บจก\.)[ \u00a0]?(?P<name>[\u0e01-\u0e5bA-Za-z&.-]{2,40}?"
    r"(?: [\u0e01-\u0e5bA-Za-z&.-]{2,30}?){0,4}?)"
    r"[ \u00a0]?(?:จำกัด(?:[ \u00a0]?\(มหาชน\))?|\(มหาชน\))"
)
_THAI_SHORT = re.compile(r"(?:บมจ|บจก)\.[ \u00a0]?(?P<name>[\u0e01-\u0e5bA-Za-z&-]{2,30})")
_INDEFINITE = re.compile(r"(?!ال)\w+(?:ية|ات|ين|ى)$|(?:های|هایی)$")
_NOT_NAMES = frozenset(
    "کارخانه مصنعا بالكامل المركزي مركزي المركزية الدولي مرکزی جهانی ישראל הבת האם البيانات المعلومات"
    " الأهداف التنمية".split()
)
"""What goes on after a company noun without naming one: "the central bank", "a subsidiary", "databank"."""
_SHORTEST_AGAIN = 4
_MOST = 1_000
"""So many different words of one text are looked for again."""
_SEMITIC = re.compile(r"[\u0590-\u06ff]")
_INDIAN = re.compile(r"[\u0900-\u0dff]")
_QUOTING = re.compile(r"[\u0531-\u0587\u10d0-\u10ff]")
_THAI_LETTER = re.compile(r"[\u0e01-\u0e5b]")


def uncased_names(text: str) -> Iterator[tuple[Span, Span]]:
    """Names of scripts that have no capitals: the whole with noun or form, and the name."""
    letters = letters_of(text)
    forms: list[re.Pattern[str]] = []
    if _SEMITIC.search(letters):
        yield from _behind_nouns(text)
        forms += [_BEFORE_HEBREW_FORM] if "בע" in text else []
        forms += [_BEFORE_URDU_FORM] if "لمیٹڈ" in text or "ٹیکسٹائلز" in text else []
    if _QUOTING.search(letters_of(text) or text):
        forms.append(_QUOTED)
    if _INDIAN.search(letters) and _INDIAN_FORM.search(text):
        forms.insert(0, _BEFORE_INDIAN_FORM)
    if _THAI_LETTER.search(letters):
        forms += [_THAI, _THAI_SHORT]
    for pattern in forms:
        for match in pattern.finditer(text):
            name = Span(*match.span("name"))
            yield Span(name.start, match.end()), name


def _behind_nouns(text: str) -> Iterator[tuple[Span, Span]]:
    repeated: dict[str, bool] = {}
    for match in _NOUN.finditer(text):
        end = _end_of_name(text, *match.span("name"), repeated)
        if end:
            span = Span(match.start("name"), end)
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
            or (not ends and _INDEFINITE.match(word[0]))
        ):
            break
        ends.append(start + word.end())
    if not ends:
        return 0
    longest = (at for at in reversed(ends) if at - start > _SHORTEST_AGAIN)
    return next((at for at in longest if _is_repeated(text, text[start:at], repeated)), ends[:2][-1])


def _is_repeated(text: str, words: str, repeated: dict[str, bool]) -> bool:
    if words not in repeated and len(repeated) < _MOST:
        repeated[words] = text.count(words) > 1
    return repeated.get(words, False)
