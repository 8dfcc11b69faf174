"""``netsheet init``: create a new log."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from netsheet.cli.log_words import check_dashes
from netsheet.cli.options import today_option
from netsheet.cli.sentences import say
from netsheet.cli.typed_line import retyped, typed_words
from netsheet.cli.usage_errors import CommandLineError
from netsheet.core.printable import quoted_path


def _read_sheets(ctx: click.Context, param: click.Parameter, typed: str) -> tuple[str, ...]:  # noqa: ARG001  click's own signature
    """Read the names of optional sheets."""
    from netsheet.starter import OPTIONAL

    names = {name.casefold(): name for name in OPTIONAL}
    words = [word.strip().casefold() for word in typed.split(",") if word.strip()]
    if words in (["all"], ["none"]):
        return tuple(OPTIONAL) if words == ["all"] else ()
    unknown = next((word for word in words if word not in names), "")
    if unknown:
        raise CommandLineError(
            f"There is no optional sheet “{unknown}”.",
            f"There are: {', '.join(names)}; or all, or none.",
            ctx,
        )
    return tuple(names[word] for word in words)


def _one_path(ctx: click.Context, param: click.Parameter, words: tuple[Path, ...]) -> Path:  # noqa: ARG001  click's own signature
    """Take one name; of several words, say how to type them as one."""
    check_dashes(ctx, [*map(str, words)])
    if len(words) > 1:
        name = " ".join(map(str, words))
        line = retyped(ctx, [name, *typed_words(ctx, without={*map(str, words)})])
        raise CommandLineError(f"The file name “{name}” contains a space.", line, ctx)
    return words[0] if words else Path("networking-log.xlsx")


@click.command()
@click.argument("path", type=click.Path(path_type=Path), nargs=-1, metavar="[PATH]", callback=_one_path)
@click.option(
    "--with",
    "sheets",
    metavar="SHEETS",
    default="goals,breaks",
    callback=_read_sheets,
    help="Optional sheets, with commas between them: goals, breaks, events, dates, companies, resources (or all, none). "
    "[default: goals,breaks]",
)
@today_option
def init(*, path: Path, today: dt.date, sheets: tuple[str, ...]) -> None:
    """Create a new log with the sheets Log, People and Netsheet Settings, drop-downs and a how-to page.

    With it come the sheets Goals and Breaks, or those that you name after --with.

    PATH is the new file, .xlsx or LibreOffice's .ods (default: networking-log.xlsx), or a folder for it. Never overwrites a file.

    \u0008
    Example:  netsheet init my-network.xlsx --with goals,breaks,events,dates
    """
    from netsheet.pipeline.start import make_log

    log = make_log(path, today=today, optional=sheets)
    written = quoted_path(log)
    programs = "LibreOffice" if log.suffix.casefold() == ".ods" else "Excel or LibreOffice"
    say(f"Created {written}. Open it in {programs}, add the first person, and save. Then type:")
    say(f"  netsheet refresh {written}")
