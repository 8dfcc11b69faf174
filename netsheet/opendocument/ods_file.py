"""The .ods engine behind the seam: one file that is read, changed in memory and proven."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from netsheet.core.grid import CellValue, Sheet, Snapshot
from netsheet.lossless.calamine_rows import iterate_rows, kept_rows
from netsheet.opendocument.document import Document, TableSpan
from netsheet.opendocument.ods_values import parse_tables
from netsheet.opendocument.table_facts import (
    TableFacts,
    is_structure_protected,
    read_table_facts,
    view_settings,
)

if TYPE_CHECKING:
    from netsheet.core.plan import WorkbookPlan
    from netsheet.lossless.applied import Applied
    from netsheet.lossless.value_proof import Rows


class OdsFile:
    """An opened file (``engines.WorkbookFile``). What writes is imported only when something is written."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._document = Document(data)
        self._facts: dict[str, TableFacts] = {}

    def sheet_names(self) -> tuple[str, ...]:
        """Return the names of all sheets."""
        return tuple(span.name for span in self._document.tables)

    def read(self, *, meanwhile: Callable[[], None] | None = None) -> Snapshot:
        """Read every sheet."""
        document = self._document
        spans = document.tables
        for span in spans:
            document.scan(span).check_extent()
        names = [span.name for span in spans]
        with ThreadPoolExecutor(max_workers=1) as helper:
            facts = [helper.submit(self._facts_of, span) for span in spans]
            tasks: list[Future[object]] = [helper.submit(meanwhile)] if meanwhile else []
            parsed = parse_tables(document, names)  # calamine parses without Python's lock
            for task in tasks:
                task.result()
        opened = view_settings(document, "").get("ActiveTable", "")
        return Snapshot(
            kind="ods",
            sheets=tuple(
                _sheet(span, kept_rows(iterate_rows(parsed[span.name])), fact.result())
                for span, fact in zip(spans, facts, strict=True)
            ),
            active=names.index(opened) if opened in names else 0,
            is_structure_locked=is_structure_protected(document),
        )

    def apply(self, plan: WorkbookPlan) -> Applied:
        """Carry a plan out."""
        from netsheet.opendocument.ods_apply import apply_to_document  # noqa: PLC0415 - see the class

        return apply_to_document(self._document, self._facts_of, plan)

    def verify(self, applied: Applied, plan: WorkbookPlan, rows: Mapping[str, Rows]) -> None:
        """Prove the result."""
        from netsheet.opendocument.ods_proof import verify_document  # noqa: PLC0415 - see the class

        verify_document(self._document, applied, plan, rows)

    def _facts_of(self, span: TableSpan) -> TableFacts:
        if span.name not in self._facts:
            self._facts[span.name] = read_table_facts(self._document, span)
        return self._facts[span.name]


def _sheet(span: TableSpan, rows: list[list[CellValue]], facts: TableFacts) -> Sheet:
    return Sheet(
        name=span.name,
        rows=rows,
        formulas=facts.formulas,
        errors=facts.errors,
        merged=facts.merged,
        blocked=facts.blocked,
        covered=facts.covered,
        hidden_from=facts.hidden_from,
        autofilter=facts.autofilter,
        frozen_rows=facts.frozen_rows,
        is_hidden=facts.is_hidden,
        is_protected=facts.is_protected,
        shown=facts.shown,
        links=facts.links,
    )
