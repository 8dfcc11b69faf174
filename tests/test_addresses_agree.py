"""All places that decide on e-mail addresses agree: what is one, and which can be written to."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from email import message_from_bytes

import pytest
from email_validator import EmailNotValidError, validate_email

from netsheet.core.drafts.choosing import list_channels
from netsheet.core.drafts.requests import DraftFilter
from netsheet.core.email import find_addresses, is_address, mailto, split_address, writable_address
from netsheet.core.model import Settings
from netsheet.core.people.interpret import interpret_log
from netsheet.core.settings.sheet import interpret_settings
from netsheet.render.messages import eml_bytes
from tests.draft_people import a_draft, a_history, a_person
from tests.reading.build import build_sheet, build_snapshot

WRITABLE = (
    "ana@example.com", "Ana.Silva@Example.COM", "ana+log@example.com", "a@example.co", "o'brien@example.com",
    "ana_silva@example.com", "ana-silva@ex-ample.com", "1234@example.com", "ana@sub.sub.example.com", "ana@1example.com",
    "a!#$%&*+/=?^_`{|}~-@example.com", "ana@münchen.com", "ana@xn--mnchen-3ya.com", "ana@straße.de", "ana@пример.com", "a" * 64 + "@example.com",
    "ana@" + "a" * 63 + ".com", "ana@ESPAÑA.com",
)  # fmt: skip
ONLY_ADDRESSES = ("jürgen@example.com", "añá@example.com", "владимир@пример.com", "アナ@例え.com")
NO_ADDRESSES = (
    "", "ana", "ana@", "@example.com", "ana@example", "ana@-example.com", "ana@example-.com", "ana@my_host.com", "ana@exa mple.com",
    "ana bo@example.com", "a..b@example.com", ".ana@example.com", "ana.@example.com", "ana@example..com", "ana@.com", "ana@1.2.3.4",
    "ana@[1.2.3.4]", '"ana bo"@example.com', "ana@bo@example.com", "ana(home)@example.com", "ana@example.com>", "a" * 65 + "@example.com",
    "ana@" + "a" * 64 + ".com", "ana@" + "a." * 130 + "com", "ana,bo@example.com", "ana at example.com", "ana@exa\nmple.com",
    "ana\\bo@example.com", "ana;bo@example.com",
)  # fmt: skip


@pytest.mark.parametrize("text", WRITABLE)
def test_an_address_that_can_be_written_to_is_one_for_every_reader(text: str) -> None:
    local, domain = split_address(text) or ("", "")
    assert is_address(text)
    assert find_addresses(f"Ana <{text}>") == (text.lower(),)
    assert domain.isascii()
    assert text.startswith(f"{local}@")
    assert _setting(text) == _setting(f"mailto:{text}") == (text, ())
    assert "e-mail" in _ways(text)
    assert mailto(text).endswith(f"@{domain}")
    assert _logged(text) == (text.lower(), [])
    message = message_from_bytes(eml_bytes(replace(a_draft(), to=text, sender=("", writable_address(text)))))
    assert message["From"] == message["To"].split()[-1] == f"<{local}@{domain}>"


@pytest.mark.parametrize("text", ONLY_ADDRESSES)
def test_an_address_that_not_every_program_can_write_to_is_kept_and_never_used_unsaid(text: str) -> None:
    assert is_address(text)
    assert split_address(text) is None
    assert mailto(text) == writable_address(text) == ""
    assert _setting(text) == ("", ("unreadable-setting",))
    assert "e-mail" not in _ways(text)
    assert _logged(text) == (text.lower(), [])


@pytest.mark.parametrize("text", NO_ADDRESSES)
def test_what_is_no_address_is_none_for_any_reader(text: str) -> None:
    assert not is_address(text)
    assert split_address(text) is None
    assert mailto(text) == writable_address(text) == ""
    assert _setting(text)[0] == ""
    assert "e-mail" not in _ways(text)


@pytest.mark.parametrize("text", [*WRITABLE, *ONLY_ADDRESSES, *NO_ADDRESSES])
def test_an_address_is_what_email_validator_says_it_is(text: str) -> None:
    try:
        found = validate_email(text, check_deliverability=False, strict=True)
    except EmailNotValidError:
        assert not is_address(text)
    else:
        assert is_address(text)
        assert writable_address(text) == (found.ascii_email or "")


def test_the_address_that_cannot_be_a_sender_is_a_finding_that_says_what_to_type() -> None:
    sheet = build_sheet([["Setting", "Value"], ["My e-mail", "jürgen@example.com"]], name="Netsheet Settings")
    (finding,) = interpret_settings(sheet)[1]
    assert finding.message == (
        "My e-mail says “jürgen@example.com”, which is not an e-mail address with plain letters (a to z) before the @. "
        "netsheet uses the default."
    )
    assert finding.hint == (
        "Type an e-mail address with plain letters (a to z) before the @, for example ana@example.com."
    )


def _setting(text: str) -> tuple[str, tuple[str, ...]]:
    sheet = build_sheet([["Setting", "Value"], ["My e-mail", text]], name="Netsheet Settings")
    settings, findings = interpret_settings(sheet)
    return settings.my_email, tuple(finding.code for finding in findings)


def _ways(email: str) -> tuple[str, ...]:
    return list_channels(a_history(a_person(email=email)), None, DraftFilter())


def _logged(text: str) -> tuple[str, list[str]]:
    sheet = build_sheet([["Name", "Email", "Date"], ["Ana Silva", text, dt.date(2026, 3, 3)]])
    log = interpret_log(build_snapshot(sheet), today=dt.date(2026, 3, 9), settings=Settings())
    return log.people[0].email, [finding.code for finding in log.findings]
