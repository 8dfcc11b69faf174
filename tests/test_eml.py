"""The .eml file: parsed strictly, one recipient whatever the name, and nothing from a cell becomes a header."""

from __future__ import annotations

import email
import re
from email import policy
from email.header import decode_header
from email.headerregistry import Address, AddressHeader
from email.message import EmailMessage
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netsheet.core.drafts.addresses import web_link
from netsheet.core.drafts.requests import Draft
from netsheet.core.email import split_address
from netsheet.core.model import Settings
from netsheet.render.messages import LONGEST_MAILTO, eml_bytes, mailto_link, text_bytes
from tests.draft_people import a_draft, a_person, a_touch, an_action, bundled, write

TEMPLATES = bundled()
NASTY = st.one_of(
    st.text(max_size=30),
    st.text(alphabet="\r\n\0\u2028\u2029\x85\x0b\x0c\x1c\ud800\u202e\xa0\u202f:,<>@\"'=? aé😀ש", max_size=20),
    st.sampled_from(
        ["a\r\nBcc: eve@example.com", "x\nX-Unsent: 0\n\nbody", "=?utf-8?q?a=0ABcc=3A_x?=", "\0", "\u2028"]
    ),
)


def parse(content: bytes) -> EmailMessage:
    message = email.message_from_bytes(content, policy=policy.SMTP.clone(raise_on_defect=True))
    assert isinstance(message, EmailMessage)
    return message


def recipients(message: EmailMessage) -> tuple[Address, ...]:
    headers = message.get_all("To")
    assert headers is not None
    assert len(headers) == 1
    (header,) = headers
    assert isinstance(header, AddressHeader)
    return tuple(header.addresses)


def as_shown(content: bytes, header: str) -> str:
    """Decode one header as RFC 2047 says (the newer parser puts spaces between encoded words that belong together)."""
    (raw,) = re.findall(rb"^" + header.encode() + rb": (.*(?:\r\n[ ].*)*)\r$", content, flags=re.MULTILINE)
    unfolded = raw.decode("ascii").replace("\r\n", "")
    shown = "".join(
        part if isinstance(part, str) else part.decode(charset or "ascii")
        for part, charset in decode_header(unfolded)
    )
    quoted = re.fullmatch(r'"((?:[^"\\]|\\.)*)" (<.*>)', shown)
    if quoted is None:
        return shown
    return re.sub(r"\\(.)", r"\1", quoted[1]) + " " + quoted[2]


def test_thunderbird_and_outlook_find_the_mark_of_an_unsent_message_first() -> None:
    content = eml_bytes(a_draft())

    assert content.startswith(b"X-Unsent: 1\r\n")
    assert parse(content)["X-Unsent"] == "1"


def test_lines_end_in_crlf_and_the_body_is_quoted_printable() -> None:
    content = eml_bytes(a_draft(body="Grüße,\n\nžluťoučký 😀\n" + "x" * 500))

    assert content.count(b"\n") == content.count(b"\r\n")
    assert re.search(rb"\r(?!\n)", content) is None
    assert max(map(len, content.split(b"\r\n"))) <= 78
    message = parse(content)
    assert message["Content-Transfer-Encoding"] == "quoted-printable"
    assert message.get_content().replace("\r\n", "\n") == "Grüße,\n\nžluťoučký 😀\n" + "x" * 500 + "\n"


def test_the_mail_program_adds_date_and_message_id_not_we() -> None:
    message = parse(eml_bytes(a_draft()))

    assert message.keys() == [
        "X-Unsent",
        "From",
        "To",
        "Subject",
        "Content-Type",
        "Content-Transfer-Encoding",
        "MIME-Version",
    ]


def test_without_an_own_address_there_is_no_from() -> None:
    assert "From" not in parse(eml_bytes(a_draft(sender=("Sam Reed", ""))))


@pytest.mark.parametrize(
    "name",
    [
        "López, Ana",
        'Ana "Annie" López',
        "Jürgen Groß",
        "Ana 😀 López",
        "שרה כהן",
        "山田 太郎",
        "Ana (Northwind) López",
        "a@b.example, c@d.example",
        "Ana\\",
        "Müller, Jürgen <x@example.com>",
        "ä" * 120,
        "x" * 200,
        "; : , < > @",
        "=?utf-8?q?a=0ABcc=3A_x?=",
        'Ana "Annie" López, ' * 9 + "Esq.",
        'a"b, ' * 20 + "c",
        "😀" * 40,
        "Владимир Константинович Преображенский-Голенищев",
    ],
)
def test_any_name_makes_one_recipient_and_comes_back_as_it_was(name: str) -> None:
    content = eml_bytes(a_draft(name=name, subject=name))
    message = parse(content)

    (address,) = recipients(message)
    assert address.addr_spec == "ana@example.com"
    assert as_shown(content, "To") == f"{name} <ana@example.com>"
    assert as_shown(content, "Subject") == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ana@example.com", ("ana", "example.com")),
        ("  ana+jobs@Example.COM ", ("ana+jobs", "example.com")),
        ("mailto:ana@example.com", ("ana", "example.com")),
        ("o'neil@example.com", ("o'neil", "example.com")),
        ("ana@münchen.example", ("ana", "xn--mnchen-3ya.example")),
        ("ana@例え.example", ("ana", "xn--r8jz45g.example")),
        ("añá@example.com", None),
        ("ana@example.com, bo@example.com", None),
        ("ana bo@example.com", None),
        ("ana@example", None),
        ("ana@-example.com", None),
        ("ana@exa\nmple.com", None),
        ("ana@1.2.3.4", None),
        ("a..b@example.com", None),
        ("@example.com", None),
        ("ana", None),
        ("", None),
        ("ana@" + "a" * 64 + ".com", None),
        ("a" * 65 + "@example.com", None),
        ("ana@" + "a." * 130 + "com", None),
        ('"ana bo"@example.com', None),
    ],
)
def test_an_address_is_used_only_when_every_mail_program_can_write_to_it(
    text: str, expected: tuple[str, str] | None
) -> None:
    assert split_address(text) == expected


def test_an_address_with_a_domain_in_letters_goes_out_as_idna() -> None:
    person = a_person(email="ana@münchen.example")
    draft = write(person, an_action(person, "check_in"))

    (address,) = recipients(parse(eml_bytes(draft)))
    assert address.addr_spec == "ana@xn--mnchen-3ya.example"


def test_a_draft_without_an_address_has_no_eml() -> None:
    with pytest.raises(ValueError, match="not an e-mail address"):
        eml_bytes(a_draft(to=""))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_nothing_in_any_cell_adds_a_header_or_a_recipient_or_crashes(data: st.DataObject) -> None:
    cells = {
        name: data.draw(NASTY, label=name)
        for name in ("name", "company", "source", "referred_by", "subject", "me", "sign")
    }
    facts = {
        name: data.draw(NASTY, label=name)
        for name in ("first_name", "details", "notes", "needs", "title", "next_action")
    }
    facts["details"] = f"rota {facts['details']}"
    kind = data.draw(
        st.sampled_from(["contact", "nudge", "thank", "reply", "check_in", "follow_up", "wish", "decide"])
    )
    direction = "out" if kind in {"nudge", "decide"} else "in"
    person = a_person(
        cells["name"],
        company=cells["company"],
        source=cells["source"],
        referred_by=cells["referred_by"],
        touches=(a_touch(None, direction, subject=cells["subject"]),),
    )
    own = Settings(
        my_name=cells["me"], my_signature=cells["sign"], my_email="sam@example.com", my_pitch=cells["me"]
    )

    draft = write(person, an_action(person, kind, nudge=1), templates=TEMPLATES, facts=facts, settings=own)

    if not isinstance(draft, Draft):
        assert draft.reason
        return
    content = eml_bytes(draft)
    message = parse(content)
    assert set(message.keys()) <= {
        "X-Unsent",
        "From",
        "To",
        "Subject",
        "Content-Type",
        "Content-Transfer-Encoding",
        "MIME-Version",
    }
    assert len(message.keys()) == 7
    assert [address.addr_spec for address in recipients(message)] == ["ana@example.com"]
    assert content.count(b"\n") == content.count(b"\r\n")
    assert message.get_content().replace("\r\n", "\n") == draft.body + "\n"
    assert text_bytes(draft).decode("utf-8").endswith(f"\n\n{draft.body}\n")
    assert mailto_link(draft)[0].isascii()


@pytest.mark.parametrize(("length", "has_body"), [(1_000, True), (3_000, False)])
def test_a_mailto_link_that_would_be_cut_goes_without_the_message(length: int, *, has_body: bool) -> None:
    link, contains = mailto_link(a_draft(body="x" * length))

    assert contains is has_body
    assert len(link) <= LONGEST_MAILTO
    assert ("&body=" in link) is has_body


def test_a_mailto_link_keeps_plus_and_percent_signs_and_line_ends() -> None:
    link, _ = mailto_link(a_draft(subject="1 + 1 = 100 %", body="a\nb & c", to="ana+x@example.com"))

    assert link == "mailto:ana%2Bx@example.com?subject=1%20%2B%201%20%3D%20100%20%25&body=a%0D%0Ab%20%26%20c"
    assert unquote(link.partition("?")[0]) == "mailto:ana+x@example.com"


def test_a_draft_for_linkedin_has_no_mailto_and_names_the_page_in_its_text() -> None:
    draft = a_draft(channel="LinkedIn", to="", subject="", link="https://www.linkedin.com/in/ana-example")

    assert mailto_link(draft) == ("", False)
    assert text_bytes(draft).decode().splitlines()[:4] == [
        "To: Ana López",
        "By: LinkedIn",
        "Page: https://www.linkedin.com/in/ana-example",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://www.linkedin.com/in/ana", "https://www.linkedin.com/in/ana"),
        ("linkedin.com/in/ana", "https://linkedin.com/in/ana"),
        ("www.linkedin.com/in/ana", "https://www.linkedin.com/in/ana"),
        ("javascript:alert(1)", ""),
        ("JAVASCRIPT://example.com/%0aalert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("https://user@example.com/", ""),
        ("https://example.com/\"onclick='x", ""),
        ("https://[::1", ""),
        ("java\nscript:x", ""),
        ("ana-lopez", ""),
        ("", ""),
    ],
)
def test_only_a_web_address_becomes_a_link(text: str, link: str) -> None:
    assert web_link(text) == link
