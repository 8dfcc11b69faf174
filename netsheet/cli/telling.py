"""What stands in the way, told in two lines on stderr: what happened, and what to type now."""

from __future__ import annotations

from typing import IO, Any

import click

from netsheet.errors import NetsheetError
from netsheet.present.characters import without_steering

LONGEST_SENTENCE = 1_000
EXAMPLE = "Example:"


class Mistake(click.UsageError):
    """A command line that cannot be meant as it was typed (exit 2)."""

    def __init__(self, message: str, hint: str, ctx: click.Context | None = None) -> None:
        super().__init__(message, ctx)
        self.hint = hint

    def show(self, file: IO[Any] | None = None) -> None:
        """Tell it, without the usage lines that Click puts before."""
        show_lines(self.message, self.hint, file)


def told(error: click.UsageError, ctx: click.Context) -> click.UsageError:
    """Spell one of Click's own errors as netsheet does; a group without a command shows its help as ever.

    Args:
        error: what Click says.
        ctx: of the group that was called; a command whose options cannot be read has none yet.
    """
    if isinstance(error, (Mistake, click.exceptions.NoArgsIsHelpError)):
        return error
    path = (
        error.ctx.command_path if error.ctx else f"{ctx.command_path} {ctx.invoked_subcommand or ''}".strip()
    )
    hint = f"See: {path} --help"
    if isinstance(error, click.BadOptionUsage) and "requires" in error.message:
        return Mistake(f"{error.option_name} needs a value behind it.", hint, error.ctx)
    if isinstance(error, click.NoSuchOption):
        return Mistake(f"There is no option {error.option_name}.{_near_option(error)}", hint, error.ctx)
    if isinstance(error, click.MissingParameter) and error.ctx and error.param:
        name = error.param.make_metavar(error.ctx)
        return Mistake(f"{name} is missing.", f"Type: {first_example(error.ctx.command)}", error.ctx)
    if isinstance(error, click.BadParameter):
        name = error.param.opts[0] if isinstance(error.param, click.Option) else str(error.param_hint or "")
        return Mistake(f"{name}: {error.message}" if name else error.message, hint, error.ctx)
    return Mistake(error.format_message(), hint, error.ctx)


def _near_option(error: click.NoSuchOption) -> str:
    from netsheet.core.text import nearest_name

    params = error.ctx.command.get_params(error.ctx) if error.ctx else []
    known = [name for param in params for name in param.opts if name.startswith("--")]
    near = nearest_name(error.option_name, known)
    return f" Did you mean {near}?" if near else ""


def examples(command: click.Command) -> list[str]:
    """The command lines that stand as examples in a command's help."""
    _, _, after = (command.help or "").partition(EXAMPLE)
    return [line.strip() for line in after.splitlines() if line.strip()]


def first_example(command: click.Command) -> str:
    """The first of a command's examples."""
    return examples(command)[0]


def show_error(error: NetsheetError, *, about: str = "") -> None:
    """Tell what stopped the work, and what to do now.

    Args:
        error: what stopped it.
        about: the file, where there are several and the message does not name it.
    """
    named = "" if not about or about in error.message else f"{about}: "
    show_lines(named + error.message, error.hint)


def show_lines(message: str, hint: str, file: IO[Any] | None = None) -> None:
    """Print a message and its hint on stderr."""
    click.echo(f"netsheet: {shown(message)}", file=file, err=True)
    click.echo(f"  {shown(hint)}", file=file, err=True)


def shown(text: str) -> str:
    """Fit a sentence for a terminal: names from a file may hold what moves its cursor, or go on for pages."""
    line = without_steering(" ".join(text.split()))
    return line if len(line) <= LONGEST_SENTENCE else f"{line[: LONGEST_SENTENCE - 3]}..."
