"""Further invented workbooks: headers of two rows, whose upper row says what "Date" means below it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from netsheet.core.grid import Area
from tests.reading.build import Row, build_sheet
from tests.reading.invented import Invented

D = dt.date


def _grouped(
    title: str,
    rows: Sequence[Row],
    fields: str,
    touches: int,
    *,
    merged: Sequence[tuple[int, int]] = (),
) -> Invented:
    """Make a workbook whose header is rows 1 and 2. ``fields``: "heading = field; ...", "-" is not used, "/" a group."""
    pairs = (pair.split("=") for pair in fields.replace("/", "\u203a").split(";"))
    areas = tuple(
        Area(first_row=1, first_column=first, last_row=1, last_column=last) for first, last in merged
    )
    return Invented(
        title=title,
        sheets=[build_sheet(rows, merged=areas)],
        fields={heading.strip(): None if "-" in field else field.strip() for heading, field in pairs},
        records=len(rows) - 2,
        touches=touches,
        header_row=2,
    )


FURTHER: tuple[Invented, ...] = (
    _grouped(
        "merged groups whose headings repeat: each Date is what its group says",
        [
            ["Contact", "", "Outreach", "", "Reply", "", "Meeting", "", "Next", ""],
            ["Name", "Company", "Date", "Channel", "Date", "Received", "Date", "Outcome", "Action", "Date"],
            [
                "Ann Lee",
                "",
                D(2026, 5, 4),
                "Email",
                D(2026, 5, 6),
                "Y",
                D(2026, 5, 12),
                "",
                "",
                D(2026, 7, 1),
            ],
            ["Bob Ray", "Beta", D(2026, 5, 5), "LinkedIn", "", "N", "", "", "", ""],
        ],
        "Name = name; Company = company; Date = date; Channel = channel; Reply / Date = response_date; "
        "Reply / Received = response; Meeting / Date = meeting_date; Outcome = outcome; Action = next_action; "
        "Next / Date = follow_up",
        4,
        merged=[(1, 2), (3, 4), (5, 6), (7, 8), (9, 10)],
    ),
    _grouped(
        "groups without merged cells, as a .csv keeps them",
        [
            ["Contact", "", "Outreach", "", "Answer", "", "Termin"],
            ["Name", "Company", "Date", "Channel", "Date", "Sentiment", "Date"],
            ["Ann Lee", "Acme", "2026-05-04", "Email", "2026-05-06", "Positive", "2026-06-30"],
            ["Bob Ray", "Beta", "2026-05-05", "LinkedIn", "", "", ""],
        ],
        "Date = date; Channel = channel; Answer / Date = response_date; Termin / Date = meeting_date",
        3,
    ),
    _grouped(
        "the name of a company below a group of its own",
        [
            ["Person", "", "Company", "", ""],
            ["Name", "Email", "Name", "City", "Date Sent"],
            ["Ann Lee", "ann@example.com", "Acme", "Bonn", D(2026, 5, 4)],
        ],
        "Name = name; Email = email; Company / Name = company; City = location; Date Sent = date",
        1,
        merged=[(1, 2), (3, 4)],
    ),
    _grouped(
        "groups that only number the contacts",
        [
            ["", "Round one", "", "Round two", ""],
            ["Name", "Date", "Channel", "Date", "Channel"],
            ["Ann Lee", D(2026, 4, 5), "Email", D(2026, 5, 5), "Phone"],
            ["Bob Ray", D(2026, 4, 6), "Email", "", ""],
        ],
        "Name = name; Date = date; Channel = channel",
        3,
        merged=[(2, 3), (4, 5)],
    ),
    _grouped(
        "a group nobody knows beside replies: its Date is left unused rather than misread",
        [
            ["", "Outreach", "", "Reply", "Paperwork", ""],
            ["Name", "Date", "Channel", "Date", "Date", "Form"],
            ["Ann Lee", D(2026, 5, 4), "Email", D(2026, 5, 6), D(2026, 5, 20), "B7"],
        ],
        "Date = date; Channel = channel; Reply / Date = response_date; Paperwork / Date = -; Form = -",
        2,
        merged=[(2, 3), (5, 6)],
    ),
    _grouped(
        "a strip of figures right above the headings is no row of groups",
        [
            ["Contacts", 2, "Replies", 1, "Meetings", 0],
            ["Name", "Date", "Channel", "Date", "Channel", "Notes"],
            ["Ann Lee", D(2026, 4, 5), "Email", D(2026, 5, 5), "Phone", ""],
        ],
        "Name = name; Date = date; Channel = channel; Notes = notes",
        2,
    ),
)
