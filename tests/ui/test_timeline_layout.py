from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.domain.facts import Approximation, Decision, FactKind, Precision, Verdict
from curator.domain.ticks import ticks
from curator.domain.timelines import Mark
from curator.ui.timeline.columns import FIRST_DAY, LAST_DAY, Shape, columns
from curator.ui.timeline.labels import Shelf
from curator.ui.timeline.lanes import first_range, lanes, within
from curator.ui.timeline.layout import DOT_PIXELS, LINES, ROWS, bucket_days, place, rows_of

TODAY = date(2026, 4, 20)
PLAIN = Mark(
    article_id=1,
    fact_id=None,
    kind=FactKind.DATE,
    low=TODAY,
    high=TODAY,
    precision=Precision.DAY,
    approximation=Approximation.EXACT,
    label="",
    title="A bridge opens",
    companies=("Bridge Works",),
    source="Harbour Post",
    importance=3,
    published=TODAY,
    decision=Decision.PROPOSED,
    verdict=Verdict.UNCHECKED,
)
DAYS = st.dates(date(2015, 1, 1), date(2035, 1, 1))


@st.composite
def some_marks(draw, days=DAYS, most=25):
    found = []
    for number in range(draw(st.integers(0, most))):
        low, high = draw(st.none() | days), draw(st.none() | days)
        found.append(
            replace(
                PLAIN,
                article_id=number,
                fact_id=draw(st.none() | st.just(number)),
                low=low,
                high=high if draw(st.booleans()) else low,
                precision=draw(st.sampled_from(Precision)),
                approximation=draw(st.sampled_from(Approximation)),
                published=draw(st.none() | days),
                companies=tuple(draw(st.lists(st.sampled_from("ABC"), max_size=3))),
                decision=draw(st.sampled_from(Decision)),
                label=draw(st.sampled_from(("", "5 GW", "a new hall"))),
            )
        )
    return found


def around(mark: Mark, number: int, spread: int) -> list[Mark]:
    """Many single days, the same number always at the same places."""
    return [
        replace(mark, article_id=each, low=day, high=day)
        for each in range(number)
        for day in [TODAY + timedelta(days=each * 37 % spread)]
    ]


@given(some_marks(), st.floats(0.001, 80), st.floats(735_000, 743_000), st.floats(1, 4000))
@settings(max_examples=25, deadline=None)
def test_every_mark_in_view_is_in_exactly_one_item(marks, scale, first, span):
    found = columns(marks)
    for lane in lanes(found, "company"):
        placement = place(lane, found, scale, first, first + span)
        width = bucket_days(scale)
        low, high = np.floor(first / width) * width, np.ceil((first + span) / width) * width
        inside = {int(i) for i in lane.members if low <= found.anchor[i] < high}
        shown: list[int] = []
        for item in placement.items:
            if item.shape == Shape.CLUSTER:
                shown += lane.members[item.first : item.first + item.count].tolist()
            else:
                shown += item.members
        assert len(shown) == len(set(shown))
        assert inside <= set(shown)
        assert placement.rows <= ROWS


@given(
    st.lists(
        st.tuples(st.floats(0, 500), st.floats(0, 200), st.booleans()).map(
            lambda box: (box[0], box[0] if box[2] else box[0] + box[1], box[2])
        ),
        max_size=40,
    ),
    st.floats(0.1, 10),
)
def test_nothing_of_one_kind_overlaps_in_a_row(boxes, scale):
    boxes.sort()
    rows = rows_of(boxes, [(100.0, 120.0)], scale)
    placed = [(row, *box) for row, box in zip(rows, boxes, strict=True) if row >= 0]
    for dot in (True, False):
        for row in range(ROWS):
            ends = [(low, high) for at, low, high, kind in placed if at == row and kind is dot]
            least = DOT_PIXELS / scale if dot else 0
            for (_, end), (start, _) in pairwise(ends):
                assert start - end >= least - 1e-6
    for row, low, high, _ in placed:
        assert row or not (low < 120 and high > 100)


def test_a_crowd_becomes_counts_that_add_up():
    marks = around(PLAIN, 20_000, 3000)
    found = columns(marks)
    (lane,) = lanes(found, "company")
    placement = place(lane, found, 0.4, float(lane.anchors[0]), float(lane.anchors[-1]) + 1)
    assert all(item.shape == Shape.CLUSTER for item in placement.items)
    assert sum(item.count for item in placement.items) == 20_000
    assert len(placement.items) < 40


def test_panning_does_not_regroup():
    found = columns(around(PLAIN, 5000, 3000))
    (lane,) = lanes(found, "company")
    width = bucket_days(0.3)
    first = float(np.floor(lane.anchors[0] / width) * width) + width
    here = place(lane, found, 0.3, first, first + 1000)
    there = place(lane, found, 0.3, first + 130, first + 1130)
    counts = [{(item.start, item.count) for item in one.items} for one in (here, there)]
    assert len(counts[0] & counts[1]) >= len(counts[0]) - 2


def test_a_few_days_stand_alone_and_a_few_on_one_day_are_stacked():
    found = columns([replace(PLAIN, article_id=each) for each in range(3)])
    (lane,) = lanes(found, "company")
    placement = place(lane, found, 0.4, float(lane.anchors[0]) - 100, float(lane.anchors[0]) + 100)
    assert sorted(item.row for item in placement.items) == [0, 1, 2]
    found = columns([replace(PLAIN, article_id=each) for each in range(4)])
    (lane,) = lanes(found, "company")
    placement = place(lane, found, 0.4, float(lane.anchors[0]) - 100, float(lane.anchors[0]) + 100)
    assert [(item.shape, item.count) for item in placement.items] == [(Shape.CLUSTER, 4)]


def test_periods_that_say_the_same_are_one():
    year = replace(
        PLAIN, fact_id=1, low=date(2026, 1, 1), high=date(2026, 12, 31), precision=Precision.YEAR,
        label="5 GW",
    )  # fmt: skip
    found = columns([year, replace(year, article_id=2, fact_id=2), replace(year, fact_id=3, label="other")])
    (lane,) = lanes(found, "company")
    placement = place(lane, found, 0.4, 739_000, 740_500)
    assert sorted(item.members for item in placement.items) == [(0, 1), (2,)]


def test_many_facts_of_one_year_are_one_bar_and_what_overlaps_beyond_three_rows_are_lines():
    year = replace(PLAIN, fact_id=1, low=date(2026, 1, 1), high=date(2026, 12, 31), precision=Precision.YEAR)
    found = columns([replace(year, fact_id=each, label=f"{each} GW") for each in range(5)])
    (lane,) = lanes(found, "company")
    placement = place(lane, found, 0.4, 739_000, 740_500)
    assert [len(item.members) for item in placement.items] == [5]
    found = columns([replace(year, fact_id=each, high=date(2026, 12, 1 + each)) for each in range(5)])
    (lane,) = lanes(found, "company")
    placement = place(lane, found, 0.4, 739_000, 740_500)
    assert sorted(item.row for item in placement.items) == [*sorted(LINES), 0, 1, 2]
    assert placement.rows == ROWS


def test_an_open_start_fades_in_half_way_between_publication_and_end():
    by = replace(
        PLAIN, fact_id=1, low=None, high=date(2030, 12, 31), precision=Precision.YEAR,
        approximation=Approximation.BY, published=date(2026, 1, 27),
    )  # fmt: skip
    found = columns([by, replace(by, published=None), replace(by, low=date(2030, 1, 1))])
    end = date(2031, 1, 1).toordinal()
    assert found.shape.tolist() == [Shape.UNTIL] * 3
    assert found.end.tolist() == [end] * 3
    assert found.start[0] == (date(2026, 1, 27).toordinal() + end) / 2 == found.start[2]
    assert found.start[1] < end


def test_odd_dates_are_drawn_without_complaint():
    odd = [
        replace(PLAIN, low=date.min, high=date.min),
        replace(PLAIN, low=date.max, high=date.max, precision=Precision.YEAR),
        replace(PLAIN, low=date(2027, 1, 1), high=date(2026, 1, 1), precision=Precision.RANGE),
        replace(PLAIN, low=None, high=None),
        replace(PLAIN, low=date(2020, 1, 1), high=None, precision=Precision.YEAR),
        replace(PLAIN, low=None, high=date.min, approximation=Approximation.BEFORE),
    ]
    found = columns(odd)
    assert found.shown.tolist() == [True, True, True, False, True, True]
    assert (found.start[found.shown] <= found.end[found.shown]).all()
    assert found.start[2] < found.end[2]
    low, high = first_range(found, TODAY)
    assert FIRST_DAY <= low < TODAY.toordinal() < high <= LAST_DAY


def test_lanes_are_ordered_by_count_and_marks_without_company_come_last():
    marks = [
        replace(PLAIN, companies=companies)
        for companies in (("B",), ("A", "B"), (), (), (), (), ("A",), ("B", "B"), ("C",))
    ]
    found = columns([*marks, replace(PLAIN, fact_id=1, decision=Decision.REJECTED, companies=("C",))])
    assert [(lane.key, len(lane)) for lane in lanes(found, "company")] == [
        ("B", 3),
        ("A", 2),
        ("C", 1),
        ("", 4),
    ]
    assert [lane.key for lane in lanes(found, "source")] == ["Harbour Post"]
    assert [lane.key for lane in lanes(found, "kind")] == ["published"]


@given(some_marks(), st.floats(735_000, 743_000), st.floats(1, 4000))
@settings(max_examples=25, deadline=None)
def test_counts_out_of_view_are_those_of_counting(marks, first, span):
    found = columns(marks)
    for lane in lanes(found, "company"):
        assert lane.before(first) == sum(found.end[i] < first for i in lane.members)
        assert lane.after(first + span) == sum(found.start[i] > first + span for i in lane.members)
        reaching = {
            int(i)
            for i in lane.members
            if found.shape[i] != Shape.DOT and found.start[i] < first + span and found.end[i] > first
        }
        assert set(lane.overlapping(first, first + span).tolist()) == reaching


def test_the_first_range_shows_today_and_no_outlier():
    days = [TODAY - timedelta(days=30 * each) for each in range(40)]
    marks = [replace(PLAIN, low=day, high=day) for day in days]
    far = [replace(PLAIN, low=day, high=day) for day in (date(1970, 1, 1), date(2100, 1, 1))]
    low, high = first_range(columns([*marks, *far]), TODAY)
    assert date(2022, 1, 1).toordinal() < low <= days[-1].toordinal()
    assert TODAY.toordinal() < high < date(2028, 1, 1).toordinal()
    low, high = first_range(columns([marks[0], *far]), TODAY)
    assert date(2025, 1, 1).toordinal() < low < TODAY.toordinal() < high < date(2028, 1, 1).toordinal()


@given(some_marks(days=st.dates(), most=30))
@settings(max_examples=25, deadline=None)
def test_the_first_range_always_has_today(marks):
    low, high = first_range(columns(marks), TODAY)
    assert FIRST_DAY <= low < TODAY.toordinal() + 0.5 < high <= LAST_DAY


@given(st.floats(-1e7, 1e7), st.floats(1, 1e7))
def test_a_range_is_moved_into_the_calendar(low, span):
    first, last = within(low, low + span)
    assert first >= FIRST_DAY
    assert last <= LAST_DAY + 1e-3
    assert last > first


@given(st.floats(1, 3_600_000), st.floats(-3.5, 2.2).map(lambda power: 10**power))
@settings(max_examples=200, deadline=None)
def test_named_ticks_never_crowd(first, scale):
    found = ticks(first, min(first + 1400 / scale, LAST_DAY), scale)
    places = [tick.position * scale for tick in found if tick.named]
    assert all(after - before >= 28 for before, after in pairwise(places))
    assert len(found) <= 400


def test_ticks_are_years_with_quarters_then_months_then_days():
    first = date(2025, 11, 20).toordinal()
    named = [tick.day.isoformat() for tick in ticks(first, first + 900, 0.44) if tick.named]
    assert named == ["2026-01-01", "2027-01-01", "2028-01-01"]
    assert [tick.day.month for tick in ticks(first, first + 300, 0.44)] == [1, 4, 7]
    months = ticks(first, first + 120, 2.0)
    assert [tick.day.month for tick in months if tick.named] == [12, 1, 2, 3]
    days = ticks(first, first + 4, 60.0)
    assert [tick.day.day for tick in days] == [20, 21, 22, 23, 24]
    assert [tick.full for tick in days] == [True, False, False, False, False]


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 30)).map(lambda p: (p[0], p[0] + p[1]))))
def test_the_widest_stretch_is_free(taken):
    shelf = Shelf()
    for low, high in taken:
        shelf.take(low, high)
    low, high = shelf.widest(10, 90)
    assert 10 <= low <= high <= 90
    assert low == high or shelf.free(low, high)
