"""The menus of the reader: text size; copying and what else can be done with an article."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from curator.domain.articles import Fields
from curator.ui.look import formatting
from curator.ui.reader.article_view import ArticleView
from curator.ui.widgets.passing_menus import offer, passing_menu, to_clipboard

translate = QCoreApplication.translate

SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


class Reader(Protocol):
    """What the menus need of the reader."""

    view: ArticleView

    @property
    def original(self) -> bool: ...
    @property
    def text_scale(self) -> float: ...
    def scale_by(self, step: int) -> None: ...
    def toggle_original(self) -> None: ...
    def open_find(self) -> None: ...
    def copy_quote(self) -> None: ...
    def open_link(self, target: str) -> None: ...


def next_scale(scale: float, step: int) -> float:
    """The next larger (1) or smaller (-1) text size; 0 gives the one designed."""
    nearest = min(range(len(SCALES)), key=lambda index: abs(SCALES[index] - scale))
    return SCALES[min(max(nearest + step, 0), len(SCALES) - 1)] if step else 1.0


def size_menu(reader: Reader, parent: QWidget) -> QMenu:
    """Larger, smaller and reset, under the present size."""
    menu = passing_menu(parent)
    scale = reader.text_scale
    menu.addAction(
        translate("ReaderMenus", "Text size {percent} %").format(percent=round(scale * 100))
    ).setEnabled(False)
    menu.addSeparator()
    offer(menu, translate("ReaderMenus", "Larger"), lambda: reader.scale_by(1), scale < SCALES[-1])
    offer(menu, translate("ReaderMenus", "Smaller"), lambda: reader.scale_by(-1), scale > SCALES[0])
    offer(menu, translate("ReaderMenus", "Reset to 100 %"), lambda: reader.scale_by(0), scale != 1.0)
    return menu


def article_menu(reader: Reader, fields: Fields, parent: QWidget) -> QMenu:
    """Copy, links, find, and the other text."""
    menu = passing_menu(parent)
    cursor = reader.view.textCursor()
    offer(menu, translate("ReaderMenus", "Copy"), reader.view.copy, cursor.hasSelection())
    offer(menu, translate("ReaderMenus", "Copy quote"), reader.copy_quote, cursor.hasSelection())
    offer(menu, translate("ReaderMenus", "Select all"), reader.view.selectAll)
    menu.addSeparator()
    if target := cursor.charFormat().anchorHref():
        offer(menu, translate("ReaderMenus", "Open link…"), lambda: reader.open_link(target))
        offer(menu, translate("ReaderMenus", "Copy link"), lambda: to_clipboard(target))
    offer(
        menu,
        translate("ReaderMenus", "Copy article address"),
        lambda: to_clipboard(fields.url),
        bool(fields.url),
    )
    menu.addSeparator()
    offer(menu, translate("ReaderMenus", "Find…"), reader.open_find)
    words = (
        translate("ReaderMenus", "Show cleaned text")
        if reader.original
        else translate("ReaderMenus", "Show original")
    )
    offer(menu, words, reader.toggle_original)
    return menu


def quote(words: str, fields: Fields) -> str:
    """Words with where they are from: title, source and date, and the address on a line of its own."""
    words = words.replace("\u2029", "\n").replace("\u2028", "\n")
    date = formatting.published(fields.published) if fields.published else ""
    origin = ", ".join(filter(None, (fields.title, fields.source, date)))
    return "\n".join(filter(None, (f"“{words}”", f"— {origin}", fields.url)))
