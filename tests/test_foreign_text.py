"""Text from the open web is shown and stored, and obeyed by nothing: terminal, Markdown, card, file system."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from factories import TEXT, jsonl, records
from test_dataset import run

from quotes.cli import main
from quotes.dataset.shards import Job

# Escape sequences, the one-byte CSI, a bell, a text turned round, a backspace, a soft hyphen, an invisible blank.
STEERS = "\x1b[31m\x1b]0;x\x07\x9b2J\u202e\x08\u200b\xad"
FOREIGN = ("speaker", "role", "affiliation", "via", "outlet", "title", "url", "published", "rule", "speaker_rule")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Records, articles and gold with what steers a terminal wherever foreign text can be, file names included."""
    path = tmp_path_factory.mktemp("foreign")
    doc_id = "bai-1\u202e\u200b"  # an id with control characters is refused
    text = TEXT.replace("Cầu", f"Cầu{STEERS}")
    row = records()[0]
    words = row["quote"].replace("Cầu", f"Cầu{STEERS}")
    start = text.index(words)
    moved = {"quote": words, "quote_spans": [{"start": start, "end": start + len(words)}]}
    bad = row | moved | dict.fromkeys(FOREIGN, f"Ông{STEERS}") | {"doc_id": doc_id, "id": f"{doc_id}:1"}
    bad |= {f"extra{STEERS}": 1, "quote_type": f"direct{STEERS}"}
    good = {k: v for k, v in bad.items() if not k.startswith("extra")} | {"quote_type": "direct"}
    (path / "good").mkdir()
    (path / "good" / "quotes.jsonl").write_bytes(jsonl([good]))
    (path / "old.jsonl").write_bytes(jsonl([records()[1]]))
    (path / "bad.jsonl").write_bytes(jsonl([bad]))
    (path / f"kaputt{STEERS}.txt").write_bytes(b"\xff\xfe\xfa" * 9)
    (path / f"tin{STEERS}.txt").write_text(text, encoding="utf-8")
    article = {"doc_id": doc_id, "text": text, "title": STEERS}
    (path / "a.jsonl").write_text(json.dumps(article) + "\n[1]\n", encoding="utf-8")
    relation = {"content": [[start, start + 4]], "cue": [], "source": [1, 4], "type": "direct", "kind": "person"}
    relation |= {"speaker": f"Ông{STEERS}", "aliases": [], "role": STEERS, "official": False, "date": None, "via": None}
    digest = hashlib.sha256(text.encode()).hexdigest()
    gold = {"doc_id": doc_id, "sha256": digest, "relations": [relation | {"date_basis": "none", "optional": False}]}
    (path / "gold.jsonl").write_text(json.dumps(gold) + "\n", encoding="utf-8")
    return path


COMMANDS = [
    *("validate bad.jsonl", "validate bad.jsonl --format json", "validate bad.jsonl --format github"),
    *("validate bad.jsonl --texts a.jsonl", "validate old.jsonl --texts a.jsonl"),
    *("stats good", "stats good --by speaker", "stats good --by rule --format markdown", "stats good --format json"),
    *("speakers good", "speakers good ong", "speakers good --format json", "speakers good --format markdown"),
    *("diff old.jsonl good", "diff old.jsonl good --format markdown", "diff old.jsonl good --format json"),
    *("show a.jsonl", "show ."),
    *("explain a.jsonl", "explain a.jsonl --json", "explain ."),
    *("extract . -o out", "extract . -o out --json", "extract . -o out --strict", "extract a.jsonl -o out"),
    *("evaluate gold.jsonl good --texts a.jsonl --errors", "evaluate gold.jsonl good --texts a.jsonl --json"),
    *("export csv good -o out.csv", "export brat good --texts a.jsonl -o brat"),
    *("report good --texts a.jsonl -o out.html",),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_foreign_steers_the_terminal(folder: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(main, command.split())
    assert result.output, command
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert not set(result.output) & set(STEERS.replace("[31m", "").replace("]0;x", "").replace("2J", ""))
    if command.endswith("json"):
        assert list(values(result.stdout))


def values(written: str) -> Iterator[object]:
    """What JSON there is: one value, or one a line."""
    at = 0
    while at < len(written):
        value, end = json.JSONDecoder().raw_decode(written, at)
        at = end + len(written[end:]) - len(written[end:].lstrip())
        yield value


MARKUP = "](http://x) | <img src=x onerror=alert(1)> `rm` **a** {{7*7}} \n# b\n---\n![c](d)"


def test_nothing_of_an_article_is_in_the_card(tmp_path: Path) -> None:
    cards = []
    for name, foreign in (("plain", "Báo"), ("hostile", MARKUP)):
        source = tmp_path / f"{name}.jsonl"
        article = {
            "doc_id": foreign.replace("\n", " "),
            "text": TEXT,
            "title": foreign,
            "outlet": foreign,
            "url": foreign,
        }
        source.write_text(json.dumps(article), encoding="utf-8")
        output = run(source, tmp_path / name, job=Job()).folder
        cards.append((output / "hub" / "README.md").read_text(encoding="utf-8"))
    assert cards[0] == cards[1]


@pytest.mark.parametrize("command", ["stats good --by speaker", "speakers good", "diff old.jsonl good"])
def test_a_markdown_table_has_no_markup_of_the_data(
    tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = records()[0] | dict.fromkeys(("speaker", "role", "affiliation"), f"Ông {MARKUP}")
    (tmp_path / "good").mkdir()
    (tmp_path / "good" / "quotes.jsonl").write_bytes(jsonl([row]))
    (tmp_path / "old.jsonl").write_bytes(jsonl([records()[1]]))
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, [*command.split(), "--format", "markdown"])
    assert result.exit_code == 0
    assert "onerror" in result.stdout
    table = [line for line in result.stdout.splitlines() if line.startswith("|")]
    assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table}) == 1
    for mark in "<>`!*{}[]#":
        assert not re.search(rf"(?<!\\){re.escape(mark)}", result.stdout.replace("<br>", "").replace("**by", "")), mark


SEEN: list[str] = []


def _listen(event: str, arguments: tuple[Any, ...]) -> None:
    if event in ("open", "os.listdir", "os.scandir", "os.mkdir", "os.rename", "os.remove", "os.chmod"):
        SEEN.extend(str(a) for a in arguments if isinstance(a, str | bytes | Path))


@contextmanager
def listening() -> Iterator[list[str]]:
    """Every path that is opened meanwhile. An audit hook cannot be taken away, so there is one for all tests."""
    if not getattr(sys, "_quotes_listens", False):
        sys.addaudithook(_listen)
        sys._quotes_listens = True  # type: ignore[attr-defined]
    SEEN.clear()
    yield SEEN


@pytest.mark.parametrize("command", ["extract", "validate", "report", "export brat", "export csv", "show"])
def test_no_path_that_is_read_is_opened(tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an article calls itself, its picture or its page may be the name of a file; it is none of ours."""
    victim = tmp_path / "victim"
    victim.mkdir()
    (victim / "secret.txt").write_text("bí mật", encoding="utf-8")
    paths = [str(victim / "secret.txt"), f"file://{victim}/secret.txt", f"{victim.name}/secret.txt"]
    place = tmp_path / "place"
    place.mkdir()
    articles = [
        {
            "doc_id": path,
            "text": f"{TEXT}\n{path}\nẢnh: {path}",
            "outlet": path,
            "url": path,
            "title": path,
            "image": path,
        }
        for path in paths
    ]
    (place / "a.jsonl").write_text("".join(json.dumps(a) + "\n" for a in articles), encoding="utf-8")
    rows = [records()[0] | {"doc_id": p, "id": f"{p}:1", "title": p, "outlet": p, "url": p} for p in paths]
    (place / "quotes.jsonl").write_bytes(jsonl(rows))
    monkeypatch.chdir(place)
    arguments = {
        "extract": ["extract", "a.jsonl", "-o", "out"],
        "validate": ["validate", "quotes.jsonl", "--texts", "a.jsonl"],
        "report": ["report", "quotes.jsonl", "--texts", "a.jsonl", "-o", "out.html"],
        "show": ["show", "a.jsonl"],
    }.get(command, [*command.split(), "quotes.jsonl", "--texts", "a.jsonl", "-o", "out"])
    with listening() as seen:
        result = CliRunner().invoke(main, arguments)
        assert any(path.endswith(("a.jsonl", "quotes.jsonl")) for path in seen), "nothing was heard"
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    assert [path for path in seen if "victim" in Path(path).parts or "secret.txt" in Path(path).name] == []
    assert [path.name for path in tmp_path.iterdir() if path not in (victim, place)] == []
