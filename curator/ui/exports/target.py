"""Where an export is written: a line with the path, a button to choose it, and what would be replaced."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from curator.ui.look import theme
from curator.ui.widgets.panes import push_button, section_head


class ExportTarget(QWidget):
    """Takes the path of a folder or of a file, as the format wants it."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_folder = False
        self.line = QLineEdit(self)
        # Two heads: one whose words change would lose the letter that leads to the line.
        self._heads = {
            True: section_head(self.tr("Folder"), self, self.line),
            False: section_head(self.tr("File"), self, self.line),
        }
        self.line.setAccessibleName(self.tr("Where to write"))
        self.line.textChanged.connect(self._look)
        choose = push_button(self.tr("Choose…"), parent=self)
        choose.clicked.connect(self._choose)
        self.note = QLabel(self)
        self.note.setFont(theme.sans(9))
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(choose)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for head in self._heads.values():
            column.addWidget(head)
        column.addLayout(row)
        column.addWidget(self.note)
        self.setLayout(column)

    def ask_for(self, path: str, *, is_folder: bool) -> None:
        """Ask for a folder or a file, at first this one."""
        self._is_folder = is_folder
        for folder, head in self._heads.items():
            head.setVisible(folder is is_folder)
        self.line.setText(path)
        self._look()

    def written(self) -> bool:
        """Whether a path is given at all."""
        return bool(self.line.text().strip())

    def path(self) -> Path:
        """The path given."""
        return _path(self.line.text().strip())

    def _look(self) -> None:
        text = ""
        if self.written() and self._is_there():
            text = (
                self.tr("This folder holds files already: those of the same name are replaced.")
                if self._is_folder
                else self.tr("This file is there already: it is replaced.")
            )
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.changed.emit()

    def _is_there(self) -> bool:
        """Whether the folder holds something, or the file is there; not, where nobody may look."""
        try:
            return any(self.path().iterdir()) if self._is_folder else self.path().is_file()
        except (OSError, ValueError):
            return False

    def _choose(self) -> None:
        if self._is_folder:
            name = QFileDialog.getExistingDirectory(self, self.tr("Export into"), self.line.text())
        else:
            name, _ = QFileDialog.getSaveFileName(self, self.tr("Export to"), self.line.text())
        if name:
            self.line.setText(name)


def _path(written: str) -> Path:
    try:
        return Path(written).expanduser()
    except RuntimeError:  # there is no such user
        return Path(written)
