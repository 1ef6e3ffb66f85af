"""Whether a detected quotation is right: its speaker, type, role, date and the rest."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from quotes.evaluate.gold import Statement
from quotes.evaluate.pairing import Tokens
from quotes.model import Span

FIELDS = ("type", "role", "cue", "source", "official", "date", "date_explicit")
_WORD = re.compile(r"\w+")
# These lists belong to the measure: what may or may not stand before a name, and what stands for one.
_BEFORE_A_NAME = {
    *("một", "các", "những", "vị", "phía", "ông", "bà", "anh", "chị", "cô", "chú", "bác", "em", "ngài", "cụ"),
    *("gs", "ts", "pgs", "ths", "bs"),
}
_PRONOUNS = _BEFORE_A_NAME | {"này", "ấy", "ta", "họ", "hắn", "tôi", "chúng", "nó", "nam", "nữ"}


def tokens_in(spans: Iterable[Span], words: Sequence[tuple[int, int]]) -> Tokens:
    """The numbers of the words that spans touch.

    >>> sorted(tokens_in([Span(4, 5)], [(0, 3), (4, 7)]))
    [1]
    """
    return frozenset(i for start, end in spans for i, (a, b) in enumerate(words) if a < end and b > start)


def measures_right(want: Statement, got: Statement, near: float) -> dict[str, bool]:
    """Which measures a detected quotation counts for; ``near`` is its overlap with gold."""
    speaker = _name(got.speaker) in {_name(name) for name in (want.speaker, *want.aliases)}
    kind = (want.quote_type == "direct") == (got.quote_type == "direct")
    return {
        "detect": True,
        "exact": near == 1,
        "speaker": speaker,
        "triple": speaker and kind,
        "strict": near >= 0.9 and speaker and kind and _same_role(want.role, got.role),
    }


def fields_right(want: Statement, got: Statement, words: Sequence[tuple[int, int]]) -> dict[str, bool]:
    """Which fields are right; role, cue and source are only asked where gold has them."""
    date = _same_date(want.date, got.date)
    right = {"type": want.quote_type == got.quote_type, "official": want.official == got.official, "date": date}
    if want.date_basis == "explicit":
        right["date_explicit"] = date
    if want.role:
        right["role"] = _same_role(want.role, got.role)
    for name, wanted, found in (("cue", want.cue, got.cue), ("source", want.source, got.source)):
        if wanted:
            right[name] = bool(tokens_in(wanted, words) & tokens_in(found, words))
    return right


def _name(name: str | None) -> str:
    words = _WORD.findall(unicodedata.normalize("NFC", name or "").casefold())
    while len(words) > 1 and words[0] in _BEFORE_A_NAME:
        del words[0]
    return " ".join(words)


def _same_role(want: str | None, got: str | None) -> bool:
    a, b = set(_name(want).split()), set(_name(got).split())
    return a == b or (bool(a and b) and len(a & b) / len(a | b) >= 0.6)


def _same_date(want: str | None, got: str | None) -> bool:
    """Equal, or the same day where one side leaves the year open."""
    a, b = ((day or "").removeprefix("XXXX").lstrip("-") for day in (want, got))
    return (
        a == b or (len(a) == 10 and len(b) == 5 and a.endswith(b)) or (len(b) == 10 and len(a) == 5 and b.endswith(a))
    )


def source_form(want: Statement, text: str) -> str:
    """How the source names the speaker: none, pronoun, body, group, name or description.

    >>> source_form(Statement((), "direct", "Lê Hoa", kind="person", source=(Span(0, 2),)), "Bà nói")
    'pronoun'
    """
    if not want.source:
        return "none"
    words = _WORD.findall(" ".join(text[start:end] for start, end in want.source)) or [""]
    # A capital within is a name's: "ông Nam" is no pronoun, though "nam" can be part of one.
    if {words[0].casefold(), *words[1:]} <= _PRONOUNS:
        return "pronoun"
    if want.kind in ("organization", "country", "media"):
        return "body"
    if want.kind == "group":
        return "group"
    name = {w for w in _WORD.findall(want.speaker or "") if w[0].isupper()}
    return "name" if name & set(words) else "description"
