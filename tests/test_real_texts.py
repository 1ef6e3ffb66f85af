"""Real newspapers: sound records for each of 4,000 articles, of which a sample is read on every run.

The articles are no part of this project; where ``../shared/articles/bulk.jsonl.gz`` is not there, this is skipped.
All of them: ``QUOTES_ALL_ARTICLES=1 pytest tests/test_real_texts.py``.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from quotes.dataset import extract_dataset
from quotes.extract import extract_article
from quotes.jsonl import validate_lines
from quotes.model import Article
from quotes.records import problems, to_line, to_record

BULK = Path(__file__).parents[2] / "shared/articles/bulk.jsonl.gz"
ALL = bool(os.environ.get("QUOTES_ALL_ARTICLES"))
SAMPLE = 300

pytestmark = pytest.mark.skipif(not BULK.exists(), reason="no ../shared/articles here")


@cache
def articles() -> list[Article]:
    with gzip.open(BULK, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    chosen = rows if ALL else random.Random(6).sample(rows, SAMPLE)
    return [Article(str(number), row["text"], published=row.get("published")) for number, row in enumerate(chosen)]


def test_every_article_gives_sound_records() -> None:
    faults, kinds = [], Counter[str]()
    for article in articles():
        for q in extract_article(article):
            record = to_record(q)
            kinds[q.quote_type] += 1
            faults += [(article.doc_id, q.id, *p) for p in problems(record, article.text)]
            to_line(record).encode()
    assert faults == []
    assert len(articles()) == (4000 if ALL else SAMPLE)
    assert set(kinds) == {"direct", "indirect", "mixed"}


def test_every_article_is_accounted_for(tmp_path: Path) -> None:
    source = tmp_path / "articles.jsonl"
    rows = [{"doc_id": a.doc_id, "text": a.text, "published": a.published} for a in articles()]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    broken = ['{"doc_id": "x", "text": "', '{"doc_id": "y", "text": " "}', lines[0]]
    source.write_text("\n".join([*lines[:9], *broken, *lines[9:]]), encoding="utf-8")
    stats = extract_dataset([source], tmp_path / "output", workers=2).stats
    counts = stats["articles"]
    assert (counts["read"], counts["extracted"], counts["rejected"]) == (len(rows) + 3, len(rows), 3)
    assert stats["rejected_by_reason"] == {"duplicate": 1, "empty": 1, "json": 1}
    with (tmp_path / "output/rejected.jsonl").open(encoding="utf-8") as rejected:
        assert [json.loads(line)["line"] for line in rejected] == [10, 11, 12]
    texts = {row["doc_id"]: str(row["text"]) for row in rows}
    with (tmp_path / "output/quotes.jsonl").open("rb") as written:
        found = list(validate_lines(written, "quotes.jsonl", texts))
    assert len(found) == stats["quotations"]["total"] > 0
    assert [str(p) for problems in found for p in problems] == []
    assert json.loads((tmp_path / "output/stats.json").read_text(encoding="utf-8"))["articles"] == counts


def test_decomposed_letters_and_other_ends_of_lines_change_nothing() -> None:
    for article in articles()[:: 1 if ALL else 5]:
        text = unicodedata.normalize("NFC", article.text)
        other = unicodedata.normalize("NFD", text).replace("\n", "\r\n")
        assert told(other) == told(text), article.text[:80]


def told(text: str) -> list[tuple[object, ...]]:
    found = extract_article(Article("a", text))
    return [
        (
            *(v and unicodedata.normalize("NFC", v) for v in (q.quote, q.cue, q.source, q.speaker, q.role)),
            q.rule,
            q.date,
        )
        for q in found
    ]
