"""`curator write`: edited fields go back into the files, after a look at what would change."""

import json

import pytest

POST = """---
title: Orchard opens a plant   # working title
date: 2031-01-05
---

Orchard Chips will spend up to $20 million on a plant. It opens in the second half of 2031.
"""


@pytest.fixture
def file(run, tmp_path):
    """A file that was imported and whose title was edited."""
    made = tmp_path / "post.md"
    made.write_text(POST)
    assert run("import", made)[0] == 0
    assert run("edit", "id:1", "title=Orchard opens two plants")[0] == 0
    return made


def test_a_dry_run_prints_the_difference_and_writes_nothing(run, file):
    status, out, err = run("write", "--dry-run")
    assert status == 0
    assert "-title: Orchard opens a plant   # working title\n" in out
    assert "+title: Orchard opens two plants   # working title\n" in out
    assert "1 file would be written" in err
    assert file.read_text() == POST


def test_what_was_edited_is_written(run, file):
    status, out, err = run("write", "id:1")
    assert status == 0
    assert out == f"{file}: written (title)\n"
    assert "1 file written." in err
    assert file.read_text() == POST.replace("a plant   #", "two plants   #")
    assert run("write")[2].endswith("Nothing was edited since the files were read.\n")


def test_what_is_refused_is_told_with_its_reason(run, file):
    file.write_text("changed")
    status, out, err = run("write", "--json")
    assert status == 1
    assert "changed by another program" in err
    told = json.loads(out)
    assert (told["written"], told["refused"]) == (0, 1)
    assert told["items"][0]["file"] == str(file)


def test_a_text_without_front_matter_is_told_each_time_and_is_no_failure(run, file, tmp_path):
    plain = tmp_path / "plain.txt"
    plain.write_text("Orchard hires\n\nOrchard Chips will hire 200 people by the summer of 2031.\n")
    assert run("import", plain)[0] == 0
    assert run("edit", "id:2", "title=Orchard hires two hundred")[0] == 0
    status, out, err = run("write", "--json")
    assert (status, [each["lacks_place"] for each in json.loads(out)["items"]]) == (0, [False, True])
    for _ in range(2):
        status, out, err = run("write")
        assert (status, out) == (0, "")
        assert f"{plain}: The file has no front matter" in err
        assert "1 file without front matter, whose edits stay in the library.\n" in err
    assert plain.read_text().startswith("Orchard hires\n")
    assert "two hundred" in run("show", "2")[1]


def test_a_query_chooses_what_is_written(run, file):
    assert run("write", "tag:none")[1] == ""
    assert file.read_text() == POST


def test_files_that_other_programs_changed_are_listed_and_reloaded(run, file):
    assert run("changed") == (0, "", "curator: All files are as they were read.\n")
    file.write_text(POST.replace("a plant", "a mill"))
    assert run("changed")[1] == f"changed: {file} (not saved: title)\n"
    assert run("changed", "--reload")[1] == f"kept: {file} (not saved: title)\n"
    assert run("undo")[0] == 0
    status, out, err = run("changed", "--reload")
    assert (status, out) == (0, f"reloaded: {file}\n")
    assert "1 file reloaded" in err
    assert "a mill" in run("show", "1")[1]
    assert json.loads(run("changed", "--json")[1]) == []


def test_a_file_that_is_gone_is_listed(run, file):
    file.unlink()
    assert json.loads(run("changed", "--json")[1])[0]["standing"] == "gone"
