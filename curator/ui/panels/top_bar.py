"""The bar on top: menu, back and forward, undo, the search, import and export, pane toggles."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QAction, QIcon, QIconEngine, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from curator.ui.look import icons, theme
from curator.ui.widgets.panes import IconButton, icon_button, push_button
from curator.ui.widgets.search_field import SearchField


class _PaneGlyph(QIconEngine):
    """A window with one of its panes filled while that pane is shown."""

    def __init__(self, side: str) -> None:
        super().__init__()
        self._side = side

    def paint(self, painter: QPainter, rect: QRect, _mode: QIcon.Mode, state: QIcon.State) -> None:
        colours = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = rect.width() / 18
        box = QRectF(rect).adjusted(1.5 * unit, 2.5 * unit, -1.5 * unit, -2.5 * unit)
        pane = {
            "left": QRectF(box.left(), box.top(), box.width() * 0.36, box.height()),
            "right": QRectF(box.right() - box.width() * 0.36, box.top(), box.width() * 0.36, box.height()),
            "bottom": QRectF(box.left(), box.bottom() - box.height() * 0.4, box.width(), box.height() * 0.4),
        }[self._side]
        painter.setPen(QPen(colours.color("text"), 1.3 * unit))
        painter.drawRoundedRect(box, 2 * unit, 2 * unit)
        if state is QIcon.State.On:
            painter.fillRect(pane, colours.color("text"))
        elif self._side == "bottom":
            painter.drawLine(pane.topLeft(), pane.topRight())
        else:
            inner = pane.right() if self._side == "left" else pane.left()
            painter.drawLine(QPointF(inner, pane.top()), QPointF(inner, pane.bottom()))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # Since Qt 6.8 the size is logical; the picture has `scale` device pixels to each.
        result = QPixmap((QSizeF(size) * scale).toSize())
        result.setDevicePixelRatio(scale)
        result.fill(Qt.GlobalColor.transparent)
        painter = QPainter(result)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return result

    def clone(self) -> QIconEngine:
        return icons.given_away(_PaneGlyph(self._side))


class TopBar(QFrame):
    """Forty-eight pixels of chrome; its buttons stand for the window's actions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.BAR_HEIGHT)
        self.menu_button = icon_button("list", self.tr("Menu"), self, "text", theme.BAR_ICON)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.search = SearchField(self)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.import_button = push_button(self.tr("Import…"), "download-simple", parent=self)
        self.export_button = push_button(self.tr("Export…"), "export", parent=self)
        self.more_button = icon_button("dots-three-bold", self.tr("More"), self, "muted", theme.BAR_ICON)
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._left = QHBoxLayout()
        self._left.setSpacing(4)
        self._left.addWidget(self.menu_button)
        self._right = QHBoxLayout()
        self._right.setSpacing(4)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 12, 0)
        self._side = QWidget(self)
        self._side.setLayout(self._left)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.addStretch(1)
        self._row.addWidget(self._side)
        self._row.addWidget(self.search, 1)
        self._row.addWidget(self.import_button)
        self._row.setSpacing(10)
        self._row.addWidget(self.export_button)
        self._row.addLayout(self._right)
        self._toggles: list[QToolButton] = []

    def add_left(self, action: QAction, icon: str) -> None:
        """Put an action's button beside the menu."""
        self._left.insertWidget(
            self._left.count() - 1, self._button(action, icons.icon(icon, "text", theme.BAR_ICON))
        )

    def add_toggle(self, action: QAction, side: str) -> None:
        """Put the button that shows or hides a pane at the right."""
        button = self._button(action, QIcon(_PaneGlyph(side)))
        self._toggles.append(button)
        self._right.addWidget(button)

    def set_side_width(self, width: int) -> None:
        """Let the search begin where the pane beside the sidebar does."""
        self._side.setFixedWidth(max(self._left.sizeHint().width(), width - 12))

    def finish(self) -> None:
        """Put the last button in its place."""
        self._right.addWidget(self.more_button)

    def way(self) -> list[QWidget]:
        """Its widgets in the order in which Tab goes through them."""
        left = self._side.findChildren(QToolButton)
        buttons = self.import_button, self.export_button, *self._toggles, self.more_button
        return [*left, self.search, *buttons]

    def set_empty(self, empty: bool) -> None:
        """An empty library has nothing to search, export or lay out."""
        self.search.setEnabled(not empty)
        self.search.line.invite(
            self.tr("Search opens with the first article")
            if empty
            else self.tr("Search words, or company:nvidia amount:>=1e9usd")
        )
        self.export_button.setVisible(not empty)
        for button in self._toggles:
            button.setVisible(not empty)

    def _button(self, action: QAction, icon: QIcon) -> QToolButton:
        button = IconButton(self)
        action.setIcon(icon)
        button.setDefaultAction(action)
        button.setIconSize(QSize(theme.BAR_ICON, theme.BAR_ICON))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setAccessibleName(action.text())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
