"""Persons under two names: ``Mây Trắng (tên thật là Lê Mai Hoa)``, ``Trần Văn Bình (tức Bình Đen)``."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.lexicon import keys
from quotes.lexicon import words as word_list
from quotes.model import Document, Mention, Sentence, Span
from quotes.speakers.persons import Person

_REAL = (
    r"tên (?:thật|khai sinh|đầy đủ|đời|ngoài đời)(?: ngoài đời)?(?: của (?:anh|chị|cô|ông|bà|em|nam|nữ)\b(?: ca sĩ)?)?"
)
_STAGE = (
    r"nghệ danh|bút danh|bí danh|pháp danh|biệt danh|tên (?:thường gọi|gọi khác|tiếng (?:Việt|Anh|Hoa|Trung|Hàn)|Việt)"
    r"|được biết (?:đến )?(?:nhiều |rộng rãi )?với (?:cái )?(?:tên(?: gọi)?|nghệ danh|biệt danh|nickname)"
)
_CALLED = r"(?:hay|còn|thường|quen|được) gọi|tức"
_CUE = re.compile(rf"(?:(?P<real>{_REAL})|{_STAGE}|(?P<called>{_CALLED}))\b(?: là| khác là)?(?: ?:)? (?=\w)")
# With one of these every cue begins; each is looked for as it stands, for few articles have any, and where the article
# has a word that several have in common.
_BEGINS: dict[str, tuple[str, ...]] = {
    "tên t": ("tên thật", "tên thường gọi", "tên tiếng "),
    "tên ": ("tên khai sinh", "tên đầy đủ", "tên đời", "tên ngoài đời", "tên gọi khác", "tên Việt"),
    " danh": ("nghệ danh", "bút danh", "bí danh", "pháp danh", "biệt danh"),
    " gọi": ("hay gọi", "còn gọi", "thường gọi", "quen gọi", "được gọi"),
    "được biết ": ("được biết ",),
    "tức ": ("tức ",),
}
# What may stand between a name and the words that tell another: `| (sinh năm 1990, quê Huế), | tên thật`.
_ABOUT = frozenset("tuổi sinh năm ngày sn tại ở quê người có vốn nay hiện hay còn thường quen là quốc tịch lấy".split())
_AT = frozenset(("tại", "ở", "quê", "tịch"))
_WORD = re.compile(r"[^\W\d_]+")
_GAP = 60  # characters
_LONGEST = 6  # words of a name


@dataclass(slots=True, frozen=True)
class Alias:
    """Two mentions that the article says to be of one person."""

    one: Mention
    other: Mention


def aliases(doc: Document, mentions: Sequence[Mention]) -> list[Alias]:
    """Where the article tells two names of somebody."""
    found = []
    for match in _cues(doc.text):
        one = _before(doc, mentions, match)
        other = _after(doc, mentions, match.end(), real=bool(match["real"])) if one is not None else None
        if one is not None and other is not None and other.name != one.name:
            found.append(Alias(one, other))
    return found


def _cues(text: str) -> Iterator[re.Match[str]]:
    places: list[int] = []
    for begin in [begin for common, begins in _BEGINS.items() if common in text for begin in begins]:
        at = text.find(begin)
        while at >= 0:
            places.append(at)
            at = text.find(begin, at + 1)
    matches = (_CUE.match(text, at) for at in sorted(places) if at and not text[at - 1].isalnum())
    return (match for match in matches if match is not None)


def _before(doc: Document, mentions: Sequence[Mention], match: re.Match[str]) -> Mention | None:
    """The name right before, with no more between than where and when somebody was born."""
    at = bisect_left(mentions, match.start(), key=lambda m: m.span.start)
    one = mentions[at - 1] if at else None
    if one is None or one.form != "name" or one.name is None or one.plural or one.kind not in ("person", "unknown"):
        return None
    gap = doc.text[one.name.end : match.start()]
    if len(gap) > _GAP or any(c in gap for c in '.;:\n“”"') or (one.name.end > match.start()):
        return None
    first, *_ = keys(gap) or ("",)
    if match["called"] and (first not in ("(", ",", "-", "–") or (first != gap.strip() and match["called"] == "tức")):
        return None
    words = [w for w in _WORD.findall(gap) if w.lower() not in _ABOUT]
    placed = not words or not _AT.isdisjoint(keys(gap))
    return one if placed and all(w[0].isupper() for w in words) else None


def _after(doc: Document, mentions: Sequence[Mention], start: int, *, real: bool) -> Mention | None:
    """The name behind, with or without a title: ``tức | nhà báo | Lê An``."""
    sentence = doc.sentences[bisect_right(doc.sentences, start, key=lambda s: s.start) - 1]
    first = _without_title(doc, sentence, bisect_left(sentence.starts, start))
    last = first
    while last < len(sentence.words) and last - first < _LONGEST and doc.text[sentence.starts[last]].isupper():
        last += 1
    words = sentence.words[first:last]
    if not words or (real and len(words) == 1) or any(c.isdigit() for w in words for c in w):
        return None
    if any(word_list(name).longest(words, 0) is not None for name in ("places", "media", "bodies")):
        return None
    name = Span(sentence.starts[first], sentence.ends[last - 1])
    at = bisect_left(mentions, name.start, key=lambda m: m.span.end)
    known = next((m for m in mentions[at : at + 2] if m.name is not None and m.name.start == name.start), None)
    if known is not None:
        return known if known.form == "name" else None
    return Mention(name, sentence.index, first, last, "name", "person", name)


def _without_title(doc: Document, sentence: Sentence, i: int) -> int:
    for _ in range(2):
        if i >= len(sentence.words) or doc.text[sentence.starts[i]].isupper():
            break
        title = word_list("titles").longest(sentence.words, i) or word_list("honorifics").longest(sentence.words, i)
        i = title[1] if title is not None else i
    return i


def join(persons: list[Person], of: dict[Span, Person], told: Sequence[Alias]) -> None:
    """Make one person of two under the names that the article tells; the fullest of them is the name."""
    for alias in told:
        one, other = of.get(alias.one.span), of.get(alias.other.span)
        if one is None or other is None or one is other:
            continue
        if one.genders and other.genders and one.genders.isdisjoint(other.genders):
            continue
        fuller = max((one, other), key=_weight)
        one.spelt = sorted(
            (m for key, forms in fuller.forms.items() if len(key) == len(fuller.full) for m in forms),
            key=lambda m: m.span,
        )
        one.full = fuller.full
        for key, forms in other.forms.items():
            one.forms.setdefault(key, []).extend(forms)
        one.mentions = sorted([*one.mentions, *other.mentions], key=lambda m: m.span)
        one.roles = sorted([*one.roles, *other.roles], key=lambda r: r.span)
        one.by_name = one.by_name if one.by_name == other.by_name else None  # Louis Phạm (tên thật: Phạm Như Hoa)
        one.genders |= other.genders
        one.honorifics |= other.honorifics
        for mention in other.mentions:
            of[mention.span] = one
        persons.remove(other)


def _weight(person: Person) -> tuple[int, bool]:
    """The longer name, then the one with a surname."""
    return len(person.full), person.full[0] in word_list("surnames").first
