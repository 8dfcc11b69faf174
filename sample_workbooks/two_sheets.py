"""two-sheets.xlsx: a Log of touches and a list of People, both as Excel tables."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from look import day, formats, new_workbook

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Rows = list[list[str]]
KINDS = {
    "Date": "date",
    "Follow-up date": "date",
    "Promise by": "date",
    "Birthday": "birthday",
    "Cadence (days)": "number",
}
LOG_COLUMNS = (
    ("Date", 13),
    ("Name", 20),
    ("Company", 22),
    ("Direction", 11),
    ("Type", 15),
    ("Channel", 11),
    ("Intent", 9),
    ("Template", 19),
    ("Subject", 36),
    ("Follow-up date", 24),
    ("Promise", 34),
    ("Promise by", 13),
    ("Promise done", 13),
    ("Notes", 52),
)
PEOPLE_COLUMNS = (
    ("Name", 20),
    ("Company", 22),
    ("Title", 26),
    ("Email", 34),
    ("LinkedIn", 52),
    ("Relationship", 13),
    ("Cadence (days)", 15),
    ("Birthday", 14),
    ("How we met", 30),
    ("Referred by", 18),
    ("Needs", 38),
    ("Details", 64),
)

PEOPLE = """
Adaeze Nwachukwu | Silverlake Hospitals | Head of Patient Data | adaeze.nwachukwu@example.com | adaeze-nwachukwu | Close | 30 | 24 Mar | First job, same desk | | Speakers for her data evening | Runs the Sunday hiking group; daughter starts school in September
Bruno Salgado | Tessel Maps | Geodata Engineer | bruno.salgado@example.com | bruno-salgado | Weak | | | Meetup on open map data | | | Bakes; wrote the paper on bus lanes
Clara Engström | Polar Data House | Engineering Manager | clara.engstrom@example.com | clara-engstrom | Warm | 60 | 2 Jun | Conference in Malmö | | A junior for the reporting team | Moving the team from scripts to a warehouse
Daniel Okafor | Brightwater Council | Performance Analyst | daniel.okafor@example.com | daniel-okafor | Warm | | 11 Sep | Evening course | | | Two questions on survey weighting that he still thinks about
Elif Çelik | Anadolu Textiles | Supply Planner | elif.celik@example.com | elif-celik | Weak | | | LinkedIn | | | Posts a chart every Monday
Frank Haugen | Nordkapp Fisheries | Operations Director | frank.haugen@example.com | frank-haugen | Weak | | | Adaeze's data evening | Adaeze Nwachukwu | A dashboard his captains read | Prefers the phone
Giulia Ferrante | Studio Ferrante | Owner | giulia.ferrante@example.com | giulia-ferrante | Close | | 19 Mar | School | | A website in two languages | Opens a second studio in Turin
Henry Cole | Cole & Partners | Recruiter | henry.cole@example.com | henry-cole | Weak | | | He wrote to me | | |
Irina Popescu | Carpathia Rail | Data Scientist | irina.popescu@example.com | irina-popescu | Weak | | | Her talk on delays | | | Talk: why averages hide the late trains
Jamal Carter | Groundswell Radio | Audience Lead | jamal.carter@example.com | jamal-carter | Warm | | 7 May | Volunteering | | Somebody who knows podcast numbers | Left the agency to do radio again
Keiko Morita | Lantern Books | Digital Editor | keiko.morita@example.com | keiko-morita | Weak | | | Book fair | | | Reads everything about maps
Lars Winther | Havn Energi | Analytics Lead | lars.winther@example.com | lars-winther | Weak | | | LinkedIn | Clara Engström | |
Mónica Prieto | Universidad del Valle | Lecturer | monica.prieto@example.com | monica-prieto | Warm | 90 | | My thesis | | Guest speakers | Always answers within a day
Noah Feldman | Quarry Software | Product Analyst | noah.feldman@example.com | noah-feldman | Weak | | | Alumni list | | |
Olga Sidorova | Bluebird Airlines | Revenue Analyst | olga.sidorova@example.com | olga-sidorova | Weak | | | Alumni list | | |
Peter Zhang | Maple Credit Union | Fraud Analyst | peter.zhang@example.com | peter-zhang | Weak | | | Python meetup | | | Climbs; new dog called Biscuit
Rosa Delgado | Solara Homes | Marketing Analyst | rosa.delgado@example.com | rosa-delgado | Weak | | | LinkedIn | | |
Stefan Gruber | Alpenblick Hotels | Head of Revenue | stefan.gruber@example.com | stefan-gruber | Weak | | | Trade fair | | |
Thandiwe Mokoena | Umbra Games | Data Analyst | thandiwe.mokoena@example.com | thandiwe-mokoena | Warm | | 30 Mar | Game jam | | Play testers | Our jam game is still on her phone
Ulrich Baum | Baumwerk | Managing Director | ulrich.baum@example.com | ulrich-baum | Weak | | | Neighbour of my aunt | Giulia Ferrante | | On holiday until 8 May
""".strip("\n")

# Date | Name | Direction | Type | Channel | Intent | Template | Subject | Follow-up | Promise | By | Done | Notes
TOUCHES = """
5 Jan | Adaeze Nwachukwu | Sent | Message | Email | Social | | Happy new year from the old desk | | | | | First note of the search
6 Jan | Adaeze Nwachukwu | Received | Reply | Email | | | | | | | | Invites me to her data evening
7 Jan | Clara Engström | Sent | Message | Email | Ask | Warm intro | A question about your reporting team | | | | | From the Malmö notes
8 Jan | Clara Engström | Received | Reply | Email | | | | | | | | Happy to talk on the 14th
9 Jan | Noah Feldman | Sent | Message | LinkedIn | Ask | Alumni note | | | | | |
12 Jan | Bruno Salgado | Sent | Message | Email | Ask | Short question | One question on bus lane data | | | | | About his paper
13 Jan | Bruno Salgado | Received | Reply | Email | | | | | | | | Long kind answer with two datasets
13 Jan | Bruno Salgado | Sent | Thanks | Email | Thanks | | Re: One question on bus lane data | | | | |
14 Jan | Clara Engström | Both | Meeting | Video | | | | | Send the survey notebook | 16 Jan | Yes | She knows Lars at Havn Energi
15 Jan | Clara Engström | Sent | Thanks | Email | Thanks | Thank you | Thank you for the half hour | | | | | Notebook attached
16 Jan | Olga Sidorova | Sent | Message | LinkedIn | Ask | Alumni note | | | | | |
19 Jan | Irina Popescu | Sent | Message | Email | Ask | Short question | Your talk on delays: one question | | | | |
19 Jan | Mónica Prieto | Sent | Message | Email | Give | | A paper for your spring course | | | | | The one on survey weighting
20 Jan | Mónica Prieto | Received | Reply | Email | | | | | | | | Put it on the reading list
21 Jan | Irina Popescu | Received | Reply | Email | | | | | | | | Sent the slides
22 Jan | Irina Popescu | Sent | Thanks | Email | Thanks | | Re: Your talk on delays: one question | | | | |
22 Jan | Adaeze Nwachukwu | Both | Event | In person | | | | | | | | Data evening: met Frank and Stefan
23 Jan | Adaeze Nwachukwu | Sent | Thanks | Email | Thanks | Thank you | What an evening | | | | |
23 Jan | Frank Haugen | Sent | Message | Email | Ask | Warm intro | Dashboards that captains read | | | | | Adaeze put in a word
26 Jan | Frank Haugen | Received | Reply | Phone | | | | | | | | Called back, talked for ten minutes
27 Jan | Frank Haugen | Sent | Message | Email | Give | | Three dashboards worth stealing from | | | | |
28 Jan | Stefan Gruber | Sent | Message | Email | Ask | Warm intro | From Adaeze's data evening | | | | |
29 Jan | Lars Winther | Sent | Message | Email | Ask | Warm intro | Clara suggested I write | | | | |
30 Jan | Elif Çelik | Sent | Message | LinkedIn | Social | Comment first | | | | | | Wrote about her Monday chart
2 Feb | Elif Çelik | Received | Reply | LinkedIn | | | | | | | |
3 Feb | Elif Çelik | Sent | Message | LinkedIn | Give | | | | | | | Sent the colour guide she asked for
3 Feb | Lars Winther | Received | Reply | Email | | | | | | | | Short no: no openings this year, try in autumn
4 Feb | Lars Winther | Sent | Thanks | Email | Thanks | | Re: Clara suggested I write | in 6 months | | | | Write again after the summer
5 Feb | Stefan Gruber | Sent | Message | Email | Ask | Nudge | From Adaeze's data evening | | | | |
9 Feb | Daniel Okafor | Sent | Message | Email | Ask | Warm intro | Coffee and survey weights? | | | | |
9 Feb | Daniel Okafor | Received | Reply | Email | | | | | | | | Answered within two hours
12 Feb | Daniel Okafor | Both | Meeting | In person | | | | | | | | Coffee: he offered to pass my CV to his head of service
13 Feb | Daniel Okafor | Sent | Thanks | Email | Thanks | Thank you | Thank you, and the CV | | | | |
13 Feb | Stefan Gruber | Sent | Message | Email | Ask | Nudge | From Adaeze's data evening | | | | | Second and last nudge
16 Feb | Keiko Morita | Sent | Message | Email | Ask | Short question | Maps in children's books | | | | |
17 Feb | Peter Zhang | Sent | Message | LinkedIn | Ask | Short question | | | | | |
18 Feb | Keiko Morita | Received | Reply | Email | | | | | | | | Liked the question
19 Feb | Keiko Morita | Sent | Message | Email | Give | | Re: Maps in children's books | | | | | Sent three picks
20 Feb | Peter Zhang | Received | Reply | LinkedIn | | | | | | | | Maple hires two analysts in April
20 Feb | Peter Zhang | Sent | Thanks | LinkedIn | Thanks | | | 30 Mar | | | | Ask for the job code when it is out
23 Feb | Rosa Delgado | Sent | Message | LinkedIn | Ask | Alumni note | | | | | |
24 Feb | Jamal Carter | Sent | Message | Phone | Social | | | | | | | Caught up on his way to the studio
24 Feb | Jamal Carter | Received | Call | Phone | | | | | | | | Called back in the evening; wants podcast numbers
25 Feb | Jamal Carter | Sent | Message | Email | Give | | Podcast numbers, as promised | | | | |
26 Feb | Daniel Okafor | Received | Referral | Email | | | | | | | | CV is with his head of service
27 Feb | Daniel Okafor | Sent | Thanks | Email | Thanks | Thank you | You made my week | | | | |
2 Mar | Thandiwe Mokoena | Sent | Message | Email | Social | | Our jam game, one year on | | | | |
3 Mar | Thandiwe Mokoena | Received | Reply | Email | | | | | | | | Looking for play testers
4 Mar | Thandiwe Mokoena | Sent | Message | Email | Give | | Re: Our jam game, one year on | | Find three play testers | 13 Mar | | Two have said yes so far
4 Mar | Ulrich Baum | Sent | Message | Email | Ask | Warm intro | Giulia suggested I write | 12 May 2026 - after his holiday | | | | Automatic reply: away until 8 May
5 Mar | Henry Cole | Received | Message | LinkedIn | | | | | | | | Has a role at an insurer
6 Mar | Henry Cole | Sent | Message | LinkedIn | Ask | | | | | | | Asked for the description
6 Mar | Olga Sidorova | Sent | Message | LinkedIn | Ask | Nudge | | | | | |
9 Mar | Henry Cole | Received | Message | LinkedIn | | | | | | | | Asks for salary range and start date
10 Mar | Giulia Ferrante | Sent | Message | Text | Social | | | | | | | Photos of the new studio
10 Mar | Giulia Ferrante | Received | Reply | Text | | | | | | | | Wants help with two languages on the website
11 Mar | Giulia Ferrante | Sent | Message | Text | Give | | | | Read the Italian pages | 18 Mar | |
12 Mar | Irina Popescu | Both | Meeting | Video | Ask | | | | | | | Informational interview: a day in her team
13 Mar | Noah Feldman | Sent | Message | Email | Ask | Short question | A question from a fellow alumnus | | | | | Second channel
16 Mar | Clara Engström | Both | Meeting | Video | | | | | | | | Booked for four o'clock: her junior role
""".strip("\n")


def _rows(text: str) -> Rows:
    return [[cell.strip() for cell in line.split("|")] for line in text.splitlines()]


def people_rows() -> Rows:
    rows = _rows(PEOPLE)
    for row in rows:
        row[4] = f"https://www.linkedin.com/in/{row[4]}-example"
    return rows


def log_rows() -> Rows:
    company = {row[0]: row[1] for row in _rows(PEOPLE)}
    return [[row[0], row[1], company[row[1]], *row[2:]] for row in _rows(TOUCHES)]


def make_two_sheets() -> bytes:
    workbook, target = new_workbook()
    log, people = workbook.add_worksheet("Log"), workbook.add_worksheet("People")
    _table(workbook, log, "Touches", LOG_COLUMNS, log_rows())
    _table(workbook, people, "People", PEOPLE_COLUMNS, people_rows())
    workbook.close()
    return target.getvalue()


def _table(
    workbook: Workbook, sheet: Worksheet, name: str, columns: tuple[tuple[str, int], ...], rows: Rows
) -> None:
    look = formats(workbook)
    look["birthday"] = workbook.add_format({"num_format": "d mmmm", "align": "left", "valign": "vcenter"})
    headings = [{"header": heading, "header_format": look["head"]} for heading, _ in columns]
    area = (0, 0, len(rows), len(columns) - 1)
    sheet.add_table(*area, {"name": name, "style": "Table Style Light 1", "columns": headings})
    for column, (heading, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        for number, row in enumerate(rows, start=1):
            sheet.write(number, column, _value(heading, row[column]), look[KINDS.get(heading, "text")])
    sheet.set_row(0, 24)
    sheet.freeze_panes(1, 2 if name == "Touches" else 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _value(heading: str, text: str) -> dt.date | str | int | None:
    kind = KINDS.get(heading, "text")
    if not text:
        return None
    if kind == "number":
        return int(text)
    return text if kind == "text" else day(text)
