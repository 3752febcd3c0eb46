"""About Curator, and the crash dialog: what runs here, in which versions."""

from __future__ import annotations

import platform
import traceback
from importlib import metadata
from types import TracebackType

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from curator import paths
from curator.ui.keyboard.mnemonics import Mnemonics
from curator.ui.look import theme
from curator.ui.widgets.panes import push_button
from curator.ui.windows.questions import Question
from curator.versions import version

translate = QCoreApplication.translate
PARTS = ("PySide6_Essentials", "SQLAlchemy", "pyqtgraph", "ftfy", "python-frontmatter", "trafilatura")


def versions() -> str:
    """Curator's version and those of what it stands on, a line each."""
    lines = [f"Curator {version()}", f"Python {platform.python_version()}", f"Qt {qVersion()}"]
    for part in PARTS:
        try:
            lines.append(f"{part} {metadata.version(part)}")
        except metadata.PackageNotFoundError:
            lines.append(f"{part} ?")
    lines.append(platform.platform())
    return "\n".join(lines)


class AboutDialog(QDialog):
    """What this program is, its licence, and the versions for a report."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Curator"))
        self.setMinimumWidth(440)
        title = QLabel(self.tr("Curator {version}").format(version=version()), self)
        title.setFont(theme.sans(16, 600))
        text = QLabel(
            self.tr(
                "Curates news articles in many languages: repaired text, facts with their evidence, and what "
                "was promised for when. Nothing leaves this computer. Free under the Apache License 2.0."
            ),
            self,
        )
        text.setWordWrap(True)
        text.setFont(theme.sans(10))
        parts = QLabel(versions(), self)
        parts.setFont(theme.mono(8.5))
        parts.setProperty("role", "muted")
        parts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        Mnemonics(self)
        layout = QVBoxLayout()
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(14)
        for widget in (title, text, parts):
            layout.addWidget(widget)
        layout.addLayout(self._make_foot())
        self.setLayout(layout)

    def _make_foot(self) -> QHBoxLayout:
        copy = push_button(self.tr("Copy details"), "copy", parent=self)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(versions()))
        close = push_button(self.tr("Close"), kind="primary", parent=self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(close)
        return row


class CrashDialog(Question):
    """A fault of the program's own: what it was, and all that a report needs."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        words = translate(
            "CrashDialog",
            "What was saved before is safe. Go on working, or restart. To report it, copy the details; "
            "they hold no article text. The log is in {folder}.",
        )
        title = translate("CrashDialog", "Curator met a fault of its own")
        super().__init__(title, words.format(folder=paths.log_folder()), details=report, parent=parent)
        self.resize(680, 440)


def report_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Versions and the trace, without the values the fault was met with."""
    frames = "".join(traceback.format_tb(trace))
    return f"{versions()}\n\n{kind.__module__}.{kind.__qualname__}\n{frames}{_first_line(error)}"


def _first_line(error: BaseException) -> str:
    return f"{type(error).__name__}: {str(error).splitlines()[0][:200] if str(error) else ''}"
