import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator import logs, settings
from curator.settings import Settings


def test_without_a_file_all_is_default():
    assert settings.load() == Settings()


def test_what_is_saved_is_loaded():
    chosen = Settings(library="/a/ž.curator", who='Ann "A" Novák\\', theme="dark")
    settings.save(chosen)
    assert settings.load() == chosen
    assert [each.name for each in settings.file().parent.iterdir()] == ["settings.toml"]


@given(st.text())
def test_any_text_can_be_a_setting(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    settings.save(Settings(who=text), path)
    expected = "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
    assert settings.load(path).who == expected


@pytest.mark.parametrize(
    "text", ["", "not toml at all [", "theme = 3", 'theme = "purple"', "who = ['a']", "\0\xff"]
)
def test_what_cannot_be_understood_is_the_default(tmp_path, text):
    path = tmp_path / "settings.toml"
    path.write_text(text, "latin-1")
    assert settings.load(path) == Settings()


def test_a_file_that_is_no_toml_is_put_aside(tmp_path, caplog):
    path = tmp_path / "settings.toml"
    path.write_text("theme = dark")
    settings.save(Settings(theme="light"), path)
    assert settings.load(path).theme == "light"
    assert (tmp_path / "settings.toml.unread").read_text() == "theme = dark"
    assert "The settings cannot be read" in caplog.text


def test_what_nobody_knows_stays(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text('colour = "red"\nnumbers = [1, 2]\ntheme = "dark"\n')
    settings.save(Settings(theme="light"), path)
    kept = tomllib.loads(path.read_text())
    assert (kept["colour"], kept["numbers"], kept["theme"]) == ("red", [1, 2], "light")


def test_the_log_is_written_below_its_folder():
    import logging

    place = logs.start()
    assert logs.start() == place
    logging.getLogger("curator.test").warning("a warning")
    root = logging.getLogger()
    for handler in list(root.handlers):
        if isinstance(handler, logs.RotatingFileHandler):
            handler.close()
            root.removeHandler(handler)
    assert "WARNING curator.test: a warning" in place.read_text("utf-8")
