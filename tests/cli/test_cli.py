"""The command line as other programs use it."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from curator import cli, paths

POST = """---
title: Orchard opens a plant
date: 2031-01-05
source: The Daily Orchard
importance: 4
companies: [Orchard Chips]
tags: [chips]
mood: bright
---

Orchard Chips will spend up to $20 million on a plant. It opens in the second half of 2031.
"""
OTHER = """---
title: 数据中心的故事
date: 2031-02-01
source: Brno heute
lang: zh
---

这家公司将在布尔诺建设一个数据中心，预计耗资五亿美元。
"""


@pytest.fixture
def filled(run, tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "plant.md").write_text(POST, "utf-8")
    (folder / "story.md").write_text(OTHER, "utf-8")
    status, out, _ = run("import", folder)
    assert (status, out) == (0, "2 added\n")
    return folder


def listed(run, *query):
    status, out, _ = run("list", "--json", *query)
    assert status == 0
    return json.loads(out)


def test_list_says_what_was_promised(run, filled):
    assert listed(run, "company:orchard*") == [
        {
            "id": 1,
            "path": "plant.md",
            "title": "Orchard opens a plant",
            "published": "2031-01-05",
            "source": "The Daily Orchard",
            "language": "en",
            "importance": 4,
            "companies": ["Orchard Chips"],
            "tags": ["chips"],
            "state": "inbox",
        }
    ]
    assert [each["id"] for each in listed(run)] == [2, 1]
    assert [each["id"] for each in listed(run, "--sort", "title", "--ascending")] == [1, 2]
    assert [each["id"] for each in listed(run, "--limit", "1")] == [2]
    assert listed(run, "nowhere") == []


def test_list_is_a_table_for_people(run, filled):
    status, out, err = run("list")
    assert status == 0
    assert out.splitlines()[0].split() == ["id", "published", "imp", "lang", "source", "state", "title"]
    assert "数据中心的故事" in out
    assert err == "curator: 2 articles\n"


def test_show_says_everything(run, filled):
    run("edit", "id:1", "note=seen")
    _, out, _ = run("show", 1, "--json")
    shown = json.loads(out)
    assert shown["fields"]["title"] == shown["title"] == "Orchard opens a plant"
    assert shown["unknown"] == {"mood": "bright"}
    assert shown["text"] == shown["original"]
    assert {fact["kind"] for fact in shown["facts"]} >= {"money", "date", "company"}
    assert shown["journal"][0]["changes"][0]["after"] == "seen"
    assert (shown["sets"], shown["repairs"]) == ([], [])
    status, out, _ = run("show", 1)
    assert status == 0
    assert "Orchard opens a plant" in out
    assert run("show", 1, "--original")[1].replace("\r\n", "\n") == POST


def test_an_article_is_shown_by_its_number_as_a_query_writes_it_too(run, filled):
    assert run("show", "id:1") == run("show", "ID:1") == run("show", 1)
    assert run("show", "id:99")[0] == 1
    status, _, err = run("show", "url:1")
    assert (status, "“url:1” is not a whole number" in err) == (2, True)


def test_an_article_that_is_not_there_is_told(run, filled):
    status, out, err = run("show", 99)
    assert (status, out) == (1, "")
    assert err.startswith("curator: There is no article 99.")


def test_edit_changes_fields_and_undo_takes_it_back(run, filled):
    status, out, _ = run("edit", "id:1", "importance=5", "tags+=a, b", "companies-=orchard chips")
    assert (status, out) == (0, "Set importance and Add to tags and Remove from companies\n")
    (row,) = listed(run, "id:1")
    assert (row["importance"], row["tags"], row["companies"]) == (5, ["chips", "a", "b"], [])
    assert run("undo")[1].startswith("Undone: Set importance")
    assert listed(run, "id:1")[0]["importance"] == 4
    run("redo")
    assert listed(run, "id:1")[0]["importance"] == 5
    assert run("edit", "id:1", "importance=5")[1].startswith("Nothing changed")


def test_a_note_is_edited_and_shown_in_its_lines(run, filled):
    run("edit", "id:1", "note=Ask:\n- when?\n\n- where?")
    assert json.loads(run("show", "1", "--json")[1])["note"] == "Ask:\n- when?\n\n- where?"
    blank = " " * 13
    assert f"\nnote         Ask:\n{blank}- when?\n{blank}\n{blank}- where?\n" in run("show", "1")[1]


def test_a_dry_run_shows_before_and_after_and_changes_nothing(run, filled):
    status, out, _ = run("edit", "--dry-run", "id:1", "importance=5", "tags+=b")
    assert status == 0
    assert "importance: 1 of 1 articles would change" in out
    assert "chips, b" in out
    (told, *_) = json.loads(run("edit", "--dry-run", "--json", "id:1", "importance=5")[1])
    assert (told["changing"], told["first"][0]["before"], told["first"][0]["after"]) == (1, 4, 5)
    assert run("edit", "--dry-run", "id:1", "amounts+=2 bn USD")[0] == 1
    assert run("undo")[1].startswith("There is nothing to undo")


def test_amounts_and_dates_are_edited_in_words(run, filled):
    def facts(kind):
        shown = json.loads(run("show", 1, "--json")[1])
        return [
            (fact["value"], fact["high"], fact["decision"], fact["origin"])
            for fact in shown["facts"]
            if fact["kind"] == kind
        ]

    assert run("edit", "id:1", "amounts+=2 bn USD")[0] == 0
    assert (2_000_000_000, None, "accepted", "editor") in facts("money")
    run("edit", "id:1", "amounts+=$20 million")
    assert (20_000_000, None, "accepted", "extractor") in facts("money")
    run("edit", "id:1", "amounts-=$20 million", "dates+=H2 2033")
    assert (20_000_000, None, "rejected", "extractor") in facts("money")
    assert (None, "2033-12-31", "accepted", "editor") in facts("date")
    assert run("edit", "id:1", "amounts+=nothing at all")[0] == 1


@pytest.mark.parametrize(
    "change",
    [
        "colour=red",
        "nonsense",
        "title+=x",
        "amounts=3",
        "=3",
        "importance=9",
        "published=31.2.2031",
        "state=gone",
        "language=no such",
    ],
)
def test_an_edit_that_makes_no_sense_is_a_matter_of_usage(run, filled, change):
    status, _, err = run("edit", "id:1", change)
    assert status == 2
    assert err.startswith("curator: ")


def test_an_edit_of_nothing_is_told(run, filled):
    status, _, err = run("edit", "id:99", "note=x")
    assert (status, err) == (1, "curator: No article matches. “curator list” shows what a query finds.\n")


def test_more_than_there_can_be_is_all(run, filled):
    assert [each["id"] for each in listed(run, "--limit", "9" * 30)] == [2, 1]
    assert run("show", "9" * 30)[0] == 1


def test_bytes_that_are_no_text_make_no_fault_on_the_command_line(run, filled):
    broken = b"a\xe9".decode("utf-8", "surrogateescape")
    assert run("sets", "add", broken, "id:1")[0] == 0
    assert run("sets", "show", broken)[0] == 0
    assert run("edit", "id:1", f"title={broken}", f"tags+={broken}")[0] == 0
    assert run("list", broken, f"source:{broken}", f"set:{broken}")[0] == 0


def test_a_bad_query_is_marked_and_a_matter_of_usage(run, filled):
    status, out, err = run("list", "chips", "nonsense:x")
    assert (status, out) == (2, "")
    assert "Unknown field: nonsense. Fields are id, path" in err
    assert "characters 7 to 14" in err


def test_sets_are_filled_shown_and_emptied(run, filled):
    assert run("sets", "add", "Morning", "id:1 or id:2")[1] == "2 articles added, 2 in the set.\n"
    assert json.loads(run("sets", "--json")[1]) == [{"name": "Morning", "articles": 2}]
    assert [row["id"] for row in json.loads(run("sets", "show", "morning", "--json")[1])] == [2, 1]
    assert [row["id"] for row in listed(run, "set:morning")] == [2, 1]
    assert run("sets", "remove", "Morning", "id:1")[1] == "1 article removed.\n"
    assert run("sets", "remove", "Morning")[0] == 0
    assert run("sets", "show", "Morning")[0] == 1
    assert json.loads(run("sets", "--json")[1]) == []


def test_import_tells_that_it_made_a_new_library_and_says_nothing_of_a_known_one(run, filled, tmp_path):
    mistyped = tmp_path / "libary.curator"
    status, out, told = run("import", "--library", mistyped, filled)
    assert (status, out, told) == (0, "2 added\n", f"curator: A new library was made: {mistyped}\n")
    assert run("import", "--library", mistyped, filled) == (0, "2 already there\n", "")


def test_import_reports_in_json_and_fails_for_bad_files(run, filled):
    (filled / "empty.md").write_bytes(b"")
    status, out, _ = run("import", filled, filled / "none.md", "--json")
    report = json.loads(out)
    assert status == 1
    assert (report["added"], report["present"], report["failed"]) == (0, 2, 2)
    assert [item["outcome"] for item in report["items"]] == ["failed", "present", "present", "failed"]
    status, _, err = run("import", filled / "none.md")
    assert status == 1
    assert err == f"curator: {filled / 'none.md'}: There is no such file.\n"


def test_import_tells_what_it_left_out_of_a_folder(run, filled):
    (filled / "deals.csv").write_text("title,text\n", "utf-8")
    (filled / "photo.jpg").write_bytes(b"x")
    status, out, err = run("import", filled)
    assert (status, out) == (0, "2 already there\n")
    assert "1 .csv (each may hold many articles: name it itself to import it)" in err
    assert "1 .jpg (no article can be read from these)" in err
    assert json.loads(run("import", filled, "--json")[1])["left_out"] == {".csv": 1, ".jpg": 1}


def test_revisions_are_reported_kept_or_replaced(run, filled):
    (filled / "plant.md").write_text(POST + "More.", "utf-8")
    status, out, err = run("import", filled / "plant.md")
    assert (status, out) == (0, "1 new revision of a known article\n")
    assert "same file" in err
    assert run("import", "--revisions", "keep", filled / "plant.md")[1] == "1 kept as it was\n"
    run("import", "--revisions", "replace", filled / "plant.md")
    assert json.loads(run("show", 1, "--json")[1])["revision"] == 2


def test_export_writes_each_format(run, filled, tmp_path):
    assert run("export", "--format", "markdown", "--out", tmp_path / "out")[0] == 0
    assert (tmp_path / "out/plant.md").read_bytes() == (filled / "plant.md").read_bytes()
    run("export", "id:1", "--format", "jsonl", "--out", tmp_path / "a.jsonl")
    assert json.loads((tmp_path / "a.jsonl").read_text("utf-8"))["id"] == 1
    status, out, _ = run("export", "id:1", "--format", "csv", "--out", "-")
    assert status == 0
    assert len(list(csv.reader(io.StringIO(out)))) == 2
    status, out, _ = run("export", "--format", "csv", "--out", tmp_path / "a.csv", "--json")
    assert json.loads(out)["written"] == 2


def test_clean_prints_the_text_and_nothing_else(run, tmp_path):
    damaged = "Příliš žluťoučký kůň úpěl ďábelské ódy.".encode().decode("latin-1").encode()
    status, out, _ = run("clean", "-", stdin=damaged)
    assert (status, out) == (0, "Příliš žluťoučký kůň úpěl ďábelské ódy.")
    (tmp_path / "a.md").write_bytes(b"---\ntitle: x\n---\n\ntext\n")
    assert run("clean", tmp_path / "a.md")[1] == "---\ntitle: x\n---\n\ntext\n"


def test_clean_in_json_can_be_undone(run):
    damaged = "Žluťoučký kůň úpěl ďábelské ódy.".encode().decode("latin-1")
    cleaned = json.loads(run("clean", "--json", stdin=damaged.encode())[1])
    back = cleaned["text"]
    for repair in reversed(cleaned["repairs"]):
        start, end = repair["cleaned"]
        assert back[start:end] == repair["after"]
        back = back[:start] + repair["before"] + back[end:]
    assert back == damaged
    keys = {"original", "cleaned", "before", "after", "kind", "channel", "confidence", "alternatives"}
    assert all(repair.keys() == keys for repair in cleaned["repairs"])


def test_clean_by_line_keeps_ids_and_order(run):
    lines = [
        {"id": 7, "text": "plain"},
        {"id": "x", "text": "\ud800 lone", "lang": None},
        {"id": None, "text": ""},
    ]
    status, out, _ = run("clean", "--jsonl", stdin="\n".join(json.dumps(line) for line in lines).encode())
    answers = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [answer["id"] for answer in answers] == [7, "x", None]
    assert answers[0] == {"id": 7, "text": "plain", "repairs": []}


def test_a_bad_line_is_answered_in_its_place(run):
    lines = b'{"id": 1, "text": "a"}\nnot json\n\n{"id": 3}\n[1]\n{"id": 4, "text": "b"}\n'
    status, out, err = run("clean", "--jsonl", stdin=lines)
    answers = [json.loads(line) for line in out.splitlines()]
    assert status == 1
    assert [answer["id"] for answer in answers] == [1, None, 3, None, 4]
    assert "line 2:" in err
    assert "line 4:" in err


def test_a_line_that_is_not_utf8_or_has_no_such_day_is_answered_and_the_rest_goes_on(run):
    lines = (
        b'{"id": 1, "text": "\xff"}\n'
        b'{"id": 2, "text": "It costs $5 million.", "reference_date": "soon"}\n'
        b'{"id": 3, "text": "It costs $5 million."}\n'
    )
    status, out, err = run("facts", "--jsonl", stdin=lines)
    first, second, third = map(json.loads, out.splitlines())
    assert (status, first) == (1, {"id": None, "error": "it is not UTF-8"})
    assert second == {"id": 2, "error": "“soon” is not a date like 2026-01-27"}
    assert [fact["unit"] for fact in third["facts"]] == ["USD"]
    assert err.splitlines()[0] == "curator: line 1: it is not UTF-8"


def test_facts_are_numbers_and_days(run):
    text = "Orchard Chips will spend up to $20.5 million by 2033, or 10–12 % of sales."
    out = run("facts", "--json", "--lang", "en", "-", stdin=text.encode())[1]
    facts = json.loads(out)["facts"]
    money = next(fact for fact in facts if fact["kind"] == "money")
    assert (money["value"], money["unit"], money["approximation"]) == (20_500_000, "USD", "up_to")
    assert isinstance(money["value"], int)
    assert text[money["start"] : money["end"]] == money["quote"]
    day = next(fact for fact in facts if fact["kind"] == "date")
    assert (day["low"], day["high"], day["value"]) == (None, "2033-12-31", None)
    keys = (
        "kind start end quote value low high unit approximation status precision confidence rule name".split()
    )
    assert all(list(fact) == keys for fact in facts)


def test_facts_by_line_take_language_and_day(run):
    lines = [
        {"id": 1, "text": "It opens next year.", "lang": "en", "reference_date": "2030-05-01"},
        {"id": 2, "text": "Nothing here.", "lang": None, "reference_date": None},
        {"id": 3, "text": "x", "reference_date": "soon"},
    ]
    status, out, _ = run("facts", "--jsonl", stdin="\n".join(map(json.dumps, lines)).encode())
    answers = [json.loads(line) for line in out.splitlines()]
    assert status == 1
    assert [answer["id"] for answer in answers] == [1, 2, 3]
    assert answers[0]["facts"][0]["low"] == "2031-01-01"
    assert answers[1]["facts"] == []


def test_facts_of_a_damaged_text_say_that_it_wants_cleaning(run, tmp_path):
    right = "Nová továrna přijde na 2 miliardy korun, řekl ředitel. Žádné další závody už stavět nechtějí."
    damaged = tmp_path / "damaged.txt"
    damaged.write_text(right.encode().decode("latin-1"), "utf-8")
    status, _, err = run("facts", str(damaged))
    assert status == 0
    assert "curator clean" in err
    (tmp_path / "right.txt").write_text(right, "utf-8")
    assert run("facts", str(tmp_path / "right.txt"))[2] == ""


def test_facts_are_a_table_for_people(run):
    status, out, _ = run("facts", "-", stdin=b"They spend 20 million euros.")
    assert status == 0
    assert "20 000 000 EUR" in out
    assert run("facts", "-", stdin=b"Nothing.")[1] == ""


def test_a_file_that_is_not_there_is_told(run):
    status, out, err = run("clean", "/nowhere/at/all")
    assert (status, out) == (1, "")
    assert "cannot be read" in err


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nonsense",),
        ("show",),
        ("show", "x"),
        ("list", "--sort", "x"),
        ("export",),
        ("facts", "--reference-date", "x"),
        ("gui", "--size", "1"),
    ],
)
def test_what_is_not_understood_is_a_matter_of_usage(run, arguments):
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert "curator: " in err


@pytest.mark.parametrize(
    "command",
    [
        (),
        ("import",),
        ("list",),
        ("edit",),
        ("sets",),
        ("export",),
        ("clean",),
        ("facts",),
        ("gui",),
        ("sets", "add"),
    ],
)
def test_help_has_examples(run, command):
    status, out, _ = run(*command, "--help")
    assert status == 0
    assert "example" in out or command == ("sets", "add")


COMMANDS = (
    "list show edit sets companies import export write changed formats verify clean facts gui demo reclean "
    "undo redo check backup"
)


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("command", ["", *COMMANDS.split()])
def test_help_fits_the_terminal_but_for_lines_to_try(run, monkeypatch, command, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    _, out, _ = run(*command.split(), "--help")
    _, _, described = out.partition("\n\n")  # a synopsis is broken between options only
    prose, _, tried = described.partition("examples:")
    assert [line for line in prose.splitlines() if len(line) > columns and " | " not in line] == []
    assert all(line.startswith("  ") for line in tried.strip("\n").splitlines())


def test_check_and_backup(run, filled, tmp_path):
    assert run("check")[:2] == (0, "The library is whole.\n")
    status, out, _ = run("backup", tmp_path / "copy.curator")
    assert (status, out.strip()) == (0, str(tmp_path / "copy.curator"))
    import contextlib
    import sqlite3

    with contextlib.closing(sqlite3.connect(tmp_path / "library.curator")) as connection:
        connection.execute("UPDATE article SET guesses = 7")
        connection.commit()
    status, out, _ = run("check", "--json")
    assert status == 1
    assert len(json.loads(out)["problems"]) == 2


def test_a_library_that_is_none_is_told(run, library):
    library.write_text("This is a letter, and no library. " * 100)
    status, _, err = run("list")
    assert status == 1
    assert "not a Curator library" in err
    assert "Choose another file." in err


def test_without_a_library_there_is_nothing_to_list(run):
    status, _, err = run("list")
    assert status == 1
    assert "There is no library here." in err


def test_without_a_display_the_desk_says_so(run, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    status, _, err = run("gui")
    assert status == 1
    assert "--screenshot" in err


def test_the_library_of_the_environment_and_of_the_settings_is_used(
    run, filled, library, monkeypatch, capsysbinary
):
    monkeypatch.setenv("CURATOR_LIBRARY", str(library))
    assert cli.main(["list", "--json"]) == 0
    assert len(json.loads(capsysbinary.readouterr().out)) == 2
    assert cli.main(["list", "--json", "--library", "/nowhere/library"]) == 1


def test_a_fault_of_ours_is_told_and_logged(run, monkeypatch):
    from curator import logs
    from curator.commands import upkeep

    def faulty(options):
        raise ZeroDivisionError

    monkeypatch.setattr(upkeep, "check", faulty)
    status, _, err = run("check")
    assert status == 1
    assert "a fault in Curator (ZeroDivisionError" in err
    assert "ZeroDivisionError" in logs.file().read_text("utf-8")


# ---- As a program of its own ------------------------------------------------------------------


def program(*arguments, stdin=b"", **environment):
    return subprocess.run(
        [sys.executable, "-m", "curator", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=paths.PACKAGE.parent,
        env={**os.environ, **environment},
        check=False,
    )


def test_utf8_goes_in_and_out_whatever_the_locale(tmp_path):
    done = program(
        "clean", "-", stdin="žluť 数据\n".encode(), LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii"
    )
    assert (done.returncode, done.stdout.decode()) == (0, "žluť 数据\n")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX shell")
def test_nobody_reading_on_is_no_fault(tmp_path):
    lines = tmp_path / "lines.jsonl"
    lines.write_text("\n".join(json.dumps({"id": number, "text": "plain"}) for number in range(20_000)))
    command = (
        f'{{ "{sys.executable}" -m curator clean --jsonl "{lines}"; echo "status $?" >&2; }} | head -n 1'
    )
    done = subprocess.run(["sh", "-c", command], capture_output=True, cwd=paths.PACKAGE.parent, check=False)
    assert json.loads(done.stdout)["id"] == 0
    assert done.stderr == b"status 0\n"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no full device")
def test_a_full_disk_behind_the_output_is_told():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "curator", "formats"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            cwd=paths.PACKAGE.parent,
        )
    assert done.returncode == 1
    assert done.stderr == b"curator: The output cannot be written: No space left on device.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="shells there close no streams")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_closed_streams_are_no_fault(closed):
    command = f"{sys.executable} -m curator clean {closed}"
    done = subprocess.run(
        ["/bin/sh", "-c", command], input=b"", capture_output=True, check=False, cwd=paths.PACKAGE.parent
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_ctrl_c_is_quiet(heeded):
    command = [sys.executable, "-m", "curator", "clean", "--jsonl"]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen(command, cwd=paths.PACKAGE.parent, **pipes) as waiting:
        waiting.stdin.write(b'{"id": 1, "text": "a"}\n')
        waiting.stdin.flush()
        assert b'"id": 1' in waiting.stdout.readline()
        waiting.send_signal(signal.SIGINT)
        # A signal that comes just before Python begins to wait for input is seen when the input ends.
        a_while = 5
        with suppress(subprocess.TimeoutExpired):
            waiting.wait(a_while)
        _out, told = waiting.communicate()
    assert (waiting.returncode, told) == (130, b"")


def test_ctrl_c_is_quiet_while_the_command_line_is_being_loaded():
    code = (
        "import sys\n"
        "class Interrupted:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == sys.argv[1]: raise KeyboardInterrupt\n"
        "from curator.cli import main\n"
        "sys.meta_path.insert(0, Interrupted())\n"
        "sys.exit(main(['formats']))"
    )
    for module in ("curator.arguments", "argparse", "curator.domain.errors"):
        done = subprocess.run(
            [sys.executable, "-c", code, module], capture_output=True, check=False, cwd=paths.PACKAGE.parent
        )
        assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_help_and_version_load_nothing_heavy():
    code = (
        "import sys; from curator import cli\n"
        "try:\n    cli.main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'sqlalchemy', 'PySide6', 'numpy', 'yaml', 'curator.services', 'logging'}\n"
        "heavy &= set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(paths.PACKAGE.parent), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert program("--version").stdout.startswith(b"curator ")


@pytest.fixture
def told_twice(run, tmp_path):
    """Two articles in two languages that state the same."""
    folder = tmp_path / "twice"
    folder.mkdir()
    for name, lang, text in (
        ("en.md", "en", "Siemens will pay Bosch up to $2.2 billion for signals."),
        ("de.md", "de", "Siemens will Bosch für Signale bis zu 2,24 Milliarden Dollar zahlen."),
    ):
        (folder / name).write_text(f"---\ntitle: {name}\nlang: {lang}\n---\n\n{text}\n", encoding="utf-8")
    assert run("import", folder)[0] == 0


def test_facts_that_several_articles_state_are_listed_with_their_languages(run, told_twice):
    status, out, err = run("facts", "--corroborate")
    assert status == 0
    (line,) = [line for line in out.splitlines() if "USD" in line]
    assert "2 (" in line
    assert {"en", "de", "Siemens,", "Bosch"} <= set(line.split())
    assert "1 fact that more than one article states" in err


def test_corroborated_facts_are_json_with_their_places(run, told_twice):
    status, out, _ = run("facts", "--corroborate", "lang:de", "--json")
    (fact,) = json.loads(out)["facts"]
    assert status == 0
    assert (fact["articles"], fact["languages"], fact["differs"]) == (2, ["de", "en"], [])
    assert [place["quote"] for place in fact["places"]] == ["2,24 Milliarden Dollar", "$2.2 billion"]
    assert json.loads(run("facts", "--corroborate", "lang:cs", "--json")[1]) == {"facts": []}
