"""Tables of headings by people who have not seen the aliases, and the figure that each of them reaches.

``python -m tests.headings.unseen`` prints the figure of each table in ``unseen/``, or in the folder that is given,
and the headings that were missed or read as something else. README.md, next to this file, says how a table is written.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from netsheet.core.columns.fields import FIELD_BY_NAME
from netsheet.core.grid import CellValue
from tests.headings import read_as

TABLES = Path(__file__).parent / "unseen"
NOT_USED = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One heading: the fields that are right (the first is the best), and the cells below it.

    No fields: the heading means nothing that netsheet uses. ``may_be_unused``: it need not be read.
    """

    heading: str
    fields: tuple[str, ...]
    cells: tuple[CellValue, ...]
    may_be_unused: bool = False

    @property
    def read(self) -> str | None:
        """The field that the heading is read as."""
        return read_as(self.heading, self.fields[0] if self.fields else "notes", self.cells)


def read_line(line: str) -> Line:
    """Split a line of a table.

    Raises:
        ValueError: naming what is not a field.
    """
    heading, fields, cells = (*line.split("\t"), "", "")[:3]
    given = [name.strip() for name in fields.split("|")]
    names = tuple(name for name in given if name != NOT_USED)
    if unknown := [name for name in names if name not in FIELD_BY_NAME]:
        msg = f"{line!r}: {unknown} is not a field"
        raise ValueError(msg)
    if not names and not cells.strip():
        msg = f"{line!r}: a heading that is not used needs cells"
        raise ValueError(msg)
    below = tuple(_cell(cell.strip()) for cell in cells.split("|")) if cells.strip() else ()
    return Line(heading=heading.strip(), fields=names, cells=below, may_be_unused=NOT_USED in given)


def _cell(text: str) -> CellValue:
    """Read a cell as a spreadsheet does when somebody types it: a number, an ISO day, else a text."""
    if text.isdecimal() and not text.startswith("0"):
        return int(text)
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return text


def read_table(path: Path) -> tuple[Line, ...]:
    """Read a table; a first line that names the columns, empty lines, and lines that begin with "#" are no headings."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(
        read_line(line) for line in lines if line.strip() and not line.startswith(("#", "heading\tfield"))
    )


def missed(lines: tuple[Line, ...]) -> list[Line]:
    """Return the headings that mean a field and were not used."""
    return [line for line in lines if not line.may_be_unused and line.read is None]


def wrong(lines: tuple[Line, ...]) -> list[Line]:
    """Return the headings that were read as something that they do not mean."""
    return [line for line in lines if line.read is not None and line.read not in line.fields]


def _report(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.tsv")):
        lines = read_table(path)
        not_read, misread = missed(lines), wrong(lines)
        right = len(lines) - len(not_read) - len(misread)
        yield f"{path.stem}\t{len(lines)} headings\t{right / max(1, len(lines)):.1%} right\t{len(misread)} wrong"
        yield from (f"  missed: {line.heading} ({'|'.join(line.fields)})" for line in not_read)
        yield from (
            f"  wrong: {line.heading} ({'|'.join(line.fields) or NOT_USED}) read as {line.read}"
            for line in misread
        )


if __name__ == "__main__":
    sys.stdout.write("\n".join(_report(Path(sys.argv[1]) if len(sys.argv) > 1 else TABLES)) + "\n")
