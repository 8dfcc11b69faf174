"""A log without the people, where people and companies are called like words that netsheet knows."""

from __future__ import annotations

import datetime as dt
import random
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from netsheet.core.anonymous.same_meaning import name_otherwise, say_otherwise
from netsheet.core.text import fold
from netsheet.engines import read_workbook
from netsheet.errors import RefusedError
from netsheet.opendocument.plain_document import plain_document
from netsheet.pipeline.anonymize import anonymize
from netsheet.pipeline.opened import open_log
from tests import logs_of_eight_languages
from tests.a_class import save_sheets
from tests.command_line import run
from tests.logs_of_known_words import TODAY, save_log

DAY = re.compile(r"\d{4}-\d\d-\d\d")
LETTERS = re.compile(r"[^\W\d_]+")
NAMES = frozenset({"person", "company", "event", "goal", "email", "linkedin", "phone", "sheet", "done_with"})
SENTENCES = frozenset({"why", "next_step"})
BY_MONTH = frozenset({"funnel_by_month", "workbook", "today"})
OF_THE_FORMAT = frozenset(
    {"target", "meta", "open", "mail", "event", "close", "note", "sent", "month", "day"}
)
"""Words that the files and netsheet's own sheets hold whatever the log says."""


def twin_of(log: Path, *, seed: int = 1) -> tuple[Path, dt.date]:
    out = log.with_name(f"twin-{log.name}")
    written = anonymize(open_log(log, today=TODAY), out, chance=random.Random(seed))  # noqa: S311  a test may be foreseen
    return out, written.today


def words_of_texts(file: Path) -> set[str]:
    """Every word of any length in the sheets that are not netsheet's own, and their names."""
    sheets = [
        sheet for sheet in read_workbook(file.read_bytes()).sheets if not sheet.name.startswith("Netsheet")
    ]
    texts = (str(value) for sheet in sheets for row in (*sheet.rows, [sheet.name]) for value in row)
    return {fold(word) for text in texts for word in LETTERS.findall(text)}


def words_of_parts(file: Path) -> set[str]:
    with zipfile.ZipFile(file) as parts:
        texts = [f"{name} {parts.read(name).decode()}" for name in parts.namelist()]
    return {fold(word) for text in texts for word in LETTERS.findall(text) if len(word) > 3}


def shown(value: object, shift: dt.timedelta) -> object:
    """Return a value of ``--json`` without names and sentences, its days moved."""
    if isinstance(value, dict):
        return {
            name: each is None if name in NAMES | SENTENCES else shown(each, shift)
            for name, each in value.items()
            if name not in BY_MONTH
        }
    if isinstance(value, list):
        return [shown(each, shift) for each in value]
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return (dt.date.fromisoformat(value) + shift).isoformat()
    return value


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_the_twins_hold_no_name_and_say_the_same_or_are_refused_with_a_cell(
    kind: str, tmp_path: Path
) -> None:
    refused = []
    for seed in range(30):
        log, names = save_log(tmp_path / f"{seed}.xlsx", seed)
        if kind == "ods":
            sheets = read_workbook(log.read_bytes()).sheets
            log = tmp_path / f"{seed}.ods"
            log.write_bytes(plain_document(sheets))
        try:
            twin, today = twin_of(log, seed=seed)
        except RefusedError as error:
            refused.append(error.message)
            continue
        assert sorted(names & words_of_texts(twin)) == [], seed
        assert sorted((names - OF_THE_FORMAT) & words_of_parts(twin)) == [], seed
        for command in ("due", "stats"):
            one = run(command, log, "--json", today=TODAY.isoformat()).document
            other = run(command, twin, "--json", today=today.isoformat()).document
            for name in (one.keys() - BY_MONTH) & {"items", "overall", "by", "weeks", "goals", "funnel"}:
                assert shown(other[name], dt.timedelta(0)) == shown(one[name], today - TODAY), (seed, name)

    assert len(refused) < 4
    assert all(re.search(r"In .+![A-Z]+\d+, .+, netsheet reads “", message) for message in refused)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_log_of_eight_languages_has_a_twin_without_its_names(kind: str, seed: int, tmp_path: Path) -> None:
    log, names = logs_of_eight_languages.save_log(tmp_path / "log.xlsx", seed, people=40)
    if kind == "ods":
        log, sheets = tmp_path / "log.ods", read_workbook(log.read_bytes()).sheets
        log.write_bytes(plain_document(sheets))
    twin, _ = twin_of(log, seed=100 + seed)

    small = {"de", "den", "der", "von", "van", "da", "del", "du", "le", "lo", "di", "heide"}
    of_names = {fold(word) for name in names for word in LETTERS.findall(name) if len(word) > 1} - small
    kept = {"gmbh", "sa", "spa", "partners", "text", "nl", "ai", "polska", "hermanos"}
    assert of_names & words_of_texts(twin) <= kept


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_the_targets_have_the_same_people_and_ways_in_under_other_names(kind: str, tmp_path: Path) -> None:
    day = dt.date(2026, 6, 2)
    sheets: dict[str, list[list[object]]] = {
        "Log": [
            ["Name", "Company", "Date sent", "Referred by", "Title"],
            ["Zelda Quine", "Vexbank", day, "", "Head of rotas"],
            ["Ana Vex", "Vexbank", day, "Zelda Quine", ""],
            ["Bo Quine", "Peña SA", day, "Ana Vex", "Recruiter"],
        ],
        "Companies": [
            ["Company", "Priority", "Role wanted", "Ways in"],
            ["Vexbank", "A", "Analyst", ""],
            ["Peña", "B", "", "Ana Vex"],
            ["Nobody Ltd", "C", "", ""],
        ],
    }
    log = save_sheets(tmp_path / "log.xlsx", sheets)
    if kind == "ods":
        log, data = tmp_path / "log.ods", log.read_bytes()
        log.write_bytes(plain_document(read_workbook(data).sheets))
    twin, today = twin_of(log)
    one, other = (
        run("stats", file, "--json", today=day.isoformat()).document["companies"]
        for file, day in ((log, TODAY), (twin, today))
    )

    assert (one["targets"], one["without_people"], len(one["items"])) == (3, 1, 3)
    assert without_words(other, dt.timedelta(0)) == without_words(one, today - TODAY)
    assert not set(texts_of(one)) & set(texts_of(other)) - {"Recruiter"}


def texts_of(value: object) -> Iterator[str]:
    """Give the texts of a value of ``--json`` that are no days."""
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts_of(each)
    elif isinstance(value, str) and not DAY.fullmatch(value) and len(value) > 1:
        yield value


def without_words(value: object, shift: dt.timedelta) -> object:
    """Return a value of ``--json`` with its days moved, and True for every other text."""
    if isinstance(value, dict):
        return {name: without_words(each, shift) for name, each in value.items()}
    if isinstance(value, list):
        return [without_words(each, shift) for each in value]
    if isinstance(value, str):
        return (dt.date.fromisoformat(value) + shift).isoformat() if DAY.fullmatch(value) else True
    return value


@pytest.mark.parametrize(
    ("text", "hidden", "otherwise"),
    [
        ("DM to Ana", {"ana"}, "DM to Ana"),
        ("on hold until May", {"may"}, "On hold until mai"),
        ("Call", {"call"}, "Phone"),
        ("Open", {"open"}, "Pending"),
        ("no reply", {"signal"}, "no reply"),
        ("in 2 weeks", {"weeks"}, "in 2 w"),
        ("Replied", {"replied", "reply", "answered"}, "Response received"),
    ],
)
def test_a_cell_means_the_same_in_other_words(text: str, hidden: set[str], otherwise: str) -> None:
    found = say_otherwise(text, hidden)

    assert found is not None
    assert found.casefold() == otherwise.casefold()


@pytest.mark.parametrize("heading", ["Call date", "Email", "Phone", "Company", "Date sent", "Follow-up 2"])
def test_a_heading_means_the_same_in_other_words(heading: str) -> None:
    hidden = {fold(word) for word in LETTERS.findall(heading)}
    found = name_otherwise(heading, hidden)

    assert found is not None
    assert not hidden & {fold(word) for word in LETTERS.findall(found)}


def test_a_short_name_typed_into_the_history_is_changed(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Name", "Company", "Date sent"],
        ["Ana Quine", "Vexbank", dt.date(2026, 6, 2)],
    ]
    log = save_sheets(tmp_path / "log.xlsx", {"Log": rows})
    run("log", log, "Ana", "replied", "--note", "DM to Ana", "--on", "2026-06-10", today=TODAY.isoformat())
    twin, _ = twin_of(log)

    with zipfile.ZipFile(twin) as parts:
        texts = " ".join(parts.read(name).decode() for name in parts.namelist())
    assert not re.search(r"\b(?:Ana|Quine|Vexbank)\b", texts, re.IGNORECASE)


@pytest.mark.parametrize(
    ("status", "company"), [("Call booked", "Call"), ("Signal", "Signal"), ("Open", "Open"), ("Sent", "Sent")]
)
def test_a_company_that_is_a_state_or_a_channel_is_nowhere(status: str, company: str, tmp_path: Path) -> None:
    log = save_sheets(
        tmp_path / "log.xlsx",
        {
            "Log": [
                ["Name", "Company", "Date sent", "Status", "Channel"],
                ["Zelda Quine", company, dt.date(2026, 6, 2), status, company],
                ["Bo Vex", "Vexbank", dt.date(2026, 6, 3), "Waiting", "Email"],
            ]
        },
    )
    twin, _ = twin_of(log)

    assert fold(company) not in words_of_texts(twin)


def test_an_address_at_linkedin_is_changed_and_so_is_the_profile_where_linkedin_is_a_company(
    tmp_path: Path,
) -> None:
    log = save_sheets(
        tmp_path / "log.xlsx",
        {
            "Log": [
                ["Name", "Company", "Date sent", "Email", "LinkedIn", "Channel"],
                [
                    *("Zelda Quine", "LinkedIn", dt.date(2026, 6, 2), "zq@linkedin.com"),
                    *("https://www.linkedin.com/in/zelda-quine", "LinkedIn"),
                ],
            ]
        },
    )
    twin, _ = twin_of(log)

    assert not {"zq", "linkedin", "zelda", "quine"} & words_of_texts(twin)


def test_people_called_like_a_legal_form_or_a_column_are_nowhere(tmp_path: Path) -> None:
    further = ["x"] * 40  # up to the column AQ
    rows: list[list[object]] = [
        ["Name", "Company", "Date sent"],
        ["Ai Sá", "Grupo Vex SA", dt.date(2026, 6, 2), *further],
        ["Zelda Quine", "Grupo Vex", dt.date(2026, 6, 3), *further],
    ]
    twin, _ = twin_of(save_sheets(tmp_path / "log.xlsx", {"Log": rows}))

    assert not {"ai", "sa"} & words_of_texts(twin)


def test_people_with_accents_stay_in_the_order_of_the_alphabet(tmp_path: Path) -> None:
    names = ("Zelda Quine", "Íñigo Ríos", "Élodie Vex", "Świętosława Żak", "Hannah Quine", "Anna Vex")
    rows: list[list[object]] = [
        ["Name", "Date sent", "Birthday"],
        *([each, dt.date(2026, 6, 2), "June 20"] for each in names),
    ]
    log = save_sheets(tmp_path / "log.xlsx", {"Log": rows})

    notes = open_log(log, today=TODAY).summary.dates
    assert [note.person.name.split()[0] for note in notes] == [
        "Anna",
        "Élodie",
        "Hannah",
        "Íñigo",
        "Świętosława",
        "Zelda",
    ]
    assert twin_of(log)[0].exists()


@pytest.mark.parametrize("heading", ["Zoom", "Call", "Event date"])
def test_a_heading_that_is_a_company_too_still_says_what_kind_of_meeting_it_was(
    heading: str, tmp_path: Path
) -> None:
    rows: list[list[object]] = [
        ["Name", heading, "Position applied for", "Company"],
        ["Zelda Quine", dt.date(2026, 5, 18), "Head of sales", heading.split(maxsplit=1)[0]],
    ]
    twin, _ = twin_of(save_sheets(tmp_path / "log.xlsx", {"Log": rows}))

    assert fold(heading.split(maxsplit=1)[0]) not in words_of_texts(twin)


def test_part_of_a_name_in_an_address_has_the_words_of_the_name(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Name", "Email", "Date sent"],
        ["Zelda van den Quine", "zelda.vandenquine@example.com", dt.date(2026, 6, 2)],
    ]
    twin, _ = twin_of(save_sheets(tmp_path / "log.xlsx", {"Log": rows}))

    name, address, *_ = read_workbook(twin.read_bytes()).sheets[0].rows[1]
    first, *last = str(name).casefold().split()
    assert str(address).partition("@")[0] == f"{first}.{''.join(last)}"


def test_what_says_how_a_company_is_set_up_stays(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Name", "Company", "Date sent"],
        ["Zelda Quine", "Vex Motor Company", dt.date(2026, 6, 2)],
        ["Zelda Quine", "Vex Motor", dt.date(2026, 6, 3)],
    ]
    twin, _ = twin_of(save_sheets(tmp_path / "log.xlsx", {"Log": rows}))

    _, one, other = read_workbook(twin.read_bytes()).sheets[0].rows
    assert one[1] == f"{other[1]} Company"


@pytest.mark.parametrize(
    "status",
    [
        "on hold until May",
        "paused until next month",
        "Not now, maybe in September",
        "on hold until 1 July 2026",
    ],
)
def test_a_month_or_a_span_in_a_state_moves_too(status: str, tmp_path: Path) -> None:
    rows: list[list[object]] = [["Name", "Date sent", "Status"], ["Zelda Quine", dt.date(2026, 3, 2), status]]
    log = save_sheets(tmp_path / "log.xlsx", {"Log": rows})
    twin, today = twin_of(log)

    steps = [next(iter(open_log(file, today=day).standings)) for file, day in ((log, TODAY), (twin, today))]
    assert steps[0].status == steps[1].status
    assert [step.due and step.due - day for step, day in zip(steps, (TODAY, today), strict=True)] == [
        steps[0].due and steps[0].due - TODAY
    ] * 2


def test_what_has_no_other_words_is_refused_with_its_cell_and_nothing_is_written(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Name", "Company", "Date sent", "Notes"],
        ["Al Quine", "Vexbank", dt.date(2026, 3, 2), "call Al on 20 May"],
    ]
    log = save_sheets(tmp_path / "log.xlsx", {"Log": rows})

    outcome = run("anonymize", log, tmp_path / "twin.xlsx", today=TODAY.isoformat())

    assert outcome.exit_code == 5
    assert 'In Log!D2, "call Al on 20 May", netsheet reads “Al”, which a name' in outcome.stderr
    assert "write Log!D2 without “Al”" in outcome.stderr
    assert not (tmp_path / "twin.xlsx").exists()


@pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")
def test_a_goal_whose_number_was_changed_counts_from_the_day_of_the_change_in_the_twin_too(
    tmp_path: Path,
) -> None:
    log = save_sheets(
        tmp_path / "log.xlsx",
        {
            "Log": [
                ["Name", "Date sent"],
                *(
                    [f"Zelda {name}", dt.date(2026, 5, 6) + dt.timedelta(days=3 * at)]
                    for at, name in enumerate("ABCDEFGH")
                ),
            ],
            "Goals": [["Goal", "Target", "Per"], ["New connections", 3, "week"], ["Meet Zelda", 2, "week"]],
        },
    )
    run("refresh", log, today="2026-05-20")
    workbook = openpyxl.load_workbook(log)
    workbook["Goals"]["B2"] = workbook["Goals"]["B3"] = 1
    workbook.save(log)
    run("refresh", log, today="2026-06-10")
    twin, today = twin_of(log)

    wanted, found = (
        run("stats", file, "--json", today=day.isoformat()).document["goals"]
        for file, day in ((log, TODAY), (twin, today))
    )
    assert [goal["target_changed_on"] for goal in wanted] == ["2026-06-10"]
    moved = dt.date(2026, 6, 10) + (today - TODAY)
    assert [goal["target_changed_on"] for goal in found] == [moved.isoformat()]
    assert "zelda" not in words_of_parts(twin)
