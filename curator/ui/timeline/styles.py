"""The fonts and colours of the timeline, measured and made once."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF

from curator.ui.look import theme

LABEL_POINTS = 8.5
"""The size of the words among the marks."""


class Widths:
    """Widths of words in the fonts of the plot; measured once."""

    def __init__(self) -> None:
        self.fonts = (theme.sans(LABEL_POINTS, 400), theme.sans(LABEL_POINTS, 600))
        self._metrics = tuple(QFontMetricsF(font) for font in self.fonts)
        self._known: dict[tuple[str, bool], float] = {}
        self.key = (self.fonts[1].key(), theme.current().base)

    def __call__(self, text: str, bold: bool) -> float:
        key = (text, bold)
        width = self._known.get(key)
        if width is None:
            if len(self._known) > 20_000:
                self._known.clear()
            width = self._known[key] = self._metrics[bold].horizontalAdvance(text)
        return width

    def baseline(self, y: float) -> float:
        """The baseline of a line whose lower-case middle is at `y`."""
        return y + self._metrics[0].capHeight() / 2


class Colours:
    """The colours of a theme, made once: a frame asks for hundreds."""

    def __init__(self, colours: theme.Theme) -> None:
        self.role = {role: colours.color(role) for role in colours.roles}
        self.ink = {kind: colours.ink(kind) for kind in colours.KINDS}
        self.tint = {kind: colours.tint(kind) for kind in colours.KINDS}
