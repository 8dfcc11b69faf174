"""The names of months, weekdays and periods in the languages people log in: data, and one lookup for each.

Words stand here folded (``folding``).
"""

from __future__ import annotations

from itertools import chain
from typing import Literal

Period = Literal["day", "week", "month", "quarter", "year"]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = tuple(month[:3] for month in MONTHS)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MONTHS_WRITTEN = (
    "january januar janner janvier enero janeiro gennaio januari styczen stycznia jaenner",
    "february februar fevrier febrero fevereiro febbraio februari luty lutego feber",
    "march marz maerz mars marzo marco maart mrt marzec marca",
    "april avril abril aprile kwiecien kwietnia",
    "may mai mayo maio maggio mei maj maja",
    "june juni juin junio junho giugno czerwiec czerwca",
    "july juli juillet julio julho luglio lipiec lipca",
    "august aout agosto augustus sierpien sierpnia",
    "september septembre septiembre setembro settembre wrzesien wrzesnia setiembre",
    "october oktober octobre octubre outubro ottobre pazdziernik pazdziernika",
    "november novembre noviembre novembro listopad listopada",
    "december dezember decembre diciembre dezembro dicembre grudzien grudnia",
)

_WEEKDAYS_WRITTEN = (
    "monday tuesday wednesday thursday friday saturday sunday tues thur thurs "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes miercoles jueves viernes sabado domingo "
    "segunda-feira terca-feira quarta-feira quinta-feira sexta-feira segunda terca quarta quinta sexta "
    "lunedi martedi mercoledi giovedi venerdi sabato domenica "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo "
    "poniedzialek wtorek sroda czwartek piatek sobota niedziela pon wt sr czw pt sob nd "
    "on am le el il den"
)

_PERIODS: dict[Period, str] = {
    "day": "d day days tag tage tagen jour jours dia dias giorno giorni dag dagen dzien dni",
    "week": "w wk wks week weeks woche wochen semaine semaines semana semanas settimana settimane weken tydzien tygodnie tygodni",
    "month": "m mo mos mth mths month months monat monate monaten mois mes meses mese mesi maand maanden miesiac miesiace miesiecy",
    "quarter": "q qtr quarter quarters quartal quartale quartalen trimestre trimestres trimestri kwartaal kwartalen kwartal kwartaly",
    "year": "y yr yrs year years jahr jahre jahren an ans annee annees ano anos anno anni jaar jaren rok lata lat",
}

_NUMBERS = (
    "a an one ein eine einem einer un une una um uma uno een jeden jedna",
    "two zwei deux dos dois duas due twee dwa dwie couple",
    "three drei trois tres tre drie trzy",
    "four vier quatre cuatro quatro quattro cztery",
    "five funf cinq cinco cinque vijf piec",
    "six sechs seis sei zes szesc",
    "seven sieben sept siete sete sette zeven siedem",
    "eight acht huit ocho oito otto osiem",
    "nine neun neuf nueve nove negen dziewiec",
    "ten zehn dix diez dez dieci tien dziesiec",
)


def _with_short_forms() -> dict[str, int]:
    """Map every month name, and every beginning of three letters or more that fits one month only."""
    seen: dict[str, set[int]] = {}
    for month, names in enumerate(_MONTHS_WRITTEN, start=1):
        for name in names.split():
            for length in range(3, len(name) + 1):
                seen.setdefault(name[:length], set()).add(month)
    months = {word: min(found) for word, found in seen.items() if len(found) == 1}
    whole = {name: month for month, names in enumerate(_MONTHS_WRITTEN, start=1) for name in names.split()}
    return months | whole


MONTH_BY_WORD = _with_short_forms()
WEEKDAY_WORDS = frozenset(
    chain.from_iterable((word, word[:3]) if len(word) > 3 else (word,) for word in _WEEKDAYS_WRITTEN.split())
)
PERIOD_BY_WORD: dict[str, Period] = {
    word: period for period, words in _PERIODS.items() for word in words.split()
}
NUMBER_BY_WORD = {word: number for number, words in enumerate(_NUMBERS, start=1) for word in words.split()}
