from __future__ import annotations

import pytest

from netsheet.core.values.person_names import split_name


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ana López", ("Ana", "López")),
        ("López, Ana", ("Ana", "López")),
        ("Dr. Ana López", ("Ana", "López")),
        ("Prof. Dr. Ana María López", ("Ana", "María López")),
        ("Frau Dr. Ulrike Blum", ("Ulrike", "Blum")),
        ("Sr. Juan Pérez", ("Juan", "Pérez")),
        ("Ana López, PhD", ("Ana", "López")),
        ("Ann Lee, Ph.D.", ("Ann", "Lee")),
        ("Ann Lee, CPA", ("Ann", "Lee")),
        ("Finn O'Hara, Jr", ("Finn", "O'Hara")),
        ("Kim Jr", ("Kim", "")),
        ("Ann Lee MBA", ("Ann", "Lee")),
        ("Ann Lee, head of design", ("Ann", "Lee")),
        ("Lee, Ann Marie", ("Ann", "Marie Lee")),
        ("van der Lee, Ann", ("Ann", "van der Lee")),
        ("Madonna", ("Madonna", "")),
        ("Dr", ("Dr", "")),
        ("Jr", ("Jr", "")),
        ("", ("", "")),
        (",", ("", "")),
        ("Lee,", ("Lee", "")),
    ],
)
def test_a_name_is_split_to_greet_by_it(name: str, parts: tuple[str, str]) -> None:
    assert split_name(name) == parts


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("\u2b50 Rafe Lindley", ("Rafe", "Lindley")),
        ("\U0001f469\u200d\U0001f469\u200d\U0001f467 Noor Visser", ("Noor", "Visser")),
        ("Rafe Lindley \U0001f525", ("Rafe", "Lindley")),
        ("Pearl Achebe (ex-Acme)", ("Pearl", "Achebe")),
        ("Robert (Bob) Lee", ("Robert", "Lee")),
        ("(Linda) Park", ("Linda", "Park")),
        ("Martin Okoye - Acme", ("Martin", "Okoye")),
        ("Sue Tan / Raj Tan", ("Sue", "Tan")),
        ("Jean-Luc D\u2019Arc", ("Jean-Luc", "D\u2019Arc")),
        ("J. R. Smith", ("J.", "R. Smith")),
        ("\u674e\u96f7", ("\u674e\u96f7", "")),
        ("\u2b50", ("", "")),
    ],
)
def test_nobody_is_greeted_by_what_is_no_part_of_the_name(name: str, parts: tuple[str, str]) -> None:
    assert split_name(name) == parts
