"""The words of saying: every entry, exclusion and rule is held to its own examples."""

from __future__ import annotations

import json
import re
import time
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from quotes import lexicon
from quotes.cli import main
from quotes.cues import RULES, find_cues
from quotes.model import Cue, LexiconError
from quotes.text import read

EXAMPLES = Path(__file__).parent / "examples" / "cues"
CUE = re.compile(r"\{cue ([^{}]*)\}")


def plain(annotated: str) -> str:
    return re.sub(r"\{\w+ ([^{}]*)\}", r"\1", annotated)


def found(text: str) -> list[Cue]:
    return [cue for sentence in read(text).sentences for cue in find_cues(sentence, text)]


def annotated_cue(annotated: str) -> Cue | None:
    """The cue that is found just where an annotated sentence has its only one."""
    match = CUE.search(annotated)
    assert match is not None, annotated
    start = len(plain(annotated[: match.start()]))
    span = (start, start + len(match.group(1)))
    return next((cue for cue in found(plain(annotated)) if cue.span == span), None)


@pytest.mark.parametrize("entry", lexicon.cues().values(), ids=lambda e: e.form)
def test_cue_is_live_in_its_example(entry: lexicon.CueEntry) -> None:
    cue = annotated_cue(entry.example)
    assert cue is not None, found(plain(entry.example))
    assert (cue.form, cue.dead) == (entry.form, "")


def shown(entry: lexicon.CueEntry) -> set[str]:
    """Which of the entry's ``takes`` its example can show, by what stands between cue and content."""
    bare = {"clause", "verb_phrase", "object_clause", "name_as", "noun_phrase"}
    if "“{content" in entry.example:
        return {"quote"}
    if entry.kind == "relay" and "{source" in entry.example.partition("{cue")[2]:
        return {"clause"}
    between = CUE.split(entry.example)[2].partition("{content")[0].split()
    by_mark = {"rằng": {"marked"}, "là": {"marked"}, ":": {"marked"}, ",": {"comma", "marked"}}
    return by_mark.get(between[-1] if between else "", bare)


@pytest.mark.parametrize("entry", lexicon.cues().values(), ids=lambda e: e.form)
def test_example_shows_what_the_cue_takes(entry: lexicon.CueEntry) -> None:
    assert shown(entry) & entry.takes


@pytest.mark.parametrize("entry", [e for e in lexicon.cues().values() if e.counter], ids=lambda e: e.form)
def test_cue_is_not_live_in_its_counter(entry: lexicon.CueEntry) -> None:
    assert set(lexicon.keys(entry.form)) & set(lexicon.keys(entry.counter)), "the counter has none of the cue's words"
    assert [c for c in found(entry.counter) if c.form == entry.form and not c.dead] == []


@pytest.mark.parametrize("entry", lexicon.entries("cue_exclusions"), ids=lambda e: e["form"])
def test_exclusion_hides_a_cue(entry: dict[str, str]) -> None:
    words, phrase = lexicon.keys(entry["example"]), lexicon.keys(entry["form"])
    i = next(i for i in range(len(words)) if words[i : i + len(phrase)] == phrase)
    assert [c for c in found(entry["example"]) if c.first < i + len(phrase) and c.last > i] == []


@pytest.mark.parametrize("entry", lexicon.entries("cue_exclusions"), ids=lambda e: e["form"])
def test_exclusion_holds_a_cue(entry: dict[str, str]) -> None:
    """One that holds no cue, or is one, could never do anything."""
    phrase = lexicon.keys(entry["form"])
    forms = {lexicon.keys(part) for form in lexicon.cues() for part in form.split("…")}
    parts = {phrase[i:j] for i in range(len(phrase)) for j in range(i + 1, len(phrase) + 1)}
    assert phrase not in forms
    assert parts & forms or any(form[0] == phrase[-1] for form in forms)


@pytest.mark.parametrize("entry", lexicon.entries("cue_grammar"), ids=lambda e: e["form"])
def test_word_class_is_used_and_shown(entry: dict[str, Any]) -> None:
    code = "".join(path.read_text("utf-8") for path in Path(find_cues.__code__.co_filename).parent.glob("*.py"))
    assert f'"{entry["form"]}"' in code or f'"{entry["form"].removeprefix("cue_")}"' in code
    words, members = lexicon.keys(entry["example"]), [lexicon.keys(word) for word in entry["words"]]
    assert len(set(members)) == len(members)
    assert any(words[i : i + len(m)] == m for m in members for i in range(len(words)))


def rule_examples() -> list[tuple[str, str]]:
    files = sorted(EXAMPLES.glob("*.txt"))
    return [(path.stem, line) for path in files for line in path.read_text("utf-8").splitlines()]


def test_every_rule_has_examples() -> None:
    for rule in RULES:
        lines = [line for name, line in rule_examples() if name == rule.__name__]
        assert sum(line.startswith("!") for line in lines) >= 1, rule.__name__
        assert sum(not line.startswith("!") for line in lines) >= 3, rule.__name__
    assert {name for name, _ in rule_examples()} == {rule.__name__ for rule in RULES}


@pytest.mark.parametrize(("rule", "line"), rule_examples())
def test_rule_answers_where_it_should(rule: str, line: str) -> None:
    cue = annotated_cue(line.lstrip("!"))
    assert cue is not None, found(plain(line))
    assert (cue.dead == rule) is not line.startswith("!"), cue


def test_longest_form_wins() -> None:
    assert [c.form for c in found("Ông Nam cho biết thêm giá sẽ tăng.")] == ["cho biết thêm"]


def test_exclusion_gives_way_to_a_cue_that_begins_in_it() -> None:
    assert [c.form for c in found("Ông Thành tố cáo công ty bán hàng giả.")] == ["tố cáo"]
    assert [c.form for c in found("Vai là một thành tố của đội.")] == []
    assert [c.form for c in found("Anh tung tin nhắn riêng tư lên mạng.")] == []


def test_spans_are_the_words_as_they_stand() -> None:
    text = "BÀ HOA CHO BIẾT GIÁ TĂNG"
    assert [text[c.span.start : c.span.end] for c in found(text)] == ["CHO BIẾT"]
    text = "Bà Hoa khẳng  định giá tăng, ông Nam cho báo giới biết giá giảm."
    assert [text[c.span.start : c.span.end] for c in found(text)] == ["khẳng  định", "cho báo giới biết"]


WORDS = sorted({word for form in lexicon.cues() for word in form.split()} | set("“”:,.?!") | {"Ông", "không"})


@given(st.lists(st.sampled_from(WORDS)))
def test_any_words_give_ordered_cues_within_their_sentence(words: list[str]) -> None:
    for sentence in read(" ".join(words)).sentences:
        cues = find_cues(sentence, " ".join(words))
        assert all(a.last <= b.first for a, b in pairwise(cues))
        for cue in cues:
            assert cue.span == (sentence.starts[cue.first], sentence.ends[cue.last - 1])
            assert cue.form in lexicon.cues()
            assert cue.dead in {"", *(rule.__name__ for rule in RULES)}


def test_time_grows_with_the_length() -> None:
    def seconds(n: int) -> float:
        sentence = read("không theo cho nói " * n).sentences[0]
        start = time.process_time()
        find_cues(sentence)
        return time.process_time() - start

    seconds(100)
    assert min(seconds(4000) for _ in range(3)) < 8 * min(seconds(1000) for _ in range(3))


def test_unknown_kind_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = ({"form": "nói", "kind": "sing", "takes": ["clause"], "example": "{cue nói}"},)
    monkeypatch.setattr(lexicon, "entries", lambda name: wrong)
    with pytest.raises(LexiconError, match=r"'nói'.*sing"):
        lexicon.cues.__wrapped__()


@pytest.mark.parametrize("form", ["json", "toml"])
def test_command_prints_the_whole_list(form: str) -> None:
    result = CliRunner().invoke(main, ["cues", "--format", form])
    listed = json.loads(result.output) if form == "json" else tomllib.loads(result.output)["entry"]
    assert [entry["form"] for entry in listed] == list(lexicon.cues())
    assert all(set(e["takes"]) == lexicon.cues()[e["form"]].takes for e in listed)


def test_command_prints_a_kind() -> None:
    result = CliRunner().invoke(main, ["cues", "--kind", "deny", "--format", "markdown"])
    rows = result.output.splitlines()[2:]
    assert len(rows) == sum(e.kind == "deny" for e in lexicon.cues().values())
    assert all("**" in row and "{" not in row for row in rows)
    assert CliRunner().invoke(main, ["cues", "--kind", "sing"]).exit_code == 2
