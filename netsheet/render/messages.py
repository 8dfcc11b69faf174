"""A draft as bytes: an unsent e-mail that mail programs open for editing, a text file, and a mailto link."""

from __future__ import annotations

from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from urllib.parse import quote

from netsheet.core.addresses import split_email
from netsheet.core.draft_words import clean_line
from netsheet.core.drafts import Draft

LONGEST_MAILTO = 1_800
"""From about 2,000 characters on, mail programs and Windows cut a mailto link; so the body is left out before."""


def eml_bytes(draft: Draft) -> bytes:
    """Build an .eml file with CRLF line ends and a quoted-printable body (RFC 5322, RFC 2045).

    ``X-Unsent: 1`` comes first: classic Outlook for Windows and Thunderbird then open the file as a message to edit.
    There is no Date and no Message-ID: the mail program adds them when it is sent.

    Raises:
        ValueError: when the draft has no e-mail address.
    """
    message = EmailMessage(policy=policy.SMTP)
    message["X-Unsent"] = "1"
    sender_name, sender_email = draft.sender
    if sender_email:
        message["From"] = _address(sender_name, sender_email)
    message["To"] = _address(draft.name, draft.to)
    message["Subject"] = clean_line(draft.subject)
    message.set_content(draft.body + "\n", cte="quoted-printable")
    return message.as_bytes()


def _address(name: str, email: str) -> Address:
    parts = split_email(email)
    if parts is None:
        raise ValueError(f"“{email}” is not an e-mail address")
    return Address(display_name=clean_line(name), username=parts[0], domain=parts[1])


def text_bytes(draft: Draft) -> bytes:
    """Build a text file to copy from: to whom, the subject, an empty line, the message."""
    to = f"{clean_line(draft.name)} <{draft.to}>" if draft.to else clean_line(draft.name)
    lines = [f"To: {to}", f"By: {draft.channel}"]
    if draft.link and draft.channel in {"LinkedIn", "LinkedIn note"}:
        lines.append(f"Page: {draft.link}")
    if draft.subject:
        lines.append(f"Subject: {clean_line(draft.subject)}")
    return "\n".join([*lines, "", draft.body, ""]).encode("utf-8")


def mailto_link(draft: Draft) -> tuple[str, bool]:
    """Build a mailto link (RFC 6068: line ends as %0D%0A, spaces as %20).

    Returns:
        The link, "" when there is no address; and whether the body is in it: it is left out when the link
        would have more than ``LONGEST_MAILTO`` characters.
    """
    parts = split_email(draft.to)
    if parts is None:
        return "", False
    link = f"mailto:{quote(parts[0], safe='')}@{parts[1]}?subject={quote(clean_line(draft.subject), safe='')}"
    body = quote(draft.body.replace("\n", "\r\n"), safe="")
    full = f"{link}&body={body}"
    return (full, True) if len(full) <= LONGEST_MAILTO else (link, False)
