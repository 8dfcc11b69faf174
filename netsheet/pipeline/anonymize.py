"""Write a log without the people, and prove before saving that it says the same and that no word of the old one is in it."""

from __future__ import annotations

import datetime as dt
import io
import random
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from netsheet.core.anonymous.known_words import WORD, known_words
from netsheet.core.anonymous.other_sheets import UnmovableError, change_snapshot
from netsheet.core.anonymous.other_texts import OtherTexts
from netsheet.core.anonymous.pseudonyms import Pseudonyms
from netsheet.core.anonymous.same_results import Facts, facts_of_results
from netsheet.core.columns.headings import is_own
from netsheet.core.followups.due import select_due
from netsheet.core.grid import Snapshot
from netsheet.core.public_holidays import holidays_of
from netsheet.core.text import fold
from netsheet.engines import read_workbook
from netsheet.errors import RefusedError, UnreadableError
from netsheet.files.durable import save_new_file
from netsheet.files.read import hash_of
from netsheet.opendocument.plain_document import plain_document
from netsheet.pipeline.opened import OpenedLog, understand
from netsheet.workbook.plain_workbook import plain_workbook

_SHORTEST_WORD: Final = 4
_LONG_NUMBER: Final = re.compile(r"\d{6,}")
_FEWEST_WEEKS, _MOST_WEEKS = 5, 60
_KINDS: Final = {".xlsx": ".xlsx", ".xlsm": ".xlsx", ".ods": ".ods"}
_ATTEMPTS: Final = ((False, False), (True, False), (False, True), (True, True))
"""Whether words that netsheet knows stay in notes too, and whether spans become days: only where that is needed."""
_YEARS_OF_HOLIDAYS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Anonymized:
    """What was written: the file, for how many people, and the day that counts as today in it."""

    path: Path
    people_count: int
    today: dt.date


def anonymize(opened: OpenedLog, out: Path, *, chance: random.Random) -> Anonymized:
    """Write the anonymous twin of a log.

    Args:
        opened: the log.
        out: the new file, of the same kind.
        chance: where pseudonyms and the number of weeks come from.

    Raises:
        UnreadableError: when the log is of a kind that cannot be written, or ``out`` names another.
        RefusedError: when something cannot be replaced safely, or the file exists or cannot be written.
    """
    suffix = _KINDS.get(opened.source.path.suffix.casefold())
    if suffix is None or out.suffix.casefold() != suffix:
        raise _wrong_kind(opened.source.path, out, suffix)
    different: list[str] = []
    for keeps_known, has_days in _ATTEMPTS:
        weeks = chance.randint(_FEWEST_WEEKS, _MOST_WEEKS) * chance.choice((-1, 1))
        shift = dt.timedelta(weeks=weeks)
        data = _write(opened, shift, suffix, chance=chance, keeps_known=keeps_known, has_days=has_days)
        different = _differences(_facts(opened, shift), opened, data, shift)
        if not different:
            _check_no_word(opened, data)
            save_new_file(out, data)
            return Anonymized(path=out, people_count=len(opened.log.people), today=opened.today + shift)
    raise RefusedError(
        f"{out.name} was not written: with other words and days the log would not say the same ({', '.join(different)})",
        "Days that name only a month, or words that are a name and a status at once, cannot be replaced. Change those cells in a "
        "copy of the log, and try again.",
    )


def _wrong_kind(log: Path, out: Path, suffix: str | None) -> UnreadableError:
    if suffix is None:
        return UnreadableError(
            f"{log.name} is of a kind that netsheet does not write",
            "Save it as .xlsx or .ods, and try again.",
        )
    return UnreadableError(
        f"{out.name} is not of the same kind as {log.name}", f"Give it the ending {suffix}."
    )


def _write(
    opened: OpenedLog,
    shift: dt.timedelta,
    suffix: str,
    *,
    chance: random.Random,
    keeps_known: bool,
    has_days: bool,
) -> bytes:
    """Change every sheet twice: first to see which words there are, then with what takes their place."""
    texts = OtherTexts(
        pseudonyms=Pseudonyms(),
        shift=shift,
        today=opened.today,
        order=opened.settings.date_order,
        keeps_known=keeps_known,
        spans=_spans(opened) if has_days else {},
    )
    holidays = list(_holidays(opened))

    def changed() -> Snapshot:
        try:
            return change_snapshot(opened.snapshot, opened.log, opened.settings, texts, holidays)
        except UnmovableError as error:
            raise RefusedError(
                f"{opened.source.path.name} cannot be anonymized: {error.reason}",
                "Use a log with one column of days.",
            ) from error

    changed()
    changed()  # what is private is known now, and asks for more words
    texts.pseudonyms.settle(chance, _words(opened.snapshot))
    write = plain_document if suffix == ".ods" else plain_workbook
    return write(changed().sheets)


def _spans(opened: OpenedLog) -> dict[tuple[str, int, int], dt.date]:
    """Give the days of the user's own follow-ups, by their cells: months and years are not the same number of weeks."""
    return {
        (plan.place.sheet, plan.place.row, plan.place.column): plan.on
        for person in opened.log.everybody
        for plan in person.follow_ups
    }


def _holidays(opened: OpenedLog) -> Iterator[dt.date]:
    """Give the public holidays around today, which become typed days off."""
    year = opened.today.year
    for region in opened.settings.holiday_regions:
        for each in range(year - _YEARS_OF_HOLIDAYS, year + 2):
            yield from holidays_of(region, each)


def _facts(opened: OpenedLog, shift: dt.timedelta) -> Facts:
    due = select_due(
        opened.standings,
        today=opened.today,
        settings=opened.settings,
        calendar=opened.calendar,
        dormant_ties=opened.dormant_ties,
    )
    return facts_of_results(
        due,
        opened.standings,
        summary=opened.summary,
        engagement=opened.engagement,
        findings=opened.findings,
        shift=shift,
    )


def _differences(wanted: Facts, opened: OpenedLog, data: bytes, shift: dt.timedelta) -> list[str]:
    """Name what the twin says otherwise."""
    source = replace(opened.source, data=data, sha256=hash_of(data))
    try:
        twin = understand(source, read_workbook(data), opened.today + shift, None)
    except UnreadableError:
        return ["the log itself"]
    found = _facts(twin, dt.timedelta(0))
    return [name for name, value in wanted.items() if found[name] != value]


def _check_no_word(opened: OpenedLog, data: bytes) -> None:
    """Search every part of the new file for words of the old one.

    Raises:
        RefusedError: when one is there that is not one of netsheet's own words, or of every such file.
    """
    allowed = known_words() | _words_in(plain_workbook([])) | _words_in(plain_document([]))
    left = (_words(opened.snapshot) - allowed) & _words_in(data)
    left |= _long_numbers(opened.snapshot) & _long_numbers(read_workbook(data))
    if left:
        raise RefusedError(
            f"The anonymous file was not written: {len(left)} words or numbers of the log would still be in it",
            "This is a fault in netsheet. Please report it, without the log.",
        )


def _words(snapshot: Snapshot) -> set[str]:
    texts = (
        str(value)
        for sheet in snapshot.sheets
        for row in (*sheet.rows, (sheet.name,), tuple(sheet.links.values()), tuple(sheet.shown.values()))
        for value in row
    )
    return {fold(word) for text in texts for word in WORD.findall(text) if len(word) >= _SHORTEST_WORD}


def _long_numbers(snapshot: Snapshot) -> set[str]:
    """Give the numbers of six digits or more in the user's own sheets."""
    own = (sheet for sheet in snapshot.sheets if not is_own(sheet.name))
    texts = (str(value) for sheet in own for row in sheet.rows for value in row)
    return {number for text in texts for number in _LONG_NUMBER.findall(text)}


def _words_in(data: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = [f"{name} {file.read(name).decode()}" for name in file.namelist()]
    return {fold(word) for part in parts for word in WORD.findall(part)}
