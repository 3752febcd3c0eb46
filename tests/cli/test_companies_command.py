"""`curator companies` as other programs use it."""

import json

import pytest

POSTS = {
    "one.md": "---\ntitle: One\ncompanies: [Orchard Chips]\n---\n\nOrchard Chips opens a plant.\n",
    "two.md": "---\ntitle: Two\ncompanies: [OrchardChips]\n---\n\nOrchardChips waits.\n",
    "three.md": "---\ntitle: Three\ncompanies: [Harbour Lamps]\n---\n\nHarbour Lamps shine.\n",
}


@pytest.fixture
def run(run, tmp_path):
    """Run a command on a library with three articles."""
    folder = tmp_path / "posts"
    folder.mkdir()
    for name, text in POSTS.items():
        (folder / name).write_text(text, "utf-8")
    assert run("import", folder)[0] == 0
    return run


def companies(run, *words):
    status, out, _ = run("companies", "list", *words, "--json")
    assert status == 0
    return {each["name"]: each for each in json.loads(out)}


def test_companies_are_listed(run):
    status, out, _ = run("companies")
    assert status == 0
    assert out.splitlines()[0].split() == ["company", "articles", "facts", "aliases"]
    assert companies(run).keys() == {"Orchard Chips", "OrchardChips", "Harbour Lamps"}
    assert companies(run, "lamps").keys() == {"Harbour Lamps"}


def test_a_dry_run_says_what_would_change_and_changes_nothing(run):
    before = companies(run)
    status, out, _ = run("companies", "merge", "Orchard Chips", "OrchardChips", "--dry-run")
    assert status == 0
    assert "would change." in out
    assert "Aliases kept: OrchardChips." in out
    assert companies(run) == before


def test_a_merge_is_undone_by_undo(run):
    before = companies(run)
    status, out, _ = run("companies", "merge", "Orchard Chips", "OrchardChips", "--json")
    made = json.loads(out)
    assert status == 0
    assert made["steps"] == ["Merge OrchardChips into Orchard Chips"]
    assert made["articles"] == 1
    assert companies(run)["Orchard Chips"]["articles"] == 2
    assert run("undo")[0] == 0
    assert companies(run) == before


def test_a_split_takes_the_words_given(run):
    run("companies", "merge", "Orchard Chips", "OrchardChips")
    status, out, _ = run("companies", "split", "Orchard Chips", "OrchardChips", "--to", "Silicon")
    assert (status, "To Silicon: OrchardChips." in out) == (0, True)
    assert companies(run)["Silicon"]["aliases"] == ["OrchardChips"]


def test_aliases_are_given_with_plus_and_minus(run):
    assert run("companies", "alias", "Harbour Lamps", "+Port Lamps", "+HL")[0] == 0
    assert run("companies", "alias", "Harbour Lamps", "-HL", "--json")[0] == 0
    assert companies(run)["Harbour Lamps"]["aliases"] == ["Port Lamps"]
    assert "Port Lamps" in run("companies", "alias", "port lamps")[1]
    status, _, err = run("companies", "alias", "Harbour Lamps", "+orchard chips")
    assert (status, "Merge the two instead." in err) == (1, True)


def test_rename_and_distinct_are_steps(run):
    assert "OrchardChips" in run("companies", "suggest")[1]
    assert run("companies", "distinct", "Orchard Chips", "OrchardChips")[0] == 0
    assert json.loads(run("companies", "suggest", "--json")[1]) == []
    status, out, _ = run("companies", "rename", "Harbour Lamps", "Harbour Lights")
    assert (status, out) == (0, "Rename Harbour Lamps to Harbour Lights\n")
    assert "Harbour Lights" in companies(run)


def test_an_unknown_company_is_told(run):
    status, _, err = run("companies", "merge", "Orchard Chips", "Nobody")
    assert (status, "There is no company “Nobody”." in err) == (1, True)
    assert run("companies", "merge", "Orchard Chips")[0] == 2


def test_the_help_has_examples(run):
    status, out, _ = run("companies", "--help")
    assert (status, "examples:" in out, "--dry-run" in out) == (0, True, True)
