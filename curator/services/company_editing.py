"""Company editing: companies merged, split, renamed, taught other names and kept apart, each in one step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from curator.domain.changes import Applied, Change, Subject
from curator.domain.companies import MergePreview, SplitPreview
from curator.domain.errors import CuratorError
from curator.domain.folding import folded
from curator.services import company_steps as steps
from curator.services.company_steps import Directory
from curator.store import companies
from curator.store.changes import changing
from curator.store.companies import Known

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from curator.services.library import Library


def preview_merge(library: Library, into: str, others: Sequence[str]) -> MergePreview:
    """What a merge would change, and what speaks against it; CuratorError if it cannot be made."""
    with library.reading() as connection:
        directory = Directory(connection)
        target, parts = _merging(directory, into, others)
        plan = steps.merged(connection, directory, target, parts)
        texts = [words for each in parts for words in (each.name, *each.aliases.values())]
        aliases = {
            folded(words): words for words in texts if folded(words) not in {target.key, *target.aliases}
        }
        return MergePreview(
            target.name,
            tuple(each.name for each in parts),
            len(plan.articles(connection)),
            plan.facts(),
            plan.figures(connection),
            tuple(aliases.values()),
            tuple(_conflicts(connection, directory, target, parts, aliases.values())),
        )


def _merging(directory: Directory, into: str, others: Sequence[str]) -> tuple[Known, list[Known]]:
    target = directory.required(into)
    parts = {each.key: each for each in map(directory.required, others)}
    parts.pop(target.key, None)
    if not parts:
        raise CuratorError(f"“{into}” is one company already.", "Name another one that is to go into it.")
    return target, list(parts.values())


def _conflicts(
    connection: Connection, directory: Directory, target: Known, parts: Sequence[Known], texts: Iterable[str]
) -> list[str]:
    apart = companies.apart(connection)
    found = [
        f"“{each.name}” was said not to be the same as “{target.name}”."
        for each in parts
        if (min(each.id, target.id), max(each.id, target.id)) in apart
    ]
    keys = {target.key, *(each.key for each in parts)}
    found += [
        f"“{words}” is also a name of “{other.name}”."
        for words in texts
        for other in directory.others_called(words, keys)
    ]
    return found


def merge(library: Library, into: str, others: Sequence[str]) -> Applied:
    """Make companies one, under the name of the first; the other names become its aliases.

    Their articles and facts go over in one step. CuratorError if there are no such companies.
    """
    with library.writing() as connection:
        directory = Directory(connection)
        target, parts = _merging(directory, into, others)
        plan = steps.merged(connection, directory, target, parts)
        making = changing.Making(connection)
        number = steps.made(making, target)
        plan.make(making, target.name, number)
        for each in parts:
            steps.absorb(making, target, number, each, companies.apart(connection))
        names = ", ".join(each.name for each in parts[:3]) + (" …" if len(parts) > 3 else "")
        return making.finish(f"Merge {names} into {target.name}", library.who)


def preview_split(library: Library, company: str, words: Sequence[str], new_name: str) -> SplitPreview:
    """What a split would change; CuratorError if it cannot be made."""
    with library.reading() as connection:
        directory = Directory(connection)
        known, target, texts = _splitting(connection, directory, company, words, new_name)
        plan = steps.parted(connection, directory, known, texts, target.name)
        articles, figures = len(plan.articles(connection)), plan.figures(connection)
        return SplitPreview(known.name, target.name, articles, plan.facts(), figures, tuple(texts))


def _splitting(
    connection: Connection, directory: Directory, company: str, words: Sequence[str], new_name: str
) -> tuple[Known, Known, list[str]]:
    """The company, the one that words go to, and these words."""
    known, name = directory.required(company), " ".join(new_name.split())
    key = folded(name)
    if not name or key == known.key:
        raise CuratorError("The new company needs a name of its own.")
    quotes = steps.quoted(connection, directory, known)
    texts = {folded(each): " ".join(each.split()) for each in words}
    for each, written in texts.items():
        if each == known.key:
            raise CuratorError(f"“{written}” is the company's own name.", "Rename it before, or merge.")
        if each not in known.aliases and each not in quotes:
            raise CuratorError(f"“{written}” does not name “{known.name}”.", "Choose words that do.")
    if key in known.aliases or key in quotes:
        texts.setdefault(key, name)
    if not texts:
        raise CuratorError("Choose the words that go to the new company.")
    target = directory.find(name)
    if target is None or target is known:
        target = Known(0, name, key, {})
    return known, target, list(texts.values())


def split(library: Library, company: str, words: Sequence[str], new_name: str) -> Applied:
    """Part a company: the facts and articles with these words go to another, new or there already.

    Both are remembered as not the same, in one step. CuratorError if the words do not name it.
    """
    with library.writing() as connection:
        directory = Directory(connection)
        known, target, texts = _splitting(connection, directory, company, words, new_name)
        plan = steps.parted(connection, directory, known, texts, target.name)
        making = changing.Making(connection)
        old, number = steps.made(making, known), steps.made(making, target)
        steps.keep_apart(making, old, number)
        for each in texts:
            steps.alias(making, old, each, None)
            if folded(each) != target.key:
                steps.alias(making, number, None, each)
        plan.make(making, target.name, number)
        return making.finish(f"Split {target.name} from {known.name}", library.who)


def rename(library: Library, company: str, new_name: str) -> Applied:
    """Give a company another name; the old one stays as an alias."""
    name = " ".join(new_name.split())
    with library.writing() as connection:
        directory = Directory(connection)
        known = _nameable(directory, company, name)
        making = changing.Making(connection)
        number = steps.made(making, known)
        if folded(name) != known.key:
            steps.alias(making, number, name, None)
        plan = steps.merged(connection, directory, Known(number, name, folded(name), {}), [known])
        plan.lists.clear()  # articles refer to the company by its number
        making.change(Change(Subject.COMPANY, number, "name", known.name, name))
        plan.make(making, name, number)
        if folded(name) != known.key:
            steps.alias(making, number, None, known.name)
        return making.finish(f"Rename {known.name} to {name}", library.who)


def check_name(library: Library, company: str, new_name: str) -> None:
    """CuratorError if the company cannot be renamed so."""
    with library.reading() as connection:
        _nameable(Directory(connection), company, " ".join(new_name.split()))


def _nameable(directory: Directory, company: str, name: str) -> Known:
    known, other = directory.required(company), directory.find(name)
    if not name:
        raise CuratorError("A company needs a name.")
    if other is not None and other is not known:
        raise CuratorError(f"There is a company “{name}” already.", "Merge the two instead.")
    return known


def add_alias(library: Library, company: str, words: str) -> Applied:
    """Let a company go by these words too, in searches and in the next import."""
    return set_aliases(library, company, [words], ())


def remove_alias(library: Library, company: str, words: str) -> Applied:
    """Let a company no longer go by these words."""
    return set_aliases(library, company, (), [words])


def set_aliases(library: Library, company: str, more: Sequence[str], fewer: Sequence[str]) -> Applied:
    """Add aliases and take others away in one step; CuratorError if one names another company."""
    with library.writing() as connection:
        directory = Directory(connection)
        known = directory.required(company)
        making = changing.Making(connection)
        number = steps.made(making, known) if more else known.id
        for each in fewer:
            if folded(each) not in known.aliases:
                raise CuratorError(f"“{each}” is no alias of “{known.name}”.")
            steps.alias(making, number, each, None)
        for each in map(_plain, more):
            other = directory.find(each)
            if other is not None and other is not known:
                raise CuratorError(f"“{each}” names “{other.name}”.", "Merge the two instead.")
            if folded(each) != known.key:
                steps.alias(making, number, None, each)
        return making.finish(f"Change aliases of {known.name}", library.who)


def _plain(words: str) -> str:
    plain = " ".join(words.split())
    if not plain:
        raise CuratorError("An alias needs at least a letter.")
    return plain


def not_the_same(library: Library, one: str, other: str) -> Applied:
    """Remember that two companies are not the same, so that they are not suggested again."""
    with library.writing() as connection:
        directory = Directory(connection)
        first, second = directory.required(one), directory.required(other)
        if first is second:
            raise CuratorError(f"“{one}” and “{other}” are one company.", "Split it, if it should be two.")
        making = changing.Making(connection)
        steps.keep_apart(making, steps.made(making, first), steps.made(making, second))
        return making.finish(f"Keep {first.name} and {second.name} apart", library.who)
