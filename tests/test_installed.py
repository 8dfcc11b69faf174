"""The wheel and the sdist: what is in them, and every command of the wheel where the checkout cannot be seen."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

import netsheet
from tests.command_line import TODAY
from tests.lowest import PROJECT
from tests.test_socket import all_words

ROOT = PROJECT.parent
NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv*", ".*_cache", ".hypothesis", "__pycache__", ".coverage*", "demo", "dist"
)
SECRET = "hunter2-Xyzzy-4711"  # noqa: S105 - planted, to be looked for

pytestmark = pytest.mark.slow


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build made."""

    wheel: Path
    sdist: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build both from a copy of the project in which a developer's own files lie about."""
    folder = tmp_path_factory.mktemp("build")
    project = Path(shutil.copytree(ROOT, folder / "project", ignore=NOT_COPIED))
    for stray in (".env", "my-log.csv", "netsheet/__pycache__/cli.cpython-311.pyc", ".venv/pyvenv.cfg"):
        (project / stray).parent.mkdir(exist_ok=True)
        (project / stray).write_text(SECRET, "utf-8")
    _build(project, folder)
    return Built(wheel=next(folder.glob("*.whl")), sdist=next(folder.glob("*.tar.gz")))


def _build(project: Path, folder: Path, *targets: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--directory", folder, *targets],
        cwd=project,
        check=True,
        capture_output=True,
        timeout=120,
    )


def in_wheel(built: Built) -> dict[str, bytes]:
    with zipfile.ZipFile(built.wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def in_sdist(built: Built) -> dict[str, bytes]:
    with tarfile.open(built.sdist) as archive:
        members = {each.name.partition("/")[2]: archive.extractfile(each) for each in archive}
        return {name: member.read() for name, member in members.items() if member is not None}


def test_the_wheel_holds_the_package_its_templates_and_samples_and_nothing_else(built: Built) -> None:
    package = {path.relative_to(ROOT).as_posix() for path in (ROOT / "netsheet").rglob("*.py")}
    page = {path.relative_to(ROOT).as_posix() for path in (ROOT / "netsheet/render/page").iterdir()}
    samples = {path.name for path in (ROOT / "sample_workbooks").glob("*.[cx]*")}
    folder = ROOT / "templates"
    templates = {path.relative_to(folder).as_posix() for path in folder.rglob("*.j2")}

    names = {name for name in in_wheel(built) if ".dist-info/" not in name}
    assert names == {
        *package,
        *page,
        "netsheet/py.typed",
        *(f"netsheet/_sample_workbooks/{name}" for name in samples),
        *(f"netsheet/_templates/{name}" for name in templates),
    }


def test_the_wheel_carries_its_licence_its_readme_and_what_it_needs(built: Built) -> None:
    contents = in_wheel(built)
    about = f"netsheet-{netsheet.__version__}.dist-info"

    metadata = contents[f"{about}/METADATA"].decode("utf-8")
    assert contents[f"{about}/licenses/LICENSE"] == (ROOT / "LICENSE").read_bytes()
    assert (ROOT / "README.md").read_text("utf-8").strip() in metadata
    assert "Requires-Python: >=3.11" in metadata
    assert contents[f"{about}/entry_points.txt"].split() == [
        b"[console_scripts]",
        b"netsheet",
        b"=",
        b"netsheet.__main__:main",
    ]


def test_the_sdist_holds_what_the_wheel_is_built_from_and_what_to_read_first(built: Built) -> None:
    tops = {name.partition("/")[0] for name in in_sdist(built)}

    assert tops == {
        "netsheet", "templates", "sample_workbooks", "pyproject.toml", "PKG-INFO",
        "README.md", "CHANGELOG.md", "LICENSE", ".gitignore",
    }  # fmt: skip


def test_nothing_of_a_developers_own_gets_into_either(built: Built) -> None:
    for contents in (in_wheel(built), in_sdist(built)):
        assert all(SECRET.encode() not in content for content in contents.values())
        assert not any(
            re.search(r"(^|/)(__pycache__|tests?|docs|\.env|.*\.pyc)(/|$)", name) for name in contents
        )


def test_the_sdist_builds_the_same_wheel(built: Built, tmp_path: Path) -> None:
    with tarfile.open(built.sdist) as archive:
        archive.extractall(tmp_path, filter="data")

    _build(next(tmp_path.iterdir()), tmp_path / "again", "--target", "wheel")

    assert (tmp_path / "again" / built.wheel.name).read_bytes() == built.wheel.read_bytes()


@pytest.fixture(scope="module")
def programs(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an environment of its own; what it needs is borrowed from that of the tests.

    A folder named in a .pth file is searched, but the .pth files in it are not read: so a checkout that is
    installed for editing stays out.
    """
    environment = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True, timeout=120)
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    install = ["pip", "--python", str(programs / "python"), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([sys.executable, "-m", *install, built.wheel], check=True, timeout=120)
    packages = next(environment.glob("[Ll]ib/**/site-packages"))
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return programs


def ran(program: Path, *words: object, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder of its own, without what the tests' environment would add."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COVERAGE"))}
    return subprocess.run(
        [program, *map(str, words)],
        cwd=folder,
        env=kept,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_the_checkout_cannot_be_seen_from_there(programs: Path, tmp_path: Path) -> None:
    code = "import sys, netsheet, rich; print(netsheet.__file__); print(*sys.path, sep='\\n')"

    lines = ran(programs / "python", "-c", code, folder=tmp_path).stdout.splitlines()

    assert Path(lines[0]).is_relative_to(programs.parent)
    assert str(ROOT) not in lines


def test_every_command_of_the_wheel_runs_where_the_checkout_cannot_be_seen(
    programs: Path, tmp_path: Path
) -> None:
    said = []
    for words in all_words(tmp_path):
        ended = ran(programs / "netsheet", *words, folder=tmp_path)
        said.append((words[0], ended.returncode, ended.stderr))

    assert [each for each in said if each[1:] not in {(0, ""), (1, "")}] == []
    assert {words for words, code, _ in said if code == 1} <= {"check", "refresh"}
    assert next((tmp_path / "drafts").rglob("*.eml")).stat().st_size > 0
    assert (tmp_path / "new.xlsx").stat().st_size > 0


@pytest.mark.parametrize("way", [["netsheet"], ["python", "-m", "netsheet"]], ids=" ".join)
def test_it_tells_its_version_and_fills_in_a_bundled_template(
    way: list[str], programs: Path, tmp_path: Path
) -> None:
    program, words = programs / way[0], way[1:]

    assert (
        ran(program, *words, "--version", folder=tmp_path).stdout
        == f"netsheet, version {netsheet.__version__}\n"
    )
    filled = ran(program, *words, "templates", "show", "check-in", "--example", folder=tmp_path)
    assert (filled.returncode, filled.stderr) == (0, "")
    assert filled.stdout.startswith("Subject: ")


def test_a_log_that_was_just_made_is_refreshed(programs: Path, tmp_path: Path) -> None:
    assert ran(programs / "netsheet", "init", "my-log.xlsx", folder=tmp_path).returncode == 0

    refreshed = ran(programs / "netsheet", "refresh", "my-log.xlsx", "--today", TODAY, folder=tmp_path)

    assert (refreshed.returncode, refreshed.stderr) == (0, "")
