"""The status bar: place in the review, saved state, keys for what has the focus."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from curator.ui.look import icons, theme
from curator.ui.widgets.key_buttons import KeyHint
from curator.ui.widgets.panes import ElidedLabel, push_button, set_role

GAP = 8


class _Meter(QWidget):
    """How much of the present article is decided."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setFixedSize(70, 4)
        self.hide()

    def set_share(self, share: float) -> None:
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colours = theme.current()
        for colour, share in (("line", 1.0), ("accent", self._share)):
            painter.setBrush(colours.color(colour))
            if share > 0:
                painter.drawRoundedRect(QRectF(0, 0, max(4.0, self.width() * share), 4), 2, 2)


class StatusBar(QFrame):
    """Twenty-six pixels at the bottom."""

    task_chosen = Signal()
    """The long task that is under way, or just ended, is to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.grown(theme.STATUS_HEIGHT))
        self.place = QLabel(self)
        self.place.setFont(theme.sans(9, 600))
        self._meter = _Meter(self)
        self._mark = QLabel(self)
        self.words = ElidedLabel("", self)
        self.words.setFont(theme.sans(9))
        self.words.setProperty("role", "muted")
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._task = push_button("", "download-simple", "quiet", self)
        self._task.setFont(theme.sans(9, 500))
        self._task.setToolTip(self.tr("Show the import"))
        self._task.clicked.connect(self.task_chosen)
        self._task.hide()
        self._remark = QLabel(self)
        self._remark.setFont(theme.sans(9))
        self._remark.setProperty("role", "muted")
        self._remark.hide()
        self._is_error = False
        self._keys = QWidget(self)
        self._hints = QHBoxLayout(self._keys)
        self._hints.setContentsMargins(0, 0, 0, 0)
        self._hints.setSpacing(14)
        self._caps: list[KeyHint] = []
        self._shown: tuple[tuple[str, str], ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.PANE_MARGIN, 0, theme.PANE_MARGIN, 0)
        row.setSpacing(GAP)
        row.addWidget(self.place)
        row.addSpacing(8)
        row.addWidget(self._meter)
        row.addSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(self.words, 1)
        row.addWidget(self._task)
        row.addWidget(self._remark)
        row.addWidget(self._keys)
        self.words.installEventFilter(self)

    def set_place(self, text: str, share: float | None = None) -> None:
        """Say the place in the review, and the share of facts that is decided."""
        self.place.setText(text)
        self._meter.setVisible(share is not None)
        self._meter.set_share(share or 0)

    def tell(self, text: str, kind: str = "ok") -> None:
        """What was saved or done; `kind` "danger" for what was not."""
        self._is_error = kind == "danger"
        self.words.set_text(text)
        name = {"ok": "check", "danger": "warning", "muted": ""}[kind]
        self._mark.setVisible(bool(name))
        if name:
            self._mark.setPixmap(icons.pixmap(name, kind, 14, self.devicePixelRatioF()))
        set_role(self.words, "danger" if kind == "danger" else "muted")
        self._give_room()

    def _give_room(self) -> None:
        """Take away the last keys while what is told needs their place, and all while an error does."""
        needed = self.words.fontMetrics().horizontalAdvance(self.words.accessibleName())
        # What the two have together stays the same while keys come and go.
        room = self.words.width() + (0 if self._keys.isHidden() else self._keys.width() + GAP) - needed - GAP
        ends = list(accumulate(hint.sizeHint().width() + self._hints.spacing() for hint in self._caps))
        fits = sum(end - self._hints.spacing() <= room for end in ends)
        if self._is_error and fits < len(ends):
            fits = 0
        for place, hint in enumerate(self._caps):
            hint.setVisible(place < fits)
        self._keys.setVisible(fits > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The words get another width when the bar does, and when what stands beside them does.
        if event.type() == QEvent.Type.Resize and watched is self.words:
            self._give_room()
        return False

    def set_task(self, text: str) -> None:
        """Say how far a long task is, as a button that shows it; "" once there is nothing to show."""
        self._task.setText(text)
        self._task.setVisible(bool(text))

    def set_remark(self, text: str) -> None:
        """Say something lasting where the keys stand; "" for nothing."""
        self._remark.setText(text)
        self._remark.setVisible(bool(text))

    def set_keys(self, hints: Sequence[tuple[str, str]]) -> None:
        """The keys for what has the focus, as (key, what it does)."""
        if tuple(hints) == self._shown:
            return
        self._shown = tuple(hints)
        for hint in self._caps:
            hint.hide()
            hint.deleteLater()
        self._caps = [KeyHint(key, text, self._keys) for key, text in hints]
        for hint in self._caps:
            self._hints.addWidget(hint)
        self._give_room()
