"""What can be asked for of files: import, export, and saving to the articles' own files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.arguments.parsers import QUERY_HELP

if TYPE_CHECKING:
    from curator.arguments.parsers import Commands


TEMPLATE = """a template is given:
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


def add(commands: Commands) -> None:
    """`import`, `export`, `write`, `changed`, `formats` and `verify`."""
    _add_import(commands)
    _add_export(commands)
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


def _add_import(commands: Commands) -> None:
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


def _add_export(commands: Commands) -> None:
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
    command.epilog = f"{TEMPLATE}\n\n{command.epilog}"
    command.add_argument("--no-manifest", action="store_true", help="write no manifest beside the export")


def _add_saving(commands: Commands) -> None:
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
