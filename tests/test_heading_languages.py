"""Tables of invented headings, one for each language: nearly all are understood, and none as something else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from netsheet.core.grid import CellValue
from tests.reading.build import mapping_of, read_rows

D = dt.date
TABLES = Path(__file__).parent / "reading" / "headings"
SENT = [D(2026, 5, 4), D(2026, 5, 5), D(2026, 5, 6), D(2026, 5, 7)]
CELLS: Mapping[str, Sequence[CellValue]] = {
    "name": ["Ida Brook", "Omar Finch", "Lena Marsh", "Tom Reed"],
    "first_name": ["Ida", "Omar", "Lena", "Tom"],
    "last_name": ["Brook", "Finch", "Marsh", "Reed"],
    "company": ["Copper Hill", "Nordlicht GmbH", "Blue Anchor", "Fern & Co"],
    "title": ["Engineer", "Head of sales", "Recruiter", "Analyst"],
    "email": ["ida@copperhill.example", "omar@nordlicht.example", "lena@anchor.example", "tom@fern.example"],
    "phone": ["+49 30 5550 101", "+49 30 5550 102", "+49 30 5550 103", "+49 30 5550 104"],
    "linkedin": [f"https://www.linkedin.com/in/invented-{number}" for number in range(4)],
    "response": ["yes", "no", "yes", "no"],
    "status": ["contacted", "replied", "contacted", "closed"],
    "channel": ["email", "LinkedIn", "email", "phone"],
    "follow_up": [D(2026, 7, 1), "", D(2026, 7, 3), ""],
    "next_action": ["Send the paper", "", "Ask for a talk", ""],
    "notes": ["likes tea", "met her team", "has a boat", "away in May"],
    "source": ["fair", "a course", "LinkedIn", "school"],
    "referred_by": ["Ben Hill", "", "Kim Dale", ""],
    "relationship": ["close", "weak", "warm", "weak"],
    "location": ["Berlin", "Porto", "Ghent", "Lyon"],
    "birthday": [D(1990, 1, 2), "", D(1985, 3, 4), ""],
    "every": ["30", "90", "60", "90"],
    "thank_you": ["yes", "", "no", "yes"],
    "website": [f"https://invented-{number}.example" for number in range(4)],
    "industry": ["Steel", "Wood", "Media", "Health"],
}
OTHERS = {"Name": "name", "Company": "company", "Date sent": "date", "Email": "email"}
PARTS = {"first_name", "last_name"}


def _read_as(heading: str, field: str) -> str | None:
    """Read a heading over cells of its field, next to the columns that most logs have."""
    absent = {field} | ({"name"} if field in PARTS else set())
    columns = {text: CELLS.get(other, SENT) for text, other in OTHERS.items() if other not in absent}
    columns[heading] = CELLS.get(field, SENT)
    return mapping_of(read_rows(list(columns), *zip(*columns.values(), strict=True)))[heading]


@pytest.mark.parametrize("language", sorted(path.stem for path in TABLES.glob("*.txt")))
def test_nearly_all_headings_of_a_language_are_understood_and_none_as_something_else(language: str) -> None:
    lines = (TABLES / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    wanted = [
        (heading, field)
        for field, _, texts in (line.partition(": ") for line in lines)
        for heading in texts.split("; ")
    ]
    read = [(heading, field, _read_as(heading, field)) for heading, field in wanted]

    assert len(set(wanted)) >= 150
    assert [each for each in read if each[2] not in {each[1], None}] == []
    assert [each for each in read if each[2] is None][round(0.05 * len(read)) :] == []
