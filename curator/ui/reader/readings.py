"""What the reader sets of an article: its cleaned text, or the original, under a byline."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from curator.domain.articles import Article, Fields, StoredFact
from curator.domain.repairs import Repair, to_cleaned, to_original, undone
from curator.domain.spans import Span
from curator.ui.look import formatting
from curator.ui.reader.marks import Marks
from curator.ui.reader.setting import Reading
from curator.ui.widgets.quotes import is_leftward

translate = QCoreApplication.translate


@dataclass(frozen=True)
class ShownText:
    """One of the two texts of an article. Offsets are those of the text shown, unless called cleaned."""

    article: Article
    original: bool = False

    @cached_property
    def _repairs(self) -> tuple[Repair, ...]:
        return tuple(stored.repair for stored in self.article.repairs)

    def reading(self) -> Reading:
        """The text with its parts."""
        article = self.article
        parts = tuple(map(self.span_of, (article.title, article.description, article.body)))
        text = undone(article.text, self._repairs) if self.original else article.text
        title = article.fields.title or article.path
        return Reading(text, *parts, markup=article.markup, untitled=title, byline=byline(article.fields))

    def marks(self) -> Marks:
        """What is marked: repairs, and in the cleaned text the facts."""
        facts = () if self.original else self.article.facts
        stated = ((span, stored) for stored in facts if (span := _stated(stored)))
        return Marks(stated, self.article.repairs, original=self.original)

    def offset_of(self, cleaned: int) -> int:
        """Where a place of the cleaned text stands."""
        return to_original(cleaned, self._repairs) if self.original else cleaned

    def cleaned_of(self, offset: int) -> int:
        """Where a place of the text shown stands in the cleaned one."""
        return to_cleaned(offset, self._repairs) if self.original else offset

    def span_of(self, cleaned: Span) -> Span:
        """Where words of the cleaned text stand."""
        return Span(self.offset_of(cleaned.start), self.offset_of(cleaned.end))

    def fact(self, number: int | None) -> StoredFact | None:
        """The fact of this number, None if the article has none."""
        return next((stored for stored in self.article.facts if stored.id == number), None)

    def words_of_fact(self, number: int | None) -> Span | None:
        """Where the words that state a fact stand, None if there are none."""
        stored = self.fact(number)
        span = _stated(stored) if stored else None
        return self.span_of(span) if span else None

    def words_of_repair(self, number: int) -> Span | None:
        """Where the words of a repair stand, None if the article has no such repair."""
        repair = next((stored.repair for stored in self.article.repairs if stored.id == number), None)
        if repair is None:
            return None
        return repair.original if self.original else repair.cleaned

    def facts_renewed_since(self, before: Article) -> list[StoredFact] | None:
        """The facts that were read anew since, None where other words than before state them."""
        now = self.article
        if before.repairs != now.repairs or len(before.facts) != len(now.facts):
            return None
        pairs = [(old, new) for old, new in zip(before.facts, now.facts, strict=True) if old is not new]
        if any((old.id, old.evidence) != (new.id, new.evidence) for old, new in pairs):
            return None
        return [new for _, new in pairs]


def _stated(stored: StoredFact) -> Span | None:
    """Where the words of a fact stand in the cleaned text, None if it has none."""
    evidence = stored.evidence
    return Span(evidence.start, evidence.end) if evidence and evidence.start < evidence.end else None


def byline(fields: Fields) -> str:
    """Author, source and date of an article, or what is missing of them."""
    parts = (
        fields.author or translate("ReaderPanel", "No author"),
        fields.source or translate("ReaderPanel", "No source"),
        formatting.published(fields.published, time=True),
    )
    return " · ".join(map(_isolated, parts))


def _isolated(words: str) -> str:
    """Words that change no direction beside them: a source in Arabic does not part a date (UAX 9)."""
    return f"\u2068{words}\u2069" if is_leftward(words) else words
