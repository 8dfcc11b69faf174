"""Open, show, copy and check templates. The user's own templates come before the bundled ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from netsheet.core.drafts.languages import LANGUAGES, Language
from netsheet.draft_files import save_template_copy
from netsheet.errors import UnreadableError
from netsheet.pipeline.typed_names import UnknownNameError, near_or_known
from netsheet.render.drafts import TEMPLATE_FAULTS, describe_fault, fill_in
from netsheet.render.template_check import check_templates, example_request
from netsheet.render.templates import (
    TemplateFile,
    TemplateFinding,
    TemplateSet,
    folder_of,
    load_templates,
)
from netsheet.resources import bundled_templates

TEMPLATES_FOLDER = "templates"
"""The user's own templates, if no folder is named: next to the workbook, or in the current folder."""


@dataclass(frozen=True, kw_only=True)
class CheckedTemplates:
    """A folder of templates, and what the check of it found.

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
        """Whether any template cannot be used."""
        return any(finding.severity == "error" for finding in self.findings)


def open_templates(named: Path | None, base: Path, language: Language = "en") -> TemplateSet:
    """Read the bundled templates and the user's own, for one language.

    Args:
        named: the folder the user named; None for ``templates`` in the folder ``base``, if it exists.
        base: the workbook's folder, or the current folder.
        language: the language.

    Raises:
        UnknownNameError: when the named folder does not exist, cannot be read or has no templates.
    """
    own = find_own_folder(named, base)
    return load_templates(bundled_templates(), [own] if own else [], language=language)


def find_own_folder(named: Path | None, base: Path) -> Path | None:
    """Find the folder with the user's own templates; None when there is none, or when it is the bundled folder.

    Raises:
        UnknownNameError: when the named folder does not exist, cannot be read or has no templates.
    """
    folder = named or base / TEMPLATES_FOLDER
    if named is not None:
        _check_folder(named)
    has_templates = folder.is_dir() and any(list_template_files(folder))
    return folder if has_templates and folder.resolve() != bundled_templates().resolve() else None


def list_template_files(folder: Path) -> Iterator[Path]:
    """List the templates in a folder and in its folders of languages ("de")."""
    for place in dict.fromkeys(folder_of(folder, language) for language in LANGUAGES):
        yield from sorted(place.glob("*.j2"))


def _check_folder(folder: Path) -> None:
    hint = "To put a template there, type: netsheet templates copy NAME FOLDER"
    try:
        is_any = any(folder.iterdir()) and any(list_template_files(folder))
    except FileNotFoundError as error:
        raise UnknownNameError(f"There is no templates folder {folder}.", hint) from error
    except NotADirectoryError as error:
        raise UnknownNameError(
            f"{folder} is a file, not a folder.", "Type the name of the folder that contains it."
        ) from error
    except OSError as error:
        raise UnknownNameError(
            f"The templates folder {folder} cannot be read: {error.strerror}.", "Choose another folder."
        ) from error
    if not is_any:
        raise UnknownNameError(
            f"There are no templates in {folder}. The name of a template file ends in .j2.", hint
        )


def find_template(templates: TemplateSet, name: str) -> TemplateFile:
    """Find a template by its name; ``base`` and other shared parts by their file name.

    Raises:
        UnknownNameError: when there is none. It suggests the closest name, or says why the template cannot be used.
    """
    for file in templates.files:
        if name.casefold() == (file.info.name if file.info else file.path.stem).casefold():
            return file
    fault = next((finding for finding in templates.findings if Path(finding.path).stem == name), None)
    if fault is not None:
        raise UnknownNameError(
            f"The template “{name}” cannot be used: {fault.path}, line {max(fault.line, 1)}: {fault.message}",
            f"Fix it, then type: netsheet templates check {Path(fault.path).parent}",
        )
    known = [info.name for info in templates.infos]
    hint = f"{near_or_known(name, known)} To see all templates, type: netsheet templates list".strip()
    raise UnknownNameError(f"There is no template “{name}”.", hint)


def fill_example(templates: TemplateSet, file: TemplateFile) -> tuple[str, str]:
    """Fill in a template with invented facts. Return its subject and message; for a shared part, its text.

    Raises:
        UnreadableError: when the template has an error.
    """
    if file.info is None:
        return "", file.body
    try:
        subject, body, _ = fill_in(file, example_request(file.info), templates)
    except TEMPLATE_FAULTS as error:
        line, sentence = describe_fault(error, file)
        raise UnreadableError(
            f"{file.path}, line {line}: {sentence}",
            f"Fix it, then type: netsheet templates check {file.path.parent}",
        ) from error
    return subject, body


def copy_template(templates: TemplateSet, name: str, folder: Path) -> Path:
    """Copy a template into the user's own folder and return the new file. Never overwrites a file.

    Raises:
        UnknownNameError: when there is no such template.
        RefusedError: when the file cannot be written.
    """
    return save_template_copy(find_template(templates, name).path, folder)


def check_folder(named: Path | None, base: Path) -> CheckedTemplates:
    """Check the templates in the named folder, or the user's own templates, or the bundled ones.

    Raises:
        UnknownNameError: when the named folder does not exist, cannot be read or has no templates.
    """
    bundled = bundled_templates()
    own = find_own_folder(named, base)
    folder = own or bundled
    return CheckedTemplates(
        folder=folder,
        is_bundled=own is None,
        count=len(list(list_template_files(folder))),
        findings=check_templates(bundled, own),
    )
