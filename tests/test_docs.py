"""The site: it builds without a warning, and every command and format is in it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner

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


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository that holds data: this project's own `output/`, its articles, and `quotes` on the path."""
    shutil.copytree(ROOT / "seeds", tmp_path / "articles")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    extract = CliRunner().invoke(main, ["extract", str(tmp_path / "seeds"), "-o", str(tmp_path / "output"), "-q"])
    assert extract.exit_code == 0
    for place in ("bin", ".venv/bin"):
        command = tmp_path / place / "quotes"
        command.parent.mkdir(parents=True)
        command.write_text(f"#!{sys.executable}\nfrom quotes.cli import main\nmain()\n", encoding="utf-8")
        command.chmod(0o755)
    return tmp_path


def run(step: str, repository: Path) -> subprocess.CompletedProcess[str]:
    """A step as GitHub runs it."""
    paths = {"PATH": f"{repository / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step]
    return subprocess.run(
        command, cwd=repository, env={**os.environ, **paths}, capture_output=True, text=True, check=False
    )


def steps() -> dict[str, str]:
    """The commands that a workflow or the pre-commit hook would run, once `quotes` is installed."""
    workflow = yaml.safe_load((ROOT / "docs/howto/validate-quotes.yml").read_text(encoding="utf-8"))
    install, check = (step["run"] for step in workflow["jobs"]["validate"]["steps"] if "run" in step)
    assert re.match(r"pip install \"quotes @ git\+https://", install), "a bare name would be another's package"
    own = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8"))
    [ours] = [step["run"] for step in own["jobs"]["test"]["steps"] if "quotes validate" in step.get("run", "")]
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    [written] = re.findall(r"```yaml\n(repos:.*?)```", WRITTEN, re.DOTALL)
    [used] = yaml.safe_load(written)["repos"][0]["hooks"]
    assert used["id"] == hook["id"]
    assert re.search(hook["files"], "output/quotes.jsonl")
    by_hook = " ".join([hook["entry"], *used["args"], "output/quotes.jsonl"])
    return {"workflow for users": check, "our own workflow": ours, "pre-commit hook": by_hook}


@pytest.mark.parametrize("name", steps())
def test_the_workflows_and_the_hook_work_on_our_own_output(name: str, repository: Path) -> None:
    step = steps()[name]
    good = run(step, repository)
    assert (good.returncode, "::error" in good.stdout) == (0, False), good.stderr
    assert "0 problems" in good.stdout + good.stderr
    lines = (repository / "output/quotes.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    lines[2] = lines[2].replace('"quote_type": "', '"quote_type": "in')
    (repository / "output/quotes.jsonl").write_text("".join(lines), encoding="utf-8")
    bad = run(step, repository)
    assert bad.returncode == 1
    where = "::error file=output/quotes.jsonl,line=3," if "github" in step else "output/quotes.jsonl:3: quote_type"
    assert where in bad.stdout
