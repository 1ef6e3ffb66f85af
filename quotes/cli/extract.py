"""``quotes extract``: articles in, an output folder out, and a table of what was found."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

import click

from quotes.cli.tables import print_table
from quotes.cli.terminal import counted, json_text, plain

if TYPE_CHECKING:
    from quotes.articles import Reader
    from quotes.dataset import Summary
    from quotes.dataset.run import Progress
    from quotes.dataset.stats import Tally

ROWS = 20
INTERRUPTED = 130


def _workers(context: click.Context, parameter: click.Parameter, value: str) -> int | None:
    if value == "auto":
        return None
    if value.isdecimal():
        return int(value)
    raise click.BadParameter(f"{value!r} is no number; give one, or 'auto' for one for each core")


def _shares(context: click.Context, parameter: click.Parameter, value: str) -> tuple[int, ...]:
    parts = value.split(",")
    if len(parts) == 3 and all(map(str.isdecimal, parts)) and int(parts[0]):
        return tuple(map(int, parts))
    raise click.BadParameter(f"{value!r} is not three whole numbers, the first above 0; give such as 80,10,10")


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("-o", "--output", default="output", show_default=True, help="The folder to write.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
@click.option("--json", "as_json", is_flag=True, help="Print the statistics as JSON instead of a table.")
@click.option("--workers", default="auto", show_default=True, callback=_workers, help="Processes; 0 works in this one.")
@click.option("--resume", is_flag=True, help="Go on with a run that was interrupted.")
@click.option("--strict", is_flag=True, help="Fail, and write nothing, if anything is rejected.")
@click.option("--timeout", default=60.0, show_default=True, help="Seconds that one article may take.")
@click.option("--official", is_flag=True, help="Keep only what holders of a public office said.")
@click.option("--min-confidence", default=0.0, show_default=True, help="Keep only quotations of at least this.")
@click.option("--text-column", default="text", show_default=True, help="Where JSONL and tables keep the text.")
@click.option("--id-column", default="doc_id", show_default=True, help="Where they keep the id; '#' numbers the rows.")
@click.option("--title-column", default="title", show_default=True)
@click.option("--date-column", default="published", show_default=True)
@click.option("--outlet-column", default="outlet", show_default=True)
@click.option("--url-column", default="url", show_default=True)
@click.option("--encoding", default="utf-8", show_default=True, help="Encoding of text and JSONL files.")
@click.option(
    "--hub-splits",
    "shares",
    metavar="TRAIN,VALIDATION,TEST",
    default="1,0,0",
    show_default=True,
    callback=_shares,
    help="Shares of the articles in the splits of hub/; an article is in one of them with all it has.",
)
@click.option("--split", default=None, help="Split of a dataset; without it, all of a saved one, 'train' of the Hub's.")
def extract(
    paths: tuple[str, ...],
    output: str,
    quiet: bool,
    as_json: bool,
    workers: int | None,
    resume: bool,
    strict: bool,
    timeout: float,
    official: bool,
    min_confidence: float,
    encoding: str,
    shares: tuple[int, ...],
    split: str | None,
    **columns: str,
) -> None:
    """Extract the quotations of articles into a dataset.

    PATHS are files of text, JSON Lines (.gz, .zst), Parquet or HTML, folders of them, datasets saved to disk,
    hub:NAME for a dataset of the Hugging Face Hub, and - for standard input.

    \b
    Examples:
      quotes extract seeds/
      quotes extract articles.jsonl.gz -o output/2022 --workers 8
      quotes extract dump.parquet --id-column url --text-column body --date-column day
      cat article.txt | quotes extract - --json

    The folder holds quotes.jsonl, dataset/ (datasets.load_from_disk), hub/ (ready to upload), rejected.jsonl and
    stats.json. Exit codes: 0 done, 2 an error that the message explains, 130 interrupted (go on with --resume).
    """
    from quotes.articles import Columns, Options
    from quotes.dataset import extract_dataset
    from quotes.dataset.shards import Job

    names = Columns(**{name.removesuffix("_column"): value for name, value in columns.items()})
    try:
        with _progress(show=not quiet and sys.stderr.isatty()) as progress:
            summary = extract_dataset(
                paths,
                output,
                options=Options(names, encoding, split),
                job=Job(official=official, min_confidence=min_confidence),
                workers=workers,
                timeout=timeout,
                resume=resume,
                strict=strict,
                shares=shares,
                progress=progress,
            )
    except KeyboardInterrupt:
        click.echo("Interrupted. What is done is kept: the same command with --resume goes on.", err=True)
        sys.exit(INTERRUPTED)
    if as_json:
        click.echo(json_text({"output": output, **summary.stats}, indent=2))
    elif not quiet:
        _show(summary)


@contextmanager
def _progress(*, show: bool) -> Iterator[Progress | None]:
    if not show:
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task, total = bars.add_task("reading"), None

        def advance(tally: Tally, reader: Reader) -> None:
            nonlocal total
            total = total or reader.total()
            done = tally.extracted + tally.rejected
            rate = done / max(bars.tasks[0].elapsed or 0, 0.001)
            bars.update(task, description=f"{done:,} articles, {rate:,.0f}/s", completed=reader.position, total=total)

        yield advance


def _show(summary: Summary) -> None:
    columns = {"speaker": "speaker", "role": "role", "type": "quote_type", "date": "date", "quotation": "quote"}
    with (summary.folder / "quotes.jsonl").open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in islice(lines, ROWS)]
    if records:
        rows = [{name: record[field] for name, field in columns.items()} for record in records]
        print_table(rows, list(columns))
    if (more := summary.stats["quotations"]["total"] - len(records)) > 0:
        click.echo(f"… and {more:,} more")
    quotations, articles, rejected = _counts(summary)
    click.echo(f"\n{quotations} in {articles}{rejected}")
    click.echo(plain(f"{summary.folder}/: quotes.jsonl, dataset/, hub/, rejected.jsonl, stats.json"))


def _counts(summary: Summary) -> tuple[str, str, str]:
    articles, total = summary.stats["articles"], summary.stats["quotations"]["total"]
    reasons = ", ".join(f"{n:,} {reason}" for reason, n in summary.stats["rejected_by_reason"].items())
    return (
        counted(total, "quotation"),
        counted(articles["extracted"], "article"),
        f"; {articles['rejected']:,} rejected ({reasons}), see rejected.jsonl" if reasons else "",
    )
