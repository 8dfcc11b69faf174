"""Fill in templates for people, and check the resulting texts. Never saves or sends anything."""

from __future__ import annotations

import re
import traceback
from collections.abc import Sequence

from jinja2 import TemplateError, TemplateSyntaxError

from netsheet.core.drafts.cells_to_fill import say_missing
from netsheet.core.drafts.obstacles import block_lookalikes, find_text_fault
from netsheet.core.drafts.requests import BlockedDraft, Draft, DraftRequest
from netsheet.core.model import Place
from netsheet.render.sandbox import EmptyFieldError, as_context
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


def render_drafts(
    planned: Sequence[DraftRequest | BlockedDraft], templates: TemplateSet
) -> tuple[Draft | BlockedDraft, ...]:
    """Write every planned draft. Drafts that differ only in the name are blocked."""
    written = [render_draft(item, templates) if isinstance(item, DraftRequest) else item for item in planned]
    return block_lookalikes(written)


def render_draft(request: DraftRequest, templates: TemplateSet) -> Draft | BlockedDraft:
    """Write one draft, or say why it is blocked."""
    file = templates.file_of(request.template.name)
    if file is None:
        return _block(request, f"The template “{request.template.name}” does not exist any more.", None)
    try:
        subject, body = fill_in(file, request, templates)
    except EmptyFieldError as error:
        reason, place = say_missing(str(error.message), request.name, request.cells, request.place)
        return _block(request, reason, place)
    except TEMPLATE_FAULTS as error:
        line, sentence = describe_fault(error, file)
        return _block(request, f"{file.path.name}, line {line}: {sentence}", None)
    reason = find_text_fault(subject, body, request.limit)
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
        warnings=(*request.warnings, *_warn_of_length(body, request.template.max_words)),
        detail_place=request.cells.get("detail"),
    )


def fill_in(file: TemplateFile, request: DraftRequest, templates: TemplateSet) -> tuple[str, str]:
    """Fill in the subject and the message separately, so that a cell in one cannot affect the other.

    Raises:
        EmptyFieldError: a variable without a value would be printed.
        TemplateError: or another of ``TEMPLATE_FAULTS``, when the template has an error.
    """
    environment, context = templates.environment, as_context(request.variables)
    subject = ""
    if request.channel == "e-mail":
        environment.start(request.today)
        subject = " ".join(environment.get_template(subject_key(file)).render(context).split())
    environment.start(request.today)
    return subject, close_gaps(environment.get_template(body_key(file)).render(context))


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


def _warn_of_length(body: str, most: int) -> tuple[str, ...]:
    count = len(body.split())
    return (f"It has {count} words. This template allows at most {most}.",) if count > most else ()


def _block(request: DraftRequest, reason: str, place: Place | None) -> BlockedDraft:
    return BlockedDraft(
        person=request.person, name=request.name, template=request.template.name, reason=reason, place=place
    )
