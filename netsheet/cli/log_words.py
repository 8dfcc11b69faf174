"""The words behind a command that takes only the log: what is said where one of them is something else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from netsheet.cli.typed_line import (
    has_other_dashes,
    line_of,
    option_before,
    option_for,
    retyped,
    typed_words,
    written_option,
)
from netsheet.cli.usage_errors import CommandLineError
from netsheet.core.printable import quoted_path, quoted_word
from netsheet.core.text import nearest_name
from netsheet.files.file_names import READ_ONLY, TEXT, WRITABLE

FILE_ENDINGS = (*WRITABLE, *READ_ONLY, *TEXT)


def check_the_log_alone(ctx: click.Context, words: Sequence[Path]) -> None:
    """Check that the words behind a command are the log and nothing else.

    Raises:
        CommandLineError: when they are not. Its hint is the line to type, with all that was typed.
    """
    check_dashes(ctx, [*map(str, words)])
    check_spaces(ctx, words)
    if len(words) > 1:
        raise _several_words(ctx, words)
    _check_option_left_out(ctx, str(words[0]))


def _several_words(ctx: click.Context, words: Sequence[Path]) -> CommandLineError:
    """Say where the words next to the log belong. Of several files the first is the log."""
    log = next((each for each in words if is_log_name(each)), words[0])
    others = [str(each) for each in words if each is not log]
    line = [str(log), *typed_words(ctx, without={*map(str, words)})]
    option = option_for(ctx, others)
    if option != "--out" and any(is_log_name(Path(each)) for each in others):
        return CommandLineError("This command takes one workbook.", retyped(ctx, line), ctx)
    for word in others:
        if written_option(ctx, word):
            return _other_option(ctx, word)
    text = " ".join(others)
    message = f"This command takes only the log, not “{text}”."
    before = option_before(ctx, others[0])
    if before is not None:
        return CommandLineError(message, retyped(ctx, _with_whole_value(line, before, text)), ctx)
    if option:
        return CommandLineError(message, retyped(ctx, [*line, option, text]), ctx)
    about = f"About one person, type: netsheet brief {quoted_path(log)} {quoted_word(text)}"
    return CommandLineError(message, f"{retyped(ctx, line)}. {about}", ctx)


def _with_whole_value(line: list[str], option: click.Option, text: str) -> list[str]:
    """Return the line with a text added to the value of an option; a number or a day is whole as it is."""
    if option.type is not click.STRING:
        return line
    place = next(place for place, word in enumerate(line) if word in option.opts) + 1
    return [*line[:place], f"{line[place]} {text}", *line[place + 1 :]]


def _check_option_left_out(ctx: click.Context, word: str) -> None:
    """Check that a word in place of the log is not the value of an option, such as a person's name."""
    from netsheet.files.read import workbooks_in

    path = Path(word)
    names = [name for each in workbooks_in(Path()) for name in (each, Path(each).stem)]
    if is_log_name(path) or path.exists() or len(path.parts) > 1 or nearest_name(word, names):
        return
    option = option_for(ctx, [word])
    if option:
        line = [each for each in typed_words(ctx) if each != word]
        hint = retyped(ctx, [*line, option, word])
        raise CommandLineError(f"There is no file “{word}”.", hint, ctx)


def check_dashes(ctx: click.Context, words: Sequence[str]) -> None:
    """Check that no word is an option that begins with another dash, as other programs put one.

    Raises:
        CommandLineError: when one is.
    """
    for word in words:
        if has_other_dashes(word) and written_option(ctx, word):
            raise _other_option(ctx, word)


def _other_option(ctx: click.Context, word: str) -> CommandLineError:
    option = written_option(ctx, word)
    line = [option if typed == word else typed for typed in typed_words(ctx)]
    return CommandLineError(f"The option is written {option}, not “{word}”.", retyped(ctx, line), ctx)


def check_spaces(ctx: click.Context, words: Sequence[Path]) -> None:
    """Check that the words are not one file name with spaces, typed without quotes.

    Raises:
        CommandLineError: when they are.
    """
    name = Path(" ".join(map(str, words)))
    if len(words) > 1 and not words[0].exists() and name.exists():
        others = typed_words(ctx, without={*map(str, words)})
        line = line_of(ctx, [str(name), *others])
        raise CommandLineError("The file name contains a space.", f"Put it in quotes: {line}", ctx)


def is_log_name(path: Path) -> bool:
    """Whether a word of the command line is a file, or is called like a log."""
    return path.is_file() or path.name.casefold().endswith(FILE_ENDINGS)


def is_nearly_log_name(word: str) -> bool:
    """Whether a word ends nearly like a log, such as log.xslx. No name or address of a person does."""
    ending = Path(word).suffix.casefold()
    return len(ending) > 3 and "@" not in word and bool(nearest_name(ending, WRITABLE))
