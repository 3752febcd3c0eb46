"""The lock files: whole, hashed, free of addresses, and in step with pyproject.toml."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "requirements.lock"
WORK = ROOT / "requirements-dev.lock"
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DECLARED = [Requirement(line) for line in PYPROJECT["project"]["dependencies"]]
TOOLS = [Requirement(line) for line in PYPROJECT["dependency-groups"]["dev"]]


def pins(lock: Path) -> dict[str, list[tuple[str, str]]]:
    """By name: (version, text of the whole entry); a package may stand there once for each Python."""
    found: dict[str, list[tuple[str, str]]] = {}
    for entry in re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8")):
        if match := re.match(r"([a-z0-9._-]+)==(\S+)", entry):
            found.setdefault(match[1], []).append((match[2], entry))
    return found


@pytest.mark.parametrize("lock", [PROGRAM, WORK], ids=lambda path: path.name)
def test_a_lock_names_no_address(lock):
    text = lock.read_text(encoding="utf-8")
    assert not re.search(r"://|--(index|extra-index|find-links|trusted)|^-[if]\b|@ ", text, re.MULTILINE)


@pytest.mark.parametrize("lock", [PROGRAM, WORK], ids=lambda path: path.name)
def test_every_locked_package_has_hashes(lock):
    entries = [entry for versions in pins(lock).values() for _, entry in versions]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [(PROGRAM, DECLARED), (WORK, DECLARED + TOOLS)],
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_lock_covers_what_is_declared(lock, wanted):
    locked = pins(lock)
    for requirement in wanted:
        versions = [version for version, _ in locked.get(canonicalize_name(requirement.name), [])]
        assert versions, f"{requirement.name} is not locked: ./run lock"
        assert all(requirement.specifier.contains(version) for version in versions), (
            f"{requirement}: ./run lock"
        )


def test_both_locks_give_the_program_the_same_versions():
    work = pins(WORK)
    for name, versions in pins(PROGRAM).items():
        assert [version for version, _ in work[name]] == [version for version, _ in versions]


def test_tables_are_built_with_tools_the_program_does_not_need():
    tools = {
        canonicalize_name(Requirement(line).name)
        for line in PYPROJECT["project"]["optional-dependencies"]["data"]
    }
    assert not tools & {canonicalize_name(requirement.name) for requirement in DECLARED}


def test_what_the_program_imports_is_declared():
    declared = {canonicalize_name(requirement.name) for requirement in DECLARED}
    owners = packages_distributions()
    undeclared = {
        f"{name} in {path.relative_to(ROOT)}"
        for path in [*(ROOT / "curator").rglob("*.py"), *(ROOT / "db").rglob("*.py")]
        for name in imported(path)
        if not {canonicalize_name(owner) for owner in owners.get(name, [name])} & declared
    }
    assert not undeclared


def imported(path: Path) -> set[str]:
    """The top-level packages that a module imports, save our own and the standard library's."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    # shiboken6 comes with PySide6, of the same version.
    return names - set(sys.stdlib_module_names) - {"curator", "shiboken6"}
