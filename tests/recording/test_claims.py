"""Whose is the word? It is taken where netsheet's cells next to it are those of the row."""

from __future__ import annotations

import pytest

from netsheet.core.model import Place
from netsheet.core.recording.claims import TypedWord, compute_claims, is_row_own
from netsheet.core.recording.memory_lines import PersonMemory

EARLIER, OF_ANA, OF_BEN = "earlier", "of ana", "of ben"
MEMORY = {
    "ana": PersonMemory(who_exactly="Ana", shown=frozenset({OF_ANA, EARLIER})),
    "ben": PersonMemory(who_exactly="Ben", shown=frozenset({OF_BEN}), unclaimed=frozenset({"done, at last"})),
}


def word(row: int, text: str, shown: str, *people: str, has_name: bool = False) -> TypedWord:
    place = Place(sheet="Log", row=row, column=9)
    return TypedWord(place=place, text=text, shown=shown, people=people, has_name=has_name)


@pytest.mark.parametrize(
    ("typed", "is_taken"),
    [
        (word(2, "done", OF_ANA, "ana"), True),
        (word(2, "done", EARLIER, "ana"), True),  # an older row of hers
        (word(2, "done", EARLIER, "ben"), False),  # he has no older rows
        (word(2, "done", "", "ana"), True),  # a new row
        (word(2, "done", "", "eve"), True),
        (word(2, "done", OF_BEN, "ana"), False),  # sorted without our columns
        (word(2, "done", OF_ANA, "eve"), False),  # Ana's row was copied to make Eve's
        (word(2, "done", OF_BEN, "ana", "ben"), True),  # two people in a row
        (word(2, "done", OF_BEN), False),
        (word(2, "done; at last", OF_BEN, "ben"), False),  # it was left before
        (word(2, "they replied", OF_BEN, "ben"), True),  # it has changed
        (word(2, "Ben: done", OF_ANA, "ben", has_name=True), True),
    ],
)
def test_a_word_is_taken_where_the_cells_next_to_it_are_the_rows_own(
    typed: TypedWord, *, is_taken: bool
) -> None:
    claims = compute_claims([typed], MEMORY)

    assert (typed.place in claims.taken) == is_taken
    assert (claims.finding is None) == is_taken


def test_without_any_memory_every_word_is_taken() -> None:
    claims = compute_claims([word(2, "done", OF_ANA, "ana"), word(3, "done", "", "ben")], None)

    assert {place.row for place in claims.taken} == {2, 3}
    assert claims.finding is None


def test_of_people_whom_the_memory_does_not_know_only_the_words_in_new_rows_are_taken() -> None:
    claims = compute_claims([word(2, "done", OF_ANA, "eve"), word(3, "done", "", "eve")], MEMORY)

    assert {place.row for place in claims.taken} == {3}


def test_words_that_are_not_taken_are_remembered_and_named_in_one_finding() -> None:
    claims = compute_claims(
        [
            word(7, "done", OF_BEN, "ana"),
            word(3, "2 weeks: why; not", OF_ANA, "ben", "eve"),
            word(4, "x", OF_ANA, "ana"),
        ],
        MEMORY,
    )

    assert claims.unclaimed == {
        "ana": frozenset({"done"}),
        "ben": frozenset({"2 weeks why, not"}),
        "eve": frozenset({"2 weeks why, not"}),
    }
    assert claims.finding is not None
    assert claims.finding.code == "columns-left-behind"
    assert claims.finding.place == Place(sheet="Log", row=3, column=9)
    assert "In I3 and I7 " in claims.finding.message


def test_a_word_that_was_left_is_not_taken_after_our_columns_were_written_anew() -> None:
    first = compute_claims([word(2, "done", OF_BEN, "ana")], MEMORY)
    after = {
        "ana": PersonMemory(who_exactly="Ana", shown=frozenset({OF_ANA}), unclaimed=first.unclaimed["ana"])
    }

    second = compute_claims([word(2, "done", OF_ANA, "ana")], after)
    renamed = compute_claims([word(2, "Ana: done", OF_ANA, "ana", has_name=True)], after)

    assert second.taken == frozenset()
    assert second.unclaimed == first.unclaimed
    assert {place.row for place in renamed.taken} == {2}


def test_a_row_is_its_own_when_it_is_empty_or_shows_what_was_written_for_one_of_its_people() -> None:
    assert is_row_own("", [], MEMORY)
    assert is_row_own(OF_ANA, ["eve", "ana"], MEMORY)
    assert not is_row_own(OF_ANA, ["eve"], MEMORY)
