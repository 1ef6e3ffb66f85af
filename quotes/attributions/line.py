"""One sentence as the rules read it: its words, marks, mentions and cues, and the questions rules ask of it.

Everything is by token index; ``span`` turns a range of tokens back into text.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from quotes.attributions.quoted import Quoted
from quotes.attributions.revived import is_verb_after_all
from quotes.attributions.words import (
    BARE_CLAUSE,
    CLAUSE_AFTER_ALL,
    CLOSERS,
    COMPLEMENTIZERS,
    CONJUNCTION,
    CONNECTOR,
    CREDIT,
    DASHES,
    EDGE,
    EFFECT,
    HOPE,
    INDIRECT_QUESTION,
    LIGHT,
    NO_CLAUSE,
    OPENER,
    PASSIVE,
    PLURAL,
    PREDICATE,
    PREPOSITION,
    PREVERB,
    RELAYS,
    SUBORDINATOR,
    VERBS,
    after_connector,
)
from quotes.lexicon import CueEntry, cues, keys
from quotes.model import Attribution, Content, Cue, Document, Mention, Sentence, Span, SpeakerKind

_CUES = cues()
# A rule may look a few words on: where no stop ends the text, it finds one, and does not read past the end.
_BEYOND = (".",) * 4
_MUST = frozenset(("phải", "cần", "nên", "hãy", "đừng", "chớ"))
_CREDITED = (("nvcc",), ("fbnv",), ("chụp", "màn", "hình"))  # with no stop before it: … tại buổi lễ NVCC
_CREDIT_NAME, _DATELINE, _VERB_GROUP = 8, 8, 8  # words of a credit, of `(Dân trí) -`, of a verb and its adverbs
# What can be told behind a mere comma, and no thing that is done: `hướng dẫn, kiểm tra`.
_TOLD = frozenset(("say", "opine", "ask", "feel"))
_TELLING = frozenset(("say", "opine", "write", "accuse"))
_STATED_IN = frozenset(("nêu", "thể hiện", "ghi", "ghi nhận", "viết", "phản ánh"))  # by papers, in clauses
_STAND_IN = (("đây",), ("đó",), ("mình",))
# Behind these stands to whom it is said, or what is added.
_TO_SOMEBODY = frozenset(
    "chào, chúc mừng, chúc, khen, chê, trách, mắng, an ủi, trêu, mỉa mai, chửi, đáp, bổ sung, bổ sung thêm".split(", ")
)
_WHOLLY = (("hoàn", "toàn"), ("thực", "sự"), ("thật", "sự"))
_SHORT, _REACH = 4, 16  # words with which nobody does anything; in which a clause has its predicate
_NEWS_FROM = frozenset(("thông tin từ", "thông tin ban đầu từ", "thông tin mới nhất từ"))


class Line:
    """A sentence and what lies in it outside quotation marks."""

    def __init__(
        self,
        doc: Document,
        sentence: Sentence,
        contents: Sequence[Content],
        mentions: Sequence[Mention],
        found: Sequence[Cue],
        taken: set[int] | None = None,
        goes_on: bool = False,
    ) -> None:
        self.doc, self.sentence = doc, sentence
        self.words = sentence.words + _BEYOND
        self.n = len(sentence.words)
        self.start = self._start()
        self.quotes = [self._quoted(c) for c in contents]
        self._quote_starts = [q.first for q in self.quotes]
        if self.quotes:
            self.start = self._behind_dateline(self.start)
        self.end = self._end()
        self.mentions = [m for m in mentions if self.quote_at(m.first) is None] if self.quotes else list(mentions)
        self._cue_ends: dict[int, Cue] = {}
        self._verb_starts: dict[int, int] = {}
        self.led_in: dict[int, tuple[str, int]] = {}  # what `after_cue` found, by the cue's first token
        outside = [c for c in found if self._spoken(c) and not self._within_mention(c)]
        self.quoted_by = [c for c in outside if c.form.startswith(("dẫn", "trích"))]
        self.cues = outside
        self.cues = [replace(c, dead="") if is_verb_after_all(self, c) else c for c in outside]
        self._cue_ends = {c.last: c for c in self.cues}
        self._verb_starts.clear()  # a verb may begin with a cue before it
        self.made: list[Attribution] = []
        self.taken = taken if taken is not None else set()  # where the marks open that have found their speaker
        self.relayed: Mention | None = None  # whom a medium quotes: `dẫn lời ông Nam cho biết`
        self.goes_on = goes_on  # whether somebody spoke in the sentence before
        self.via: Mention | None = None  # who relays: `Theo BBC, …`, `tờ Marca dẫn lời …`

    def may_begin_clause(self, i: int) -> bool:
        """Whether token ``i`` can be the first of a clause or verb phrase: not `về`, but `về hưu`."""
        if i >= self.n or CLAUSE_AFTER_ALL.after(self.words, i) > i:
            return i < self.n
        return NO_CLAUSE.after(self.words, i) == i

    def subordinate(self, first: int) -> bool:
        """Whether what begins at ``first`` belongs to a `Khi …,` that a main clause must follow."""
        i = first
        while i > 0 and self.words[i - 1] in COMPLEMENTIZERS:
            i -= 1
        while i > self.start and self.words[i - 1] not in (",", ";", ":", "."):
            i -= 1
            if self.words[i] in ("nhưng", "song", "thì") and SUBORDINATOR.after(self.words, i + 1) == i + 1:
                return False  # `Dù …` is over: the main clause has begun
        i += self.words[i] in ("nhưng", "song")
        return SUBORDINATOR.after(self.words, i) > i and self.words[i + 1 : i + 2] != ("nhiên",)  # tuy nhiên

    def told_behind_comma(self, c: Cue, i: int = 0) -> bool:
        """`Bà Hoa mong muốn, xã sớm sửa cầu`: its subject stands before it and a clause follows, no verb of a row."""
        k, i = self.verb_start(c.first), i or c.last + 1
        near = self.mention_before(k) if self.words[i - 1 : i] == (",",) else None
        if near is not None and self.words[near.first - 1] == "của":
            near = self.mention_before(near.first - 1)  # Báo Chợ Quê của Lào viết, …
        elif near is not None and (near.last != k or self.governed(near)):
            return False
        entry = self.entry(c)
        told = entry.kind in _TOLD and "clause" in entry.takes and (not entry.doubtful or keys(c.form) in HOPE.forms)
        shared = k <= self.start and self.connected  # Đồng thời mong muốn, xã sớm sửa cầu
        if c.form == "nghĩ" or not (told or c.form in ("viết", "đăng tải")):
            return False
        if not (shared or (near is not None and self.begins_clause(near, 0))):
            return False
        return not self.subordinate(c.first) and not any(q.words > 5 for q in self.quotes) and self._clause_at(i)

    def _clause_at(self, i: int) -> bool:
        """Whether a clause begins at token ``i``: somebody or something and a predicate, behind adverbials or not."""
        through = self.words[i : i + 2] == ("thông", "qua")
        if through or PREPOSITION.after(self.words, i) > i or OPENER.after(self.words, i) > i:
            return PREDICATE.within(self.words, i + 2, self.n)
        if any(c.first in (i, PREVERB.after(self.words, i)) for c in self.cues) or VERBS.longest(self.words, i):
            return False
        who = self.mention_from(i)
        if who is not None and who.form in ("name", "title", "pronoun") and self.n - who.last > _SHORT:
            return CONJUNCTION.after(self.words, who.last) == who.last
        if not self.may_begin_clause(i) or PREDICATE.after(self.words, i) > i:
            return False
        end = next((j for j in range(i, min(i + _REACH, self.n)) if self.words[j] in (",", ";", ":")), i + _REACH)
        return PREDICATE.within(self.words, i + 1, end) or EFFECT.within(self.words, i + 1, end)

    def _spoken(self, c: Cue) -> bool:
        """Whether the narrator uses the cue; a verb alone in marks is still the narrator's: tiếp tục “tố” công ty."""
        q = self.quote_at(c.first)
        first = c.first if q is None or q.words <= 2 else PREVERB.before(self.words, c.first)  # “ngầm xác nhận” rằng
        return q is None or (q.words <= 4 and q.first == first - 1 and q.last == c.last + 1)

    def _within_mention(self, c: Cue) -> bool:
        """`Kết luận điều tra nêu`: words of saying that belong to the name of a document or body."""
        if c.form in _NEWS_FROM or any(m.last == c.first for m in self.mentions):
            return False  # `Bộ Ngoại giao Nhật Bản tuyên bố`: no `bản tuyên bố`
        leads_in = c.last >= self.n or self.words[c.last] in COMPLEMENTIZERS or self.words[c.last] == "."
        return any(
            m.first <= c.first and c.last <= m.last and m.last - m.first > c.last - c.first
            for m in self.mentions
            if not (leads_in and m.last == c.last and m.form in ("description", "title"))
        )

    def _quoted(self, content: Content) -> Quoted:
        starts, outer = self.sentence.starts, content.outer
        first = bisect_left(starts, max(outer.start, self.sentence.start))
        last = bisect_left(starts, min(outer.end, self.sentence.end))
        begins, ends = outer.start >= self.sentence.start, outer.end <= self.sentence.end
        return Quoted(first, last, last - first - begins - ends, content, begins, ends)

    def quote_at(self, i: int) -> Quoted | None:
        """The stretch in marks that token ``i`` lies in."""
        if not self.quotes:
            return None
        k = bisect_right(self._quote_starts, i) - 1
        if k >= 0 and self.quotes[k].first <= i < self.quotes[k].last:
            return self.quotes[k]
        return None

    def quote_from(self, i: int) -> Quoted | None:
        """The stretch in marks that begins at token ``i``."""
        if not self.quotes:
            return None
        k = bisect_left(self._quote_starts, i)
        return self.quotes[k] if k < len(self.quotes) and self.quotes[k].first == i else None

    def is_taken(self, q: Quoted) -> bool:
        """Whether the stretch is somebody's words already, by this sentence or one before."""
        if q.content.outer.start in self.taken:
            return True
        return any(s.start < p.end and p.start < s.end for a in self.made for s in a.contents for p in q.content.pieces)

    def span(self, first: int, last: int) -> Span:
        return Span(self.sentence.starts[first], self.sentence.ends[last - 1])

    def raw(self, i: int) -> str:
        """Token ``i`` as it is written."""
        return self.doc.text[self.sentence.starts[i] : self.sentence.ends[i]]

    def _start(self) -> int:
        """The first token that is no bullet, dash, connector (`Tuy nhiên,`) or sign of a caption."""
        i = 2 * (self.words[:2] == ("image", "caption"))
        while i < self.n:
            j = i + 1 if self.words[i] in CLOSERS else after_connector(self.words, i)
            if j == i:
                break
            i = j
        return min(i, self.n - 1)

    def _behind_dateline(self, i: int) -> int:
        """The token behind `(Dân trí) -` or `GD&TĐ -` at ``i``, if words in marks follow there."""
        dash = next((j for j in range(i + 1, min(i + _DATELINE, self.n)) if self.words[j] in DASHES), None)
        if dash is None or self.quote_from(dash + 1) is None:
            return i
        bracketed = self.words[i] == "(" and self.words[dash - 1] == ")"
        return dash + 1 if bracketed or all(self.raw(j).isupper() or self.raw(j) == "&" for j in range(i, dash)) else i

    @property
    def connected(self) -> bool:
        """Whether the sentence begins with a connector: `Đồng thời, yêu cầu …` goes on for who spoke before."""
        first = next((i for i, w in enumerate(self.words) if w not in CLOSERS), 0)
        return after_connector(self.words, first) > first

    def _end(self) -> int:
        """The token after the last one of the sentence proper: without stops and the credit of a photo."""
        credited = (by for by in _CREDITED if self.sentence.words[-len(by) :] == by and self._capital(by))
        end = self.n - len(next(credited, ()))
        for i in range(1, self.n) if ":" in self.words else ():
            if self.words[i] == ":" and self.quote_at(i) is None:
                j = CREDIT.before(self.words, i)
                if j < i and j > 0 and self.words[j - 1] in CLOSERS | {"("}:
                    end = j - 1
                    break
                if 0 < j < i and self.n - i <= _CREDIT_NAME and self.raw(j)[:1].isupper():
                    end = j  # … tại buổi lễ Ảnh: Hoàng Lan
                    break
        if self.words[end - 1] == ")":
            first = next((i for i in range(end - 2, max(end - _CREDIT_NAME, 0), -1) if self.words[i] == "("), 0)
            if first and self.words[first + 1] in ("ảnh", "clip", "video"):
                end = first  # (Ảnh minh họa)
        return self.trim(0, end)

    def _capital(self, by: tuple[str, ...]) -> bool:
        """Whether the sentence's last words, which credit a photo, are written in capitals."""
        first = self.n - len(by)
        return (
            first > 1 and all(self.raw(i).isupper() for i in range(first, self.n)) and not self.raw(first - 1).isupper()
        )

    def trim(self, first: int, last: int) -> int:
        """``last`` moved back over marks that end a sentence or clause."""
        while last > first and self.words[last - 1] in CLOSERS and self.quote_at(last - 1) is None:
            last -= 1
        return last

    def entry(self, cue: Cue) -> CueEntry:
        return _CUES[cue.form]

    def takes_bare_clause(self, cue: Cue) -> bool:
        """Whether a clause or verb phrase may be the cue's content with no marker before it.

        Any verb of saying can take `rằng`; those that take a clause without it are fewer. What somebody must do is
        said by any verb of asking (`nhắc nhở học sinh phải đội mũ`, no `nhắc nhở học sinh`); facts can demand too.
        """
        if cue.form == "thông tin":  # a noun unless somebody stands right before it
            k = self.verb_start(cue.first)
            near = self.mention_ending(k)
            told = near is not None and (near.form != "document" or self._clause_at(cue.last))
            return told and near is not None and self.begins_clause(near, 0)
        if keys(cue.form) in BARE_CLAUSE.forms:
            return True
        entry = self.entry(cue)
        if self.told_of(cue):
            return True
        if entry.kind == "ask" and INDIRECT_QUESTION.after(self.words, cue.last) > cue.last:
            return cue.form != "tự hỏi"  # đặt câu hỏi vì sao …; what one asks oneself is only thought
        if entry.kind != "request" or "object_clause" not in entry.takes or cue.form == "đòi hỏi":
            return False
        asked = list(itertools.takewhile(lambda w: w not in CLOSERS, self.words[cue.last + 1 : cue.last + 9]))
        return not _MUST.isdisjoint(asked) or ("không", "được") in itertools.pairwise(asked)

    def told_of(self, cue: Cue) -> bool:
        """`phản hồi ông đang bận`, `bình luận đây là tội ác`: somebody, and what he does, right behind the verb."""
        entry, i = self.entry(cue), cue.last
        paper = self.mention_ending(self.verb_start(cue.first)) if cue.form in _STATED_IN else None
        if paper is not None and paper.form == "document" and not self.governed(paper):
            return self._clause_at(i)  # Cáo trạng nêu bị cáo đã nhận tiền
        takes = "clause" in entry.takes or ("marked" in entry.takes and entry.kind != "accuse")
        if entry.kind not in _TELLING or not takes or cue.form in _TO_SOMEBODY:
            return False
        m = self.mention_from(i)
        j = m.last if m is not None and m.form in ("pronoun", "name", "title") else i
        if j == i and self.words[i : i + 1] in _STAND_IN:
            j = i + 1
        if self.words[i : i + 1] == ("sẽ",):
            return True  # công bố sẽ bán cổ phần
        if self.quote_from(j) is not None or self.words[j : j + 2] in _WHOLLY:
            return j > i  # nêu họ “rất tin tưởng” bà Lan
        return j > i and PREDICATE.after(self.words, j) > j

    def is_light(self, cue: Cue) -> bool:
        """Whether the cue only leads to another right behind it: `ra thông báo nói rằng`, `phát biểu cho rằng`."""
        if keys(cue.form) not in LIGHT.forms:
            return False
        return any(c.first == cue.last and not c.dead and not self.relays(c) for c in self.cues)

    def relays(self, cue: Cue) -> bool:
        """Whether the cue names a source behind it: `theo`, `dẫn lời`; `loan tin` is a verb like others."""
        return self.entry(cue).kind == "relay" and self.words[cue.first] in RELAYS

    def verb_start(self, i: int) -> int:
        """Where the verb phrase begins whose cue stands at ``i``: back over adverbs, auxiliaries and `lên tiếng`."""
        found = self._verb_starts.get(i)
        if found is None:
            found = self._verb_starts[i] = self._verb_start(i)
        return found

    def _verb_start(self, i: int) -> int:
        for _ in range(_VERB_GROUP):
            j = PREVERB.before(self.words, i)
            if j < i and any(m.first < j and m.last == i for m in self.mentions):
                break  # các nguồn tin không chính thức | cho biết
            light = self._cue_ends.get(i)
            if light is not None and self._may_be_light(light):
                j = min(j, light.first)
            if j == i:
                break
            i = j
        return i

    def _may_be_light(self, c: Cue) -> bool:
        return c.dead not in ("noun", "name") and not self.relays(c) and not self._is_document(c)

    def _is_document(self, c: Cue) -> bool:
        """`Báo cáo cũng cho biết`: a word of saying that is the document which says it."""
        m = self.mention_from(c.first)
        return m is not None and m.form == "document" and m.last == c.last and c.first == self.start

    def mention_before(self, i: int, floor: int = 0) -> Mention | None:
        """The mention that ends right before token ``i`` (a comma or dash may lie between)."""
        for m in reversed(self.mentions):
            if m.first < floor:
                break
            if m.last <= i:
                gap = self.words[m.last : i]
                return m if not gap or (len(gap) == 1 and gap[0] in DASHES | {","}) else None
        return None

    def mention_ending(self, i: int, floor: int = 0) -> Mention | None:
        """The mention that ends right before token ``i``, with nothing between."""
        m = self.mention_before(i, floor)
        return m if m is not None and m.last == i else None

    def mention_from(self, i: int) -> Mention | None:
        """The mention that begins at token ``i``."""
        return next((m for m in self.mentions if m.first == i), None)

    def somebody_from(self, i: int) -> Mention | None:
        """The mention that begins at token ``i``, or behind a `các` or `những` there."""
        return self.mention_from(i) or self.mention_from(PLURAL.after(self.words, i))

    def main_cue(self, first: int) -> Cue | None:
        """The word of saying to which the words from token ``first`` on belong."""
        return next((c for c in reversed(self.cues) if c.last <= first and not c.dead), None)

    def described(self, first: int, last: int, group: bool = False) -> Mention:
        """Words that no word list knows, taken for somebody: `trang web của công ty`; of several, a group."""
        kind: SpeakerKind = "group" if group else "unknown"
        return Mention(self.span(first, last), self.sentence.index, first, last, "description", kind, plural=group)

    def governed(self, m: Mention) -> bool:
        """Whether a preposition or verb before it makes the mention an object, not a subject."""
        j = PREPOSITION.before(self.words, m.first)
        if j == m.first:
            return m.first > 0 and self.words[m.first - 1] == "lên"  # đăng lên Facebook
        reason = self.words[j : m.first] == ("bởi",) and "," not in self.words[m.first : m.last]
        if reason and PASSIVE.isdisjoint(self.words[max(j - _VERB_GROUP, 0) : j]):
            return False  # Bởi họ cho rằng, …; no `được công bố bởi ông Nam`
        # `hôm qua ông Nam`, `trước đó ông Nam`: words of time end like prepositions
        return EDGE.before(self.words, m.first) >= j

    def begins_clause(self, m: Mention, floor: int) -> bool:
        i = m.first
        if i <= floor or i == self.start:
            return True
        if EDGE.before(self.words, i) < i or CONNECTOR.before(self.words, i) < i:
            return True
        if self.words[i - 1][:1].isdigit():
            return True  # a date: `Hôm 11/1 ông Nam nói`
        return self.quote_at(i - 1) is not None

    def coordinated(self, cue: Cue) -> bool:
        """Whether the verb phrase follows a conjunction or comma, so that its subject stands further back."""
        k = self.verb_start(cue.first)
        return k > 0 and (self.words[k - 1] in (",", ";") or CONJUNCTION.before(self.words, k) < k)
