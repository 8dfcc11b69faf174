"""The plain script that does the same job with pandas and openpyxl: python benchmarks/peer.py PATH.

It validates nothing, proves nothing and draws nothing, and it loses what openpyxl does not know.
"""

from __future__ import annotations

import sys

import openpyxl
import pandas as pd

TODAY = pd.Timestamp("2026-03-16")
HEADINGS = ("status", "next step", "due", "why", "last contact", "touches")


def refresh(path: str) -> None:
    """Read with pandas, compute, write with openpyxl."""
    log = pd.read_excel(path)
    nudge_on = log["Date Sent"] + pd.tseries.offsets.BusinessDay(5)
    due = log["Follow-up Date"].fillna(nudge_on)
    answered = log["Response"].eq("Yes")
    status = due.le(TODAY).map({True: "Nudge due", False: "Waiting"}).where(~answered, "In touch")
    last = log["Response Date"].fillna(log["Date Sent"])
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Log"]
    first = sheet.max_column + 1
    for offset, heading in enumerate(HEADINGS):
        sheet.cell(1, first + offset, f"Netsheet {heading}")
    for row, (state, day, sent, touched) in enumerate(
        zip(status, due, log["Date Sent"], last, strict=True), start=2
    ):
        sheet.cell(row, first, state)
        sheet.cell(row, first + 1, "Send a nudge" if state == "Nudge due" else "")
        sheet.cell(row, first + 2, day.to_pydatetime()).number_format = "d mmm yyyy"
        sheet.cell(row, first + 3, f"No reply to your message of {sent:%d %b}.")
        sheet.cell(row, first + 4, touched.to_pydatetime()).number_format = "d mmm yyyy"
        sheet.cell(row, first + 5, 1)
    summary = workbook.create_sheet("Summary")
    for row in status.value_counts().items():
        summary.append(row)
    workbook.save(path)


if __name__ == "__main__":
    refresh(sys.argv[1])
