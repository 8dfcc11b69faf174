"""Whom to introduce to each other: needs that meet offers, and introductions that were made."""

from __future__ import annotations

import pytest

from netsheet.core.practices.introduction_pairs import Pair, find_introduced, find_pairs
from netsheet.core.practices.topic_words import topic_words
from netsheet.core.recording.history_lines import HistoryLine
from netsheet.core.recording.introduced_lines import introduced_to
from tests.a_person import Teller, a_person, on

TODAY = on("16 Mar")


def warm(name: str, company: str = "", **facts: object) -> Teller:
    return a_person(name).who(relationship="warm", company=company, **facts)


def pairs_of(
    *people: Teller,
    needs: dict[str, str],
    offers: dict[str, str],
    introduced: frozenset[frozenset[str]] = frozenset(),
) -> tuple[Pair, ...]:
    everybody = [teller.person() for teller in people]
    facts = {
        person.key: {"needs": needs.get(person.name, ""), "offers": offers.get(person.name, "")}
        for person in everybody
    }
    return find_pairs(everybody, facts, today=TODAY, introduced=introduced)


def names(pairs: tuple[Pair, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(pair.one.name, pair.other.name, pair.meetings[0].words) for pair in pairs]


@pytest.mark.parametrize(
    ("need", "offer", "words"),
    [
        ("someone who knows hospital rotas", "advice on hospital rota planning", ("hospital", "rotas")),
        ("a recruiter for designers", "Recruiting, design", ("recruiter", "designers")),
        ("Krankenhäuser", "krankenhauser", ("krankenhäuser",)),
        ("Hilfe bei der Entwicklung", "Entwickler", ("entwicklung",)),
        ("un développeur", "développement web", ("développeur",)),
        ("C++", "c++ and Go", ("c++",)),
        ("help with pricing", "help with hiring", None),
        ("advice", "good advice", None),
        ("Rent", "re", None),
        ("10 people", "10 years", None),
        ("", "", None),
    ],
)
def test_a_need_meets_an_offer_by_its_words_endings_and_accents_aside(
    need: str, offer: str, words: tuple[str, ...] | None
) -> None:
    found = pairs_of(warm("Ana"), warm("Ben"), needs={"Ana": need}, offers={"Ben": offer})

    assert names(found) == ([("Ana", "Ben", words)] if words else [])


@pytest.mark.parametrize(
    ("ana", "ben", "are_introduced"),
    [
        (warm("Ana"), warm("Ben"), True),
        (warm("Ana"), a_person("Ben").who(relationship="close"), True),
        (warm("Ana"), a_person("Ben").who(relationship="weak"), False),
        (warm("Ana"), a_person("Ben"), False),
        (warm("Ana"), warm("Ben", do_not_contact=True), False),
        (warm("Ana"), warm("Ben", state="closed"), False),
        (warm("Ana"), warm("Ben", state="paused"), False),
        (warm("Ana", "Acme"), warm("Ben", "ACME"), False),
        (warm("Ana", "Acme GmbH"), warm("Ben", "Acme"), False),
        (warm("Ana", "Acme"), warm("Ben", "Globex"), True),
    ],
    ids=[
        "warm",
        "close",
        "weak",
        "no tie",
        "opted out",
        "closed",
        "parked",
        "colleagues",
        "legal form",
        "two companies",
    ],
)
def test_only_warm_and_close_ties_of_different_companies_are_introduced(
    ana: Teller, ben: Teller, *, are_introduced: bool
) -> None:
    found = pairs_of(ana, ben, needs={"Ana": "rotas"}, offers={"Ben": "rotas"})

    assert bool(found) is are_introduced


def test_a_pair_that_helps_both_ways_is_one_with_two_reasons_and_comes_first() -> None:
    found = pairs_of(
        warm("Ana"),
        warm("Ben"),
        warm("Chi"),
        needs={"Ana": "rotas", "Chi": "forecasts"},
        offers={"Ben": "rotas", "Ana": "forecasts in Excel"},
    )
    both = pairs_of(
        warm("Chi"),
        warm("Ana"),
        warm("Ben"),
        needs={"Ana": "rotas", "Ben": "forecasts", "Chi": "rotas"},
        offers={"Ben": "rotas", "Ana": "forecasts"},
    )

    assert [(one, other) for one, other, _ in names(found)] == [("Ana", "Ben"), ("Ana", "Chi")]
    assert [(pair.one.name, pair.other.name, len(pair.meetings)) for pair in both] == [
        ("Ana", "Ben", 2),
        ("Chi", "Ben", 1),
    ]


def test_nobody_is_introduced_to_themselves_or_to_somebody_they_know() -> None:
    ana, ben = warm("Ana"), warm("Ben")
    known = frozenset({frozenset({ana.person().key, ben.person().key})})

    assert pairs_of(ana, needs={"Ana": "rotas"}, offers={"Ana": "rotas"}) == ()
    assert pairs_of(ana, ben, needs={"Ana": "rotas"}, offers={"Ben": "rotas"}, introduced=known) == ()


@pytest.mark.parametrize(
    ("text", "is_known"),
    [
        ("to Ben Okafor", True),
        ("to ben okafor; about rotas", True),
        ("introduced her to Bén Okafor, by e-mail", True),
        ("to Ben Okaforsson", False),
        ("to Chi", False),
        ("", False),
    ],
)
def test_who_was_introduced_is_read_from_what_the_line_says(text: str, *, is_known: bool) -> None:
    people = [a_person("Ana Lopez").person(), a_person("Ben Okafor").person()]

    assert bool(find_introduced([(people[0].key, text)], people)) is is_known


@pytest.mark.parametrize(
    ("note", "to"),
    [("to Ben Okafor; about rotas", "Ben Okafor"), ("by e-mail; they get on", ""), ("", "")],
)
def test_to_whom_somebody_was_introduced_is_empty_where_the_note_does_not_say(note: str, to: str) -> None:
    assert introduced_to(HistoryLine(on=TODAY, what="introduced", note=note)) == to


def test_a_word_that_everybody_uses_makes_no_pairs() -> None:
    people = [warm(f"P{number}") for number in range(300)]
    texts = {teller.name: "forecasts" for teller in people}

    assert pairs_of(*people, needs=texts, offers=texts) == ()


def test_the_words_of_a_text_are_shown_as_they_are_written() -> None:
    assert list(topic_words("Speakers for a Data evening!").values()) == ["speakers", "data", "evening"]
