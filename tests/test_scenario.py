"""Ten weeks of a job search on one workbook, refreshed at each step: the whole due list is stated each time."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any, Self

import openpyxl
import pytest
from openpyxl.utils.cell import coordinate_from_string

from tests.command_line import run

# openpyxl says of the summary sheet that it would lose an extension when saving; the next refresh draws it anew.
pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")


def on(text: str) -> dt.datetime:
    """Read "5 Jan" as a day of 2026, as Excel keeps it."""
    return dt.datetime.strptime(f"{text} 2026", "%d %b %Y")


class Search:
    """A job search in one workbook: what the person types, and what netsheet then lists."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.today = ""
        self.book: Any = None
        run("init", path, today="2026-01-05")

    def on(self, today: str) -> Self:
        """Let a day begin."""
        self.today = today
        return self

    def write(self, sheet: str, **cells: object) -> Self:
        """Type a new row below the last one; its Excel table grows with it."""
        page = self._open()[sheet]
        row = 1 + max(number for number in range(1, page.max_row + 1) if page.cell(number, 1).value)
        self._fill(page, row, cells)
        for table in page.tables.values():
            first, last = table.ref.split(":")
            column, last_row = coordinate_from_string(last)
            table.ref = f"{first}:{column}{max(row, last_row)}"
        return self

    def change(self, name: str, *, having: str = "Name", **cells: object) -> Self:
        """Type into cells of a person's lowest row of the log, or of the lowest that has something in a column."""
        page = self._open()["Log"]
        column = next(cell.column for cell in page[1] if cell.value == having)
        row = max(
            number
            for number in range(2, page.max_row + 1)
            if page.cell(number, 2).value == name and page.cell(number, column).value
        )
        self._fill(page, row, cells)
        return self

    def _open(self) -> Any:  # noqa: ANN401 - openpyxl has no types
        if self.book is None:
            self.book = openpyxl.load_workbook(self.path)
        return self.book

    def _save(self) -> None:
        if self.book is not None:
            self.book.save(self.path)
            self.book = None

    def noted(self, name: str, day: str, **cells: object) -> Self:
        """Type a row of the log."""
        if "by" in cells:
            cells["Channel"] = cells.pop("by")
        return self.write("Log", Date=on(day), Name=name, **cells)

    def wrote(self, name: str, day: str, **cells: object) -> Self:
        return self.noted(name, day, Activity="Message", Direction="Sent", **cells)

    def thanked(self, name: str, day: str, **cells: object) -> Self:
        return self.noted(name, day, Activity="Thank-you", Direction="Sent", **cells)

    def met(self, name: str, day: str, **cells: object) -> Self:
        return self.noted(name, day, Activity="Meeting", Direction="Both", **cells)

    def met_at_an_event(self, name: str, day: str, **cells: object) -> Self:
        return self.noted(name, day, Activity="Event", Direction="Both", **cells)

    def interviewed(self, name: str, day: str, **cells: object) -> Self:
        return self.noted(name, day, Activity="Informational interview", Direction="Both", **cells)

    def was_referred_by(self, name: str, day: str, **cells: object) -> Self:
        return self.noted(name, day, Activity="Referral", Direction="Received", **cells)

    @staticmethod
    def _fill(page: Any, row: int, cells: dict[str, object]) -> None:  # noqa: ANN401 - openpyxl has no types
        headings = {cell.value: cell.column for cell in page[1]}
        for words, value in cells.items():
            heading = words.replace("_", " ").replace("Follow up", "Follow-up").replace("E mail", "E-mail")
            page.cell(row, headings[heading]).value = value

    def lists(self, *expected: str) -> None:
        """Save, refresh, and see that the due list holds these lines and no other."""
        self._save()
        refreshed = run("refresh", self.path, today=self.today)
        items = run("due", self.path, "--json", today=self.today).document["items"]

        assert (refreshed.exit_code, refreshed.stderr) == (0, "")
        assert [_line(item) for item in items] == list(expected), self.today

    def rows(self) -> dict[str, tuple[str, str]]:
        """Return status and reason of each person's row that netsheet shows the live action on."""
        page = openpyxl.load_workbook(self.path)["Log"]
        headings = {cell.value: cell.column - 1 for cell in page[1]}
        status, why = headings["Netsheet status"], headings["Netsheet why"]
        return {
            str(row[1]): (str(row[status]), str(row[why]))
            for row in page.iter_rows(min_row=2, values_only=True)
            if row[1] and row[status] not in (None, "Earlier")
        }


def _line(item: dict[str, Any]) -> str:
    """Tell an item in one line: group, day, person, action, reason."""
    due = f" {dt.date.fromisoformat(item['due']):%-d %b}" if item["due"] else ""
    return f"{item['group']}{due}: {item['person']}, {item['action']}. {item['why']}"


def collecting_and_a_first_reply(search: Search) -> None:
    """Weeks 1 and 2: three people are written down, one replies and is answered."""
    (
        search.on("2026-01-05")
        .wrote("Ana Ruiz", "5 Jan", by="E-mail", Company="Harbor Analytics", Intent="Ask")
        .wrote("Ben Cole", "5 Jan", by="LinkedIn", Company="Northway", Intent="Ask")
        .noted("Cleo Park", "5 Jan", Company="Tidewater", Status="Not contacted")
        .lists(
            "now 5 Jan: Cleo Park, contact. On your list since 5 Jan; not contacted yet. One of the first messages proposed for this week.",
            "coming 12 Jan: Ana Ruiz, nudge. No reply to your e-mail of 5 Jan yet; reminder 1 of 2 comes up on 12 Jan.",
        )
    )
    (
        search.on("2026-01-08")
        .change("Ana Ruiz", Response_date=on("8 Jan"))
        .lists(
            "now 5 Jan: Cleo Park, contact. On your list since 5 Jan; not contacted yet. One of the first messages proposed for this week.",
            "coming 9 Jan: Ana Ruiz, reply. They wrote last, on 8 Jan.",
            "coming 14 Jan: Ben Cole, nudge. No reply to your LinkedIn message of 5 Jan yet; reminder 1 of 2 comes up on 14 Jan.",
        )
    )
    (
        search.on("2026-01-12").lists(
            "now 9 Jan: Ana Ruiz, reply. They wrote last, on 8 Jan.",
            "now 5 Jan: Cleo Park, contact. On your list since 5 Jan; not contacted yet. Suggested on 5 Jan.",
            "coming 14 Jan: Ben Cole, nudge. No reply to your LinkedIn message of 5 Jan yet; reminder 1 of 2 comes up on 14 Jan.",
        )
    )
    (
        search.wrote("Ana Ruiz", "12 Jan", by="E-mail", Company="Harbor Analytics").lists(
            "now 5 Jan: Cleo Park, contact. On your list since 5 Jan; not contacted yet. Suggested on 5 Jan.",
            "coming 14 Jan: Ben Cole, nudge. No reply to your LinkedIn message of 5 Jan yet; reminder 1 of 2 comes up on 14 Jan.",
        )
    )


def a_meeting_with_a_promise(search: Search) -> None:
    """Weeks 2 and 3: a meeting, a promise, thanks, a first nudge."""
    (
        search.on("2026-01-14")
        .met(
            "Ana Ruiz", "14 Jan", by="In person", Promise="Send the survey notebook", Promise_by=on("20 Jan")
        )
        .lists(
            "now 14 Jan: Ben Cole, nudge. No reply 7 working days after your LinkedIn message of 5 Jan; reminder 1 of 2.",
            "now 5 Jan: Cleo Park, contact. On your list since 5 Jan; not contacted yet. Suggested on 5 Jan.",
            "coming 15 Jan: Ana Ruiz, thank. You met on 14 Jan; no thank-you is logged yet.",
            "coming 20 Jan: Ana Ruiz, promise. You promised this by 20 Jan.",
        )
    )
    (
        search.on("2026-01-19").lists(
            "now 15 Jan: Ana Ruiz, thank. You met on 14 Jan; no thank-you is logged yet.",
            "now 19 Jan: Cleo Park, contact. On your list since 5 Jan; not contacted yet. One of the first messages proposed for this week.",
            "now 14 Jan: Ben Cole, nudge. No reply 10 working days after your LinkedIn message of 5 Jan; reminder 1 of 2.",
            "coming 20 Jan: Ana Ruiz, promise. You promised this by 20 Jan.",
        )
    )
    (
        search.thanked("Ana Ruiz", "19 Jan", by="E-mail")
        .wrote("Ben Cole", "19 Jan", by="LinkedIn")
        .lists(
            "now 19 Jan: Cleo Park, contact. On your list since 5 Jan; not contacted yet. One of the first messages proposed for this week.",
            "coming 20 Jan: Ana Ruiz, promise. You promised this by 20 Jan.",
        )
    )


def a_referral(search: Search) -> None:
    """Weeks 3 and 4: the promise is kept, a referral comes and is followed."""
    (
        search.on("2026-01-21").lists(
            "now 20 Jan: Ana Ruiz, promise. You promised this by 20 Jan.",
            "now 19 Jan: Cleo Park, contact. On your list since 5 Jan; not contacted yet. One of the first messages proposed for this week.",
            "coming 28 Jan: Ben Cole, nudge. No reply to your LinkedIn message of 19 Jan yet; reminder 2 of 2 comes up on 28 Jan.",
        )
    )
    (
        search.change("Ana Ruiz", having="Promise", Promise_done="Yes")
        .was_referred_by("Ana Ruiz", "21 Jan", by="E-mail")
        .noted("Dana Voss", "21 Jan", Company="Bolt Transit", Status="Not contacted")
        .write(
            "People",
            Name="Dana Voss",
            Company="Bolt Transit",
            E_mail="dana@example.com",
            Referred_by="Ana Ruiz",
            Relationship="Warm",
        )
        .lists(
            "now 19 Jan: Cleo Park, contact. On your list since 5 Jan; not contacted yet. One of the first messages proposed for this week.",
            "coming 22 Jan: Ana Ruiz, thank. They referred you on 21 Jan; no thank-you is logged yet.",
            "coming 26 Jan: Dana Voss, contact. Referred by Ana Ruiz, noted on 21 Jan; not contacted yet.",
            "coming 28 Jan: Ben Cole, nudge. No reply to your LinkedIn message of 19 Jan yet; reminder 2 of 2 comes up on 28 Jan.",
        )
    )
    (
        search.on("2026-01-26").lists(
            "now 22 Jan: Ana Ruiz, thank. They referred you on 21 Jan; no thank-you is logged yet.",
            "now 26 Jan: Dana Voss, contact. Referred by Ana Ruiz, noted on 21 Jan; not contacted yet.",
            "now 19 Jan: Cleo Park, contact. On your list since 5 Jan; not contacted yet. Suggested on 19 Jan.",
            "coming 28 Jan: Ben Cole, nudge. No reply to your LinkedIn message of 19 Jan yet; reminder 2 of 2 comes up on 28 Jan.",
        )
    )
    (
        search.wrote("Dana Voss", "26 Jan", by="E-mail", Intent="Ask").lists(
            "now 22 Jan: Ana Ruiz, thank. They referred you on 21 Jan; no thank-you is logged yet.",
            "now 19 Jan: Cleo Park, contact. On your list since 5 Jan; not contacted yet. Suggested on 19 Jan.",
            "coming 28 Jan: Ben Cole, nudge. No reply to your LinkedIn message of 19 Jan yet; reminder 2 of 2 comes up on 28 Jan.",
            "coming 2 Feb: Dana Voss, nudge. No reply to your e-mail of 26 Jan yet; reminder 1 of 2 comes up on 2 Feb.",
        )
    )
    (
        search.on("2026-01-28")
        .thanked("Ana Ruiz", "27 Jan", by="E-mail", Promise="Share my CV", Promise_by=on("11 Feb"))
        .lists(
            "now 28 Jan: Ben Cole, nudge. No reply 7 working days after your LinkedIn message of 19 Jan; reminder 2 of 2.",
            "now 19 Jan: Cleo Park, contact. On your list since 5 Jan; not contacted yet. Suggested on 19 Jan.",
            "coming 2 Feb: Dana Voss, nudge. No reply to your e-mail of 26 Jan yet; reminder 1 of 2 comes up on 2 Feb.",
        )
    )


def a_break(search: Search) -> None:
    """Weeks 5 to 7: two last nudges, a week in the mountains in which a promise keeps its day, a reply."""
    (
        search.on("2026-02-02")
        .wrote("Ben Cole", "2 Feb", by="LinkedIn")
        .write("Breaks", From=on("9 Feb"), To=on("13 Feb"), Note="In the mountains")
        .lists(
            "now 2 Feb: Cleo Park, contact. On your list since 5 Jan; not contacted yet. One of the first messages proposed for this week.",
            "now 2 Feb: Dana Voss, nudge. No reply 5 working days after your e-mail of 26 Jan; reminder 1 of 2.",
        )
    )
    (
        search.on("2026-02-03")
        .wrote("Dana Voss", "3 Feb", by="E-mail")
        .lists(
            "now 2 Feb: Cleo Park, contact. On your list since 5 Jan; not contacted yet. One of the first messages proposed for this week.",
        )
    )
    (
        search.on("2026-02-09").lists(
            "coming 11 Feb: Ana Ruiz, promise. You promised this by 11 Feb.",
            "coming 16 Feb: Cleo Park, contact. On your list since 5 Jan; not contacted yet. Suggested on 2 Feb.",
        )
    )
    (
        search.on("2026-02-12").lists(
            "now 11 Feb: Ana Ruiz, promise. You promised this by 11 Feb.",
            "coming 16 Feb: Cleo Park, contact. On your list since 5 Jan; not contacted yet. Suggested on 2 Feb.",
            "coming 17 Feb: Dana Voss, nudge. No reply to your e-mail of 3 Feb yet; reminder 2 of 2 comes up on 17 Feb.",
        )
    )
    (
        search.on("2026-02-16")
        .change("Ana Ruiz", having="Promise", Promise_done="Yes")
        .change("Dana Voss", Response_date=on("13 Feb"))
        .lists(
            "now 16 Feb: Ana Ruiz, thank_referrer. Dana Voss, whom they suggested, answered you on 13 Feb; let them know.",
            "now 16 Feb: Dana Voss, reply. They wrote last, on 13 Feb.",
            "now 2 Feb: Cleo Park, contact. On your list since 5 Jan; not contacted yet. Suggested on 2 Feb.",
        )
    )


def a_plan_and_an_event(search: Search) -> None:
    """Weeks 7 to 9: an interview is planned and takes place; an event, and a date of the person's own."""
    (
        search.on("2026-02-18")
        .wrote("Dana Voss", "18 Feb", by="E-mail", Intent="Social")
        .interviewed("Dana Voss", "25 Feb", by="Video")
        .lists(
            "now 16 Feb: Ana Ruiz, thank_referrer. Dana Voss, whom they suggested, answered you on 13 Feb; let them know.",
            "now 2 Feb: Cleo Park, contact. On your list since 5 Jan; not contacted yet. Suggested on 2 Feb.",
            "coming 25 Feb: Dana Voss, meeting. Your log has a meeting for 25 Feb.",
        )
    )
    (
        search.on("2026-02-23").lists(
            "now 16 Feb: Ana Ruiz, thank_referrer. Dana Voss, whom they suggested, answered you on 13 Feb; let them know.",
            "now 23 Feb: Cleo Park, contact. On your list since 5 Jan; not contacted yet. One of the first messages proposed for this week.",
            "coming 25 Feb: Dana Voss, meeting. Your log has a meeting for 25 Feb.",
        )
    )
    (
        search.on("2026-03-02")
        .met_at_an_event("Ema Lind", "2 Mar", by="In person", Company="Fenwick", Follow_up_date="in 2 weeks")
        .lists(
            "now 26 Feb: Dana Voss, thank. You had an informational interview on 25 Feb; no thank-you is logged yet.",
            "now 16 Feb: Ana Ruiz, thank_referrer. Dana Voss, whom they suggested, answered you on 13 Feb; let them know.",
            "now 23 Feb: Cleo Park, contact. On your list since 5 Jan; not contacted yet. Suggested on 23 Feb.",
            "coming 3 Mar: Ema Lind, thank. You met at an event on 2 Mar; no thank-you is logged yet.",
            "coming 4 Mar: Ben Cole, decide. No reply to reminder 2 on 2 Feb yet; a decision comes up on 4 Mar.",
        )
    )


def silence(search: Search) -> None:
    """Weeks 9 to 11: the one who stayed silent is decided on and closed; the own date comes."""
    (
        search.on("2026-03-04")
        .thanked("Dana Voss", "3 Mar", by="E-mail", Intent="Thanks")
        .thanked("Ema Lind", "3 Mar", by="LinkedIn", Intent="Thanks")
        .lists(
            "now 23 Feb: Cleo Park, contact. On your list since 5 Jan; not contacted yet. Suggested on 23 Feb.",
            "now 4 Mar: Ben Cole, decide. No reply 30 days after reminder 2 on 2 Feb; type close, 3 months, or keep.",
        )
    )
    (
        search.on("2026-03-09")
        .change("Ben Cole", Status="Closed")
        .lists(
            "now 9 Mar: Cleo Park, contact. On your list since 5 Jan; not contacted yet. One of the first messages proposed for this week.",
            "coming 16 Mar: Ema Lind, follow_up. Your own follow-up date is 16 Mar.",
        )
    )
    (
        search.on("2026-03-16").lists(
            "now 16 Mar: Ema Lind, follow_up. Your own follow-up date is 16 Mar.",
        )
    )


def test_ten_weeks_of_a_job_search(tmp_path: Path) -> None:
    search = Search(tmp_path / "my search.xlsx")

    collecting_and_a_first_reply(search)
    a_meeting_with_a_promise(search)
    a_referral(search)
    a_break(search)
    a_plan_and_an_event(search)
    silence(search)

    assert search.rows() == {
        "Cleo Park": (
            "To contact",
            "On your list since 5 Jan; not contacted yet.",
        ),
        "Ana Ruiz": ("In touch", "Last contact on 27 Jan; a check-in comes up on 27 Jul."),
        "Ben Cole": ("Closed", "Closed by your own entry."),
        "Dana Voss": ("In touch", "Last contact on 3 Mar; a check-in comes up on 1 Jun."),
        "Ema Lind": ("Follow-up due", "Your own follow-up date is 16 Mar."),
    }
    assert run("check", search.path, today="2026-03-16").exit_code == 0
    assert run("refresh", search.path, "--check", today="2026-03-16").exit_code == 0
