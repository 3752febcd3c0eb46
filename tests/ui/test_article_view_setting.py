from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCursor

from curator.domain.spans import Span
from curator.ui.look import theme
from curator.ui.reader.article_view import ArticleView
from curator.ui.reader.marks import Marks
from curator.ui.reader.setting import STRETCH, Page, Reading, marker_of, page_of, stretches
from curator.ui.reader.typography import QUOTE, ROLE, Role, Type, upright

BODY = """# Chapter

Words *slanted*, *курсив*, *斜体*, **bold**, ~~struck~~, `code` and [a link](https://example.org/a?b=1).

- one
  - two

9. nine
10. ten

> quoted
>
> still quoted

```
first line
  second line
```

| Year | Power |
|---|---|
| 2031 | 4 GW |

---

#### Small

The end.
"""


def reading(body: str, markup: str = "markdown") -> Reading:
    text = f"Title\n\n{body}"
    return Reading(text, Span(0, 5), Span(0, 0), Span(7, len(text)), markup, byline="By line")


@pytest.fixture
def page(qapp) -> Page:
    return page_of(reading(BODY), Type())


def font_of(page: Page, words: str) -> QFont:
    return page.find(words).charFormat().font()


def roles(page: Page) -> list[str]:
    result, block = [], page.begin()
    while block.isValid():
        result.append(str(block.blockFormat().property(ROLE)))
        block = block.next()
    return result


def test_every_kind_of_block_is_set_as_what_it_is(page):
    assert roles(page) == [
        "title", "byline", "heading", "paragraph", "item", "item", "item", "item", "paragraph", "paragraph",
        "code", "cell", "cell", "cell", "cell", "rule", "subheading", "paragraph",
    ]  # fmt: skip


def test_markup_is_left_out_and_words_stay(page):
    words = page.toPlainText()
    assert "Words slanted, курсив, 斜体, bold, struck, code and a link." in words
    assert "  second line" in words
    for markup in ("**", "~~", "](", "```", "|--", "> "):
        assert markup not in words


def test_only_scripts_that_have_italics_are_slanted(page):
    assert font_of(page, "slanted").italic()
    assert not font_of(page, "курсив").italic()
    assert not font_of(page, "斜体").italic()
    assert not upright("Ελληνικά")
    assert upright("кирилица")


def test_words_are_styled_as_their_markup_says(page):
    assert font_of(page, "bold").weight() == 600
    assert font_of(page, "struck").strikeOut()
    assert font_of(page, "code").families()[0] == theme.MONO[0]
    link = page.find("a link").charFormat()
    assert link.anchorHref() == "https://example.org/a?b=1"
    assert not link.fontUnderline()
    assert link.foreground().color() == theme.current().color("accent")


def test_items_hang_their_bullets_and_numbers_before_the_text(page):
    found = {}
    for words in ("one", "two", "nine", "ten"):
        format_ = page.find(words).blockFormat()
        found[words] = (marker_of(format_)[0], format_.leftMargin())
    assert [marker for marker, _ in found.values()] == ["•", "•", "9.", "10."]
    assert found["two"][1] == 2 * found["one"][1]
    assert found["nine"][1] == found["ten"][1]


def test_a_quote_is_set_in_and_a_table_keeps_its_cells(page):
    quoted = page.find("still quoted").blockFormat()
    assert quoted.property(QUOTE) == 1
    assert quoted.leftMargin() > 0
    table = QTextCursor(page.find("4 GW")).currentTable()
    assert (table.rows(), table.columns()) == (2, 2)
    assert font_of(page, "Power").weight() == 600


def test_a_long_table_is_set_line_by_line(qapp):
    rows = "\n".join(f"| {n} | b |" for n in range(600))
    page = page_of(reading(f"| a | b |\n|---|---|\n{rows}\n"), Type())
    assert page.find("599").currentTable() is None


def test_a_table_at_the_end_is_followed_by_a_paragraph(qapp):
    page = page_of(reading("| a | b |\n|---|---|\n| 1 | 2 |"), Type())
    assert roles(page)[-1] == "paragraph"
    assert page.lastBlock().text() == ""


def test_line_ends_of_an_original_change_no_place(qapp):
    shown = reading("One\r\ntwo\r\n\r\n- item\r\n\rthree", "markdown")
    page = page_of(shown, Type())
    for words in ("One", "two", "item", "three"):
        start = shown.text.index(words)
        positions = page.places.shown(start, start + len(words))
        assert positions is not None
        cursor = QTextCursor(page)
        cursor.setPosition(positions[0])
        cursor.setPosition(positions[1], QTextCursor.MoveMode.KeepAnchor)
        assert cursor.selectedText() == words


def test_titles_and_text_grow_together(qapp):
    small, large = Type(1.0), Type(2.0)
    for role in Role:
        assert large.pixels[role] == pytest.approx(2 * small.pixels[role])
    assert large.measure() == pytest.approx(2 * small.measure(), rel=0.05)


@given(
    st.lists(
        st.sampled_from(["word " * 900, "```\nx\n\ny\n```", "- item\n\n  more", "# head", ""]), max_size=40
    )
)
def test_stretches_join_to_the_whole_and_cut_no_code(parts):
    text = "\n\n".join(parts)
    cuts = list(stretches(text, Span(0, len(text))))
    assert "".join(cut.of(text) for cut in cuts) == text
    assert all(cut.end - cut.start >= STRETCH for cut in cuts[:-1])
    assert all(cut.of(text).count("```") % 2 == 0 for cut in cuts)


def test_a_long_text_is_set_while_it_is_read(qtbot):
    shown = reading("\n\n".join(f"Paragraph {n} " + "with words " * 40 for n in range(400)))
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(560, 400)
    with qtbot.waitExposed(view):
        view.show()
    view.show_reading(shown, Marks())
    assert not view.page.complete
    last = shown.text.index("Paragraph 399")
    qtbot.waitUntil(lambda: view.page.complete)
    assert view.page.places.shown(last, last + 9) is not None


def test_what_is_asked_for_is_set_at_once(qtbot):
    shown = reading("\n\n".join(f"Paragraph {n} " + "with words " * 40 for n in range(400)))
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(560, 400)
    with qtbot.waitExposed(view):
        view.show()
    view.show_reading(shown, Marks())
    middle = shown.text.index("Paragraph 200")
    view.reveal(Span(middle, middle + 9))
    assert view.visible(Span(middle, middle + 9))
    assert not view.page.complete
    view.selectAll()
    assert view.page.complete
    span = view.selected_span()
    assert span is not None
    assert span.of(shown.text).rstrip().endswith("with words")


def test_an_article_in_arabic_stands_in_from_the_right(qapp):
    text = "الميناء\n\n- البند الأول\n- Siemens"
    span = Span(0, 7)
    page = page_of(Reading(text, span, Span(0, 0), Span(9, len(text)), byline="No author"), Type())
    byline = page.begin().next()
    arabic, english = byline.next(), byline.next().next()
    assert byline.blockFormat().layoutDirection() is Qt.LayoutDirection.RightToLeft
    margins = [
        (b.blockFormat().leftMargin() > 0, b.blockFormat().rightMargin() > 0) for b in (arabic, english)
    ]
    assert margins == [(False, True), (True, False)]


def test_what_is_said_of_a_picture_is_told_from_the_text_around_it(qapp):
    body = "They are here.\n\n![The *new* cranes](cranes.png) stand there.\n\n![](quay.png)"
    shown = reading(body)
    page = page_of(shown, Type())
    page.set_to(len(shown.text))
    assert "Picture: The new cranes stand there." in page.toPlainText()
    assert page.toPlainText().count("Picture:") == 1
    muted = theme.current().color("muted")
    assert page.find("cranes").charFormat().foreground().color() == muted
    assert page.find("stand").charFormat().foreground().color() != muted
    start = shown.text.index("cranes")
    assert page.places.shown(start, start + 6) == (
        page.find("cranes").selectionStart(),
        page.find("cranes").position(),
    )
