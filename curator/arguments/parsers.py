"""How the commands are described, so that all look alike and tell faults in one form."""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Callable, Sequence
from typing import NoReturn

from curator.domain.queries.trees import FIELDS

USAGE = 2
"""The exit status of what was not understood."""

QUERY_HELP = (
    f'words, "phrases" and field:value; fields are {", ".join(FIELDS)}; '
    "-x leaves out (write -- before such a query)"
)


class Parser(argparse.ArgumentParser):
    """Reads the command line, and ends the program with status 2 if it is not understood."""

    def error(self, message: str) -> NoReturn:
        """Say what was not understood, in the same form as every other fault."""
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"curator: {message}. Try “{self.prog} --help”.\n")


class Help(argparse.RawDescriptionHelpFormatter):
    """Help whose prose fits the terminal; lines to try stay as they are to be typed."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        prose, mark, examples = text.partition(_EXAMPLES)
        lines = (_fitted(line, width, indent) for line in prose.splitlines())
        return "\n".join(lines) + ("\n" if prose and mark else "") + mark + examples


_EXAMPLES = "examples:\n"


def _fitted(line: str, width: int, indent: str) -> str:
    """A line that goes on below where its words begin, if the terminal is narrower."""
    margin = indent + " " * (len(line) - len(line.lstrip()))
    return textwrap.fill(
        line.lstrip(),
        max(width, _NARROWEST),
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )


_NARROWEST = 20


class Version(argparse.Action):
    """Prints the version, which is looked up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Print and end."""
        from curator.versions import version

        sys.stdout.write(f"curator {version()}\n")
        parser.exit()


def examples_text(*lines: str) -> str:
    """The foot of a command's help: lines to try."""
    return _EXAMPLES + "\n".join(f"  {line}" for line in lines)


class Commands:
    """Adds commands that all look alike."""

    def __init__(
        self, add_parser: Callable[..., argparse.ArgumentParser], shared: argparse.ArgumentParser
    ) -> None:
        self.add_parser = add_parser
        self.shared = shared

    def add(
        self, name: str, command: str, help_: str, examples: Sequence[str], *, json: bool = True
    ) -> argparse.ArgumentParser:
        """A command that runs `module:function` of `curator.commands`."""
        made = self.add_parser(
            name,
            help=help_,
            description=f"{help_[0].upper()}{help_[1:]}.",
            epilog=examples_text(*examples),
            parents=[self.shared],
            formatter_class=Help,
        )
        made.set_defaults(command=command)
        if json:
            made.add_argument("--json", action="store_true", help="write JSON instead of text")
        return made

    def add_action(
        self, name: str, command: str, help_: str, examples: Sequence[str]
    ) -> argparse.ArgumentParser:
        """A part of a command, which has been given `--json` or not when its part is named."""
        made = self.add(name, command, help_, examples, json=False)
        made.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="write JSON")
        return made
