"""How well the user knows their target companies, and who would like to read which article."""

from __future__ import annotations

import datetime as dt

import pytest

from netsheet.core.model import Log, Place, SheetReading
from netsheet.core.optional_sheets.company_rows import TargetCompany
from netsheet.core.optional_sheets.named_people import NamedPerson
from netsheet.core.optional_sheets.resource_rows import Resource
from netsheet.core.practices.article_shares import ArticleShares, compute_shares
from netsheet.core.practices.target_coverage import (
    TargetCoverage,
    compute_coverage,
    say_coverage,
    say_known,
)
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.recording.log_history import RecordedLog
from netsheet.core.values.company_names import company_key
from tests.a_person import Teller, a_person, on, standings

HERE = Place(sheet="Companies", row=2, column=1)
TODAY = on("16 Mar")


def target(company: str, rank: int | None = None, through: str = "", key: str = "") -> TargetCompany:
    named = (NamedPerson(text=through, keys=(key,) if key else ()),) if through else ()
    return TargetCompany(company=company, rank=rank, through=named, place_of_row=HERE)


def covered(targets: list[TargetCompany], *people: Teller, **last: str) -> tuple[TargetCoverage, ...]:
    everybody = [teller.person() for teller in people]
    contacts: dict[str, dt.date | None] = {
        person.key: on(last[person.name]) if person.name in last else None for person in everybody
    }
    titles = {person.key: {"title": f"Head of {person.name}"} for person in everybody if person.name == "Ana"}
    return compute_coverage(targets, everybody, titles=titles, last_contacts=contacts)


def at(name: str, company: str, referred_by: str = "") -> Teller:
    return a_person(name).who(company=company, referred_by=referred_by)


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        ("Acme", "ACME GmbH", True),
        ("Acme GmbH & Co. KG", "acme", True),
        ("Société Générale S.A.", "Societe Generale", True),
        ("Acme, Inc.", "Acme", True),
        ("Acme", "Acme Labs", False),
        ("Co", "Inc", False),
        ("Delta", "Delta Airlines", False),
    ],
)
def test_a_company_is_known_by_its_name_whatever_its_legal_form(
    one: str, other: str, *, are_one: bool
) -> None:
    assert (company_key(one) == company_key(other)) is are_one


def test_each_target_says_whom_the_user_knows_there_the_last_touched_first() -> None:
    (acme,) = covered(
        [target("Acme")],
        at("Ana", "ACME GmbH"),
        at("Ben", "Acme"),
        at("Chi", "Globex"),
        Ana="1 Mar",
        Ben="9 Mar",
    )

    assert [known.person.name for known in acme.people] == ["Ben", "Ana"]
    assert acme.last_on == on("9 Mar")
    assert say_known(acme) == "Ben, Ana (Head of Ana)."


def test_who_led_to_somebody_there_is_a_way_in_and_so_is_whom_the_sheet_names() -> None:
    people = [
        at("Ana", "Acme", referred_by="Dana"),
        at("Dana", "Hooli"),
        at("Eva", "Acme", referred_by="Wei"),
    ]

    (acme,) = covered([target("Acme", through="Finn")], *people)

    assert [(way.name, way.person is not None, way.led_to) for way in acme.ways_in] == [
        ("Finn", False, ""),
        ("Dana", True, "Ana"),
        ("Wei", False, "Eva"),
    ]
    assert say_known(acme).endswith("Ways in: Finn; Dana, who led you to Ana; Wei, who led you to Eva.")


def test_a_colleague_is_no_way_in_of_their_own() -> None:
    ana, eva = at("Ana", "Acme"), at("Eva", "Acme", referred_by="Ana")

    (acme,) = covered([target("Acme", through="Ana", key=ana.person().key)], ana, eva)

    assert acme.ways_in == ()


@pytest.mark.parametrize(
    ("targets", "said"),
    [
        ([target("Acme"), target("Hooli"), target("Globex")], "2 of 3 targets have nobody yet."),
        ([target("Hooli")], "1 of 1 target has nobody yet."),
        ([target("Acme")], "You know somebody there."),
        ([target("Acme"), target("Initech")], "You know somebody at each of them."),
    ],
)
def test_one_sentence_says_how_many_targets_have_nobody(targets: list[TargetCompany], said: str) -> None:
    assert say_coverage(covered(targets, at("Ana", "Acme"), at("Ben", "Initech"))) == said


def test_targets_come_by_priority_and_a_company_named_twice_once() -> None:
    found = covered([target("D"), target("B", 2), target("A", 1), target("b inc", 1), target("C", 2)])

    assert [each.target.company for each in found] == ["A", "B", "C", "D"]
    assert say_known(found[0]) == "Nobody yet. Ask who knows somebody there."


def shared(
    people: list[Teller],
    facts: dict[str, dict[str, str]],
    *,
    sent_to: str = "",
    lines: tuple[HistoryLine, ...] = (),
) -> ArticleShares:
    everybody = standings(list(people), TODAY)
    keys = {standing.person.name: standing.person.key for standing in everybody}
    log = Log(
        reading=SheetReading(sheet="Log", header_row=1, headings=(), record_rows=()),
        people=tuple(each.person for each in everybody),
    )
    named = (NamedPerson(text=sent_to, keys=(keys[sent_to],)),) if sent_to else ()
    resource = Resource(
        title="Rota study",
        link="https://example.com/r",
        topics=("hospital rotas",),
        sent_to=named,
        place_of_row=HERE,
    )
    (article,) = compute_shares(
        [resource],
        everybody,
        {keys[name]: texts for name, texts in facts.items()},
        RecordedLog(read=log, log=log, lines=lines),
        today=TODAY,
    )
    return article


def known(name: str, met: str = "2 Mar", **facts: object) -> Teller:
    return a_person(name).met(met).thanked(met).who(**facts)


def test_who_cares_comes_by_the_words_in_common_and_then_by_the_longest_silence() -> None:
    article = shared(
        [known("Ana"), known("Ben", "1 Feb"), known("Chi", "1 Mar"), known("Dan")],
        {
            "Ana": {"details": "runs a hospital"},
            "Ben": {"tags": "Hospitals"},
            "Chi": {"needs": "better rotas", "industry": "hospital"},
            "Dan": {"details": "sails"},
        },
    )

    assert [(reader.person.name, reader.words, reader.fields) for reader in article.readers] == [
        ("Chi", ("hospital", "rotas"), ("needs", "industry")),
        ("Ben", ("hospital",), ("tags",)),
        ("Ana", ("hospital",), ("details",)),
    ]


@pytest.mark.parametrize(
    ("person", "is_named"),
    [
        (known("Ana"), True),
        (a_person("Ana").who(relationship="weak"), True),
        (a_person("Ana"), False),
        (a_person("Ana").wrote("2 Mar"), False),
        (known("Ana", state="closed"), False),
        (known("Ana", state="paused"), False),
        (known("Ana", do_not_contact=True), False),
    ],
    ids=["met", "a tie", "collected", "never answered", "closed", "parked", "opted out"],
)
def test_only_people_in_touch_are_named(person: Teller, *, is_named: bool) -> None:
    assert bool(shared([person], {"Ana": {"needs": "rotas"}}).readers) is is_named


@pytest.mark.parametrize(
    ("subject", "note", "has_it"),
    [
        ("Rota study", "", True),
        ("For you: ROTA STUDY", "", True),
        ("", "https://example.com/r", True),
        ("Another study", "", False),
    ],
)
def test_the_history_says_who_has_an_article_and_so_does_the_sheet(
    subject: str, note: str, *, has_it: bool
) -> None:
    line = HistoryLine(on=TODAY, what="gave", who="Ana", who_exactly="Ana", subject=subject, note=note)
    facts = {"Ana": {"needs": "rotas"}}

    by_history = shared([known("Ana")], facts, lines=(line,))
    by_sheet = shared([known("Ana")], facts, sent_to="Ana")

    assert (by_history.readers == (), by_history.sent_to) == (has_it, ("Ana",) if has_it else ())
    assert (by_sheet.readers, by_sheet.sent_to) == ((), ("Ana",))
