"""The page of drafts in a real browser: copying, mailto, the keyboard, contrast, and nothing from a cell that runs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from netsheet.core.drafts.requests import Draft
from netsheet.draft_files import save_drafts
from tests.browser import Browser, find_chromium
from tests.draft_people import TODAY, a_draft, a_person, an_action, write

BODY = "Hi Ana & “Bo”,\n\nis 100 % + 1 = “done”?\n\n  שלום 😀\n<b>Sam</b>"
SUBJECT = "Rota & nights: 50 % = half? ✓"
EVIL = '"><img src=x onerror="window.hit=1"><script>window.hit=1</script>'

_CONTRASTS = """
(() => {
  const parse = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const part = (c) => { c /= 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const color = parse(getComputedStyle(e).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const element of document.body.querySelectorAll("*")) {
    const text = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!text || !element.getClientRects().length || element.closest("script, .hidden")) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(behind(element))];
    found.push((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
  }
  return found;
})()
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    program = find_chromium()
    if program is None:
        if os.environ.get("NETSHEET_REQUIRE_BROWSER") == "1":
            pytest.fail("NETSHEET_REQUIRE_BROWSER is 1 and there is no Chromium")
        pytest.skip("there is no Chromium on this machine")
    with Browser(program, tmp_path_factory.mktemp("profile")) as running:
        running.send(
            "Network.emulateNetworkConditions",
            offline=True,
            latency=0,
            downloadThroughput=0,
            uploadThroughput=0,
        )
        running.send(
            "Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"]
        )
        yield running


def open_page(browser: Browser, folder: Path, *drafts: Draft) -> None:
    save_drafts(drafts, folder, today=TODAY)
    browser.prefer("light")
    browser.open(folder / "index.html")


def test_copying_puts_exactly_the_message_and_the_subject_on_the_clipboard(
    browser: Browser, tmp_path: Path
) -> None:
    open_page(browser, tmp_path, a_draft(body=BODY, subject=SUBJECT))

    browser.run("document.querySelector('[data-copy=body-1]').click()")
    browser.run("new Promise((done) => setTimeout(done, 100))")
    message = browser.run("navigator.clipboard.readText()")
    said = browser.run("document.getElementById('said').textContent")
    browser.run("document.querySelector('[data-copy=subject-1]').click()")
    browser.run("new Promise((done) => setTimeout(done, 100))")

    assert message == BODY
    assert said == "Message for Ana López copied."
    assert browser.run("navigator.clipboard.readText()") == SUBJECT


def test_without_the_clipboard_the_message_is_copied_the_old_way(browser: Browser, tmp_path: Path) -> None:
    open_page(browser, tmp_path, a_draft(body=BODY))
    browser.run("Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true})")

    browser.run("document.querySelector('[data-copy=body-1]').click()")
    browser.run("new Promise((done) => setTimeout(done, 100))")

    assert browser.run("getSelection().toString()").split() == BODY.split()
    assert browser.run("document.getElementById('said').textContent") == "Message for Ana López copied."


def test_mailto_decodes_to_the_same_address_subject_and_message(browser: Browser, tmp_path: Path) -> None:
    open_page(browser, tmp_path, a_draft(body=BODY, subject=SUBJECT, to="ana+work@xn--mnchen-3ya.example"))

    link = browser.run("document.querySelector('.mailto').href")

    address, _, query = link.removeprefix("mailto:").partition("?")
    fields = dict(part.split("=", 1) for part in query.split("&"))
    assert unquote(address) == "ana+work@xn--mnchen-3ya.example"
    assert unquote(fields["subject"]) == SUBJECT
    assert unquote(fields["body"]) == BODY.replace("\n", "\r\n")
    assert "+" not in query


def test_everything_is_reached_and_used_with_the_keyboard_and_the_focus_is_seen(
    browser: Browser, tmp_path: Path
) -> None:
    open_page(browser, tmp_path, a_draft(body=BODY))
    reached = []
    outlines = set()
    for _ in range(6):
        browser.press("Tab")
        reached.append(browser.run("document.activeElement.firstChild.textContent.trim()"))
        outlines.add(browser.run("getComputedStyle(document.activeElement).outlineStyle"))
        if reached[-1] == "Copy message":
            browser.press("Enter", "\r")
            browser.run("new Promise((done) => setTimeout(done, 100))")

    expected = [
        "Go to the drafts",
        "Copy message",
        "Copy subject",
        "Open as e-mail",
        "E-mail file",
        "Text file",
    ]
    assert reached == expected
    assert outlines == {"solid"}
    assert browser.run("navigator.clipboard.readText()") == BODY


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_the_contrast_of_wcag_aa(browser: Browser, tmp_path: Path, scheme: str) -> None:
    person = a_person("Bo Lind", email="bo@example.com")
    blocked = write(person, an_action(person, "nudge", nudge=1), facts={})
    warned = a_draft(warnings=("It is not signed.",), body="x" * 2000)
    save_drafts([warned], tmp_path, today=TODAY, blocked=[blocked])
    browser.prefer(scheme)
    browser.open(tmp_path / "index.html")

    contrasts = browser.run(_CONTRASTS)

    assert len(contrasts) > 15
    assert min(contrasts) >= 4.5
    browser.screenshot(tmp_path / f"{scheme}.png")
    assert (tmp_path / f"{scheme}.png").stat().st_size > 10_000


def test_no_script_from_a_cell_runs_and_nothing_is_loaded(browser: Browser, tmp_path: Path) -> None:
    person = a_person(
        EVIL, email="", company=EVIL, linkedin="javascript:window.hit=1", phone="1", source=EVIL
    )
    facts = {"details": EVIL, "needs": "javascript:window.hit=1", "notes": EVIL}
    text = write(person, an_action(person, "check_in"), facts=facts)
    raw = a_draft(
        name=EVIL, subject=EVIL, body=EVIL, why=EVIL, channel="LinkedIn", link="javascript:window.hit=1"
    )
    blocked = write(person, an_action(person, "nudge", nudge=1), facts={})
    assert isinstance(text, Draft)
    save_drafts([text, raw], tmp_path, today=TODAY, blocked=[blocked])

    browser.open(tmp_path / "index.html")
    browser.run(
        "document.querySelectorAll('button, a').forEach((item) => item.matches('button') && item.click())"
    )

    assert browser.run("window.hit") is None
    assert browser.run("document.querySelectorAll('script').length") == 1
    assert browser.run("document.querySelectorAll('img, iframe, [onerror], [onclick]').length") == 0
    assert browser.run("[...document.links].filter((a) => a.protocol === 'javascript:').length") == 0
    assert browser.run("document.querySelector('.body').textContent").count(EVIL) == 1
    asked = [
        event["params"]["request"]["url"]
        for event in browser.events
        if event["method"] == "Network.requestWillBeSent"
    ]
    assert asked == [(tmp_path / "index.html").as_uri()]


def test_the_policy_stops_even_a_script_that_stands_in_the_page(browser: Browser, tmp_path: Path) -> None:
    open_page(browser, tmp_path, a_draft())

    browser.run(
        "(() => { const s = document.createElement('script'); s.textContent = 'window.hit = 1';"
        " document.body.append(s); document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hit=2\">') })()"
    )
    browser.run("new Promise((done) => setTimeout(done, 100))")

    assert browser.run("window.hit") is None


@pytest.mark.parametrize("width", [320, 900])
def test_the_page_never_scrolls_sideways(browser: Browser, tmp_path: Path, width: int) -> None:
    open_page(
        browser, tmp_path, a_draft(name="A" * 300, body="https://example.com/" + "x" * 400, why="y" * 300)
    )
    browser.resize(width, 700)

    assert browser.run("document.documentElement.scrollWidth") <= width


def test_headings_landmarks_and_language_let_a_screen_reader_find_its_way(
    browser: Browser, tmp_path: Path
) -> None:
    person = a_person("Bo Lind", email="bo@example.com")
    blocked = write(person, an_action(person, "nudge", nudge=1), facts={})
    save_drafts([a_draft(), a_draft(template="nudge-1")], tmp_path, today=TODAY, blocked=[blocked])
    browser.open(tmp_path / "index.html")

    headings = browser.run(
        "[...document.querySelectorAll('h1, h2, h3')].map((h) => h.tagName + ' ' + h.textContent)"
    )

    assert browser.run("document.documentElement.lang") == "en"
    assert headings == ["H1 Drafts of 16 March 2026", "H2 Ana López", "H2 Ana López", "H2 Not written"]
    assert browser.run("document.querySelectorAll('main').length") == 1
    assert browser.run("document.querySelector('[role=status]').getAttribute('aria-live')") == "polite"
    names = browser.run("[...document.querySelectorAll('button')].map((b) => b.textContent)")
    assert all("for Ana López" in name for name in names)
