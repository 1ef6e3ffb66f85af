"""``quotes evaluate``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quotes.cli.terminal import json_text, plain
from quotes.cli.texts import texts_of, texts_option
from quotes.model import JOINT, InputError

if TYPE_CHECKING:
    from quotes.evaluate import Difference, Statement

RESAMPLES = 1000
WIDTH = 80


def _floor(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> dict[str, float]:
    try:
        return {name: float(value) for name, _, value in (v.partition("=") for v in values)}
    except ValueError as error:
        raise click.BadParameter("give NAME=NUMBER, such as triple=0.85") from error


@click.command()
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("predicted", type=click.Path(exists=True, path_type=Path))
@texts_option
@click.option("--errors", is_flag=True, help="List what was missed, found where there is none, or found wrong.")
@click.option("--json", "to_json", is_flag=True, help="Print the scores as JSON.")
@click.option(
    "--floor",
    "floors",
    metavar="NAME=NUMBER",
    multiple=True,
    callback=_floor,
    help="Exit with code 1 when a score is below; triple, detect.p, recall.direct, accuracy.date …",
)
def evaluate(
    gold: Path, predicted: Path, texts: str | None, errors: bool, to_json: bool, floors: dict[str, float]
) -> None:
    """Score extracted quotations against gold.

    GOLD has an article on each line, PREDICTED is a JSONL of records or an output folder. F1 comes with the interval
    that a bootstrap over the articles gives.

    \b
    Examples:
      quotes evaluate tests/gold/seeds.jsonl output/ --texts seeds/
      quotes evaluate gold.jsonl quotes.jsonl --texts articles.jsonl --floor triple=0.85
    """
    from quotes.evaluate import compare, read_gold, read_predicted, score_named, scores

    if texts is None:
        raise InputError("scores count words of the articles; name these with --texts")
    articles, statements = texts_of(texts), read_predicted(predicted)
    comparisons = []
    for article in read_gold(gold):
        if article.doc_id not in articles:
            raise InputError(f"{texts}: article {article.doc_id} of the gold is not there")
        text = articles[article.doc_id]
        comparisons.append(compare(article, statements.get(article.doc_id, ()), text))
        if errors:
            for difference in comparisons[-1].differences:
                click.echo(plain(_told(difference, text), keep=""), err=to_json)
    found = scores(comparisons, RESAMPLES)
    below = {name: score_named(found, name) for name, floor in floors.items() if score_named(found, name) < floor}
    click.echo(json_text(found) if to_json else plain("\n".join(_lines(found))))
    for name, score in below.items():
        click.echo(f"{name} is {score:.4f}, below its floor of {floors[name]}", err=True)
    if below:
        raise SystemExit(1)


def _lines(found: Mapping[str, Any]) -> Iterator[str]:
    for name in ("detect", "exact", "overlap", "speaker", "triple", "strict"):
        score, (low, high) = found[name], found["intervals"][name]
        of = f"  {score['tp']} of {score['predicted']}, gold {score['gold']}" if "tp" in score else ""
        yield f"{name:8} P {score['p']:.3f}  R {score['r']:.3f}  F1 {score['f1']:.3f} [{low:.3f}, {high:.3f}]{of}"
    accuracy = "  ".join(f"{k} {v:.3f}" for k, v in found["accuracy"].items() if v is not None)
    yield click.wrap_text(f"accuracy {accuracy}", WIDTH, subsequent_indent=" " * len("accuracy "))
    for group, of in (("type", "gold"), ("source", "gold"), ("rule", "predicted")):
        yield ""
        yield from _table(group, found[f"by_{group}"], of)


def _table(group: str, rows: Mapping[str, Mapping[str, float]], of: str) -> Iterator[str]:
    heads = (of, "detected", "with speaker and type")
    width = max(map(len, (f"by {group}", *(f"  {key}" for key in rows))))
    yield "  ".join([f"by {group}".ljust(width), *heads])
    for key, row in sorted(rows.items(), key=lambda item: -item[1][of]):
        cells = (str(row[of]), f"{row['detect']:.3f}", f"{row['triple']:.3f}")
        yield "  ".join([f"  {key}".ljust(width), *(c.rjust(len(head)) for c, head in zip(cells, heads, strict=True))])


def _told(difference: Difference, text: str) -> str:
    want, got = difference.gold, difference.predicted
    head = f"{difference.what.upper():5} {difference.doc_id} "
    if want and got:
        return f"{head}{', '.join(difference.wrong)}: want {_shown(want, text)} got {_shown(got, text)}"
    either = want or got
    return head + (_shown(either, text) if either else "")


def _shown(said: Statement, text: str) -> str:
    words = f"[{said.quote_type}] {said.speaker} | {said.role} | {said.date} | {_pieces(said.cue, text)!r}"
    return f"{words} | {_pieces(said.spans, text)!r}"


def _pieces(spans: Iterable[tuple[int, int]], text: str) -> str:
    return JOINT.join(text[start:end] for start, end in spans)
