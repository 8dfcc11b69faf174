"""The output of ``netsheet referrals``: the tree of who led to whom, as text and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text
from rich.tree import Tree

from netsheet.core.people.people_search import shortest_texts
from netsheet.core.printable import quoted_path, quoted_word
from netsheet.core.values.dates import short_date
from netsheet.present.documents import document
from netsheet.present.terminal import TONE_STYLES, console, counted, show_nobody

if TYPE_CHECKING:
    from netsheet.core.practices.referral_tree import TreeLine
    from netsheet.pipeline.practices import Referrals


def show_referrals(referrals: Referrals) -> None:
    """Print the tree, then whom to thank and how, then the introductions the user made."""
    out, opened, tree = console(), referrals.opened, referrals.tree
    if not opened.log.everybody:
        show_nobody()
        return
    if tree.lines:
        people = counted(tree.referred_count, "person came", "people came")
        out.print(Text(f"{people} through others", style="bold"))
        _show_tree(referrals)
    else:
        out.print(
            f"Nobody in {opened.source.path.name} has a name under “Referred by”. Add a column with that heading, "
            "and write there who led you to a person.",
            soft_wrap=True,
        )
    if tree.not_thanked:
        out.print(Text("\nNot thanked yet", style=TONE_STYLES["due"]))
        log, texts = quoted_path(opened.source.path), shortest_texts(opened.log.everybody)
        for each in tree.not_thanked:
            names = ", ".join(person.name for person in each.referred)
            out.print(f"  {each.referrer.name}, for {names}", soft_wrap=True)
            who = quoted_word(texts[each.referrer.key])
            out.print(
                f"    netsheet draft {log} --person {who} --template thank-you-referral", soft_wrap=True
            )
    if referrals.introduced:
        out.print(Text("\nIntroductions you made", style="bold"))
        for made in referrals.introduced:
            day = short_date(made.on, today=opened.today)
            out.print(f"  {day}  {' and '.join(filter(None, (made.who, made.to)))}", soft_wrap=True)


def _show_tree(referrals: Referrals) -> None:
    branch: list[Tree] = []  # from the root to the line before
    for line in referrals.tree.lines:
        text = _say(line, referrals)
        if line.depth == 0:
            _print(branch)
            branch = [Tree(text, guide_style="dim")]
        else:
            del branch[line.depth :]
            branch.append(branch[-1].add(text))
    _print(branch)


def _print(branch: list[Tree]) -> None:
    if branch:
        console().print(branch[0])


def _say(line: TreeLine, referrals: Referrals) -> Text:
    """Say one line: who, where, what came of it."""
    text = Text(line.name, style="bold")
    said = []
    if line.person is None:
        said.append("several people have this name" if line.is_ambiguous else "not in your log")
    elif line.person.company and line.person.company != line.name:
        text.append(f", {line.person.company}", style="not bold dim")
    if line.came_of is not None:
        said.append(line.came_of.say(referrals.opened.today))
    if line.is_circle:
        said.append(f"referred by {line.referred_by}, who is below")
    if line.is_thanked is not None:
        said.append("thanked" if line.is_thanked else "not thanked yet")
    return text.append(f": {'; '.join(said)}" if said else "", style="not bold")


def referrals_json(referrals: Referrals) -> str:
    """Return the tree line by line, each with its depth, and everything else that is printed."""
    opened, tree = referrals.opened, referrals.tree
    return document(
        {
            "workbook": str(opened.source.path),
            "today": opened.today,
            "referred": tree.referred_count,
            "items": [_item(line) for line in tree.lines],
            "not_thanked": [
                {"referrer": each.referrer.name, "referred": [person.name for person in each.referred]}
                for each in tree.not_thanked
            ],
            "introductions": [
                {"on": made.on, "who": made.who, "to": made.to} for made in referrals.introduced
            ],
        }
    )


def _item(line: TreeLine) -> dict[str, Any]:
    came_of = line.came_of
    return {
        "depth": line.depth,
        "person": line.name,
        "company": line.person.company if line.person is not None else None,
        "in_log": line.person is not None,
        "referred_by": line.referred_by or None,
        "came_of": came_of.stage if came_of else None,
        "on": came_of.on if came_of else None,
        "closed": line.person.is_closed if line.person is not None else None,
        "thanked": line.is_thanked,
        "in_circle": line.is_circle,
    }
