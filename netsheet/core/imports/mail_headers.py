"""Mailboxes and single messages to touches, from their headers alone: no body is ever read into a value."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from email import policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import getaddresses, parsedate_to_datetime

from netsheet.core.email import is_address
from netsheet.core.imports.imported_facts import local_day, plain_name
from netsheet.core.imports.imported_values import (
    FilePlace,
    ImportedFile,
    ImportedPerson,
    ImportedTouch,
    ImportOptions,
    Myself,
    WhoIsMeError,
)
from netsheet.core.text import fold
from netsheet.core.values.cells import tidy

CODE, LABEL = "mail", "mail"
_MOST_RECIPIENTS = 10
_LONGEST_HEADERS = 256 * 1024
_HEADER = re.compile(rb"[!-9;-~]+:")
_FROM_LINE = b"From "
_RECIPIENTS = ("To", "Cc", "Bcc")
_LIST_HEADERS = ("List-Unsubscribe", "List-Id", "List-Post", "Feedback-ID")
_AUTOMATIC = re.compile(
    r"^(?:no|do-?not|nao|ne-?pas)[-_.]?(?:reply|respond|responder|repondre)|^(?:mailer-daemon|postmaster|notifications?|bounces?)\b"
)
_UNWANTED = frozenset({
    "spam", "trash", "drafts", "papierkorb", "entwurfe", "corbeille", "brouillons", "papelera", "borradores", "lixeira", "rascunhos",
    "cestino", "bozze", "prullenbak", "concepten", "kosz", "wersje robocze", "junk", "bin",
})  # fmt: skip
"""Gmail's labels of what was thrown away or never sent, in the eight languages, folded."""
_PARSER = BytesHeaderParser(policy=policy.compat32)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mail:
    """The headers of one message.

    Attributes:
        sender: (name, address) of the first author; the name "" where there is none, the address in lower case.
        reason: why the message is not a touch; "" when it may be one.
    """

    number: int
    sender: tuple[str, str]
    recipients: tuple[tuple[str, str], ...]
    moment: dt.datetime | None
    subject: str
    message_id: str
    reason: str


def read_mail(file: str, lines: Iterable[bytes], options: ImportOptions) -> ImportedFile:
    """Read a mailbox (mbox) or a single message (.eml) line by line.

    Raises:
        WhoIsMeError: nothing says which address is the user's.
    """
    mails = [_mail(number, headers) for number, headers in enumerate(split_headers(lines), start=1)]
    me = options.me.joined_with(_me_in_mails(mails, options.me, file))
    skipped: dict[str, list[int]] = {}
    touches: list[ImportedTouch] = []
    for mail in mails:
        day = local_day(mail.moment, options.zone) if mail.moment else None
        reason = mail.reason or ("no day" if day is None else _why_not_mine(mail, me))
        if reason or day is None:
            skipped.setdefault(reason, []).append(mail.number)
            continue
        place = FilePlace(file=file, number=mail.number, unit="message")
        is_mine = mail.sender[1] in me.emails
        touches += [
            ImportedTouch(
                place=place,
                who=ImportedPerson(place=place, name=plain_name(name), emails=(address,)),
                on=day,
                direction="out" if is_mine else "in",
                kind="message",
                channel="e-mail",
                subject=mail.subject,
                source_id=mail.message_id,
            )
            for name, address in (mail.recipients if is_mine else (mail.sender,))
            if address not in me.emails
        ]
    return ImportedFile(file=file, code=CODE, label=LABEL, touches=tuple(touches), skipped=skipped)


def split_headers(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Run over the headers of the messages in a mailbox; what comes after them is not kept.

    A message begins with a line "From " at the top or below an empty line, and a header follows it.
    """
    headers: list[bytes] = []
    is_header, after_blank, may_begin, size = True, True, False, 0
    for line in lines:
        bare = line.rstrip(b"\r\n")
        if may_begin and _HEADER.match(bare):
            if headers:
                yield b"".join(headers)
            headers, is_header, size = [], True, 0
        may_begin = after_blank and bare.startswith(_FROM_LINE)
        if may_begin and headers and is_header:
            is_header = False
        if is_header and not bare and headers:
            is_header = False
        elif is_header and not may_begin and size < _LONGEST_HEADERS:
            headers.append(line)
            size += len(line)
        after_blank = not bare
    if headers:
        yield b"".join(headers)


def _mail(number: int, headers: bytes) -> _Mail:
    message = _PARSER.parsebytes(headers)
    senders, recipients = _people(message, ("From",)), _people(message, _RECIPIENTS)
    sender = senders[0] if senders else ("", "")
    return _Mail(
        number=number,
        sender=sender,
        recipients=tuple({pair[1]: pair for pair in recipients}.values()),
        moment=_moment(str(message.get("Date", ""))),
        subject=_readable(str(message.get("Subject", ""))),
        message_id=tidy(str(message.get("Message-ID", ""))).strip("<>"),
        reason=_why_no_touch(message, sender, recipients),
    )


def _people(message: Message, names: Sequence[str]) -> list[tuple[str, str]]:
    """Return (name, address) of everybody in some headers; a name is decoded after the addresses are split."""
    written = [str(value) for name in names for value in message.get_all(name, ())]
    return [
        (_readable(name), address.lower()) for name, address in getaddresses(written) if is_address(address)
    ]


def _readable(text: str) -> str:
    try:
        return tidy(str(make_header(decode_header(text))))
    except (HeaderParseError, UnicodeError, LookupError, ValueError):
        return tidy(text)


def _moment(text: str) -> dt.datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None


def _why_no_touch(message: Message, sender: tuple[str, str], recipients: Sequence[tuple[str, str]]) -> str:
    labels = {
        fold(label.strip(' "')) for label in _readable(str(message.get("X-Gmail-Labels", ""))).split(",")
    }
    if labels & _UNWANTED:
        return "spam, a draft, or thrown away"
    if any(name in message for name in _LIST_HEADERS) or fold(str(message.get("Precedence", ""))) in {
        "bulk",
        "list",
        "junk",
    }:
        return "a newsletter or a list"
    is_automatic = fold(str(message.get("Auto-Submitted", "no"))) != "no"
    if (
        is_automatic
        or _AUTOMATIC.search(sender[1])
        or "text/calendar" in fold(str(message.get("Content-Type", "")))
    ):
        return "an automatic message"
    if len(recipients) > _MOST_RECIPIENTS:
        return f"more than {_MOST_RECIPIENTS} recipients"
    return "" if sender[1] else "no sender"


def _why_not_mine(mail: _Mail, me: Myself) -> str:
    addresses = {address for _, address in mail.recipients}
    if mail.sender[1] in me.emails:
        return "" if addresses - me.emails else "to yourself"
    return "" if addresses & me.emails else "neither from you nor to you"


def _me_in_mails(mails: Sequence[_Mail], me: Myself, file: str) -> Myself:
    """Find the user: the one address that is in every message."""
    counted = [mail for mail in mails if not mail.reason]
    if me.emails or not counted:
        return Myself()
    addresses = [
        dict.fromkeys((mail.sender[1], *(address for _, address in mail.recipients))) for mail in counted
    ]
    everywhere = frozenset.intersection(*map(frozenset, addresses))
    if len(everywhere) == 1:
        return Myself(emails=everywhere)
    counts = Counter(address for found in addresses for address in found)
    raise WhoIsMeError(file, [address for address, _ in counts.most_common()])
