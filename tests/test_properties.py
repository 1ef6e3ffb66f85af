"""What is promised for any text: records that validate, spans in the text as given, nothing that hangs on spelling.

More for a long hunt: ``QUOTES_EXAMPLES=20000 pytest tests/test_properties.py``.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import examples
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes import extract
from quotes.explain import explain
from quotes.lexicon import cues, entries
from quotes.model import Quotation, Span
from quotes.records import problems, to_line, to_record

EXAMPLES = int(os.environ.get("QUOTES_EXAMPLES", "60"))
SEEDS = [path.read_bytes().decode() for path in sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))]
SENTENCES = [examples.plain(line) for _, line in examples.lines("attributions")]

NAMED = ("titles", "honorifics", "bodies", "media", "documents", "places")
SMALL = """Nguyễn Văn Nam|Trần Thị Hoà|Joe Biden|R.|Hồ Chí Minh|ông|bà|tôi|họ|người này|vị này|không|sẽ|đã|cũng|rằng|là
của|với|trong|hôm|ngày|12/1|5-3-2022|hôm qua|sáng nay|thứ Ba|năm 2020|tháng 2|PV|Hỏi|Ảnh|giá gạo sẽ tăng
chúng tôi không biết|TP.HCM|PGS.TS|3.500"""
MARKS = """“ ” " ' ‘ ’ « » '' `` ( ) , . : ; ? ! … - – — / ... ?! ." ”. :“ ”,""".split()
BREAKS = ["\n", "\n\n", "\n- ", "\n“", "”\n", "\nPV: ", "?\n"]
WORDS = [
    *cues(),
    *(form for name in NAMED for entry in entries(name)[:60] for form in entry["forms"][:2]),
    *re.split("[|\n]", SMALL),
    *MARKS * 3,
    *BREAKS * 5,
]
news = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.lists(
    st.sampled_from([*SENTENCES, *WORDS]), max_size=8
).map("\n".join)
anything = st.text(max_size=200) | st.lists(st.sampled_from(WORDS) | st.text(max_size=5), max_size=30).map("".join)
more = settings(max_examples=EXAMPLES)


WIDTHLESS = "\u200b\u200c\u200d\u200e\u2060\ufeff\u00ad\u202a\u202c\u2066\u2069"


def told(q: Quotation) -> tuple[object, ...]:
    """A quotation without its place, whatever blanks, signs without width and normal form its text has."""
    texts = (q.quote, q.speaker, q.role, q.affiliation, q.cue, q.source, q.via)
    return *(t and as_read(t) for t in texts), *told_else(q)


def as_read(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).translate(dict.fromkeys(map(ord, WIDTHLESS))).split())


def told_else(q: Quotation) -> tuple[object, ...]:
    return q.quote_type, q.speaker_kind, q.official, q.rule, q.speaker_rule, q.date, q.date_basis, q.confidence


def assert_sound(text: str, published: str | None = None) -> list[Quotation]:
    found = extract(text, published)
    for q in found:
        record = to_record(q)
        assert problems(record, text) == []
        assert json.loads(to_line(record)) == record
        assert q.quote == " … ".join(text[s.start : s.end] for s in q.quote_spans)
        assert all(s.start < s.end <= len(text) for s in q.quote_spans)
        assert all(a.end <= b.start for a, b in pairwise(q.quote_spans))
    assert len({q.id for q in found}) == len(found)
    assert [q.quote_spans[0].start for q in found] == sorted(q.quote_spans[0].start for q in found)
    return found


@more
@given(anything)
def test_any_string_gives_records_that_validate(text: str) -> None:
    assert_sound(text)


@more
@given(news, st.none() | st.text(max_size=12) | st.dates().map(str))
def test_any_words_and_any_date_give_records_that_validate(text: str, published: str | None) -> None:
    assert_sound(text, published)


@more
@given(news)
def test_what_is_explained_is_what_is_extracted(text: str) -> None:
    explained = explain(text)
    assert [e.quotation for e in explained.quotations] == extract(text)
    str(explained).encode()


@more
@given(news, st.sampled_from(["NFD", "NFKD"]))
def test_letters_composed_or_not_are_the_same(text: str, form: str) -> None:
    text = unicodedata.normalize("NFKC" if form == "NFKD" else "NFC", text)
    assert_same(text, unicodedata.normalize(form, text))


@more
@given(news, st.randoms(use_true_random=False))
def test_some_letters_composed_and_some_not_are_the_same(text: str, random: object) -> None:
    text = unicodedata.normalize("NFC", text)
    assert_same(text, "".join(unicodedata.normalize(random.choice(("NFC", "NFD")), c) for c in text))  # type: ignore[attr-defined]


@more
@given(news, st.sampled_from(["\r\n", "\r", "\u2028", "\u2029", "\x85", "\v", "\f"]))
def test_ends_of_lines_of_every_kind_are_the_same(text: str, end: str) -> None:
    assert_same(text, text.replace("\n", end))


@more
@given(news, st.sampled_from(["\u00a0", "\t", "\u2009", "\u202f", "\u3000", "\u200b ", " \u200e"]))
def test_blanks_of_every_kind_are_the_same(text: str, blank: str) -> None:
    assert_same(text, text.replace(" ", blank))


@more
@given(news, st.lists(st.tuples(st.integers(0, 300), st.sampled_from(WIDTHLESS)), max_size=9))
def test_what_has_no_width_changes_nothing(text: str, signs: list[tuple[int, str]]) -> None:
    other = text
    for at, sign in signs:
        other = other[:at] + sign + other[at:]
    assert_same(text, other)


def assert_same(text: str, other: str) -> None:
    """Two spellings of a text give the same quotations, each with spans in its own."""
    assert [told(q) for q in assert_sound(other)] == [told(q) for q in assert_sound(text)]


@pytest.mark.parametrize("text", SEEDS)
@pytest.mark.parametrize(
    "change", [lambda t: "\ufeff" + t, str.rstrip, lambda t: t + "\n\n\n", lambda t: t.replace("\n", "\n\n")]
)
def test_a_mark_at_the_start_and_blank_lines_change_nothing(text: str, change: object) -> None:
    assert_same(text, change(text))  # type: ignore[operator]


@pytest.mark.parametrize("text", SEEDS)
def test_seeds_decomposed_and_with_other_lines_are_the_same(text: str) -> None:
    assert_same(text, unicodedata.normalize("NFD", text).replace("\n", "\r\n"))


OLD_TONES = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split()
NEW_TONES = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split()
OPEN = re.compile("(" + "|".join(OLD_TONES) + r")(?!\w)", re.IGNORECASE)


def new_tones(text: str) -> str:
    """The text with tone marks placed in the new way, ``hoà`` for ``hòa``; the places are the same."""

    def replaced(m: re.Match[str]) -> str:
        new = NEW_TONES[OLD_TONES.index(m[1].lower())]
        return new.upper() if m[1].isupper() else new.capitalize() if m[1][0].isupper() else new

    return OPEN.sub(replaced, text)


@pytest.mark.parametrize("text", [*SEEDS, *SENTENCES])
def test_tone_marks_old_and_new_are_the_same(text: str) -> None:
    other = new_tones(unicodedata.normalize("NFC", text))
    found = extract(unicodedata.normalize("NFC", text))
    assert [(q.quote_spans, q.cue_span, q.source_span, *told_else(q)) for q in extract(other)] == [
        (q.quote_spans, q.cue_span, q.source_span, *told_else(q)) for q in found
    ]


def test_new_tones_are_written() -> None:
    assert new_tones("Hòa bình, khỏe, THÚY, toán, hóa học") == "Hoà bình, khoẻ, THUÝ, toán, hoá học"


BEFORE = "Mưa rơi trên phố vắng.\n\nLá vàng phủ kín lối đi.\n"
# What stands in the first lines is read as a headline.
_HEADLINES = {"headline_label"}


@pytest.mark.parametrize("text", [*SEEDS, *SENTENCES])
def test_paragraphs_before_shift_the_spans_and_change_nothing_else(text: str) -> None:
    expected = [shifted(q, len(BEFORE)) for q in extract(text) if q.rule not in _HEADLINES]
    assert [q for q in extract(BEFORE + text) if q.rule not in _HEADLINES] == expected


def shifted(q: Quotation, by: int) -> Quotation:
    spans = tuple(Span(s.start + by, s.end + by) for s in q.quote_spans)
    cue, source = (Span(s.start + by, s.end + by) if s else None for s in (q.cue_span, q.source_span))
    return replace(q, id=f"text:{spans[0].start}-{spans[-1].end}", quote_spans=spans, cue_span=cue, source_span=source)


def test_an_article_leaves_nothing_behind_for_the_next() -> None:
    alone = [extract(text) for text in SEEDS]
    assert [extract(text) for text in reversed(SEEDS)] == alone[::-1]


@more
@given(st.text(st.characters(categories=["Cs", "Ll", "Zs"]) | st.sampled_from("“”\n.:ô"), max_size=80))
def test_lone_surrogates_do_no_harm(text: str) -> None:
    """They are no Unicode text and reading refuses them; a string that has some is extracted from all the same."""
    for q in extract(f"{text}\nÔng Nam nói: “{text} a”."):
        assert q.quote


BAD = ["", " ", "\n", "\ufeff", "“", "”", '"', "“”", "“\n”", "«»«", ":", "Ông Nam:", "nói", "nói:", "nói “", "theo"]
BAD += ["Theo,", "\0", "a\u0301\u0301", "😀“😀”😀", "\ud83d\ude00", "“a", "a”", "- ", "PV:", "?\n?\n?\n", "." * 50]
# Found by long hunts.
BAD += ["theo nói ”, nói thêm", "theo “la lên\nkể lại\n» ông Nam mở lời", "“la lên\n”, ông Nam nói"]


@pytest.mark.parametrize("text", BAD)
def test_odd_ends_do_no_harm(text: str) -> None:
    for whole in (text, f"Ông Nam nói: {text}", f"{text} ông Nam nói", f"“Trời mưa”, ông Nam nói. {text}"):
        found = extract(whole)
        assert all(q.quote == " … ".join(whole[s.start : s.end] for s in q.quote_spans) for q in found)
