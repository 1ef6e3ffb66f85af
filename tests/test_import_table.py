"""Who may import whom: the picture of the house, held against the code.

Data flows down the table and imports point up. A new module needs a line here, and a third-party package has one home.
Imports inside functions and under TYPE_CHECKING count as well.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WORDS = {"model", "lexicon"}
STAGES = {"text", "cues", "mentions", "attributions", "speakers", "dates"}
RECORDS = {"model", "records", "jsonl"}

# A module or package of ours, and what of ours it may import.
MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    "lexicon": {"model"},
    "articles": {"model"},
    "unclosed": set(),
    "marks": {"model", "unclosed"},
    "text": WORDS | {"marks"},
    "segmenter": {"model"},
    "cues": WORDS,
    "mentions": WORDS,
    "attributions": WORDS,
    "speakers": WORDS,
    "dates": WORDS,
    "confidence": WORDS,
    "extract": WORDS | STAGES | {"confidence"},
    "explain": WORDS | STAGES | {"confidence", "extract"},
    "records": {"model"},
    "jsonl": {"model", "records"},
    "batch": {"model", "records", "extract"},
    "dataset": RECORDS | {"articles", "batch", "extract"},
    "engines": RECORDS | {"articles", "batch", "extract"},
    "evaluate": {"model", "jsonl"},
    "highlight": {"model"},
    "report": RECORDS | {"highlight"},
    "stats": RECORDS,
    "people": RECORDS | {"lexicon"},  # names are joined by the words that may stand before them
    "exports": RECORDS | {"highlight", "text", "segmenter", "batch"},
    "hub": {"model"},
    "__init__": {"model", "extract", "explain", "batch"},
}

# A third-party package, and the modules that may import it: one home, or a few with a reason.
HOME: dict[str, set[str]] = {
    "click": {"cli"},
    "rich": {"cli"},
    "jsonschema": {"records"},
    "jsonschema_rs": {"records"},
    "jinja2": {"report"},
    "markupsafe": {"report"},
    "polars": {"stats"},
    "underthesea": {"segmenter"},
    "huggingface_hub": {"hub"},
    "spacy": {"exports"},
    "datasets": {"dataset", "articles"},  # written there, read here
    "pyarrow": {"batch", "dataset", "articles", "engines", "exports"},  # a table in memory, on disk, and as input
    "datatrove": {"engines"},
    "charset_normalizer": {"articles"},
    "filelock": {"dataset"},
    "trafilatura": {"articles"},
    "lunar_vn": {"dates"},
}


def component(path: Path) -> str:
    """The module or package of ours that a file belongs to."""
    return path.relative_to(ROOT / "quotes").parts[0].removesuffix(".py")


@cache
def imports() -> list[tuple[str, str, str]]:
    """Every import: the place, the component it stands in, and the dotted name of what it imports."""
    found = []
    for path in sorted((ROOT / "quotes").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                where = f"{path.relative_to(ROOT)}:{node.lineno}"
                found += [(where, component(path), name) for name in named(node)]
    return found


def named(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif node.module == "quotes":
        # `from quotes import records` imports a module, `from quotes import __version__` the package alone.
        yield from (f"quotes.{alias.name}" for alias in node.names)
    else:
        assert not node.level, "imports are absolute"
        yield node.module or ""


def ours() -> Iterator[tuple[str, str, str]]:
    for where, importer, name in imports():
        package, _, rest = name.partition(".")
        if package == "quotes" and rest != "__version__":
            yield where, importer, rest.partition(".")[0]


def third_party() -> Iterator[tuple[str, str, str]]:
    for where, importer, name in imports():
        package = name.partition(".")[0]
        if package not in sys.stdlib_module_names | {"quotes"}:
            yield where, importer, package


def test_every_module_has_a_line() -> None:
    there = {component(path) for path in (ROOT / "quotes").rglob("*.py")} - {"cli"}
    assert there - set(MAY_IMPORT) == set(), "add the module to MAY_IMPORT"


def test_imports_point_up() -> None:
    wrong = [
        f"{where}: quotes.{importer} may not import quotes.{name}"
        for where, importer, name in ours()
        if importer not in ("cli", name) and name not in MAY_IMPORT[importer]
    ]
    assert wrong == []


def test_only_the_command_line_imports_the_command_line() -> None:
    assert [where for where, importer, name in ours() if name == "cli" and importer != "cli"] == []


def test_stages_never_import_one_another() -> None:
    assert all(not MAY_IMPORT[stage] & STAGES for stage in STAGES)


def test_the_table_has_no_circle() -> None:
    assert list(TopologicalSorter(MAY_IMPORT).static_order())


def test_third_party_packages_stay_at_home() -> None:
    wrong = [
        f"{where}: {package} belongs to {sorted(HOME.get(package, ())) or 'no module; give it a home'}"
        for where, importer, package in third_party()
        if importer not in HOME.get(package, ())
    ]
    assert wrong == []


def test_what_is_imported_is_a_dependency_and_the_other_way_round() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = {name: wanted for name, wanted in project["optional-dependencies"].items() if name != "dev"}
    named = {requirement_name(r) for wanted in (project["dependencies"], *extras.values()) for r in wanted}
    imported = {package for _, _, package in third_party()}
    assert imported - named == set(), "imported, but not in pyproject.toml"
    base = {requirement_name(r) for r in project["dependencies"]}
    assert base - imported == set(), "in pyproject.toml, but never imported"


def test_dependencies_are_bounded() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(r for extra in project["optional-dependencies"].values() for r in extra)]
    assert [r for r in wanted if not r.startswith("quotes[") and not re.search(r">=[0-9.]+,<[0-9.]+", r)] == []


def requirement_name(requirement: str) -> str:
    match = re.match(r"[\w.-]+", requirement)
    assert match
    return match.group().lower().replace("-", "_")


@pytest.mark.parametrize("path", sorted((ROOT / "quotes").rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_fits_in_the_head(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
