import pytest

from curator import logs, settings
from curator.commands import libraries
from curator.settings import Settings


def test_without_a_file_all_is_default():
    assert settings.load() == Settings()


def test_what_the_file_says_is_taken():
    settings.file().parent.mkdir(parents=True)
    settings.file().write_text('library = "/a/ž.curator"\nwho = "Ann Novák"\ntheme = "dark"\n', "utf-8")
    assert settings.load() == Settings(library="/a/ž.curator", who="Ann Novák", theme="dark")


@pytest.mark.parametrize(
    "text", ["", "not toml at all [", "theme = 3", 'theme = "purple"', "who = ['a']", "\0\xff"]
)
def test_what_cannot_be_understood_is_the_default(tmp_path, text):
    path = tmp_path / "settings.toml"
    path.write_text(text, "latin-1")
    assert settings.load(path) == Settings()


def test_a_file_that_is_no_toml_is_told_in_the_log(tmp_path, caplog):
    path = tmp_path / "settings.toml"
    path.write_text("theme = dark")
    assert settings.load(path) == Settings()
    assert "The settings cannot be read" in caplog.text


def test_what_nobody_knows_does_no_harm(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text('colour = "red"\nnumbers = [1, 2]\ntheme = "dark"\n')
    assert settings.load(path) == Settings(theme="dark")


def test_the_journal_names_whom_the_environment_or_else_the_settings_name(monkeypatch):
    assert libraries.who() is None
    settings.file().parent.mkdir(parents=True)
    settings.file().write_text('who = "Ann Novák"\n', "utf-8")
    assert libraries.who() == "Ann Novák"
    monkeypatch.setenv("CURATOR_USER", "night desk")
    assert libraries.who() == "night desk"


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
