"""What can be asked for of articles, their fields, and curated sets."""

from __future__ import annotations

from curator.arguments import values
from curator.arguments.parsers import QUERY_HELP, Commands


def add(commands: Commands) -> None:
    """`list`, `show`, `edit` and `sets`."""
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
    command.add_argument(
        "--sort",
        choices=orders,
        default="published",
        metavar="BY",
        help=f"what to sort by: {', '.join(orders)} (default: published)",
    )
    command.add_argument("--ascending", action="store_true", help="smallest, oldest or first letter first")
    command.add_argument("--limit", type=values.count, metavar="N", help="at most so many")
    command = commands.add(
        "show",
        "articles:show",
        "show everything known of one article",
        ("curator show 3", "curator show 3 --json", "curator show 3 --original > article.md"),
    )
    command.add_argument(
        "id", type=values.number, metavar="ID", help="the article's number in the list: 3 or id:3"
    )
    command.add_argument("--original", action="store_true", help="write the original bytes and nothing else")
    command = commands.add(
        "edit",
        "editing:edit",
        "edit fields of the articles that match a query; undo takes it back",
        (
            "curator edit id:3 importance=4",
            "curator edit 'source:ft' tags+=finance companies+='Nvidia, OpenAI'",
            "curator edit --dry-run 'tag:ai' tags-=ai",
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
    command.add_argument(
        "--dry-run", action="store_true", help="show what would change, before and after, and change nothing"
    )
    _add_sets(commands)


def _add_sets(commands: Commands) -> None:
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
    parts = Commands(actions.add_parser, commands.shared)
    for name, help_, queries, example in (
        (
            "add",
            "add the articles that match a query to a set, which is made if there is none",
            "+",
            "curator sets add Morning 'importance:>=4 is:reviewed'",
        ),
        (
            "remove",
            "remove the articles that match from a set, or the whole set without a query",
            "*",
            "curator sets remove Morning 'source:ft'",
        ),
        ("show", "list the articles of a set", "", "curator sets show --json Morning"),
    ):
        action = parts.add_action(name, f"sets:{name}", help_, (example,))
        action.add_argument("name", metavar="NAME")
        if queries:
            action.add_argument("query", nargs=queries, metavar="QUERY", help=QUERY_HELP)
