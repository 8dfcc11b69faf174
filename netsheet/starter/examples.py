"""The example rows of the starter workbook. Their names begin with "Example:", so they are never counted."""

from __future__ import annotations

import datetime as dt

Cell = str | int | dt.date
Row = dict[str, Cell]

MARK = "Example: "


def log_examples(today: dt.date) -> tuple[Row, ...]:
    """Three touches of the fortnight before ``today``."""
    return (
        {
            "Date": today - dt.timedelta(days=12),
            "Name": f"{MARK}Ana Lopez",
            "Company": "Brightwater Council",
            "Activity": "Message",
            "Direction": "Sent",
            "Channel": "E-mail",
            "Intent": "Ask",
            "Template": "warm intro",
            "Subject": "A question about your reporting team",
            "Response date": today - dt.timedelta(days=10),
            "Notes": "These three rows are examples: delete them when you like. She answered after two days.",
        },
        {
            "Date": today - dt.timedelta(days=5),
            "Name": f"{MARK}Ana Lopez",
            "Company": "Brightwater Council",
            "Activity": "Informational interview",
            "Direction": "Both",
            "Channel": "Video",
            "Promise": "Send her the survey notebook",
            "Promise by": today + dt.timedelta(days=2),
            "Promise done": "No",
            "Notes": "netsheet fills in the columns with a dark heading. All others are for you.",
        },
        {
            "Date": today - dt.timedelta(days=3),
            "Name": f"{MARK}Ben Okoro",
            "Company": "Harbour Analytics",
            "Activity": "Message",
            "Direction": "Sent",
            "Channel": "LinkedIn",
            "Intent": "Social",
            "Template": "comment first",
            "Follow-up date": "in 6 months",
            "Notes": "In the yellow column you type what you did, for example done.",
        },
    )


def people_examples(today: dt.date) -> tuple[Row, ...]:
    """The two people of the example touches."""
    return (
        {
            "Name": f"{MARK}Ana Lopez",
            "Company": "Brightwater Council",
            "Title": "Head of Performance",
            "E-mail": "ana.lopez@example.com",
            "Relationship": "Warm",
            "Cadence (days)": 60,
            "Birthday": dt.date(today.year, 6, 2),
            "How we met": "Evening course on surveys",
            "Needs": "Speakers for a data evening",
            "Details": "Runs the Sunday hiking group",
        },
        {
            "Name": f"{MARK}Ben Okoro",
            "Company": "Harbour Analytics",
            "Title": "Team lead",
            "E-mail": "ben.okoro@example.com",
            "Relationship": "Weak",
            "How we met": "Through Ana",
            "Referred by": f"{MARK}Ana Lopez",
            "Details": "Wrote a paper on bus lanes",
        },
    )
