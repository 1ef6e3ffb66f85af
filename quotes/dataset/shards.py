"""The work on a shard: a few articles in, their records and rejections out, and a marker that says it is done.

A shard's files are named by its number and by a digest of everything that they depend on: its articles, the options
and the package's own source. So a marker that is there is right, whoever wrote it and when, and a run can be resumed
after any interruption, with changed input too.
"""

from __future__ import annotations

import json
import os
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from itertools import count
from pathlib import Path

from quotes.articles import Item, Located, Rejection
from quotes.dataset.stats import Tally
from quotes.model import Article, Quotation, ValidationError
from quotes.records import problems, to_line, to_record

ARTICLES = 128
CHARACTERS = 4 * 2**20

Extractor = Callable[[Article], list[Quotation]]


@dataclass(frozen=True, slots=True)
class Job:
    """What to do with an article: the function, by ``module:name``, and which of its quotations to keep."""

    extractor: str = "quotes.extract:extract_article"
    official: bool = False
    min_confidence: float = 0.0

    def load(self) -> Extractor:
        """The function; importing it is what makes a worker slow to start."""
        function: Extractor = pkgutil.resolve_name(self.extractor)
        return function

    def keeps(self, quotation: Quotation) -> bool:
        """Whether a quotation is wanted."""
        return quotation.confidence >= self.min_confidence and (quotation.official or not self.official)


@dataclass(frozen=True, slots=True)
class Shard:
    """A stretch of the input, and the name of its files."""

    name: str
    items: tuple[Item, ...]


def shards(items: Iterable[Item], job: Job) -> Iterator[Shard]:
    """Cut a stream into shards; where it is cut depends on the stream alone."""
    numbers, held, size = count(), list[Item](), 0
    for item in items:
        held.append(item)
        size += len(item.article.text) if isinstance(item, Located) else 0
        if len(held) == ARTICLES or size >= CHARACTERS:
            yield _shard(next(numbers), held, job)
            held, size = [], 0
    if held:
        yield _shard(next(numbers), held, job)


def _shard(number: int, items: list[Item], job: Job) -> Shard:
    digest = blake2b(f"{source_digest()} {job}".encode(), digest_size=12)
    for item in items:
        digest.update(repr(item).encode())  # frozen tuples of strings and numbers: their repr is their value
    return Shard(f"{number:07d}-{digest.hexdigest()}", tuple(items))


@cache
def source_digest() -> str:
    """A digest of the package's source and word lists: other rules, other shards."""
    digest = blake2b(digest_size=12)
    root = Path(str(files("quotes")))
    for path in sorted(p for p in root.rglob("*") if p.suffix in (".py", ".toml")):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def work(
    shard: Shard,
    job: Job,
    extractor: Extractor,
    folder: Path,
    struck: Mapping[int, Rejection] | None = None,
    at: Callable[[int], None] = lambda index: None,
) -> Tally:
    """Do a shard, write its files into ``folder``, the marker last, and give its tally.

    ``struck`` are articles that are not to be tried again, by their index. ``at`` is told each index before it is
    tried, so that someone outside knows where a worker died.
    """
    tally, lines, rejected = Tally(), list[str](), list[Rejection]()
    for index, item in enumerate(shard.items):
        at(index)
        item = (struck or {}).get(index, item)
        done = _lines(item, job, extractor, tally) if isinstance(item, Located) else item
        if isinstance(done, Rejection):
            rejected.append(done)
            tally.reject(done.reason)
        else:
            lines += done
    _write(folder / f"{shard.name}.quotes", "".join(lines))
    _write(folder / f"{shard.name}.rejected", "".join(map(rejection_line, rejected)))
    _write(folder / f"{shard.name}.done", json.dumps(tally.as_json()))
    return tally


def done(shard: Shard, folder: Path) -> Tally | None:
    """The tally of a shard that was finished before; one that lost an article to a worker's end is tried again."""
    try:
        tally = Tally(json.loads((folder / f"{shard.name}.done").read_bytes()))
    except (OSError, ValueError):
        return None
    return None if tally.counts["reasons"].keys() & {"timeout", "crash"} else tally


def _lines(located: Located, job: Job, extractor: Extractor, tally: Tally) -> list[str] | Rejection:
    article = located.article
    try:
        found = extractor(article)
        records = [to_record(q) for q in found if job.keeps(q)]
        for record in records:
            if wrong := problems(record, article.text):
                raise ValidationError("; ".join(f"{field}: {message}" for field, message in wrong))
        lines = [to_line(record) for record in records]
    except Exception as error:  # a fault of ours costs the article, not the run
        message = f"the extractor failed: {type(error).__name__}: {str(error)[:200]}; please report it"
        return located.reject("error", message)
    tally.article(len(article.text), records, len(found))
    return lines


def rejection_line(rejection: Rejection) -> str:
    """A line of ``rejected.jsonl``; a name of a file may hold bytes that are no text."""
    fields = {name: getattr(rejection, name) for name in ("path", "line", "doc_id", "reason", "message")}
    line = json.dumps(fields, ensure_ascii=False) + "\n"
    return line.encode("utf-8", "backslashreplace").decode()


def _write(path: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all."""
    # Several processes may write the same shard after a crash; they write the same bytes, each beside the others.
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with beside.open("wb") as file:
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
