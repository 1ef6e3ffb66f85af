"""Processes that work on shards. One that dies or hangs costs the article it was at, and nothing else.

``concurrent.futures`` gives up a whole pool when one process dies, and knows no time limit; so a small pool of our
own: each worker has a pipe, holds one shard, and writes the index of the article it is at into shared memory.
Workers are spawned, for a fork after polars or Arrow have run can deadlock.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from quotes.articles import Located, Rejection
from quotes.dataset.shards import Job, Shard, work
from quotes.dataset.stats import Tally
from quotes.model import OutputError, QuotesError

POLL = 0.25  # seconds between looks at the clock
STRIKES = 2  # a worker may be killed from outside; an article that killed two is to blame
FALSE_STARTS = 3

_STARTING = -1
_context = multiprocessing.get_context("spawn")


@dataclass(slots=True)
class _Worker:
    process: Any
    pipe: Connection
    at: Any  # the index it is at, in shared memory
    shard: Shard | None = None
    struck: dict[int, Rejection] = field(default_factory=dict)
    deaths: Counter[int] = field(default_factory=Counter)
    seen: int = _STARTING
    since: float = 0.0

    def give(self, shard: Shard) -> None:
        self.shard, self.struck, self.deaths = shard, {}, Counter()
        self.send()

    def send(self) -> None:
        self.at.value = self.seen = _STARTING
        self.since = time.monotonic()
        try:
            self.pipe.send((self.shard, self.struck))
        except OSError:
            return  # it is dead; whoever waits for it will see

    def hangs(self, timeout: float) -> bool:
        now, at = time.monotonic(), self.at.value
        if at != self.seen:
            self.seen, self.since = at, now
        return at != _STARTING and now - self.since > timeout


class Pool:
    """``workers`` processes, started as there is work for them; a context manager that ends them all."""

    def __init__(self, job: Job, folder: Path, workers: int, timeout: float) -> None:
        self.job, self.folder, self.size, self.timeout = job, folder, workers, timeout
        self.workers: list[_Worker] = []
        self.false_starts = 0

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *exception: object) -> None:
        for worker in self.workers:
            worker.process.kill()  # what it has finished is on disk, what it is at will be done again
        for worker in self.workers:
            worker.process.join()
            worker.pipe.close()

    def run(self, shards: Iterator[Shard]) -> Iterator[tuple[Shard, Tally]]:
        """Do the shards; gives each as it is done, in no order. Raises ``QuotesError`` if workers cannot work."""
        more = True
        while more or any(w.shard for w in self.workers):
            while more and (worker := self._idle()):
                shard = next(shards, None)
                if shard is None:
                    more = False
                else:
                    worker.give(shard)
            yield from self._finished()

    def _idle(self) -> _Worker | None:
        for worker in self.workers:
            if worker.shard is None:
                return worker
        if len(self.workers) == self.size:
            return None
        self.workers.append(self._start())
        return self.workers[-1]

    def _start(self) -> _Worker:
        here, there = _context.Pipe()
        at = _context.RawValue("q", _STARTING)
        process = _context.Process(target=_serve, args=(there, at, self.job, self.folder), daemon=True)
        process.start()
        there.close()
        return _Worker(process, here, at)

    def _finished(self) -> Iterator[tuple[Shard, Tally]]:
        busy = [w for w in self.workers if w.shard]
        ready = wait([w.pipe for w in busy], timeout=min(POLL, self.timeout / 4)) if busy else []
        for worker in busy:
            if worker.pipe in ready:
                try:
                    answer = worker.pipe.recv()
                except (EOFError, OSError):
                    self._replace(worker, killed=False)
                    continue
                if isinstance(answer, QuotesError):
                    raise answer
                assert worker.shard
                yield worker.shard, Tally(answer)
                worker.shard, self.false_starts = None, 0
            elif worker.hangs(self.timeout):
                self._replace(worker, killed=True)

    def _replace(self, worker: _Worker, *, killed: bool) -> None:
        """Put a new process in a dead or hanging one's place, and let it go on with the shard."""
        at: int = worker.at.value
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()
        if at == _STARTING:
            self.false_starts += 1
            if self.false_starts == FALSE_STARTS:
                code = worker.process.exitcode
                raise QuotesError(f"worker processes end as they start (code {code}); use --workers 0 to see why")
        else:
            self._strike(worker, at, killed=killed)
        fresh = self._start()
        worker.process, worker.pipe, worker.at = fresh.process, fresh.pipe, fresh.at
        worker.send()

    def _strike(self, worker: _Worker, at: int, *, killed: bool) -> None:
        assert worker.shard
        item = worker.shard.items[at]
        worker.deaths[at] += 1
        if not isinstance(item, Located):
            return
        if killed:
            message = f"took longer than {self.timeout:g} s; give it more with --timeout"
            worker.struck[at] = item.reject("timeout", message)
        elif worker.deaths[at] >= STRIKES:
            message = "the process that worked on it died, twice; it may need more memory than there is"
            worker.struck[at] = item.reject("crash", message)


def _serve(pipe: Connection, at: Any, job: Job, folder: Path) -> None:
    """What a worker does: shards, until the pipe closes or the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    parent = os.getppid()

    def tell(index: int) -> None:
        at.value = index
        if os.getppid() != parent:
            os._exit(1)

    answer = _answer(lambda: _serve_shards(pipe, tell, job, folder))
    with suppress(OSError):  # the parent may be gone
        pipe.send(answer)


def _serve_shards(pipe: Connection, tell: Callable[[int], None], job: Job, folder: Path) -> None:
    extractor = job.load()
    while True:
        try:
            shard, struck = pipe.recv()
        except EOFError:
            os._exit(0)
        pipe.send(work(shard, job, extractor, folder, struck, tell).as_json())


def _answer(serve: Callable[[], None]) -> QuotesError:
    try:
        serve()
    except QuotesError as error:
        return error
    except OSError as error:
        return OutputError(f"{error.filename}: cannot be written: {error.strerror}")
    except Exception as error:
        return QuotesError(f"a worker failed: {type(error).__name__}: {error}; use --workers 0 to see where")
    raise AssertionError("workers serve until they are told to end")
