"""The command line: options to typed values, one pipeline call, print, exit code.

Each command lives in a module of its own and is imported when it is called, so that help is quick.
"""

from __future__ import annotations

import difflib
from importlib import import_module

import click

from netsheet import __version__
from netsheet.errors import NetsheetError, UnreadableError
from netsheet.present.characters import without_steering

COMMANDS = {
    "refresh": "bring the log up to date: who is waiting, why, and what gets replies",
    "due": "list who to contact, since when, and why",
    "check": "show what netsheet understands of the log, and what it cannot",
    "stats": "show what gets replies, with honest intervals",
    "draft": "write message drafts for what is due; nothing is ever sent",
    "init": "make a new, ready log",
    "settings": "add or list the settings sheet",
    "undo": "bring back the file as it was before the last refresh",
    "backups": "list the kept copies of a log",
    "templates": "list, show, copy and check the templates of drafts",
}

START_HERE = """\
netsheet makes your own networking log work.

  Have a log?    netsheet refresh log.xlsx
  Start afresh:  netsheet init log.xlsx
  All commands:  netsheet --help
"""


LONGEST_SENTENCE = 1_000
TOO_LARGE = UnreadableError(
    "The workbook takes more memory than this computer has free; it is as it was.",
    "Close other programs, or keep fewer rows in one workbook, and try again.",
)


class NetsheetGroup(click.Group):
    """Commands imported when called; a mistyped one is answered with the nearest."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's own signature
        """Return the commands in the order in which a person meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command's module and return the command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"netsheet.cli.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or suggest the nearest."""
        name = args[0]
        if not name.startswith("-") and name not in COMMANDS:
            near = difflib.get_close_matches(name.casefold(), COMMANDS, n=1)
            if name.casefold().endswith((".xlsx", ".xlsm")):
                hint = f"Did you mean: netsheet refresh {name}"
            elif near:
                hint = f"Did you mean: netsheet {near[0]}"
            else:
                hint = "See: netsheet --help"
            ctx.fail(f"There is no command {name!r}. {hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; what stops it is told in one line, with what to do now."""
        try:
            return super().invoke(ctx)
        except NetsheetError as error:
            show_error(error)
            ctx.exit(error.exit_code)
        except MemoryError:
            show_error(TOO_LARGE)
            ctx.exit(TOO_LARGE.exit_code)


def show_error(error: NetsheetError, *, about: str = "") -> None:
    """Tell on stderr what stopped the work, and what to do now.

    Args:
        error: what stopped it.
        about: the file, where there are several and the message does not name it.
    """
    named = "" if not about or about in error.message else f"{about}: "
    click.echo(f"netsheet: {shown(named + error.message)}", err=True)
    click.echo(f"  {shown(error.hint)}", err=True)


def shown(text: str) -> str:
    """Fit a sentence for a terminal: names from a file may hold what moves its cursor, or go on for pages."""
    line = without_steering(" ".join(text.split()))
    return line if len(line) <= LONGEST_SENTENCE else f"{line[: LONGEST_SENTENCE - 3]}..."


@click.group(
    cls=NetsheetGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="netsheet")
@click.pass_context
def netsheet(ctx: click.Context) -> None:
    """Make your own networking log work: who is owed what and why, and what gets replies.

    netsheet reads your workbook, writes its answer beside your rows and on a summary sheet, and changes
    nothing else in the file. It never sends anything.

    \b
    Example:  netsheet refresh log.xlsx
    """
    if ctx.invoked_subcommand is None:
        click.echo(START_HERE, nl=False)
