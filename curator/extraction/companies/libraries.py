"""Libraries: what a library knows of companies, laid over the shipped table."""

from __future__ import annotations

from dataclasses import replace

from curator.domain.companies import Company
from curator.extraction.companies.aliases import MILDER, Alias, Mark, sounded
from curator.extraction.companies.legal_forms import without_legal_form
from curator.extraction.companies.spellings import IDEOGRAPH, words
from curator.extraction.companies.tables import Table, shipped
from curator.extraction.languages import is_frequent

_KEPT = 4
_recent: list[tuple[tuple[Company, ...], Table]] = []
"""The tables made last, the newest first."""


def table_of(known: tuple[Company, ...]) -> Table:
    """The shipped table with what a library knows laid over it.

    Companies that most of a recent call's are followed by are laid over that table: an article's own names
    cost no new table of the whole library.
    """
    if not known:
        return shipped()
    for seen, table in _recent:
        if seen == known[: len(seen)] and len(known) - len(seen) < len(seen):
            return _laid_over(table, known[len(seen) :]) if len(known) > len(seen) else table
    shared = max((_shared(seen, known) for seen, _ in _recent), default=0)
    if len(known) > shared > len(known) // 2:
        return _laid_over(table_of(known[:shared]), known[shared:])
    table = _laid_over(shipped(), known)
    _recent[:] = [(known, table), *_recent[: _KEPT - 1]]
    return table


def _shared(one: tuple[Company, ...], other: tuple[Company, ...]) -> int:
    """How many companies both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (mine, yours) in pairs if mine != yours), min(len(one), len(other)))


def _laid_over(below: Table, known: tuple[Company, ...]) -> Table:
    table = Table(below)
    names = {words(company.name) for company in known}
    for company in known:
        short = without_legal_form(company.name)
        same = below.spelled(company.name) or below.spelled(short)
        if same is not None and words(without_legal_form(same.company)) == words(short):
            table.renamed[same.company] = company.name
            if company.own:
                table.own.add(same.company)
        for written in (company.name, *company.aliases):
            if written == company.name or words(written) not in names:
                _teach(table, below, written, company.name, own=company.own)
    return table


def _teach(table: Table, below: Table, written: str, company: str, *, own: bool) -> None:
    same = below.spelled(written)
    mark = same.mark if same is not None else _guessed_mark(written)
    if mark is Mark.NOT:
        mark = Mark.SURE
    elif own:
        mark = MILDER.get(mark, mark)
    alias = Alias(words(written), written, mark, company, known=True)
    table.add(alias)
    heard = sounded(alias if same is not None else replace(alias, mark=Mark.SURE))
    if heard is not None:
        table.add(heard)


def _guessed_mark(written: str) -> Mark:
    one_plain_word = written.isalpha() and written[1:].islower()
    if not one_plain_word or IDEOGRAPH.search(written):
        return Mark.SURE
    return Mark.WORD if is_frequent(written) else Mark.UNTOLD
