"""Texts with other words and other days: names, addresses, free texts, and words that netsheet reads."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from netsheet.core.anonymous.known_words import WORD, known_words
from netsheet.core.anonymous.moved_days import is_serial, moved_birthday, with_days
from netsheet.core.anonymous.pseudonyms import Pseudonyms
from netsheet.core.anonymous.same_meaning import (
    CELL,
    HEADING,
    LABEL,
    SHEET_NAME,
    Means,
    month_word,
    needless_words,
    say_otherwise,
)
from netsheet.core.calendar import add_calendar_days
from netsheet.core.grid import CellValue
from netsheet.core.model import DateOrder
from netsheet.core.month_names import SHORT_MONTHS
from netsheet.core.named_table import folded_words
from netsheet.core.text import fold
from netsheet.core.values import person_names
from netsheet.core.values.cells import clean_text, is_nobody, read_linkedin
from netsheet.core.values.company_names import LEGAL_FORMS
from netsheet.core.values.dates import NotRead, ReadDate, read_date
from netsheet.core.values.sentence_days import nearest_day, said_until
from netsheet.core.values.word_lists import LINKING_WORDS

_ADDRESS: Final = re.compile(
    r"[^\s<>()\[\],;:\"|]+@[^\s<>()\[\],;:\"|]+|(?:https?://|www\.)\S+|\S*linkedin\.\S+", re.IGNORECASE
)
_PIECE: Final = re.compile(rf"{WORD.pattern}|\d+")
_OF_LINKS: Final = frozenset(
    {"https", "http", "www", "linkedin", "com", "in", "pub", "mailto", "mwlite", "example"}
)
_LINKEDIN: Final = re.compile(
    r"(?:https?://)?(?:[a-z]{2,3}\.)?linkedin\.[a-z]{2,3}(?:\.[a-z]{2})?(?=/|$)", re.IGNORECASE
)
_JOINING: Final = frozenset({"and", "und", "et", "en", "with", "at", "e", "y", "i"})
_NO_NAMES: Final = (
    _JOINING
    | LINKING_WORDS
    | {"of", "the", "de", "der", "di", "van", "von", "del", "la", "du", "dos", "und", "die", "das"}
)
"""Small words that are part of names and say nothing of whose they are, where they are written small."""
_TITLES: Final = person_names.TITLES
_LONG: Final = 3
"""Numbers of so many digits may say who somebody is."""
_VERY_LONG: Final = 5
"""Numbers of so many digits may be a telephone number even in a cell of words or days."""
_IN_GROUPS: Final = rf"\d(?:[ ./()-]{{0,2}}\d){{{_VERY_LONG - 1},}}"


@dataclass(kw_only=True)
class OtherTexts:
    """Changes cells, the same way everywhere.

    Attributes:
        shift: by which the days move: whole weeks.
        today: the day of the user's today, near which a day without a year is.
        order: how 3/4/2026 is understood where nothing else decides.
        keeps_known: whether words that netsheet knows stay in free texts too.
        keeps_parts: whether words that netsheet knows stay, though they are part of an address or of a company's longer name.
        spans: the days that spans such as "in 6 months" come to, by sheet, row and column: they take the place of the span.
        hidden: the words of names and addresses, folded, which stay nowhere, whatever else they mean.
        joined: the words of names and of parts of them, by what they are written as one word, as addresses do: "zeldaquine".
        doubtful: the texts that are read and may say something else now, because a word of theirs is a name too; in order.
        narrowed: the texts that lost words that netsheet knows, because they say the same without them; in order.
        kept_whole: those of them that keep such words after all: here something depends on them.
        spared: those of the doubtful ones in which such words stay for once, to find out which text cannot be changed.
        sheet_names: the new name of each sheet, by its old one.
    """

    pseudonyms: Pseudonyms
    shift: dt.timedelta
    today: dt.date
    order: DateOrder
    keeps_known: bool = False
    keeps_parts: bool = False
    spans: Mapping[tuple[str, int, int], dt.date] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    doubtful: dict[str, None] = field(default_factory=dict)
    narrowed: dict[str, None] = field(default_factory=dict)
    kept_whole: Collection[str] = ()
    spared: Collection[str] = ()
    joined: dict[str, list[str]] = field(default_factory=dict)
    sheet_names: Mapping[str, str] = field(default_factory=dict)

    def name(self, value: CellValue) -> CellValue:
        """Change the names of people; titles before them and what joins two of them stay."""
        if not isinstance(value, str):
            return self._number(value)
        if _says_nothing(value):
            return value
        if _ADDRESS.search(value):
            return self._with_addresses(value, self._each_private)
        found = [fold(word) for word in WORD.findall(value)]
        titles = next((at for at, word in enumerate(found) if word not in _TITLES), len(found))
        kept = [*(True for _ in found[:titles]), *(word in _JOINING for word in found[titles:])]
        return self._digits(self._each_private(value, kept), _LONG)

    def company(self, value: CellValue) -> CellValue:
        """Change the name of a company; what says how it is set up stays, such as "Ltd", or says it in another word."""
        if not isinstance(value, str) or _says_nothing(value) or _ADDRESS.search(value):
            return self.name(value)
        found = [fold(word) for word in WORD.findall(value)]
        last = len(found)
        while last > 1 and found[last - 1] in LEGAL_FORMS:
            last -= 1
        form = next(each for each in sorted(LEGAL_FORMS) if each not in self.hidden)
        matches = list(WORD.finditer(value))
        for match in reversed(matches[last:]):
            if fold(match[0]) in self.hidden:
                value = f"{value[: match.start()]}{form.capitalize()}{value[match.end() :]}"
        kept = [at >= last for at in range(len(found))]
        return self._digits(self._each_private(value, kept, is_part=last > 1), _LONG)

    def people(self, value: CellValue) -> CellValue:
        """Change a list of people, in which other words may be too."""
        return self._each_private(value, is_part=True) if isinstance(value, str) else self._number(value)

    def _each_private(self, text: str, kept: Iterable[bool] = (), *, is_part: bool = False) -> str:
        """Change the words of a name, but for those that are kept."""
        stays = iter(kept)
        words = [fold(word) for word in WORD.findall(text)]
        for first, last in itertools.combinations(range(len(words) + 1), 2):
            self.joined["".join(words[first:last])] = words[first:last]

        def changed(match: re.Match[str]) -> str:
            return match[0] if next(stays, False) else self._private(match[0], is_part=is_part)

        return WORD.sub(changed, text)

    def address_keys(self, value: CellValue) -> CellValue:
        """Change what identifies somebody in the history and the memory: addresses, "Ana Lopez @ Acme"."""
        if not isinstance(value, str):
            return value
        keys = (
            part
            if not part
            else str(self.name(part))
            if _ADDRESS.search(part)
            else self._name_at_company(part)
            for part in value.split("; ")
        )
        return "; ".join(keys)

    def _name_at_company(self, text: str) -> str:
        who, *companies = text.split(" @ ")
        return " @ ".join([str(self.name(who)), *(str(self.company(each)) for each in companies)])

    def address(self, value: CellValue) -> CellValue:
        """Change e-mail addresses, web addresses and telephone numbers; what they are made of stays."""
        if not isinstance(value, str):
            return self._number(value)
        if _says_nothing(value):
            return value
        return self._with_addresses(value, lambda text: self._digits(WORD.sub(self._unless_known, text), 1))

    def free(self, value: CellValue) -> CellValue:
        """Change a free text: every word, or those that netsheet does not know, and long numbers."""
        if not isinstance(value, str):
            return self._number(value)
        if self.keeps_known:
            return self._read_words(value, _LONG, CELL)
        return self._with_addresses(
            value,
            lambda text: self._digits(WORD.sub(lambda match: self.pseudonyms.word(match[0]), text), _LONG),
        )

    def words(self, value: CellValue, field: str | None = None) -> CellValue:
        """Change a text that netsheet reads: the words that it knows stay, days move."""
        if not isinstance(value, str):
            return self._moved_or_changed(value)
        means = Means(
            lambda text, private: say_otherwise(text, private, field),
            lambda text, private: needless_words(text, private, field),
        )
        return self._read_words(value, _VERY_LONG, means)

    def recorded(self, value: CellValue) -> CellValue:
        """Change a text that netsheet itself wrote: every word that it knows stays."""
        if not isinstance(value, str):
            return self._moved_or_changed(value)
        return self._read_words(value, _VERY_LONG, Means(say_otherwise, lambda *_: ()))

    def heading(self, value: CellValue) -> CellValue:
        """Change a heading: the words that netsheet knows stay."""
        if not isinstance(value, str):
            return self._moved_or_changed(value)
        return self._read_words(value, _VERY_LONG, HEADING)

    def column(self, value: CellValue, spellings: Iterable[str]) -> CellValue:
        """Change the heading of a small table, which has other spellings; one that is read stays otherwise."""
        if isinstance(value, str) and self._has_hidden(value):
            value = next((each for each in spellings if not self._has_hidden(each)), value)
        is_read = isinstance(value, str) and folded_words(value) in spellings
        return self.recorded(value) if is_read else self.label(value)

    def _has_hidden(self, text: str) -> bool:
        return any(fold(word) in self.hidden for word in WORD.findall(text))

    def sheet_name(self, name: str) -> str:
        """Change the name of a sheet: the words that netsheet knows stay."""
        return self._read_words(name, _VERY_LONG, SHEET_NAME)

    def label(self, value: CellValue) -> CellValue:
        """Change a text outside the records, such as a title: the words that netsheet reads stay, long numbers do not."""
        if isinstance(value, str):
            return self._read_words(value, _LONG, LABEL)
        if isinstance(value, int | float) and not isinstance(value, bool) and is_serial(value):
            return value + self.shift.days
        return self._number(value)

    def small(self, value: CellValue) -> CellValue:
        """Change a cell of a small table: a text all of whose words netsheet knows stays, but for its days."""
        if not isinstance(value, str):
            return self._moved_or_changed(value)
        found = {fold(word) for word in WORD.findall(value)}
        return self.words(value) if found <= known_words() and not found <= self.hidden else self.free(value)

    def _read_words(self, value: str, fewest: int, means: Means) -> str:
        """Change the words that say nothing to netsheet or that are names, and numbers of so many digits; days move."""

        def read(text: str) -> str:
            said: str | None = text
            if self._has_hidden(text) and value not in self.spared:
                self.doubtful[value] = None
                said = means.otherwise(text, self.hidden)
            said = text if said is None else said
            unless_known = partial(
                self._unless_known, gone=self._needless(said, value, means), is_spared=value in self.spared
            )
            return "".join(
                with_days(
                    said,
                    self.order,
                    lambda part: self._digits(WORD.sub(unless_known, part), fewest),
                    self._written,
                )
            )

        return self._with_addresses(value, read)

    def _needless(self, text: str, value: str, means: Means) -> Collection[str]:
        """Return the words of a part of a text that need not stay."""
        if value in self.kept_whole or value in self.spared:
            return ()
        known = known_words()
        words = {folded for word in WORD.findall(text) if (folded := fold(word)) in known}
        gone = words.intersection(means.needless(text, self.hidden) if words else ())
        if gone - self.hidden:
            self.narrowed[value] = None
        return gone

    def day(self, value: CellValue, order: DateOrder | None = None) -> CellValue:
        """Move a day, whether it is one or is written as a text or a number."""
        if isinstance(value, int | float) and not isinstance(value, bool):
            return value + self.shift.days if is_serial(value) else self._moved_or_changed(value)
        if not isinstance(value, str):
            return self._moved(value)
        read = read_date(value, order=order or self.order)
        if isinstance(read, ReadDate) and not read.note:
            on = self.moved(read.on)
            return dt.datetime.combine(on, read.at) if read.at else on
        saved, self.order = self.order, order or self.order
        changed = self.words(value)
        self.order = saved
        return changed

    def birthday(self, value: CellValue, month_day: tuple[int, int] | None) -> CellValue:
        """Move a day that comes each year as far as its next one moves; the year of birth is not kept."""
        return self.day(value) if month_day is None else moved_birthday(month_day, self.today, self.shift)

    def span(self, text: str, on: dt.date) -> CellValue | None:
        """Change a cell that says a day as a span or a month, "on hold until May": it says the day itself now."""
        said = said_until(text)
        start = fold(text).rfind(said)
        if not said or len(fold(text)) != len(text):
            return self.moved(on)
        return self.words(f"{text[:start]}{on}{text[start + len(said) :]}")

    def moved(self, day: dt.date) -> dt.date:
        """Return a day, moved."""
        return add_calendar_days(day, self.shift.days)

    def _moved(self, value: CellValue) -> CellValue:
        return value + self.shift if isinstance(value, dt.date) else value

    def _moved_or_changed(self, value: CellValue) -> CellValue:
        """Move a day, and change a number so long that it may be a telephone number."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            return self._moved(value)
        is_long = abs(value) >= 10 ** (_VERY_LONG - 1)
        return self._number(value) if is_long and not is_serial(value) else value

    def _number(self, value: CellValue) -> CellValue:
        """Change a long number: it may be a telephone number, or say who somebody is."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            return self._moved(value)
        if value == int(value):
            return int(self._digits(str(int(value)), _LONG))
        return float(self._digits(str(value), _LONG))

    def _private(self, word: str, *, is_part: bool = False) -> str:
        folded = fold(word)
        is_small = folded in _NO_NAMES and (word[:1].islower() or folded == "the")
        may_stay = is_part and (
            folded in _OF_LINKS | LEGAL_FORMS or (self.keeps_parts and folded in known_words())
        )
        if len(word) > 1 and not is_small and not may_stay:
            self.hidden.add(folded)
        return self.pseudonyms.word(word)

    def _unless_known(
        self, match: re.Match[str], *, gone: Collection[str] = (), is_spared: bool = False
    ) -> str:
        folded = fold(match[0])
        is_kept = folded in known_words() and folded not in gone and (is_spared or folded not in self.hidden)
        return match[0] if is_kept else self.pseudonyms.word(match[0])

    def _digits(self, text: str, fewest: int) -> str:
        """Change numbers of so many digits, and those of more that are written in groups, as telephone numbers are."""

        def changed(match: re.Match[str]) -> str:
            return re.sub(r"\d+", lambda group: self.pseudonyms.number(group[0]), match[0])

        return re.sub(rf"{_IN_GROUPS}|\d{{{fewest},}}", changed, text)

    def _with_addresses(self, text: str, change: Callable[[str], str]) -> str:
        """Change addresses as such, and what is between them by ``change``."""
        parts, start = [], 0
        for match in _ADDRESS.finditer(text):
            parts += [change(text[start : match.start()]), self._one_address(match[0])]
            start = match.end()
        return "".join([*parts, change(text[start:])])

    def _one_address(self, text: str) -> str:
        """Change one address; its domain becomes one that belongs to nobody (RFC 2606)."""

        def piece(match: re.Match[str]) -> str:
            if match[0].isdecimal():
                return self.pseudonyms.number(match[0]) if len(match[0]) >= _LONG else match[0]
            words = self.joined.get(fold(match[0]), [match[0]])
            return "".join(self._private(word, is_part=True) for word in words)

        if (profile := _LINKEDIN.match(text)) and "linkedin" in self.hidden:
            return _PIECE.sub(piece, read_linkedin(text))
        if profile:
            return profile[0] + _PIECE.sub(
                lambda each: each[0] if fold(each[0]) in _OF_LINKS else piece(each), text[profile.end() :]
            )
        scheme = next(
            (each for each in ("https://", "http://", "mailto:") if text.lower().startswith(each)), ""
        )
        local, at, domain = text[len(scheme) :].rpartition("@")
        host, slash, path = domain.partition("/")
        ending = host[len(host.rstrip(".")) :]
        *labels, top = host.rstrip(".").split(".")
        changed = [label if label == "www" else _PIECE.sub(piece, label) for label in labels]
        changed.append(_PIECE.sub(lambda each: self.pseudonyms.word(each[0]), top))
        host = f"{'.'.join(changed)}.example{ending}"
        return f"{scheme}{_PIECE.sub(piece, local)}{at}{host}{slash}{_PIECE.sub(piece, path)}"

    def _written(self, read: ReadDate | NotRead | None) -> str | None:
        """Write a day of a text, moved; one that could be two stays one that could be two."""
        if isinstance(read, ReadDate):
            on = self.moved(read.on)
            at = f" {read.at:%H:%M}" if read.at else ""
            return f"{on.day} {self._month(on)} {on.year}{at}"
        if read is None or read.fault == "unreadable":
            return None
        if read.month_day is not None and (near := nearest_day(read.month_day, self.today)) is not None:
            on = self.moved(near)
            return f"{on.day} {self._month(on)}"
        return f"5/6/{self.moved(self.today).year}" if read.fault == "ambiguous" else None

    def _month(self, day: dt.date) -> str:
        """Return the name of a day's month: another one where somebody is called May."""
        short = SHORT_MONTHS[day.month - 1]
        return month_word(day.month, self.hidden) if fold(short) in self.hidden else short


def _says_nothing(text: str) -> bool:
    """Whether a text only says that nothing or nobody is known: "n/a", "Team"."""
    known = known_words()
    return (is_nobody(text.strip()) or clean_text(text) == "") and all(
        fold(word) in known for word in WORD.findall(text)
    )
