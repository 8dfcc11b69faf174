"""Write an import: read the files, compare them with the log, and add what is new in one proven save."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from netsheet.core.additions import Additions, Target
from netsheet.core.imports.import_plan import ImportChoices, plan_import, target_of
from netsheet.core.imports.imported_values import ImportOptions
from netsheet.pipeline.add_to_log import WriteOptions, WrittenAdditions, write_additions
from netsheet.pipeline.import_decisions import SaidOfPeople
from netsheet.pipeline.import_preview_steps import PreviewedImport, preview_import
from netsheet.pipeline.opened import OpenedLog, open_log
from netsheet.pipeline.stages import ReportStage, ignore_stage


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportWords:
    """What the user types about an import that is written.

    Attributes:
        to: on which sheet new people get rows; None for the People sheet where there is one, else the log.
        update: the fields of which the import's value replaces another one.
        with_text: whether the text of messages is kept in the history.
        said: who is who.
    """

    to: Target | None = None
    update: frozenset[str] = frozenset()
    with_text: bool = False
    said: SaidOfPeople = field(default_factory=SaidOfPeople)


@dataclass(frozen=True, kw_only=True)
class DoneImport:
    """An import: what it brings, and what was added.

    Attributes:
        to: on which sheet new people get rows.
        written: what was added; None for a preview.
    """

    previewed: PreviewedImport
    to: Target
    written: WrittenAdditions | None = None


def preview_or_write(
    log: Path,
    files: Sequence[Path],
    options: ImportOptions,
    words: ImportWords,
    *,
    sheet_name: str | None = None,
    write_options: WriteOptions,
    report_stage: ReportStage = ignore_stage,
) -> DoneImport:
    """Import files into a log and refresh it; for a preview, only say what that would do.

    Args:
        log: the log.
        files: files, folders and zip files.
        options: what the user says about the files.
        words: what the user says about writing them.
        sheet_name: the log's sheet; None to find it.
        write_options: what is allowed.
        report_stage: called at the start of each stage.

    Raises:
        NetsheetError: as ``preview_import`` and ``write_additions``. The file is then as it was.
    """
    if write_options.is_preview:
        opened = open_log(log, today=options.today, sheet_name=sheet_name, report_stage=report_stage)
        found = preview_import(files, opened, options, words.said)
        return DoneImport(previewed=found, to=target_of(opened.log, words.to))
    previewed: list[PreviewedImport] = []

    def plan(opened: OpenedLog) -> Additions:
        found = preview_import(files, opened, options, words.said)
        previewed.append(found)
        choices = ImportChoices(
            to=words.to, update=words.update, with_text=words.with_text, meanings=found.meanings
        )
        return plan_import(found.preview, opened.log, choices, today=options.today)

    written = write_additions(
        log,
        plan,
        today=options.today,
        sheet_name=sheet_name,
        options=write_options,
        report_stage=report_stage,
    )
    return DoneImport(previewed=previewed[0], to=written.additions.to, written=written)
