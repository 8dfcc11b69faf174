"""``netsheet templates``: list, show, copy and check the message templates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from netsheet.cli.nearest import NearestGroup, WordChoice
from netsheet.cli.options import json_option
from netsheet.cli.sentences import say
from netsheet.cli.suggestions import templates as template_names
from netsheet.core.drafts.languages import LANGUAGES, Language

Command = TypeVar("Command", bound=Callable[..., Any])


def folder_option(command: Command) -> Command:
    """Take the folder with the user's own templates."""
    return click.option(
        "--templates",
        "folder",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="Your own templates (default: the folder templates here, if there is one).",
    )(command)


def language_option(command: Command) -> Command:
    """Take the language of the templates."""
    return click.option(
        "--language",
        type=WordChoice("language", LANGUAGES),
        default="en",
        metavar="LANGUAGE",
        help=f"The language: {', '.join(LANGUAGES)} (default: en).",
    )(command)


@click.group(cls=NearestGroup, context_settings={"max_content_width": 100})
def templates() -> None:
    """List, show, copy and check the templates for drafts.

    \b
    Example:  netsheet templates copy check-in templates
    """


@templates.command("list", short_help="list every template")
@folder_option
@language_option
@json_option
def list_them(*, folder: Path | None, language: Language, as_json: bool) -> None:
    """List every template: what it is for, and for which channels.

    \b
    Example:  netsheet templates list
    """
    from netsheet.pipeline.templates import open_templates
    from netsheet.present.draft_documents import templates_json
    from netsheet.present.template_text import show_templates

    opened = open_templates(folder, Path(), language)
    if as_json:
        click.echo(templates_json(opened))
    else:
        show_templates(opened)


@templates.command(short_help="print a template, or an example of it")
@click.argument("name", shell_complete=template_names)
@folder_option
@language_option
@click.option("--example", is_flag=True, help="Fill it in with invented facts.")
def show(*, name: str, folder: Path | None, language: Language, example: bool) -> None:
    """Print a template as it is in its file, or filled in.

    \b
    Example:  netsheet templates show check-in --example
    """
    from netsheet.pipeline.templates import fill_example, find_template, open_templates
    from netsheet.present.template_text import show_filled

    opened = open_templates(folder, Path(), language)
    file = find_template(opened, name)
    if example:
        show_filled(*fill_example(opened, file))
    else:
        click.echo(file.path.read_text(encoding="utf-8-sig"), nl=False)


@templates.command(short_help="copy a template into your own folder, to change it there")
@click.argument("name", shell_complete=template_names)
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@language_option
def copy(*, name: str, folder: Path, language: Language) -> None:
    """Copy a template into your own folder, to change it there. Never overwrites a file.

    One in another language than English goes into the folder of that language in DIR, such as templates/de.

    \b
    Example:  netsheet templates copy check-in templates
    """
    from netsheet.pipeline.templates import copy_template, open_templates
    from netsheet.render.templates import folder_of

    opened = open_templates(None, Path(), language)
    path = copy_template(opened, name, folder_of(folder, language))
    say(
        f"Copied to {path}. Change it there. netsheet will use it instead of the bundled template of that name."
    )
    say(f"Then check it: netsheet templates check {folder}")


@templates.command(short_help="check your templates before you need them")
@click.argument("folder", type=click.Path(path_type=Path), required=False, metavar="[DIR]")
@json_option
@click.pass_context
def check(ctx: click.Context, *, folder: Path | None, as_json: bool) -> None:
    """Check templates: unknown variables, length, more than one ask, yes-or-no questions.

    Checks the folder DIR, or the folder templates here, or the bundled templates. For scripts: the exit code is 1 when there are errors.

    \b
    Example:  netsheet templates check templates
    """
    from netsheet.pipeline.templates import check_folder
    from netsheet.present.draft_documents import template_check_json
    from netsheet.present.template_text import show_template_check

    checked = check_folder(folder, Path())
    if as_json:
        click.echo(template_check_json(checked))
    else:
        show_template_check(checked)
    ctx.exit(1 if checked.has_errors else 0)
