"""Short forms and common slips in what people type into cells: "n/r", "LVM", "thx", "intrested"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

_FULL: Final[Mapping[str, str]] = {
    "n/r": "no reply", "moving fwd": "moving forward", "w8ing": "waiting", "nr": "no reply", "no resp": "no response", "lm": "left message", "lvm": "left voicemail", "vm": "voicemail", "lvm'd": "left voicemail", "w/": "with ", "w/o": "without ", "@": "at ",
    "thx": "thanks", "thnx": "thanks", "tx": "thanks", "ty": "thank you", "pls": "please", "plz": "please", "ur": "your", "u": "you", "rn": "right now", "wk": "week", "wks": "weeks",
    "mth": "month", "msg": "message", "addr": "address", "sched": "scheduled", "sched'd": "scheduled", "resched": "rescheduled", "appt": "appointment", "fwd": "forwarded",
    "fwd'd": "forwarded", "fw'd": "forwarded", "mgr": "manager", "mngr": "manager", "prob": "probably", "rd": "round", "ref'd": "referred", "reffed": "referred", "refd": "referred", "intro'd": "introduced",
    "introed": "introduced", "ack'd": "acknowledged", "ack": "acknowledged", "f/u": "follow up", "fu": "follow up", "fup": "follow up", "f/up": "follow up", "mtg": "meeting", "b/c": "because", "convo": "conversation", "info int": "informational interview",
    "lmk": "let me know", "tmrw": "tomorrow", "asap": "soon", "dm'd": "messaged", "rec'd": "received", "recd": "received", "rej": "rejected", "rej'd": "rejected", "int'd": "interested", "cxl'd": "cancelled", "cxld": "cancelled",
    "intrested": "interested", "interrested": "interested", "interestd": "interested", "intersted": "interested", "repiled": "replied", "repled": "replied", "replyed": "replied", "relpied": "replied",
    "recieved": "received", "unfortunatly": "unfortunately", "unfortunatley": "unfortunately", "anwser": "answer", "awnser": "answer", "anwsered": "answered", "awnsered": "answered",
    "cancled": "cancelled", "scheduld": "scheduled", "adress": "address", "rejcted": "rejected", "rejeced": "rejected", "decliend": "declined", "wating": "waiting", "awating": "awaiting", "responed": "responded", "reponded": "responded",
}  # fmt: skip
_SHORT: Final = rf"(?<![\w/'.@])(?:{'|'.join(map(re.escape, sorted(_FULL, key=len, reverse=True)))})(?![\w/'.@])|(?<!\S)(?:w/|@)\s*(?=\w)"
_HAS_SHORT: Final = re.compile(_SHORT)
"""Finds one in lower case: much faster than in any case, and most texts have none."""
_SHORT_IN_ANY_CASE: Final = re.compile(_SHORT, re.IGNORECASE)


@lru_cache(maxsize=65536)
def spelled_out(text: str) -> str:
    """Write out the short forms of a text, and put the commonest slips right."""
    text = text.replace("\u2019", "'")
    if _HAS_SHORT.search(text.lower()) is None:
        return text
    return _SHORT_IN_ANY_CASE.sub(lambda match: _FULL.get(match[0].lower().strip(), match[0]), text)
