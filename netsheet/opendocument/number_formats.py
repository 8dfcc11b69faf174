"""Number formats as OpenDocument writes them: the elements for a format code (ODF 1.3 part 3, 16.29)."""

from __future__ import annotations

import re
from typing import Final

from netsheet.lossless.xml_text import escaped

_DATE_ELEMENTS: Final = {
    "d": "<number:day/>",
    "dd": '<number:day number:style="long"/>',
    "ddd": "<number:day-of-week/>",
    "dddd": '<number:day-of-week number:style="long"/>',
    "m": "<number:month/>",
    "mm": '<number:month number:style="long"/>',
    "mmm": '<number:month number:textual="true"/>',
    "mmmm": '<number:month number:style="long" number:textual="true"/>',
    "yy": "<number:year/>",
    "yyyy": '<number:year number:style="long"/>',
}
_DATE = re.compile(r"(d{1,4}|m{1,4}|y{2,4})|([ .,/\-]+)")
_NUMBER = re.compile(r"(#,##)?0(\.0+)?( ?)(%?)")


def number_style(code: str) -> tuple[str, str] | None:
    """Return a data style for a format code: its element's name, and what is in it; None for General.

    Only codes that netsheet itself uses are known: days in English words, whole numbers, shares, text.

    Raises:
        ValueError: for any other code.
    """
    if code == "General":
        return None
    if code == "@":
        return "number:text-style", "<number:text-content/>"
    number = _NUMBER.fullmatch(code)
    if number is not None:
        grouped = ' number:grouping="true"' if number[1] else ""
        places = len(number[2] or ".") - 1
        digits = f'<number:number number:decimal-places="{places}" number:min-integer-digits="1"{grouped}/>'
        if not number[4]:
            return "number:number-style", digits
        return "number:percentage-style", f"{digits}<number:text>{number[3]}%</number:text>"
    tokens = list(_DATE.finditer(code))
    if not tokens or "".join(token[0] for token in tokens) != code:
        msg = f"no number style is known for {code!r}"
        raise ValueError(msg)
    return "number:date-style", "".join(
        _DATE_ELEMENTS[token[1]] if token[1] else f"<number:text>{escaped(token[2])}</number:text>"
        for token in tokens
    )
