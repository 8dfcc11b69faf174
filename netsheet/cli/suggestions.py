"""Suggest values for the Tab key: names of sheets, templates, fields and people. Only people need the log's cells."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem


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


def people(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001  click's own signature
    """Offer the people of the log, for ``netsheet event`` its events, and files while the log may still be named."""
    from click.shell_completion import CompletionItem

    from netsheet.core.people.people_search import shortest_texts
    from netsheet.core.recording.command_lines import LOGGED_WORDS
    from netsheet.errors import NetsheetError
    from netsheet.pipeline.opened import open_log

    log, words = ctx.params.get("words") or (None, ())
    texts: Iterable[str] = ()
    if path := log or _log_here(ctx):
        with contextlib.suppress(NetsheetError):
            opened = open_log(path, today=ctx.params["today"])
            if ctx.info_name == "event":
                texts = dict.fromkeys(event.name for event in opened.optional.events or ())
            else:
                texts = shortest_texts(opened.log.people).values()
    more = LOGGED_WORDS if ctx.info_name == "log" and words else ()
    items = [CompletionItem(text) for text in _beginning([*sorted(texts), *more], incomplete)]
    may_be_file = not items and not log and not words
    return [CompletionItem(incomplete, type="file")] if may_be_file else items


def _log(ctx: click.Context) -> Path | None:
    """The log of the command line, or the one in the folder."""
    typed = (
        *(ctx.params.get("logs") or ()),
        ctx.params.get("log"),
        *ctx.args,
    )  # args: words that Click could not assign to a parameter
    named = next(filter(None, typed), None)
    return Path(named) if named else _log_here(ctx)


def _log_here(ctx: click.Context) -> Path | None:
    from netsheet.errors import NetsheetError
    from netsheet.pipeline.found import find_log_file

    try:
        return find_log_file(Path(), command=ctx.command_path, is_written=False)
    except NetsheetError:
        return None


def _beginning(names: Iterable[str], incomplete: str) -> list[str]:
    from netsheet.core.text import fold

    return [name for name in names if fold(name).startswith(fold(incomplete))]
