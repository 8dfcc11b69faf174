"""One small invented export of each kind, with what it holds, counted by hand."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A file of another system.

    Attributes:
        code: the kind it is recognised as.
        people: how many people it brings; ``touches`` how many touches, before those of one day are put together.
        left_out: how many places of it were left out.
    """

    code: str
    data: bytes
    people: int = 0
    touches: int = 0
    left_out: int = 0


def table(text: str) -> bytes:
    """Write the lines of a table, without the spaces that indent them here."""
    return "\n".join(line.strip() for line in text.strip().splitlines()).encode()


NOTES = 'Notes:\n"Some addresses are missing, as their owners chose."\n\n'
CONNECTIONS = NOTES.encode() + table(
    """
    First Name,Last Name,URL,Email Address,Company,Position,Connected On
    Priya,Anand,https://www.linkedin.com/in/priya-anand,,"Harbour Analytics, Inc.",Data Lead,09 Oct 2024
    Lucía,"Prado 🔸",https://www.linkedin.com/in/luc%C3%ADa-prado-7c,lucia.prado@example.com,Tidewater Bank,"Manager, Risk",12 Mar 2024
    Jonas,,https://www.linkedin.com/in/jonas-w,,,,03 Jan 2023
    ,,,,,,
    """
)
MESSAGES = table(
    """
    "CONVERSATION ID","CONVERSATION TITLE","FROM","SENDER PROFILE URL","TO","RECIPIENT PROFILE URLS","DATE","SUBJECT","CONTENT","FOLDER","ATTACHMENTS","IS MESSAGE DRAFT","IS CONVERSATION DRAFT"
    "c1","","Sam Rivers","https://www.linkedin.com/in/sam-rivers","Priya Anand","https://www.linkedin.com/in/priya-anand","2026-03-02 23:30:00 UTC","","a private sentence","INBOX","","No","No"
    "c1","","Priya Anand","https://www.linkedin.com/in/priya-anand","Sam Rivers","https://www.linkedin.com/in/sam-rivers","2026-03-04 08:12:40 UTC","","<p>cut mid","INBOX","","No","No"
    "c2","","Lucía Prado, PhD","https://www.linkedin.com/in/lucia-prado-7c","Sam Rivers","https://www.linkedin.com/in/sam-rivers","2026-03-05 09:00:00 UTC","A role","hello","INBOX","","No","No"
    "c3","Book club","Sam Rivers","https://www.linkedin.com/in/sam-rivers","Priya Anand,Jonas W","https://www.linkedin.com/in/priya-anand,https://www.linkedin.com/in/jonas-w","2026-03-06 18:00:00 UTC","","all","INBOX","","No","No"
    "c4","","LinkedIn Member","","Sam Rivers","https://www.linkedin.com/in/sam-rivers","2025-11-06 18:00:00 UTC","","hello","ARCHIVE","","No","No"
    "c5","Sponsored Conversation","Acme Cloud","https://www.linkedin.com/company/acme","Sam Rivers","https://www.linkedin.com/in/sam-rivers","2026-02-01 10:00:00 UTC","Try it","<p>20%</p>","INBOX","","No","No"
    "c6","","Sam Rivers","https://www.linkedin.com/in/sam-rivers","Jonas W","https://www.linkedin.com/in/jonas-w","2026-03-07 10:00:00 UTC","","unsent","INBOX","","Yes","No"
    "","","Sam Rivers","https://www.linkedin.com/in/sam-rivers","Jonas W","https://www.linkedin.com/in/jonas-w","","","no day","INBOX","","No","No"
    """
)
INVITATIONS = table(
    """
    From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl
    Sam Rivers,Priya Anand,"9/5/25, 1:12 AM",I liked your talk.,OUTGOING,https://www.linkedin.com/in/sam-rivers,https://www.linkedin.com/in/priya-anand
    Lucía Prado,Sam Rivers,"12/15/25, 1:51 PM",,INCOMING,https://www.linkedin.com/in/lucia-prado-7c,https://www.linkedin.com/in/sam-rivers
    """
)
PROFILE = table(
    """
    First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers
    Sam,Rivers,,,Mar 7,Engineer,I build things.,Software,,Lisbon,,,
    """
)
ADDRESSES = table("Email Address,Confirmed,Primary,Updated On\nsam@example.com,Yes,Yes,3/2/26")
APPLICATIONS = table(
    """
    Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers
    "3/2/26, 9:14 AM",sam@example.com,,Tidewater Bank,Engineer,https://www.linkedin.com/jobs/view/1,cv.pdf,
    """
)
EVENTS = table(
    """
    Event Name,Event Time,Status,External Url
    Invented Summit,2026-03-05 13:00:00 UTC,ATTENDING,https://example.com/1
    Pretend Night,2026-02-07 16:00:00 UTC,INTERESTED,https://example.com/2
    """
)
RECOMMENDATIONS = table(
    """
    First Name,Last Name,Company,Job Title,Text,Creation Date,Status
    Priya,Anand,Harbour Analytics,Data Lead,a private sentence,"03/04/26, 09:12 AM",VISIBLE
    """
)
HUBSPOT = table(
    """
    "Record ID","First Name","Last Name","Email","Phone Number","Contact owner","Lead Status","Create Date","Lifecycle Stage","Last Activity Date","Last Contacted","Associated Company"
    "101","Priya","Anand","priya@example.com","+44 20 0000 0001","Sam Rivers (sam@example.com)","Attempted to contact","3/15/2026 2:30 PM","Lead","2026-03-09 08:12","2026-03-04 08:12","Harbour Analytics;Pine Works"
    "102","","","jonas@example.com","","","BLUE","2025-12-01 00:00","Subscriber","","",""
    "103","","","","","","","2025-12-01 00:00","","","",""
    """
)
ZOHO_CONTACTS = table(
    """
    Record Id,Contact Owner.id,Contact Owner,Lead Source,First Name,Last Name,Account Name,Email,Title,Phone,Mobile,Date of Birth,Created Time,Mailing City,Description,Email Opt Out,Salutation,Tag
    zcrm_5000000000000560001,zcrm_1,Sam Rivers,Trade Show,Priya,Anand,Harbour Analytics,priya@example.com,Data Lead,,+44 7700 900001,1988-03-14,2026-03-02 09:14:11,Leeds,Met at the summit.,false,Ms.,"speaker,warm"
    zcrm_5000000000000560002,zcrm_1,Sam Rivers,,Lucía,Prado,Tidewater Bank,lucia.prado@example.com,,,,,,,,true,,
    """
)
ZOHO_LEADS = table(
    """
    Record Id,Lead Owner,Company,First Name,Last Name,Title,Email,Lead Source,Lead Status,Created Time,Email Opt Out
    zcrm_5000000000000580001,Sam Rivers,Harbour Analytics,Priya,Anand,Data Lead,priya@example.com,Cold Call,Contact in Future,2026-03-02 09:14:11,false
    """
)
GOOGLE_NEW = table(
    """
    First Name,Middle Name,Last Name,Organization Name,Organization Title,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Value,Website 1 - Value
    Priya,,Anand,Harbour Analytics,Data Lead, --05-02,Met.,Speakers ::: * myContacts,* Work,priya@example.com ::: priya@example.org,+44 7700 900001 ::: +44 20 0000 0001,http\\://www.linkedin.com/in/priya-anand
    ,,,,,,,* Other Contacts,,jonas@example.com,,
    """
)
GOOGLE_OLD = (
    table(
        """
    Name,Given Name,Family Name,Birthday,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Name,Organization 1 - Title
    Priya Anand,Priya,Anand,1988-03-14,,* myContacts ::: Speakers,* Work,priya@example.com,Harbour Analytics,Data Lead
    """
    )
    .decode()
    .encode("utf-16")
)
OUTLOOK = table(
    """
    "Title","First Name","Middle Name","Last Name","Company","Job Title","Business Phone","Mobile Phone","Birthday","Categories","E-mail Address","E-mail Type","E-mail 2 Address","Gender","Notes","Referred By"
    "Ms.","Priya","","Anand","Harbour Analytics","Data Lead","+44 20 0000 0001","","3/14/1988","Speakers;Warm","priya@example.com","SMTP","","Unspecified","Met.","Jonas"
    "","Lucía","","Prado","","","","","0/0/00","","/o=ExchangeLabs/ou=Group/cn=Recipients/cn=lp","EX","","Unspecified","",""
    "","","","","Pine Works","","","","4/3/1990","","","","","Unspecified","",""
    """
)
OUTLOOK_GERMAN = (
    table(
        """
    "Anrede","Vorname","Nachname","Firma","Position","Telefon geschäftlich","Geburtstag","Kategorien","E-Mail-Adresse"
    "Frau","Jörg","Müller","Pine Works GmbH","Entwickler","+49 221 0000001","3.4.1988","Redner","joerg@example.com"
    """
    )
    .decode()
    .encode("cp1252")
)
OUTLOOK_CALENDAR = table(
    """
    "Subject","Start Date","Start Time","End Date","End Time","All day event","Meeting Organizer","Required Attendees","Optional Attendees","Description"
    "Coffee","3/4/2026","10:00:00 AM","3/4/2026","11:00:00 AM","False","Sam Rivers","Sam Rivers;Anand, Priya","","a private sentence"
    "Intro","3/17/2026","2:00:00 PM","3/17/2026","2:30:00 PM","False","Lucía Prado","Lucía Prado;Sam Rivers","Jonas Weil",""
    "Dentist","3/18/2026","8:00:00 AM","3/18/2026","8:30:00 AM","False","Sam Rivers","","",""
    """
)
THUNDERBIRD = table(
    """
    First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Mobile Number,Job Title,Organization,Birth Year,Birth Month,Birth Day,Notes,
    Priya,Anand,Priya Anand,,priya@example.com,,,,+44 7700 900001,Data Lead,Harbour Analytics,1988,3,14,Met.,
    ,,,,jonas@example.com,,,,,,,,,,,
    """
)
ATTIO = table(
    """
    Record ID,Name,Email addresses,Description,Company,Job title,Phone numbers,Primary location,LinkedIn,Last interaction,Connection strength
    rec-1,Priya Anand,"priya@example.com, priya@example.org",,Harbour Analytics,Data Lead,+447700900001,Leeds,https://www.linkedin.com/in/priya-anand,2026-03-04T23:30:00Z,Strong
    """
)
MEETUP_MEMBERS = table(
    """
    Name\tUser ID\tTitle\tMember ID\tLocation\tJoined Group on\tLast visited group on\tTotal RSVPs\tURL of Member Profile
    Priya A.\tuser 10000001\tCo-Organizer\t10000001\tLeeds\t04/24/2024\t06/22/2025\t14\thttps://www.meetup.com/Invented/members/10000001/
    """
)
MEETUP_GUESTS = table(
    """
    Name\tAttendance\tUser ID\tTitle\tEvent Host\tRSVP\tGuests\tRSVPed on\tJoined Group on\tURL of Member Profile
    Priya A.\tY\tuser 10000001\t\t\tYes\t0\tMarch 3, 2026 5:22 PM\tApril 24, 2024\thttps://www.meetup.com/Invented/members/10000001
    Jonas\t\tuser 10000002\tCo-Organizer\tYes\tYes\t1\tMarch 1, 2026 9:00 AM\tJanuary 5, 2025\thttps://www.meetup.com/Invented/members/10000002
    Lucía\t\tuser 10000003\t\t\tNo\t0\tMarch 2, 2026 8:00 AM\tMay 30, 2025\thttps://www.meetup.com/Invented/members/10000003
    """
)
EVENTBRITE_GUESTS = table(
    """
    Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Attendee #,Attendee Status,Job Title,Company
    1,11/29/25 22:28,Priya,Anand,priya@example.com,1,General,11,Attending,Data Lead,Harbour Analytics
    1,11/29/25 22:28,Info Requested,Info Requested,priya@example.com,1,General,12,Attending,,
    2,12/01/25 09:05,Lucía,Prado,lucia.prado@example.com,1,VIP,13,Not Attending,,
    3,12/02/25 10:00,Jonas,Weil,jonas@example.com,1,General,14,Checked In,,
    """
)
EVENTBRITE_ORDERS = table(
    """
    Order #,Order Date,First Name,Last Name,Email,Quantity,Total Paid,Order Status,Promo Code,Affiliate,Event Name,Event Date,Checked In
    1001,"Nov 29, 2025 10:28 PM",Priya,Anand,priya@example.com,2,$0.00,Attending,,,Invented Night,2025-12-03 21:00,No
    1002,2025-12-01 09:05,Lucía,Prado,lucia.prado@example.com,1,20.00,Refunded,,,Invented Night,2025-12-03 21:00,No
    1003,2025-12-02 10:00,Jonas,Weil,jonas@example.com,1,0.00,Attending,,,Invented Night,2025-12-03 21:00,Yes
    """
)
LUMA = "\ufeff".encode() + table(
    """
    guest_id,name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at,ticket_name,What is your LinkedIn profile?
    gst-1,Priya Anand,Priya,Anand,priya@example.com,+447700900001,2026-02-20T10:00:00.000Z,approved,2026-03-05T23:30:00.000Z,Standard,https://www.linkedin.com/in/priya-anand
    gst-2,Jonas,,,jonas@example.com,,2026-02-21T11:30:00.000Z,approved,,Standard,
    gst-3,Lucía,,,lucia.prado@example.com,,2026-02-22T11:30:00.000Z,declined,,Standard,
    """
)
CALENDLY = table(
    """
    User Name,Invitee Name,Invitee First Name,Invitee Last Name,Invitee Email,Event Type Name,Start Date & Time,End Date & Time,Canceled,Marked as No-Show,User Email,Event UUID
    Sam Rivers,Priya Anand,Priya,Anand,priya@example.com,30 Minutes,2026-03-03 11:00 am,2026-03-03 11:30 am,false,No,sam@example.com,a1
    Sam Rivers,Lucía Prado,Lucía,Prado,lucia.prado@example.com,30 Minutes,2026-03-06 02:00 pm,2026-03-06 02:30 pm,true,No,sam@example.com,a2
    Sam Rivers,Jonas Weil,Jonas,Weil,jonas@example.com,30 Minutes,2026-04-01 09:00 am,2026-04-01 09:30 am,false,No,sam@example.com,a3
    Sam Rivers,Ola Nowak,Ola,Nowak,ola@example.com,30 Minutes,2026-03-01 09:00 am,2026-03-01 09:30 am,false,Yes,sam@example.com,a4
    """
)
VCARDS = (
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Anand;Priya;;;\r\nFN:Priya Anand\r\nORG:Harbour Analytics;Data\r\nTITLE:Data\\, Lead\r\n"
    b"item1.EMAIL;type=INTERNET;type=pref:priya@example.com\r\nitem1.X-ABLabel:_$!<Work>!$_\r\nTEL;type=CELL:+44 7700 900001\r\n"
    b"BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-14\r\nitem2.URL:https\\://www.linkedin.com/in/priya-anand\r\nNOTE:Met at the\r\n"
    b"  summit\\, March.\\nLikes climbing.\r\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\r\n SkZJRg==\r\nUID:u-1\r\nEND:VCARD\r\n"
    b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Prado;Luc=C3=ADa;;;\r\nTEL;CELL;PREF:+34910000002\r\n"
    b"ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Sociedade de Cr=C3=\r\n=A9dito\r\nBDAY:--05-02\r\nEND:VCARD\r\n"
    b"BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:group\r\nFN:Speakers\r\nMEMBER:urn:uuid:1\r\nEND:VCARD\r\n"
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:;;;;\r\nFN:Pine Works\r\nORG:Pine Works;\r\nX-ABShowAs:COMPANY\r\nEND:VCARD\r\n"
    b"BEGIN:VCARD\r\nVERSION:2.1\r\nEMAIL;HOME:jonas@example.com\r\nEND:VCARD\r\n"
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ola Now"
)
CALENDAR = b"""BEGIN:VCALENDAR
PRODID:-//Invented//EN
VERSION:2.0
X-WR-CALNAME:sam@example.com
BEGIN:VEVENT
DTSTART:20260304T233000Z
ORGANIZER;CN=sam@example.com:mailto:sam@example.com
UID:1@example.com
ATTENDEE;PARTSTAT=ACCEPTED;CN=sam@ex
 ample.com:mailto:sam@example.com
ATTENDEE;PARTSTAT=ACCEPTED;CN=Priya An
 and:mailto:priya@example.com
ATTENDEE;CUTYPE=ROOM;CN=Blue room:mailto:blue@example.com
ATTENDEE;PARTSTAT=DECLINED;CN=Jonas Weil:mailto:jonas@example.com
SUMMARY:Coffee
DESCRIPTION:a private sentence
STATUS:CONFIRMED
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20260305
UID:2@example.com
SUMMARY:Summit
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
DTSTART:20260306T100000Z
UID:3@example.com
RRULE:FREQ=WEEKLY
ATTENDEE;CN=Lucia:mailto:lucia.prado@example.com
SUMMARY:Weekly
END:VEVENT
BEGIN:VEVENT
DTSTART:20260306T100000Z
UID:4@example.com
SUMMARY:Dentist
END:VEVENT
END:VCALENDAR
"""
MAILBOX = b"""From 1@xxx Mon Mar 02 13:28:00 +0000 2026
X-Gmail-Labels: Gesendet
From: Sam Rivers <sam@example.com>
To: Priya Anand <priya@example.com>
Cc: =?UTF-8?Q?Prado=2C_Luc=C3=ADa?= <lucia.prado@example.com>
Subject: =?UTF-8?Q?Queues_=E2=80=93_two_questions?=
Date: Mon, 2 Mar 2026 23:28:00 +0000
Message-ID: <a1@example.com>

Hello Priya, a private sentence
From here on it is text.
From: nobody@example.com

From 2@xxx Wed Mar 04 08:12:40 +0000 2026
From: "Anand, Priya" <priya@example.com>
To: sam@example.com
Subject: Re: Queues
Date: Wed, 4 Mar 2026 09:12:40 +0100

Of course

From 3@xxx Wed Mar 04 08:12:40 +0000 2026
From: news@example.com
To: sam@example.com
List-Unsubscribe: <mailto:leave@example.com>
Date: Wed, 4 Mar 2026 09:12:40 +0100

Weekly news
"""
SINGLE_MESSAGE = b"""Received: from mx.example.com
From: Priya Anand <priya@example.com>
To: sam@example.com
Date: Wed, 4 Mar 2026 09:12:40 +0100
Subject: Hello

a private sentence
"""

EXPORTS: dict[str, Export] = {
    "Connections.csv": Export(code="linkedin-connections", data=CONNECTIONS, people=3),
    "messages.csv": Export(code="linkedin-messages", data=MESSAGES, touches=3, left_out=5),
    "Invitations.csv": Export(code="linkedin-invitations", data=INVITATIONS, touches=2),
    "Profile.csv": Export(code="linkedin-profile", data=PROFILE),
    "Email Addresses.csv": Export(code="linkedin-addresses", data=ADDRESSES),
    "Job Applications.csv": Export(code="linkedin-applications", data=APPLICATIONS),
    "Events.csv": Export(code="linkedin-events", data=EVENTS),
    "Recommendations_Given.csv": Export(
        code="linkedin-recommendations", data=RECOMMENDATIONS, people=1, touches=1
    ),
    "hubspot.csv": Export(code="hubspot-contacts", data=HUBSPOT, people=2, left_out=1),
    "Contacts_Zoho.csv": Export(code="zoho-contacts", data=ZOHO_CONTACTS, people=2),
    "Leads_Zoho.csv": Export(code="zoho-leads", data=ZOHO_LEADS, people=1),
    "contacts.csv": Export(code="google-contacts", data=GOOGLE_NEW, people=1, left_out=1),
    "google.csv": Export(code="google-contacts", data=GOOGLE_OLD, people=1),
    "contacts (1).CSV": Export(code="outlook-contacts", data=OUTLOOK, people=3, left_out=1),
    "kontakte.csv": Export(code="outlook-contacts", data=OUTLOOK_GERMAN, people=1),
    "calendar.csv": Export(code="outlook-calendar", data=OUTLOOK_CALENDAR, touches=3, left_out=1),
    "thunderbird.csv": Export(code="thunderbird", data=THUNDERBIRD, people=2),
    "people.csv": Export(code="attio-people", data=ATTIO, people=1),
    "members.xls": Export(code="meetup-members", data=MEETUP_MEMBERS, people=1),
    "attendees.xls": Export(code="meetup-guests", data=MEETUP_GUESTS, people=2, left_out=1),
    "report.csv": Export(code="eventbrite-guests", data=EVENTBRITE_GUESTS, people=2, left_out=2),
    "orders.csv": Export(code="eventbrite-orders", data=EVENTBRITE_ORDERS, people=2, touches=1, left_out=1),
    "guests.csv": Export(code="luma-guests", data=LUMA, people=2, touches=1, left_out=1),
    "events-export.csv": Export(code="calendly", data=CALENDLY, people=2, touches=2, left_out=2),
    "all.vcf": Export(code="vcard", data=VCARDS, people=4, left_out=2),
    "basic.ics": Export(code="icalendar", data=CALENDAR, touches=1, left_out=3),
    "Sent": Export(code="mail", data=MAILBOX, touches=3, left_out=1),
    "hello.eml": Export(code="mail", data=SINGLE_MESSAGE, touches=1),
}


def zipped(files: dict[str, bytes]) -> bytes:
    """Write a zip file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()
