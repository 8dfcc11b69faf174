"""Find the bundled templates and sample workbooks: inside the installed package, or next to it in a checkout."""

from __future__ import annotations

from pathlib import Path

from netsheet.errors import UnreadableError

_PACKAGE = Path(__file__).resolve().parent


class ResourcesMissingError(UnreadableError):
    """The installation is incomplete."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"The {what} that come with netsheet are missing from this installation",
            "Install netsheet again: pip install --force-reinstall netsheet",
        )


def bundled_templates(*, package: Path = _PACKAGE) -> Path:
    """The folder of the message templates.

    Args:
        package: the folder of the netsheet package.

    Raises:
        ResourcesMissingError: it is in neither place.
    """
    return _find(package, "templates")


def sample_workbooks(*, package: Path = _PACKAGE) -> Path:
    """The folder of the sample workbooks.

    Args:
        package: the folder of the netsheet package.

    Raises:
        ResourcesMissingError: it is in neither place.
    """
    return _find(package, "sample_workbooks")


def _find(package: Path, name: str) -> Path:
    for folder in (package / f"_{name}", package.parent / name):
        if folder.is_dir():
            return folder
    raise ResourcesMissingError(name.replace("_", " "))
