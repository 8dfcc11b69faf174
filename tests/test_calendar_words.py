"""All readers of weekday and month words agree, in the eight languages."""

from __future__ import annotations

import datetime as dt

import pytest
from babel import Locale

from netsheet.core.month_names import MONTH_BY_WORD, WEEKDAY_BY_WORD
from netsheet.core.settings.value_types import read_weekdays
from netsheet.core.text import fold
from netsheet.core.values.dates import ReadDate, read_date

LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl", "pl")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", ["wide", "abbreviated"])
def test_every_weekday_of_a_language_is_read_by_settings_and_by_dates(language: str, width: str) -> None:
    for form in ("format", "stand-alone"):
        for number, word in Locale(language).days[form][width].items():
            assert read_weekdays(word) == frozenset({number}), word
            day = dt.date(2026, 3, 2 + number)
            assert read_date(f"{word} {day.day}.3.2026", order="dmy") == ReadDate(on=day), word
            assert read_date(f"{word} {day.day} March 2026", order="dmy") == ReadDate(on=day), word


@pytest.mark.parametrize("word", sorted(WEEKDAY_BY_WORD))
def test_each_weekday_word_is_known_to_settings_and_to_dates(word: str) -> None:
    assert read_weekdays(word) == frozenset({WEEKDAY_BY_WORD[word]})
    assert isinstance(read_date(f"{word} 3.3.2026", order="dmy"), ReadDate)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", ["wide", "abbreviated"])
def test_every_month_of_a_language_is_read(language: str, width: str) -> None:
    for form in ("format", "stand-alone"):
        for number, word in Locale(language).months[form][width].items():
            assert MONTH_BY_WORD[fold(word).rstrip(".")] == number, word
            assert read_date(f"3 {word} 2026", order="dmy") == ReadDate(on=dt.date(2026, number, 3)), word


@pytest.mark.parametrize(
    "text",
    [
        "Mon-Fri", "Monday to Friday", "Mon through Fri", "from Monday to Friday", "mon, tue, wed, thu, fri",
        "Mo-Fr", "Montag bis Freitag", "von Mo bis Fr", "Mo, Di, Mi, Do und Fr", "lun-ven", "lundi à vendredi",
        "du lundi au vendredi", "lun, mar, mer, jeu et ven", "lunes a viernes", "de lunes a viernes",
        "lunes, martes, miércoles, jueves y viernes", "segunda a sexta", "segunda-feira a sexta-feira", "seg-sex",
        "de segunda até sexta", "segunda, terça, quarta, quinta e sexta", "da lunedì a venerdì", "lunedì-venerdì",
        "ma-vr", "maandag t/m vrijdag", "ma, di, wo, do en vr", "pon-pt", "pon do pt", "poniedziałek-piątek",
        "od poniedziałku do piątku", "pon, wt, śr, czw i pt",
    ],
)  # fmt: skip
def test_a_working_week_is_read_in_each_language(text: str) -> None:
    assert read_weekdays(text) == frozenset(range(5))


@pytest.mark.parametrize(
    ("text", "days"),
    [("Mo, Do, Fr", {0, 3, 4}), ("Mo Do Fr", None), ("on", None), ("", None), ("Mon-Wed-Fri", None), ("Son-Di", None)],
)  # fmt: skip
def test_what_is_no_list_of_weekdays_is_not_guessed(text: str, days: set[int] | None) -> None:
    assert read_weekdays(text) == days
