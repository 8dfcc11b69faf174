"""The programs that read calendars: ical.js, node-ical, khal, todoman, Radicale and vdirsyncer, all without a window.

``make .venv-calendar/.installed`` installs them into a folder of their own. Where they are missing the tests are
skipped, or fail where NETSHEET_REQUIRE_CALENDAR is 1.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
HOME = ROOT / ".venv-calendar"
COLLECTION = "networking"
_PATIENCE_SECONDS = 60.0
_KHAL = """
[calendars]
[[{collection}]]
path = {folder}/khal
type = calendar
[sqlite]
path = {folder}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = {zone}
default_timezone = {zone}
[default]
default_calendar = {collection}
"""
_TODOMAN = (
    'path = "{vdir}"\ndate_format = "%Y-%m-%d"\ntime_format = ""\ncache_path = "{folder}/todo.sqlite"\n'
)
_RADICALE = (
    "[server]\nhosts = 127.0.0.1:{port}\n[auth]\ntype = none\n[storage]\nfilesystem_folder = {folder}/store\n"
)
_VDIRSYNCER = """
[general]
status_path = "{folder}/status/"
[pair calendar]
a = "ours"
b = "server"
collections = [["{collection}", "{collection}", "{collection}"]]
[storage ours]
type = "filesystem"
path = "{vdirs}"
fileext = ".ics"
[storage server]
type = "caldav"
url = "http://127.0.0.1:{port}/ana/"
username = "ana"
password = "x"
"""


def programs_are_there() -> bool:
    """Tell whether the programs are installed; where they must be, a test fails without them."""
    is_there = HOME.joinpath(".installed").exists() and shutil.which("node") is not None
    if not is_there and os.environ.get("NETSHEET_REQUIRE_CALENDAR") == "1":
        pytest.fail("NETSHEET_REQUIRE_CALENDAR is 1; type: make .venv-calendar/.installed")
    return is_there


def need_programs() -> None:
    """Skip a test where the programs are not installed."""
    if not programs_are_there():
        pytest.skip("the programs for calendars are not installed: make .venv-calendar/.installed")


def _run(program: str, *arguments: object, typed: str = "") -> str:
    """Run one of the programs, and return what it printed."""
    done = subprocess.run(
        [HOME / "bin" / program, *map(str, arguments)],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1", "COLUMNS": "200"},
        timeout=_PATIENCE_SECONDS,
        check=False,
    )
    assert done.returncode == 0, (program, arguments, done.stdout, done.stderr)
    return done.stdout


def read_with_javascript(files: Iterable[Path]) -> list[dict[str, Any]]:
    """Return what ical.js and node-ical make of each file."""
    done = subprocess.run(
        ["node", Path(__file__).with_name("calendar_readers.mjs"), HOME, *files],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"TZ": "UTC"},
        timeout=_PATIENCE_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    read: list[dict[str, Any]] = json.loads(done.stdout)
    return read


class Khal:
    """A calendar of khal's in a folder."""

    def __init__(self, folder: Path, zone: str = "Europe/Lisbon") -> None:
        folder.joinpath("khal").mkdir()
        self.config = folder / "khal.conf"
        self.config.write_text(_KHAL.format(folder=folder, zone=zone, collection=COLLECTION), "utf-8")

    def take_in(self, file: Path) -> None:
        """Import a file."""
        _run("khal", "-c", self.config, "import", "--batch", "-a", COLLECTION, file)

    def shown(self, first: str, last: str) -> list[tuple[str, str, bool]]:
        """Return the day (and time), the title, and whether it is cancelled, of everything between two days."""
        form = "{start-date} {start-time}\t{title}\t{cancelled}"
        lines = _run("khal", "-c", self.config, "list", first, last, "--day-format", "", "--format", form)
        cells = (line.split("\t") for line in lines.splitlines() if line.strip())
        return sorted((day.strip(), title, "CANCELLED" in status) for day, title, status in cells)


def tasks_in(vdir: Path, folder: Path) -> list[str]:
    """Return the summaries of the open tasks that todoman finds in a folder of entries."""
    config = folder / "todoman.py"
    config.write_text(_TODOMAN.format(vdir=vdir, folder=folder), "utf-8")
    tasks = json.loads(_run("todo", "--porcelain", "--config", config, "list"))
    return sorted(task["summary"] for task in tasks)


@contextmanager
def calendar_server(folder: Path, vdirs: Path) -> Iterator[CalendarServer]:
    """Run Radicale on this computer alone, with vdirsyncer between it and the folder ``vdirs``."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = folder / "radicale.conf"
    config.write_text(_RADICALE.format(port=port, folder=folder), "utf-8")
    log = folder.joinpath("radicale.log").open("wb")
    server = subprocess.Popen([HOME / "bin" / "radicale", "--config", config], stdout=log, stderr=log)
    try:
        _wait_for(port, server)
        yield CalendarServer(folder, vdirs, port)
    finally:
        server.terminate()
        server.wait(_PATIENCE_SECONDS)
        log.close()


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("Radicale does not answer")


class CalendarServer:
    """A running Radicale."""

    def __init__(self, folder: Path, vdirs: Path, port: int) -> None:
        self._store = folder / "store" / "collection-root"
        self._config = folder / "vdirsyncer.conf"
        text = _VDIRSYNCER.format(folder=folder, vdirs=vdirs, port=port, collection=COLLECTION)
        self._config.write_text(text, "utf-8")
        _run("vdirsyncer", "-c", self._config, "discover", typed="y\n" * 4)

    def synchronise(self) -> None:
        """Bring the server up to the folder."""
        _run("vdirsyncer", "-c", self._config, "sync")

    def held(self) -> list[bytes]:
        """Return the entries on the server."""
        files = self._store.glob(f"ana/{COLLECTION}/*.ics")
        return [path.read_bytes() for path in files]
