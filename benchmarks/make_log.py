"""Make a log of invented people with a given number of rows and 15 columns: python benchmarks/make_log.py ROWS PATH."""

from __future__ import annotations

import datetime as dt
import random
import sys

import xlsxwriter

HEADINGS = (
    "Name",
    "Company",
    "Title",
    "Email",
    "Location",
    "Relationship",
    "Source",
    "Channel",
    "Template",
    "Date Sent",
    "Response",
    "Response Date",
    "Follow-up Date",
    "Status",
    "Notes",
)
LAST_DAY = dt.datetime(2026, 3, 16)


def make_log(rows: int, path: str) -> None:
    """Write the log; equal arguments give equal content."""
    chance = random.Random(7)  # noqa: S311  invented data
    workbook = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = workbook.add_worksheet("Log")
    day = workbook.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, HEADINGS)
    for number in range(1, rows + 1):
        sent = LAST_DAY - dt.timedelta(days=chance.randrange(200))
        replied = chance.random() < 0.25
        sheet.write_row(
            number,
            0,
            (
                f"Person {number} Name{number % 977}",
                f"Company {number % 5000}",
                chance.choice(("Engineer", "Manager", "Recruiter")),
                f"p{number}@example.com",
                "Berlin",
                chance.choice(("close", "warm", "weak", "")),
                "LinkedIn",
                chance.choice(("Email", "LinkedIn", "Phone")),
                chance.choice(("intro-a", "intro-b")),
            ),
        )
        sheet.write_datetime(number, 9, sent, day)
        sheet.write_string(number, 10, "Yes" if replied else "No")
        if replied and sent + dt.timedelta(days=3) <= LAST_DAY:
            sheet.write_datetime(number, 11, sent + dt.timedelta(days=3), day)
        if number % 7 == 0:
            sheet.write_datetime(number, 12, sent + dt.timedelta(days=30), day)
        sheet.write_string(number, 13, "Sent")
        sheet.write_string(number, 14, f"Met at the meetup number {number}, talked about data")
    workbook.close()


if __name__ == "__main__":
    make_log(int(sys.argv[1]), sys.argv[2])
