from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeyEvent, QKeySequence, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from curator.domain.articles import StoredFact, StoredRepair
from curator.domain.facts import Approximation, Decision, Evidence, Fact, FactKind, Verdict
from curator.domain.repairs import Alternative, Repair, RepairKind
from curator.domain.spans import Span
from curator.ui.look import theme
from curator.ui.reader.article_view import ArticleView
from curator.ui.reader.marks import Look, Marks, fact_mark, repair_mark
from curator.ui.reader.setting import Reading

BODY = """## Co dál 🙂

Firma **Kvarta** zaplatí *3 miliardy* eur za výkon do roku 2031, jak říká [smlouva](https://example.org/x).

- Plán výstavby nad 4 GW
- Další body

<img src="file:///etc/passwd"> <b>tag</b> & konec
"""
WORD = st.text("abcdež界Ж🙂", min_size=1, max_size=8)
INLINE = st.builds(
    lambda mark, words: f"{mark}{' '.join(words)}{mark}",
    st.sampled_from(["", "**", "*", "`"]),
    st.lists(WORD, min_size=1, max_size=4),
)
BLOCK = st.builds(
    lambda lead, parts: lead + " ".join(parts),
    st.sampled_from(["", "# ", "### ", "- ", "1. ", "> "]),
    st.lists(INLINE, min_size=1, max_size=4),
)


def reading(body: str, title: str = "Nadpis článku") -> Reading:
    text = f"{title}\n\n{body}"
    return Reading(text, Span(0, len(title)), Span(0, 0), Span(len(title) + 2, len(text)))


def stored_fact(text: str, quote: str, kind: FactKind = FactKind.MONEY, **more) -> tuple[Span, StoredFact]:
    start = text.index(quote)
    decision = more.pop("decision", Decision.PROPOSED)
    fact = Fact(kind, start, start + len(quote), quote, **more)
    evidence = Evidence.of(text, start, start + len(quote))
    stored = StoredFact(1, 1, fact, evidence, decision, Verdict.UNCHECKED, "", "", "extractor")
    return Span(start, start + len(quote)), stored


def stored_repair(text: str, after: str, before: str, confidence: float = 0.99, **more) -> StoredRepair:
    start = text.index(after)
    span = Span(start, start + len(after))
    repair = Repair(span, span, before, after, RepairKind.MOJIBAKE, confidence=confidence, **more)
    return StoredRepair(7, repair, Decision.PROPOSED)


def selected(document: QTextDocument, start: int, end: int) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def press(view: ArticleView, key: Qt.Key, text: str = "", modifiers=Qt.KeyboardModifier.NoModifier) -> bool:
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)
    QApplication.sendEvent(view, event)
    return event.isAccepted()


@pytest.fixture
def view(qtbot) -> ArticleView:
    result = ArticleView()
    qtbot.addWidget(result)
    result.resize(560, 400)
    with qtbot.waitExposed(result):
        result.show()
    return result


@settings(max_examples=40)
@given(st.lists(BLOCK, min_size=1, max_size=5), st.data())
def test_the_tint_of_a_fact_stands_on_exactly_its_words(qapp, blocks, data):
    shown = reading("\n\n".join(blocks))
    words = [match.span() for match in re.finditer(r"\w+", shown.text)]
    start, end = data.draw(st.sampled_from(words))
    end = data.draw(st.integers(start + 1, end))
    view = ArticleView()
    view.resize(700, 900)
    view.show_reading(shown, Marks())
    positions = view.page.places.shown(start, end)
    if positions is None:  # the number of an item is no word of its own on the page
        assert shown.text[start:end].isdigit()
        return
    assert selected(view.page, *positions) == shown.text[start:end]
    boxes = view.boxes(Span(start, end))
    assert boxes
    for box, edge in ((boxes[0], boxes[0].left() + 0.5), (boxes[-1], boxes[-1].right() - 0.5)):
        spot = QPointF(edge, box.center().y() + view.verticalScrollBar().value())
        hit = view.page.documentLayout().hitTest(spot, Qt.HitTestAccuracy.FuzzyHit)
        assert positions[0] <= hit <= positions[1]
    view.deleteLater()


def test_a_fact_over_two_lines_has_a_box_on_each(view):
    text = "slovo " * 40 + "konec"
    shown = reading(text)
    view.show_reading(shown, Marks())
    boxes = view.boxes(shown.body)
    assert len(boxes) > 2
    assert len({box.top() for box in boxes}) == len(boxes)
    assert max(box.right() for box in boxes) <= view.width() - theme.TEXT_MARGIN + 1


def test_a_selection_gives_offsets_of_the_text(view):
    shown = reading(BODY)
    view.show_reading(shown, Marks())
    start = shown.text.index("Kvarta** zaplatí *3")
    position = view.page.places.position(start)
    cursor = view.textCursor()
    cursor.setPosition(position)
    cursor.setPosition(position + len("Kvarta zaplatí 3"), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    span = view.selected_span()
    assert span is not None
    assert span.of(shown.text) == "Kvarta** zaplatí *3"


def test_nothing_from_outside_is_ever_loaded(view):
    shown = reading(
        "![](file:///etc/hosts)\n\n![x](https://example.org/x.png)\n\n<img src='file:///etc/hosts'>"
    )
    view.show_reading(shown, Marks())
    for address in ("file:///etc/hosts", "https://example.org/x.png", "data:image/png;base64,AAAA"):
        for kind in QTextDocument.ResourceType:
            assert view.loadResource(kind.value, QUrl(address)) is None
            assert view.page.resource(kind.value, QUrl(address)) is None


def test_tags_in_the_text_are_shown_as_text(view):
    view.show_reading(reading("a <b>x</b> & &amp;", title="<i>Nadpis</i>"), Marks())
    words = view.page.toPlainText()
    assert "<i>Nadpis</i>" in words
    assert "\ufffc" not in words


@pytest.mark.parametrize("sign", ["\x00", "\x85", "\u2028", "\u2029", "\ufdd0", "\ufffc", "\r", "\t", "\x0c"])
def test_odd_characters_move_no_word(view, sign):
    shown = reading(f"před{sign}mezi{sign}🙂po")
    view.show_reading(shown, Marks())
    start = shown.text.index("po", len("Nadpis článku\n\npř"))
    positions = view.page.places.shown(start, start + 2)
    assert positions is not None
    assert selected(view.page, *positions) == "po"


def test_half_a_surrogate_is_shown_as_a_sign(view):
    shown = reading("před \udc8d po")
    view.show_reading(shown, Marks())
    assert "před \ufffd po" in view.page.toPlainText()


def test_mixed_scripts_stand_on_one_baseline_at_even_distance(view):
    shown = reading("Borealis 筹集了 43 亿美元 🙂 и гигавата " * 12)
    view.show_reading(shown, Marks())
    block = view.page.findBlock(view.page.places.position(shown.body.start))
    layout = block.layout()
    lines = [layout.lineAt(index) for index in range(layout.lineCount())]
    baselines = [line.y() + line.ascent() for line in lines]
    steps = [below - above for above, below in pairwise(baselines)]
    assert len(steps) > 3
    assert max(steps) - min(steps) < 0.1
    assert steps[0] == pytest.approx(22, abs=0.2)


def test_a_line_holds_at_most_seventy_six_characters(view):
    view.resize(1400, 400)
    shown = reading("The first phase is planned for the second half of the year and uses a platform. " * 9)
    view.show_reading(shown, Marks())
    layout = view.page.findBlock(view.page.places.position(shown.body.start)).layout()
    lengths = [layout.lineAt(index).textLength() for index in range(layout.lineCount() - 1)]
    assert max(lengths) <= 82
    assert 66 <= sum(lengths) / len(lengths) <= 76


def test_right_to_left_text_stands_at_the_right(view):
    shown = reading("هذا سطر عربي قصير مع 80 مليار")
    view.show_reading(shown, Marks())
    boxes = view.boxes(shown.body)
    edge = view.width() - theme.TEXT_MARGIN
    assert max(box.right() for box in boxes) == pytest.approx(edge, abs=4)
    start = shown.text.index("80 مليار")
    assert len(view.boxes(Span(start, start + 8))) == 1


def test_a_click_tells_the_fact_and_a_drag_does_not(view, qtbot):
    shown = reading(BODY)
    view.show_reading(shown, Marks([stored_fact(shown.text, "4 GW", FactKind.QUANTITY)]))
    start = shown.text.index("4 GW")
    box = view.boxes(Span(start, start + 4))[0]
    spot = box.center().toPoint()
    with qtbot.waitSignal(view.mark_clicked) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args[0].fact.fact.quote == "4 GW"
    with qtbot.assertNotEmitted(view.mark_clicked):
        qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        qtbot.mouseMove(view.viewport(), spot + QPoint(40, 0))
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=spot + QPoint(40, 0))


@pytest.mark.parametrize(
    ("body", "at", "word"),
    [
        ("𠮷野家は電池工場へ3000億円を投資すると発表した。生産能力は20%増える。", "工", "電池工場"),
        ("𠮷野家は電池工場へ3000億円を投資すると発表した。", "家", "𠮷野家"),
        ("新しいバッテリーを作る。", "テ", "バッテリー"),
        ("比亚迪公布业绩，收入增长，利润下降。", "入", "收入增长"),
        ("Přístav koupí tři jeřáby.", "o", "koupí"),
    ],
)
def test_a_double_click_in_text_without_blanks_selects_what_stands_in_one_script(view, qtbot, body, at, word):
    shown = reading(body)
    view.show_reading(shown, Marks([]))
    place = shown.text.index(at, shown.text.index(body))
    spot = view.boxes(Span(place, place + 1))[0].center().toPoint() + QPoint(3, 0)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseMove(view.viewport(), spot + QPoint(1, 1))
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)  # else it is down in other tests
    assert view.selected_span().of(shown.text) == word


def test_a_guess_is_clicked_before_the_fact_it_stands_in(view):
    shown = reading(BODY)
    facts = [stored_fact(shown.text, "výkon do roku 2031", FactKind.DATE)]
    guess = stored_repair(shown.text, "výkon", "vÃ½kon", 0.7)
    view.show_reading(shown, Marks(facts, [guess]))
    span = guess.repair.cleaned
    spot = view.boxes(span)[0].center().toPoint()
    mark = view.mark_at(spot)
    assert mark is not None
    assert mark.look is Look.GUESS
    view.set_marks(Marks(facts, [stored_repair(shown.text, "výkon", "vÃ½kon")]))
    mark = view.mark_at(spot)
    assert mark is not None
    assert mark.fact is not None
    assert view.mark_at(QPoint(2, 2)) is None


def test_the_pointer_is_told_what_a_fact_says(view):
    shown = reading(BODY)
    fact = stored_fact(
        shown.text, "4 GW", FactKind.QUANTITY, value=Decimal(4), unit="gigawatt",
        approximation=Approximation.OVER, confidence=0.98, decision=Decision.ACCEPTED,
    )  # fmt: skip
    view.show_reading(shown, Marks([fact]))
    tip = view.tip_at(view.boxes(fact[0])[0].center().toPoint())
    for words in ("Quantity", "over", "4 GW", "98\u202f%", "accepted"):
        assert words in tip


def test_the_pointer_is_told_what_a_repair_changed(view):
    shown = reading("Věta <posílí> trh")
    repair = stored_repair(
        shown.text, "<posílí>", "posÃlÃ\x8d", 0.78, channel="utf-8 read as x",
        alternatives=(Alternative("posílÍ", 0.2),),
    )  # fmt: skip
    view.show_reading(shown, Marks([], [repair]))
    spot = view.boxes(repair.repair.cleaned)[0].center().toPoint()
    tip = view.tip_at(spot)
    for words in (
        "posÃlÃU+008D → &lt;posílí&gt;",
        "Guess",
        "78\u202f%",
        "utf-8 read as x",
        "posílÍ (20\u202f%)",
    ):
        assert words in tip
    assert view.tip_at(QPoint(1, 1)) == ""
    event = QHelpEvent(QEvent.Type.ToolTip, spot, view.mapToGlobal(spot))
    assert view.viewportEvent(event)


def test_decisions_look_different_without_colour():
    text = "a 3 eur b"
    looks = {}
    for decision in Decision:
        span, stored = stored_fact(text, "3 eur", decision=decision)
        looks[decision] = fact_mark(stored, span).look
    assert looks[Decision.PROPOSED] is looks[Decision.SKIPPED] is Look.PROPOSED
    assert looks[Decision.ACCEPTED] is looks[Decision.EDITED] is Look.ACCEPTED
    assert looks[Decision.REJECTED] is Look.REJECTED
    assert repair_mark(stored_repair(text, "3", "2")).look is Look.CERTAIN
    assert repair_mark(stored_repair(text, "3", "2", 0.5)).look is Look.GUESS
    assert repair_mark(stored_repair(text, "3", "2"), original=True).look is Look.DAMAGED
    rejected = replace(stored_repair(text, "3", "2"), decision=Decision.REJECTED)
    assert repair_mark(rejected).look is repair_mark(rejected, original=True).look is Look.REJECTED


def test_marks_paint_the_tint_of_their_kind_and_the_outline_its_ink(view):
    shown = reading(BODY)
    fact = stored_fact(shown.text, "4 GW", FactKind.QUANTITY)
    view.show_reading(shown, Marks([fact]))
    box = view.boxes(fact[0])[0]
    corner = QPoint(int(box.right()), round(box.center().y()))
    assert view.grab().toImage().pixelColor(corner).name() == theme.current().tint("quantity").name()
    before = view.boxes(fact[0])
    view.set_current(fact[0], theme.current().ink("quantity"))
    image = view.grab().toImage()
    edge = [
        image.pixelColor(round(box.center().x()), y).name()
        for y in range(int(box.top()) - 2, int(box.top()) + 3)
    ]
    assert any(name != theme.current().tint("quantity").name() and name != "#ffffff" for name in edge)
    assert view.boxes(fact[0]) == before


def test_bare_keys_are_left_to_the_window(view):
    view.show_reading(reading(BODY * 9), Marks())
    for key, text in (
        (Qt.Key.Key_Space, " "),
        (Qt.Key.Key_A, "a"),
        (Qt.Key.Key_1, "1"),
        (Qt.Key.Key_Backspace, "\b"),
    ):
        assert not press(view, key, text)
    assert view.verticalScrollBar().value() == 0


def test_the_keyboard_scrolls_selects_and_copies(view):
    view.show_reading(reading(BODY * 9), Marks())
    view.setFocus()
    press(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 100
    press(view, Qt.Key.Key_Right, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert view.textCursor().hasSelection()
    view.selectAll()
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert event.matches(QKeySequence.StandardKey.Copy)
    QApplication.sendEvent(view, event)
    data = QGuiApplication.clipboard().mimeData()
    assert not data.hasHtml()
    assert "• Plán výstavby nad 4 GW\n• Další body" in data.text()
    assert "🙂" in data.text()


def test_moving_the_caret_begins_from_what_is_seen(view):
    view.show_reading(reading(BODY * 9), Marks())
    view.verticalScrollBar().setValue(600)
    press(view, Qt.Key.Key_Down)
    assert view.verticalScrollBar().value() > 500


def test_a_fact_far_down_is_scrolled_into_view(view):
    shown = reading(BODY * 30 + "Na konci 5 eur.")
    view.show_reading(shown, Marks())
    span, _ = stored_fact(shown.text, "5 eur")
    assert not view.visible(span)
    view.reveal(span)
    assert view.visible(span)
    value = view.verticalScrollBar().value()
    view.reveal(span)
    assert view.verticalScrollBar().value() == value


def test_a_narrower_view_keeps_the_line_on_top(view, qtbot):
    shown = reading(BODY * 30)
    view.show_reading(shown, Marks())
    view.verticalScrollBar().setValue(1500)
    place = view.place()
    view.resize(400, 400)
    qtbot.waitUntil(lambda: view.viewport().width() < 450)
    assert view.place_of(place.offset).height == pytest.approx(place.height, abs=23)
