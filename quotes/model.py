"""The nouns of the pipeline, all of them frozen, and the errors it raises.

Offsets are Python ``str`` indices, half open: ``text[span.start:span.end]``. While an article is
read they count in ``Document.text``, a view of the article (NFC, odd blanks made plain);
``Quotation`` alone counts in the article's text as it was given.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

QuoteType = Literal["direct", "indirect", "mixed"]
SpeakerKind = Literal["person", "group", "organization", "country", "media", "unknown"]
DateBasis = Literal["explicit", "context", "document", "none"]
MentionForm = Literal["name", "title", "description", "pronoun", "body", "document"]
Gender = Literal["male", "female"]

JOINT = " … "  # stands between the pieces of a broken quotation
METADATA = ("title", "published", "outlet", "url")  # what an article may come with, and its records then have


class QuotesError(Exception):
    """Something the user can put right; the message says what, where and how."""


class InputError(QuotesError):
    """An input that is not there, or that holds nothing which can be read."""


class OutputError(QuotesError):
    """A folder or file that cannot be written, or is in use by another run."""


class LexiconError(QuotesError):
    """A word list with an unknown key, a duplicate or text that is not NFC."""


class ValidationError(QuotesError):
    """Records that break the schema or disagree with their text."""


class Span(NamedTuple):
    """A stretch of text, ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it came: its text untouched, and what its source says about it."""

    doc_id: str
    text: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """A stretch in quotation marks; one that runs over paragraphs has several pieces.

    ``pieces`` lie between the marks, ``outer`` includes the marks. ``depth`` is 0 for a stretch that
    lies in no other; ``closed`` is false when the closing mark never came.
    """

    pieces: tuple[Span, ...]
    outer: Span
    depth: int = 0
    closed: bool = True


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Document:
    """An article cut up: what every stage after ``text`` and ``contents`` reads."""

    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    contents: tuple[Content, ...] = ()
    boilerplate: frozenset[int] = frozenset()  # indices of paragraphs that nobody wrote as news


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Dating:
    """When it was said, in EDTF; ``expression`` is the stretch of text that tells."""

    date: str | None
    basis: DateBasis
    rule: str
    expression: Span | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: what was said, by whom, in which role and when; spans are in the article's text."""

    id: str
    doc_id: str
    speaker: str | None
    speaker_kind: SpeakerKind
    official: bool
    role: str | None
    affiliation: str | None
    quote: str
    quote_type: QuoteType
    quote_spans: tuple[Span, ...]
    cue: str | None
    cue_span: Span | None
    source: str | None
    source_span: Span | None
    via: str | None
    date: str | None
    date_basis: DateBasis
    context: str
    rule: str
    speaker_rule: str | None
    confidence: float
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
