"""Reviewing: what editors decide and judge of facts, facts they add themselves, and the state of articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from curator.domain.articles import State, StoredFact
from curator.domain.changes import Applied, Change, Subject, Value
from curator.domain.errors import CuratorError
from curator.domain.facts import Decision, Fact, FactKind, Verdict
from curator.domain.sentences import beginnings, number_at
from curator.domain.subjects import named_beside
from curator.services import editing, labels
from curator.store import articles, facts, names
from curator.store.changes import changing, journal

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from curator.services.library import Library


def decide(library: Library, fact_ids: Sequence[int], decision: Decision) -> Applied:
    """Accept, reject or skip facts, or put them back to be decided.

    An accepted company becomes one of its article's companies in the same step, and one that became so by
    being accepted leaves them when no fact that is left says it.
    """
    with library.writing() as connection:
        chosen = _facts(connection, fact_ids)
        changes = [_of_fact(each, "decision", each.decision.value, decision.value) for each in chosen]
        if decision.is_accepted:
            changes += _named_companies(connection, chosen)
        else:
            changes += _companies_unsaid(connection, chosen)
        made = changing.made(
            connection, labels.counted(labels.VERBS[decision], "fact", chosen), changes, library.who
        )
        if decision.is_accepted:
            _learn(connection, chosen)
        return made


def _learn(connection: Connection, chosen: Iterable[StoredFact]) -> None:
    """Know accepted companies by the words of the text too, in searches and in the next import."""
    words: dict[str, dict[str, None]] = {}
    for each in chosen:
        if each.fact.kind is FactKind.COMPANY and each.fact.name and each.evidence:
            words.setdefault(each.fact.name, {})[each.evidence.quote] = None
    for name, quotes in words.items():
        names.add_aliases(connection, name, quotes)


def judge(
    library: Library, fact_ids: Sequence[int], verdict: Verdict, note: str = "", source: str = ""
) -> Applied:
    """Say of facts whether they hold, why, and by which source."""
    with library.writing() as connection:
        chosen = _facts(connection, fact_ids)
        changes = [_of_fact(each, "verdict", each.verdict.value, verdict.value) for each in chosen]
        changes += [_of_fact(each, "verdict_note", each.verdict_note, note.strip()) for each in chosen]
        changes += [_of_fact(each, "verdict_source", each.verdict_source, source.strip()) for each in chosen]
        return changing.made(
            connection, labels.counted(f"Mark {verdict.value}", "fact", chosen), changes, library.who
        )


def edit_fact(library: Library, fact_id: int, fact: Fact) -> Applied:
    """Give a fact another value; its evidence moves only if the new place holds the new quote.

    Another company's name takes the place of the one that the fact gave to its article, in the same step.
    """
    with library.writing() as connection:
        (stored,) = _facts(connection, [fact_id])
        before = facts.whole(connection, fact_id)
        text = _text(connection, stored.article_id)
        assert before is not None
        after = {name: before[name] for name in facts.VALUES} | _edited(before, fact, text)
        if fact.kind is FactKind.COMPANY and fact.name:
            after["company_id"] = names.company_id(connection, fact.name)
        old = {name: before[name] for name in facts.VALUES}
        changes = [
            Change(Subject.FACT, fact_id, "fact", old, after, stored.article_id),
            _of_fact(stored, "decision", stored.decision.value, Decision.EDITED.value),
        ]
        changes += _companies_unsaid(
            connection, [stored], [replace(stored, fact=fact, decision=Decision.EDITED)]
        )
        return changing.made(connection, "Edit fact", changes, library.who)


def _edited(before: dict[str, Any], fact: Fact, text: str) -> dict[str, Any]:
    """The columns that an edited value changes."""
    if _stands(fact, text):
        return facts.values(fact, text, number_at(beginnings(text), fact.start))
    row = facts.values(fact, None)
    place = ("start", "end", "quote", "prefix", "suffix", "sentence")
    return row | {name: before[name] for name in place}


def _stands(fact: Fact, text: str) -> bool:
    return fact.start < fact.end <= len(text) and text[fact.start : fact.end] == fact.quote


def add_fact(library: Library, article_id: int, fact: Fact) -> Applied:
    """Add an editor's own fact, accepted.

    Its evidence is the place it names, else the first place where its quote stands, else nothing.
    """
    return add_facts(library, [article_id], fact)


def add_facts(library: Library, ids: Sequence[int], fact: Fact) -> Applied:
    """Add an editor's own fact to several articles, each with its own evidence."""
    with library.writing() as connection:
        changes: list[Change] = []
        for number in articles.present(connection, ids):
            placed, text = _placed(fact, _text(connection, number))
            sentence = number_at(beginnings(text), placed.start) if text is not None else -1
            row = facts.values(placed, text, sentence) | {
                "about": _about(connection, number, placed, text),
                "company_id": names.company_id(connection, fact.name) if fact.name else None,
                "decision": Decision.ACCEPTED.value,
                "verdict": Verdict.UNCHECKED.value,
                "verdict_note": "",
                "verdict_source": "",
                "origin": "editor",
            }
            changes.append(Change(Subject.FACT, 0, "", None, row, number))
            stored = StoredFact(
                0, number, placed, None, Decision.ACCEPTED, Verdict.UNCHECKED, "", "", "editor"
            )
            changes += _named_companies(connection, [stored])
        if not changes:
            raise CuratorError("There is no such article.")
        return changing.made(connection, labels.counted("Add", "fact", changes[:1]), changes, library.who)


def _about(connection: Connection, article_id: int, fact: Fact, text: str | None) -> list[str] | None:
    """The companies of the article that stand beside a figure or a date."""
    if text is None or fact.kind is FactKind.COMPANY:
        return None
    companies = [
        each.fact
        for each in facts.of_articles(connection, [article_id]).get(article_id, ())
        if each.fact.kind is FactKind.COMPANY and each.decision is not Decision.REJECTED
    ]
    return list(named_beside(text, fact.start, beginnings(text), companies)) or None


def _placed(fact: Fact, text: str) -> tuple[Fact, str | None]:
    """The fact where its words stand, and the text; without a text if they stand nowhere."""
    if _stands(fact, text):
        return fact, text
    start = text.find(fact.quote) if fact.quote else -1
    if start < 0 and fact.quote:
        start = text.casefold().find(fact.quote.casefold()) if len(text.casefold()) == len(text) else -1
    if start < 0:
        return replace(fact, start=0, end=0), None
    end = start + len(fact.quote)
    return replace(fact, start=start, end=end, quote=text[start:end]), text


def set_state(library: Library, ids: Sequence[int], state: State) -> Applied:
    """Put articles into the inbox, in review, or among the reviewed."""
    return editing.set_field(library, ids, "state", state.value, _STATE_LABELS[state])


def _facts(connection: Connection, ids: Sequence[int]) -> tuple[StoredFact, ...]:
    found = facts.with_ids(connection, ids)
    if not found:
        raise CuratorError("There is no such fact.", "The article may have been imported anew.")
    return found


def _text(connection: Connection, article_id: int) -> str:
    return articles.text_of(connection, article_id) or ""


def _of_fact(stored: StoredFact, field: str, before: Value, after: Value) -> Change:
    return Change(Subject.FACT, stored.id, field, before, after, stored.article_id)


def _named_companies(connection: Connection, chosen: Iterable[StoredFact]) -> list[Change]:
    """The changes that make accepted companies the articles' own, where they are not yet."""
    wanted: dict[int, list[str]] = {}
    for each in chosen:
        if each.fact.kind is FactKind.COMPANY and (name := each.fact.name or each.fact.quote):
            wanted.setdefault(each.article_id, []).append(name)
    have = names.of_articles(connection, "companies", wanted)
    settling = names.Settling(connection, "companies")
    changes: list[Change] = []
    for number, new in wanted.items():
        before = list(have.get(number, ()))
        after = editing.joined(before, settling.settled(new))
        if after != before:
            changes.append(Change(Subject.ARTICLE, number, "companies", before, after, number))
    return changes


def _companies_unsaid(
    connection: Connection, chosen: Iterable[StoredFact], instead: Sequence[StoredFact] = ()
) -> list[Change]:
    """The changes that take away companies which only these facts, no longer accepted, gave to articles.

    `instead` are the same facts as edited, whose companies come in their place.
    """
    going, coming = _naming(chosen), _naming(instead)
    numbers = sorted(going.keys() | coming.keys())
    gone = {each.id for found in going.values() for each in found}
    staying = facts.of_articles(connection, numbers, FactKind.COMPANY)
    have = names.of_articles(connection, "companies", numbers)
    settling = names.Settling(connection, "companies")
    changes: list[Change] = []
    for number in numbers:
        current = list(have.get(number, ()))
        others = _naming(each for each in staying.get(number, ()) if each.id not in gone).get(number, ())
        new = settling.settled(map(_name, coming.get(number, ())))
        unsaid = {*settling.settled(map(_name, going.get(number, ())))}
        unsaid -= {*settling.settled(map(_name, others)), *new}
        given = journal.given_by_facts(connection, number, unsaid.intersection(current))
        place = next((at for at, name in enumerate(current) if name in given), len(current))
        missing = [name for name in new if name not in current]
        after = [name for name in (*current[:place], *missing, *current[place:]) if name not in given]
        if after != current:
            changes.append(Change(Subject.ARTICLE, number, "companies", current, after, number))
    return changes


def _naming(stored: Iterable[StoredFact]) -> dict[int, list[StoredFact]]:
    """Those that name a company and are accepted, by their articles."""
    found: dict[int, list[StoredFact]] = {}
    for each in stored:
        if each.fact.kind is FactKind.COMPANY and each.decision.is_accepted:
            found.setdefault(each.article_id, []).append(each)
    return found


def _name(stored: StoredFact) -> str:
    return stored.fact.name or stored.fact.quote


_STATE_LABELS = {
    State.INBOX: "Move to the inbox",
    State.IN_REVIEW: "Start review",
    State.REVIEWED: "Mark reviewed",
}
