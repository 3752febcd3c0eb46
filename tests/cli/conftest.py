"""What the commands' tests share."""

import io
import signal
import sys

import pytest

from curator import cli


@pytest.fixture
def heeded():
    """Programs that are started heed Ctrl+C, also where the tests are a shell's job in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def library(tmp_path):
    """Where the library of this test will be."""
    return tmp_path / "library.curator"


@pytest.fixture
def run(library, capsysbinary, monkeypatch):
    """Run a command in this process: status, standard output, standard error."""

    def ran(*words, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            status = cli.main(["--library", str(library), *map(str, words)])
        except SystemExit as stop:
            status = stop.code
        sys.stdout.flush()
        out, err = capsysbinary.readouterr()
        return status, out.decode("utf-8", "surrogatepass"), err.decode()

    return ran
