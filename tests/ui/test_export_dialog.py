"""The export dialog: what, how, where; what fails is told and nothing is half written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from curator.formats.writing import FolderWriter
from curator.services import editing, listing
from curator.services.exports import exporting, writers
from curator.services.exports.exporting import ExportFailure, ExportReport
from curator.services.library import Library
from curator.ui.background.jobs import Jobs
from curator.ui.windows.export_dialog import ExportDialog

Open = Callable[..., ExportDialog]


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def state(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def opened(qtbot: QtBot, library: Library, jobs: Jobs, state: QSettings) -> Open:
    def make(query: str = "", selected: tuple[int, ...] = ()) -> ExportDialog:
        dialog = ExportDialog(library, jobs, query=query, selected=selected, state=state)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        qtbot.waitUntil(lambda: not dialog._scope.is_reading())
        return dialog

    return make


def choose(dialog: ExportDialog, name: str) -> None:
    title = writers.writer(name).title
    (item,) = dialog._formats.findItems(title, Qt.MatchFlag.MatchExactly)
    dialog._formats.setCurrentItem(item)


def test_the_search_is_offered_before_the_whole_library(qtbot: QtBot, opened: Open) -> None:
    dialog = opened("company:kranwerk")
    assert "1 article" in dialog._head._title.text()
    assert "company:kranwerk" in dialog._head._words._whole
    dialog._scope.setCurrentIndex(dialog._scope.findData(""))
    assert "article" not in dialog._head._title.text()
    assert not dialog._foot.go.isEnabled()
    qtbot.waitUntil(lambda: len(dialog._ids) == 3)
    assert dialog._foot.go.isEnabled()


def test_what_articles_lack_is_told_with_a_sign(opened: Open) -> None:
    dialog = opened()
    assert "no date" in dialog._warning.text()
    assert dialog._warning_mark.isVisible()
    assert not dialog._warning_mark.pixmap().isNull()
    whole = opened("company:kranwerk")
    assert not whole._warning.isVisible()
    assert not whole._warning_mark.isVisible()


def test_several_selected_articles_come_first(opened: Open, library: Library) -> None:
    ids = tuple(listing.identifiers(library, ""))[:2]
    assert opened("", ids)._ids == list(ids)


def test_the_preview_shows_what_would_be_written_and_can_be_leafed_through(opened: Open) -> None:
    dialog = opened()
    first = dialog._preview.text.toPlainText()
    dialog._preview.leaf(1)
    assert dialog._preview.text.toPlainText() != first
    assert dialog._preview.number.text() == "2 of 3"
    dialog._preview.leaf(-1)
    assert dialog._preview.text.toPlainText() == first
    choose(dialog, "jsonl")
    assert json.loads(dialog._preview.text.toPlainText())


@pytest.mark.parametrize("kind", ["markdown", "jsonl", "csv", "html", "pdf", "png", "svg"])
def test_an_export_is_written_told_and_remembered(
    qtbot: QtBot, opened: Open, tmp_path: Path, kind: str, state: QSettings
) -> None:
    dialog = opened()
    choose(dialog, kind)
    many = isinstance(writers.writer(kind), FolderWriter)
    target = tmp_path / "out" if many else tmp_path / f"out.{kind}"
    dialog._target.line.setText(str(target))
    with qtbot.waitSignals([dialog.exported, dialog.accepted]) as signals:
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert signals.signal_triggered
    assert len(list(target.iterdir())) == 3 if many else target.stat().st_size > 100
    assert opened()._format().name == kind
    assert opened()._target.line.text() == str(target)


def test_another_format_is_offered_beside_the_last_export(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    dialog = opened()
    choose(dialog, "jsonl")
    dialog._target.line.setText(str(tmp_path / "out.jsonl"))
    with qtbot.waitSignal(dialog.accepted):
        dialog._foot.go.click()
    again = opened()
    choose(again, "csv")
    assert again._target.line.text() == str(tmp_path / "articles.csv")


def test_a_place_that_cannot_be_written_is_told_beside_the_button(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    dialog = opened()
    dialog._target.line.setText(str(tmp_path / "file" / "folder"))
    dialog._foot.go.click()
    qtbot.waitUntil(lambda: "cannot be written" in dialog._foot.said._whole)
    assert dialog.isVisible()
    assert dialog._foot.go.isEnabled()
    assert dialog._foot.progress.isHidden()
    # All its words are there, on as many lines as they take.
    assert dialog._foot.said.text() == dialog._foot.said._whole


def test_what_is_replaced_is_said_before(opened: Open, tmp_path: Path) -> None:
    dialog = opened()
    dialog._target.line.setText(str(tmp_path / "new"))
    assert dialog._target.note.isHidden()
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.md").write_text("a")
    dialog._target.line.setText(str(tmp_path / "old"))
    assert "replaced" in dialog._target.note.text()
    choose(dialog, "csv")
    dialog._target.line.setText(str(tmp_path / "old" / "a.md"))
    assert "replaced" in dialog._target.note.text()


def test_without_a_place_or_articles_nothing_can_be_exported(opened: Open) -> None:
    dialog = opened()
    dialog._target.line.setText("  ")
    assert not dialog._foot.go.isEnabled()
    nothing = opened("tag:nowhere")
    assert not nothing._foot.go.isEnabled()
    assert nothing._preview.number.text() == ""
    assert nothing._preview.text.toPlainText() == ""
    assert "Choose others" in nothing._foot.said._whole


def test_a_user_that_does_not_exist_is_no_fault(opened: Open) -> None:
    dialog = opened()
    dialog._target.line.setText("~nobody-of-this-name/export")
    assert dialog._foot.go.isEnabled()


def test_articles_that_failed_are_listed_and_the_rest_is_told(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    dialog = opened()
    failed = ExportFailure(1, "news/a.md", "It cannot be written: the name is too long.")
    with qtbot.waitSignal(dialog.exported) as told:
        dialog._done(ExportReport(tmp_path, (2, 3), (), (failed,)))
    assert "2" in told.args[0]
    assert "news/a.md: It cannot be written" in dialog._preview.text.toPlainText()
    assert "1 could not be exported" in dialog._foot.said._whole
    assert "Exported 2 article" in dialog._foot.said._whole
    assert dialog.isVisible()


def test_escape_stops_an_export_and_leaves_no_half_file(
    qtbot: QtBot, opened: Open, tmp_path: Path, jobs: Jobs, library: Library
) -> None:
    dialog = opened()
    choose(dialog, "csv")
    target = tmp_path / "articles.csv"
    dialog._target.line.setText(str(target))
    dialog._foot.go.click()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    with qtbot.waitSignal(dialog.finished):
        pass
    assert list(tmp_path.glob("*.part")) == []


def test_contents_are_chosen(opened: Open) -> None:
    dialog = opened()
    chosen = dialog._chosen
    chosen.open_facts.setChecked(False)
    chosen.repaired.setChecked(False)
    assert chosen.contents() == exporting.Contents(accepted_only=True, repaired=False)
    chosen.in_front_matter.setChecked(True)
    chosen.key.setText(" evidence ")
    assert chosen.contents().facts_key == "evidence"
    choose(dialog, "csv")
    assert chosen.repaired.isHidden()
    assert chosen.contents() == exporting.Contents(accepted_only=True)


def test_what_there_is_to_write_is_counted(qtbot: QtBot, opened: Open, library: Library) -> None:
    dialog = opened()
    wanted = exporting.holdings(library, listing.identifiers(library, ""))
    assert wanted.open > 0
    qtbot.waitUntil(lambda: dialog._chosen.open_facts.number.text() == str(wanted.open))
    assert dialog._chosen.repaired.number.text() == str(wanted.repairs)


def test_new_lines_of_an_article_are_marked(qtbot: QtBot, opened: Open, library: Library) -> None:
    (first, *_) = listing.identifiers(library, "")
    untouched = opened("", (first,))
    assert not untouched._preview.text.extraSelections()
    editing.set_field(library, [first], "category", "energy")
    dialog = opened("", (first,))
    (only,) = dialog._preview.text.extraSelections()
    assert "energy" in only.cursor.block().text()  # pyright: ignore[reportAttributeAccessIssue]


def test_a_template_is_filled_in_for_the_preview_and_names_the_file(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    template = tmp_path / "digest.md.j2"
    template.write_text("{% for article in articles %}* {{ article.title }}\n{% endfor %}")
    dialog = opened()
    dialog._chosen.template.setText(str(template))
    choose(dialog, "template")
    assert dialog._target.line.text().endswith(".md")
    qtbot.waitUntil(lambda: dialog._preview.text.toPlainText().startswith("* "))


def test_a_template_that_cannot_be_read_is_told_in_the_preview(opened: Open) -> None:
    dialog = opened()
    choose(dialog, "template")
    assert "needs a template" in dialog._preview.text.toPlainText()
    dialog._foot.go.click()
    assert "needs a template" in dialog._foot.said._whole


def test_the_line_of_the_path_has_a_letter_whatever_is_asked_for(opened: Open) -> None:
    dialog = opened()
    dialog.show()
    for name, words in (("markdown", "Folder"), ("csv", "File")):
        choose(dialog, name)
        labels = [
            label
            for label in dialog.findChildren(QLabel)
            if label.buddy() is dialog._target.line and label.isVisible()
        ]
        assert [label.text().replace("&", "") for label in labels] == [words]
        assert "&" in labels[0].text()


def test_of_a_format_without_text_it_is_said_what_to_do(opened: Open) -> None:
    dialog = opened()
    choose(dialog, "pdf")
    assert dialog._preview.text.said
    assert "Export it" in dialog._preview.text.toPlainText()
    choose(dialog, "csv")
    assert not dialog._preview.text.said
