"""Time expressions, the article's calendar, and the dates of statements: every rule by its examples.

A line of ``examples/dates/<rule>.txt`` is ``published | text → date``; a line that begins with ``!`` must leave the
rule silent. ``{source ông Nam} {cue nói} {content …}`` is a statement, ``{source1 …}`` belongs to a second one, and
``{content …}`` alone is an answer in an interview; ``{source=Báo_Nam:media …}`` says who is behind the mention and of
what kind; ``¶`` begins a new paragraph. The statement with the last number is the one that is dated; without statements
it is the last expression that the rule finds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import lexicon
from quotes.dates import DateReader, TimeExpression, find, find_expressions
from quotes.dates.days import as_day, edtf, lunar_day
from quotes.dates.rules import RULES
from quotes.dates.stated import EXPLICIT
from quotes.model import Attribution, Dating, Document, Mention, Span, Speaker
from quotes.text import read

EXAMPLES = Path(__file__).parent / "examples" / "dates"
FINDERS = {rule.read.__name__ for rule in find.RULES}
DATERS = {rule.__name__ for rule in RULES}
TAG = re.compile(r"\{(source|cue|content)(\d?)(?:=([^ :}]+)(?::(\w+))?)? |\}")


class Example(NamedTuple):
    rule: str
    silent: bool
    published: str | None
    text: str
    date: str | None


def examples() -> list[Example]:
    found = []
    for path in sorted(EXAMPLES.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            published, rest = line.lstrip("!").split(" | ", 1)
            text, _, wanted = rest.partition(" → ")
            silent, none = line.startswith("!"), wanted in ("", "None")
            found.append(
                Example(path.stem, silent, None if published == "-" else published, text, None if none else wanted)
            )
    return found


class Marked(NamedTuple):
    doc: Document
    attributions: list[Attribution]
    speakers: list[Speaker | None]
    last: Attribution | None  # by its number


def marked(text: str) -> Marked:
    """A text with its statements marked, as the stages before would hand them on."""
    plain, position, open_tags = "", 0, []
    parts, speakers = defaultdict[str, dict[str, Any]](dict), {}
    text = text.replace(" ¶ ", "\n")
    for m in TAG.finditer(text):
        plain, position = plain + text[position : m.start()], m.end()
        if m.group() != "}":
            open_tags.append((m, len(plain)))
            continue
        tag, start = open_tags.pop()
        kind, number, name, sort = tag.groups()
        parts[number][kind] = Span(start, len(plain))
        if kind == "source":
            who = name.replace("_", " ") if name else plain[start:].lower()
            speakers[number] = Speaker(who, sort or "person", False, None, None, "example")  # type: ignore[arg-type]
    doc = read(plain + text[position:])
    found = {}
    for number in sorted(parts):
        cue, content = parts[number].get("cue"), parts[number]["content"]
        sentence = max(s.index for s in doc.sentences if s.start <= (cue or content).start)
        source = Mention(parts[number]["source"], sentence, 0, 0, "name", "person") if cue else None
        sort, rule = (
            "direct" if doc.text[content.start] in "“" else "indirect",
            "example" if cue else "interview_answer",
        )
        form = doc.text[cue.start : cue.end].lower() if cue else None
        found[number] = Attribution((content,), sort, rule, sentence, cue, form, source)  # type: ignore[arg-type]
    in_order = sorted(found, key=lambda n: found[n].contents[0].start)
    last = found[max(found)] if found else None
    return Marked(doc, [found[n] for n in in_order], [speakers.get(n) for n in in_order], last)


def dated(text: str, published: str | None) -> Dating:
    doc, attributions, speakers, last = marked(text)
    assert last
    return DateReader(doc, published, attributions, speakers).date(last)


def found(rule: str, text: str, published: str | None) -> list[tuple[TimeExpression, str | None]]:
    reader = DateReader(read(text.replace(" ¶ ", "\n")), published)
    return [
        (t.expression, t.resolved.date)
        for i in sorted(reader.times)
        for t in reader.times[i]
        if t.expression.rule == rule
    ]


@pytest.mark.parametrize("example", examples(), ids=lambda e: f"{e.rule}: {e.text[:40]}")
def test_example(example: Example) -> None:
    if example.rule in DATERS:
        dating = dated(example.text, example.published)
        assert (
            (dating.rule != example.rule)
            if example.silent
            else (dating.rule, dating.date) == (example.rule, example.date)
        )
    else:
        times = found(example.rule, example.text, example.published)
        assert not times if example.silent else times and times[-1][1] == example.date


def test_every_rule_has_examples() -> None:
    assert not FINDERS & DATERS
    counted = {rule: [e.silent for e in examples() if e.rule == rule] for rule in FINDERS | DATERS}
    assert {rule: s for rule, s in counted.items() if s.count(False) < 3 or True not in s} == {}
    assert {p.stem for p in EXAMPLES.glob("*.txt")} == set(counted)


@pytest.mark.parametrize("rule", [*RULES, *(r.read for r in find.RULES)], ids=lambda r: r.__name__)
def test_every_rule_says_what_it_reads(rule: Any) -> None:
    assert rule.__doc__


@pytest.mark.parametrize("entry", lexicon.entries("dates"), ids=lambda e: e["form"])
def test_word_stands_in_its_example(entry: dict[str, str]) -> None:
    doc = read(entry["example"])
    marks = [m for s in doc.sentences for m in DateReader(doc, None).marks(s.index)]
    assert (" ".join(lexicon.keys(entry["form"])), entry["kind"]) in {(m.word, m.kind) for m in marks}


def test_basis_follows_from_the_rule() -> None:
    explicit = {r.__name__ for r in EXPLICIT}
    for example in examples():
        if example.rule in DATERS and not example.silent:
            dating = dated(example.text, example.published)
            assert (dating.basis == "explicit") == (dating.rule in explicit), example
            assert (dating.date is None) == (dating.basis == "none"), example


def test_slip_between_weekday_and_date_is_told() -> None:
    known = "Hôm thứ Sáu (21/1/2022), ông đi. ¶ "
    slip = dated(known + "{source Bà Hoa} hôm thứ Sáu (20/1) {cue nói} {content giá tăng}.", None)
    assert slip.date == "2022-01-21"
    assert "disagree" in slip.note
    alone = dated("{source Bà Hoa} hôm thứ Sáu (20/1/2022) {cue nói} {content giá tăng}.", None)
    assert alone.date == "2022-01-20"
    assert "the figures are believed" in alone.note


def test_expression_is_where_it_says() -> None:
    text = "Hôm 11/1, {source ông Nam} {cue nói} {content giá sẽ giảm}."
    doc, *_ = marked(text)
    span = dated(text, "2022-01-12").expression
    assert span is not None
    assert doc.text[span.start : span.end] == "Hôm 11/1"


def test_without_speakers_a_statement_is_dated_by_its_sentence() -> None:
    doc, attributions, *_ = marked(
        "{source Ông Nam} hôm 11/1 {cue nói} {content giá tăng}. {source1 Ông} {cue1 cười}: {content1 “Tốt”}."
    )
    reader = DateReader(doc, "2022-01-12")
    assert [reader.date(a).date for a in attributions] == ["2022-01-11", "2022-01-12"]


def test_vietnamese_calendar_is_not_the_chinese() -> None:
    assert lunar_day(2007, 1, 1) == date(2007, 2, 17)  # a day before the Chinese new year
    assert lunar_day(2030, 1, 1) == date(2030, 2, 2)
    assert lunar_day(2024, 12, 30) == date(2025, 1, 28)  # a month of 29 days: its last


@given(st.dates(date(1990, 1, 1), date(2050, 12, 31)), st.integers(-300, 50))
def test_day_without_year_is_the_one_near_the_article(own: date, shift: int) -> None:
    day = own + timedelta(days=shift)
    times = found("calendar_day", f"Hôm {day.day}/{day.month}, trời mưa.", own.isoformat())
    assert times[0][1] == day.isoformat()


@given(st.text(alphabet="0123456789/-.: hômngàythứbatuầnnăm(),Tết\n", max_size=60))
def test_any_text_is_read(text: str) -> None:
    doc = read(text)
    for e in find_expressions(doc):
        assert doc.sentences[e.sentence].start <= e.span.start < e.span.end <= doc.sentences[e.sentence].end
    for _, value in found("calendar_day", text, "2022-01-12"):
        assert value is None or value.startswith("X") or as_day(value) is not None


@pytest.mark.parametrize("published", ["", "hôm qua", "2022-13-45", "0000", "20220112", "2022-1-2", "9999-99"])
def test_odd_metadata_is_no_error(published: str) -> None:
    doc, attributions, *_ = marked("{source Ông Nam} {cue nói} hôm qua: {content “Tốt”}.")
    assert DateReader(doc, published).date(attributions[0]).basis in ("explicit", "document", "none")


def test_edtf() -> None:
    assert edtf(2022, 2, 30) is None
    assert edtf(None, 2, 29) == "XXXX-02-29"
    assert edtf(None) is None
