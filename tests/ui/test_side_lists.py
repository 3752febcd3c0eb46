"""Lists at the side of windows: what is chosen shows whether the keys go there."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from curator.domain.companies import CompanyRow
from curator.ui.companies.company_list import CompanyList
from curator.ui.look import theme


def test_the_row_chosen_has_the_accent_only_while_the_list_has_the_focus(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    entries, line = CompanyList(window), QLineEdit(window)
    column = QVBoxLayout(window)
    column.addWidget(entries)
    column.addWidget(line)
    entries.show_entries([CompanyRow(1, "Kranwerk", articles=3)], "", several=True)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)

    def bar() -> QColor:
        place = entries.viewport().mapTo(window, QPoint(1, 12))
        return window.grab().toImage().pixelColor(place)

    entries.setFocus()
    qtbot.waitUntil(entries.hasFocus)
    assert bar() == theme.current().color("accent")
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    assert bar() == theme.current().color("control")
