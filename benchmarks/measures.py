"""What is measured, each a function that gives rows of a table: what, how much, and how."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.corpus import hostile, write
from quotes.jsonl import validate_lines
from quotes.model import Article
from quotes.records import to_line, to_record

pipeline = import_module("quotes.extract")
QUOTES = [sys.executable, "-c", "from quotes.cli import main; main()"]
Row = tuple[str, str]
MEGABYTE = 1_000_000


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def processor(work: Callable[[], object]) -> float:
    """Seconds of the processor, which do not count those of other programs."""
    start = time.process_time()
    work()
    return time.process_time() - start


def extraction(articles: list[Article]) -> float:
    """The processor's seconds for all articles on one core, once the word lists are loaded."""
    for article in articles[:2]:
        pipeline.extract_article(article)
    return processor(lambda: [pipeline.extract_article(article) for article in articles])


def speed(articles: list[Article], took: float) -> Iterator[Row]:
    size = sum(len(a.text.encode()) for a in articles) / MEGABYTE
    yield "extraction, one core", f"{len(articles) / took:,.0f} articles/s, {size / took:.2f} MB/s"


def stages(articles: list[Article]) -> Iterator[Row]:
    """The share of each stage, read off by a clock around the names that the pipeline calls."""
    took: dict[str, float] = defaultdict(float)

    def timed(name: str, function: Any) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            start = time.process_time()
            try:
                return function(*args, **kwargs)
            finally:
                took[name] += time.process_time() - start

        return call

    names = ("see", "read", "find_mentions", "find_cues", "attribute", "resolve")
    kept = {name: getattr(pipeline, name) for name in names}
    try:
        for name, function in kept.items():
            setattr(pipeline, name, timed(name, function))
        whole = extraction(articles)
    finally:
        for name, function in kept.items():
            setattr(pipeline, name, function)
    took["attribute"] -= took["find_cues"]  # which it calls
    took["dates and records"] = whole - sum(took.values())
    for name, part in sorted(took.items(), key=lambda item: -item[1]):
        yield f"share of {name}", f"{part / whole:.0%}"


def others(articles: list[Article]) -> Iterator[Row]:
    """The same articles with underthesea, where it is installed; in turns with ours, so that a busy machine hits both.

    The processor's time, since that is one core's whatever else runs.
    """
    try:
        import underthesea
    except ImportError:
        yield "underthesea", "not installed"
        return
    for name, number in (("word_tokenize", 200), ("pos_tag", 60), ("ner", 16)):
        function, some = getattr(underthesea, name), articles[:: max(1, len(articles) // number)][:number]
        function(some[0].text)
        theirs, ours = 0.0, 0.0
        for block in (some[i : i + 8] for i in range(0, len(some), 8)):
            ours += processor(lambda b=block: [pipeline.extract_article(a) for a in b])  # type: ignore[misc]
            theirs += processor(lambda b=block, f=function: [f(a.text) for a in b])  # type: ignore[misc]
        rates = f"{len(some) / theirs:,.1f} articles/s; extraction {len(some) / ours:,.0f}"
        yield f"underthesea.{name}, {len(some)} articles", f"{rates}: {theirs / ours:,.1f} times as fast"


def lengths(sizes: Iterable[int]) -> Iterator[Row]:
    """The most that a doubled length cost, over texts of every kind."""
    sizes = list(sizes)
    for name in hostile(1):
        took = [extraction_of(hostile(size)[name]) for size in sizes]
        ratios = [after / before for before, after in pairwise(took)]
        yield f"{name}, {sizes[-1]:,} characters", f"{took[-1]:.2f} s; doubled length costs {max(ratios):.2f} times"


def extraction_of(text: str) -> float:
    """Seconds for one text, the best of three: a single one may be disturbed by as much as the doubling costs."""
    article, took = Article("a", text), list[float]()
    while len(took) < 3:
        took.append(processor(lambda: pipeline.extract_article(article)))
    return min(took)


def validation(articles: list[Article]) -> Iterator[Row]:
    lines = [to_line(to_record(q)).encode() for a in articles for q in pipeline.extract_article(a)]
    texts = {a.doc_id: a.text for a in articles}
    found = 0

    def check() -> None:
        nonlocal found
        found = sum(map(len, validate_lines(lines, "quotes.jsonl", texts)))

    took = processor(check)
    yield "validation against schema and text", f"{len(lines) / took:,.0f} records/s ({found} problems)"


def command(*args: str) -> tuple[float, float]:
    """Seconds and peak megabytes of a run of the command line in one process.

    A small process starts it: Linux counts what the starting one holds as a peak of the started one.
    """
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", _PEAK, *QUOTES, *args], stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise SystemExit(f"quotes {' '.join(args)} ended with status {done.returncode}")
    return time.perf_counter() - start, int(done.stdout.split()[-1]) / 1024


_PEAK = """
import resource, subprocess, sys
status = subprocess.call(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(status)
"""


def runs(articles: list[Article], times: int) -> Iterator[Row]:
    """Whole runs: workers against one, and memory against ten times the articles."""
    with tempfile.TemporaryDirectory() as folder:
        once, more = Path(folder, "once.jsonl"), Path(folder, "more.jsonl")
        write(articles, 1, once)
        write(articles, times, more)
        base = None
        for workers in (1, 2, 4):
            if workers > (os.cpu_count() or 1):
                break
            args = ("extract", str(once), "-o", f"{folder}/o{workers}", "-q", "--workers", str(workers))
            took = min(command(*args)[0] for _ in range(2))
            base = base or took
            yield f"run with {workers} workers", f"{len(articles) / took:,.0f} articles/s, {base / took:.2f} times one"
        _, small = command("extract", str(once), "-o", f"{folder}/s", "-q", "--workers", "0")
        _, large = command("extract", str(more), "-o", f"{folder}/l", "-q", "--workers", "0")
        yield f"peak memory, {len(articles):,} articles", f"{small:,.0f} MB"
        yield f"peak memory, {len(articles) * times:,} articles", f"{large:,.0f} MB, {large / small:.2f} times"


def start_up() -> Iterator[Row]:
    took = min(seconds(lambda: subprocess.run([*QUOTES, "--help"], check=True, capture_output=True)) for _ in range(5))
    yield "start-up of quotes --help", f"{took * 1000:.0f} ms"
