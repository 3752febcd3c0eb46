"""The command line: what can be asked for, and how faults are told.

Exit status: 0 done, 1 something failed, 2 not understood, 130 stopped by Ctrl+C.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NoReturn

from curator.domain.errors import Cancelled, CuratorError, QueryError

if TYPE_CHECKING:
    from datetime import date

DONE, FAILED, USAGE, STOPPED = 0, 1, 2, 130

QUERY_HELP = (
    'words, "phrases" and field:value; fields are id, path, title, company, tag, language, source, author, '
    "category, importance, published, state, set, is, has; -x leaves out (write -- before such a query)"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give the exit status."""
    _speak_utf8()
    try:
        options = parser().parse_args(arguments)
        return _run(options)
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        _let_go_of_output()
        return DONE
    except Exception as error:  # noqa: BLE001 - the border: whatever else is raised is a fault of ours
        return _own_fault(error)


def _own_fault(error: Exception) -> int:
    import logging

    from curator import logs

    place = logs.start()
    logging.getLogger(__name__).critical("a fault", exc_info=error)
    _tell(f"This is a fault in Curator ({type(error).__name__}: {error}). The log says more: {place}")
    return FAILED


def _run(options: argparse.Namespace) -> int:
    module, _, function = options.command.partition(":")
    command = getattr(importlib.import_module(f"curator.commands.{module}"), function)
    try:
        status = int(command(options))
        sys.stdout.flush()
    except QueryError as error:
        _tell(f"{error.message} {error.hint}".strip())
        _tell(f"The query, and where: characters {error.start + 1} to {error.end}.")
        return USAGE
    except CuratorError as error:
        _tell(str(error))
        return FAILED
    except Cancelled:
        return STOPPED
    return status


def _tell(message: str) -> None:
    print(f"curator: {message}", file=sys.stderr)


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says; text that UTF-8 cannot say passes as it is."""
    for stream, errors in ((sys.stdout, "surrogatepass"), (sys.stderr, "backslashreplace")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors=errors)


def _let_go_of_output() -> None:
    """Keep Python from complaining at exit that nobody reads on."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say what was not understood, in the same form as every other fault."""
        self.print_usage(sys.stderr)
        _tell(f"{message}. Try “{self.prog} --help”.")
        raise SystemExit(USAGE)


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from curator.versions import version

        print(f"curator {version()}")
        parser.exit()


def parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--library", metavar="PATH", default=argparse.SUPPRESS, help="the library file to use"
    )
    main_parser = _Parser(
        prog="curator",
        description="Curate news articles in many languages: clean text, facts with evidence, a timeline.",
        epilog=_examples(
            "curator import ~/articles",
            'curator list "company:nvidia importance:>=4"',
            "curator gui",
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    main_parser.add_argument("--library", metavar="PATH", help="the library file (default: your own library)")
    main_parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = _Commands(main_parser.add_subparsers(metavar="COMMAND", required=True).add_parser, shared)
    _add_articles(commands)
    _add_files(commands)
    _add_engines(commands)
    _add_desk(commands)
    _add_upkeep(commands)
    return main_parser


_TEMPLATE = """a template is given:
  title, query, updated, count
            what the export is called, what chose it, its time, how many articles
  articles  each with title, description, published, source, author, language,
            category, importance, companies, tags, note, url, slug, text (as it
            is written), plain, html, facts, id, path, state, sets
  facts     of all articles, each with kind, value and brief (in words), number,
            low, high, unit, bound, status, company, about, quote, prefix,
            suffix, sentence, decision, verdict, note, source, title (of its
            article)
  One that begins like HTML or XML has every value escaped. It opens no files,
  and has an end."""


def _examples(*lines: str) -> str:
    return "examples:\n" + "\n".join(f"  {line}" for line in lines)


class _Commands:
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
            epilog=_examples(*examples),
            parents=[self.shared],
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        made.set_defaults(command=command)
        if json:
            made.add_argument("--json", action="store_true", help="write JSON instead of text")
        return made


def _add_articles(commands: _Commands) -> None:
    command = commands.add(
        "list",
        "articles:list_",
        "list the articles that match a query",
        (
            "curator list",
            "curator list 'source:digitimes published:2026-01'",
            "curator list --json set:morning",
        ),
    )
    command.add_argument("query", nargs="*", metavar="QUERY", help=QUERY_HELP)
    orders = ("published", "title", "source", "language", "importance", "added", "facts", "state")
    command.add_argument("--sort", choices=orders, default="published", help="what to sort by")
    command.add_argument("--ascending", action="store_true", help="smallest, oldest or first letter first")
    command.add_argument("--limit", type=_count, metavar="N", help="at most so many")
    command = commands.add(
        "show",
        "articles:show",
        "show everything known of one article",
        ("curator show 3", "curator show 3 --json", "curator show 3 --original > article.md"),
    )
    command.add_argument("id", type=_count, metavar="ID", help="the article's number in the list")
    command.add_argument("--original", action="store_true", help="write the original bytes and nothing else")
    command = commands.add(
        "edit",
        "editing:edit",
        "edit fields of the articles that match a query; undo takes it back",
        (
            "curator edit id:3 importance=4",
            "curator edit 'source:ft' tags+=finance companies+='Nvidia, OpenAI'",
            "curator edit id:3 amounts+='2 bn USD' dates+='H2 2026'",
        ),
    )
    command.add_argument("query", metavar="QUERY", help=QUERY_HELP)
    command.add_argument(
        "changes",
        nargs="+",
        metavar="FIELD=VALUE",
        help="title, description, published, source, author, language, category, importance, state, note, "
        "url, slug; companies and tags, also with += and -=; amounts and dates with += and -=",
    )
    _add_sets(commands)
    _add_companies(commands)


def _add_sets(commands: _Commands) -> None:
    command = commands.add(
        "sets",
        "sets:sets",
        "list curated sets, fill them, show them",
        (
            "curator sets",
            "curator sets add Morning 'importance:>=4 is:reviewed'",
            "curator sets show Morning",
        ),
    )
    actions = command.add_subparsers(metavar="add | remove | show")
    parts = (
        ("add", "add the articles that match a query to a set, which is made if there is none", "+"),
        ("remove", "remove the articles that match from a set, or the whole set without a query", "*"),
        ("show", "list the articles of a set", ""),
    )
    for name, help_, queries in parts:
        action = actions.add_parser(name, help=help_, description=help_, parents=[commands.shared])
        action.add_argument("name", metavar="NAME")
        if queries:
            action.add_argument("query", nargs=queries, metavar="QUERY", help=QUERY_HELP)
        action.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="write JSON")
        action.set_defaults(command=f"sets:{name}")


def _add_companies(commands: _Commands) -> None:
    command = commands.add(
        "companies",
        "companies:list_",
        "list companies, merge, split and rename them; undo takes each back",
        (
            "curator companies",
            "curator companies suggest",
            "curator companies merge Nvidia 'NVIDIA Corp' 英伟达 --dry-run",
            "curator companies split Orchard 'Orchard Park' --to 'Orchard Park'",
            "curator companies rename 'Nvidia Corp' Nvidia",
            "curator companies alias Nvidia +NVDA -Envidia",
            "curator companies distinct 'Orchard Chips' 'Orchard Park'",
        ),
    )
    actions = command.add_subparsers(metavar="list | suggest | merge | split | rename | alias | distinct")

    def add(name: str, help_: str, *positional: str) -> argparse.ArgumentParser:
        action = actions.add_parser(name, help=help_, description=help_, parents=[commands.shared])
        for each in positional:
            action.add_argument(each, metavar=each.upper())
        action.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="write JSON")
        action.set_defaults(command=f"companies:{'list_' if name == 'list' else name}")
        return action

    dry = "say what would change, and change nothing"
    action = add("list", "list the companies with TEXT in a name or an alias")
    action.add_argument("text", nargs="*", metavar="TEXT")
    add("suggest", "list companies that may be the same")
    action = add("merge", "make companies one: the others' articles, facts and names go to the first", "into")
    action.add_argument("others", nargs="+", metavar="OTHER")
    action.add_argument("--dry-run", action="store_true", help=dry)
    action = add("split", "give the facts and articles with these words to another company", "name")
    action.add_argument("words", nargs="+", metavar="ALIAS", help="words that name it now")
    action.add_argument("--to", required=True, metavar="NEW", help="the company they name from now on")
    action.add_argument("--dry-run", action="store_true", help=dry)
    add("rename", "give a company another name and keep the old one as an alias", "name", "new")
    action = add("alias", "add aliases to a company or take them away; without any, show its words", "name")
    action.add_argument("words", nargs=argparse.REMAINDER, metavar="+ALIAS|-ALIAS")
    add("distinct", "remember that two companies are not the same", "name", "other")


def _add_files(commands: _Commands) -> None:
    command = commands.add(
        "import",
        "files:import_",
        "import files, and folders with all below them",
        (
            "curator import ~/articles",
            "curator import --revisions replace article.md",
            "curator import stories.csv --map title=Headline --map text=Body",
        ),
    )
    command.add_argument("paths", nargs="+", metavar="PATH")
    command.add_argument(
        "--revisions",
        choices=("ask", "replace", "keep"),
        help="a known article whose file has other bytes: report it, replace it, keep the old",
    )
    command.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help="for tables: the column that has a field (title, text, published, …); without a column, none",
    )
    command.add_argument(
        "--dry-run", action="store_true", help="only show which columns of tables would be taken for what"
    )
    command = commands.add(
        "export",
        "files:export",
        "export the articles that match a query",
        (
            "curator export --format markdown --out ~/export",
            "curator export 'set:morning' --format csv --out morning.csv",
        ),
    )
    command.add_argument("query", nargs="*", metavar="QUERY", help=QUERY_HELP)
    command.add_argument(
        "--format", required=True, metavar="FORMAT", help="“curator formats” lists them, with what each holds"
    )
    command.add_argument(
        "--out",
        required=True,
        metavar="PATH",
        help="a folder for markdown, else a file (- for standard output)",
    )
    command.add_argument("--title", default="", metavar="TEXT", help="what feeds and dossiers are called")
    command.add_argument("--accepted", action="store_true", help="only facts that an editor has accepted")
    command.add_argument(
        "--repaired",
        action="store_true",
        help="write markdown with its text repaired (else every byte that was not edited stays as it was)",
    )
    command.add_argument(
        "--facts",
        metavar="KEY",
        help="write facts and verdicts into the front matter of markdown, under this key",
    )
    command.add_argument(
        "--template",
        metavar="FILE",
        help="the Jinja2 template for --format template; below stands what it is given",
    )
    command.epilog = f"{_TEMPLATE}\n\n{command.epilog}"
    command.add_argument("--no-manifest", action="store_true", help="write no manifest beside the export")
    _add_saving(commands)
    commands.add(
        "formats", "files:formats", "list the formats that articles can be exported in", ("curator formats",)
    )
    command = commands.add(
        "verify",
        "files:verify",
        "check that an export is as it was written",
        ("curator verify morning.csv", "curator verify ~/export"),
    )
    command.add_argument("export", metavar="EXPORT", help="the file, the folder, or its manifest")


def _add_saving(commands: _Commands) -> None:
    command = commands.add(
        "write",
        "saving:write",
        "write edited fields into the files that the articles came from, every other byte as it is",
        ("curator write --dry-run", "curator write 'tag:ai'", "curator write --repaired id:3"),
    )
    command.add_argument("query", nargs="*", metavar="QUERY", help=QUERY_HELP)
    command.add_argument(
        "--dry-run", action="store_true", help="print what would change as a unified diff, and write nothing"
    )
    command.add_argument("--repaired", action="store_true", help="write the text repaired, too")
    command.add_argument("--facts", metavar="KEY", help="write facts and verdicts, too, under this key")
    command.add_argument(
        "--accepted", action="store_true", help="of the facts only those that an editor has accepted"
    )

    command = commands.add(
        "changed",
        "saving:changed",
        "list the articles whose files other programs changed or removed since they were read",
        ("curator changed", "curator changed --reload 'source:ft'"),
    )
    command.add_argument("query", nargs="*", metavar="QUERY", help=QUERY_HELP)
    command.add_argument(
        "--reload", action="store_true", help="read those anew that have no edits which are not saved"
    )


def _add_engines(commands: _Commands) -> None:
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
        type=_day,
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


def _add_desk(commands: _Commands) -> None:
    for name, help_ in (
        ("gui", "open the desk on your library"),
        ("demo", "open the desk on a throw-away library with sample articles"),
    ):
        examples = (f"curator {name}", f"curator {name} --screenshot desk.png --size 1440x900 --dark")
        command = commands.add(name, f"desk:{name}", help_, examples, json=False)
        command.add_argument(
            "--screenshot", metavar="FILE", help="save a picture of the desk and end, no display needed"
        )
        command.add_argument(
            "--size", type=_size, default=(1440, 900), metavar="WxH", help="the window's size"
        )
        command.add_argument(
            "--scale", type=float, default=1.0, metavar="N", help="pixels a point, 2 for HiDPI"
        )
        themes = command.add_mutually_exclusive_group()
        themes.add_argument("--dark", action="store_true", default=None, help="dark whatever the system says")
        themes.add_argument(
            "--light", action="store_false", dest="dark", help="light whatever the system says"
        )


def _add_upkeep(commands: _Commands) -> None:
    command = commands.add(
        "reclean",
        "recleaning:reclean",
        "read articles again that were cleaned by older engines; decisions and edits stay",
        (
            "curator reclean",
            "curator reclean 'language:cs has:guess'",
            "curator reclean --force id:3",
        ),
    )
    command.add_argument("query", nargs="*", metavar="QUERY", help=QUERY_HELP)
    command.add_argument("--force", action="store_true", help="also what these engines have read already")
    commands.add("undo", "editing:undo", "take back the last edit", ("curator undo",))
    commands.add("redo", "editing:redo", "make the edit again that was taken back last", ("curator redo",))
    commands.add("check", "upkeep:check", "check that the library is whole", ("curator check",))
    command = commands.add(
        "backup",
        "upkeep:backup",
        "copy the library, also while it is in use",
        ("curator backup", "curator backup /media/disk"),
    )
    command.add_argument(
        "target", nargs="?", metavar="PATH", help="a file or folder (default: beside the library)"
    )


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number")
    return int(text)


def _day(text: str) -> date:
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date like 2026-01-27") from None


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit()) or not (
        100 <= int(width) <= 20000 and 100 <= int(height) <= 20000
    ):
        raise argparse.ArgumentTypeError(f"“{text}” is not a size like 1440x900")
    return int(width), int(height)
