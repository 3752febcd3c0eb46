"""Dates are understood in many spellings and kept at their precision."""

import pytest

from curator.formats.dates import found, has_offset, published, same_time
from curator.formats.month_names import month


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-06-05T04:00:03.025Z", "2024-06-05T04:00:03Z"),
        ("2026-01-27 03:25:33", "2026-01-27T03:25:33Z"),
        ("2026-01-27T03:25:33+00:00", "2026-01-27T03:25:33Z"),
        ("2026-01-27 03:25:33 +0100", "2026-01-27T02:25:33Z"),
        ("2026-01-01T00:30:00+08:00", "2025-12-31T16:30:00Z"),
        ("Wed, 05 Jun 2024 04:00:03 GMT", "2024-06-05T04:00:03Z"),
        ("20240605T060003+0200", "2024-06-05T04:00:03Z"),
        ("20240605", "2024-06-05"),
        ("2026-01", "2026-01"),
        ("2026", "2026"),
        ("Jan 2024", "2024-01"),
        ("5. června 2024", "2024-06-05"),
        ("5. 6. 2024", "2024-06-05"),
        ("June 5, 2024", "2024-06-05"),
        ("1er juin 2024", "2024-06-01"),
        ("5 de junio de 2024", "2024-06-05"),
        ("2024. június 5.", "2024-06-05"),
        ("2024年6月5日", "2024-06-05"),
        ("2024년 6월 5일", "2024-06-05"),
        ("5 июня 2024 г.", "2024-06-05"),
        ("5 червня 2024 року", "2024-06-05"),
        ("5 czerwca 2024 r.", "2024-06-05"),
        ("23.09.2025, 14:30 Uhr", "2025-09-23T14:30:00Z"),
        ("3. března 2025 v 14:30", "2025-03-03T14:30:00Z"),
        ("12 de março de 2025 às 10h30", "2025-03-12T10:30:00Z"),
        ("31/05/2024", "2024-05-31"),
        ("05/31/2024", "2024-05-31"),
        ("2024/06/05", "2024-06-05"),
        ("5 tháng 6, 2024", "2024-06-05"),
        ("June 5, 2024, 3:05 PM", "2024-06-05T15:05:00Z"),
        ("5 June 2024 12:05 a.m.", "2024-06-05T00:05:00Z"),
        ("05/31/2024 12:00:00 PM", "2024-05-31T12:00:00Z"),
        ("Wed, 05 Jun 2024 04:00:03 CEST", "2024-06-05T02:00:03Z"),
        ("June 5, 2024 9:05 pm EDT", "2024-06-06T01:05:00Z"),
        ("5. Juni 2024, 14:30 Uhr MESZ", "2024-06-05T12:30:00Z"),
        ("2024-06-05 14:30 −03:30", "2024-06-05T18:00:00Z"),
        ("Wed, 05 Jun 2024 04:00 XYZ", "2024-06-05T04:00:00Z"),
    ],
)
def test_a_date_is_understood(written, iso):
    assert published(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        "2026-13-45",
        "2026-02-30",
        "foo",
        "",
        "05/06/2024",
        "9999-12-31T23:59:59-10:00",
        "tomorrow",
        "x" * 200,
        "2026-W05",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "Mon, 01 Jan 0001 00:00:00 GMT",
    ],
)
def test_what_is_no_date_is_none(written):
    assert published(written) is None


def test_the_language_settles_the_order_of_numbers_and_months_with_two_meanings():
    assert published("05/06/2024", "en") == "2024-05-06"
    assert published("05/06/2024", "fr") == "2024-06-05"
    assert month("listopada", "hr") == 10
    assert month("listopada", "pl") == 11


def test_a_date_is_found_in_a_line():
    line = "Praha, 3. března 2025 (ČTK)"
    date = found(line)
    assert date is not None
    assert (date.published, line[date.start : date.end]) == ("2025-03-03", "3. března 2025")
    late = found("5 June 2024, 14:30 west of Brno")
    assert late is not None
    assert late.published == "2024-06-05T14:30:00Z"
    assert found("5 of 20 articles in 2024") is None


def test_times_agree_as_far_as_the_coarser_says():
    assert same_time("2024-06-05", "2024-06-05T04:00:03Z")
    assert not same_time("2024-06-04", "2024-06-05T04:00:03Z")
    assert has_offset("2026-01-27T03:25:33+00:00")
    assert has_offset("2024-06-05T04:00:03.025Z")
    assert has_offset("5 June 2024 3:05 PM CET")
    assert not has_offset("2026-01-27 03:25:33")
    assert not has_offset("5 June 2024 3:05 PM")
    assert not has_offset("2026-01-27")
