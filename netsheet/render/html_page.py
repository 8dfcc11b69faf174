"""Pages as single files that load nothing: style and script are inside them, and their policy allows no others."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import DictLoader, Environment, StrictUndefined, Template

_FOLDER = Path(__file__).parent / "page"


def render_page(page: str, values: Mapping[str, object], *, style: str, script: str = "") -> bytes:
    """Fill in a page. The same values always give the same bytes.

    Args:
        page: the template's file in the folder ``page``; ``style`` and ``script`` are files there too.
        values: what the template shows. All texts are escaped.
        style: the style sheet.
        script: the script; "" for none.
    """
    css, js = _read_part(style), _read_part(script) if script else ""
    text = _template(page).render(
        style=css, script=js, style_hash=_policy_hash(css), script_hash=_policy_hash(js), **values
    )
    return text.encode("utf-8", "replace")  # a file name may hold what no text can


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=DictLoader({name: _read_part(name)}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)


@cache
def _read_part(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _policy_hash(text: str) -> str:
    """The hash that allows a style or script in the page's Content-Security-Policy (CSP level 3)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"
