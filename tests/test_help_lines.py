"""The help of every command at the widths of usual terminals: no line cut, no name broken."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from netsheet.cli import COMMANDS, netsheet

TEMPLATES = ("list", "show", "copy", "check")
EVERY_HELP = ((), *((name,) for name in COMMANDS), *(("templates", name) for name in TEMPLATES))


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("path", EVERY_HELP, ids="-".join)
def test_no_line_of_a_help_is_too_long_or_ends_within_a_name(
    path: tuple[str, ...], width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))

    lines = CliRunner().invoke(netsheet, [*path, "--help"], prog_name="netsheet").stdout.splitlines()

    too_long = [line for line in lines if len(line) > width and "fish/completions" not in line]
    assert too_long == []
    assert not any(line.endswith("-") for line in lines)
    assert "\N{NON-BREAKING HYPHEN}" not in "\n".join(lines)
