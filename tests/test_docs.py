"""The site: it builds without a warning, and every command and format is in it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import click
import pytest
import yaml

from quotes.cli import COMMANDS, main
from quotes.exports import FORMATS
from quotes.records import FIELDS

ROOT = Path(__file__).parents[1]
WRITTEN = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").rglob("*.md")))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("material", reason="the extra quotes[docs] is not installed")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    folder = tmp_path_factory.mktemp("site")
    build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder), strict=True))  # a broken link raises Abort
    return folder


@pytest.mark.parametrize("name", main.list_commands(click.Context(main)))
def test_every_command_is_in_a_page_with_an_example(name: str) -> None:
    assert name in COMMANDS
    assert re.search(rf"^(\$ )?quotes {name}\b", WRITTEN, re.MULTILINE), f"no example of `quotes {name}` in docs/"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_in_a_page_with_an_example(name: str) -> None:
    assert f"$ quotes export {name} " in WRITTEN


def test_the_reference_is_made_from_what_it_describes(site: Path) -> None:
    pages = {path.parent.name: path.read_text(encoding="utf-8") for path in site.glob("reference/*/index.html")}
    assert all(f'id="{name}"' in pages["record"] for name in FIELDS)
    assert all(f'id="{name}"' in pages["commands"] for name in main.list_commands(click.Context(main)))
    from quotes.cues import RULES

    assert all(f'id="{rule.__name__}"' in pages["rules"] for rule in RULES)
    for path in (ROOT / "quotes" / "lexicon").glob("*.toml"):
        entry = tomllib.loads(path.read_text(encoding="utf-8"))["entry"][-1]
        word = entry.get("form") or (entry.get("forms") or entry["words"])[-1]
        assert word in pages["lexicon"]


def test_the_site_asks_no_other_server(site: Path) -> None:
    loads = re.compile(r"""<(?:script|link|img)\b[^>]*(?:src|href)=["']?(?:https?:)?//[^>]*>""")
    found = [tag for path in site.rglob("*.html") for tag in loads.findall(path.read_text(encoding="utf-8"))]
    assert [tag for tag in found if "canonical" not in tag] == []


def test_the_workflow_and_the_hook_call_commands_that_exist() -> None:
    workflow = yaml.safe_load((ROOT / "docs/howto/validate-quotes.yml").read_text(encoding="utf-8"))
    runs = [step["run"] for step in workflow["jobs"]["validate"]["steps"] if "run" in step]
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    called = [run.split()[1:] for run in [*runs, hook["entry"]] if run.startswith("quotes ")]
    assert len(called) == 2
    for name, *options in called:
        command = main.get_command(click.Context(main), name)
        assert command is not None
        known = {option for parameter in command.params for option in parameter.opts}
        assert {option for option in options if option.startswith("--")} <= known
    assert re.search(hook["files"], "output/quotes.jsonl")
