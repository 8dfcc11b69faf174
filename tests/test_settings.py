"""The settings sheet: every setting, what is wrong with a value, and where a value comes from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import fields
from importlib.util import find_spec
from typing import Any

import pytest

from netsheet.core.calendar import calendar_of
from netsheet.core.grid import CellValue, Sheet
from netsheet.core.model import Settings
from netsheet.core.settings.catalog import SETTINGS, Setting
from netsheet.core.settings.sheet import interpret_settings, settings_in_force

needs_holidays = pytest.mark.skipif(
    find_spec("holidays") is None, reason="the library holidays is not installed"
)
NUMBERS = [setting for setting in SETTINGS if setting.kind == "number"]
WEEKDAYS = frozenset(range(5))


def settings_sheet(*rows: Sequence[CellValue]) -> Sheet:
    width = max([3, *map(len, rows)])
    cells = [[*row, *[""] * (width - len(row))] for row in [("Setting", "Value", "Meaning"), *rows]]
    return Sheet(name="Netsheet Settings", rows=cells)


def value_of(name: str, cell: CellValue) -> Any:  # noqa: ANN401 - settings are of every type
    """Read one setting from a sheet that holds nothing else, and expect no finding."""
    setting = next(setting for setting in SETTINGS if setting.name == name)
    settings, findings = interpret_settings(settings_sheet((name, cell)))
    assert findings == ()
    return getattr(settings, setting.attribute)


def test_without_a_sheet_the_defaults_apply() -> None:
    assert interpret_settings(None) == (Settings(), ())


def test_every_attribute_has_its_row_on_the_sheet() -> None:
    attributes = {field.name for field in fields(Settings)} - {
        "headings",
        "words",
        "import_headings",
        "holiday_regions",
    }

    assert [setting.attribute for setting in SETTINGS] == [
        field.name for field in fields(Settings) if field.name in attributes
    ]


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_a_default_typed_into_its_cell_changes_nothing(setting: Setting) -> None:
    typed = next(entry.value for entry in settings_in_force(None) if entry.setting is setting)

    assert interpret_settings(settings_sheet((setting.name, typed))) == (Settings(), ())


@pytest.mark.parametrize("setting", NUMBERS, ids=lambda setting: setting.name)
def test_a_number_may_reach_its_bounds(setting: Setting) -> None:
    assert value_of(setting.name, setting.lowest) == setting.lowest
    assert value_of(setting.name, str(setting.highest)) == setting.highest


@pytest.mark.parametrize("setting", NUMBERS, ids=lambda setting: setting.name)
def test_a_number_beyond_its_bounds_is_a_finding_and_the_default_applies(setting: Setting) -> None:
    for number in (setting.lowest - 1, setting.highest + 1):
        settings, findings = interpret_settings(settings_sheet((setting.name, number)))

        assert settings == Settings()
        assert [(finding.code, finding.place and finding.place.address) for finding in findings] == [
            ("unreadable-setting", "B2")
        ]


@pytest.mark.parametrize(
    ("name", "cell", "expected"),
    [
        ("My name", "  Ana Silva ", "Ana Silva"),
        ("my e-mail:", "ana@example.com", None),
        ("Most nudges", 3.0, 3),
        ("Most nudges", "3", 3),
        ("Reply within", "2 working days", 2),
        ("Date order", "Day first", "dmy"),
        ("Date order", "M/D/Y", "mdy"),
        ("Working days", "Mon-Fri", WEEKDAYS),
        ("Working days", "Monday to Friday", WEEKDAYS),
        ("Working days", "Mon, Tue, Thu", frozenset({0, 1, 3})),
        ("Working days", "Sun-Thu", frozenset({6, 0, 1, 2, 3})),
        ("Working days", "Sat and Sun", frozenset({5, 6})),
        ("Working days", "every day", frozenset(range(7))),
        ("Holidays", dt.datetime(2026, 12, 25), frozenset({dt.date(2026, 12, 25)})),
        ("Holidays", "December 25, 2026", frozenset({dt.date(2026, 12, 25)})),
        (
            "Holidays",
            "2026-12-24, 25 Dec 2026",
            frozenset({dt.date(2026, 12, 24), dt.date(2026, 12, 25)}),
        ),
        (
            "Holidays",
            "December 24, 2026; December 25, 2026",
            frozenset({dt.date(2026, 12, 24), dt.date(2026, 12, 25)}),
        ),
    ],
)
def test_values_are_read_as_people_type_them(name: str, cell: CellValue, expected: object) -> None:
    if expected is None:
        settings, findings = interpret_settings(settings_sheet((name, cell)))
        assert (settings.my_email, findings) == (cell, ())
    else:
        assert value_of(name, cell) == expected


@pytest.mark.parametrize(
    ("name", "cell", "message"),
    [
        (
            "Most nudges",
            "a few",
            "Most nudges says “a few”, which is not a whole number from 0 to 10. netsheet uses the default, 2.",
        ),
        (
            "Most nudges",
            2.5,
            "Most nudges says “2.5”, which is not a whole number from 0 to 10. netsheet uses the default, 2.",
        ),
        (
            "Reply within",
            True,
            "Reply within says “True”, which is not a whole number from 0 to 30. netsheet uses the default, 1.",
        ),
        (
            "Working days",
            "Mon-Fry",
            "Working days says “Mon-Fry”, which is not a list of weekdays. netsheet uses the default, Mon-Fri.",
        ),
        (
            "Working days",
            "Mon-Wed-Fri",
            "Working days says “Mon-Wed-Fri”, which is not a list of weekdays. netsheet uses the default, Mon-Fri.",
        ),
        (
            "Date order",
            "ymd",
            "Date order says “ymd”, which is not auto, dmy or mdy. netsheet uses the default, auto.",
        ),
        (
            "My e-mail",
            "ana at example",
            "My e-mail says “ana at example”, which is not an e-mail address with plain letters (a to z) before the @. netsheet uses the default.",
        ),
    ],
)
def test_a_wrong_value_is_a_finding_on_its_cell(name: str, cell: CellValue, message: str) -> None:
    settings, findings = interpret_settings(settings_sheet((name, cell)))

    assert settings == Settings()
    assert [(finding.message, finding.severity) for finding in findings] == [(message, "error")]


def test_the_good_days_of_a_list_of_holidays_apply() -> None:
    settings, findings = interpret_settings(settings_sheet(("Holidays", "2026-12-25, Easter")))

    assert settings.holidays == {dt.date(2026, 12, 25)}
    assert [(finding.code, finding.message) for finding in findings] == [
        ("unreadable-holiday", "Holidays has “Easter”, which is not a date with a year.")
    ]


@needs_holidays
def test_holidays_take_countries_and_regions_beside_dates() -> None:
    sheet = settings_sheet(("Holidays", "DE-BY, 2026-12-24, US-CA"), ("Holidays", "PT"))

    settings, findings = interpret_settings(sheet)
    in_force = {each.setting.name: each.value for each in settings_in_force(sheet)}

    assert findings == ()
    assert settings.holidays == {dt.date(2026, 12, 24)}
    assert settings.holiday_regions == {"DE-BY", "US-CA", "PT"}
    assert in_force["Holidays"] == "DE-BY, PT, US-CA, 2026-12-24"


@needs_holidays
@pytest.mark.parametrize(
    ("region", "off", "on"),
    [
        pytest.param("DE-BY", "2026-06-04", "2026-10-30", id="Corpus Christi is a holiday in Bavaria"),
        pytest.param("DE-BE", "2026-05-01", "2026-06-04", id="but not in Berlin"),
        pytest.param("US-CA", "2026-03-31", "2026-04-06", id="Cesar Chavez Day in California"),
        pytest.param("US", "2026-07-03", "2026-03-31", id="a holiday on a Saturday is kept on Friday"),
        pytest.param("PT", "2026-06-10", "2026-06-11", id="Portugal Day in Portugal"),
    ],
)
def test_nobody_works_on_the_holidays_of_a_region(region: str, off: str, on: str) -> None:
    settings, _ = interpret_settings(settings_sheet(("Holidays", region)))

    calendar = calendar_of(settings)

    assert not calendar.is_working(dt.date.fromisoformat(off))
    assert calendar.is_working(dt.date.fromisoformat(on))


@needs_holidays
@pytest.mark.parametrize("region", ["XX", "DE-ZZ"])
def test_an_unknown_region_is_a_finding_and_the_others_apply(region: str) -> None:
    settings, findings = interpret_settings(settings_sheet(("Holidays", f"{region}, PT")))

    assert settings.holiday_regions == {"PT"}
    assert [(finding.code, region in finding.message) for finding in findings] == [
        ("unknown-holiday-region", True)
    ]


def test_without_the_library_one_finding_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netsheet.core.public_holidays.find_spec", lambda _: None)

    settings, findings = interpret_settings(settings_sheet(("Holidays", "DE-BY, PT, 2026-12-24")))

    assert settings.holidays == {dt.date(2026, 12, 24)}
    assert not settings.holiday_regions
    assert [finding.code for finding in findings] == ["holidays-not-installed"]
    assert 'pip install "netsheet[holidays]"' in findings[0].hint
    assert calendar_of(settings).is_working(dt.date(2026, 6, 4))


def test_holidays_may_stand_in_several_rows_and_follow_the_date_order() -> None:
    sheet = settings_sheet(("Holidays", "3/4/2026"), ("Holidays", "2026-12-25"), ("Date order", "mdy"))

    settings, findings = interpret_settings(sheet)

    assert settings.holidays == {dt.date(2026, 3, 4), dt.date(2026, 12, 25)}
    assert findings == ()


def test_an_unknown_setting_is_named_with_the_nearest_one() -> None:
    _, findings = interpret_settings(settings_sheet(("Most nudge", 3), ("Colour", "red")))

    assert [(finding.code, finding.hint) for finding in findings] == [
        ("unknown-setting", "Did you mean Most nudges?"),
        ("unknown-setting", "Remove the row, or correct its name."),
    ]


def test_of_a_setting_that_stands_twice_the_first_row_applies() -> None:
    settings, findings = interpret_settings(settings_sheet(("Most nudges", 3), ("Most nudges", 4)))

    assert settings.most_nudges == 3
    assert [(finding.code, finding.place and finding.place.address) for finding in findings] == [
        ("repeated-setting", "A3")
    ]


def test_headings_are_given_to_fields_and_empty_ones_are_left_aside() -> None:
    sheet = settings_sheet(
        ("Heading: Kontakt", "name"),
        ("heading: Wie geschrieben", "Follow-up done"),
        ("Heading: Leer", ""),
        ("Heading:", "name"),
    )

    settings, findings = interpret_settings(sheet)

    assert settings.headings == {"Kontakt": "name", "Wie geschrieben": "follow_up_done"}
    assert findings == ()


def test_a_heading_given_to_no_field_is_named_with_the_nearest_one() -> None:
    _, findings = interpret_settings(settings_sheet(("Heading: Kontakt", "nam")))

    assert [(finding.code, finding.hint) for finding in findings] == [
        ("unknown-field-in-settings", "Did you mean name?")
    ]


def test_words_are_given_meanings_in_any_spelling() -> None:
    sheet = settings_sheet(
        ("Word: Techscreen", "conversation"), ("word: Warteliste", "Not_Sent"), ("Word: Leer", "")
    )

    settings, findings = interpret_settings(sheet)

    assert settings.words == {"Techscreen": "conversation", "Warteliste": "not sent"}
    assert findings == ()


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("conversatoin", "Did you mean conversation?"),
        ("qqq", "The meanings are: closed, declined, won, paused,"),
    ],
)
def test_a_word_given_no_known_meaning_is_named(typed: str, hint: str) -> None:
    _, (finding,) = interpret_settings(settings_sheet(("Word: Techscreen", typed)))

    assert finding.code == "unknown-meaning-in-settings"
    assert finding.hint.startswith(hint)


def test_a_sheet_without_headings_is_a_finding() -> None:
    sheet = Sheet(name="Netsheet Settings", rows=[["Most nudges", 3]])

    settings, findings = interpret_settings(sheet)

    assert settings == Settings()
    assert [finding.code for finding in findings] == ["no-settings-header"]


def test_empty_values_and_empty_rows_leave_the_default() -> None:
    sheet = settings_sheet(("Most nudges", " "), ("", ""), ("", 3))

    assert interpret_settings(sheet) == (Settings(), ())


def test_each_value_tells_where_it_comes_from() -> None:
    sheet = settings_sheet(("Most nudges", 3), ("Working days", "Mon, Wed"), ("Holidays", "2026-12-25"))

    in_force = {
        entry.setting.name: (entry.value, entry.place.address if entry.place else "default")
        for entry in settings_in_force(sheet)
    }

    assert in_force["Most nudges"] == ("3", "B2")
    assert in_force["Working days"] == ("Mon, Wed", "B3")
    assert in_force["Holidays"] == ("2026-12-25", "B4")
    assert in_force["Reply within"] == ("1", "default")
    assert list(in_force) == [setting.name for setting in SETTINGS]


def test_the_heading_row_may_stand_lower_and_in_other_columns() -> None:
    sheet = Sheet(
        name="Netsheet Settings", rows=[["My log", "", ""], ["", "setting", "VALUE"], ["", "Most nudges", 1]]
    )

    settings, _ = interpret_settings(sheet)

    assert settings.most_nudges == 1
