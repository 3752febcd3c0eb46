"""The two forms of windows beside the desk: one walks through a list, the other does a piece of work."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from curator.ui.keyboard.mnemonics import Mnemonics
from curator.ui.look import theme
from curator.ui.widgets.panes import rule

MARGIN = 20
"""Pixels between the edge of a window that walks through a list and what is in it."""


def make_head(window: QDialog, title: str, *controls: QWidget) -> tuple[QHBoxLayout, QLabel]:
    """The head of a window that walks through a list: its title, a label for counts, and controls."""
    name = QLabel(title, window)
    name.setFont(theme.sans(16, 600))
    counts = QLabel(window)
    counts.setFont(theme.sans(10))
    counts.setProperty("role", "muted")
    row = QHBoxLayout()
    row.setContentsMargins(MARGIN, 16, MARGIN, 16)
    row.setSpacing(16)
    row.addWidget(name)
    row.addWidget(counts, 1)
    for control in controls:
        row.addWidget(control)
    return row, counts


def make_foot(*parts: QWidget | None) -> QHBoxLayout:
    """The foot below what is chosen: its parts from left to right, None where room is left between."""
    row = QHBoxLayout()
    row.setContentsMargins(MARGIN, 12, MARGIN, 12)
    row.setSpacing(10)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row


def set_out_list(
    window: QDialog, head: QLayout, list_: QWidget, detail: QWidget, foot: QLayout, status: QWidget
) -> QWidget:
    """Set the parts of a window that walks through a list where they belong, with rules between them.

    Gives what holds the foot with its rule, to be hidden while there is nothing to be done.
    """
    below = QWidget(window)
    low = QVBoxLayout()
    low.setContentsMargins(0, 0, 0, 0)
    low.setSpacing(0)
    low.addWidget(rule(below))
    low.addLayout(foot)
    below.setLayout(low)
    right = QVBoxLayout()
    right.setSpacing(0)
    right.addWidget(detail, 1)
    right.addWidget(below)
    body = QHBoxLayout()
    body.setSpacing(0)
    body.addWidget(list_)
    body.addWidget(rule(window, upright=True))
    body.addLayout(right, 1)
    layout = _column(window)
    layout.addLayout(head)
    layout.addWidget(rule(window))
    layout.addLayout(body, 1)
    layout.addWidget(rule(window))
    layout.addWidget(status)
    window.setLayout(layout)
    status.setContentsMargins(MARGIN - theme.PANE_MARGIN, 0, MARGIN - theme.PANE_MARGIN, 0)
    return below


def set_out_work(window: QDialog, head: QWidget, body: QLayout, foot: QWidget) -> None:
    """Set the parts of a dialog that does a piece of work where they belong, with rules between them."""
    layout = _column(window)
    layout.addWidget(head)
    layout.addWidget(rule(window))
    layout.addLayout(body, 1)
    layout.addWidget(rule(window))
    layout.addWidget(foot)
    window.setLayout(layout)


def side_by_side(window: QDialog, left: QLayout, right: QLayout, shares: tuple[int, int]) -> QHBoxLayout:
    """Two columns with a rule between them that share the width."""
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addLayout(left, shares[0])
    row.addWidget(rule(window, upright=True))
    row.addLayout(right, shares[1])
    return row


def _column(window: QDialog) -> QVBoxLayout:
    Mnemonics(window)
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
