"""Whatever bytes a file holds, the reader ends, accounts for them, and what it gives can be written down."""

from __future__ import annotations

import gzip
import io
import json
import os
import tempfile
from pathlib import Path

import datasets
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.articles import Located, Reader
from quotes.articles.rows import id_complaint, text_complaint
from quotes.dataset.shards import rejection_line
from quotes.model import InputError

# More for a long hunt: READER_EXAMPLES=20000 pytest tests/test_reader_fuzz.py
EXAMPLES = int(os.environ.get("READER_EXAMPLES", "60"))

ROWS = [{"doc_id": f"bài-{i}", "text": f"Ông Nam nói: “Câu {i}”.", "published": "2022-01-12"} for i in range(5)]
LINES = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS).encode()
PAGE = b'<html><head><script type=\'application/ld+json\'>{"datePublished": "2022-01-12"}</script></head>' + (
    b"<body><article><p>"
    + "Ông Nam nói rằng đường sẽ xong vào mùa hè năm nay. ".encode() * 5
    + b"</p></article></body></html>"
)


def _zst() -> bytes:
    sink = pa.BufferOutputStream()
    with pa.CompressedOutputStream(sink, "zstd") as stream:
        stream.write(LINES)
    return bytes(sink.getvalue())


def _parquet() -> bytes:
    sink = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(ROWS), sink)
    return sink.getvalue()


WHOLE = {
    "a.txt": LINES,
    "a.jsonl": LINES,
    "a.jsonl.gz": gzip.compress(LINES),
    "a.jsonl.zst": _zst(),
    "a.parquet": _parquet(),
    "a.html": PAGE,
}


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """Some bytes changed, taken out, put in or cut off; or no bytes of ours at all."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.binary(max_size=300))
    data = bytearray(whole)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        match draw(st.sampled_from(["change", "take", "put", "cut"])):
            case "change" if data:
                data[at] = draw(st.integers(0, 255))
            case "take":
                del data[at : at + draw(st.integers(1, 20))]
            case "put":
                data[at:at] = draw(st.binary(min_size=1, max_size=8))
            case "cut":
                del data[at:]
    return bytes(data)


@pytest.mark.parametrize("name", WHOLE)
def test_no_bytes_stop_the_reader(name: str) -> None:
    if name == "a.html":
        pytest.importorskip("trafilatura", reason="the extra [html] is not installed")

    @settings(max_examples=EXAMPLES)
    @given(damaged(WHOLE[name]))
    def check(data: bytes) -> None:
        assert_read(name, data)

    check()


def assert_read(name: str, data: bytes) -> None:
    """A file of these bytes is read to its end; each of its articles can be written down, as can each rejection."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, name).write_bytes(data)
        try:
            items = list(Reader([folder]))
        except InputError as error:
            assert "no column" in str(error)  # noqa: PT017  # the name of a column was hit
            assert name == "a.parquet"
            return
    assert items or name.startswith("a.jsonl") or pq.ParquetFile(io.BytesIO(data)).metadata.num_rows == 0
    for item in items:
        if isinstance(item, Located):
            item.article.text.encode()
            assert id_complaint(item.article.doc_id) is None
            assert text_complaint(item.article.text) is None
        else:
            assert json.loads(rejection_line(item))["message"]


@settings(max_examples=EXAMPLES)
@given(st.data())
def test_no_bytes_stop_the_reader_of_a_saved_dataset(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        datasets.Dataset.from_list(ROWS).save_to_disk(folder)
        file = Path(
            folder, data.draw(st.sampled_from(["data-00000-of-00001.arrow", "state.json", "dataset_info.json"]))
        )
        file.write_bytes(data.draw(damaged(file.read_bytes())))
        try:
            items = list(Reader([folder]))
        except InputError as error:
            assert "no column" in str(error)  # noqa: PT017  # the name of a column was hit
            return
    for item in items:
        if isinstance(item, Located):
            item.article.text.encode()
