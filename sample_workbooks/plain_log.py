"""plain-log.xlsx: one plain sheet, one row for each person and message, as most people keep it."""

from __future__ import annotations

from look import day, formats, new_workbook

COLUMNS = (
    ("Date", 13),
    ("Name", 20),
    ("Company", 22),
    ("Title", 26),
    ("Email", 34),
    ("Channel", 11),
    ("Relationship", 13),
    ("Status", 14),
    ("Response", 11),
    ("Response date", 15),
    ("Follow-up date", 16),
    ("Notes", 58),
)
DATES = {0, 9, 10}

# Date | Name | Company | Title | Email | Channel | Relationship | Status | Response | Response date | Follow-up | Notes
ROWS = """
7 Jan | Amara Osei | Fernhill Analytics | Head of Data | amara.osei@example.com | Email | Warm | Contacted | Yes | 9 Jan | | Worked together at Brightwater; keen to hear how the search goes
8 Jan | Tobias Lindqvist | Northlight Energy | Senior Data Analyst | tobias.lindqvist@example.com | LinkedIn | Weak | Contacted | No | | | Same degree, two years ahead of me
12 Jan | Priya Raman | Quill & Co | Recruiter | priya.raman@example.com | Email | Weak | Closed | Yes | 14 Jan | | Role filled inside the company; asked me to look again in summer
14 Jan | Marek Dvorak | Halden Logistics | Analytics Manager | marek.dvorak@example.com | Email | Weak | Contacted | | | | Saw his talk on routing models
15 Jan | Amara Osei | Fernhill Analytics | Head of Data | amara.osei@example.com | Coffee | Warm | Met | Yes | | | Coffee near the station; she offered to read my CV
16 Jan | Amara Osei | Fernhill Analytics | Head of Data | amara.osei@example.com | Email | Warm | Contacted | Yes | | | Thanked her and sent the CV; her notes came back the same week
20 Jan | Grace Whitfield | Ashdown College | Careers Coach | grace.whitfield@example.com | Phone | Close | Met | Yes | | | Monthly call; next one when I have interview news
21 Jan | Grace Whitfield | Ashdown College | Careers Coach | grace.whitfield@example.com | Email | Close | Contacted | Yes | | | Thanked her for the mock interview
22 Jan | Marek Dvorak | Halden Logistics | Analytics Manager | marek.dvorak@example.com | Email | Weak | Contacted | | | | Sent the slides he had asked the audience for
22 Jan | Hugo Marchetti | Solace Health | Product Analyst | hugo.marchetti@example.com | LinkedIn | Weak | Declined | Yes | 26 Jan | | Kind no: not allowed to refer people he has not worked with
26 Jan | Leila Haddad | Kestrel Mobility | Data Lead | leila.haddad@example.com | Email | Warm | Contacted | Yes | | 9 Mar | Team hires after their budget round; asked me to write in early March
28 Jan | Dmitri Volkov | Harrow Insurance | Actuary | dmitri.volkov@example.com | LinkedIn | Weak | On hold | Yes | | | On parental leave until autumn
30 Jan | Marek Dvorak | Halden Logistics | Analytics Manager | marek.dvorak@example.com | Email | Weak | Contacted | | | | Last short note, with a link to my routing project
2 Feb | Naomi Brandt | Lumen Retail | BI Developer | naomi.brandt@example.com | Email | Weak | Contacted | Yes | | 6 Apr | Call booked after her move to the Leeds office
3 Feb | Samuel Adeyemi | Pinecrest Bank | Data Governance Lead | samuel.adeyemi@example.com | Email | Weak | Contacted | Yes | 6 Mar | | Introduced by Amara
5 Feb | Ingrid Solberg | Fjordline Shipping | Head of Planning | ingrid.solberg@example.com | LinkedIn | Weak | Contacted | | | | Commented on her post about demand planning
9 Feb | Carlos Mendieta | Verano Foods | Analytics Engineer | carlos.mendieta@example.com | Email | Warm | Contacted | Yes | 10 Feb | | Shared his notes on the dbt exam
11 Feb | Carlos Mendieta | Verano Foods | Analytics Engineer | carlos.mendieta@example.com | Email | Warm | Contacted | Yes | | | Thanked him; we swap exam questions on Fridays
11 Feb | Yuki Tanabe | Stonebridge Labs | Research Scientist | yuki.tanabe@example.com | Email | Weak | Closed | No | | | Address bounced, left the company
30 Feb 2026 | Fiona Gallagher | Emberly Studio | Studio Manager | fiona.gallagher@example.com | Phone | Warm | Contacted | Yes | | | Wants to talk once the spring launch is out
16 Feb | Oluwaseun Bello | Tidewater Research | Insights Manager | seun.bello@example.com | LinkedIn | Weak | Contacted | Yes | 18 Feb | | Sent me the reading list from their onboarding
18 Feb | Beatriz Coelho | Alder & Finch | Talent Partner | beatriz.coelho@example.com | Email | Weak | Contacted | | | 13 Mar | Said the analyst role opens mid-March; ask for the job code
19 Feb | Jonas Keller | Rheintal Robotics | Data Engineer | jonas.keller@example.com | Email | Weak | Contacted | No | | | Met at the Python meetup in Leeds
20 Feb | Oluwaseun Bello | Tidewater Research | Insights Manager | seun.bello@example.com | LinkedIn | Weak | Contacted | Yes | | | Told him which two papers I picked from the list
23 Feb | Maya Lindholm | Orchard Learning | Product Manager | maya.lindholm@example.com | Video | Warm | Met | Yes | | | Half an hour on her move from teaching to product
24 Feb | Maya Lindholm | Orchard Learning | Product Manager | maya.lindholm@example.com | Email | Warm | Contacted | Yes | | | Thanked her; she will think of two people for me
25 Feb | Patrick O'Dowd | Harbour Analytics | Principal Consultant | patrick.odowd@example.com | Email | Weak | Contacted | Yes | 27 Feb | | Happy to talk, asked for two times that suit me
26 Feb | Chiara Bellini | Lagoon Travel | CRM Analyst | chiara.bellini@example.com | LinkedIn | Weak | Contacted | | | | Shared a school: both Leeds 2019
2 Mar | Tobias Lindqvist | Northlight Energy | Senior Data Analyst | tobias.lindqvist@example.com | Email | Weak | Contacted | | | | Second try by e-mail, with the article on tariffs
3 Mar | Rania Aziz | Meridian Water | Data Product Owner | rania.aziz@example.com | Email | Weak | Contacted | Yes | 12 Mar | | Asked for my portfolio link and a short summary
4 Mar | Wen Zhao | Copperfield Media | Audience Analyst | wen.zhao@example.com | LinkedIn | Weak | Contacted | | | | Works with Chiara's former team
5 Mar | Eleanor Voss | Juniper Housing | Head of Insight | eleanor.voss@example.com | Email | Weak | Contacted | | | | Asked for 20 minutes about the insight team
9 Mar | Matteo Ricci | Sorrel Finance | Risk Analyst | matteo.ricci@example.com | Email | Weak | Contacted | | | | Same thesis supervisor
10 Mar | Hannah Fried | Bramble Biotech | Lab Data Manager | hannah.fried@example.com | LinkedIn | Weak | Contacted | | | | Asked how they moved from spreadsheets to a warehouse
11 Mar | Leon Baptiste | Kingsway Rail | Timetable Analyst | leon.baptiste@example.com | Phone | Weak | Contacted | | | | Left a message with his assistant
12 Mar | Sofia Petrova | Granite Software | Engineering Manager | sofia.petrova@example.com | Email | Weak | Contacted | | | | Introduced by Carlos
12 Mar | Samuel Adeyemi | Pinecrest Bank | Data Governance Lead | samuel.adeyemi@example.com | Coffee | Weak | Met | Yes | | | Coffee by the canal: how they run their data catalogue
13 Mar | Arthur Nwosu | Willow Energy | Forecasting Lead | arthur.nwosu@example.com | Email | Weak | Contacted | Yes | 13 Mar | | Quick answer: sent two questions about my forecasting project
 | Ines Moreau | Atlas Cartography | GIS Analyst | ines.moreau@example.com | | | To contact | | | | Suggested by Grace; find a reason to write first
 | Kofi Mensah | Larkspur Charity | Data Officer | kofi.mensah@example.com | | | To contact | | | | Posts about small-data work, worth a note
""".strip("\n")


def rows() -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in ROWS.splitlines()]


def make_plain_log() -> bytes:
    workbook, target = new_workbook()
    look = formats(workbook)
    sheet = workbook.add_worksheet("Networking")
    for column, (heading, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write(0, column, heading, look["head"])
    for number, row in enumerate(rows(), start=1):
        for column, text in enumerate(row):
            if text and column in DATES:
                sheet.write(number, column, day(text), look["date"])
            elif text:
                sheet.write_string(number, column, text, look["text"])
    sheet.set_row(0, 22)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(rows()), len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    workbook.close()
    return target.getvalue()
