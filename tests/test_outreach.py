"""Choosing what to write and to whom: the action, the channel, the template; and each guard with its twin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from netsheet.core.drafts.obstacles import find_text_fault, list_asks
from netsheet.core.drafts.phrasing import (
    clean_block,
    clean_line,
    clean_subject,
    count_utf16_units,
    spell_date,
    spell_gap,
    spell_stem,
    spell_when,
)
from netsheet.core.drafts.planning import plan_drafts
from netsheet.core.drafts.requests import (
    BlockedDraft,
    Draft,
    DraftChannel,
    DraftFilter,
    DraftRequest,
    Occasion,
    TemplateInfo,
)
from netsheet.core.drafts.variables import BY_NAME, VARIABLES
from netsheet.core.followups.actions import Action
from netsheet.core.model import (
    Finding,
    HeadingMatch,
    Log,
    Person,
    Place,
    Promise,
    Settings,
    SheetReading,
)
from netsheet.core.people.people_search import find_people
from netsheet.render.drafts import render_drafts
from tests.draft_people import (
    SETTINGS,
    TODAY,
    a_log,
    a_person,
    a_place,
    a_standing,
    a_touch,
    an_action,
    bundled,
    requests,
    write,
)

PROFILE = "https://www.linkedin.com/in/ana-example"
DAY = dt.timedelta(days=1)
TEMPLATES = bundled()


def plan(
    cases: Sequence[tuple[Person, Action | None]],
    *,
    facts: Mapping[str, Mapping[str, str]] | None = None,
    **more: Any,  # noqa: ANN401 - whatever plan_drafts takes
) -> tuple[DraftRequest | BlockedDraft, ...]:
    people = [person for person, _ in cases]
    given = (
        facts
        if facts is not None
        else {person.key: {"details": f"detail of {person.name}"} for person in people}
    )
    standings = [a_standing(person, *([action] if action else [])) for person, action in cases]
    options: dict[str, Any] = {"today": TODAY, "settings": SETTINGS, **more}
    return plan_drafts(a_log(people, given), standings, TEMPLATES.infos, **options)


def choice(
    person: Person,
    action: Action | None,
    **more: Any,  # noqa: ANN401 - whatever plan_drafts takes
) -> tuple[str, str]:
    (item,) = plan([(person, action)], **more)
    assert isinstance(item, DraftRequest), item
    return item.template.name, item.channel


def reason(item: object) -> str:
    assert isinstance(item, BlockedDraft), item
    return item.reason


# --- which people


def test_everyone_who_is_due_gets_a_draft_the_highest_ranked_first() -> None:
    late = a_person("Late", email="late@example.com", row=2)
    promised = a_person(
        "Promised", email="p@example.com", row=3, promises=(Promise(text="a list", place=a_place()),)
    )
    future = a_person("Future", email="f@example.com", row=4)
    planned = plan(
        [
            (late, an_action(late, "check_in", due=TODAY - DAY)),
            (promised, an_action(promised, "promise")),
            (future, an_action(future, "check_in", due=TODAY + DAY)),
        ]
    )

    assert [item.name for item in planned] == ["Promised", "Late"]


@pytest.mark.parametrize(
    ("kind", "due", "picked", "is_due"),
    [
        ("check_in", TODAY, False, True),
        ("check_in", TODAY + DAY, False, False),
        ("contact", None, False, True),
        ("wish", TODAY + 7 * DAY, False, True),
        ("wish", TODAY + 8 * DAY, False, False),
        ("reconnect", None, False, False),
        ("reconnect", None, True, True),
    ],
)
def test_due_is_what_the_due_list_calls_due(
    kind: str, due: dt.date | None, *, picked: bool, is_due: bool
) -> None:
    person = a_person(touches=(a_touch(TODAY - 400 * DAY, "in", "reply"),))
    only = DraftFilter(picked=frozenset({person.key} if picked else ()))

    assert bool(plan([(person, an_action(person, kind, due=due))], only=only)) is is_due


def test_one_person_gets_one_draft_for_the_highest_ranked_of_their_actions() -> None:
    person = a_person(promises=(Promise(text="a list", place=a_place()),))
    standing = a_standing(person, an_action(person, "promise"), an_action(person, "check_in"))

    planned = plan_drafts(
        a_log([person], {person.key: {"details": "x"}}),
        [standing],
        TEMPLATES.infos,
        today=TODAY,
        settings=SETTINGS,
    )

    assert [item.template.name for item in requests(planned)] == ["promise-kept"]


def test_a_kind_passes_over_the_higher_ranked_actions() -> None:
    person = a_person(promises=(Promise(text="a list", place=a_place()),))
    standing = a_standing(person, an_action(person, "promise"), an_action(person, "check_in"))

    planned = plan_drafts(
        a_log([person], {person.key: {"details": "x"}}),
        [standing],
        TEMPLATES.infos,
        today=TODAY,
        settings=SETTINGS,
        only=DraftFilter(kind="check_in"),
    )

    assert [item.template.name for item in requests(planned)] == ["check-in"]


def test_the_limit_counts_drafts_and_passes_over_blocked_ones() -> None:
    people = [
        a_person(f"P{n}", email=f"p{n}@example.com", row=n + 2, do_not_contact=n == 0) for n in range(4)
    ]
    planned = plan([(person, an_action(person, "check_in")) for person in people], only=DraftFilter(limit=2))

    assert [item.name for item in planned] == ["P0", "P1", "P2"]
    assert isinstance(planned[0], BlockedDraft)


def test_a_named_person_gets_a_draft_though_nothing_is_due() -> None:
    ana, bo = a_person(), a_person("Bo", email="bo@example.com", row=3)

    planned = plan([(ana, None), (bo, an_action(bo, "check_in"))], only=DraftFilter(people=("ana lópez",)))

    assert [(item.name, item.template.name) for item in requests(planned)] == [("Ana López", "check-in")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana", ["Ana", "Ana"]),
        ("an", ["Ana", "Ana", "Anton"]),
        ("  ANTON ", ["Anton"]),
        ("a2@example.com", ["Ana"]),
        ("n:Anton", ["Anton"]),
        ("zoe", []),
        ("", []),
    ],
)
def test_people_are_found_by_key_address_name_or_part_of_it(text: str, names: list[str]) -> None:
    people = [
        a_person("Ana", email="a1@example.com"),
        a_person("Ana", email="a2@example.com"),
        a_person("Anton", email=""),
    ]

    assert [person.name for person in find_people(people, text)] == names


def test_a_person_who_cannot_be_told_from_another_still_gets_their_own_file() -> None:
    people = [
        a_person("Ana López", email="a1@example.com"),
        a_person("Ana Lopez", email="a2@example.com", row=3),
    ]
    people += [a_person("山田", email="a3@example.com", row=4), a_person("Bo", email="a4@example.com", row=5)]

    stems = [
        item.stem for item in requests(plan([(person, an_action(person, "check_in")) for person in people]))
    ]

    assert len(set(stems)) == 4
    assert stems[0].startswith("ana-lopez-")
    assert stems[2].startswith("person-")
    assert stems[3] == "bo"
    only_one = requests(
        plan([(people[0], None), (people[1], None)], only=DraftFilter(people=("a1@example.com",)))
    )
    assert only_one[0].stem == stems[0]


# --- which template


@pytest.mark.parametrize(
    ("kind", "more", "touches", "expected"),
    [
        ("nudge", {"nudge": 1}, (a_touch(TODAY - 7 * DAY),), "nudge-1"),
        ("nudge", {"nudge": 2}, (a_touch(TODAY - 7 * DAY),), "nudge-2"),
        ("thank", {}, (a_touch(TODAY - DAY, "both", "meeting"),), "thank-you-meeting"),
        ("thank", {}, (a_touch(TODAY - DAY, "both", "call"),), "thank-you-meeting"),
        ("thank", {}, (a_touch(TODAY - DAY, "both", "interview"),), "thank-you-interview"),
        ("thank", {}, (a_touch(TODAY - DAY, "both", "event"),), "thank-you-event"),
        ("thank", {}, (a_touch(TODAY - DAY, "in", "referral"),), "thank-you-referral"),
        ("reply", {}, (a_touch(TODAY - DAY, "in", "reply"),), "reply-owed"),
        ("contact", {}, (), "intro"),
        ("wish", {}, (), "birthday"),
        ("check_in", {}, (), "check-in"),
        ("decide", {}, (a_touch(TODAY - 40 * DAY),), "last-note"),
        ("follow_up", {}, (a_touch(TODAY - 180 * DAY, "in", "reply"),), "check-back"),
        ("follow_up", {}, (a_touch(TODAY - 7 * DAY),), "nudge-1"),
        ("follow_up", {}, (a_touch(TODAY - 14 * DAY), a_touch(TODAY - 7 * DAY, channel="phone")), "nudge-2"),
        ("follow_up", {}, (a_touch(TODAY - 100 * DAY),), "check-back"),
        ("follow_up", {}, (a_touch(TODAY - 7 * DAY), a_touch(TODAY - 6 * DAY, "in", "reply")), "check-back"),
        ("follow_up", {}, (), "check-back"),
        (
            "follow_up",
            {},
            (a_touch(TODAY - 8 * DAY, "both", "meeting"), a_touch(TODAY - 7 * DAY, kind="thanks")),
            "check-back",
        ),
        ("follow_up", {}, (a_touch(TODAY - 7 * DAY, intent="social"),), "check-back"),
        ("follow_up", {}, (a_touch(TODAY - 9 * DAY), a_touch(TODAY - 7 * DAY, kind="thanks")), "nudge-1"),
    ],
)
def test_the_template_fits_the_action_and_the_history(
    kind: str, more: dict[str, Any], touches: tuple[Any, ...], expected: str
) -> None:
    person = a_person(touches=touches)

    assert choice(person, an_action(person, kind, **more))[0] == expected


def test_what_the_user_gives_chooses_the_template_that_uses_it() -> None:
    person = a_person()
    action = an_action(person, "check_in")

    assert (
        choice(person, action, only=DraftFilter(given={"link": "https://example.com"}))[0] == "share-article"
    )
    assert choice(person, action, only=DraftFilter(given={"news": "your new role"}))[0] == "congratulate"
    assert choice(person, action)[0] == "check-in"


def test_the_users_own_template_goes_before_the_bundled_one() -> None:
    own = TemplateInfo(
        name="zz-own",
        description="",
        occasions=(Occasion(kind="check_in"),),
        channels=("e-mail",),
        intent="give",
        requires=("detail",),
        is_own=True,
    )
    person = a_person()
    log = a_log([person], {person.key: {"details": "x"}})

    planned = plan_drafts(
        log,
        [a_standing(person, an_action(person, "check_in"))],
        [*TEMPLATES.infos, own],
        today=TODAY,
        settings=SETTINGS,
    )

    assert requests(planned)[0].template.name == "zz-own"


def test_a_template_of_another_channel_or_kind_is_not_chosen() -> None:
    person = a_person(email="", phone="+44 20 7946 0000")

    (item,) = plan([(person, an_action(person, "decide"))])

    assert reason(item) == "No template is for “decide” by text."


def test_a_template_can_be_named_whatever_is_due() -> None:
    person = a_person(company="Northwind")
    only = DraftFilter(people=("Ana",), template="ask-interview")

    assert choice(person, None, only=only) == ("ask-interview", "e-mail")


@pytest.mark.parametrize(
    ("template", "person", "said"),
    [
        ("no-such", a_person(), "There is no template “no-such” that can be used."),
        (
            "intro-note",
            a_person(),
            "The template “intro-note” is not for e-mail, which is how Ana López can be reached.",
        ),
    ],
)
def test_a_named_template_that_cannot_be_used_says_why(template: str, person: Person, said: str) -> None:
    (item,) = plan([(person, None)], only=DraftFilter(people=("Ana",), template=template))

    assert reason(item) == said


def test_an_introduction_is_offered_to_both_people_and_to_each_about_the_other() -> None:
    ana = a_person()
    ben = a_person("Ben Okafor", email="ben@example.com", row=3, company="Harbour Data")
    facts = {ana.key: {"details": "plans nights"}, ben.key: {"details": "forecasts", "offers": "help"}}

    planned = plan([(ana, None), (ben, None)], facts=facts, only=DraftFilter(people=("Ana",), other="Ben"))

    assert [item.template.name for item in requests(planned)] == ["introduce-two", "introduce-two"]
    others = [item.variables["other"] for item in requests(planned)]
    assert [other["name"] for other in others if isinstance(other, Mapping)] == ["Ben Okafor", "Ana López"]


def test_an_introduction_of_one_person_says_how_to_name_the_other() -> None:
    (item,) = plan([(a_person(), None)], only=DraftFilter(people=("Ana",), template="introduce-two"))

    assert reason(item) == "Say whom to introduce: add --with NAME."


# --- which channel


@pytest.mark.parametrize(
    ("more", "action", "expected"),
    [
        ({}, {}, "e-mail"),
        ({"linkedin": PROFILE}, {}, "e-mail"),
        ({"linkedin": PROFILE}, {"channel": "LinkedIn"}, "LinkedIn note"),
        ({"linkedin": PROFILE, "touches": (a_touch(TODAY, "in", channel="LinkedIn"),)}, {}, "LinkedIn"),
        (
            {"linkedin": PROFILE, "touches": (a_touch(TODAY, channel="LinkedIn"),)},
            {"channel": "e-mail"},
            "e-mail",
        ),
        ({"touches": (a_touch(TODAY, channel="LinkedIn"), a_touch(TODAY, "in", "reply"))}, {}, "e-mail"),
        ({"touches": (a_touch(TODAY, channel="phone"),)}, {"channel": "phone"}, "e-mail"),
        ({"email": "", "phone": "1"}, {}, "text"),
        ({"email": "not an address", "linkedin": PROFILE}, {}, "LinkedIn note"),
        ({"email": "", "key": "l:ana-example"}, {}, "LinkedIn note"),
    ],
)
def test_the_channel_is_the_one_that_reaches_them_best(
    more: dict[str, Any], action: dict[str, Any], expected: str
) -> None:
    person = a_person(**more)

    assert choice(person, an_action(person, "thank", **action))[1] == expected


@pytest.mark.parametrize(
    ("touches", "expected"),
    [
        ((a_touch(TODAY - 9 * DAY), a_touch(TODAY - 5 * DAY)), ("nudge-note", "LinkedIn note")),
        ((a_touch(TODAY - 5 * DAY),), ("nudge-2", "e-mail")),
        (
            (a_touch(TODAY - 9 * DAY), a_touch(TODAY - 7 * DAY, "in", "reply"), a_touch(TODAY - 5 * DAY)),
            ("nudge-2", "e-mail"),
        ),
        (
            (a_touch(TODAY - 9 * DAY, channel="LinkedIn"), a_touch(TODAY - 5 * DAY, channel="LinkedIn")),
            ("nudge-2", "e-mail"),
        ),
        ((a_touch(TODAY - 9 * DAY, channel="LinkedIn"), a_touch(TODAY - 5 * DAY)), ("nudge-2", "e-mail")),
        (
            (a_touch(TODAY - 9 * DAY, channel=None), a_touch(TODAY - 5 * DAY, channel=None)),
            ("nudge-2", "e-mail"),
        ),
    ],
)
def test_after_two_unanswered_messages_the_channel_changes(
    touches: tuple[Any, ...], expected: tuple[str, str]
) -> None:
    person = a_person(linkedin=PROFILE, touches=touches)

    assert choice(person, an_action(person, "nudge", nudge=2, channel=touches[-1].channel)) == expected


def test_a_text_goes_to_the_phone_number() -> None:
    person = a_person(email="", phone=" +44 20 7946 0000\n")

    (item,) = requests(plan([(person, an_action(person, "thank"))]))

    assert (item.channel, item.to) == ("text", "+44 20 7946 0000")


def test_without_another_way_the_channel_stays() -> None:
    person = a_person(touches=(a_touch(TODAY - 9 * DAY), a_touch(TODAY - 5 * DAY)))

    assert choice(person, an_action(person, "nudge", nudge=2))[1] == "e-mail"


@pytest.mark.parametrize(
    ("channel", "expected"),
    [("LinkedIn", "LinkedIn note"), ("LinkedIn note", "LinkedIn note"), ("e-mail", "e-mail")],
)
def test_a_channel_that_the_user_asks_for_is_kept(channel: DraftChannel, expected: str) -> None:
    person = a_person(linkedin=PROFILE, touches=(a_touch(TODAY - DAY, "both", "meeting"),))

    assert choice(person, an_action(person, "thank"), only=DraftFilter(channel=channel))[1] == expected


# --- guards: each blocks, and its twin passes


@pytest.mark.parametrize(
    ("more", "channel", "said", "cell"),
    [
        (
            {"email": ""},
            None,
            "There is no e-mail address, LinkedIn page or phone number for Ana López.",
            "C2",
        ),
        ({"email": "ana at home"}, None, "“ana at home” is not an address that one can write to.", "C2"),
        ({"email": "ana at home"}, "e-mail", "“ana at home” is not an address that one can write to.", "C2"),
        ({"email": "", "phone": "1"}, "e-mail", "There is no e-mail address for Ana López.", "C2"),
        ({}, "LinkedIn", "There is no LinkedIn page for Ana López.", "D2"),
        ({}, "text", "There is no phone number for Ana López.", "E2"),
    ],
)
def test_no_address_for_the_channel_blocks(
    more: dict[str, Any], channel: DraftChannel | None, said: str, cell: str
) -> None:
    person = a_person(**more)
    (item,) = plan([(person, an_action(person, "check_in"))], only=DraftFilter(channel=channel))

    assert reason(item) == said
    assert isinstance(item, BlockedDraft)
    assert item.place is not None
    assert item.place.address == cell


def test_an_address_for_the_channel_passes() -> None:
    person = a_person()

    (item,) = requests(plan([(person, an_action(person, "check_in"))]))

    assert item.to == "ana@example.com"


@pytest.mark.parametrize("is_barred", [True, False])
def test_do_not_contact_blocks(*, is_barred: bool) -> None:
    person = a_person(do_not_contact=is_barred)
    (item,) = plan([(person, an_action(person, "check_in"))])

    assert isinstance(item, BlockedDraft) is is_barred
    if isinstance(item, BlockedDraft):
        assert item.reason == "Ana López is marked “do not contact”."
        assert item.place == Place(sheet="Log", row=2, column=10)


@pytest.mark.parametrize("has_fault", [True, False])
def test_a_row_that_cannot_be_judged_blocks_with_its_finding(*, has_fault: bool) -> None:
    finding = Finding(
        code="date", severity="error", place=a_place(2, 3), message="“31 Feb” is no date.", hint=""
    )
    person = a_person(unreadable=finding if has_fault else None)
    (item,) = plan([(person, an_action(person, "check_in"))])

    assert isinstance(item, BlockedDraft) is has_fault
    if isinstance(item, BlockedDraft):
        assert (item.reason, item.place) == ("“31 Feb” is no date.", a_place(2, 3))


@pytest.mark.parametrize(
    ("touches", "is_blocked"),
    [
        ((a_touch(TODAY - 5 * DAY), a_touch(dt.date(2026, 3, 13), "in", "reply")), True),
        ((a_touch(TODAY - 5 * DAY), a_touch(dt.date(2026, 3, 13), "both", "call")), True),
        ((a_touch(TODAY - 5 * DAY),), False),
        ((a_touch(TODAY - 9 * DAY, "in", "reply"), a_touch(TODAY - 5 * DAY)), False),
    ],
)
def test_a_nudge_to_someone_who_replied_since_is_blocked(
    touches: tuple[Any, ...], *, is_blocked: bool
) -> None:
    person = a_person(touches=touches)
    (item,) = plan([(person, None)], only=DraftFilter(people=("Ana",), template="nudge-1"))

    assert isinstance(item, BlockedDraft) is is_blocked
    said = "Ana López replied" if touches[-1].direction == "in" else "You were in touch with Ana López"
    if is_blocked:
        assert reason(item) == f"{said} on 13 March: there is nothing to remind them of."


@pytest.mark.parametrize(
    ("only", "is_blocked"),
    [
        (DraftFilter(), True),
        (DraftFilter(people=("Ana",)), True),
        (DraftFilter(people=("Ana",), template="nudge-1", channel="e-mail"), True),
        (DraftFilter(people=("Ana",), template="nudge-1", channel="LinkedIn"), False),
    ],
)
def test_nothing_is_drafted_to_an_address_that_bounced(only: DraftFilter, *, is_blocked: bool) -> None:
    touches = (
        a_touch(TODAY - 9 * DAY, channel="LinkedIn"),
        a_touch(TODAY - 5 * DAY),
        a_touch(TODAY - 4 * DAY, "in", "bounce"),
    )
    person = a_person(touches=touches, linkedin="linkedin.com/in/ana-lopez")
    (item,) = plan([(person, an_action(person, "find_address"))], only=only)

    assert isinstance(item, BlockedDraft) is is_blocked
    if is_blocked:
        assert reason(item).startswith("Your last message to Ana López came back. Put another address")


def test_no_draft_is_for_the_meeting_of_the_day() -> None:
    person = a_person()

    assert plan([(person, an_action(person, "meeting"))]) == ()


ASKED = (a_touch(TODAY - 9 * DAY, intent="ask"), a_touch(TODAY - 7 * DAY, intent="ask"))


def test_an_ask_to_a_give_first_person_is_blocked_and_anyway_lifts_it() -> None:
    person, asked_once = (a_person(company="Northwind", touches=ASKED[:count]) for count in (2, 1))
    named = DraftFilter(people=("Ana",), template="ask-interview")
    anyway = DraftFilter(people=("Ana",), template="ask-interview", anyway=True)

    (blocked,) = plan([(person, None)], only=named)

    assert reason(blocked) == (
        "Your last messages to Ana López asked for something: give first, or add --anyway to write it all the same."
    )
    assert isinstance(plan([(person, None)], only=anyway)[0], DraftRequest)
    assert isinstance(plan([(asked_once, None)], only=named)[0], DraftRequest)


def test_a_give_first_person_who_is_due_gets_a_giving_draft() -> None:
    person, asked_once = (a_person(touches=ASKED[:count]) for count in (2, 1))
    action = an_action(person, "nudge", nudge=1)

    assert choice(person, action)[0] == "check-in"
    assert choice(asked_once, action)[0] == "nudge-1"
    assert choice(person, action, only=DraftFilter(anyway=True))[0] == "nudge-1"


@pytest.mark.parametrize(
    ("kind", "template", "facts", "gap", "said", "cell"),
    [
        (
            "check_in",
            None,
            {},
            "[something you know about them]",
            "There is no personal detail (details or notes) for Ana López yet.",
            "F2",
        ),
        (
            "contact",
            None,
            {"details": "x"},
            "[one sentence about yourself]",
            "“My pitch” on the Netsheet Settings sheet is empty.",
            None,
        ),
        (
            "check_in",
            "ask-referral",
            {"details": "x"},
            "[the position]",
            "There is no position for Ana López yet.",
            "I2",
        ),
        (
            "check_in",
            "share-article",
            {"details": "x"},
            "[the page you want to share]",
            "Only you know the link: add --give link=TEXT.",
            None,
        ),
        ("promise", None, {}, "[what you promised]", "No open promise to Ana López is logged.", "A2"),
        (
            "thank_referrer",
            None,
            {},
            "[whom they pointed you to]",
            "Nobody in the log is referred by Ana López.",
            "A2",
        ),
    ],
)
def test_an_empty_field_leaves_a_gap_with_the_cell_to_fill(
    kind: str, template: str | None, facts: dict[str, str], gap: str, *, said: str, cell: str | None
) -> None:
    person = a_person()
    draft = write(
        person,
        an_action(person, kind),
        facts=facts,
        only=DraftFilter(template=template),
        settings=Settings(my_name="Sam"),
    )

    assert isinstance(draft, Draft)
    assert draft.is_unfinished
    assert gap in draft.body
    (found,) = [each for each in draft.gaps if each.text == gap]
    assert found.reason == said
    assert (found.place.address if found.place else None) == cell


def test_a_detail_is_used_as_it_is_and_a_note_in_square_brackets_with_a_warning() -> None:
    person = a_person()
    action = an_action(person, "check_in")

    from_details = write(person, action, facts={"details": "x", "notes": "y"})
    from_notes = write(person, action, facts={"notes": "y"})

    assert (from_details.gaps, from_details.warnings) == ((), ())
    assert "[in your words: y]" in from_notes.body
    assert [gap.text for gap in from_notes.gaps] == ["[in your words: y]"]
    assert from_notes.warnings == (
        "The text in square brackets is your own note. Say it in words meant for them.",
    )


def test_a_missing_column_is_said_and_the_people_sheet_is_named_when_it_has_one() -> None:
    person = a_person(people_row=9)
    bare = SheetReading(
        sheet="Log",
        header_row=1,
        headings=(HeadingMatch(place=a_place(1), heading="Name", field="name"),),
        record_rows=(2,),
    )
    head = HeadingMatch(place=Place(sheet="People", row=1, column=4), heading="Details", field="details")
    people = SheetReading(sheet="People", header_row=1, headings=(head,), record_rows=(9,))
    standing = a_standing(person, an_action(person, "check_in"))

    def place_of(log: Log) -> tuple[str, Place | None]:
        planned = plan_drafts(log, [standing], TEMPLATES.infos, today=TODAY, settings=SETTINGS)
        (draft,) = render_drafts(planned, TEMPLATES)
        assert isinstance(draft, Draft)
        return draft.gaps[0].reason, draft.gaps[0].place

    assert place_of(Log(reading=bare, people=(person,)))[0].endswith(" yet. The sheet has no column for it.")
    assert place_of(Log(reading=bare, people=(person,), people_reading=people))[1] == Place(
        sheet="People", row=9, column=4
    )


def test_no_cell_of_the_log_is_named_for_someone_who_stands_on_the_people_sheet_alone() -> None:
    person = replace(a_person(people_row=9), place=Place(sheet="People", row=9, column=1), rows=())
    heads = [
        HeadingMatch(place=Place(sheet=sheet, row=1, column=column), heading=name, field=name)
        for sheet, column, name in (("Log", 1, "name"), ("Log", 5, "notes"), ("People", 1, "name"))
    ]
    reading = SheetReading(sheet="Log", header_row=1, headings=tuple(heads[:2]), record_rows=(9,))
    people = SheetReading(sheet="People", header_row=1, headings=tuple(heads[2:]), record_rows=(9,))
    standing = a_standing(person, an_action(person, "check_in"))
    log = Log(reading=reading, people=(person,), people_reading=people)

    planned = plan_drafts(log, [standing], TEMPLATES.infos, today=TODAY, settings=SETTINGS)
    (draft,) = render_drafts(planned, TEMPLATES)

    assert isinstance(draft, Draft)
    assert draft.gaps[0].reason.endswith(" yet. The sheet has no column for it.")
    assert draft.gaps[0].place == Place(sheet="People", row=9, column=1)


def test_drafts_that_differ_in_the_name_alone_are_unfinished_and_a_detail_of_their_own_lifts_it() -> None:
    people = [a_person("Ana López"), a_person("Bo Lind", email="bo@example.com", row=3)]
    cases = [(person, an_action(person, "check_in")) for person in people]

    def written(details: Sequence[str]) -> tuple[Draft | BlockedDraft, ...]:
        facts = {person.key: {"details": detail} for person, detail in zip(people, details, strict=True)}
        return render_drafts(plan(cases, facts=facts), TEMPLATES)

    alike = written(["the meetup", "the meetup"])
    assert all(isinstance(item, Draft) for item in alike)
    gaps = [item.gaps[0] for item in alike if isinstance(item, Draft)]
    assert [gap.reason for gap in gaps] == [
        "Only the name differs from another “check-in” draft: add a detail that is Ana López's own.",
        "Only the name differs from another “check-in” draft: add a detail that is Bo Lind's own.",
    ]
    assert [gap.place.address for gap in gaps if gap.place] == ["F2", "F3"]
    assert not any(isinstance(item, Draft) and item.gaps for item in written(["the meetup", "the talk"]))


@pytest.mark.parametrize(
    ("detail", "said"),
    [
        ("[COMPANY] is hiring", "“[COMPANY]” is still in the text: put the real words there."),
        ("hello [your name]", "“[your name]” is still in the text: put the real words there."),
        ("TODO ask her", "“TODO” is still in the text: put the real words there."),
        ("XXX", "“XXX” is still in the text: put the real words there."),
        ("{{ first_name }}", "“{{” is still in the text: put the real words there."),
        ("todo lists; [sic]; the XX committee", None),
    ],
)
def test_a_leftover_placeholder_blocks(detail: str, said: str | None) -> None:
    person = a_person()
    result = write(person, an_action(person, "check_in"), facts={"details": detail})

    if said is None:
        assert isinstance(result, Draft)
    else:
        assert reason(result) == said
        assert result.place.address == "F2"


@pytest.mark.parametrize(
    ("detail", "is_blocked"), [("why nights first?", True), ("nights come first", False)]
)
def test_two_asks_block(detail: str, *, is_blocked: bool) -> None:
    person = a_person()
    result = write(person, an_action(person, "check_in"), facts={"details": detail})

    assert isinstance(result, BlockedDraft) is is_blocked
    if is_blocked:
        assert reason(result) == (
            "It asks for two things: “What made me write to you: why nights first?” "
            "and “How are things going?”. Keep one."
        )


@pytest.mark.parametrize(("length", "is_blocked"), [(110, False), (200, True)])
def test_a_linkedin_note_that_is_too_long_is_blocked_never_cut(length: int, *, is_blocked: bool) -> None:
    person = a_person(email="", linkedin=PROFILE)
    result = write(person, an_action(person, "contact"), facts={"details": "x" * length})

    assert isinstance(result, BlockedDraft) is is_blocked
    if is_blocked:
        assert "characters and this channel takes 200: shorten the detail or the template." in reason(result)
        assert result.place.address == "F2"
    else:
        assert "x" * length in result.body


def test_a_linkedin_note_that_only_a_note_to_reword_makes_too_long_is_unfinished() -> None:
    person = a_person(email="", linkedin=PROFILE)
    result = write(person, an_action(person, "contact"), facts={"notes": "x" * 200})

    assert isinstance(result, Draft)
    assert result.is_unfinished
    assert (
        f"It has {len(result.body)} characters now, and this channel takes 200: say your note in fewer words."
        in (result.warnings)
    )


def test_linkedin_counts_utf16_units() -> None:
    assert count_utf16_units("a😀é") == 4
    assert find_text_fault("", "😀" * 100, 200) == ""
    assert find_text_fault("", "😀" * 101, 200).startswith("It has 202 characters")


def test_an_answer_to_a_no_is_due_although_the_contact_is_closed() -> None:
    person = a_person(state="closed", touches=(a_touch(TODAY, "in", "reply", response_type="negative"),))

    assert write(person, an_action(person, "reply")).warnings == ()


@pytest.mark.parametrize(
    ("notes", "is_said"),
    [
        ("Met at the fair. Please do not contact me again.", True),
        ("keine Nachrichten mehr", True),
        ("told me not to contact Ben", False),
        ("knows the hiring manager", False),
    ],
)
def test_a_note_that_asks_for_no_more_messages_is_named(notes: str, *, is_said: bool) -> None:
    person = a_person()
    result = write(person, an_action(person, "check_in"), facts={"details": "x", "notes": notes})

    warning = "Your note says that they want no more messages. Look at it before you write."
    assert (warning in result.warnings) is is_said


def test_a_long_draft_and_a_missing_signature_and_a_closed_contact_are_warned_of() -> None:
    person = a_person(state="closed")
    only = DraftFilter(people=("Ana",))
    result = write(person, None, facts={"details": "word " * 100}, settings=Settings(), only=only)

    assert isinstance(result, Draft)
    assert result.warnings[0] == (
        "Your name is not under the text yet. First fill in “My name” on the sheet Netsheet Settings and run netsheet draft again, then change the text."
    )
    assert result.warnings[1] == "Your log says that this contact is closed."
    assert result.warnings[2].endswith("This template allows at most 100.")


# --- words


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("How are you?", 1),
        ("How are you? What is new?", 2),
        ("Could you send it. Would you call?", 2),
        ("I'd love to hear how it went.", 1),
        ("Please send me the list.\n\nThank you.", 1),
        ("See https://example.com/?a=1 for more.", 0),
        ("Tell me when you need help.", 0),
        ("", 0),
    ],
)
def test_asks_are_counted_by_sentence(text: str, asks: int) -> None:
    assert len(list_asks(text)) == asks


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "a few days"),
        (6, "a few days"),
        (7, "a week"),
        (21, "three weeks"),
        (55, "eight weeks"),
        (56, "two months"),
        (180, "six months"),
        (364, "eleven months"),
        (365, "a year"),
        (800, "two years"),
        (365 * 15, "15 years"),
    ],
)
def test_a_span_is_said_in_the_words_one_would_use(days: int, words: str) -> None:
    assert spell_gap(days) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (TODAY, "today"),
        (TODAY - DAY, "on Sunday"),
        (TODAY - 6 * DAY, "on Tuesday"),
        (TODAY - 7 * DAY, "on 9 March"),
        (TODAY + 4 * DAY, "on Friday"),
        (dt.date(2025, 12, 31), "on 31 December 2025"),
    ],
)
def test_a_day_is_said_as_one_would_say_it(day: dt.date, words: str) -> None:
    assert spell_when(day, today=TODAY) == words
    assert spell_date(dt.date(2026, 3, 3), today=TODAY) == "3 March"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  a \n b\r\nc\td ", "a b c d"),
        ("a\u2028b\u2029c\x85d\x0be\0f", "a b c d e f"),
        ("a\ud800b", "a?b"),
        ("\u202eevil\u2066x", "evilx"),
        ("שלום 👩\u200d💻", "שלום 👩\u200d💻"),
        ("a\u00a0b", "a b"),
    ],
)
def test_a_cell_becomes_one_safe_line(text: str, line: str) -> None:
    assert clean_line(text) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Quoi de neuf\u00a0?", "Quoi de neuf\u00a0?"),
        ("Quoi\u202f?  \n Rien ", "Quoi\u202f? Rien"),
        ("\u00a0a\u00a0", "a"),
        ("a\u2028b\u2029c\x85d\x0be\0f\rg\x1ch", "a b c d e f g h"),
        ("a\u00a0\r\nBcc: eve@example.com", "a\u00a0 Bcc: eve@example.com"),
        ("a\u3000b\u2003c\ud800\u202e", "a b c?"),
    ],
)
def test_a_subject_is_one_safe_line_that_keeps_the_spaces_of_french(text: str, line: str) -> None:
    assert clean_subject(text) == line


def test_a_signature_keeps_its_lines() -> None:
    assert clean_block("\nSam Reed\n\n+44  20\0\u202e\r\n") == "Sam Reed\n\n+44 20"


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Ana López", "ana-lopez"),
        ("Łukasz Groß-Ødegård", "lukasz-gross-odegard"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con"),
        ("a\0b\\c:d*e?", "a-b-c-d-e"),
        ("山田", ""),
        ("x" * 100, "x" * 40),
    ],
)
def test_a_name_becomes_part_of_a_file_name(name: str, stem: str) -> None:
    assert spell_stem(name) == stem


def test_a_company_without_a_person_is_greeted_without_a_name() -> None:
    person = a_person("Northwind", company="Northwind")
    result = write(person, an_action(person, "check_in"))

    assert result.body.startswith("Hi,\n")


def test_every_variable_of_the_table_has_a_value_and_every_value_stands_in_the_table() -> None:
    (item,) = requests(plan([(a_person(), an_action(a_person(), "check_in"))]))
    names = {
        f"{group}.{name}" if isinstance(value, Mapping) else group
        for group, value in item.variables.items()
        if group != "person"
        for name in (value if isinstance(value, Mapping) else [group])
    }

    assert names == set(BY_NAME)
    assert all(variable.meaning and variable.missing for variable in VARIABLES)
    assert len(BY_NAME) == len(VARIABLES)
