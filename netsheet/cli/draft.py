"""``netsheet draft``: write personal messages for the user to finish and send."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from netsheet.cli.nearest import WordChoice
from netsheet.cli.options import Count, json_option, log_argument, quiet_option, sheet_option, today_option
from netsheet.cli.progress import progress
from netsheet.cli.suggestions import templates as template_names
from netsheet.core.drafts.requests import DRAFT_CHANNELS, DRAFT_KINDS, FORMATS
from netsheet.core.drafts.variables import GIVEN
from netsheet.core.model import ActionKind
from netsheet.pipeline.typed_names import near_or_known

if TYPE_CHECKING:
    from netsheet.core.drafts.requests import DraftChannel, DraftFormat


class Formats(WordChoice):
    """File formats, separated by commas."""

    def __init__(self) -> None:
        super().__init__("format", FORMATS)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401
        """Read each format."""
        words = [super(Formats, self).convert(word.strip(), param, ctx) for word in value.split(",")]
        return frozenset(words)


class Given(click.ParamType[tuple[str, str]]):
    """A fact that only the user knows: KEY=TEXT."""

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
            self.fail(
                f"“{value}” has no KEY or no TEXT. Write it like: --give link=https://example.com", param, ctx
            )
        if key.casefold() not in GIVEN:
            self.fail(f"“{key}” is not one of the keys. {near_or_known(key, GIVEN)}", param, ctx)
        return key.casefold(), text


KIND = WordChoice("kind", DRAFT_KINDS)
CHANNEL = WordChoice("channel", DRAFT_CHANNELS, {"mail": "e-mail"})


@click.command()
@log_argument
@click.option(
    "--person",
    "people",
    multiple=True,
    metavar="NAME",
    help="Only this person, due or not. You can repeat this option.",
)
@click.option("--template", metavar="NAME", shell_complete=template_names, help="Always use this template.")
@click.option(
    "--kind", type=KIND, metavar="KIND", help="Only this kind of action: nudge, thank, check_in ..."
)
@click.option("--channel", type=CHANNEL, metavar="CHANNEL", help="E-mail, LinkedIn, LinkedIn note or text.")
@click.option("--limit", type=Count(), help="Write at most N drafts.")
@click.option("--with", "other", metavar="NAME", help="Introduce --person to this person.")
@click.option(
    "--give",
    "given",
    type=Given(),
    multiple=True,
    metavar="KEY=TEXT",
    help="What only you know: link=, title= or news=.",
)
@click.option("--anyway", is_flag=True, help="Ask for something even when it is your turn to give.")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="The folder for the drafts.")
@click.option(
    "--templates",
    "templates_dir",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Your own templates (default: the folder templates next to the log, if there is one).",
)
@click.option(
    "--format",
    "formats",
    type=Formats(),
    default="eml,txt",
    metavar="eml,txt",
    help="Which files to write: eml opens in a mail program, txt is plain text.",
)
@click.option("--strict", is_flag=True, help="For scripts: the exit code is 1 when a draft is blocked.")
@click.option("--dry-run", is_flag=True, help="Print subjects and first lines. Write nothing.")
@quiet_option()
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
    is_quiet: bool,
    today: dt.date,
    sheet_name: str | None,
    as_json: bool,
) -> None:
    """Write a personal draft for everyone who is due. You finish and send it; netsheet never sends anything.

    Drafts go to the folder drafts next to the log, with a page that shows them all. A draft that you have edited
    is kept as it is.

    \b
    Example:  netsheet draft log.xlsx --limit 5
              netsheet draft log.xlsx --person Hannah --template check-in
              netsheet draft log.xlsx --person Hannah --with Leila
    """
    if other is not None and not people:
        raise click.UsageError("--with needs --person too: you introduce two people to each other.")
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
    with progress(as_json=as_json) as report_stage:
        opened = open_log(log, today=today, sheet_name=sheet_name, report_stage=report_stage)
        drafted = draft_messages(
            opened, only, out_dir=out, templates_dir=templates_dir, formats=formats, is_preview=dry_run
        )
    if as_json:
        click.echo(draft_json(drafted))
    elif not is_quiet:
        show_drafted(drafted)
    ctx.exit(1 if strict and drafted.blocked else 0)
