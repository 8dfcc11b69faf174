from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import netsheet
from netsheet.errors import UnreadableError
from netsheet.resources import bundled_templates, sample_workbooks

PROJECT = Path(netsheet.__file__).parent.parent


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "site-packages" / "netsheet"
    folder.mkdir(parents=True)
    return folder


@pytest.mark.parametrize(
    ("find", "name"), [(bundled_templates, "templates"), (sample_workbooks, "sample_workbooks")]
)
def test_an_installed_wheel_has_them_inside(find: object, name: str, package: Path) -> None:
    assert callable(find)
    (package / f"_{name}").mkdir()
    (package.parent / name).mkdir()

    assert find(package=package) == package / f"_{name}"


@pytest.mark.parametrize(
    ("find", "name"), [(bundled_templates, "templates"), (sample_workbooks, "sample_workbooks")]
)
def test_a_checkout_has_them_beside_the_package(find: object, name: str, package: Path) -> None:
    assert callable(find)
    (package.parent / name).mkdir()

    assert find(package=package) == package.parent / name


def test_an_incomplete_installation_says_what_to_do(package: Path) -> None:
    with pytest.raises(UnreadableError) as raised:
        sample_workbooks(package=package)

    assert (
        raised.value.message
        == "The sample workbooks that come with netsheet are missing from this installation"
    )
    assert raised.value.hint == "Install netsheet again: pip install --force-reinstall netsheet"


def test_this_installation_is_complete() -> None:
    assert (sample_workbooks() / "plain-log.xlsx").is_file()
    assert bundled_templates().is_dir()


def test_the_wheel_puts_them_where_they_are_looked_for() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    samples = [path.name for path in sample_workbooks().iterdir() if path.suffix in {".xlsx", ".csv"}]

    assert included == {
        "templates": "netsheet/_templates",
        **{f"sample_workbooks/{name}": f"netsheet/_sample_workbooks/{name}" for name in samples},
    }
