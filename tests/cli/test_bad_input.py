"""What a stranger may give the command line: each fault is told in words, and the rest goes on."""

from __future__ import annotations

import errno
import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from curator import arguments, cli
from curator.domain.queries.trees import FIELDS
from curator.formats import sources
from tests.patience import PATIENCE

TEXT = "---\ntitle: A plant\n---\n\nOrchard Chips will spend $20 million by 2033.\n"


@pytest.fixture
def filled(run, tmp_path):
    (tmp_path / "a.md").write_text(TEXT)
    run("import", tmp_path / "a.md")
    return tmp_path


@pytest.mark.parametrize("command", ["clean", "facts"])
def test_input_without_an_end_is_refused(run, monkeypatch, command):
    monkeypatch.setattr("curator.commands.inputs.MOST_BYTES", 1000)
    status, out, err = run(command, stdin=b"words " * 1000)
    assert (status, out) == (1, "")
    assert err == "curator: Standard input is larger than 64 MB. No article is: split it first.\n"
    status, out, err = run(command, "--jsonl", stdin=b'{"text":"a"}\n' + b"words " * 1000)
    assert (status, len(out.splitlines())) == (1, 1)
    assert "A line is larger" in err


def test_a_large_input_within_the_limit_is_read_whole(run, tmp_path):
    assert sources.MOST_BYTES >= 50 << 20
    text = "A line of words.\n" * 5000
    assert run("clean", stdin=text.encode())[1] == text


def test_input_that_breaks_off_is_told(monkeypatch, capsysbinary):
    class Broken(io.BytesIO):
        def read(self, *_):
            raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Broken()))
    assert cli.main(["clean"]) == 1
    assert capsysbinary.readouterr().err == b"curator: Standard input cannot be read: Input/output error.\n"


@pytest.mark.parametrize(
    "words",
    [
        ["import"], ["clean"], ["facts"], ["verify"], ["backup"],
        ["export", "--format", "csv", "--out"],
        ["export", "--format", "template", "--out", "x", "--template"],
    ],
)  # fmt: skip
def test_a_path_that_no_system_takes_is_told(run, filled, words):
    status, _, err = run(*words, "x" * 5000)
    assert status == 1
    assert "too long" in err
    assert "fault in Curator" not in err
    status, _, err = run(*words, "a\0b")
    assert status == 2
    assert "a NUL stands in an argument" in err


@pytest.mark.parametrize(
    "query",
    ["a or " * 600 + "b", "tag:a " * 600, "-a " * 600, "a " * 600],
    ids=["any", "tags", "none", "words"],
)
def test_a_query_without_an_end_is_refused(run, filled, query):
    status, out, err = run("list", "--", query)
    assert (status, out) == (2, "")
    assert "at most" in err


@pytest.mark.parametrize(
    "query", ["tag:a or " * 299 + "b", "company:a " * 300, "-a " * 300], ids=["any", "companies", "none"]
)
def test_a_long_query_is_answered(run, filled, query):
    assert run("list", "--", query)[0] == 0


def test_a_number_too_large_for_a_library_is_one_that_nothing_has(run, filled):
    status, _, err = run("show", "9" * 5000)
    assert (status, err.startswith("curator: There is no article 9")) == (1, True)
    assert run("list", "--limit", "9" * 5000)[0] == 0


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there are no devices")
def test_a_device_is_no_library(run):
    status, _, err = run("list", "--library", "/dev/null")
    assert (status, err) == (
        1,
        "curator: A library is a file, but this is a device. (/dev/null) Name a file.\n",
    )


def test_an_amount_that_is_none_is_told_with_all_it_might_be(run, filled):
    status, _, err = run("edit", "id:1", "amounts+=xyz")
    assert status == 1
    assert "“xyz” is not understood as money, quantity or percent. Write it like “2 bn USD”." in err


def test_a_missing_table_is_told_as_missing(run, tmp_path):
    status, _, err = run("import", "--dry-run", tmp_path / "none.csv")
    assert (status, "There is no such file." in err) == (1, True)


def test_a_backup_that_fails_leaves_nothing(run, filled):
    (filled / "there").write_text("x")
    status, _, err = run("backup", filled / "there" / "b.curator")
    assert (status, "The backup cannot be written: " in err) == (1, True)
    assert not [each for each in filled.rglob("*") if ".part" in each.name]


def test_the_help_names_every_field_and_status():
    helped = " ".join(arguments.parser().format_help().split())
    assert "exit status: 0 done, 1 something failed, 2 not understood, 130 stopped by Ctrl+C" in helped
    assert all(f"{field}," in f"{arguments.parsers.QUERY_HELP}".replace(";", ",") for field in FIELDS)


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
def test_an_import_that_is_stopped_says_what_it_did(tmp_path, heeded):
    articles = tmp_path / "articles"
    articles.mkdir()
    for number in range(400):
        (articles / f"{number}.md").write_text(TEXT.replace("plant", f"plant {number}") + "Words. " * 3000)
    command = [sys.executable, "-m", "curator", "--library", str(tmp_path / "l.curator"), "import"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    done = subprocess.Popen(
        [*command, str(articles)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )
    deadline = time.monotonic() + PATIENCE
    while not (tmp_path / "l.curator-wal").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    done.send_signal(signal.SIGINT)
    out, err = done.communicate(timeout=PATIENCE)
    assert (done.returncode, err) == (130, f"curator: A new library was made: {tmp_path / 'l.curator'}\n")
    assert out.endswith(" added\n") or out == "Nothing was imported.\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xd8", "A PNG picture, not text. It is left as it was."),
        (bytes(range(256)) * 8, "Not a text file: 10% of it are control characters. It is left as it was."),
        (b"words" + bytes(900), "It looks like binary data, so it was left as it is."),
    ],
)
def test_what_is_no_text_comes_back_from_cleaning_as_it_was(
    run, tmp_path, data, reason, capsysbinary
) -> None:
    (tmp_path / "file").write_bytes(data)
    assert cli.main(["clean", str(tmp_path / "file")]) == 1
    sys.stdout.flush()
    out, err = capsysbinary.readouterr()
    assert (out, err.decode()) == (data, f"curator: {reason}\n")


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("cut.json", '[{"title": "x", "text": "Plant"},\n{"title": "y"', "The JSON is wrong in line 2"),
        ("list.json", '[{"id": "x", "type": "article-newspaper"}]', "No key is a title or a text"),
        ("value.json", '["x", "article-newspaper"]', "No article is known in this JSON."),
        ("page.xml", "<a>Words</a>", "No article is known in this XML."),
        ("picture.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "No article is known in this XML."),
    ],
)
def test_data_that_holds_no_article_does_not_become_one(run, tmp_path, name, text, reason) -> None:
    (tmp_path / name).write_text(text)
    status, out, err = run("import", tmp_path / name)
    assert (status, out) == (1, "1 failed\n")
    assert f"{name}: {reason}" in err


def test_control_characters_are_cleaned_however_many_they_are(run) -> None:
    assert run("clean", "-", stdin=b"a\0b\0\x07c")[:2] == (0, "abc")


def test_an_encoding_that_was_guessed_is_told_beside_the_cleaned_text(run) -> None:
    text = "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl starosta.\n"
    status, out, err = run("clean", "-", stdin=text.encode("cp1250"))
    assert (status, out) == (0, text)
    assert "cp1250 was found by statistics" in err
