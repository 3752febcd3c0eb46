"""What the README shows works as it stands there."""

import dataclasses
import io
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from curator import paths, settings
from curator.domain.exports import Edition
from curator.formats.writing import FileWriter

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


def code(language):
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_example_of_an_extension_writes():
    (source,) = (each for each in code("python") if "our_desk" in each)
    names = {}
    exec(compile(source, "README.md", "exec"), names)
    writer = names["WRITER"]
    assert isinstance(writer, FileWriter)
    stream = io.BytesIO()
    writer.write([], Edition("Week 17", "", 0, ""), stream)
    assert stream.getvalue() == b"Minutes: Week 17\n"


def test_the_example_of_the_library_runs():
    (source,) = (each for each in code("python") if "clean(text)" in each)
    names = {"text": "Orchard pays 20 million euros.", "print": lambda *_: None}
    exec(compile(source, "README.md", "exec"), names)
    assert names["fact"].quote == "20 million euros"


def test_every_command_shown_is_a_command():
    from curator.arguments import parser

    commands = {
        line.split()[1] for block in code("sh") for line in block.splitlines() if line.startswith("curator ")
    }
    known = parser().format_help()
    assert all(f"    {each} " in known for each in commands)


def test_every_setting_is_told_with_a_value_that_it_may_have(tmp_path):
    (block,) = (each for each in code("toml") if "theme" in each)
    file = tmp_path / "settings.toml"
    file.write_text(block, "utf-8")
    said = tomllib.loads(block)
    assert said == dataclasses.asdict(settings.load(file))


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="the commands are shown as a Unix shell takes them")
def test_the_commands_do_what_is_said_of_them(tmp_path):
    (commands,) = (block for block in code("sh") if "curator import" in block)
    shutil.copytree(paths.resource("samples", "2026"), tmp_path / "News" / "2026-04-20")
    (tmp_path / "damaged.txt").write_text("TovÃ¡rna stojÃ\xad u Å™eky.\n", "utf-8")
    (tmp_path / "article.txt").write_text("Orchard pays 20 million euros.\n", "utf-8")
    script = f'set -e\ncurator() {{ "{sys.executable}" -m curator "$@"; }}\n{commands}'
    places = {"HOME": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        ["sh", "-c", script], cwd=tmp_path, env=os.environ | places, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    assert list((tmp_path / "week-17").rglob("*.md"))
    assert b"1 file as written" in done.stdout
    assert (tmp_path / "right.txt").read_text("utf-8") == "Továrna stojí u řeky.\n"
    assert b"20 million euros" in done.stdout
    assert b"0 articles exported" not in done.stderr
