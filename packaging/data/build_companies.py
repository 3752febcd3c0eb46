"""Build the shipped table of companies, resources/companies/companies.tsv.

Two sources: the hand-written lists beside this script (packaging/data/companies/*.txt), which say what
the press calls companies in all scripts, and the index members of pytickersymbols (MIT), whose legal
forms are taken off with cleanco (MIT). A hand-written line wins over a member of the same name.

Run: python packaging/data/build_companies.py [--check]
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from curator import paths
from curator.extraction.companies.aliases import Alias, Mark, heads, sounded
from curator.extraction.companies.legal_forms import without_legal_form
from curator.extraction.companies.spellings import words

LISTS = Path(__file__).with_name("companies")
HEADER = (
    "# Built by packaging/data/build_companies.py (see LICENCES.md): head, name as written, mark, company."
)
_MARK = re.compile(r"(\?\??e?|@|\*)?$")
_CYRILLIC = re.compile("[а-яА-Я]")
_SUFFIXES = re.compile(
    r"\s+(?:Class [A-C]|\([^)]*\)|Holdings?|Group|Companies|Company|Co\.?|Trust|REIT|Plc|Bancorp)$"
)


def main(arguments: list[str] | None = None) -> int:
    """Write the table, or with --check say whether the one in place is current."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say whether the table is current")
    options = parser.parse_args(arguments)
    target = paths.resource("companies", "companies.tsv")
    table = "\n".join([HEADER, *sorted(lines(all_aliases()))]) + "\n"
    if options.check:
        return int(not target.exists() or target.read_text("utf-8") != table)
    target.write_text(table, "utf-8")
    print(f"{target}: {table.count(chr(10)) - 1} lines")
    return 0


def lines(aliases: Sequence[Alias]) -> Iterator[str]:
    """The table's lines: each name under its first word, and under its sound too where that is needed.

    Companies whose Cyrillic name is written in the lists are not looked for by sound.
    """
    spelled = {alias.company for alias in aliases if _CYRILLIC.search(alias.written)}
    for alias in aliases:
        heard = None if alias.company in spelled else sounded(alias)
        for entry in filter(None, (alias, heard)):
            for head in heads(entry):
                yield f"{head}\t{alias.written}\t{alias.mark}\t{alias.company}"


def all_aliases() -> list[Alias]:
    """Every name once; of two that are spelled alike the first one counts, but "adidas" beside "Adidas"."""
    kept: dict[tuple[tuple[str, ...], bool, bool], Alias] = {}
    ours = list(written_by_hand())
    spelled = {alias.company.casefold(): alias.company for alias in ours}
    for alias in [*ours, *index_members()]:
        if spelled.get(alias.company.casefold(), alias.company) != alias.company:
            continue  # the index says "EBay", the lists say eBay
        acronym = alias.is_acronym and alias.company == alias.written  # "MOL" beside "Mol"
        kept.setdefault((alias.words, alias.written[:1].islower(), acronym), alias)
    return list(kept.values())


def written_by_hand() -> Iterator[Alias]:
    """The names of the hand-written lists; not_companies.txt holds names without a company."""
    for file in sorted(LISTS.glob("*.txt"), key=lambda file: (file.stem != "not_companies", file.name)):
        for line in file.read_text("utf-8").splitlines():
            if not line.strip() or line.startswith("#"):
                continue
            if file.stem == "not_companies":
                yield from (_alias(name, "", Mark.NOT) for name in _split(line))
            else:
                company, _, others = line.partition("|")
                name = _MARK.sub("", company.strip())
                yield from (_alias(written, name) for written in [company.strip(), *_split(others)])


def index_members() -> Iterator[Alias]:
    """Members of the stock indices that pytickersymbols knows, without their legal forms."""
    from pytickersymbols import PyTickerSymbols

    for stock in PyTickerSymbols().get_all_stocks():
        full = " ".join(str(stock["name"]).split())
        name = short_name(full)
        if len(name) > 2:
            yield _alias(name, name, Mark.SURE if _tells_itself(name) else Mark.MEDIUM)
            if words(full) != words(name):
                yield _alias(full, name, Mark.SURE)


def short_name(full: str) -> str:
    """What the press calls a company of this official name."""
    from cleanco import basename

    name = without_legal_form(basename(full)).removeprefix("The ")
    shorter = _SUFFIXES.sub("", name).strip(" ,&")
    return shorter if len(words(shorter)) > 1 or not _is_plain(shorter) else name


def _is_plain(name: str) -> bool:
    return name.isalpha() and name[1:].islower()


def _tells_itself(name: str) -> bool:
    return len(words(name)) > 1 and len(name) > 6


def _split(names: str) -> list[str]:
    return [name.strip() for name in names.split(";") if name.strip()]


def _alias(written: str, company: str, mark: Mark | None = None) -> Alias:
    found = _MARK.search(written)
    name = written[: found.start()].strip() if found and mark is None else written
    marked = Mark(found[0] if found else "") if mark is None else mark
    return Alias(words(name), name, marked, company)


if __name__ == "__main__":
    sys.exit(main())
