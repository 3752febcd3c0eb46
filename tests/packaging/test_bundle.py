"""The bundle and the Debian package, built from this checkout and started as a user has them."""

import shutil
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("bundle"),  # it is built once
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="tried on Linux only"),
    pytest.mark.skipif(shutil.which("objdump") is None, reason="needs objdump (Debian: binutils)"),
]


def script(name):
    """A builder of packaging/, as a module."""
    spec = spec_from_file_location(name, ROOT / "packaging" / f"{name}.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    """The folder with the program."""
    from PyInstaller.depend import bindepend
    from PyInstaller.exceptions import PythonLibraryNotFoundError

    try:
        bindepend.get_python_library_path()
    except PythonLibraryNotFoundError:
        pytest.skip("this Python has no shared library (Debian: libpython3.11 and so on)")
    return script("build_bundle").bundled(tmp_path_factory.mktemp("bundle"))


def curator(program, home, *arguments):
    """The program in an environment that knows no Python."""
    environment = {"HOME": str(home), "PATH": "/nowhere", "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [str(program), *arguments], cwd=home, env=environment, check=False, capture_output=True, text=True
    )


def test_the_bundle_imports_many_files_in_processes_of_its_own(bundle, tmp_path):
    for number in range(60):
        body = f"Firma Orchard zaplatÃ\xad {number + 2} miliÃ³nÅ¯ eur."
        text = f"---\ntitle: Article {number}\nlang: cs\n---\n{body}\n"
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    imported = curator(bundle / "curator", tmp_path, "import", ".")
    assert (imported.returncode, imported.stderr) == (0, "")
    assert "60 added" in imported.stdout
    listed = curator(bundle / "curator", tmp_path, "export", "*", "--format", "jsonl", "--out", "all.jsonl")
    assert listed.returncode == 0, listed.stderr
    assert "zaplatí" in (tmp_path / "all.jsonl").read_text(encoding="utf-8")


PAGE = """<html lang="en"><head><title>Cranes</title></head><body><nav><a href="/">Home</a></nav><article>
<h1>Cranes for the harbour</h1><p>The port buys cranes from Kranwerk for 40 million euros.</p>
<p>They arrive by 2028.</p>
<p>The harbour will be closed for three weeks, and Kranwerk is to hire 300 people until then.</p>
</article></body></html>
"""


def test_the_bundle_reads_pages_and_writes_what_needs_other_packages(bundle, tmp_path):
    (tmp_path / "cranes.html").write_text(PAGE, encoding="utf-8")
    program = bundle / "curator"
    imported = curator(program, tmp_path, "import", "cranes.html")
    assert (imported.returncode, imported.stderr) == (0, "")
    for name in ("xlsx", "html", "pdf", "png"):
        written = curator(program, tmp_path, "export", "--format", name, "--out", f"all.{name}", "*")
        assert written.returncode == 0, written.stderr
        assert (tmp_path / f"all.{name}").stat().st_size > 1000
    assert "Kranwerk" in (tmp_path / "all.html").read_text(encoding="utf-8")
    refused = curator(program, tmp_path, "export", "--format", "parquet", "--out", "all.parquet", "*")
    assert refused.returncode == 1
    assert "pyarrow" in refused.stderr


def test_the_bundle_draws_the_desk(bundle, tmp_path):
    drawn = curator(bundle / "curator", tmp_path, "demo", "--screenshot", "desk.png")
    assert (drawn.returncode, drawn.stderr) == (0, "")
    assert (tmp_path / "desk.png").stat().st_size > 50_000


def test_the_bundle_brings_the_licences_of_what_it_holds(bundle):
    holders = {path.name.partition("-")[0].lower() for path in (bundle / "_internal").glob("*.dist-info")}
    assert {"curator", "pyside6_essentials", "sqlalchemy", "ftfy", "pyqtgraph"} <= holders
    assert any((bundle / "_internal").glob("curator-*.dist-info/licenses/LICENSE"))


def test_the_archive_unpacks_into_one_folder_that_starts(bundle, tmp_path):
    file = script("build_bundle").packed(bundle, tmp_path, level=0)
    shutil.unpack_archive(file, tmp_path, filter="data")
    told = curator(tmp_path / bundle.name / "curator", tmp_path, "--version")
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("curator ")


@pytest.fixture(scope="module")
def package(bundle, tmp_path_factory):
    """The Debian package."""
    if shutil.which("dpkg-deb") is None:
        pytest.skip("needs dpkg-deb")
    return script("build_deb").deb(bundle, tmp_path_factory.mktemp("package"), compression="none")


def test_the_debian_package_installs_a_command_an_entry_and_an_icon(package, tmp_path):
    subprocess.run(["dpkg-deb", "--extract", str(package), str(tmp_path)], check=True)
    shared = tmp_path / "usr" / "share"
    assert (shared / "applications" / "org.curator.Curator.desktop").is_file()
    assert (shared / "metainfo" / "org.curator.Curator.metainfo.xml").is_file()
    assert (shared / "icons" / "hicolor" / "scalable" / "apps" / "org.curator.Curator.svg").is_file()
    told = curator(tmp_path / "usr" / "bin" / "curator", tmp_path, "--version")
    assert (told.returncode, told.stderr) == (0, "")


def test_the_debian_package_asks_for_the_libraries_it_does_not_bring(bundle, package):
    command = ["dpkg-deb", "--field", str(package), "Depends"]
    depends = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    asked = {entry.split()[0] for entry in depends.split(",")}
    assert {"libc6", "fontconfig"} <= asked
    brought = {path.name for path in bundle.rglob("*.so*")}
    for library, package_of_it in script("build_deb").table("libraries"):
        assert library in brought or package_of_it in asked, library
