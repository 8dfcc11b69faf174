"""Fill in templates for people, and check the resulting texts. Never saves or sends anything."""

from __future__ import annotations

import re
import traceback
from collections.abc import Mapping, Sequence

from jinja2 import TemplateError, TemplateSyntaxError

from netsheet.core.drafts.cells_to_fill import say_missing
from netsheet.core.drafts.choosing import look_up
from netsheet.core.drafts.languages import WORDS
from netsheet.core.drafts.obstacles import find_text_fault, mark_lookalikes
from netsheet.core.drafts.phrasing import clean_subject, count_utf16_units
from netsheet.core.drafts.requests import BlockedDraft, Draft, DraftRequest, Gap
from netsheet.core.model import Place
from netsheet.render.sandbox import as_context
from netsheet.render.templates import TemplateFile, TemplateSet, body_key, subject_key

TEMPLATE_FAULTS = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    NameError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What a template can raise when it is compiled or filled in. Python's nesting limits raise SyntaxError, and a number
that is too large raises NameError."""
_NOTE_REASON = "It is a note to yourself: reword it for them."
NOTE_WARNING = "The text in square brackets is your own note. Say it in words meant for them."


def render_drafts(
    planned: Sequence[DraftRequest | BlockedDraft], *sets: TemplateSet
) -> tuple[Draft | BlockedDraft, ...]:
    """Write every planned draft with the templates of its language. Those that differ only in the name are marked."""
    by_language = {templates.language: templates for templates in sets}
    written = [
        render_draft(item, by_language[item.template.language]) if isinstance(item, DraftRequest) else item
        for item in planned
    ]
    return mark_lookalikes(written)


def render_draft(request: DraftRequest, templates: TemplateSet) -> Draft | BlockedDraft:
    """Write one draft, or say why it is blocked."""
    file = templates.file_of(request.template.name)
    if file is None:
        return _block(request, f"The template “{request.template.name}” does not exist any more.", None)
    try:
        subject, body, missing = fill_in(file, request, templates)
    except TEMPLATE_FAULTS as error:
        line, sentence = describe_fault(error, file)
        return _block(request, f"{file.path.name}, line {line}: {sentence}", None)
    gaps = _list_gaps(request, f"{subject}\n{body}", missing)
    reason = find_text_fault(subject, body, request.limit, gaps=[gap.text for gap in gaps])
    if reason or not body:
        place = request.cells.get("detail", request.place)
        return _block(request, reason or "The message is empty.", place)
    return Draft(
        person=request.person,
        name=request.name,
        stem=request.stem,
        template=request.template.name,
        channel=request.channel,
        subject=subject,
        body=body,
        place=request.place,
        why=request.why,
        to=request.to,
        sender=request.sender,
        link=request.link,
        warnings=_list_warnings(request, body, gaps),
        detail_place=request.cells.get("detail"),
        company=request.company,
        who=request.who,
        language=request.template.language,
        gaps=gaps,
        given=_name_given(request, body),
        limit=request.limit,
    )


def _name_given(request: DraftRequest, body: str) -> str:
    """Name the article whose link is in the message, by its title where it has one: "A study on rotas, https://example.com"."""
    given = request.variables["given"]
    if not isinstance(given, Mapping) or not given["link"] or str(given["link"]) not in body:
        return ""
    return ", ".join(str(given[name]) for name in ("title", "link") if given[name])


def _list_gaps(request: DraftRequest, text: str, missing: Mapping[str, str]) -> tuple[Gap, ...]:
    """List what has to be filled in, each with its cell, and the notes that have to be reworded."""
    gaps = []
    for name, words in missing.items():
        reason, place = say_missing(name, request.name, request.cells, request.place)
        gaps.append(Gap(text=words, reason=reason, place=place))
    notes = [note for note in request.notes if note in text]
    return (*gaps, *(Gap(text=note, reason=_NOTE_REASON, is_note=True) for note in notes))


def fill_in(
    file: TemplateFile, request: DraftRequest, templates: TemplateSet
) -> tuple[str, str, Mapping[str, str]]:
    """Fill in the subject and the message separately, so that a cell in one cannot affect the other.

    Returns:
        the subject, the message, and for each variable without a value the gap that was left for it.

    Raises:
        TemplateError: or another of ``TEMPLATE_FAULTS``, when the template has an error.
    """
    gaps: dict[str, str] = {}
    has_talked = _has_talked(request)

    def leave_gap(name: str) -> str:
        return gaps.setdefault(name, WORDS[templates.language].gap_for(name, has_talked=has_talked))

    environment, context = templates.environment, as_context(request.variables, leave_gap)
    subject = ""
    if request.channel == "e-mail":
        environment.start(request.today)
        subject = clean_subject(environment.get_template(subject_key(file)).render(context))
    environment.start(request.today)
    return subject, close_gaps(environment.get_template(body_key(file)).render(context)), gaps


def _has_talked(request: DraftRequest) -> bool:
    """Whether there was a meeting with them, or a message from them that is more than an accepted invitation."""
    said, met, replied = (
        look_up(name, request.variables) for name in ("last_reply.said", "met.what", "last_reply.on")
    )
    return met is not None or (replied is not None and said != "accepted")


def close_gaps(text: str) -> str:
    """Remove what empty optional parts leave: spaces at line ends, and more than one empty line."""
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def describe_fault(error: BaseException, file: TemplateFile) -> tuple[int, str]:
    """Return the line of the template file with the error, and a sentence about the error."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno, f"{error.message or 'it cannot be read'}".rstrip(".") + "."
    frames = traceback.extract_tb(error.__traceback__)
    line = next((frame.lineno for frame in reversed(frames) if frame.filename == str(file.path)), None)
    if isinstance(error, RecursionError):
        sentence = "it calls itself without end."
    elif isinstance(error, SyntaxError | MemoryError):
        sentence = "it is nested too deeply."
    else:
        sentence = str(error).rstrip(".") + "."
    return line or 1, sentence


def _list_warnings(request: DraftRequest, body: str, gaps: Sequence[Gap]) -> tuple[str, ...]:
    """List what to look at before sending: a note to reword, what the request says, and a text that is too long."""
    words, most, units = len(body.split()), request.template.max_words, count_utf16_units(body)
    warnings = [NOTE_WARNING] if any(gap.is_note for gap in gaps) else []
    warnings += request.warnings
    if words > most:
        warnings.append(f"It has {words} words. This template allows at most {most}.")
    if request.limit is not None and units > request.limit:
        limits = f"{units:,} characters now, and this channel takes {request.limit:,}"
        warnings.append(f"It has {limits}: say your note in fewer words.")
    return tuple(warnings)


def _block(request: DraftRequest, reason: str, place: Place | None) -> BlockedDraft:
    return BlockedDraft(
        person=request.person, name=request.name, template=request.template.name, reason=reason, place=place
    )
