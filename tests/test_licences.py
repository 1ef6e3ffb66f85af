"""Every package of the lock has its licence in ``docs/licences.md``, and the one that it gives itself."""

from __future__ import annotations

import ast
import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/licences.md").read_text(encoding="utf-8")
TABLE = PAGE.partition("| --- | --- | --- |\n")[2].partition("\n\n")[0]
ROWS = {name: licence for _, name, licence, _, _ in (re.split(r" ?\| ?", row) for row in TABLE.splitlines())}
LOCK = [Requirement(line) for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()]
LOCKED = {canonicalize_name(requirement.name): requirement.specifier for requirement in LOCK}


def test_every_package_of_the_lock_has_a_row_and_every_row_a_package() -> None:
    assert LOCKED.keys() - ROWS.keys() == set(), "look its licence up and add a row to docs/licences.md"
    assert ROWS.keys() - LOCKED.keys() == set(), "take the row out of docs/licences.md"
    assert list(ROWS) == sorted(ROWS)


def stated(package: str) -> str | None:
    """The licence expression of a package that is installed in the version of the lock; another may have another.

    Older packages have none, and were looked up in their files.
    """
    try:
        found = metadata(package)
    except PackageNotFoundError:
        return None
    return found.get("License-Expression") if LOCKED[package].contains(found["Version"], prereleases=True) else None


@pytest.mark.parametrize("package", sorted(filter(stated, LOCKED)))
def test_a_row_says_what_the_package_says(package: str) -> None:
    assert ROWS[package] == stated(package)


FORBIDDEN = {"pickle", "marshal", "shelve", "dill", "subprocess", "socket", "ctypes", "code", "pty"}
CALLS = {"eval", "exec", "compile", "__import__", "system", "popen"}


@pytest.mark.parametrize("path", sorted((ROOT / "quotes").rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT)))
def test_nothing_that_was_read_is_run(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                assert not {name.name.partition(".")[0] for name in names} & FORBIDDEN
            case ast.ImportFrom(module=str(module)):
                assert module.partition(".")[0] not in FORBIDDEN
            case ast.Call(func=ast.Name(id=name)):
                assert name not in CALLS
            case ast.Call(func=ast.Attribute(value=ast.Name(id="os"), attr=name)):
                assert name not in CALLS
                assert not name.startswith(("exec", "spawn"))
            case ast.keyword(arg="shell"):
                pytest.fail(f"{path}:{node.value.lineno}: a shell")
