"""Rules for words in quotation marks that no word of saying leads in: labels, comments, sentences that stand alone.

Precise first: the first answer wins.
"""

from __future__ import annotations

from dataclasses import replace

from quotes.attributions.captions import captioned
from quotes.attributions.clauses import make
from quotes.attributions.line import Line
from quotes.attributions.marked import ME, STOPS, is_clause, is_title, is_whole, narrator_after, stands_apart
from quotes.attributions.phrases import is_noun_phrase
from quotes.attributions.pointed import whose
from quotes.attributions.quoted import Quoted
from quotes.attributions.who import GOT, after_closers, subject
from quotes.attributions.words import CLOSERS, DASHES, NAMED, NO_NOUN, PREVERB, WORDS_SAID
from quotes.model import Attribution, Cue, Mention

_ADDRESSED = frozenset(("ông", "bà", "anh", "chị", "ngài"))
# What can say something beside marks though no verb says so; a thing that words in marks are said of is no source.
_SPEAKING = frozenset(("person", "group", "media"))
_SPEECH = frozenset(("say", "write", "ask"))
_BETWEEN = frozenset((",", ";", "và", "rồi", "hay", "hoặc"))
_COMMENTS = frozenset(("bình", "ý", "lời", "chia"))  # … là những bình luận, ý kiến, lời khen, chia sẻ của người xem
_NEAR = 5  # words in which they stand
_RUBRICS = frozenset(tuple(w.split()) for w in ("phỏng vấn", "video", "clip", "podcast", "talkshow", "infographic"))
_UNSAID = frozenset(("negated", "planned", "asked", "hypothetical"))


def noun_quote(line: Line, q: Quoted) -> Attribution | None:
    """X đưa ra cam kết “A” · X đăng ảnh kèm chú thích “A” · X từ chối với lý do “A”"""
    if (poster := captioned(line, q)) is not None:
        return make(line, q.content.pieces, "direct", "noun_quote", None, poster)
    cue = next((c for c in reversed(line.cues) if c.last <= q.first), None)
    if cue is None or cue.dead not in ("noun", "") or q.first - cue.last > 3 or q.words < 5 or is_title(line, q):
        return None
    between = line.words[cue.last : q.first]
    if _names(line, q, q.first - (":" in between)):
        return None
    if any(w in CLOSERS for w in between if w != ":") or (line.entry(cue).kind == "feel" and ":" not in between):
        return None
    if line.trim(q.last, line.n) > q.last and not narrator_after(line, q.last, "“"):
        return None  # the words in marks are a part of what the sentence goes on to say
    return make(line, q.content.pieces, "direct", "noun_quote", cue, subject(line, cue))


def source_colon_quote(line: Line, q: Quoted) -> Attribution | None:
    """X …: “A” · X đổi lại rằng “A” · X để lại những bình luận như “A”"""
    i = q.first
    such = i > 0 and line.words[i - 1] == "như" and q.words > 2 and _of_speech(line, i - 1)
    if i == 0 or not (such or line.words[i - 1] in (":", "rằng")) or (line.words[i - 1] == "rằng" and q.words < 6):
        return None
    told = line.made[-1].contents if line.made else ()  # thừa nhận khó đòi thêm: “…”
    cues = [c for c in line.cues if c.last <= i and not any(s.start <= c.span.start < s.end for s in told)]
    # what leads in is a word of speech, before whatever else stands there: chia sẻ lý do đồng ý hát: “…”
    cue = next((c for c in reversed(cues) if such or line.entry(c).kind in _SPEECH), cues[-1] if cues else None)
    if any(c.dead in _UNSAID and not _said_all_the_same(line, c) for c in cues):
        return None
    if not such and _is_named(line, q, i - 1):
        return None
    named = [m for m in line.mentions if m.last < i and not line.governed(m)] or _nameless(line, q)
    source = next((m for m in named if line.begins_clause(m, 0)), named[0] if named else None)
    row = source is not None and source.kind in _SPEAKING and _behind_row(line, q) >= line.trim(0, line.n)
    ends = line.trim(0, line.n) <= q.last + 1 or row
    if source is not None and (line.words[source.first : source.last] in _RUBRICS or _gets(line, source, i)):
        source = None  # Video: “…”
    if (
        source is not None
        and source.last == i - 1
        and source.first <= line.start
        and (ends or (is_whole(line, q) and source.form != "document"))
    ):
        return make(line, q.content.pieces, "direct", "source_colon_quote", None, source)
    if not ends and not (q.words > 5 and narrator_after(line, q.last, ":")):
        return None
    if source is None and line.made and q.words > 5:
        source = line.made[-1].source  # Theo ông Nam, đường đã sửa xong: “…”
    if source is None:
        source = next((m for m in line.mentions if m.last < i and line.words[m.first - 1] == "của"), None)
    if such and source is not None and source.kind not in _SPEAKING:
        source = None  # Bài đăng có những bình luận như “…”
    if source is None and not (such or (is_whole(line, q) and is_clause(line, q))):
        return None
    return make(line, q.content.pieces, "direct", "source_colon_quote", cue, source)


def _of_speech(line: Line, k: int) -> bool:
    """`những bình luận | như “A”`, `nhiều lời chúc gửi tới cô | như “A”`: what people say, of which examples follow."""
    return any(WORDS_SAID.after(line.words, i) > i for i in range(max(k - _EXAMPLES, line.start), k))


_EXAMPLES = 5  # words from `bình luận` to `như`


def _gets(line: Line, m: Mention, i: int) -> bool:
    """`Chị Hoa | nhận được tin nhắn với nội dung: “A”`: the words are for who stands there."""
    k = PREVERB.after(line.words, m.last)
    return line.words[k : k + 2] in GOT and WORDS_SAID.within(line.words, k + 2, i)


def _is_named(line: Line, q: Quoted, i: int) -> bool:
    """Whether the words before the colon at ``i`` call what stands in marks a name or rule: `về tội: “…”`."""
    if line.words[i - 2 : i] in _UNSPOKEN:
        return True
    if line.words[line.start : line.start + 3] == ("trước", "câu", "hỏi"):
        return True  # Trước câu hỏi của báo: “…”
    return _names(line, q, i)


_SPEAKER = ME - {"em", "ta"}  # who speaks; `em` may stand in a title of a row
# Trước câu hỏi: “…”, Điều 5 quy định: “…”; cất tiếng hát: “…”
_UNSPOKEN = frozenset(
    tuple(words.split())
    for words in "câu hỏi, quy định, tiếng hát, hát vang, ca vang, câu hát, lời hát, lời ca".split(", ")
)


def _names(line: Line, q: Quoted, i: int) -> bool:
    """Whether the words before token ``i`` call what stands in marks a title: `với tựa đề “…”`, `hai cuốn như: “…”`."""
    row = line.words[i - 1] in ("như", "gồm")
    i -= row
    words = frozenset(line.words[q.first + 1 : q.last - 1])
    if row and not _of_speech(line, i) and NAMED.within(line.words, max(i - _ROW, line.start), i):
        return words.isdisjoint(STOPS | _SPEAKER)  # nhiều mô hình được nhân rộng như: “…”, “…”
    return NAMED.before(line.words, i) < i and words.isdisjoint(STOPS | (_SPEAKER if row else ME))


_ROW = 10  # words from what is named to `như`


def _said_all_the_same(line: Line, cue: Cue) -> bool:
    """`muốn nhắn nhủ: “…”`, `nên nói: “…”`, `không đồng tình: “…”`: no speech, but the words follow."""
    if cue.dead == "negated":
        return cue.form in _STANCES
    return cue.dead == "planned" and line.words[cue.first - 1] in ("muốn", "nên")


_STANCES = frozenset(("đồng tình", "đồng ý", "tán thành", "nhất trí", "tin"))


def quote_source_verb(line: Line, q: Quoted) -> Attribution | None:
    """“A” - X · “A”, X bức xúc · “A”, X, nhà văn, đăng trên mạng …  (a verb that is no word of saying)"""
    if q.first > line.start or q.words < 3:
        return None
    i = after_closers(line, q.last)
    source = line.mention_from(i) or _tail(line, q, i)
    if source is None:
        return None
    beneath = is_whole(line, q) and source.kind == "person" and source.last >= line.end  # “…” BÙI VĂN AN
    if i == q.last and line.words[q.last - 2] != "," and not beneath:
        return None
    dash = any(w in DASHES for w in line.words[q.last : i])
    if line.end - source.last > (8 if dash else 6) and not (is_whole(line, q) and source.kind in _SPEAKING):
        return None
    if not dash and source.last >= line.end and (q.words < 6 or source.form not in ("name", "document")):
        return None
    return make(line, q.content.pieces, "direct", "quote_source_verb", None, source)


def _nameless(line: Line, q: Quoted) -> list[Mention]:
    """Whoever leads in a whole sentence in marks, where no mention covers the words: `Ông bố ba con tiếp tục: “…”`."""
    k = line.verb_start(q.first - 1)
    if (
        q.words < 6
        or not 0 < k - line.start <= 8
        or "," in line.words[line.start : k]
        or not is_noun_phrase(line, line.start, k)
    ):
        return []
    return [line.described(line.start, k)]


def _tail(line: Line, q: Quoted, i: int) -> Mention | None:
    """Whoever stands, with one verb, behind a whole sentence in marks: `“…”, trang web của công ty rao.`"""
    j = line.end - 1
    if q.words < 8 or not 2 <= j - i <= 8 or line.words[i] in NO_NOUN or any(c.first >= i for c in line.cues):
        return None
    if not all(w[0].isalnum() for w in line.words[i:j]):
        return None
    return line.described(i, j)


def source_verb_quote(line: Line, q: Quoted) -> Attribution | None:
    """X hối hận “A”  (a verb that is no word of saying, before a whole sentence in marks) · X ước “a”"""
    if q.words < 7 or line.trim(q.last, line.n) > q.last:
        return None
    if not (line.raw(q.first + 1)[:1].isupper() or line.words[q.first - 1] in _HELD):
        return None
    if not is_clause(line, q):
        return None  # the name of a film, a crime, a button
    source = next((m for m in reversed(line.mentions) if m.last <= q.first), None)
    if (
        is_title(line, q)
        or source is None
        or not 0 < q.first - source.last <= 4
        or source.kind != "person"
        or line.governed(source)
    ):
        return None
    return make(line, q.content.pieces, "direct", "source_verb_quote", None, source)


# What somebody wishes, fears or thinks, when his words stand in marks: Em ước “bà sống thật lâu”.
_HELD = frozenset("muốn mong ước ao lo sợ thấy nghĩ tưởng tin hiểu".split())


def quote_alone(line: Line, q: Quoted) -> Attribution | None:
    """“A”  (a sentence that stands in marks)"""
    if q.first > line.start or line.trim(q.last, line.n) > q.last:
        return None
    short = (q.words < 4 or is_title(line, q)) and q.begins and q.ends
    if short and not (line.goes_on and q.words > 1 and is_clause(line, q)):
        return None
    if not (q.ends if q.content.closed else q.begins):
        return None  # it goes on below, where its speaker may stand
    if line.words[q.first] in ("'", "‘") and line.words[q.last - 2] not in STOPS:
        return None  # a sub-heading
    if line.words[q.last - 2] == "?" and _ADDRESSED & set(line.words[q.first : q.last]) and not ME & set(line.words):
        return None  # the interviewer asks
    return make(line, q.content.pieces, "direct", "quote_alone", None, None)


def quote_whole(line: Line, q: Quoted) -> Attribution | None:
    """“A”, …  (a whole sentence in marks, behind which no word tells that it was said) · “A” (X)"""
    if q.first > line.start or not is_whole(line, q) or line.words[q.first] in ("'", "‘"):
        return None
    i = after_closers(line, q.last)
    apart = i > q.last or line.words[q.last - 2] in STOPS | {","}
    if i >= line.n or not (apart or line.words[i] == "(") or line.words[i] in ("là", "của"):
        return None
    near = (m for m in line.mentions if i <= m.first <= i + 8)
    source = next((m for m in near if m.kind in _SPEAKING or m.first == i), None)
    return make(line, q.content.pieces, "direct", "quote_whole", None, source)


def quote_noun_source(line: Line, q: Quoted) -> Attribution | None:
    """“A”, lời tâm sự của X · “A” là cam kết của X · “A”, “B” là bình luận của X · “A” - Đó là chia sẻ của X"""
    i = _behind_row(line, q)
    if q.first > line.start or i >= line.n:
        return None
    i += line.words[i] in ("đó", "đây")
    if (told := whose(line, i)) is not None:
        return make(line, q.content.pieces, "direct", "quote_noun_source", told[0], told[1])
    noun = any(c.first == i and c.dead == "noun" for c in line.cues)
    if i >= line.n or not (noun or line.words[i] in ("lời", "là")):
        return None
    source = next((m for m in line.mentions if i < m.first <= i + 6), None)
    if source is None or (line.words[i] != "lời" and "của" not in line.words[i : source.first]):
        return None
    cue = next((c for c in line.cues if i <= c.first < source.first), None)
    if cue is None and line.words[i] != "lời":
        return None
    return make(line, q.content.pieces, "direct", "quote_noun_source", cue, source)


def _behind_row(line: Line, q: Quoted) -> int:
    """The token behind words in marks, and behind others that follow them at once."""
    i = after_closers(line, q.last)
    while i > q.last and i < line.n and (after := line.quote_from(i)) is not None:
        q, i = after, after_closers(line, after.last)
    return i


def quote_series(line: Line, q: Quoted) -> Attribution | None:
    """“A”, “B”, “C” …  (what people say, one after the other) · X chê: “A”, “B”"""
    if said := _said_before(line, q):
        # who goes on unnamed is no crowd, as the voices of a series are
        return replace(said, contents=q.content.pieces, rule="quote_series" if said.source else said.rule)
    if len(line.quotes) < 2 or line.quotes[0].first > line.start:
        return None
    i = _behind_row(line, q)
    crowd = line.words[i : i + 1] == ("là",) and not _COMMENTS.isdisjoint(line.words[i : i + _NEAR])
    if crowd and q.words > 2:
        return make(line, q.content.pieces, "direct", "quote_series", None, None)
    if q.words < 5 or is_title(line, q):
        return None
    others = [o for o in line.quotes if o is not q and o.words >= 5]
    near = any(o.last <= q.first <= o.last + 2 or q.last <= o.first <= q.last + 2 for o in others)
    return make(line, q.content.pieces, "direct", "quote_series", None, None) if near else None


def _said_before(line: Line, q: Quoted) -> Attribution | None:
    """The attribution of the words in marks that stand right before these, with a comma or `và` between."""
    i = q.first
    while i > 0 and line.words[i - 1] in _BETWEEN and line.quote_at(i - 1) is None:
        i -= 1
    before = line.quote_at(i - 1) if 0 < i < q.first else None
    if before is None:
        return None
    last = before.content.pieces[-1]
    said = next((a for a in reversed(line.made) if a.quote_type == "direct" and a.contents[-1] == last), None)
    return said if said is not None and stands_apart(line, q, said.source) else None


QUOTE_RULES = (
    noun_quote,
    source_colon_quote,
    quote_noun_source,
    quote_source_verb,
    source_verb_quote,
    quote_alone,
    quote_series,
    quote_whole,
)
