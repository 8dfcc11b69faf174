"""A log without the people: it says the same as the log, and no word of the log is in it."""

from __future__ import annotations

import datetime as dt
import io
import random
import re
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netsheet.core.anonymous.known_words import known_words
from netsheet.core.anonymous.other_texts import OtherTexts
from netsheet.core.anonymous.own_sheets import change_history, change_memory
from netsheet.core.anonymous.pseudonyms import Pseudonyms
from netsheet.core.grid import CellValue, Sheet
from netsheet.core.recording.history_lines import HISTORY_COLUMNS
from netsheet.core.text import fold
from netsheet.engines import read_workbook
from netsheet.errors import RefusedError
from netsheet.opendocument.plain_document import plain_document
from netsheet.pipeline.anonymize import anonymize
from netsheet.pipeline.opened import open_log
from netsheet.starter import starter_workbook
from netsheet.workbook.plain_workbook import plain_workbook
from tests.a_class import save_sheets
from tests.command_line import TODAY, copy_of_sample, run
from tests.engine.generated import Generated, logs
from tests.reading.invented import INVENTED

NOW = dt.date.fromisoformat(TODAY)
SAMPLES = ("plain-log.xlsx", "rich.xlsx", "two-sheets.xlsx")
WORDS = re.compile(r"[^\W\d_]{4,}")


def twin_of(log: Path, *, seed: int = 1, today: dt.date = NOW) -> tuple[Path, dt.date]:
    """Write the anonymous twin of a log; return it with the day that stands for today."""
    out = log.with_name(f"twin-{seed}-{log.name}")
    written = anonymize(open_log(log, today=today), out, chance=random.Random(seed))  # noqa: S311  a test may be foreseen
    return out, written.today


def words_of(data: bytes) -> set[str]:
    """Every word of four letters or more in any cell, and the names of the sheets."""
    cells = (
        value for sheet in read_workbook(data).sheets for row in (*sheet.rows, [sheet.name]) for value in row
    )
    return {fold(word) for value in cells for word in WORDS.findall(str(value))}


def left_in(twin: Path, log: Path) -> set[str]:
    """Return the words of a log that are in the bytes or in any part of its twin, though netsheet does not know them."""
    with zipfile.ZipFile(twin) as file:
        parts = " ".join(f"{name} {file.read(name).decode()}" for name in file.namelist())
    boilerplate = io.BytesIO(plain_workbook([]) if twin.suffix == ".xlsx" else plain_document([]))
    with zipfile.ZipFile(boilerplate) as file:
        of_format = {
            fold(word)
            for name in file.namelist()
            for word in WORDS.findall(f"{name} {file.read(name).decode()}")
        }
    said = {fold(word) for word in WORDS.findall(f"{parts} {twin.read_bytes().decode('utf-8', 'replace')}")}
    return (words_of(log.read_bytes()) & said) - known_words() - of_format


def results(log: Path, today: dt.date) -> list[object]:
    """Return what due, stats and check print of a log, without names, texts and days."""
    due = run("due", log, "--json", today=today.isoformat()).document["items"]
    stats = run("stats", log, "--json", today=today.isoformat()).document
    check = run("check", log, "--json", today=today.isoformat()).document
    kept = ("action", "status", "group", "days_overdue", "channel", "cell")
    by = stats["by"]
    return [
        [[item[name] for name in kept] for item in due],
        [len(item["why"].split()) > 2 for item in due],
        {name: stats[name] for name in ("overall", "time_to_reply", "funnel", "balance")},
        {
            name: sorted((row["sent"], row["matured"], row["replied"], row["verdict"]) for row in by[name])
            for name in by
        },
        [check[name] for name in ("records", "people", "skipped_rows")],
        sorted(
            (finding["code"], "" if str(finding["sheet"]).startswith("Netsheet") else finding["cell"] or "")
            for finding in check["findings"]
            if finding["sheet"] != "Netsheet Settings"
        ),
    ]


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("is_refreshed", [False, True])
def test_the_twin_of_a_sample_says_the_same_and_has_none_of_its_words(
    sample: str, *, is_refreshed: bool, tmp_path: Path
) -> None:
    log = copy_of_sample(sample, tmp_path)
    if is_refreshed:
        run("refresh", log, today="2026-03-11")
        run("journal", log, "Sailing with Jonas was lovely", today="2026-03-12")
        run("refresh", log, today="2026-03-13")
    twin, today = twin_of(log)

    assert results(twin, today) == results(log, NOW)
    assert left_in(twin, log) == set()
    assert len(words_of(log.read_bytes()) - words_of(twin.read_bytes())) > 40


@pytest.mark.parametrize("sample", SAMPLES)
def test_an_open_document_stays_one(sample: str, tmp_path: Path) -> None:
    snapshot = read_workbook(copy_of_sample(sample, tmp_path).read_bytes())
    log = tmp_path / "log.ods"
    log.write_bytes(plain_document(snapshot.sheets))
    twin, today = twin_of(log)

    assert read_workbook(twin.read_bytes()).kind == "ods"
    assert results(twin, today) == results(log, NOW)
    assert left_in(twin, log) == set()


def test_what_was_recorded_goes_along(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    run("refresh", log, today="2026-03-10")
    run("log", log, "Jonas", "replied", "--on", "2026-03-12", "--note", "likes sailing", today="2026-03-12")
    run(
        "log",
        log,
        "Samuel",
        "wrote",
        "--promise",
        "send the rota study",
        "--by",
        "2026-03-20",
        today="2026-03-12",
    )
    run("snooze", log, "Patrick", "2 weeks", today="2026-03-12")
    run("close", log, "Grace", today="2026-03-13")
    run("done", log, "Samuel", today="2026-03-14")
    twin, today = twin_of(log)

    assert results(twin, today) == results(log, NOW)
    assert left_in(twin, log) == set()
    assert "Netsheet History" in openpyxl.load_workbook(twin).sheetnames
    assert run("refresh", twin, today=today.isoformat()).exit_code == 0


def test_settings_goals_breaks_and_holidays_move_along(tmp_path: Path) -> None:
    log = tmp_path / "log.xlsx"
    log.write_bytes(starter_workbook(today=dt.date(2026, 3, 10)))
    workbook = openpyxl.load_workbook(log)
    workbook["Breaks"].append([dt.date(2026, 3, 18), dt.date(2026, 3, 20), "Trip to Zanzibar"])
    workbook["Netsheet Settings"].append(["Holidays", "2026-03-17, DE-BY", ""])
    workbook["Netsheet Settings"].append(["My name", "Quentin Vex", ""])
    workbook["Netsheet Settings"].append(["Time zone", "Africa/Dar_es_Salaam", ""])
    workbook["Netsheet Settings"].append(["Word: wibble", "closed", ""])
    workbook.save(log)
    twin, today = twin_of(log)

    assert results(twin, today) == results(log, NOW)
    text = " ".join(
        str(cell) for sheet in read_workbook(twin.read_bytes()).sheets for row in sheet.rows for cell in row
    )
    assert not {"Zanzibar", "Quentin", "Salaam", "wibble", "DE-BY"} & set(re.findall(r"[\w-]+", text))
    assert str(dt.date(2026, 3, 18) + (today - NOW)) in text


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(logs(), st.integers(0, 10_000))
def test_the_twin_of_a_generated_log_says_the_same(generated: Generated, seed: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        log = Path(name) / "log.xlsx"
        log.write_bytes(generated.data)
        twin, today = twin_of(log, seed=seed)

        assert results(twin, today)[:4] == results(log, NOW)[:4]
        assert left_in(twin, log) == set()


def test_every_invented_log_but_one_with_month_columns_has_a_twin(tmp_path: Path) -> None:
    refused = []
    for number, invented in enumerate(INVENTED):
        log = tmp_path / f"log{number}.xlsx"
        log.write_bytes(plain_workbook(invented.sheets))
        if any(sheet.tables for sheet in invented.sheets):
            continue  # where its headings are, only the table says, which a file of bare cells does not have
        try:
            twin, today = twin_of(log, today=dt.date(2026, 6, 15))
        except RefusedError as error:
            refused.append(f"{invented.title}: {error.message}")
            continue
        assert results(twin, today)[0] == results(log, dt.date(2026, 6, 15))[0]
        assert left_in(twin, log) == set()

    assert [title.partition(":")[0] for title in refused] == ["month columns with days, marks and dates"]


def test_nothing_that_netsheet_does_not_read_is_taken_over(tmp_path: Path) -> None:
    log = save_sheets(
        tmp_path / "log.xlsx",
        {
            "Quentin's people": [
                ["Name", "Company", "Date sent", "Bank PIN"],
                ["Zelda Quine", "Vexbank", dt.date(2026, 3, 2), "hunterXyzzy4711"],
            ],
            "Passwords": [["hunterXyzzy4711"]],
        },
    )
    workbook = openpyxl.load_workbook(log)
    workbook["Quentin's people"]["A2"].comment = openpyxl.comments.Comment("Zelda is kind", "Quentin")
    workbook["Quentin's people"]["B2"].hyperlink = "https://vexbank.example.com/zelda"
    workbook.properties.creator = "Quentin Vex"
    workbook.save(log)
    twin, _ = twin_of(log)

    with zipfile.ZipFile(twin) as file:
        whole = " ".join(f"{name} {file.read(name).decode()}" for name in file.namelist()).casefold()
    assert not [
        word
        for word in ("zelda", "quine", "vexbank", "quentin", "xyzzy", "4711", "password", "kind")
        if word in whole
    ]
    assert len(openpyxl.load_workbook(twin).sheetnames) == 1


def test_the_same_person_has_one_name_everywhere(tmp_path: Path) -> None:
    log = save_sheets(
        tmp_path / "log.xlsx",
        {
            "Log": [
                ["Name", "Email", "Date sent", "Referred by"],
                ["Zelda Quine", "zelda.quine@example.com", dt.date(2026, 3, 2), ""],
                ["Bo Vex", "", dt.date(2026, 3, 3), "Zelda Quine"],
            ]
        },
    )
    twin, _ = twin_of(log)

    _, zelda, vex = read_workbook(twin.read_bytes()).sheets[0].rows
    assert vex[3] == zelda[0]
    assert str(zelda[1]).split("@")[0] == str(zelda[0]).casefold().replace(" ", ".")
    assert str(zelda[1]).endswith(".example")


def other_texts(*texts: str, names: Iterable[str] = (), shift: int = 7) -> OtherTexts:
    """Return what changes cells, once it has seen these."""
    other = OtherTexts(pseudonyms=Pseudonyms(), shift=dt.timedelta(days=shift), today=NOW, order="dmy")
    for name in names:
        other.name(name)
    for text in texts:
        for change in (other.free, other.words, other.address):
            change(text)
    other.pseudonyms.settle(random.Random(4), ())  # noqa: S311  a test may be foreseen
    return other


@pytest.mark.parametrize(
    ("cell", "moved"),
    [
        (dt.date(2026, 3, 2), dt.date(2026, 3, 9)),
        ("2026-03-02", dt.date(2026, 3, 9)),
        ("2/3/2026", dt.date(2026, 3, 9)),
        (46083, 46090),
        ("", ""),
        ("in 6 months", "in 6 months"),
        ("2 Mar 2026 - replied", "9 Mar 2026 - replied"),
        ("replied on 2 Mar", "replied on 9 Mar"),
        ("replied, call on 2026-03-02 14:30", "replied, call on 9 Mar 2026 14:30"),
    ],
)
def test_days_move_however_they_are_written(cell: CellValue, moved: CellValue) -> None:
    assert other_texts(str(cell)).day(cell) == moved


@pytest.mark.parametrize(
    "cell", ["call 0171 5551234", "01 71 55 51 23", "+49 (171) 555-12-34", 1715551234, 123456, "id 20417"]
)
def test_what_may_be_a_telephone_number_is_changed_wherever_it_is(cell: CellValue) -> None:
    texts = other_texts(str(cell))
    digits = re.sub(r"\D", "", str(cell))

    for change in (texts.words, texts.small, texts.label, texts.day, texts.free):
        found = re.sub(r"\D", "", str(change(cell)))
        assert found != digits
        assert len(found) == len(digits)


def test_sheets_with_long_names_that_begin_alike_stay_two(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    for title in ("Contacts for the job search A", "Contacts for the job search B"):
        sheet = workbook.create_sheet(title)
        for row in (["Name", "Company", "Date sent"], ["Zelda Quint", "Acme", dt.date(2026, 3, 2)]):
            sheet.append(row)
    workbook.save(tmp_path / "log.xlsx")

    twin, _ = twin_of(tmp_path / "log.xlsx")

    assert len({fold(name) for name in openpyxl.load_workbook(twin).sheetnames}) == 2


@pytest.mark.parametrize("text", ["yes", "no reply", "Meeting scheduled", "3", "nein", "Waiting", "2 weeks"])
def test_words_that_netsheet_reads_stay(text: str) -> None:
    assert other_texts(text).words(text) == text


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("Dr. Zelda Quine", r"Dr\. [A-Z][a-z]+ [A-Z][a-z]+"),
        ("Zelda Quine & Bo Vex", r"[A-Z][a-z]+ [A-Z][a-z]+ & [A-Z][a-z]+ [A-Z][a-z]+"),
        ("zelda@quine.com", r"[a-z]+@[a-z]+\.[a-z]+\.example"),
        ("https://www.linkedin.com/in/zelda-quine", r"https://www\.linkedin\.com/in/[a-z]+-[a-z]+"),
        ("+44 20 7946 0018", r"\+\d\d \d\d \d{4} 0\d{3}"),
    ],
)
def test_the_shape_of_a_name_or_address_stays_and_nothing_else(text: str, pattern: str) -> None:
    other = other_texts(text, names=[text])
    changed = str((other.address if "@" in text or text[0] in "+h" else other.name)(text))

    assert re.fullmatch(pattern, changed), changed
    assert not {"zelda", "quine", "vex"} & set(re.findall(r"[a-z]+", changed.casefold()))


@given(st.sets(st.text("abcdefghij", min_size=1, max_size=8), min_size=1, max_size=60), st.integers())
def test_pseudonyms_keep_the_order_and_hold_no_part_of_a_word(words: set[str], seed: int) -> None:
    pseudonyms = Pseudonyms()
    for word in words:
        pseudonyms.word(word)
    pseudonyms.settle(random.Random(seed), ())  # noqa: S311  likewise

    replaced = [pseudonyms.word(word) for word in sorted(words)]
    assert replaced == sorted(set(replaced))
    long = [word for word in words if len(word) >= 4]
    assert not [one for one in replaced if one in known_words() or any(word in one for word in long)]


def test_a_file_that_is_there_or_of_another_kind_is_refused(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)

    first = run("anonymize", log, tmp_path / "twin.xlsx")
    again = run("anonymize", log, tmp_path / "twin.xlsx")
    other = run("anonymize", log, tmp_path / "twin.ods")

    assert (first.exit_code, again.exit_code, other.exit_code) == (0, 5, 3)
    assert "Of your words it holds only those" in first.stdout
    assert "Give it the ending .xlsx" in other.stderr
    assert run("anonymize", log, tmp_path / "more.xlsx", "--json").document["people"] == 30


def test_the_memory_of_goals_moves_and_an_emptied_memory_is_no_bug() -> None:
    head = ["Refreshed", "2026-03-02", "Goals", "new connections week: 2026-03-02 3, 2026-03-09 4"]
    sheet = Sheet(name="Netsheet Memory", rows=[["mark"], head])

    assert [list(cells) for cells in change_memory(sheet, other_texts()).rows] == [
        ["mark"],
        ["Refreshed", "2026-03-09", "Goals", "new connections week: 2026-03-09 3, 2026-03-16 4"],
    ]
    assert not change_memory(Sheet(name="Netsheet Memory", rows=[]), other_texts()).rows


def test_words_and_impossible_days_typed_into_the_history_are_changed() -> None:
    headings = list(HISTORY_COLUMNS)
    typed = {"What": "DM to Zelda", "Channel": "Zelda", "How it got here": "2026-02-30"}
    sheet = Sheet(name="Netsheet History", rows=[headings, [typed.get(each, "") for each in headings]])

    assert "Zelda" not in str(change_history(sheet, other_texts("DM to", names=["Zelda"])).rows[1:])
