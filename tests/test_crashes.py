"""Runs that are killed, starved, locked in or interrupted: no article is lost and no output is half."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from test_dataset import TEXT, articles, digests, records, run

from quotes.articles import Located, Reader, Rejection
from quotes.dataset.shards import Job
from quotes.model import InputError, OutputError, QuotesError

SEEDS = Path(__file__).parents[1] / "seeds"
RUNNER = Path(__file__).with_name("runner.py")


def start(
    source: Path, output: Path, prepare: Callable[[], None] | None = None, **options: Any
) -> subprocess.Popen[str]:
    environment = options.pop("environment", {})
    arguments = json.dumps({"paths": [str(source)], "output": str(output), **options})
    return subprocess.Popen(
        [sys.executable, str(RUNNER), arguments],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **(environment or {})},
        preexec_fn=prepare,
    )


def finish(*args: Any, **options: Any) -> tuple[int, str]:
    process = start(*args, **options)
    _, errors = process.communicate(timeout=600)
    return process.returncode, errors


def ends(group: int) -> bool:
    """Whether all processes of a group come to their end."""
    for _ in range(600):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def with_one(path: Path, word: str, count: int = 200, at: int = 150) -> Path:
    """Articles of which one has a word in it that the stand-in heeds."""
    lines = articles(path, count).read_text(encoding="utf-8").splitlines()
    lines[at] = json.dumps({"doc_id": "the-one", "text": f"{TEXT} {word}"})
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_any_number_of_workers_gives_the_same_bytes(tmp_path: Path, workers: int) -> None:
    source = articles(tmp_path / "a.jsonl", 1000)
    alone = digests(run(source, tmp_path / "alone").folder)
    assert digests(run(source, tmp_path / "together", workers=workers).folder) == alone


def test_the_extractor_itself_gives_the_same_bytes_alone_and_in_workers(tmp_path: Path) -> None:
    alone = run(SEEDS, tmp_path / "alone", job=Job())
    assert alone.stats["articles"] == {**alone.stats["articles"], "read": 5, "extracted": 5, "rejected": 0}
    assert len(records(tmp_path / "alone")) == alone.stats["quotations"]["total"] > 5
    assert digests(run(SEEDS, tmp_path / "workers", job=Job(), workers=2).folder) == digests(tmp_path / "alone")


def test_killed_five_times_and_resumed_it_gives_the_same_bytes(tmp_path: Path) -> None:
    source = articles(tmp_path / "a.jsonl", 1200)
    options = {"extractor": "standin:slow", "workers": 2}
    assert finish(source, tmp_path / "whole", **options) == (0, "")
    whole = digests(tmp_path / "whole")
    output = run(articles(tmp_path / "old.jsonl", 50), tmp_path / "output").folder
    old = digests(output)
    moments = random.Random(5)
    for shards in range(1, 6):
        process = start(source, output, **options, resume=True)
        _wait_for(output, shards, process)
        time.sleep(moments.uniform(0, 0.1))  # wherever it is then
        process.kill()
        process.communicate()
        assert process.returncode == -signal.SIGKILL
        assert digests(output) == old
    assert finish(source, output, **options, resume=True) == (0, "")
    assert digests(output) == whole


def _wait_for(output: Path, shards: int, process: subprocess.Popen[str]) -> None:
    """Until a run has finished so many shards: what a busy machine needs more time for."""
    while len(list((output / ".quotes/parts").glob("*.done"))) < shards:
        assert process.poll() is None, "the run came to its end before it could be killed"
        time.sleep(0.005)


def test_a_resumed_run_does_only_what_is_left(tmp_path: Path) -> None:
    source = articles(tmp_path / "a.jsonl", 900)
    with pytest.raises(KeyboardInterrupt):
        run(source, tmp_path / "output", progress=_interrupt_after(3))
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "output/.quotes/parts").glob("*.done")}
    with pytest.raises(KeyboardInterrupt):
        run(source, tmp_path / "output", resume=True, progress=_interrupt_after(5))
    after = {path: path.stat().st_mtime_ns for path in (tmp_path / "output/.quotes/parts").glob("*.done")}
    assert (len(before), len(after)) == (3, 5)
    assert after.items() >= before.items()
    run(source, tmp_path / "output", resume=True)
    assert digests(tmp_path / "output") == digests(run(source, tmp_path / "fresh").folder)


def _interrupt_after(shards: int) -> Callable[[object, object], None]:
    calls = iter(range(1, 1000))

    def progress(tally: object, reader: object) -> None:
        if next(calls) == shards:
            raise KeyboardInterrupt

    return progress


def test_resuming_with_other_input_or_options_gives_what_a_fresh_run_gives(tmp_path: Path) -> None:
    source = articles(tmp_path / "a.jsonl", 600)
    with pytest.raises(KeyboardInterrupt):
        run(source, tmp_path / "output", progress=_interrupt_after(3))
    with_one(source, "khác", 600, at=5)
    job = Job("standin:extract_article", official=True)
    run(source, tmp_path / "output", resume=True, job=job)
    assert digests(tmp_path / "output") == digests(run(source, tmp_path / "fresh", job=job).folder)


@pytest.mark.parametrize(
    ("word", "reason"), [("DIE", "crash"), ("HANG", "timeout"), ("FAIL", "error"), ("EAT", "error")]
)
def test_an_article_that_ends_or_stalls_a_worker_is_rejected_and_nothing_else(
    tmp_path: Path, word: str, reason: str
) -> None:
    source = with_one(tmp_path / "a.jsonl", word)
    stats = run(source, tmp_path / "output", job=Job("standin:faulty"), workers=2, timeout=4.0).stats
    assert stats["rejected_by_reason"] == {"empty": 20, reason: 1}
    assert stats["articles"]["extracted"] == 179
    rejected = [json.loads(line) for line in (tmp_path / "output/rejected.jsonl").open(encoding="utf-8")]
    (one,) = (r for r in rejected if r["reason"] == reason)
    assert (one["doc_id"], one["line"]) == ("the-one", 151)
    lines = source.read_text(encoding="utf-8").splitlines()
    source.write_text("\n".join(lines[:150] + lines[151:]), encoding="utf-8")
    assert records(tmp_path / "output") == records(run(source, tmp_path / "without").folder)


def test_a_worker_that_is_killed_from_outside_costs_nothing(tmp_path: Path) -> None:
    source = with_one(tmp_path / "a.jsonl", f"ONCE {tmp_path / 'mark'}")
    expected = digests(run(source, tmp_path / "calm").folder)
    assert digests(run(source, tmp_path / "hit", job=Job("standin:die_once"), workers=2).folder) == expected
    assert (tmp_path / "mark").exists()


def test_resuming_tries_again_what_took_too_long(tmp_path: Path) -> None:
    source, job = tmp_path / "a.jsonl", Job("standin:faulty")
    rows = [{"doc_id": word, "text": f"{TEXT} {word}"} for word in ("one", "HANG", "two")]
    source.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    with pytest.raises(InputError, match=r"took longer than 2 s"):
        run([source], tmp_path / "output", job=job, workers=1, timeout=2.0, strict=True)
    with pytest.raises(InputError, match=r"took longer than 4 s; give it more with --timeout"):
        run([source], tmp_path / "output", job=job, workers=1, timeout=4.0, strict=True, resume=True)


def test_workers_that_cannot_start_are_told(tmp_path: Path) -> None:
    source = articles(tmp_path / "a.jsonl", 10)
    with pytest.raises(QuotesError, match=r"ModuleNotFoundError.*--workers 0"):
        run(source, tmp_path / "output", job=Job("no_such_module:f"), workers=1)


def test_workers_that_die_as_they_start_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deadly.py").write_text("import os; os._exit(7)", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(QuotesError, match=r"end as they start \(code 7\).*--workers 0"):
        run(articles(tmp_path / "a.jsonl", 10), tmp_path / "output", job=Job("deadly:f"), workers=1)


def test_ctrl_c_stops_cleanly_and_leaves_no_process(tmp_path: Path) -> None:
    source = articles(tmp_path / "a.jsonl", 3000)
    process = start(source, tmp_path / "output", lambda: os.setpgid(0, 0), extractor="standin:slow", workers=2)
    parts = tmp_path / "output/.quotes/parts"
    while process.poll() is None and not list(parts.glob("*.done")):
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=300)
    assert process.returncode not in (0, None)
    assert ends(process.pid)
    assert digests(tmp_path / "output") == {}
    assert digests(run(source, tmp_path / "output", resume=True).folder) == digests(run(source, tmp_path / "b").folder)


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    source = articles(tmp_path / "a.jsonl", 3000)
    process = start(source, tmp_path / "output", lambda: os.setpgid(0, 0), extractor="standin:slow", workers=2)
    while not list((tmp_path / "output/.quotes").glob("parts/*.done")):
        time.sleep(0.02)
    process.kill()
    process.communicate()
    assert ends(process.pid)


def _small_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


@pytest.mark.parametrize("workers", [0, 2])
def test_a_limit_on_files_leaves_the_old_output_whole(tmp_path: Path, workers: int) -> None:
    output = run(articles(tmp_path / "old.jsonl", 10), tmp_path / "output").folder
    before = digests(output)
    source = articles(tmp_path / "a.jsonl", 1000)
    code, errors = finish(source, output, _small_files, workers=workers)
    assert code == 1
    assert "OutputError" in errors.splitlines()[-1]
    assert "File too large" in errors
    assert digests(output) == before
    assert finish(source, output, workers=workers, resume=True) == (0, "")
    assert digests(output) == digests(run(source, tmp_path / "fresh").folder)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount")
def test_a_full_disk_leaves_the_old_output_whole(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)], capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        output = run(articles(tmp_path / "old.jsonl", 10), disk / "output").folder
        before = digests(output)
        code, errors = finish(articles(tmp_path / "a.jsonl", 3000), output)
        assert code == 1
        assert "OutputError" in errors
        assert "No space left on device" in errors
        assert digests(output) == before
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def shut_off(tmp_path: Path) -> dict[str, str]:
    """Surroundings in which a process that touches the network or writes to its home fails."""
    home = tmp_path / "home"
    home.mkdir()
    home.chmod(0o500)
    guard = tmp_path / "guard"
    guard.mkdir()
    (guard / "sitecustomize.py").write_text(
        "import sys\n"
        "def hook(event, arguments):\n"
        "    if event in ('socket.connect', 'socket.getaddrinfo', 'socket.bind', 'socket.sendto'):\n"
        "        raise RuntimeError(f'{event} is forbidden here')\n"
        f"    if event in ('open', 'os.mkdir') and str(arguments[0]).startswith({str(home)!r}) and (\n"
        "            event == 'os.mkdir' or 'r' != (arguments[1] or 'r')[0]):\n"
        "        raise RuntimeError(f'{arguments} is forbidden here')\n"
        "sys.addaudithook(hook)\n",
        encoding="utf-8",
    )
    paths = [str(guard), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {"HOME": str(home), "PYTHONPATH": os.pathsep.join(paths)}


def test_neither_network_nor_home_is_needed(tmp_path: Path) -> None:
    environment = shut_off(tmp_path)
    options = {"extractor": Job().extractor, "workers": 2}
    assert finish(SEEDS, tmp_path / "output", **options, environment=environment) == (0, "")
    assert list((tmp_path / "home").iterdir()) == []
    assert digests(tmp_path / "output") == digests(run(SEEDS, tmp_path / "free", job=Job()).folder)


def test_who_calls_the_network_is_noticed(tmp_path: Path) -> None:
    """The guard of the test above works."""
    source = with_one(tmp_path / "a.jsonl", "CALL")
    code, errors = finish(source, tmp_path / "output", extractor="standin:faulty", environment=shut_off(tmp_path))
    assert (code, errors) == (0, "")
    rejected = (tmp_path / "output/rejected.jsonl").read_text(encoding="utf-8")
    assert rejected.count("socket.getaddrinfo is forbidden here") == 1


@pytest.mark.parametrize(
    "environment", [{"PYTHONHASHSEED": "1", "TZ": "Asia/Ho_Chi_Minh"}, {"LC_ALL": "C", "TZ": "UTC"}]
)
def test_hash_seed_locale_and_time_zone_change_nothing(tmp_path: Path, environment: dict[str, str]) -> None:
    source = articles(tmp_path / "a.jsonl", 300)
    assert finish(source, tmp_path / "there", environment={"PYTHONHASHSEED": "7", **(environment or {})}) == (0, "")
    assert digests(tmp_path / "there") == digests(run(source, tmp_path / "here").folder)


def test_two_runs_at_once_into_one_folder(tmp_path: Path) -> None:
    source = articles(tmp_path / "a.jsonl", 2000)
    first = start(source, tmp_path / "output", extractor="standin:slow")
    lock = tmp_path / "output/.quotes/lock"
    while first.poll() is None and not lock.exists():
        time.sleep(0.02)
    code, errors = finish(source, tmp_path / "output")
    assert first.poll() is None, "the first was done before the second began"
    assert code == 1
    assert "another run is writing" in errors
    assert first.wait(timeout=600) == 0
    assert digests(tmp_path / "output") == digests(run(source, tmp_path / "alone").folder)


def test_what_is_written_is_on_the_disk_before_it_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    events: list[tuple[str, str]] = []
    fsync, rename = os.fsync, os.rename

    def synced(number: int) -> None:
        events.append(("synced", str(Path(f"/proc/self/fd/{number}").readlink())))
        fsync(number)

    def renamed(old: Any, new: Any, **options: Any) -> None:
        events.append(("renamed", str(old)))
        rename(old, new, **options)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "rename", renamed)
    monkeypatch.setattr(os, "replace", renamed)
    output = run(articles(tmp_path / "a.jsonl", 50), tmp_path / "output").folder
    for name in ("quotes.jsonl", "stats.json", "rejected.jsonl"):
        moves = [i for i, (what, path) in enumerate(events) if what == "renamed" and Path(path).name == name]
        done = [i for i, (what, path) in enumerate(events) if what == "synced" and Path(path).name == name]
        assert moves, name
        assert done, name
        assert done[0] < moves[0], name
    assert ("synced", str(output)) in events


def test_input_without_permission_is_rejected_and_the_rest_is_read() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        shut = ("shut.txt", "shut.jsonl", "shut", "shut.parquet", "shut.html")
        for path in ("good.txt", "shut/a.txt", "listed/a.txt", *shut[:2], *shut[3:]):
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_text(TEXT, encoding="utf-8")
        for path in shut:
            (folder / path).chmod(0)
        (folder / "listed").chmod(0o444)
        with as_nobody():
            reader = Reader([folder])
            items = list(reader)
            assert reader.total()
    found = [item.article.doc_id for item in items if isinstance(item, Located)]
    rejected = {Path(item.path).name: item.reason for item in items if isinstance(item, Rejection)}
    assert found == ["good"]
    assert rejected == dict.fromkeys((*shut, "listed"), "unreadable")


def test_no_permission_is_told() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = articles(folder / "a.jsonl", 10)
        run(source, folder / "warm")
        (folder / "closed").mkdir()
        (folder / "closed").chmod(0o555)
        folder.chmod(0o755)
        with as_nobody(), pytest.raises(OutputError, match="Permission denied; name another with -o"):
            run(source, folder / "closed" / "output")


@contextmanager
def as_nobody() -> Iterator[None]:
    """Give up the rights of root, for whom every folder is open."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)
