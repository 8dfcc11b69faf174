"""What is typed under "Netsheet done": every row of the table, each at its boundaries."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsheet.core.calendar import WorkingCalendar
from netsheet.core.findings import KIND_BY_CODE
from netsheet.core.grid import CellValue
from netsheet.core.model import DateOrder, Place
from netsheet.core.month_names import WEEKDAY_BY_WORD
from netsheet.core.recording.done_findings import not_taken_finding
from netsheet.core.recording.done_parts import Circumstances, NotTaken
from netsheet.core.recording.done_words import Recorded, RowPerson, ShownStep, read_done
from netsheet.core.recording.endings import StepKind, ending_of
from netsheet.core.values.done_word_lists import DONE_WORDS, RELATIVE_DAYS
from netsheet.core.values.phrases import read_phrase
from netsheet.core.values.vocabulary import plain_phrase, read_status

D = dt.date
FRIDAY = D(2026, 11, 27)
DUE = D(2026, 11, 20)
BERLIN_HOLIDAY = D(2026, 12, 25)


def read(
    value: CellValue,
    *,
    step: StepKind | None = "nudge",
    due: dt.date = DUE,
    today: dt.date = FRIDAY,
    counted_from: dt.date | None = None,
    order: DateOrder = "auto",
    others: tuple[str, ...] = (),
) -> tuple[Recorded, ...] | NotTaken:
    shown = ShownStep(kind=step, due=due, ending=ending_of(step, on=due)) if step else None
    people = [RowPerson(name="Ana López", step=shown), *(RowPerson(name=name) for name in others)]
    circumstances = Circumstances(
        today=today,
        counted_from=counted_from or today,
        calendar=WorkingCalendar(holidays=[BERLIN_HOLIDAY]),
        order=order,
    )
    return read_done(value, people=people, circumstances=circumstances)


def taken(value: CellValue, **row: Any) -> tuple[Recorded, ...]:  # noqa: ANN401 - as for read
    recorded = read(value, **row)
    assert not isinstance(recorded, NotTaken), recorded
    return recorded


def not_taken(value: CellValue, **row: Any) -> NotTaken:  # noqa: ANN401 - as for read
    refused = read(value, **row)
    assert isinstance(refused, NotTaken), refused
    return refused


def in_short(recorded: tuple[Recorded, ...]) -> list[tuple[str, dt.date, dt.date | None]]:
    return [(entry.what, entry.on, entry.until) for entry in recorded]


@pytest.mark.parametrize(
    ("value", "channel"),
    [
        ("called, no answer", "phone"),
        ("no answer, called", "phone"),
        ("called, left a message", "phone"),
        ("done, sent", None),
        ("x, called", "phone"),
        ("sent, done", None),
        ("called again, left vm", "phone"),
    ],
)
def test_two_parts_that_say_the_same_touch_are_one(value: str, channel: str | None) -> None:
    (entry,) = taken(value)

    assert (entry.what, entry.channel, entry.ends) == ("wrote", channel, (ending_of("nudge", on=DUE),))


@pytest.mark.parametrize(
    "value",
    [
        "done", "Done!", "DONE.", "x", "X", "ok", "yes", "✓", "✔", "☑", "✅", True, 1, 1.0, "1", "TRUE",
        "fertig", "erledigt", "hecho", "fait", "fatto", "feito", "gedaan", "zrobione", "Erledigt", "ja", "oui", "sí", "sim", "tak",
    ],
)  # fmt: skip
def test_done_in_any_language_says_that_the_step_was_done_today(value: CellValue) -> None:
    (entry,) = taken(value)

    assert (entry.what, entry.on, entry.has_day) == ("wrote", FRIDAY, False)
    assert entry.ends == (ending_of("nudge", on=DUE),)


@pytest.mark.parametrize(
    "value", ["called again", "wrote again", "left a message once more", "angerufen nochmal"]
)
def test_what_is_done_once_more_is_done(value: str) -> None:
    (entry,) = taken(value)

    assert entry.what == "wrote"
    assert entry.ends == (ending_of("nudge", on=DUE),)


@pytest.mark.parametrize("value", ["", "   ", "\n", False])
def test_an_empty_cell_and_an_unticked_box_say_nothing(value: CellValue) -> None:
    assert read(value) == ()


@pytest.mark.parametrize(
    ("step", "what"),
    [
        ("nudge", "wrote"), ("contact", "wrote"), ("reply", "wrote"), ("follow_up", "wrote"), ("check_in", "wrote"),
        ("reconnect", "wrote"), ("find_address", "wrote"), ("wish", "wished"), ("congratulate", "wished"), ("thank", "thanked"),
        ("thank_referrer", "thanked"), ("promise", "kept"), ("prepare", "kept"), ("decide", "kept open"),
    ],
)  # fmt: skip
def test_done_means_what_the_step_is_and_ends_it(step: StepKind, what: str) -> None:
    (entry,) = taken("done", step=step)

    assert (entry.what, entry.ends) == (what, (ending_of(step, on=DUE),))


def test_done_without_a_step_is_a_message_that_ends_nothing() -> None:
    (entry,) = taken("done", step=None)

    assert (entry.what, entry.ends, entry.is_unasked) == ("wrote", (), True)


@pytest.mark.parametrize(
    ("value", "step", "is_unasked"),
    [("done", "nudge", False), ("sent", None, False), ("done, sent", None, False), ("x, a note", None, True)],
)
def test_only_a_bare_done_without_a_step_is_unasked(
    value: str, step: StepKind | None, *, is_unasked: bool
) -> None:
    (entry,) = taken(value, step=step)

    assert entry.is_unasked == is_unasked


@pytest.mark.parametrize(
    ("due", "what", "is_over"),
    [
        (D(2026, 11, 26), "met", True),
        (FRIDAY, "met", True),
        (D(2026, 11, 28), "wrote", False),
    ],
)
def test_done_on_a_meeting_is_met_from_its_day_on_and_a_message_before(
    due: dt.date, what: str, *, is_over: bool
) -> None:
    (entry,) = taken("done", step="meeting", due=due)

    assert (entry.what, bool(entry.ends)) == (what, is_over)


def test_a_meeting_that_was_due_today_was_still_ahead_on_a_day_before() -> None:
    (entry,) = taken("done 26 Nov", step="meeting", due=FRIDAY)

    assert (entry.what, entry.ends) == ("wrote", ())


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("27 Nov", FRIDAY),
        ("today", FRIDAY),
        ("heute", FRIDAY),
        ("yesterday", D(2026, 11, 26)),
        ("hier", D(2026, 11, 26)),
        ("12 Nov", D(2026, 11, 12)),
        ("done 12 Nov", D(2026, 11, 12)),
        ("done on 12 Nov", D(2026, 11, 12)),
        ("done, 12 Nov", D(2026, 11, 12)),
        ("12 Nov: done", D(2026, 11, 12)),
        ("12 Nov done", D(2026, 11, 12)),
        ("Nov 12, 2026", D(2026, 11, 12)),
        ("done Nov 12, 2026", D(2026, 11, 12)),
        ("done, 2026-11-12", D(2026, 11, 12)),
        ("fait le 12 novembre", D(2026, 11, 12)),
        ("12.11.", D(2026, 11, 12)),
        ("20261112", D(2026, 11, 12)),
        ("13/11", D(2026, 11, 13)),
        (D(2026, 11, 12), D(2026, 11, 12)),
        (dt.datetime(2026, 11, 12, 9, 30), D(2026, 11, 12)),
        ("31 May", D(2026, 5, 31)),
        ("done last Monday", D(2026, 11, 23)),
        ("done Friday", FRIDAY),
    ],
)
def test_a_day_up_to_today_is_the_day_on_which_the_step_was_done(value: CellValue, day: dt.date) -> None:
    (entry,) = taken(value)

    assert (entry.what, entry.on, entry.has_day) == ("wrote", day, True)
    assert entry.ends == (ending_of("nudge", on=DUE),)


@pytest.mark.parametrize(
    ("today", "value", "day"),
    [
        (D(2026, 1, 5), "28 Dec", D(2025, 12, 28)),
        (D(2026, 12, 28), "28 Dec", D(2026, 12, 28)),
        (D(2026, 7, 1), "2 Jan", D(2026, 1, 2)),
        (D(2026, 7, 1), "done 2 Jan", D(2026, 1, 2)),
    ],
)
def test_a_day_without_a_year_is_the_nearest(today: dt.date, value: str, day: dt.date) -> None:
    (entry,) = taken(value, today=today)

    assert entry.on == day


@pytest.mark.parametrize(
    ("value", "is_far"),
    [
        (D(2026, 5, 31), False),  # 180 days ago
        (D(2026, 5, 30), True),
        ("30 May", True),
        ("done 30 May", True),
        ("2027-05-26", False),  # in 180 days
        ("2027-05-27", True),
        ("until 2027-05-27", True),
        ("2062-12-03", True),
        ("done 12 Nov 2025", True),
    ],
)
def test_a_day_more_than_180_days_away_is_asked_about(value: CellValue, *, is_far: bool) -> None:
    refused = read(value)

    assert (isinstance(refused, NotTaken) and refused.reason == "far") == is_far


@pytest.mark.parametrize(
    "value", ["3/4", "done 3/4", "they replied 3/4", "they replied, 3/4", "3/4/2026", "1/12/2026"]
)
def test_a_day_that_could_be_two_is_asked_about(value: str) -> None:
    assert not_taken(value).reason == "order"


@pytest.mark.parametrize(("order", "day"), [("dmy", D(2026, 11, 10)), ("mdy", D(2026, 10, 11))])
def test_the_order_of_dates_decides_such_a_day(order: DateOrder, day: dt.date) -> None:
    assert taken("done 10/11", order=order)[0].on == day


@pytest.mark.parametrize("value", ["done 3 Dec", "done tomorrow", "x, 3 Dec 2026 done", "they replied 3 Dec", "we talked tomorrow", "sent 28 Nov", "close 3 Dec"])  # fmt: skip
def test_what_is_done_on_a_day_to_come_is_not_taken(value: str) -> None:
    assert not_taken(value).reason == "ahead"


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("they replied", "replied"), ("They replied!", "replied"), ("she answered", "replied"), ("he wrote back", "replied"),
        ("got a reply", "replied"), ("hat geantwortet", "replied"), ("Antwort erhalten", "replied"), ("il a répondu", "replied"),
        ("a répondu", "replied"), ("respondió", "replied"), ("me han contestado", "replied"), ("respondeu", "replied"),
        ("ha risposto", "replied"), ("heeft geantwoord", "replied"), ("odpowiedziała", "replied"), ("they called", "replied"),
        ("we talked", "talked"), ("spoke", "talked"), ("telefoniert", "talked"), ("hablamos", "talked"), ("on a parlé", "talked"),
        ("falamos", "talked"), ("ci siamo sentiti", "talked"), ("gesproken", "talked"), ("rozmawialiśmy", "talked"),
        ("we met", "met"), ("met", "met"), ("getroffen", "met"), ("nos vimos", "met"), ("spotkaliśmy się", "met"),
        ("called", "wrote"), ("left a voicemail", "wrote"), ("no answer", "wrote"), ("angerufen", "wrote"), ("j'ai appelé", "wrote"),
        ("llamé", "wrote"), ("liguei", "wrote"), ("ho chiamato", "wrote"), ("gebeld", "wrote"), ("zadzwoniłem", "wrote"),
        ("sent", "wrote"), ("wrote", "wrote"), ("emailed her", "wrote"), ("I sent a reminder", "wrote"), ("geschickt", "wrote"),
        ("envoyé", "wrote"), ("envié", "wrote"), ("enviei", "wrote"), ("ho scritto", "wrote"), ("verstuurd", "wrote"),
        ("wysłałam", "wrote"), ("I replied", "wrote"), ("ich habe geantwortet", "wrote"), ("j'ai répondu", "wrote"),
        ("thanked her", "thanked"), ("bedankt", "thanked"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("behind", "day"), [("", FRIDAY), (" 12 Nov", D(2026, 11, 12)), (", 12 Nov", D(2026, 11, 12)), (" yesterday", D(2026, 11, 26))]
)  # fmt: skip
def test_what_happened_is_recorded_on_its_day(value: str, what: str, behind: str, day: dt.date) -> None:
    (entry,) = taken(value + behind, step=None)

    assert (entry.what, entry.on, entry.has_day) == (what, day, behind != "")


@pytest.mark.parametrize("value", ["replied", "answered", "geantwortet", "répondu", "risposto", "odpisano"])
def test_a_bare_replied_is_the_users_when_a_reply_is_owed_and_theirs_otherwise(value: str) -> None:
    (mine,) = taken(value, step="reply")
    (theirs,) = taken(value, step="nudge")

    assert (mine.what, mine.ends) == ("wrote", (ending_of("reply", on=DUE),))
    assert (theirs.what, theirs.ends) == ("replied", ())


def test_no_bare_replied_means_anything_else_in_a_column_of_responses() -> None:
    words = [word for meaning, _, words in DONE_WORDS if meaning == "answered" for word in words.split(";")]

    read_otherwise = [
        word.strip()
        for word in words
        if (meaning := read_status(word)) is not None and not meaning.has_replied
    ]

    assert read_otherwise == []


@pytest.mark.parametrize(
    ("value", "is_ended"),
    [("sent", True), ("called", True), ("sent 20 Nov", True), ("sent 19 Nov", False), ("we talked", False), ("they replied", False)],
)  # fmt: skip
def test_a_message_of_its_time_ends_the_step_that_asks_for_one(value: str, *, is_ended: bool) -> None:
    (entry,) = taken(value, step="follow_up")

    assert bool(entry.ends) == is_ended


def test_a_message_does_not_keep_a_promise() -> None:
    assert taken("sent", step="promise")[0].ends == ()


@pytest.mark.parametrize(("value", "channel"), [("called", "phone"), ("they called", "phone"), ("emailed", "e-mail"), ("texted", "text"), ("sent", None)])  # fmt: skip
def test_the_word_says_how_where_it_does(value: str, channel: str | None) -> None:
    assert taken(value, step=None)[0].channel == channel


@pytest.mark.parametrize(
    ("value", "until"),
    [
        ("tomorrow", D(2026, 11, 30)),  # the next working day after a Friday
        ("morgen", D(2026, 11, 30)),
        ("demain", D(2026, 11, 30)),
        ("later", D(2026, 11, 30)),
        ("snooze", D(2026, 11, 30)),
        ("not today", D(2026, 11, 30)),
        ("nicht heute", D(2026, 11, 30)),
        ("pas aujourd'hui", D(2026, 11, 30)),
        ("hoy no", D(2026, 11, 30)),
        ("hoje não", D(2026, 11, 30)),
        ("non oggi", D(2026, 11, 30)),
        ("niet vandaag", D(2026, 11, 30)),
        ("nie dziś", D(2026, 11, 30)),
        ("2 weeks", D(2026, 12, 11)),
        ("in 2 weeks", D(2026, 12, 11)),
        ("zwei Wochen", D(2026, 12, 11)),
        ("next week", D(2026, 11, 30)),
        ("la semana que viene", D(2026, 11, 30)),
        ("next Friday", D(2026, 12, 4)),  # typed on a Friday
        ("next Monday", D(2026, 11, 30)),
        ("this Saturday", D(2026, 11, 28)),
        ("on Monday", D(2026, 11, 30)),
        ("am Montag", D(2026, 11, 30)),
        ("kommenden Samstag", D(2026, 11, 28)),
        ("Thursday next week", D(2026, 12, 3)),
        ("nächste Woche Donnerstag", D(2026, 12, 3)),
        ("snooze 2 weeks", D(2026, 12, 11)),
        ("snooze until 3 Dec", D(2026, 12, 3)),
        ("until 3 Dec", D(2026, 12, 3)),
        ("bis 3.12.", D(2026, 12, 3)),
        ("+3m", D(2027, 3, 1)),  # 27 February is a Saturday
        ("next month", D(2026, 12, 1)),
        ("next year", D(2027, 1, 1)),
        ("3 Dec", D(2026, 12, 3)),
        ("28 Nov", D(2026, 11, 28)),  # a day that the user typed stays, though it is a Saturday
        (D(2026, 12, 25), D(2026, 12, 25)),
        ("4 weeks", D(2026, 12, 28)),  # 25 December is a holiday
        ("until Monday", D(2026, 11, 30)),
        ("9 months", D(2027, 8, 27)),
    ],
)
def test_a_day_ahead_and_a_span_put_the_step_off(value: CellValue, until: dt.date) -> None:
    assert in_short(taken(value)) == [("snoozed", FRIDAY, until)]
    assert taken(value)[0].ends == ()


@pytest.mark.parametrize("value", ["until 27 Nov", "until 3 Nov", "snooze until 26 Nov", "not before 3 Nov"])
def test_nothing_is_put_off_to_a_day_that_is_not_ahead(value: str) -> None:
    assert not_taken(value).reason == "passed"


def test_relative_words_are_counted_from_the_day_that_is_given() -> None:
    last_refresh_on = D(2026, 11, 4)

    assert in_short(taken("tomorrow", counted_from=last_refresh_on)) == [("snoozed", FRIDAY, D(2026, 11, 5))]
    assert in_short(taken("2 weeks", counted_from=last_refresh_on)) == [("snoozed", FRIDAY, D(2026, 11, 18))]
    assert in_short(taken("yesterday", counted_from=last_refresh_on)) == [("wrote", D(2026, 11, 3), None)]


@pytest.mark.parametrize(
    "value",
    ["they said not now", "She said not yet", "sie sagt nicht jetzt", "elle a dit pas maintenant", "dijo que ahora no", "disse agora não", "ha detto non ora", "ze zei niet nu", "powiedziała nie teraz"],
)  # fmt: skip
def test_they_said_not_now_is_a_reply_and_ninety_days(value: str) -> None:
    recorded = taken(value)

    assert in_short(recorded) == [("replied", FRIDAY, None), ("snoozed", FRIDAY, D(2027, 2, 25))]


def test_a_span_after_not_now_takes_the_place_of_the_ninety_days() -> None:
    assert in_short(taken("they said not now, 2 weeks")) == [
        ("replied", FRIDAY, None),
        ("snoozed", FRIDAY, D(2026, 12, 11)),
    ]


@pytest.mark.parametrize(
    ("value", "note"),
    [("called off", ""), ("cancelled", ""), ("abgesagt", ""), ("annulé", ""), ("odwołane", ""), ("no show", "no show"), ("no-show", "no show"), ("they didn't come", "no show"), ("nicht erschienen", "no show")],
)  # fmt: skip
@pytest.mark.parametrize("step", ["meeting", "thank"])
def test_a_meeting_that_was_called_off_is_over_and_owes_no_thanks(
    value: str, note: str, step: StepKind
) -> None:
    (entry,) = taken(value, step=step)

    assert (entry.what, entry.until, entry.note) == ("called off", None, note)
    assert entry.ends == (ending_of(step, on=DUE),)


def test_a_meeting_is_called_off_by_its_day() -> None:
    (entry,) = taken("called off 4 Dec", step=None)

    assert (entry.what, entry.on, entry.ends) == (
        "called off",
        FRIDAY,
        (ending_of("meeting", on=D(2026, 12, 4)),),
    )


@pytest.mark.parametrize("value", ["moved to 4 Dec", "moved to Friday", "verschoben auf 4.12.", "reporté au 4 décembre", "przełożone na 4.12.2026"])  # fmt: skip
def test_a_meeting_that_was_moved_has_a_new_day(value: str) -> None:
    (entry,) = taken(value, step="meeting")

    assert (entry.what, entry.until) == ("called off", D(2026, 12, 4))
    assert entry.ends == (ending_of("meeting", on=DUE),)


def test_a_meeting_may_be_moved_to_today_but_not_to_a_day_that_is_over() -> None:
    assert taken("moved to 27 Nov", step="meeting")[0].until == FRIDAY
    assert not_taken("moved to 26 Nov", step="meeting").reason == "passed"


def test_moved_without_a_day_is_asked_about() -> None:
    assert not_taken("moved").reason == "no day"


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("close", "closed"), ("schließen", "closed"), ("fermer", "closed"), ("cerrar", "closed"), ("fechar", "closed"),
        ("chiudere", "closed"), ("sluiten", "closed"), ("zamknij", "closed"), ("reopen", "reopened"), ("re-open", "reopened"),
        ("wieder öffnen", "reopened"), ("rouvrir", "reopened"), ("reabrir", "reopened"), ("riaprire", "reopened"),
        ("they said no", "closed"), ("rejected", "closed"), ("not interested", "closed"), ("hired someone else", "closed"),
        ("kein Interesse", "closed"), ("refus", "closed"), ("dijeron que no", "closed"), ("odmowa", "closed"),
        ("heropenen", "reopened"), ("wznów", "reopened"), ("keep", "kept open"), ("behalten", "kept open"), ("garder", "kept open"),
        ("mantener", "kept open"), ("manter", "kept open"), ("tenere", "kept open"), ("houden", "kept open"), ("zostaw", "kept open"),
    ],
)  # fmt: skip
def test_a_decision_is_recorded(value: str, what: str) -> None:
    assert in_short(taken(value)) == [(what, FRIDAY, None)]


@pytest.mark.parametrize("value", ["keep", "done"])
def test_keeping_somebody_answers_the_question_whether_to(value: str) -> None:
    (entry,) = taken(value, step="decide")

    assert (entry.what, entry.ends) == ("kept open", (ending_of("decide", on=DUE),))


@pytest.mark.parametrize(
    ("value", "readings"),
    [
        ("no", ("later", "they said not now")),
        ("nein", ("later", "they said not now")),
        ("not yet", ("later", "they said not now")),
        ("-", ("later", "they said not now")),
        ("not now", ("later", "they said not now")),
        ("nicht jetzt", ("later", "they said not now")),
        ("stop", ("close", "later")),
        ("call", ("called", "we talked")),
        ("Anruf", ("called", "we talked")),
        (2, ("2 days", "2 weeks")),
        ("3", ("3 days", "3 weeks")),
        (0, ("done", "2 weeks")),
        (-1, ("done", "2 weeks")),
        (2.5, ("done", "2 weeks")),
        (46000, ("done", "2 weeks")),
        ("46000", ("done", "2 weeks")),
        ("done, Monday", ("done 2026-11-23", "until 2026-11-30")),
        ("they replied, Fri", ("done 2026-11-27", "until 2026-12-04")),
        ("Samstag, geschrieben", ("done 2026-11-21", "until 2026-11-28")),
        ("they replied, not now", ("later", "they said not now")),
        ("next Saturday", ("until 2026-11-28", "until 2026-12-05")),
        ("called, next Saturday", ("until 2026-11-28", "until 2026-12-05")),
        ("remind me next Sat.", ("until 2026-11-28", "until 2026-12-05")),
        ("nächsten Samstag", ("until 2026-11-28", "until 2026-12-05")),
        ("samedi prochain", ("until 2026-11-28", "until 2026-12-05")),
        ("el sábado que viene", ("until 2026-11-28", "until 2026-12-05")),
        ("thx", ("thanked", "they replied")),
        ("Confirmed", ("they replied", "wrote")),
    ],
)
def test_a_word_with_two_readings_is_not_taken_and_offers_both(
    value: CellValue, readings: tuple[str, str]
) -> None:
    refused = not_taken(value)

    assert (refused.reason, refused.readings) == ("unclear", readings)
    for reading in readings:
        taken(reading)


@pytest.mark.parametrize("value", ["CV pending", "call her on Monday", "Bob: done", "office closed until May", "0 days", "14:30", "until", dt.time(9, 30)])  # fmt: skip
def test_what_is_not_understood_is_not_taken(value: CellValue) -> None:
    assert not_taken(value).reason == "unknown"


@pytest.mark.parametrize(
    ("value", "note"),
    [
        ("done, sent the CV", "sent the CV"),
        ("done; sent the CV: all pages; 2 weeks", "sent the CV: all pages; 2 weeks"),
        ("done - sent the CV - twice", "sent the CV - twice"),
        ("done: call at 14:30, room 5", "call at 14:30, room 5"),
        ("done 12 Nov, sent the CV", "sent the CV"),
        ("done 12 Nov sent the CV", "sent the CV"),
        ("no show, rang twice", "no show; rang twice"),
        ("well-known, done", None),
    ],
)
def test_from_the_first_part_that_is_not_understood_everything_is_the_note(
    value: str, note: str | None
) -> None:
    recorded = read(value)

    assert (recorded[0].note if isinstance(recorded, tuple) else None) == note


def test_each_part_that_is_understood_is_recorded() -> None:
    assert in_short(taken("they replied 25 Nov; sent 26 Nov - 2 weeks, as agreed")) == [
        ("replied", D(2026, 11, 25), None),
        ("wrote", D(2026, 11, 26), None),
        ("snoozed", FRIDAY, D(2026, 12, 11)),
    ]
    assert taken("they replied 25 Nov; sent 26 Nov - 2 weeks, as agreed")[0].note == "as agreed"


@pytest.mark.parametrize(
    ("value", "who"),
    [
        ("they replied", None),
        ("Ben: they replied", "Ben Kim"),
        ("ben kim: they replied", "Ben Kim"),
        ("Ben, they replied", "Ben Kim"),
        ("Ben replied", "Ben Kim"),
        ("Ben Kim has sent a reply", None),
        ("Ben hat geantwortet", "Ben Kim"),
        ("López: they replied", "Ana López"),
        ("x, they replied", None),
    ],
)
def test_a_name_says_whose_word_it_is(value: str, who: str | None) -> None:
    recorded = read(value, others=("Ben Kim", "Eve X"))

    assert (recorded[0].who if isinstance(recorded, tuple) else None) == who


def test_a_name_takes_the_word_from_the_step_of_the_person_shown() -> None:
    (entry,) = taken("Ben: done", others=("Ben Kim",))

    assert (entry.what, entry.who, entry.ends) == ("wrote", "Ben Kim", ())


def test_a_name_that_two_people_of_the_row_have_is_asked_about() -> None:
    assert not_taken("Ben: done", others=("Ben Kim", "Ben Ode")).reason == "several people"


def test_a_whole_name_is_preferred_to_a_part_of_another() -> None:
    assert taken("Ben: done", others=("Ben", "Ben Ode"))[0].who == "Ben"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("CV pending", "done-word-unknown"),
        ("not now", "done-word-unclear"),
        ("done 3 Dec", "done-word-ahead"),
        ("3/4", "done-word-date-order"),
        ("2025-01-12", "done-word-far-away"),
        ("until 3 Nov", "done-word-passed"),
        ("moved", "done-word-without-day"),
        ("mail bounced", "done-word-of-row"),
        ("no reply", "done-word-nothing-came"),
        ("Ben: done", "done-word-several-people"),
    ],
)
def test_each_reason_is_a_finding_that_quotes_the_word(value: str, code: str) -> None:
    place = Place(sheet="Log", row=7, column=12)
    refused = not_taken(value, others=("Ben Kim", "Ben Ode"))

    finding = not_taken_finding(refused, place)

    assert (finding.code, finding.place, finding.severity) == (code, place, KIND_BY_CODE[code].severity)
    assert f"“{refused.seen}”" in finding.message
    assert all(f"“{reading}”" in finding.hint for reading in refused.readings)


def phrases_by_meaning() -> list[tuple[str, str]]:
    return [
        (plain_phrase(f"{beginning} {ending}"), meaning)
        for meaning, beginnings, endings in DONE_WORDS
        for beginning in beginnings.split(";")
        for ending in endings.split(";")
    ]


def test_no_phrase_has_two_meanings() -> None:
    meanings: dict[str, set[str]] = {}
    for phrase, meaning in phrases_by_meaning():
        meanings.setdefault(phrase, set()).add(meaning)

    assert {phrase: found for phrase, found in meanings.items() if len(found) > 1} == {}


def test_no_phrase_is_a_day_too() -> None:
    days = {plain_phrase(word) for words in RELATIVE_DAYS.values() for word in words.split(";")}

    assert [
        phrase
        for phrase, _ in phrases_by_meaning()
        if phrase in days or phrase in WEEKDAY_BY_WORD or read_phrase(phrase, counted_from=FRIDAY)
    ] == []


@given(
    value=st.one_of(
        st.text(),
        st.booleans(),
        st.integers(),
        st.floats(allow_nan=True),
        st.dates(),
        st.datetimes(),
        st.times(),
        st.lists(
            st.sampled_from([phrase for phrase, _ in phrases_by_meaning()] + ["12 Nov", "3/4", "2 weeks", ",", ":", "-", "Ben"])
        ).map(" ".join),
    )
)  # fmt: skip
def test_reading_never_raises_and_what_is_taken_has_days_that_fit(value: CellValue) -> None:
    recorded = read(value, others=("Ben Kim",))

    if isinstance(recorded, NotTaken):
        assert not_taken_finding(recorded, Place(sheet="Log", row=2, column=9)).message
    else:
        assert all(entry.on <= FRIDAY for entry in recorded)
        assert all(entry.until is None or entry.until >= FRIDAY for entry in recorded)


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("rang her", "wrote"),
        ("phoned him yesterday", "wrote"),
        ("texted", "wrote"),
        ("pinged her on Tuesday", "wrote"),
        ("WhatsApped her", "wrote"),
        ("gave her a ring", "wrote"),
        ("left her a message", "wrote"),
        ("tried to call", "wrote"),
        ("chased her 25 Nov", "wrote"),
        ("followed up with her", "wrote"),
        ("DM'd her", "wrote"),
        ("called her back", "wrote"),
        ("i rang back", "wrote"),
        ("they rang", "replied"),
        ("she texted me back", "replied"),
        ("he left a voicemail", "replied"),
        ("had a chat with her", "talked"),
        ("caught up", "talked"),
        ("met for coffee", "met"),
        ("saw her", "met"),
        ("sent her the CV", "wrote"),
        ("article sent", "wrote"),
        ("i've emailed my references", "wrote"),
        ("Unterlagen geschickt", "wrote"),
        ("CV envoyé", "wrote"),
        ("enviei o CV", "wrote"),
        ("thanks sent", "thanked"),
        ("interview went well", "met"),
        ("habe sie angerufen", "wrote"),
        ("ihr gemailt", "wrote"),
        ("sie hat zurückgerufen", "replied"),
        ("je l'ai appelée", "wrote"),
        ("je lui ai écrit hier", "wrote"),
        ("le llamé ayer", "wrote"),
        ("le escribí", "wrote"),
        ("mandei mensagem", "wrote"),
        ("liguei de volta", "wrote"),
        ("l'ho chiamata", "wrote"),
        ("le ho scritto", "wrote"),
        ("haar gebeld", "wrote"),
        ("geappt", "wrote"),
        ("zadzwoniłam do niej", "wrote"),
        ("wysłałam sms", "wrote"),
        ("rang Ana", "wrote"),
        ("wrote to Ana López", "wrote"),
        ("had a chat with Ana", "talked"),
        ("met Ana", "met"),
        ("Ana rang", "replied"),
    ],
)
def test_everyday_words_for_a_call_a_message_or_a_talk_are_known(typed: str, what: str) -> None:
    assert [entry.what for entry in taken(typed)] == [what]


@pytest.mark.parametrize(("step", "what"), [("reply", "wrote"), ("nudge", "replied"), (None, "replied")])
@pytest.mark.parametrize(
    "typed", ["called back", "rang back", "emailed back", "zurückgerufen", "teruggebeld"]
)
def test_who_called_back_depends_on_whose_turn_it_was(typed: str, step: StepKind | None, what: str) -> None:
    assert [entry.what for entry in taken(typed, step=step)] == [what]


def test_a_call_to_one_of_two_people_goes_to_the_one_who_is_named() -> None:
    (entry,) = taken("rang Ben", others=("Ben Koch",))

    assert (entry.who, entry.what) == ("Ben Koch", "wrote")


@pytest.mark.parametrize(
    "typed",
    [
        "they sent the form",
        "nothing sent",
        "sent CV tomorrow",
        "form to be sent on Monday",
        "Vertrag nicht geschickt",
    ],
)
def test_what_may_not_have_been_sent_by_the_user_is_asked_about(typed: str) -> None:
    assert not_taken(typed).reason == "unknown"


@pytest.mark.parametrize("typed", ["done", "had the interview", "we met", "talked"])
def test_a_meeting_that_took_place_was_on_its_day(typed: str) -> None:
    (entry,) = taken(typed, step="meeting", due=D(2026, 11, 26))

    assert entry.on == D(2026, 11, 26)


@pytest.mark.parametrize(
    "typed", ["call booked for 16 Dec", "interview on 16 Dec", "Termin am 16.12.", "rdv le 16 déc"]
)
def test_a_meeting_that_was_agreed_is_ahead(typed: str) -> None:
    (entry,) = taken(typed, step="reply")

    assert (entry.what, entry.until, entry.ends) == ("called off", D(2026, 12, 16), ())


@pytest.mark.parametrize(
    ("value", "until"),
    [
        ("Monday", D(2026, 11, 30)),
        ("Fri", D(2026, 12, 4)),
        ("Samstag", D(2026, 11, 28)),
        ("end of January", D(2027, 1, 31)),
        ("till end of Dec", D(2026, 12, 31)),
        ("Ende Februar 2027", D(2027, 2, 28)),
        ("fin de enero", D(2027, 1, 31)),
    ],
)
def test_a_weekday_or_the_end_of_a_month_puts_off(value: str, until: dt.date) -> None:
    assert in_short(taken(value)) == [("snoozed", FRIDAY, until)]


@pytest.mark.parametrize(
    ("value", "step", "what"),
    [
        ("thanks", "thank", "thanked"),
        ("thx", "thank_referrer", "thanked"),
        ("congratulated", "congratulate", "wished"),
        ("gratuliert", "congratulate", "wished"),
        ("they replyed", "nudge", "replied"),
        ("met her for coffee", "nudge", "met"),
        ("called him about the CV", "nudge", "wrote"),
    ],
)
def test_plain_words_are_understood(value: str, step: StepKind, what: str) -> None:
    (entry,) = taken(value, step=step)

    assert entry.what == what


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("bounce", "of the row"),
        ("mail bounced", "of the row"),
        ("left the company", "of the row"),
        ("arbeitet nicht mehr bei der Firma", "of the row"),
        ("wrong number", "of the row"),
        ("dead", "of the row"),
        ("gone", "of the row"),
        ("he left", "of the row"),
        ("moved to Google", "of the row"),
        ("wrong guy", "of the row"),
        ("I withdrew", "of the row"),
        ("too busy", "of the row"),
        ("after the holidays", "of the row"),
        ("on hold", "of the row"),
        ("out of office", "of the row"),
        ("she'll get back to me", "of the row"),
        ("no reply", "nothing came"),
        ("keine Antwort", "nothing came"),
        ("met her for coffee tomorrow", "unknown"),
        ("meeting 20 Nov", "passed"),
    ],
)
def test_what_is_no_step_says_what_to_type_instead(value: str, reason: str) -> None:
    assert not_taken(value).reason == reason


def test_a_meeting_with_its_day_is_planned_and_calls_none_off() -> None:
    (entry,) = taken("interview 4 Dec 10:00", step="thank")

    assert (entry.what, entry.until, entry.ends, entry.note) == (
        "called off",
        D(2026, 12, 4),
        (),
        "interview 4 Dec 10:00",
    )
