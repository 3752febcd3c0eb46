"""Commands where names hurt terminals, locales are poor and the library takes no more."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys

import pytest

from curator import paths
from curator.commands import printing, progressing
from curator.services.imports import importing
from curator.store import additions

TEXT = "---\ntitle: A plant\n---\n\nThe plant will cost 2 billion euros.\n"


@pytest.fixture
def posts(tmp_path):
    folder = tmp_path / "posts"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.md").write_text(TEXT.replace("plant", f"plant {number}"))
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_names_of_files_send_nothing_to_the_terminal(run, tmp_path):
    (tmp_path / "red\x1b[31m\nalert\r.md").write_bytes(b"")
    status, _, err = run("import", tmp_path)
    assert status == 1
    assert "\ncurator: red[31m alert.md: The file is empty.\n" in err


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_an_import_that_the_disk_ends_says_what_is_kept(run, posts, monkeypatch, words):
    add, calls = additions.add, []

    def until_full(*arguments):
        calls.append(arguments)
        if len(calls) > 2:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error
        return add(*arguments)

    monkeypatch.setattr(importing, "BATCH", 2)
    monkeypatch.setattr(additions, "add", until_full)
    status, out, err = run("import", *words, posts)
    assert (status, "The disk is full." in err) == (1, True)
    assert (json.loads(out)["added"] == 4) if words else (out == "4 added\n")
    monkeypatch.setattr(additions, "add", add)
    assert run("import", posts)[:2] == (0, "2 added, 4 already there\n")


def test_progress_fits_a_narrow_terminal_and_leaves_nothing(monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "24")
    show = progressing._shown()
    show(1, 9, "a very long name of a file\x1b[31m.md")
    show(2, 9, "数据.md")
    show(9, 9)
    lines = capsys.readouterr().err.split("\r")
    assert "\x1b" not in "".join(lines)
    assert all(printing.columns(line) <= 23 for line in lines)
    assert lines[-1] == ""
    assert not lines[-2].strip()


@pytest.mark.skipif(sys.platform == "win32", reason="file names are Unicode there")
def test_a_name_that_the_locale_cannot_say_fails_alone(run, posts, tmp_path):
    (posts / "数据.md").write_text(TEXT.replace("plant", "field"), encoding="utf-8")
    assert run("import", posts)[0] == 0
    program = [sys.executable, "-m", "curator", "--library", tmp_path / "library.curator"]
    done = subprocess.run(
        [*program, "export", "--format", "markdown", "--out", tmp_path / "out"],
        env={**os.environ, "LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        cwd=paths.PACKAGE.parent,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 1
    assert "file names are UTF-8" in done.stderr
    assert "6 articles exported" in done.stderr
    assert len(list((tmp_path / "out").iterdir())) == 6
