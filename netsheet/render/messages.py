"""Write a draft as an unsent e-mail that mail programs open for editing, as a text file, and as a mailto link.

This module writes the headers itself, because Python's ``email`` package has two problems. When it folds a long display
name, it loses the quotes, and one recipient becomes several. And it decodes an encoded word inside a name, which can
contain a line end.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from urllib.parse import quote

from netsheet.core.drafts.phrasing import clean_line, clean_subject
from netsheet.core.drafts.requests import Draft
from netsheet.core.email import mailto, writable_address

LONGEST_MAILTO = 1_800
"""Mail programs and Windows cut off a mailto link after about 2,000 characters. A longer one is made without a body."""

_LONGEST_PLAIN = 60
_BYTES_A_WORD = 39


def eml_bytes(draft: Draft) -> bytes:
    """Build an .eml file with CRLF line ends and a quoted-printable body (RFC 5322, RFC 2045).

    ``X-Unsent: 1`` comes first: classic Outlook for Windows and Thunderbird then open the file as a message to edit.
    There is no Date and no Message-ID: the mail program adds them when it is sent.

    Raises:
        ValueError: when the draft has no e-mail address.
    """
    sender_name, sender_email = draft.sender
    headers = ["X-Unsent: 1"]
    if sender_email:
        headers.append(f"From: {_format_address(sender_name, sender_email)}")
    headers.append(f"To: {_format_address(draft.name, draft.to)}")
    headers.append(f"Subject: {_encode_header(clean_subject(draft.subject))}")
    message = EmailMessage(policy=policy.SMTP)
    message.set_content(draft.body + "\n", cte="quoted-printable")
    return "".join(f"{header}\r\n" for header in headers).encode("ascii") + message.as_bytes()


def _format_address(name: str, email: str) -> str:
    """Format one recipient (RFC 5322, 3.4): a quoted name or encoded words, and the address in angle brackets."""
    writable = writable_address(email)
    if not writable:
        raise ValueError(f"“{email}” is not an e-mail address")
    address, line = f"<{writable}>", clean_line(name)
    if not line:
        return address
    if not _is_plain(line):
        return f"{_encode_words(line)}\r\n {address}"
    escaped = line.replace("\\", "\\\\").replace('"', '\\"')
    words = line if line.replace(" ", "").isalnum() else f'"{escaped}"'
    gap = " " if len(words) + len(address) < _LONGEST_PLAIN else "\r\n "
    return f"{words}{gap}{address}"


def _encode_header(line: str) -> str:
    return line if _is_plain(line) else _encode_words(line)


def _is_plain(line: str) -> bool:
    """Whether a header can contain the text unchanged: short printable ASCII that does not look like an encoded word."""
    return line.isascii() and line.isprintable() and "=?" not in line and len(line) <= _LONGEST_PLAIN


def _encode_words(line: str) -> str:
    """Write a text as encoded words of at most 75 characters, without splitting a character (RFC 2047, 2 and 5)."""
    words = (base64.b64encode(part).decode("ascii") for part in _split_bytes(line))
    return "\r\n ".join(f"=?utf-8?b?{word}?=" for word in words)


def _split_bytes(line: str) -> Iterator[bytes]:
    part = b""
    for char in line:
        more = char.encode("utf-8")
        if len(part) + len(more) > _BYTES_A_WORD:
            yield part
            part = b""
        part += more
    yield part


def text_bytes(draft: Draft) -> bytes:
    """Build a text file to copy from: the recipient, the subject, an empty line, the message."""
    to = f"{clean_line(draft.name)} <{draft.to}>" if draft.to else clean_line(draft.name)
    lines = [f"To: {to}", f"By: {draft.channel}"]
    if draft.link and draft.channel in {"LinkedIn", "LinkedIn note"}:
        lines.append(f"Page: {draft.link}")
    if draft.subject:
        lines.append(f"Subject: {clean_subject(draft.subject)}")
    return "\n".join([*lines, "", draft.body, ""]).encode("utf-8")


def mailto_link(draft: Draft) -> tuple[str, bool]:
    """Build a mailto link (RFC 6068: line ends as %0D%0A, spaces as %20).

    Returns:
        The link, "" when there is no address; and whether the body is in it: it is left out when the link
        would have more than ``LONGEST_MAILTO`` characters.
    """
    address = mailto(draft.to)
    if not address:
        return "", False
    link = f"{address}?subject={quote(clean_subject(draft.subject), safe='')}"
    body = quote(draft.body.replace("\n", "\r\n"), safe="")
    full = f"{link}&body={body}"
    return (full, True) if len(full) <= LONGEST_MAILTO else (link, False)
