"""What is found on the way through one article.

Nobody changes these once they are made. They are not ``frozen=True`` like what goes in and comes out, for that makes
each of them cost six times as much, and of mentions and cues a page has hundreds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

QuoteType = Literal["direct", "indirect", "mixed"]
SpeakerKind = Literal["person", "group", "organization", "country", "media", "unknown"]
DateBasis = Literal["explicit", "context", "document", "none"]
MentionForm = Literal["name", "title", "description", "pronoun", "body", "document"]
Gender = Literal["male", "female"]


class Span(NamedTuple):
    """A stretch of text, ``text[start:end]``."""

    start: int
    end: int


@dataclass(slots=True, unsafe_hash=True)
class Content:
    """A stretch in quotation marks; one that runs over paragraphs has several pieces.

    ``pieces`` lie between the marks, ``outer`` includes the marks. ``depth`` is 0 for a stretch that
    lies in no other; ``closed`` is false when the closing mark never came.
    """

    pieces: tuple[Span, ...]
    outer: Span
    depth: int = 0
    closed: bool = True


@dataclass(slots=True, unsafe_hash=True)
class Sentence:
    """A sentence with its tokens. ``words`` are match keys: NFC, lower case, tone marks in the old style.

    A token is a word (``TP.HCM``, ``3.500``, ``12/1`` and ``Nga-Mỹ`` are one) or one mark;
    ``starts`` and ``ends`` are its offsets in ``Document.text``.
    """

    index: int
    paragraph: int
    start: int
    end: int
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(slots=True, unsafe_hash=True)
class Document:
    """An article cut up: what every stage after ``text`` and ``contents`` reads."""

    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    contents: tuple[Content, ...] = ()
    boilerplate: frozenset[int] = frozenset()  # indices of paragraphs that nobody wrote as news


@dataclass(slots=True, unsafe_hash=True)
class Cue:
    """Words of saying at a place: ``form`` is the lexicon's entry, ``words[first:last]`` its tokens.

    ``dead`` says why this occurrence reports no statement (``negated``, ``planned``, ``noun`` …), or is empty.
    """

    span: Span
    form: str
    sentence: int
    first: int
    last: int
    dead: str = ""


@dataclass(slots=True, unsafe_hash=True)
class Mention:
    """A noun phrase that could name who speaks.

    ``span`` is the whole phrase with title, name and apposition: ``ông Nguyễn Văn A, Giám đốc Sở Y tế``.
    ``name`` is the proper name alone, ``roles`` the phrases that give an office or description.
    ``honorific`` and ``head`` are match keys (``ông``; ``bộ trưởng``, ``sở``, ``ca sĩ``).
    ``definite`` marks phrases that point back: ``vị này``, ``cơ quan này``, ``ông``.
    ``words[first:last]`` are its tokens.
    """

    span: Span
    sentence: int
    first: int
    last: int
    form: MentionForm
    kind: SpeakerKind
    name: Span | None = None
    roles: tuple[Span, ...] = ()
    honorific: str | None = None
    head: str | None = None
    gender: Gender | None = None
    definite: bool = False
    plural: bool = False


@dataclass(slots=True, unsafe_hash=True)
class Attribution:
    """Who says what, as found: content, cue, source and the rule that tied them together."""

    contents: tuple[Span, ...]
    quote_type: QuoteType
    rule: str
    sentence: int
    cue: Span | None = None
    cue_form: str | None = None
    source: Mention | None = None
    via: Mention | None = None
    owner: Mention | None = None  # whose words they are where no source stands beside them


@dataclass(slots=True, unsafe_hash=True)
class Speaker:
    """The person or body behind a source, with the rule and the evidence that say so."""

    name: str | None
    kind: SpeakerKind
    official: bool
    role: str | None
    affiliation: str | None
    rule: str
    candidates: tuple[str, ...] = ()
    official_reason: str = ""


@dataclass(slots=True, unsafe_hash=True)
class Dating:
    """When it was said, in EDTF; ``expression`` is the stretch of text that tells."""

    date: str | None
    basis: DateBasis
    rule: str
    expression: Span | None = None
    note: str = ""
