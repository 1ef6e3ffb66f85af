"""``quotes extract`` as a person or a script meets it: table, counts, exit codes, and a terminal left in peace."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import standin
from click.testing import CliRunner, Result
from test_crashes import ends
from test_dataset import TEXT, articles, digests, records

from quotes.cli import main
from quotes.dataset.shards import Job


@pytest.fixture(autouse=True)
def _standin(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Job, "load", lambda job: standin.extract_article)
    monkeypatch.chdir(tmp_path)


def quotes(*arguments: str, **options: object) -> Result:
    return CliRunner().invoke(main, ["extract", "--workers", "0", *arguments], **options)  # type: ignore[arg-type]


def test_a_table_counts_and_where_the_files_are(tmp_path: Path) -> None:
    articles(tmp_path / "a.jsonl", 50)
    result = quotes("a.jsonl", env={"COLUMNS": "80"})
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].split() == ["speaker", "role", "type", "date", "quotation"]
    assert lines[1].split()[:5] == ["Nam", "–", "direct", "–", "Đường"]
    total = len(records(tmp_path / "output"))
    assert f"… and {total - 20} more" in lines
    assert lines[-2:] == [
        f"{total} quotations in 45 articles; 5 rejected (5 empty), see rejected.jsonl",
        "output/: quotes.jsonl, dataset/, hub/, rejected.jsonl, stats.json",
    ]
    assert max(map(len, lines)) <= 80
    assert result.stderr == ""
    assert "\x1b" not in result.output


def test_one_is_no_plural(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nam: “Đi thôi”.", encoding="utf-8")
    assert "1 quotation in 1 article\n" in quotes("a.txt").stdout
    (tmp_path / "a.txt").write_text("Trời đẹp.", encoding="utf-8")
    assert quotes("a.txt").stdout.startswith("\n0 quotations in 1 article\n")


def test_quiet_and_json(tmp_path: Path) -> None:
    articles(tmp_path / "a.jsonl", 50)
    assert quotes("a.jsonl", "-q").output == ""
    printed = json.loads(quotes("a.jsonl", "--json").stdout)
    assert printed == {"output": "output", **json.loads((tmp_path / "output/stats.json").read_text(encoding="utf-8"))}


def test_standard_input() -> None:
    result = quotes("-", "-o", "out", input="Nam nói: “Đi thôi”.")
    assert result.exit_code == 0
    assert records(Path("out"))[0]["doc_id"] == "stdin"


def test_columns_encoding_and_what_is_kept(tmp_path: Path) -> None:
    row = {"key": 7, "body": f"{TEXT} {TEXT}", "head": "Tít", "day": "2022-01-12", "paper": "Báo", "link": "https://x"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row, ensure_ascii=True), encoding="utf-16-le")
    names = ("id=key", "text=body", "title=head", "date=day", "outlet=paper", "url=link")
    assert len(f"{TEXT} ") % 2, "the stand-in calls those official whose mark is at an even place"
    options = [part for name in names for part in (f"--{name.split('=')[0]}-column", name.split("=")[1])]
    assert "cannot be read as utf-16-le" in quotes("a.jsonl", "--encoding", "utf-16-le", *options).stderr
    (tmp_path / "a.jsonl").write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    assert quotes("a.jsonl", *options).exit_code == 0
    found = records(tmp_path / "output")
    assert {r["official"] for r in found} | {r["confidence"] >= 0.25 for r in found} == {False, True}
    fields = ("doc_id", "title", "published", "outlet", "url")
    assert [found[0][name] for name in fields] == ["7", "Tít", "2022-01-12", "Báo", "https://x"]
    assert quotes("a.jsonl", *options, "--official").exit_code == 0
    assert records(tmp_path / "output") == [r for r in found if r["official"]]
    assert quotes("a.jsonl", *options, "--min-confidence", "0.25").exit_code == 0
    assert records(tmp_path / "output") == [r for r in found if r["confidence"] >= 0.25]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["gone"], "gone: no such file or folder; check the name"),
        (["empty"], "no article in empty; name files of .txt"),
        (["bad.txt"], "no article could be read:\n  bad.txt: the text is empty"),
        (["good.txt", "bad.txt", "--strict"], "1 rejected, and --strict allows none; nothing was written:\n  bad.txt:"),
        (["good.txt", "-o", "bad.txt"], "bad.txt: is a file"),
        (["good.txt", "--encoding", "klingon"], "unknown encoding: klingon"),
        (["good.txt", "--workers", "many"], "'many' is no number"),
        ([], "Missing argument"),
    ],
)
def test_errors_end_with_2_and_say_what_to_do(tmp_path: Path, arguments: list[str], message: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "bad.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    result = quotes(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert not (tmp_path / "output" / "quotes.jsonl").exists()


def test_strict_is_content_when_nothing_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    assert quotes("good.txt", "--strict").exit_code == 0


EVIL = "Nam\x1b]0;owned\x07: “\x1b[31m\u202eđỏ\x9b2J\r…”"


def test_nothing_in_an_article_or_a_name_steers_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "evil.txt").write_text(EVIL, encoding="utf-8")
    (tmp_path / "\x1b[31m.txt").write_text(TEXT, encoding="utf-8")
    result = quotes(".", "-o", "\x1b[5mout")
    assert result.exit_code == 0
    assert set(result.output) & set("\x1b\x07\x9b\r\u202e") == set()
    assert "\\x1b[31m\\u202eđỏ" in result.stdout
    assert "\\x1b[5mout/" in result.stdout
    refused = quotes("\x1b[31m.txt", "--strict")
    assert refused.exit_code == 2
    assert "\x1b" not in refused.output


def on_a_terminal(source: Path, output: Path, *arguments: str) -> tuple[subprocess.Popen[bytes], int]:
    """The command on a pseudo-terminal, with the stand-in that takes its time."""
    script = (
        "import sys; from quotes.cli import main; from quotes.dataset import run, shards\n"
        "shards.Job.__init__.__defaults__ = ('standin:slow', *shards.Job.__init__.__defaults__[1:])\n"
        "main()"
    )
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", script, "extract", str(source), "-o", str(output), *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent), "COLUMNS": "100", "TERM": "xterm"},
    )
    os.close(theirs)
    return process, ours


def read_all(terminal: int) -> str:
    data = b""
    try:
        while chunk := os.read(terminal, 65536):
            data += chunk
    except OSError:  # what Linux says when the other end is closed
        pass
    os.close(terminal)
    return data.decode()


def test_progress_is_shown_on_a_terminal(tmp_path: Path) -> None:
    process, terminal = on_a_terminal(articles(tmp_path / "a.jsonl", 1500), tmp_path / "output", "--workers", "2")
    shown = read_all(terminal)
    assert process.wait(timeout=300) == 0
    assert "articles, " in shown
    assert "/s" in shown
    assert "%" in shown
    assert "quotations in 1,350 articles; 150 rejected" in shown


def test_ctrl_c_says_how_to_go_on(tmp_path: Path) -> None:
    source, output = articles(tmp_path / "a.jsonl", 3000), tmp_path / "output"
    process, terminal = on_a_terminal(source, output, "--workers", "2")
    while process.poll() is None and not list(output.glob(".quotes/parts/*.done")):
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    shown = read_all(terminal)
    assert process.wait(timeout=300) == 130
    assert "Interrupted. What is done is kept: the same command with --resume goes on." in shown
    assert "Traceback" not in shown
    assert ends(process.pid)
    process, terminal = on_a_terminal(source, output, "--resume", "-q")
    assert read_all(terminal) == ""
    assert process.wait(timeout=300) == 0
    assert digests(output)["quotes.jsonl"]
