"""rich.xlsx: a log with everything a spreadsheet can hold, to show that all of it survives."""

from __future__ import annotations

import datetime as dt
import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any

from look import HEAD_FILL, HEAD_INK, INK, MUTED, day, formats, new_workbook

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

HEADER_ROW = 5
COLUMNS = (
    ("ID", 6),
    ("Person", 21),
    ("Organisation", 24),
    ("Role", 24),
    ("E-mail", 34),
    ("Relationship", 13),
    ("Channel", 11),
    ("First contact", 14),
    ("Last contact", 14),
    ("Reply date", 14),
    ("Status", 15),
    ("Next action date", 17),
    ("Thanked", 10),
    ("Fit", 11),
    ("M1", 6),
    ("M2", 6),
    ("M3", 6),
    ("Rhythm", 12),
    ("Notes", 60),
)
COLUMN = {heading: number for number, (heading, _) in enumerate(COLUMNS)}
STATUSES = ("Contacted", "Replied", "Met", "On hold", "Closed")

# Person | Organisation | Role | Relationship | Channel | First | Last | Reply | Status | Next | Thanked | Fit | touches | Notes
PEOPLE = """
Alma Berglund | Skogsbo Timber | Head of Planning | Warm | Email | 6 Jan | 10 Mar | 12 Mar | Replied | | no | 4 | 2 1 1 | Asked for *two dates* in the week of 23 March
Basil Theodorou | Aegean Ferries | Data Engineer | Weak | LinkedIn | 8 Jan | 8 Jan | | Contacted | | no | 1 | 1 0 0 | Shares a love of tide tables
Camille Aubert | Musée Lumière | Digital Lead | Warm | Email | 9 Jan | 2 Mar | 27 Feb | Met | | yes | 4 | 1 2 0 | Showed me the *visitor counter*; sent thanks and the link to the paper
Dario Conti | Conti Ceramics | Owner | Close | Phone | 12 Jan | 2 Mar | | Met | | yes | 5 | 2 2 1 | Sunday calls; *introduce him to Alma*
Esther Mbeki | Savanna Bank | Risk Lead | Weak | Email | 13 Jan | 10 Feb | 6 Feb | Replied | 16 Mar | no | 3 | 1 1 0 | Write again in the *middle of March*, after her audit
Finn O'Rourke | Cliffside Radio | Producer | Weak | LinkedIn | 15 Jan | 15 Jan | 19 Jan | Closed | | no | 2 | 1 0 0 | Kind no; the show ends in spring
Greta Hollmann | Hollmann Optics | Product Owner | Warm | Email | 19 Jan | 9 Mar | | Contacted | | no | 3 | 1 1 1 | Sent the lens comparison she *could not find*
Hassan El-Sayed | Delta Irrigation | Analyst | Weak | Email | 20 Jan | 11 Feb | | Contacted | | no | 1 | 1 1 0 | Found through the water data list
Isla MacLeod | Hebrides Energy | Forecaster | Warm | Video | 22 Jan | 9 Mar | 6 Mar | Met | 2 Apr | yes | 4 | 1 1 1 | Next call after the *spring forecast* is out
Joon Park | Hanok Living | Data Scientist | Weak | LinkedIn | 26 Jan | 26 Jan | | Contacted | | no | 1 | 1 0 0 | Alumni list
Katarina Novak | Sava Shipping | Team Lead | Weak | Email | 27 Jan | 23 Feb | 20 Feb | On hold | | no | 3 | 1 1 0 | Hiring stop until *summer*
Liam Fraser | Northern Parks | Ranger | Close | Phone | 28 Jan | 8 Mar | | Met | | yes | 5 | 1 2 2 | Old flatmate; his *sister* works at Hebrides Energy
Mina Farahani | Saffron Labs | Chemist | Weak | Email | 2 Feb | 6 Feb | 3 Feb | Replied | | no | 2 | 0 1 0 | Sent a reading list of *five* papers
Nils Aamodt | Fjellpost | Logistics Analyst | Weak | Email | 4 Feb | 12 Mar | | Contacted | | no | 2 | 0 1 1 | Second note with the *parcel map*
Odile Lambert | Lambert & Filles | Buyer | Warm | In person | 6 Feb | 6 Feb | | Met | | yes | 3 | 0 2 0 | Trade fair, *hall 4*
Pablo Ibarra | Ruta Norte | Dispatcher | Weak | LinkedIn | 10 Feb | 10 Feb | | Contacted | | no | 1 | 0 1 0 | Replied to my comment on night buses
Quentin Marsh | Marsh Surveyors | Surveyor | Weak | Email | 12 Feb | 12 Feb | 16 Feb | Closed | | no | 2 | 0 1 0 | No analysts there, but *good luck*
Ritu Kapoor | Monsoon Media | Insight Lead | Warm | Email | 17 Feb | 13 Mar | | Contacted | | no | 3 | 0 1 1 | Wants the *one-page summary*
Sven Ekholm | Ekholm Sails | Designer | Weak | Phone | 24 Feb | 24 Feb | | Contacted | | no | 1 | 0 1 0 | Left a message at the loft
Talia Ben-Ami | Orchard Clinic | Data Steward | Warm | Email | 3 Mar | 3 Mar | 4 Mar | Replied | | no | 3 | 0 0 1 | Offered a call *next week*
""".strip("\n")


def people() -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in PEOPLE.splitlines()]


def make_rich() -> bytes:
    workbook, target = new_workbook()
    look = formats(workbook)
    dashboard, log, lists = (workbook.add_worksheet(name) for name in ("Dashboard", "My network", "Lists"))
    _lists(lists, look)
    _log(workbook, log, look)
    _dashboard(workbook, dashboard, look)
    last = HEADER_ROW + len(people())
    workbook.define_name("Statuses", f"=Lists!$A$2:$A${len(STATUSES) + 1}")
    workbook.define_name("Replies", f"='My network'!$J${HEADER_ROW + 1}:$J${last}")
    workbook.define_name("'My network'!Fits", f"='My network'!$N${HEADER_ROW + 1}:$N${last}")
    log.activate()
    workbook.close()
    return target.getvalue()


def _lists(sheet: Worksheet, look: dict[str, Any]) -> None:
    sheet.write_column(0, 0, ["Status", *STATUSES], look["text"])
    sheet.write(0, 0, "Status", look["head"])
    sheet.set_column(0, 0, 16)
    sheet.hide()


def _log(workbook: Workbook, sheet: Worksheet, look: dict[str, Any]) -> None:
    _banner(workbook, sheet, look)
    for column, (heading, width) in enumerate(COLUMNS):
        is_hidden = heading in {"ID", "M1", "M2", "M3"}
        sheet.set_column(column, column, width, None, {"hidden": is_hidden})
        sheet.write(HEADER_ROW - 1, column, heading, look["head"])
    for number, person in enumerate(people()):
        _row(workbook, sheet, look, HEADER_ROW + number, [str(101 + number), *person])
    _extras(workbook, sheet, HEADER_ROW, HEADER_ROW + len(people()) - 1)
    sheet.set_row(HEADER_ROW - 1, 24)
    sheet.freeze_panes(HEADER_ROW, 2)
    sheet.autofilter(HEADER_ROW - 1, 0, HEADER_ROW + len(people()) - 1, len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&F&RPage &P of &N")


def _banner(workbook: Workbook, sheet: Worksheet, look: dict[str, Any]) -> None:
    """A merged title and a strip of key figures above the header, as dashboards have them."""
    title = {"bold": True, "font_size": 18, "font_color": f"#{HEAD_INK}", "valign": "vcenter"}
    sheet.merge_range(0, 1, 0, 10, "My network, spring 2026", workbook.add_format(title))
    sheet.set_row(0, 34)
    figure = workbook.add_format(
        {"bold": True, "font_size": 14, "font_color": f"#{HEAD_INK}", "align": "left"}
    )
    share = workbook.add_format(
        {"bold": True, "font_size": 14, "font_color": f"#{HEAD_INK}", "align": "left", "num_format": "0%"}
    )
    first, last = HEADER_ROW + 1, HEADER_ROW + len(people())
    replied = sum(1 for person in people() if person[7])
    met = sum(1 for person in people() if person[8] == "Met")
    sheet.write_row(1, 1, ["People", "Replies", "Share", "Met"], look["muted"])
    sheet.write_formula(2, 1, f"=COUNTA(B{first}:B{last})", figure, len(people()))
    sheet.write_formula(2, 2, f"=COUNT(J{first}:J{last})", figure, replied)
    sheet.write_formula(2, 3, "=C3/B3", share, replied / len(people()))
    sheet.write_formula(2, 4, f'=COUNTIF(K{first}:K{last},"Met")', figure, met)


def _row(workbook: Workbook, sheet: Worksheet, look: dict[str, Any], row: int, cells: list[str]) -> None:
    number, name, company, role, relationship, channel, first, last, reply, status, following, thanked = (
        cells[:12]
    )
    address = f"{_ascii(name)}@example.com"
    dated = {"First contact": first, "Last contact": last, "Reply date": reply, "Next action date": following}
    sheet.write_number(row, COLUMN["ID"], int(number), look["number"])
    plain = {
        "Person": name,
        "Organisation": company,
        "Role": role,
        "Relationship": relationship,
        "Channel": channel,
    }
    for heading, text in {**plain, "Status": status}.items():
        sheet.write_string(row, COLUMN[heading], text, look["text"])
    sheet.write_url(row, COLUMN["E-mail"], f"mailto:{address}", string=address)
    for heading, text in dated.items():
        moment = day(text)
        if isinstance(moment, dt.date):
            sheet.write_datetime(row, COLUMN[heading], moment, look["date"])
        else:
            sheet.write_blank(row, COLUMN[heading], None, look["date"])
    sheet.insert_checkbox(row, COLUMN["Thanked"], thanked == "yes", look["check"])
    sheet.write_number(row, COLUMN["Fit"], int(cells[12]), look["number"])
    sheet.write_row(row, COLUMN["M1"], [int(count) for count in cells[13].split()], look["number"])
    _notes(workbook, sheet, look, row, cells[14])


def _notes(workbook: Workbook, sheet: Worksheet, look: dict[str, Any], row: int, text: str) -> None:
    """The words between stars in bold, as rich text."""
    before, star, rest = text.partition("*")
    bold, _, after = rest.partition("*")
    if not star:
        sheet.write_string(row, COLUMN["Notes"], text, look["text"])
        return
    strong = workbook.add_format({"bold": True, "font_color": f"#{HEAD_INK}"})
    plain = workbook.add_format({"font_color": f"#{INK}"})
    pieces = [(plain, before), (strong, bold), (plain, after)]
    runs = [part for style, words in pieces if words for part in (style, words)]
    sheet.write_rich_string(row, COLUMN["Notes"], *runs, look["text"])


def _extras(workbook: Workbook, sheet: Worksheet, first: int, last: int) -> None:
    fit, status, reply = COLUMN["Fit"], COLUMN["Status"], COLUMN["Reply date"]
    bar = {
        "type": "data_bar",
        "data_bar_2010": True,
        "bar_color": "#9DB8CE",
        "bar_solid": True,
        "min_type": "num",
    }
    sheet.conditional_format(first, fit, last, fit, {**bar, "min_value": 0, "bar_border_color": "#6F91AD"})
    green = workbook.add_format({"bg_color": "#E2EFDA", "font_color": "#375623"})
    sheet.conditional_format(
        first, status, last, status, {"type": "cell", "criteria": "==", "value": '"Met"', "format": green}
    )
    sheet.conditional_format(first, reply, last, reply, {"type": "no_blanks", "format": green})
    sheet.conditional_format(
        first,
        COLUMN["Last contact"],
        last,
        COLUMN["Last contact"],
        {"type": "2_color_scale", "min_color": "#FFFFFF", "max_color": "#CFDDE9"},
    )
    sheet.data_validation(
        first,
        status,
        last + 200,
        status,
        {
            "validate": "list",
            "source": "=Statuses",
            "input_title": "Status",
            "input_message": "How far the contact is",
        },
    )
    sheet.data_validation(
        first,
        fit,
        last + 200,
        fit,
        {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": 5},
    )
    for row in range(first, last + 1):
        place = {"range": [f"'My network'!O{row + 1}:Q{row + 1}"]}
        sheet.add_sparkline(
            row,
            COLUMN["Rhythm"],
            {**place, "show_hidden": True, "min": 0, "type": "column", "series_color": "#6F91AD"},
        )
    sheet.write_comment(first, COLUMN["Person"], "Speaks Swedish and German.", {"author": "Robin Hale"})
    sheet.write_comment(
        first + 3, COLUMN["Organisation"], "Founded by his grandfather in 1958.", {"author": "Robin Hale"}
    )


def _dashboard(workbook: Workbook, sheet: Worksheet, look: dict[str, Any]) -> None:
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 3)
    sheet.set_column(1, 2, 16)
    sheet.set_row(0, 40)
    picture = {
        "image_data": BytesIO(_picture()),
        "x_offset": 2,
        "y_offset": 8,
        "description": "Two linked circles",
    }
    sheet.insert_image(0, 1, "mark.png", picture)
    sheet.write(0, 2, "At a glance", look["title"])
    _status_table(sheet, look)
    _fit_table(sheet, look)
    _chart(workbook, sheet)
    _saying(sheet)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 1)


def _chart(workbook: Workbook, sheet: Worksheet) -> None:
    chart = workbook.add_chart({"type": "column"})
    first, last = 3, 2 + len(STATUSES)
    series = {"categories": ["Dashboard", first, 1, last, 1], "values": ["Dashboard", first, 2, last, 2]}
    chart.add_series(
        {**series, "name": "People", "fill": {"color": "#6F91AD"}, "gap": 60, "data_labels": {"value": True}}
    )
    chart.set_title({"name": "Where everybody stands", "name_font": {"size": 12, "color": f"#{HEAD_INK}"}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"visible": False, "major_gridlines": {"visible": False}})
    sheet.insert_chart("E3", chart, {"description": "Chart of people by status", "y_scale": 0.85})


def _saying(sheet: Worksheet) -> None:
    line, fill = {"color": f"#{MUTED}"}, {"color": f"#{HEAD_FILL}"}
    font = {"italic": True, "color": f"#{HEAD_INK}"}
    text = "Two new people a week, one coffee, and an answer to everybody within a day."
    sheet.insert_textbox("E16", text, {"width": 480, "height": 46, "fill": fill, "line": line, "font": font})


def _fit_table(sheet: Worksheet, look: dict[str, Any]) -> None:
    """A dynamic array: one formula fills five cells, each with its result kept."""
    first, last = HEADER_ROW + 1, HEADER_ROW + len(people())
    sheet.write_row(9, 1, ["Fit", "People"], look["head"])
    sheet.write_column(10, 1, range(1, 6), look["number"])
    counts = [sum(1 for person in people() if person[11] == str(fit)) for fit in range(1, 6)]
    formula = f"=FREQUENCY('My network'!N{first}:N{last},{{1;2;3;4}})"
    sheet.write_dynamic_array_formula(10, 2, 14, 2, formula, look["number"], counts[0])
    for row, count in enumerate(counts[1:], start=11):
        sheet.write_number(row, 2, count, look["number"])


def _status_table(sheet: Worksheet, look: dict[str, Any]) -> None:
    first, last = HEADER_ROW + 1, HEADER_ROW + len(people())
    sheet.write_row(2, 1, ["Status", "People"], look["head"])
    for row, status in enumerate(STATUSES, start=3):
        count = sum(1 for person in people() if person[8] == status)
        sheet.write_string(row, 1, status, look["text"])
        sheet.write_formula(
            row, 2, f"=COUNTIF('My network'!K{first}:K{last},B{row + 1})", look["number"], count
        )


def _ascii(name: str) -> str:
    plain = name.lower().replace("'", "").replace(" ", ".")
    return "".join(character for character in plain if character.isascii())


def _picture() -> bytes:
    """A small picture: two linked circles. Its pixels are stored, not squeezed: the same bytes with every zlib."""
    size = (56, 36)
    paper, ring = (255, 255, 255), (0x4F, 0x78, 0x99)
    lines = bytearray()
    for y in range(size[1]):
        lines.append(0)
        for x in range(size[0]):
            distances = [abs(((x - cx) ** 2 + (y - 17.5) ** 2) ** 0.5 - 13) for cx in (18, 37)]
            share = max(0.0, min(1.0, 2.6 - min(distances)))
            lines.extend(round(p + (r - p) * share) for p, r in zip(paper, ring, strict=True))
    stored = b"\x78\x01\x01" + struct.pack("<HH", len(lines), len(lines) ^ 0xFFFF) + bytes(lines)
    stored += struct.pack(">I", zlib.adler32(lines))
    header = struct.pack(">IIBBBBB", *size, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", stored) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
