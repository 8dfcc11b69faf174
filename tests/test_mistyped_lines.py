"""What a beginner mistypes: each line is answered with one sentence, the line to type, and the documented exit code."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.command_line import copy_of_sample, run

TODAY = "2026-03-16"
DAY = f" --today {TODAY}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    log = copy_of_sample("plain-log.xlsx", tmp_path).rename(tmp_path / "log.xlsx")
    shutil.copy(log, tmp_path / "my log.xlsx")
    (tmp_path / "full").mkdir()
    shutil.copy(log, tmp_path / "full")
    return tmp_path


MISTYPED = (
    # the order of the words
    ("snooze|log.xlsx|2 weeks|Hannah", "The name comes before “2 weeks”.", 'Type: netsheet snooze log.xlsx Hannah "2 weeks"'),
    ("snooze|log.xlsx|2|weeks|Hannah|Fried", "The name comes before “2 weeks”.", 'Type: netsheet snooze log.xlsx "Hannah Fried" "2 weeks"'),
    ("snooze|log.xlsx|soon|Hannah", "Nobody in log.xlsx matches “soon”.", "Type a part of a name, an e-mail address or a company."),
    ("log|log.xlsx|replied|Hannah", "The name comes before “replied”.", "Type: netsheet log log.xlsx Hannah replied"),
    ("log|Hannah|log.xlsx|replied", "The log comes first.", "Type: netsheet log log.xlsx Hannah replied"),
    ("log.xlsx|due", "log.xlsx is a file, not a command.", "Type: netsheet due log.xlsx"),
    ("log.xlsx", "log.xlsx is a file, not a command.", "Type: netsheet refresh log.xlsx"),
    # the command
    ("help|due", "There is no command “help”.", "Type: netsheet due --help"),
    ("help|me", "There is no command “help”.", "Type: netsheet --help me"),
    ("netsheet|due|log.xlsx", "There is no command “netsheet”.", "Type: netsheet due log.xlsx"),
    ("due log.xlsx", "There is no command “due log.xlsx”.", "Without the quotes, type: netsheet due log.xlsx"),
    ("List|log.xlsx", "There is no command “List”.", "Type: netsheet due log.xlsx"),
    ("--refresh", "There is no option --refresh.", "Type: netsheet refresh"),
    ("-refresh|log.xlsx", "There is no option -refresh.", "Type: netsheet refresh log.xlsx"),
    # an option in the wrong place, or with other dashes
    ("--today|2026-03-16|due|log.xlsx", "Options come after the command, not before it: --today", "Type: netsheet due --today 2026-03-16 log.xlsx"),
    ("due|log.xlsx|—limit|3", "The option is written --limit, not “—limit”.", f"Type: netsheet due log.xlsx --limit 3{DAY}"),
    ("due|log.xlsx|-limit|3", "The option is written --limit, not “-limit”.", f"Type: netsheet due log.xlsx --limit 3{DAY}"),
    ("due|log.xlsx|limit|3", "The option is written --limit, not “limit”.", f"Type: netsheet due log.xlsx --limit 3{DAY}"),
    ("due|/limit|3", "The option is written --limit, not “/limit”.", f"Type: netsheet due --limit 3{DAY}"),
    ("refresh|log.xlsx|\N{EN DASH}dry-run", "The option is written --dry-run, not “\N{EN DASH}dry-run”.", f"Type: netsheet refresh log.xlsx --dry-run{DAY}"),
    ("done|log.xlsx|Hannah|—note|x", "The option is written --note, not “—note”.", f"Type: netsheet done log.xlsx Hannah --note x{DAY}"),
    ("due|log.xlsx|—xyzzy", "This command takes only the log, not “—xyzzy”.", f'Type: netsheet due log.xlsx{DAY} --person "—xyzzy"'),
    # a value without its option
    ("due|Hannah", "There is no file “Hannah”.", f"Type: netsheet due{DAY} --person Hannah"),
    ("today|20", "There is no file “20”.", f"Type: netsheet today{DAY} --minutes 20"),
    ("today|log.xlsx|20", "This command takes only the log, not “20”.", f"Type: netsheet today log.xlsx{DAY} --minutes 20"),
    ("calendar|log.xlsx|cal.ics", "This command takes only the log, not “cal.ics”.", f"Type: netsheet calendar log.xlsx{DAY} --out cal.ics"),
    ("export|log.xlsx|people.csv", "This command takes only the log, not “people.csv”.", f"Type: netsheet export log.xlsx{DAY} --out people.csv"),
    ("report|log.xlsx|other.xlsx", "This command takes one workbook.", f"Type: netsheet report log.xlsx{DAY}"),
    ("settings|log.xlsx|Notes=details", "This command takes only the log, not “Notes=details”.", "Type: netsheet settings log.xlsx --map Notes=details"),
    # words without quotes
    ("due|my|log.xlsx|--limit|3", "The file name contains a space.", f'Put it in quotes: netsheet due "my log.xlsx" --limit 3{DAY}'),
    ("snooze|my|log.xlsx|Hannah|April", "The file name contains a space.", f'Put it in quotes: netsheet snooze "my log.xlsx" Hannah April{DAY}'),
    ("init|my|new|log.xlsx", "The file name “my new log.xlsx” contains a space.", f'Type: netsheet init "my new log.xlsx"{DAY}'),
    ("due|log.xlsx|--person|Hannah|Fried", "This command takes only the log, not “Fried”.", f'Type: netsheet due log.xlsx --person "Hannah Fried"{DAY}'),
    ("due|log.xlsx|--within|14|days", "This command takes only the log, not “days”.", f"Type: netsheet due log.xlsx --within 14{DAY}"),
    ("close|log.xlsx|Hannah|--note|they|hired|someone", "Put a text of several words in quotes.", f'Type: netsheet close log.xlsx Hannah --note "they hired someone"{DAY}'),
    # two names, where one is taken
    ("close|log.xlsx|Hannah|Grace", "Nobody in log.xlsx matches “Hannah Grace”.", 'Type one of: netsheet close log.xlsx "Hannah Fried"; netsheet close log.xlsx "Grace Whitfield"'),
    # a file of another kind, and what is missing
    ("calendar|log.xlsx|--out|cal.txt", "The name cal.txt does not end with .ics.", f"Type: netsheet calendar log.xlsx --out cal.ics{DAY}"),
    ("report|log.xlsx|--out=page", "The name page does not end with .html or .htm.", f"Type: netsheet report log.xlsx --out=page.html{DAY}"),
    ("due|log.xlsx|--today|16.3.2026", "--today: “16.3.2026” is not a day. Write it like 2026-03-16.", "See: netsheet due --help"),
    ("import|log.xlsx", "The file to import is missing.", "Type: netsheet import log.xlsx Connections.csv"),
    ("overview", "FOLDER or LOG is missing.", "Type: netsheet overview logs"),
)  # fmt: skip


@pytest.mark.parametrize(("typed", "message", "hint"), MISTYPED, ids=[case[0] for case in MISTYPED])
def test_a_mistyped_line_is_answered_with_the_line_to_type(
    typed: str, message: str, hint: str, folder: Path
) -> None:
    before = (folder / "log.xlsx").read_bytes()

    outcome = run(*typed.split("|"))

    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert outcome.stderr == f"netsheet: {message}\n  {hint}\n"
    assert (folder / "log.xlsx").read_bytes() == before


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("due|nolog", "There is no file nolog", "Did you mean log.xlsx?"),
        ("due|log.docx", "There is no file log.docx", "Did you mean log.xlsx or my log.xlsx?"),
        ("done|log.xslx|Hannah", "There is no file log.xslx", "Did you mean log.xlsx or my log.xlsx?"),
        ("due|lóg.xlsx", "There is no file lóg.xlsx", "Did you mean log.xlsx or my log.xlsx?"),
        ("due|full", "full is a folder, not a workbook", f"Type the name of the workbook in it, for example {Path('full', 'log.xlsx')}"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_there_is_answered_with_one_that_is(
    typed: str, message: str, hint: str, folder: Path
) -> None:
    assert Path.cwd() == folder
    outcome = run(*typed.split("|"))

    assert (outcome.exit_code, outcome.stdout) == (3, "")
    assert outcome.stderr == f"netsheet: {message}\n  {hint}\n"


def test_names_with_a_comma_between_them_are_several_people(folder: Path) -> None:
    outcome = run("done", folder / "log.xlsx", "Hannah,", "Grace", "--dry-run")

    assert outcome.exit_code == 0
    assert "Hannah Fried" in outcome.stdout
    assert "Grace Whitfield" in outcome.stdout
