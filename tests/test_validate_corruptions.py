"""What a bad producer could write: every corruption is reported with its line and field."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from factories import DOC_ID, TEXT, jsonl, records
from hypothesis import given
from hypothesis import strategies as st

from quotes.cli import main
from quotes.jsonl import read_json, validate_lines
from quotes.records import FIELDS, from_record

Rows = list[dict[str, Any]]
THIRD = 3  # the line that is spoilt


def put(**values: Any) -> Callable[[Rows], bytes]:
    def spoil(rows: Rows) -> bytes:
        rows[THIRD - 1] |= values
        return jsonl(rows)

    return spoil


def drop(field: str) -> Callable[[Rows], bytes]:
    def spoil(rows: Rows) -> bytes:
        del rows[THIRD - 1][field]
        return jsonl(rows)

    return spoil


def move(field: str, start: int = 0, end: int = 0, piece: int | None = None) -> Callable[[Rows], bytes]:
    def spoil(rows: Rows) -> bytes:
        span = rows[THIRD - 1][field] if piece is None else rows[THIRD - 1][field][piece]
        span["start"] += start
        span["end"] += end
        return jsonl(rows)

    return spoil


def edit(old: bytes, new: bytes) -> Callable[[Rows], bytes]:
    def spoil(rows: Rows) -> bytes:
        lines = jsonl(rows).splitlines(keepends=True)
        assert old in lines[THIRD - 1]
        lines[THIRD - 1] = lines[THIRD - 1].replace(old, new, 1)
        return b"".join(lines)

    return spoil


def swap_pieces(rows: Rows) -> bytes:
    rows[THIRD - 1]["quote_spans"].reverse()
    return jsonl(rows)


def same_piece_twice(rows: Rows) -> bytes:
    first = rows[THIRD - 1]["quote_spans"][0]
    words = rows[THIRD - 1]["quote"].partition(" … ")[0]
    rows[THIRD - 1] |= {"quote_spans": [first, dict(first)], "quote": f"{words} … {words}"}
    return jsonl(rows)


def fractional(rows: Rows) -> bytes:
    # To JSON Schema 5.0 is an integer; to Python no index.
    rows[THIRD - 1]["cue_span"]["start"] = float(rows[THIRD - 1]["cue_span"]["start"])
    return jsonl(rows)


def same_id(rows: Rows) -> bytes:
    rows[THIRD - 1]["id"] = rows[0]["id"]
    return jsonl(rows)


def cut_last_line(rows: Rows) -> bytes:
    return jsonl(rows)[:-40]


def blank_line(rows: Rows) -> bytes:
    lines = jsonl(rows).splitlines(keepends=True)
    return b"".join([*lines[:2], b"\n", lines[2]])


SCHEMA = {f"{name} missing": (drop(name), name) for name in FIELDS} | {
    "speaker a number": (put(speaker=7), "speaker"),
    "speaker empty": (put(speaker=""), "speaker"),
    "role a list": (put(role=["Giám đốc"]), "role"),
    "kind unknown to the schema": (put(speaker_kind="robot"), "speaker_kind"),
    "kind null": (put(speaker_kind=None), "speaker_kind"),
    "official a string": (put(official="true"), "official"),
    "official null": (put(official=None), "official"),
    "type unknown to the schema": (put(quote_type="Direct"), "quote_type"),
    "quote empty": (put(quote=""), "quote"),
    "quote null": (put(quote=None), "quote"),
    "no spans": (put(quote_spans=[]), "quote_spans"),
    "spans null": (put(quote_spans=None), "quote_spans"),
    "spans as pairs": (put(quote_spans=[[0, 4]]), "quote_spans[0]"),
    "span without end": (put(quote_spans=[{"start": 0}]), "quote_spans[0].end"),
    "span with a third field": (put(cue_span={"start": 0, "end": 3, "line": 1}), "cue_span.line"),
    "span starts before the text": (put(quote_spans=[{"start": -1, "end": 4}]), "quote_spans[0].start"),
    "offset a string": (put(source_span={"start": "0", "end": 4}), "source_span.start"),
    "offset half": (put(source_span={"start": 0.5, "end": 4}), "source_span.start"),
    "offset a truth value": (put(quote_spans=[{"start": True, "end": 4}]), "quote_spans[0].start"),
    "cue without span": (put(cue_span=None), "cue_span"),
    "span without cue": (put(cue=None), "cue_span"),
    "source without span": (put(source_span=None), "source_span"),
    "span without source": (put(source=None), "source_span"),
    "date in Vietnamese order": (put(date="12/01/2022", date_basis="explicit"), "date"),
    "date with time": (put(date="2022-01-12T10:00", date_basis="explicit"), "date"),
    "date with newline": (put(date="2022-01-12\n", date_basis="explicit"), "date"),
    "date without basis": (put(date="2022-01-12"), "date_basis"),
    "basis without date": (put(date_basis="explicit"), "date_basis"),
    "basis unknown to the schema": (put(date_basis="guess"), "date_basis"),
    "confidence above one": (put(confidence=1.5), "confidence"),
    "confidence below nought": (put(confidence=-0.1), "confidence"),
    "confidence a string": (put(confidence="0.9"), "confidence"),
    "rule null": (put(rule=None), "rule"),
    "another version": (put(schema_version="0.9"), "schema_version"),
    "version a number": (put(schema_version=1.0), "schema_version"),
    "a field too many": (put(sentiment="vui"), "sentiment"),
    "a misspelt field": (edit(b'"speaker":', b'"Speaker":'), "speaker"),
}
BEYOND = {
    "span ends before it starts": (put(cue_span={"start": 9, "end": 6}), "cue_span"),
    "span of nothing": (put(cue_span={"start": 9, "end": 9}), "cue_span"),
    "start off by one": (move("quote_spans", start=1, piece=0), "quote"),
    "end off by one": (move("quote_spans", end=-1, piece=1), "quote"),
    "cue longer than its span": (move("cue_span", end=-1), "cue"),
    "source shorter than its span": (move("source_span", start=-1), "source"),
    "offset 5.0": (fractional, "cue_span"),
    "pieces in the wrong order": (swap_pieces, "quote_spans[1]"),
    "one piece twice": (same_piece_twice, "quote_spans[1]"),
    "pieces joined otherwise": (put(quote="Chúng tôi chờ đã lâu nay thì yên tâm rồi"), "quote"),
    "30 February": (put(date="2022-02-30", date_basis="explicit"), "date"),
    "29 February of a common year": (put(date="2023-02-29", date_basis="context"), "date"),
    "31 April of an unknown year": (put(date="XXXX-04-31", date_basis="context"), "date"),
    "an id twice": (same_id, "id"),
}
LINES = {
    "NaN": (edit(b": 0.9", b": NaN"), ""),
    "infinity": (edit(b": 0.9", b": -Infinity"), ""),
    "infinity in digits": (edit(b": 0.9", b": 1e999"), ""),
    "a key twice": (edit(b'"official": false', b'"official": false, "official": true'), ""),
    "not UTF-8": (edit("Chúng".encode(), "Chúng".encode("utf-16")), ""),
    "UTF-8 cut within a letter": (edit("ú".encode(), "ú".encode()[:1]), ""),
    "half a surrogate pair": (edit("Chúng".encode(), b"Ch\\ud800ng"), ""),
    "a last line cut off": (cut_last_line, ""),
    "single quotes": (edit(b'"id"', b"'id'"), ""),
    "a trailing comma": (edit(b'"1.0"}', b'"1.0",}'), ""),
    "two records on a line": (edit(b'"1.0"}', b'"1.0"}{}'), ""),
    "no object": (edit(b'{"id"', b'["id"]\n{"id"'), ""),
    "an empty line": (blank_line, ""),
    "nested without end": (edit(b'{"id"', b"[" * 100_000 + b'{"id"'), ""),
    "a number without end": (edit(b": 0.9", b": " + b"9" * 5000), ""),
    "a byte order mark": (edit(b'{"id"', b'\xef\xbb\xbf{"id"'), ""),
}
TEXTS = {
    "words moved by one": (move("quote_spans", start=1, end=1, piece=0), "quote"),
    "cue elsewhere": (move("cue_span", start=-1, end=-1), "cue"),
    "source elsewhere": (move("source_span", start=2, end=2), "source"),
    "span beyond the text": (move("quote_spans", start=900, end=900, piece=1), "quote_spans[1]"),
    "a letter changed": (edit("yên tâm".encode(), "yên tầm".encode()), "quote"),
    "another normal form": (edit("chờ".encode(), "chơ\u0300".encode()), "quote"),
    "another article": (put(doc_id="bai-2"), "doc_id"),
}
ALL = SCHEMA | BEYOND | LINES | TEXTS


def test_enough_ways_to_be_wrong() -> None:
    assert len(ALL) >= 40


def test_the_good_output_is_good() -> None:
    assert list(validate_lines(jsonl(records()).splitlines(True), "q.jsonl", {DOC_ID: TEXT})) == [[], [], []]


@pytest.mark.parametrize("name", ALL)
def test_every_corruption_is_reported_with_its_line(name: str) -> None:
    spoil, field = ALL[name]
    texts = {DOC_ID: TEXT} if name in TEXTS else None
    found = [p for line in validate_lines(spoil(records()).splitlines(True), "q.jsonl", texts) for p in line]
    assert {(p.path, p.line) for p in found} == {("q.jsonl", THIRD)}
    assert field in [p.field for p in found], [str(p) for p in found]
    assert all(p.message for p in found)


@pytest.mark.parametrize("name", ALL)
def test_the_command_fails_on_it(name: str, tmp_path: Path) -> None:
    (tmp_path / "quotes.jsonl").write_bytes(ALL[name][0](records()))
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / f"{DOC_ID}.txt").write_bytes(TEXT.encode())
    result = CliRunner().invoke(main, ["validate", str(tmp_path), "--texts", str(tmp_path / "texts")])
    assert result.exit_code == 1, result.output
    assert f"quotes.jsonl:{THIRD}: " in result.output


def test_a_spoilt_line_does_not_hide_the_next(tmp_path: Path) -> None:
    rows = records()
    rows[0]["quote_type"] = "spoken"
    rows[2]["date"] = "2022-02-30"
    path = tmp_path / "q.jsonl"
    path.write_bytes(jsonl(rows).replace(b"\n", b"\nbroken\n", 1))
    result = CliRunner().invoke(main, ["validate", str(path), "--format", "json"])
    problems = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(p["line"], p["field"]) for p in problems] == [(1, "quote_type"), (2, ""), (4, "date_basis")]
    assert result.stderr == "4 records, 3 problems\n"


def test_workflow_commands_are_escaped(tmp_path: Path) -> None:
    path = tmp_path / "a,b.jsonl"
    path.write_bytes(jsonl([records()[0] | {"quote_type": "100%\n::error::"}]))
    line = CliRunner().invoke(main, ["validate", str(path), "--format", "github"]).stdout
    assert line.startswith(f"::error file={tmp_path}/a%2Cb.jsonl,line=1,title=quotes validate::quote_type: ")
    assert line.count("\n") == 1
    assert "100%25" in line


def test_escape_sequences_do_not_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    path.write_bytes(jsonl([records()[0] | {"doc_id": "\x1b[2J", "rule": ""}]))
    result = CliRunner().invoke(main, ["validate", str(path), "--texts", "seeds"])
    assert result.exit_code == 1
    assert "\x1b" not in result.output


def test_what_to_do_where_there_is_nothing(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["validate", str(tmp_path)])
    assert result.exit_code == 2
    assert "no such file; give a JSONL of quotations" in result.output


@pytest.mark.parametrize(
    ("stats", "said"),
    [
        ({"quotations": {"total": 3}, "articles": {"rejected": 1}}, None),
        (
            {"quotations": {"total": 4}, "articles": {"rejected": 1}},
            "stats.json:1: quotations.total: counted 4, but 3 are there",
        ),
        (
            {"quotations": {"total": 3}, "articles": {"rejected": 0}},
            "stats.json:1: articles.rejected: counted 0, but 1 are there",
        ),
        ({"quotations": {}}, "stats.json:1: not the counts"),
        ([], "not the counts"),
    ],
)
def test_lines_that_are_gone_are_missed(tmp_path: Path, stats: object, said: str | None) -> None:
    (tmp_path / "quotes.jsonl").write_bytes(jsonl(records()))
    (tmp_path / "rejected.jsonl").write_text("{}\n", encoding="utf-8")
    (tmp_path / "stats.json").write_text(json.dumps(stats), encoding="utf-8")
    result = CliRunner().invoke(main, ["validate", str(tmp_path)])
    assert result.exit_code == (1 if said else 0)
    assert (said or "3 records, 0 problems") in result.output


GOOD = jsonl(records()).splitlines(keepends=True)
bites = st.lists(st.tuples(st.integers(0, 2000), st.binary(max_size=3), st.integers(0, 3)), min_size=1, max_size=3)


@given(st.sampled_from(GOOD), bites)
def test_no_line_however_spoilt_stops_the_check(line: bytes, spoilt: list[tuple[int, bytes, int]]) -> None:
    for place, new, cut in spoilt:
        place %= len(line)
        line = line[:place] + new + line[place + cut :]
    found = list(validate_lines([line, GOOD[0]], "q.jsonl", {DOC_ID: TEXT}))
    assert len(found) == 2
    if not found[0]:
        record = read_json(line)
        assert isinstance(record, dict)
        assert from_record(record).quote == " … ".join(TEXT[s["start"] : s["end"]] for s in record["quote_spans"])


@given(st.binary(max_size=60))
def test_no_bytes_stop_the_check(line: bytes) -> None:
    found = list(validate_lines([line], "q.jsonl"))
    assert len(found) == 1
    assert found[0]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"\n", "empty; take the line out"),
        (b'{"a": "\xff"}\n', "not UTF-8: byte 0xff at column 8"),
        (b'{"a": }\n', "not JSON: Expecting value at column 7"),
        (b'{"a": ', "not JSON: Expecting value at column 7; the file ends within the line, it was cut off"),
        (b'{"a": NaN}\n', "NaN is no JSON number"),
        (b'{"a": -1e999}\n', "-1e999 is no JSON number"),
        (b'{"b": 1, "a": 1, "a": 2}\n', "'a' stands there twice; keep one"),
        (b'"\\ud800"\n', "half of a surrogate pair, which no UTF-8 text can hold"),
        (b"[" * 100_000 + b"\n", "nested too deep"),
        (b"5\n", "expected an object, found 5"),
    ],
)
def test_what_is_said_of_a_line(line: bytes, said: str) -> None:
    assert [[str(p) for p in found] for found in validate_lines([line], "q.jsonl")] == [[f"q.jsonl:1: {said}"]]


def test_a_whole_surrogate_pair_is_a_letter() -> None:
    assert read_json(b'"\\ud83d\\ude00"') == "\U0001f600"
