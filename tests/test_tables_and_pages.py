"""Parquet, datasets and HTML pages as inputs."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import datasets
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from quotes.articles import Columns, Item, Located, Options, Reader, Rejection
from quotes.model import Article, InputError

ROWS = {
    "doc_id": [f"bai-{i}" for i in range(300)],
    "text": [f"Bà nói câu {i}." for i in range(300)],
    "published": ["2022-01-12"] * 300,
    "tags": [["x"]] * 300,
}


def read(path: str | Path, **options: Any) -> list[Item]:
    return list(Reader([path], Options(**options)))


def expected(count: int = 300) -> list[Article]:
    return [Article(f"bai-{i}", f"Bà nói câu {i}.", published="2022-01-12") for i in range(count)]


def articles(items: list[Item]) -> list[Article]:
    return [item.article for item in items if isinstance(item, Located)]


def test_parquet(tmp_path: Path) -> None:
    pq.write_table(pa.table(ROWS), tmp_path / "a.parquet", row_group_size=70)
    items = read(tmp_path / "a.parquet")
    assert articles(items) == expected()
    assert [item.line for item in items] == list(range(1, 301))


def test_parquet_with_other_columns_types_and_nulls(tmp_path: Path) -> None:
    columns = {
        "url": ["https://a", None, "https://c"],
        "body": pa.array(["Bà nói.", "Ông nói.", None], pa.large_string()),
        "day": [date(2022, 1, 12), None, date(2022, 1, 14)],
        "title": pa.array(["Tít"] * 3).dictionary_encode(),
    }
    pq.write_table(pa.table(columns), tmp_path / "a.parquet")
    items = read(tmp_path / "a.parquet", columns=Columns(text="body", id="url", date="day"))
    assert articles(items) == [Article("https://a", "Bà nói.", "Tít", "2022-01-12", None, "https://a")]
    assert [(i.line, i.reason) for i in items if isinstance(i, Rejection)] == [(2, "id"), (3, "no-text")]
    numbered = read(tmp_path / "a.parquet", columns=Columns(text="body", id="#", date="day"))
    assert [a.doc_id for a in articles(numbered)] == ["a-1", "a-2"]


def test_a_time_stamp_keeps_its_day_first(tmp_path: Path) -> None:
    rows = {"doc_id": ["a"], "text": ["Bà nói."], "published": [datetime(2022, 1, 12, 7, 30)]}
    pq.write_table(pa.table(rows), tmp_path / "a.parquet")
    assert articles(read(tmp_path / "a.parquet"))[0].published == "2022-01-12T07:30:00"


@pytest.mark.parametrize(("gone", "option"), [("text", "--text-column"), ("doc_id", "--id-column")])
def test_a_column_that_is_not_there(tmp_path: Path, gone: str, option: str) -> None:
    pq.write_table(pa.table({k: v for k, v in ROWS.items() if k != gone}), tmp_path / "a.parquet")
    with pytest.raises(InputError, match=rf"a\.parquet: no column '{gone}' among .*published.*{option}"):
        read(tmp_path / "a.parquet")


@pytest.mark.parametrize("cut", [slice(0, 0), slice(0, 900), slice(900, None)])
def test_parquet_that_is_damaged(tmp_path: Path, cut: slice) -> None:
    pq.write_table(pa.table(ROWS), tmp_path / "a.parquet")
    (tmp_path / "a.parquet").write_bytes((tmp_path / "a.parquet").read_bytes()[cut])
    (rejection,) = read(tmp_path / "a.parquet")
    assert isinstance(rejection, Rejection)
    assert rejection.reason == "truncated"


def test_a_string_in_parquet_that_is_no_text(tmp_path: Path) -> None:
    good, bad = "Bà nói.".encode(), b"\xff\xfe"
    data = b"".join([good, bad, good])
    offsets = pa.py_buffer(b"".join(n.to_bytes(4, "little") for n in (0, 9, 11, 20)))
    text = pa.StringArray.from_buffers(3, offsets, pa.py_buffer(data))
    assert len(good) == 9
    pq.write_table(pa.table({"doc_id": ["a", "b", "c"], "text": text}), tmp_path / "a.parquet")
    items = read(tmp_path / "a.parquet")
    assert [a.doc_id for a in articles(items)] == ["a", "c"]
    assert [(i.line, i.reason) for i in items if isinstance(i, Rejection)] == [(2, "encoding")]


def test_a_dataset_saved_to_disk_alone_and_inside_a_folder(tmp_path: Path) -> None:
    datasets.Dataset.from_dict(ROWS).save_to_disk(tmp_path / "all" / "saved", num_shards=3)
    (tmp_path / "all" / "z.txt").write_text("Bà nói.", encoding="utf-8")
    assert articles(read(tmp_path / "all" / "saved")) == expected()
    assert articles(read(tmp_path / "all")) == [*expected(), Article("z", "Bà nói.")]


def test_a_dataset_with_splits(tmp_path: Path) -> None:
    whole = datasets.Dataset.from_dict(ROWS)
    parts = {"train": whole.select(range(200)), "test": whole.select(range(200, 300))}
    datasets.DatasetDict(parts).save_to_disk(tmp_path / "saved")
    assert articles(read(tmp_path / "saved")) == expected()
    assert articles(read(tmp_path / "saved", split="test")) == expected()[200:]
    with pytest.raises(InputError, match="no split 'dev' among"):
        read(tmp_path / "saved", split="dev")


def test_a_dataset_that_points_elsewhere_is_not_followed(tmp_path: Path) -> None:
    datasets.Dataset.from_dict(ROWS).save_to_disk(tmp_path / "saved")
    state = json.loads((tmp_path / "saved/state.json").read_text(encoding="utf-8"))
    file = state["_data_files"][0]["filename"]
    (tmp_path / "saved" / file).rename(tmp_path / file)
    state["_data_files"] = [{"filename": f"../{file}"}]
    (tmp_path / "saved/state.json").write_text(json.dumps(state), encoding="utf-8")
    (rejection,) = read(tmp_path / "saved")
    assert isinstance(rejection, Rejection)
    assert "a file elsewhere" in rejection.message


def test_the_hub_is_asked_by_name_and_streamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # load_dataset takes a local folder of the Hub's layout for a name: the same call, without the network.
    (tmp_path / "repo" / "data").mkdir(parents=True)
    pq.write_table(pa.table(ROWS), tmp_path / "repo" / "data" / "train-00000-of-00001.parquet")
    assert articles(read(f"hub:{tmp_path / 'repo'}")) == expected()
    with pytest.raises(InputError, match="no column 'body' among"):
        read(f"hub:{tmp_path / 'repo'}", columns=Columns(text="body"))
    monkeypatch.setattr(datasets.config, "HF_HUB_OFFLINE", True)
    with pytest.raises(InputError, match="cannot be loaded"):
        read(f"hub:{tmp_path / 'gone'}")


PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Cầu mới - Báo Ví Dụ</title>
<meta property="og:title" content="Cầu mới nối hai bờ sông"><meta property="og:site_name" content="Báo Ví Dụ">
<link rel="canonical" href="https://example.com/cau-moi">{head}</head>
<body><nav><a href="/">Trang chủ</a> <a href="/thoi-su">Thời sự</a></nav>
<article><h1>Cầu mới nối hai bờ sông</h1>
<p>Ông Trần Văn Bình, Giám đốc Sở Giao thông, nói: “Cầu sẽ xong vào mùa hè, nếu trời không mưa nhiều quá”.</p>
<p>Theo bà Lê Thị Hoa, người dân hai bên bờ sông đã chờ cây cầu này từ hơn hai mươi năm nay.</p>
<p>“Chúng tôi chờ đã lâu”, bà nói, “nay thì yên tâm rồi, con cái đi học không còn phải qua đò nữa”.</p></article>
<footer><p>Giấy phép số 12/GP-TTĐT cấp ngày 05/03/2015. Điện thoại: 024 0000 0000</p></footer></body></html>"""
LD = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (
            LD.format('{"@type": "NewsArticle", "datePublished": "2022-01-12T08:00:00+07:00"}'),
            "2022-01-12T08:00:00+07:00",
        ),
        (LD.format('{"@graph": [{"@type": "WebPage"}, {"datePublished": "2022-01-12"}]}'), "2022-01-12"),
        (LD.format("{broken") + '<meta property="article:published_time" content="2022-01-13">', "2022-01-13"),
        (LD.format("[" * 5000) + '<meta itemprop="datePublished" content=" 2022-01-14 ">', "2022-01-14"),
        (LD.format('{"datePublished": {"x": 7}}') + '<meta name="PubDate" content="2022-01-15">', "2022-01-15"),
        ("", None),
    ],
)
def test_a_page(tmp_path: Path, head: str, published: str | None) -> None:
    pytest.importorskip("trafilatura", reason="the extra [html] is not installed")
    (tmp_path / "cau-moi.html").write_text(PAGE.format(head=head), encoding="utf-8")
    (article,) = articles(read(tmp_path))
    assert article.text.count("\n") >= 2
    assert all(paragraph in article.text for paragraph in ("Sở Giao thông, nói: “Cầu", "yên tâm rồi", "Theo bà Lê"))
    assert "Giấy phép" not in article.text
    assert (article.doc_id, article.published) == ("cau-moi", published)
    assert (article.title, article.outlet) == ("Cầu mới nối hai bờ sông", "Báo Ví Dụ")
    assert article.url == "https://example.com/cau-moi"


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"\0\xff\0", b"<p>"])
def test_a_page_without_an_article(tmp_path: Path, data: bytes) -> None:
    pytest.importorskip("trafilatura", reason="the extra [html] is not installed")
    (tmp_path / "a.html").write_bytes(data)
    (rejection,) = read(tmp_path / "a.html")
    assert isinstance(rejection, Rejection)
    assert rejection.reason == "no-text"


def test_without_the_extra_the_message_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    (tmp_path / "a.html").write_text("<p>x", encoding="utf-8")
    with pytest.raises(InputError, match=r"quotes\[html\]"):
        read(tmp_path / "a.html")
