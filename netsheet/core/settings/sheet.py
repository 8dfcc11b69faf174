"""The settings sheet: how it is read, and what is in force.

It turns the sheet into ``Settings``. A value that cannot be used is a finding on its cell and the
default applies.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from netsheet.core.columns.fields import FIELD_BY_NAME
from netsheet.core.findings import build_finding
from netsheet.core.grid import CellValue, Position, Sheet
from netsheet.core.model import DateOrder, Finding, Place, Settings
from netsheet.core.named_table import NamedRow, folded_words, read_named_rows, spelled
from netsheet.core.public_holidays import is_installed, is_known, looks_like_region
from netsheet.core.settings.catalog import EXAMPLES, SETTINGS, Setting, ValueKind, spell_value
from netsheet.core.settings.value_types import (
    read_date_order,
    read_days,
    read_e_mail,
    read_time_zone,
    read_weekdays,
    read_whole_number,
)
from netsheet.core.text import nearest_name
from netsheet.core.values.vocabulary import OWN_MEANINGS, read_own_meaning

SETTINGS_SHEET: Final = "Netsheet Settings"
COLUMNS: Final = ("Setting", "Value", "Meaning")
HEADING_PREFIX: Final = "Heading:"
WORD_PREFIX: Final = "Word:"
IMPORT_PREFIX: Final = "Import"
"""How the rows begin that remember what a heading of an imported table means, before the table's signature."""
_REGIONS: Final = "holiday_regions"
"""The attribute of ``Settings`` that the setting of the single days fills too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingInForce:
    """A setting as it applies: its value as text, and the cell it comes from (None: the default applies)."""

    setting: Setting
    value: str
    place: Place | None


_BY_NAME: Final = {folded_words(setting.name): setting for setting in SETTINGS}
SETTING_SPELLINGS: Final = {
    "name": frozenset({"setting", "settings", "name"}),
    "value": frozenset({"value", "values"}),
}


def interpret_settings(sheet: Sheet | None) -> tuple[Settings, tuple[Finding, ...]]:
    """Read the settings sheet; without one the defaults apply."""
    reading = _read(sheet)
    values: dict[str, Any] = {attribute: value for attribute, (value, _) in reading.values.items()}
    settings = replace(
        Settings(),
        **values,
        headings=dict(reading.headings),
        words=dict(reading.words),
        import_headings=dict(reading.import_headings),
    )
    return settings, tuple(reading.findings)


def settings_in_force(sheet: Sheet | None) -> tuple[SettingInForce, ...]:
    """Tell every setting with the value that applies and where it comes from, in the order of ``SETTINGS``."""
    reading = _read(sheet)
    in_force = []
    for setting in SETTINGS:
        value, place = reading.values.get(setting.attribute, (setting.default, None))
        if setting.kind == "days" and isinstance(value, frozenset):
            regions, region_place = reading.values.get(_REGIONS, (frozenset(), None))
            value, place = _union(value, regions), place or region_place
        in_force.append(SettingInForce(setting=setting, value=spell_value(value), place=place))
    return tuple(in_force)


def own_meaning_places(sheet: Sheet | None) -> dict[str, Place]:
    """Tell for every heading and word that the settings give a meaning which cell says so, by the name of its row."""
    return _read(sheet).own_places


class _Reading:
    """What was read so far: values with their cells, heading rows, findings."""

    def __init__(self) -> None:
        self.values: dict[str, tuple[object, Place]] = {}
        self.headings: dict[str, str] = {}
        self.words: dict[str, str] = {}
        self.import_headings: dict[str, dict[str, str]] = {}
        self.own_places: dict[str, Place] = {}
        self.findings: list[Finding] = []
        self.seen: set[str] = set()
        self.errors: Mapping[Position, str] = {}


def _read(sheet: Sheet | None) -> _Reading:
    reading = _Reading()
    if sheet is None:
        return reading
    rows = read_named_rows(sheet, SETTING_SPELLINGS, needed=("name", "value"))
    if rows is None:
        headings = "Setting and Value"
        reading.findings.append(build_finding("no-settings-header", None, seen=sheet.name, headings=headings))
        return reading
    reading.errors = sheet.errors
    order = _date_order(rows)
    for row in rows:
        name = row.text("name")
        prefix, _, own = name.partition(":")
        if f"{prefix.casefold()}:" == HEADING_PREFIX.casefold():
            _read_heading(row, own.strip(), reading)
        elif f"{prefix.casefold()}:" == WORD_PREFIX.casefold():
            _read_word(row, own.strip(), reading)
        elif prefix.casefold().startswith(f"{IMPORT_PREFIX.casefold()} ") and own:
            _read_import_heading(row, prefix[len(IMPORT_PREFIX) :].strip(), own.strip(), reading)
        elif name:
            _read_setting(row, name, reading, order)
    return reading


def _date_order(rows: tuple[NamedRow, ...]) -> DateOrder:
    """Read the order of dates first, wherever it is: the holidays are read by it."""
    for row in rows:
        if folded_words(row.value("name")) == "date order":
            return read_date_order(row.value("value")) or "auto"
    return "auto"


def _read_heading(row: NamedRow, heading: str, reading: _Reading) -> None:
    name = _field_name(row, heading, reading)
    if name is not None:
        reading.headings[heading] = name
        reading.own_places[f"{HEADING_PREFIX} {heading}"] = row.place("value")


def _read_import_heading(row: NamedRow, signature: str, heading: str, reading: _Reading) -> None:
    name = _field_name(row, heading, reading)
    if name is not None:
        reading.import_headings.setdefault(signature, {})[heading] = name


def _field_name(row: NamedRow, heading: str, reading: _Reading) -> str | None:
    """Return the field that a heading means; a name that is not a field's gives a finding."""
    field = row.text("value")
    name = "_".join(folded_words(field).replace("-", " ").split())
    if not heading or not field:
        return None
    if name in FIELD_BY_NAME:
        return name
    hint = _did_you_mean(name, tuple(FIELD_BY_NAME), "Type the name of a field, such as name, email or date.")
    place = row.place("value")
    reading.findings.append(
        build_finding("unknown-field-in-settings", place, seen=heading, field=field, nearest=hint)
    )
    return None


def _read_word(row: NamedRow, word: str, reading: _Reading) -> None:
    said = row.text("value")
    if not word or not said:
        return
    if meaning := read_own_meaning(said):
        reading.words[word] = meaning
        reading.own_places[f"{WORD_PREFIX} {word}"] = row.place("value")
        return
    hint = _did_you_mean(said, tuple(OWN_MEANINGS), f"The meanings are: {', '.join(OWN_MEANINGS)}.")
    reading.findings.append(
        build_finding(
            "unknown-meaning-in-settings", row.place("value"), seen=word, meaning=said, nearest=hint
        )
    )


def _read_setting(row: NamedRow, name: str, reading: _Reading, order: DateOrder) -> None:
    setting = _BY_NAME.get(folded_words(name))
    if setting is None:
        hint = _did_you_mean(name, [known.name for known in SETTINGS], "Remove the row, or correct its name.")
        reading.findings.append(build_finding("unknown-setting", row.place("name"), seen=name, nearest=hint))
        return
    if setting.kind == "days":
        _read_holidays(row, setting, reading, order)
        return
    if setting.name in reading.seen:
        reading.findings.append(build_finding("repeated-setting", row.place("name"), setting=setting.name))
        return
    reading.seen.add(setting.name)
    place = row.place("value")
    error = reading.errors.get((place.row, place.column), "")
    cell = error or row.value("value")
    if isinstance(cell, str) and not cell.strip():
        return
    value = None if error else _value(setting, cell)
    if value is None:
        reading.findings.append(_unreadable(row, setting, spelled(cell)))
    else:
        reading.values[setting.attribute] = (value, place)


def _value(setting: Setting, cell: CellValue) -> object | None:
    if setting.kind == "number":
        number = read_whole_number(cell)
        is_within = number is not None and setting.lowest <= number <= setting.highest
        return number if is_within else None
    if setting.kind == "text":
        return str(cell).strip()
    readers: Mapping[ValueKind, Callable[[CellValue], object]] = {
        "e-mail": read_e_mail,
        "date order": read_date_order,
        "time zone": read_time_zone,
        "weekdays": read_weekdays,
    }
    return readers[setting.kind](cell)


def _unreadable(row: NamedRow, setting: Setting, seen: str) -> Finding:
    default = spell_value(setting.default)
    return build_finding(
        "unreadable-setting",
        row.place("value"),
        setting=setting.name,
        seen=seen,
        expected=setting.expected,
        default=f"the default, {default}" if default else "the default",
        example=default or EXAMPLES[setting.kind],
    )


def _read_holidays(row: NamedRow, setting: Setting, reading: _Reading, order: DateOrder) -> None:
    days, others = read_days(row.value("value"), order=order)
    place = row.place("value")
    regions = frozenset(filter(looks_like_region, others))
    known = frozenset(filter(is_known, regions)) if is_installed() else frozenset[str]()
    for attribute, values in ((setting.attribute, days), (_REGIONS, known)):
        if values:
            before = reading.values.get(attribute, (frozenset(), place))[0]
            reading.values[attribute] = (_union(before, values), place)
    if regions and not is_installed():
        seen = ", ".join(sorted(regions))
        reading.findings.append(build_finding("holidays-not-installed", place, seen=seen))
    for part in others:
        if part not in regions:
            reading.findings.append(build_finding("unreadable-holiday", place, seen=part))
        elif is_installed() and part not in known:
            reading.findings.append(build_finding("unknown-holiday-region", place, seen=part))


def _union(one: object, other: object) -> frozenset[object]:
    return frozenset[object]().union(*(each for each in (one, other) if isinstance(each, frozenset)))


def _did_you_mean(seen: str, known: list[str] | tuple[str, ...], otherwise: str) -> str:
    near = nearest_name(seen, known)
    return f"Did you mean {near}?" if near else otherwise
