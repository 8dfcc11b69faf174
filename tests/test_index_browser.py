"""The page of drafts in a real browser: copying, mailto, the keyboard, contrast, and nothing from a cell that runs."""

from __future__ import annotations

import datetime as dt
import json
import shlex
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest

from netsheet.core.drafts.requests import BlockedDraft, Draft, Gap
from netsheet.draft_files import save_drafts
from netsheet.render.drafts import NOTE_WARNING
from tests.browser import CONTRASTS, Browser, offline_browser
from tests.draft_people import TODAY, a_draft, a_person, a_place, an_action, write

BODY = "Hi Ana & “Bo”,\n\nis 100 % + 1 = “done”?\n\n  שלום 😀\n<b>Sam</b>"
SUBJECT = "Rota & nights: 50 % = half? ✓"
EVIL = '"><img src=x onerror="window.hit=1"><script>window.hit=1</script>'

_FOCUSED = """
(() => {
  const element = document.activeElement;
  const text = element.labels && element.labels.length ? [...element.labels[0].childNodes] : [...element.childNodes];
  return text.filter((node) => node.nodeType === 3).map((node) => node.data.trim()).filter(Boolean)[0];
})()
"""
GAP = Gap(text="[what you remember]", reason="There is no detail.", place=a_place())
UNFINISHED = a_draft(
    name="Bo Lind",
    stem="bo-lind",
    who="bo@example.com",
    body="Hi Bo,\n\n[what you remember]\n\nSam",
    gaps=(GAP,),
    warnings=("It is not signed.",),
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    yield from offline_browser(tmp_path_factory)


def open_page(browser: Browser, folder: Path, *drafts: Draft) -> None:
    save_drafts(drafts, folder, today=TODAY)
    browser.prefer("light")
    browser.open(folder / "index.html")


def a_blocked_draft() -> BlockedDraft:
    person = a_person("Bo Lind", email="bo@example.com", do_not_contact=True)
    blocked: BlockedDraft = write(person, an_action(person, "nudge", nudge=1))
    return blocked


def type_into(browser: Browser, selector: str, text: str) -> None:
    """Replace a field's text as a person would: the page hears of it."""
    browser.run(
        f"(() => {{ const field = document.querySelector({json.dumps(selector)}); field.value = {json.dumps(text)};"
        " field.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )


def copy(browser: Browser, source: str) -> str:
    """Press the button that copies something, and return what is then on the clipboard."""
    browser.run(
        "new Promise((done) => { const said = document.getElementById('said'); said.textContent = '';"
        f" document.querySelector('[data-copy={source}]').click();"
        " const look = () => said.textContent ? done() : setTimeout(look, 20); look(); })"
    )
    text: str = browser.run("navigator.clipboard.readText()")
    return text


def value_of(browser: Browser, selector: str) -> str:
    value: str = browser.run(f"document.querySelector({json.dumps(selector)}).value")
    return value


def test_an_edited_text_is_what_is_copied_and_mailed_and_it_is_there_after_a_reload(
    browser: Browser, tmp_path: Path
) -> None:
    open_page(browser, tmp_path, a_draft(body=BODY, subject=SUBJECT))
    edited = "Hi Ana (you & me),\n\n100 % *mine*? 😀"
    type_into(browser, "#body-1", edited)
    type_into(browser, "#subject-1", "It's new!")
    browser.open(tmp_path / "index.html")

    copied = copy(browser, "body-1")
    address, _, query = browser.run("document.querySelector('.mailto').href").partition("?")
    fields = {key: unquote(text) for key, text in (part.split("=", 1) for part in query.split("&"))}

    assert copied == edited
    assert address == "mailto:ana@example.com"
    assert fields == {"subject": "It's new!", "body": edited.replace("\n", "\r\n")}
    assert browser.run("document.querySelector('.count').textContent") == str(
        len(edited.encode("utf-16-le")) // 2
    )
    assert browser.run("document.querySelector('.changed').hidden") is False


def test_a_new_run_keeps_the_edits_of_a_draft_that_did_not_change_and_drops_those_of_one_that_did(
    browser: Browser, tmp_path: Path
) -> None:
    same, other = a_draft(), a_draft(name="Bo", stem="bo", body="Hi Bo,\n\nOld.")
    open_page(browser, tmp_path, same, other)
    type_into(browser, "#body-1", "My own words")
    type_into(browser, "#body-2", "My own words for Bo")

    save_drafts([same, replace(other, body="Hi Bo,\n\nNew.")], tmp_path, today=TODAY + dt.timedelta(days=1))
    browser.open(tmp_path / "index.html")

    assert value_of(browser, "#body-1") == "My own words"
    assert value_of(browser, "#body-2") == "Hi Bo,\n\nNew."


def test_edits_can_be_undone_and_are_then_forgotten(browser: Browser, tmp_path: Path) -> None:
    open_page(browser, tmp_path, a_draft(body=BODY))
    type_into(browser, "#body-1", "Gone")

    browser.run("document.querySelector('.reset').click()")
    browser.open(tmp_path / "index.html")

    assert value_of(browser, "#body-1") == BODY
    assert browser.run("document.querySelector('.reset').hidden") is True


def test_another_page_of_drafts_has_its_own_edits_and_ticks(browser: Browser, tmp_path: Path) -> None:
    open_page(browser, tmp_path / "one", a_draft())
    type_into(browser, "#body-1", "Only here")
    browser.run("document.querySelector('.sent').click()")

    open_page(browser, tmp_path / "two", a_draft())

    assert value_of(browser, "#body-1") == a_draft().body
    assert browser.run("document.querySelector('.sent').checked") is False


def test_a_long_edit_leaves_the_link_without_the_message_and_says_so(
    browser: Browser, tmp_path: Path
) -> None:
    open_page(browser, tmp_path, a_draft())
    assert browser.run("document.querySelector('.long').hidden") is True

    type_into(browser, "#body-1", "x" * 3000)

    assert browser.run("document.querySelector('.long').hidden") is False
    assert "body=" not in browser.run("document.querySelector('.mailto').href")


def test_the_ticks_show_the_command_for_all_that_were_sent_and_are_kept(
    browser: Browser, tmp_path: Path
) -> None:
    drafts = [
        a_draft(who="ana@example.com"),
        a_draft(name="Bo Lind", stem="bo", who="Bo Lind", body="b"),
        a_draft(name="Cy", stem="cy", who='Cy "$(rm -rf ~)"', body="c"),
    ]
    save_drafts(drafts, tmp_path, today=TODAY, done_command='netsheet done "my log.xlsx"')
    browser.open(tmp_path / "index.html")
    assert browser.run("document.getElementById('done').hidden") is True
    browser.run("document.querySelectorAll('.sent').forEach((tick) => tick.click())")
    browser.open(tmp_path / "index.html")

    copied = copy(browser, "done-command")

    command = 'netsheet done "my log.xlsx" ana@example.com "Bo Lind" ' + shlex.quote('Cy "$(rm -rf ~)"')
    assert copied == command
    browser.run("document.querySelectorAll('.sent').forEach((tick) => tick.click())")
    browser.open(tmp_path / "index.html")
    assert browser.run("document.getElementById('done').hidden") is True


def test_a_gap_is_found_with_one_press_and_filling_it_in_finishes_the_draft(
    browser: Browser, tmp_path: Path
) -> None:
    open_page(browser, tmp_path, UNFINISHED)
    badge = "document.querySelector('.badge').textContent"
    assert browser.run(badge) == "Unfinished"

    browser.run("document.querySelector('.gap').click()")
    chosen = browser.run(
        "(() => { const f = document.activeElement; return f.value.slice(f.selectionStart, f.selectionEnd) })()"
    )
    type_into(browser, "#body-1", "Hi Bo,\n\nThe night rota.\n\nSam")

    assert chosen == GAP.text
    assert browser.run(badge) == "Finished"
    assert browser.run("document.querySelector('.todo').hidden") is True


def test_what_to_do_stands_next_to_each_gap_and_each_note(browser: Browser, tmp_path: Path) -> None:
    note = Gap(text="[in your words: met at the fair]", reason="A note.", is_note=True)
    body = f"{GAP.text} {note.text}"
    open_page(browser, tmp_path, a_draft(body=body, gaps=(GAP, note), warnings=(NOTE_WARNING,)))
    shown = (
        "[...document.querySelectorAll('.todo:not([hidden])')].map((each) => each.innerText.split(':')[0])"
    )

    assert browser.run(shown) == [
        "Fill in",
        "Your own note. In the text above, put a sentence for them in its place",
    ]
    assert browser.run("document.querySelectorAll('.notes').length") == 0
    type_into(browser, "#body-1", note.text)
    assert browser.run(shown) == ["Your own note. In the text above, put a sentence for them in its place"]
    assert browser.run("document.querySelector('.badge').textContent") == "Unfinished"


def test_a_text_says_when_it_is_too_long_for_its_channel(browser: Browser, tmp_path: Path) -> None:
    open_page(browser, tmp_path, a_draft(channel="LinkedIn note", body="x" * 201, limit=200))
    length = "document.querySelector('.length').innerText"

    assert browser.run(length) == "201 of 200 characters: too long"
    type_into(browser, "#body-1", "x" * 200)
    assert browser.run(length) == "200 of 200 characters"


def test_what_concerns_several_drafts_is_said_once_on_top(browser: Browser, tmp_path: Path) -> None:
    open_page(browser, tmp_path, a_draft(warnings=("It is not signed.", "It has 200 words.")), UNFINISHED)

    notes = browser.run("[...document.querySelectorAll('.notes li')].map((note) => note.textContent)")

    assert notes == ["All drafts: It is not signed.", "It has 200 words."]
    assert browser.run("document.querySelectorAll('header .notes li').length") == 1


def test_without_storage_the_page_still_works_and_says_that_it_keeps_nothing(
    browser: Browser, tmp_path: Path
) -> None:
    open_page(browser, tmp_path, a_draft())
    browser.run(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }, configurable: true}); 1"
    )

    type_into(browser, "#body-1", "Mine")

    assert "does not keep your changes" in browser.run("document.getElementById('said').textContent")
    assert "body=Mine" in browser.run("document.querySelector('.mailto').href")


def test_copying_puts_exactly_the_message_and_the_subject_on_the_clipboard(
    browser: Browser, tmp_path: Path
) -> None:
    open_page(browser, tmp_path, a_draft(body=BODY, subject=SUBJECT))

    message = copy(browser, "body-1")
    said = browser.run("document.getElementById('said').textContent")

    assert message == BODY
    assert said == "Message for Ana López copied."
    assert copy(browser, "subject-1") == SUBJECT


def test_without_the_clipboard_the_message_is_copied_the_old_way(browser: Browser, tmp_path: Path) -> None:
    open_page(browser, tmp_path, a_draft(body=BODY))
    browser.run("Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true})")

    browser.run("document.querySelector('[data-copy=body-1]').click()")
    browser.run("new Promise((done) => setTimeout(done, 100))")

    assert browser.run("document.activeElement.id") == "body-1"
    assert browser.run("document.activeElement.selectionEnd - document.activeElement.selectionStart") > 0
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
    for _ in range(9):
        browser.press("Tab")
        reached.append(browser.run(_FOCUSED))
        outlines.add(browser.run("getComputedStyle(document.activeElement).outlineStyle"))
        if reached[-1] == "Copy message":
            browser.press("Enter", "\r")
            browser.run("new Promise((done) => setTimeout(done, 100))")
        if reached[-1] == "Sent":
            browser.press(" ", " ")

    expected = [
        "Go to the drafts",
        "Subject",
        "Message for Ana López",
        "Copy message",
        "Copy subject",
        "Open as e-mail",
        "Sent",
        "E-mail file, unchanged",
        "Text file, unchanged",
    ]
    assert reached == expected
    assert browser.run("document.getElementById('done').hidden") is False
    assert outlines == {"solid"}
    assert browser.run("navigator.clipboard.readText()") == BODY


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_the_contrast_of_wcag_aa(browser: Browser, tmp_path: Path, scheme: str) -> None:
    warned = a_draft(warnings=("It is not signed.",), body="x" * 2000)
    save_drafts([warned, UNFINISHED], tmp_path, today=TODAY, blocked=[a_blocked_draft()])
    browser.prefer(scheme)
    browser.open(tmp_path / "index.html")
    browser.run("document.querySelectorAll('.sent').forEach((tick) => tick.click())")
    type_into(browser, "#body-1", "changed")

    contrasts = browser.run(CONTRASTS)

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
    barred = a_person(EVIL, do_not_contact=True)
    blocked = write(barred, an_action(barred, "nudge", nudge=1), facts={})
    assert isinstance(text, Draft)
    save_drafts([text, raw], tmp_path, today=TODAY, blocked=[blocked])

    browser.open(tmp_path / "index.html")
    type_into(browser, "#body-2", EVIL)
    browser.open(tmp_path / "index.html")
    browser.run("document.querySelectorAll('button, .sent').forEach((item) => item.click())")

    assert browser.run("window.hit") is None
    assert browser.run("document.querySelectorAll('script').length") == 1
    assert browser.run("document.querySelectorAll('img, iframe, [onerror], [onclick]').length") == 0
    assert browser.run("[...document.links].filter((a) => a.protocol === 'javascript:').length") == 0
    assert browser.run("document.querySelector('#body-1').value").count(EVIL) == 1
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
    drafts = [a_draft(), a_draft(template="nudge-1", company="Northwind")]
    save_drafts(drafts, tmp_path, today=TODAY, blocked=[a_blocked_draft()])
    browser.open(tmp_path / "index.html")

    headings = browser.run(
        "[...document.querySelectorAll('h1, h2, h3')].map((h) => h.tagName + ' ' + h.textContent)"
    )

    assert browser.run("document.documentElement.lang") == "en"
    assert headings == [
        "H1 Drafts of 16 March 2026",
        "H2 Ana López",
        "H2 Ana López, Northwind",
        "H2 Not written",
        "H2 Sent: tell your log",
    ]
    assert browser.run("document.querySelectorAll('main').length") == 1
    assert browser.run("document.querySelector('[role=status]').getAttribute('aria-live')") == "polite"
    names = browser.run("[...document.querySelectorAll('.draft button')].map((b) => b.textContent)")
    assert all("for Ana López" in name for name in names)
    fields = browser.run(
        "[...document.querySelectorAll('input, textarea')].map((field) => field.labels[0].textContent)"
    )
    assert set(fields) == {"Subject for Ana López", "Message for Ana López", "Sent to Ana López"}
