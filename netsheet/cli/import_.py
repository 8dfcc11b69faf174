"""``netsheet import``: what exports of other systems would bring into a log."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click

from netsheet.cli.options import (
    Day,
    even_if_open_option,
    heading_mapping,
    json_option,
    map_option,
    sheet_option,
    the_log_here,
    today_option,
)
from netsheet.cli.progress import progress
from netsheet.cli.usage_errors import CommandLineError, first_example

if TYPE_CHECKING:
    from typing import Unpack

    from netsheet.core.additions import Target
    from netsheet.pipeline.import_write import ImportWords


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


class ImportCommandOptions(TypedDict):
    """The options of the command."""

    mappings: tuple[str, ...]
    event: str
    event_on: dt.date | None
    me_words: tuple[str, ...]
    zone: dt.tzinfo | None
    country: str
    is_written: bool
    to: str | None
    updates: tuple[str, ...]
    same: tuple[str, ...]
    new: tuple[str, ...]
    with_text: bool
    today: dt.date
    sheet_name: str | None
    protected_ok: bool
    even_if_open: bool
    as_json: bool


@click.command("import")
@click.argument("paths", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="[LOG] FILE...")
@click.option(
    "--write", "is_written", is_flag=True, help="Add what is new to the log. Without it, a preview."
)
@click.option(
    "--to",
    type=click.Choice(["Log", "People"], case_sensitive=False),
    help="On which sheet new people get rows (default: People, where there is one).",
)
@click.option(
    "--update",
    "updates",
    multiple=True,
    metavar="FIELD",
    help="Take the import's value where the log has another one: company, title, email, phone, linkedin or birthday.",
)
@click.option("--same", multiple=True, metavar="NAME=CELL", help='Who it is in the log: "Ana Lopez=B12".')
@click.option(
    "--new", multiple=True, metavar="NAME", help="Who is new although the log has that name, or the word all."
)
@click.option("--with-text", is_flag=True, help="Keep the text of messages in the history too.")
@map_option("Say what a heading means in a table that netsheet does not know.")
@click.option("--event", metavar="NAME", default="", help="The event whose guests the file lists.")
@click.option("--on", "event_on", type=Day(), help="The day of the event.")
@click.option(
    "--me", "me_words", multiple=True, metavar="WHO", help="You: your name, e-mail address or LinkedIn page."
)
@click.option(
    "--tz", "zone", type=Zone(), help="Your time zone (default: that of the settings, else the computer's)."
)
@click.option("--protected-ok", is_flag=True, help="Write even if the sheet is protected.")
@even_if_open_option
@click.option(
    "--country",
    metavar="CODE",
    default="",
    help="Where telephone numbers without a country code are, such as GB (needs the package phonenumbers).",
)
@today_option
@sheet_option
@json_option
@click.pass_context
def import_(ctx: click.Context, *, paths: tuple[Path, ...], **options: Unpack[ImportCommandOptions]) -> None:
    """Bring people and touches from exports of other systems into the log. Without --write, show what that would do.

    Each file is recognised by what is in it: LinkedIn (the zip file, its folder or single files), HubSpot, Zoho, Attio,
    Google Contacts, Outlook, Thunderbird, vCard (.vcf), Meetup, Eventbrite, Luma, Calendly, calendars (.ics), mail
    (.mbox, .eml; only the headers are read), and any other table with --map.

    New people get rows below the last one. Of those you have, empty cells are filled; what you typed stays. Messages and
    meetings go to the sheet Netsheet History. A second import of the same file adds nothing.

    \b
    Example:  netsheet import log.xlsx Connections.csv
              netsheet import log.xlsx guests.csv --event "Meetup" --on 2026-03-05
    """
    from netsheet.pipeline.import_preview_steps import split_log

    _check_words(ctx, paths)
    _check_country(ctx, options["country"].upper())
    log, files = split_log(paths)
    if not files:
        raise CommandLineError("The file to import is missing.", f"Type: {first_example(ctx.command)}", ctx)
    log = log or the_log_here(ctx, is_written=options["is_written"])
    _import(_words(ctx, options), log, files, options)


def _import(words: ImportWords, log: Path, files: Sequence[Path], options: ImportCommandOptions) -> None:
    from netsheet.core.imports.imported_values import ImportOptions
    from netsheet.pipeline.add_to_log import WriteOptions
    from netsheet.pipeline.import_preview_steps import me_from
    from netsheet.pipeline.import_write import preview_or_write
    from netsheet.present.import_document import import_json
    from netsheet.present.import_text import show_import

    said = ImportOptions(
        today=options["today"],
        me=me_from(options["me_words"]),
        zone=options["zone"],
        event=options["event"],
        event_on=options["event_on"],
        headings=dict(heading_mapping(mapping) for mapping in options["mappings"]),
        country=options["country"].upper(),
    )
    with progress(as_json=options["as_json"], last="saving") as report_stage:
        done = preview_or_write(
            log,
            files,
            said,
            words,
            sheet_name=options["sheet_name"],
            write_options=WriteOptions(
                is_preview=not options["is_written"],
                protected_ok=options["protected_ok"],
                even_if_open=options["even_if_open"],
            ),
            report_stage=report_stage,
        )
    if options["as_json"]:
        click.echo(import_json(done))
    else:
        zone = options["zone"] or done.previewed.opened.settings.time_zone
        show_import(done, zone=str(zone or "this computer's time zone"))


def _words(ctx: click.Context, options: ImportCommandOptions) -> ImportWords:
    """Read what was typed about writing."""
    from netsheet.core.imports.import_preview import COMPARED
    from netsheet.pipeline.import_decisions import SaidOfPeople
    from netsheet.pipeline.import_write import ImportWords

    for field in options["updates"]:
        if field.casefold() not in COMPARED:
            known = ", ".join(sorted(COMPARED))
            raise CommandLineError(f"--update does not take “{field}”.", f"It takes: {known}.", ctx)
    same = {}
    for each in options["same"]:
        name, is_pair, cell = each.rpartition("=")
        if not (is_pair and name.strip() and cell.strip()):
            raise CommandLineError(
                f"--same does not take “{each}”.", 'Write it like: --same "Ana Lopez=B12"', ctx
            )
        same[name] = cell
    targets: Mapping[str, Target] = {"log": "log", "people": "people"}
    return ImportWords(
        to=targets.get((options["to"] or "").casefold()),
        update=frozenset(map(str.casefold, options["updates"])),
        with_text=options["with_text"],
        said=SaidOfPeople(same=same, new=options["new"]),
    )


def _check_words(ctx: click.Context, paths: tuple[Path, ...]) -> None:
    """Answer the name of a service that gives no file with what to bring instead."""
    from netsheet.core.imports.closed_services import find_closed_service

    for path in paths:
        service = None if path.exists() else find_closed_service(str(path))
        if service:
            raise CommandLineError(service.reason, service.instead, ctx)


def _check_country(ctx: click.Context, country: str) -> None:
    """Refuse what is not the code of a country, and say what to install where the numbers of one cannot be read."""
    from netsheet.core.imports.phone_numbers import is_country
    from netsheet.errors import MissingExtraError

    try:
        is_known = not country or is_country(country)
    except ImportError as error:
        raise MissingExtraError(
            "--country needs the package phonenumbers, which is not installed.", "phonenumbers"
        ) from error
    if not is_known:
        raise CommandLineError(f"“{country}” is not the code of a country.", "Write it like GB or PT.", ctx)
