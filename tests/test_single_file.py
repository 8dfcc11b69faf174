"""The single file that ``make dist`` makes: started on another Python, it says which one it is for."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from release.make_pyz import DIST, PREAMBLE
from release.try_pyz import main
from tests.command_line import run

HERE = sysconfig.get_platform(), f"{sys.version_info.major}.{sys.version_info.minor}"


def begin(system: str, version: str) -> subprocess.CompletedProcess[str]:
    """Run what the file runs first."""
    code = PREAMBLE.format(system=system, version=version) + "print('goes on')"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_on_its_own_system_and_version_it_goes_on() -> None:
    assert begin(*HERE).stdout == "goes on\n"


@pytest.mark.parametrize(("system", "version"), [(HERE[0], "3.99"), ("plan9-vax", HERE[1])])
def test_elsewhere_it_says_which_file_to_take(system: str, version: str) -> None:
    ended = begin(system, version)

    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == (
        f"netsheet: This file is for Python {version} on {system}, but this is Python {HERE[1]} on {HERE[0]}.\n"
        f"  Take the file netsheet-{HERE[0]}-py{HERE[1]}.pyz (3.11 or newer), or type: python{version} FILE\n"
    )


@pytest.mark.parametrize(("system", "python"), [("linux", "python3"), ("darwin", "python3"), ("win32", "py")])
def test_from_a_single_file_the_first_words_say_what_to_type(
    system: str, python: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["some/folder/netsheet.pyz"])
    monkeypatch.setattr("netsheet.cli.sys.platform", system)

    assert f'For "netsheet" type: {python} netsheet.pyz' in run().stdout


def test_the_file_runs_with_python_alone() -> None:
    if not list(DIST.glob(f"netsheet-{HERE[0]}-py{HERE[1]}.pyz")):
        pytest.skip("make dist has not made the file")
    main()
