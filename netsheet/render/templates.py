"""Read templates and their headers. The user's own templates come before the bundled ones.

A template is a text file: ``Key: value`` lines up to the first blank line, then the message. The header is not YAML,
so ``subject: Hi {{ first_name }}: a question`` needs no quotes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from netsheet.core.drafts.languages import Language
from netsheet.core.drafts.requests import (
    DRAFT_CHANNELS,
    DRAFT_KINDS,
    INTENTS,
    DraftChannel,
    Occasion,
    TemplateInfo,
)
from netsheet.core.model import ActionKind, Intent, TouchKind
from netsheet.core.text import nearest_name
from netsheet.render.sandbox import DraftEnvironment, LoadedTemplates

KEYS = ("name", "description", "for", "channel", "intent", "subject", "requires", "max_words")
BUNDLED = "netsheet/"
"""How the user's own template refers to the bundled one it replaces: ``{% extends "netsheet/base.j2" %}``."""

_LARGEST_FILE = 100_000
_TAG = re.compile(r"\{%.*?%\}")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OCCASION = re.compile(r"(?P<kind>[a-z_ ]+?)(?:\s+(?P<nudge>[12])|\s+after\s+(?P<after>[a-z]+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateFinding:
    """A fault in a template, or a hint about how to improve it.

    Attributes:
        path: the file.
        line: the line in the file, from 1; 0 when it is about the file as a whole.
        severity: "error" when it cannot be used, "warning" for a likely problem, "hint" for better wording.
        message: one plain sentence.
    """

    path: str
    line: int
    severity: Literal["error", "warning", "hint"]
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateFile:
    """A template as it was read: its header, and its text with empty lines in place of the header.

    Attributes:
        path: the file.
        key: the name that other templates use: its file name.
        info: the header; None for a shared part that other templates extend or include.
        body: the message, on the same lines as in the file.
        subject: the subject line, on the same line as in the file; "" when there is none.
    """

    path: Path
    key: str
    info: TemplateInfo | None
    body: str
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSet:
    """Every template that can be used in one language, and the faults of the others."""

    files: tuple[TemplateFile, ...]
    findings: tuple[TemplateFinding, ...] = ()
    environment: DraftEnvironment = field(repr=False, compare=False)
    language: Language = "en"

    @property
    def infos(self) -> tuple[TemplateInfo, ...]:
        """The headers of the templates to choose from, by name."""
        infos = {file.info.name: file.info for file in reversed(self.files) if file.info is not None}
        return tuple(infos[name] for name in sorted(infos))

    def file_of(self, name: str) -> TemplateFile | None:
        """Find the file of the template with that name, the user's own first."""
        return next((file for file in self.files if file.info is not None and file.info.name == name), None)


def folder_of(folder: Path, language: Language) -> Path:
    """Return where a folder has its templates in a language: English ones in itself, all others in a folder named "de"."""
    return folder if language == "en" else folder / language


def load_templates(bundled: Path, own: Sequence[Path] = (), *, language: Language = "en") -> TemplateSet:
    """Read the templates for one language: those in the user's folders, and the bundled ones.

    Args:
        bundled: the folder of the templates that come with netsheet.
        own: the user's folders. An earlier folder wins, and a missing folder is skipped. What is in the folder itself is
            for all languages, after what is in its folder of the language.
        language: the language.
    """
    files: list[TemplateFile] = []
    findings: list[TemplateFinding] = []
    bundled = folder_of(bundled, language)
    folders = [place for folder in own for place in dict.fromkeys((folder_of(folder, language), folder))]
    for folder in (*folders, bundled):
        for path in sorted(folder.glob("*.j2")):
            file, faults = read_template(path, is_own=folder != bundled, language=language)
            findings.extend(faults)
            if file is not None:
                findings.extend(_find_repeated(file, files))
                files.append(file)
    return TemplateSet(
        files=tuple(files),
        findings=tuple(findings),
        environment=_prepare(files, bundled, language),
        language=language,
    )


def _find_repeated(file: TemplateFile, earlier: Sequence[TemplateFile]) -> list[TemplateFinding]:
    """Find a name that is used twice in one folder. In different folders that is allowed, and the first wins."""
    for other in earlier:
        if (
            file.info
            and other.info
            and file.info.name == other.info.name
            and file.path.parent == other.path.parent
        ):
            message = f"The template {other.path.name} has the name “{file.info.name}” too. Give this one another name."
            return [TemplateFinding(path=str(file.path), line=1, severity="error", message=message)]
    return []


def _prepare(files: Sequence[TemplateFile], bundled: Path, language: Language) -> DraftEnvironment:
    sources: dict[str, tuple[str, str]] = {}
    for file in reversed(files):
        names = [file.key, f"{BUNDLED}{file.key}"] if file.path.parent == bundled else [file.key]
        for name in names:
            sources[name] = (file.body, str(file.path))
    for file in files:
        sources[subject_key(file)] = (file.subject, str(file.path))
        sources[body_key(file)] = (file.body, str(file.path))
    return DraftEnvironment(LoadedTemplates(sources), language)


def subject_key(file: TemplateFile) -> str:
    """The key of a template's subject line among the loaded texts."""
    return f"{file.path} (subject)"


def body_key(file: TemplateFile) -> str:
    """The key of a template's message among the loaded texts."""
    return str(file.path)


def read_template(
    path: Path, *, is_own: bool, language: Language = "en"
) -> tuple[TemplateFile | None, tuple[TemplateFinding, ...]]:
    """Read one file. Returns the template, or None and its faults."""
    text, fault = _read_text(path)
    if fault:
        return None, (TemplateFinding(path=str(path), line=0, severity="error", message=fault),)
    if is_piece(path):
        return TemplateFile(path=path, key=path.name, info=None, body=keep_lines(text)), ()
    header, body, faults = split_header(text)
    info, more = _interpret_header(header, is_own=is_own, language=language)
    findings = tuple(
        TemplateFinding(path=str(path), line=line, severity="error", message=message)
        for line, message in sorted((*faults, *more))
    )
    if info is None or findings:
        return None, findings
    line, subject = header.get("subject", (1, ""))
    return TemplateFile(
        path=path, key=path.name, info=info, body=keep_lines(body), subject="\n" * (line - 1) + subject
    ), ()


def keep_lines(text: str) -> str:
    """Keep the line end after a tag that shares its line with text. Only a line with nothing but tags disappears.

    Jinja's ``trim_blocks`` would join "Hi{% if first_name %} {{ first_name }}{% endif %}" with the line below.
    """
    return "\n".join(f"{line[:-2]}+%}}" if _ends_text(line) else line for line in text.split("\n"))


def _ends_text(line: str) -> bool:
    if not line.endswith("%}") or line.endswith(("-%}", "+%}")):
        return False
    return bool(_TAG.sub("", line).strip()) or re.match(r"\s*\{%-?\s*include\b", line) is not None


def is_piece(path: Path) -> bool:
    """Whether a file is a shared part for other templates: ``base.j2``, or a name that begins with an underscore."""
    return path.name == "base.j2" or path.name.startswith("_")


def _read_text(path: Path) -> tuple[str, str]:
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as error:
        return "", f"The file cannot be read: {error.strerror}."
    except UnicodeDecodeError:
        return "", "The file is not UTF-8 text. Save it as UTF-8."
    if len(content) > _LARGEST_FILE:
        return "", "The file is too large for a message (more than 100 KB)."
    return text.replace("\r\n", "\n").replace("\r", "\n"), ""


Header = Mapping[str, tuple[int, str]]
"""For each key, its line and its value."""
Fault = tuple[int, str]


def split_header(text: str) -> tuple[Header, str, tuple[Fault, ...]]:
    """Split a template into its header and its message. Empty lines replace the header's lines, so line numbers stay.

    Returns:
        the header, the message, and the faults of the header's lines as (line, sentence).
    """
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    header: dict[str, tuple[int, str]] = {}
    faults: list[Fault] = []
    for number, line in enumerate(lines[:end], start=1):
        key, colon, value = (part.strip() for part in line.partition(":"))
        if not colon or " " in key:
            faults.append(
                (
                    number,
                    "A header line looks like “key: value”. The message begins after the first blank line.",
                )
            )
        elif key not in KEYS:
            faults.append((number, f"“{key}” is not a header key{suggest(key, KEYS)}"))
        elif key in header:
            faults.append((number, f"“{key}” is in the header twice."))
        else:
            header[key] = (number, value)
    return header, "\n" * end + "\n".join(lines[end:]), tuple(faults)


def suggest(word: str, known: Sequence[str]) -> str:
    """Suggest the closest known word, or list all of them."""
    if near := nearest_name(word, known):
        return f". Did you mean “{near}”?"
    return f". There are: {', '.join(known)}." if len(known) <= 16 else "."


def _interpret_header(
    header: Header, *, is_own: bool, language: Language
) -> tuple[TemplateInfo | None, tuple[Fault, ...]]:
    faults: list[Fault] = [
        (1, f"The header needs a line “{key}: …”.")
        for key in ("name", "description", "channel", "intent")
        if not header.get(key, (1, ""))[1]
    ]
    values = {key: header.get(key, (1, "")) for key in KEYS}
    channels = _interpret_channels(*values["channel"], faults)
    occasions = _interpret_occasions(*values["for"], faults)
    intent = _interpret_intent(*values["intent"], faults)
    line, name = values["name"]
    if name and not _NAME.fullmatch(name):
        faults.append((line, f"The name “{name}” may only have small letters a-z, digits and hyphens."))
    if "e-mail" in channels and not values["subject"][1]:
        faults.append((values["channel"][0], "An e-mail needs a line “subject: …”."))
    line, words = values["max_words"]
    if words and not (words.isascii() and words.isdigit() and int(words) > 0):
        faults.append((line, f"max_words must be a whole number, not “{words}”."))
    if faults or intent is None:
        return None, tuple(faults)
    info = TemplateInfo(
        name=name,
        description=values["description"][1],
        occasions=occasions,
        channels=channels,
        intent=intent,
        subject=values["subject"][1],
        requires=tuple(_split_list(values["requires"][1])),
        max_words=int(words or 150),
        is_own=is_own,
        language=language,
    )
    return info, ()


def _split_list(text: str) -> list[str]:
    return [item.strip() for item in text.split(",") if item.strip()]


def _interpret_channels(line: int, text: str, faults: list[Fault]) -> tuple[DraftChannel, ...]:
    by_word = {channel.lower(): channel for channel in DRAFT_CHANNELS} | {"email": DRAFT_CHANNELS[0]}
    words = _split_list(text)
    faults.extend(
        (line, f"“{word}” is not a channel for drafts{suggest(word, DRAFT_CHANNELS)}")
        for word in words
        if word.lower() not in by_word
    )
    return tuple(by_word[word.lower()] for word in words if word.lower() in by_word)


def _interpret_intent(line: int, text: str, faults: list[Fault]) -> Intent | None:
    for intent in INTENTS:
        if text.lower() == intent:
            return intent
    if text:
        faults.append((line, f"“{text}” is not an intent{suggest(text, INTENTS)}"))
    return None


def _interpret_occasions(line: int, text: str, faults: list[Fault]) -> tuple[Occasion, ...]:
    kinds: dict[str, ActionKind] = {kind: kind for kind in DRAFT_KINDS}
    touches: dict[str, TouchKind] = {kind: kind for kind in get_args(TouchKind)}
    occasions: list[Occasion] = []
    for item in _split_list(text):
        match = _OCCASION.fullmatch(item.lower().replace("-", "_"))
        kind = kinds.get(match["kind"].strip().replace(" ", "_")) if match else None
        after = match["after"] if match else None
        if match is None or kind is None:
            faults.append((line, f"“{item}” is not a kind of action{suggest(item, tuple(kinds))}"))
        elif after is not None and after not in touches:
            faults.append((line, f"“{after}” is not a kind of contact{suggest(after, tuple(touches))}"))
        else:
            nudge = int(match["nudge"] or 0)
            occasions.append(Occasion(kind=kind, nudge=nudge, after=touches[after] if after else None))
    return tuple(occasions)
