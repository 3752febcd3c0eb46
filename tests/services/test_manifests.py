"""Manifests: an export can be checked, by anybody, at any time."""

import json
import shutil

import pytest

from curator.domain.errors import Cancelled, CuratorError
from curator.services import editing
from curator.services.exports import exporting, manifests
from curator.services.exports.exporting import Contents


def test_a_manifest_says_what_is_in_an_export(library, filled, tmp_path):
    editing.set_field(library, [1], "note", "seen")
    report = exporting.export(
        library, "tag:AI", "csv", tmp_path / "a.csv", contents=Contents(title="Morning")
    )
    data = json.loads((tmp_path / "a.csv.manifest.json").read_text("utf-8"))
    assert report.manifest == tmp_path / "a.csv.manifest.json"
    assert data["query"] == "tag:AI"
    assert data["title"] == "Morning"
    assert data["editors"] == ["tester"]
    assert data["engines"] == {"cleaning": [1], "extraction": [1]}
    assert data["written"] == len(data["articles"]) == len(report.written)
    assert [each["path"] for each in data["files"]] == ["a.csv"]


def test_what_was_chosen_by_hand_has_no_query(library, filled, tmp_path):
    exporting.export(library, [2, 1], "jsonl", tmp_path / "a.jsonl")
    data = json.loads((tmp_path / "a.jsonl.manifest.json").read_text("utf-8"))
    assert data["query"] is None
    assert data["articles"] == [2, 1]


def test_an_untouched_export_is_whole_also_after_a_move(library, filled, tmp_path):
    exporting.export(library, "", "markdown", tmp_path / "out")
    assert manifests.verify(tmp_path / "out").is_whole
    (tmp_path / "elsewhere").mkdir()
    shutil.move(tmp_path / "out", tmp_path / "elsewhere" / "out")
    shutil.move(tmp_path / "out.manifest.json", tmp_path / "elsewhere")
    found = manifests.verify(tmp_path / "elsewhere" / "out.manifest.json")
    assert len(found.whole) == 5
    assert found.unknown == ()


def test_what_was_changed_removed_or_added_is_named(library, filled, tmp_path):
    exporting.export(library, "", "markdown", tmp_path / "out")
    changed, removed, *_ = sorted((tmp_path / "out" / "folder").iterdir())
    changed.write_bytes(changed.read_bytes() + b" ")
    removed.unlink()
    (tmp_path / "out" / "new.md").write_text("new")
    found = manifests.verify(tmp_path / "out")
    assert not found.is_whole
    assert found.changed == (f"out/folder/{changed.name}",)
    assert found.missing == (f"out/folder/{removed.name}",)
    assert found.unknown == ("out/new.md",)


@pytest.mark.parametrize("form", ["markdown", "jsonl", "csv", "html", "svg"])
def test_the_same_library_and_choice_give_the_same_bytes(library, filled, tmp_path, form):
    places = [tmp_path / "one" / "out", tmp_path / "two" / "out"]
    for place in places:
        exporting.export(library, "", form, place)
    written = [
        {
            file.relative_to(place.parent): file.read_bytes()
            for file in place.parent.rglob("*")
            if file.is_file()
        }
        for place in places
    ]
    assert written[0] == written[1]


def test_what_could_not_be_written_stands_in_the_manifest(library, filled, tmp_path):
    (tmp_path / "out" / "folder" / "1.md").mkdir(parents=True)
    exporting.export(library, "", "markdown", tmp_path / "out")
    (left,) = json.loads((tmp_path / "out.manifest.json").read_text("utf-8"))["left_out"]
    assert left["path"] == "folder/1.md"
    assert "folder has this name" in left["reason"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no manifest of Curator"),
        ("[]", "no manifest of Curator"),
        ('{"files": [{"path": "../../etc/passwd", "size": 1, "sha256": ""}]}', "outside"),
        ('{"files": [{"path": "/etc/passwd", "size": 1, "sha256": ""}]}', "outside"),
        ('{"manifest": 99, "files": []}', "newer"),
        ("[" * 100_000, "no manifest of Curator"),
    ],
)
def test_a_file_that_is_no_manifest_is_told_so(tmp_path, text, said):
    place = tmp_path / "a.csv.manifest.json"
    place.write_text(text)
    with pytest.raises(CuratorError, match=said):
        manifests.verify(place)


def test_without_a_manifest_it_says_where_it_was_looked_for(tmp_path):
    with pytest.raises(CuratorError, match=r"a\.csv\.manifest\.json"):
        manifests.verify(tmp_path / "a.csv")


def test_checking_can_be_stopped(library, filled, tmp_path):
    exporting.export(library, "", "markdown", tmp_path / "out")

    def stop(done, total, label=""):
        raise Cancelled

    with pytest.raises(Cancelled):
        manifests.verify(tmp_path / "out", stop)


def test_checking_tells_each_file_before_it_and_the_end(library, filled, tmp_path):
    exporting.export(library, [1, 2], "markdown", tmp_path / "out")
    told = []
    found = manifests.verify(tmp_path / "out", lambda *each: told.append(each))
    assert told == [(0, 2, found.whole[0]), (1, 2, found.whole[1]), (2, 2, "")]
