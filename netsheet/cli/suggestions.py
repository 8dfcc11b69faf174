"""Suggest values for the Tab key: names of sheets, templates and fields. Reads names only, no cells."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click


def sheets(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001  click's own signature
    """Offer the sheets of the log."""
    from netsheet.pipeline.found import sheet_names

    log = _log(ctx)
    return _beginning(sheet_names(log), incomplete) if log else []


def templates(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001  click's own signature
    """Offer the templates: the user's own and the bundled ones."""
    from netsheet.resources import bundled_templates

    log = _log(ctx)
    own = ctx.params.get("templates_dir") or ctx.params.get("folder")
    folders = (own or (log.parent if log else Path()) / "templates", bundled_templates())
    names = {path.stem for folder in folders for path in folder.glob("[!_]*.j2")} - {"base"}
    return _beginning(sorted(names), incomplete)


def fields(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001  click's own signature
    """Offer the fields once HEADING= is typed."""
    from netsheet.core.columns.fields import FIELD_BY_NAME

    heading, equals, start = incomplete.rpartition("=")
    return [f"{heading}={name}" for name in _beginning(FIELD_BY_NAME, start)] if equals else []


def meanings(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001  click's own signature
    """Offer the meanings of a status word once WORD= is typed."""
    from netsheet.core.values.vocabulary import OWN_MEANINGS

    word, equals, start = incomplete.rpartition("=")
    return [f"{word}={name}" for name in _beginning(OWN_MEANINGS, start)] if equals else []


def _log(ctx: click.Context) -> Path | None:
    """The log of the command line, or the one in the folder."""
    from netsheet.errors import NetsheetError
    from netsheet.pipeline.found import find_log_file

    typed = (
        *(ctx.params.get("logs") or ()),
        ctx.params.get("log"),
        *ctx.args,
    )  # args: words that Click could not assign to a parameter
    named = next(filter(None, typed), None)
    if named:
        return Path(named)
    try:
        return find_log_file(Path(), command=ctx.command_path, is_written=False)
    except NetsheetError:
        return None


def _beginning(names: Iterable[str], incomplete: str) -> list[str]:
    return [name for name in names if name.casefold().startswith(incomplete.casefold())]
