"""The form of windows that walk through a list: a head, the list, what is chosen, and what can be done."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from curator.ui.widgets.panes import rule


def set_out(
    window: QDialog, head: QLayout, list_: QWidget, detail: QWidget, foot: QLayout, status: QWidget
) -> None:
    """Set the parts of a window where they belong, with rules between them."""
    right = QVBoxLayout()
    right.setSpacing(0)
    right.addWidget(detail, 1)
    right.addWidget(rule(window))
    right.addLayout(foot)
    body = QHBoxLayout()
    body.setSpacing(0)
    body.addWidget(list_)
    body.addWidget(rule(window, upright=True))
    body.addLayout(right, 1)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addLayout(head)
    layout.addWidget(rule(window))
    layout.addLayout(body, 1)
    layout.addWidget(rule(window))
    layout.addWidget(status)
