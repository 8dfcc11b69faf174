"""Files that are broken, or made to do harm: each ends in a sentence or a count, and what can be read is read."""

from __future__ import annotations

import datetime as dt
import io
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from netsheet.core.imports.imported_facts import plain_text
from netsheet.core.imports.imported_values import ImportOptions, Myself
from netsheet.core.imports.mail_headers import read_mail
from netsheet.core.imports.vcards import read_vcards
from netsheet.pipeline.import_files import ImportItem, lines_of
from tests.command_line import copy_of_sample, run
from tests.imports.exports import CONNECTIONS, VCARDS

OPTIONS = ImportOptions(
    today=dt.date(2026, 3, 10), zone=dt.UTC, me=Myself(emails=frozenset({"sam@example.com"}))
)
MEGABYTE = 1_000_000


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return copy_of_sample("plain-log.xlsx", tmp_path)


def zipped(files: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def test_the_good_files_beside_a_bomb_are_read_and_the_bomb_is_named(log: Path) -> None:
    bombs = {f"bomb{number}.csv": bytes(30 * MEGABYTE) for number in range(3)}
    path = log.with_name("export.zip")
    path.write_bytes(zipped({**bombs, "Connections.csv": CONNECTIONS, "inner.zip": zipped(bombs)}))

    document = run("import", log, path, "--json").document

    assert [file["people"] for file in document["files"]] == [3]
    assert {file["file"] for file in document["not_read"]} == {*bombs, "inner.zip"}


def test_a_bomb_costs_no_memory(log: Path) -> None:
    path = log.with_name("bomb.zip")
    path.write_bytes(zipped({"bomb.csv": bytes(200 * MEGABYTE)}))
    tracemalloc.start()

    outcome = run("import", log, path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert (outcome.exit_code, outcome.stdout) == (3, "")
    assert peak < 60 * MEGABYTE


@settings(max_examples=500, deadline=None)
@given(st.integers(0, len(VCARDS)), st.integers(0, 200))
@example(12, 88)  # the next line begins with a blank
def test_of_broken_cards_each_is_read_or_counted(start: int, length: int) -> None:
    text = (VCARDS[:start] + VCARDS[start + length :]).decode("utf-8", errors="replace")
    begun = sum(line.strip().upper() == "BEGIN:VCARD" for line in text.splitlines())

    file = read_vcards("f.vcf", text, OPTIONS)

    assert len(file.people) + sum(map(len, file.skipped.values())) == begun


PEOPLE = "First Name,Last Name,Connected On,Company\nZoë,Grüneberg,09 Oct 2024,Müller & Söhne\n"
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Grüneberg;Zoë\r\nORG:Müller & Söhne\r\nEND:VCARD\r\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "iso-8859-15"]
)
@pytest.mark.parametrize(("name", "text"), [("people.csv", PEOPLE), ("people.vcf", CARD)])
def test_any_common_encoding_is_found_out(encoding: str, name: str, text: str, log: Path) -> None:
    path = log.with_name(name)
    path.write_bytes(text.encode(encoding))

    (person,) = run("import", log, path, "--json").document["people"]

    assert (person["name"], person["values"]["company"]) == ("Zoë Grüneberg", "Müller & Söhne")


@pytest.mark.parametrize("junk", [b"\x81\x8d\x8f", b"\xff\xfe", b"\x00\x00", b"\xc3", b"\xed\xa0\x80"])
def test_bytes_of_no_encoding_cost_no_row(junk: bytes, log: Path) -> None:
    path = log.with_name("people.csv")
    rows = b"".join(b"P%d,Lund,09 Oct 2024,A%s\n" % (number, junk) for number in range(20))
    path.write_bytes(b"First Name,Last Name,Connected On,Company\n" + rows)

    document = run("import", log, path, "--json").document

    assert [person["name"] for person in document["people"]] == [f"P{number} Lund" for number in range(20)]


@pytest.mark.parametrize(
    "formula", ['=HYPERLINK("http://example.com","x")', "=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3"]
)
def test_a_formula_in_an_export_comes_in_as_a_text(formula: str, log: Path) -> None:
    path = log.with_name("people.vcf")
    path.write_text(
        f"BEGIN:VCARD\nVERSION:3.0\nFN:Zoë Lund\nORG:{formula.replace(';', '')}\nEND:VCARD\n", "utf-8"
    )
    before = formulas(log)

    outcome = run("import", log, path, "--write")

    assert outcome.exit_code == 0, outcome.stderr
    assert formulas(log) == before


def formulas(path: Path) -> int:
    with zipfile.ZipFile(path) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        first = archive.read(min(sheets))
    return first.count(b"<f>") + first.count(b"<f ")


def mailbox(messages: int, size: int) -> Iterator[bytes]:
    for number in range(messages):
        yield b"From x Mon Mar 02 13:28:00 +0000 2026\r\n"
        yield b"From: sam@example.com\r\nTo: p%d@example.com\r\n" % (number % 50)
        yield b"Date: Mon, 2 Mar 2026 10:00:00 +0000\r\n\r\n"
        yield from (b"A" * 76 + b"\r\n" for _ in range(size // 78))
        yield b"\r\n"


def test_the_memory_for_a_mailbox_does_not_grow_with_its_texts() -> None:
    peaks = []
    for size in (1_000, 100_000):
        tracemalloc.start()
        file = read_mail("f", mailbox(300, size), OPTIONS)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert len(file.touches) == 300

    assert peaks[1] < peaks[0] + MEGABYTE


def test_a_line_without_end_is_read_in_pieces() -> None:
    head = b"From: sam@example.com\nTo: priya@example.com\nDate: Mon, 2 Mar 2026 10:00:00 +0000\n\n"
    item = ImportItem(name="f", container="", open=lambda: io.BytesIO(head + b"A" * 30 * MEGABYTE), head=head)
    tracemalloc.start()
    tracemalloc.reset_peak()

    file = read_mail("f", lines_of(item), OPTIONS)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert len(file.touches) == 1
    assert peak < 70 * MEGABYTE  # the bytes themselves, twice, are made by this test


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<br",
        "&lt;p&gt;",
        "&amp;lt;br&amp;gt;",
        "&#x200b;",
        "\u200b",
        "<b@example.com>",
        "<name>",
        " a ",
        "&",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=8).map("".join))
def test_what_is_plain_text_already_stays_as_it_is(text: str) -> None:
    plain = plain_text(text)

    assert plain_text(plain) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<p class='x'>Hello &amp; welcome</p>", "Hello & welcome"),
        ("Hello <p>and <a hre", "Hello and"),
        ("<p>&lt;p&gt;Hello&lt;/p&gt;</p>", "Hello"),
        ("a <b@example.com> and <name>, 1 < 2", "a <b@example.com> and <name>, 1 < 2"),
        ("", ""),
    ],
)
def test_of_a_message_only_its_html_is_taken_out(text: str, plain: str) -> None:
    assert plain_text(text) == plain
