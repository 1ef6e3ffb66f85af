"""What comes in: every kind of input, in a fixed order, and a reason for everything that does not."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from types import SimpleNamespace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.articles import Columns, Item, Located, Options, Reader, Rejection, decode, read_text, rows
from quotes.model import Article, InputError

VIETNAMESE = "Ông Nguyễn Văn An nói: “Đường sắp xong, người dân đỡ vất vả”. Bà Lê Thị Bình cũng cho biết như vậy.\n" * 9


def read(*paths: str | Path, **options: object) -> list[Item]:
    return list(Reader(paths, Options(**options)))  # type: ignore[arg-type]


def ids(items: list[Item]) -> list[str]:
    return [item.article.doc_id for item in items if isinstance(item, Located)]


def reasons(items: list[Item]) -> list[str]:
    return [item.reason for item in items if isinstance(item, Rejection)]


def jsonl(path: Path, *articles: object) -> Path:
    path.write_text("".join(json.dumps(a) + "\n" for a in articles), encoding="utf-8")
    return path


def article(doc_id: object = "a", **fields: object) -> dict[str, object]:
    return {"doc_id": doc_id, "text": "Bà nói.", **fields}


@pytest.mark.parametrize(
    "text", ["một\r\nhai\rba\n", "\ufeffcó dấu", "không xuống dòng", "e\u0302\u0301 NFD", "👩‍🌾\u202e"]
)
def test_text_is_kept_as_it_stands(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert read(tmp_path / "a.txt") == [Located(Article("a", text), str(tmp_path / "a.txt"))]
    assert read_text(tmp_path / "a.txt") == text


@given(st.text())
def test_any_text_comes_back_or_is_rejected(text: str) -> None:
    row = json.loads(json.dumps(article(text=text)))
    item = rows.article_of(row, "a.jsonl", 1)
    assert isinstance(item, Rejection) or item.article.text == text
    assert isinstance(item, Located) or item.reason in {"empty", "binary"}


def test_folders_are_sorted_and_other_files_are_counted(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/d.txt", "README.md", ".hidden.txt", "c/photo.jpg", "c/LICENSE"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Bà nói.", encoding="utf-8")
    reader = Reader([tmp_path])
    assert ids(list(reader)) == ["a", "b", "d"]
    assert reader.ignored == {".md": 1, ".jpg": 1, "LICENSE": 1}


def test_the_output_folder_is_no_input(tmp_path: Path) -> None:
    jsonl(tmp_path / "articles.jsonl", article("a"))
    (tmp_path / "output").mkdir()
    jsonl(tmp_path / "output" / "quotes.jsonl", article("b"))
    assert ids(read(tmp_path, exclude=tmp_path / "output")) == ["a"]


def test_jsonl_with_all_its_fields_and_more(tmp_path: Path) -> None:
    fields = {"title": "Tít", "published": "2022-01-12", "outlet": "Báo", "url": "https://example.com"}
    path = jsonl(tmp_path / "a.jsonl", article(7, **fields, tags=["x"], image=None))
    assert read(path) == [
        Located(Article("7", "Bà nói.", "Tít", "2022-01-12", "Báo", "https://example.com"), str(path), 1)
    ]


def test_columns_have_the_names_that_are_given(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", {"body": "Bà nói.", "key": "k", "day": "2022-01-12"})
    item = read(path, columns=Columns(text="body", id="key", date="day"))[0]
    assert isinstance(item, Located)
    assert item.article == Article("k", "Bà nói.", published="2022-01-12")
    assert ids(read(path, columns=Columns(text="body", id="#"))) == ["a-1"]


def packed(path: Path, data: bytes) -> Path:
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(data))
    elif path.suffix == ".zst":
        import pyarrow as pa

        with pa.CompressedOutputStream(str(path), "zstd") as stream:
            stream.write(data)
    else:
        path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.ndjson", "A.JSONL"])
def test_packed_lines(tmp_path: Path, name: str) -> None:
    data = "".join(json.dumps(article(i)) + "\n" for i in range(500)).encode()
    assert ids(read(packed(tmp_path / name, data))) == [str(i) for i in range(500)]


@pytest.mark.parametrize("suffix", ["gz", "zst"])
def test_an_archive_that_breaks_off_costs_its_rest(tmp_path: Path, suffix: str) -> None:
    lines = [json.dumps(article(i, text=os.urandom(200).hex())) + "\n" for i in range(900)]
    path = packed(tmp_path / f"a.jsonl.{suffix}", "".join(lines).encode())
    path.write_bytes(path.read_bytes()[:-20_000])
    items = read(path)
    assert 0 < len(ids(items)) < 900
    assert reasons(items) in (["truncated"], ["json", "truncated"])
    last = items[-1]
    assert isinstance(last, Rejection)
    assert last.line is not None
    assert last.line > len(ids(items))


BROKEN_LINES = {
    b'{"doc_id": "x", "text": "B': ("json", "not JSON"),
    b"[1, 2]": ("json", "object"),
    b'"text"': ("json", "object"),
    b"[" * 100_000: ("json", ""),
    b'{"doc_id": "x"}': ("no-text", "missing"),
    b'{"doc_id": "x", "text": 7}': ("no-text", "int"),
    b'{"doc_id": "x", "text": " \\n\\t"}': ("empty", "empty"),
    b'{"doc_id": "x", "text": "a\\u0000b"}': ("binary", "NUL"),
    b'{"doc_id": "x", "text": "a\\ud83db"}': ("encoding", "surrogate"),
    b'{"doc_id": "x", "text": "ab", "title": "\\ud83d"}': ("encoding", "surrogate"),
    b'{"doc_id": "x", "text": "\xff\xfe"}': ("encoding", "UTF-8"),
    b'{"text": "ab"}': ("id", "missing"),
    b'{"doc_id": "", "text": "ab"}': ("id", "missing"),
    b'{"doc_id": ["x"], "text": "ab"}': ("id", "missing"),
    b'{"doc_id": "../../etc/x", "text": "ab"}': ("id", "climbs"),
    b'{"doc_id": "a\\\\..\\\\x", "text": "ab"}': ("id", "climbs"),
    b'{"doc_id": "a\\u001b[31mx", "text": "ab"}': ("id", "control"),
    b'{"doc_id": "a\\nx", "text": "ab"}': ("id", "control"),
    b'{"doc_id": "%s", "text": "ab"}' % (b"x" * 600): ("id", "longer"),
    b'{"doc_id": "first", "text": "ab"}': ("duplicate", "same id"),
}


@pytest.mark.parametrize("line", BROKEN_LINES, ids=lambda line: line[:40].decode("latin-1"))
def test_a_broken_line_costs_itself(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        json.dumps(article("first")).encode() + b"\n\n" + line + b"\n" + json.dumps(article("last")).encode()
    )
    items = read(path)
    assert ids(items) == ["first", "last"]
    (rejection,) = (item for item in items if isinstance(item, Rejection))
    assert (rejection.path, rejection.line) == (str(path), 3)
    assert rejection.reason == BROKEN_LINES[line][0]
    assert BROKEN_LINES[line][1] in rejection.message


def test_ids_with_dots_and_addresses_are_fine(tmp_path: Path) -> None:
    names = ["https://example.com/a/b?c=1..2", "a..b", "…", "..a", "bài 1"]
    assert ids(read(jsonl(tmp_path / "a.jsonl", *(article(n) for n in names)))) == names


def test_a_long_line_is_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotes.articles.lines.MAX_BYTES", 1000)
    lines = [article("a"), article("b", text="x" * 5000), article("c"), article("d", text="x" * 980)]
    items = read(jsonl(tmp_path / "a.jsonl", *lines))
    assert ids(items) == ["a", "c"]
    assert [(i.line, i.reason) for i in items if isinstance(i, Rejection)] == [(2, "too-long"), (4, "too-long")]


HUGE = """
import resource, sys
from quotes.articles import Located, Reader
used = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
list(Reader([sys.argv[1]]))
before = used()
items = list(Reader([sys.argv[2]]))
print([item.article.doc_id if isinstance(item, Located) else item.reason for item in items], used() - before)
"""


def test_a_line_of_200_megabytes_costs_itself_and_little_memory(tmp_path: Path) -> None:
    small = jsonl(tmp_path / "small.jsonl", article("a"))
    with (tmp_path / "huge.jsonl").open("wb") as file:
        file.write(json.dumps(article("a")).encode() + b'\n{"doc_id": "b", "text": "')
        for _ in range(200):
            file.write(b"x" * 1_000_000)
        file.write(b'"}\n' + json.dumps(article("c")).encode() + b"\n")
    command = [sys.executable, "-c", HUGE, str(small), str(tmp_path / "huge.jsonl")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found, _, kilobytes = done.stdout.strip().rpartition(" ")
    assert found == "['a', 'too-long', 'c']"
    assert int(kilobytes) < 100_000


def cp1258(text: str) -> bytes:
    """Windows-1258 writes a letter with its mark, then the tone by itself."""
    marks = "\u0302\u0306\u031b"

    def letter(c: str) -> str:
        base, *rest = unicodedata.normalize("NFD", c)
        kept = unicodedata.normalize("NFC", base + "".join(m for m in rest if m in marks))
        return kept + "".join(m for m in rest if m not in marks)

    return "".join(map(letter, text)).encode("cp1258")


@pytest.mark.parametrize(
    ("data", "reason", "message"),
    [
        (b"", "empty", "empty"),
        (b" \n\xef\xbb\xbf", "empty", "empty"),
        (VIETNAMESE.encode("utf-16"), "encoding", "--encoding utf-16"),
        (cp1258(VIETNAMESE), "encoding", "--encoding cp1258"),
        ("Été à Hué, né là-bas, déjà vu. ".encode("latin-1") * 9, "encoding", "--encoding cp125"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "binary", "binary"),
        (b"ELF\0\0\0", "binary", "NUL"),
        (VIETNAMESE.encode()[:-40] + b"\xc3(", "encoding", "not UTF-8"),
    ],
)
def test_a_file_that_is_no_text_is_named_for_what_it_is(tmp_path: Path, data: bytes, reason: str, message: str) -> None:
    (tmp_path / "x.txt").write_bytes(data)
    (rejection,) = read(tmp_path / "x.txt")
    assert isinstance(rejection, Rejection)
    assert (rejection.path, rejection.line, rejection.doc_id) == (str(tmp_path / "x.txt"), None, "x")
    assert (rejection.reason, message in rejection.message) == (reason, True), rejection.message


@pytest.mark.parametrize(
    ("encoding", "data"), [("utf-16", VIETNAMESE.encode("utf-16")), ("cp1258", cp1258(VIETNAMESE))]
)
def test_the_encoding_that_is_named_is_read(tmp_path: Path, encoding: str, data: bytes) -> None:
    (tmp_path / "x.txt").write_bytes(data)
    (item,) = read(tmp_path / "x.txt", encoding=encoding)
    assert isinstance(item, Located)
    assert item.article.text == data.decode(encoding) == decode(data, encoding)


def test_links_that_run_in_circles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bà nói.", encoding="utf-8")
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    items = read(tmp_path)
    assert ids(items) == ["a"]
    assert sorted(reasons(items)) == ["loop", "unreadable", "unreadable"]


def test_one_id_in_two_files_or_the_same_file_twice(tmp_path: Path) -> None:
    (tmp_path / "c").mkdir()
    for name in ("a.txt", "c/a.txt"):
        (tmp_path / name).write_text("Bà nói.", encoding="utf-8")
    items = read(tmp_path, tmp_path / "a.txt")
    assert ids(items) == ["a"]
    assert [(i.path, i.reason) for i in items if isinstance(i, Rejection)] == [
        (str(tmp_path / "c/a.txt"), "duplicate"),
        (str(tmp_path / "a.txt"), "duplicate"),
    ]


@pytest.mark.parametrize(
    ("data", "expected"), [(b'{"doc_id": "x", "text": "ab"}\n', ["x"]), ("Bà nói.".encode(), ["stdin"])]
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, expected: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(data))))  # type: ignore[arg-type]
    assert ids(read("-")) == expected


def test_a_path_that_is_not_there_fails_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.txt: no such file or folder"):
        Reader([tmp_path, tmp_path / "gone.txt"])
    with pytest.raises(InputError, match="no path"):
        Reader([])


def test_an_unknown_encoding_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("ab", encoding="utf-8")
    with pytest.raises(InputError, match="unknown encoding: utf-9"):
        read(tmp_path / "x.txt", encoding="utf-9")


def test_position_reaches_the_total(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bà nói.", encoding="utf-8")
    jsonl(tmp_path / "b.jsonl", *(article(f"b{i}") for i in range(9)))
    reader = Reader([tmp_path])
    list(reader)
    assert reader.position == reader.total() == sum(p.stat().st_size for p in tmp_path.iterdir())


def test_the_documentation_says_what_every_reason_means() -> None:
    page = (Path(__file__).parents[1] / "docs" / "howto" / "scale.md").read_text(encoding="utf-8")
    table = page.partition("| reason | what it means |")[2].partition("\n\n")[0]
    first = [line.split("|")[1] for line in table.splitlines()[2:]]
    assert sorted(re.findall(r"`([a-z-]+)`", " ".join(first))) == sorted(get_args(rows.Reason))
