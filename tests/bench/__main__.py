"""Runs measurements: `./run bench [NAME…]`. See README.md."""

from __future__ import annotations

import argparse
import importlib
import importlib.metadata
import json
import os
import platform
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NOT_MEASUREMENTS = {"__main__", "corpus", "figures"}


def main() -> int:
    """Exit status 1 if a measurement failed, 2 if one isn't known."""
    args = _arguments()
    if args.inside:
        return _inside(args)
    known = sorted(path.stem for path in HERE.glob("*.py") if path.stem not in NOT_MEASUREMENTS)
    if args.list:
        print("\n".join(known))
        return 0
    if unknown := [name for name in args.names if name not in known]:
        print(
            f"No measurement is called {', '.join(unknown)}. There are: {', '.join(known)}.", file=sys.stderr
        )
        return 2
    return _all(args.names or known, args)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run bench", description="Measure Curator.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="what to measure; all if none is named")
    parser.add_argument("--quick", action="store_true", help="smaller and fewer rounds")
    parser.add_argument("--list", action="store_true", help="name the measurements")
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    own, rest = _split(sys.argv[1:])
    args = parser.parse_args(own)
    args.rest = rest
    return args


def _split(words: list[str]) -> tuple[list[str], list[str]]:
    """What is ours, and what stands behind `--` for the measurement."""
    at = words.index("--") if "--" in words else len(words)
    return words[:at], words[at + 1 :]


def _inside(args: argparse.Namespace) -> int:
    """Run one measurement; its rows go to the file descriptor that was standard output."""
    sys.path.append(str(ROOT))
    answer = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    rows = importlib.import_module(args.inside).run(args)
    with answer:
        json.dump([asdict(row) for row in rows], answer)
    return 0


def _all(names: list[str], args: argparse.Namespace) -> int:
    options = [*(["--quick"] if args.quick else []), "--", *args.rest]
    results: dict[str, list[dict[str, object]]] = {}
    failed: list[str] = []
    for name in names:
        print(f"\n{name}", file=sys.stderr, flush=True)
        command = [sys.executable, str(HERE), "--inside", name, *options]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
        if done.returncode:
            failed.append(name)
            continue
        results[name] = json.loads(done.stdout)
        _show(results[name])
    json.dump(
        {"machine": _machine(), "quick": args.quick, "results": results, "failed": failed},
        sys.stdout,
        indent=2,
    )
    print()
    return 1 if failed else 0


def _show(rows: list[dict[str, object]]) -> None:
    width = max((len(str(row["name"])) for row in rows), default=0)
    for row in rows:
        line = f"  {row['name']:<{width}}  {_short(row['value']):>10} {row['unit']:<10}  {row['note']}"
        print(line.rstrip(), file=sys.stderr, flush=True)


def _short(value: object) -> str:
    assert isinstance(value, int | float)
    if abs(value) >= 100:
        return f"{value:,.0f}".replace(",", "\N{NO-BREAK SPACE}")
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def _machine() -> dict[str, object]:
    return {
        "python": platform.python_version(),
        "pyside": importlib.metadata.version("PySide6-Essentials"),
        "system": platform.platform(terse=True),
        "cores": os.cpu_count(),
    }


if __name__ == "__main__":
    sys.exit(main())
