from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from curator.domain.facts import Approximation, Decision, FactKind, Precision, Verdict
from curator.domain.timelines import Mark
from curator.ui.look import theme
from curator.ui.panels.timeline import TimelinePanel
from curator.ui.timeline import table as timeline_table
from curator.ui.timeline.hint import said_of
from curator.ui.timeline.table import MarkTable
from curator.ui.timeline.words import MarkWords, when
from tests.patience import PATIENCE

TODAY = date(2026, 4, 20)


def publication(article: int, day: date, *companies: str, source: str = "Harbour Post") -> Mark:
    return Mark(
        article_id=article,
        fact_id=None,
        kind=FactKind.DATE,
        low=day,
        high=day,
        precision=Precision.DAY,
        approximation=Approximation.EXACT,
        label="",
        title=f"Article {article}",
        companies=companies,
        source=source,
        importance=4,
        published=day,
        decision=Decision.PROPOSED,
        verdict=Verdict.UNCHECKED,
    )


def promise(article: int, fact: int, low: date | None, high: date | None, company: str, **more) -> Mark:
    plain = publication(article, date(2025, 6, 1), company)
    precision = more.pop("precision", Precision.YEAR)
    return replace(plain, fact_id=fact, low=low, high=high, precision=precision, **more)


BY_2030 = promise(
    1, 11, None, date(2030, 12, 31), "Tidal Power", kind=FactKind.QUANTITY,
    approximation=Approximation.BY, label="over 5 GW by 2030",
)  # fmt: skip
LATE = promise(
    2, 21, None, date(2025, 12, 31), "Tidal Power", approximation=Approximation.BY, label="3 halls"
)
HALF = promise(
    3, 31, date(2026, 7, 1), date(2026, 12, 31), "Bridge Works", precision=Precision.HALF, label="first span"
)
MARKS = (
    publication(1, date(2026, 1, 27), "Tidal Power", "Bridge Works"),
    publication(2, date(2025, 3, 2), "Tidal Power"),
    publication(3, date(2025, 9, 23), "Bridge Works", source="Northern Wire"),
    publication(4, date(2025, 12, 2)),
    publication(5, date(1994, 7, 5), "Bridge Works"),
    BY_2030,
    LATE,
    HALF,
    replace(HALF, fact_id=32, decision=Decision.REJECTED),
)


@pytest.fixture
def panel(qtbot):
    made = TimelinePanel()
    qtbot.addWidget(made)
    made.resize(1440, 300)
    with qtbot.waitExposed(made):
        made.show()
    QApplication.processEvents()
    made.set_marks(MARKS, TODAY)
    qtbot.waitUntil(lambda: made.body is not None)
    QApplication.processEvents()
    return made


def shown(panel, index: int):
    """The items on the screen that hold a mark."""
    return [one for one in panel.body.plot.frame().shown if index in one.item.members]


def at(panel, x: float, y: float) -> QPoint:
    return QPoint(round(x), round(y + panel.body.plot.axis.height()))


def click(qtbot, panel, item) -> None:
    place = at(panel, (item.left + item.right) / 2, item.y)
    qtbot.mouseClick(panel.body.plot.viewport(), Qt.MouseButton.LeftButton, pos=place)


def days(panel) -> tuple[float, float]:
    view = panel.body.plot.view()
    return view.first, view.last


def test_importing_the_pane_imports_neither_pyqtgraph_nor_numpy():
    code = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from curator.ui.panels.timeline import TimelinePanel\n"
        "panel = TimelinePanel(); panel.set_marks(()); panel.state()\n"
        "assert not {'numpy', 'pyqtgraph'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=PATIENCE)


def test_the_program_can_end_while_the_lanes_have_the_focus():
    code = (
        "from datetime import date\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from curator.ui.panels.timeline import TimelinePanel\n"
        "panel = TimelinePanel(); panel.resize(900, 200); panel.show(); app.processEvents()\n"
        "panel.set_marks((), date(2026, 4, 20)); panel.body.plot.setFocus(); panel.activateWindow()\n"
        "app.processEvents()\n"
        "assert panel.body.plot.hasFocus()\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=PATIENCE)


def test_a_pane_that_gets_its_marks_before_it_is_shown_is_built_after_the_first_paint(qtbot):
    made = TimelinePanel()
    qtbot.addWidget(made)
    made.resize(900, 200)
    made.set_marks(MARKS, TODAY)
    assert made.body is None
    made.show()
    qtbot.waitUntil(lambda: made.body is not None)


def test_a_click_on_a_mark_chooses_its_fact(panel, qtbot):
    (item,) = shown(panel, MARKS.index(HALF))
    with qtbot.waitSignal(panel.chosen) as signal:
        click(qtbot, panel, item)
    assert signal.args == [3, 31]
    (item,) = shown(panel, MARKS.index(HALF))
    assert item.selected


def test_a_click_on_a_publication_chooses_the_article(panel, qtbot):
    (item,) = shown(panel, 2)
    with qtbot.waitSignal(panel.chosen) as signal:
        click(qtbot, panel, item)
    assert signal.args == [3, None]


def test_marks_that_say_the_same_are_chosen_in_turn(panel, qtbot):
    panel.set_marks([*MARKS, replace(HALF, article_id=9, fact_id=91)], TODAY)
    found = []
    panel.chosen.connect(lambda article, fact: found.append((article, fact)))
    for _ in range(3):
        click(qtbot, panel, shown(panel, MARKS.index(HALF))[0])
    assert found == [(3, 31), (9, 91), (3, 31)]
    labels = [label.text for label in shown(panel, MARKS.index(HALF))[0].labels]
    assert labels[0] == "H2 2026"
    assert "2" in labels[1]


def test_selecting_rings_the_fact_and_the_publication_in_every_lane(panel):
    panel.select(1, 11)
    assert [one.selected for one in shown(panel, MARKS.index(BY_2030))] == [True]
    assert [one.selected for one in shown(panel, 0)] == [True, True]
    panel.select(None, None)
    assert not any(one.selected for one in panel.body.plot.frame().shown)
    panel.select(404, 404)
    assert not any(one.selected for one in panel.body.plot.frame().shown)


def test_selecting_brings_a_far_mark_into_view(panel):
    assert not shown(panel, 4)
    panel.select(5, None)
    assert shown(panel, 4)


def test_a_click_on_a_count_goes_to_what_is_out_of_view(panel, qtbot):
    (pill,) = panel.body.plot.frame().pills
    assert (pill.side, pill.count) == (-1, 1)
    place = at(panel, pill.x + pill.width / 2, pill.y)
    qtbot.mouseClick(panel.body.plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown(panel, 4)


@pytest.mark.parametrize("width", [700, 1440])
def test_counts_at_the_right_edge_leave_room_for_the_scroll_bar(panel, width):
    panel.resize(width, 300)
    panel.set_marks([publication(each, TODAY, f"Company {each:02}") for each in range(60)], TODAY)
    QApplication.processEvents()
    body = panel.body
    first, last = body.plot.view().first, body.plot.view().last
    body.plot.show_days(first - 2 * (last - first), first)
    assert body.scroll_bar.isVisible()
    pills = [pill for pill in body.plot.frame().pills if pill.side > 0]
    assert pills
    halo = 3
    bar = body.scroll_bar.mapTo(body, QPoint(0, 0)).x() - body.plot.x()
    assert all(pill.x + pill.width + halo <= bar for pill in pills)


def test_rejected_facts_are_not_drawn(panel):
    assert not shown(panel, len(MARKS) - 1)


def test_what_is_overdue_says_so(panel):
    panel.set_marks(MARKS[1:], TODAY)
    (item,) = shown(panel, MARKS.index(LATE) - 1)
    panel.body.plot.zoom(0.3, item.right)
    (item,) = shown(panel, MARKS.index(LATE) - 1)
    assert item.overdue
    assert [label.text for label in item.labels] == ["3 halls, overdue"]
    confirmed = [replace(mark, verdict=Verdict.CONFIRMED) for mark in MARKS]
    panel.set_marks(confirmed, TODAY)
    assert not any(one.overdue for one in panel.body.plot.frame().shown)


def test_an_open_period_says_its_time_and_a_date_is_not_said_twice(panel):
    by = replace(BY_2030, label="over 5 GW")
    again = replace(HALF, label="ve druhém pololetí 2026")
    panel.set_marks([*MARKS[:5], by, again], TODAY)
    (bar,), (half,) = shown(panel, 5), shown(panel, 6)
    assert [label.text for label in bar.labels] == ["over 5 GW by 2030"]
    assert [label.text for label in half.labels] == ["H2 2026"]


def test_a_promise_has_an_arrow_from_its_publication(panel):
    panel.select(3, 31)
    (arrow,) = [arrow for arrow in panel.body.plot.frame().arrows if arrow.selected]
    (bar,), (dot,) = shown(panel, MARKS.index(HALF)), shown(panel, 2)
    assert dot.left < arrow.x < arrow.end_x < bar.left


def test_words_stand_on_no_mark_and_on_no_other_words(panel):
    for _ in range(12):
        frame = panel.body.plot.frame()
        for one in frame.shown:
            for label in one.labels:
                if label.inside:
                    assert one.left <= label.x
                    continue
                for other in frame.shown:
                    if other is not one and other.y == one.y:
                        assert not other.left < label.x < other.right
        panel.body.plot.zoom(0.8)


@pytest.mark.parametrize(
    ("high", "precision", "words"),
    [
        (date(2026, 12, 31), Precision.YEAR, "before 2027"),
        (date(2026, 9, 30), Precision.QUARTER, "before Q4 2026"),
        (date(2026, 4, 30), Precision.DAY, "before 1 May 2026"),
    ],
)
def test_before_names_the_first_time_that_is_not_meant_any_more(high, precision, words):
    mark = promise(
        5, 51, None, high, "BYD", kind=FactKind.MONEY, label="€1.2 bn",
        precision=precision, approximation=Approximation.BEFORE,
    )  # fmt: skip
    assert when(mark) == words


@pytest.mark.parametrize(
    ("label", "approximation", "words"),
    [
        ("سال ۲۰۲۹", Approximation.BY, "by 2029"),
        ("عام ٢٠٢٩", Approximation.BY, "by 2029"),
        ("2030年", Approximation.BEFORE, "before 2030"),
    ],
)
def test_a_year_in_the_article_s_digits_is_not_said_twice(label, approximation, words):
    mark = promise(6, 61, None, date(2029, 12, 31), "BYD", label=label, approximation=approximation)
    assert MarkWords().long([mark], timed=True) == words


def _key(panel, words):
    return next(key for key in panel.head.lanes.findChildren(QAbstractButton) if key.text() == words)


def test_the_lanes_follow_the_mode(panel, qtbot):
    names = [name for name, *_ in panel.body._lanes()]
    assert names == ["Bridge Works", "Tidal Power", "Other"]
    qtbot.mouseClick(_key(panel, "Kind"), Qt.MouseButton.LeftButton)
    assert [name for name, *_ in panel.body._lanes()] == ["Published", "Date", "Quantity"]
    panel.set_lanes("source")
    assert _key(panel, "Source").isChecked()
    assert [name for name, *_ in panel.body._lanes()] == ["Harbour Post", "Northern Wire"]


def test_arrow_keys_step_through_marks_and_enter_chooses(panel, qtbot):
    plot = panel.body.plot
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    assert plot.board.mark() == MARKS[4]
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert plot.board.mark() == MARKS[2]
    qtbot.keyClick(plot, Qt.Key.Key_Down)
    assert plot.board.cursor.lane == 1
    qtbot.keyClick(plot, Qt.Key.Key_End)
    assert plot.board.mark() == BY_2030
    with qtbot.waitSignal(panel.chosen) as signal:
        qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert signal.args == [1, 11]
    assert "over 5 GW by 2030" in plot.accessibleDescription()
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert plot.board.mark() == BY_2030


def test_each_mark_stepped_to_is_told_to_screen_readers(panel, qtbot, monkeypatch):
    events = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", events.append)
    QAccessible.setActive(True)
    plot = panel.body.plot
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    qtbot.keyClick(plot, Qt.Key.Key_End)
    QAccessible.setActive(False)
    said = [event.message() for event in events if isinstance(event, QAccessibleAnnouncementEvent)]
    assert len(said) == 2
    assert plot.board.mark().title in said[1]
    told = QAccessible.queryAccessibleInterface(plot)
    assert told.role() is QAccessible.Role.Chart
    assert told.text(QAccessible.Text.Value) == said[1]


def test_keys_zoom_and_fit(panel, qtbot):
    plot = panel.body.plot
    plot.setFocus()
    first, last = days(panel)
    qtbot.keyClick(plot, Qt.Key.Key_Plus)
    low, high = days(panel)
    assert high - low < last - first
    qtbot.keyClick(plot, Qt.Key.Key_Minus)
    qtbot.keyClick(plot, Qt.Key.Key_Minus)
    low, high = days(panel)
    assert high - low > last - first
    qtbot.keyClick(plot, Qt.Key.Key_0)
    assert days(panel) == pytest.approx((first, last))


def wheel(panel, delta: QPoint, x: float, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    viewport = panel.body.plot.viewport()
    event = QWheelEvent(
        QPointF(x, 60), QPointF(viewport.mapToGlobal(QPoint(round(x), 60))), QPoint(), delta,
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)


def test_the_wheel_zooms_around_the_pointer_and_shift_pans(panel):
    before = panel.body.plot.view()
    wheel(panel, QPoint(0, 120), 300)
    after = panel.body.plot.view()
    assert after.scale > before.scale
    assert after.day(300) == pytest.approx(before.day(300))
    wheel(panel, QPoint(0, -120), 300, Qt.KeyboardModifier.ShiftModifier)
    panned = panel.body.plot.view()
    assert panned.scale == pytest.approx(after.scale)
    assert panned.first > after.first
    wheel(panel, QPoint(120, 0), 300)
    assert panel.body.plot.view().first == pytest.approx(after.first)


def test_zooming_stops_at_the_ends_of_the_calendar(panel):
    for _ in range(60):
        panel.body.plot.zoom(3)
    panel.grab()
    first, last = days(panel)
    assert first >= 1
    assert last <= date.max.toordinal() + 1
    for _ in range(60):
        panel.body.plot.zoom(0.3)
        panel.grab()
    first, last = days(panel)
    assert 1 <= last - first <= 5


def test_dragging_pans_and_does_not_choose(panel, qtbot):
    chosen = []
    panel.chosen.connect(lambda *args: chosen.append(args))
    first, _ = days(panel)
    viewport = panel.body.plot.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(500, 90))
    qtbot.mouseMove(viewport, QPoint(450, 90))
    qtbot.mouseMove(viewport, QPoint(400, 90))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(400, 90))
    assert days(panel)[0] > first
    assert not chosen


def test_a_double_click_zooms_to_the_mark(panel, qtbot):
    (item,) = shown(panel, MARKS.index(HALF))
    place = at(panel, (item.left + item.right) / 2, item.y)
    qtbot.mouseDClick(panel.body.plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseRelease(panel.body.plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    first, last = days(panel)
    assert first < HALF.low.toordinal() < HALF.high.toordinal() < last
    assert last - first < 600


def test_the_pop_up_says_what_a_mark_is(panel):
    (item,) = shown(panel, MARKS.index(HALF))
    assert said_of(item, panel.body.plot.board) == [
        "Article 3",
        "first span",
        "H2 2026 · to 31 Dec 2026",
        "Harbour Post",
        "To decide",
    ]
    (item,) = shown(panel, 2)
    assert said_of(item, panel.body.plot.board)[:3] == ["Article 3", "Published", "23 Sep 2025, UTC"]
    (item,) = shown(panel, MARKS.index(LATE))
    assert said_of(item, panel.body.plot.board)[2:] == [
        "by 2025 · to 31 Dec 2025",
        "Harbour Post",
        "To decide · overdue",
    ]


@pytest.mark.parametrize(("before", "is_seen"), [(30, True), (-1, False), (-400, False)])
def test_the_date_of_today_is_whole_or_not_there(panel, before, is_seen):
    plot = panel.body.plot
    first = TODAY.toordinal() - before
    plot.show_days(first, first + 365)
    head = plot.grab().toImage()
    accent = theme.current().color("accent").rgb()
    columns = {
        x for x in range(head.width()) for y in range(round(plot.axis.height())) if head.pixel(x, y) == accent
    }
    assert bool(columns) == is_seen
    assert 0 not in columns


def test_a_long_title_is_read_on_a_second_line_of_the_pop_up(panel):
    hint = panel.body.hint
    hint.tell(["Harbour cranes", "15 Sep 2026"], QPoint(40, 40))
    low = hint.height()
    title = "Harbour cranes of the northern range for forty million euros, by the end of next year"
    hint.tell([title, "15 Sep 2026"], QPoint(40, 40))
    assert "".join(hint._heading).replace(" ", "") == title.replace(" ", "")
    assert len(hint._heading) == 2
    assert hint.height() > low
    hint.hide()


def test_the_pop_up_comes_and_goes(panel, qtbot):
    (item,) = shown(panel, 2)
    viewport = panel.body.plot.viewport()
    qtbot.mouseMove(viewport, QPoint(5, 5))
    qtbot.mouseMove(viewport, at(panel, item.left, item.y))
    qtbot.waitUntil(panel.body.hint.isVisible)
    picture = panel.body.hint.grab().toImage()
    corners = {picture.pixelColor(x, 0).name() for x in (0, picture.width() - 1)}
    assert corners == {theme.current().color("line").name()}  # not black where nothing is seen through
    assert not panel.body.hint.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    qtbot.mouseMove(viewport, QPoint(5, 5))
    assert not panel.body.hint.isVisible()


@pytest.mark.parametrize("turned", ["focus", "range"])
def test_the_pop_up_goes_when_one_turns_from_what_it_is_about(panel, qtbot, turned):
    (item,) = shown(panel, 2)
    plot = panel.body.plot
    plot.setFocus()
    qtbot.mouseMove(plot.viewport(), QPoint(5, 5))
    qtbot.mouseMove(plot.viewport(), at(panel, item.left, item.y))
    qtbot.waitUntil(panel.body.hint.isVisible)
    if turned == "focus":
        plot.clearFocus()
    else:
        plot.pan(200)
    assert not panel.body.hint.isVisible()


def test_an_empty_timeline_says_so_and_offers_import(panel, qtbot):
    panel.set_marks((), TODAY)
    panel.grab()
    assert panel.empty.isVisible()
    with qtbot.waitSignal(panel.import_requested):
        qtbot.mouseClick(panel.empty.button, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_0):
        qtbot.keyClick(panel.body.plot, key)
    panel.set_marks(MARKS[:1], TODAY)
    assert not panel.empty.isVisible()
    assert shown(panel, 0)


def test_only_rejected_facts_are_an_empty_timeline(panel):
    panel.set_marks(MARKS[-1:], TODAY)
    assert panel.empty.isVisible()


@pytest.mark.parametrize("number", [1, 2, 500])
def test_any_number_of_marks_on_one_day_can_be_drawn_and_chosen(panel, qtbot, number):
    panel.set_marks([publication(each, TODAY, "Bridge Works") for each in range(number)], TODAY)
    panel.grab()
    with qtbot.waitSignal(panel.chosen):
        click(qtbot, panel, panel.body.plot.frame().shown[0])


def test_odd_dates_can_be_drawn(panel):
    odd = [
        publication(1, date.min, "A"),
        publication(2, date.max, "A"),
        promise(3, 3, date(2027, 1, 1), date(2026, 1, 1), "A", precision=Precision.RANGE),
        promise(4, 4, None, None, "A"),
        promise(5, 5, date(2020, 1, 1), None, "A", approximation=Approximation.SINCE),
    ]
    panel.set_marks(odd, TODAY)
    panel.grab()
    for article, fact in ((1, None), (2, None), (3, 3), (4, 4), (5, 5)):
        panel.select(article, fact)
        panel.grab()


def test_many_lanes_scroll_and_the_keyboard_follows(panel, qtbot):
    panel.set_marks([publication(each, TODAY, f"Company {each:02}") for each in range(60)], TODAY)
    QApplication.processEvents()
    plot = panel.body.plot
    assert panel.body.scroll_bar.isVisible()
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    for _ in range(59):
        qtbot.keyClick(plot, Qt.Key.Key_Down)
    assert plot.board.cursor.lane == 59
    assert plot.frame().tops[-1][0] == 59
    for _ in range(35):
        qtbot.keyClick(plot, Qt.Key.Key_Up)
    for _ in range(12):
        qtbot.keyClick(plot, Qt.Key.Key_Down)
    assert plot.frame().tops[0][1] == 0  # the first lane in view is whole
    QApplication.processEvents()
    panel.body.scroll_bar.setValue(0)
    assert plot.frame().tops[0][0] == 0


@pytest.mark.parametrize("height", [208, 219, 230, 241])
def test_at_the_end_of_the_lanes_the_first_one_in_view_is_whole(panel, height):
    panel.resize(1440, height)
    panel.set_marks([publication(each, TODAY, f"Company {each:02}") for each in range(20)], TODAY)
    QApplication.processEvents()
    panel.body.scroll_bar.setValue(panel.body.scroll_bar.maximum())
    plot = panel.body.plot
    tops = plot.frame().tops
    assert tops[0][1] == 0
    number, top, high = tops[-1]
    assert number == 19
    assert top + high <= plot.lanes_height() < top + 2 * high


def test_a_lane_higher_than_the_pane_can_be_scrolled_to_its_end(panel):
    panel.resize(1440, 130)
    spans = [(date(2025 - each, 1, 1), date(2026 + each, 12, 31)) for each in range(4)]
    panel.set_marks([promise(1, at, *span, "Tidal Power") for at, span in enumerate(spans)], TODAY)
    plot = panel.body.plot
    QApplication.processEvents()
    plot.scroll_to(plot.board.tops(plot.measures)[-1])
    _, top, high = plot.frame().tops[-1]
    assert high > plot.lanes_height()
    assert round(top + high) == round(plot.lanes_height())


def test_the_lane_of_a_chosen_mark_stays_in_view_while_lanes_grow(panel, qtbot):
    crowd = [
        promise(each, each, date(2026, 1, 1), date(2026, 12, 31), f"Company {each // 5}")
        for each in range(60)
    ]
    panel.set_marks([*crowd, publication(99, TODAY)], TODAY)
    plot = panel.body.plot
    panel.select(99, None)
    QApplication.processEvents()
    plot.show_days(days(panel)[0] + 300, days(panel)[1] + 300)  # other rows are needed there
    QApplication.processEvents()
    lane = plot.board.cursor.lane
    assert lane in [number for number, _, _ in plot.frame().tops]
    plot.scroll_to(0)
    QApplication.processEvents()
    assert plot.board.scroll == 0  # nobody is pulled back


def test_a_chosen_mark_that_is_seen_in_one_of_its_lanes_moves_no_lane(panel, qtbot):
    crowd = [publication(each, TODAY, f"Often {each // 2:02}") for each in range(60)]
    panel.set_marks([*crowd, publication(99, TODAY, "Once", "Often 01")], TODAY)
    plot = panel.body.plot
    panel.select(99, None)
    QApplication.processEvents()
    assert plot.board.scroll == 0
    assert plot.board.lanes[plot.board.cursor.lane].key == "Often 01"
    plot.scroll_to(plot.board.tops(plot.measures)[-1])
    panel.select(99, None)
    assert plot.board.lanes[plot.board.cursor.lane].key == "Once"


def test_many_marks_are_made_ready_in_a_job_while_the_old_ones_stay(panel, qtbot):
    many = [publication(each, date.fromordinal(735_000 + each % 5000), "A") for each in range(6_000)]
    panel.set_marks(many, TODAY)
    assert panel.ready.columns.marks is MARKS
    qtbot.waitUntil(lambda: panel.ready.columns.marks is many)
    assert sum(one.item.count for one in panel.body.plot.frame().shown) > 1000


def test_marks_that_come_while_the_pane_is_hidden_are_drawn_when_it_is_shown(panel, qtbot):
    panel.hide()
    panel.set_marks(MARKS[:2], TODAY)
    assert panel.ready.columns.marks is MARKS
    panel.show()
    qtbot.waitUntil(lambda: len(panel.ready.columns.marks) == 2)


def test_a_small_set_overtakes_a_large_one_under_way(panel, qtbot):
    many = [publication(each, date.fromordinal(735_000 + each % 5000), "A") for each in range(6_000)]
    panel.set_marks(many, TODAY)
    panel.set_marks(MARKS[:2], TODAY)
    assert len(panel.ready.columns.marks) == 2
    panel.set_marks(many, TODAY)
    qtbot.waitUntil(lambda: panel.ready.columns.marks is many)


def test_a_decision_does_not_move_the_view(panel):
    panel.select(5, None)
    before = days(panel)
    panel.set_marks([replace(mark, decision=Decision.ACCEPTED) for mark in MARKS], TODAY)
    assert days(panel) == before


def test_the_view_stays_where_the_user_put_it(panel):
    panel.body.plot.zoom(0.5)
    before = days(panel)
    panel.set_marks(MARKS[:-1], TODAY)
    assert days(panel) == before
    panel.set_marks([publication(1, date(1985, 1, 1), "A")], TODAY)
    assert days(panel) != before


def test_the_state_comes_back(panel, qtbot):
    panel.set_lanes("kind")
    panel.body.plot.zoom(0.5)
    state = panel.state()
    again = TimelinePanel()
    qtbot.addWidget(again)
    again.restore(state)
    again.resize(panel.size())
    again.show()
    again.set_marks(MARKS, TODAY)
    qtbot.waitUntil(lambda: again.body is not None)
    assert again.head.lanes.value == "kind"
    assert days(again) == pytest.approx(days(panel))
    again.restore({"lanes": "colour", "days": ["a", None], "table": 3})
    assert again.head.lanes.value == "kind"


def test_the_table_shows_the_same_and_chooses(panel, qtbot):
    panel.body.plot.setFocus()
    qtbot.keyClick(panel.body.plot, Qt.Key.Key_T)
    table = panel.table
    assert table.isVisible()
    assert not panel.body.isVisible()
    texts = [table.marks.index(row, 0).data() for row in range(table.marks.rowCount())]
    assert texts == [
        "5 Jul 1994", "2 Mar 2025", "23 Sep 2025", "2 Dec 2025", "by 2025", "27 Jan 2026", "H2 2026",
        "by 2030",
    ]  # fmt: skip
    panel.select(3, 31)
    assert table.currentIndex().row() == 6
    with qtbot.waitSignal(panel.chosen) as signal:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert signal.args == [3, 31]
    qtbot.keyClick(table, Qt.Key.Key_T)
    assert panel.body.isVisible()
    assert [one.selected for one in shown(panel, MARKS.index(HALF))] == [True]


def test_the_table_is_a_sound_model(qtmodeltester):
    model = MarkTable()
    model.set_marks(MARKS, TODAY)
    qtmodeltester.check(model)
    for column in range(model.columnCount()):
        model.sort(column, Qt.SortOrder.DescendingOrder)
        qtmodeltester.check(model)
    assert model.rowCount() == len(MARKS) - 1


def test_the_pane_follows_the_theme(panel):
    try:
        for colours in (theme.DARK, theme.LIGHT):
            theme.force(colours)
            image = panel.grab().toImage()
            assert image.pixelColor(image.width() - 30, image.height() - 6) == colours.color("base")
    finally:
        theme.force(None)


def test_the_side_is_as_wide_as_the_sidebar(panel):
    panel.set_side_width(184)
    assert panel.body.plot.x() == 185
    assert panel.body.names.width() == 184


def test_a_narrow_or_flat_pane_can_be_drawn(panel):
    for width, height in ((260, 300), (900, 40), (1, 1), (2600, 900)):
        panel.resize(width, height)
        panel.grab()


def test_very_many_rows_are_sorted_while_the_window_lives_on(panel, qtbot, monkeypatch):
    monkeypatch.setattr(timeline_table, "_AT_ONCE", 5)
    monkeypatch.setattr(timeline_table, "_PORTION", 3)
    panel.set_marks(MARKS, TODAY)
    panel.show_table(True)
    table = panel.table.marks
    assert table.rowCount() == 0
    qtbot.waitUntil(lambda: table.rowCount() > 5)
    dates = column(table, 0)
    panel.select(1, 11)
    with qtbot.waitSignal(table.modelReset):
        table.sort(3, Qt.SortOrder.DescendingOrder)
        assert column(table, 0) == dates
    titles = column(table, 3)
    assert titles == sorted(titles, reverse=True)
    assert panel.table.marks.mark(panel.table.currentIndex().row()).fact_id == 11


def test_rows_sorted_in_portions_stand_as_if_sorted_at_once(monkeypatch):
    monkeypatch.setattr(timeline_table, "_PORTION", 2)
    for backwards in (False, True):
        found = timeline_table.arranged(MARKS, lambda mark: mark.title, backwards=backwards)
        assert found == sorted(MARKS, key=lambda mark: mark.title, reverse=backwards)


def column(table: MarkTable, number: int) -> list[object]:
    return [table.index(row, number).data() for row in range(table.rowCount())]
