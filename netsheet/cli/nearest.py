"""Suggest the closest command or word when the user types one that netsheet does not know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import click

from netsheet.cli.narrow_help import NarrowContext
from netsheet.cli.typed_line import line_of, retyped
from netsheet.cli.usage_errors import CommandLineError, explain

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class NearestGroup(click.Group):
    """A group of commands. For a mistyped command it prints the line that was probably meant."""

    context_class = NarrowContext
    other_words: Mapping[str, str] = MappingProxyType({})
    """Words that people type for a command, and the command."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say what to type."""
        name = args[0]
        if not ctx.resilient_parsing and not name.startswith("-") and name not in self.list_commands(ctx):
            raise self._unknown(ctx, name, args[1:])
        word, command, further = super().resolve_command(ctx, args)
        if command is not None:
            command.context_class = NarrowContext
        return word, command, further

    def _unknown(self, ctx: click.Context, name: str, further: list[str]) -> CommandLineError:
        from netsheet.core.text import nearest_name

        commands = self.list_commands(ctx)
        command = _command_for(name)
        if command and not ctx.parent:
            first, *others = name.split(maxsplit=1)
            if first in commands:
                line = line_of(ctx, [first, *others, *further])
                return CommandLineError(
                    f"There is no command “{name}”.", f"Without the quotes, type: {line}", ctx
                )
            swapped = further[:1] if further[:1] and further[0] in commands else [command]
            words = [*swapped, name, *further[further[:1] == swapped :]]
            return CommandLineError(f"{name} is a file, not a command.", retyped(ctx, words), ctx)
        if name.casefold() in {"help", ctx.info_name} and further[:1] and further[0] in commands:
            words = [further[0], "--help"] if name.casefold() == "help" else further
            return CommandLineError(f"There is no command “{name}”.", retyped(ctx, words), ctx)
        option = f"--{name.casefold()}"
        meant = self.other_words.get(name.casefold()) or nearest_name(name, commands)
        meant = meant or (option if option in _options(ctx) else "")
        hint = retyped(ctx, [meant, *further]) if meant else f"See: {ctx.command_path} --help"
        return CommandLineError(f"There is no command “{name}”.", hint, ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options of the group itself."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            raise explain(error, ctx) from error


def _options(ctx: click.Context) -> list[str]:
    return [name for param in ctx.command.get_params(ctx) for name in param.opts]


def _command_for(name: str) -> str:
    """The command for a file with this name; "" when it is not a kind of file that netsheet reads."""
    from netsheet.files.file_names import READ_ONLY, WRITABLE

    if name.casefold().endswith(WRITABLE):
        return "refresh"
    return "check" if name.casefold().endswith(READ_ONLY) else ""


class WordChoice(click.ParamType[Any]):
    """One of a few words. Case and punctuation do not matter, and an unknown word gets a suggestion."""

    def __init__(self, name: str, known: Iterable[str], also: Mapping[str, str] | None = None) -> None:
        self.name = name
        self.words = tuple(known)
        self.by_plain_text = {_plain(word): word for word in self.words} | dict(also or {})

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401
        """Find the word, or suggest the closest one."""
        from netsheet.pipeline.typed_names import near_or_known

        word = self.by_plain_text.get(_plain(value))
        if word is None:
            self.fail(f"There is no {self.name} “{value}”. {near_or_known(value, self.words)}", param, ctx)
        return word

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002  click's own signature
        param: click.Parameter,  # noqa: ARG002  click's own signature
        incomplete: str,
    ) -> list[CompletionItem]:
        """Offer the words that begin like this."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(word) for word in self.words if _plain(word).startswith(_plain(incomplete))]


def _plain(word: str) -> str:
    return "".join(char for char in word.casefold() if char.isalnum())
