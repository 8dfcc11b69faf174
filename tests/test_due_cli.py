"""``netsheet due`` through the command line: groups, the daily cap, one person, and a list that is empty."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from tests.command_line import run

HEADINGS = (
    "Name",
    "Company",
    "E-mail",
    "Date sent",
    "Channel",
    "Response date",
    "Follow-up",
    "Status",
    "Meeting date",
)
# As of Monday 16 March 2026.
OVERDUE = ("Rosa Quint", "Acme", "rosa@example.com", "2026-03-02", "e-mail")
TODAY = ("Sam Weber", "Acme", "sam@example.com", "2026-03-09", "e-mail")
COMING = ("Yan Berg", "Dune", "", "2026-03-12", "e-mail")
LATER = ("Vic Stone", "Cove", "", "2026-03-03", "phone", "", "in 6 months")
CLOSED = ("Tia Moreau", "Bolt", "", "2026-02-02", "e-mail", "", "", "closed")
UNREADABLE = ("Wes Lang", "Cove", "", "mid March", "e-mail")


def log_of(folder: Path, *rows: Sequence[object], name: str = "log.xlsx") -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (HEADINGS, *rows):
        sheet.append(row)
    path = folder / name
    book.save(path)
    return path


def groups(text: str) -> list[str]:
    return [line for line in with_commands(text).splitlines() if line.startswith(("Now", "Coming", "..."))]


def with_commands(text: str) -> str:
    """Put a command that has a line of its own, because of the folder's long name, behind its sentence again."""
    return text.replace("\n  netsheet ", " netsheet ")


def test_the_list_stands_in_groups_each_with_its_reasons(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    log = log_of(tmp_path, COMING, TODAY, LATER, OVERDUE, CLOSED)

    text = run("due", log).stdout

    assert groups(text) == ["Now (2)", "Coming (1)"]
    words = " ".join(text.split())
    assert "Rosa Quint Send a reminder by e-mail since 9 Mar No reply 10 working days after" in words
    assert [name in words for name in ("Sam Weber", "Yan Berg", "Vic Stone", "Tia Moreau")] == [
        True,
        True,
        False,
        False,
    ]


def test_a_meeting_is_listed_on_its_day_only(tmp_path: Path) -> None:
    log = log_of(tmp_path, ("Mia Land", "", "", "2026-03-02", "e-mail", "", "", "", "2026-03-16"))

    def due(day: str) -> list[tuple[str, str]]:
        items = run("due", log, "--within", 0, "--json", today=day).document["items"]
        return [(item["action"], item["due"]) for item in items]

    assert [due(day) for day in ("2026-03-13", "2026-03-16", "2026-03-17")] == [
        [],
        [("meeting", "2026-03-16")],
        [("thank", "2026-03-17")],
    ]


@pytest.mark.parametrize("columns", [80, 120])
def test_no_line_runs_over_the_edge(tmp_path: Path, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    log = log_of(
        tmp_path,
        OVERDUE,
        TODAY,
        COMING,
        ("Maximiliana Featherstonehaugh-Cholmondeley " * 2, "Acme", "", "2026-03-02"),
    )

    lines = run("due", log).stdout.splitlines()

    assert max(len(line) for line in lines) <= columns


def test_within_looks_further_ahead(tmp_path: Path) -> None:
    log = log_of(tmp_path, COMING, LATER)

    def coming(days: int) -> list[str]:
        items = run("due", log, "--within", days, "--json").document["items"]
        return [item["person"] for item in items]

    assert [coming(days) for days in (0, 2, 3, 170, 200)] == [
        [],
        [],
        ["Yan Berg"],
        ["Yan Berg"],
        ["Yan Berg", "Vic Stone"],
    ]


def test_the_daily_cap_counts_what_it_does_not_show(tmp_path: Path) -> None:
    many = [(f"Person {number:02}", "", "", "2026-03-02", "e-mail") for number in range(1, 15)]
    log = log_of(tmp_path, *many, COMING)

    outcome = run("due", log)

    assert groups(outcome.stdout) == [
        "Now (14)",
        f"... and 4 more actions are due. See all: netsheet due {log} --limit 14",
        "Coming (1)",
    ]
    assert ("Person 10" in outcome.stdout, "Person 11" in outcome.stdout) == (True, False)
    assert len(run("due", log, "--json").document["items"]) == 15
    assert "Person 14" in run("due", log, "--limit", 14).stdout


def test_the_cap_is_a_setting(tmp_path: Path) -> None:
    log = log_of(tmp_path, OVERDUE, TODAY)
    run("settings", log)
    book = openpyxl.load_workbook(log)
    row = next(row for row in book["Netsheet Settings"].iter_rows() if row[0].value == "Actions a day")
    row[1].value = 1
    book.save(log)

    text = run("due", log).stdout

    assert groups(text) == [
        "Now (2)",
        f"... and 1 more action is due. See all: netsheet due {log} --limit 2",
    ]
    assert len(run("due", log, "--json").document["items"]) == 2


def test_a_limit_counts_for_what_is_due_and_for_what_is_coming(tmp_path: Path) -> None:
    log = log_of(
        tmp_path, OVERDUE, TODAY, COMING, ("Ana Poe", "", "", "2026-03-11", "e-mail"), name="my log.xlsx"
    )

    assert groups(run("due", log, "--limit", 1).stdout) == [
        "Now (2)",
        f'... and 1 more action is due. See all: netsheet due "{log}" --limit 2',
        "Coming (2)",
        f'... and 1 more action is coming. See all: netsheet due "{log}" --limit 2',
    ]
    assert len(run("due", log, "--limit", 1, "--json").document["items"]) == 1


@pytest.mark.parametrize("typed", ["rosa", "ROSA QUINT", "quint", "rosa@example.com"])
def test_a_person_is_found_by_name_part_or_address(tmp_path: Path, typed: str) -> None:
    log = log_of(tmp_path, OVERDUE, TODAY, COMING)

    items = run("due", log, "--person", typed, "--json").document["items"]

    assert [item["person"] for item in items] == ["Rosa Quint"]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("Roza Qint", "Did you mean “Rosa Quint”?"),
        ("sem", "Did you mean “Sam Weber”?"),
        ("Bartholomew", "Type a name, a part of one, or an e-mail address."),
        ("", "Type a name, a part of one, or an e-mail address."),
    ],
)
def test_a_name_that_matches_nobody_is_answered_with_the_nearest(
    tmp_path: Path, typed: str, hint: str
) -> None:
    outcome = run("due", log_of(tmp_path, OVERDUE, TODAY), "--person", typed)

    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert outcome.stderr == f"netsheet: Nobody in log.xlsx matches “{typed}”.\n  {hint}\n"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("yan", "Nothing is due with Yan Berg. No reply to your e-mail of 12 Mar yet; reminder 1 of 2 comes up on 19 Mar."),
        ("vic", "Nothing is due with Vic Stone. Your own follow-up date is 3 Sep."),
        ("tia", "Nothing is due with Tia Moreau. Closed by your own entry"),
        ("wes", "Nothing is due with Wes Lang. D7: Date sent should hold a date, but it says “mid March”."),
    ],
)  # fmt: skip
def test_someone_with_whom_nothing_is_due_has_their_own_words(tmp_path: Path, typed: str, text: str) -> None:
    log = log_of(tmp_path, OVERDUE, TODAY, COMING, LATER, CLOSED, UNREADABLE)

    assert run("due", log, "--person", typed).stdout.startswith(text)


def test_many_of_one_name_are_counted(tmp_path: Path) -> None:
    log = log_of(tmp_path, *[(f"Ann {number}", "", "", "2026-03-13", "LinkedIn") for number in range(8)])

    lines = run("due", log, "--person", "ann", "--within", 0).stdout.splitlines()

    assert len(lines) == 6
    assert lines[-1] == "... and 3 more people with that name."


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        pytest.param([], "There is nobody in the log yet. Add the first person, save, and run this again.\n", id="nobody"),
        pytest.param([CLOSED], "Nothing is due today. No next step is planned.\n", id="nothing ahead"),
        pytest.param([LATER], "Nothing is due today. Next: Vic Stone, 3 Sep. Your own follow-up date is 3 Sep.\n", id="far ahead"),
    ],
)  # fmt: skip
def test_an_empty_list_says_what_comes_next(tmp_path: Path, rows: list[Sequence[object]], text: str) -> None:
    assert " ".join(run("due", log_of(tmp_path, *rows)).stdout.split()) == text.strip()


@pytest.mark.parametrize("command", ["introductions", "referrals", "share"])
def test_of_an_empty_log_each_list_says_how_to_begin(tmp_path: Path, command: str) -> None:
    assert run(command, log_of(tmp_path)).stdout == (
        "There is nobody in the log yet. Add the first person, save, and run this again.\n"
    )


def test_when_nothing_is_due_what_is_coming_follows(tmp_path: Path) -> None:
    text = run("due", log_of(tmp_path, COMING)).stdout

    assert text.startswith("Nothing is due today.\n\nComing (1)\n")


def test_those_who_cannot_be_judged_are_named(tmp_path: Path) -> None:
    log = log_of(tmp_path, OVERDUE, UNREADABLE)

    text = run("due", log).stdout

    assert with_commands(text).endswith(
        f"Skipped until you fix a cell: Wes Lang (D3). See: netsheet check {log}\n"
    )


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--within", "-1", "“-1” is not a whole number of 0 or more. Write it like 10."),
        ("--within", "soon", "“soon” is not a whole number of 0 or more."),
        ("--limit", "0", "--limit: “0” is not a whole number of 1 or more."),
        ("--today", "16.3.2026", "“16.3.2026” is not a day. Write it like 2026-03-16."),
    ],
)
def test_a_mistyped_option_is_a_usage_fault(tmp_path: Path, option: str, value: str, message: str) -> None:
    outcome = run("due", log_of(tmp_path, OVERDUE), option, value)

    assert outcome.exit_code == 2
    assert message in outcome.stderr


@pytest.mark.parametrize(
    ("rows", "options", "exit_code"),
    [
        ([TODAY], ("--exit-code",), 1),
        ([COMING], ("--exit-code",), 0),
        ([], ("--exit-code",), 0),
        ([TODAY, COMING], ("--exit-code", "--person", "yan"), 0),
        ([TODAY], (), 0),
    ],
)
def test_the_exit_code_says_on_request_whether_something_is_due_now(
    tmp_path: Path, rows: list[Sequence[object]], options: tuple[str, ...], exit_code: int
) -> None:
    assert run("due", log_of(tmp_path, *rows), *options).exit_code == exit_code


def test_due_writes_nothing(tmp_path: Path) -> None:
    log = log_of(tmp_path, OVERDUE, COMING)
    before = log.read_bytes()

    run("due", log)

    assert log.read_bytes() == before
    assert list(tmp_path.iterdir()) == [log]
