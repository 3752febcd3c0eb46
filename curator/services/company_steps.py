"""The steps behind merging, splitting and renaming companies, each as changes for the journal."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from curator.domain.changes import Change, Subject, Value
from curator.domain.errors import CuratorError
from curator.domain.folding import folded
from curator.store import companies, names
from curator.store.companies import Known, Naming

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from curator.store.changes.changing import Making


class Directory:
    """Every company of the library by any of its names, those included that only facts name."""

    def __init__(self, connection: Connection) -> None:
        self.companies = companies.known(connection)
        self.counts = companies.fact_counts(connection)
        self._by_key = {key: each for each in self.companies for key in each.aliases}
        self._by_key |= {each.key: each for each in self.companies}
        proposed: dict[str, Known] = {}
        for name in sorted(self.counts, key=lambda name: -self.counts[name]):
            key = folded(name)
            if key not in self._by_key:
                proposed.setdefault(key, Known(0, name, key, {}))
        self.proposed = list(proposed.values())
        self._by_key |= proposed

    def find(self, name: str) -> Known | None:
        """The company that goes by this name, case and accents aside."""
        return self._by_key.get(folded(name))

    def required(self, name: str) -> Known:
        """The company that goes by this name; CuratorError if there is none."""
        found = self.find(name)
        if found is None:
            raise CuratorError(f"There is no company “{name}”.", "“curator companies” lists them.")
        return found

    def spelled(self, of: Known) -> list[str]:
        """The names by which facts give the company."""
        return [name for name in self.counts if self.find(name) is of]

    def others_called(self, words: str, but: Collection[str]) -> list[Known]:
        """Companies, but those of these keys, that go by these words too."""
        key = folded(words)
        return [
            each
            for each in self.companies
            if each.key not in but and (each.key == key or key in each.aliases)
        ]


@dataclass
class Plan:
    """What goes from one company to another: facts, lists of articles, and what figures are about."""

    namings: list[Naming] = field(default_factory=list[Naming])
    lists: dict[int, tuple[str, ...]] = field(default_factory=dict[int, tuple[str, ...]])
    """The companies of each article as they shall be."""
    renamed: dict[int, dict[str, str]] = field(default_factory=dict[int, dict[str, str]])
    """The articles whose figures are about the company by another name now: its old names and the new."""

    def facts(self) -> int:
        """How many facts name the company that did not before; rejected ones, which go too, do not count."""
        return sum(not each.rejected for each in self.namings)

    def figures(self, connection: Connection) -> int:
        """How many amounts and dates are about the company that were not before."""
        return sum(1 for _ in self._abouts(connection))

    def articles(self, connection: Connection) -> set[int]:
        """The articles in which something changes."""
        inside = {article for _, article, *_ in self._abouts(connection)}
        return {each.article_id for each in self.namings} | set(self.lists) | inside

    def make(self, making: Making, name: str, company_id: int) -> None:
        """Give all of it to the company of this name."""
        current = names.of_articles(making.connection, "companies", self.lists)
        making.change_all(
            Change(Subject.ARTICLE, number, "companies", list(current.get(number, ())), list(after), number)
            for number, after in self.lists.items()
        )
        making.change_all(
            Change(
                Subject.FACT,
                each.id,
                "company",
                [each.name, each.company_id],
                [name, company_id],
                each.article_id,
            )
            for each in self.namings
        )
        making.change_all(
            [
                Change(Subject.FACT, number, "about", before, after, article)
                for number, article, before, after in self._abouts(making.connection)
            ]
        )

    def _abouts(self, connection: Connection) -> Iterator[tuple[int, int, list[str], list[str]]]:
        for number, article, before in companies.abouts(connection, self.renamed):
            after = replaced(before, self.renamed[article])
            if after != before:
                yield number, article, before, after


def replaced(before: Sequence[str], renamed: Mapping[str, str]) -> list[str]:
    """The names with some exchanged for others, each once."""
    return list(dict.fromkeys(renamed.get(name, name) for name in before))


def merged(connection: Connection, directory: Directory, into: Known, others: Sequence[Known]) -> Plan:
    """What goes over when companies are merged into one."""
    plan = Plan()
    renamed: dict[str, str] = {}
    touched: set[int] = set()
    for other in others:
        spelled = directory.spelled(other)
        plan.namings += companies.namings(connection, other.id, spelled)
        renamed |= dict.fromkeys((other.name, *spelled), into.name)
        touched |= set(companies.articles_of(connection, other.id)) if other.id else set()
    for number, before in names.of_articles(connection, "companies", touched).items():
        plan.lists[number] = tuple(replaced(before, renamed))
    plan.renamed = dict.fromkeys({each.article_id for each in plan.namings} | touched, renamed)
    return plan


def parted(
    connection: Connection, directory: Directory, of: Known, words: Collection[str], name: str
) -> Plan:
    """What goes to the company of this name when these words are split from another.

    An article keeps the old company too if its text or its front matter names it in other words.
    """
    keys = {folded(each) for each in words}
    every = companies.namings(connection, of.id, directory.spelled(of))
    plan = Plan([each for each in every if folded(each.quote) in keys])
    going = {each.article_id for each in plan.namings}
    staying = {each.article_id for each in every} - going
    staying |= {each.article_id for each in every if folded(each.quote) not in keys}
    listed = companies.articles_of(connection, of.id) if of.id else []
    kept_names = ({of.key} | of.aliases.keys()) - keys
    for number, front_matter in companies.front_matter(connection, listed):
        written = {folded(text) for text in _texts(front_matter)}
        going |= {number} if written & keys else set()
        staying |= {number} if written & kept_names else set()
    moved = sorted(going & set(listed))
    for number, before in names.of_articles(connection, "companies", moved).items():
        exchanged = {of.name: (of.name, name) if number in staying else (name,)}
        plan.lists[number] = tuple(
            dict.fromkeys(each for old in before for each in exchanged.get(old, (old,)))
        )
    plan.renamed = {number: {of.name: name} for number in going - staying}
    return plan


def _texts(value: Value) -> Iterator[str]:
    """Every text in a front matter, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():  # pyright: ignore[reportUnknownVariableType]
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:  # pyright: ignore[reportUnknownVariableType]
            yield from _texts(each)


def made(making: Making, wanted: Known) -> int:
    """The id of a company, which is made if only facts name it so far."""
    if wanted.id:
        return wanted.id
    change = making.change(Change(Subject.COMPANY, 0, "", None, {"name": wanted.name}))
    assert change is not None
    return change.subject_id


def alias(making: Making, company_id: int, before: str | None, after: str | None) -> None:
    """Let a company go by words, or no longer; nothing if it is so already."""
    current = companies.alias(making.connection, company_id, before or after or "")
    if (current is None) == (after is not None):
        making.change(Change(Subject.COMPANY, company_id, "alias", current, after))


def keep_apart(making: Making, one: int, other: int, *, apart: bool = True) -> None:
    """Remember that two companies are not the same, or forget it; nothing if it is so already."""
    first, second = sorted((one, other))
    current = companies.kept_apart(making.connection, first, second)
    making.change(Change(Subject.COMPANY, first, "distinct", current, second if apart else None))


def absorb(making: Making, into: Known, number: int, other: Known, apart: Iterable[tuple[int, int]]) -> None:
    """Give the aliases of a company, and what it is kept apart from, to another, and remove it."""
    for one, two in sorted(apart):
        if other.id in (one, two):
            third = two if one == other.id else one
            keep_apart(making, other.id, third, apart=False)
            if third != number:
                keep_apart(making, number, third)
    for words in other.aliases.values():
        alias(making, other.id, words, None)
    if other.id:
        making.change(Change(Subject.COMPANY, other.id, "", {"name": other.name}, None))
    for words in (other.name, *other.aliases.values()):
        if folded(words) != into.key:
            alias(making, number, None, words)


def quoted(connection: Connection, directory: Directory, known: Known) -> dict[str, tuple[str, int]]:
    """The words in texts that name a company, with their number, by their keys."""
    found: dict[str, tuple[str, int]] = {}
    for each in companies.namings(connection, known.id, directory.spelled(known)):
        key = folded(each.quote)
        first, count = found.get(key, (each.quote, 0))
        found[key] = (first, count + 1)
    return found
