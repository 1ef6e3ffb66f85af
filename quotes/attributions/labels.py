"""Labels: the words before a colon that say who speaks (`Ông A: …`, `PV: …?`)."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.attributions.words import CLOSERS, CREDIT, FIRST_PERSON, PREDICATE, PREVERB
from quotes.lexicon import word_class
from quotes.model import Attribution, Document, Mention, QuoteType, Sentence, Span

INTERVIEWER = word_class("interviewer")
OPEN_MARKS = frozenset("“\"«‘'„”")
ME = frozenset(("tôi", "chúng", "mình", "em"))
_I = frozenset(("tôi", "tui", "tớ"))  # `mình`, `em` and `con` can be of anybody: vươn mình, trẻ em
_TOPICS = frozenset(("vụ", "góc", "chuyện", "tin", "clip", "video"))  # Vụ án A: …, Góc nhìn: …
_NOTES = frozenset(("vd", "ps", "nb", "tb"))  # VD: …, N.B.: …
_READERS = frozenset((("bạn", "đọc"), ("độc", "giả"), ("khán", "giả")))
_ANSWERS = (("đáp",), ("trả", "lời"), ("tl",))
_REPLIES = tuple(
    tuple(w.split())
    for w in (
        "trả lời",
        "đáp",
        "giải đáp",
        "tư vấn",
        "cho biết",
        "cho hay",
        "nói",
        "chia sẻ",
        "trình bày",
        "giải thích",
    )
)
_READER = 14  # words that tell which reader asks: Bạn đọc Trần Thị Lan (huyện Tân Phú) hỏi:
_LABEL = 6  # words of a label with its colon, at most
_THANKS = (
    ("xin", "cảm", "ơn"),
    ("xin", "cám", "ơn"),
    ("cảm", "ơn"),
    ("cám", "ơn"),
    ("vâng", ",", "xin", "cảm", "ơn"),
    ("vâng", ",", "cảm", "ơn"),
    ("trân", "trọng", "cảm", "ơn"),
    ("xin", "trân", "trọng"),
    ("xin", "chân", "thành", "cảm", "ơn"),
    ("chân", "thành", "cảm", "ơn"),
)


def body_start(sentence: Sentence) -> int:
    """The first token that is no dash or bullet."""
    i = 0
    while i < len(sentence.words) - 1 and (sentence.words[i] in CLOSERS or sentence.words[i] == "+"):
        i += 1
    return i


def is_question_label(sentence: Sentence) -> bool:
    """PV: · Phóng viên (PV): · Hỏi:"""
    if ":" not in sentence.words:
        return False
    i = body_start(sentence)
    j = INTERVIEWER.after(sentence.words, i)
    if j == i or ":" not in sentence.words[j : j + _READER]:
        return False
    colon = sentence.words.index(":", j)
    if colon - j >= _LABEL and not (sentence.words[i:j] in _READERS and sentence.words[colon - 1] in ("hỏi", ")")):
        return False
    in_marks = colon + 1 < len(sentence.words) and sentence.words[colon + 1] in OPEN_MARKS
    if in_marks and sentence.words[i:j] in _READERS and "?" not in sentence.words:
        return False  # Bạn đọc Lan Anh: “Tôi xin góp 50 cuốn sách”
    return not {",", "và"} & set(sentence.words[j:colon])


def answer_start(sentence: Sentence) -> int | None:
    """The token behind the label of an answer that names nobody: `Đáp: …`, `Trả lời: …`"""
    i = body_start(sentence)
    for words in _ANSWERS:
        if sentence.words[i : i + len(words)] == words and sentence.words[i + len(words) :][:1] == (":",):
            return i + len(words) + 1
    return None


def label(sentence: Sentence, mentions: Sequence[Mention]) -> Mention | None:
    """Ông A: · - Bà B (cười):"""
    if ":" not in sentence.words or not mentions:
        return None
    i, m = body_start(sentence), mentions[0]
    known = m.kind in ("person", "organization", "group") or (m.form == "name" and ME & set(sentence.words))
    if m.first != i or not known or m.form in ("pronoun", "document") or sentence.words[i] in _NOTES:
        return None
    j = m.last
    if j < len(sentence.words) and sentence.words[j] == "(" and ")" in sentence.words[j : j + 8]:
        j = sentence.words.index(")", j) + 1
    return m if j < len(sentence.words) and sentence.words[j] == ":" else None


def reply_label(sentence: Sentence, mentions: Sequence[Mention]) -> Mention | None:
    """Ông A trả lời: · Bà B cho biết:  (behind a question)"""
    m, words = (mentions[0] if mentions else None), sentence.words
    if m is None or m.first != body_start(sentence) or m.kind != "person" or m.form == "pronoun":
        return None
    i = m.last
    if words[i : i + 1] == ("(",) and ")" in words[i : i + 2 * _LABEL]:
        i = words.index(")", i) + 1
    i = PREVERB.after(words, i)
    j = next((i + len(verb) for verb in _REPLIES if words[i : i + len(verb)] == verb), i)
    return m if j > i and words[j : j + 1] == (":",) else None


def is_thanks(sentence: Sentence) -> bool:
    """Xin cảm ơn ông! · PV: Cảm ơn ông."""
    i = body_start(sentence)
    if ":" in sentence.words[i : i + _LABEL]:
        i = sentence.words.index(":", i) + 1
    return len(sentence.words) - i < 15 and any(sentence.words[i : i + len(t)] == t for t in _THANKS)


def says_i(words: Sequence[str], i: int) -> bool:
    """Whether token ``i`` is who speaks: `tôi`, or `mình` as a subject."""
    return words[i] in _I or (words[i] == "mình" and (i == 0 or words[i - 1] == ","))


def headline_label(doc: Document, s: Sentence, mentions: Sequence[Mention]) -> Attribution | None:
    """X: A  (a headline, a caption, a sub-heading)"""
    m = label(s, mentions)
    if m is None or s.words[m.first] in _TOPICS:
        return None
    colon = s.words.index(":", m.last)
    first, last = colon + 1, len(s.words)
    while last > first and s.words[last - 1] in CLOSERS:
        last -= 1
    if last - first < 3 or s.words[first] in OPEN_MARKS:
        return None
    mine = FIRST_PERSON.after(s.words, first) > first or any(says_i(s.words, i) for i in range(first, last))
    if m.form == "name" and m.kind != "person" and not mine:
        return None
    if s.words[colon - 1] == ")" and any(w[0].isdigit() for w in s.words[m.first : colon]):
        return None  # Lê An (trung vệ, 20 tuổi): …, Bến không chồng (2000): …
    if s.words[first] == "từ" and "đến" in s.words[first + 2 : last]:
        return None  # Ông Nam: Từ chợ quê đến thủ đô
    if CREDIT.after(s.words, m.first) > m.first or not _says_something(doc, s, first, last, m, mine):
        return None
    heading = s.paragraph < 3 or s.words[-1] not in (".", "…")
    apart = s.start == doc.paragraphs[s.paragraph].start or (m.kind == "person" and _titled(m) and m.name is not None)
    if not mine and not (heading and apart):
        return None
    kind: QuoteType = "direct" if mine else "indirect"
    return Attribution((Span(s.starts[first], s.ends[last - 1]),), kind, "headline_label", s.index, None, None, m)


def _says_something(doc: Document, s: Sentence, first: int, last: int, m: Mention, mine: bool) -> bool:
    """Whether a label's text can be a statement, and is no list of names, scorers or addresses.

    A person with a title may be given a phrase (`Thủ tướng: Phát triển nhanh, bền vững`). Of a body or a bare name it
    takes a predicate, and below the head of the article a bare name is a list's: `Reece James: Anh sẽ trở lại`.
    """
    written = [doc.text[a:b] for a, b in zip(s.starts[first:last], s.ends[first:last], strict=True)]
    small = sum(w[0].islower() for w in written)
    named = sum(w[0].isupper() for w in written)
    if s.words[first].startswith("http") or s.words[first + 1] == "http" or named > small:
        return False
    if mine or (m.kind == "person" and _titled(m)):
        return True
    if m.kind == "person" and m.form == "name" and s.paragraph > 2:
        return False
    return PREDICATE.within(s.words, first, last)


def _titled(m: Mention) -> bool:
    return bool(m.honorific) or m.form == "title" or (m.name is not None and m.name.start > m.span.start)
