"""The names of months, weekdays and units of time in the languages people log in: data, and one lookup for each.

The words are folded (``text.fold``).
"""

from __future__ import annotations

from typing import Literal

SpanUnit = Literal["day", "week", "month", "quarter", "year"]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = tuple(month[:3] for month in MONTHS)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTHS_WRITTEN = (
    "january januar janner janvier enero janeiro gennaio januari styczen stycznia styczniu jaenner",
    "february februar fevrier febrero fevereiro febbraio februari luty lutego lutym feber",
    "march marz maerz mars marzo marco maart mrt marzec marca marcu",
    "april avril abril aprile kwiecien kwietnia kwietniu",
    "may mai mayo maio maggio mei maj maja maju",
    "june juni juin junio junho giugno czerwiec czerwca czerwcu",
    "july juli juillet julio julho luglio lipiec lipca lipcu",
    "august aout agosto augustus sierpien sierpnia sierpniu",
    "september septembre septiembre setembro settembre wrzesien wrzesnia wrzesniu setiembre",
    "october oktober octobre octubre outubro ottobre pazdziernik pazdziernika pazdzierniku",
    "november novembre noviembre novembro listopad listopada listopadzie",
    "december dezember decembre diciembre dezembro dicembre grudzien grudnia grudniu",
)
_MORE_MONTHS = (
    "leden ledna januara tammikuu tammikuuta tammikuun ocak январь января янв січень січня січ ιανουαριοσ ιανουαριου ιαν",
    "unor unora februara helmikuu helmikuuta helmikuun subat февраль февраля фев лютии лютого лют φεβρουαριοσ φεβρουαριου φεβ",
    "brezen brezna marec marts maaliskuu maaliskuuta maaliskuun mart март марта мар березень березня бер μαρτιοσ μαρτιου μαρ",
    "duben dubna aprila huhtikuu huhtikuuta huhtikuun nisan апрель апреля апр квітень квітня квіт απριλιοσ απριλιου απρ",
    "kveten kvetna toukokuu toukokuuta toukokuun mayis маи мая травень травня трав μαιοσ μαιου μαι",
    "cerven cervna jun juna kesakuu kesakuuta kesakuun haziran июнь июня июн червень червня черв ιουνιοσ ιουνιου ιουν",
    "cervenec cervence jul jula heinakuu heinakuuta heinakuun temmuz июль июля июл липень липня лип ιουλιοσ ιουλιου ιουλ",
    "srpen srpna augusta augusti elokuu elokuuta elokuun agustos август августа авг серпень серпня серп αυγουστοσ αυγουστου αυγ",
    "zari septembra syyskuu syyskuuta syyskuun eylul сентябрь сентября сент сен вересень вересня вер σεπτεμβριοσ σεπτεμβριου σεπ",
    "rijen rijna oktobra lokakuu lokakuuta lokakuun ekim октябрь октября окт жовтень жовтня жовт οκτωβριοσ οκτωβριου οκτ",
    "listopadu novembra marraskuu marraskuuta marraskuun kasim ноябрь ноября ноя листопад листопада лист νοεμβριοσ νοεμβριου νοε",
    "prosinec prosince decembra desember joulukuu joulukuuta joulukuun aralik декабрь декабря дек грудень грудня груд δεκεμβριοσ δεκεμβριου δεκ",
)
"""Those of Czech, Slovak, Swedish, Danish, Norwegian, Finnish, Turkish, Russian, Ukrainian and Greek."""

_WEEKDAYS_WRITTEN = (
    "monday montag mo lundi lunes segunda lunedi maandag ma poniedzialek poniedzialku",
    "tuesday tues dienstag di mardi martes terca martedi dinsdag wtorek wtorku wt",
    "wednesday weds mittwoch mi mercredi miercoles quarta mercoledi woensdag wo sroda srode srody sr",
    "thursday donnerstag do jeudi jueves quinta giovedi donderdag czwartek czwartku czw",
    "friday freitag fr vendredi viernes sexta venerdi vrijdag vr piatek piatku pt",
    "saturday samstag sonnabend sa samedi sabado sabato zaterdag za sobota sobote soboty",
    "sunday sonntag so dimanche domingo domenica zondag zo niedziela niedziele niedzieli nd ndz",
)

_SPAN_UNITS: dict[SpanUnit, str] = {
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


def _with_beginnings(lines: tuple[str, ...], *, first: int) -> dict[str, int]:
    """Map every word to its line's number, and every beginning of three letters or more that fits one line only."""
    seen: dict[str, set[int]] = {}
    whole = {word: number for number, words in enumerate(lines, start=first) for word in words.split()}
    for word, number in whole.items():
        for length in range(3, len(word) + 1):
            seen.setdefault(word[:length], set()).add(number)
    return {word: min(numbers) for word, numbers in seen.items() if len(numbers) == 1} | whole


MONTH_BY_WORD = _with_beginnings(_MORE_MONTHS, first=1) | _with_beginnings(MONTHS_WRITTEN, first=1)
WEEKDAY_BY_WORD = _with_beginnings(_WEEKDAYS_WRITTEN, first=0)
"""Monday is 0. In Portuguese "segunda-feira" is also written "segunda": the second part is left out here."""
SHORT_WEEKDAYS = frozenset(
    [
        "mon",
        "tue",
        "tues",
        "wed",
        "weds",
        "thu",
        "thur",
        "thurs",
        "fri",
        "segunda",
        "terca",
        "quarta",
        "quinta",
        "sexta",
    ]
)
"""Words that are a weekday only at the end of a text, or before "feira": the Portuguese ones count things too."""
WEEKDAYS_IN_TEXTS = (
    frozenset(word for words in _WEEKDAYS_WRITTEN for word in words.split() if len(word) > 4) - SHORT_WEEKDAYS
)
"""Words that can be nothing but a weekday, wherever they are in a text."""
SPAN_UNIT_BY_WORD: dict[str, SpanUnit] = {
    word: unit for unit, words in _SPAN_UNITS.items() for word in words.split()
}
NUMBER_BY_WORD = {word: number for number, words in enumerate(_NUMBERS, start=1) for word in words.split()}
