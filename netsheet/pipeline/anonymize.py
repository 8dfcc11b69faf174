"""Write a log without the people, and prove before saving that it says the same and that no word of the old one is in it."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import random
import re
import zipfile
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from netsheet.core.anonymous.known_words import WORD, known_words, own_words
from netsheet.core.anonymous.other_sheets import UnmovableError, change_snapshot
from netsheet.core.anonymous.other_texts import OtherTexts
from netsheet.core.anonymous.pseudonyms import Pseudonyms
from netsheet.core.anonymous.same_results import Facts, facts_of_results
from netsheet.core.columns.headings import is_own
from netsheet.core.followups.due import select_due
from netsheet.core.grid import Sheet, Snapshot, cell_address
from netsheet.core.model import Place
from netsheet.core.printable import quoted_word
from netsheet.core.public_holidays import holidays_of
from netsheet.core.text import fold
from netsheet.core.values.sentence_days import said_until
from netsheet.engines import read_workbook
from netsheet.errors import RefusedError, UnreadableError
from netsheet.files.durable import save_new_file
from netsheet.files.read import hash_of
from netsheet.opendocument.plain_document import plain_document
from netsheet.pipeline.opened import OpenedLog, understand
from netsheet.workbook.plain_workbook import plain_workbook

_SHORTEST_WORD: Final = 4
"""Shorter ones are in every file: "li", "al". Those of other scripts are in none."""
_LONG_NUMBER: Final = re.compile(r"\d{6,}")
_FEWEST_WEEKS, _MOST_WEEKS = 5, 60
_PLACE: Final = re.compile(r' r(?:ef)?="[A-Z0-9: ]+"')
"""The addresses of cells in a file: the column AI is nobody's name."""
_KINDS: Final = {".xlsx": ".xlsx", ".xlsm": ".xlsx", ".ods": ".ods"}
_WEEKS_TRIED: Final = 6
_ATTEMPTS: Final = (
    *itertools.product((False, True), repeat=3),
    *itertools.repeat((True, True, True), _WEEKS_TRIED),
)
"""What is given up only where that is needed: whether known words stay that are part of an address or a longer name, whether
spans become days, and whether known words stay in notes too. The last is tried with several numbers of weeks: some move a day into another year."""
_MOST_KEPT_WHOLE: Final = 3
"""For so many texts it is found out one by one that their words must stay."""
_YEARS_OF_HOLIDAYS: Final = 3
_HOW_TO_CHANGE: Final = "Save a copy of the log, write days that name only a month, such as “in May”, as full dates, and anonymize the copy."


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
    for attempt in _ATTEMPTS:
        shift = _whole_weeks(chance)
        retry = partial(_try, opened, suffix=suffix, attempt=attempt, shift=shift, chance=chance)
        trial = _least_words(retry)
        if not trial.different:
            _check_no_word(opened, trial.data, trial.texts.hidden)
            save_new_file(out, trial.data)
            return Anonymized(path=out, people_count=len(opened.log.people), today=opened.today + shift)
    kept = trial.texts.kept_whole

    def again(spared: Collection[str]) -> _Trial:
        trials = (retry(kept, spared, shift=_whole_weeks(chance)) for _ in range(_WEEKS_TRIED))
        found = next(trials)
        return found if not found.different else next((each for each in trials if not each.different), found)

    raise _not_the_same(out, opened, trial, again)


def _whole_weeks(chance: random.Random) -> dt.timedelta:
    return dt.timedelta(weeks=chance.randint(_FEWEST_WEEKS, _MOST_WEEKS) * chance.choice((-1, 1)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trial:
    """What came of one attempt: the new file, how its texts were changed, and what it says otherwise."""

    data: bytes
    texts: OtherTexts
    different: Sequence[str]


def _least_words(retry: Callable[[Collection[str]], _Trial]) -> _Trial:
    """Take away every word that says nothing; where the twin then says something else, keep those of the fewest texts.

    Where it says something else with all of them too, they are not the reason.
    """
    trial = retry(())
    narrowed = list(trial.texts.narrowed)
    if not trial.different or not narrowed:
        return trial
    whole = retry(narrowed)
    if whole.different:
        return whole
    needed: list[str] = []
    while trial.different and len(needed) < _MOST_KEPT_WHOLE:
        text = _text_at_fault(narrowed, lambda texts: retry([*needed, *texts]))
        if not text:
            break
        needed.append(text)
        narrowed = narrowed[narrowed.index(text) + 1 :]
        trial = retry(needed)
    if not trial.different:
        return trial
    rest = retry([*needed, *narrowed])
    return whole if rest.different else rest


def _try(
    opened: OpenedLog,
    kept_whole: Collection[str] = (),
    spared: Collection[str] = (),
    *,
    suffix: str,
    attempt: Sequence[bool],
    shift: dt.timedelta,
    chance: random.Random,
) -> _Trial:
    keeps_parts, has_days, keeps_known = attempt
    texts = OtherTexts(
        pseudonyms=Pseudonyms(),
        shift=shift,
        today=opened.today,
        order=opened.settings.date_order,
        keeps_known=keeps_known,
        keeps_parts=keeps_parts,
        spans=_spans(opened) if has_days else {},
        kept_whole=kept_whole,
        spared=spared,
    )
    data = _write(opened, texts, suffix, chance=chance)
    different = _differences(_facts(opened, shift), opened, data, shift)
    return _Trial(data=data, texts=texts, different=different)


def _not_the_same(
    out: Path, opened: OpenedLog, trial: _Trial, retry: Callable[[Collection[str]], _Trial]
) -> RefusedError:
    """Say that the twin would say something else, and which cell and word are the reason, where that is known."""
    message = f"{out.name} was not written: with other words and days the log would not say the same ({', '.join(trial.different)})"
    text = _text_at_fault(list(trial.texts.doubtful), retry)
    cell = next(
        (
            f"{sheet.name}!{cell_address(row, column)}"
            for sheet in opened.snapshot.sheets
            for row, values in enumerate(sheet.rows, 1)
            for column, value in enumerate(values, 1)
            if value == text
        ),
        "",
    )
    if not text or not cell:
        return RefusedError(message, _HOW_TO_CHANGE)
    words = [word for word in WORD.findall(text) if fold(word) in trial.texts.hidden & known_words()]
    named = " and ".join(f"“{word}”" for word in dict.fromkeys(words))
    return RefusedError(
        f"{message}. In {cell}, {quoted_word(text)}, netsheet reads {named}, which a name or an address has too",
        f"Save a copy of the log, write {cell} without {named}, and anonymize the copy.",
    )


def _text_at_fault(texts: Sequence[str], retry: Callable[[Collection[str]], _Trial]) -> str:
    """Find the first text whose change makes the twin say something else; "" where it is none of these texts."""
    if not texts or retry(texts).different:
        return ""
    fewest, most = (
        0,
        len(texts),
    )  # with so many of them changed, the twin says the same; with so many it does not
    while most - fewest > 1:
        middle = (fewest + most) // 2
        fewest, most = (fewest, middle) if retry(texts[middle:]).different else (middle, most)
    return texts[most - 1]


def _wrong_kind(log: Path, out: Path, suffix: str | None) -> UnreadableError:
    if suffix is None:
        return UnreadableError(
            f"{log.name} is of a kind that netsheet does not write",
            "Save it as .xlsx or .ods, and try again.",
        )
    return UnreadableError(
        f"{out.name} is not of the same kind as {log.name}", f"Give it the ending {suffix}."
    )


def _write(opened: OpenedLog, texts: OtherTexts, suffix: str, *, chance: random.Random) -> bytes:
    """Change every sheet twice: first to see which words there are, then with what takes their place."""
    holidays = list(_holidays(opened))

    def changed() -> Snapshot:
        try:
            return change_snapshot(opened.snapshot, opened.log, opened.settings, texts, holidays)
        except UnmovableError as error:
            raise RefusedError(
                f"{opened.source.path.name} cannot be anonymized: {error.reason}",
                "In a copy of the log, put the days into one column such as “Date sent”, with a row for each contact, and anonymize the copy.",
            ) from error

    changed()
    changed()  # what may stay nowhere is known now, and asks for more words
    texts.pseudonyms.settle(chance, _words(opened.snapshot))
    write = plain_document if suffix == ".ods" else plain_workbook
    return write(changed().sheets)


def _spans(opened: OpenedLog) -> dict[tuple[str, int, int], dt.date]:
    """Give the days of the user's own follow-ups and breaks, by their cells: months and years are not the same number of weeks."""
    people = opened.log.everybody
    plans = [(plan.place, plan.on) for person in people for plan in person.follow_ups]
    breaks: list[tuple[Place | None, dt.date | None]] = []
    for person in people:
        breaks.append((person.state_place, person.paused_until))
        breaks += [(each.state_place, each.paused_until) for each in person.applications]
        breaks += [(touch.place, touch.until) for touch in person.touches]
    plans += [
        (place, on) for place, on in breaks if place and on and said_until(_text(opened.snapshot, place))
    ]
    return {(place.sheet, place.row, place.column): on for place, on in plans}


def _text(snapshot: Snapshot, place: Place) -> str:
    sheet = snapshot.sheet(place.sheet)
    return str(sheet.value(place.row, place.column)) if sheet else ""


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
        opened.event_steps,
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


def _check_no_word(opened: OpenedLog, data: bytes, hidden: Collection[str]) -> None:
    """Search every part of the new file for words of the old one.

    Args:
        opened: the old one.
        data: the new one.
        hidden: words of names and addresses, which must stay nowhere, although netsheet may know them.

    Raises:
        RefusedError: when one is there that is not one of netsheet's own words, or of every such file.
    """
    twin = read_workbook(data)
    own, of_files = own_words(), _words_in(plain_workbook([])) | _words_in(plain_document([]))
    left = (_words(opened.snapshot) - known_words() - of_files) & _words_in(data)
    left |= (frozenset(hidden) - own - of_files) & _words_in(data)
    left |= {
        word
        for sheet in twin.sheets
        for word in _all_words(sheet).intersection(hidden)
        if not (is_own(sheet.name) and word in own)
    }
    left |= _long_numbers(opened.snapshot) & _long_numbers(twin)
    if left:
        raise RefusedError(
            f"The anonymous file was not written: {len(left)} words or numbers of the log would still be in it",
            "This is a fault in netsheet. Please report it, without the log.",
        )


def _words(snapshot: Snapshot) -> set[str]:
    words = {word for sheet in snapshot.sheets for word in _all_words(sheet)}
    return {word for word in words if len(word) >= _SHORTEST_WORD or not word.isascii()}


def _all_words(sheet: Sheet) -> set[str]:
    values = itertools.chain(*sheet.rows, (sheet.name,), sheet.links.values(), sheet.shown.values())
    return {fold(word) for value in values if isinstance(value, str) for word in WORD.findall(value)}


def _long_numbers(snapshot: Snapshot) -> set[str]:
    """Give the numbers of six digits or more in the user's own sheets."""
    own = (sheet for sheet in snapshot.sheets if not is_own(sheet.name))
    texts = (str(value) for sheet in own for row in sheet.rows for value in row)
    return {number for text in texts for number in _LONG_NUMBER.findall(text)}


def _words_in(data: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = [f"{name} {_PLACE.sub('', file.read(name).decode())}" for name in file.namelist()]
    return {fold(word) for part in parts for word in WORD.findall(part)}
