"""The command line: turn options into typed values, call the pipeline once, print, and set the exit code.

Each command has its own module, which is imported only when the command runs, so that help is quick.
"""

from __future__ import annotations

import sys
from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING

import click

from netsheet import __version__
from netsheet.cli.nearest import NearestGroup
from netsheet.cli.sentences import say
from netsheet.cli.usage_errors import StoppedError, explain, show_error
from netsheet.core.printable import quoted_path
from netsheet.errors import NetsheetError, UnreadableError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS = {
    "refresh": "bring the log up to date: who is waiting, why, and what gets replies",
    "due": "list who to contact, since when, and why",
    "today": "show what fits into the minutes you have",
    "brief": "show what to know before a talk with somebody",
    "event": "prepare an event, and record whom you met there",
    "add": "add somebody to the log",
    "done": "say that the next step with somebody is done",
    "log": "record what happened: a message, a reply, a talk",
    "snooze": "put the next step with somebody off",
    "close": "ask for nothing more with somebody",
    "reopen": "go on with somebody who was closed",
    "check": "show how netsheet reads the log, and what it could not read",
    "stats": "show what gets replies",
    "calendar": "write a calendar of what is due and coming, for your phone",
    "report": "write the summary as a page for the browser",
    "referrals": "show who led you to whom, and whom to thank",
    "introductions": "list people who could help each other",
    "share": "list who would like to read what you have to share",
    "digest": "look back at a week, without names: to show to a mentor or a buddy",
    "anonymize": "write the log without the people, to ask somebody for help",
    "overview": "show many logs side by side: who is stuck, what is due, what gets replies",
    "draft": "write message drafts for what is due; netsheet never sends them",
    "watch": "refresh the log after each save",
    "open": "open the log in the system's own program",
    "init": "create a new log",
    "settings": "list the settings, and add the settings sheet",
    "journal": "write a line for yourself",
    "forget": "delete what the history says about somebody",
    "import": "bring people in from exports of other systems; a preview unless --write",
    "export": "give the people to a CRM or a phone, or the log's data to other programs",
    "undo": "restore the file as it was before the last refresh",
    "backups": "list the backup copies of a log",
    "templates": "list, show, copy and check the message templates",
    "completion": "set up the Tab key to complete commands, options and values",
}

OTHER_WORDS = {
    "list": "due", "show": "due", "todo": "due", "next": "due", "remind": "due", "who": "due",
    "update": "refresh", "run": "refresh", "new": "init", "create": "init", "start": "init",
    "send": "draft", "write": "draft", "mail": "draft", "email": "draft", "find": "brief", "search": "brief",
    "person": "brief", "record": "log", "postpone": "snooze", "delay": "snooze", "later": "snooze",
    "stop": "close", "restore": "undo", "back": "undo", "config": "settings", "options": "settings",
    "print": "report", "week": "digest",
}  # fmt: skip
"""What a beginner types for a command: the words of other programs, and plain English."""

TITLE = "netsheet makes your own networking log work."
START_HERE = """
  Have a log?    netsheet refresh log.xlsx
  Start new:     netsheet init log.xlsx
  All commands:  netsheet --help
"""
GO_ON = """
  Next:          netsheet refresh {log}
  Then:          netsheet due {log}
  All commands:  netsheet --help
"""
TOO_LARGE = UnreadableError(
    "The workbook needs more memory than this computer has free. The file was not changed.",
    "Close other programs, or move some rows to another workbook. Then try again.",
)
STOPPED = StoppedError(
    "You stopped the command.",
    "A file is written whole or not at all, so none of yours is damaged. To go on, type the same line again.",
)


class NetsheetGroup(NearestGroup):
    """Imports each command when it is called, and prints errors as two lines."""

    other_words = OTHER_WORDS

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Keep the words as they were typed: a hint repeats them."""
        ctx.obj = tuple(args)
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's own signature
        """Return the commands in the order in which a person meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command's module and return the command."""
        if cmd_name not in COMMANDS:
            return None
        is_pythons = iskeyword(cmd_name) or cmd_name in sys.stdlib_module_names
        word = f"{cmd_name}_" if is_pythons else cmd_name
        command: click.Command = getattr(import_module(f"netsheet.cli.{word}"), word)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer the commands without importing them, and the options."""
        from click.shell_completion import CompletionItem

        commands = [
            CompletionItem(name, help=text) for name, text in COMMANDS.items() if name.startswith(incomplete)
        ]
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]

    def invoke(self, ctx: click.Context) -> object:
        """Run a command. An error is printed as one line, with a second line about what to do now."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise explain(error, ctx) from error
        except NetsheetError as error:
            show_error(error)
            ctx.exit(error.exit_code)
        except MemoryError:
            show_error(TOO_LARGE)
            ctx.exit(TOO_LARGE.exit_code)
        except KeyboardInterrupt:
            click.echo(err=True)  # what the terminal shows for Ctrl-C is still on the line
            show_error(STOPPED)
            ctx.exit(STOPPED.exit_code)


@click.group(
    cls=NetsheetGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="netsheet")
@click.pass_context
def netsheet(ctx: click.Context) -> None:
    """Make your own networking log work: who is owed what and why, and what gets replies.

    netsheet reads your workbook, writes its answers next to your rows and on a summary sheet, and changes
    nothing else in the file. It never sends anything.

    \b
    Example:  netsheet refresh log.xlsx
    """
    if ctx.invoked_subcommand is None:
        say(f"{TITLE}\n{_next_steps()}{_how_to_type()}".removesuffix("\n"))


def _how_to_type() -> str:
    """Say what to type for "netsheet" when it runs from a single file that is not installed."""
    from pathlib import Path

    name = Path(sys.argv[0]).name
    python = "py" if sys.platform == "win32" else "python3"
    return f'\n  For "netsheet" type: {python} {name}\n' if name.endswith(".pyz") else ""


def _next_steps() -> str:
    """Say what to type next, with the name of the log when the folder has exactly one."""
    from pathlib import Path

    from netsheet.pipeline.found import NoSingleLogError, find_log_file

    try:
        return GO_ON.format(log=quoted_path(find_log_file(Path(), command="netsheet refresh")))
    except NoSingleLogError:
        return START_HERE
