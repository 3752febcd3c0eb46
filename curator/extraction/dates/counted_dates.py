"""Days so far from the article's: "three years ago", "in two weeks", "the last two weeks"."""

from __future__ import annotations

import math
from datetime import date, timedelta
from decimal import Decimal

from curator.domain.facts import Precision
from curator.extraction.amount_values import value_of
from curator.extraction.dates import calendar
from curator.extraction.dates.calendar import Interval
from curator.extraction.dates.parts import Parts
from curator.extraction.dates.relative_dates import dayword, shifted
from curator.extraction.dates.resolving import Found
from curator.extraction.dates.tenses import has_happened, is_to_come, tells_of_past
from curator.extraction.dates.weekday_dates import weekday

_FARTHEST = 3000
_HALF = Decimal("0.5")
_WINDOW, _LEAST = 7, 4
_PAST_ENDINGS = tuple("l la lo li ly ł ła ło ły ao io eo ао ла ло ли ио ео".split())


def counted(parts: Parts) -> Found | None:
    """Three years ago, před třemi lety, in two weeks, a week from Tuesday."""
    letters = parts.letters
    noun = next((letter for letter in letters if letter in "KOEJCXQ"), "")
    if parts.reference is None or not noun or _tells_otherwise(parts, noun):
        return None
    numbers = _counted_numbers(parts)
    if any(letter in letters for letter in "H~+@") or (not numbers and parts.items("n")):
        return _half_away(parts, noun)
    if not numbers and not _is_one(parts, noun):
        return None
    amount = sum(numbers) if numbers else 1
    if ">" in letters:
        return _from_then(parts, noun, amount)
    if "g" in letters or "b" in letters:
        amount = -amount
    if noun == "Q":
        return shifted(parts.reference, "O", 3 * amount)
    if noun in "KX" and abs(amount) < _FARTHEST:
        days = 7 * amount * (2 if noun == "X" else 1)
        return calendar.single(parts.reference + timedelta(days=days)), True
    return shifted(parts.reference, noun, amount)


def _counted_numbers(parts: Parts) -> list[int]:
    """The number of years, weeks … as one value where its words make one ("a hundred", "twenty five")."""
    items = parts.items("aDnNu")
    if items and items[-1] - items[0] == len(items) - 1:
        value = value_of(parts.reading, items[0], items[-1] + 1)
        if value is not None and value == int(value):
            return [int(value)]
    return parts.integers("aDnNu")


def _tells_otherwise(parts: Parts, noun: str) -> bool:
    """Whether it is no time from now: a story's "two days earlier", or a word between that is no "about"."""
    if parts.term("g", "ago") == "years" and noun not in "EC":
        return True
    if "i" in parts.letters and (_is_story(parts) or _is_afterwards(parts)):
        return True
    if "i" in parts.letters and (_is_compared(parts) or _is_done(parts)):
        return True
    return any(parts.reading.term(item, "approx") is None for item in parts.items("x"))


def _words_before(parts: Parts) -> list[str]:
    """The words before a phrase in its clause, a few of them."""
    reading = parts.reading
    words: list[str] = []
    for item in range(parts.first - 1, max(-1, parts.first - 1 - _WINDOW), -1):
        if reading.dates[item] in "|.":
            break
        words.append(reading.written(item))
    return words


def _is_story(parts: Parts) -> bool:
    """Whether it counts from something else: "через два года после выборов"."""
    reading, after = parts.reading, parts.last
    return after < len(reading.nodes) and (
        reading.term(after, "bound") == "since" or reading.term(after, "from_then") is not None
    )


def _is_afterwards(parts: Parts) -> bool:
    """Whether Bulgarian "след" is after, not in: "след 19 години зад решетките"."""
    reading, after = parts.reading, parts.last
    if reading.lexicons[parts.first].language != "bg" or after >= len(reading.nodes):
        return False
    return reading.text[reading.starts[after]].islower() and not is_to_come(parts)


def _is_compared(parts: Parts) -> bool:
    """Whether it tells how long: "for the first time in two months", "the worst drought in a century"."""
    words, said = _words_before(parts), parts.reading.lexicons[parts.first].said
    if any(word in said.get("occasion", ()) for word in words[:2]):
        return True
    if parts.reading.lexicons[parts.first].language != "en":
        return False
    return any(word in said["superlative"] or (len(word) > _LEAST and word.endswith("est")) for word in words)


def _is_done(parts: Parts) -> bool:
    """Whether a length of time of the past is told: "recovered within ten days", "stoupla za dva dny"."""
    language = parts.reading.lexicons[parts.first].language
    if parts.reading.writes(parts.first, "within_is_after"):
        return not is_to_come(parts)
    if parts.reading.writes(parts.first, "within_by_tense"):
        return has_happened(parts)
    if not parts.reading.writes(parts.first, "within_is_long"):
        return False
    if language == "en":
        return tells_of_past(parts)
    beside = parts.reading.lexicons[parts.first].said.get("beside_verb", ())
    verb = [word for word in _words_before(parts) if word not in beside][:1]
    ended = bool(verb) and len(verb[0]) > _LEAST + 1 and verb[0].endswith(_PAST_ENDINGS)
    return ended and not is_to_come(parts)


def _is_one(parts: Parts, noun: str) -> bool:
    """Whether a noun without a number is one of its kind: "год назад"; after "in" only where it says so."""
    within = parts.term("i", "within")
    return parts.term(noun, "single") is not None and within in {None, "one"}


def _half_away(parts: Parts, noun: str) -> Found | None:
    """Half a year ago, in half a year, two and a half years ago, полтора года назад, před 2,5 roku."""
    away = -1 if "g" in parts.letters or "b" in parts.letters else 1
    amount = _with_fraction(parts, noun)
    if parts.reference is None or amount is None or amount > _FARTHEST:
        return None
    if noun == "E":
        return shifted(parts.reference, "O", round(12 * amount) * away)
    if noun == "C":
        return shifted(parts.reference, "E", round(10 * amount) * away)
    days = math.ceil(amount * {"O": 30, "K": 7, "J": 1}.get(noun, 0))
    return (calendar.single(parts.reference + timedelta(days=days * away)), True) if days else None


def _with_fraction(parts: Parts, noun: str) -> Decimal | None:
    """How many years, weeks …, with the half that stands beside them."""
    numbers = parts.items("aDnNu+@")
    halved = parts.items("H~")
    if not halved:
        return value_of(parts.reading, numbers[0], numbers[-1] + 1) if numbers else None
    counted_ = [item for item in numbers if item < halved[0] and parts.reading.dates[item] != "a"]
    if counted_:
        whole = value_of(parts.reading, counted_[0], counted_[-1] + 1)
        return None if whole is None else whole + _HALF
    return 1 + _HALF if parts.items(noun)[0] < halved[0] else _HALF


def _from_then(parts: Parts, noun: str, amount: int) -> Found | None:
    start = dayword(parts) if "T" in parts.letters else weekday(parts, future=True)
    if start is None or amount > _FARTHEST:
        return None
    if noun == "O":
        return calendar.single(calendar.shifted_month(start[0].low, amount)), True
    days = amount * {"K": 7, "J": 1, "E": 365, "X": 14, "C": 3650}[noun]
    return calendar.single(start[0].low + timedelta(days=days)), True


def span(parts: Parts) -> Found | None:
    """The last two weeks, the next three months: the days up to the reference, or after it."""
    shift = parts.shift("L", "relative")
    numbers = _counted_numbers(parts)
    noun = next((letter for letter in parts.letters if letter in "KOEJXQC"), "")
    if parts.reference is None or shift not in {-1, 1} or len(numbers) != 1 or numbers[0] > _FARTHEST:
        return None
    other = _away(parts.reference, noun, shift * numbers[0])
    low, high = sorted((parts.reference, other))
    return Interval(low, high, Precision.RANGE), True


def _away(reference: date, noun: str, by: int) -> date:
    """The day so many days, weeks, months … away."""
    days = {"J": 1, "K": 7, "X": 14}.get(noun)
    if days is not None:
        return reference + timedelta(days=days * by)
    return calendar.shifted_month(reference, by * {"O": 1, "Q": 3, "E": 12, "C": 120}[noun])
