"""Counts, people across articles, and what of them reaches a terminal or a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from factories import TEXT, jsonl, records
from hypothesis import given
from hypothesis import strategies as st

from quotes.cli import main
from quotes.cli.show import coloured
from quotes.cli.stats import KEYS
from quotes.exports.csv import to_csv
from quotes.people import find, people
from quotes.stats import BY, count, frame


@pytest.fixture
def output(tmp_path: Path) -> str:
    (tmp_path / "quotes.jsonl").write_bytes(jsonl(records()))
    return str(tmp_path)


def run(*arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == code, result.output
    return result.output


def said(speaker: str | None, doc_id: str = "a", role: str | None = None, kind: str = "person", **more: Any) -> Any:
    return records()[0] | {"speaker": speaker, "doc_id": doc_id, "role": role, "speaker_kind": kind} | more


@pytest.mark.parametrize("by", BY)
def test_every_quotation_is_counted_once(by: str) -> None:
    assert count(frame(records()), by)["quotations"].sum() == 3


def test_counts_by_hand() -> None:
    rows = count(frame(records()), "speaker").to_dicts()
    assert [(r["speaker"], r["quotations"], r["direct"], r["indirect"], r["official"]) for r in rows] == [
        ("Lê Thị Hoa", 2, 1, 1, 0),
        ("Trần Văn Bình", 1, 1, 0, 1),
    ]
    assert rows[0]["share"] == 0.6667
    assert rows[1]["first"] == rows[1]["last"] == "2022-01-12"


def test_months_stand_in_their_order_and_unknown_years_in_none() -> None:
    dates = ["2022-03-01", "2021-12", "2022-03", "2022", "XXXX-01-12", None]
    rows = count(frame([records()[0] | {"date": date} for date in dates]), "month").to_dicts()
    assert [(r["month"], r["quotations"]) for r in rows] == [("2021-12", 1), ("2022-03", 2), (None, 3)]


def test_the_command_offers_what_can_be_counted_by() -> None:
    assert set(KEYS) == set(BY)


def test_no_records_give_empty_tables() -> None:
    assert count(frame([]), "speaker").height == 0


def test_stats_in_every_style(output: str) -> None:
    assert "Lê Thị Hoa" in run("stats", output)
    as_json = json.loads(run("stats", output, "--by", "speaker", "--format", "json"))
    as_csv = list(csv.DictReader(io.StringIO(run("stats", output, "--by", "speaker", "--format", "csv"))))
    assert [row["speaker"] for row in as_csv] == [row["speaker"] for row in as_json] == ["Lê Thị Hoa", "Trần Văn Bình"]
    table = run("stats", output, "--by", "speaker", "--format", "markdown").splitlines()
    assert table[0].startswith("| speaker | quotations |")
    assert len({line.count("|") for line in table}) == 1
    assert len(json.loads(run("stats", output, "--by", "speaker", "--top", "1", "--format", "json"))) == 1


@given(st.lists(st.dictionaries(st.just("a"), st.text() | st.integers() | st.none(), min_size=1)))
def test_csv_comes_back_and_runs_nothing(rows: list[dict[str, Any]]) -> None:
    read = list(csv.reader(io.StringIO(to_csv(rows, ["a"]), newline="")))[1:]
    for row, cells in zip(rows, read, strict=True):
        [cell] = cells or [""]  # a row of one empty cell
        text = "" if row["a"] is None else str(row["a"])
        assert cell in (text, "'" + text)
        if isinstance(row["a"], str):
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


# ---- people ----


def joined(*rows: Any) -> list[set[str]]:
    return [set(person.names) for person in people(rows)]


def test_a_surname_with_the_same_office_is_joined_with_evidence() -> None:
    lavrov, blinken = people(
        [
            said("Sergei Lavrov", "a", "Ngoại trưởng Nga"),
            said("Sergei Lavrov", "b", "Ngoại trưởng"),
            said("Lavrov", "c", "Ngoại trưởng Nga"),
            said("Antony Blinken", "c", "Ngoại trưởng Mỹ"),
        ]
    )
    assert set(lavrov.names) == {"Sergei Lavrov", "Lavrov"}
    assert len(lavrov.statements) == 3
    assert "Ngoại trưởng" in lavrov.evidence[0]
    assert blinken.evidence == []


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Lavrov", None),
        ("Lavrov", "huấn luyện viên"),
        ("Lavrova", "Ngoại trưởng Nga"),
        ("I. Lavrov", "Ngoại trưởng Nga"),
    ],
)
def test_what_is_not_safe_stays_apart(name: str, role: str | None) -> None:
    assert len(joined(said("Sergei Lavrov", "a", "Ngoại trưởng Nga"), said(name, "b", role))) == 2


def test_two_who_could_be_meant_are_not_guessed_between() -> None:
    rows = [said("Bill Clinton", "a", "Tổng thống Mỹ"), said("Hillary Clinton", "b", "Tổng thống Mỹ")]
    assert len(joined(*rows, said("Clinton", "c", "Tổng thống Mỹ"))) == 3


def test_initials() -> None:
    assert joined(said("Sergei Lavrov", "a", "Ngoại trưởng"), said("S. Lavrov", "b", "Ngoại trưởng")) == [
        {"Sergei Lavrov", "S. Lavrov"}
    ]


def test_a_vietnamese_name_alone_is_not_one_person() -> None:
    doctor, teacher = said("Nguyễn Văn Hùng", "a", "bác sĩ"), said("Nguyễn Văn Hùng", "b", "hiệu trưởng")
    assert len(joined(doctor, teacher)) == 2
    assert len(joined(doctor, said("Nguyễn Văn Hùng", "b", "bác sĩ Bệnh viện Chợ Rẫy"))) == 1
    assert len(joined(doctor, said("Nguyễn Văn Hùng", "a"))) == 1


def test_bodies_are_joined_by_name_and_no_speaker_is_nobody() -> None:
    rows = [said("Nga", "a", kind="country"), said("Nga", "b", kind="organization"), said(None)]
    assert joined(*rows) == [{"Nga"}]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("chủ quán", "person"),
        ("Người phụ nữ", "person"),
        ("Nhiều phụ huynh", "group"),
        ("Cơ quan điều tra", "organization"),
    ],
)
def test_a_description_is_somebody_else_in_another_article(name: str, kind: str) -> None:
    rows = [said(name, doc_id, role=name, kind=kind) for doc_id in ("a", "a", "b")]
    assert sorted(len(person.statements) for person in people(rows)) == [1, 2]


def test_statements_stand_in_order_of_date() -> None:
    dates = ["2022-05", None, "2021", "XXXX-01-01", "2022-01-01"]
    [person] = people([said("Jens Stoltenberg", date=date) for date in dates])
    assert [r["date"] for r in person.statements] == ["2021", "2022-01-01", "2022-05", None, "XXXX-01-01"]


def test_find_without_diacritics() -> None:
    everyone = people([said("Đỗ Thị Hoà"), said("Hòa Bình")])
    assert [p.name for p in find(everyone, "hoa do")] == ["Đỗ Thị Hoà"]


def test_speakers_command(output: str) -> None:
    assert json.loads(run("speakers", output, "--format", "json"))[0]["statements"] == 2
    told = run("speakers", output, "le hoa")
    assert "người dân rất vui" in told
    assert "Cầu sẽ xong" not in told
    [row] = json.loads(run("speakers", output, "binh", "--since", "2022-01", "--format", "json"))
    assert row["date"] == "2022-01-12"
    assert "nobody" in run("speakers", output, "binh", "--since", "2022-02", code=2)


# ---- terminal ----


def test_a_bar_shows_on_a_terminal_and_nowhere_else(output: str) -> None:
    pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
    command = [sys.executable, "-c", "from quotes.cli import main; main()", "stats", output, "--format", "json"]
    ours, theirs = pty.openpty()
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=theirs, check=True, env={**os.environ, "TERM": "xterm"}
    )
    os.close(theirs)
    assert b"reading" in os.read(ours, 10_000)
    assert json.loads(done.stdout)
    assert subprocess.run(command, capture_output=True, check=True).stderr == b""


def test_show_brackets_and_numbers() -> None:
    told = coloured(TEXT, records()).plain
    assert "“⟦Cầu sẽ xong vào mùa hè⟧1”" in told
    assert "⟦Chúng tôi chờ đã lâu”, bà nói, “nay thì yên tâm rồi⟧3" in told


def test_show_ends_of_nested_quotations() -> None:
    outer, inner = records()[0], records()[0]
    inner["quote_spans"] = [{**inner["quote_spans"][0], "start": inner["quote_spans"][0]["start"] + 4}]
    assert "⟦Cầu ⟦sẽ xong vào mùa hè⟧2⟧1" in coloured(TEXT, [outer, inner]).plain


ESCAPE = "\x1b[31m\x1b]0;title\x07\u202e\x9b2J"


def test_no_escape_sequence_of_the_data_passes(tmp_path: Path) -> None:
    row = records()[0] | dict.fromkeys(("speaker", "role", "affiliation", "outlet", "id"), f"Ông {ESCAPE}")
    (tmp_path / "quotes.jsonl").write_bytes(jsonl([row]))
    told = [
        run("stats", str(tmp_path)),
        run("stats", str(tmp_path), "--format", "markdown"),
        run("stats", str(tmp_path), "--format", "json"),
        run("speakers", str(tmp_path)),
        run("speakers", str(tmp_path), "ong"),
        coloured(ESCAPE, []).plain,
    ]
    assert json.loads(run("speakers", str(tmp_path), "--format", "json"))[0]["speaker"] == row["speaker"]
    for text in told:
        assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e"}
