"""Links from cells: which can be shown. Never looks anything up."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_SLUG = re.compile(r"[\w%-]{3,100}")


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
