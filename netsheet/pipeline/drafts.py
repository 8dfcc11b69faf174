"""Write drafts: from the log to draft requests, texts and files. Nothing is ever sent."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from netsheet.core.drafts.languages import LANGUAGES
from netsheet.core.drafts.planning import plan_drafts
from netsheet.core.drafts.requests import FORMATS, BlockedDraft, Draft, DraftFilter, DraftFormat
from netsheet.core.drafts.unread_columns import find_unread_columns
from netsheet.core.model import Person
from netsheet.core.printable import quoted_word
from netsheet.draft_files import INDEX, SavedDraft, preview_drafts, save_drafts
from netsheet.pipeline.found import listed
from netsheet.pipeline.opened import OpenedLog
from netsheet.pipeline.templates import find_template, open_templates
from netsheet.pipeline.typed_names import UnknownNameError, find_named
from netsheet.render.drafts import render_drafts
from netsheet.render.templates import TemplateFinding, TemplateSet

DRAFTS_FOLDER = "drafts"


@dataclass(frozen=True, kw_only=True)
class Drafted:
    """The result of writing drafts.

    Attributes:
        only: what the user asked for.
        saved: each draft with its file, the highest ranked first.
        blocked: the drafts that were not written, each with its reason.
        faults: why some of the user's own templates cannot be used.
        out_dir: the folder of the drafts.
        is_preview: whether this was a dry run.
    """

    opened: OpenedLog
    only: DraftFilter
    saved: tuple[SavedDraft, ...]
    blocked: tuple[BlockedDraft, ...]
    faults: tuple[TemplateFinding, ...]
    out_dir: Path
    is_preview: bool

    @property
    def index(self) -> Path:
        """The page that shows all drafts."""
        return self.out_dir / INDEX


def draft_messages(
    opened: OpenedLog,
    only: DraftFilter,
    *,
    out_dir: Path | None = None,
    templates_dir: Path | None = None,
    formats: Collection[DraftFormat] = FORMATS,
    is_preview: bool = False,
) -> Drafted:
    """Write a draft for everyone who is due, or for the people the user named. With ``is_preview``, write no file.

    Args:
        opened: the log.
        only: what the user asked for.
        out_dir: the folder for the drafts; None for ``drafts`` next to the workbook.
        templates_dir: the user's own templates; None for ``templates`` next to the workbook, if it exists.
        formats: which files to write.
        is_preview: only say what would be written.

    Raises:
        UnknownNameError: when a person, template or folder that the user named does not exist.
        RefusedError: when the drafts cannot be saved.
    """
    log_folder = opened.source.path.parent
    sets = [open_templates(templates_dir, log_folder, language) for language in LANGUAGES]
    only = _settle(only, opened, sets)
    drafts, blocked = _write(opened, sets, only)
    folder = out_dir or log_folder / DRAFTS_FOLDER
    if is_preview:
        saved = preview_drafts(drafts, folder, today=opened.today, formats=formats)
    else:
        done = " ".join(("netsheet done", _absolute(opened.source.path), "--drafts", _absolute(folder)))
        saved = save_drafts(
            drafts, folder, today=opened.today, blocked=blocked, formats=formats, done_command=done
        )
    return Drafted(
        opened=opened,
        only=only,
        saved=saved,
        blocked=tuple(blocked),
        faults=tuple(dict.fromkeys(finding for templates in sets for finding in templates.findings)),
        out_dir=folder,
        is_preview=is_preview,
    )


def _absolute(path: Path) -> str:
    return quoted_word(str(path.absolute()))


def _write(
    opened: OpenedLog, sets: Sequence[TemplateSet], only: DraftFilter
) -> tuple[list[Draft], list[BlockedDraft]]:
    planned = plan_drafts(
        opened.log,
        opened.standings,
        [info for templates in sets for info in templates.infos],
        today=opened.today,
        settings=opened.settings,
        only=only,
        unread=find_unread_columns(opened.log.reading, opened.snapshot.sheet(opened.log.reading.sheet)),
        map_command=f"netsheet settings {quoted_word(str(opened.source.path))} --map",
    )
    written = render_drafts(planned, *sets)
    return (
        [item for item in written if isinstance(item, Draft)],
        [item for item in written if isinstance(item, BlockedDraft)],
    )


def _settle(only: DraftFilter, opened: OpenedLog, sets: Sequence[TemplateSet]) -> DraftFilter:
    """Check every name against the log and the templates, and add this week's dormant ties."""
    named = {person.key: person for text in only.people for person in find_named(opened, text)}
    if only.other is not None:
        _check_pair(list(named.values()), only.other, opened)
    template = None if only.template is None else _usable_name(sets, only.template)
    return replace(only, template=template, picked=frozenset(tie.person.key for tie in opened.dormant_ties))


def _usable_name(sets: Sequence[TemplateSet], name: str) -> str:
    """Return the name of a template that is there in some language."""
    templates = next((templates for templates in sets if templates.file_of(name)), sets[0])
    info = find_template(templates, name).info
    if info is None:
        raise UnknownNameError(
            f"“{name}” is a part that other templates use. It is not a message by itself.",
            "To see the templates, type: netsheet templates list",
        )
    return info.name


def _check_pair(named: list[Person], other: str, opened: OpenedLog) -> None:
    """Check that the two names of an introduction each mean exactly one person."""
    found = find_named(opened, other)
    for people, option in ((named, "--person"), (list(found), "--with")):
        if len(people) != 1:
            names = listed([person.name for person in people])
            raise UnknownNameError(
                f"An introduction needs two people, but {option} matches {len(people)}: {names}.",
                f"Write the full name or the e-mail address after {option}.",
            )
    if named[0].key == found[0].key:
        raise UnknownNameError(
            f"--person and --with both mean {named[0].name}.", "Name the other person with --with."
        )
