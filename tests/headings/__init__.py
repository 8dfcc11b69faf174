"""How one heading is read over plausible cells, next to the columns that most logs have."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from netsheet.core.columns.fields import FIELDS
from netsheet.core.grid import CellValue
from tests.reading.build import mapping_of, read_rows

D = dt.date
_DAYS = [D(2026, 5, 4), D(2026, 5, 5), D(2026, 5, 6), D(2026, 5, 7)]
_BY_FIELD: Mapping[str, Sequence[CellValue]] = {
    "id": [1, 2, 3, 4],
    "name": ["Ida Brook", "Omar Finch", "Lena Marsh", "Tom Reed"],
    "first_name": ["Ida", "Omar", "Lena", "Tom"],
    "last_name": ["Brook", "Finch", "Marsh", "Reed"],
    "company": ["Copper Hill", "Nordlicht GmbH", "Blue Anchor", "Fern & Co"],
    "title": ["Engineer", "Head of sales", "Recruiter", "Analyst"],
    "email": ["ida@copperhill.example", "omar@nordlicht.example", "lena@anchor.example", "tom@fern.example"],
    "phone": ["+49 30 5550 101", "+49 30 5550 102", "+49 30 5550 103", "+49 30 5550 104"],
    "linkedin": [f"https://www.linkedin.com/in/invented-{number}" for number in range(4)],
    "website": [f"https://invented-{number}.example" for number in range(4)],
    "response": ["yes", "no", "yes", "no"],
    "response_type": ["positive", "neutral", "negative", "positive"],
    "status": ["contacted", "replied", "contacted", "closed"],
    "outcome": ["meeting", "", "rejected", ""],
    "channel": ["email", "LinkedIn", "email", "phone"],
    "direction": ["out", "in", "out", "out"],
    "kind": ["call", "message", "meeting", "message"],
    "intent": ["ask", "thanks", "ask", "social"],
    "template": ["Short A", "Short B", "Short A", "Long"],
    "subject": ["Your talk in Ghent", "A question on steel", "Hello again", "Your article"],
    "message": ["I liked your talk.", "May I ask you about steel?", "Hello again!", "I read your article."],
    "follow_up": [D(2026, 7, 1), "", D(2026, 7, 3), ""],
    "follow_up_count": [1, 0, 2, 1],
    "next_action": ["Send the paper", "", "Ask for a talk", ""],
    "promise": ["the slides", "", "an introduction to Kim", ""],
    "promise_by": [D(2026, 7, 1), "", D(2026, 7, 3), ""],
    "value_given": ["an article", "", "a hint", ""],
    "value_received": ["advice", "", "an introduction", ""],
    "notes": ["likes tea", "met her team", "has a boat", "away in May"],
    "details": ["rows on Sundays", "", "two cats", ""],
    "news": ["a new job", "", "promoted, 3 May 2026", ""],
    "needs": ["an intern", "", "a venue", ""],
    "offers": ["reads CVs", "", "knows Kim", ""],
    "tags": ["steel, fair", "wood", "media", "fair"],
    "priority": ["A", "B", "A", "C"],
    "source": ["fair", "a course", "LinkedIn", "school"],
    "referred_by": ["Ben Hill", "", "Kim Dale", ""],
    "relationship": ["close", "weak", "warm", "weak"],
    "location": ["Berlin", "Porto", "Ghent", "Lyon"],
    "language": ["German", "English", "Dutch", "English"],
    "owner": ["Mona", "Mona", "Piet", "Mona"],
    "birthday": [D(1990, 1, 2), "", D(1985, 3, 4), ""],
    "every": ["30", "90", "60", "90"],
    "industry": ["Steel", "Wood", "Media", "Health"],
    "job_title": ["Engineer", "Buyer", "Analyst", "Engineer"],
    "job_url": [f"https://jobs-{number}.example/1" for number in range(4)],
}
_BY_KIND: Mapping[str, Sequence[CellValue]] = {"date": _DAYS, "yes_no": ["yes", "", "no", "yes"]}
CELLS: Mapping[str, Sequence[CellValue]] = {
    field.name: _BY_FIELD.get(field.name) or _BY_KIND[field.kind] for field in FIELDS
}
"""What four cells of each field may hold."""
_OTHERS = {"Name": "name", "Company": "company", "Date sent": "date", "Email": "email"}
_NAMES = {"first_name", "last_name"}


def read_as(heading: str, field: str, cells: Sequence[CellValue] = ()) -> str | None:
    """Read a heading over cells (those of its field, where none are given), next to the columns that most logs have."""
    below = cells or CELLS[field]
    absent = {field} | ({"name"} if field in _NAMES else set())
    rows = [[CELLS[other][row % 4] for row in range(len(below))] for other in _OTHERS.values()]
    columns = {
        text: row for (text, other), row in zip(_OTHERS.items(), rows, strict=True) if other not in absent
    }
    columns[heading] = list(below)
    return mapping_of(read_rows(list(columns), *zip(*columns.values(), strict=True)))[
        " ".join(heading.split())
    ]
