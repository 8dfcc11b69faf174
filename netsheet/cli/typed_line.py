"""The line as it was typed: where a word of it belongs, and the line to type instead. Reads no file."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

import click

from netsheet.core.printable import quoted_word
from netsheet.files.file_names import WRITABLE

# Word processors and chat programs turn "--" into one long dash; in Windows' own commands options begin with "/".
_DASHES: Final = "-\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{HORIZONTAL BAR}/"


def typed_words(ctx: click.Context, *, without: Collection[str] = ()) -> list[str]:
    """Return the words that were typed behind a command, or behind netsheet itself."""
    words = list(ctx.find_root().obj or ())
    if ctx.parent is not None:
        words = words[words.index(ctx.info_name) + 1 :] if ctx.info_name in words else []
    return [word for word in words if word not in without]


def line_of(ctx: click.Context, words: Sequence[str]) -> str:
    """Return the command with these words behind it, as it is typed."""
    return " ".join([ctx.command_path, *map(quoted_word, words)])


def retyped(ctx: click.Context, words: Sequence[str]) -> str:
    """Say what to type: the command with these words behind it."""
    return f"Type: {line_of(ctx, words)}"


def written_option(ctx: click.Context, word: str) -> str:
    """Return the option that a word means: "--limit" for "—limit", "-limit" and "limit"; "" for none."""
    name, equals, value = word.partition("=")
    option = f"--{name.lstrip(_DASHES).casefold()}"
    return f"{option}{equals}{value}" if word != option and option in _options(ctx) else ""


def has_other_dashes(word: str) -> bool:
    """Whether a word begins like an option, with another dash than that of the keyboard."""
    return word[:1] in _DASHES and not word.startswith("-")


def option_for(ctx: click.Context, words: Sequence[str]) -> str:
    """Return the option whose value some words may be that were typed without it; "" for none."""
    text = " ".join(words)
    options = _options(ctx)
    if text.isdecimal() and "--minutes" in options:
        return "--minutes"
    if re.fullmatch(r"[^=]+=\w+", text) and "--map" in options:
        return "--map"
    if ending := re.fullmatch(r"[^@]+(\.[a-z]{2,7})", text.casefold()):
        out = options.get("--out")
        is_out = out is not None and (out.metavar or "").startswith("FILE")
        return "--out" if is_out and ending[1] not in {*WRITABLE, ".xls"} else ""
    return "--person" if "--person" in options else ""


def option_before(ctx: click.Context, word: str) -> click.Option | None:
    """Return the option whose value is directly before a word in the line: a name of two words without quotes."""
    typed = typed_words(ctx)
    place = typed.index(word) - 2 if word in typed else -1
    option = _options(ctx).get(typed[place]) if place >= 0 else None
    return option if option is not None and not option.is_flag else None


def unquoted_text(ctx: click.Context) -> list[str]:
    """Return the line with a text in one piece of which only the first word was behind its option; [] for none."""
    typed = typed_words(ctx)
    texts = {name for name, option in _options(ctx).items() if option.metavar == "TEXT"}
    start = next((place + 1 for place, word in enumerate(typed) if word in texts), len(typed))
    end = next((place for place in range(start, len(typed)) if typed[place].startswith("--")), len(typed))
    return [*typed[:start], " ".join(typed[start:end]), *typed[end:]] if end - start > 1 else []


def _options(ctx: click.Context) -> dict[str, click.Option]:
    params = ctx.command.get_params(ctx)
    return {name: param for param in params if isinstance(param, click.Option) for name in param.opts}
