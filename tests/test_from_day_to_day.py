"""What is typed on one day and shown on the next, through the real command line and files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line import run
from tests.playing import play
from tests.test_recording_sheets import sheet_of

TOUCHES = "Date | Name | Company | Email | Direction | Status"
PEOPLE = "Name | Company | Email | Date contacted | Replied? | Status"


def days_of(season: str, folder: Path) -> list[list[str]]:
    """Play a season; for each day what is said, without what was typed."""
    days: list[list[str]] = []
    for line in play(season, folder):
        if line.startswith("=="):
            days.append([])
        elif not line.startswith(("   +", "   ~", "   $")) and " | " not in line:
            days[-1].append(line.strip())
    return days


def test_another_reply_of_a_day_that_was_answered_is_owed(tmp_path: Path) -> None:
    season = f"""{TOUCHES}

2026-03-09
+ 2026-03-02 | Ana Silva | Brightfield | ana@example.com | out
+ 2026-03-09 | Ana Silva | Brightfield | ana@example.com | in

2026-03-10
+ 2026-03-09 | Ana Silva | Brightfield | ana@example.com | out

2026-03-11
+ 2026-03-09 | Ana Silva | Brightfield | ana@example.com | in

2026-03-12
Ana Silva | Netsheet done | done"""

    _, answered, again, done = days_of(season, tmp_path)

    assert answered[0].startswith("Nothing is due today.")
    assert "Ana Silva: Answer their message (2026-03-10). They wrote last, on 9 Mar." in again
    assert "Recorded as done for Ana Silva: reply; you wrote today. Next, on " in done[0].replace("< ", "")
    assert any(line.startswith("Nothing is due today.") for line in done)


def test_a_message_that_came_back_is_no_reminder_once_another_address_was_written_to(tmp_path: Path) -> None:
    season = """Name | Company | Email | Date contacted | Response

2026-03-09
+ Ana Silva | Brightfield | ana@exmaple.com | 2026-03-06 | bounced

2026-03-10
Ana Silva | Email | ana@example.com
Ana Silva | Date contacted | 2026-03-10
Ana Silva | Response |

2026-03-17"""

    came_back, corrected, later = days_of(season, tmp_path)

    assert any("Find another address or way" in line for line in came_back)
    assert not any("Kept" in line for line in corrected)
    assert any("after your message of 10 Mar; reminder 1 of 2." in line for line in later), later


@pytest.mark.parametrize(
    ("word", "said"),
    [("called off", "the meeting is called off."), ("moved to 16 March", "the meeting is moved to 16 Mar.")],
)
def test_a_meeting_that_did_not_take_place_is_not_said_to_be_thanked_for(
    tmp_path: Path, word: str, said: str
) -> None:
    season = f"""Name | Company | Email | Date contacted | Channel

2026-03-11
+ Ben Okafor | Tidewater | ben@example.com | 2026-03-10 | coffee

2026-03-12
Ben Okafor | Netsheet done | {word}"""

    _, off = days_of(season, tmp_path)

    assert off[0].startswith(f"< Recorded for Ben Okafor: {said}")


def test_what_was_said_at_a_talk_is_no_further_message(tmp_path: Path) -> None:
    season = """Name | Company | Email | Date contacted | Channel | Response

2026-03-09
+ Ana Silva | Brightfield | ana@example.com | 2026-03-02 | e-mail
+ Cleo Brandt | Kubus | cleo@example.com | 2026-03-02 | e-mail

2026-03-11
+ Ana Silva | Brightfield | ana@example.com | 2026-03-10 | coffee | knows somebody at Kubus
+ Ben Okafor | Tidewater | ben@example.com | 2026-03-10 | met | sends my CV to his boss
Cleo Brandt | Response | sends my CV to her boss

2026-03-12
Ana Silva | Netsheet done | thanked
Ben Okafor | Netsheet done | thanked"""

    _, met, thanked = days_of(season, tmp_path)

    assert [line.split(":")[0] for line in met if "they wrote to you" in line] == [
        "< Recorded for Cleo Brandt"
    ]
    assert {line.split(":")[0] for line in met if "Say thank you for the meeting" in line} == {
        "Ana Silva",
        "Ben Okafor",
    }
    assert not any(line.startswith(("Ana Silva", "Ben Okafor")) for line in thanked)


def test_a_new_reply_of_somebody_who_wants_no_contact_is_a_finding(tmp_path: Path) -> None:
    season = f"""{PEOPLE}

2026-03-09
+ Ana Silva | Brightfield | ana@example.com | 2026-03-02 | | unsubscribed
+ Ben Okafor | Tidewater | ben@example.com | 2026-03-02

2026-03-10
Ana Silva | Replied? | yes 10 Mar
Ben Okafor | Replied? | yes 10 Mar
Ben Okafor | Status | unsubscribed

2026-03-11

2026-03-25"""

    first, new, next_day, later = days_of(season, tmp_path)

    found = "! A2: Ana Silva wrote again after your entry that they want no contact. netsheet asks you for nothing."
    assert [found in day for day in (first, new, next_day, later)] == [False, True, True, False]
    assert not any("Ben Okafor wrote again" in line for line in new)


def test_done_for_somebody_with_nothing_due_is_said(tmp_path: Path) -> None:
    season = f"""{PEOPLE}

2026-03-09
+ Ana Silva | Brightfield | ana@example.com | 2026-03-09

2026-03-10
Ana Silva | Netsheet done | done"""

    (_, said) = days_of(season, tmp_path)

    assert (
        said[0]
        == "< Nothing was due for Ana Silva; recorded as a message from you today. Next, on 17 Mar: send a reminder."
    )


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        (["Ana Silva | Netsheet done | we talked", "Ana Silva | Netsheet done | thanked"], "In touch"),
        (["Ana Silva | Netsheet done | close"], "Closed"),
        (["Ana Silva | Status | paused"], "Paused"),
        ([], "Waiting"),
    ],
)
def test_done_for_somebody_with_nothing_due_changes_no_state_and_starts_no_reminders(
    tmp_path: Path, typed: list[str], state: str
) -> None:
    moves = "\n\n".join(f"2026-03-{day}\n{move}" for day, move in enumerate(typed, start=10))
    season = f"""{PEOPLE}

2026-03-09
+ Ana Silva | Brightfield | ana@example.com | 2026-03-09

{moves}

2026-03-12

2026-03-13
Ana Silva | Netsheet done | done"""

    *_, said = days_of(season.replace("\n\n\n\n", "\n\n"), tmp_path)

    page = sheet_of(tmp_path / "log.xlsx", "Contacts").rows
    shown = dict(zip(page[0], page[1], strict=True))
    assert said[0].startswith("< Nothing was due for Ana Silva; recorded as a message from you today. ")
    assert shown["Netsheet status"] == state
    assert ("reminder" in str(shown["Netsheet why"])) == (state == "Waiting")


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("they replied, 2 weeks", "< Recorded for Ana Silva: they wrote to you today; put off until 24 Mar."),
        ("close", "< Recorded for Ana Silva: closed."),
        ("keep", "< Recorded for Ana Silva: you keep it open today. Next, due now: send a reminder."),
    ],
)
def test_what_was_typed_is_said_in_one_line_for_each_person(tmp_path: Path, word: str, said: str) -> None:
    season = f"""{PEOPLE}

2026-03-09
+ Ana Silva | Brightfield | ana@example.com | 2026-03-02

2026-03-10
Ana Silva | Netsheet done | {word}"""

    (_, shown) = days_of(season, tmp_path)

    assert shown[0] == said


def test_a_word_that_is_not_taken_is_named_with_its_person(tmp_path: Path) -> None:
    season = f"""{PEOPLE}

2026-03-09
+ Ana Silva | Brightfield | ana@example.com | 2026-03-02

2026-03-10
Ana Silva | Netsheet done | blah"""

    (_, shown) = days_of(season, tmp_path)

    assert shown[0].startswith("! K2: Ana Silva: Netsheet done says “blah”")


def test_done_on_the_day_after_a_meeting_means_the_meeting(tmp_path: Path) -> None:
    season = f"""{PEOPLE} | Meeting date

2026-03-09
+ Ana Silva | Brightfield | ana@example.com | 2026-03-02 | yes | | 2026-03-10

2026-03-10

2026-03-11
Ana Silva | Netsheet done | done"""

    (_, _, shown) = days_of(season, tmp_path)

    assert (
        "Ana Silva: Say thank you for the meeting (2026-03-11). You met on 10 Mar; no thank-you is logged yet."
        in shown
    )


def test_an_empty_list_on_a_break_names_what_waits_and_what_comes(tmp_path: Path) -> None:
    season = f"""{PEOPLE}

2026-03-09
+ Ana Silva | Brightfield | ana@example.com | 2026-03-02
~ 2026-03-09 | 2026-03-20"""

    (shown,) = days_of(season, tmp_path)

    assert " ".join(shown) == (
        "On a break until 20 Mar; 1 step is put off until then: Ana Silva. Nothing is due today. Next: Ana Silva, 23 Mar. "
        "No reply to your message of 2 Mar yet; reminder 1 of 2 comes up on 23 Mar."
    )


@pytest.mark.parametrize(
    ("heading", "word", "next_word"),
    [
        ("Replied?", "yes", "answered"),
        ("Status", "replied", "answered"),
        ("Status", "replied", "in conversation"),
    ],
)
def test_a_word_typed_after_a_reply_without_a_day_ends_it(
    tmp_path: Path, heading: str, word: str, next_word: str
) -> None:
    season = f"""Name | Company | Date | Replied? | Status

2026-03-09
+ Ana Silva | Brightfield | 2026-03-05

2026-03-11
Ana Silva | {heading} | {word}

2026-03-12

2026-03-13
Ana Silva | Status | {next_word}

2026-03-16"""

    *_, owed, ended, later = days_of(season, tmp_path)

    assert owed == ["Ana Silva: Answer their message (2026-03-11). They wrote last, between 9 and 11 Mar."]
    assert not any("Answer their" in line for line in (*ended, *later))


def test_who_replied_after_a_meeting_is_left_to_the_user(tmp_path: Path) -> None:
    season = """Date | Name | Company | How | Type | Status

2026-03-09
+ 2026-03-05 | Ana Silva | Brightfield | in person | coffee |

2026-03-10
+ 2026-03-10 | Ana Silva | Brightfield | e-mail | | replied

2026-03-11
Ana Silva | Netsheet done | done

2026-03-12"""

    *_, typed, ended, later = days_of(season, tmp_path)

    assert typed[-1] == (
        "Ana Silva: Answer their message (2026-03-10). They wrote last, between 9 and 10 Mar; if it was you who wrote, type done."
    )
    assert not any("Answer their" in line for line in (*ended, *later))


@pytest.mark.parametrize(("word", "step"), [("sent", "Send a reminder"), ("done", "Call again")])
def test_what_was_sent_after_a_call_was_no_call(tmp_path: Path, word: str, step: str) -> None:
    season = f"""Date | Name | Company | How | What

2026-03-09
+ 2026-03-02 | Ana Silva | Brightfield | phone | rang
+ 2026-03-02 | Ben Okafor | Tidewater | email | emailed

2026-03-10
Ana Silva | Netsheet done | {word}

2026-03-20"""

    *_, later = days_of(season, tmp_path)

    assert any(line.startswith(f"Ana Silva: {step}") for line in later)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not hiring right now", "They said not now between 9 and 12 Mar; ask again on 10 Jun."),
        ("thanks but no thanks", "They said no between 9 and 12 Mar; a short thank-you keeps the door open."),
        ("had a call", "they replied, the day is not logged"),
        ("happy to chat", "They wrote last, between 9 and 12 Mar."),
    ],
)
def test_what_a_new_answer_says_counts_from_the_refresh_that_first_shows_it(
    tmp_path: Path, text: str, said: str
) -> None:
    season = f"""Name | Company | Email | Date contacted | Response

2026-03-09
+ Ana Silva | Brightfield | ana@example.com | 2026-03-02

2026-03-12
Ana Silva | Response | {text}

2026-03-13"""

    days_of(season, tmp_path)

    whys = [str(value) for row in sheet_of(tmp_path / "log.xlsx", "Contacts").rows for value in row]
    assert any(said in why for why in whys), whys


def test_an_acceptance_without_a_day_asks_for_a_message_once(tmp_path: Path) -> None:
    season = """Name | Company | Channel | Date contacted | Response

2026-03-09
+ Ana Silva | Brightfield | LinkedIn | 2026-03-06
+ Ben Okafor | Tidewater | LinkedIn | 2026-01-12 | accepted my invitation
+ Carla Neri | Solace | LinkedIn | 2026-03-06 | accepted my invitation

2026-03-11
Ana Silva | Response | accepted my invitation
Carla Neri | Netsheet done | done

2026-03-12
Ana Silva | Date contacted | 2026-03-12

2026-03-13"""

    steps = [[line for line in day if "Send a first message" in line] for day in days_of(season, tmp_path)]

    said = "They accepted your invitation; no message is logged since."
    assert steps == [
        [f"Carla Neri: Send a first message on LinkedIn (2026-03-09). {said}"],
        [f"Ana Silva: Send a first message on LinkedIn (2026-03-11). {said}"],
        [],
        [],
    ]


def test_a_promise_in_a_row_without_a_day_has_the_day_that_its_text_names(tmp_path: Path) -> None:
    season = """Name | Company | Date sent | Promise

2026-03-09
+ Ana Silva | Brightfield | | send my CV by 13 Mar
+ Ben Okafor | Tidewater | | send my CV

2026-03-13

2026-03-16"""

    seen, on_day, late = days_of(season, tmp_path)

    assert any(line.startswith("Ana Silva, on 2026-03-13: Keep your promise") for line in seen)
    assert (
        "Ana Silva: Keep your promise: “send my CV by 13 Mar” (2026-03-13). You promised this by 13 Mar."
        in on_day
    )
    assert any(line.startswith("Ben Okafor") and "so it counts from 9 Mar." in line for line in on_day)
    assert any(line.startswith("Ana Silva") and "(2026-03-13)" in line for line in late)


def test_nobody_who_asks_in_their_answer_for_no_more_messages_is_answered(tmp_path: Path) -> None:
    season = """Name | Company | Date sent | Response

2026-03-09
+ Ana Silva | Brightfield | 2026-03-02 |

2026-03-10
Ana Silva | Response | Please do not contact me again!

2026-03-11

2026-06-30"""

    _, *later = days_of(season, tmp_path)

    assert not any(line.startswith("Ana Silva: ") and "(2026" in line for day in later for line in day)


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Next step", "Remind him in 2 weeks"),
        ("Next step", "ask again in 2 weeks"),
        ("Follow up", "2 weeks"),
    ],
)
def test_a_span_typed_into_an_old_row_counts_from_the_day_it_is_first_seen(
    heading: str, text: str, tmp_path: Path
) -> None:
    season = f"""Name | Company | Date sent | Next step | Follow up

2026-03-09
+ Ana Silva | Brightfield | 2026-03-02 | |

2026-03-25
Ana Silva | {heading} | {text}

2026-04-08

2026-04-09
$ done Ana

2026-04-20"""

    *_, on_day, done, later = days_of(season, tmp_path)

    why = f"Your own follow-up date is 8 Apr, counted from 25 Mar, when netsheet first saw “{text}”."
    assert any(why in line and "(2026-04-08)" in line for line in on_day)
    assert any(line.startswith("> Recorded as done for Ana Silva") for line in done)
    assert not any("counted from" in line for line in [*done, *later])


@pytest.mark.parametrize(
    ("moves", "day"),
    [
        ("", "16 Mar"),  # it was there on the first refresh
        ("Ana Silva | Next step | ask again in 3 weeks", "1 Apr, counted from 11 Mar"),  # another text
        ("Ana Silva | Date sent | 2026-03-10", "24 Mar"),  # the row's day is newer than the text
        ("Ana Silva | Date sent | 2026-03-10\nAna Silva | Next step | in 3 weeks", "31 Mar"),
    ],
)
def test_a_span_counts_from_the_day_of_its_row_where_that_is_as_new(
    moves: str, day: str, tmp_path: Path
) -> None:
    season = f"""Name | Company | Date sent | Next step

2026-03-09
+ Ana Silva | Brightfield | 2026-03-02 | ask again in 2 weeks

2026-03-11
{moves}

2026-03-12"""

    *_, last = days_of(season.replace("\n\n\n", "\n\n"), tmp_path)

    assert any(f"Your own follow-up date is {day}" in line for line in last), last


@pytest.mark.parametrize("sent_on", ["2026-03-02", ""])
def test_not_now_with_a_span_and_no_day_counts_from_when_it_is_first_seen(
    sent_on: str, tmp_path: Path
) -> None:
    season = f"""Name | Company | Date sent | Response

2026-03-04
+ Ana Silva | Brightfield | {sent_on} |

2026-03-10
Ana Silva | Response | not now, ask me in 3 weeks

2026-03-11

2026-03-31"""

    *_, next_day, later = days_of(season, tmp_path)

    assert not any("plans nothing" in line for line in next_day)
    assert any("They said “ask me in 3 weeks”; ask again on 31 Mar." in line for line in next_day), next_day
    assert any("They said “ask me in 3 weeks”" in line and "(2026-03-31)" in line for line in later), later


def test_not_now_with_a_span_says_on_a_first_refresh_why_the_usual_wait_is_taken(tmp_path: Path) -> None:
    season = """Name | Company | Date sent | Response

2026-03-04
+ Ana Silva | Brightfield | 2026-03-02 | not now, ask me in 3 weeks"""

    [lines] = days_of(season, tmp_path)

    assert any("so it plans nothing for it." in line for line in lines)
    said = run("due", tmp_path / "log.xlsx", "--person", "Ana", today="2026-03-04").stdout
    assert "ask again on 1 Jun, as the day from which “ask me in 3 weeks” counts is not logged." in said
