"""The first steps of a person who has read nothing: what is typed wrong is answered with what to type."""

from __future__ import annotations

import datetime as dt
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import openpyxl
import pytest

from netsheet.cli import netsheet
from netsheet.cli.usage_errors import examples
from tests.command_line import TODAY, copy_of_sample, run
from tests.imports.exports import EXPORTS

READING = ("due", "check", "stats", "draft")
WRITING = ("refresh", "settings", "undo", "backups")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def every_command(
    group: click.Group = netsheet, path: str = "netsheet"
) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from every_command(command, f"{path} {name}")


EVERY_COMMAND = dict(every_command())


def test_netsheet_alone_says_how_to_start(folder: Path) -> None:
    assert run().stdout == (
        "netsheet makes your own networking log work.\n\n"
        "  Have a log?    netsheet refresh log.xlsx\n"
        "  Start new:     netsheet init log.xlsx\n"
        "  All commands:  netsheet --help\n"
    )
    assert list(folder.iterdir()) == []


def test_netsheet_alone_names_the_log_of_the_folder(folder: Path) -> None:
    copy_of_sample("plain-log.xlsx", folder).rename(folder / "my log.xlsx")

    outcome = run()

    assert outcome.exit_code == 0
    assert '  Next:          netsheet refresh "my log.xlsx"\n' in outcome.stdout


@pytest.mark.parametrize("command", [*READING, *WRITING])
def test_without_a_path_the_one_log_of_the_folder_is_taken_and_named(command: str, folder: Path) -> None:
    copy_of_sample("plain-log.xlsx", folder)
    run("refresh", "plain-log.xlsx")

    outcome = run(command)

    assert outcome.exit_code == (1 if command == "check" else 0)
    assert outcome.stderr.splitlines()[0] == "Using plain-log.xlsx, the only log in this folder."
    assert outcome.stdout


@pytest.mark.parametrize("command", [*READING, *WRITING])
def test_without_a_path_in_an_empty_folder_the_line_to_type_is_said(command: str, folder: Path) -> None:
    outcome = run(command)

    assert (outcome.exit_code, outcome.stdout, list(folder.iterdir())) == (2, "", [])
    first, second = outcome.stderr.splitlines()
    assert first == "netsheet: There is no workbook in this folder."
    assert second.startswith(f"  Type: netsheet {command} PATH-TO-YOUR-LOG.xlsx")
    assert second.endswith(". For a new log, type: netsheet init")


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        (["check", "https://docs.google.com/spreadsheets/d/1a/edit#gid=0"], "This is an address on the web.", "Microsoft Excel (.xlsx)"),
        (["check", "my.numbers"], "netsheet does not read my.numbers", "In Numbers: File, Export To, Excel."),
        (["done", "Jonas", "plain-log.xlsx"], "The log comes first.", "Type: netsheet done plain-log.xlsx Jonas"),
        (["plain-log.xlsx", "due"], "plain-log.xlsx is a file, not a command.", "Type: netsheet due plain-log.xlsx\n"),
        (["plain-log.xlsx", "Jonas"], "plain-log.xlsx is a file, not a command.", "Type: netsheet refresh plain-log.xlsx Jonas\n"),
    ],
)  # fmt: skip
def test_what_people_really_type_is_answered_with_what_to_do(
    line: list[str], message: str, hint: str, folder: Path
) -> None:
    copy_of_sample("plain-log.xlsx", folder)
    Path("my.numbers").write_bytes(b"PK")
    outcome = run(*line)

    assert message in outcome.stderr
    assert hint in outcome.stderr


def test_of_several_workbooks_none_is_guessed(folder: Path) -> None:
    before = copy_of_sample("plain-log.xlsx", folder).read_bytes()
    shutil.copy("plain-log.xlsx", "a second.xlsx")

    outcome = run("refresh")

    assert outcome.exit_code == 2
    assert outcome.stderr == (
        "netsheet: There are several workbooks in this folder: a second.xlsx, plain-log.xlsx.\n"
        f'  Type: netsheet refresh "a second.xlsx" --today {TODAY}\n'
    )
    assert (folder / "plain-log.xlsx").read_bytes() == before


@pytest.mark.parametrize(
    ("line", "again"),
    [
        (["snooze", "Amir", "2 weeks"], 'snooze a.xlsx Amir "2 weeks"'),
        (["done", "--on", "yesterday", "Leila Haddad"], 'done a.xlsx --on yesterday "Leila Haddad"'),
        (["due", "--limit", "3"], "due a.xlsx --limit 3"),
    ],
)
def test_of_several_workbooks_the_hint_keeps_what_was_typed(
    line: list[str], again: str, folder: Path
) -> None:
    shutil.copy(copy_of_sample("plain-log.xlsx", folder), "a.xlsx")

    assert f"  Type: netsheet {again}" in run(*line).stderr


def test_of_several_workbooks_the_one_that_netsheet_has_refreshed_is_the_log(folder: Path) -> None:
    copy_of_sample("two-sheets.xlsx", folder)
    copy_of_sample("plain-log.xlsx", folder)
    run("refresh", "plain-log.xlsx")

    assert (
        run("due").stderr
        == "Using plain-log.xlsx, the only log in this folder that netsheet has written to.\n"
    )


def test_a_copy_that_a_sync_program_made_is_not_the_log(folder: Path) -> None:
    copy_of_sample("plain-log.xlsx", folder)
    shutil.copy("plain-log.xlsx", "plain-log (Sam's conflicted copy 2026-03-01).xlsx")

    assert "Using plain-log.xlsx, the only log in this folder.\n" in run("due").stderr


def test_a_csv_file_is_found_for_reading_and_never_for_writing(folder: Path) -> None:
    copy_of_sample("messy-log.csv", folder)

    assert "Using messy-log.csv, " in run("check").stderr
    assert run("refresh").stderr == (
        "netsheet: There is no .xlsx or .ods workbook in this folder, only messy-log.csv.\n"
        "  To see who is due, type: netsheet due messy-log.csv. "
        "To use every command, save it as .xlsx in Excel, or as .ods in LibreOffice.\n"
    )


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        (("refersh", "log.xlsx"), "There is no command “refersh”.", "Type: netsheet refresh log.xlsx"),
        (("Due",), "There is no command “Due”.", "Type: netsheet due"),
        (("help",), "There is no command “help”.", "Type: netsheet --help"),
        (("version",), "There is no command “version”.", "Type: netsheet --version"),
        (("xyzzy",), "There is no command “xyzzy”.", "See: netsheet --help"),
        (("my log.xlsx",), "my log.xlsx is a file, not a command.", 'Type: netsheet refresh "my log.xlsx"'),
        (("log.csv", "--all"), "log.csv is a file, not a command.", "Type: netsheet check log.csv --all"),
        (("--hepl",), "There is no option --hepl. Did you mean --help?", "See: netsheet --help"),
        (("due", "--wihtin", "3"), "There is no option --wihtin. Did you mean --within?", "See: netsheet due --help"),
        (("due", "--xyzzy"), "There is no option --xyzzy.", "See: netsheet due --help"),
        (("undo", "--to"), "--to needs a value.", "See: netsheet undo --help"),
        (("check", "--json=x"), "Option '--json' does not take a value.", "See: netsheet check --help"),
        (("stats", "--by", "chanel"), "--by: There is no comparison “chanel”. Did you mean “channel”?", "See: netsheet stats --help"),
        (("completion",), "SHELL is missing.", "Type: netsheet completion bash"),
        (("completion", "bsh"), "There is no shell “bsh”. Did you mean “bash”?", "See: netsheet completion --help"),
        (("settings", "the log.xlsx", "--map", "Notes=detials"), '--map: There is no field "detials". Did you mean details?', "See: netsheet settings --help"),
        (("templates", "shwo", "intro"), "There is no command “shwo”.", "Type: netsheet templates show intro"),
        (("templates", "show"), "NAME is missing.", "Type: netsheet templates show check-in --example"),
        (("init", "a", "b"), "The file name “a b” contains a space.", f'Type: netsheet init "a b" --today {TODAY}'),
        (("due", "the", "log.xlsx"), "The file name contains a space.", f'Put it in quotes: netsheet due "the log.xlsx" --today {TODAY}'),
        (("refresh", "the", "log.xlsx"), "The file name contains a space.", f'Put it in quotes: netsheet refresh "the log.xlsx" --today {TODAY}'),
        (("due", "a.xlsx", "b.xlsx"), "This command takes one workbook.", f"Type: netsheet due a.xlsx --today {TODAY}"),
        (("due", "Amir", "a.xlsx", "--limit", "3"), "This command takes only the log, not “Amir”.", f"Type: netsheet due a.xlsx --limit 3 --today {TODAY} --person Amir"),
        (("backups", "a.xlsx", "Amir"), "This command takes only the log, not “Amir”.", "Type: netsheet backups a.xlsx. About one person, type: netsheet brief a.xlsx Amir"),
    ],
)  # fmt: skip
def test_a_mistyped_line_is_answered_in_two_lines(
    typed: tuple[str, ...], message: str, hint: str, folder: Path
) -> None:
    (folder / "the log.xlsx").write_bytes(b"")

    outcome = run(*typed)

    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert outcome.stderr == f"netsheet: {message}\n  {hint}\n"


def test_a_group_without_a_command_shows_its_commands() -> None:
    outcome = run("templates")

    assert outcome.exit_code == 2
    assert "\nCommands:\n  check  check your templates" in outcome.stderr


@pytest.mark.parametrize("path", EVERY_COMMAND)
def test_the_help_of_every_command_has_an_example_of_itself(path: str) -> None:
    lines = examples(EVERY_COMMAND[path])

    assert lines
    assert [line for line in lines if not line.startswith(path)] == []


@pytest.mark.parametrize("path", sorted(EVERY_COMMAND))
def test_every_example_of_a_help_can_be_typed(
    path: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netsheet.files.opener.open_file", lambda _: None)
    monkeypatch.setattr("watchfiles.watch", lambda *_, **__: iter(()))  # a watch that ends at once
    copy_of_sample("plain-log.xlsx", folder).rename(folder / "log.xlsx")
    if path in {"netsheet undo", "netsheet backups"}:
        run("refresh", "log.xlsx")
    if path == "netsheet import":
        Path("Connections.csv").write_bytes(EXPORTS["Connections.csv"].data)
        Path("guests.csv").write_bytes(EXPORTS["guests.csv"].data)
    if path == "netsheet done":
        run("draft", "log.xlsx", "--out", "drafts")
    if path == "netsheet event":
        book = openpyxl.load_workbook("log.xlsx")
        events = book.create_sheet("Events")
        events.append(["Event", "Date"])
        events.append(["Jobs evening", dt.date(2026, 3, 12)])
        book.save("log.xlsx")
    if path in {"netsheet overview", "netsheet watch"}:
        Path("logs").mkdir()
        copy_of_sample("plain-log.xlsx", folder / "logs")
    if path == "netsheet templates check":
        run("templates", "copy", "check-in", "templates")

    answers = "\n" * 50  # "no" to whatever is asked
    outcomes = [run(*shlex.split(line)[1:], typed=answers) for line in examples(EVERY_COMMAND[path])]

    allowed = {0, 1} if path == "netsheet check" else {0}  # the sample holds a cell to fix
    assert [outcome for outcome in outcomes if outcome.exit_code not in allowed] == []
