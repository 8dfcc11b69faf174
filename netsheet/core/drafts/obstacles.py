"""What keeps a draft from being written, and what leaves it unfinished.

Blocked is what must not go out: no address, an address that bounced, somebody not to contact or who replied since, two
asks, too long, an ask where it is time to give, a placeholder left in a template. Each guard gives its reason as one plain
sentence, or "" when the draft may go on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from netsheet.core.drafts.phrasing import count_utf16_units, spell_date
from netsheet.core.drafts.requests import BlockedDraft, Draft, DraftChannel, DraftFilter, Gap, TemplateInfo
from netsheet.core.followups.actions import Action
from netsheet.core.followups.contact_history import History
from netsheet.core.model import Person, Touch
from netsheet.core.text import one_line
from netsheet.core.touch_facts import facts_of
from netsheet.core.values.answer_sentences import read_answer_words
from netsheet.core.values.vocabulary import read_status

_LEFTOVER = re.compile(
    r"\[[A-Z][A-Z0-9 _/'-]+\]"
    r"|\[(?i:your|insert|add|name|first|last|full|company|title|role|date|link|their|topic|x)\b[^\]\n]{0,60}\]"
    r"|<[A-Z][A-Z _-]+>|\{\{|\}\}|\{%|%\}"
    r"|\b(?:TODO|TBD|TBC|FIXME|XXX+)\b"
)
_REQUEST = re.compile(
    r"\b(?:(?:could|would|can|will) you|(?:may|could|can) (?:i|we) (?:ask|have|call|come|join)"
    r"|i(?:['\u2019]d| would) (?:be grateful|appreciate|love to (?:hear|talk|learn|ask|meet))"
    r"|please (?:send|share|introduce|reply|answer|tell|forward|let me know))\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\s\"”)]+|\n\n+")


def find_person_fault(person: Person) -> str:
    """Say why nobody should write to this person now: do not contact, or a row that cannot be judged."""
    if person.do_not_contact:
        return f"{person.name} is marked “do not contact”."
    if person.unreadable is not None:
        return person.unreadable.message
    return ""


def wants_no_more(note: str) -> bool:
    """Whether a note says that they do not want to be written to. It may be about somebody else: a person has to look."""
    meaning = read_answer_words(note, read_status) if note else None
    return meaning is not None and meaning.is_opt_out


def find_bounce(
    history: History, action: Action | None, only: DraftFilter, channels: Sequence[DraftChannel]
) -> Touch | None:
    """Find the notice that the last message came back, where that leaves no other way to write."""
    if action is not None and action.kind == "find_address" and only.template is None:
        return history.bounce
    return find_bounced_address(history) if not channels and only.channel in {None, "e-mail"} else None


def find_bounced_address(history: History) -> Touch | None:
    """Find the notice that an e-mail came back, unless an e-mail went either way since: that address works.

    A notice without a day counts from the message in its row.
    """
    bounce = history.newest(lambda touch: touch.kind == "bounce" and touch.channel in {None, "e-mail"})
    if bounce is None:
        return None
    row = (bounce.place.sheet, bounce.place.row)
    in_row = [
        touch.on for touch in history.touches if touch.on and (touch.place.sheet, touch.place.row) == row
    ]
    since = bounce.on or max(in_row, default=None)
    mails = [touch.on for touch in history.touches if touch.kind != "bounce" and touch.channel == "e-mail"]
    return None if since is not None and any(on is not None and on > since for on in mails) else bounce


def say_bounced(person: Person) -> str:
    """Say what to do about an address that does not work."""
    return f"Your last message to {person.name} came back. Put another address in the log, and clear the cell that says it came back."


def find_template_fault(history: History, template: TemplateInfo, *, is_give_first: bool) -> str:
    """Say why this template does not suit this person now: they replied since, or it asks before giving."""
    is_nudge = any(occasion.kind in {"nudge", "decide"} for occasion in template.occasions)
    person = history.person
    last = history.newest(lambda touch: facts_of(touch).role not in {"contact", "bounce", "automatic reply"})
    if is_nudge and last is not None and facts_of(last).ends_thread:
        when = f" on {spell_date(last.on, today=last.on)}" if last.on else ""
        has_replied = facts_of(last).role == "answer"
        who = f"{person.name} replied" if has_replied else f"You were in touch with {person.name}"
        return f"{who}{when}: there is nothing to remind them of."
    if is_give_first and template.intent == "ask":
        return f"Your last messages to {person.name} asked for something: give first, or add --anyway to write it all the same."
    return ""


def find_text_fault(subject: str, body: str, limit: int | None, *, gaps: Sequence[str] = ()) -> str:
    """Say why this text cannot go out: a leftover placeholder, two asks, or more than its channel takes.

    Args:
        subject: of the message.
        body: the message.
        limit: how many UTF-16 units its channel takes; None when there is no limit.
        gaps: what is in square brackets to be written anew: neither leftovers, nor counted as characters.
    """
    subject, written = (_without(gaps, text) for text in (subject, body))
    leftover = _LEFTOVER.search(f"{subject}\n\n{written}")
    if leftover is not None:
        return f"“{leftover.group()}” is still in the text: put the real words there."
    asks = list_asks(body)
    if len(asks) > 1:
        return f"It asks for two things: “{one_line(asks[0], 60)}” and “{one_line(asks[1], 60)}”. Keep one."
    units = count_utf16_units(written)
    if limit is not None and units > limit:
        return f"It has {units:,} characters and this channel takes {limit:,}: shorten the detail or the template."
    return ""


def _without(gaps: Sequence[str], text: str) -> str:
    for gap in gaps:
        text = text.replace(gap, "")
    return text


def list_asks(text: str) -> tuple[str, ...]:
    """List the sentences that want something: questions, and requests without a question mark."""
    sentences = [sentence.strip() for sentence in _SENTENCE_END.split(text)]
    return tuple(item for item in sentences if item.endswith("?") or _REQUEST.search(item))


def mark_lookalikes(drafts: Sequence[Draft | BlockedDraft]) -> tuple[Draft | BlockedDraft, ...]:
    """Mark the drafts as unfinished that differ from another one of their template in nothing but the name."""
    skeletons = [
        _skeleton(draft) if isinstance(draft, Draft) and not draft.gaps else None for draft in drafts
    ]
    counts = Counter(skeleton for skeleton in skeletons if skeleton is not None)
    return tuple(
        _as_lookalike(draft)
        if isinstance(draft, Draft) and skeleton is not None and counts[skeleton] > 1
        else draft
        for draft, skeleton in zip(drafts, skeletons, strict=True)
    )


def _skeleton(draft: Draft) -> tuple[str, str]:
    words = sorted({draft.name, *draft.name.replace(",", " ").split()}, key=len, reverse=True)
    pattern = "|".join(re.escape(word) for word in words if word) or r"(?!)"
    text = re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", "·", f"{draft.subject}\n{draft.body}", flags=re.IGNORECASE)
    return draft.template, re.sub(r"(?:· ?)+", "·", " ".join(text.split()))


def _as_lookalike(draft: Draft) -> Draft:
    reason = f"Only the name differs from another “{draft.template}” draft: add a detail that is {draft.name}'s own."
    gap = Gap(text="", reason=reason, place=draft.detail_place or draft.place)
    return replace(draft, gaps=(*draft.gaps, gap))
