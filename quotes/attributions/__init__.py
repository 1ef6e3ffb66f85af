"""Who says what, and where it ends: cues, marks and mentions of a sentence tied together by rules.

``attribute`` is the stage. ``line`` has the sentence as the rules see it; ``marked``, ``reported``, ``fronted``,
``behind``, ``relayed`` and ``uncued`` the rules; ``who``, ``cited`` and ``phrases``, ``clausal`` and ``pleas``,
``clauses``, ``narrator``, ``outcomes`` and ``coordination`` what they ask: who speaks, what can be said, where the
words end, and whether the speaker goes on; ``openings`` what only leads in, ``unsaid`` what reports nothing;
``turns``, ``talks``, ``questions``, ``interviewee``, ``asides`` and ``labels`` interviews and headlines; ``pulled``
and ``announced`` words set apart. ``CUE_RULES`` at the foot is the algorithm.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from quotes.attributions import marked, reported
from quotes.attributions.announced import Lead, add_announced, announced, lead
from quotes.attributions.asides import is_picture
from quotes.attributions.behind import clause_source_cue, told_at_end
from quotes.attributions.comments import find_comments
from quotes.attributions.labels import headline_label
from quotes.attributions.line import Line
from quotes.attributions.pointed import clause_that_is, pointed_at
from quotes.attributions.pulled import find_pull_quotes
from quotes.attributions.quoted import Quoted
from quotes.attributions.relayed import RELAY_RULES, cites_another, relayed_by
from quotes.attributions.turns import find_turns
from quotes.attributions.uncued import QUOTE_RULES
from quotes.attributions.unsaid import goes_on_planned
from quotes.model import Attribution, Content, Cue, Document, Mention, Sentence

T = TypeVar("T", Cue, Quoted)


def attribute(
    doc: Document, mentions: Sequence[Mention], find_cues: Callable[[Sentence, str], Sequence[Cue]]
) -> list[Attribution]:
    """All attributions of a document, in order of place."""
    by_sentence: dict[int, list[Mention]] = {}
    for m in mentions:
        by_sentence.setdefault(m.sentence, []).append(m)
    outer = [c for c in doc.contents if c.depth == 0]
    ends = [c.outer.end for c in outer]
    taken: set[int] = set()
    pulled, apart = find_pull_quotes(doc, mentions)
    taken.update(a.contents[0].start - 1 for a in pulled)
    made, turns = find_turns(doc, mentions, by_sentence, apart)
    made += pulled
    commented, items = find_comments(doc, by_sentence, find_cues)
    made += [a for a in commented if a.sentence not in turns]
    turns |= items
    above: Lead | None = None
    for sentence in doc.sentences:
        if sentence.index in turns:
            continue
        if sentence.index in apart or (above is not None and is_picture(sentence)):
            if above is not None:
                above.below = sentence.paragraph + 1
            continue
        contents = _contents_of(sentence, outer, ends)
        found = find_cues(sentence, doc.text)
        here = by_sentence.get(sentence.index, ())
        if ":" in sentence.words and (labelled := headline_label(doc, sentence, here)):
            made.append(labelled)
            continue
        ends_open = sentence.words[-1] == ":"
        silent = not (ends_open or [c for c in found if not c.dead or c.dead in _AFTER_ALL])
        points = sentence.words[0] in ("đó", "đây")
        alone = bool(made) and made[-1].rule == "quote_alone"
        signs = alone and sentence.words[0] == "("
        if not contents and above is None and silent and not points and not signs:
            continue
        goes_on = bool(made) and sentence.index - made[-1].sentence <= _NEXT
        line = Line(doc, sentence, contents, here, found, taken, goes_on)
        if alone and (named := marked.spoken_before(line, made[-1])):
            made[-1] = named
            continue
        if points and (said := pointed_at(line, made)):
            if made and made[-1].contents == said.contents:
                made.pop()
            made.append(said)
            continue
        if above is not None and (below := announced(line, above)):
            add_announced(made, below, above)
        else:
            made.extend(_attribute_line(line))
        for q in line.quotes:
            if line.is_taken(q):
                taken.add(q.content.outer.start)
        above = lead(line) if ends_open else None
    made.sort(key=lambda a: a.contents[0].start)
    return joined(doc, made)


_AFTER_ALL = ("noun", "listed", "above")  # a word of saying after all, if its subject stands beside it
_NEXT = 2  # sentences on, in which who spoke goes on without being named
_STOPS = 4  # characters: a mark and what stops a sentence
_MARK = 2  # characters: the closing mark, or two apostrophes
_NEAR = 12  # how far into a sentence its subject can begin


def _contents_of(sentence: Sentence, outer: list[Content], ends: list[int]) -> list[Content]:
    """The stretches in marks that a sentence has a part in."""
    i = bisect_right(ends, sentence.start)
    out = []
    while i < len(outer) and outer[i].outer.start < sentence.end:
        out.append(outer[i])
        i += 1
    return out


def _attribute_line(line: Line) -> list[Attribution]:
    told = told_at_end(line)
    if told is not None:
        cue, source = told
        answer = clause_source_cue(line, cue)
        if answer is not None and source.kind != "media":
            return [answer]  # who speaks within it is told of by the one at the end
        if answer is not None:
            line.end, line.via = source.first - 1, source
            line.cues = [c for c in line.cues if c.last <= line.end]
            return _answers(line) or [replace(answer, via=None)]
    return _answers(line)


def _tells_who_relays(line: Line, cue: Cue) -> bool:
    """``Theo VnExpress | đưa tin|, bác sĩ Huy cho biết …``: what the medium does that relays."""
    behind = line.via is not None and line.via.kind == "media" and line.verb_start(cue.first) == line.via.last
    return behind and cue.last < line.n and line.words[cue.last] == ","


def _answers(line: Line) -> list[Attribution]:
    claimed = 0  # text up to here is somebody's words already
    relaying: Cue | None = None
    for cue in line.cues:
        if cue.dead or cue.span.start < claimed or line.is_light(cue) or goes_on_planned(line, cue):
            continue
        if relaying is not None and _tells_who_relays(line, cue):
            continue
        relay = line.relays(cue)
        if relay and (reporter := relayed_by(line, cue)) is not None:
            line.via, relaying = reporter, cue
            continue
        if not relay and (medium := cites_another(line, cue)) is not None:
            line.via = medium
            continue
        if answer := _first_answer(line, cue, RELAY_RULES if relay else CUE_RULES):
            if relay and line.made and 0 <= answer.contents[-1].end - line.made[-1].contents[-1].end <= _MARK:
                main = line.made[0].source  # X cho biết A, theo tờ B; but `… sau khi X hứa A, theo tờ B`
                relayed = main is not None and main.kind != "unknown" and main.first <= line.start + _NEAR
                line.made[-1] = replace(line.made[-1], via=answer.source) if relayed else answer
                continue
            if relay and line.made and _lies_within(line.made[-1], answer):
                line.made[-1] = replace(line.made[-1], via=answer.source)  # “A”, X nói với báo giới, theo tờ B
                continue
            line.made.append(answer)
            claimed = max(claimed, answer.contents[-1].end)
    if not line.made and (said := clause_that_is(line)):
        line.made.append(said)
    if relaying is not None and not line.made:
        line.via = None  # whom it seemed to relay says nothing: the words are its own
        if answer := _first_answer(line, relaying, RELAY_RULES):
            line.made.append(answer)
    for q in line.quotes:
        if line.is_taken(q):
            continue
        if answer := _first_answer(line, q, QUOTE_RULES):
            line.made.append(answer)
    return sorted(line.made, key=lambda a: a.contents[0].start)


def _lies_within(said: Attribution, answer: Attribution) -> bool:
    """Whether the words in marks that somebody says are all that an answer has beside who says them."""
    whole = answer.contents[0]
    return (
        said.quote_type == "direct" and said.contents[0].start <= whole.start + 2 and said.contents[-1].end < whole.end
    )


def _first_answer(line: Line, about: T, rules: Sequence[Callable[[Line, T], Attribution | None]]) -> Attribution | None:
    for rule in rules:
        if (answer := rule(line, about)) is not None:
            return answer
    return None


def joined(doc: Document, made: list[Attribution]) -> list[Attribution]:
    """`“A”, X nói. “B”` in one paragraph is one quotation of two pieces."""
    groups: list[list[Attribution]] = []
    for a in made:
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and a.rule == "quote_alone"
            and last.quote_type == "direct"
            and _ends_sentence(doc, last)
            and doc.sentences[a.sentence].paragraph == doc.sentences[last.sentence].paragraph
            and a.sentence - last.sentence <= 1
        ):
            groups[-1].append(a)
        else:
            groups.append([a])
    return [_as_one(group) for group in groups]


def _ends_sentence(doc: Document, a: Attribution) -> bool:
    """Whether words in marks end their sentence, but for who says them: not `lời khuyên rằng “A”, bà Hoa về quê.`"""
    behind = a.source is None or a.source.span.start > a.contents[0].start
    return behind or doc.sentences[a.sentence].end - a.contents[-1].end < _STOPS


def _as_one(group: list[Attribution]) -> Attribution:
    if len(group) == 1:
        return group[0]
    pieces = sorted({s for a in group for s in a.contents})
    return replace(group[0], contents=tuple(pieces), sentence=max(a.sentence for a in group))


CUE_RULES = marked.CUE_RULES + reported.CUE_RULES
