"""What is shown to others says nothing of whose log it is, and nothing that is in it, whatever the shape of the log."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from netsheet.core.anonymous.known_words import known_words
from netsheet.core.text import fold
from netsheet.engines import read_workbook
from netsheet.opendocument.plain_document import plain_document
from netsheet.workbook.plain_workbook import plain_workbook
from tests.command_line import run
from tests.logs_of_known_words import save_log
from tests.reading.invented import INVENTED

LETTERS = re.compile(r"[^\W\d_]{3,}")
SAID_ANYWAY = frozenset({"some", "head", "workbook"})
"""Words of invented logs that are in sentences of netsheet and in the forms of files too."""
TODAY = "2026-06-15"


def words(text: str) -> set[str]:
    return {fold(word) for word in LETTERS.findall(text)}


def words_of_log(log: Path) -> set[str]:
    sheets = read_workbook(log.read_bytes()).sheets
    texts = (str(value) for sheet in sheets for row in (*sheet.rows, [sheet.name]) for value in row)
    return set().union(*map(words, texts)) - known_words() - SAID_ANYWAY


def text_of(file: Path) -> str:
    if file.suffix != ".xlsx":
        return file.read_bytes().decode()
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as parts:
        return " ".join(f"{name} {parts.read(name).decode()}" for name in parts.namelist())


@pytest.fixture(scope="module")
def class_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Logs of every shape, each second one for LibreOffice, among them broken, locked and empty ones."""
    folder = tmp_path_factory.mktemp("Zebulon Quorra")
    for number, invented in enumerate(INVENTED):
        write, ending = ((plain_workbook, "xlsx"), (plain_document, "ods"))[number % 2]
        (folder / f"Wilhelmina Xantos {number}.{ending}").write_bytes(write(invented.sheets))
    for seed in range(8):
        save_log(folder / f"Yolanda Brzk {seed}.xlsx", seed)
    (folder / "Gwendolyn.xlsx").write_bytes((folder / "Yolanda Brzk 0.xlsx").read_bytes()[:900])
    (folder / "Ottilie.ods").write_bytes(plain_document(INVENTED[1].sheets))
    (folder / ".~lock.Ottilie.ods#").write_text("Ottilie,ottilie,desk,15.06.2026 10:00,file;", "utf-8")
    (folder / "Philippa.xlsx").write_bytes(plain_workbook([]))
    (folder / "Quirin.xlsx").write_bytes(b"")
    return folder


def private_words(folder: Path) -> set[str]:
    logs = list(folder.glob("[WY]*"))
    labels = {"zebulon", "quorra", "wilhelmina", "xantos", "yolanda", "brzk"}
    labels |= {"gwendolyn", "ottilie", "philippa", "quirin"}
    return labels.union(*map(words_of_log, logs))


@pytest.mark.parametrize("form", ["text", "--json", ".html", ".csv", ".xlsx"])
def test_a_nameless_overview_of_every_shape_of_log_holds_nothing_of_them(
    form: str, class_folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / f"out{form}"
    options = {"text": [], "--json": ["--json"]}.get(form, ["--out", out])
    outcome = run("overview", class_folder, "--nameless", "--workers", "1", *options, today=TODAY)
    shown = outcome.stdout + outcome.stderr + (text_of(out) if out.exists() else "")

    assert outcome.exit_code == 3
    assert "C01: It could not be read." in outcome.stderr
    assert sorted(words(shown.replace(str(tmp_path), "")) & private_words(class_folder)) == []


@pytest.mark.parametrize("form", [".md", ".eml"])
def test_a_digest_of_every_shape_of_log_holds_nothing_of_it(
    form: str, class_folder: Path, tmp_path: Path
) -> None:
    found = {}
    for log in sorted(class_folder.glob("[WY]*")):
        out = tmp_path / f"{log.stem}{form}"
        if run("digest", log, "--out", out, today=TODAY).exit_code == 0:
            found[log.name] = words(out.read_text("utf-8")) & words_of_log(log)

    assert len(found) > 40
    assert not any(found.values()), found
