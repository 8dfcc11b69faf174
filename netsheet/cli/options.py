"""Options that several commands share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic since click 8.4
    """A day written YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:  # noqa: ANN401
        """Read the day, or say how to write it."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day. Write it like 2026-03-16.", param, ctx)


def log_argument(command: Command) -> Command:
    """Take the workbook's path."""
    return click.argument("log", type=click.Path(path_type=Path), metavar="LOG")(command)


def today_option(command: Command) -> Command:
    """Take the day that counts as today; the local date by default. The only place that reads the clock."""
    return click.option(
        "--today",
        type=Day(),
        default=lambda: dt.datetime.now().astimezone().date(),  # noqa: TID251  the one clock
        help="Work as if it were this day (default: today).",
    )(command)


def sheet_option(command: Command) -> Command:
    """Take the name of the sheet that is the log."""
    return click.option("--sheet", "sheet_name", metavar="NAME", help="The sheet that holds the log.")(
        command
    )


def json_option(command: Command) -> Command:
    """Ask for one JSON document instead of text."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")(command)


def even_if_open_option(command: Command) -> Command:
    """Go on although a lock file says that the workbook is open."""
    return click.option(
        "--even-if-open", is_flag=True, help="Go on although the workbook seems to be open (a stale lock)."
    )(command)
