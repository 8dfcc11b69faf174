"""Invented logs in which many people and companies are called like words that netsheet knows: "May", "Call", "Open"."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from netsheet.core.grid import CellValue
from tests.a_class import save_sheets

TODAY: Final = dt.date(2026, 6, 17)
FIRST: Final = [
    "May",
    "Mark",
    "Will",
    "Chase",
    "Ana",
    "June",
    "Jan",
    "Grace",
    "Hope",
    "Friday",
    "Sa",
    "Zelda",
    "Ken",
    "Bo",
    "Al",
    "Drew",
    "Page",
    "Summer",
    "Mai",
]
LAST: Final = [
    "Day",
    "Call",
    "Chase",
    "Park",
    "Week",
    "Month",
    "Close",
    "Open",
    "Reply",
    "Note",
    "Sent",
    "Lopez",
    "Kim",
    "Vex",
    "Cold",
    "Warm",
    "Friend",
    "Meet",
]
COMPANIES: Final = (
    *("Open", "Signal", "Mail", "Target", "Meta", "Phone", "LinkedIn", "Zoom", "Ford Motor Company", "Event Ltd"),
    *("Contact Energy", "Acme GmbH", "Bank of America", "Reply AG", "Sent Inc", "Yes Bank", "Email Works"),
)  # fmt: skip
_STATES: Final = (
    *("Replied", "Waiting", "No reply", "Closed", "On hold until May", "Not now, maybe in September", "Open"),
    *("Meeting scheduled", "In conversation", "Sent", "Rejected", "Call booked", "paused until 1 July 2026", ""),
)  # fmt: skip
_NOTES: Final = (
    *("DM to {first}", "met {first} at {company}", "{first} will chase me in June", "sent CV to {email}"),
    *("{first} {last} knows the open role at {company}", "Replied 3 May 2026 - call again in June", ""),
)  # fmt: skip
_COLUMNS: Final[dict[str, tuple[str | dt.date, ...]]] = {
    "Email": ("{email}", ""),
    "LinkedIn": ("https://www.linkedin.com/in/{slug}", ""),
    "Channel": ("Email", "LinkedIn", "Phone", "Call", "Signal", "Zoom", "Coffee", "Mail", ""),
    "Type": ("message", "call", "meeting", "coffee chat", "event", "Reply", "Thank you note", ""),
    "Status": _STATES,
    "Response": ("yes", "no", "no reply", "replied", "Open", "sent", "positive", ""),
    "Follow-up": ("in 2 weeks", "next month", "2026-06-20", "20 May 2026", "call in June", ""),
    "Notes": _NOTES,
    "Next step": ("Call {first}", "Send article to {first} by 24 June", "wait until May", "email", ""),
    "Relationship": ("close", "warm", "weak", "friend", "mentor", ""),
    "Birthday": (dt.date(1980, 6, 20), "June 20", ""),
    "Call notes": _NOTES,
    "Thank you sent": ("yes", "no", ""),
}


def save_log(path: Path, seed: int) -> tuple[Path, set[str]]:
    """Write the log of a number; return it with the names in it, and the companies of one word, folded."""
    chance = random.Random(seed)  # noqa: S311  a test may be foreseen
    columns = [name for name in _COLUMNS if chance.random() < 0.5]
    people = [
        (chance.choice(FIRST), chance.choice(LAST), chance.choice(COMPANIES))
        for _ in range(chance.randint(2, 8))
    ]
    rows: list[list[CellValue]] = [["Name", "Company", "Date sent", *columns]]
    words = set()
    for _ in range(chance.randint(3, 12)):
        first, last, company = chance.choice(people)
        day = TODAY - dt.timedelta(days=chance.randint(0, 200))
        host = "".join(filter(str.isalpha, company.lower()))
        facts = {"first": first, "last": last, "company": company, "slug": f"{first}-{last}".lower()}
        facts["email"] = f"{first}.{last}@{host}.com".lower()
        cells = [chance.choice(_COLUMNS[name]) for name in columns]
        name = chance.choice((f"{first} {last}", first))
        rows.append(
            [
                *(name, company, chance.choice((day, f"{day.day} {day:%B} {day.year}"))),
                *(cell.format(**facts) if isinstance(cell, str) else cell for cell in cells),
            ]
        )
        words |= {*name.lower().split(), *({company.lower()} if " " not in company else ())}
    sheets: dict[str, Sequence[Sequence[object]]] = {chance.choice(("Log", "May", "Call log")): rows}
    event: list[CellValue] = ["Open day", TODAY + dt.timedelta(days=5), "learn 2 things", people[0][0]]
    sheets["Events"] = [["Event", "Date", "Goal", "People to meet"], event]
    sheets["Goals"] = [["Goal", "Target", "Per"], ["New connections", 3, "week"]]
    sheets["Companies"] = [["Company", "Priority", "Why"], [people[0][2], "high", "their products"]]
    return save_sheets(path, sheets), words
