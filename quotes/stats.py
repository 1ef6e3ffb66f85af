"""Counts over many records: by speaker, role, body, month, outlet and so on. The only importer of polars."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from quotes.records import Record

COLUMNS = (
    *("doc_id", "speaker", "role", "affiliation", "speaker_kind"),
    *("official", "quote_type", "date", "outlet", "rule"),
)
TYPES = ("direct", "indirect", "mixed")

# What can be counted by, as an expression over the records. A month is one only where it is known with its year.
BY: dict[str, pl.Expr] = {
    "speaker": pl.col("speaker"),
    "role": pl.col("role"),
    "body": pl.col("affiliation"),
    "month": pl.col("date").str.extract(r"^([0-9]{4}-[0-9]{2})"),
    "outlet": pl.col("outlet"),
    "type": pl.col("quote_type"),
    "kind": pl.col("speaker_kind"),
    "rule": pl.col("rule"),
    "article": pl.col("doc_id"),
}


def frame(records: Iterable[Record]) -> pl.DataFrame:
    """The columns that are counted, of records as they stream by."""
    columns: dict[str, list[object]] = {name: [] for name in COLUMNS}
    for record in records:
        for name, values in columns.items():
            values.append(record[name])
    return pl.DataFrame(columns, schema={name: pl.Boolean if name == "official" else pl.String for name in COLUMNS})


def count(data: pl.DataFrame, by: str, top: int | None = None) -> pl.DataFrame:
    """A table of what was said by one key of ``BY``: how often, its share, of which types, and when first and last.

    The most frequent come first, months in their order. A null key counts what has none.

    >>> said = {name: None for name in COLUMNS} | {"doc_id": "a", "official": True, "quote_type": "direct"}
    >>> table = count(frame([said | {"speaker": "Nga"}, said | {"speaker": "Nga", "date": "2022-01"}]), "speaker")
    >>> table.select("speaker", "quotations", "direct", "official", "first").rows()
    [('Nga', 2, 2, 2, '2022-01')]
    """
    day = pl.when(~pl.col("date").str.starts_with("X")).then(pl.col("date"))
    table = (
        data.with_columns(BY[by].alias("key"))
        .group_by("key")
        .agg(
            pl.len().alias("quotations"),
            (pl.len() / max(data.height, 1)).round(4).alias("share"),
            pl.col("doc_id").n_unique().alias("articles"),
            *(pl.col("quote_type").eq(name).sum().alias(name) for name in TYPES),
            pl.col("official").sum(),
            day.min().alias("first"),
            day.max().alias("last"),
        )
        .rename({"key": by})
    )
    if by == "month":
        return table.sort(by, nulls_last=True).tail(top or table.height)
    return table.sort(["quotations", by], descending=[True, False], nulls_last=True).head(top or table.height)
