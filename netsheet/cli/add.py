"""``netsheet add``: a row for somebody new in the user's own list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from netsheet.cli.nearest import WordChoice
from netsheet.cli.options import the_log_here
from netsheet.cli.progress import progress
from netsheet.cli.recording_options import (
    RecordingOptions,
    Words,
    on_option,
    recording_options,
    words_argument,
    write_options,
)
from netsheet.cli.usage_errors import CommandLineError, first_example

if TYPE_CHECKING:
    from typing import Unpack


_FIELDS = ("company", "title", "email", "linkedin", "phone", "source", "referred_by", "relationship", "notes")


class AddRowOptions(RecordingOptions):
    """The options of the command but its words."""

    company: str
    title: str
    email: str
    linkedin: str
    phone: str
    source: str
    referred_by: str
    relationship: str | None
    notes: str
    met: str
    on: str | None


@click.command()
@words_argument("[LOG] NAME")
@click.option("--company", default="", metavar="TEXT", help="Where they work.")
@click.option("--title", default="", metavar="TEXT", help="Their role.")
@click.option("--email", default="", metavar="ADDRESS", help="Their e-mail address.")
@click.option("--linkedin", default="", metavar="PAGE", help="Their LinkedIn page.")
@click.option("--phone", default="", metavar="NUMBER", help="Their telephone number.")
@click.option("--source", default="", metavar="TEXT", help="Where you met, or where the contact comes from.")
@click.option("--referred-by", default="", metavar="TEXT", help="Who introduced you.")
@click.option(
    "--relationship",
    type=WordChoice("relationship", ("close", "warm", "weak", "mentor", "buddy")),
    metavar="HOW",
    help="How close you are: close, warm or weak; or mentor, buddy.",
)
@click.option("--notes", default="", metavar="TEXT", help="Anything to remember.")
@click.option("--met", default="", metavar="EVENT", help="The event where you met; it goes into the history.")
@on_option
@click.option("--again", is_flag=True, help="Add them although the log has that person, or that name.")
@recording_options
@click.pass_context
def add(ctx: click.Context, *, words: Words, again: bool, **options: Unpack[AddRowOptions]) -> None:
    """Add somebody to the log: a row below the last one, as if you had typed it there.

    Your cells never change. The row looks like those above it; tables, filters, drop-downs and colours reach down to it,
    and `netsheet undo` takes it away. What the log has no column for goes into its notes.

    \b
    Example:  netsheet add log.xlsx "Priya Anand" --company "Harbour Analytics"
              netsheet add log.xlsx "Jonas Weil" --met "Spring fair" --on Mon
    """
    from netsheet.core.email import is_address
    from netsheet.pipeline.new_people import Meeting, add_people
    from netsheet.present.new_people_text import added_json, show_added

    if not words.rest:
        raise CommandLineError("NAME is missing.", f"Type: {first_example(ctx.command)}", ctx)
    name = " ".join(words.rest).strip()
    if not name:
        raise CommandLineError("The name is empty.", f"Type: {first_example(ctx.command)}", ctx)
    values = {"name": name} | {name: str(options[name] or "").strip() for name in _FIELDS}  # type: ignore[literal-required]  # the options' own names
    if values["email"] and not is_address(values["email"]):
        raise CommandLineError(
            f"“{values['email']}” is not an e-mail address.", "Write it like ana@example.com.", ctx
        )
    log = words.log or the_log_here(ctx, is_written=True)
    with progress(as_json=options["as_json"], last="saving") as report_stage:
        added = add_people(
            log,
            [{name: text for name, text in values.items() if text}],
            today=options["today"],
            sheet_name=options["sheet_name"],
            meeting=Meeting(event=options["met"].strip(), on=options["on"]),
            again=again,
            options=write_options(options),
            report_stage=report_stage,
        )
    if options["as_json"]:
        click.echo(added_json(added))
    else:
        show_added(added)
