"""The templates of a run: the bundled ones, with the user's own before them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from netsheet.draft_files import save_template_copy
from netsheet.errors import UnreadableError
from netsheet.pipeline.unknown import UnknownNameError, near_or_known
from netsheet.render.drafts import TEMPLATE_FAULTS, describe_fault, fill_in
from netsheet.render.template_check import check_templates, example_request
from netsheet.render.templates import TemplateFile, TemplateFinding, TemplateSet, load_templates
from netsheet.resources import bundled_templates

TEMPLATES_FOLDER = "templates"
"""Where the user's own templates stand when no folder is named: beside the workbook, or where the person is."""


@dataclass(frozen=True, kw_only=True)
class CheckedTemplates:
    """A folder of templates, looked over.

    Attributes:
        is_bundled: whether they are the ones that come with netsheet.
        count: how many files there are.
    """

    folder: Path
    is_bundled: bool
    count: int
    findings: tuple[TemplateFinding, ...]

    @property
    def has_errors(self) -> bool:
        """Whether a template cannot be used as it is."""
        return any(finding.severity == "error" for finding in self.findings)


def open_templates(named: Path | None, beside: Path) -> TemplateSet:
    """Read the bundled templates and the user's own.

    Args:
        named: the folder the user named; None for ``templates`` in the folder ``beside``, when it is there.
        beside: the workbook's folder, or where the person is.

    Raises:
        UnknownNameError: when the folder named is not there, cannot be read or has no templates.
    """
    own = find_own_folder(named, beside)
    return load_templates(bundled_templates(), [own] if own else [])


def find_own_folder(named: Path | None, beside: Path) -> Path | None:
    """Find the folder of the user's own templates; None when there is none, or when it is the bundled one.

    Raises:
        UnknownNameError: when the folder named is not there, cannot be read or has no templates.
    """
    folder = named or beside / TEMPLATES_FOLDER
    if named is not None:
        _check_folder(named)
    has_templates = folder.is_dir() and any(folder.glob("*.j2"))
    return folder if has_templates and folder.resolve() != bundled_templates().resolve() else None


def _check_folder(folder: Path) -> None:
    hint = "Type: netsheet templates copy NAME FOLDER, to have a template of your own there."
    try:
        names = [path.name for path in folder.iterdir()]
    except FileNotFoundError as error:
        raise UnknownNameError(f"There is no folder {folder} to take templates from.", hint) from error
    except NotADirectoryError as error:
        raise UnknownNameError(
            f"{folder} is a file, not a folder of templates.", "Name the folder that it stands in."
        ) from error
    except OSError as error:
        raise UnknownNameError(
            f"The templates folder {folder} cannot be read: {error.strerror}.", "Name another folder."
        ) from error
    if not any(name.endswith(".j2") for name in names):
        raise UnknownNameError(f"There is no template in {folder}: their names end in .j2.", hint)


def find_template(templates: TemplateSet, name: str) -> TemplateFile:
    """Find a template by its name; ``base`` and the other pieces by the name of their file.

    Raises:
        UnknownNameError: when there is none; it names the nearest, or what is wrong with the file of that name.
    """
    for file in templates.files:
        if name.casefold() == (file.info.name if file.info else file.path.stem).casefold():
            return file
    fault = next((finding for finding in templates.findings if Path(finding.path).stem == name), None)
    if fault is not None:
        raise UnknownNameError(
            f"The template “{name}” cannot be used: {fault.path}, line {max(fault.line, 1)}: {fault.message}",
            f"Mend it, then type: netsheet templates check {Path(fault.path).parent}",
        )
    known = [info.name for info in templates.infos]
    hint = f"{near_or_known(name, known)} See them all: netsheet templates list".strip()
    raise UnknownNameError(f"There is no template “{name}”.", hint)


def fill_example(templates: TemplateSet, file: TemplateFile) -> tuple[str, str]:
    """Fill a template in with invented facts; return its subject and its message, the text itself for a piece.

    Raises:
        UnreadableError: when the template is at fault.
    """
    if file.info is None:
        return "", file.body
    try:
        return fill_in(file, example_request(file.info), templates)
    except TEMPLATE_FAULTS as error:
        line, sentence = describe_fault(error, file)
        raise UnreadableError(
            f"{file.path}, line {line}: {sentence}",
            f"Mend it, then type: netsheet templates check {file.path.parent}",
        ) from error


def copy_template(templates: TemplateSet, name: str, folder: Path) -> Path:
    """Copy a template into a folder of the user's, never over a file that is there; return the new file.

    Raises:
        UnknownNameError: when there is no such template.
        RefusedError: when the file cannot be written.
    """
    return save_template_copy(find_template(templates, name).path, folder)


def check_folder(named: Path | None, beside: Path) -> CheckedTemplates:
    """Check the templates of a folder: the one named, else the user's own, else the bundled ones.

    Raises:
        UnknownNameError: when the folder named is not there, cannot be read or has no templates.
    """
    bundled = bundled_templates()
    own = find_own_folder(named, beside)
    folder = own or bundled
    return CheckedTemplates(
        folder=folder,
        is_bundled=own is None,
        count=len(list(folder.glob("*.j2"))),
        findings=check_templates(bundled, own),
    )
