"""The preview of an import: recognise the files, read them, and compare them with the log. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path
from zoneinfo import ZoneInfo

from netsheet.core.columns.headings import is_own
from netsheet.core.email import find_addresses
from netsheet.core.imports.calendar_files import read_calendar
from netsheet.core.imports.closed_services import CLOSED_SERVICES
from netsheet.core.imports.import_preview import ImportPreview, compute_preview
from netsheet.core.imports.imported_values import ImportedFile, ImportOptions, Myself, WhoIsMeError
from netsheet.core.imports.linkedin_files import profile_slug
from netsheet.core.imports.mail_headers import read_mail
from netsheet.core.imports.readers import find_me, read_export
from netsheet.core.imports.settled import read_settled
from netsheet.core.imports.unknown_tables import mapped_here, read_unknown_table, signature_of
from netsheet.core.imports.vcards import read_vcards
from netsheet.core.model import Settings
from netsheet.core.settings.sheet import IMPORT_PREFIX
from netsheet.core.values.person_names import name_key
from netsheet.errors import MissingExtraError, NetsheetError, UnreadableError
from netsheet.files.file_names import WRITABLE
from netsheet.pipeline.import_decisions import SaidOfPeople, settle_said
from netsheet.pipeline.import_files import RecognisedItem, lines_of, open_items, read_text, recognise_item
from netsheet.pipeline.opened import OpenedLog

_NOTHING_SAID = SaidOfPeople()
_MOST_HEADINGS = 6
_OWN_FORMATS = frozenset({"vcard", "calendar", "mail"})
_LINKEDIN_BASIC = (
    "Connections and messages are not in it. LinkedIn sends them later, in a second e-mail with a file that is named "
    "Complete_LinkedInDataExport."
)


class WhoAreYouError(NetsheetError):
    """A file has messages or meetings, and nothing says who of its people is the user (exit 2)."""

    exit_code = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadFile:
    """A file of an import that was not read, and why."""

    file: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class PreviewedImport:
    """A preview of an import, and the log it was made for.

    Attributes:
        unread: the files that bring nothing.
        remarks: sentences about zip files and folders as a whole.
        meanings: rows of the settings sheet that remember what the user said about the headings of unknown tables.
    """

    opened: OpenedLog
    preview: ImportPreview
    unread: tuple[UnreadFile, ...]
    remarks: tuple[str, ...] = ()
    meanings: tuple[tuple[str, str, str], ...] = ()


def split_log(paths: Sequence[Path]) -> tuple[Path | None, tuple[Path, ...]]:
    """Find the log among the files of an import: the first workbook that is not a known export.

    Returns:
        the log, None when there is none among them; and the other files.
    """
    for path in paths:
        is_workbook = path.is_file() and path.suffix.casefold() in (*WRITABLE, ".ods")
        if is_workbook and not any(
            found.export for item in open_items([path]) for found in recognise_item(item)
        ):
            return path, tuple(other for other in paths if other != path)
    return None, tuple(paths)


def me_from(words: Sequence[str]) -> Myself:
    """Return who the user is, by what was typed or set: names, addresses, LinkedIn profiles."""
    typed = [word.strip() for word in words if word.strip()]
    emails = frozenset(address for word in typed for address in find_addresses(word))
    slugs = frozenset(slug for word in typed if (slug := profile_slug(word)))
    names = (name_key(word) for word in typed if "@" not in word and not profile_slug(word))
    return Myself(names=frozenset(names), emails=emails, linkedins=slugs)


def preview_import(
    files: Sequence[Path], opened: OpenedLog, options: ImportOptions, said: SaidOfPeople = _NOTHING_SAID
) -> PreviewedImport:
    """Read the files of an import, and work out what they would do to a log.

    Args:
        files: files, folders and zip files.
        opened: the log.
        options: what the user said; the mapping and the time zone of the log's settings are used too.
        said: what the user said about who is who.

    Raises:
        NetsheetError: no file can be read, or it is not known who the user is.
    """
    items = [found for item in open_items(files) for found in recognise_item(item)]
    by_settings = me_from((opened.settings.my_name, opened.settings.my_email))
    me = reduce(Myself.joined_with, map(_me_in, items), options.me.joined_with(by_settings))
    zone = options.zone or (ZoneInfo(opened.settings.time_zone) if opened.settings.time_zone else None)
    full = replace(options, me=me, zone=zone, headings={**opened.settings.headings, **options.headings})
    with_exports = {found.item.container for found in items if found.export or found.content in _OWN_FORMATS}
    read: list[ImportedFile] = []
    unread: list[UnreadFile] = []
    for found in items:
        result = _read(
            found,
            replace(full, headings={**_remembered(found, opened.settings), **full.headings}),
            is_among_exports=bool(found.item.container) and found.item.container in with_exports,
        )
        if isinstance(result, ImportedFile):
            read.append(result)
        else:
            unread.append(result)
    if not read:
        raise _nothing_read(items, unread)
    return PreviewedImport(
        opened=opened,
        preview=compute_preview(
            read,
            opened.log,
            today=options.today,
            settled=settle_said(said, read_settled(opened.recorded), opened),
            country=options.country,
        ),
        unread=tuple(unread),
        remarks=tuple(_remarks(items)),
        meanings=tuple(_meanings(items, options.headings)),
    )


def _remembered(found: RecognisedItem, settings: Settings) -> Mapping[str, str]:
    """Return what the headings of an unknown table mean, as the user said at an earlier import."""
    if found.sheet is None or found.export or not settings.import_headings:
        return {}
    return settings.import_headings.get(signature_of(found.sheet), {})


def _meanings(items: Sequence[RecognisedItem], headings: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Remember what the user says about the headings of unknown tables, for the next table with the same headings."""
    for found in items:
        if found.sheet is not None and not found.export:
            prefix = f"{IMPORT_PREFIX} {signature_of(found.sheet)}:"
            yield from ((prefix, *pair) for pair in mapped_here(found.sheet, headings).items())


def _me_in(found: RecognisedItem) -> Myself:
    return find_me(found.sheet.rows, found.export) if found.sheet and found.export else Myself()


def _read(
    found: RecognisedItem, options: ImportOptions, *, is_among_exports: bool
) -> ImportedFile | UnreadFile:
    name = found.item.name
    try:
        result = _read_content(found, options, is_among_exports=is_among_exports)
    except WhoIsMeError as error:
        raise _who_are_you(error) from error
    return result or UnreadFile(file=name, reason=found.problem or _why_unknown(found))


def _read_content(
    found: RecognisedItem, options: ImportOptions, *, is_among_exports: bool
) -> ImportedFile | None:
    name = found.item.name
    if found.content == "mail":
        return read_mail(name, lines_of(found.item), options)
    if found.content == "vcard":
        return read_vcards(name, read_text(found.item), options)
    if found.content == "calendar":
        return _read_calendar(found, options)
    if found.sheet is None:
        return None
    if found.export:
        return read_export(name, found.sheet.rows, found.export, options)
    return (
        None
        if is_among_exports or is_own(found.sheet.name)
        else read_unknown_table(name, found.sheet, options)
    )


def _read_calendar(found: RecognisedItem, options: ImportOptions) -> ImportedFile | None:
    try:
        return read_calendar(found.item.name, read_text(found.item), options)
    except ImportError as error:
        raise MissingExtraError("Calendars need the package icalendar.", "icalendar") from error


def _why_unknown(found: RecognisedItem) -> str:
    """Say why a file brings nothing."""
    if found.content == "archive of X":
        return CLOSED_SERVICES["x"].reason
    if found.sheet is None:
        return "it cannot be read"
    headings = _first_headings(found)
    return (
        f"it is not an export that netsheet knows; its first headings are {headings}"
        if headings
        else "it holds no table"
    )


def _first_headings(found: RecognisedItem) -> str:
    rows = found.sheet.rows if found.sheet else ()
    first = next((row for row in rows if sum(cell != "" for cell in row) > 1), ())
    return ", ".join(f"“{cell}”" for cell in first[:_MOST_HEADINGS] if cell != "")


def _nothing_read(items: Sequence[RecognisedItem], unread: Sequence[UnreadFile]) -> NetsheetError:
    """Say why an import brings nothing, and what to type."""
    if not unread:
        return UnreadableError(
            "There is no file in it.", "See which files netsheet imports: netsheet import --help"
        )
    first = unread[0]
    more = f", and {len(unread) - 1:,} more files bring nothing either" if len(unread) > 1 else ""
    hint = "See which files netsheet imports: netsheet import --help"
    if any(found.content == "archive of X" for found in items):
        hint = CLOSED_SERVICES["x"].instead
    elif any(_first_headings(found) for found in items):
        hint = 'Say which heading means what, for example: --map "Full name=name" --map "Mail=email"'
    return UnreadableError(f"{first.file} cannot be imported: {first.reason}{more}.", hint)


def _who_are_you(error: WhoIsMeError) -> WhoAreYouError:
    shown = ", ".join(error.candidates[:4])
    first = error.candidates[0] if error.candidates else "you@example.com"
    return WhoAreYouError(
        f"{error.file} does not say who of its people you are: {shown}.",
        f'Add, if that is you: --me "{first}"',
    )


def _remarks(items: Sequence[RecognisedItem]) -> Iterator[str]:
    """Point out that an export of LinkedIn's is the first of two, which holds no connections."""
    codes: dict[str, set[str]] = {}
    for found in items:
        if found.export and found.item.container:
            codes.setdefault(found.item.container, set()).add(found.export.kind.code)
    for container, found_codes in codes.items():
        is_linkedin = any(code.startswith("linkedin-") for code in found_codes)
        if is_linkedin and "linkedin-connections" not in found_codes:
            yield f"{container}: {_LINKEDIN_BASIC}"
