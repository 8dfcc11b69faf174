from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from netsheet.files.file_names import is_device, normalised_name
from netsheet.files.locks import conflict_copies
from netsheet.files.state import workbook_folder

COMPOSED = "/Users/Zoë/Log.xlsx"
DECOMPOSED = unicodedata.normalize("NFD", COMPOSED)


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_two_ways_of_typing_one_file_are_one_where_the_system_takes_them_so(platform: str) -> None:
    assert COMPOSED != DECOMPOSED
    spelled = {normalised_name(text, platform=platform) for text in (COMPOSED, DECOMPOSED, COMPOSED.upper())}

    assert len(spelled) == 1


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_the_backups_of_a_log_are_found_by_any_way_of_typing_it(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(normalised_name, "__kwdefaults__", {"platform": platform})

    assert workbook_folder(Path(COMPOSED)) == workbook_folder(Path(DECOMPOSED.lower()))


def test_elsewhere_every_spelling_is_a_file_of_its_own() -> None:
    texts = {COMPOSED, DECOMPOSED, COMPOSED.upper()}

    assert {normalised_name(text, platform="linux") for text in texts} == texts


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("CON", True),
        ("con.xlsx", True),
        ("nul.tar.gz", True),
        ("COM1.xlsx", True),
        ("LPT² .xlsx", True),
        ("contacts.xlsx", False),
        ("com.xlsx", False),
        ("my con.xlsx", False),
        ("console.xlsx", False),
        ("COM10.xlsx", False),
    ],
)
def test_windows_keeps_some_names_for_devices(name: str, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_device(Path(name), platform="win32") == is_one
    assert not is_device(Path(name), platform="linux")


def test_a_second_copy_is_known_by_its_name_however_the_disk_spells_it(tmp_path: Path) -> None:
    log = tmp_path / unicodedata.normalize("NFC", "Zoë.xlsx")
    copy = tmp_path / unicodedata.normalize("NFD", "Zoë (1).xlsx")
    log.touch()
    copy.touch()

    assert conflict_copies(log) == (copy,)
