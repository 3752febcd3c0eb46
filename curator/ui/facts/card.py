"""The open fact: kind, value, evidence, agreement, verdict and the decisions with their keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from curator.domain.articles import StoredFact
from curator.domain.corroborations import Corroboration
from curator.domain.facts import Decision, FactKind, Status, Verdict
from curator.ui.facts.agreement_line import AgreementLine
from curator.ui.facts.places_popup import PlacesPopup
from curator.ui.facts.rows import UNSURE
from curator.ui.facts.value import FactValue
from curator.ui.look import formatting, theme
from curator.ui.widgets.flow import FlowLayout
from curator.ui.widgets.key_buttons import KeyButton
from curator.ui.widgets.keycap import SPACE
from curator.ui.widgets.panes import ElidedLabel, set_role
from curator.ui.widgets.quotes import paint_quote


class _Quote(QWidget):
    """One line of evidence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._fact: StoredFact | None = None
        self.setFixedHeight(theme.grown(20))

    def show_fact(self, fact: StoredFact) -> None:
        self._fact = fact
        self.setToolTip(" ".join(fact.fact.quote.split()))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._fact:
            paint_quote(
                QPainter(self), QRectF(self.rect()), self._fact, theme.serif(9.5), theme.serif(9.5, 600)
            )


class _Kind(QWidget):
    """The name of a kind on its tint."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = FactKind.DATE
        self.setFont(theme.sans(8.5, 600))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_kind(self, kind: FactKind) -> None:
        """Show the name of another kind."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(formatting.kind(self._kind))
        return QSize(round(words) + 14, theme.grown(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.tint(self._kind))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setPen(colours.ink(self._kind))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, formatting.kind(self._kind))


class FactCard(QFrame):
    """Shows one fact and emits what is decided of it."""

    decided = Signal(object)
    judged = Signal(object)
    retyped = Signal(str)
    edit_requested = Signal()
    edit_left = Signal()
    resized = Signal()
    place_chosen = Signal(int, int)
    """An article and its fact, which states the same or something else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored: StoredFact | None = None
        self._known: Mapping[int, Corroboration] = {}
        self._places_key = ""
        self._layout = QVBoxLayout()
        self._layout.setContentsMargins(11, 10, 11, 10)
        self._layout.setSpacing(4)
        self._make_head()
        self._make_value()
        self._quote = _Quote(self)
        self._layout.addWidget(self._quote)
        self._make_agreement()
        self._make_verdicts()
        self._make_decisions()
        self.setLayout(self._layout)

    def _make_head(self) -> None:
        self._kind = _Kind(self)
        self._brief = ElidedLabel("", self)
        self._sure = QLabel(self)
        for label in (self._brief, self._sure):
            label.setFont(theme.sans(9))
            label.setProperty("role", "muted")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._kind)
        row.addWidget(self._brief, 1)
        row.addWidget(self._sure)
        self._layout.addLayout(row)

    def _make_value(self) -> None:
        self._value = FactValue(self)
        self._value.retyped.connect(self.retyped)
        self._value.left.connect(self.edit_left)
        self._value.resized.connect(self.resized)
        self._layout.addWidget(self._value)

    def _make_agreement(self) -> None:
        self.agreement = AgreementLine(self)
        self.agreement.pressed.connect(self.open_places)
        self._layout.addWidget(self.agreement)

    def _make_verdicts(self) -> None:
        line = QFrame(self)
        line.setFixedHeight(1)
        line.setProperty("hair", True)
        self._layout.addSpacing(2)
        self._layout.addWidget(line)
        place = QWidget(self)
        row = FlowLayout(place, gap=0, fill=True)
        self._verdict_name = QLabel(self.tr("Verdict"), place)
        self._verdict_name.setFont(theme.sans(9))
        self._verdict_name.setProperty("role", "muted")
        self._verdict_name.setMinimumHeight(24)  # as high as the buttons beside it
        row.addWidget(self._verdict_name)
        self._verdicts = {
            Verdict.CONFIRMED: KeyButton(self.tr("Confirmed"), "C", "toggle", parent=place),
            Verdict.DOUBTFUL: KeyButton(self.tr("Doubtful"), "D", "toggle", parent=place),
            Verdict.WRONG: KeyButton(self.tr("Wrong"), "W", "toggle", parent=place),
        }
        for verdict, button in self._verdicts.items():
            button.clicked.connect(lambda _checked=False, verdict=verdict: self.judged.emit(verdict))
            row.addWidget(button)
        self._layout.addWidget(place)

    def _make_decisions(self) -> None:
        place = QWidget(self)
        row = FlowLayout(place, gap=4, fill=True)
        self._buttons = {
            "accept": KeyButton(self.tr("Accept"), "A", "primary", parent=place),
            "reject": KeyButton(self.tr("Reject"), "X", parent=place),
            "skip": KeyButton(self.tr("Skip"), SPACE, parent=place),
            "edit": KeyButton(self.tr("Edit"), "E", parent=place),
        }
        decisions = (Decision.ACCEPTED, Decision.REJECTED, Decision.SKIPPED)
        for decision, button in zip(decisions, self._buttons.values(), strict=False):
            button.clicked.connect(lambda _checked=False, decision=decision: self.decided.emit(decision))
            row.addWidget(button)
        edit = self._buttons["edit"]
        edit.clicked.connect(self.edit_requested)
        row.addWidget(edit)
        self._layout.addSpacing(2)
        self._layout.addWidget(place)

    def show_keys(self, key: Callable[[str], str]) -> None:
        """Show the keys the actions have now; `key(name)` gives the one of an action."""
        named = {verdict.value: button for verdict, button in self._verdicts.items()}
        for name, button in {**self._buttons, **named}.items():
            shown = key(name)
            button.set_key(SPACE if shown == "Space" else shown)
        self._places_key = key("agreements")

    def show_fact(self, stored: StoredFact) -> None:
        """Show a fact."""
        if self._stored is None or self._stored.id != stored.id:
            self._value.end_edit()
        self._stored = stored
        fact = stored.fact
        self._kind.show_kind(fact.kind)
        notes = [formatting.brief(fact), *self._status(stored)]
        self._brief.set_text(" · ".join(filter(None, notes)))
        self._sure.setText(self.tr("{percent} sure").format(percent=formatting.percent(fact.confidence)))
        set_role(self._sure, "warn" if fact.confidence < UNSURE else "muted")
        self._sure.setToolTip(self.tr("Found by {rule}").format(rule=fact.rule))
        self._value.show_value(fact)
        self._quote.show_fact(stored)
        self._show_agreement(stored)
        for verdict, button in self._verdicts.items():
            button.setChecked(stored.verdict is verdict)
        value = f"{formatting.approximation(fact)} {formatting.value(fact)}"
        self.setAccessibleName(f"{formatting.kind(fact.kind)}: {value}")
        self.updateGeometry()
        self.resized.emit()
        self.update()

    def _status(self, stored: StoredFact) -> list[str]:
        words = {Status.PLANNED: self.tr("planned"), Status.UNCONFIRMED: self.tr("unconfirmed")}
        decided = {
            Decision.ACCEPTED: self.tr("accepted"),
            Decision.REJECTED: self.tr("rejected"),
            Decision.EDITED: self.tr("edited"),
            Decision.SKIPPED: self.tr("skipped"),
        }
        return [words.get(stored.fact.status, ""), decided.get(stored.decision, "")]

    def _show_agreement(self, stored: StoredFact) -> None:
        self.agreement.show_places(self._known.get(stored.id), self._places_key)

    def show_corroborations(self, found: Mapping[int, Corroboration]) -> None:
        """Take what the library says of the facts of the article shown, by the fact's id."""
        self._known = found
        if self._stored:
            self._show_agreement(self._stored)
            self.resized.emit()

    def open_places(self) -> None:
        """List the places that state the same as the fact, or something else."""
        found = self._known.get(self._stored.id) if self._stored else None
        if found is None or not found.places or not self.isVisible():
            return
        popup = PlacesPopup(found.places, found.article_id, self)
        popup.chosen.connect(self.place_chosen)
        popup.open_below(self.agreement)

    def begin_edit(self) -> None:
        """Show the line to type another value into."""
        if self._stored:
            self._value.begin_edit(formatting.whole(self._stored.fact))

    def end_edit(self) -> None:
        """Go back to showing the value."""
        self._value.end_edit()

    def show_problem(self, text: str) -> None:
        """Say why the value typed was not understood."""
        self._value.show_problem(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = sum(button.sizeHint().width() for button in self._verdicts.values()) + 22
        self._verdict_name.setVisible(needed + self._verdict_name.sizeHint().width() <= self.width())

    def sizeHint(self) -> QSize:
        return QSize(280, self.height_for(max(280, self.width())))

    def height_for(self, width: int) -> int:
        """How high the card is in a width; its buttons wrap where their words need it."""
        return self._layout.totalHeightForWidth(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        kind = str(self._stored.fact.kind) if self._stored else "date"
        painter.setPen(QPen(colours.ink(kind), 1.5))
        painter.setBrush(colours.color("base"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
