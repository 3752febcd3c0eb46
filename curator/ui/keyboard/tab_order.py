"""The way of Tab through a window: part after part, as it is read.

Qt's own order is that in which widgets were made. And it takes a pane that gives its focus on (to a list,
to a page) for that widget, and so leaps over the pane's head: windows with such panes step by `step`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

MARGIN = 4
"""Pixels left above and below what is scrolled into view."""


def stops(*parts: QWidget) -> list[QWidget]:
    """The widgets in some parts, they themselves included, at which Tab may stop, in its present order."""
    return [each for part in parts for each in _ring(part) if _is_in(each, part) and _may_stop(each)]


def set_way(*widgets: QWidget) -> None:
    """Let Tab go from each widget to the next."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def set_way_through(panes: Iterable[tuple[QWidget, Sequence[QWidget]]]) -> None:
    """Let Tab go pane by pane, in each through some of its parts (its head) before the rest.

    Of the rest comes first what a pane gives its focus on to.
    """
    way: list[QWidget] = []
    for pane, above in panes:
        heads = stops(*above)
        rest = [each for each in stops(pane) if each not in heads]
        way += [*heads, *sorted(rest, key=lambda each: each is not pane.focusProxy())]
    set_way(*way)


def step(root: QWidget, by: int) -> bool:
    """Give the focus to the next (1) or the previous (-1) stop inside a widget; whether there was one.

    Qt's own step leaps from what stands before a pane to what that gives its focus on to.
    """
    focus = QApplication.focusWidget()
    way = [each for each in stops(root) if each is focus or _can_stop(each)]
    if focus not in way or len(way) < 2:
        return False
    reason = Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason
    way[(way.index(focus) + by) % len(way)].setFocus(reason)
    return True


class InView(QObject):
    """Scrolls what gets the focus into view, in whatever it is scrolled."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._show)

    def _show(self, _old: QWidget | None, new: QWidget | None) -> None:
        above = new.parentWidget() if new else None
        while new and above:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(new, 0, MARGIN)
            above = above.parentWidget()


def _ring(part: QWidget) -> list[QWidget]:
    ring, each = [part], part.nextInFocusChain()
    while each is not None and each is not part:
        ring.append(each)
        each = each.nextInFocusChain()
    return ring


def _is_in(widget: QWidget, part: QWidget) -> bool:
    return widget is part or part.isAncestorOf(widget)


def _can_stop(widget: QWidget) -> bool:
    is_there = widget.isVisible() and widget.isEnabled()
    return is_there and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _may_stop(widget: QWidget) -> bool:
    # Of buttons that exclude each other Qt lets Tab stop at one, and at another one later.
    grouped = isinstance(widget, QAbstractButton) and bool(widget.group())
    return grouped or (bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None)
