"""Texts made to be slow: four times the length takes far less than sixteen times the time.

The processor's time is compared with itself, and never with a clock; ``python -m benchmarks.hostile`` has the figures.
"""

from __future__ import annotations

import gc
import sys

import pytest

from quotes import extract

hostile = pytest.importorskip("benchmarks.hostile", reason="benchmarks/ is not here")
MILLION = 1_000_000


@pytest.mark.parametrize("name", hostile.TEXTS)
def test_time_grows_with_the_length(name: str) -> None:
    short, long = (hostile.text_of(name, size) for size in (3_000, 12_000))
    hostile.seconds(short)
    for _ in range(3):  # a busy machine may disturb a measurement, but not three
        growth = hostile.seconds(long, 2) / max(hostile.seconds(short, 3), 0.0005)
        if growth < 9:
            return
    pytest.fail(f"four times the length takes {growth:.1f} times as long")


@pytest.mark.parametrize(
    "text",
    [" " * MILLION, "\n" * MILLION, "\t" * MILLION, "." * MILLION + ",", "a" * MILLION, "\u200b" * MILLION],
    ids=["blanks", "ends of lines", "tabs", "stops", "one word", "signs without width"],
)
def test_a_million_of_one_sign_comes_to_an_end(text: str) -> None:
    assert extract(text) == []


def test_a_line_of_a_megabyte_comes_to_an_end() -> None:
    found = extract("Mưa rơi trên phố vắng, " * 45_000 + "ông Nam nói: “Trời mưa”.")
    assert [q.quote for q in found] == ["Trời mưa"]


@pytest.mark.parametrize("words", ["bộ trưởng ", "người phát ngôn của ", "Phó Giám đốc Sở Y tế tỉnh ", "ông ", "("])
@pytest.mark.parametrize("marks", ["", "“"])
def test_what_is_nested_without_end_is_no_crash(words: str, marks: str) -> None:
    text = marks + words * 2000 + "Nam nói: “Trời mưa”."
    assert all(q.quote == " … ".join(text[a:b] for a, b in q.quote_spans) for q in extract(text))


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_of_cycles_rests_while_an_article_is_read_and_is_then_as_before(
    on: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def breaks(_: str) -> None:
        seen.append(gc.isenabled())
        raise RuntimeError

    was_on = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        assert extract("Ông Nam nói: “Trời mưa”.")
        assert gc.isenabled() is on
        monkeypatch.setattr(sys.modules["quotes.extract"], "see", breaks)
        with pytest.raises(RuntimeError):
            extract("Ông Nam nói: “Trời mưa”.")
        assert (seen, gc.isenabled()) == ([False], on)
    finally:
        (gc.enable if was_on else gc.disable)()
