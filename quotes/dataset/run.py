"""A run: articles in, an output folder out. Read first what ``extract_dataset`` does, step by step.

While it works, everything is under ``.quotes`` in the output folder: finished shards, which ``resume`` uses again,
and the new output, which takes the old one's place by renaming when it is whole and on disk.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from quotes.articles import KNOWN, Options, Reader, Rejection
from quotes.dataset.pool import Pool
from quotes.dataset.shards import Job, Shard, done, shards, work
from quotes.dataset.splits import ALL_TRAIN
from quotes.dataset.stats import Tally
from quotes.model import InputError, OutputError, QuotesError

OUTPUT = ("rejected.jsonl", "dataset", "hub", "quotes.jsonl", "stats.json")
WORK = ".quotes"
SHOWN = 5

Progress = Callable[[Tally, Reader], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run gives: the folder, and the statistics as ``stats.json`` has them."""

    folder: Path
    stats: dict[str, Any]


def extract_dataset(
    paths: Iterable[str | Path],
    output: str | Path = "output",
    *,
    options: Options | None = None,
    job: Job | None = None,
    workers: int | None = 0,
    timeout: float = 60.0,
    resume: bool = False,
    strict: bool = False,
    shares: Sequence[int] = ALL_TRAIN,
    progress: Progress | None = None,
) -> Summary:
    """Extract the quotations of all articles under ``paths`` into the folder ``output``.

    ``workers`` is the number of processes; 0 works in this one, where no time limit holds and a crash is a crash;
    None takes one for each core. A script that asks for workers needs ``if __name__ == "__main__":``, as with
    ``multiprocessing``. The output is the same for any number of them. ``timeout`` is in seconds, for an article.
    ``resume`` uses what an interrupted run has finished. ``strict`` refuses to write if anything was rejected.
    ``shares`` are those of the articles in the Hub folder's splits train, validation and test.

    Raises ``InputError`` if a path does not exist or nothing could be read, ``OutputError`` if the folder cannot be
    written or another run is writing into it. The output that was there before stays whole.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.txt").write_text("Hôm nay trời đẹp.", encoding="utf-8")
    ...     extract_dataset([folder], Path(folder, "output")).stats["articles"]["extracted"]
    1
    """
    output, job = Path(output), job or Job()
    reader = Reader(paths, _keep_out(options or Options(), output))
    with _folder(output) as working, _locked(working, output), _writing(output):
        _publish(working / "new", output)  # a run that died while it renamed
        parts = working / "parts"
        if not resume:
            shutil.rmtree(parts, ignore_errors=True)
        parts.mkdir(exist_ok=True)
        tally, names = Tally(), list[str]()

        def count(shard: Shard, counted: Tally) -> None:
            nonlocal tally
            names.append(shard.name)
            tally += counted
            if progress:
                progress(tally, reader)

        _extract(reader, parts, job, workers, timeout, count)
        in_order = sorted(names)
        _complain(tally, reader, parts, in_order, strict=strict)
        stats = {**tally.stats(), "ignored_files": dict(sorted(reader.ignored.items()))}
        _stage(working, parts, in_order, stats, shares)
        _publish(working / "new", output)
        shutil.rmtree(parts, ignore_errors=True)  # a worker of a run that was killed may be writing its last file
    return Summary(output, stats)


def _extract(
    reader: Reader, parts: Path, job: Job, workers: int | None, timeout: float, count: Callable[[Shard, Tally], None]
) -> None:
    """Do every shard that was not finished before, and count each as soon as it is done."""

    def to_do() -> Iterator[Shard]:
        for shard in shards(reader, job):
            if (tally := done(shard, parts)) is None:
                yield shard
            else:
                count(shard, tally)

    if workers == 0:
        extractor = job.load()
        for shard in to_do():
            count(shard, work(shard, job, extractor, parts))
    else:
        with Pool(job, parts, workers or _cores(), timeout) as pool:
            for shard, tally in pool.run(to_do()):
                count(shard, tally)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _complain(tally: Tally, reader: Reader, parts: Path, names: list[str], *, strict: bool) -> None:
    """Refuse a run that read nothing, and with ``strict`` one that rejected anything."""
    if tally.extracted and not (strict and tally.rejected):
        return
    rejected = (json.loads(line) for name in names for line in _lines(parts / f"{name}.rejected"))
    listed = "".join(f"\n  {Rejection(**fields)}" for fields in islice(rejected, SHOWN))
    listed += f"\n  … and {tally.rejected - SHOWN:,} more" if tally.rejected > SHOWN else ""
    if tally.extracted:
        raise InputError(f"{tally.rejected:,} rejected, and --strict allows none; nothing was written:{listed}")
    if tally.rejected:
        raise InputError(f"no article could be read:{listed}")
    where, others = ", ".join(reader.paths), ", ".join(sorted(reader.ignored))
    found = f"; there are only files of other kinds ({others})" if others else ""
    raise InputError(f"no article in {where}{found}; name files of {', '.join(KNOWN)}, or folders of them")


def _stage(working: Path, parts: Path, names: list[str], stats: dict[str, Any], shares: Sequence[int]) -> None:
    """Write the whole new output beside the old one, and see it to the disk."""
    from quotes.dataset.card import card
    from quotes.dataset.croissant import croissant
    from quotes.dataset.formats import write_tables

    beside = working / "writing"
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir()
    for kind in ("quotes", "rejected"):
        with (beside / f"{kind}.jsonl").open("wb") as whole:
            for name in names:
                with (parts / f"{name}.{kind}").open("rb") as part:
                    shutil.copyfileobj(part, whole, 2**20)
    splits = write_tables(beside / "quotes.jsonl", beside / "dataset", beside / "hub", shares)
    (beside / "hub" / "README.md").write_text(card(stats, splits), encoding="utf-8")
    (beside / "hub" / "croissant.json").write_text(croissant(stats, beside / "hub"), encoding="utf-8")
    (beside / "stats.json").write_text(json.dumps(stats, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    for path in sorted(beside.rglob("*")):
        _sync(path)
    _sync(beside)
    beside.rename(working / "new")  # from here on the new output counts, and the next run would finish the renaming


def _publish(new: Path, output: Path) -> None:
    """Put the new output in the old one's place, part by part; does nothing if there is none."""
    if not new.exists():
        return
    old = new.with_name("old")
    for name in OUTPUT:
        if not (new / name).exists():
            continue
        shutil.rmtree(old, ignore_errors=True)
        target = output / name
        if target.is_dir() or (target.exists() and (new / name).is_dir()):
            target.rename(old)  # a folder cannot be renamed over another that has something in it
        (new / name).rename(target)
    shutil.rmtree(old, ignore_errors=True)
    new.rmdir()
    _sync(output)


def _keep_out(options: Options, output: Path) -> Options:
    return Options(options.columns, options.encoding, options.split, exclude=output)


@contextmanager
def _folder(output: Path) -> Iterator[Path]:
    """The working folder inside the output folder."""
    working = output / WORK
    try:
        working.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise OutputError(f"{output}: is a file or lies under one; name another with -o") from error
    except OSError as error:
        raise OutputError(f"{output}: the folder cannot be made: {error.strerror}; name another with -o") from error
    yield working


@contextmanager
def _locked(working: Path, output: Path) -> Iterator[None]:
    lock = FileLock(working / "lock", blocking=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise OutputError(f"{output}: another run is writing into it; wait for it or name another with -o") from error
    except OSError as error:
        raise OutputError(f"{output}: cannot be written: {error.strerror}; name another with -o") from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _writing(output: Path) -> Iterator[None]:
    """Failures to write become an error that says what is left."""
    try:
        yield
    except QuotesError:
        raise
    except OSError as error:
        what = f"{output}: cannot be written: {error.strerror or error}"
        raise OutputError(f"{what}; the output from before is untouched; make room and go on with --resume") from error


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        yield from file


def _sync(path: Path) -> None:
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
