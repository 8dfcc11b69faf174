"""``netsheet report`` and ``netsheet open``: the page says what the sheet says, loads nothing, and overwrites nothing."""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest

from netsheet.core.numbers.number_words import format_share
from netsheet.pipeline.opened import open_log
from netsheet.pipeline.report import report_path
from netsheet.render.report_page import MARK, report_html
from netsheet.render.summary.chart_tables import make_figures
from netsheet.render.summary.people_blocks import due_title
from netsheet.render.svg_charts import WIDTH, draw
from tests.browser import CONTRASTS, Browser, offline_browser
from tests.command_line import TODAY, copy_of_sample, run
from tests.draft_people import TODAY as DAY

EVIL = '"><img src=x onerror="window.hit=1"><script>window.hit=1</script>'
SAMPLES = ("plain-log.xlsx", "two-sheets.xlsx", "rich.xlsx", "messy-log.csv")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    yield from offline_browser(tmp_path_factory)


def an_evil_log(folder: Path) -> Path:
    log = folder / "evil.xlsx"
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Name", "Company", "Email", "LinkedIn", "Date sent", "Template", "Response"])
    for number in range(12):
        address = f"a{number}@example.com"
        sheet.append(
            [EVIL, EVIL, address, "javascript:window.hit=1", "2026-03-02", EVIL, "yes" if number % 2 else ""]
        )
    sheet.append([EVIL, EVIL, "x", "", "30 Feb 2026", "", ""])
    book.save(log)
    return log


def report_of(log: Path, *options: object) -> Path:
    outcome = run("report", log, "--today", TODAY, *options)
    assert outcome.exit_code == 0, outcome.stderr
    return report_path(log)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_report_says_what_the_summary_says(name: str, tmp_path: Path) -> None:
    log = copy_of_sample(name, tmp_path)
    before = log.read_bytes()

    page = report_of(log).read_text(encoding="utf-8")
    summary = open_log(log, today=DAY).summary

    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)).replace("&#39;", "'").replace("&#34;", '"')
    assert log.read_bytes() == before
    assert summary.headline in text
    assert due_title(summary) in text or not summary.due_count
    for row in summary.due:
        assert row.person.name in text
        assert row.why in text
    for count in summary.status_counts:
        assert count.status in text
    if summary.engagement.overall.rate is not None and not summary.is_young:
        assert format_share(summary.engagement.overall.rate) in text
    for figure in make_figures(summary.engagement) if not summary.is_young else ():
        assert figure.title in text
        assert figure.description in text


@pytest.mark.parametrize("name", SAMPLES)
def test_every_bar_and_line_of_a_chart_is_inside_it(name: str, tmp_path: Path) -> None:
    summary = open_log(copy_of_sample(name, tmp_path), today=DAY).summary

    for figure in make_figures(summary.engagement):
        drawing = draw(figure)
        assert drawing.bars
        for bar in drawing.bars:
            assert 0 <= bar.x <= bar.x + bar.width <= WIDTH
            assert -0.01 <= bar.y <= bar.y + bar.height <= drawing.height
        for line in drawing.lines:
            assert 0 <= min(line.x1, line.x2) <= max(line.x1, line.x2) <= WIDTH
            assert 0 <= min(line.y1, line.y2) <= max(line.y1, line.y2) <= drawing.height


def test_an_empty_log_is_welcomed(tmp_path: Path) -> None:
    log = tmp_path / "log.xlsx"
    run("init", log)

    page = report_of(log).read_text(encoding="utf-8")

    assert "Welcome. There is nobody in your log yet." in page
    assert "<svg" not in page


def test_the_page_loads_nothing_and_the_same_log_gives_the_same_bytes(tmp_path: Path) -> None:
    log = copy_of_sample("two-sheets.xlsx", tmp_path)
    summary = open_log(log, today=DAY).summary

    page = report_html(summary, name=log.name).decode("utf-8")

    (style,) = re.findall(r"<style>(.*?)</style>", page, flags=re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert not re.findall(r"""(?:src|action)=["']|url\(|@import|<script""", page)
    assert set(re.findall(r'href="(.*?)"', page)) <= {
        "#main",
        *re.findall(r'href="(mailto:[^"]+|https://www\.linkedin\.com/[^"]+)"', page),
    }
    assert page.encode("utf-8") == report_html(summary, name=log.name)


def test_our_own_file_is_replaced_and_any_other_stays(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    page = report_of(log)
    assert page.name == "plain-log-report.html"
    page.write_bytes(f"<!DOCTYPE html>{MARK} an older one".encode())
    assert report_of(log).read_text(encoding="utf-8").count("<h1>") == 1

    page.write_text("my own notes", encoding="utf-8")
    outcome = run("report", log)

    assert outcome.exit_code == 5
    assert "was not made by netsheet, and stays as it is." in outcome.stderr
    assert page.read_text(encoding="utf-8") == "my own notes"
    assert run("report", log, "--out", log).exit_code == 2
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_the_report_goes_where_it_is_asked_to(tmp_path: Path) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    out = tmp_path / "page.html"

    document = run("report", log, "--today", TODAY, "--out", out, "--json").document

    assert document == {"schema": 1, "workbook": str(log), "today": TODAY, "report": str(out)}
    assert out.exists()
    assert not report_path(log).exists()
    assert run("report", log, "--out", tmp_path / "none" / "page.html").exit_code != 0


# --- in a browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["two-sheets.xlsx", "plain-log.xlsx"])
def test_every_text_has_the_contrast_of_wcag_aa(
    browser: Browser, tmp_path: Path, name: str, scheme: str
) -> None:
    browser.prefer(scheme)
    browser.open(report_of(copy_of_sample(name, tmp_path)))
    browser.run("document.querySelectorAll('details').forEach((item) => { item.open = true; })")

    contrasts = browser.run(CONTRASTS)

    assert len(contrasts) > 100
    assert min(contrasts) >= 4.5


@pytest.mark.parametrize("width", [320, 400, 1200])
def test_the_report_never_scrolls_sideways(browser: Browser, tmp_path: Path, width: int) -> None:
    page = report_of(copy_of_sample("two-sheets.xlsx", tmp_path))
    browser.resize(width, 800)
    browser.open(page)

    assert browser.run("document.documentElement.scrollWidth") <= width


def test_the_report_is_read_with_the_keyboard_and_by_a_screen_reader(
    browser: Browser, tmp_path: Path
) -> None:
    browser.open(report_of(copy_of_sample("two-sheets.xlsx", tmp_path)))
    browser.press("Tab")
    first = browser.run("document.activeElement.textContent")
    reached = set()
    for _ in range(80):
        browser.press("Tab")
        tag = browser.run("document.activeElement.tagName")
        reached.add(tag)
        is_seen = browser.run("getComputedStyle(document.activeElement).outlineStyle") != "none"
        assert is_seen or tag == "BODY"

    assert first == "Go to the content"
    assert {"A", "SUMMARY"} <= reached
    assert browser.run("document.querySelectorAll('main, h1').length") == 2
    assert browser.run(
        "[...document.querySelectorAll('svg[role=img]')].every((svg) =>"
        " document.getElementById(svg.getAttribute('aria-labelledby')).textContent"
        " && document.getElementById(svg.getAttribute('aria-describedby')).textContent)"
    )
    assert browser.run("[...document.querySelectorAll('th')].every((th) => th.scope)")


def test_no_script_from_a_cell_runs_and_nothing_is_loaded(browser: Browser, tmp_path: Path) -> None:
    page = report_of(an_evil_log(tmp_path))

    browser.open(page)

    assert browser.run("window.hit") is None
    assert browser.run("document.querySelectorAll('script, img, [onerror]').length") == 0
    assert browser.run("[...document.links].filter((a) => a.protocol === 'javascript:').length") == 0
    assert EVIL in browser.run("document.body.textContent")
    asked = [
        event["params"]["request"]["url"]
        for event in browser.events
        if event["method"] == "Network.requestWillBeSent"
    ]
    assert asked == [page.as_uri()]


@pytest.mark.parametrize(("width", "height"), [(8.27, 11.69), (8.5, 11)])
def test_it_prints_on_a4_and_letter_without_what_paper_cannot_show(
    browser: Browser, tmp_path: Path, width: float, height: float
) -> None:
    browser.prefer("dark")
    browser.open(report_of(copy_of_sample("two-sheets.xlsx", tmp_path)))

    pdf = base64.b64decode(
        browser.send("Page.printToPDF", paperWidth=width, paperHeight=height, printBackground=False)["data"]
    )

    assert pdf.startswith(b"%PDF")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 5
    browser.send("Emulation.setEmulatedMedia", media="print")
    paper = browser.run("getComputedStyle(document.body).backgroundColor")
    hidden = browser.run(
        "[...document.querySelectorAll('details, .skip, .links')].every((each) => !each.offsetHeight)"
    )
    browser.send("Emulation.setEmulatedMedia", media="")
    assert (paper, hidden) == ("rgb(255, 255, 255)", True)


# --- the system's own program


def system_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, opener: str | None = "exit 0"
) -> Callable[[], str]:
    """Have a system whose only program is an xdg-open that notes what it opens; return a reader of its notes."""
    programs, notes = tmp_path / "programs", tmp_path / "opened.txt"
    programs.mkdir()
    notes.touch()
    if opener is not None:
        program = programs / "xdg-open"
        program.write_text(f"#!/bin/sh\necho \"$@\" >> '{notes}'\n{opener}\n", encoding="utf-8")
        program.chmod(0o755)
    monkeypatch.setattr("netsheet.files.opener.sys.platform", "linux")
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.chdir(tmp_path)
    return lambda: notes.read_text(encoding="utf-8")


posix_only = pytest.mark.skipif(sys.platform == "win32", reason="a program is a shell script here")


@posix_only
@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("open",), "plain-log.xlsx"),
        (("refresh", "--open"), "plain-log.xlsx"),
        (("report", "--open"), "plain-log-report.html"),
    ],
)
def test_a_file_is_opened_by_its_full_path_in_the_systems_own_program(
    words: tuple[str, ...], name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    opened = system_with(tmp_path, monkeypatch)

    outcome = run(words[0], log.name, *words[1:])

    assert (outcome.exit_code, outcome.stderr) == (0, "")
    assert outcome.stdout
    assert opened() == f"{tmp_path / name}\n"


@posix_only
@pytest.mark.parametrize(
    ("words", "exit_code"),
    [
        (("open", "missing.xlsx"), 3),
        (("open", "notes.sh"), 2),
        (("refresh", "plain-log.xlsx", "--open", "--dry-run"), 2),
        (("refresh", "plain-log.xlsx", "--open", "--check"), 2),
    ],
)
def test_nothing_is_opened_that_is_no_workbook_or_was_not_written(
    words: tuple[str, ...], exit_code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_of_sample("plain-log.xlsx", tmp_path)
    (tmp_path / "notes.sh").write_text("echo", encoding="utf-8")
    opened = system_with(tmp_path, monkeypatch)

    assert run(*words).exit_code == exit_code
    assert opened() == ""


@posix_only
@pytest.mark.parametrize("opener", [None, "exit 3"])
@pytest.mark.parametrize("words", [("open",), ("refresh", "--open", "--quiet")])
def test_where_no_program_opens_it_the_file_is_named(
    words: tuple[str, ...], opener: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    before = log.read_bytes()
    system_with(tmp_path, monkeypatch, opener=opener)

    outcome = run(words[0], log, *words[1:])

    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert outcome.stderr.splitlines() == [
        "netsheet: This system has no program set up to open plain-log.xlsx, or no desktop to show it.",
        f"  Open it yourself: {log}",
    ]
    assert (log.read_bytes() != before) == ("refresh" in words)


@posix_only
def test_a_program_that_shows_the_file_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netsheet.files.opener._MOST_SECONDS", 0.2)
    log = copy_of_sample("plain-log.xlsx", tmp_path)
    system_with(tmp_path, monkeypatch, opener="exec /bin/sleep 20")

    assert run("open", log).exit_code == 0
