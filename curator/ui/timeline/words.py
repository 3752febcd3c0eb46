"""The words of the timeline: periods, labels, counts, and what the pointer is told."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject

from curator.domain.facts import Approximation, Decision, Fact, FactKind, Precision, Verdict
from curator.domain.ticks import Grain, Tick
from curator.domain.timelines import Mark
from curator.ui.look import formatting
from curator.ui.timeline.modes import PUBLISHED

_UNTIL = (Approximation.BY, Approximation.BEFORE)


def tr(text: str) -> str:
    """The text in the language of the interface; lupdate files bare `tr` under the empty context."""
    return QCoreApplication.translate("", text)


class MarkWords(QObject):
    """The words that stand on the plot."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[int, str] = {}

    def short(self, mark: Mark) -> str:
        """The time of a mark: "H2 2026", "by 2030", "since Mar 2024"."""
        return when(mark)

    def long(self, marks: Sequence[Mark], *, timed: bool) -> str:
        """What marks of the same days say, `timed` with their time; how many, if not one."""
        mark, articles = marks[0], len({mark.article_id for mark in marks})
        text = saying(mark)
        if any(saying(other) != text for other in marks):
            text = self.tr("%n fact(s)", "", len(marks))
            return tr("{what} {time}").format(what=text, time=when(mark)) if timed else text
        time = when(mark)
        if timed and text != time and not _dated(text, mark):
            text = tr("{what} {time}").format(what=text, time=time)
        agree = self.tr("%n article(s) agree", "", articles)
        return f"{text} · {agree}" if articles > 1 else text

    def late(self, words: str) -> str:
        """The words, and that they are overdue."""
        return tr("{words}, overdue").format(words=words) if words else tr("overdue")

    def count(self, number: int) -> str:
        """A number in a pill: in full to four digits, then in thousands and millions."""
        known = self._counts.get(number)
        if known is None:
            known = self._counts[number] = brief_count(number)
        return known


def saying(mark: Mark) -> str:
    """The label, or the time where the label only says the same in the article's words."""
    if not mark.label or (mark.kind is FactKind.DATE and _dated(mark.label, mark)):
        return when(mark)
    return mark.label


def _dated(text: str, mark: Mark) -> bool:
    """Whether words name the year of a mark, in digits of any script."""
    plain = "".join(str(unicodedata.decimal(sign, sign)) for sign in text)
    years = {day.year for day in (mark.low, mark.high) if day is not None}
    if mark.approximation is Approximation.BEFORE and mark.high is not None and mark.high < date.max:
        years.add((mark.high + timedelta(days=1)).year)  # "before 2027" ends in 2026
    return any(str(year) in plain for year in years)


def brief_count(number: int) -> str:
    """A number in full to four digits, then "12k" or "1.2M"."""
    if number < 10_000:
        return formatting.count(number)
    if number < 1_000_000:
        return f"{number // 1000}k"
    return f"{number / 1e6:.1f}M".replace(".", QLocale().decimalPoint())


def when(mark: Mark) -> str:
    """The time of a mark at its stated precision, with the word that opens it."""
    text = period(mark)
    if mark.approximation is Approximation.BEFORE:
        return tr("before {time}").format(time=text)
    if mark.approximation is Approximation.BY or (mark.low is None and mark.high is not None):
        return tr("by {time}").format(time=text)
    if mark.approximation is Approximation.SINCE or (mark.high is None and mark.low is not None):
        return tr("since {time}").format(time=text)
    return text


def period(mark: Mark) -> str:
    """The period alone: "27 Jan 2026", "Q3 2026", "2030"."""
    if mark.low is None and mark.high is None:
        return ""
    low, high = mark.low, mark.high
    if low is not None and high is not None and low > high:
        low, high = high, low
    if mark.approximation is Approximation.BEFORE:
        low = None
    stated = Fact(
        mark.kind,
        0,
        0,
        "",
        low=low,
        high=high,
        approximation=mark.approximation,
        precision=mark.precision,
    )
    return formatting.interval(stated)


def approximation(mark: Mark) -> str:
    """The approximation as a word, "" where the time is exact or its own word says it already."""
    if mark.approximation in (*_UNTIL, Approximation.SINCE):
        return ""
    return formatting.approximation(Fact(mark.kind, 0, 0, "", approximation=mark.approximation))


def description(mark: Mark, today: date) -> list[str]:
    """What the pointer is told, line by line: the title, the words, the time, the source, the state."""
    times = [when(mark)]
    if mark.precision is Precision.DAY and mark.low == mark.high and mark.low is not None:
        times = [tr("{day}, UTC").format(day=formatting.day(mark.low))]
    elif mark.high is not None and mark.approximation is not Approximation.SINCE:
        times.append(tr("to {day}").format(day=formatting.day(mark.high)))
    value = " ".join(part for part in (approximation(mark), mark.label) if part)
    if mark.label.casefold().startswith(approximation(mark).casefold()):
        value = mark.label
    what = tr("Published") if mark.fact_id is None else value
    state = "" if mark.fact_id is None else " · ".join(states(mark, today))
    lines = [mark.title, what, " · ".join(times), mark.source or tr("No source"), state]
    return [line for line in lines if line]


def states(mark: Mark, today: date) -> list[str]:
    """The decision, the verdict where there is one, and whether it is overdue."""
    decisions = {
        Decision.PROPOSED: tr("To decide"),
        Decision.ACCEPTED: tr("Accepted"),
        Decision.REJECTED: tr("Rejected"),
        Decision.EDITED: tr("Edited"),
        Decision.SKIPPED: tr("Skipped"),
    }
    verdicts = {
        Verdict.UNCHECKED: "",
        Verdict.CONFIRMED: tr("confirmed"),
        Verdict.DOUBTFUL: tr("doubtful"),
        Verdict.WRONG: tr("wrong"),
    }
    late = tr("overdue") if mark.overdue(today) else ""
    return [word for word in (decisions[mark.decision], verdicts[mark.verdict], late) if word]


def lane_name(key: str, mode: str) -> str:
    """The name of a lane."""
    if mode == "kind" and key == PUBLISHED:
        return tr("Published")
    if mode == "kind":
        names = {"money": tr("Money"), "quantity": tr("Quantity"), "percent": tr("Percent"),
                 "date": tr("Date"), "company": tr("Company")}  # fmt: skip
        return names.get(key, key)
    if not key:
        return tr("No source") if mode == "source" else tr("Other")
    return key


def tick_name(tick: Tick) -> str:
    """The name of a tick: "2026", "Apr", "3", and in full where no year is near."""
    return _tick_name(tick, QLocale().name())


@lru_cache(4096)
def _tick_name(tick: Tick, _locale: str) -> str:
    day = QDate(tick.day.year, tick.day.month, tick.day.day)
    if tick.grain is Grain.YEAR and tick.day.month == 1 and tick.day.day == 1:
        return str(tick.day.year)
    if tick.grain in (Grain.MONTH, Grain.QUARTER):
        return QLocale().toString(day, "MMM yyyy" if tick.full else "MMM")
    return QLocale().toString(day, "d MMM yyyy") if tick.full else str(tick.day.day)


def period_of_days(first: float, last: float) -> str:
    """From the day of one anchor to that of another, as "27 Jan 2026 – 3 May 2026"."""
    days = [date.fromordinal(min(max(int(day), 1), date.max.toordinal())) for day in (first, last)]
    names = list(dict.fromkeys(formatting.day(day) for day in days))
    return " – ".join(names)
