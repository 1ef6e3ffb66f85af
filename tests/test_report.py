"""The page as text: what stands in it, and that nothing of an article becomes markup."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from click.testing import CliRunner
from factories import DOC_ID, TEXT, jsonl, record, records

from quotes.cli import main
from quotes.highlight import context_offset, segments
from quotes.report import COLOURS, colours, page_data, render


def embedded(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" class="data">(.*?)</script>', page, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_segments_cover_the_text_once() -> None:
    cut = segments(TEXT, records())
    assert "".join(TEXT[s.start : s.end] for s in cut) == TEXT
    said = ["".join(TEXT[s.start : s.end] for s in cut if (n, "content") in s.marks) for n in range(3)]
    assert said == ["Cầu sẽ xong vào mùa hè", "người dân rất vui", "Chúng tôi chờ đã lâunay thì yên tâm rồi"]


def test_the_narrowest_part_comes_first() -> None:
    outer = record("ông Trần Văn Bình, Giám đốc Sở Giao thông, nói", cue=None, source=None)
    inner = record("Giám đốc", cue=None, source=None)
    marks = {TEXT[s.start : s.end]: [m.record for m in s.marks] for s in segments(TEXT, [outer, inner])}
    assert marks["Giám đốc"] == [1, 0]


def test_spans_beyond_the_text_are_cut_to_it() -> None:
    assert [(s.start, s.end) for s in segments(TEXT[:120], records())][-1][1] == 120


def test_a_context_knows_its_place() -> None:
    line = TEXT.splitlines()[2]
    assert context_offset(records()[0]) == TEXT.index(line)
    assert context_offset(record("người dân rất vui", cue=None, source=None)) is None


def test_without_texts_contexts_are_highlighted() -> None:
    [article] = page_data(records()[:1], {})["articles"]
    assert not article["whole"]
    [passage] = article["passages"]
    assert "".join(piece if isinstance(piece, str) else piece[0] for piece in passage) == TEXT.splitlines()[2]
    assert [piece for piece in passage if not isinstance(piece, str)] == [
        ["ông Trần Văn Bình", 0, 2],
        ["nói", 0, 1],
        ["Cầu sẽ xong vào mùa hè", 0, 0],
    ]


def test_articles_without_quotations_are_on_the_page() -> None:
    data = embedded(render(records(), {"khác": "Không ai nói gì.", DOC_ID: TEXT}))
    assert [(a["doc_id"], len(a["records"])) for a in data["articles"]] == [("khác", 0), (DOC_ID, 3)]


def test_speakers_of_one_article_differ_in_colour() -> None:
    rows = [{"doc_id": f"a{n // COLOURS}", "speaker": f"s{n}"} for n in range(10 * COLOURS)]
    chosen = colours(rows)
    for article in range(10):
        assert len({chosen[f"s{n}"] for n in range(article * COLOURS, (article + 1) * COLOURS)}) == COLOURS


def test_nothing_of_an_article_is_markup() -> None:
    bad = "</script><script>alert(1)</script><!-- <img src=x onerror=alert(2)> ]]> \u2028"
    row = records()[0] | {"id": bad, "speaker": bad, "title": bad, "role": bad, "context": bad}
    page = render([row], {DOC_ID: TEXT + bad}, title=bad)
    assert page.count("<script") == 2
    assert page.count("</script>") == 2
    assert "<img" not in page
    assert embedded(page)["records"][0]["id"] == bad


def test_the_page_asks_no_network() -> None:
    page = render(records(), {DOC_ID: TEXT})
    assert not re.search(r"""(?:src|href|url|import|fetch)\s*[=(]\s*["']?(?:https?:)?//""", page)
    assert "default-src 'none'" in page


def test_command(tmp_path: Any) -> None:
    (tmp_path / "quotes.jsonl").write_bytes(jsonl(records()))
    (tmp_path / f"{DOC_ID}.txt").write_text(TEXT, encoding="utf-8")
    out = tmp_path / "new" / "report.html"
    arguments = ["report", str(tmp_path), "--texts", str(tmp_path / f"{DOC_ID}.txt"), "-o", str(out)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    assert embedded(out.read_text(encoding="utf-8"))["articles"][0]["whole"]
    first = out.read_bytes()
    CliRunner().invoke(main, arguments)
    assert out.read_bytes() == first


@pytest.mark.parametrize("place", ["quotes.jsonl/report.html", "."])
def test_a_place_that_cannot_be_written(tmp_path: Any, place: str) -> None:
    (tmp_path / "quotes.jsonl").write_bytes(jsonl(records()))
    result = CliRunner().invoke(main, ["report", str(tmp_path), "-o", str(tmp_path / place)])
    assert result.exit_code == 2
    assert "cannot be written" in result.output
