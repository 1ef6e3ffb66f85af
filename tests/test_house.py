"""What a fresh clone stands on: exact versions for every dependency, and a wheel that carries its data."""

from __future__ import annotations

import os
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import quotes

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WANTED = [*PROJECT["dependencies"], *(r for extra in PROJECT["optional-dependencies"].values() for r in extra)]
LOCKED = [Requirement(line) for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("wanted", [r for r in WANTED if not r.startswith("quotes[")])
def test_the_lock_has_a_version_that_fits(wanted: str) -> None:
    requirement = Requirement(wanted)
    pins = [pin for pin in LOCKED if canonicalize_name(pin.name) == canonicalize_name(requirement.name)]
    assert pins, "run `make lock`"
    for pin in pins:
        (version,) = pin.specifier
        assert version.operator == "=="
        assert requirement.specifier.contains(version.version), "run `make lock`"


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_the_lock_names_a_package_once_for_each_python(python: str) -> None:
    here = {"python_version": python, "python_full_version": f"{python}.0", "sys_platform": "linux"}
    names = [pin.name for pin in LOCKED if pin.marker is None or pin.marker.evaluate(here)]
    assert len(names) == len(set(names))


def test_every_step_of_make_has_help() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    steps = text.partition(".PHONY: ")[2].partition("\n")[0].split()
    shown = subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert [line.split()[1] for line in shown.splitlines()] == steps


def test_continuous_integration_can_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_the_changelog_knows_the_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in text
    assert quotes.__version__ == "0.1.0" or f"## [{quotes.__version__}]" in text
