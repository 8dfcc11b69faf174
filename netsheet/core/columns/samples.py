"""What a column's cells look like: the shares by which values confirm a heading or veto it.

Nothing here decides what the column is: that is ``matching``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from netsheet.core.columns.fields import FIELD_BY_NAME, Unsettled, ValueKind
from netsheet.core.email import find_addresses
from netsheet.core.grid import CellValue
from netsheet.core.text import fold
from netsheet.core.values.cells import (
    clean_text,
    is_linkedin_address,
    is_url,
    read_linkedin,
    read_phone,
    read_yes_no,
    says_never,
)
from netsheet.core.values.company_names import LEGAL_FORMS
from netsheet.core.values.dates import NotRead, ReadDate, read_date
from netsheet.core.values.person_names import without_titles
from netsheet.core.values.phrases import read_interval_days, read_phrase
from netsheet.core.values.told_touches import read_activity
from netsheet.core.values.vocabulary import (
    plain_phrase,
    read_channel,
    read_direction,
    read_intent,
    read_relationship,
    read_status,
)

SAMPLE_SIZE = 240
_LEAST_DIGITS = 10**8
_LONGEST_LABEL, _MOST_WORDS = 60, 7
_PARTICLES = frozenset({
    "de", "da", "di", "do", "dos", "das", "del", "della", "der", "den", "des", "du", "la", "le", "van", "von", "zu", "ter", "ten", "y",
    "e", "i", "bin", "ben", "al", "el",
})  # fmt: skip
_FIRM_WORDS = LEGAL_FORMS | frozenset({
    "sohne", "und", "&", "group", "labs", "lab", "bank",
    "university", "college", "school", "institute", "hospital", "clinic", "dental", "studio", "studios", "media", "software", "consulting",
    "partners", "ventures", "capital", "foundation", "association", "agency", "hotel", "restaurant", "cafe", "gym", "club", "shop", "store",
    "universitat", "hochschule", "schule", "klinik", "verlag", "stiftung", "verein", "universite", "ecole", "universidad", "escuela",
    "universidade", "escola", "universita", "scuola", "universiteit", "uniwersytet", "szkola",
})  # fmt: skip
_THIN = 5000  # rows of a long column that are looked at, where they are enough
_ENOUGH = 3
FEW_WORDS = 12
_SOME_DAY = dt.date(2000, 1, 1)
_HALF = 0.5
_SOME = 0.3
_MOST_KNOWN = 0.6
_STATUS_FIELDS = frozenset({"status", "outcome", "response", "response_type"})
"""Fields whose words are the user's own: a word that is not known speaks for no other field."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Some of a column's filled cells, evenly spread; ``filled`` counts those that were looked at."""

    cells: tuple[CellValue, ...]
    filled: int

    def share(self, is_kind: Callable[[CellValue], bool]) -> float:
        """Return the share (0-1) of the sampled cells that are of a kind; 0 for an empty column."""
        return sum(map(is_kind, self.cells)) / len(self.cells) if self.cells else 0.0


def take_sample(column: Sequence[CellValue]) -> Sample:
    """Sample a column's filled cells; cells that only say "n/a" or a bare FALSE count as empty."""
    filled = _filled(column[:: len(column) // _THIN]) if len(column) > _THIN else []
    if len(filled) < SAMPLE_SIZE:
        filled = _filled(column)
    step = max(1, len(filled) // SAMPLE_SIZE)
    values = tuple(value for value in filled[::step] if clean_text(value))
    return Sample(values, len(filled))


def _filled(column: Sequence[CellValue]) -> list[CellValue]:
    return [cell for cell in column if cell != "" and cell is not False]


def is_date_like(value: CellValue) -> bool:
    """Whether a cell was meant as a date, even one that cannot be placed."""
    read = read_date(value)
    if isinstance(read, NotRead):
        return read.fault != "unreadable"
    return read is not None


def is_day(value: CellValue) -> bool:
    """Whether a cell holds a day, with its year."""
    return isinstance(read_date(value, order="dmy"), ReadDate)


def is_written_day(value: CellValue) -> bool:
    """Whether a cell holds a day that no mere number could be."""
    return isinstance(value, dt.date) or (isinstance(value, str) and not value.isdecimal() and is_day(value))


def is_day_word(value: CellValue) -> bool:
    """Whether a cell fits a follow-up column: a date or a phrase such as "in 6 months"."""
    return is_date_like(value) or (isinstance(value, str) and _is_phrase(value))


def _is_phrase(text: str) -> bool:
    return read_phrase(text, counted_from=_SOME_DAY) is not None


def is_yes_or_no(value: CellValue) -> bool:
    """Whether a cell says yes or no."""
    return read_yes_no(value) is not None


def is_email(value: CellValue) -> bool:
    """Whether a cell holds an e-mail address."""
    return isinstance(value, str) and bool(find_addresses(value))


def is_phone(value: CellValue) -> bool:
    """Whether a cell holds a telephone number and no date."""
    return bool(read_phone(value)) and not is_date_like(value)


def is_written_phone(value: CellValue) -> bool:
    """Whether a cell holds a telephone number that no running number could be."""
    if not isinstance(value, str):
        return isinstance(value, int | float) and value >= _LEAST_DIGITS and is_phone(value)
    return is_phone(value) and (
        value.strip()[:1] in {"+", "0", "("} or any(mark in value.strip() for mark in " -.")
    )


def is_profile(value: CellValue) -> bool:
    """Whether a cell holds a LinkedIn profile's address or handle."""
    return isinstance(value, str) and bool(read_linkedin(value))


def is_profile_address(value: CellValue) -> bool:
    """Whether a cell holds a LinkedIn profile's address."""
    return isinstance(value, str) and is_linkedin_address(value)


def is_web_address(value: CellValue) -> bool:
    """Whether a cell holds nothing but a web address."""
    return isinstance(value, str) and is_url(value)


def is_number(value: CellValue) -> bool:
    """Whether a cell holds a number, or a text of digits."""
    if isinstance(value, str):
        return value.strip().replace(".", "", 1).replace(",", "", 1).isdecimal()
    return isinstance(value, int | float)


def is_name_like(value: CellValue) -> bool:
    """Whether a cell may be a person's name: two to five words of letters, or one."""
    if not isinstance(value, str) or "@" in value or any(character.isdigit() for character in value):
        return False
    return 1 <= len(value.split()) <= 5 and not is_web_address(value) and read_yes_no(value) is None


def is_label(value: CellValue) -> bool:
    """Whether a cell may be the name of anybody or anything: a few words."""
    if (
        not isinstance(value, str)
        or "@" in value
        or len(value) > _LONGEST_LABEL
        or len(value.split()) > _MOST_WORDS
    ):
        return False
    has_letters = any(character.isalpha() for character in value)
    return has_letters and not (is_web_address(value) or is_yes_or_no(value) or is_date_like(value))


def is_full_name(value: CellValue) -> bool:
    """Whether a cell is most likely a person's given and family name: two to four words, each with a capital letter."""
    if not is_name_like(value) or has_firm_word(value):
        return False
    words = [word for word in without_titles(str(value).replace(",", " ").split()) if word not in _PARTICLES]
    return 2 <= len(words) <= 4 and all(word[0].isupper() and not word[1:].isupper() for word in words)


def has_firm_word(value: CellValue) -> bool:
    """Whether a cell has a word that only the names of organisations have: "Kiefer GmbH"."""
    return isinstance(value, str) and not _FIRM_WORDS.isdisjoint(fold(value).replace(".", "").split())


def is_interval(value: CellValue) -> bool:
    """Whether a cell says how often, or never."""
    if isinstance(value, str):
        return read_interval_days(value) is not None or says_never(value)
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_status_word(value: CellValue) -> bool:
    """Whether a cell holds a known status or response word, or yes or no, or a date."""
    text = clean_text(value)
    return read_status(text) is not None or is_yes_or_no(value) or is_date_like(value)


_KNOWN: dict[str, Callable[[str], object]] = {
    "status": read_status,
    "outcome": read_status,
    "response": read_status,
    "response_type": read_status,
    "channel": read_channel,
    "kind": read_activity,
    "direction": read_direction,
    "intent": read_intent,
    "relationship": read_relationship,
}


def known_share(sample: Sample, field: str) -> float:
    """Return the share of the cells that a word field's vocabulary knows."""
    read = _KNOWN[field]
    return sample.share(lambda value: read(clean_text(value)) is not None)


def has_few_words(sample: Sample) -> bool:
    """Whether the cells repeat a few short words, as a status column's do."""
    words = {plain_phrase(clean_text(value)) for value in sample.cells}
    is_short = all(len(word) <= 40 for word in words)
    return is_short and len(words) <= FEW_WORDS and (len(words) <= 3 or len(words) <= len(sample.cells) / 2)


def fits(field: str, sample: Sample) -> bool:
    """Whether a column's cells may be this field's; an empty column may be any."""
    if not sample.cells:
        return True
    kind = FIELD_BY_NAME[field].kind
    if kind == "word":
        return _fits_words(field, sample)
    if kind in _LEAST:
        is_kind, least = _LEAST[kind]
        return sample.share(is_kind) >= least
    return _fits_text(field, kind, sample)


_LEAST: dict[ValueKind, tuple[Callable[[CellValue], bool], float]] = {
    "date": (is_date_like, _SOME),
    "follow_up": (is_day_word, _SOME),
    "email": (is_email, _SOME),
    "phone": (is_phone, _SOME),
    "linkedin": (is_profile, _HALF),
    "url": (is_web_address, _SOME),
    "days": (is_interval, _HALF),
}


def is_proven(field: str, sample: Sample) -> bool:
    """Whether the cells confirm a field by themselves, rather than merely not contradict it."""
    kind = FIELD_BY_NAME[field].kind
    if kind == "date":
        return sample.share(is_written_day) >= _HALF
    if field in _KNOWN:
        return known_share(sample, field) >= _MOST_KNOWN or (
            field == "response" and sample.share(is_yes_or_no) >= _MOST_KNOWN
        )
    return kind in _LEAST and sample.share(_LEAST[kind][0]) >= _HALF


def best_of(choices: Sequence[str | Unsettled], sample: Sample) -> str | Unsettled:
    """Return the first of several meanings that is of the kind of the cells; the first of all where none is."""
    wanted = next((kinds for kinds, is_kind in _KINDS_OF_CELLS if sample.share(is_kind) >= _HALF), None)
    for choice in choices:
        kinds = _kinds_of(choice)
        if (kinds & wanted) if wanted else not kinds <= _PLAIN_KINDS:
            return choice
    return choices[0]


def _kinds_of(meaning: str | Unsettled) -> frozenset[ValueKind]:
    if meaning == "response":
        return frozenset({"word", "yes_no"})
    if isinstance(meaning, Unsettled):
        return _KINDS_OF_UNSETTLED.get(meaning, frozenset({"text"}))
    return frozenset({FIELD_BY_NAME[meaning].kind})


_DAY_KINDS: frozenset[ValueKind] = frozenset({"date", "follow_up"})
_KINDS_OF_CELLS: tuple[tuple[frozenset[ValueKind], Callable[[CellValue], bool]], ...] = (
    (_DAY_KINDS, is_written_day),
    (frozenset({"yes_no", "follow_up"}), is_yes_or_no),
    (frozenset({"email"}), is_email),
    (frozenset({"url", "linkedin"}), is_web_address),
    (frozenset({"phone"}), is_written_phone),
)
_PLAIN_KINDS: frozenset[ValueKind] = frozenset({"date", "yes_no", "email", "url", "linkedin", "phone"})
_KINDS_OF_UNSETTLED: dict[Unsettled, frozenset[ValueKind]] = {
    Unsettled.FOLLOW_UP: frozenset({"follow_up"}),
    Unsettled.LINK: frozenset({"url", "linkedin"}),
    Unsettled.CONTACT: frozenset({"name", "email", "phone", "linkedin"}),
}


def is_other_kind(field: str, sample: Sample) -> bool:
    """Whether a column's cells are something else than the field's, rather than merely not readable as it."""
    if len(sample.cells) >= _ENOUGH:
        return True
    own = FIELD_BY_NAME[field].kind
    others = (predicate for kinds, predicate in _OTHER_KINDS if own not in kinds)
    return any(sample.share(predicate) >= _HALF for predicate in others)


_OTHER_KINDS: tuple[tuple[frozenset[ValueKind], Callable[[CellValue], bool]], ...] = (
    (frozenset({"yes_no", "word"}), is_yes_or_no),
    (frozenset({"date", "follow_up", "yes_no"}), is_date_like),
    (frozenset({"email"}), is_email),
    (frozenset({"url", "linkedin"}), is_web_address),
    (frozenset({"days", "phone"}), is_number),
)


def _fits_words(field: str, sample: Sample) -> bool:
    if field in {"response", "response_type"} and sample.share(is_status_word) >= _HALF:
        return True
    if (
        sample.share(is_email) >= _SOME
        or sample.share(is_web_address) >= _SOME
        or sample.share(is_date_like) >= _HALF
    ):
        return False
    if field != "relationship" and sample.share(is_number) >= _HALF:
        return False
    if field in _STATUS_FIELDS:
        return True
    if field == "relationship" and sample.share(is_label) >= _MOST_KNOWN:
        return True
    return known_share(sample, field) >= 0.4 or has_few_words(sample)


def _fits_text(field: str, kind: ValueKind, sample: Sample) -> bool:
    if field == "message" and sample.share(is_date_like) >= _HALF:
        return False
    if field in {"id", "notes", "message", "news", "promise", "value_given", "value_received", "priority"}:
        return True
    if kind == "yes_no":
        return sample.share(is_status_word) >= _HALF
    if sample.share(is_date_like) >= _HALF or sample.share(is_email) >= _HALF:
        return False
    if kind == "name":
        other_share = max(
            sample.share(is_number),
            sample.share(is_yes_or_no),
            sample.share(is_web_address) if field != "company" else 0.0,
        )
        return other_share <= _HALF
    return sample.share(is_web_address) < 0.6
