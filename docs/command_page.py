"""Writes docs/commands.md from the commands themselves: what each does, its examples, its options."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import click

from netsheet.cli import COMMANDS, netsheet
from netsheet.cli.usage_errors import EXAMPLE, examples

_KEEP = "\b"
_HEAD = """\
# Commands

Where a command takes a `LOG` and you give none, it takes the one workbook of the folder you are in, and says which. A
path with a space in it needs quotes: `"my log.xlsx"`. `netsheet COMMAND --help` shows the same, and
`netsheet completion` lets the Tab key complete commands, options, sheets, templates, fields and the people of the log.

`done`, `log`, `snooze`, `close`, `reopen`, `journal` and `forget` keep what you say on the sheet *Netsheet History*, and refresh the log in
the same save. Their first word is the log when it is a file; `WHO` is any clear part of a name, an e-mail address or a company. A `DAY` is
`yesterday`, `Mon`, `"12 Nov"` or `2026-11-12`, and `UNTIL` `tomorrow`, `"2 weeks"`, `+3m` or a day ahead, as in the column *Netsheet done*.

They, `refresh`, `settings` and `undo` write `.xlsx`, `.xlsm` and `.ods`, and so do `add` and `import --write`. The others read `.xls` and `.csv` as well, and
write nothing into your log.

"""
_EXIT_CODES = """\
## Exit codes and output

| code | means |
|---|---|
| 0 | done |
| 1 | `check` found cells to fix, `refresh --check` would change something, `draft --strict` could not write every draft, or no program is there to open the file |
| 2 | the command line is not understood; the line below the message says what to type |
| 3 | the file cannot be read, or is of a kind that netsheet does not write |
| 4 | the file is open elsewhere, or was changed meanwhile |
| 5 | the write could not be proven to lose nothing, its target is protected, or the output could not be written (a full disk) |

What you asked for goes to the standard output; problems, and which log was taken, to the standard error.
`--json` prints one document with `"schema": 1`; later versions may add keys to it, and rename none. Colours go when the
output is not a terminal, or when `NO_COLOR` is set.
"""


def commands_page() -> str:
    """Write docs/commands.md: an overview, then each command in the order of ``netsheet --help``."""
    overview = "".join(f"| [`{name}`](#netsheet-{name}) | {does} |\n" for name, does in COMMANDS.items())
    spelled = "".join((_HEAD, "| command | does |\n|---|---|\n", overview, *_commands(), "\n", _EXIT_CODES))
    return re.sub(r"\n{3,}", "\n\n", spelled)


def _commands() -> Iterator[str]:
    context = click.Context(netsheet, info_name="netsheet")
    for name in COMMANDS:
        command = netsheet.get_command(context, name)
        if command is not None:
            yield from _command(command, click.Context(command, info_name=name, parent=context), depth=2)


def _command(command: click.Command, context: click.Context, *, depth: int) -> Iterator[str]:
    yield f"\n{'#' * depth} {context.command_path}\n\n"
    yield from _paragraphs(command)
    usage = " ".join(piece for piece in command.collect_usage_pieces(context) if piece != "[OPTIONS]")
    if not isinstance(command, click.Group):
        yield f"`{f'{context.command_path} {usage}'.strip()}`, for example:\n\n"
        yield _block(examples(command))
    yield from _options(command, context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            further = command.get_command(context, name)
            if further is not None:
                below = click.Context(further, info_name=name, parent=context)
                yield from _command(further, below, depth=depth + 1)


def _paragraphs(command: click.Command) -> Iterator[str]:
    """The text of the help, without its examples."""
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        text = paragraph.strip()
        if text.removeprefix(_KEEP).strip().startswith(EXAMPLE):
            continue
        if text.startswith(_KEEP):
            yield _block(text.removeprefix(_KEEP).strip("\n").splitlines())
        else:
            yield f"{' '.join(text.split())}\n\n"


def _block(lines: list[str]) -> str:
    return "".join(("```\n", *(f"{line}\n" for line in lines), "```\n\n"))


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    params = command.get_params(context)
    options = [param for param in params if isinstance(param, click.Option) and "--help" not in param.opts]
    rows = [record for option in options if (record := option.get_help_record(context))]
    if rows:
        yield "| option | |\n|---|---|\n"
        yield from (f"| `{spelled}` | {' '.join(text.split())} |\n" for spelled, text in rows)
