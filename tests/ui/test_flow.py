"""The flow layout: widgets wrap as words do; with `fill` they share a row's width."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from curator.ui.widgets.flow import FlowLayout


class Box(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(60, 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 20)


KEPT: list[QWidget] = []
"""Python lets go of a window that nobody holds."""


def laid_out(qtbot: QtBot, width: int, *, fill: bool, many: int = 3) -> list[Box]:
    place = QWidget()
    qtbot.addWidget(place)
    KEPT[:] = [place]
    flow = FlowLayout(place, gap=5, fill=fill)
    boxes = [Box(place) for _ in range(many)]
    for box in boxes:
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        flow.addWidget(box)
    place.resize(width, flow.heightForWidth(width))
    place.show()
    flow.activate()
    return boxes


def test_what_does_not_fit_begins_a_row(qtbot: QtBot) -> None:
    boxes = laid_out(qtbot, 130, fill=False)
    assert [(box.x(), box.y(), box.width()) for box in boxes] == [(0, 0, 60), (65, 0, 60), (0, 25, 60)]


@pytest.mark.parametrize(("width", "rows"), [(400, 1), (150, 1), (130, 1), (129, 2), (50, 3), (20, 3)])
def test_filled_rows_use_their_width_and_give_way_before_they_wrap(
    qtbot: QtBot, width: int, rows: int
) -> None:
    boxes = laid_out(qtbot, width, fill=True)
    assert len({box.y() for box in boxes}) == rows
    last = max((box for box in boxes if box.y() == 0), key=lambda box: box.x())
    assert width - 3 <= last.x() + last.width() <= max(width, 40)


def test_a_hidden_widget_takes_no_room(qtbot: QtBot) -> None:
    boxes = laid_out(qtbot, 130, fill=False)
    boxes[0].hide()
    flow = boxes[0].parentWidget().layout()
    assert flow.heightForWidth(130) == 20


def test_items_can_be_taken_out_again(qtbot: QtBot) -> None:
    flow = laid_out(qtbot, 130, fill=False)[0].parentWidget().layout()
    assert flow.count() == 3
    assert flow.takeAt(2) is not None
    assert flow.itemAt(2) is None
    assert flow.takeAt(7) is None
    assert flow.heightForWidth(130) == 20


def test_lower_widgets_stand_in_the_middle_of_their_row(qtbot: QtBot) -> None:
    low, high = laid_out(qtbot, 130, fill=False, many=2)
    place, flow = high.parentWidget(), high.parentWidget().layout()
    assert flow is not None
    high.setMinimumHeight(30)
    place.resize(130, flow.heightForWidth(130))
    flow.activate()
    assert (low.y(), high.y(), high.height()) == (5, 0, 30)


def test_a_widget_that_grows_is_given_its_room_at_once(qtbot: QtBot) -> None:
    boxes = laid_out(qtbot, 130, fill=False)
    flow = boxes[0].parentWidget().layout()
    assert flow is not None
    assert flow.heightForWidth(130) == 45
    boxes[2].setMinimumHeight(50)
    assert flow.heightForWidth(130) == 75


def test_a_widget_can_be_taken_out_by_itself(qtbot: QtBot) -> None:
    boxes = laid_out(qtbot, 130, fill=False)
    flow = boxes[0].parentWidget().layout()
    assert flow is not None
    flow.removeWidget(boxes[0])
    assert [flow.itemAt(place).widget() for place in range(flow.count())] == boxes[1:]
    assert flow.heightForWidth(130) == 20


def test_a_widget_that_is_deleted_is_no_longer_in_the_flow(qtbot: QtBot) -> None:
    boxes = laid_out(qtbot, 130, fill=False)
    flow = boxes[0].parentWidget().layout()
    assert flow is not None
    item = flow.itemAt(1)
    shiboken6.delete(boxes[1])
    assert flow.count() == 2
    assert not shiboken6.isValid(item)
    assert flow.heightForWidth(130) == 20


def test_items_of_a_layout_that_is_gone_are_not_taken_for_those_of_the_flow(qtbot: QtBot) -> None:
    other, place = QWidget(), QWidget()
    qtbot.addWidget(place)
    row, column = QHBoxLayout(), QVBoxLayout(other)
    gone, boxes = [Box(other) for _ in range(50)], [Box(place) for _ in range(50)]
    for box in gone:
        row.addWidget(box)
    column.addLayout(row)  # Python knows the row's items from now on
    flow = FlowLayout(place)
    for box in gone:
        shiboken6.delete(box)  # Qt deletes its item, and Python isn't told
    for box in boxes:
        flow.addWidget(box)  # at the same addresses
    shiboken6.delete(other)
    assert all(shiboken6.isValid(flow.itemAt(number)) for number in range(flow.count()))
    assert flow.heightForWidth(60) == 50 * 26 - 6


def test_the_height_follows_all_that_it_depends_on(qtbot: QtBot) -> None:
    boxes = laid_out(qtbot, 130, fill=False)
    flow = boxes[0].parentWidget().layout()
    assert isinstance(flow, FlowLayout)
    assert [flow.heightForWidth(width) for width in (130, 50, 130)] == [45, 70, 45]
    flow.setContentsMargins(0, 3, 0, 4)
    assert flow.heightForWidth(130) == 52
    flow.setSpacing(100)
    assert flow.heightForWidth(130) == 77
    boxes[0].hide()
    assert flow.heightForWidth(130) == 52
    boxes[0].show()
    assert flow.heightForWidth(130) == 77
    flow.takeAt(0)
    assert flow.heightForWidth(130) == 52
