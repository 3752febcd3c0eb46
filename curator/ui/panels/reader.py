"""The reader: an article as a page, its cleaned text and, one key away, the original."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QStackedLayout, QVBoxLayout, QWidget

from curator.domain.articles import Article
from curator.domain.spans import Span
from curator.ui.look import theme
from curator.ui.reader import menus, repair_menus
from curator.ui.reader.article_view import ArticleView
from curator.ui.reader.emptiness import ReaderEmptiness
from curator.ui.reader.find_bar import FindBar
from curator.ui.reader.finder import Finder
from curator.ui.reader.head import ReaderHead, pop_below
from curator.ui.reader.marks import Mark
from curator.ui.reader.page_view import Place
from curator.ui.reader.readings import ShownText
from curator.ui.widgets.banner import Banner
from curator.ui.widgets.panes import FocusEdge
from curator.ui.widgets.passing_menus import to_clipboard


class ReaderPanel(QWidget):
    """Shows one article. Offsets in its signals and arguments are those of the reading text (cleaned)."""

    fact_clicked = Signal(int)
    repairs_requested = Signal()
    repair_decided = Signal(int, object, str)
    """A repair, the decision on it, and for an edited one its words ("" if the editor is to be asked)."""
    link_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ShownText | None = None
        self._original = False
        self._scale = 1.0
        self._fact: int | None = None
        self._held: tuple[Place, int, bool] | None = None
        self.setAccessibleName(self.tr("Reader"))
        self._build()
        self._edge = FocusEdge(self)
        theme.news().changed.connect(self._restyle)
        self.show_article(None)

    # What is shown

    @property
    def article(self) -> Article | None:
        """The article that is open."""
        return self._shown.article if self._shown else None

    @property
    def original(self) -> bool:
        """Whether the original text is shown."""
        return self._original

    def show_article(self, article: Article | None) -> None:
        """Open an article at its top; the one that is open already stays where it is."""
        before, self._shown = self.article, ShownText(article, self._original) if article else None
        self._stack.setCurrentWidget(self.view if article else self._empty)
        self.head.show_article(article)
        if article is None:
            self._fact = None
            self.find_bar.hide()
            return
        if before is None or before.id != article.id:
            self._fact = None
            self._set_mode(original=False)
            self._set_page(None)
        elif self._shown and self._shown.reading() != self.view.reading:
            self._set_page(self._place())
        else:
            self._change_marks(before)
            self._outline()

    def select_fact(self, fact_id: int | None, *, reveal: bool = True) -> None:
        """Outline the words of a fact, and scroll them into view."""
        self._fact = fact_id
        self._outline()
        span = self._fact_span()
        if reveal and span is not None:
            self.view.reveal(span)

    def reveal_repair(self, repair_id: int) -> None:
        """Outline the words of a repair until a fact is chosen, and scroll them into view."""
        span = self._shown.words_of_repair(repair_id) if self._shown else None
        if span is not None:
            self.view.set_current(span, theme.current().ink("repair"))
            self.view.reveal(span)

    def show_original(self, original: bool) -> None:
        """Show the original or the cleaned text, the same words at the same height."""
        if original == self._original or self._shown is None:
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
        if span is None or self._shown is None:
            return span
        return Span(self._shown.cleaned_of(span.start), self._shown.cleaned_of(span.end))

    @property
    def text_scale(self) -> float:
        """The size of the article's letters: 1.0 as designed, 0.8 to 2.0."""
        return self._scale

    @text_scale.setter
    def text_scale(self, scale: float) -> None:
        scale = min(max(scale, menus.SCALES[0]), menus.SCALES[-1])
        if scale != self._scale:
            self._scale = scale
            if self._shown:
                self._set_page(self._place())

    def scale_by(self, step: int) -> None:
        """Go to the next larger (1) or smaller (-1) text size, or (0) to the one designed."""
        self.text_scale = menus.next_scale(self._scale, step)

    # Finding

    def open_find(self) -> None:
        """Show the find bar, with the selected words in it."""
        if self._shown is not None:
            self._finder.open()

    def close_find(self) -> None:
        """Take the find bar away; the words stay in it."""
        self._finder.close()

    # Copying and links

    def copy_quote(self) -> None:
        """Copy the selected words with where they are from."""
        if self.article is not None:
            words = self.view.textCursor().selectedText()
            to_clipboard(menus.quote(words, self.article.fields))

    def open_link(self, target: str) -> None:
        """Ask for a link to be opened; the reader itself opens nothing."""
        self.link_activated.emit(target)

    # Setting the page

    def _set_page(self, place: Place | None) -> None:
        assert self._shown is not None
        self.view.show_reading(self._shown.reading(), self._shown.marks(), self._scale)
        if place is not None:
            self.view.hold(Place(self._shown.offset_of(place.offset), place.height))
        self._outline()
        self._finder.page_changed()

    def _change_marks(self, before: Article) -> None:
        assert self._shown is not None
        changed = self._shown.facts_renewed_since(before)
        if changed is None:
            self.view.set_marks(self._shown.marks())
        else:
            self.view.change_marks(changed)

    def _outline(self) -> None:
        stored = self._shown.fact(self._fact) if self._shown else None
        self.view.set_current(
            self._fact_span(), theme.current().ink(stored.fact.kind.value) if stored else None
        )

    def _fact_span(self) -> Span | None:
        return self._shown.words_of_fact(self._fact) if self._shown else None

    # The place

    def _place(self) -> Place:
        """The words to keep in place, by their offset in the cleaned text."""
        assert self._shown is not None
        if self._held and self._held[1:] == (self.view.verticalScrollBar().value(), self._original):
            return self._held[0]
        span = self._fact_span()
        place = self.view.place_of(span.start) if span and self.view.visible(span) else self.view.place()
        return Place(self._shown.cleaned_of(place.offset), place.height)

    # Parts

    def _build(self) -> None:
        self.head = ReaderHead(self)
        self.conflict = Banner(self)
        self.view = ArticleView(self)
        self.find_bar = FindBar(self)
        self.find_bar.hide()
        self._finder = Finder(self.find_bar, self.view)
        self._empty = ReaderEmptiness(self)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.conflict)
        column.addWidget(self.find_bar)
        column.addLayout(self._stack, 1)
        self.setLayout(column)
        self.setFocusProxy(self.view)
        self.head.original_chosen.connect(self.show_original)
        self.head.repairs_requested.connect(self.repairs_requested)
        self.head.find_requested.connect(self.open_find)
        self.head.sizes.clicked.connect(self._pop_sizes)
        self.head.more.clicked.connect(self._pop_more)
        self.view.mark_clicked.connect(self._mark_clicked)
        self.view.link_activated.connect(self.link_activated)
        self.view.scale_requested.connect(self.scale_by)
        self.view.menu_requested.connect(self._pop_menu_at)

    def _set_mode(self, *, original: bool) -> None:
        self._original = original
        self._shown = replace(self._shown, original=original) if self._shown else None
        self._held = None
        self.head.show_original(original)

    def _pop_sizes(self) -> None:
        pop_below(menus.size_menu(self, self), self.head.sizes)

    def _pop_more(self) -> None:
        if self.article is not None:
            pop_below(menus.article_menu(self, self.article.fields, self), self.head.more)

    def _pop_menu_at(self, point: QPoint) -> None:
        menu = self.menu_at(point)
        if menu is not None:
            menu.popup(point)

    def menu_at(self, point: QPoint) -> QMenu | None:
        """What can be done at a point of the screen: with the article, and with the repaired word there."""
        if self.article is None:
            return None
        menu = menus.article_menu(self, self.article.fields, self)
        repair = self.view.repair_at(self.view.viewport().mapFromGlobal(point))
        if repair is not None:
            repair_menus.add_repair(menu, repair, self.repair_decided.emit, self.repairs_requested.emit)
        return menu

    # Events

    def _mark_clicked(self, mark: Mark) -> None:
        if mark.fact is not None:
            self.fact_clicked.emit(mark.fact.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_F and event.modifiers() == both:
            self.open_find()
        elif event.key() == Qt.Key.Key_Escape and self.find_bar.isVisible():
            self.close_find()
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        if self._shown:
            self._set_page(self._place())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("base"))
        painter.fillRect(0, theme.HEAD_HEIGHT, self.width(), 1, theme.current().color("hair"))
        painter.end()
