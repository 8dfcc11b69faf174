"""The text output of ``netsheet templates``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from netsheet.present.terminal import PIPED_WIDTH, TONE_STYLES, console, counted, plain_table, show_table

if TYPE_CHECKING:
    from netsheet.pipeline.templates import CheckedTemplates
    from netsheet.render.templates import TemplateFinding, TemplateSet

SEVERITY_STYLES = {"error": TONE_STYLES["late"], "warning": TONE_STYLES["due"], "hint": TONE_STYLES["soon"]}


def show_templates(templates: TemplateSet) -> None:
    """Print every template: what it is for, and for which channels."""
    out = console()
    table = plain_table("Template", "What it does", "For", "Where")
    table.columns[0].no_wrap = True
    for column, ratio in zip(table.columns[1:], (5, 3, 2), strict=True):
        column.ratio = ratio
    table.expand = console().width < PIPED_WIDTH
    for info in templates.infos:
        occasions = ", ".join(occasion.label for occasion in info.occasions) or "by name"
        name = f"{info.name} (yours)" if info.is_own else info.name
        table.add_row(name, info.description, occasions, ", ".join(info.channels))
    show_table(table)
    show_unused(templates.findings)
    out.print("Read one: netsheet templates show NAME --example")
    out.print("Copy one to change it: netsheet templates copy NAME templates")


def show_unused(faults: Sequence[TemplateFinding]) -> None:
    """Print which of the user's own templates cannot be used, each with its first fault."""
    first = {fault.path: fault for fault in reversed(faults)}
    for path, fault in sorted(first.items()):
        console().print(
            f"Not used: {path}, line {max(fault.line, 1)}: {fault.message}",
            style=TONE_STYLES["due"],
            soft_wrap=True,
        )


def show_filled(subject: str, body: str) -> None:
    """Print a template filled in with invented facts."""
    out = console()
    if subject:
        out.print(f"Subject: {subject}\n")
    out.print(body)


def show_template_check(checked: CheckedTemplates) -> None:
    """Print what a check of templates found, by file and line."""
    out = console()
    where = "the bundled templates" if checked.is_bundled else str(checked.folder)
    out.print(f"{counted(checked.count, 'file')} checked in {where}.", soft_wrap=True)
    for finding in checked.findings:
        out.print(Text(finding.severity, style=SEVERITY_STYLES[finding.severity]), end="")
        line = f", line {finding.line}" if finding.line else ""
        out.print(f"  {Path(finding.path).name}{line}: {finding.message}")
    out.print(_outcome(checked))


def _outcome(checked: CheckedTemplates) -> str:
    errors = sum(finding.severity == "error" for finding in checked.findings)
    if errors:
        return f"{counted(errors, 'error')}. A template with an error is not used until you fix it."
    if checked.findings:
        return "No errors. You can use all of them."
    return "No problems found."
