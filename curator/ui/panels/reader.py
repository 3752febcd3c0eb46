"""The reader: an article as a page, its cleaned text and, one key away, the original."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from curator.domain.articles import Article, StoredFact
from curator.domain.repairs import CERTAIN, Repair, to_cleaned, to_original, undone
from curator.domain.spans import Span
from curator.ui import formatting, theme
from curator.ui.widgets.article_view import ArticleView, Place
from curator.ui.widgets.panes import FocusEdge, LoadingBar, icon_button
from curator.ui.widgets.segmented import Choice, Segmented
from curator.ui.widgets.text_find_bar import FindBar
from curator.ui.widgets.text_marks import Mark, Marks
from curator.ui.widgets.text_repairs_button import GuessesPill, RepairsButton
from curator.ui.widgets.text_search import Haystack
from curator.ui.widgets.text_setting import Reading

SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
MARGIN = 20


class ReaderPanel(QWidget):
    """Shows one article. Offsets in its signals and arguments are those of the reading text (cleaned)."""

    fact_clicked = Signal(int)
    repair_clicked = Signal(int)
    words_selected = Signal(int, int)
    repairs_requested = Signal()
    mode_changed = Signal(bool)
    """Whether the original is shown now."""
    link_activated = Signal(str)
    text_scale_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article: Article | None = None
        self._repairs: tuple[Repair, ...] = ()
        self._original = False
        self._scale = 1.0
        self._fact: int | None = None
        self._held: tuple[Place, int, bool] | None = None
        self._haystack: Haystack | None = None
        self._found: list[tuple[int, int]] = []
        self._match = -1
        self.setAccessibleName(self.tr("Reader"))
        self._build()
        self._edge = FocusEdge(self)
        self._loading = LoadingBar(self)
        theme.news().changed.connect(self._restyle)
        self.show_article(None)

    # What is shown

    @property
    def article(self) -> Article | None:
        """The article that is open."""
        return self._article

    @property
    def original(self) -> bool:
        """Whether the original text is shown."""
        return self._original

    def show_article(self, article: Article | None) -> None:
        """Open an article at its top; the one that is open already stays where it is."""
        before, self._article = self._article, article
        self._repairs = tuple(stored.repair for stored in article.repairs) if article else ()
        self._stack.setCurrentWidget(self.view if article else self._empty)
        self._show_head()
        if article is None:
            self._fact = None
            self.find_bar.hide()
            return
        if before is None or before.id != article.id:
            self._fact = None
            self._set_mode(original=False)
            self._set_page(None)
        elif (before.text, before.fields) != (article.text, article.fields):
            self._set_page(self._place())
        else:
            self.view.set_marks(self._marks())
            self._outline()

    def set_loading(self, loading: bool) -> None:
        """Say that the next article is being read; the old one stays until it is there."""
        self._loading.set_loading(loading)

    def select_fact(self, fact_id: int | None, *, reveal: bool = True) -> None:
        """Outline the words of a fact, and scroll them into view."""
        self._fact = fact_id
        self._outline()
        span = self._fact_span()
        if reveal and span is not None:
            self.view.reveal(span)

    def show_original(self, original: bool) -> None:
        """Show the original or the cleaned text, the same words at the same height."""
        if original == self._original or self._article is None:
            return
        place = self._place()
        self._set_mode(original=original)
        self._set_page(place)
        self._held = (place, self.view.verticalScrollBar().value(), original)

    def toggle_original(self) -> None:
        """Flick between cleaned and original."""
        self.show_original(not self._original)

    def selected_span(self) -> Span | None:
        """The words the user has selected, or None."""
        span = self.view.selected_span()
        if span is None or not self._original:
            return span
        return Span(to_cleaned(span.start, self._repairs), to_cleaned(span.end, self._repairs))

    @property
    def text_scale(self) -> float:
        """The size of the article's letters: 1.0 as designed, 0.8 to 2.0."""
        return self._scale

    @text_scale.setter
    def text_scale(self, scale: float) -> None:
        scale = min(max(scale, SCALES[0]), SCALES[-1])
        if scale != self._scale:
            self._scale = scale
            if self._article:
                self._set_page(self._place())
            self.text_scale_changed.emit(scale)

    # Finding

    def open_find(self) -> None:
        """Show the find bar, with the selected words in it."""
        if self._article is None:
            return
        self.find_bar.show()
        selected = self.view.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self.find_bar.field.setText(selected)
        self.find_bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_bar.field.selectAll()
        self._find(self.find_bar.field.text())

    def find_text(self, text: str) -> int:
        """Find words in the article and show the first at or after the present place; gives how many."""
        self.find_bar.show()
        self.find_bar.field.setText(text)
        self._find(text)
        return len(self._found)

    def close_find(self) -> None:
        """Take the find bar away; the words stay in it."""
        self.find_bar.hide()
        self.view.set_matches([])
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self, needle: str) -> None:
        if self._haystack is None:
            self._haystack = Haystack(self.view.page.toRawText())
        self._found = self._haystack.find(needle)
        here = self.view.page.places.position(self.view.place().offset) if self._found else 0
        later = (index for index, found in enumerate(self._found) if found[0] >= here)
        self._show_match(next(later, 0 if self._found else -1))

    def _step(self, step: int) -> None:
        if self._found:
            self._show_match((self._match + step) % len(self._found))

    def _show_match(self, index: int) -> None:
        self._match = index
        self.view.set_matches(self._found, index)
        self.find_bar.set_count(index, len(self._found))

    # Setting the page

    def _set_page(self, place: Place | None) -> None:
        assert self._article is not None
        self._haystack = None
        self.view.show_reading(self._reading(), self._marks(), self._scale)
        if place is not None:
            self.view.hold(self._shown_place(place))
        self._outline()
        if self.find_bar.isVisible():
            self._find(self.find_bar.field.text())

    def _reading(self) -> Reading:
        assert self._article is not None
        article = self._article
        reading = Reading(
            article.text, article.title, article.description, article.body, article.markup,
            article.fields.title or article.path, self._byline(), article.fields.language,
        )  # fmt: skip
        if not self._original:
            return reading
        text = undone(article.text, self._repairs)
        spans = (self._original_span(span) for span in (article.title, article.description, article.body))
        return Reading(
            text, *spans, markup=reading.markup, untitled=reading.untitled, byline=reading.byline
        )  # fmt: skip

    def _byline(self) -> str:
        assert self._article is not None
        fields = self._article.fields
        parts = (
            fields.author or self.tr("No author"),
            fields.source or self.tr("No source"),
            formatting.published(fields.published, time=True),
        )
        return " · ".join(parts)

    def _marks(self) -> Marks:
        assert self._article is not None
        facts = () if self._original else self._article.facts
        spans = ((_span(stored), stored) for stored in facts)
        stated = (pair for pair in spans if pair[0].start < pair[0].end)
        return Marks(stated, self._article.repairs, original=self._original)

    def _outline(self) -> None:
        stored = self._stored_fact()
        span = self._fact_span()
        self.view.set_current(span, theme.current().ink(stored.fact.kind.value) if stored else None)

    def _stored_fact(self) -> StoredFact | None:
        facts = self._article.facts if self._article else ()
        return next((stored for stored in facts if stored.id == self._fact), None)

    def _fact_span(self) -> Span | None:
        stored = self._stored_fact()
        if stored is None or not _span(stored):
            return None
        return self._original_span(_span(stored)) if self._original else _span(stored)

    def _original_span(self, span: Span) -> Span:
        return Span(to_original(span.start, self._repairs), to_original(span.end, self._repairs))

    # The place

    def _place(self) -> Place:
        """The words to keep in place, by their offset in the reading text."""
        if self._held and self._held[1:] == (self.view.verticalScrollBar().value(), self._original):
            return self._held[0]
        span = self._fact_span()
        place = self.view.place_of(span.start) if span and self.view.visible(span) else self.view.place()
        offset = to_cleaned(place.offset, self._repairs) if self._original else place.offset
        return Place(offset, place.height)

    def _shown_place(self, place: Place) -> Place:
        return Place(to_original(place.offset, self._repairs), place.height) if self._original else place

    # Head

    def _build(self) -> None:
        self.view = ArticleView(self)
        self.find_bar = FindBar(self)
        self.find_bar.hide()
        self._empty = _Emptiness(self)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_head())
        column.addWidget(self.find_bar)
        column.addLayout(self._stack, 1)
        self.setFocusProxy(self.view)
        self.view.mark_clicked.connect(self._mark_clicked)
        self.view.words_selected.connect(self._words_selected)
        self.view.link_activated.connect(self.link_activated)
        self.view.scale_requested.connect(self._scale_by)
        self.view.menu_requested.connect(self._pop_menu_at)
        self.find_bar.needle_changed.connect(self._find)
        self.find_bar.stepped.connect(self._step)
        self.find_bar.closed.connect(self.close_find)

    def _build_head(self) -> QWidget:
        head = QWidget(self)
        head.setFixedHeight(theme.HEAD_HEIGHT + 1)
        self.modes = Segmented(
            [
                Choice("cleaned", self.tr("Cleaned"), tooltip=self.tr("The repaired text")),
                Choice("original", self.tr("Original"), "O", self.tr("The text as it came  O")),
            ],
            head,
        )
        self.modes.chosen.connect(self._mode_chosen)
        self.repairs = RepairsButton(head)
        self.repairs.setToolTip(self.tr("Show the repairs"))
        self.repairs.clicked.connect(self.repairs_requested)
        self.guesses = GuessesPill(head)
        self.guesses.setToolTip(self.tr("Show the guesses"))
        self.guesses.clicked.connect(self.repairs_requested)
        self.size_button = self._head_button(head, "text-aa", self.tr("Text size"), self._pop_sizes)
        self.find_button = self._head_button(
            head, "magnifying-glass", self.tr("Find in this article") + "  Ctrl+Shift+F", self.open_find
        )
        self.more_button = self._head_button(head, "dots-three", self.tr("More"), self._pop_more)
        row = QHBoxLayout(head)
        row.setContentsMargins(MARGIN, 0, MARGIN // 2, 1)
        row.setSpacing(0)
        row.addWidget(self.modes)
        row.addSpacing(12)
        row.addWidget(self.repairs)
        row.addSpacing(6)
        row.addWidget(self.guesses)
        row.addStretch(1)
        for button in (self.size_button, self.find_button, self.more_button):
            row.addWidget(button)
        return head

    def _head_button(self, head: QWidget, icon: str, tip: str, does: object) -> QToolButton:
        button = icon_button(icon, tip, head, size=theme.BAR_ICON)
        button.setIconSize(QSize(theme.BAR_ICON, theme.BAR_ICON))
        button.setFixedSize(30, 28)
        button.clicked.connect(does)
        return button

    def _show_head(self) -> None:
        article = self._article
        for widget in (self.modes, self.size_button, self.find_button, self.more_button):
            widget.setEnabled(article is not None)
        if article is None:
            self.repairs.setVisible(False)
            self.guesses.say("")
            return
        count = len(article.repairs)
        guesses = sum(stored.repair.confidence < CERTAIN for stored in article.repairs)
        words = self.tr("%n repair(s)", "", count) if count else self.tr("No repairs needed")
        self.repairs.setVisible(True)
        self.repairs.say(words, some=count > 0)
        self.guesses.say(self.tr("%n guess(es)", "", guesses) if guesses else "")

    def _set_mode(self, *, original: bool) -> None:
        changed, self._original = original != self._original, original
        self._held = None
        self.modes.set_value("original" if original else "cleaned")
        if changed:
            self.mode_changed.emit(original)

    # Menus

    def _pop_sizes(self) -> None:
        menu = QMenu(self)
        now = menu.addAction(self.tr("Text size {percent} %").format(percent=round(self._scale * 100)))
        now.setEnabled(False)
        menu.addSeparator()
        self._add(menu, self.tr("Larger"), lambda: self._scale_by(1)).setEnabled(self._scale < SCALES[-1])
        self._add(menu, self.tr("Smaller"), lambda: self._scale_by(-1)).setEnabled(self._scale > SCALES[0])
        self._add(menu, self.tr("Reset to 100 %"), lambda: self._scale_by(0)).setEnabled(self._scale != 1.0)
        self._pop(menu, self.size_button)

    def _pop_menu_at(self, point: QPoint) -> None:
        self._menu().popup(point)

    def _mode_chosen(self, value: str) -> None:
        self.show_original(value == "original")

    def _pop_more(self) -> None:
        self._pop(self._menu(), self.more_button)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        selected = self.view.textCursor().hasSelection()
        self._add(menu, self.tr("Copy"), self.view.copy).setEnabled(selected)
        self._add(menu, self.tr("Copy quote"), self.copy_quote).setEnabled(selected)
        self._add(menu, self.tr("Select all"), self.view.selectAll)
        menu.addSeparator()
        target = self.view.textCursor().charFormat().anchorHref()
        url = self._article.fields.url if self._article else ""
        if target:
            self._add(menu, self.tr("Open link…"), lambda: self.link_activated.emit(target)).setToolTip(
                target
            )
            self._add(menu, self.tr("Copy link"), lambda: _to_clipboard(target))
        self._add(menu, self.tr("Copy article address"), lambda: _to_clipboard(url)).setEnabled(bool(url))
        menu.addSeparator()
        self._add(menu, self.tr("Find…"), self.open_find)
        words = self.tr("Show cleaned text") if self._original else self.tr("Show original")
        self._add(menu, words, self.toggle_original)
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, menu.deleteLater))
        return menu

    def _add(self, menu: QMenu, words: str, does: object) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(does)
        return action

    def _pop(self, menu: QMenu, button: QToolButton) -> None:
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def copy_quote(self) -> None:
        """Copy the selected words with where they are from."""
        if self._article is None:
            return
        fields = self._article.fields
        words = self.view.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n")
        origin = ", ".join(
            filter(None, (fields.title, fields.source, formatting.published(fields.published)))
        )
        _to_clipboard("\n".join(filter(None, (f"“{words}”", f"— {origin}", fields.url))))

    def _scale_by(self, step: int) -> None:
        nearest = min(range(len(SCALES)), key=lambda index: abs(SCALES[index] - self._scale))
        index = min(max(nearest + step, 0), len(SCALES) - 1)
        self.text_scale = SCALES[index] if step else 1.0

    # Events

    def _mark_clicked(self, mark: Mark) -> None:
        if mark.fact is not None:
            self.fact_clicked.emit(mark.fact.id)
        elif mark.repair is not None:
            self.repair_clicked.emit(mark.repair.id)

    def _words_selected(self, _start: int, _end: int) -> None:
        span = self.selected_span()
        if span is not None:
            self.words_selected.emit(span.start, span.end)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_F and event.modifiers() == both:
            self.open_find()
        elif event.key() == Qt.Key.Key_Escape and self.find_bar.isVisible():
            self.close_find()
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        if self._article:
            self._set_page(self._place())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("base"))
        painter.fillRect(0, theme.HEAD_HEIGHT, self.width(), 1, theme.current().color("hair"))
        painter.end()


class _Emptiness(QWidget):
    """What stands where no article is open: a sentence and what can be done."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        said = QLabel(self.tr("No article is open."), self)
        said.setFont(theme.sans(10, 600))
        hint = QLabel(self.tr("Choose one in the list, or press N for the next to review."), self)
        hint.setFont(theme.sans(9.5))
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.TEXT_MARGIN, theme.TEXT_MARGIN, theme.TEXT_MARGIN, theme.TEXT_MARGIN)
        column.setSpacing(6)
        column.addWidget(said)
        column.addWidget(hint)
        column.addStretch(1)


def _span(stored: StoredFact) -> Span:
    """Where the words of a fact stand; an empty span if it has none."""
    evidence = stored.evidence
    return Span(evidence.start, evidence.end) if evidence else Span(0, 0)


def _to_clipboard(words: str) -> None:
    QGuiApplication.clipboard().setText(words)
