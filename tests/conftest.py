"""What every test gets: no display, no user's own folders, the same random choices each time in CI."""

import gc
import os
import pkgutil
import sys
import time
from contextlib import contextmanager
from importlib import import_module
from itertools import count

import pytest
from hypothesis import HealthCheck, settings

import curator
from tests.patience import PatientQtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Machines are slow and busy with other things, so a limit of time for examples would fail by chance.
settings.register_profile("curator", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("curator"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "curator")

_LONGEST_NAME = 60
_homes = count()
_followed = set()


def _tracer():
    """Coverage's, if it follows what is run."""
    tracer = sys.gettrace()
    return tracer if type(tracer).__module__.partition(".")[0] == "coverage" else None


@contextmanager
def _untraced():
    """What runs in it is not followed by coverage, which takes twice the time for Python's lines up to 3.11.

    pytest-cov's own way out (`no_cover`) does nothing in the processes of pytest-xdist.
    """
    tracer = _tracer()
    if tracer:
        sys.settrace(None)
    try:
        yield
    finally:
        if tracer:
            sys.settrace(tracer)


@pytest.hookimpl(wrapper=True)
def pytest_collection(session):
    """Nobody looks for garbage while the tests are read, nor later in what was read.

    Coverage follows the program's modules, and not how the tests are made of theirs. The process that only
    hands them out has nothing to follow.
    """
    if session.config.pluginmanager.has_plugin("dsession"):
        sys.settrace(None)
    if _tracer():
        for module in pkgutil.walk_packages(curator.__path__, "curator."):
            if not module.name.endswith("__main__"):
                import_module(module.name)
    gc.disable()
    try:
        with _untraced():
            return (yield)
    finally:
        gc.enable()
        gc.freeze()


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item):
    """Tests with made up texts go over the same lines hundreds of times, as do those marked so."""
    if not _is_repetitive(item):
        return (yield)
    with _untraced():
        return (yield)


def pytest_make_parametrize_id(val):
    """A long text is named by its beginning and its length: some have half a million characters."""
    if isinstance(val, str | bytes) and len(val) > _LONGEST_NAME:
        return f"{val[:_LONGEST_NAME]!r}... {len(val)}"
    return None


def _is_repetitive(item):
    if getattr(item.obj, "is_hypothesis_test", False):
        return True
    marked = item.get_closest_marker("repetitive")
    if marked is None:
        return False
    case = item.callspec.indices.values() if hasattr(item, "callspec") else ()
    return sum(case) >= marked.kwargs.get("after", 0)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_fixture_setup(fixturedef, request):
    """What a fixture makes for the tests of a module is followed once."""
    made = (request._pyfuncitem.path, fixturedef.argname, request.param_index)
    if made not in _followed:
        _followed.add(made)
        return (yield)
    with _untraced():
        return (yield)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory, monkeypatch):
    """Each test has its own place for libraries, settings and logs; it is made when it is needed."""
    home = tmp_path_factory.getbasetemp() / f"home-{next(_homes)}"
    monkeypatch.setenv("CURATOR_HOME", str(home))


@pytest.fixture
def qtbot(qapp, request):
    """pytest-qt's, with patience."""
    return PatientQtBot(request)


@pytest.fixture
def grows_linearly():
    """Holds that work on a text takes time in proportion to it, and gives what it made of the whole.

    A quarter of the text is held against the whole: quadratic work would take sixteen times as long. Both are
    measured in one run, in processor time and without coverage, and again if a busy machine got in between;
    what takes less than a second is taken as it is. A text is long enough if the whole takes about as much.
    """

    def spent(work, text):
        with _untraced():
            begun = time.process_time()
            made = work(text)
            return time.process_time() - begun, made

    def check(work, text):
        for _ in range(3):
            whole, made = spent(work, text)
            if whole <= 1.0:
                return made
            quarter, _made = spent(work, text[: len(text) // 4])
            if whole <= 10 * quarter:
                return made
        pytest.fail(f"{quarter:.2f} s for a quarter of the text, {whole:.2f} s for the whole")

    return check
