"""Writes docs/python.md: examples, which the tests run, and the columns of each frame from the code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from netsheet.core.frames import FRAMES, Column

_HEAD = """\
# In Python

For a notebook or a script of your own: the log as [pandas](https://pandas.pydata.org) frames. `open_log` reads and never
writes. You say which day it is, so the same file and the same day always give the same frames.

```pycon
>>> import datetime as dt
>>> import netsheet
>>> log = netsheet.open_log("log.xlsx", today=dt.date(2026, 3, 16))
>>> len(log.people), len(log.touches), len(log.openings)
(30, 58, 28)
>>> log.due["name"].head(3).tolist()
['Beatriz Coelho', 'Leila Haddad', 'Arthur Nwosu']

```

Reply rates are those of `netsheet stats`, with their counts and intervals; `since=` looks at newer messages alone:

```pycon
>>> rates = log.rates("channel").set_index("value")
>>> rates["replied"].to_dict()
{'e-mail': 12, 'LinkedIn': 3, 'phone': 0}
>>> log.rates("channel", since=dt.date(2026, 2, 1))["sent"].tolist()
[13, 5, 1]

```

The key `person` is the same in every frame, so they can be merged. Whom did you remind, without an answer so
far?

```pycon
>>> openings = log.openings
>>> silent = openings[(openings["outcome"] == "matured") & (openings["nudge_count"] > 0)]
>>> sorted(silent.merge(log.people, on="person")["name"])
['Marek Dvorak', 'Tobias Lindqvist']

```

Group by words with `observed=True`, or words that do not occur get a row too, and with `dropna=False` to keep what is
missing:

```pycon
>>> log.touches.groupby("channel", observed=True, dropna=False).size().to_dict()
{'e-mail': 36, 'LinkedIn': 13, 'phone': 3, 'video': 2, 'in person': 4}

```

Each frame is a copy of its own: change it as you like, and the next `log.people` is as before. In a terminal,
[`netsheet export`](commands.md#netsheet-export) writes the same frames as CSV, JSON or parquet.

## Errors

| error | when |
|---|---|
| `netsheet.NetsheetError` | any of these; it has a `message`, a `hint` that says what to do, and an `exit_code` |
| `netsheet.UnreadableError` | there is no such file, it is not a workbook, or no sheet of it looks like a log |
| `netsheet.BusyError` | another program keeps the file to itself |
| `netsheet.RefusedError` | something is not written, because it could not be undone; reading never raises it |
| `ValueError` | `rates` was asked for something that messages are not compared by |

```pycon
>>> try:
...     netsheet.open_log("lgo.xlsx", today=dt.date(2026, 3, 16))
... except netsheet.NetsheetError as error:
...     print(error.hint)
Did you mean log.xlsx?

```

A cell that could not be understood raises nothing: it is a row of `log.findings`.

## Columns

What is missing is `NaT` for a day, `NaN` for a word of a category and `<NA>` for the rest. Days are `datetime64[s]` at
midnight, without a time zone. Only columns that netsheet uses are here; the others of your sheet are not.
"""
_FRAMES: Final[Mapping[str, tuple[str, Iterable[Column]]]] = {
    "log.people": (
        "One row for each person: who they are, and how things are with them.",
        (*FRAMES["people"], *FRAMES["standings"][1:]),
    ),
    "log.touches": (
        "One row for each contact up to the day, person by person, in the order in which they happened.",
        FRAMES["touches"],
    ),
    "log.openings": (
        "One row for each first message; its reminders belong to it. [numbers.md](numbers.md) explains the words.",
        FRAMES["openings"],
    ),
    "log.due": ("What is due, then what comes within a week.", FRAMES["due"]),
    "log.findings": ("The cells that could not be understood.", FRAMES["findings"]),
    "log.rates(by)": ("One row for each value, those with the best lower end first.", FRAMES["rates"]),
}


def python_page() -> str:
    """Return docs/python.md."""
    return "".join((_HEAD, *_tables()))


def _tables() -> Iterator[str]:
    for name, (rows, columns) in _FRAMES.items():
        yield f"\n### {name}\n\n{rows}\n\n| column | type | |\n|---|---|---|\n"
        for column in columns:
            words = f": {', '.join(column.words)}" if column.words else ""
            yield f"| `{column.name}` | {column.dtype} | {column.meaning}{words} |\n"
