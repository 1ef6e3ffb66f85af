"""One row of input, a dict of fields, to an ``Article``, or to the reason why it is none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from quotes.model import Article

# No article of a newspaper comes near it; a line or file beyond it is a mistake that would cost gigabytes.
MAX_BYTES = 16 * 2**20
MAX_ID = 512
ROW_NUMBER = "#"

# Why something is not extracted; docs/howto/scale.md says what each means.
Reason = Literal[
    "encoding",
    "binary",
    "empty",
    "no-text",
    "json",
    "id",
    "duplicate",
    "too-long",
    "truncated",
    "unreadable",
    "loop",
    "timeout",
    "crash",
    "error",
]

_PARENT = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Rejection:
    """What could not be read or extracted: where it stands, a fixed word for the reason, and a sentence."""

    path: str
    line: int | None
    doc_id: str | None
    reason: Reason
    message: str

    def __str__(self) -> str:
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{where}: {self.message}"


class Located(NamedTuple):
    """An article and where it stands."""

    article: Article
    path: str
    line: int | None = None

    def reject(self, reason: Reason, message: str) -> Rejection:
        """The rejection of this article."""
        return Rejection(self.path, self.line, self.article.doc_id, reason, message)


Item = Located | Rejection


@dataclass(frozen=True, slots=True)
class Columns:
    """The names under which an input keeps each field; ``id`` may be ``#`` to number the rows."""

    text: str = "text"
    id: str = "doc_id"
    title: str = "title"
    date: str = "published"
    outlet: str = "outlet"
    url: str = "url"


@dataclass(frozen=True, slots=True)
class Options:
    """How to read: names of columns, encoding of text files, split of a dataset, a folder to keep out of."""

    columns: Columns = field(default_factory=Columns)
    encoding: str = "utf-8"
    split: str | None = None
    exclude: Path | None = None


def article_of(row: Mapping[str, object], path: str, line: int | None = None, columns: Columns | None = None) -> Item:
    """The article of a row, or why it is none.

    >>> article_of({"doc_id": 7, "text": "Ông nói."}, "a.jsonl", 1).article
    Article(doc_id='7', text='Ông nói.', title=None, published=None, outlet=None, url=None)
    >>> print(article_of({"doc_id": "../7", "text": "Ông nói."}, "a.jsonl", 1))
    a.jsonl:1: the id '../7' climbs out of its folder; give the article an id without '..'
    """
    columns = columns or Columns()
    doc_id = f"{Path(path).stem}-{line}" if columns.id == ROW_NUMBER else _string(row.get(columns.id))
    if complaint := id_complaint(doc_id, columns.id):
        return Rejection(path, line, None, "id", complaint)
    text = row.get(columns.text)
    if not isinstance(text, str):
        message = f"no text: the field {columns.text!r} is {_kind(text)}; name another with --text-column"
        return Rejection(path, line, doc_id, "no-text", message)
    if no_text := text_complaint(text):
        return Rejection(path, line, doc_id, *no_text)
    meta = [_string(row.get(name)) for name in (columns.title, columns.date, columns.outlet, columns.url)]
    if any(value and _SURROGATE.search(value) for value in meta):
        return Rejection(path, line, doc_id, "encoding", "a field has half of a surrogate pair; write it as UTF-8")
    title, published, outlet, url = meta
    return Located(Article(doc_id or "", text, title, published, outlet, url), path, line)


def id_complaint(doc_id: str | None, column: str = "doc_id") -> str | None:
    """What is wrong with an id, if anything: ids become names of files and anchors further down the road."""
    if not doc_id:
        return f"no id: the field {column!r} is missing or empty; name another with --id-column, or '#' for row numbers"
    shown = ascii(doc_id[:80])
    if not doc_id.isprintable() and any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in doc_id):
        return f"the id {shown} has control characters in it; give the article another"
    if _PARENT.search(doc_id):
        return f"the id {shown} climbs out of its folder; give the article an id without '..'"
    if len(doc_id) > MAX_ID:
        return f"the id {shown}… is longer than {MAX_ID} characters; give the article a shorter one"
    return None


def text_complaint(text: str) -> tuple[Reason, str] | None:
    """Reason and sentence for a text that is none."""
    if not text.strip("\ufeff \t\r\n\x0b\x0c\xa0"):
        return "empty", "the text is empty"
    if "\0" in text:
        return "binary", "there are NUL characters in it, so it is not text"
    if found := _SURROGATE.search(text):
        return "encoding", f"half of a surrogate pair at character {found.start()}; write the text as UTF-8"
    if len(text) > MAX_BYTES:
        return "too-long", f"longer than {MAX_BYTES:,} characters; cut it into articles"
    return None


def _string(value: object) -> str | None:
    if isinstance(value, date):  # datetime too; Parquet and datasets give such
        return value.isoformat()
    if value is None or isinstance(value, bool | float | list | dict):
        return None
    return str(value) or None


def _kind(value: object) -> str:
    return "missing" if value is None else f"a {type(value).__name__}, no string"
