"""The typography of the article page: fonts, line heights and gaps, all in proportion to the text.

The measures are those of the design at 11 points and 96 dots per inch, where the body is 14.67 pixels.
Lines have a fixed height, so that a Chinese word or an emoji moves no baseline: Qt puts it at four
fifths of the line, whatever the font.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFrameFormat,
    QTextTableCellFormat,
    QTextTableFormat,
)

from curator.ui.look import theme

BODY_POINTS = 11.0
DESIGN_EM = BODY_POINTS * 96 / 72
MEASURE = 78
"""Characters of English that fill the longest line; breaking between words leaves 66 to 76."""
INDENT = 18.0
NUMBER_INDENT = 24.0
ROLE = QTextBlockFormat.Property.UserProperty + 1
MARKER = QTextBlockFormat.Property.UserProperty + 2
HANG = QTextBlockFormat.Property.UserProperty + 3
QUOTE = QTextBlockFormat.Property.UserProperty + 4
JOINED = QTextBlockFormat.Property.UserProperty + 5
TOP = 16.5
BOTTOM = 72.0
_SAMPLE = "The first phase is planned for the second half of the year and uses a platform of its own. "
_UPRIGHT = re.compile(
    "[\u0400-\u052f\u0590-\u08ff\u0e00-\u0e7f\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\ufb1d-\ufeff]"
)


class Role(StrEnum):
    """What a block of the page is."""

    TITLE = "title"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    SUBHEADING = "subheading"
    ITEM = "item"
    CODE = "code"
    RULE = "rule"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Face:
    """How the words of one role are set: size in points, weight, line height and baseline in ems."""

    points: float
    weight: int
    leading: float


FACES = {
    Role.TITLE: Face(16, 600, 1.35),
    Role.BYLINE: Face(9, 400, 1.5),
    Role.PARAGRAPH: Face(BODY_POINTS, 400, 1.5),
    Role.HEADING: Face(12.5, 600, 1.35),
    Role.SUBHEADING: Face(BODY_POINTS, 600, 1.5),
    Role.ITEM: Face(BODY_POINTS, 400, 1.5),
    Role.CODE: Face(9.5, 400, 1.5),
    Role.RULE: Face(BODY_POINTS, 400, 1.0),
    Role.CELL: Face(BODY_POINTS - 1, 400, 1.5),
}
GAPS = {
    (Role.TITLE, Role.BYLINE): 6.0,
    (Role.BYLINE, Role.PARAGRAPH): 14.0,
    (Role.HEADING, Role.PARAGRAPH): 7.0,
    (Role.SUBHEADING, Role.PARAGRAPH): 2.0,
    (Role.HEADING, Role.ITEM): 6.0,
    (Role.SUBHEADING, Role.ITEM): 2.0,
    (Role.ITEM, Role.ITEM): 4.0,
    (Role.CODE, Role.CODE): 0.0,
}
_BEFORE = {Role.HEADING: 17.5, Role.SUBHEADING: 15.0}


def gap(above: Role | None, below: Role) -> float:
    """The space between two blocks, in pixels of the design."""
    if above is None:
        return 0.0
    return GAPS.get((above, below), _BEFORE.get(below, 14.0))


def upright(words: str) -> bool:
    """Whether words are in a script that has no italics of its own (Cyrillic, Chinese, Arabic, …)."""
    return _UPRIGHT.search(words) is not None


class Type:
    """Formats for blocks and words, in the present theme, at a text size.

    `scale` is the text size (1.0: as designed), `dpi` the logical dots per inch of the view.
    """

    def __init__(self, scale: float = 1.0, dpi: float = 96.0) -> None:
        self.scale = scale
        self.theme = theme.current()
        self.fonts = {role: self._font(role) for role in Role}
        self.pixels = {role: font.pointSizeF() * dpi / 72 for role, font in self.fonts.items()}
        self.unit = self.pixels[Role.PARAGRAPH] / DESIGN_EM
        """Pixels for one pixel of the design."""
        self.block = cache(self._block)
        self.words = cache(self._words)

    def _font(self, role: Role) -> QFont:
        face = FACES[role]
        family = {Role.BYLINE: theme.sans, Role.CODE: theme.mono}.get(role, theme.serif)
        font = family(face.points * self.scale, face.weight)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def measure(self) -> float:
        """The width of the longest line, in pixels."""
        metrics = QFontMetricsF(self.fonts[Role.PARAGRAPH])
        return metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * MEASURE

    def _block(self, role: Role, above: Role | None, indent: float = 0.0) -> QTextBlockFormat:
        """The format of a block below another; `indent` in pixels of the design."""
        result = QTextBlockFormat()
        height = self.pixels[role] * FACES[role].leading
        result.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        result.setTopMargin(gap(above, role) * self.unit)
        result.setLeftMargin(indent * self.unit)
        result.setProperty(ROLE, role.value)
        if role in {Role.TITLE, Role.HEADING, Role.SUBHEADING}:
            result.setHeadingLevel({Role.TITLE: 1, Role.HEADING: 2}.get(role, 3))
        return result

    def _words(self, role: Role) -> QTextCharFormat:
        """The format of plain words in a block."""
        result = QTextCharFormat()
        result.setFont(self.fonts[role])
        result.setForeground(self.theme.color("muted" if role is Role.BYLINE else "text"))
        return result

    def code(self, role: Role) -> QFont:
        """The font of code among the words of a block."""
        return theme.mono(FACES[role].points * 0.88 * self.scale, FACES[role].weight)

    def indent(self, marker: str) -> float:
        """How far an item stands in from its list, in pixels of the design."""
        if len(marker) <= 1:
            return INDENT
        width = QFontMetricsF(self.fonts[Role.ITEM]).horizontalAdvance(marker) / self.unit
        return max(NUMBER_INDENT, width + 6)

    def frame(self) -> QTextFrameFormat:
        """The format of the whole page: its margins."""
        result = QTextFrameFormat()
        result.setMargin(0)
        result.setLeftMargin(theme.TEXT_MARGIN)
        result.setRightMargin(theme.TEXT_MARGIN)
        result.setTopMargin(TOP * self.unit)
        result.setBottomMargin(BOTTOM)
        return result

    def table(self, above: Role) -> QTextTableFormat:
        """The format of a table below a block: hair lines between rows, no frame."""
        result = QTextTableFormat()
        result.setBorder(0)
        result.setBorderCollapse(True)
        result.setCellSpacing(0)
        result.setCellPadding(0)
        result.setMargin(0)
        result.setBottomMargin(gap(Role.CELL, Role.PARAGRAPH) * self.unit)
        result.setTopMargin(gap(above, Role.CELL) * self.unit)
        return result

    def cell(self, *, last: bool) -> QTextTableCellFormat:
        """The format of a cell; the last one of a row has no space at its right."""
        result = QTextTableCellFormat()
        result.setLeftPadding(0)
        result.setTopPadding(3 * self.unit)
        result.setBottomPadding(3 * self.unit)
        result.setRightPadding(0 if last else 20 * self.unit)
        result.setBottomBorder(1)
        result.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        result.setBottomBorderBrush(self.theme.color("hair"))
        return result
