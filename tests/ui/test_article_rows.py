"""What a row of the list says of its article where there is little room."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from curator.domain.articles import ArticleRow, State
from curator.domain.listings import Page
from curator.services import listing
from curator.services.library import Library
from curator.ui.look import formatting, theme
from curator.ui.models.article_list import ArticleListModel
from curator.ui.widgets.article_rows import ArticleRows, source_and_date

SOURCE = "The Northern Ledger"
YEAR = datetime.now(UTC).year


@pytest.fixture
def row(library: Library, qapp: object) -> ArticleRow:
    found = listing.rows(library, listing.identifiers(library, "Harbour"))[0]
    return replace(found, source=SOURCE, published=f"{YEAR}-09-15")


@pytest.fixture
def metrics(qapp: object) -> QFontMetricsF:
    return QFontMetricsF(theme.sans(9))


def said(row: ArticleRow, room: float, metrics: QFontMetricsF) -> str:
    return " · ".join(source_and_date(row, room, metrics))


def test_all_is_said_where_there_is_room(row: ArticleRow, metrics: QFontMetricsF) -> None:
    whole = f"{SOURCE} · {formatting.published(row.published)}"
    assert said(row, metrics.horizontalAdvance(whole), metrics) == whole


def test_this_year_gives_way_to_the_source(row: ArticleRow, metrics: QFontMetricsF) -> None:
    room = metrics.horizontalAdvance(f"{SOURCE} · 15 Sep")
    assert said(row, room, metrics) == f"{SOURCE} · 15 Sep"
    assert said(row, room - 20, metrics) == f"{SOURCE} · 15 Sep"  # its end is elided


@pytest.mark.parametrize("published", [f"{YEAR - 1}-09-15", f"{YEAR}-09", str(YEAR)])
def test_another_year_and_a_date_without_a_day_stay_whole(
    row: ArticleRow, metrics: QFontMetricsF, published: str
) -> None:
    row = replace(row, published=published)
    assert str(published[:4]) in said(row, 90, metrics)


def test_a_source_of_which_nothing_can_be_told_gives_way_to_the_whole_date(
    row: ArticleRow, metrics: QFontMetricsF
) -> None:
    assert source_and_date(row, 60, metrics) == ("", formatting.published(row.published))


def test_no_date_stays_in_view_beside_a_long_source(row: ArticleRow, metrics: QFontMetricsF) -> None:
    assert source_and_date(replace(row, published=None), 120, metrics) == (SOURCE, "No date")


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("open_facts", [0, 17])
def test_a_reviewed_article_has_a_sign_whether_facts_are_open_or_not(
    library: Library, qapp: object, compact: bool, open_facts: int
) -> None:
    found = replace(listing.rows(library, listing.identifiers(library, "Harbour"))[0], facts_open=open_facts)

    def inked(state: State) -> int:
        """How much of the row is painted in the colour of what is done."""
        return painted(replace(found, state=state), compact=compact)

    assert inked(State.INBOX) == 0
    assert inked(State.REVIEWED) > 20


def painted(row: ArticleRow, *, compact: bool) -> int:
    model = ArticleListModel()
    model.show(lambda _after: Page((row,), None))
    rows = ArticleRows()
    rows.compact = compact
    image = QImage(640, 160, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    image.fill(theme.current().color("base"))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 320, 80)  # type: ignore[attr-defined]
    painter = QPainter(image)
    rows.paint(painter, option, model.index(0, 0))
    painter.end()
    ok = theme.current().color("ok").rgb()
    return sum(image.pixel(x, y) == ok for x in range(640) for y in range(160))


def test_a_reviewed_article_is_read_out_as_one(row: ArticleRow) -> None:
    model = ArticleListModel()
    model.show(lambda _after: Page((row, replace(row, id=2, state=State.REVIEWED)), None))
    said = [model.index(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(2)]
    assert said[1] == f"{said[0]}, reviewed"
