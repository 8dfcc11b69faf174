"""E-mail addresses: whether a text is one, which ones a cell holds, and which one can be written to."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

_CANDIDATE = re.compile(r"\w[^\s()<>\[\],;:\"@\\]*@[^\s()<>\[\],;:\"@\\/|&]+")
"""What may be an address in a longer text: everything around an @ up to a mark that is in no address."""
_BEHIND = ".'\u2019\u201d*-\u2013\u2014!?"
_ATOM = r"[\w!#$%&'*+/=?^`{|}~-]+"
_LABEL = r"[^\W_]+(?:-+[^\W_]+)*"
_ADDRESS = re.compile(rf"((?=\w){_ATOM}(?:\.{_ATOM})*)@({_LABEL}(?:\.{_LABEL})*\.(?!\d+$){_LABEL})")
_LONGEST_LOCAL, _LONGEST_LABEL, _LONGEST = 64, 63, 254


def is_address(text: str) -> bool:
    """Whether a text is one e-mail address: a dot-atom and a host name, any letters (RFC 5321, 6531).

    It begins with a letter, a digit or "_": a mark in front is more likely a slip than a part of it.
    """
    return _split(text) is not None


def find_addresses(text: str) -> tuple[str, ...]:
    """Find the e-mail addresses in a cell, lower case, in their order, each once."""
    if "@" not in text:
        return ()
    if is_address(whole := text.lower()):  # as almost every cell with an address is
        return (whole,)
    found = (candidate.rstrip(_BEHIND).lower() for candidate in _CANDIDATE.findall(text))
    return tuple(dict.fromkeys(filter(is_address, found)))


def split_address(text: str) -> tuple[str, str] | None:
    """Split an address that can be written to into its local part and its domain, both in ASCII.

    A domain with other letters is given as the network knows it ("xn--mller-kva.example", RFC 5891).

    Returns:
        None when the text is not an address, or one that many mail programs and servers cannot write to: with letters
        outside ASCII before the @ (RFC 6531).
    """
    parts = _split(text.strip().removeprefix("mailto:"))
    return parts if parts and parts[0].isascii() else None


def writable_address(text: str) -> str:
    """Return the address to write to, as a message's header needs it; "" when there is none."""
    return "@".join(split_address(text) or ())


def mailto(text: str) -> str:
    """Return the link that writes to an address (RFC 6068); "" when it is none that can be written to."""
    parts = split_address(text)
    return f"mailto:{quote(parts[0], safe='')}@{parts[1]}" if parts else ""


def _split(text: str) -> tuple[str, str] | None:
    match = _ADDRESS.fullmatch(text)
    if match is None:
        return None
    local, domain = match[1], match[2] if match[2].isascii() else _ascii_domain(match[2])
    size = len(local) if local.isascii() else len(local.encode())
    is_short = size <= _LONGEST_LOCAL and size + 1 + len(domain) <= _LONGEST
    is_known = is_short and max(map(len, domain.split("."))) <= _LONGEST_LABEL
    return (local, domain.lower()) if is_known else None


def _ascii_domain(domain: str) -> str:
    """Write a domain in ASCII. Python's own "idna" codec takes ß for ss, which is another owner's domain today."""
    labels = unicodedata.normalize("NFKC", domain.lower()).split(".")
    return ".".join(
        label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii") for label in labels
    )
