"""The timeline as a picture: everything stands in it, nothing overlaps, and it is well-formed."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from curator.domain.facts import Approximation, Decision, FactKind, Precision, Verdict
from curator.domain.timelines import Mark
from curator.formats.writers.timeline_places import (
    GUTTER,
    MOST_LANES,
    MOST_ROWS,
    WIDTH,
    columns,
    parted,
    picture,
    shortened,
)
from curator.formats.writers.timeline_svg import timeline_pages, timeline_svg

SVG = "{http://www.w3.org/2000/svg}"


def mark(low, high=None, *, companies=("Orchard Chips",), label="$20 mn", fact=1, **values):
    values = {
        "kind": FactKind.MONEY,
        "precision": Precision.DAY if high is None else Precision.RANGE,
        "approximation": Approximation.EXACT,
        "decision": Decision.ACCEPTED,
        "verdict": Verdict.UNCHECKED,
    } | values
    return Mark(
        article_id=1, fact_id=fact, low=low, high=high or low, label=label, title="A plant in Brno",
        companies=companies, source="The Daily", importance=None, published=None, **values,
    )  # fmt: skip


DAY = date(2031, 3, 1)


def texts(svg):
    return [each.text for each in etree.fromstring(svg.encode()).iter(f"{SVG}text")]


def test_a_picture_names_the_title_the_companies_and_the_values():
    svg = timeline_svg(
        [mark(DAY), mark(DAY, date(2031, 12, 31), companies=(), label="5 GW")], "Plants & more"
    )
    assert {"Plants & more", "Orchard Chips", "No company", "$20 mn", "5 GW"} <= set(texts(svg))


def test_without_dates_there_is_no_picture():
    assert timeline_svg([]) == ""
    assert timeline_pages([], 500) == []


def test_a_mark_tells_what_it_is_when_and_where():
    root = etree.fromstring(timeline_svg([mark(DAY)]).encode())
    (told,) = (each.text for each in root.iter(f"{SVG}title"))
    assert told == "$20 mn · 2031-03-01 · A plant in Brno · The Daily"


def test_hostile_words_stay_words():
    label = '</text><script>alert("x")</script>\x00\x1b\ud800 & "'
    svg = timeline_svg([mark(DAY, label=label, companies=(label,))], label)
    root = etree.fromstring(svg.encode())
    assert not list(root.iter(f"{SVG}script"))


def test_what_was_found_wrong_is_struck_through():
    assert "struck" in timeline_svg([mark(DAY, verdict=Verdict.WRONG)])
    assert "struck" not in timeline_svg([mark(DAY, verdict=Verdict.CONFIRMED)]).split("</style>")[1]


def test_a_far_away_date_does_not_press_the_others_together():
    near = [mark(DAY + timedelta(30 * n), label=str(n)) for n in range(40)]
    drawn = picture([*near, mark(date(1700, 1, 1))])
    assert drawn.outside == 1
    lefts = [each.left for lane in drawn.lanes for each in lane.placed]
    assert max(lefts) - sorted(lefts)[1] > WIDTH / 2


def test_more_than_there_is_room_for_is_counted():
    drawn = picture([mark(DAY, fact=n, label="a label of some length") for n in range(50)])
    (lane,) = drawn.lanes
    assert lane.rows == MOST_ROWS
    assert len(lane.placed) + lane.hidden == 50
    many = picture([mark(DAY, companies=(f"Company {n}",)) for n in range(30)])
    assert len(many.lanes) == MOST_LANES
    assert many.left_out == 30 - MOST_LANES


DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
MARKS = st.lists(
    st.builds(
        lambda low, days, name, label: mark(low, low + timedelta(days), companies=(name,), label=label),
        DAYS, st.integers(0, 4000), st.sampled_from(["A", "B", "C"]), st.text(max_size=60),
    ),
    min_size=1, max_size=60,
)  # fmt: skip


@given(MARKS)
def test_marks_of_a_row_never_overlap_and_stay_on_the_page(marks):
    for lane in picture(marks).lanes:
        rows = {}
        for each in lane.placed:
            wide = columns(each.label) * 12 * 0.54
            begin = each.left if not each.label_ends else each.label_left - wide
            end = each.right if each.label_ends else each.label_left + wide
            rows.setdefault(each.row, []).append((begin, end))
            assert GUTTER - 1 <= each.left <= each.right <= WIDTH
        for spans in rows.values():
            spans.sort()
            assert all(one[1] <= other[0] for one, other in pairwise(spans))


@given(MARKS)
def test_every_picture_is_well_formed_and_the_same_again(marks):
    svg = timeline_svg(marks, "A title")
    etree.fromstring(svg.encode())
    assert timeline_svg(marks, "A title") == svg


@given(MARKS, st.integers(200, 900))
def test_pages_hold_all_lanes_and_are_no_higher_than_said(marks, most):
    drawn = picture(marks)
    parts = parted(drawn, most)
    assert [lane.name for part in parts for lane in part.lanes] == [lane.name for lane in drawn.lanes]
    assert all(part.height <= most or len(part.lanes) == 1 for part in parts)


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("short", 10, "short"),
        ("a  b\nc", 10, "a b c"),
        ("abcdefgh", 5, "abcd…"),
        ("数据中心的故事", 7, "数据中…"),
    ],
)
def test_labels_are_cut_by_what_they_take(text, most, shown):
    assert shortened(text, most) == shown
