from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netsheet.workbook.csv_text import find_delimiter, read_csv_text

ROWS = (("Name", "Note"), ("Zoë", "a, b; c"), ("Bob", 'says "hi"'))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_delimiter_is_found(delimiter: str) -> None:
    text = "\r\n".join(delimiter.join(['"' + cell.replace('"', '""') + '"' for cell in row]) for row in ROWS)

    assert read_csv_text(text.encode()) == ROWS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_encoding_is_found(encoding: str) -> None:
    assert read_csv_text("Name,Note\nZoë,hi\n".encode(encoding)) == (("Name", "Note"), ("Zoë", "hi"))


def test_short_rows_are_filled_up_and_line_breaks_in_quotes_stay() -> None:
    assert read_csv_text(b'a,b,c\n"x\ny",z\n\n') == (("a", "b", "c"), ("x\ny", "z", ""), ("", "", ""))


def test_an_empty_file_has_no_rows() -> None:
    assert read_csv_text(b"") == ()


def test_a_preamble_with_commas_does_not_decide_the_delimiter() -> None:
    text = "Notes:\nExported for you, with care, today\n\nName;Company\nAnn Lee;Acme\nBob Ray;Beta\n"

    assert find_delimiter(text) == ";"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_rows_of_equal_length(data: bytes) -> None:
    assert len({len(row) for row in read_csv_text(data)}) <= 1
