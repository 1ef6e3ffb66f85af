"""Mentions: every rule by its examples, every word of the lists by a sentence, and what holds for any text."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import lexicon
from quotes.mentions import find_mentions
from quotes.mentions.line import BODIES, FIELDS, HONORIFICS, MEDIA, OVER, PLACES, QUANTITIES, TITLES, Line
from quotes.mentions.rules import RULES
from quotes.model import Mention, Span
from quotes.text import read

EXAMPLES = Path(__file__).parent / "examples" / "mentions"
MARK = re.compile(r"\{mention ([^{}]*)\}")
BY_NAME = {rule.__name__: rule for rule, _ in RULES}


def examples() -> list[tuple[str, str]]:
    return [(p.stem, line) for p in sorted(EXAMPLES.glob("*.txt")) for line in p.read_text("utf-8").splitlines()]


def mentions(text: str) -> dict[str, Mention]:
    return {text[slice(*m.span)]: m for m in find_mentions(read(text))}


@pytest.mark.parametrize(("rule", "line"), [e for e in examples() if not e[1].startswith("!")])
def test_a_rule_reads_its_phrase(rule: str, line: str) -> None:
    text = MARK.sub(r"\1", line)
    doc = read(text)
    for match in MARK.finditer(line):
        start = len(MARK.sub(r"\1", line[: match.start()]))
        sentence = next(s for s in doc.sentences if s.start <= start < s.end)
        found = BY_NAME[rule](Line(doc, sentence), sentence.starts.index(start))
        assert found is not None
        assert text[slice(*found.span)] == match.group(1)
        assert found in find_mentions(doc)


@pytest.mark.parametrize(("rule", "line"), [e for e in examples() if e[1].startswith("!")])
def test_a_rule_is_silent(rule: str, line: str) -> None:
    doc = read(line[1:].strip())
    for sentence in doc.sentences:
        read_line = Line(doc, sentence)
        assert [i for i in range(read_line.n) if BY_NAME[rule](read_line, i) is not None] == []


def test_no_phrase_begins_where_names_are_over() -> None:
    for trie in (TITLES, HONORIFICS, BODIES, MEDIA, PLACES, FIELDS, QUANTITIES):
        assert OVER.isdisjoint(trie.first)


def test_every_rule_has_examples() -> None:
    assert {rule for rule, _ in examples()} == set(BY_NAME)
    for name in BY_NAME:
        lines = [line for rule, line in examples() if rule == name]
        assert sum(not line.startswith("!") for line in lines) >= 3, name
        assert any(line.startswith("!") for line in lines), name


def words(name: str) -> list[lexicon.Word]:
    return sorted(lexicon.words(name).phrases.values(), key=lambda w: (w.group, w.form))


@pytest.mark.parametrize("word", words("titles"), ids=lambda w: w.form)
def test_every_title_reads_with_a_name(word: lexicon.Word) -> None:
    if word.kind == "none":
        assert find_mentions(read(f"{word.form.capitalize()} đã được nói tới.")) == []
        return
    if word.kind == "prefix":
        text = f"Hôm qua, {word.form} giám đốc Nguyễn Văn Bình cho biết."
        found = next(m for m in find_mentions(read(text)) if m.name is not None)
        assert text[slice(*found.span)] == f"{word.form} giám đốc Nguyễn Văn Bình"
        return
    form = word.form.upper() if word.kind == "degree" else word.form
    text = f"Hôm qua, {form} Nguyễn Văn Bình cho biết."
    found = next(m for m in find_mentions(read(text)) if m.name is not None)
    assert text[slice(*found.span)] == f"{form} Nguyễn Văn Bình"
    assert text[slice(*found.name)] == "Nguyễn Văn Bình"
    assert (found.head, found.gender) == (word.form, word.gender)


@pytest.mark.parametrize("word", words("honorifics"), ids=lambda w: w.form)
def test_every_address_is_read(word: lexicon.Word) -> None:
    if not (word.before or word.pronoun):
        assert find_mentions(read(f"Hôm qua đã {word.form} tin đó.")) == []
        return
    text = f"Sau đó {word.form} Bình nói." if word.before else f"Sau đó {word.form} nói."
    found = [m for m in find_mentions(read(text)) if m.honorific == word.form]
    assert [(m.gender, m.name is not None) for m in found] == [(word.gender, word.before)]


@pytest.mark.parametrize("word", words("bodies"), ids=lambda w: w.form)
def test_every_body_is_read(word: lexicon.Word) -> None:
    if word.shape == "none":
        assert find_mentions(read(f"{word.form.capitalize()} đã được nói tới.")) == []
        return
    form = word.form if word.shape == "head" or word.closed else " ".join(w.capitalize() for w in word.form.split())
    name = " Hoa Mai" if word.shape == "head" else ""
    text = f"Sau đó {form}{name} thông báo."
    found = find_mentions(read(text))
    assert [text[slice(*m.span)] for m in found if m.form == "body"] == [f"{form}{name}"], found


@pytest.mark.parametrize("word", words("media"), ids=lambda w: w.form)
def test_every_medium_is_read(word: lexicon.Word) -> None:
    form = word.form if word.shape == "head" else word.form.upper()
    text = f"Theo {form}{' Sao Biển' if word.shape == 'head' else ''}, trời mưa."
    assert [m.kind for m in find_mentions(read(text))][:1] == ["media"], text


@pytest.mark.parametrize("word", words("documents"), ids=lambda w: w.form)
def test_every_document_is_read(word: lexicon.Word) -> None:
    text = f"Theo {word.form} của Bộ Y tế, dịch đã hết."
    found = find_mentions(read(text))[0]
    assert found.form == "document"
    assert found.name is not None
    assert text[slice(*found.name)] == "Bộ Y tế"


@pytest.mark.parametrize("word", [w for w in words("places") if w.kind in ("country", "capital")], ids=lambda w: w.form)
def test_every_state_can_speak(word: lexicon.Word) -> None:
    name = " ".join(w.capitalize() for w in word.form.split())
    text = f"Hôm qua {name} bác bỏ tin đó."
    assert [(text[slice(*m.span)], m.kind) for m in find_mentions(read(text))] == [(name, "country")]


@pytest.mark.parametrize("word", [w for w in words("surnames") if " " not in w.form], ids=lambda w: w.form)
def test_every_surname_begins_a_name(word: lexicon.Word) -> None:
    text = f"Hôm qua, ông {word.form.capitalize()} Văn Bình đã về."
    found = find_mentions(read(text))
    assert [text[slice(*m.name)] for m in found if m.name] == [f"{word.form.capitalize()} Văn Bình"]


def test_a_name_ends_where_its_sentence_was_lost() -> None:
    text = "Ca sĩ Lê Mai Hoa đến sớm. Ảnh của Lê Mai Hoa Khoảng sân đã đầy người."
    assert [text[slice(*m.name)] for m in find_mentions(read(text)) if m.name] == ["Lê Mai Hoa", "Lê Mai Hoa"]


def test_a_given_name_opens_a_sentence_once_it_is_known() -> None:
    assert "Mai" in mentions("Chị Phạm Lê Mai đã về. Mai nói rất vui.")
    assert "Mai" not in mentions("Trời mưa từ sáng. Mai nói rất vui.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chủ tịch Liên đoàn bóng đá Pháp Jean Turner chúc mừng đội nhà. Ông Turner đã đến.", "Jean Turner"),
        ("Giám đốc công ty đầu tư K Partnerships Mary Wells chúc mừng. Bà Wells đã đến.", "Mary Wells"),
        ("Tỉnh trưởng tỉnh Gangwon Kim Dae-won đã đến. Ông Kim chúc mừng.", "Kim Dae-won"),
        ("Chủ tịch Hội Chữ thập đỏ Lebanon George Mansfield cho biết.", "George Mansfield"),
        ("Đại úy Hải quân Jon Mansfield cho biết.", "Jon Mansfield"),
        ("Cục trưởng Cục nhập cư Peter Mansfield cho biết.", "Peter Mansfield"),
        ("Tổng thư ký Liên Hợp Quốc Ban Ki-moon cho biết.", "Ban Ki-moon"),
        ("ThS tâm lý Lê Hoài An cho biết.", "Lê Hoài An"),
        ("Giám đốc hãng Mỹ Hudson Valley cho biết.", None),
        ("Người phát ngôn của Thủ tướng Anh Mark Evans cho biết. Ông Evans đi vắng.", None),
        ("Quan chức chính quyền Mark Evans cho biết. Ông Evans đi vắng.", None),
        ("Giám đốc Công ty Hoa Mai cho biết. Bà Mai đi vắng.", None),
    ],
)
def test_a_bearer_is_parted_from_the_body_before(text: str, name: str | None) -> None:
    found = find_mentions(read(text))[0]
    assert (text[slice(*found.name)] if found.name else None) == name


@pytest.mark.parametrize(
    "text",
    [
        "Cô dự thi Miss Universe Vietnam 2024.",
        "Đội đã đến World Cup 2022.",
        "Phim thắng lớn ở liên hoan phim Sundance Valley.",
        "Họ gặp nhau tại lễ hội Sunflower Night ở Huế.",
    ],
)
def test_a_contest_or_festival_is_nobody(text: str) -> None:
    assert [m for m in mentions(text).values() if m.form == "name"] == []


def test_roles_are_kept_apart_from_the_name() -> None:
    text = "Đại tá Trần Văn Bình, Phó Giám đốc Công an tỉnh Nghệ An, cho biết."
    found = find_mentions(read(text))[0]
    assert [text[slice(*r)] for r in found.roles] == ["Đại tá", "Phó Giám đốc Công an tỉnh Nghệ An"]
    assert found.head == "giám đốc"


@given(st.text(alphabet="Ông bà Nguyễn Văn A, Giám đốc (Sở) “Y tế” - của tại người này 12.:\n", max_size=120))
def test_mentions_are_sorted_and_never_overlap(text: str) -> None:
    doc = read(text)
    found = find_mentions(doc)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for m in found:
        sentence = doc.sentences[m.sentence]
        assert (m.span.start, m.span.end) == (sentence.starts[m.first], sentence.ends[m.last - 1])
        assert all(m.span.start <= s.start < s.end <= m.span.end for s in (*m.roles, *([m.name] if m.name else [])))


@pytest.mark.parametrize(
    "unit", ["Bộ ", "Bộ Y tế ", "Sở của ", "giám đốc của ", "vợ của ", "Phó giám đốc, ", "Bộ Công an (", "A. "]
)
def test_a_mention_has_an_end(unit: str) -> None:
    assert all(m.last - m.first < 300 for m in find_mentions(read(unit * 3000)))


@pytest.mark.parametrize("word", words("compounds"), ids=lambda w: w.form)
def test_a_second_syllable_is_no_mention(word: lexicon.Word) -> None:
    text = f"Tuần qua {word.form} đã được nói tới."
    second = text.index(word.form) + word.form.index(" ") + 1
    assert all(m.span.start != second for m in find_mentions(read(text)))


@pytest.mark.parametrize("word", [w for w in words("compounds") if w.group == "first syllables"], ids=lambda w: w.form)
def test_a_first_syllable_is_no_given_name(word: lexicon.Word) -> None:
    name = word.form.split(" ")[0].capitalize()
    text = f"Chị Lê Thị {name} đã đến. {word.form.capitalize()} cũng được nói tới."
    second = text.index(". ") + 2
    assert all(m.name != Span(second, second + len(name)) for m in find_mentions(read(text)))
