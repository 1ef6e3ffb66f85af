"""What ``make compile`` makes: the same records as the sources, and of no other sources than those that are there."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from typing import Any

import pytest

build = pytest.importorskip("benchmarks.compiled", reason="benchmarks/ is not here")
ROOT = Path(__file__).parents[1]
SOURCES = list(build.sources())
_READ = """
import sys
from pathlib import Path
from quotes import extract, text
print(Path(text.__file__).suffix)
for path in sorted(Path(sys.argv[1]).glob("*.txt")):
    for quotation in extract(path.read_text(encoding="utf-8"), "2022-01-12"):
        print(quotation)
"""


def compiled(source: Path) -> Path:
    return source.with_suffix(EXTENSION_SUFFIXES[0])


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_mypyc_can_read_it(source: Path) -> None:
    """It takes a cached property for a property, and breaks off at ``x in (a, *B)``."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        assert not (isinstance(node, ast.Name) and node.id == "cached_property"), node.lineno
        compared = node.comparators if isinstance(node, ast.Compare) else []
        listed = [
            each for right in compared if isinstance(right, ast.Tuple | ast.List | ast.Set) for each in right.elts
        ]
        assert not any(isinstance(each, ast.Starred) for each in listed), node.lineno


def test_constants_are_final_and_data_classes_have_an_init() -> None:
    source = """from __future__ import annotations
from dataclasses import dataclass, field

_MOST = 3
NAMES: set[str] = set()  # of all
Pair = tuple[int, int]
_TWICE = 1
_TWICE = 2


@dataclass(frozen=True, slots=True)
class Found:
    first: int
    last: int = _MOST
    kind: frozenset[str] = frozenset()

    def length(self) -> int:
        return self.last - self.first


@dataclass(slots=True, eq=False)
class Heap:
    items: list[int] = field(default_factory=list)  # in order
    known: bool | None = field(default=None, compare=False)
"""
    done = build.prepared(source)
    assert [line for line in done.splitlines() if "Final" in line] == [
        "from typing import Final",
        "_MOST: Final[int] = 3",
        "NAMES: Final[set[str]] = set()  # of all",
    ]
    space: dict[str, Any] = {"__name__": __name__}
    exec(compile(done, "done", "exec"), space)
    found, heap = space["Found"], space["Heap"]
    assert (found(1), found(1).length(), found(1, last=2).kind) == (found(1, 3), 2, frozenset())
    assert hash(found(1)) == hash(found(1, 3))
    assert (heap().items, heap([1]).items) == ([], [1])
    assert heap().items is not heap().items
    assert (heap().known, heap([1], True).known) == (None, True)


def test_what_is_compiled_has_the_same_names() -> None:
    for path in SOURCES:
        source = path.read_text(encoding="utf-8")
        before, after = (
            {n.name for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef | ast.ClassDef)}
            for text in (source, build.prepared(source))
        )
        assert after in (before, before | {"__init__"}), path


@pytest.mark.skipif(not any(map(Path.exists, map(compiled, SOURCES))), reason="nothing is compiled")
def test_what_is_compiled_is_what_is_there_and_reads_the_same(tmp_path: Path) -> None:
    old = [p.name for p in SOURCES if not compiled(p).exists() or compiled(p).stat().st_mtime < p.stat().st_mtime]
    assert not old, "changed since they were compiled: make compile, or make clean"
    shutil.copytree(ROOT / "quotes", tmp_path / "quotes", ignore=shutil.ignore_patterns("*.so", "*.pyd", "__pycache__"))
    shutil.copytree(ROOT / "schema", tmp_path / "schema")
    machine, python = (_run(folder).splitlines() for folder in (ROOT, tmp_path))
    assert (machine[0], python[0]) == (compiled(Path("a.py")).suffix, ".py")
    assert machine[1:] == python[1:] != []


def _run(folder: Path) -> str:
    command = [sys.executable, "-c", _READ, str(ROOT / "seeds")]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout
