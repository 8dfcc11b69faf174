"""What stands in the terminal can be read on black and on white, in any width, with and without colour."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style

from netsheet.present.terminal import BAR_STYLE, TONE_STYLES
from tests.command_line import copy_of_sample, run

PRESENT = Path(__file__).parents[1] / "netsheet" / "present"
COLOURS = [color for style in (*TONE_STYLES.values(), BAR_STYLE) if (color := Style.parse(style).color)]
YELLOW_AND_WHITES = {3, 7, 11, 15}


def brightness(color: Color) -> float:
    """Relative luminance (WCAG 2.2)."""
    shares = [part / 255 for part in color.get_truecolor()]
    red, green, blue = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("color", COLOURS, ids=str)
def test_every_colour_stands_out_from_black_and_from_white(color: Color) -> None:
    on_white, on_black = 1.05 / (brightness(color) + 0.05), (brightness(color) + 0.05) / 0.05

    assert min(on_white, on_black) > 3.5
    assert color.downgrade(ColorSystem.STANDARD).number not in YELLOW_AND_WHITES


def test_no_text_has_a_colour_of_its_own() -> None:
    named = re.compile(
        r"""["'](?:bold |dim )*(?:bright_)?(?:red|yellow|green|cyan|blue|magenta|white|black)["']"""
    )

    for path in PRESENT.glob("*.py"):
        assert not named.search(path.read_text("utf-8")), path.name


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize(
    "words", [["refresh", "--dry-run"], ["due"], ["check"], ["stats"], ["draft"], ["settings"]], ids=" ".join
)
def test_without_colour_the_same_words_stand_there(
    columns: int, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = copy_of_sample("two-sheets.xlsx", tmp_path)
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.chdir(tmp_path)
    coloured = run(*words, log.name).stdout
    shutil.rmtree("drafts", ignore_errors=True)
    log = copy_of_sample("two-sheets.xlsx", tmp_path)
    monkeypatch.delenv("FORCE_COLOR")
    plain = run(*words, log.name).stdout

    assert "\x1b" not in plain
    assert "\x1b[1" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_a_command_that_is_suggested_can_be_typed_as_it_stands(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path).rename(tmp_path / "my log.xlsx")

    for name in ("refresh", "due", "backups"):
        suggested = re.findall(r'netsheet (?:due|check|undo) "?/.*', run(name, log).stdout)

        assert suggested
        assert all(f'"{log}"' in line for line in suggested)
