"""Setting: an article's text made into a Qt document, with the place of every word in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFrameFormat

from curator.domain.spans import Span
from curator.ui import theme
from curator.ui.widgets.text_places import Places
from curator.ui.widgets.text_type import HANG, INDENT, MARKER, NUMBER_INDENT, Role, Type, upright

TOP = 16.5
BOTTOM = 72.0
# What Qt takes for the end of a block, for an inline object or for nothing at all is shown as a sign of
# the same length, so that positions keep counting. Control characters have pictures of their own.
_SIGNS = str.maketrans(
    {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
    | {"\x7f": "\u2421", "\n": " ", "\u2028": " ", "\u2029": " ", "\ufffc": "\ufffd"}
    | {"\ufdd0": "\ufffd", "\ufdd1": "\ufffd", "\r": " "}
    | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
)
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\ufffc\ufdd0\ufdd1\ud800-\udfff]")
_SIGNS_BY_LINE = _SIGNS | {ord("\n"): "\u2028"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A text to set: title, description and body are its parts, `markup` says how the body is marked up."""

    text: str
    title: Span
    description: Span
    body: Span
    markup: str = "markdown"
    untitled: str = ""
    """The title to show where the text has none."""
    byline: str = ""
    language: str = ""


class Page(QTextDocument):
    """A set text; nothing from outside is ever loaded into it."""

    def __init__(self) -> None:
        super().__init__()
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.places = Places()

    def loadResource(self, _type: int, _name: QUrl | str) -> object:
        return None


def page_of(reading: Reading, type_: Type) -> Page:
    """The text as a page in the formats of `type_`."""
    setter = _Setter(reading.text, type_)
    setter.title(reading)
    if reading.description.start < reading.description.end:
        setter.page(reading.description, "plain")
    if reading.body.start < reading.body.end:
        setter.page(reading.body, reading.markup)
    return setter.done()


class _Setter:
    """Writes block after block into a new page."""

    def __init__(self, text: str, type_: Type) -> None:
        self._text = text
        self._type = type_
        self._odd = _ODD.search(text) is not None
        self._page = Page()
        self._page.places = Places(pairs=bool(text) and max(text) > "\uffff")
        self._cursor = QTextCursor(self._page)
        self._above: Role | None = None
        self._words = QTextCharFormat()
        frame = QTextFrameFormat()
        frame.setMargin(0)
        frame.setLeftMargin(theme.TEXT_MARGIN)
        frame.setRightMargin(theme.TEXT_MARGIN)
        frame.setTopMargin(TOP * type_.unit)
        frame.setBottomMargin(BOTTOM)
        self._page.rootFrame().setFrameFormat(frame)
        self._cursor.beginEditBlock()

    def done(self) -> Page:
        self._cursor.endEditBlock()
        return self._page

    def title(self, reading: Reading) -> None:
        self.block(Role.TITLE)
        if reading.title.start < reading.title.end:
            self.run(reading.title.start, reading.title.end)
        else:
            self._cursor.insertText(reading.untitled.translate(_SIGNS), self._words)
        self.block(Role.BYLINE)
        self._cursor.insertText(reading.byline.translate(_SIGNS), self._words)

    def block(self, role: Role, indent: float = 0.0, marker: str = "", hang: float = 0.0) -> None:
        """Begin a block; `marker` is painted `hang` before its left edge."""
        format_ = self._type.block(role, self._above, indent)
        if marker:
            format_ = QTextBlockFormat(format_)
            format_.setProperty(MARKER, marker)
            format_.setProperty(HANG, hang * self._type.unit)
        self._words = self._type.words(role)
        if self._above is None:
            self._cursor.setBlockFormat(format_)
            self._cursor.setBlockCharFormat(self._words)
        else:
            self._cursor.insertBlock(format_, self._words)
        self._above = role

    def run(
        self, start: int, end: int, format_: QTextCharFormat | None = None, *, lines: bool = False
    ) -> None:
        """Show the text from `start` to `end`; with `lines`, its line ends too."""
        words = self._text[start:end]
        self._page.places.add(self._cursor.position(), start, words)
        if self._odd:
            words = words.translate(_SIGNS_BY_LINE if lines else _SIGNS)
        else:
            words = words.replace("\n", "\u2028" if lines else " ")
        self._cursor.insertText(words, format_ or self._words)

    def page(self, span: Span, markup: str) -> None:
        # Until the pages of formats stand: paragraphs parted by blank lines.
        for paragraph in re.finditer(r"\S(?:.|\n(?!\s*\n))*", span.of(self._text)):
            words = paragraph.group().rstrip()
            start = span.start + paragraph.start()
            if marker := re.match(r"[-•*] +", words):
                self.block(Role.ITEM, INDENT, "•", INDENT)
            elif marker := re.match(r"\d+\. +", words):
                self.block(Role.ITEM, NUMBER_INDENT, marker.group().strip(), NUMBER_INDENT)
            elif marker := re.match(r"#+ +", words):
                self.block(Role.HEADING)
            else:
                self.block(Role.PARAGRAPH)
            self.run(start + (marker.end() if marker else 0), start + len(words))

    def _format(
        self, words: str, *, strong: bool, emphatic: bool, code: bool, target: str
    ) -> QTextCharFormat:
        role = self._above or Role.PARAGRAPH
        if not (strong or emphatic or code or target):
            return self._words
        result = self._type.code(role) if code else QTextCharFormat(self._words)
        if strong:
            result.setFontWeight(600)
        if emphatic and upright(words):
            result.setFontWeight(max(result.fontWeight(), 500))
        elif emphatic:
            result.setFontItalic(True)
        if target:
            result.setAnchor(True)
            result.setAnchorHref(target)
            result.setForeground(self._type.theme.color("accent"))
        return result


def marker_of(format_: QTextBlockFormat) -> tuple[str, float]:
    """The marker that hangs before a block ("" for none), and how far before its left edge."""
    marker, hang = format_.property(MARKER), format_.property(HANG)
    return (str(marker), float(hang)) if marker else ("", 0.0)
