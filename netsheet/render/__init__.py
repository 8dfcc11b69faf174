"""Drafts as text: templates, the room they run in, messages and the page that shows them. Never saves."""

from __future__ import annotations

from netsheet.render.drafts import render_draft, render_drafts
from netsheet.render.index_page import IndexEntry, index_html
from netsheet.render.messages import eml_bytes, mailto_link, text_bytes
from netsheet.render.template_check import check_templates
from netsheet.render.templates import TemplateFinding, TemplateSet, load_templates

__all__ = [
    "IndexEntry",
    "TemplateFinding",
    "TemplateSet",
    "check_templates",
    "eml_bytes",
    "index_html",
    "load_templates",
    "mailto_link",
    "render_draft",
    "render_drafts",
    "text_bytes",
]
