"""What can be asked for on the command line, by subject."""

from __future__ import annotations

import argparse

from curator.arguments import articles, companies, desk, engines, files, upkeep
from curator.arguments.parsers import Commands, Help, Parser, Version, examples_text

_STATUSES = "exit status: 0 done, 1 something failed, 2 not understood, 130 stopped by Ctrl+C"
_EXAMPLES = examples_text(
    "curator import ~/articles",
    'curator list "company:nvidia importance:>=4"',
    "curator gui",
)


def parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--library", metavar="PATH", default=argparse.SUPPRESS, help="the library file to use"
    )
    main_parser = Parser(
        prog="curator",
        description="Curate news articles in many languages: clean text, facts with evidence, a timeline.",
        epilog=f"{_STATUSES}\n\n{_EXAMPLES}",
        formatter_class=Help,
    )
    main_parser.add_argument("--library", metavar="PATH", help="the library file (default: your own library)")
    main_parser.add_argument("--version", action=Version, nargs=0, help="show the version and exit")
    commands = Commands(main_parser.add_subparsers(metavar="COMMAND", required=True).add_parser, shared)
    for subject in (articles, companies, files, engines, desk, upkeep):
        subject.add(commands)
    return main_parser
