"""Print errors as two lines on stderr: what happened, and what to type now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, Any, Protocol

import click

from netsheet.cli.sentences import say
from netsheet.cli.typed_line import retyped, typed_words, written_option
from netsheet.core.printable import without_steering
from netsheet.errors import NetsheetError

LONGEST_SENTENCE = 1_000
EXAMPLE = "Example:"


class LineOfLog(Protocol):
    """What came of one of many logs."""

    @property
    def label(self) -> str:
        """What the log is called."""

    @property
    def error(self) -> str:
        """Why it could not be done; "" when it was."""

    @property
    def exit_code(self) -> int:
        """The exit code of the error."""


class CommandLineError(click.UsageError):
    """The command line cannot be used as it was typed (exit 2)."""

    def __init__(self, message: str, hint: str, ctx: click.Context | None = None) -> None:
        super().__init__(message, ctx)
        self.hint = hint

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it without the usage lines that Click adds."""
        show_lines(self.message, self.hint, file)


class StoppedError(NetsheetError):
    """The user stopped the command, or its input ended before it was answered (exit 1)."""

    exit_code = 1


def ask(question: str, *, nothing: str, hint: str) -> bool:
    """Ask the user yes or no.

    Args:
        question: what is asked.
        nothing: what is said where no answer comes: that nothing was done.
        hint: how to do it without the question.

    Raises:
        StoppedError: at the end of the input, or when the user presses Ctrl-C.
    """
    try:
        return click.confirm(question)
    except click.Abort as error:
        click.echo()  # the question is still on the line
        raise StoppedError(f"The question was not answered. {nothing}", hint) from error


def explain(error: click.UsageError, ctx: click.Context) -> click.UsageError:
    """Turn one of Click's errors into a message and a hint. A group without a command still shows its help.

    Args:
        error: Click's error.
        ctx: the group's context. A command whose options could not be read has no context yet.
    """
    if isinstance(error, (CommandLineError, click.exceptions.NoArgsIsHelpError)):
        return error
    path = (
        error.ctx.command_path if error.ctx else f"{ctx.command_path} {ctx.invoked_subcommand or ''}".strip()
    )
    hint = f"See: {path} --help"
    if isinstance(error, click.BadOptionUsage) and "requires" in error.message:
        return CommandLineError(f"{error.option_name} needs a value.", hint, error.ctx)
    if isinstance(error, click.NoSuchOption):
        return _no_such_option(error, hint)
    if isinstance(error, click.MissingParameter) and error.ctx and error.param:
        name = error.param.make_metavar(error.ctx).replace("|", " or ").removesuffix("...")
        return CommandLineError(f"{name} is missing.", f"Type: {first_example(error.ctx.command)}", error.ctx)
    if isinstance(error, click.BadParameter):
        name = error.param.opts[0] if isinstance(error.param, click.Option) else str(error.param_hint or "")
        return CommandLineError(f"{name}: {error.message}" if name else error.message, hint, error.ctx)
    return CommandLineError(error.format_message(), hint, error.ctx)


def _no_such_option(error: click.NoSuchOption, hint: str) -> CommandLineError:
    """Say what an unknown option was meant as. Click names only the first letter of one with a single dash."""
    ctx = error.ctx or click.get_current_context()
    typed = typed_words(ctx)
    word = next((each for each in typed if each.startswith(error.option_name)), error.option_name)
    message = f"There is no option {word}."
    if isinstance(ctx.command, click.Group):
        commands = ctx.command.list_commands(ctx)
        command = next((each for each in (*typed, word.lstrip("-")) if each in commands), "")
        line = [command, *(each for each in typed if each not in {command, f"-{command}", f"--{command}"})]
        if command in typed:
            message = f"Options come after the command, not before it: {word}"
        if command:
            return CommandLineError(message, retyped(ctx, line), ctx)
    elif meant := written_option(ctx, word):
        message = f"The option is written {meant}, not “{word}”."
        return CommandLineError(
            message, retyped(ctx, [meant if each == word else each for each in typed]), ctx
        )
    return CommandLineError(f"{message}{_near_option(word, ctx)}", hint, ctx)


def _near_option(word: str, ctx: click.Context) -> str:
    from netsheet.core.text import nearest_name

    params = ctx.command.get_params(ctx)
    known = [name for param in params for name in param.opts if name.startswith("--")]
    near = nearest_name(word, known)
    return f" Did you mean {near}?" if near else ""


def examples(command: click.Command) -> list[str]:
    """The example command lines in a command's help."""
    _, _, after = (command.help or "").partition(EXAMPLE)
    return [line.strip() for line in after.splitlines() if line.strip()]


def first_example(command: click.Command) -> str:
    """The first of a command's examples."""
    return examples(command)[0]


def check_ending(out: Path | None, endings: Sequence[str], ctx: click.Context) -> None:
    """Refuse a file for --out whose name ends like another kind of file; the hint offers the first ending."""
    if out is not None and out.suffix.casefold() not in endings:
        *others, last = endings
        known = f"{', '.join(others)} or {last}" if others else last
        name = str(out.with_suffix(endings[0]))
        line = [
            {str(out): name, f"--out={out}": f"--out={name}"}.get(word, word) for word in typed_words(ctx)
        ]
        raise CommandLineError(f"The name {out.name} does not end with {known}.", retyped(ctx, line), ctx)


def show_line_errors(lines: Iterable[LineOfLog]) -> int:
    """Name the logs that could not be done on stderr, and return the highest exit code."""
    done = list(lines)
    for line in done:
        if line.error:
            say(terminal_line(f"netsheet: {line.label}: {line.error}"), err=True)
    return max((line.exit_code for line in done), default=0)


def show_error(error: NetsheetError, *, about: str = "") -> None:
    """Print what stopped the command, and what to do now.

    Args:
        error: the error.
        about: the file's name, when there are several files and the message may not name it.
    """
    named = "" if not about or about in error.message else f"{about}: "
    show_lines(named + error.message, error.hint)


def show_lines(message: str, hint: str, file: IO[Any] | None = None) -> None:
    """Print a message and its hint on stderr."""
    say(f"netsheet: {terminal_line(message)}", file=file, err=True)
    say(f"  {terminal_line(hint)}", file=file, err=True)


def terminal_line(text: str) -> str:
    """Make a sentence safe for the terminal: text from a file may contain control characters, or be pages long."""
    line = without_steering(" ".join(text.split()))
    return line if len(line) <= LONGEST_SENTENCE else f"{line[: LONGEST_SENTENCE - 3]}..."
