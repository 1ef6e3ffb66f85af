"""Interviews: answers under labels (`PV: …?`, `Ông A: …`), and answers to questions that bear none.

An interview is read before the sentences are, since its answers run over paragraphs and hold no cue. It is a row of
units, each of one voice: a paragraph, or within one what begins with a label, dash or bullet.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from quotes.attributions.asides import (
    CREDITS,
    ends_paragraph,
    is_back,
    is_caption,
    is_heading,
    is_named,
    is_picture,
    is_reported,
    is_signature,
    is_told,
    last_word,
    speaks_of_self,
)
from quotes.attributions.interviewee import interviewee, is_talk
from quotes.attributions.labels import (
    ME,
    OPEN_MARKS,
    answer_start,
    body_start,
    is_question_label,
    is_thanks,
    label,
    reply_label,
)
from quotes.attributions.questions import (
    ADDRESS,
    BULLETS,
    Unit,
    answers_behind,
    asked_before_labels,
    asked_between,
    asked_by_people,
    asked_in_text,
    asked_units,
    inline_questions,
    interviewers,
    prefix,
    struck_units,
    units_of,
)
from quotes.attributions.talks import debate, dialogue, voices
from quotes.attributions.words import FIRST_PERSON
from quotes.model import Attribution, Document, Mention, Sentence, Span

_SEVERAL = 2  # answers by which the others are judged
_LED = 4  # paragraphs of an answer before the first question, at most
_TURN = 10  # words that an interview has a turn, at least

# The patterns of the rules that read an article and not a sentence.
PATTERNS = {
    "interview_label": "PV: …? X: A",
    "interview_answer": "…? A  (a question as a paragraph, the answers below it)",
    "pull_quote": "A  (and on the line below) X",
    "said_pointed_at": "“A”. Đó là lời của X · A. Đây là nhận định của X",
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
    labelled: bool = False
    units: int = 0


def find_turns(
    doc: Document, mentions: Sequence[Mention], by_sentence: Mapping[int, Sequence[Mention]], apart: set[int]
) -> tuple[list[Attribution], set[int]]:
    """The answers of interviews and the sentences of turns, which no other rule need read; not those set ``apart``."""
    with_colon = [s for s in doc.sentences if ":" in s.words]
    prefixes = {s.index: p for s in with_colon if (p := prefix(s))}
    asking = interviewers(units_of(doc, prefixes, apart), prefixes) if prefixes else set()
    questions = {s.index for s in with_colon if prefixes.get(s.index) in asking or is_question_label(s)}
    labels = {
        s.index: named
        for s in with_colon
        if s.index not in questions and (named := label(s, by_sentence.get(s.index, ())))
    }
    known = {prefixes[i] for i in labels if i in prefixes}
    for s in with_colon if known else ():
        here = by_sentence.get(s.index)
        again = s.index not in questions and s.index not in labels and prefixes.get(s.index) in known
        if again and here and here[0].first == body_start(s):
            labels[s.index] = here[0]  # An: Tôi nói trước. / Bình: … / An: Phải để anh ấy hồi hộp chứ.
    if not labels and not any("?" in s.words for s in doc.sentences):
        return [], set()
    inline = inline_questions(doc)
    behind_dash = set() if questions or inline else answers_behind(doc)
    if not (questions or inline or behind_dash):
        inline, behind_dash = asked_in_text(doc)
    answers = {s.index for s in with_colon if answer_start(s) is not None} if questions and not labels else set()
    replies = {s.index: m for s in with_colon if (m := reply_label(s, by_sentence.get(s.index, ())))}
    every_label = {**replies, **labels}
    units = units_of(doc, questions | every_label.keys() | inline | answers | behind_dash, apart)
    questions |= asked_by_people(units, every_label, bool(questions))
    if every_label and not questions:
        questions = asked_before_labels(units, every_label)
    behind = {b[0].index for a, b in itertools.pairwise(units) if a[0].index in questions}
    labels = {i: m for i, m in every_label.items() if i not in questions and (i in labels or i in behind)}
    if questions and (labels or answers or _is_to_one(units, questions)):
        return _labelled(doc, units, questions, labels, mentions, inline, by_sentence)
    if talk := dialogue(units, labels, prefixes) or debate(units, labels) or voices(units, labels):
        return _talked(doc, talk, labels)
    asked = asked_units(units, addressed=True) | {n for n, unit in enumerate(units) if unit[0].index in inline}
    asked |= struck_units(units)
    every = asked | asked_units(units, addressed=False) if len(asked) >= 2 else asked
    if len(every) < 3 and (plain := asked_units(units, addressed=False)) and is_talk(doc, units[min(plain)][0].index):
        every = asked | {n for n in plain if n + 1 < len(units) and n + 1 not in plain and len(units[n]) == 1}
    every -= {n for n in every - asked if n - 1 in every and n + 1 in every}  # an answer that asks: … vay làm gì?
    somebody = next((m.sentence for m in mentions if m.kind in ("person", "unknown") and m.name), 0)
    every -= {n for n in every - asked if units[n][0].index <= somebody}  # a headline that asks
    if len(every) >= 3:
        return _unlabelled(doc, units, every, mentions, labels, inline, by_sentence)
    return [], set()


def _labelled(
    doc: Document,
    units: Sequence[Unit],
    questions: set[int],
    labels: dict[int, Mention],
    mentions: Sequence[Mention],
    inline: set[int],
    by_sentence: Mapping[int, Sequence[Mention]],
) -> tuple[list[Attribution], set[int]]:
    """Answers behind labels; of those that bear none, after a question that bears none or where few do."""
    asked = {n for n, unit in enumerate(units) if unit[0].index in questions}
    begin = min(asked)
    answering = sum(unit[0].index in labels for unit in units[begin:])
    bare = asked_between(units, asked, labels)
    bare |= {n for n in range(begin, len(units)) if units[n][0].index in inline} - asked
    turns: list[_Turn] = []
    claimed: set[int] = set()
    turn: _Turn | None = None
    owner = None if answering else interviewee(doc, mentions, units[begin][0].index)
    begin = _led_in(units, begin, labels)
    expected = False  # whether an answer without label may begin
    last = max(asked | bare)
    over = False  # whether they have taken leave: PV: Xin cảm ơn ông!
    for n, unit in enumerate(units[begin:], begin):
        first = unit[0]
        after = n > last and first.index not in labels
        if after and (over or is_back(unit, by_sentence) or _is_unmarked(turn, unit) or _is_apart(turns, unit)):
            break  # the narrator is back: … / Trong khi đó, bà Hoa cho rằng …
        over = n >= last and is_thanks(unit[-1])
        claimed.update(s.index for s in unit)
        if n in asked or n in bare:
            open_ = "?" in first.words + unit[-1].words and _bears_no_label(units, n, asked | bare, labels)
            turn, expected = None, n in bare or answering * 2 <= len(asked) or open_
            answer = _answer_behind_question(doc, first) if n in asked else []
            behind = _behind_question(unit) if n in asked and open_ else []
            if owner and (answer or behind):
                turn = _Turn(None, None, first.index, bool(answer), answer, owner, labelled=True)
                turns.append(turn)
                for s in [] if answer else behind:
                    _collect(doc, turn, s, 0)
            continue
        skip = 0
        if m := labels.get(first.index):
            owner = m
            turn, skip = _behind_label(doc, first, m)
            turns.append(turn)
        elif turn is None and expected and owner and not _tells_of(doc, first, owner):
            skip = answer_start(first) or body_start(first)
            turn = _Turn(None, None, first.index, False, owner=owner)
            turns.append(turn)
        if turn is not None:
            turn.units += 1
        for s in unit:
            if is_thanks(s) and not (s is first and m):
                turn, expected = None, False
            if turn is None or is_picture(s) or is_signature(doc, s):
                continue
            if turn.quoted or not is_heading(doc, s):
                _collect(doc, turn, s, skip if s is first else 0)
    return [_made(t) for t in turns if t.spans], claimed


def _is_to_one(units: Sequence[Unit], questions: set[int]) -> bool:
    """Whether labelled questions are put to somebody who speaks of himself, though no answer bears a label."""
    asked = [unit for unit in units if unit[0].index in questions]
    to = any(not ADDRESS.isdisjoint(s.words) for unit in asked for s in unit)
    answers = [unit for unit in units if unit[0].index > asked[0][0].index and unit[0].index not in questions]
    return len(asked) >= _SEVERAL and to and any(speaks_of_self(unit) for unit in answers)


def _led_in(units: Sequence[Unit], begin: int, labels: Mapping[int, Mention]) -> int:
    """Where the answers begin, the first of which may stand before any question: `Ông Nam cho biết:⏎Ông Nam: …`."""
    names = {_words(units[n][0], m) for n in range(begin, len(units)) if (m := labels.get(units[n][0].index))}
    for n in range(max(begin - _LED, 1), begin):
        m = labels.get(units[n][0].index)
        led = units[n - 1][-1].words[-1] == ":" or (n == begin - 1 and units[n][-1].words[-1] in (".", "…"))
        if m is not None and led and units[n][0].paragraph > 1 and _words(units[n][0], m) in names:
            return n
    return begin


def _words(s: Sentence, m: Mention) -> tuple[str, ...]:
    return s.words[m.first : m.last]


def _tells_of(doc: Document, s: Sentence, owner: Mention) -> bool:
    """`Bị cáo Bình im lặng.`: the narrator, where an answer could stand."""
    return is_named(doc, s, last_word(doc, owner)) and ME.isdisjoint(s.words)


def _is_apart(turns: Sequence[_Turn], unit: Unit) -> bool:
    """Whether a paragraph is none of the last answer's: every other has but one, and nobody speaks of himself here."""
    others = turns[:-1]
    single = len(others) >= _SEVERAL and all(t.labelled and t.units == 1 for t in others)
    return single and not speaks_of_self(unit)


def _is_unmarked(turn: _Turn | None, unit: Unit) -> bool:
    """Whether no words stand in marks, as those of the answer above do."""
    return turn is not None and turn.quoted and all(OPEN_MARKS.isdisjoint(s.words) for s in unit)


def _bears_no_label(units: Sequence[Unit], n: int, asked: set[int], labels: Mapping[int, Mention]) -> bool:
    """Whether no answer between a question and the next bears a label."""
    between = itertools.takewhile(lambda k: k not in asked, range(n + 1, len(units)))
    return not any(units[k][0].index in labels for k in between)


def _behind_question(unit: Unit) -> Unit:
    """PV: …? A  (what is said behind a question, with no label or line break between)"""
    i = next((i for i, s in enumerate(unit) if s.words[-1] == "?"), len(unit))
    rest = list(itertools.dropwhile(lambda s: s.words[-1] == "?", unit[i:]))
    return rest if sum(len(s.words) for s in rest) >= _TURN else []


def _talked(doc: Document, talk: list[Unit], labels: Mapping[int, Mention]) -> tuple[list[Attribution], set[int]]:
    turns = []
    for unit in talk:
        first, m = unit[0], labels[unit[0].index]
        turn, skip = _behind_label(doc, first, m)
        turns.append(turn)
        for s in unit:
            _collect(doc, turn, s, skip if s is first else 0)
    return [_made(t) for t in turns if t.spans], {s.index for unit in talk for s in unit}


def _behind_label(doc: Document, s: Sentence, m: Mention) -> tuple[_Turn, int]:
    """A turn that a label begins, and the token behind the label's colon."""
    i = s.words.index(":", m.last) + 1
    return _Turn(m, m.span, s.index, _answers_in_marks(doc, s, i), labelled=True), i


def _answer_behind_question(doc: Document, s: Sentence) -> list[Span]:
    """PV: …? “A”  (an answer without a label in the question's own sentence)"""
    if "?" not in s.words:
        return []
    asked = s.starts[s.words.index("?")]
    return [p for c in doc.contents if c.depth == 0 and asked < c.outer.start < s.end for p in c.pieces]


def _answers_in_marks(doc: Document, s: Sentence, i: int) -> bool:
    """Whether an answer stands in marks, and does not merely begin with a word that does."""
    if i >= len(s.words) or s.words[i] not in OPEN_MARKS:
        return False
    content = next((c for c in doc.contents if c.outer.start == s.starts[i]), None)
    return content is not None and (content.outer.end >= s.end - 2 or content.outer.end - content.outer.start > 60)


def _unlabelled(
    doc: Document,
    units: Sequence[Unit],
    asked: set[int],
    mentions: Sequence[Mention],
    labels: dict[int, Mention],
    inline: set[int],
    by_sentence: Mapping[int, Sequence[Mention]],
) -> tuple[list[Attribution], set[int]]:
    """Questions as units of their own, each followed by an answer in the first person or behind a dash."""
    begin = min(asked)
    answers: dict[int, list[Sentence]] = {}
    current = None
    for n, unit in enumerate(units):
        if n in asked:
            current = n
            continue
        for s in unit:
            if current is not None and is_thanks(s):
                current = None
            elif current is not None:
                answers.setdefault(current, []).append(s)
    speaking = [
        a
        for n, a in answers.items()
        if units[n][0].index in inline or any(FIRST_PERSON.within(s.words, 0, len(s.words)) for s in a)
    ]
    few = len(speaking) < _SEVERAL or len(speaking) * 2 < len(answers)
    if few and not (speaking and _alternates(units, asked)):
        return [], set()
    within = sum(units[n][0].start != doc.paragraphs[units[n][0].paragraph].start for n in asked)
    terse = _terse(answers.values()) or _terse(units[n] for n in asked)
    if within * 2 > len(asked) and terse and not _alternates(units, asked):
        return [], set()
    owner = interviewee(doc, mentions, units[begin][0].index)
    if owner is None and not labels:
        return [], set()  # advice to readers asks and addresses too
    turns, claimed = [], {s.index for n in asked for s in units[n]}
    marked = {c.outer.start: c.outer.end for c in doc.contents if c.depth == 0}
    last = next(reversed(answers.values()))
    for group in answers.values():
        by = labels.get(group[0].index)
        turn = _Turn(by, by.span if by else None, group[0].index, False, owner=by or owner)
        name = last_word(doc, turn.owner)
        credited = {s.paragraph for s in group[1:] if s.words[0] in CREDITS and ends_paragraph(doc, s)}
        for s in group:
            if s.words[:2] == ("(", "theo") or is_signature(doc, s):
                break  # (Theo Lúa Mới): what follows are links
            if s is not group[0] and is_told(doc, s, marked):
                continue
            behind = s is not group[0]
            if behind and group is last and (s.index in labels or is_reported(s, by_sentence.get(s.index, ()))):
                break  # somebody else is heard
            if behind and (is_caption(doc, s, name) or s.paragraph in credited):
                claimed.add(s.index)
                continue
            if behind and is_named(doc, s, name) and not ME & set(s.words) and not _goes_on(group, s):
                break  # the narrator speaks of the person again: the interview is over
            skip = s.words.index(":", by.last) + 1 if by is not None and s is group[0] else body_start(s)
            _collect(doc, turn, s, skip)
            claimed.add(s.index)
        turns.append(turn)
    return [_made(t) for t in turns if t.spans], claimed


def _goes_on(answer: Sequence[Sentence], named: Sentence) -> bool:
    """Whether somebody speaks of himself on behind a sentence in which he has his own name: `Mai này ăn khỏe lắm.`"""
    behind = [s for s in answer if s.index > named.index and s.paragraph == named.paragraph]
    return speaks_of_self(behind)


def _alternates(units: Sequence[Unit], asked: set[int]) -> bool:
    """Whether each question has one answer and nothing else is told: `- Chị mệt không? - Tôi mệt. - …`"""
    begin = min(asked)
    marked = all(units[n][0].words[0] in BULLETS for n in range(begin, len(units)))
    return marked and len(asked) > _SEVERAL and asked == set(range(begin, len(units), 2))


def _terse(turns: Iterable[Unit]) -> bool:
    """Whether so little is said at a time that it is the dialogue of a story."""
    lengths = [sum(len(s.words) for s in turn) for turn in turns]
    return sum(lengths) < _TURN * len(lengths)


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


def _made(turn: _Turn) -> Attribution:
    rule = "interview_label" if turn.labelled else "interview_answer"
    owner = turn.owner or turn.speaker
    return Attribution(tuple(turn.spans), "direct", rule, turn.sentence, turn.label, None, turn.speaker, owner=owner)
