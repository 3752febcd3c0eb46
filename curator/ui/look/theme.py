"""The look: colours, fonts and measures, light and dark.

Colour says only kind, state or focus. The article's own words are set in the serif, the program's
in the sans. Widgets take a `Theme` from `current()` and repaint when the palette changes.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import ClassVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

HALF = 128
"""A colour of less lightness is dark."""
PANE_MARGIN = 16
TEXT_MARGIN = 24
BAR_HEIGHT = 48
HEAD_HEIGHT = 40
STATUS_HEIGHT = 26
SIDEBAR_ROW = 26
LIST_ROW = 76
LIST_ROW_COMPACT = 30
FIELD_HEIGHT = 25
FACT_ROW = 42
BUTTON_HEIGHT = 28
DIALOG_BUTTON_HEIGHT = 32
ICON = 16
BAR_ICON = 18

EMOJI = "Noto Color Emoji"
SANS = ("Inter", "Noto Sans", "Noto Sans CJK SC", EMOJI)
SERIF = ("Noto Serif", "Noto Serif CJK SC", EMOJI)
MONO = ("JetBrains Mono", "Noto Sans Mono", "Noto Sans Mono CJK SC")


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour by its role, as "RRGGBB"; `tint` and `ink` by kind of fact, and "repair"."""

    window: str
    base: str
    alt: str
    hover: str
    sel: str
    text: str
    muted: str
    line: str
    hair: str
    control: str
    accent: str
    on_accent: str
    danger: str
    warn: str
    ok: str
    danger_tint: str
    warn_tint: str
    ok_tint: str
    tints: tuple[tuple[str, str, str], ...]

    KINDS: ClassVar[tuple[str, ...]] = ("money", "quantity", "percent", "date", "company", "repair")

    def color(self, role: str) -> QColor:
        """The colour for a role ("muted", "ok_tint", …)."""
        return QColor("#" + str(getattr(self, role)))

    def tint(self, kind: str) -> QColor:
        """The fill behind words of a kind."""
        return QColor("#" + self._of(kind)[1])

    def ink(self, kind: str) -> QColor:
        """The colour of bars, outlines and labels of a kind."""
        return QColor("#" + self._of(kind)[2])

    def _of(self, kind: str) -> tuple[str, str, str]:
        return next(entry for entry in self.tints if entry[0] == kind)

    @property
    def roles(self) -> tuple[str, ...]:
        """The names `color` takes."""
        return tuple(f.name for f in fields(self) if f.name != "tints")


LIGHT = Theme(
    window="F6F7F9", base="FFFFFF", alt="F9FAFB", hover="EEF1F4", sel="E2EDF9",
    text="1B1F24", muted="59636E", line="D1D9E0", hair="E6EAEE", control="7A8591",
    accent="0B5CAD", on_accent="FFFFFF", danger="B3261E", warn="7A4B00", ok="116329",
    danger_tint="FBE3E1", warn_tint="FDEFCF", ok_tint="DDF3E2",
    tints=(
        ("money", "CFEFE3", "00674B"), ("quantity", "E8DDF6", "5B3A94"), ("percent", "F6DCEB", "93306A"),
        ("date", "D5E8FA", "0A558C"), ("company", "FCE7C5", "7F4A00"), ("repair", "FBDDD3", "A23B12"),
    ),
)  # fmt: skip

DARK = Theme(
    window="16191D", base="1C2025", alt="20252B", hover="262C33", sel="1D3450",
    text="E6EAEF", muted="9BA7B4", line="39424C", hair="2B323A", control="74808D",
    accent="6CB2FF", on_accent="0E1217", danger="FF8A80", warn="F2B84B", ok="5FCB84",
    danger_tint="4A201D", warn_tint="3F3010", ok_tint="173524",
    tints=(
        ("money", "0F3B2F", "5FD3AE"), ("quantity", "33264F", "C3A6F2"), ("percent", "4A2039", "F19CC8"),
        ("date", "12344F", "7CC0F5"), ("company", "47310B", "F2BC62"), ("repair", "4D2314", "FF9E7A"),
    ),
)  # fmt: skip


class _News(QObject):
    changed = Signal()


@cache
def news() -> _News:
    """Says `changed` when light gives way to dark, or the font scale changes."""
    return _News()


_forced: list[Theme] = []
_followed: list[Theme] = [LIGHT]
_scale: list[float] = [1.0]
USUAL_POINTS = 10.0
"""The size of the system's font at which ours have the sizes they are named by."""


def current() -> Theme:
    """The theme by the system's setting, or the one that `force` laid down."""
    return _forced[0] if _forced else _followed[0]


def follow_system() -> None:
    """Take light or dark, and the font scale, from the system's palette and font, before ours replace them.

    Qt would tell the colour scheme itself too, but makes all its enumerations first: 30 ms before the
    first paint.
    """
    _scale[:] = [max(1.0, QGuiApplication.font().pointSizeF() / USUAL_POINTS)]
    _followed[:] = [DARK if QGuiApplication.palette().window().color().lightness() < HALF else LIGHT]


def follow(*, dark: bool) -> None:
    """Go from light to dark, or back, when the system does."""
    _followed[:] = [DARK if dark else LIGHT]
    news().changed.emit()


def force(theme: Theme | None) -> None:
    """Use one theme whatever the system says (None: follow the system again)."""
    _forced[:] = [theme] if theme else []
    news().changed.emit()


def is_dark() -> bool:
    """Whether the current theme is the dark one."""
    return current() is DARK


def grown(pixels: float) -> int:
    """A height or width that holds words, at the user's font scale."""
    return round(pixels * _scale[0])


def sans(points: float = 9.5, weight: int = 400) -> QFont:
    """The program's own words; tabular figures below 11.5 points."""
    return _font(SANS, points, weight, tabular=points < 11.5)


def serif(points: float = 11, weight: int = 400) -> QFont:
    """The article's words."""
    return _font(SERIF, points, weight)


def mono(points: float = 8, weight: int = 400) -> QFont:
    """Codes and keys; no ligatures, so that `>=` stays two signs."""
    font = _font(MONO, points, weight)
    font.setStyleHint(QFont.StyleHint.Monospace)
    for feature in ("liga", "calt"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


def _font(families: tuple[str, ...], points: float, weight: int, *, tabular: bool = False) -> QFont:
    return QFont(_made(families, points * _scale[0], weight, tabular=tabular))


@cache
def _made(families: tuple[str, ...], points: float, weight: int, *, tabular: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight(weight))
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def palette(theme: Theme) -> QPalette:
    """The theme as a Qt palette, so that stock widgets fit in."""
    result = QPalette()
    role = QPalette.ColorRole
    for target, name in (
        (role.Window, "window"), (role.WindowText, "text"), (role.Base, "base"),
        (role.AlternateBase, "alt"), (role.Text, "text"), (role.Button, "base"),
        (role.ButtonText, "text"), (role.ToolTipBase, "alt"), (role.ToolTipText, "text"),
        (role.Highlight, "accent"), (role.HighlightedText, "on_accent"), (role.Link, "accent"),
        (role.PlaceholderText, "muted"), (role.Mid, "line"), (role.Midlight, "hair"),
        (role.Dark, "control"), (role.Light, "base"), (role.BrightText, "danger"),
        (role.Accent, "accent"),
    ):  # fmt: skip
        result.setColor(target, theme.color(name))
    for target in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, target, theme.color("control"))
    return result
