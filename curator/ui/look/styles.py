"""The style sheet: stock Qt widgets in the look of the theme."""

from __future__ import annotations

from string import Template

from curator.ui.look.theme import Theme

_SHEET = Template("""
* { outline: none; }
QMainWindow, QDialog { background: $window; }
QToolTip { background: $alt; color: $text; border: 1px solid $line; padding: 4px 6px; }
QLabel { background: transparent; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="warn"] { color: $warn; }
QLabel[role="danger"] { color: $danger; }
QLabel[role="ok"] { color: $ok; }
QLabel[role="accent"] { color: $accent; }
QLabel[role="repair"] { color: $repair; }
QWidget[surface="window"] { background: $window; }
QWidget[surface="base"] { background: $base; }
QWidget[surface="alt"] { background: $alt; }
QFrame[card="true"] { background: $base; border: 1px solid $line; border-radius: 8px; }

QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $control; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QPushButton { background: $base; color: $text; border: 1px solid $line; border-radius: 6px;
              padding: 0 10px; min-height: 26px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $sel; }
QPushButton:disabled { color: $control; }
QDialog QPushButton { min-height: 30px; padding: 0 12px; }
QPushButton:focus { border: 2px solid $accent; padding: 0 9px; min-height: 24px; }
QDialog QPushButton:focus { padding: 0 11px; min-height: 28px; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent;
    font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent; border-color: $text; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $hover; color: $control; border-color: $line; }
QPushButton[kind="quiet"], QToolButton { background: transparent; border: 1px solid transparent;
    border-radius: 5px; }
QPushButton[inline="true"] { min-height: 0; padding: 0; }
QPushButton[kind="quiet"] { color: $accent; padding: 0 6px; }
QToolButton { color: $text; }
QPushButton[kind="quiet"]:hover, QToolButton:hover { background: $hover; }
QPushButton[kind="quiet"]:focus, QToolButton:focus { border: 2px solid $accent; }
QToolButton { padding: 3px; }
QToolButton:focus { padding: 2px; }
QToolButton:checked { background: transparent; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[caret="true"] { padding-right: 15px; }
QToolButton[caret="true"]:focus { padding-right: 14px; }
QToolButton[caret="true"]::menu-indicator { image: url($caret); width: 11px; height: 11px; right: 3px;
    subcontrol-origin: padding; subcontrol-position: right center; }
QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit[editor="true"], QComboBox, QSpinBox, QDateEdit {
    background: $base; color: $text; border: 1px solid $control; border-radius: 5px; padding: 2px 6px;
    selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $muted; }
QLineEdit[role="warn"] { placeholder-text-color: $warn; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit[editor="true"]:focus, QComboBox:focus, QSpinBox:focus
    { border: 2px solid $accent; padding: 1px 5px; }
QDialog QLineEdit, QDialog QComboBox, QDialog QKeySequenceEdit { min-height: 22px; }
QLineEdit:disabled { color: $control; border-color: $line; }
QLineEdit[bad="true"] { border-color: $danger; }
QLineEdit[kind="field"] { background: transparent; border: 1px solid transparent; padding: 0 4px; }
QLineEdit[kind="field"]:hover { background: $hover; }
QLineEdit[kind="field"]:focus { background: $base; border: 2px solid $accent; padding: 0 3px; }
QLineEdit[kind="field"][bad="true"] { border: 2px solid $danger; }
QPlainTextEdit[kind="field"] { background: transparent; border: 1px solid transparent; padding: 0 0 0 4px; }
QPlainTextEdit[kind="field"]:hover { background: $hover; }
QPlainTextEdit[kind="field"]:focus { background: $base; border: 2px solid $accent; padding: 0 0 0 3px; }
QPlainTextEdit[kind="field"][bad="true"] { border: 2px solid $danger; }
QPlainTextEdit[bare="true"] { background: transparent; border: none; padding: 0; }
QFrame[rule="true"] { background: $line; border: none; }
QFrame[hair="true"] { background: $hair; border: none; }
QComboBox { padding-right: 22px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url($caret); width: 12px; height: 12px; }
QComboBox QAbstractItemView, QListView[popup="true"] { background: $base; color: $text;
    border: 1px solid $line; selection-background-color: $sel; selection-color: $text; }

QMenu { background: $base; color: $text; border: 1px solid $line; border-radius: 6px; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 28px; border-radius: 4px; }
QMenu::item:selected { background: $sel; }
QMenu::item:disabled { color: $control; }
QMenu::separator { height: 1px; background: $hair; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }

QAbstractItemView { background: $base; color: $text; border: none; selection-background-color: $sel;
    selection-color: $text; gridline-color: $hair; }
QTreeView::item { min-height: 24px; padding-right: 14px; }
QTreeView[boxed="true"], QListView[boxed="true"] { border: 1px solid $line; border-radius: 6px;
    padding: 4px; }
QTreeView[boxed="true"]:focus, QListView[boxed="true"]:focus { border: 2px solid $accent; padding: 3px; }
QListView[inset="true"]::item:selected, QListView[boxed="true"]::item:selected { background: $sel;
    color: $text; }
QListView[inset="true"]::item { padding-left: 12px; }
QListView[boxed="true"]::item { padding-left: 4px; border-radius: 4px; }
QDialog[popup="true"] { background: $window; border: 1px solid $control; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableView::item { padding: 4px 8px; border-bottom: 1px solid $hair; }
QTableView::item:selected { background: $sel; color: $text; }
QHeaderView { background: $base; }
QHeaderView::section { background: $base; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 6px 11px; font-weight: 500; }
QTreeView QHeaderView::section { padding: 6px 4px; }

QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: $line; border-radius: 3px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: $line; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }

QCheckBox, QRadioButton { color: $text; spacing: 8px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $control;
    background: $base; }
QListView::indicator { width: 14px; height: 14px; border: 1px solid $control; border-radius: 3px;
    background: $base; }
QListView::indicator:checked { background: $accent; border-color: $accent; image: url($check); }
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; width: 12px;
    height: 12px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($check); }
QCheckBox:disabled { color: $muted; }
QCheckBox::indicator:checked:disabled { background: $control; border-color: $control; }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 6px; height: 6px; }
QTabBar::tab { background: transparent; color: $muted; padding: 6px 12px; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
""")


def sheet(theme: Theme, check: str, caret: str) -> str:
    """The style sheet in the colours of a theme; `check` and `caret` are the paths of these pictures."""
    colours = {role: f"#{getattr(theme, role)}" for role in theme.roles}
    return _SHEET.substitute(colours, repair=theme.ink("repair").name(), check=check, caret=caret)
