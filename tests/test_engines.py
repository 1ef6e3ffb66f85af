"""Engines give the records that ``quotes extract`` gives: the batch function, datasets, datatrove, Spark."""

from __future__ import annotations

import json
import shutil
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import datasets
import pyarrow as pa
import pytest

import quotes
from quotes.batch import QUOTATIONS
from quotes.dataset import extract_dataset
from quotes.model import InputError

SEEDS = Path(__file__).parents[1] / "seeds"
WRITTEN = "Sáng 12/1/2022, ông Trần Văn Bình, Giám đốc Sở Giao thông, nói: “Cầu số {} sẽ xong vào mùa hè”. Trời đẹp."
Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def rows() -> Rows:
    """The seeds, and enough other articles for every worker to have some."""
    seeds = [{"doc_id": p.stem, "text": p.read_bytes().decode()} for p in sorted(SEEDS.glob("*.txt"))]
    written = [{"doc_id": f"bai-{i:03d}", "text": WRITTEN.format(i), "outlet": "Báo Ví Dụ"} for i in range(60)]
    return [{"title": None, "published": "2022-01-13", "outlet": None, "url": None, **row} for row in seeds + written]


@pytest.fixture(scope="module")
def source(rows: Rows, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("articles") / "articles.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def expected(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Rows:
    output = tmp_path_factory.mktemp("output")
    extract_dataset([source], output)
    found = [json.loads(line) for line in (output / "quotes.jsonl").open(encoding="utf-8")]
    assert len(found) >= 60
    return found


def by_article(found: Rows) -> Rows:
    """In the order of articles; within one, the order is the engine's to keep."""
    return sorted(found, key=lambda record: str(record["doc_id"]))


def test_the_batch_function(rows: Rows, expected: Rows) -> None:
    table = quotes.extract_batch(pa.Table.from_pylist(rows))
    assert table.schema.equals(QUOTATIONS)
    assert table.to_pylist() == expected
    assert quotes.extract_batch(pa.RecordBatch.from_pylist(rows)).equals(table)


def test_the_batch_function_reads_only_what_it_knows() -> None:
    table = pa.table({"tags": [["x"]], "text": ["Trời đẹp."], "doc_id": ["a"]})
    assert quotes.extract_batch(table).num_rows == 0
    assert quotes.extract_batch(table.slice(0, 0)).schema.equals(QUOTATIONS)


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"text": ["x"]}, "no column 'doc_id'"),
        ({"doc_id": ["x"]}, "no column 'text'"),
        ({"doc_id": ["x"], "text": pa.array([None], pa.string())}, "without id or text"),
    ],
)
def test_the_batch_function_refuses_what_is_no_article(columns: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        quotes.extract_batch(pa.table(columns))


def test_datasets_map(rows: Rows, expected: Rows) -> None:
    articles = datasets.Dataset.from_list(rows).with_format("arrow")
    mapped = articles.map(
        quotes.extract_batch,
        batched=True,
        batch_size=16,
        num_proc=2,
        remove_columns=articles.column_names,
        load_from_cache_file=False,
    )
    assert mapped.with_format(None).to_list() == expected


def test_datatrove(source: Path, expected: Rows, tmp_path: Path) -> None:
    pytest.importorskip("datatrove", reason="the extra [datatrove] is not installed")
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter

    from quotes.engines.datatrove import QuoteExtractor, as_record

    lines = source.read_text(encoding="utf-8").splitlines(keepends=True)
    for part in range(2):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / f"{part}.jsonl").write_text(
            "".join(lines[part * 30 : part * 30 + 30 + 99 * part]), encoding="utf-8"
        )
    LocalPipelineExecutor(
        [
            JsonlReader(str(tmp_path / "in"), id_key="doc_id"),
            QuoteExtractor(),
            JsonlWriter(str(tmp_path / "out"), output_filename="${rank}.jsonl", compression=None, adapter=as_record),
        ],
        tasks=2,
        logging_dir=str(tmp_path / "logs"),
    ).run()
    parts = sorted((tmp_path / "out").glob("*.jsonl"))
    assert len(parts) == 2
    assert [json.loads(line) for part in parts for line in part.open(encoding="utf-8")] == expected


def test_datatrove_counts_what_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("datatrove", reason="the extra [datatrove] is not installed")
    import standin
    from datatrove.data import Document

    from quotes.engines.datatrove import QuoteExtractor

    monkeypatch.setattr(import_module("quotes.extract"), "extract_article", standin.faulty)
    block = QuoteExtractor()
    documents = [Document(text=f"Nam: “Đi thôi”. {word}", id=word) for word in ("one", "FAIL", "two")]
    assert [d.metadata["doc_id"] for d in block.run(iter(documents))] == ["one", "two"]
    assert block.stats["failed"].total == 1
    assert block.stats["quotations"].total == 2


@pytest.fixture
def spark(monkeypatch: pytest.MonkeyPatch) -> Any:
    sql = pytest.importorskip("pyspark.sql", reason="the extra [spark] is not installed")
    if not shutil.which("java"):
        pytest.skip("Spark needs Java")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    builder = sql.SparkSession.builder.master("local[2]").appName("test").config("spark.ui.enabled", "false")
    session = builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
    running = session.getOrCreate()
    yield running
    running.stop()


def test_spark(spark: Any, source: Path, expected: Rows) -> None:
    from quotes.engines.spark import SCHEMA, extract_batches

    columns = ("doc_id", "text", "title", "published", "outlet", "url")
    table = spark.read.schema(", ".join(f"{name} string" for name in columns)).json(str(source)).repartition(3)
    found = [row.asDict(recursive=True) for row in table.mapInArrow(extract_batches, SCHEMA).collect()]
    assert by_article(found) == by_article(expected)
