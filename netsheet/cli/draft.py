"""``netsheet draft``: personal messages to finish and send."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from netsheet.cli.nearest import Known
from netsheet.cli.options import Count, json_option, log_argument, sheet_option, today_option
from netsheet.cli.progress import progress
from netsheet.cli.suggestions import templates as template_names
from netsheet.core.drafts.requests import DRAFT_CHANNELS, FORMATS
from netsheet.core.drafts.variables import GIVEN
from netsheet.core.model import ActionKind
from netsheet.pipeline.unknown import near_or_known

if TYPE_CHECKING:
    from netsheet.core.drafts.requests import DraftChannel, DraftFormat


class Formats(Known):
    """File formats with commas between."""

    def __init__(self) -> None:
        super().__init__("format", FORMATS)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401
        """Read each format."""
        words = [super(Formats, self).convert(word.strip(), param, ctx) for word in value.split(",")]
        return frozenset(words)


class Given(click.ParamType[tuple[str, str]]):
    """What only the user can say: KEY=TEXT."""

    name = "KEY=TEXT"

    def convert(
        self,
        value: Any,  # noqa: ANN401
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[str, str]:
        """Split at the first "="; a link may hold more of them."""
        key, _, text = (part.strip() for part in value.partition("="))
        if not key or not text:
            self.fail(f"“{value}” says nothing. Write it like: --give link=https://example.com", param, ctx)
        if key.casefold() not in GIVEN:
            self.fail(f"“{key}” cannot be given. {near_or_known(key, GIVEN)}", param, ctx)
        return key.casefold(), text


KIND = Known("kind", get_args(ActionKind))
CHANNEL = Known("channel", DRAFT_CHANNELS, {"mail": "e-mail"})


@click.command()
@log_argument
@click.option(
    "--person", "people", multiple=True, metavar="NAME", help="Only this person, due or not; may be repeated."
)
@click.option(
    "--template", metavar="NAME", shell_complete=template_names, help="Use this template, whatever is due."
)
@click.option(
    "--kind", type=KIND, metavar="KIND", help="Only this kind of action: nudge, thank, check_in ..."
)
@click.option("--channel", type=CHANNEL, metavar="CHANNEL", help="E-mail, LinkedIn, LinkedIn note or text.")
@click.option("--limit", type=Count(), help="At most so many drafts.")
@click.option("--with", "other", metavar="NAME", help="Introduce the person to this one.")
@click.option(
    "--give",
    "given",
    type=Given(),
    multiple=True,
    metavar="KEY=TEXT",
    help="What only you know: link=, title= or news=.",
)
@click.option("--anyway", is_flag=True, help="Write an ask also where giving should come first.")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="The folder for the drafts.")
@click.option(
    "--templates",
    "templates_dir",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Your own templates (default: the folder templates beside the log, when it is there).",
)
@click.option(
    "--format", "formats", type=Formats(), default="eml,txt", metavar="eml,txt", help="Which files to write."
)
@click.option("--strict", is_flag=True, help="Exit 1 when any draft is blocked.")
@click.option("--dry-run", is_flag=True, help="Print subjects and first lines; write nothing.")
@today_option
@sheet_option
@json_option
@click.pass_context
def draft(
    ctx: click.Context,
    *,
    log: Path,
    people: tuple[str, ...],
    template: str | None,
    kind: ActionKind | None,
    channel: DraftChannel | None,
    limit: int | None,
    other: str | None,
    given: tuple[tuple[str, str], ...],
    anyway: bool,
    out: Path | None,
    templates_dir: Path | None,
    formats: frozenset[DraftFormat],
    strict: bool,
    dry_run: bool,
    today: dt.date,
    sheet_name: str | None,
    as_json: bool,
) -> None:
    """Write a personal draft for everyone who is due, for you to finish and send. Nothing is ever sent.

    Drafts go to the folder drafts beside the log, with a page that shows them all. A draft that you have edited
    is kept as it is.

    \b
    Example:  netsheet draft log.xlsx --limit 5
              netsheet draft log.xlsx --person Hannah --template check-in
              netsheet draft log.xlsx --person Hannah --with Leila
    """
    if other is not None and not people:
        raise click.UsageError("--with needs --person: an introduction is between two people.")
    from netsheet.core.drafts.requests import DraftFilter
    from netsheet.pipeline.drafts import draft_messages
    from netsheet.pipeline.opened import open_log
    from netsheet.present.draft_documents import draft_json
    from netsheet.present.draft_text import show_drafted

    only = DraftFilter(
        people=people,
        template=template,
        kind=kind,
        channel=channel,
        limit=limit,
        anyway=anyway,
        other=other,
        given=dict(given),
    )
    with progress(as_json=as_json) as tell:
        opened = open_log(log, today=today, sheet_name=sheet_name, tell=tell)
        drafted = draft_messages(
            opened, only, out_dir=out, templates_dir=templates_dir, formats=formats, is_preview=dry_run
        )
    if as_json:
        click.echo(draft_json(drafted))
    else:
        show_drafted(drafted)
    ctx.exit(1 if strict and drafted.blocked else 0)
