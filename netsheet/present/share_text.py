"""The output of ``netsheet share``: who would like to read what, as text and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text

from netsheet.core.people.people_search import shortest_texts
from netsheet.core.printable import quoted_path, quoted_word
from netsheet.core.values.dates import short_date
from netsheet.present.documents import document
from netsheet.present.terminal import console, show_line, show_nobody

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netsheet.core.optional_sheets.resource_rows import Resource
    from netsheet.core.practices.article_shares import ArticleShares, Reader
    from netsheet.pipeline.practices import Shares


def show_shares(shares: Shares, *, limit: int) -> None:
    """Print each article with those who care about it, and the commands to draft and to record it."""
    out, opened = console(), shares.opened
    if not opened.log.people:
        show_nobody()
        return
    if shares.articles is None:
        out.print(
            f"{opened.source.path.name} has no sheet Resources. Add one with the headings Title, Link, Topics and Sent to.",
            soft_wrap=True,
        )
        return
    texts = shortest_texts(opened.log.people)
    for article in shares.articles:
        _show_article(article, shares, texts, limit)
    if any(article.readers for article in shares.articles):
        log = quoted_path(opened.source.path)
        out.print(f'When you have sent one: netsheet log {log} WHO gave --subject "TITLE"', soft_wrap=True)


def _show_article(article: ArticleShares, shares: Shares, texts: Mapping[str, str], limit: int) -> None:
    out, resource = console(), article.resource
    link = f"  {resource.link}" if resource.link and resource.link != resource.title else ""
    out.print(Text.assemble((resource.title, "bold"), (link, "dim")), soft_wrap=True)
    for reader in article.readers[:limit]:
        out.print(f"  {_say(reader, shares)}", soft_wrap=True)
        command = _draft_command(shares, resource, texts[reader.person.key])
        out.print(f"    {command}", style="dim", soft_wrap=True)
    if len(article.readers) > limit:
        show_line(f"... and {len(article.readers) - limit:,} more. See all: --limit {len(article.readers)}")
    if not article.readers:
        topics = ", ".join(resource.topics)
        nobody = "nobody else" if article.sent_to else "nobody"
        show_line(
            f"Your log names {nobody} who is interested in {topics}." if topics else "Fill in its topics."
        )
    if article.sent_to:
        show_line(f"Sent to {', '.join(article.sent_to)}.", style="dim")
    out.print()


def _say(reader: Reader, shares: Shares) -> str:
    day = (
        f"; last contact on {short_date(reader.last_on, today=shares.opened.today)}" if reader.last_on else ""
    )
    company = reader.person.company
    where = f", {company}" if company and company != reader.person.name else ""
    return f"{reader.person.name}{where}: {reader.say()}{day}"


def _draft_command(shares: Shares, resource: Resource, who: str) -> str:
    log = quoted_path(shares.opened.source.path)
    given = [f"--give {quoted_word(f'link={resource.link}')}"] if resource.link else []
    if resource.title != resource.link:
        given.append(f"--give {quoted_word(f'title={resource.title}')}")
    return f"netsheet draft {log} --person {quoted_word(who)} --template share-article {' '.join(given)}"


def shares_json(shares: Shares) -> str:
    """Return each article with all who care about it; ``items`` is null without the sheet."""
    opened = shares.opened
    texts = shortest_texts(opened.log.people)
    articles = shares.articles
    return document(
        {
            "workbook": str(opened.source.path),
            "today": opened.today,
            "items": None if articles is None else [_item(article, shares, texts) for article in articles],
        }
    )


def _item(article: ArticleShares, shares: Shares, texts: Mapping[str, str]) -> dict[str, Any]:
    resource = article.resource
    return {
        "title": resource.title,
        "link": resource.link or None,
        "topics": list(resource.topics),
        "sent_to": list(article.sent_to),
        "people": [
            {
                "person": reader.person.name,
                "company": reader.person.company or None,
                "words": list(reader.words),
                "fields": list(reader.fields),
                "last_contact": reader.last_on,
                "draft_with": _draft_command(shares, resource, texts[reader.person.key]),
            }
            for reader in article.readers
        ],
    }
