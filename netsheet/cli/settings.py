"""``netsheet settings``: list a log's settings, and add the settings sheet if it is missing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from netsheet.cli.options import (
    even_if_open_option,
    heading_mapping,
    json_option,
    map_option,
    sheet_option,
    today_option,
    written_log_argument,
)
from netsheet.cli.progress import progress
from netsheet.cli.suggestions import meanings


@click.command()
@written_log_argument
@map_option("Say what a heading means.")
@click.option("--unmap", "unmapped", multiple=True, metavar="HEADING", help="Remove what a heading means.")
@click.option(
    "--word",
    "words",
    multiple=True,
    metavar='"WORD=MEANING"',
    shell_complete=meanings,
    help="Say what a status word means.",
)
@today_option
@sheet_option
@even_if_open_option
@json_option
def settings(
    *,
    log: Path,
    mappings: tuple[str, ...],
    unmapped: tuple[str, ...],
    words: tuple[str, ...],
    today: dt.date,
    sheet_name: str | None,
    even_if_open: bool,
    as_json: bool,
) -> None:
    """List the settings and where each comes from. Add the settings sheet if the log has none.

    \u0008
    Example:  netsheet settings log.xlsx
              netsheet settings log.xlsx --map "Notes=details"
              netsheet settings log.xlsx --word "Techscreen=conversation"
    """
    from netsheet.pipeline.settings import ensure_settings
    from netsheet.present.documents import settings_json
    from netsheet.present.settings_text import show_settings

    pairs = [heading_mapping(mapping) for mapping in mappings]
    meant = [_meaning(word) for word in words]
    with progress(as_json=as_json, last="saving") as report_stage:
        in_force = ensure_settings(
            log,
            pairs,
            unmapped=unmapped,
            words=meant,
            today=today,
            sheet_name=sheet_name,
            even_if_open=even_if_open,
            report_stage=report_stage,
        )
    if as_json:
        click.echo(settings_json(in_force))
    else:
        show_settings(in_force)


def _meaning(typed: str) -> tuple[str, str]:
    """Split at the last "=": the word itself may contain one."""
    from netsheet.core.text import nearest_name
    from netsheet.core.values.vocabulary import OWN_MEANINGS, read_own_meaning

    word, _, said = typed.rpartition("=")
    if not word.strip() or not said.strip():
        message = (
            f'"{typed}" says no meaning. Write the word, = and a meaning: --word "Techscreen=conversation"'
        )
        raise click.BadParameter(message, param_hint="--word")
    meaning = read_own_meaning(said)
    if not meaning:
        near = nearest_name(said, OWN_MEANINGS)
        hint = f"Did you mean {near}?" if near else f"The meanings are: {', '.join(OWN_MEANINGS)}."
        raise click.BadParameter(f'There is no meaning "{said.strip()}". {hint}', param_hint="--word")
    return word.strip(), meaning
