"""One workbook's passage through the engine, watched by other programs: preserved, refused, or failed."""

from __future__ import annotations

import datetime as dt
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from netsheet.core.grid import Sheet, Snapshot
from netsheet.core.plan import WorkbookPlan
from netsheet.engines import WorkbookFile, open_workbook
from netsheet.errors import NetsheetError
from netsheet.lossless.applied import Applied
from netsheet.lossless.file_kind import file_kind
from netsheet.lossless.value_proof import read_back
from tests.engine import documents, ods_trials, oracles
from tests.engine.plans import SUMMARY, TRIAL, full_plan

ROUNDS = 3
UNPROVABLE = "Your file is as it was."
SHARED = ("[content_types].xml", "styles.xml", "workbook.xml", "workbook.xml.rels")


@dataclass(kw_only=True)
class Trial:
    """One file's passage through the engine."""

    path: Path
    original: bytes
    result: bytes | None = None
    plan: WorkbookPlan | None = None
    sheets: tuple[Sheet, ...] = ()
    refusal: str | None = None
    faults: list[str] = field(default_factory=list)
    readers: list[str] = field(default_factory=list)

    @property
    def verdict(self) -> str:
        """Preserved, refused or failed."""
        if self.faults:
            return "failed"
        return "refused" if self.refusal else "preserved"


def run_file(path: Path, progress: Callable[[str], None] = lambda _: None) -> Trial:
    """Write into one workbook three times, and watch.

    Args:
        path: the workbook. It is only read.
        progress: is called with the name of each step before it begins.

    Raises:
        MemoryError: when a step needs more memory than the process may take.
    """
    progress("the engine")
    trial = Trial(path=path, original=path.read_bytes())
    try:
        _edit(trial)
    except NetsheetError as error:
        if error.hint.startswith(UNPROVABLE):
            trial.faults.append(error.message)
        else:
            trial.refusal = error.message
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  any other exception is what this run looks for
        trial.faults.append(traceback.format_exc(limit=-3))
    if path.read_bytes() != trial.original:
        trial.faults.append("the file itself changed")
    if trial.result is not None:
        ours = (check_parts, check_cells, check_calamine, check_openpyxl, check_audit)
        for check in (check_document, check_calamine) if is_document(trial) else ours:
            progress(check.__name__)
            trial.faults += [f"{check.__name__}: {fault}" for fault in check(trial)]
    return trial


def step(
    data: bytes, *, offset: int = 0, charts: int = 2
) -> tuple[WorkbookFile, Snapshot, WorkbookPlan, Applied]:
    """Open, read, plan, apply and prove."""
    book = open_workbook(data)
    snapshot = book.read()
    plan = full_plan(snapshot, offset=offset, charts=charts)
    applied = book.apply(plan)
    book.verify(applied, plan, {sheet.name: sheet.rows for sheet in snapshot.sheets})
    return book, snapshot, plan, applied


def _edit(trial: Trial) -> None:
    _, snapshot, plan, applied = step(trial.original)
    again = step(applied.data)
    if again[2].cell_count or again[3].data != applied.data:
        trial.faults.append("a second run changed something")
    bare = step(applied.data, offset=7, charts=0)[3]
    back = step(bare.data)[3]
    if {name for name, _ in _sizes(back.data)} != {name for name, _ in _sizes(applied.data)}:
        trial.faults.append(
            "parts were left over, or lost, after the sheet of ours lost and regained its charts"
        )
    trial.result, trial.plan, trial.sheets = applied.data, plan, snapshot.sheets


def is_document(trial: Trial) -> bool:
    """Whether the file is an .ods file."""
    return file_kind(trial.original) == "ods"


def check_document(trial: Trial) -> list[str]:
    """Every part and cell of an .ods file is as it was, but for the planned ones."""
    assert trial.result is not None
    planned = _planned_places(trial)
    return ods_trials.check_document_parts(trial.original, trial.result) + ods_trials.check_document_cells(
        trial.original, trial.result, planned
    )


def _planned_places(trial: Trial) -> dict[str, set[tuple[int, int]]]:
    assert trial.plan is not None
    return {sheet.sheet: set(_planned(trial)) for sheet in trial.plan.sheets}


def _sizes(data: bytes) -> list[tuple[str, int]]:
    return [(name, len(content)) for name, content in oracles.zip_parts(data).items()]


def _edited_part(trial: Trial) -> tuple[str, str] | None:
    assert trial.plan is not None
    if not trial.plan.sheets:
        return None
    name = trial.plan.sheets[0].sheet
    return name, "content.xml" if is_document(trial) else oracles.sheet_parts(trial.original)[name]


def check_parts(trial: Trial) -> list[str]:
    """Every part but the edited sheet and the shared lists is byte-identical."""
    assert trial.result is not None
    before, after = oracles.zip_parts(trial.original), oracles.zip_parts(trial.result)
    edited = _edited_part(trial)
    faults = [f"{name} is gone" for name in before if name not in after]
    for name, content in before.items():
        leaf = name.replace("\\", "/").rpartition("/")[2].casefold()
        may_change = leaf in SHARED or (leaf.endswith((".rels",)) and "workbook" in leaf)
        if after.get(name) != content and not may_change and (edited is None or name != edited[1]):
            faults.append(f"{name} changed")
    return faults


def check_cells(trial: Trial) -> list[str]:
    """Every prior cell keeps its style number, type, formula and stored result; only planned ones are new."""
    assert trial.result is not None
    edited = _edited_part(trial)
    if edited is None:
        return []
    before, after = (oracles.zip_parts(data)[edited[1]] for data in (trial.original, trial.result))
    old, new = oracles.xml_cells(before), oracles.xml_cells(after)
    planned = _planned(trial)
    faults = [f"the cell {at} changed" for at, xml in old.items() if new.get(at) != xml and at not in planned]
    faults += [f"the cell {at} was not planned" for at in new.keys() - old.keys() - planned.keys()]
    rows = [row for row in oracles.row_attributes(before) if row not in oracles.row_attributes(after)]
    return faults[:5] + [f"the row {row} changed" for row in rows[:5]]


def _planned(trial: Trial) -> dict[tuple[int, int], object]:
    assert trial.plan is not None
    return {
        (row, edit.column): read_back(edit.after)
        for sheet in trial.plan.sheets
        for row, edits in sheet.rows.items()
        for edit in edits
    }


def _compare(
    trial: Trial,
    before: Mapping[str, oracles.Cells],
    after: Mapping[str, oracles.Cells],
    *,
    beside_pivot: bool = False,
) -> list[str]:
    """The result reads like the original with the planned cells, by whatever program read both."""
    edited = _edited_part(trial)
    faults: list[str] = []
    for name, cells in before.items():
        expected = dict(cells)
        if edited is not None and name == edited[0]:
            expected |= _planned(trial)
        found = after.get(name)
        if found is not None and beside_pivot:
            expected, found = (
                {at: cells[at] for at in cells.keys() - _planned(trial)} for cells in (expected, found)
            )
        if found is None:
            faults.append(f"the sheet {name} is gone")
        elif {at: _comparable(value) for at, value in expected.items()} != {
            at: _comparable(value) for at, value in found.items()
        }:
            odd = [
                (at, expected.get(at), found.get(at))
                for at in sorted(expected.keys() | found.keys())
                if _comparable(expected.get(at)) != _comparable(found.get(at))
            ]
            faults.append(f"the sheet {name} reads otherwise: {odd[:3]!r:.300}")
    faults += [f"{name} is missing" for name in (SUMMARY, TRIAL) if name not in after]
    return faults


def _comparable(value: object) -> object:
    """Days are compared as days: readers differ in whether midnight is a moment or a day."""
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date()
    return repr(value) if value != value else value  # noqa: PLR0124  not a number equals nothing, itself included


def check_calamine(trial: Trial) -> list[str]:
    """Calamine reads the result like the original."""
    assert trial.result is not None
    try:
        before = oracles.calamine_cells(trial.original)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  a reader that cannot open the original proves nothing
        return []
    trial.readers.append("calamine")
    return _compare(trial, before, oracles.calamine_cells(trial.result))


def check_openpyxl(trial: Trial) -> list[str]:
    """Openpyxl reads formulas and stored results of the result like those of the original."""
    assert trial.result is not None
    faults = []
    for results in (True, False):
        try:
            before = oracles.openpyxl_cells(trial.original, results=results)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001  a reader that cannot open the original proves nothing
            return []
        if not before:  # it finds no sheets in files of the strict kind
            return []
        faults += _compare(trial, before, oracles.openpyxl_cells(trial.result, results=results))
    trial.readers.append("openpyxl")
    return faults


def check_audit(trial: Trial) -> list[str]:
    """openxml-audit reports no error that the original did not have."""
    assert trial.result is not None
    suffix = trial.path.suffix if trial.path.suffix.lower() in (".xlsx", ".xlsm") else ".xlsx"
    new = oracles.audit(trial.result, suffix) - oracles.audit(trial.original, suffix)
    return [str(fault) for fault in list(new)[:5]]


def check_in_libreoffice(trials: list[Trial]) -> None:
    """LibreOffice reads all results like the originals; it opens all of them in one go."""
    documents = [trial for trial in trials if is_document(trial)]
    for trial in documents:
        _check_document_in_libreoffice(trial)
    trials = [trial for trial in trials if trial not in documents]
    results = [trial.result for trial in trials if trial.result is not None]
    saved = oracles.resaved_by_libreoffice([*(trial.original for trial in trials), *results])
    for trial, before, after in zip(trials, saved[: len(trials)], saved[len(trials) :], strict=True):
        if before is None:
            continue
        if after is None:
            trial.faults.append("LibreOffice opens the original, but not the result")
            continue
        trial.readers.append("LibreOffice")
        old, new = oracles.calamine_cells(before), oracles.calamine_cells(after)
        faults = _compare(
            trial, _stable(trial, old), _stable(trial, new), beside_pivot=_is_beside_pivot(trial)
        )
        faults += _tabs_after_another_run(after)
        trial.faults += [f"LibreOffice: {fault}" for fault in faults]


def _check_document_in_libreoffice(trial: Trial) -> None:
    """LibreOffice sees the same in the result; after four rounds of ours and its own, nothing has grown or doubled."""
    assert trial.result is not None
    before, after = oracles.resaved_by_libreoffice([trial.original, trial.result], "ods")
    if before is None:
        return
    if after is None:
        trial.faults.append("LibreOffice opens the original, but not the result")
        return
    trial.readers.append("LibreOffice")
    trial.faults += [
        f"LibreOffice: {fault}" for fault in ods_trials.differences(before, after, _planned_places(trial))
    ]
    sizes = []
    for _ in range(ROUNDS):
        _, _, plan, result = step(after)
        if plan.cell_count:
            trial.faults.append(f"LibreOffice: {plan.cell_count} cells change after another save")
        saved = oracles.resaved_by_libreoffice([result.data], "ods")[0]
        assert saved is not None
        after = saved
        tabs = sorted(tab for tab in documents.sheets_of(after) if "#" not in tab)
        sizes.append((tabs, len(oracles.zip_parts(after)["content.xml"])))
    names, size = sizes[0]
    if any(each != names or abs(now - size) > size // 100 for each, now in sizes):
        trial.faults.append(f"LibreOffice: the file changes from save to save: {sizes!r:.300}")


def _tabs_after_another_run(saved: bytes) -> list[str]:
    """Our sheets are known again in what LibreOffice saved: each is replaced, and none doubled."""
    tabs = list(oracles.sheet_parts(step(saved)[3].data))
    ours = [tab for tab in tabs if tab.startswith("Netsheet")]
    return [] if sorted(ours) == sorted((SUMMARY, TRIAL)) else [f"after another run the sheets are {ours}"]


def _is_beside_pivot(trial: Trial) -> bool:
    """LibreOffice draws a pivot table anew, larger where it knows a filter less, over what stands beside it."""
    edited = _edited_part(trial)
    sheet = next((sheet for sheet in trial.sheets if edited is not None and sheet.name == edited[0]), None)
    return sheet is not None and sheet.blocked != sheet.merged


def _stable(trial: Trial, cells: dict[str, oracles.Cells]) -> dict[str, oracles.Cells]:
    """Leave out formulas: LibreOffice computes some anew (random numbers, the time), the same in both or not."""
    for sheet in trial.sheets:
        for at in sheet.formulas if any(cell.is_volatile for cell in sheet.formulas.values()) else ():
            cells.get(sheet.name, {}).pop(at, None)
    return cells
