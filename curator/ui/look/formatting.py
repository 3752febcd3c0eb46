"""How values are written on the desk: numbers, dates, facts."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale

from curator.domain import units, wordings
from curator.domain.changes import Value, in_words
from curator.domain.facts import Approximation, Fact, FactKind, Precision

translate = QCoreApplication.translate

NARROW = "\u202f"  # narrow no-break space, between groups of three and before units
NOTHING = "—"

_FIELDS = {
    "title": QT_TRANSLATE_NOOP("fields", "Title"),
    "description": QT_TRANSLATE_NOOP("fields", "Description"),
    "published": QT_TRANSLATE_NOOP("fields", "Date"),
    "source": QT_TRANSLATE_NOOP("fields", "Source"),
    "author": QT_TRANSLATE_NOOP("fields", "Author"),
    "language": QT_TRANSLATE_NOOP("fields", "Language"),
    "category": QT_TRANSLATE_NOOP("fields", "Category"),
    "state": QT_TRANSLATE_NOOP("fields", "State"),
    "importance": QT_TRANSLATE_NOOP("fields", "Importance"),
    "companies": QT_TRANSLATE_NOOP("fields", "Companies"),
    "tags": QT_TRANSLATE_NOOP("fields", "Tags"),
    "note": QT_TRANSLATE_NOOP("fields", "Note"),
    "url": QT_TRANSLATE_NOOP("fields", "Link"),
    "slug": QT_TRANSLATE_NOOP("fields", "Slug"),
}


def number(value: Decimal) -> str:
    """A number in full, grouped by narrow no-break spaces, with the locale's decimal sign."""
    exponent = value.normalize().as_tuple().exponent
    if not isinstance(exponent, int) or abs(exponent) > 30:
        return str(value)
    text = f"{value.normalize():,f}".replace(",", NARROW)
    return text.replace(".", QLocale().decimalPoint())


def day(value: date, *, year: bool = True) -> str:
    """A day as "27 Jan 2026", in the language of the interface."""
    return QLocale().toString(QDate(value.year, value.month, value.day), "d MMM yyyy" if year else "d MMM")


def published(value: str | None, *, time: bool = False, this_year: int | None = None) -> str:
    """A publication date at its stated precision; with `time`, also the time in UTC.

    Of days in `this_year` the year is left out, for where there is little room.
    """
    if not value:
        return translate("formatting", "No date")
    parts = value[:10].split("-")
    if len(parts) == 1:
        return parts[0]
    moment = QDate(int(parts[0]), int(parts[1]), int(parts[2]) if len(parts) == 3 else 1)
    if len(parts) == 2:
        return QLocale().toString(moment, "MMM yyyy")
    text = QLocale().toString(moment, "d MMM" if moment.year() == this_year else "d MMM yyyy")
    return f"{text}, {value[11:16]} UTC" if time and len(value) > 11 else text


def unit(fact: Fact) -> str:
    """A unit as it stands after the number: ISO code, SI symbol, or the name of what is counted."""
    return wordings.unit_words(fact)


def approximation(fact: Fact) -> str:
    """The approximation as a word ("" where the value is exact)."""
    words = {
        Approximation.EXACT: "",
        Approximation.ABOUT: translate("formatting", "about"),
        Approximation.UP_TO: translate("formatting", "up to"),
        Approximation.AT_LEAST: translate("formatting", "at least"),
        Approximation.OVER: translate("formatting", "over"),
        Approximation.UNDER: translate("formatting", "under"),
        Approximation.BY: translate("formatting", "by"),
        Approximation.BEFORE: translate("formatting", "before"),
        Approximation.SINCE: translate("formatting", "since"),
    }
    return words[fact.approximation]


def kind(value: FactKind) -> str:
    """The name of a kind."""
    names = {
        FactKind.MONEY: translate("formatting", "Money"),
        FactKind.QUANTITY: translate("formatting", "Quantity"),
        FactKind.PERCENT: translate("formatting", "Percent"),
        FactKind.DATE: translate("formatting", "Date"),
        FactKind.COMPANY: translate("formatting", "Company"),
    }
    return names[value]


def value(fact: Fact) -> str:
    """A fact's value in full, without its approximation."""
    if fact.kind is FactKind.COMPANY:
        return fact.name or fact.quote
    if fact.kind is FactKind.DATE:
        return interval(fact)
    amount = _amount(fact)
    symbol = unit(fact)
    return f"{amount}{NARROW if symbol == '%' else ' '}{symbol}".strip()


def whole(fact: Fact) -> str:
    """A fact's value with its approximation, as it can be typed again."""
    return " ".join(filter(None, (approximation(fact), value(fact))))


def _amount(fact: Fact) -> str:
    if fact.value is not None:
        return number(fact.value)
    ends = [number(end) for end in (fact.low, fact.high) if isinstance(end, Decimal)]
    return "–".join(ends) or fact.quote


def count(many: int) -> str:
    """How many there are, grouped as numbers are."""
    return f"{many:,}".replace(",", NARROW)


def interval(fact: Fact) -> str:
    """A date at its stated precision: "27 Jan 2026", "Jan 2026", "Q3 2026", "H2 2026", "2030"."""
    low = fact.low if isinstance(fact.low, date) else None
    high = fact.high if isinstance(fact.high, date) else None
    if high and fact.approximation is Approximation.BEFORE and high < date.max:
        # The words name the first day that is not meant any more: "before 2024" ends in 2023.
        low, high = None, high + timedelta(days=1)
    anchor = high or low
    if anchor is None:
        return fact.quote
    if fact.precision is Precision.YEAR:
        return str(anchor.year)
    if fact.precision is Precision.DECADE:
        return f"{anchor.year // 10 * 10}s"
    if fact.precision is Precision.HALF:
        return f"H{1 if anchor.month <= 6 else 2} {anchor.year}"
    if fact.precision is Precision.QUARTER:
        return f"Q{(anchor.month - 1) // 3 + 1} {anchor.year}"
    if fact.precision is Precision.MONTH:
        return QLocale().toString(QDate(anchor.year, anchor.month, 1), "MMM yyyy")
    if low and high and low != high:
        return f"{day(low)} – {day(high)}"
    return day(anchor)


def brief(fact: Fact) -> str:
    """The short form shown muted beside the full value: "$2 bn", "to 31 Dec 2030", or ""."""
    if fact.kind is FactKind.DATE:
        high = fact.high if isinstance(fact.high, date) else None
        plain = fact.precision is Precision.DAY
        return translate("formatting", "to {day}").format(day=day(high)) if high and not plain else ""
    if fact.kind is not FactKind.MONEY or fact.value is None:
        return ""
    scaled = units.scaled(fact.value)
    if scaled is None:
        return ""
    sign = units.CURRENCIES.get(fact.unit or "", f"{fact.unit} ")
    return f"{sign}{number(scaled[0])} {scaled[1]}"


def percent(confidence: float) -> str:
    """A confidence as a whole percent; never 100 for what is not certain."""
    return f"{min(99, int(confidence * 100 + 0.5)) if confidence < 1 else 100}{NARROW}%"


def language_name(code: str) -> str:
    """The English name of an ISO 639 code ("" where Qt has none)."""
    if not code:
        return ""
    locale = QLocale(code)
    if locale.language() == QLocale.Language.C:
        return ""
    return QLocale.languageToString(locale.language())


def field_name(field: str) -> str:
    """What the desk calls a field of an article."""
    return translate("fields", str(_FIELDS[field]))


def field_value(value: Value) -> str:
    """The value of a field in a line, names apart by commas and the lines of a note by strokes."""
    return field_lines(value).replace("\n", " / ")


def field_lines(value: Value) -> str:
    """The value of a field in the lines that it has, names apart by commas."""
    return in_words(value) or NOTHING
