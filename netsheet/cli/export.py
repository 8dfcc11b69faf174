"""``netsheet export``: the log's data for other programs."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from netsheet.cli.nearest import WordChoice
from netsheet.cli.options import log_argument, sheet_option, today_option
from netsheet.cli.progress import progress
from netsheet.cli.sentences import say
from netsheet.cli.usage_errors import CommandLineError
from netsheet.core.exports.target_names import DATE_FORMS, TARGET_NAMES, DateForm, TargetName
from netsheet.core.printable import quoted_path
from netsheet.present.export import EXPORT_FORMATS, ExportFormat

if TYPE_CHECKING:
    from netsheet.pipeline.export import ExportedPeople

WHAT = ("people", "touches", "openings", "due")


@click.command()
@click.option(
    "--to",
    type=WordChoice("system", TARGET_NAMES),
    metavar="SYSTEM",
    help="The people, for hubspot, zoho, google (Google Contacts) or vcard (phones, Outlook, Apple).",
)
@log_argument
@click.option(
    "--what",
    type=WordChoice("part", WHAT),
    default="people",
    metavar="WHAT",
    help="people (default), touches, openings (first messages) or due.",
)
@click.option(
    "--format",
    "file_format",
    type=WordChoice("format", EXPORT_FORMATS),
    default="csv",
    metavar="FORMAT",
    help="csv (default), json or parquet.",
)
@click.option(
    "--date-format",
    "date_form",
    type=WordChoice("form", DATE_FORMS),
    default="ymd",
    metavar="FORM",
    help="How Zoho reads days: ymd (default), mdy or dmy.",
)
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="The new file.")
@click.option("--force", is_flag=True, help="Replace the file of --out when it is there.")
@today_option
@sheet_option
@click.pass_context
def export(
    ctx: click.Context,
    *,
    log: Path,
    to: TargetName | None,
    what: str,
    file_format: ExportFormat,
    date_form: DateForm,
    out: Path | None,
    force: bool,
    today: dt.date,
    sheet_name: str | None,
) -> None:
    """Give the log's data to other programs: as CSV, JSON or parquet, one row for each person, touch or message.

    Only the columns that netsheet uses are exported; docs/python.md lists them. Without --out the data is printed. In
    CSV a text that a spreadsheet would take for a formula gets an apostrophe in front; JSON and parquet hold it as it
    is.

    With --to the people go to another system in the form that it imports. What it has no place for is left out, and
    said.

    \b
    Example:  netsheet export log.xlsx --what openings
              netsheet export log.xlsx --to google --out people.csv
              netsheet export log.xlsx --format json --out people.json
    """
    if to is not None:
        _check_only_people(ctx, "what", "file_format")
    _check_name(ctx, out, ("vcf" if to == "vcard" else "csv") if to else file_format, what=what)
    from netsheet.api import NetworkingLog
    from netsheet.pipeline.export import export_people, save_export
    from netsheet.pipeline.opened import open_log
    from netsheet.present.export import export_bytes

    with progress(as_json=out is None) as report_stage:
        opened = open_log(log, today=today, sheet_name=sheet_name, report_stage=report_stage)
        if to is not None:
            people = export_people(opened, to, date_form=date_form)
        else:
            frame = getattr(NetworkingLog(opened), what)
            data = export_bytes(frame, file_format, log=log, today=today, what=what)
    if to is not None:
        _give_people(ctx, people, out, log=log, force=force)
    elif out is None:
        click.echo(data, nl=False)
    else:
        save_export(out, data, log=log, is_forced=force)
        say(f"Wrote {len(frame)} {'row' if len(frame) == 1 else 'rows'} to {quoted_path(out)}.")


def _check_only_people(ctx: click.Context, *names: str) -> None:
    """Refuse what does not go together with --to."""
    for name in names:
        if ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            option = next(param.opts[0] for param in ctx.command.params if param.name == name)
            raise CommandLineError(
                f"--to gives the people in the system's own form; {option} does not go with it.",
                f"Leave out {option}.",
                ctx,
            )


def _check_name(ctx: click.Context, out: Path | None, suffix: str, *, what: str) -> None:
    """Refuse a file whose name says that something else is in it."""
    if out is None and suffix == "parquet":
        raise CommandLineError("Parquet needs a file.", f"Add: --out {what}.parquet", ctx)
    if out is not None and out.suffix.casefold() != f".{suffix}":
        name = quoted_path(out.with_suffix(f".{suffix}"))
        raise CommandLineError(
            f"The name {out.name} does not fit the format {suffix}.", f"Type: --out {name}", ctx
        )


def _give_people(
    ctx: click.Context, people: ExportedPeople, out: Path | None, *, log: Path, force: bool
) -> None:
    """Print or write the people for another system, and say what was left out."""
    from netsheet.pipeline.export import part_paths, save_exports
    from netsheet.present.export import export_files, left_out_line

    files, label = export_files(people.export), people.export.label
    if out is None and len(files) > 1:
        raise CommandLineError(
            f"{label} takes {people.export.count:,} people in {len(files)} files only.",
            "Add: --out people.csv",
            ctx,
        )
    if out is None:
        click.echo(files[0], nl=False)
    else:
        paths = part_paths(out, len(files))
        save_exports(paths, files, log=log, is_forced=force)
        counted = "1 person" if people.export.count == 1 else f"{people.export.count:,} people"
        say(f"Wrote {counted} to {', '.join(map(quoted_path, paths))}.")
    say(f"Left out for {label}: {left_out_line(people.export, people.left_out)}.", err=out is None)
