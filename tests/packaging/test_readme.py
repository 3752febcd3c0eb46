"""What the README shows works as it stands there."""

import io
import re
from pathlib import Path

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
