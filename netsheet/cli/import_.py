"""``netsheet import``: what exports of other systems would bring into a log."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from netsheet.cli.options import (
    Day,
    heading_mapping,
    json_option,
    map_option,
    sheet_option,
    the_log_here,
    today_option,
)
from netsheet.cli.progress import progress
from netsheet.cli.usage_errors import CommandLineError


class Zone(click.ParamType[dt.tzinfo]):
    """A time zone by its name, such as Europe/Lisbon."""

    name = "ZONE"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.tzinfo:
        """Find the time zone, or say how to write it."""
        from zoneinfo import ZoneInfo

        try:
            return ZoneInfo(str(value))
        except (KeyError, ValueError, OSError):
            self.fail(f"“{value}” is not a time zone. Write it like Europe/Lisbon.", param, ctx)


@click.command("import")
@click.argument("paths", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="[LOG] FILE...")
@map_option("Say what a heading means in a table that netsheet does not know.")
@click.option("--event", metavar="NAME", default="", help="The event whose guests the file lists.")
@click.option("--on", "event_on", type=Day(), help="The day of the event.")
@click.option(
    "--me", "me_words", multiple=True, metavar="WHO", help="You: your name, e-mail address or LinkedIn page."
)
@click.option("--tz", "zone", type=Zone(), help="Your time zone (default: the computer's).")
@today_option
@sheet_option
@json_option
@click.pass_context
def import_(
    ctx: click.Context,
    *,
    paths: tuple[Path, ...],
    mappings: tuple[str, ...],
    event: str,
    event_on: dt.date | None,
    me_words: tuple[str, ...],
    zone: dt.tzinfo | None,
    today: dt.date,
    sheet_name: str | None,
    as_json: bool,
) -> None:
    """Show what exports of other systems would bring into the log: who is new, who is there, which touches.

    Each file is recognised by what is in it: LinkedIn (the zip file, its folder or single files), HubSpot, Zoho, Attio,
    Google Contacts, Outlook, Thunderbird, vCard (.vcf), Meetup, Eventbrite, Luma, Calendly, calendars (.ics), mail
    (.mbox, .eml; only the headers are read), and any other table with --map. Writes nothing.

    \b
    Example:  netsheet import log.xlsx Connections.csv
              netsheet import log.xlsx guests.csv --event "Spring meetup" --on 2026-03-05
    """
    from netsheet.core.imports.imported_values import ImportOptions
    from netsheet.pipeline.import_preview_steps import me_from, preview_import, split_log
    from netsheet.pipeline.opened import open_log
    from netsheet.present.import_document import import_json
    from netsheet.present.import_text import show_import

    headings = dict(heading_mapping(mapping) for mapping in mappings)
    _check_words(ctx, paths)
    log, files = split_log(paths)
    if not files:
        raise CommandLineError("The file to import is missing.", f"Type: {ctx.command_path} LOG FILE", ctx)
    log = log or the_log_here(ctx, is_written=False)
    with progress(as_json=as_json) as report_stage:
        opened = open_log(log, today=today, sheet_name=sheet_name, report_stage=report_stage)
        options = ImportOptions(
            today=today,
            me=me_from(me_words, opened.settings),
            zone=zone,
            event=event,
            event_on=event_on,
            headings=headings,
        )
        previewed = preview_import(files, opened, options)
    if as_json:
        click.echo(import_json(previewed))
    else:
        show_import(previewed, zone=str(zone) if zone else "this computer's time zone")


def _check_words(ctx: click.Context, paths: tuple[Path, ...]) -> None:
    """Answer the name of a service that gives no file with what to bring instead."""
    from netsheet.core.imports.closed_services import find_closed_service

    for path in paths:
        service = None if path.exists() else find_closed_service(str(path))
        if service:
            raise CommandLineError(service.reason, service.instead, ctx)
