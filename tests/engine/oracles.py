"""Other programs' eyes on a workbook: zip, ElementTree, openpyxl, calamine, LibreOffice and openxml-audit.

Nothing here uses the engine under test.
"""

from __future__ import annotations

import io
import os
import posixpath
import re
import shutil
import subprocess
import tempfile
import warnings
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula
from openxml_audit import OpenXmlValidator, ValidationSeverity
from python_calamine import CalamineWorkbook, SheetTypeEnum

Cells = dict[tuple[int, int], object]
# Excel itself reads texts inside cells; it merely stores them elsewhere when it saves.
HARMLESS = "Excel_InlineStrCells"


def zip_parts(data: bytes) -> dict[str, bytes]:
    """Return every part's bytes by the name in the zip, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def sheet_parts(data: bytes) -> dict[str, str]:
    """Return each tab's part (as it is named in the zip) by the tab's name, in order."""
    parts = zip_parts(data)
    folded = {name.replace("\\", "/").lstrip("/").casefold(): name for name in parts}
    book = next(_links(parts, folded, "", "officeDocument"))
    links = {identifier: target for identifier, _, target in _all_links(parts, folded, book[1])}
    root = ET.fromstring(parts[folded[book[1].casefold()]])
    tabs: dict[str, str] = {}
    for element in root.iter():
        if element.tag.rpartition("}")[2] == "sheet":
            identifier = next(value for key, value in element.items() if key.endswith("}id"))
            tabs[element.get("name", "")] = folded[links[identifier].casefold()]
    return tabs


def _links(
    parts: Mapping[str, bytes], folded: Mapping[str, str], source: str, kind: str
) -> Iterator[tuple[str, str]]:
    for identifier, found, target in _all_links(parts, folded, source):
        if found == kind:
            yield identifier, target


def _all_links(
    parts: Mapping[str, bytes], folded: Mapping[str, str], source: str
) -> list[tuple[str, str, str]]:
    folder, name = posixpath.split(source)
    content = parts.get(
        folded.get(posixpath.join(folder, "_rels", f"{name}.rels").casefold(), ""), b"<none/>"
    )
    return [
        (
            element.get("Id", ""),
            element.get("Type", "").rpartition("/")[2],
            posixpath.normpath(
                posixpath.join("/", folder, unquote(element.get("Target", "")).replace("\\", "/"))
            ).lstrip("/"),
        )
        for element in ET.fromstring(content)
        if element.get("TargetMode") != "External"
    ]


def xml_cells(sheet: bytes) -> dict[tuple[int, int], str]:
    """Return each cell of a sheet part, placed by its reference or by counting, as canonical XML without it."""
    root = ET.fromstring(sheet)
    cells: dict[tuple[int, int], str] = {}
    row = 0
    data = next(element for element in root if element.tag.endswith("}sheetData"))
    for row_element in data:
        row = int(row_element.get("r", row + 1))
        column = 0
        for cell in row_element:
            reference = cell.attrib.pop("r", None)
            column = column + 1 if reference is None else _column(reference)
            cell.tail = None
            cells[row, column] = ET.canonicalize(ET.tostring(cell, encoding="unicode"))
    return cells


def row_attributes(sheet: bytes) -> list[dict[str, str]]:
    """Return the attributes of the rows, without the hint about their extent."""
    data = next(element for element in ET.fromstring(sheet) if element.tag.endswith("}sheetData"))
    return [{key: value for key, value in row.items() if key != "spans"} for row in data]


def _column(reference: str) -> int:
    number = 0
    for letter in reference:
        if not letter.isalpha():
            break
        number = number * 26 + ord(letter.upper()) - 64
    return number


def calamine_cells(data: bytes) -> dict[str, Cells]:
    """Read all worksheets with calamine; empty cells are left out."""
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        return {
            meta.name: {
                (row, column): value
                for row, values in enumerate(
                    book.get_sheet_by_name(meta.name).to_python(skip_empty_area=False), start=1
                )
                for column, value in enumerate(values, start=1)
                if value != ""
            }
            for meta in book.sheets_metadata
            if meta.typ == SheetTypeEnum.WorkSheet
        }


def openpyxl_cells(data: bytes, *, results: bool) -> dict[str, Cells]:
    """Read all worksheets with openpyxl: stored results, or formulas."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=results)
    return {
        sheet.title: {
            (cell.row, cell.column): _plain(cell.value)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        }
        for sheet in book.worksheets
    }


def _plain(value: object) -> object:
    if isinstance(value, ArrayFormula):
        return ("array", value.ref, value.text)
    if isinstance(value, DataTableFormula):
        return ("table", *dict(value).items())
    # It leaves the escapes of cell texts (_x000D_) as they are.
    return unescape(value) if isinstance(value, str) else value


def audit(data: bytes, suffix: str = ".xlsx") -> Counter[tuple[str, str, str]]:
    """Count what openxml-audit reports as errors or predicts Excel to repair, without positions."""
    with tempfile.NamedTemporaryFile(suffix=suffix) as file:
        file.write(data)
        file.flush()
        result = OpenXmlValidator(max_errors=1_000_000).validate(file.name)
    return Counter(
        (error.part_uri or "", error.error_type.name, re.sub(r"\d+", "#", error.description))
        for error in result.errors
        if error.id != HARMLESS
        and (error.severity == ValidationSeverity.ERROR or "COMPAT" in error.source_class.name)
    )


def soffice() -> str | None:
    """Return LibreOffice's command, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def require_libreoffice() -> None:
    """Skip the running test without LibreOffice; fail it where the environment demands one."""
    if soffice() is None:
        reason = "LibreOffice (soffice) is not installed"
        if os.environ.get("NETSHEET_REQUIRE_LIBREOFFICE") == "1":
            pytest.fail(reason)
        pytest.skip(reason)


def resaved_by_libreoffice(files: Sequence[bytes], kind: str = "xlsx") -> list[bytes | None]:
    """Open all files in one LibreOffice and save them again; None where it could not open one."""
    if not files:  # it would wait for somebody to open one
        return []
    command = soffice()
    assert command is not None
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in"), Path(folder, "out")
        source.mkdir()
        target.mkdir()
        names = [f"{number:04}.{kind}" for number in range(len(files))]
        for name, data in zip(names, files, strict=True):
            (source / name).write_bytes(data)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        paths = [str(source / name) for name in names]
        subprocess.run(
            [
                command,
                profile,
                "--headless",
                "--norestore",
                "--convert-to",
                kind,
                "--outdir",
                str(target),
                *paths,
            ],
            check=False,
            capture_output=True,
            timeout=60 + 10 * len(files),
        )
        return [(target / name).read_bytes() if (target / name).exists() else None for name in names]


def saved_as_ods(path: Path, folder: Path) -> bytes:
    """Have LibreOffice save a workbook as .ods in a folder."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = ["--headless", "--norestore", "--convert-to", "ods", "--outdir", str(folder), str(path)]
    subprocess.run([str(soffice()), profile, *words], check=True, capture_output=True, timeout=120)
    return (folder / path.with_suffix(".ods").name).read_bytes()
