"""Windows over a task that goes on behind them: it can be stopped, or left to itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QWidget

from curator.ui.widgets.key_buttons import KeyButton
from curator.ui.widgets.panes import push_button


class TaskWindow(QDialog):
    """Esc stops the task, closing the window leaves it running; once it has ended, both close the window."""

    stop_requested = Signal()
    article_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._running = True
        self.stop = KeyButton(self.tr("Stop"), "Esc", parent=self)
        self.stop.clicked.connect(self._stop)
        self.background = push_button(self.tr("Run in the background"), parent=self)
        self.background.clicked.connect(self.hide)

    @property
    def running(self) -> bool:
        """Whether the task goes on."""
        return self._running

    def come_forward(self) -> None:
        """Show the window before all others, wherever it was."""
        self.show()
        self.raise_()
        self.activateWindow()

    def end(self) -> None:
        """The task has ended: there is nothing to stop any more."""
        self._running = False
        for button in (self.stop, self.background):
            button.hide()

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.stop_requested.emit()

    def reject(self) -> None:
        """Stop the task; once it is over, close the window."""
        if self._running:
            self._stop()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        # Closing the window is no reason to stop: the task goes on behind it, until the program ends.
        if not self._running:
            super().closeEvent(event)
        elif event.spontaneous():
            self.hide()
            event.ignore()
        else:
            event.accept()
