from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netsheet.core.email import find_addresses
from netsheet.core.grid import CellValue
from netsheet.core.values.cells import (
    clean_text,
    clean_texts,
    is_linkedin_address,
    is_nobody,
    is_url,
    read_linkedin,
    read_phone,
    read_yes_no,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  Ann\u00a0Lee\u200b ", "Ann Lee"),
        ("\u200dAnn \u200cLee\u200d", "Ann Lee"),
        (
            "\U0001f469\u200d\U0001f469\u200d\U0001f467 Noor",
            "\U0001f469\u200d\U0001f469\u200d\U0001f467 Noor",
        ),
        ("\u0639\u0644\u06cc\u200c\u0631\u0636\u0627", "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627"),
        ("two\nlines", "two lines"),
        ("n/a", ""),
        ("N/A (no direct founder contact found)", ""),
        ("None yet", ""),
        ("\u2014", ""),
        ("(find)", ""),
        ("<name>", ""),
        ("(ann@example.com)", "(ann@example.com)"),
        ("not applicable", ""),
        ("Nancy", "Nancy"),
        ("Unknown Pleasures Ltd.", "Unknown Pleasures Ltd."),
        (12.0, "12"),
        (1.5, "1.5"),
        (7, "7"),
        (True, "yes"),
        (False, ""),
        (dt.date(2026, 5, 1), "2026-05-01"),
        (dt.datetime(2026, 5, 1), "2026-05-01"),
        (dt.datetime(2026, 5, 1, 9, 30), "2026-05-01 09:30"),
        (dt.time(9, 30), "09:30:00"),
        (dt.timedelta(hours=2), "2:00:00"),
        ("", ""),
    ],
)
def test_a_cell_becomes_one_clean_line(value: CellValue, text: str) -> None:
    assert clean_text(value) == text


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=20), st.booleans(), st.integers(), st.floats(), st.dates())))
def test_a_column_is_cleaned_as_its_cells_are(values: list[CellValue]) -> None:
    assert clean_texts(values) == [clean_text(value) for value in values]


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        *(
            (yes, True)
            for yes in (
                "Yes",
                "y",
                "TRUE",
                "✓",
                "✔",
                "x",
                "sent",
                "ja",
                "oui",
                "Sí",
                "sim",
                "tak",
                "\u2714\ufe0f",
                "\u2611\ufe0f",
                "\U0001f44d",
                "Yes \u2705",
                "\u2705 Done",
                "checked",
                "[x]",
                True,
                1,
                1.0,
            )
        ),
        *(
            (no, False)
            for no in (
                "No",
                "n",
                "FALSE",
                "-",
                "—",
                "n/a",
                "Not yet",
                "nein",
                "não",
                "nie",
                False,
                0,
                0.0,
                "\u2716\ufe0f",
                "\u274c No",
                "[ ]",
                "unchecked",
                "\u2b1c",
            )
        ),
        *(
            (other, None)
            for other in (
                "",
                "maybe so",
                "\u274c yes",
                "yes and no",
                "2026-05-01",
                7,
                float("nan"),
                dt.date(2026, 5, 1),
            )
        ),
    ],
)
def test_yes_and_no_are_read_in_the_spellings_people_use(value: CellValue, *, answer: bool | None) -> None:
    assert read_yes_no(value) is answer


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("ann@example.com", ("ann@example.com",)),
        ("Ann Lee <Ann.Lee@Example.com>", ("ann.lee@example.com",)),
        ("mailto:ann@example.com", ("ann@example.com",)),
        ("ann@example.com; bob@example.org, ANN@example.com", ("ann@example.com", "bob@example.org")),
        ("ann at example.com", ()),
        ("ann@", ()),
        ("", ()),
    ],
)
def test_e_mail_addresses_are_found_in_a_cell(text: str, addresses: tuple[str, ...]) -> None:
    assert find_addresses(text) == addresses


@pytest.mark.parametrize(
    ("value", "phone"),
    [
        (442079460000.0, "442079460000"),
        (442079460000, "442079460000"),
        ("+44 (0)20 7946-0000", "+44 (0)20 7946-0000"),
        ("mobile: 020 7946 0000", "020 7946 0000"),
        ("ask Ben", ""),
        ("12", ""),
        (12, ""),
        (True, ""),
        (dt.date(2026, 5, 1), ""),
    ],
)
def test_a_telephone_number_is_read(value: CellValue, phone: str) -> None:
    assert read_phone(value) == phone


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("https://www.linkedin.com/in/Ann-Lee-42/?x=1", "ann-lee-42"),
        ("linkedin.com/in/zo%C3%AB", "zoë"),
        ("https://uk.linkedin.com/pub/ann-lee", "ann-lee"),
        ("ann-lee", "ann-lee"),
        ("@annlee", "annlee"),
        ("https://www.linkedin.com/company/acme", ""),
        ("yes", ""),
        ("see mail", ""),
        ("acme.com", ""),
        ("Profile", ""),
        ("", ""),
    ],
)
def test_a_linkedin_profile_becomes_its_slug(text: str, slug: str) -> None:
    assert read_linkedin(text) == slug


def test_addresses_on_the_web_are_told_from_texts() -> None:
    assert [is_url(text) for text in ("https://example.com/a b", "www.example.com", "acme.example", "Acme Ltd", "a@b.com")] == [
        False, True, True, False, False,
    ]  # fmt: skip
    assert is_linkedin_address("linkedin.com/in/ann")
    assert not is_linkedin_address("linkedin.com/company/acme")
    assert is_nobody("Hiring Team")
