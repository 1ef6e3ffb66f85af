"""Who says what: every rule is held to its own examples, the exact bounds of content, cue and source included.

In the examples of interviews ``{label …}`` is cue and source at once.
"""

from __future__ import annotations

from collections import Counter

import examples
import pytest

from quotes import extract
from quotes.attributions import CUE_RULES, turns
from quotes.attributions.relayed import RELAY_RULES
from quotes.attributions.uncued import QUOTE_RULES
from quotes.model import Quotation

RULES = {rule.__name__ for rule in (*CUE_RULES, *RELAY_RULES, *QUOTE_RULES)} | set(turns.PATTERNS)
EXAMPLES = examples.lines("attributions")


def test_every_rule_has_examples_and_every_example_a_rule() -> None:
    positive = Counter(rule for rule, line in EXAMPLES if not line.startswith("!"))
    negative = Counter(rule for rule, line in EXAMPLES if line.startswith("!"))
    assert positive.keys() == RULES
    assert [rule for rule in sorted(RULES) if positive[rule] < 3 or negative[rule] < 1] == []


@pytest.mark.parametrize(("rule", "line"), [e for e in EXAMPLES if not e[1].startswith("!")])
def test_rule_answers_with_these_bounds(rule: str, line: str) -> None:
    label = examples.stretches(line, "label")
    cue, source = (label or examples.stretches(line, name) for name in ("cue", "source"))
    expected = (rule, examples.stretches(line, "content"), cue, source)
    assert expected in [bounds(q) for q in extract(examples.plain(line))]


def bounds(q: Quotation) -> tuple[object, ...]:
    cue, source = ((span,) if span else () for span in (q.cue_span, q.source_span))
    return q.rule, q.quote_spans, cue, source


@pytest.mark.parametrize(("rule", "line"), [e for e in EXAMPLES if e[1].startswith("!")])
def test_rule_is_silent(rule: str, line: str) -> None:
    assert rule not in [q.rule for q in extract(examples.plain(line))]


@pytest.mark.parametrize(
    "text",
    [
        "Chợ đã đóng cửa từ sáng sớm hôm nay, theo Reuters",
        "Chợ đã đóng cửa từ sáng sớm hôm nay, theo một bài báo của tờ Bild",
        "Theo báo Lúa Mới, ông",
        "Theo Công ty Hoa Ban, chủ đầu tư",
        "Giá thuê nhà sẽ còn tăng mạnh trong năm tới. Đây",
        "“Chúng ta phải làm ngay hôm nay”. Đó là điều",
        "Bà Hoa nhấn mạnh lần nữa",
        "Bà Hoa nhấn mạnh đến",
        "Ông Hải cho biết nhiều",
        "Ông Hải nói bộ đã nhận được đơn và không cho biết",
        "Gia đình ông Hải đề nghị công ty trả lại tiền cọc nhưng không được",
        "Anh chia sẻ khá nhiều điều",
        "Bà Hoa nói hôm thứ Ba về",
        "Thủ môn Lê Văn An chỉ đạo Trần Văn Bình",
        "Ông Hải cho biết trưởng trạm 2",
    ],
)
def test_a_text_that_breaks_off_is_read_as_if_it_had_a_stop(text: str) -> None:
    assert [(q.rule, q.quote) for q in extract(text)] == [(q.rule, q.quote) for q in extract(text + ".")]


@pytest.mark.parametrize("mark", ["“", '"', "”", "«", "‘", "'", "“ ”", '""', "(", ":", ", ", "- "])
def test_marks_with_nothing_in_them_are_read(mark: str) -> None:
    for times in (1, 2, 3, 40):
        for before in ("", "Bà Hoa muốn ", "Bà Hoa nói: ", "Theo bà Hoa, "):
            extract(before + mark * times)
            extract(before + f"{mark} " * times)


@pytest.mark.parametrize("piece", ["“Chợ” ", '"a" ', "“a” ", "Bà Hoa muốn “a” ", "“Chợ” và "])
def test_sentences_that_are_cut_for_their_length_are_read(piece: str) -> None:
    extract(piece * 3000)
