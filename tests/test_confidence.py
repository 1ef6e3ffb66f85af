"""Confidence: what is surest is known by who is named and by what word, and counts for more than two rules."""

from __future__ import annotations

import pytest

import quotes
from quotes.confidence import TOGETHER, together


@pytest.mark.parametrize(
    ("rule", "cue", "address", "speaker_rule", "name", "expected"),
    [
        ("quote_source_cue", "nói", None, "full_name", "Trần Văn Bình", "person in marks"),
        ("theo_source_content", "theo", "ông", "part_of_name", "John Walker", "person in marks"),
        ("source_cue_clause", "cho biết", "bà", "part_of_name", "Lê Thu Hà", "person told"),
        ("source_cue_clause", "nói", "bà", "part_of_name", "Lê Thu Hà", None),  # nói giọng buồn
        ("source_cue_clause", "cho biết", None, "full_name", "Hoa Mai", None),
        ("quote_source_cue", "nói", "ông", "full_name", "Bình", None),
        ("quote_source_cue", "nói", "ông", "pronoun_in_tag", "Trần Văn Bình", None),
        ("headline_label", None, "ông", "full_name", "Trần Văn Bình", None),
    ],
)
def test_what_is_surest(
    rule: str, cue: str | None, address: str | None, speaker_rule: str, name: str, expected: str | None
) -> None:
    assert together(rule, cue, address, speaker_rule, name, "person") == expected


def test_a_body_is_not_among_the_surest() -> None:
    assert together("source_cue_clause", "cho biết", None, "full_name", "Trần Văn Bình", "organization") is None


def test_the_surest_say_so_in_the_record() -> None:
    sure, less = quotes.extract("Ông Trần Văn Bình cho biết trường đã đóng cửa. Ông nói trời sẽ còn mưa.")
    assert sure.confidence == TOGETHER["person told"] > less.confidence
