"""Texts and values: what is written is what calamine, openpyxl and LibreOffice read."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netsheet.core.grid import CellValue
from netsheet.core.plan import CellStyle
from netsheet.errors import NetsheetError
from netsheet.lossless.value_proof import read_back
from tests.engine import oracles
from tests.engine.laws import edited, read
from tests.engine.odd import workbook

TEXTS = [
    "=1+1", "+1", "-1", "@cmd", '=HYPERLINK("http://x")', "'quoted", "_x0041_", "_x005F_x0041_", "_xZZZZ_", "_x000D_",
    "a\x00b\x07c\x1fd", "lone \ud800 surrogate", "\ufffe\uffff", " leading", "trailing ", "  ", "a  b", "tab\tin", "\tat the edge\t",
    "line\nbreak", "carriage\r\nreturn", "\r", "emoji 😀👩‍👩‍👧", "עברית‎ العربية", "<b>&amp;</b> ]]> \"'", "é", "é", "\u00a0no-break\u00a0",
    "TRUE", "12", "1e5", "2026-03-04", "#N/A", "x" * 32_767, "y" * 32_768, "😀" * 16_384,
]  # fmt: skip
VALUES: list[tuple[CellValue, CellStyle | None]] = [
    (True, None),
    (False, None),
    (0, None),
    (-5, None),
    (10**15, None),
    (2**60, None),
    (0.1, None),
    (1e-300, None),
    (1.7e308, None),
    (dt.date(2026, 3, 4), CellStyle(number_format="d mmm yyyy")),
    (dt.date(1900, 3, 1), CellStyle(number_format="yyyy-mm-dd")),
    (dt.date(9999, 12, 31), CellStyle(number_format="yyyy-mm-dd")),
    (dt.datetime(2026, 3, 4, 12, 34, 56), CellStyle(number_format="yyyy-mm-dd hh:mm:ss")),
]


@pytest.mark.parametrize("calendar", ["", '<workbookPr date1904="1"/>'])
@pytest.mark.parametrize(("value", "style"), VALUES)
def test_a_value_reads_back(value: CellValue, style: CellStyle | None, calendar: str) -> None:
    if calendar and isinstance(value, dt.date) and value.year == 1900:
        pytest.skip("before the first day of that calendar")
    result = edited(workbook(properties=calendar), {(9, 9): value}, style=style)

    assert read(result).sheets[0].value(9, 9) == read_back(value)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 10**400, dt.date(1850, 1, 1)])
def test_a_value_that_no_cell_can_hold_is_refused(value: CellValue) -> None:
    with pytest.raises(NetsheetError):
        edited(workbook(), {(9, 9): value}, style=CellStyle(number_format="0"))


def all_texts() -> bytes:
    return edited(workbook(), {(row, 5): text for row, text in enumerate(TEXTS, start=1)})


def test_calamine_and_openpyxl_read_every_text_as_it_was_meant() -> None:
    data = all_texts()
    calamine = oracles.calamine_cells(data)["Log"]
    formulas = oracles.openpyxl_cells(data, results=False)["Log"]

    for row, text in enumerate(TEXTS, start=1):
        meant = read_back(text)
        assert calamine.get((row, 5), "") == meant, repr(text)[:50]
        assert formulas.get((row, 5), "") == meant or meant == "_x000D_", repr(text)[:50]
    assert read(data).sheets[0].formulas == {}


@pytest.mark.libreoffice
@pytest.mark.slow
def test_libreoffice_reads_every_text_as_it_was_meant() -> None:
    oracles.require_libreoffice()
    [saved] = oracles.resaved_by_libreoffice([all_texts()])
    assert saved is not None
    cells = oracles.calamine_cells(saved)["Log"]

    for row, text in enumerate(TEXTS, start=1):
        if text == "_x005F_x0041_":  # it reads this right, but saves it without the guard
            continue
        meant = str(read_back(text)).replace("\r\n", "\n").replace("\r", "\n")
        assert str(cells.get((row, 5), "")).replace("\r\n", "\n").replace("\r", "\n") == meant, repr(text)[
            :50
        ]


def test_a_text_is_cut_between_characters_and_told_so_by_read_back() -> None:
    assert read_back("😀" * 16_384) == "😀" * 16_383
    assert read_back("y" * 32_768) == "y" * 32_767
    assert read_back("a\x00b") == "ab"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=8))
def test_any_text_reads_back(texts: list[str]) -> None:
    result = edited(workbook(), {(row, 3): text for row, text in enumerate(texts, start=1)})
    log = read(result).sheets[0]

    assert [log.value(row, 3) for row in range(1, len(texts) + 1)] == [read_back(text) for text in texts]
