"""Private: no command opens a socket, and no module of netsheet's could."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import netsheet
from netsheet.cli import COMMANDS
from tests.command_line import DATED, TODAY, copy_of_sample
from tests.imports.exports import CALENDAR, VCARDS

PACKAGE = Path(netsheet.__file__).parent
NETWORK_MODULES = {
    "socket", "ssl", "http", "urllib.request", "urllib.robotparser", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib", "xmlrpc",
    "socketserver", "asyncio", "requests", "httpx", "aiohttp", "urllib3", "webbrowser", "nntplib",
}  # fmt: skip
# Every word that a command can be started with, so that a new one cannot be forgotten here.
WORDS: dict[str, list[list[str]]] = {
    "refresh": [["{log}", "--dry-run"], ["{log}", "--check"], ["{log}"], ["{log}", "--json"]],
    "due": [["{log}"], ["{log}", "--json"]],
    "today": [["{log}"], ["{log}", "--minutes", "60", "--json"]],
    "brief": [["{log}", "Jonas"], ["{log}", "Jonas", "--out", "{folder}/jonas.html"]],
    "event": [["{log}"], ["{log}", "--json"]],
    "done": [["{log}", "Jonas"], ["{log}", "--goal", "read a book", "--json"]],
    "log": [["{log}", "Jonas", "replied"]],
    "snooze": [["{log}", "Jonas", "2 weeks"], ["{log}", "--old", "2 weeks", "--dry-run"]],
    "close": [["{log}", "Jonas"]],
    "reopen": [["{log}", "Jonas"]],
    "check": [["{log}"], ["{log}", "--json"]],
    "stats": [["{log}"], ["{log}", "--json"]],
    "add": [["{log}", "Zoe Marsh", "--company", "Birch"]],
    "journal": [["{log}", "a good day"]],
    "forget": [["{log}", "Jonas", "--yes"]],
    "export": [["{log}"], ["{log}", "--what", "due", "--out", "{folder}/due.csv"]],
    "import": [["{log}", "{folder}/contacts.vcf"], ["{log}", "{folder}/calendar.ics", "--json"]],
    "draft": [["{log}", "--out", "{folder}/drafts", "--format", "eml,txt"]],
    "init": [["{folder}/new.xlsx"]],
    "settings": [["{log}"]],
    "undo": [["{log}"], ["{log}", "--to", "{folder}/before.xlsx"]],
    "backups": [["{log}"]],
    "open": [["--help"]],  # it would start another program
    "calendar": [["{log}"], ["{log}", "--vdir", "{folder}/calendar", "--json"]],
    "watch": [["--help"]],  # it would not end
    "report": [["{log}", "--out", "{folder}/report.html"]],
    "digest": [["{log}", "--out", "{folder}/week.eml"]],
    "referrals": [["{log}"], ["{log}", "--json"]],
    "introductions": [["{log}"], ["{log}", "--json"]],
    "share": [["{log}"], ["{log}", "--json"]],
    "anonymize": [["{log}", "{folder}/twin.xlsx"]],
    "overview": [["{folder}"], ["{log}", "--nameless", "--out", "{folder}/overview.html"]],
    "templates": [["list"]],
    "completion": [["bash"]],
}
WATCHED = """
    import sys
    def watch(event, arguments):
        if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.")):
            print("SOCKET", event, file=sys.stderr)
            sys.stderr.flush()
            __import__("os")._exit(98)
    sys.addaudithook(watch)
    from netsheet.cli import netsheet
    for words in {words!r}:
        try:
            netsheet(words, prog_name="netsheet")
        except SystemExit as end:
            assert end.code in (0, 1, None), (words, end.code)
"""


def all_words(folder: Path) -> list[list[str]]:
    """Return every command line, in the order of a day's work."""
    log = copy_of_sample("plain-log.xlsx", folder)
    folder.joinpath("contacts.vcf").write_bytes(VCARDS)
    folder.joinpath("calendar.ics").write_bytes(CALENDAR)
    return [
        [
            name,
            *(word.format(log=log, folder=folder) for word in words),
            *(["--today", TODAY] if name in DATED else []),
        ]
        for name, lines in WORDS.items()
        for words in lines
    ]


def test_every_command_is_watched() -> None:
    assert set(WORDS) == set(COMMANDS)


def test_no_command_opens_a_socket(tmp_path: Path) -> None:
    code = textwrap.dedent(WATCHED).format(words=all_words(tmp_path))

    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=120
    )

    assert ended.returncode == 0, ended.stderr
    assert "SOCKET" not in ended.stderr
    assert (tmp_path / "before.xlsx").exists() or (tmp_path / "new.xlsx").exists()


def test_the_watch_sees_a_socket() -> None:
    code = textwrap.dedent(WATCHED).format(words=[]) + "\n__import__('socket').socket()"

    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )

    assert ended.returncode == 98


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_the_system_is_asked_for_no_socket_by_compiled_code_either(tmp_path: Path) -> None:
    log, trace = copy_of_sample("plain-log.xlsx", tmp_path), tmp_path / "trace"
    words = ["strace", "-f", "-qq", "-e", "trace=socket,connect,sendto", "-o", str(trace)]
    words += [sys.executable, "-m", "netsheet", "refresh", str(log), "--today", TODAY]

    ended = subprocess.run(words, capture_output=True, check=False, timeout=120, env=os.environ)
    if not log.with_name("trace").exists() or b"ptrace" in ended.stderr:
        pytest.skip("strace may not trace here")

    assert ended.returncode == 0
    assert re.findall(r"\b(?:socket|connect|sendto)\(.*", trace.read_text()) == []


def test_no_module_imports_what_could_reach_a_network() -> None:
    modules = sorted(PACKAGE.rglob("*.py"))

    assert modules
    assert {module.name: reached for module in modules if (reached := network_modules_in(module))} == {}


def network_modules_in(module: Path) -> set[str]:
    imported = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            imported |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return {name for name in imported if name in NETWORK_MODULES or name.split(".")[0] in NETWORK_MODULES}
