"""The nouns of the pipeline and the errors it raises: here what goes in and comes out, in ``found`` what is between.

Offsets are Python ``str`` indices, half open: ``text[span.start:span.end]``. While an article is
read they count in ``Document.text``, a view of the article (NFC, odd blanks made plain);
``Quotation`` alone counts in the article's text as it was given.
"""

from __future__ import annotations

from dataclasses import dataclass

from quotes.model.found import (
    Attribution,
    Content,
    Cue,
    DateBasis,
    Dating,
    Document,
    Gender,
    Mention,
    MentionForm,
    QuoteType,
    Sentence,
    Span,
    Speaker,
    SpeakerKind,
)

__all__ = [
    "JOINT",
    "METADATA",
    "Article",
    "Attribution",
    "Content",
    "Cue",
    "DateBasis",
    "Dating",
    "Document",
    "Gender",
    "InputError",
    "LexiconError",
    "Mention",
    "MentionForm",
    "OutputError",
    "Quotation",
    "QuoteType",
    "QuotesError",
    "Sentence",
    "Span",
    "Speaker",
    "SpeakerKind",
    "ValidationError",
]

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
