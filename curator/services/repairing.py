"""Repairing: the damaged words of an article or of the library, and what editors decide of their repairs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from curator.domain.articles import LISTS, Article, StoredRepair
from curator.domain.changes import Applied, Change, Subject
from curator.domain.damaged_words import DamagedWord
from curator.domain.errors import CuratorError
from curator.domain.facts import Decision
from curator.domain.repairs import RepairedValue, undone
from curator.domain.spans import Span
from curator.services import editable_fields, labels
from curator.store import articles, damaged_words, repairs
from curator.store.changes import changing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from curator.services.library import Library


def guesses(library: Library, article_id: int | None = None) -> tuple[DamagedWord, ...]:
    """The damaged words whose repair is a guess; what is undecided comes first, most places first."""
    with library.reading() as connection:
        return damaged_words.guesses(connection, article_id)


def certain(library: Library, article_id: int | None = None) -> tuple[DamagedWord, ...]:
    """The damaged words whose repair is certain."""
    with library.reading() as connection:
        return damaged_words.certain(connection, article_id)


def repaired_values(library: Library, article: Article) -> dict[str, RepairedValue]:
    """The fields whose value in the file was damaged, with that value as it was and as it was repaired.

    A decision that put the original words back counts as none here: both values are offered.
    """
    found: dict[str, RepairedValue] = {}
    for field in ("title", "description"):
        span: Span = getattr(article, field)
        own = [r for r in article.repairs if span.start <= r.repair.cleaned.start < span.end]
        stands = span.of(article.text)
        if own and stands in (getattr(article.imported, field), getattr(article.fields, field)):
            found[field] = _value(stands, span.start, own)
    paths = {each.field for each in article.field_repairs}
    if not paths:
        return found
    with library.reading() as connection:
        cleaned = {path: articles.front_matter_text(connection, article.id, path) for path in paths}
    for path, words in cleaned.items():
        for field in editable_fields.TEXTS if words else ():
            if field not in found and getattr(article.imported, field) == words:
                original = undone(words or "", (r.repair for r in article.field_repairs if r.field == path))
                found[field] = RepairedValue(original, words or "")
    return found


def _value(stands: str, start: int, own: Sequence[StoredRepair]) -> RepairedValue:
    """A part of the reading text without its repairs, and with all of them."""
    moved = [replace(each.repair, cleaned=each.repair.cleaned.shifted(-start)) for each in own]
    repaired, end = "", 0
    for each in moved:
        repaired, end = repaired + stands[end : each.cleaned.start] + each.after, each.cleaned.end
    return RepairedValue(undone(stands, moved), repaired + stands[end:])


def decide(
    library: Library, repair_ids: Sequence[int], decision: Decision, text: str | None = None
) -> Applied:
    """Keep repairs, or put the original words back (rejected), or other words (edited, with `text`).

    What stands in the reading text changes with it, the evidence of facts moves along, and fields
    that held the same words follow.
    """
    if decision is Decision.EDITED and text is None:
        raise CuratorError("An edited repair needs the words that shall stand.")
    with library.writing() as connection:
        chosen = repairs.articles_of(connection, repair_ids)
        if not chosen:
            raise CuratorError("There is no such repair.", "The article may have been imported anew.")
        making = changing.Making(connection)
        for number in sorted({article_id for article_id, _ in chosen.values()}):
            before = _required(connection, number)
            for article_id, stored in chosen.values():
                if article_id == number:
                    _decide(making, number, stored, decision, text)
            _follow(making, before, _required(connection, number))
        return making.finish(labels.counted(labels.VERBS[decision], "repair", list(chosen)), library.who)


def _decide(
    making: changing.Making, article_id: int, stored: StoredRepair, decision: Decision, text: str | None
) -> None:
    if decision is Decision.EDITED:
        after = stored.repair.after
        making.change(Change(Subject.REPAIR, stored.id, "after", after, text, article_id))
    before = stored.decision.value
    making.change(Change(Subject.REPAIR, stored.id, "decision", before, decision.value, article_id))


def _follow(making: changing.Making, before: Article, after: Article) -> None:
    """Let the fields that held a repaired text hold what stands there now."""
    renamed: dict[str, str] = {}
    for part in ("title", "description"):
        old, new = getattr(before, part).of(before.text), getattr(after, part).of(after.text)
        if old != new and getattr(before.fields, part) == old:
            change = Change(Subject.ARTICLE, after.id, part, old, new, after.id)
            making.change(change)
    for path in dict.fromkeys(each.field for each in before.field_repairs):
        old, new = _field_text(making.connection, before, path), _field_text(making.connection, after, path)
        if old is not None and new is not None and old != new:
            renamed[old] = new
    for field in (*editable_fields.TEXTS, *LISTS):
        value = getattr(after.fields, field)
        if isinstance(value, tuple):
            old_list: list[str] = list(value)  # pyright: ignore[reportUnknownArgumentType]
            new_list = [renamed.get(name, name) for name in old_list]
            making.change(Change(Subject.ARTICLE, after.id, field, old_list, new_list, after.id))
        elif value in renamed:
            making.change(Change(Subject.ARTICLE, after.id, field, value, renamed[value], after.id))


def _field_text(connection: Connection, article: Article, path: str) -> str | None:
    """What a front-matter value says by the decisions on its repairs."""
    cleaned = articles.front_matter_text(connection, article.id, path)
    if cleaned is None:
        return None
    parts: list[str] = []
    end = 0
    for each in (repair for repair in article.field_repairs if repair.field == path):
        rejected = each.decision is Decision.REJECTED
        parts += (
            cleaned[end : each.repair.cleaned.start],
            each.repair.before if rejected else each.repair.after,
        )
        end = each.repair.cleaned.end
    return "".join(parts) + cleaned[end:]


def _required(connection: Connection, article_id: int) -> Article:
    found = articles.whole(connection, article_id)
    if found is None:
        raise CuratorError(f"There is no article {article_id}.")
    return found
