from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QMenu

from curator.domain.articles import Article, Fields, State, StoredFact, StoredRepair
from curator.domain.facts import Decision, Evidence, Fact, FactKind, Verdict
from curator.domain.repairs import Repair, RepairKind, to_original, undone
from curator.domain.spans import Span
from curator.ui.look import theme
from curator.ui.panels.reader import ReaderPanel

TITLE = "Borealis vloží 3 miliardy eur do školení"
DESCRIPTION = "Dohoda podpoří růst výpočtů 🙂 do roku 2031."
PARAGRAPH = "Částka číslo {n} činí {n} miliardy eur a střediska budou stát blízko řeky, což šetří vodu."
BODY = "## Souhrn\n\n" + "\n\n".join(PARAGRAPH.format(n=n) for n in range(10, 70))
FIELDS = Fields(
    title=TITLE, author="Jana Nová", source="Listy", published="2026-01-27T03:25:33Z", url="https://x.example"
)


def repairs_of(text: str, guess: str = "") -> tuple[StoredRepair, ...]:
    result, shift = [], 0
    for number, match in enumerate(re.finditer(r"\w*[ěščřžýáíéúůťďň]\w*", text)):
        before = match.group().encode().decode("cp1254", "ignore")
        original = Span(match.start() + shift, match.start() + shift + len(before))
        sure = 0.7 if match.group() == guess else 0.99
        repair = Repair(original, Span(*match.span()), before, match.group(), RepairKind.MOJIBAKE, "x", sure)
        result.append(StoredRepair(number + 1, repair, Decision.PROPOSED))
        shift += len(before) - len(match.group())
    return tuple(result)


def article(
    article_id: int = 1, body: str = BODY, *, damaged: bool = True, fields: Fields = FIELDS
) -> Article:
    text = f"{TITLE}\n\n{DESCRIPTION}\n\n{body}"
    middle = len(TITLE) + 2 + len(DESCRIPTION)
    facts = []
    for number, match in enumerate(re.finditer(r"\d+ miliardy eur", text)):
        fact = Fact(FactKind.MONEY, *match.span(), match.group())
        evidence = Evidence.of(text, *match.span())
        facts.append(
            StoredFact(
                number + 1,
                article_id,
                fact,
                evidence,
                Decision.PROPOSED,
                Verdict.UNCHECKED,
                "",
                "",
                "extractor",
            )
        )
    return Article(
        article_id, "a.md", State.INBOX, fields, {}, {}, "markdown", "markdown", "utf-8", 1, 1, "", text,
        Span(0, len(TITLE)), Span(len(TITLE) + 2, middle), Span(middle + 2, len(text)), tuple(facts),
        repairs_of(text, "řeky") if damaged else (), (),
    )  # fmt: skip


@pytest.fixture
def reader(qtbot) -> ReaderPanel:
    panel = ReaderPanel()
    qtbot.addWidget(panel)
    panel.resize(560, 620)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def on_page(reader: ReaderPanel, words: str) -> QTextCursor:
    return reader.view.page.find(words)


def height_of(reader: ReaderPanel, offset: int) -> float:
    return reader.view.place_of(offset).height


def test_without_an_article_it_says_what_to_do(reader):
    assert reader.article is None
    assert not reader.view.isVisible()
    assert not reader.head.modes.isEnabled()
    reader.toggle_original()
    reader.open_find()
    assert not reader.original
    assert not reader.find_bar.isVisible()


def test_an_article_opens_at_its_top_with_its_byline(reader):
    reader.show_article(article())
    words = reader.view.page.toPlainText()
    assert words.startswith(TITLE)
    assert "Jana Nová · Listy · 27 Jan 2026, 03:25 UTC" in words
    assert DESCRIPTION in words
    assert reader.view.verticalScrollBar().value() == 0


def test_what_is_missing_in_the_byline_is_said(reader):
    reader.show_article(article(fields=Fields()))
    assert "No author · No source · No date" in reader.view.page.toPlainText()


def test_an_article_without_a_title_of_its_own_shows_that_of_its_fields(reader):
    opened = article(fields=replace(FIELDS, title="Jméno souboru"))
    reader.show_article(replace(opened, title=Span(0, 0), description=Span(0, 0)))
    assert reader.view.page.toPlainText().startswith("Jméno souboru")


def test_the_head_counts_repairs_and_guesses(reader, qtbot):
    reader.show_article(article())
    assert str(len(reader.article.repairs)) in reader.head.repairs.text()
    assert "60" in reader.head.guesses.text()
    with qtbot.waitSignal(reader.repairs_requested):
        reader.head.repairs.click()
    reader.show_article(article(2, damaged=False))
    assert reader.head.repairs.text() == "No repairs needed"
    assert not reader.head.guesses.isVisible()


def test_the_head_counts_repairs_of_fields_too(reader):
    whole = article()
    title = replace(whole.repairs[0], id=9_999, field="source")
    reader.show_article(replace(whole, field_repairs=(title,)))
    assert str(len(whole.repairs) + 1) in reader.head.repairs.text()


def test_the_original_shows_what_was_undone(reader):
    opened = article()
    reader.show_article(opened)
    reader.toggle_original()
    assert reader.original
    assert reader.head.modes.value == "original"
    words = reader.view.page.toPlainText()
    damaged = undone(opened.text, [stored.repair for stored in opened.repairs])
    assert damaged.splitlines()[0] in words
    assert "vloží" not in words


@pytest.mark.parametrize("scrolled", [0, 300, 777, 1500])
def test_flicking_keeps_the_same_words_at_the_same_height(reader, scrolled):
    reader.show_article(article())
    bar = reader.view.verticalScrollBar()
    bar.setValue(scrolled)
    place = reader.view.place()
    reader.toggle_original()
    repairs = [stored.repair for stored in reader.article.repairs]
    assert abs(height_of(reader, to_original(place.offset, repairs)) - place.height) <= 1
    reader.toggle_original()
    assert bar.value() == scrolled


def test_flicking_keeps_the_current_fact_at_its_height(reader):
    reader.show_article(article())
    fact = reader.article.facts[30]
    reader.select_fact(fact.id)
    before = height_of(reader, fact.fact.start)
    box = reader.view.boxes(Span(fact.fact.start, fact.fact.end))[0]
    reader.toggle_original()
    cursor = on_page(reader, fact.fact.quote)
    cursor.setPosition(cursor.anchor())
    assert abs(reader.view.cursorRect(cursor).top() - before) <= 1
    reader.toggle_original()
    assert abs(reader.view.boxes(Span(fact.fact.start, fact.fact.end))[0].top() - box.top()) <= 1


def test_another_article_begins_with_its_cleaned_text(reader):
    reader.show_article(article())
    reader.show_original(True)
    reader.show_article(article(2))
    assert not reader.original
    assert reader.head.modes.value == "cleaned"


def test_a_decision_changes_no_place_and_no_selection(reader):
    opened = article()
    reader.show_article(opened)
    reader.view.verticalScrollBar().setValue(400)
    page = reader.view.page
    decided = replace(opened.facts[0], decision=Decision.REJECTED)
    reader.show_article(replace(opened, facts=(decided, *opened.facts[1:])))
    assert reader.view.page is page
    assert reader.view.verticalScrollBar().value() == 400


def test_an_edited_field_that_is_not_shown_leaves_the_page(reader):
    opened = article()
    reader.show_article(opened)
    page = reader.view.page
    reader.show_article(replace(opened, fields=replace(FIELDS, tags=("chips",))))
    assert reader.view.page is page
    reader.show_article(replace(opened, fields=replace(FIELDS, author="Petr Malý")))
    assert "Petr Malý" in reader.view.page.toPlainText()


def test_a_decided_guess_is_no_longer_counted(reader):
    opened = article()
    decided = tuple(
        replace(stored, decision=Decision.ACCEPTED if number % 2 else Decision.REJECTED)
        for number, stored in enumerate(opened.repairs)
    )
    reader.show_article(replace(opened, repairs=decided))
    assert not reader.head.guesses.isVisible()


def test_a_changed_text_of_the_same_article_keeps_its_place(reader):
    opened = article()
    reader.show_article(opened)
    reader.view.verticalScrollBar().setValue(400)
    place = reader.view.place()
    reader.show_article(replace(opened, text=opened.text.replace("vodu", "víno")))
    assert abs(height_of(reader, place.offset) - place.height) <= 1
    assert "víno" in reader.view.page.toPlainText()


def test_selecting_a_fact_reveals_it_unless_asked_not_to(reader):
    reader.show_article(article())
    last = reader.article.facts[-1]
    reader.select_fact(last.id, reveal=False)
    assert reader.view.verticalScrollBar().value() == 0
    reader.select_fact(last.id)
    assert reader.view.visible(Span(last.fact.start, last.fact.end))
    reader.select_fact(None)
    reader.select_fact(999)


def test_a_click_on_words_tells_the_fact_that_they_state(reader, qtbot):
    reader.show_article(article())
    fact = reader.article.facts[0]
    spot = reader.view.boxes(Span(fact.fact.start, fact.fact.end))[0].center().toPoint()
    with qtbot.waitSignal(reader.fact_clicked) as told:
        qtbot.mouseClick(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == [fact.id]
    repair = next(stored for stored in reader.article.repairs if stored.repair.after == "školení")
    spot = reader.view.boxes(repair.repair.cleaned)[0].center().toPoint()
    with qtbot.assertNotEmitted(reader.fact_clicked):
        qtbot.mouseClick(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_words_selected_in_the_original_are_those_of_the_reading_text(reader):
    reader.show_article(article())
    assert reader.selected_span() is None
    reader.show_original(True)
    cursor = on_page(reader, "20 miliardy eur")
    reader.view.setTextCursor(cursor)
    span = reader.selected_span()
    assert span.of(reader.article.text) == "20 miliardy eur"


def test_finding_counts_and_goes_round(reader, qtbot):
    reader.show_article(article())
    reader.view.setFocus()
    qtbot.keyClick(
        reader.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert reader.find_bar.isVisible()
    qtbot.keyClicks(reader.find_bar.field, "CASTKA CISLO")
    assert reader.find_bar.count.text() == "1 of 60"
    qtbot.keyClick(reader.find_bar.field, Qt.Key.Key_Return)
    assert reader.find_bar.count.text() == "2 of 60"
    for _ in range(2):
        qtbot.keyClick(reader.find_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert reader.find_bar.count.text() == "60 of 60"
    assert reader.view.verticalScrollBar().value() > 1000
    qtbot.keyClick(reader.find_bar.field, Qt.Key.Key_Escape)
    assert not reader.find_bar.isVisible()
    span = reader.selected_span()  # a fact can be made of what was found
    assert span is not None
    assert span.of(reader.article.text) == "Částka číslo"


def test_finding_says_when_there_is_nothing(reader):
    reader.show_article(article())
    reader.open_find()
    reader.find_bar.field.setText("nikde nic")
    assert reader.find_bar.count.text() == "Not found"
    reader.find_bar.field.setText("miliardy")
    assert reader.find_bar.count.text() == "1 of 61"
    reader.toggle_original()
    assert reader.find_bar.count.text() == "1 of 61"
    reader.find_bar.field.clear()
    assert reader.find_bar.count.text() == ""


def test_the_text_size_goes_by_steps_and_keeps_the_place(reader):
    reader.show_article(article())
    reader.view.verticalScrollBar().setValue(700)
    place = reader.view.place()
    reader.text_scale = 1.5
    assert abs(height_of(reader, place.offset) - place.height) <= 1
    for _ in range(9):
        reader.view.scale_requested.emit(1)
    assert reader.text_scale == 2.0
    reader.text_scale = 0.1
    assert reader.text_scale == 0.8


def test_the_theme_changes_the_page(reader):
    reader.show_article(article())
    try:
        theme.force(theme.DARK)
        assert reader.grab().toImage().pixelColor(3, 300).name() == "#1c2025"
        theme.force(theme.LIGHT)
        assert reader.grab().toImage().pixelColor(3, 300).name() == "#ffffff"
    finally:
        theme.force(None)


def test_a_quote_is_copied_with_its_origin(reader):
    reader.show_article(article())
    reader.view.setTextCursor(on_page(reader, "20 miliardy eur"))
    reader.copy_quote()
    quote = QGuiApplication.clipboard().text()
    assert quote == f"“20 miliardy eur”\n— {TITLE}, Listy, 27 Jan 2026\nhttps://x.example"


def test_the_menus_open(reader, qtbot):
    reader.show_article(article())
    for button in (reader.head.sizes, reader.head.more):
        button.click()
        menu = next(menu for menu in reader.findChildren(QMenu) if menu.isVisible())
        assert menu.actions()
        menu.close()


def test_all_that_can_be_clicked_has_a_name(reader):
    reader.show_article(article())
    assert reader.view.accessibleName()
    for button in reader.findChildren(QAbstractButton):
        assert button.accessibleName()


def test_an_article_of_a_megabyte_opens_at_once(reader, qtbot):
    body = "\n\n".join(PARAGRAPH.format(n=n) for n in range(11_000))
    opened = article(3, body, damaged=False)
    assert len(opened.text) > 900_000
    reader.show_article(opened)
    assert not reader.grab().isNull()
    assert not reader.view.page.complete  # the rest is set while the first words are being read


def test_a_repair_can_be_outlined_and_brought_into_view(reader: ReaderPanel) -> None:
    shown = article()
    reader.show_article(shown)
    last = shown.repairs[-1]
    reader.reveal_repair(last.id)
    assert reader.view.visible(last.repair.cleaned)
    reader.show_original(True)
    reader.reveal_repair(shown.repairs[0].id)
    assert reader.view.visible(shown.repairs[0].repair.original)
