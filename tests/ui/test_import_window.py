"""The import window: progress, report, and the way to revisions and articles."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from curator import settings
from curator.services import reading
from curator.services.imports.importing import ImportItem, LeftOut, Outcome
from curator.services.library import Library
from curator.ui.desk import Desk
from curator.ui.widgets.import_report import FAILED, LOOK, came_in, mark, needs_a_look
from curator.ui.windows import import_window
from curator.ui.windows.import_window import ImportWindow
from curator.ui.workspace import Workspace

ADDED = ImportItem("a.md", Outcome.ADDED, 1, "en", 3, 0, 5)
GUESSED = ImportItem("b.md", Outcome.ADDED, 2, "cs", 9, 2, 5)
PRESENT = ImportItem("c.md", Outcome.PRESENT, 3)
KNOWN = ImportItem("d.md", Outcome.REVISION, 4, reason="Article 4 has the same url.", source="/news/d.md")
BROKEN = ImportItem("e.md", Outcome.FAILED, reason="Front matter, line 7: a quote is not closed.")
TAKEN = ImportItem("f.md", Outcome.REVISION, 4, "en", 1, 0, 2)
FERRY = "---\ntitle: Ferry\nurl: https://ferry.example/a\n---\n\nThe ferry costs {price} million euros.\n"


class Answers(Protocol):
    """What the user answers when asked, and where each choice began."""

    folder: Path | None
    files: list[Path]
    starts: list[str]


@pytest.fixture
def report(qtbot: QtBot) -> ImportWindow:
    made = ImportWindow([Path("/news")])
    qtbot.addWidget(made)
    made.show()
    for number, item in enumerate((ADDED, GUESSED, PRESENT, KNOWN, BROKEN), 1):
        made.show_progress(number - 1, 5, item.path)
        made.add_item(item)
    return made


def numbers(window: ImportWindow) -> dict[str, str]:
    return {name: tile._number.text() for name, tile in window._tiles.items()}


def test_tiles_count_what_became_of_the_files(report: ImportWindow) -> None:
    assert numbers(report) == {"added": "2", "present": "1", "repaired": "2", LOOK: "2", FAILED: "1"}


@pytest.mark.parametrize(
    ("done", "total", "told"),
    [
        (100, 200, "about 50 second(s) left · 2 files a second"),
        (100, 1_000, "about 8 minute(s) left · 2 files a second"),
        (10, 500, "about 49 minute(s) left · 10 file(s) a minute"),
        (1, 300, "about 5 hour(s) left · 1 file(s) a minute"),
    ],
)
def test_the_time_left_is_told_in_what_people_count_in(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, done: int, total: int, told: str
) -> None:
    made = ImportWindow([Path("/news")])
    qtbot.addWidget(made)
    monkeypatch.setattr(import_window.time, "monotonic", lambda: made._began + (50 if done == 100 else 60))
    made.show_progress(done, total, "a.md")
    assert made._pace.toolTip() == told


def test_what_is_known_and_left_aside_did_not_come_in() -> None:
    assert [came_in(item) for item in (ADDED, KNOWN, TAKEN, PRESENT, BROKEN)] == [
        True,
        False,
        True,
        False,
        False,
    ]
    assert [needs_a_look(item) for item in (ADDED, GUESSED, KNOWN, TAKEN)] == [False, True, True, False]
    assert len({mark(item)[0] for item in (ADDED, GUESSED, PRESENT, BROKEN)}) == 4


def test_a_part_of_the_report_can_be_shown(report: ImportWindow) -> None:
    shown = report.report.table.model()
    for part, names in (
        (LOOK, ["b.md", "d.md"]),
        (FAILED, ["e.md"]),
        ("all", ["a.md", "b.md", "c.md", "d.md", "e.md"]),
    ):
        report.report.parts.set_value(part)
        report.report.show_part(part)
        assert [shown.index(row, 0).data() for row in range(shown.rowCount())] == names


def test_the_report_says_why_and_keeps_columns_of_numbers_right(report: ImportWindow) -> None:
    model = report.model
    assert model.index(4, 4).data() == BROKEN.reason
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    header = model.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
    assert model.index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole) == right == header
    report._copy()
    assert f"e.md\t{BROKEN.reason}" in QGuiApplication.clipboard().text()


def test_enter_on_a_file_shows_its_article(qtbot: QtBot, report: ImportWindow) -> None:
    report.report.table.setCurrentIndex(report.report.table.model().index(1, 0))
    with qtbot.waitSignal(report.article_chosen) as chosen:
        qtbot.keyClick(report.report.table, Qt.Key.Key_Return)
    assert chosen.args == [2]


def test_escape_stops_an_import_and_closes_a_report(qtbot: QtBot, report: ImportWindow) -> None:
    with qtbot.waitSignal(report.stop_requested):
        qtbot.keyClick(report, Qt.Key.Key_Escape)
    assert report.isVisible()
    report.finish(cancelled=True)
    assert "Stopped" in report._title.text()
    qtbot.keyClick(report, Qt.Key.Key_Escape)
    assert not report.isVisible()


def test_new_revisions_are_taken_from_their_own_files_only(qtbot: QtBot, report: ImportWindow) -> None:
    assert report._replace.isHidden()
    report.finish(cancelled=False)
    assert report._replace.text() == "Take 1 new revision(s)"
    with qtbot.waitSignal(report.replace_requested) as asked:
        report._replace.click()
    assert asked.args == [[Path("/news/d.md")]]


def test_the_first_file_to_look_at_is_one_click_away(qtbot: QtBot, report: ImportWindow) -> None:
    report.finish(cancelled=False)
    with qtbot.waitSignal(report.article_chosen) as chosen:
        report._look.click()
    assert chosen.args == [2]


def test_a_folder_without_articles_is_told_as_such(qtbot: QtBot) -> None:
    window = ImportWindow([Path("/empty")])
    qtbot.addWidget(window)
    window.show_progress(0, 0, "/empty")
    window.finish(cancelled=False)
    assert window._title.text() == "Nothing to import"
    assert window._bar.value() < 1


def test_what_wants_a_look_is_seen_while_the_import_goes_on(qtbot: QtBot, report: ImportWindow) -> None:
    with qtbot.waitSignal(report.article_chosen):
        report._look.click()
    assert report.running
    assert not report.isVisible()


def test_a_stopped_import_counts_what_came_in_after_the_last_progress(report: ImportWindow) -> None:
    came = len(report.model.items)
    report.show_progress(came - 1, 3000)
    report.finish(cancelled=True)
    assert report._done.text() == f"{came} of 3\N{NARROW NO-BREAK SPACE}000"
    assert report._bar.value() == came


def test_closing_the_window_leaves_the_import_running(qtbot: QtBot, report: ImportWindow) -> None:
    stopped: list[bool] = []
    report.stop_requested.connect(lambda: stopped.append(True))
    report.background.click()
    assert report.running
    assert not report.isVisible()
    assert not stopped


def test_why_an_import_stopped_is_said_with_all_its_words(report: ImportWindow) -> None:
    problem = "The disk is full. (/library.curator) Make room and try again; nothing was lost."
    report.finish(cancelled=True, problem=problem)
    assert report._problem.text() == problem
    assert report._problem.isVisible()
    assert report._stays.isVisible()


def test_a_long_report_is_counted_as_it_grows(qtbot: QtBot) -> None:
    window = ImportWindow([Path("/news")])
    qtbot.addWidget(window)
    for _ in range(1200):
        window.add_item(GUESSED)
    assert numbers(window)[LOOK] == "1\u202f200"


# In the desk


def test_an_import_in_the_background_is_found_again(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    new = tmp_path / "new.txt"
    new.write_text(
        "Ferry for 9 million euros\n\nThe town buys a ferry for 9 million euros.\n", encoding="utf-8"
    )
    desk.imports.take_in([new])
    window = desk.imports._import_window
    assert window is not None
    window.background.click()
    assert not window.isVisible()
    qtbot.waitUntil(desk.settled)
    task = desk.window.status._task
    assert task.isVisible()
    task.click()
    assert window.isVisible()
    assert task.isHidden()
    assert desk.window.list.model.rowCount() == 4
    assert "1" in desk.window.status.words.text()
    window.close()
    desk.window.actions_.trigger("show_import")
    assert window.isVisible()


def test_new_revisions_take_the_place_of_the_known_text(
    qtbot: QtBot, desk: Desk, folder: Path, library: Library
) -> None:
    ferry = folder / "ferry.md"
    ferry.write_text(FERRY.format(price=9), encoding="utf-8")
    desk.imports.take_in([folder])
    qtbot.waitUntil(desk.settled)
    ferry.write_text(FERRY.format(price=11), encoding="utf-8")
    desk.imports.take_in([folder])
    qtbot.waitUntil(desk.settled)
    window = desk.imports._import_window
    assert window is not None
    known = [item for item in window.model.items if needs_a_look(item)]
    assert [Path(item.source) for item in known] == [ferry]
    window._replace.click()
    qtbot.waitUntil(desk.settled)
    again = desk.imports._import_window
    assert again is not None
    assert [item.outcome for item in again.model.items] == [Outcome.REVISION]
    number = again.model.items[0].article_id
    assert number is not None
    assert "11 million" in reading.article(library, number).text
    assert desk.window.list.model.rowCount() == 4


def test_an_import_treats_known_articles_as_the_settings_say(
    qtbot: QtBot, desk: Desk, folder: Path, library: Library
) -> None:
    settings.file().parent.mkdir(parents=True, exist_ok=True)
    settings.file().write_text('revisions = "replace"\n', "utf-8")
    ferry = folder / "ferry.md"
    ferry.write_text(FERRY.format(price=9), encoding="utf-8")
    desk.imports.take_in([ferry])
    qtbot.waitUntil(desk.settled)
    ferry.write_text(FERRY.format(price=11), encoding="utf-8")
    desk.imports.take_in([ferry])
    qtbot.waitUntil(desk.settled)
    window = desk.imports._import_window
    assert window is not None
    (item,) = window.model.items
    assert item.article_id is not None
    assert not needs_a_look(item)
    assert "11 million" in reading.article(library, item.article_id).text


def test_a_second_import_waits_and_shows_the_first(qtbot: QtBot, desk: Desk, folder: Path) -> None:
    desk.imports.take_in([folder])
    first = desk.imports._import_window
    desk.imports.take_in([folder])
    assert desk.imports._import_window is first
    assert "under way" in desk.window.status.words.text()
    qtbot.waitUntil(desk.settled)


def test_ending_the_program_during_an_import_keeps_what_is_in(
    qtbot: QtBot, window: Workspace, answers: object, tmp_path: Path
) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(120):
        (many / f"{number}.txt").write_text(f"Crane {number}\n\nIt costs {number} million euros.\n", "utf-8")
    path = tmp_path / "library.curator"
    desk = Desk(window, Library.open(path), answers)  # type: ignore[arg-type]
    desk.open()
    desk.imports.take_in([many])
    shown = desk.imports._import_window
    assert shown is not None
    qtbot.waitUntil(lambda: len(shown.model.items) > 0)
    told = len(shown.model.items)
    window.frame.close()
    assert not shown.isVisible()
    with Library.open(path) as again:
        from curator.services import checking, listing

        assert told <= listing.count(again, "") <= 120
        assert list(checking.check(again)) == []


def test_what_is_selected_stays_so_when_an_import_ends(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    new = tmp_path / "new.md"
    new.write_text("---\ntitle: A mill\ndate: 2031-01-01\n---\n\nHarbour Foods opens a mill.\n")
    desk.window.list._view.selectAll()
    before = desk.window.list.selected()
    desk.imports.take_in([new])
    qtbot.waitUntil(lambda: desk.settled() and desk.window.list.model.rowCount() == 4)
    assert desk.window.list.selected() == before
    assert len(before) == 3


def test_the_next_choice_begins_in_the_folder_of_the_last(
    qtbot: QtBot, desk: Desk, answers: Answers, folder: Path
) -> None:
    desk.imports.import_files()  # nothing is chosen
    answers.folder, answers.files = folder, [folder / "more" / "a.md"]
    desk.imports.import_folder()
    qtbot.waitUntil(desk.settled)
    desk.imports.import_files()
    qtbot.waitUntil(desk.settled)
    desk.imports.import_files()
    qtbot.waitUntil(desk.settled)
    assert answers.starts == ["", "", str(folder), str(folder / "more")]


def test_short_names_leave_the_room_to_what_became_of_the_files(qtbot: QtBot) -> None:
    window = ImportWindow([Path("/news")])
    qtbot.addWidget(window)
    window.add_item(ADDED)
    short = window.report.table.columnWidth(0)
    window.add_item(ImportItem("a-longer-name-of-a-file.md", Outcome.ADDED, 2, "en", 0, 0, 0))
    longer = window.report.table.columnWidth(0)
    window.add_item(ImportItem("long-" * 60 + ".md", Outcome.ADDED, 3, "en", 0, 0, 0))
    assert short < longer < window.report.table.columnWidth(0) < 500


def test_what_folders_held_besides_is_told_at_the_end(report: ImportWindow) -> None:
    report.finish(cancelled=False, left_out=LeftOut({".csv": 3, ".xml": 1}, {".jpg": 12, "": 1}))
    told = report._besides.text().replace("\u00a0", " ")
    assert told.startswith(
        "Left out: 3 .csv, 1 .xml. Tables and feeds come in when they are chosen themselves."
    )
    assert told.endswith("No articles: 12 .jpg, 1 without suffix.")
    assert report._besides.isVisible()


def test_what_was_left_out_stands_whole_in_a_narrow_window(qtbot: QtBot, report: ImportWindow) -> None:
    report.finish(cancelled=False, left_out=LeftOut({".csv": 3, ".xml": 1}, {".jpg": 12, "": 1}))
    report.resize(560, 560)
    told = report._besides
    line = told.fontMetrics().height()
    qtbot.waitUntil(lambda: told.height() >= 2 * line)
    assert told.height() >= told.heightForWidth(told.width())
    assert told.text().endswith("1\u00a0without suffix.")


def test_a_copied_report_holds_what_was_left_out(report: ImportWindow) -> None:
    report.finish(cancelled=False, left_out=LeftOut({".csv": 3}))
    report._copy()
    assert QGuiApplication.clipboard().text().splitlines()[-1].startswith("Left out: 3\u00a0.csv.")


def test_of_many_kinds_of_files_the_commonest_are_named(report: ImportWindow) -> None:
    report.finish(cancelled=False, left_out=LeftOut({}, {f".{number:02}": 1 for number in range(20)}))
    told = report._besides.text()
    assert ".00" in told
    assert ".19" not in told
    assert told.endswith("14 other(s).")


def test_nothing_is_told_where_nothing_was_left_out(report: ImportWindow) -> None:
    report.finish(cancelled=False)
    assert report._besides.isHidden()
