"""The extractor on the seeds: their scores stay above the floors."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from quotes.articles import Located, Reader
from quotes.evaluate import compare, read_gold, score_named, scores
from quotes.evaluate.gold import predicted
from quotes.extract import extract_article
from quotes.records import problems, to_record

ROOT = Path(__file__).parents[1]
FLOORS: dict[str, float] = tomllib.loads((ROOT / "tests/gold/floors.toml").read_text(encoding="utf-8"))["seeds"]


@cache
def extracted() -> dict[str, list[dict[str, Any]]]:
    articles = [item.article for item in Reader([ROOT / "seeds"]) if isinstance(item, Located)]
    assert len(articles) == 5
    return {a.doc_id: [to_record(q) for q in extract_article(a)] for a in articles}


@pytest.mark.parametrize("name", FLOORS)
def test_floor(name: str) -> None:
    comparisons = []
    for article in read_gold(ROOT / "tests/gold/seeds.jsonl"):
        text = (ROOT / "seeds" / f"{article.doc_id}.txt").read_bytes().decode()
        comparisons.append(compare(article, [predicted(r) for r in extracted()[article.doc_id]], text))
    assert score_named(scores(comparisons), name) >= FLOORS[name]


def test_every_record_validates_against_its_text() -> None:
    for doc_id, records in extracted().items():
        text = (ROOT / "seeds" / f"{doc_id}.txt").read_bytes().decode()
        assert records
        assert [problems(record, text) for record in records] == [[]] * len(records)
