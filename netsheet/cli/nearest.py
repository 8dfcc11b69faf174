"""Commands and words on the command line: what is not known is answered with the nearest that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import click

from netsheet.cli.telling import Mistake, told
from netsheet.core.file_kinds import READ_ONLY, WRITABLE

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class NearestGroup(click.Group):
    """A group of commands; a mistyped one is answered with the line that was probably meant."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say what to type."""
        name = args[0]
        if not ctx.resilient_parsing and not name.startswith("-") and name not in self.list_commands(ctx):
            raise self._unknown(ctx, name, args[1:])
        return super().resolve_command(ctx, args)

    def _unknown(self, ctx: click.Context, name: str, further: list[str]) -> Mistake:
        import shlex

        from netsheet.core.text import nearest_name

        path = ctx.command_path
        command = _command_for(name)
        if command and not ctx.parent:
            words = shlex.join([command, name, *further])
            return Mistake(f"{name} is a file, not a command.", f"Type: {path} {words}", ctx)
        option = f"--{name.casefold()}"
        meant = nearest_name(name, self.list_commands(ctx)) or (option if option in _options(ctx) else "")
        hint = f"Type: {path} {shlex.join([meant, *further])}" if meant else f"See: {path} --help"
        return Mistake(f"There is no command “{name}”.", hint, ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options of the group itself."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            raise told(error, ctx) from error


def _options(ctx: click.Context) -> list[str]:
    return [name for param in ctx.command.get_params(ctx) for name in param.opts]


def _command_for(name: str) -> str:
    """The command that reads such a file; "" when none does."""
    if name.casefold().endswith(WRITABLE):
        return "refresh"
    return "check" if name.casefold().endswith(READ_ONLY) else ""


class Known(click.ParamType[Any]):
    """One of a few words, however it is spelled; what is none of them is answered with the nearest."""

    def __init__(self, name: str, known: Iterable[str], also: Mapping[str, str] | None = None) -> None:
        self.name = name
        self.known = tuple(known)
        self.spelled = {_plain(word): word for word in self.known} | dict(also or {})

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401
        """Find the word, or say which is meant."""
        from netsheet.pipeline.unknown import near_or_known

        word = self.spelled.get(_plain(value))
        if word is None:
            self.fail(f"There is no {self.name} “{value}”. {near_or_known(value, self.known)}", param, ctx)
        return word

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002  click's own signature
        param: click.Parameter,  # noqa: ARG002  click's own signature
        incomplete: str,
    ) -> list[CompletionItem]:
        """Offer the words that begin like this."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(word) for word in self.known if _plain(word).startswith(_plain(incomplete))]


def _plain(word: str) -> str:
    return "".join(char for char in word.casefold() if char.isalnum())
