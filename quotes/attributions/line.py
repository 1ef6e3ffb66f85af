"""One sentence as the rules read it: its words, marks, mentions and cues, and the questions rules ask of it.

Everything is by token index; ``span`` turns a range of tokens back into text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from quotes.lexicon import CueEntry, cues, keys, word_class
from quotes.model import Attribution, Content, Cue, Document, Mention, Sentence, Span

PREVERB = word_class("preverb")
PREPOSITION = word_class("preposition")
CONJUNCTION = word_class("conjunction")
EDGE = word_class("edge")
ADJUNCT = word_class("adjunct")
OCCASION = word_class("occasion")
CREDIT = word_class("credit")
CONNECTOR = word_class("connector")
NOUN_START = word_class("noun_start")
SUBORDINATOR = word_class("subordinator")
BARE_CLAUSE = word_class("bare_clause")
NO_CLAUSE = word_class("no_clause")
CLAUSE_AFTER_ALL = word_class("clause_after_all")
STANCE = word_class("stance")
HOPE = word_class("hope")
LIGHT = word_class("light")
PREDICATE = word_class("predicate")
FIRST_PERSON = word_class("first_person")

COMPLEMENTIZERS = frozenset(("rằng", "là", ":", ","))
CLOSERS = frozenset((",", ";", ".", "!", "?", "…", "-", "–", "—", ":", "/", "|", "*", "•"))
RELAYS = frozenset(("theo", "dẫn", "trích", "lời"))
DASHES = frozenset(("-", "–", "—"))
# Words that begin an adverbial, a verb phrase or a clause, never a noun phrase.
NO_NOUN = frozenset(
    "khi nếu sau trước trong tại theo để nhằm vì do bởi dù tuy mặc bên ngoài từ đến với về qua không chưa chẳng hãy đừng "
    "được bị có phải cần nên đã đang sẽ vừa mới cũng vẫn rất bắt kết trả mở phát đánh ngay lúc hôm ngày sáng chiều tối".split()
)
_VERB_GROUP = 8  # the parts that a verb group can have before its last verb


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch in marks within a sentence: tokens ``first:last`` with its marks; ``words`` counts what is inside.

    One that runs over paragraphs is in each of them; ``begins`` and ``ends`` tell where.
    """

    first: int
    last: int
    words: int
    content: Content
    begins: bool = True
    ends: bool = True


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
    ) -> None:
        self.doc = doc
        self.sentence = sentence
        self.words = sentence.words
        self.n = len(sentence.words)
        self.quotes = [self._quoted(c) for c in contents]
        self._quote_starts = [q.first for q in self.quotes]
        self.mentions = [m for m in mentions if self.quote_at(m.first) is None]
        self._cue_ends: dict[int, Cue] = {}
        outside = [c for c in found if self._spoken(c) and not self._within_mention(c)]
        self.cues = [replace(c, dead="") if self._is_verb_after_all(c) else c for c in outside]
        self._cue_ends = {c.last: c for c in self.cues}
        self.made: list[Attribution] = []
        self.taken = taken if taken is not None else set()  # where the marks open that have found their speaker
        self.relayed: Mention | None = None  # whom a medium quotes: `dẫn lời ông Nam cho biết`
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
        return SUBORDINATOR.after(self.words, i) > i

    def _is_verb_after_all(self, c: Cue) -> bool:
        """A word that looked like a noun, but has its subject right before it and something to say behind it."""
        if c.dead != "noun" or c.last >= self.n or not {"clause", "object_clause", "verb_phrase"} & self.entry(c).takes:
            return False
        near = self.mention_before(self.verb_start(c.first))
        if near is None or near.last != self.verb_start(c.first) or self.governed(near) or near.form == "document":
            return False
        return self.may_begin_clause(c.last) and self.begins_clause(near, 0)

    def _spoken(self, c: Cue) -> bool:
        """Whether the narrator uses the cue; a verb alone in marks is still the narrator's: tiếp tục “tố” công ty."""
        q = self.quote_at(c.first)
        return q is None or (q.words <= 2 and q.first == c.first - 1 and q.last == c.last + 1)

    def _within_mention(self, c: Cue) -> bool:
        """`Kết luận điều tra nêu`: words of saying that belong to the name of a document or body."""
        return any(
            m.first <= c.first and c.last <= m.last and m.last - m.first > c.last - c.first for m in self.mentions
        )

    def _quoted(self, content: Content) -> Quoted:
        starts, outer = self.sentence.starts, content.outer
        first = bisect_left(starts, max(outer.start, self.sentence.start))
        last = bisect_left(starts, min(outer.end, self.sentence.end))
        begins, ends = outer.start >= self.sentence.start, outer.end <= self.sentence.end
        return Quoted(first, last, last - first - begins - ends, content, begins, ends)

    def quote_at(self, i: int) -> Quoted | None:
        """The stretch in marks that token ``i`` lies in."""
        k = bisect_right(self._quote_starts, i) - 1
        if k >= 0 and self.quotes[k].first <= i < self.quotes[k].last:
            return self.quotes[k]
        return None

    def quote_from(self, i: int) -> Quoted | None:
        """The stretch in marks that begins at token ``i``."""
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

    @cached_property
    def start(self) -> int:
        """The first token that is no bullet, dash or connector (`Tuy nhiên,`)."""
        i = 0
        while i < self.n:
            j = i + 1 if self.words[i] in CLOSERS else CONNECTOR.after(self.words, i)
            if j == i:
                break
            i = j
        return min(i, self.n - 1)

    @cached_property
    def end(self) -> int:
        """The token after the last one of the sentence proper: without stops and the credit of a photo."""
        end = self.n
        for i in range(1, self.n):
            if self.words[i] == ":" and self.quote_at(i) is None:
                j = CREDIT.before(self.words, i)
                if j < i and j > 0 and self.words[j - 1] in CLOSERS | {"("}:
                    end = j - 1
                    break
        return self.trim(0, end)

    def trim(self, first: int, last: int) -> int:
        """``last`` moved back over marks that end a sentence or clause."""
        while last > first and self.words[last - 1] in CLOSERS and self.quote_at(last - 1) is None:
            last -= 1
        return last

    def entry(self, cue: Cue) -> CueEntry:
        return cues()[cue.form]

    def takes_bare_clause(self, cue: Cue) -> bool:
        """Whether a clause or verb phrase may be the cue's content with no marker before it.

        Any verb of saying can take `rằng`; those that take a clause without it are fewer.
        """
        return keys(cue.form) in BARE_CLAUSE.forms

    def is_light(self, cue: Cue) -> bool:
        """Whether the cue only leads to another that stands right behind it: `ra thông báo nói rằng`, `phát biểu cho rằng`."""
        if keys(cue.form) not in LIGHT.forms:
            return False
        return any(c.first == cue.last and not c.dead and not self.relays(c) for c in self.cues)

    def relays(self, cue: Cue) -> bool:
        """Whether the cue names a source behind it: `theo`, `dẫn lời`; `loan tin` is a verb like others."""
        return self.entry(cue).kind == "relay" and self.words[cue.first] in RELAYS

    # ---- who says it

    def verb_start(self, i: int) -> int:
        """Where the verb phrase begins whose cue stands at ``i``: back over adverbs, auxiliaries and `lên tiếng`."""
        for _ in range(_VERB_GROUP):
            j = PREVERB.before(self.words, i)
            light = self._cue_ends.get(i)
            if light is not None and not self.relays(light):
                j = min(j, light.first)
            if j == i:
                break
            i = j
        return i

    def mention_before(self, i: int, floor: int = 0) -> Mention | None:
        """The mention that ends right before token ``i`` (a comma or dash may lie between)."""
        for m in reversed(self.mentions):
            if m.first < floor:
                break
            if m.last <= i:
                gap = self.words[m.last : i]
                return m if not gap or (len(gap) == 1 and gap[0] in DASHES | {","}) else None
        return None

    def mention_from(self, i: int) -> Mention | None:
        """The mention that begins at token ``i``."""
        return next((m for m in self.mentions if m.first == i), None)

    def governed(self, m: Mention) -> bool:
        """Whether a preposition or verb before it makes the mention an object, not a subject."""
        j = PREPOSITION.before(self.words, m.first)
        if j == m.first:
            return False
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

    def subject(self, cue: Cue, floor: int = 0) -> Mention | None:
        """The mention that is the subject of the cue's verb, from token ``floor`` on."""
        k = self.verb_start(cue.first)
        near = self.mention_before(k, floor)
        if near is not None and near.last == k and not self.governed(near):
            agent = near.first > 0 and self.words[near.first - 1] in ("được", "bị", "việc")
            if agent or self.begins_clause(near, floor) or near.form == "pronoun" or near.honorific:
                return near
        elif self.coordinated(cue):
            # `…, nói rằng`, `…; cho biết`: the sentence's subject, and not the last thing it spoke of
            for m in self.mentions:
                if floor <= m.first and m.last <= k and self.begins_clause(m, floor) and not self.governed(m):
                    return m
        best = near if near is not None and near.last == k and not self.governed(near) else None
        for m in reversed(self.mentions):
            if m.last > k:
                continue
            if m.first < floor:
                break
            if self.governed(m) or self._in_brackets(m, k):
                continue
            if self.begins_clause(m, floor):
                return m
            best = best or m
        return best or self._noun_phrase(k, floor)

    def _noun_phrase(self, k: int, floor: int) -> Mention | None:
        """The words between the clause's beginning and the verb, as a source that no mention covers."""
        i, lowest = k, max(floor, self.start)
        ends = {m.last: m.first for m in self.mentions}
        while i > lowest and k - i < 16:
            if i in ends:
                i = ends[i]
            elif self.words[i - 1][0].isalpha() and self.quote_at(i - 1) is None and k - i < 9:
                i -= 1
            else:
                break
        while i < k and (j := CONNECTOR.after(self.words, i)) > i:
            i = j
        if i < lowest or not 0 < k - i < 16 or PREPOSITION.after(self.words, i) > i or self.words[i] in NO_NOUN:
            return None
        return Mention(self.span(i, k), self.sentence.index, i, k, "description", "unknown")

    def _in_brackets(self, m: Mention, k: int) -> bool:
        opened = self.words[: m.first].count("(") - self.words[: m.first].count(")")
        return opened > 0 and ")" in self.words[m.last : k]

    # ---- where the words begin

    def after_cue(self, cue: Cue) -> tuple[str, int]:
        """The marker that leads in the content (``rằng``, ``là``, ``:``, ``,``, ``“`` or nothing) and where it begins.

        Between cue and marker may stand an addressee, a place or a time: `nói với báo giới hôm 5/3 rằng`.
        """
        i = cue.last
        while (
            i + 1 < self.n
            and self.words[i] in ("thêm", "rõ", "lại", "tiếp")
            and (self.words[i + 1] in COMPLEMENTIZERS or self.quote_from(i + 1) is not None)
        ):
            i += 1
        marker, j = self._marker(i)
        if marker or i >= self.n:
            return marker, j
        if "clause" not in self.entry(cue).takes or STANCE.after(self.words, i) > i:
            behind = self._behind_object(i)
            if behind is not None:
                return behind
        if self.entry(cue).kind == "ask" and (asked := self.mention_from(i)) and asked.last < self.n:
            if self.words[asked.last] in ("liệu", "rằng", "vì", "có", "về"):
                return "", asked.last + (self.words[asked.last] == "rằng")  # hỏi ông liệu …
        if ADJUNCT.after(self.words, i) == i:
            return "", i
        far = self._far_marker(i)
        if far is None and self.words[i] in ("với", "cùng", "trước") and (addressee := self.mention_from(i + 1)):
            return "", addressee.last  # nói với BBC điều chắc chắn là …
        return far if far is not None else ("", i)

    def _marker(self, i: int) -> tuple[str, int]:
        marker = ""
        if i < self.n and self.words[i] == ";" and self.quote_from(i + 1) is not None:
            return ":", i + 1  # a slip for the colon
        while i < self.n and (w := self.words[i]) in COMPLEMENTIZERS:
            if w == "là" and marker in ("rằng", ":"):
                break
            marker = marker if marker == ":" or (marker and w == ",") else w
            i += 1
        if self.quote_from(i) is not None:
            marker = marker or "“"
        return marker, i

    def _behind_object(self, i: int) -> tuple[str, int] | None:
        """The marker behind the verb's own object: `nhắc lại lập trường của Moscow rằng`."""
        for j in range(i + 1, min(self.n, i + 12)):
            if self.words[j] == "rằng":
                return self._marker(j)
            if self.words[j] in (",", ";", ":") or any(c.first == j for c in self.cues if not c.dead):
                return None
        return None

    def _far_marker(self, i: int) -> tuple[str, int] | None:
        """The marker behind an adjunct that begins at ``i``: `với …`, `trong …`, `hôm …`."""
        comma = None
        speech = OCCASION.after(self.words, i + 1) > i + 1 or self.words[i] in (
            "với",
            "hôm",
            "ngày",
            "sáng",
            "chiều",
            "tối",
            "trưa",
            "thêm",
        )
        limit = min(self.n, i + 30)
        for j in range(i + 1, limit):
            w = self.words[j]
            quoted = self.quote_from(j)
            if w == "rằng" or w == ":" or (quoted is not None and quoted.words > 3):
                if comma is not None and w == "rằng" and j - comma > 12:
                    break
                return self._marker(j)
            if self.quote_at(j) is None:
                if w == "," and comma is None:
                    comma = j
                if w in (";", "và", "nhưng") and comma is not None:
                    break
                if any(c.first == j for c in self.cues if not c.dead):
                    break
        if comma is not None and speech and comma - i <= 14:
            return self._marker(comma)
        return None
