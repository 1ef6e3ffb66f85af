"""Rules for words of saying that name their source behind them: `theo ông Nam`, `báo A dẫn lời ông Nam`.

Precise first: the first answer wins.
"""

from __future__ import annotations

from dataclasses import replace

from quotes.attributions.behind import is_adverbial
from quotes.attributions.cited import (
    SEPARATORS,
    content_begins,
    made_known,
    named_in_marks,
    named_until_comma,
    published_by,
    shown_by,
    told_of,
    topic_of,
    whose,
    without_subject,
)
from quotes.attributions.clauses import content_end, indirect, make
from quotes.attributions.line import Line
from quotes.attributions.markers import after_cue
from quotes.attributions.phrases import in_brackets, in_full
from quotes.attributions.who import quote_before, quote_ending, subject
from quotes.attributions.words import (
    ADJUNCT,
    CLOSERS,
    DASHES,
    PREDICATE,
    SUBORDINATOR,
    after_connector,
)
from quotes.model import Attribution, Cue, Mention

# `theo X`, `thông tin từ X`: X says it; behind `dẫn lời` a medium says that X says it.
_DATE = 6  # words
_BARE = 3  # words: `nguồn thạo tin`, of which nothing is known
_ACCORDING = ("theo", "thông", "như")
_PATHS = frozenset((("các", "đường"), ("những", "con"), ("các", "con"), ("con", "đường"), ("lối", "mòn")))
_ASIDE_WORDS = 8
_ASIDE = (",", "(", "-", "–")
_REASONS = ("bởi", "vì", "nhưng", "song", "là")
_SAYS = frozenset(("say", "opine", "write"))


def quote_relay_source(line: Line, cue: Cue) -> Attribution | None:
    """“A”, M dẫn lời X. · “A”, M dẫn thông báo của X."""
    q = quote_before(line, cue.first)
    source = line.mention_from(cue.last) or _relayed_document(line, cue)
    if q is None or source is None or line.words[cue.first] in _ACCORDING:
        return None
    return make(line, q.content.pieces, "direct", "quote_relay_source", cue, source, line.mention_before(cue.first))


def relay_source_content(line: Line, cue: Cue) -> Attribution | None:
    """M dẫn lời X rằng A · M dẫn lời X: “A” · X được M dẫn lời: “A”"""
    quoted = _quoted_by(line, cue)
    medium, source = quoted or (None, line.mention_from(cue.last))
    if source is None or line.words[cue.first] in _ACCORDING:
        return None
    i = cue.last if quoted else source.last
    if i >= line.end or line.words[i] not in ("rằng", ":", ",", "là"):
        return None
    if cue.first <= line.start and source.form == "document":
        return None  # Trích dẫn số liệu của WHO, ông Nam nói …
    while i < line.end and line.words[i] in ("rằng", ":", ",", "là"):
        i += 1
    answer = indirect(line, i, content_end(line, i), "relay_source_content", cue, source)
    return replace(answer, via=medium or subject(line, cue)) if answer else None


def _quoted_by(line: Line, cue: Cue) -> tuple[Mention, Mention] | None:
    """The medium and whom it quotes in `ông X được tờ A | dẫn lời | nói …`."""
    medium = line.mention_before(line.verb_start(cue.first))
    if medium is None or line.words[medium.first - 1] != "được" or line.words[cue.first] in _ACCORDING:
        return None
    k = line.verb_start(medium.first - 1)
    source = line.mention_before(k)
    return (medium, source) if source is not None and source.last in (k, medium.first - 1) else None


def content_theo_source(line: Line, cue: Cue) -> Attribution | None:
    """A, theo X."""
    unnamed = cue.form not in ("trích dẫn", "viện dẫn")  # no `…, trích dẫn các chiến công của ông Nam`
    source = line.mention_from(cue.last) or (named_until_comma(line, cue.last) if unnamed else None)
    source = source or whose(line, None, cue)
    if source is None or cue.first <= line.start + 2 or line.words[source.first : source.first + 2] in _PATHS:
        return None
    via, further = None, next((c for c in line.cues if c.first == source.last and line.relays(c)), None)
    if further is not None and (quoted := line.mention_from(further.last)) is not None:
        via, source = source, quoted  # A, theo tờ M dẫn lời X
    q = quote_ending(line, cue.first)
    k = cue.first - (line.words[cue.first - 1] in ("vẫn", "cũng"))  # A, vẫn theo Reuters
    apart = line.words[k - 1] in CLOSERS
    if (
        q is not None
        and not line.is_taken(q)
        and q.first <= line.start + 1
        and (apart or line.words[q.last - 2] == ",")
    ):
        return make(line, q.content.pieces, "direct", "content_theo_source", cue, source, via)
    if not apart or any(c.last == k - 1 and not c.dead for c in line.cues):
        return None  # M đưa tin, theo X, A
    if cue.first - line.start < 6 or is_adverbial(line, line.start, cue.first):
        return None
    rest = 0 if told_of(line, source) else line.end - source.last
    if k < cue.first and (rest > 1 or line.mention_from(cue.last) is None):
        return None  # Tuy nhiên, cũng theo ông Nam, …
    described = rest > 2 and line.words[source.last] == "," and line.mention_from(source.last + 1) is not None
    beside = ADJUNCT.after(line.words, source.last) > source.last and source.form != "pronoun"
    goes_on = SUBORDINATOR.after(line.words, source.last + 1) > source.last + 1
    if (rest > (14 if beside or goes_on else 6) and not described) or (
        rest > 1 and not beside and line.words[source.last] not in _ASIDE
    ):
        return None
    if rest and any(c.first > source.last and not c.dead for c in line.cues):
        return None
    if line.words[source.last : source.last + 2] == (",", "là"):
        return None  # Nguyên nhân khiến giá tăng, theo ông Nam, là …
    source = published_by(line, source, line.end) or source
    answer = indirect(line, line.start, k, "content_theo_source", cue, source)
    return replace(answer, via=via) if answer and via else answer


def content_relay_source(line: Line, cue: Cue) -> Attribution | None:
    """A, M dẫn lời X. · A, M dẫn lời X cho biết."""
    medium = _medium_before(line, cue)
    if medium is None or line.words[cue.first] in _ACCORDING:
        return None
    behind = cue.last + (line.words[cue.last : cue.last + 1] in (("từ",), ("của",)))
    source = _relayed_document(line, cue) or line.mention_from(behind)
    end = medium.first - 1
    if source is None or end - line.start < 6 or is_adverbial(line, line.start, end):
        return None
    if line.words[end] not in DASHES | {","} or any(line.quote_at(i) is not None for i in (line.start, end - 1)):
        return None
    said = next((c for c in line.cues if c.first >= source.last and not c.dead), None)
    if said is None:
        over = source.last
    elif said.first - source.last < _ASIDE_WORDS and "," not in line.words[source.last : said.first - 1]:
        over = said.last
    else:
        return None
    if line.end - over > _DATE or (over < line.end and ADJUNCT.after(line.words, over) == over):
        return None
    answer = indirect(line, line.start, end, "content_relay_source", cue, source)
    return replace(answer, via=medium) if answer else None


def _medium_before(line: Line, cue: Cue) -> Mention | None:
    """`Reuters | dẫn lời`, `AP của Mỹ ngày 13/7 | dẫn tin`: what relays, with nothing but a date or country between."""
    k = line.verb_start(cue.first)
    for m in reversed(line.mentions):
        if m.last > k:
            continue
        if m.last == k and line.words[m.first - 1] != "của":
            return m
        if k - m.last > _ASIDE_WORDS or not all(w[0].isalnum() for w in line.words[m.last : k]):
            return None
        if m.kind == "media" and (line.words[m.last] == "của" or ADJUNCT.after(line.words, m.last) > m.last):
            return m
    return None


def _relayed_document(line: Line, cue: Cue) -> Mention | None:
    """`dẫn | nguồn tin …`, `dẫn | thông báo của X`: a source that begins within the cue."""
    return next((m for m in line.mentions if cue.first < m.first <= cue.last < m.last), None)


def theo_source_content(line: Line, cue: Cue) -> Attribution | None:
    """Theo X, A"""
    if line.words[cue.first] in ("dẫn", "trích"):
        return None  # Dẫn số liệu thống kê, bà Hoa cho biết …
    k, whole = line.verb_start(cue.first), line.mention_from(cue.first)
    heads = line.words[cue.first] == "theo" and (k <= line.start or line.words[k - 1] in CLOSERS)
    if heads and (shown := shown_by(line, cue)) is not None:
        paper, first = shown
        return indirect(line, first, content_end(line, first), "theo_source_content", cue, paper)
    if whole is not None and whole.last > cue.last and _tells(line, whole):
        return None  # thông tin từ công an xã, huyện A, cho biết …
    source = line.mention_from(cue.last) or whose(line, whole, cue) or named_until_comma(line, cue.last)
    source = source or named_in_marks(line, cue.last)
    if source is None or line.words[source.first].startswith("http"):
        return None
    said = _said_before(line, source.last) if source.form == "description" else None
    if said is not None:
        cue, source = said, line.described(source.first, line.verb_start(said.first))  # theo báo địa phương đưa tin, …
    source = without_subject(line, source)
    made = made_known(line, source)
    i = made or content_begins(line, source)
    if i is None and line.words[source.last : source.last + 1] == ("là",) and topic_of(line, k, source.last):
        i = source.last  # Lý do theo ông Nam là đường trơn
    if (
        i is not None
        and (over := line.mention_from(i + 1)) is not None
        and over.form == "body"
        and source.form == "document"
    ):
        i = over.last if line.words[over.last] == "," else i  # thông tin từ Cục Y tế dự phòng, Bộ Y tế, …
    if i is None or any(line.quote_at(j) is not None for j in range(source.last, i)):
        return None
    if made is None and (by := published_by(line, source, i)) is not None:
        source, made = by, i  # Theo thông tin đăng tải trên tờ AS, …
    reach = i if line.words[i] in SEPARATORS else i + 4
    between = [c for c in line.cues if source.last <= c.first < reach and not c.dead]
    if line.words[i] == "thì":
        between = [c for c in between if c.last != i or line.verb_start(c.first) != source.last]  # theo như X nói thì …
    if not made and any(c is not said and not in_brackets(line, source.last, c.first) for c in between):
        return None  # thông tin từ X cho biết, …
    if line.words[i] == ",":
        source = in_full(line, source, i)
    if i >= line.end - 1:
        return None
    reasoned = i == source.last  # …, bởi theo ông Nam, …
    while i < line.n and (line.words[i] in SEPARATORS or line.words[i] in DASHES):
        i += 1
    slip = next((c for c in line.cues if c.first == i and not c.dead and c.form.startswith("cho ")), None)
    if slip is not None:
        _, i = after_cue(line, slip)  # Theo ông Nam, cho biết …
    topic = topic_of(line, k, i)
    within = k > line.start and line.words[k - 1] not in CLOSERS and topic is None
    if within:
        joined = line.words[k - 1] in _REASONS or line.words[k - 2 : k] == ("trong", "khi")
        joined = joined or (line.words[k - 1] == "và" and source.form != "description")
        joined = joined or after_connector(line.words, line.trim(line.start, line.n)) == k  # Do vậy | theo ông Nam, …
        if line.words[i - 1] not in SEPARATORS or not ((reasoned and joined) or line.raw(k)[0].isupper()):
            return None
    end = content_end(line, i)
    if line.words[k - 1 : k] == ("(",) and not PREDICATE.within(line.words, i, end):
        return None  # Hoàng Lan (Theo AFP, Reuters)
    if line.words[end : end + 1] == (",",) and is_adverbial(line, i, end) and line.mention_from(end + 1) is not None:
        line.via = source  # Theo báo A, năm 2019, khi nhận giải, bà Hoa cho biết: “…”
        return None
    answer = indirect(line, i, end, "theo_source_content", cue, source)
    return replace(answer, contents=(line.span(*topic), *answer.contents)) if answer and topic else answer


def _said_before(line: Line, i: int) -> Cue | None:
    """The word of saying that ends before token ``i``, with its subject before it."""
    said = next((c for c in line.cues if c.last == i and not c.dead and not line.relays(c)), None)
    return said if said is not None and line.entry(said).after else None


def _tells(line: Line, m: Mention) -> bool:
    """Whether a word of saying follows whose subject it is: `Thông tin từ công an xã, huyện A, cho biết …`"""
    later = next((c for c in line.cues if c.first >= m.last and not c.dead and not line.relays(c)), None)
    if later is None:
        return False
    k = line.verb_start(later.first)
    named_anew = line.words[m.last] == "," and line.words[k - 1].isalpha() and line.mention_ending(k) is None
    return not named_anew and not PREDICATE.within(line.words, m.last, k)


def _document_cited(line: Line, cue: Cue) -> Mention | None:
    """`Reuters dẫn báo cáo của WHO`: whose report it is, where the word of saying has a part of the name."""
    m = _relayed_document(line, cue)
    whole = m is not None and m.form == "document" and (m.name is not None or m.last - m.first > _BARE)
    return m if whole else None


def relayed_by(line: Line, cue: Cue) -> Mention | None:
    """The medium in `Theo BBC, ông X cho biết …` and `tờ Marca dẫn lời ông X nói …`: it relays what another says."""
    if content_relay_source(line, cue) is not None:
        return None  # A, M dẫn lời X cho biết
    if (quoted := _quoted_by(line, cue)) is not None and any(c.first >= cue.last and not c.dead for c in line.cues):
        medium, line.relayed = quoted
        return medium
    source = line.mention_from(cue.last)
    if source is None and (document := _document_cited(line, cue)) is not None:
        reporter = subject(line, cue)
        if reporter is None or reporter.kind != "media":
            return None
        source = document
    if source is None or (cue.first <= line.start and source.form == "document" and line.words[cue.first] == "trích"):
        return None  # Trích dẫn số liệu của WHO, ông Nam nói …
    for later in line.cues:
        if later.first <= cue.last or later.dead or line.relays(later):
            continue
        k = line.verb_start(later.first)
        if not cue.form.startswith(_ACCORDING):
            if k - source.last >= 25:
                return None
            line.relayed = source
            return subject(line, cue)
        said = next(
            (m for m in line.mentions if m.first >= source.last and line.words[m.first - 1] in (",", "thì")), None
        )
        own = source.kind == "person" and source.form in ("name", "pronoun", "title")
        if said is not None and (own or (said.plural and not said.roles)) and line.entry(later).kind not in _SAYS:
            return None  # Theo ông Nam, nhiều nước yêu cầu … · Theo anh, bảo vệ dọa …
        if said is not None and said.first - source.last <= 16 and 0 <= k - said.last <= 8 and said.form != "document":
            return source
    return None


def cites_another(line: Line, cue: Cue) -> Mention | None:
    """The medium in `Reuters đưa tin, theo một quan chức Mỹ, …`, `Tass đưa tin, trích lời ông Nam, …`."""
    marker, i = after_cue(line, cue)
    if marker not in (",", "rằng") or line.words[i : i + 1] not in _CITES:
        return None
    cited = next((c for c in line.cues if c.first == i and not c.dead and line.relays(c)), None)
    medium = subject(line, cue) if cited is not None else None
    if cited is None or medium is None or medium.kind != "media":
        return None
    told = theo_source_content(line, cited) or relay_source_content(line, cited)
    return medium if told is not None else None


_CITES = (("theo",), ("dẫn",), ("trích",))


RELAY_RULES = (
    quote_relay_source,
    relay_source_content,
    content_relay_source,
    content_theo_source,
    theo_source_content,
)
