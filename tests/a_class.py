"""The logs of a class: twelve of different shapes, of which one is broken, one open elsewhere, and one empty."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl

from netsheet.starter import starter_workbook
from tests.command_line import copy_of_sample

TODAY = dt.date(2026, 3, 16)
BROKEN, OPEN, EMPTY = "broken.xlsx", "two-sheets.xlsx", "empty.xlsx"
_Row = Sequence[object]


def save_sheets(path: Path, sheets: Mapping[str, Sequence[_Row]]) -> Path:
    """Write a workbook with openpyxl."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    workbook.save(path)
    return path


def write_class(folder: Path) -> list[Path]:
    """Write the twelve logs, and what lies in such a folder besides."""
    head = ["Name", "Company", "Date sent", "Response"]
    plain = copy_of_sample("plain-log.xlsx", folder)
    copy_of_sample("rich.xlsx", folder)
    copy_of_sample(OPEN, folder)
    folder.joinpath(f".~lock.{OPEN}#").write_text("Ana,Ana,desk,16.03.2026 09:30,file;", "utf-8")
    folder.joinpath(BROKEN).write_bytes(plain.read_bytes()[:4000])
    save_sheets(folder / EMPTY, {"Log": [head]})
    folder.joinpath("starter.xlsx").write_bytes(starter_workbook(today=dt.date(2026, 3, 10)))
    save_sheets(
        folder / "months.xlsx",
        {
            "Feb": [head, ["Ana Lopez", "Orchid Labs", dt.date(2026, 2, 3), "yes"]],
            "Mar": [head, ["Bo Chen", "Birch Bank", dt.date(2026, 3, 12), ""]],
        },
    )
    save_sheets(
        folder / "deutsch.xlsx",
        {
            "Kontakte": [
                ["Name", "Firma", "Gesendet am", "Antwort"],
                ["Eva Kurz", "Acme", dt.date(2026, 3, 2), "ja"],
            ]
        },
    )
    save_sheets(
        folder / "silent.xlsx",
        {"Log": [head, *([f"Person {n}", "Acme", dt.date(2026, 1, 5), ""] for n in range(4))]},
    )
    save_sheets(
        folder / "last contact.xlsx",
        {"People": [["Name", "E-mail", "Last contact"], ["Cy Dunn", "cy@example.com", dt.date(2026, 3, 13)]]},
    )
    save_sheets(
        folder / "on a break.xlsx",
        {
            "Log": [head, ["Di Eze", "Acme", dt.date(2026, 1, 5), ""]],
            "Breaks": [["From", "To"], [dt.date(2026, 3, 1), dt.date(2026, 3, 31)]],
        },
    )
    save_sheets(folder / "unread.xlsx", {"Log": [head, ["Ed Fox", "Acme", "soonish", ""]]})
    folder.joinpath("~$rich.xlsx").write_bytes(b"\x03Ana")
    folder.joinpath("~$rich.xlsx").unlink()  # an office program that was closed again
    folder.joinpath("plain-log (1).xlsx").write_bytes(plain.read_bytes())
    folder.joinpath("notes.csv").write_text("a,b\n1,2\n", "utf-8")
    save_sheets(folder / "budget.xlsx", {"Sheet": [["Rent", 700]]})
    return sorted(folder.iterdir())


def write_many(folder: Path, count: int, *, rows: int) -> None:
    """Write as many logs as asked for, each of as many rows."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        chance = random.Random(number)  # noqa: S311  invented people are no secret
        lines: list[_Row] = [["Name", "Company", "Email", "Channel", "Date sent", "Response date", "Notes"]]
        for row in range(rows):
            sent = dt.date(2026, 3, 1) - dt.timedelta(days=chance.randint(0, 200))
            replied = sent + dt.timedelta(days=chance.randint(1, 9)) if chance.random() < 0.3 else None
            channel = chance.choice(["Email", "LinkedIn", "Phone"])
            who = f"p{row}.{number}@example.com"
            lines.append(
                [f"Person{row} Of{number}", f"Firm{row % 40}", who, channel, sent, replied, f"met {row}"]
            )
        save_sheets(folder / f"client{number:04}.xlsx", {"Log": lines})
