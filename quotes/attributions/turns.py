"""Turns: the labels of headlines and interviews (`Ông A: …`, `PV: …?`), and interviews whose questions bear none.

An interview is read before the sentences are, since its answers run over paragraphs and hold no cue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quotes.attributions.words import CLOSERS, CREDIT, FIRST_PERSON, PREDICATE
from quotes.lexicon import fold, word_class
from quotes.model import Attribution, Document, Mention, QuoteType, Sentence, Span

INTERVIEWER = word_class("interviewer")
_OPEN_MARKS = frozenset("“\"«‘'„”")
_ADDRESS = frozenset("thưa ông bà anh chị bạn em thầy cô bác chú cháu ngài mọi vậy".split())
_ME = frozenset(("tôi", "chúng", "mình", "em"))
_THANKS = (
    ("xin", "cảm", "ơn"),
    ("cảm", "ơn"),
    ("trân", "trọng", "cảm", "ơn"),
    ("xin", "trân", "trọng"),
    ("chân", "thành", "cảm", "ơn"),
)

# The patterns of this module's rules, which read an article and not a sentence.
PATTERNS = {
    "interview_label": "PV: …? X: A",
    "interview_answer": "…? A  (a question as a paragraph, the answers below it)",
    "pull_quote": "A  (and on the line below) X",
    "headline_label": "X: A  (a headline, a caption, a sub-heading)",
    "cue_colon_paragraph": "X cho biết:  (and in the next paragraph) “A”",
}


@dataclass(slots=True)
class _Turn:
    """An answer as it is collected: the label's mention and the sentences that belong to it."""

    speaker: Mention | None
    label: Span | None
    sentence: int
    quoted: bool
    spans: list[Span] = field(default_factory=list)
    owner: Mention | None = None


def find_turns(
    doc: Document, mentions: Sequence[Mention], by_sentence: Mapping[int, Sequence[Mention]]
) -> tuple[list[Attribution], set[int]]:
    """The answers of interviews and the sentences of turns, which no other rule need read."""
    if not any(":" in s.words or "?" in s.words for s in doc.sentences):
        return [], set()
    questions = {s.index for s in doc.sentences if is_question_label(s)}
    labels = {
        s.index: named
        for s in doc.sentences
        if s.index not in questions and (named := label(s, by_sentence.get(s.index, ())))
    }
    if questions and labels:
        return _labelled(doc, questions, labels)
    asked = question_paragraphs(doc)
    every = asked | question_paragraphs(doc, addressed=False) if len(asked) >= 2 else asked
    if len(every) >= 3:
        asked = every
        return _unlabelled(doc, asked, mentions, labels)
    return [], set()


def find_pull_quotes(doc: Document, mentions: Sequence[Mention]) -> list[Attribution]:
    """Words set apart, with the name of who said them on the line below.

    They stand in marks or are said in the first person. A name that ends the article is its author's, unless the
    article speaks of that person.
    """
    by_paragraph: dict[int, list[Sentence]] = {}
    for s in doc.sentences:
        by_paragraph.setdefault(s.paragraph, []).append(s)
    marked = {c.outer.start: c for c in doc.contents if c.depth == 0}
    names = Counter(doc.text[m.name.start : m.name.end] for m in mentions if m.name)
    found = []
    for m in mentions:
        s = doc.sentences[m.sentence]
        above = by_paragraph.get(s.paragraph - 1)
        if above is None or m.name is None or m.kind != "person" or not _is_whole_line(doc, s, m):
            continue
        named_again = names[doc.text[m.name.start : m.name.end]] > 1
        if s.paragraph == len(doc.paragraphs) - 1 and not named_again:
            continue
        start, end = doc.paragraphs[s.paragraph - 1]
        content = marked.get(start)
        mine = any(_ME & set(t.words) for t in above)
        if content is not None and content.outer.end >= end - 1:
            pieces = content.pieces
        elif named_again and mine and len(above[0].words) > 5:
            pieces = (Span(start, end),)
        else:
            continue
        found.append(Attribution(pieces, "direct", "pull_quote", s.index, None, None, m))
    return found


def _is_whole_line(doc: Document, s: Sentence, m: Mention) -> bool:
    start, end = doc.paragraphs[s.paragraph]
    return doc.text[start : m.span.start].strip(" -–—*•~") == "" and doc.text[m.span.end : end].strip(" .,") == ""


def body_start(sentence: Sentence) -> int:
    """The first token that is no dash or bullet."""
    i = 0
    while i < len(sentence.words) - 1 and sentence.words[i] in CLOSERS:
        i += 1
    return i


def is_question_label(sentence: Sentence) -> bool:
    """PV: · Phóng viên (PV): · Hỏi:"""
    i = body_start(sentence)
    j = INTERVIEWER.after(sentence.words, i)
    if j == i or ":" not in sentence.words[j : j + 6]:
        return False
    return not {",", "và"} & set(sentence.words[j : sentence.words.index(":", j)])


def label(sentence: Sentence, mentions: Sequence[Mention]) -> Mention | None:
    """Ông A: · - Bà B (cười):"""
    if ":" not in sentence.words or not mentions:
        return None
    i, m = body_start(sentence), mentions[0]
    known = m.kind in ("person", "organization", "group") or (m.form == "name" and _ME & set(sentence.words))
    if m.first != i or not known or m.form in ("pronoun", "document"):
        return None
    j = m.last
    if j < len(sentence.words) and sentence.words[j] == "(" and ")" in sentence.words[j : j + 8]:
        j = sentence.words.index(")", j) + 1
    return m if j < len(sentence.words) and sentence.words[j] == ":" else None


def question_paragraphs(doc: Document, addressed: bool = True) -> set[int]:
    """Paragraphs that ask somebody something: they end with `?`, stand in no marks and address a person.

    In what is known to be an interview a question need address nobody, as long as nobody says `tôi` in it.
    """
    last: dict[int, Sentence] = {}
    words: dict[int, list[str]] = {}
    for s in doc.sentences:
        last[s.paragraph] = s
        words.setdefault(s.paragraph, []).extend(s.words)
    return {
        p
        for p, s in last.items()
        if s.words[-1] == "?"
        and len(words[p]) < 120
        and words[p][0] not in _OPEN_MARKS
        and (_ADDRESS & set(words[p]) if addressed else len(words[p]) < 50 and not _ME & set(words[p]))
    }


def is_thanks(sentence: Sentence) -> bool:
    """Xin cảm ơn ông!"""
    i = body_start(sentence)
    return len(sentence.words) - i < 12 and any(sentence.words[i : i + len(t)] == t for t in _THANKS)


def _labelled(doc: Document, questions: set[int], labels: dict[int, Mention]) -> tuple[list[Attribution], set[int]]:
    turns: list[_Turn] = []
    claimed: set[int] = set()
    turn: _Turn | None = None
    begun = False
    for s in doc.sentences:
        if s.index in questions:
            answer = _answer_behind_question(doc, s)
            turn, begun = None, True
            if answer and turns:
                turns.append(_Turn(None, None, s.index, True, answer, turns[-1].speaker or turns[-1].owner))
                turn = turns[-1]
        elif s.index in labels and begun:
            m = labels[s.index]
            colon = s.words.index(":", m.last)
            turn = _Turn(m, m.span, s.index, _answers_in_marks(doc, s, colon + 1))
            turns.append(turn)
            _collect(doc, turn, s, colon + 1)
        elif turn is not None and is_thanks(s):
            turn = None
        elif turn is not None:
            _collect(doc, turn, s, 0)
        if begun:
            claimed.add(s.index)
    return [_made(t, "interview_label") for t in turns if t.spans], claimed


def _answer_behind_question(doc: Document, s: Sentence) -> list[Span]:
    """PV: …? “A”  (an answer without a label in the question's own sentence)"""
    if "?" not in s.words:
        return []
    asked = s.starts[s.words.index("?")]
    return [p for c in doc.contents if c.depth == 0 and asked < c.outer.start < s.end for p in c.pieces]


def _answers_in_marks(doc: Document, s: Sentence, i: int) -> bool:
    """Whether an answer stands in marks, and does not merely begin with a word that does."""
    if i >= len(s.words) or s.words[i] not in _OPEN_MARKS:
        return False
    content = next((c for c in doc.contents if c.outer.start == s.starts[i]), None)
    return content is not None and (content.outer.end >= s.end - 2 or content.outer.end - content.outer.start > 60)


def _unlabelled(
    doc: Document, asked: set[int], mentions: Sequence[Mention], labels: dict[int, Mention]
) -> tuple[list[Attribution], set[int]]:
    """Questions as paragraphs of their own, each followed by an answer in the first person."""
    begin = min(asked)
    answers: dict[int, list[Sentence]] = {}
    current = None
    for s in doc.sentences:
        if s.paragraph in asked:
            current = s.paragraph
        elif current is not None and is_thanks(s):
            current = None
        elif current is not None:
            answers.setdefault(current, []).append(s)
    speaking = [a for a in answers.values() if any(FIRST_PERSON.within(s.words, 0, len(s.words)) for s in a)]
    if len(speaking) < 2 or len(speaking) * 2 < len(answers):
        return [], set()
    owner = _interviewee(doc, mentions, begin)
    turns, claimed = [], {s.index for s in doc.sentences if s.paragraph in asked}
    for group in answers.values():
        by = labels.get(group[0].index)
        turn = _Turn(by, by.span if by else None, group[0].index, False, owner=by or owner)
        name = _last_word(doc, turn.owner)
        for s in group:
            if s is not group[0] and _is_caption(doc, s, name):
                claimed.add(s.index)
                continue
            if s is not group[0] and name in s.words and not _ME & set(s.words):
                break  # the narrator speaks of the person again: the interview is over
            skip = s.words.index(":", by.last) + 1 if by is not None and s is group[0] else body_start(s)
            _collect(doc, turn, s, skip)
            claimed.add(s.index)
        turns.append(turn)
    return [_made(t, "interview_answer") for t in turns if t.spans], claimed


def _last_word(doc: Document, m: Mention | None) -> str:
    return fold(doc.text[m.name.start : m.name.end].split()[-1]) if m is not None and m.name else ""


def _is_caption(doc: Document, s: Sentence, name: str) -> bool:
    """A line between two paragraphs of an answer that is about the person who answers, or a credit."""
    start, end = doc.paragraphs[s.paragraph]
    if s.start != start or s.end != end or _ME & set(s.words):
        return False
    return (
        name in s.words
        or s.words[0] in ("image", "(", "ảnh", "video", "nguồn", "theo", "clip")
        or (s.words[-1] not in (".", "!", "?", "…", "”", '"') and len(s.words) < 16)
    )


def _interviewee(doc: Document, mentions: Sequence[Mention], begin: int) -> Mention | None:
    """The person named most often before the first question; of equals the one named last."""
    named = [m for m in mentions if m.kind == "person" and m.name and doc.sentences[m.sentence].paragraph < begin]
    if not named:
        return None
    called = [doc.text[m.name.start : m.name.end].split()[-1] for m in named if m.name]
    counts = Counter(called)
    best = max(counts.values())
    chosen = [m for m, word in zip(named, called, strict=True) if counts[word] == best]
    return max(chosen, key=lambda m: (m.name.end - m.name.start if m.name else 0, m.span.start))


def _collect(doc: Document, turn: _Turn, s: Sentence, i: int) -> None:
    """Add the sentence, from token ``i``, to an answer: one span a line; of one in marks only what is in marks."""
    if i >= len(s.words) or not any(w[0].isalnum() for w in s.words[i:]):
        return
    start, end = s.starts[i], s.end
    if turn.quoted:
        for c in doc.contents:
            if c.depth == 0 and start <= c.outer.start < end:
                turn.spans.extend(c.pieces)
        return
    last = len(s.words)
    if s.words[-1] == ")" and "(" in s.words[i:]:
        last = len(s.words) - 1 - s.words[::-1].index("(")  # (cười)
        end = s.ends[last - 1] if last > i else end
    if turn.spans and doc.text.find("\n", turn.spans[-1].end, start) < 0:
        turn.spans[-1] = Span(turn.spans[-1].start, end)
    else:
        turn.spans.append(Span(start, end))


def _made(turn: _Turn, rule: str) -> Attribution:
    owner = turn.owner or turn.speaker
    return Attribution(tuple(turn.spans), "direct", rule, turn.sentence, turn.label, None, turn.speaker, owner=owner)


def headline_label(doc: Document, s: Sentence, mentions: Sequence[Mention]) -> Attribution | None:
    """X: A  (a headline, a caption, a sub-heading)"""
    m = label(s, mentions)
    if m is None or (m.form == "name" and m.kind != "person"):
        return None
    colon = s.words.index(":", m.last)
    first, last = colon + 1, len(s.words)
    while last > first and s.words[last - 1] in CLOSERS:
        last -= 1
    if last - first < 3 or s.words[first] in _OPEN_MARKS:
        return None
    mine = FIRST_PERSON.within(s.words, first, last)
    if CREDIT.after(s.words, m.first) > m.first or not (mine or _says_something(doc, s, first, last, m)):
        return None
    heading = s.paragraph < 3 or s.words[-1] not in (".", "…")
    if not mine and not heading:
        return None
    kind: QuoteType = "direct" if mine else "indirect"
    return Attribution((Span(s.starts[first], s.ends[last - 1]),), kind, "headline_label", s.index, None, None, m)


def _says_something(doc: Document, s: Sentence, first: int, last: int, m: Mention) -> bool:
    """Whether a label's text can be a statement, and is no list of names, scorers or addresses.

    A person with a title may be given a phrase (`Thủ tướng: Phát triển nhanh, bền vững`). Of a body or a bare name it
    takes a predicate, and below the head of the article a bare name is a list's: `Reece James: Anh sẽ trở lại`.
    """
    written = [doc.text[a:b] for a, b in zip(s.starts[first:last], s.ends[first:last], strict=True)]
    small = sum(w[0].islower() for w in written)
    named = sum(w[0].isupper() for w in written)
    if s.words[first].startswith("http") or s.words[first + 1] == "http" or named > small:
        return False
    titled = m.honorific or m.form == "title" or (m.name is not None and m.name.start > m.span.start)
    if m.kind == "person" and titled:
        return True
    if m.kind == "person" and m.form == "name" and s.paragraph > 2:
        return False
    return PREDICATE.within(s.words, first, last)
