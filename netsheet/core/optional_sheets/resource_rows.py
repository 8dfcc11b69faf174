"""The optional sheet Resources: articles and the like to share, one a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from netsheet.core.model import Finding, Place
from netsheet.core.named_table import NamedRow
from netsheet.core.optional_sheets.named_people import NamedPerson
from netsheet.core.optional_sheets.sheet_rows import RowReader, unknown_people

_BETWEEN: Final = re.compile(r"\s*[,;/|\n#]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Something to share.

    Attributes:
        link: its address, "" where none is typed.
        topics: what it is about, each as it was typed.
        sent_to: who has it already.
        cells: where each column of the sheet is in its row, by the column's name; one may be missing.
    """

    title: str
    link: str = ""
    topics: tuple[str, ...] = ()
    sent_to: tuple[NamedPerson, ...] = ()
    place_of_row: Place
    cells: Mapping[str, Place] = field(default_factory=dict)


def read_resource(row: NamedRow, reader: RowReader) -> Iterator[Resource | Finding]:
    """Give the resource of a row, if it has a title or a link, and who of "Sent to" is not known."""
    title, link = row.text("Title"), row.text("Link")
    if not title and not link:
        return
    sent_to = reader.people(row, "Sent to")
    yield from unknown_people(row, "Sent to", sent_to)
    yield Resource(
        title=title or link,
        link=link,
        topics=tuple(dict.fromkeys(filter(None, _BETWEEN.split(str(row.value("Topics")).strip())))),
        sent_to=sent_to,
        place_of_row=row.place("Title"),
        cells=reader.cells(row),
    )
