"""What can be asked of the engines without a library."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from curator.arguments import values

if TYPE_CHECKING:
    from curator.arguments.parsers import Commands


def add(commands: Commands) -> None:
    """`clean` and `facts`."""
    command = commands.add(
        "clean",
        "engines:clean",
        "print the cleaned text of a file and nothing else",
        (
            "curator clean article.md",
            "curator clean - < article.md",
            "curator clean --explain article.md",
            "curator clean --jsonl lines.jsonl",
        ),
        json=False,
    )
    _add_input(command, explain="print the damage, the language and each repair")
    command = commands.add(
        "facts",
        "engines:facts",
        "list the amounts, quantities, percentages, dates and companies in a text",
        (
            "curator facts article.txt",
            "curator facts --json --lang cs --reference-date 2026-01-27 -",
            "curator facts --corroborate 'company:nvidia'",
        ),
        json=False,
    )
    _add_input(command, explain="print also the rule that found each fact")
    command.add_argument(
        "--reference-date",
        type=values.day,
        metavar="DATE",
        help="the day from which “next year” counts (2026-01-27)",
    )
    command.add_argument(
        "--corroborate",
        nargs="?",
        const="",
        metavar="QUERY",
        help="list instead what more than one article of the library states, of those a query finds",
    )


def _add_input(command: argparse.ArgumentParser, *, explain: str) -> None:
    command.add_argument("file", nargs="?", default="-", metavar="FILE", help="a file, - for standard input")
    command.add_argument("--lang", metavar="CODE", help="the language, if it is known (cs, de, zh …)")
    ways = command.add_mutually_exclusive_group()
    ways.add_argument("--json", action="store_true", help="write one JSON object")
    ways.add_argument("--jsonl", action="store_true", help="read and write JSON Lines, a text a line")
    ways.add_argument("--explain", action="store_true", help=explain)
