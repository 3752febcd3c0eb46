"""Whether a phrase that looks like a date is one: not a count, a name, or the number of a law."""

from __future__ import annotations

import re
from collections.abc import Callable

from curator.extraction.dates.contexts import has_context, is_line, is_number_of, touches
from curator.extraction.dates.grammar import Phrase
from curator.extraction.dates.period_dates import BY_WEEKS
from curator.extraction.dates.street_names import names_a_street
from curator.extraction.dates.year_checks import is_year
from curator.extraction.languages import EAST_ASIAN
from curator.extraction.qualifiers import ends_sentence
from curator.extraction.readings import Reading

_ALSO_WORDS = frozenset(
    (
        "May March MAY MARCH Mars Mai Mart Ocak Ekim Listopad August Augusta June April "
        "Jan Feb Mar Apr Jun Jul Aug Sep Oct Nov Dec"
    ).split()
)
_INFLECTED = frozenset({"fi", "hu", "tr", "sl", "et", "eu", "lv", "lt", "ka", "az", "kk", "hy"})
"""Languages whose months stand in a case instead of with a preposition."""
_INSTRUMENTAL = frozenset({"pl", "ru", "uk", "be"})
"""Languages whose seasons stand in the instrumental: "jesienią"."""
_UNCASED = frozenset({"ur", "bn", "hi"})
"""Languages without capitals whose months are no other words."""
_LOWER_CASE = frozenset({"cs", "sk", "pl", "ru", "uk", "bg", "hr", "sr"})
"""Languages that write months in lower case and whose other words rarely look like them."""
_ALSO_LOWER = frozenset(
    "září maj maja mai мај мая май máj mája mart март марта lipa липа листопад listopad".split()
)
_COUNTERS = frozenset("个個ヶか箇カヵケ개")
"""Signs that make a month a length of time (3个月)."""
_NOTHING = frozenset("x|()")
_OF_A_YEAR = frozenset("期年기")
_AGED = frozenset({"his", "her", "their", "my", "our", "your"})
_MEASURES_AFTER = frozenset("UTCKyYPSshXgo")
_LENGTH_UNITS = frozenset("UCPT")
_LAST_DENOMINATOR = 10
_FISCAL = re.compile(r"[-/–]\d\d(?!\d)")
_LONGEST_CODE, _ABBREVIATED = 3, 3
_TIMES_OF_DAY = frozenset({"sáng", "trưa", "chiều", "tối", "đêm"})
_ARTICLES = frozenset("Art Artikel Article Artículo Articolo Artigo art § ст čl чл".split())
_FILED = frozenset("ID Id №".split())
"""What stands before digits that are a number of something, though they look like a day."""
_NUMBERED = frozenset("luku luvussa luvun kohta kohdassa kohdan versio version kuva taulukko".split())
"""Finnish words behind which stands a number of a chapter or a version."""


def is_whole(reading: Reading, phrase: Phrase, first: int, last: int) -> bool:
    """Whether a weak phrase (a bare year, month or weekday) is a date, not part of something else."""
    check = _CHECKS.get(phrase.name)
    return (check is None or check(reading, first, last)) and not names_a_street(reading, phrase, first, last)


def _is_month_of_year(reading: Reading, first: int, last: int) -> bool:
    month = reading.written(first)
    if "-" in reading.dates[first:last]:
        return month[0] == "0" and _stands_free(reading, first, last)
    if last < len(reading.nodes) and reading.term(last, "law_after") is not None:
        return False
    sure = first == 0 or len(month) == 2 or has_context(reading, first)
    return sure and _stands_free(reading, first, last)


def _stands_free(reading: Reading, first: int, last: int) -> bool:
    return not is_number_of(reading, first) and not touches(reading, first, last)


def _are_years(reading: Reading, first: int, last: int) -> bool:
    """Whether two years are no length: "от 1990 до 2010 км"."""
    letter = reading.amounts[last] if last < len(reading.amounts) else "x"
    measured = letter in _LENGTH_UNITS and reading.dates[last] == "x" and not reading.tight(last)
    return _stands_free(reading, first, last) and not measured


def _is_single_weekday(reading: Reading, first: int, last: int) -> bool:
    if first == 0 or last <= first:
        return True
    counted = reading.amounts[first - 1] in "Nn" and reading.term(first, "unit") is not None
    return reading.term(first - 1, "recurring") is None and not counted


def _is_dotted(reading: Reading, first: int, last: int) -> bool:
    if reading.dates[first] != "@" or last - first > 2 or has_context(reading, first):
        return True
    return reading.lexicons[first].language == "fi" and _ends_its_sentence(reading, first, last)


def _ends_its_sentence(reading: Reading, first: int, last: int) -> bool:
    """Whether a Finnish sentence ends with a day and month: "pidettiin 10.6.", no decimal."""
    before = reading.written(first - 1) if first else ""
    named = is_number_of(reading, first) or before in _NUMBERED
    return before.isalpha() and before.islower() and not named and ends_sentence(reading, last - 1)


def _is_slashed(reading: Reading, first: int, last: int) -> bool:
    """Whether 3/14 is a day: after "on", a bound or a weekday, or alone in its line; not a fraction."""
    if not (reading.tight(last - 1) and reading.tight(last - 2)) or touches(reading, first, last):
        return False
    if last < len(reading.amounts) and reading.amounts[last] in _MEASURES_AFTER:
        return False
    if reading.dates[first] == "W" or is_line(reading, first, last):
        return True
    if first and (
        reading.term(first - 1, "day_noun") or reading.written(first - 1).casefold() in _TIMES_OF_DAY
    ):
        return True  # ngày 5/3, tối 5/3
    if last < len(reading.nodes) and reading.text[reading.starts[last]].islower():
        return False  # the 9/11 attacks
    sure = max(reading.integer(first) or 0, reading.integer(last - 1) or 0) > _LAST_DENOMINATOR
    return sure and first > 0 and has_context(reading, first)


def _are_slashed(reading: Reading, first: int, last: int) -> bool:
    """Whether 10/1 to 11/7 are days: after "from" or "between", or alone in their line."""
    slashes = [item for item in range(first, last) if reading.dates[item] == "/"]
    tight = all(reading.tight(item) and reading.tight(item + 1) for item in slashes)
    opened = first > 0 and any(
        reading.term(first - 1, kind) is not None for kind in ("from", "between", "day_noun")
    )
    return tight and not touches(reading, first, last) and (opened or is_line(reading, first, last))


def _is_spoken_year(reading: Reading, first: int, last: int) -> bool:
    """Whether "nineteen eighty-four" is a year: in English, after "in" or alone, before no noun."""
    if reading.lexicons[first].language != "en":
        return False
    free = last >= len(reading.nodes) or not reading.text[reading.starts[last]].isalnum()
    led = first > 0 and reading.term(first - 1, "date_filler") is not None
    return is_line(reading, first, last) or (free and led)


def _is_half(reading: Reading, first: int, last: int) -> bool:
    """Whether a half alone is one of a year (上半年), not of a game (前半) or of something else."""
    after = last + (last < len(reading.nodes) and reading.written(last) == "-")
    if after < len(reading.nodes) and reading.term(after, "unit") in {"hour", "minute"}:
        return False  # the second half hour
    if reading.dates[last - 1] == "Y" and _FISCAL.match(reading.text, reading.ends[last - 1]):
        return False  # the first half of 2026-27
    if last - first > 1 or reading.dates[first] != "h":
        return True
    if reading.lexicons[first].language in EAST_ASIAN:
        return reading.written(first)[-1] in _OF_A_YEAR
    around = reading.dates[max(0, first - 1) : first] + reading.dates[last : last + 1]
    return any(letter not in _NOTHING for letter in around)


def _is_week(reading: Reading, first: int, last: int) -> bool:
    language = reading.lexicons[first].language
    if "Y" in reading.dates[first:last] or language in BY_WEEKS or is_line(reading, first, last):
        return True
    return language != "en" and first > 0 and reading.dates[first - 1] in "oi"  # en semaine 46


def _is_season(reading: Reading, first: int, _last: int) -> bool:
    """Whether a bare season may be a time: "i somras", "im Herbst", осенью, or after a bound."""
    if reading.term(first, "season_told") is not None or reading.term(first, "bound_after") is not None:
        return True
    if reading.lexicons[first].language in _INFLECTED | _INSTRUMENTAL:
        return True
    return first > 0 and (reading.dates[first - 1] in "oia" or reading.term(first - 1, "bound") is not None)


def _is_untouched(reading: Reading, first: int, last: int) -> bool:
    before = first - 1
    filed = first > 0 and (reading.written(before) in _FILED or reading.term(before, "law") is not None)
    return not touches(reading, first, last) and not filed


def _is_short_year(reading: Reading, first: int, last: int) -> bool:
    """Whether '98 is a year: after "in", or all that its line says."""
    return not touches(reading, first, last) and (
        reading.dates[first] in "oi" or is_line(reading, first, last)
    )


def _is_nameless(reading: Reading, first: int, last: int) -> bool:
    """Whether a day without a year is no name of a street ("ul. 11 Listopada")."""
    if reading.dates[first] == "D" and _is_of_law(reading, first, last):
        return False
    if reading.lexicons[first].language not in _LOWER_CASE:
        return True
    months = [reading.written(item) for item in range(first, last) if reading.dates[item] == "M"]
    return not any(word[0].isupper() and not word.isupper() for word in months)


def _is_of_law(reading: Reading, first: int, last: int) -> bool:
    """Whether an article of a law in capitals only looks like a day: "Art. 17 MAR"."""
    at = first - 1 - (first > 1 and reading.written(first - 1) == ".")
    return at >= 0 and reading.written(last - 1).isupper() and reading.written(at) in _ARTICLES


def _is_decade(reading: Reading, first: int, last: int) -> bool:
    if first and reading.written(first - 1) in _AGED:
        return False  # a man in his 30s
    if first and reading.dates[first] != "Y" and reading.amounts[first - 1] == "-" and reading.tight(first):
        return False  # the under-30s
    return not _is_zone(reading, first, last)


def _is_century(reading: Reading, first: int, last: int) -> bool:
    """Whether a century is no name ("20th Century Fox"), and no article of a law ("ст. 12")."""
    if reading.written(first)[-1] == "." and reading.dates[last - 1] == "D":
        return False
    capital = reading.text[reading.starts[last - 1]].isupper() and reading.lexicons[last - 1].language == "en"
    named = last < len(reading.nodes) and reading.text[reading.starts[last]].isupper()
    return not (capital and named)


def _is_zone(reading: Reading, first: int, last: int) -> bool:
    """Whether "80er" opens a word with a hyphen, as "80er-Zone"."""
    if reading.lexicons[first].language != "de" or reading.dates[first] == "Y":
        return False
    end = reading.ends[last - 1]
    return reading.text[end : end + 1] == "-"


def _is_holiday(reading: Reading, first: int, last: int) -> bool:
    """Whether the name of a holiday is no surname ("Karácsony Gergely"), which Hungarian puts first."""
    if last - first > 1 or reading.lexicons[first].language != "hu" or last >= len(reading.nodes):
        return True
    return not (reading.written(first)[0].isupper() and reading.written(last)[0].isupper())


def _is_month(reading: Reading, first: int, last: int) -> bool:
    """Whether a month's name alone, or a number with the word for month, is a date."""
    if last - first > 1:
        counted = reading.written(last - 1)[0] in _COUNTERS
        return reading.lexicons[first].language in EAST_ASIAN and not counted
    written = reading.written(first)
    language = reading.lexicons[first].language
    if language == "pt" and len(written) == _ABBREVIATED and written.islower():
        return False  # o set acabou
    if language == "fi" and "kuu" not in written.casefold():
        return False  # "Elo", "loka": months in "touko–kesäkuussa" only
    if language in _LOWER_CASE and written[0].isupper() and _is_surname(reading, first):
        return False
    if " " in written or has_context(reading, first):
        return True
    if written in _ALSO_WORDS or (written in _ALSO_LOWER and language in _LOWER_CASE):
        return False
    if language == "he":
        return written[0] in "בל" and len(written) > _ABBREVIATED  # "באפריל": in April
    return written[0].isupper() or language in _INFLECTED | _UNCASED | _LOWER_CASE | EAST_ASIAN


def _is_surname(reading: Reading, first: int) -> bool:
    """Whether a month that is written in lower case stands with a capital behind a name: "Václav Srpen"."""
    before = reading.written(first - 1) if first else ""
    return before.istitle() and before.isalpha() and reading.term(first - 1, "date_filler") is None


def _is_plain_word(reading: Reading, first: int, last: int) -> bool:
    """Whether a word for a day is no code before its number ("az MA 1234-es járat")."""
    code = reading.written(first).isupper() and last < len(reading.nodes) and reading.amounts[last] == "N"
    return not (code and len(reading.written(first)) <= _LONGEST_CODE)


_CHECKS: dict[str, Callable[[Reading, int, int], bool]] = {
    "year": is_year,
    "month_alone": _is_month,
    "month_slash_year": _is_month_of_year,
    "relative_weekday": _is_single_weekday,
    "numeric": _is_untouched,
    "iso": _is_untouched,
    "years_short": _stands_free,
    "years": _are_years,
    "dotted": _is_dotted,
    "slashed": _is_slashed,
    "relative_span": is_line,
    "week_number": _is_week,
    "spoken_year": _is_spoken_year,
    "slashed_days": _are_slashed,
    "half": _is_half,
    "decade": _is_decade,
    "century": _is_century,
    "short_year": _is_short_year,
    "season_alone": _is_season,
    "day_without_year": _is_nameless,
    "holiday": _is_holiday,
    "relative_day": _is_plain_word,
}
