"""Gains, losses and changes between two outputs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from factories import jsonl, records

from quotes.cli import main
from quotes.evaluate import changes


def told(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[tuple[str, tuple[str, ...]]]:
    return [(change.what, change.fields) for change in changes(old, new)]


def test_the_same_has_no_changes() -> None:
    assert told(records(), records()) == []


def test_order_does_not_matter() -> None:
    assert told(records(), records()[::-1]) == []


def test_gain_and_loss() -> None:
    one, two, three = records()
    assert told([one, two], [two, three]) == [("loss", ()), ("gain", ())]


def test_changed_fields() -> None:
    one, two, three = records()
    changed = two | {"speaker": "Lê Hoa", "official": True, "id": "other", "context": "other"}
    assert told([one, two, three], [one, changed, three]) == [("changed", ("speaker", "official"))]


def test_a_bound_that_moved_is_a_change_and_another_place_is_not() -> None:
    one = records()[0]
    start, end = one["quote_spans"][0].values()
    shorter = one | {"quote": one["quote"][:-2], "quote_spans": [{"start": start, "end": end - 2}]}
    assert told([one], [shorter]) == [("changed", ("quote", "quote_spans"))]
    far = one | {"quote": "Cầu", "quote_spans": [{"start": start, "end": start + 3}]}
    assert [what for what, _ in told([one], [far])] == ["gain", "loss"]


def test_articles_of_one_side_only_and_their_order() -> None:
    one, two = ({**r, "doc_id": name} for r, name in zip(records(), "ab", strict=False))
    assert [(c.what, (c.new or c.old or {})["doc_id"]) for c in changes([one], [two])] == [("loss", "a"), ("gain", "b")]
    # The same words in another article are no pair.
    assert told([one], [one | {"doc_id": "b"}]) == [("loss", ()), ("gain", ())]


def test_half_is_enough_to_be_the_same() -> None:
    row = {"doc_id": "a", "quote_spans": [{"start": 0, "end": 10}]}
    assert told([row], [row | {"quote_spans": [{"start": 0, "end": 5}]}]) == [("changed", ("quote_spans",))]
    assert len(told([row], [row | {"quote_spans": [{"start": 0, "end": 4}]}])) == 2


def test_a_field_that_came_or_went() -> None:
    row = {"doc_id": "a", "quote_spans": [{"start": 0, "end": 10}]}
    assert told([row | {"x": 1}], [row | {"y": 2}]) == [("changed", ("x", "y"))]


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    one, two, three = records()
    (tmp_path / "old.jsonl").write_bytes(jsonl([one, two]))
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "quotes.jsonl").write_bytes(jsonl([one | {"speaker": "<b>\x1b[1m|x"}, three]))
    return ["diff", str(tmp_path / "old.jsonl"), str(tmp_path / "new")]


def test_text(paths: list[str]) -> None:
    output = CliRunner().invoke(main, paths).stdout
    assert [line[:2] for line in output.splitlines()] == ["~ ", "  ", "- ", "+ ", "1 "]
    assert output.splitlines()[-1] == "1 gained, 1 lost, 1 changed (speaker 1)"
    assert "\x1b" not in output


def test_markdown(paths: list[str]) -> None:
    output = CliRunner().invoke(main, [*paths, "--format", "markdown"]).stdout
    rows = [line for line in output.splitlines() if line.startswith("|")]
    assert len(rows) == 5
    assert "\\<b\\>" in output
    assert "<b>" not in output
    assert {row.replace("\\|", "").count("|") for row in rows} == {6}


def test_context_is_shown_where_it_is_asked_for(paths: list[str]) -> None:
    bare, text = (CliRunner().invoke(main, [*paths, *more]).stdout for more in ([], ["--context"]))
    where = [line for line in text.splitlines() if line.startswith("    in: ")]
    assert where == [f"    in: {records()[0]['context']}"] * 3
    assert [line for line in text.splitlines() if line and line not in where] == bare.splitlines()
    output = CliRunner().invoke(main, [*paths, "--context", "--format", "markdown"]).stdout
    rows = [line for line in output.splitlines() if line.startswith("|")]
    assert {row.replace("\\|", "").count("|") for row in rows} == {7}
    assert sum("Giám đốc Sở Giao thông, nói" in row for row in rows) == 3


def test_places_are_told_in_short(tmp_path: Path) -> None:
    third = records()[2]
    moved = third | {"quote_spans": third["quote_spans"][:1], "quote": third["quote"].partition(" … ")[0]}
    for name, row in (("old", third), ("new", moved)):
        (tmp_path / f"{name}.jsonl").write_bytes(jsonl([row]))
    output = CliRunner().invoke(main, ["diff", *(str(tmp_path / f"{name}.jsonl") for name in ("old", "new"))]).stdout
    (a, b), (c, d) = (tuple(span.values()) for span in third["quote_spans"])
    assert f'    quote_spans: "{a}-{b} {c}-{d}" → "{a}-{b}"\n' in output


def test_json(paths: list[str]) -> None:
    rows = list(map(json.loads, CliRunner().invoke(main, [*paths, "--format", "json"]).stdout.splitlines()))
    assert [(row["change"], row["fields"]) for row in rows] == [("changed", ["speaker"]), ("loss", []), ("gain", [])]
    assert rows[1]["old"] == records()[1]


def test_what_is_no_output_is_refused(paths: list[str]) -> None:
    Path(paths[1]).write_text('{"id": 1}\n', encoding="utf-8")
    result = CliRunner().invoke(main, paths)
    assert (result.exit_code, "old.jsonl:1: " in result.stderr) == (2, True)
