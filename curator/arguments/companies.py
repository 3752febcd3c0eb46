"""What can be asked for of companies."""

from __future__ import annotations

import argparse

from curator.arguments.parsers import Commands

_EXAMPLES = {
    "list": "curator companies list nvidia",
    "suggest": "curator companies suggest",
    "merge": "curator companies merge Nvidia 'NVIDIA Corp' 英伟达 --dry-run",
    "split": "curator companies split Orchard 'Orchard Park' --to 'Orchard Park'",
    "rename": "curator companies rename 'Nvidia Corp' Nvidia",
    "alias": "curator companies alias Nvidia +NVDA -Envidia",
    "distinct": "curator companies distinct 'Orchard Chips' 'Orchard Park'",
}


def add(commands: Commands) -> None:
    """`companies`, with an action for each thing that is done to them."""
    command = commands.add(
        "companies",
        "companies:list_",
        "list companies, merge, split and rename them; undo takes each back",
        ("curator companies", *(example for name, example in _EXAMPLES.items() if name != "list")),
    )
    actions = command.add_subparsers(metavar="list | suggest | merge | split | rename | alias | distinct")

    parts = Commands(actions.add_parser, commands.shared)

    def add(name: str, help_: str, *positional: str) -> argparse.ArgumentParser:
        done = f"companies:{'list_' if name == 'list' else name}"
        action = parts.add_action(name, done, help_, (_EXAMPLES[name],))
        for each in positional:
            action.add_argument(each, metavar=each.upper())
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
