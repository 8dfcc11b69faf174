"""The commands that record something: what they say, what they write, and what they leave alone."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from netsheet.core.recording.endings import write_endings
from netsheet.core.recording.history_lines import interpret_history
from netsheet.core.recording.sheet_names import HISTORY_SHEET
from netsheet.engines import read_workbook
from tests.command_line import Outcome, run
from tests.torture.hostile_others import xls_workbook

HEADINGS = (
    "Name",
    "Company",
    "E-mail",
    "Date sent",
    "Channel",
    "Response date",
    "Promise",
    "Promise by",
    "Status",
)
# As of Monday 16 March 2026.
NUDGE = ("Ana Lopez", "Acme", "ana@example.com", "2026-03-02", "e-mail")
REPLY = ("Ben O'Hara", "Birch Bank", "ben@example.com", "2026-03-02", "e-mail", "2026-03-12")
WAITING = ("Chiara Rossi", "Acme", "", "2026-03-13", "e-mail")
OLD = ("Dev Patel", "Cove", "dev@example.com", "2026-01-20", "e-mail", "2026-02-19")
PROMISE = ("Elif Kaya", "Dune", "", "2026-03-02", "e-mail", "2026-03-03", "send the article", "2026-03-20")
NAMESAKE = ("Ana Lopez", "Birch Bank", "ana.lopez@example.com", "2026-03-13", "e-mail")


def log_of(folder: Path, *rows: Sequence[object], name: str = "log.xlsx") -> Path:
    book = openpyxl.Workbook()
    for row in (HEADINGS, *rows):
        book.worksheets[0].append(row)
    path = folder / name
    book.save(path)
    return path


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return log_of(tmp_path, NUDGE, REPLY, WAITING, OLD, PROMISE)


def type_done(log: Path, word: str) -> None:
    """Type a word under Netsheet done, in the first person's row."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        book = openpyxl.load_workbook(log)
    sheet = book.worksheets[0]
    [column] = [each.column for each in sheet[1] if each.value == "Netsheet done"]
    sheet.cell(row=2, column=column, value=word)
    book.save(log)


def first_line(outcome: Outcome) -> str:
    assert outcome.exit_code == 0, outcome.stderr
    return outcome.stdout.splitlines()[0]


def history(log: Path) -> list[tuple[str, ...]]:
    """The lines of the history: day, who, what, ends, channel, note, until."""
    lines, findings = interpret_history(read_workbook(log.read_bytes()).sheet(HISTORY_SHEET))
    assert findings == ()
    return [
        (
            str(line.on),
            line.who,
            line.what,
            write_endings(line.ends),
            line.channel or "",
            line.note,
            str(line.until or ""),
        )
        for line in lines
    ]


def test_done_ends_the_step_and_says_what_comes_next(log: Path) -> None:
    outcome = run("done", log, "Ana")

    assert outcome.stdout.splitlines() == [
        "Recorded as done for Ana Lopez: send a reminder by e-mail. Next, on 23 Mar: send a reminder by e-mail.",
        "netsheet added the sheet Netsheet History to your file. It keeps what you did; the history travels with the file.",
    ]
    assert history(log) == [("2026-03-16", "Ana Lopez", "wrote", "reminder 2026-03-09", "e-mail", "", "")]


def test_the_first_line_of_the_history_says_once_that_it_travels(log: Path) -> None:
    assert "travels" in run("done", log, "Ana").stdout
    assert "travels" not in run("done", log, "Ben").stdout


def test_done_with_nothing_due_is_a_message_that_starts_no_reminder(log: Path) -> None:
    outcome = run("done", log, "Chiara")

    assert outcome.stdout.splitlines()[:2] == [
        "Nothing was due for Chiara Rossi; recorded as a message from you today. Next, on 23 Mar: send a reminder by e-mail.",
        "  If you sent no message, take it back: netsheet undo",
    ]
    assert history(log) == [("2026-03-16", "Chiara Rossi", "wrote", "", "e-mail", "", "")]


def test_done_with_nothing_due_means_the_same_in_a_cell_and_as_a_command(tmp_path: Path) -> None:
    log, other = log_of(tmp_path, WAITING), tmp_path / "other.xlsx"
    run("refresh", log)
    other.write_bytes(log.read_bytes())
    type_done(log, "done")
    run("refresh", log)
    run("done", other, "Chiara")

    assert history(log) == history(other) != []
    assert run("due", log).stdout == run("due", other).stdout.replace(str(other), str(log))


@pytest.mark.parametrize("row", [NUDGE, PROMISE])
def test_a_second_done_in_a_cell_on_the_same_day_adds_nothing(row: list[object], tmp_path: Path) -> None:
    log = log_of(tmp_path, row)
    run("refresh", log)
    for _ in range(2):
        type_done(log, "done")
        run("refresh", log)

    assert len(history(log)) == 1


def test_a_second_done_on_the_same_day_adds_nothing(log: Path) -> None:
    run("done", log, "Ana")
    before = log.read_bytes()

    assert first_line(run("done", log, "Ana")).startswith("Nothing was due for Ana Lopez.")
    assert log.read_bytes() == before


def test_done_takes_a_day_a_channel_and_a_note(log: Path) -> None:
    text = first_line(run("done", log, "Ben", "--on", "Fri", "--channel", "Telefon", "--note", "short talk"))

    assert text.startswith("Recorded as done on 13 Mar for Ben O'Hara: answer their e-mail.")
    assert history(log) == [
        ("2026-03-13", "Ben O'Hara", "wrote", "reply 2026-03-12", "phone", "short talk", "")
    ]


def test_done_takes_several_people(log: Path) -> None:
    outcome = run("done", log, "Ana", "Ben", "Chiara")

    assert [
        line.partition(": send")[0].partition(": answer")[0].partition(",")[0]
        for line in outcome.stdout.splitlines()[:3]
    ] == [
        "Recorded as done for Ana Lopez",
        "Recorded as done for Ben O'Hara",
        "Nothing was due for Chiara Rossi; recorded as a message from you today. Next",
    ]
    assert [line[1] for line in history(log)] == ["Ana Lopez", "Ben O'Hara", "Chiara Rossi"]


@pytest.mark.parametrize(
    "who",
    [
        ["ana@example.com"],
        ["ana"],
        ["Ana", "Lopez"],
        ["Lopez Ana"],
        ["lop"],
        ["Ana Lopez @ Acme"],
        ["ana", "acme"],
    ],
)
def test_who_is_any_clear_part_of_a_name_an_address_or_a_company(who: list[str], log: Path) -> None:
    assert first_line(run("done", log, *who)).startswith("Recorded as done for Ana Lopez")


@pytest.mark.parametrize(
    ("who", "message", "hint"),
    [
        (
            "acme",
            "“acme” can be 2 people in log.xlsx.",
            'Type one of: {done} "Ana Lopez"; {done} "Chiara Rossi"',
        ),
        ("Bem", "Nobody in log.xlsx matches “Bem”.", 'Type: {done} "Ben O\'Hara"'),
        ("Anna Lopez", "Nobody in log.xlsx matches “Anna Lopez”.", 'Type: {done} "Ana Lopez"'),
        ("Xi", "Nobody in log.xlsx matches “Xi”.", "Type a part of a name, an e-mail address or a company."),
    ],
)
def test_who_is_unclear_or_unknown_ends_with_what_to_type(
    who: str, message: str, hint: str, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(log.parent)
    outcome = run("done", "log.xlsx", who)

    assert outcome.exit_code == 2
    assert outcome.stderr.splitlines() == [
        f"netsheet: {message}",
        f"  {hint.format(done='netsheet done log.xlsx')}",
    ]


def test_what_follows_the_name_is_kept_in_the_line_to_type(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(log.parent)

    assert 'netsheet snooze "Ana Lopez" 2 weeks' in run("snooze", "acme", "2", "weeks").stderr


def test_people_of_one_name_are_named_by_their_address(tmp_path: Path) -> None:
    log = log_of(tmp_path, NUDGE, NAMESAKE)

    hint = run("done", log, "Ana Lopez").stderr.splitlines()[-1]
    assert hint.endswith(f"done {log} ana@example.com; netsheet done {log} ana.lopez@example.com")
    assert first_line(run("done", log, "ana@example.com")).startswith("Recorded as done for Ana Lopez")
    assert first_line(run("done", log, "ana.lopez@example.com")).startswith("Nothing was due")


def test_the_log_may_be_left_out(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(log.parent)
    outcome = run("done", "Ana")

    assert first_line(outcome).startswith("Recorded as done for Ana Lopez")
    assert "Using log.xlsx, the only log in this folder." in outcome.stderr


def test_a_first_word_called_like_a_workbook_is_the_log(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(log.parent)
    outcome = run("done", "lgo.xlsx", "Ana")

    assert outcome.exit_code == 3
    assert "There is no file lgo.xlsx" in outcome.stderr


def test_a_path_with_a_space_and_no_quotes_is_answered_with_the_line_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_of(tmp_path, NUDGE, name="my log.xlsx")
    monkeypatch.chdir(tmp_path)
    outcome = run("done", "my", "log.xlsx", "Ana")

    assert outcome.exit_code == 2
    assert (
        outcome.stderr.splitlines()[-1]
        == '  Put it in quotes: netsheet done "my log.xlsx" Ana --today 2026-03-16'
    )


@pytest.mark.parametrize(
    ("words", "line", "said"),
    [
        (
            ["Ana", "replied"],
            ("replied", "", "", "", ""),
            "Ana Lopez: they wrote to you today. Next, on 17 Mar: answer their message.",
        ),
        (["Ana", "wrote"], ("wrote", "reminder 2026-03-09", "e-mail", "", ""), "Ana Lopez: you wrote today."),
        (["Ana", "called"], ("wrote", "reminder 2026-03-09", "phone", "", ""), "Ana Lopez: you called today."),
        (["Ana", "talked", "--channel", "video"], ("talked", "", "video", "", ""), "Ana Lopez: you talked today."),
        (["Ana", "met", "--on", "Sat"], ("met", "", "", "", ""), "Ana Lopez: you met on 14 Mar."),
        (["Ana", "they", "replied", "yesterday"], ("replied", "", "", "", ""), "Ana Lopez: they wrote to you on 15 Mar."),
        (["Ana", "gave", "--note", "a link"], ("gave", "", "", "a link", ""), "Ana Lopez: you helped them today."),
        (["Ana", "asked"], ("asked", "", "", "", ""), "Ana Lopez: you asked them for something today."),
        (["Ana", "event"], ("event", "", "", "", ""), "Ana Lopez: you met at an event today."),
        (["Ana", "news"], ("news", "", "", "", ""), "Ana Lopez: there is news about them today."),
        (["Ana", "called-off"], ("called off", "", "", "", ""), "Ana Lopez: the meeting is called off."),
    ],
)  # fmt: skip
def test_log_records_what_happened(words: list[str], line: tuple[str, ...], said: str, log: Path) -> None:
    assert first_line(run("log", log, *words)).startswith(said)
    assert [recorded[2:] for recorded in history(log)] == [line]


def test_log_records_a_promise_and_when_to_come_back(log: Path) -> None:
    text = first_line(
        run("log", log, "Ana", "talked", "--promise", "send the deck", "--by", "Fri", "--next", "2 weeks")
    )

    assert text == (
        "Ana Lopez: you talked today; put off until 30 Mar; you promised “send the deck” by 20 Mar. "
        "Next, on 17 Mar: say thank you for the call."
    )
    assert [recorded[1:3] + recorded[5:] for recorded in history(log)] == [
        ("Ana Lopez", "promised", "send the deck", "2026-03-20"),
        ("Ana Lopez", "snoozed", "", "2026-03-30"),
        ("Ana Lopez", "talked", "", ""),
    ]


def test_what_did_not_happen_is_answered_with_the_word_to_type(log: Path) -> None:
    outcome = run("log", log, "Ana", "wroet")

    assert outcome.exit_code == 2
    assert outcome.stderr.splitlines() == [
        "netsheet: “wroet” does not say what happened.",
        f"  Type: netsheet log {log} Ana wrote",
    ]
    assert "WHAT comes last and is one of: wrote, replied," in run("log", log, "Ana", "xyz").stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["log", "Ana", "wrote", "--on", "tomorrow"], "“tomorrow” is still to come."),
        (["log", "Ana", "wrote", "--on", "3/4"], "“3/4” could be two different days."),
        (["log", "Ana", "wrote", "--on", "soon"], "“soon” is not a day that netsheet understands."),
        (
            ["log", "Ana", "they replied yesterday", "--on", "Fri"],
            "“they replied yesterday” has a day, and --on",
        ),
        (["log", "Ana", "not now"], "“not now” can mean two things."),
        (["log", "Ana", "wrote", "--by", "Fri"], "--by needs --promise TEXT."),
        (["log", "Ana", "wrote", "--channel", "pigeon"], "--channel: There is no channel “pigeon”."),
        (["snooze", "Ana", "yesterday"], "“yesterday” is not ahead."),
        (["snooze", "Ana", "3"], "“3” can mean two things."),
        (["snooze", "Ana", "2027-12-01"], "“2027-12-01” is more than 180 days away."),
        (["snooze", "Ana", "whenever"], "“whenever” is not a day that netsheet understands."),
        (["snooze", "Ana", "April 2029"], "“April 2029” is more than 180 days away."),
        (["snooze", "Ana"], "UNTIL is missing."),
        (["log", "Ana"], "WHAT is missing."),
        (["done"], "WHO is missing."),
        (["journal"], "TEXT is missing."),
        (["close", "Ana", "--row", "3"], "Row 3 is not about “Ana”."),
        (["done", "Ana", "--goal", "read"], "With --goal you can give only --on."),
    ],
)
def test_what_is_not_understood_ends_with_2_and_writes_nothing(
    words: list[str], message: str, log: Path
) -> None:
    before = log.read_bytes()
    outcome = run(words[0], log, *words[1:])

    assert outcome.exit_code == 2
    assert message in outcome.stderr
    assert log.read_bytes() == before


def test_snooze_puts_the_next_step_off(log: Path) -> None:
    text = first_line(run("snooze", log, "Ana", "2", "weeks"))

    assert text == "Ana Lopez: put off until 30 Mar. Next, on 30 Mar: follow up by e-mail."
    assert history(log) == [("2026-03-16", "Ana Lopez", "snoozed", "", "", "", "2026-03-30")]


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        (["april"], "2026-04-01"),
        (["in", "April"], "2026-04-01"),
        (["until", "May"], "2026-05-01"),
        (["im", "Januar"], "2027-01-01"),
        (["february 2027"], "2027-02-01"),
    ],
)
def test_something_is_put_off_until_a_month(typed: list[str], until: str, log: Path) -> None:
    run("snooze", log, "Ana", *typed)

    assert [line[-1] for line in history(log)] == [until]


def test_the_same_line_is_not_written_twice(log: Path) -> None:
    run("snooze", log, "Ana", "2 weeks")
    before = log.read_bytes()

    assert first_line(run("snooze", log, "Ana", "30 Mar")).startswith(
        "This is in the history already. Ana Lopez:"
    )
    assert log.read_bytes() == before


def test_snooze_old_puts_off_what_has_been_due_for_long(log: Path) -> None:
    text = first_line(run("snooze", log, "--old", "2 weeks"))

    assert text.startswith("Dev Patel: put off until 30 Mar.")
    assert [line[1] for line in history(log)] == ["Dev Patel"]
    assert first_line(run("snooze", log, "--old", "2 weeks")) == "Nothing has been due for long."


def test_after_a_month_without_a_refresh_the_list_says_what_is_old(log: Path) -> None:
    run("refresh", log, today="2026-02-14")
    said = " ".join(run("due", log).stdout.split())

    assert said.startswith(
        f'You were away: 3 fresh, 1 old. To put the old ones off: netsheet snooze {log} --old "2 weeks"'
    )
    run("snooze", log, "--old", "2 weeks")
    assert not run("due", log).stdout.startswith("You were away")
    assert not run("due", log, "--person", "Ana", today="2026-05-16").stdout.startswith("You were away")


def test_a_step_without_a_channel_went_the_way_it_was_shown(tmp_path: Path) -> None:
    log = log_of(tmp_path, ("Fay Grant", "Cove", "", "2026-03-02", "LinkedIn"))

    assert first_line(run("done", log, "Fay")) == (
        "Recorded as done for Fay Grant: send a reminder on LinkedIn. Next, on 25 Mar: send a reminder on LinkedIn."
    )


def test_what_they_write_after_an_answer_of_the_same_day_is_owed(log: Path) -> None:
    run("done", log, "Ben")

    assert first_line(run("log", log, "Ben", "replied")) == (
        "Ben O'Hara: they wrote to you today. Next, on 17 Mar: answer their message."
    )
    assert first_line(run("done", log, "Ben", today="2026-03-17")).startswith(
        "Recorded as done for Ben O'Hara: answer"
    )
    assert first_line(run("done", log, "Ben", today="2026-03-17")).startswith("Nothing was due")


def test_snooze_says_what_does_not_wait(log: Path) -> None:
    run("log", log, "Ana", "met", "--on", "2026-03-13")

    assert first_line(run("snooze", log, "Ana", "next month")) == (
        "Ana Lopez: put off until 1 Apr. This does not wait: say thank you for the meeting."
    )


def test_what_happens_with_somebody_who_is_closed_says_how_to_go_on(log: Path) -> None:
    run("close", log, "Ana")

    assert first_line(run("snooze", log, "Ana", "2 weeks")) == (
        'Ana Lopez: put off until 30 Mar. They are closed. To go on with them: netsheet reopen "Ana Lopez"'
    )
    assert first_line(run("log", log, "Ana", "replied", today="2026-03-17")).endswith("answer their message.")


def test_many_people_are_put_off_in_one_sentence(tmp_path: Path) -> None:
    people = [(f"Person {number}", "Cove", "", *OLD[3:]) for number in range(7)]
    log = log_of(tmp_path, *people)

    assert first_line(run("snooze", log, "--old", "2 weeks")) == (
        f"7 people: put off until 30 Mar. See what is left: netsheet due {log}"
    )


def test_close_names_the_promises_that_are_still_open(log: Path) -> None:
    text = first_line(run("close", log, "Elif", "--note", "hired someone else"))

    assert text == "Elif Kaya: closed. Still open: keep your promise: “send the article”."
    assert history(log) == [("2026-03-16", "Elif Kaya", "closed", "", "", "hired someone else", "")]
    assert first_line(run("close", log, "Elif")).startswith("Elif Kaya is closed already.")


def test_reopen_goes_on_with_somebody(log: Path) -> None:
    run("close", log, "Ana", "--row", "2")
    text = first_line(run("reopen", log, "Ana"))

    assert text == "Ana Lopez: open again. Next, due now: send a reminder by e-mail."
    assert first_line(run("reopen", log, "Ana")).startswith("Ana Lopez is not closed.")


def test_a_row_chooses_between_people_of_one_name(tmp_path: Path) -> None:
    log = log_of(tmp_path, NUDGE, NAMESAKE)
    run("close", log, "Ana Lopez", "--row", "3")

    assert history(log)[0][1:3] == ("Ana Lopez", "closed")
    assert first_line(run("close", log, "ana.lopez@example.com")).startswith("Ana Lopez is closed already.")
    assert first_line(run("done", log, "ana@example.com")).startswith("Recorded as done for Ana Lopez")


def test_the_journal_is_shown_only_where_it_is_asked_for(log: Path) -> None:
    assert first_line(run("journal", log, "Three", "calls")) == "Your journal has a new line today."
    run("journal", log, "last week", "--on", "2026-03-13")

    plain, asked = run("stats", log).stdout, run("stats", log, "--journal").stdout
    assert "Journal: 1 line this week. To read them, add --journal." in plain
    assert "Three calls" not in plain
    assert asked.splitlines()[-2:] == ["Journal: 1 line this week:", "  16 Mar  Three calls"]
    assert "journal" not in run("stats", log, "--json").document
    assert run("stats", log, "--json", "--journal").document["journal"] == [
        {"on": "2026-03-16", "text": "Three calls"}
    ]


def test_a_goal_kept_by_hand_is_ticked_once_a_day(log: Path) -> None:
    assert (
        first_line(run("done", log, "--goal", "read a book"))
        == "“read a book” is counted today: 1 this week."
    )
    assert first_line(run("done", log, "--goal", "read a book")) == "This is in the history already."
    tuesday = run("done", log, "--goal", "Read a book", today="2026-03-17")
    assert first_line(tuesday) == "“Read a book” is counted today: 2 this week."


def test_a_goal_kept_by_hand_is_shown_with_the_other_goals(log: Path) -> None:
    book = openpyxl.load_workbook(log)
    goals = book.create_sheet("Goals")
    for row in (("Goal", "Target", "Per"), ("Read a book", 2, "month"), ("Events", 1, "month")):
        goals.append(row)
    book.save(log)
    before = run("check", log, "--json").document["findings"]
    assert 'netsheet done --goal "Read a book"' in before[0]["hint"]
    run("done", log, "--goal", "read a book", "--on", "2026-03-02")
    run("done", log, "--goal", "Read a book")

    document = run("stats", log, "--json").document
    shown = [(goal["goal"], goal["count"], goal["target"]) for goal in document["goals"]]
    assert shown == [("Read a book", 2, 2), ("Events", 0, 1)]
    assert "Read a book: 2 of 2 this month." in str(document["wins"])
    summary = read_workbook(log.read_bytes()).sheet("Netsheet Summary")
    assert summary is not None
    assert any("Read a book" in row for row in summary.rows)
    assert run("check", log, "--json").document["findings"] == []


def test_forget_asks_and_deletes_every_line_about_somebody(log: Path) -> None:
    run("done", log, "Ana")
    run("done", log, "Ben")
    run("log", log, "Ana", "replied")

    kept = run("forget", log, "Ana", typed="n\n")
    assert kept.stdout == (
        "Netsheet History has 2 lines about Ana Lopez, of 16 Mar. Delete them? [y/N]: n\nNothing was deleted.\n"
    )
    assert len(history(log)) == 3
    stopped = run("forget", log, "Ana", typed="")
    assert (stopped.exit_code, len(history(log))) == (1, 3)
    assert stopped.stderr == (
        "netsheet: The question was not answered. Nothing was deleted.\n"
        "  To delete without the question, add --yes.\n"
    )
    forgotten = run("forget", log, "Ana", typed="y\n").stdout.splitlines()[-1]
    assert forgotten == (
        "Deleted 2 lines of the history about Ana Lopez. Their rows in your own sheets stay. "
        f"The backup copies still hold them: netsheet backups {log}"
    )
    assert [line[1] for line in history(log)] == ["Ben O'Hara"]
    assert "Ana Lopez" in run("due", log).stdout


def test_forget_finds_somebody_who_has_no_row_any_more(log: Path) -> None:
    run("done", log, "Ana")
    without_row(log, 2)

    text = run("forget", log, "ana@example.com", "--yes").stdout
    assert text.startswith("Deleted 1 line of the history about Ana Lopez. The backup copies still hold it:")
    assert history(log) == []


def without_row(log: Path, row: int) -> None:
    """Delete a row of the log, as the user would."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        book = openpyxl.load_workbook(log)
    book.worksheets[0].delete_rows(row)
    book.save(log)


def test_forget_does_not_ask_where_nobody_can_answer(log: Path) -> None:
    run("done", log, "Ana")
    outcome = run("forget", log, "Ana", "--json")

    assert outcome.exit_code == 2
    assert "With --json, forget cannot ask first: add --yes." in outcome.stderr
    assert run("forget", log, "Ana", "--json", "--yes").document["lines"] == 1


def test_forget_with_nothing_to_delete_writes_nothing(log: Path) -> None:
    before = log.read_bytes()

    assert first_line(run("forget", log, "Ana")) == (
        "The history has no line about Ana Lopez. Nothing was deleted."
    )
    assert log.read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ["done", "Ana"],
        ["log", "Ana", "replied"],
        ["snooze", "Ana", "tomorrow"],
        ["close", "Ana"],
        ["journal", "a good day"],
        ["done", "--goal", "read"],
    ],
)
def test_a_dry_run_writes_nothing_and_undo_takes_back(words: list[str], log: Path) -> None:
    before = log.read_bytes()
    dry = run(words[0], log, *words[1:], "--dry-run")
    assert log.read_bytes() == before
    assert dry.stdout.startswith("Not written, because of --dry-run: ")

    wet = run(words[0], log, *words[1:])
    assert dry.stdout == f"Not written, because of --dry-run: {wet.stdout.splitlines()[0]}\n"
    assert len(history(log)) == 1
    run("undo", log)
    assert log.read_bytes() == before


def test_after_a_command_a_refresh_changes_nothing(log: Path) -> None:
    run("done", log, "Ana")
    before = log.read_bytes()
    run("refresh", log)

    assert log.read_bytes() == before


def test_the_document_holds_what_was_recorded_and_what_comes_next(log: Path) -> None:
    document = run("done", log, "Ana", "Chiara", "--json", "--note", "n").document

    assert document["saved"] is True
    assert [(line["who"], line["what"], line["ends"], line["note"]) for line in document["recorded"]] == [
        ("Ana Lopez", "wrote", "reminder 2026-03-09", "n"),
        ("Chiara Rossi", "wrote", None, "n"),
    ]
    assert [
        (each["person"], each["done"], each["unchanged"], each["status"]) for each in document["people"]
    ] == [
        ("Ana Lopez", "Send a reminder by e-mail", None, "Waiting"),
        ("Chiara Rossi", None, None, "Waiting"),
    ]


@pytest.mark.parametrize("kind", ["csv", "xls"])
@pytest.mark.parametrize("words", [["done", "Ana"], ["close", "Ana"], ["journal", "a good day"]])
def test_a_file_that_netsheet_does_not_write_is_answered_with_what_to_do(
    kind: str, words: list[str], tmp_path: Path
) -> None:
    log = tmp_path / f"log.{kind}"
    if kind == "csv":
        log.write_text("Name,Date sent\nAna,2026-03-02\n")
    else:
        log.write_bytes(xls_workbook())
    outcome = run(words[0], log, *words[1:])

    assert outcome.exit_code == 3
    assert "save it as .xlsx" in outcome.stderr


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        (["done", "Ana"], "done"),
        (["done", "Ana", "--on", "Sat"], "done 14 Mar"),
        (["log", "Ana", "replied"], "they replied"),
        (["log", "Ana", "talked"], "we talked"),
        (["snooze", "Ana", "2 weeks"], "2 weeks"),
        (["close", "Ana"], "close"),
    ],
)
def test_a_command_and_the_word_in_the_sheet_give_the_same_lines(
    words: list[str], cell: str, log: Path, tmp_path: Path
) -> None:
    run("refresh", log)
    other = tmp_path / "other" / "log.xlsx"
    other.parent.mkdir()
    other.write_bytes(log.read_bytes())
    type_done(other, cell)

    run(words[0], log, *words[1:])
    run("refresh", other)
    assert history(other) == history(log) != []
