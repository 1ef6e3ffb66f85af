"""`python -m benchmarks`: one table, made in one run."""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Iterable
from pathlib import Path

from benchmarks import measures
from benchmarks.corpus import ROOT, articles
from quotes import __version__, text

BULK = ROOT.parent / "shared" / "articles" / "bulk.jsonl.gz"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--articles", default=str(BULK) if BULK.exists() else None, help="what quotes extract reads")
    parser.add_argument("--number", type=int, default=4000, help="how many of them")
    parser.add_argument(
        "--times", type=int, default=10, help="how often they are repeated for the memory of a long run"
    )
    options = parser.parse_args()
    chosen = articles(options.articles, options.number)
    source = Path(options.articles).name if options.articles else "paragraphs of the seeds, drawn anew"
    kind = "Python" if str(text.__file__).endswith(".py") else "compiled, Python"
    print(f"quotes {__version__}, {kind} {platform.python_version()}, {machine()}, {os.cpu_count()} cores")
    print(f"{len(chosen):,} articles: {source}\n")
    print("| what | measured |\n| --- | --- |")
    took = measures.extraction(chosen)
    table(measures.speed(chosen, took))
    table(measures.stages(chosen))
    table(measures.others(chosen))
    table(measures.validation(chosen))
    table(measures.start_up())
    table(measures.lengths([2**k for k in range(17, 21)]))
    table(measures.runs(chosen, options.times))


def table(rows: Iterable[tuple[str, str]]) -> None:
    for what, measured in rows:
        print(f"| {what} | {measured} |", flush=True)


def machine() -> str:
    """The processor's name, where the system tells."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())


if __name__ == "__main__":
    main()
