"""Words that English headings are made of, by what they mean (``heading_grammar``): data."""

from __future__ import annotations

WORDS = """
fill: the a an of in on at for with and or is was are did do does i me we us you your they them their he she his her him it this that s y n yes am pm ever info ll d things
name: name names
given: forename firstname fname
adjective: given
family: surname lastname lname family
full: full complete whole
person: person people individual recruiter recruiters interviewer founder
contact: contact contacts contacted reach reached touch outreach interaction
who: who whom
company: company companies firm employer organisation organization org business startup workplace institution university
target: target dream wanted wishlist
title: title ttl role position job occupation function designation profession
work: work works working job living
place: location city town country region state county province prov geo area office place based headquarters hq located
where: where
mail: email mail emails
phone: phone telephone tel mobile cell
web: website site webpage homepage web
career: career careers jobs
link: link url
page: page profile
linkedin: linkedin li
day: date day dt
when: when
sent: sent emailed messaged wrote written dm dmed dms texted
message: message msg messages dm note text copy
call: call phonecall called
talk: conversation convo chat talk talked spoke spoken discussed chatted activity
answer: reply replied response responded answer answered
got: received got came back
status: status stage phase state
process: application pipeline process hiring recruitment deal lead opportunity far
way: channel method medium platform via
next: next
step: step steps action actions todo move task
todo: todo do
follow: follow followup follows up remind reminder chase chased nudge ping recontact fu f u bump
again: again back
done: done completed sent
note: note notes comment comments remark remarks misc miscellaneous details summary remember
extra: other additional extra general add l further more personal things about
subject: subject
text: text body copy
template: template script
used: used
source: source origin channel
met: met meet introduced
know: know known
found: find found
refer: referral referred refer refers intro introduction introduced recommended recommendation
common: mutual common shared
asked: asked requested request ask
agree: agreed agrees accept accepts willing will
tie: relationship relation connection tie
type: type kind category group sort bucket
warm: warm warmth cold hot close
level: level degree strength score scale
rank: priority prio importance interest rank ranking tier rating
branch: industry sector field segment vertical branch
birth: birthday birth bday dob born
every: every often frequency cadence interval rhythm regularly
days: days weeks months
thank: thank thanks thankyou ty gratitude
meet: meeting coffee interview demo appointment catchup catch lunch chat up
planned: scheduled booked planned set arranged
help: help helped favor favors favour favours
gave: gave given give offer offered owed
gotten: received got
owner: owner assigned responsible rep sales
number: number no id ref record row code index
result: result outcome end came final
last: last latest recent lastly
firsttime: first 1st initial
since: since
connect: connected connection
mine: my our
by: by from if
to: to
what: what
address: address
far: far
how: how
tag: hashtag hashtags tags tag keywords
"""
