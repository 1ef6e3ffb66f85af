"""The Hub folder: its Croissant is read by mlcroissant, and it is uploaded to a stand-in of the Hub on loopback."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from click.testing import CliRunner
from factories import jsonl, records

from quotes.cli import main
from quotes.dataset.croissant import croissant
from quotes.dataset.formats import PARQUET, write_tables
from quotes.hub import push
from quotes.model import OutputError

TOKEN = "hf_" + "standin" * 5


@pytest.fixture
def output(tmp_path: Path) -> Path:
    (tmp_path / "quotes.jsonl").write_bytes(jsonl(records()))
    write_tables(tmp_path / "quotes.jsonl", tmp_path / "dataset", tmp_path / "hub")
    (tmp_path / "hub" / "README.md").write_text("---\nlicense: other\n---\n# Quotations\n", encoding="utf-8")
    stats = {"quotations": {"total": 3}, "articles": {"extracted": 1}}
    (tmp_path / "hub" / "croissant.json").write_text(croissant(stats, tmp_path / "hub"), encoding="utf-8")
    return tmp_path


def test_croissant_is_read_by_its_own_library(output: Path) -> None:
    mlc = pytest.importorskip("mlcroissant", reason="mlcroissant is not installed")
    dataset = mlc.Dataset(jsonld=str(output / "hub" / "croissant.json"))
    assert not dataset.metadata.issues.errors
    rows = list(dataset.records(record_set="quotations"))
    for row, record in zip(rows, records(), strict=True):
        assert row["quotations/quote"].decode() == record["quote"]
        assert row["quotations/official"] is record["official"]
        spans = row["quotations/quote_spans"]
        assert list(spans["quotations/quote_spans/start"]) == [span["start"] for span in record["quote_spans"]]
        assert row["quotations/cue_span"]["quotations/cue_span/end"] == record["cue_span"]["end"]
    assert {name.partition("/")[2] for name in rows[0]} == set(records()[0])


class Hub(BaseHTTPRequestHandler):
    """As much of the Hub as an upload asks for; keeps what it is given."""

    seen: list[tuple[str, str | None]]
    files: dict[str, bytes]
    deleted: list[str]
    status = 200

    def do_GET(self) -> None:
        self.seen.append((self.path, self.headers.get("Authorization")))
        if "/tree/" in self.path:
            return self.answer([{"type": "file", "path": "data/old.parquet", "size": 1, "oid": "0" * 40}])
        return self.answer({"id": "user/quotations", "sha": "0" * 40, "siblings": [{"rfilename": "data/old.parquet"}]})

    def do_POST(self) -> None:
        self.seen.append((self.path, self.headers.get("Authorization")))
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if "/preupload/" in self.path:
            asked = json.loads(body)["files"]
            modes = [{"path": f["path"], "uploadMode": "regular", "shouldIgnore": False, "oid": None} for f in asked]
            return self.answer({"files": modes})
        if "/commit/" in self.path:
            for line in map(json.loads, body.splitlines()):
                if line["key"] == "file":
                    self.files[line["value"]["path"]] = base64.b64decode(line["value"]["content"])
                elif line["key"] == "deletedFile":
                    self.deleted.append(line["value"]["path"])
            oid = "1" * 40
            return self.answer({"commitOid": oid, "commitUrl": f"{self.repo()}/commit/{oid}", "success": True})
        return self.answer({"url": self.repo(), "errors": [], "warnings": []})

    def repo(self) -> str:
        return f"http://{self.headers['Host']}/datasets/user/quotations"

    def answer(self, value: object) -> None:
        data = json.dumps(value).encode()
        self.send_response(self.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *arguments: Any) -> None:
        """Say nothing."""


@pytest.fixture
def hub() -> Iterator[tuple[str, type[Hub]]]:
    handler = type("StandIn", (Hub,), {"seen": [], "files": {}, "deleted": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", handler
    server.shutdown()
    server.server_close()


def test_push_uploads_the_folder_and_tells_no_token(output: Path, hub: tuple[str, type[Hub]], tmp_path: Path) -> None:
    endpoint, seen = hub
    home = tmp_path / "home"
    environment = {**os.environ, "HF_ENDPOINT": endpoint, "HF_TOKEN": TOKEN, "HF_HOME": str(home), "HOME": str(home)}
    command = [sys.executable, "-c", "from quotes.cli import main; main()", "push", str(output), "user/quotations"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == f"{endpoint}/datasets/user/quotations"
    assert set(seen.files) == {"README.md", "croissant.json", PARQUET}
    assert seen.files[PARQUET] == (output / "hub" / PARQUET).read_bytes()
    assert seen.deleted == ["data/old.parquet"]
    assert ("/api/repos/create", f"Bearer {TOKEN}") in seen.seen
    assert TOKEN not in done.stdout + done.stderr
    stored = [path for path in home.rglob("*") if path.is_file() and TOKEN.encode() in path.read_bytes()]
    assert stored == []


def test_push_says_what_to_do(output: Path, hub: tuple[str, type[Hub]], monkeypatch: pytest.MonkeyPatch) -> None:
    endpoint, seen = hub
    monkeypatch.setenv("HF_TOKEN", TOKEN)
    seen.status = 403
    with pytest.raises(OutputError, match=r"403; log in") as error:
        push(output / "hub", "user/quotations", endpoint=endpoint)
    assert TOKEN not in str(error.value)
    with pytest.raises(OutputError, match="cannot be reached"):
        push(output / "hub", "user/quotations", endpoint="http://127.0.0.1:9")
    with pytest.raises(OutputError, match="user/name"):
        push(output / "hub", "no such name", endpoint=endpoint)


def test_push_takes_only_a_hub_folder(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["push", str(tmp_path), "user/quotations"])
    assert result.exit_code == 2
    assert "quotes extract" in result.output


def test_dry_run_lists_the_files(output: Path) -> None:
    result = CliRunner().invoke(main, ["push", str(output), "user/quotations", "--dry-run"])
    assert result.exit_code == 0, result.output
    assert [line.split()[-1] for line in result.output.splitlines()] == ["README.md", "croissant.json", PARQUET]
