"""Gold: who said what in an article, as people annotated it; and predictions in the same form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotes.jsonl import read_objects
from quotes.model import Span, ValidationError


@dataclass(frozen=True, slots=True)
class Statement:
    """A quotation as it is compared, gold or predicted alike."""

    spans: tuple[Span, ...]
    quote_type: str
    speaker: str | None = None
    aliases: tuple[str, ...] = ()
    kind: str = "unknown"
    official: bool | None = None
    role: str | None = None
    date: str | None = None
    date_basis: str = "none"
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    rule: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """The gold of one article; ``sha256`` is that of its text."""

    doc_id: str
    sha256: str
    statements: tuple[Statement, ...]


def read_gold(path: Path) -> list[GoldArticle]:
    """The articles of a gold JSONL; raises ``ValidationError`` with file and line where one is not gold."""
    return [_said(path, line, gold_article, row) for line, row in read_objects(path)]


def read_predicted(path: Path) -> dict[str, list[Statement]]:
    """The statements of a JSONL of records by article.

    A line needs no more of a record than is compared, so that another extractor can be scored too: ``doc_id``,
    ``quote_spans`` and ``quote_type``. Raises ``ValidationError`` with file and line where one lacks them.
    """
    by_article: dict[str, list[Statement]] = {}
    for line, row in read_objects(path):
        statement = _said(path, line, predicted, row)
        by_article.setdefault(str(row.get("doc_id")), []).append(statement)
    return by_article


def _said(path: Path, line: int, read: Any, row: Mapping[str, Any]) -> Any:
    try:
        return read(row)
    except (KeyError, TypeError, ValueError) as error:
        what = f"{error.args[0]} missing" if isinstance(error, KeyError) else str(error)
        raise ValidationError(f"{path}:{line}: {what}") from error


def gold_article(row: Mapping[str, Any]) -> GoldArticle:
    """A line of gold: ``doc_id``, ``sha256`` of the text, and ``relations``."""
    return GoldArticle(row["doc_id"], row["sha256"], tuple(_relation(r) for r in row["relations"]))


def _relation(row: Mapping[str, Any]) -> Statement:
    return Statement(
        spans=tuple(Span(*s) for s in row["content"]),
        quote_type=row["type"],
        speaker=row["speaker"],
        aliases=tuple(row["aliases"]),
        kind=row["kind"],
        official=row["official"],
        role=row["role"],
        date=row["date"],
        date_basis=row["date_basis"],
        cue=tuple(Span(*s) for s in row["cue"]),
        source=(Span(*row["source"]),) if row["source"] else (),
        optional=row["optional"],
    )


def predicted(row: Mapping[str, Any]) -> Statement:
    """A record, or as much of one as is compared."""

    def spans(name: str) -> tuple[Span, ...]:
        return (Span(**row[name]),) if row.get(name) else ()

    return Statement(
        spans=tuple(Span(**s) for s in row["quote_spans"]),
        quote_type=row["quote_type"],
        speaker=row.get("speaker"),
        official=row.get("official"),
        role=row.get("role"),
        date=row.get("date"),
        cue=spans("cue_span"),
        source=spans("source_span"),
        rule=row.get("rule") or "",
    )
