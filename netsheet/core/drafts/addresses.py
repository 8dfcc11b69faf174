"""Addresses from cells: which can be written to, and which links can be shown. Never looks anything up."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_SLUG = re.compile(r"[\w%-]{3,100}")
_LONGEST = 254


def split_email(text: str) -> tuple[str, str] | None:
    """Split an e-mail address into its local part and its domain as ASCII (RFC 5321; domain by IDNA, RFC 3490).

    Returns:
        The two parts, or None when it is not one address that every mail program can write to: a local part
        with letters outside ASCII needs a mail server that few people have (RFC 6531).
    """
    local, at, domain = text.strip().removeprefix("mailto:").rpartition("@")
    if not at or len(local) > 64 or not _LOCAL.fullmatch(local):
        return None
    try:
        ascii_domain = domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None
    labels = ascii_domain.split(".")
    is_domain = len(labels) > 1 and all(map(_LABEL.fullmatch, labels)) and not labels[-1].isdigit()
    return (local, ascii_domain) if is_domain and len(local) + 1 + len(ascii_domain) <= _LONGEST else None


def web_link(text: str) -> str:
    """Return the text as a link to a web page, or "" when it is anything else (a handle, ``javascript:``, a path).

    A link without its ``https://`` is completed when it plainly names a LinkedIn page.
    """
    link = text.strip()
    if re.match(r"(?:[a-z]{2,3}\.)?linkedin\.com/", link, re.IGNORECASE):
        link = f"https://{link}"
    if not link.isprintable() or any(char in link for char in " <>\"'`\\"):
        return ""
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
    except ValueError:
        return ""
    return link if parts.scheme in {"http", "https"} and "." in host and "@" not in parts.netloc else ""


def linkedin_page(text: str) -> str:
    """Return the page of a LinkedIn member, from its address or from the last part of it ("ana-example"), or ""."""
    slug = text.strip()
    link = web_link(slug)
    if link or not _SLUG.fullmatch(slug):
        return link
    return f"https://www.linkedin.com/in/{quote(slug, safe='%')}"
