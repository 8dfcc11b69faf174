"""``netsheet completion``: let the Tab key complete commands, options and values.

Click writes the scripts. This module adds what they lack: names with spaces, and HEADING=FIELD in bash.
"""

from __future__ import annotations

import os
import re
from typing import Any

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    PowerShellComplete,
    ZshComplete,
    add_completion_class,
    get_completion_class,
)

from netsheet.cli.nearest import WordChoice

COMPLETE_VARIABLE = "_NETSHEET_COMPLETE"
SHELLS = ("bash", "zsh", "fish", "powershell")
_LOAD_COMPDEF = "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }\n"


@add_completion_class
class Bash(BashComplete):
    """Bash inserts a suggestion exactly as it is, and ends a word at "="."""

    ended = ""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Put the parts of HEADING=FIELD together again; --option=VALUE needs no "="."""
        args, incomplete = super().get_completion_args()
        parts = [*args, incomplete] if incomplete != "=" else [*args, "=", ""]
        if len(parts) < 3 or parts[-2] != "=":
            return args, incomplete
        if parts[-3].startswith("-"):
            return parts[:-2], parts[-1]
        self.ended = f"{parts[-3]}="
        return parts[:-3], self.ended + parts[-1]

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """Escape characters that bash would split at, unless a quotation mark is open. Bash removes one backslash."""
        value = str(item.value).removeprefix(self.ended)
        words = os.environ["COMP_WORDS"].split("\n")
        if not words[-1].startswith(("'", '"')):
            value = re.sub(r"([^\w%+,./:=@-])", r"\\\\\1", value)
        return f"{item.type},{value}"


@add_completion_class
class Zsh(ZshComplete):
    """In a fresh zsh, completion is off."""

    def source(self) -> str:
        """Turn it on first."""
        first, _, rest = super().source().partition("\n")
        return f"{first}\n\n{_LOAD_COMPDEF}{rest}"


@add_completion_class
class Fish(FishComplete):
    """Suggestions and their descriptions may contain commas."""

    def source(self) -> str:
        """Split at the first comma only."""
        return super().source().replace('string split ","', 'string split --max 1 ","')


@add_completion_class
class PowerShell(PowerShellComplete):
    """PowerShell inserts a suggestion exactly as it is, and a backslash is part of a path."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Keep the backslashes."""
        os.environ["COMP_WORDS"] = os.environ["COMP_WORDS"].replace("\\", "\\\\")
        return super().get_completion_args()

    def format_completion(self, item: CompletionItem[str]) -> str:
        """Put a name with spaces in quotes."""
        if re.search(r"[^\w%+./:=-]", item.value):
            quoted = "'" + item.value.replace("'", "''") + "'"
            item = CompletionItem(quoted, type=item.type, help=item.help)
        return super().format_completion(item)


@click.command()
@click.argument("shell", type=WordChoice("shell", SHELLS, {"pwsh": "powershell"}))
@click.pass_context
def completion(ctx: click.Context, *, shell: str) -> None:
    """Print the script that lets your shell complete netsheet's commands, options, sheets and fields.

    SHELL is bash, zsh, fish or powershell. Type the line for your shell once, then open a new terminal:

    \b
    bash        netsheet completion bash >> ~/.bashrc
    zsh         netsheet completion zsh >> ~/.zshrc
    fish        netsheet completion fish > ~/.config/fish/completions/netsheet.fish
    PowerShell  netsheet completion powershell >> $PROFILE

    \b
    Example:  netsheet completion bash
    """
    scripts = get_completion_class(shell)
    if scripts is None:
        raise click.UsageError(f"Click has no completion for {shell}.")
    click.echo(scripts(ctx.find_root().command, {}, "netsheet", COMPLETE_VARIABLE).source())
