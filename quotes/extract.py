"""The pipeline, in order. Read this file first.

text → contents → cues → mentions → attributions → speakers → dates → quotations.

>>> from quotes import extract
>>> q = extract("Ông Nam nói: “Chợ đã đóng cửa”.", published="2022-01-12")[0]
>>> q.quote, q.quote_type, q.cue, q.source, q.date
('Chợ đã đóng cửa', 'direct', 'nói', 'Ông Nam', '2022-01-12')
"""

from __future__ import annotations

import gc
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from quotes.attributions import attribute
from quotes.confidence import confidence_of
from quotes.cues import find_cues
from quotes.dates import DateReader
from quotes.mentions import find_mentions
from quotes.model import JOINT, Article, Attribution, Dating, Document, Mention, Quotation, Span, Speaker
from quotes.speakers import resolve
from quotes.text import View, read, see


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found on the way through one article: what ``explain`` tells from."""

    view: View
    doc: Document
    mentions: Sequence[Mention]
    attributions: Sequence[Attribution]
    speakers: Sequence[Speaker]
    datings: Sequence[Dating]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of cycles: it would walk the words of a long text again and again and find nothing to drop.

    That takes a twentieth of the time of an article and a fourth of that of 1 MB, and grows faster than the text.
    Where it is off it stays off, so threads that read at one time never leave it off: the first of them switches it on.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_article(article: Article) -> Reading:
    """Take an article through every stage."""
    view = see(article.text)
    doc = read(view.text)
    mentions = find_mentions(doc)
    attributions = attribute(doc, mentions, find_cues)
    if not attributions:
        return Reading(view, doc, mentions, (), (), ())
    speakers = resolve(doc, mentions, attributions)
    dates = DateReader(doc, article.published, attributions, speakers)
    return Reading(view, doc, mentions, attributions, speakers, [dates.date(a) for a in attributions])


@_uncollected()
def extract_article(article: Article) -> list[Quotation]:
    """The quotations of an article, in order of place; spans count in ``article.text`` as it was given.

    >>> article = Article("a", "Bà Hoa cho biết giá gạo sẽ tăng trong tháng tới.")
    >>> [q.quote for q in extract_article(article)]
    ['giá gạo sẽ tăng trong tháng tới']
    """
    reading = read_article(article)
    return [quotation(article, reading, answer) for answer in answers(article, reading)]


def extract(
    text: str,
    published: str | None = None,
    *,
    doc_id: str = "text",
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> list[Quotation]:
    """The quotations of a text.

    Parameters
    ----------
    text
        A news article; paragraphs are its lines.
    published
        The day it came out, ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; ``hôm qua`` is counted from it.

    Returns
    -------
    list of Quotation
        In order of place; ``text[span.start:span.end]`` is the quotation for each of ``quote_spans``.

    Examples
    --------
    >>> [(q.speaker, q.quote) for q in extract("“Chợ đã đóng cửa”, ông Trần Văn Nam nói.")]
    [('Trần Văn Nam', 'Chợ đã đóng cửa')]
    """
    return extract_article(Article(doc_id, text, title, published, outlet, url))


@dataclass(frozen=True, slots=True)
class Answer:
    """One quotation as the stages found it, with its id and its places in the article's own text."""

    id: str
    spans: tuple[Span, ...]
    attribution: Attribution
    speaker: Speaker
    dating: Dating


def answers(article: Article, reading: Reading) -> Iterator[Answer]:
    """What was read, in order of place; of two that would have one id the first."""
    seen: set[str] = set()
    found = zip(reading.attributions, reading.speakers, reading.datings, strict=True)
    for attribution, speaker, dating in sorted(found, key=lambda t: (t[0].contents[0].start, t[0].contents[-1].end)):
        spans = tuple(reading.view.original(s) for s in attribution.contents)
        id_ = f"{article.doc_id}:{spans[0].start}-{spans[-1].end}"
        if id_ not in seen:
            seen.add(id_)
            yield Answer(id_, spans, attribution, speaker, dating)


def quotation(article: Article, reading: Reading, answer: Answer) -> Quotation:
    """An answer as a quotation, with offsets in the article's own text."""
    a, speaker, dating = answer.attribution, answer.speaker, answer.dating
    text, view = article.text, reading.view
    cue = view.original(a.cue) if a.cue else None
    source = view.original(a.source.span) if a.source else None
    return Quotation(
        id=answer.id,
        doc_id=article.doc_id,
        speaker=_tidy(speaker.name),
        speaker_kind=speaker.kind,
        official=speaker.official,
        role=_tidy(speaker.role),
        affiliation=_tidy(speaker.affiliation),
        quote=JOINT.join(text[s.start : s.end] for s in answer.spans),
        quote_type=a.quote_type,
        quote_spans=answer.spans,
        cue=text[cue.start : cue.end] if cue else None,
        cue_span=cue,
        source=text[source.start : source.end] if source else None,
        source_span=source,
        via=_tidy(_name(reading.doc, a.via)),
        date=dating.date,
        date_basis=dating.basis,
        context=_context(article, reading, a),
        rule=a.rule,
        speaker_rule=speaker.rule or None,
        confidence=confidence_of(a, speaker),
        title=article.title,
        published=article.published,
        outlet=article.outlet,
        url=article.url,
    )


def _name(doc: Document, mention: Mention | None) -> str | None:
    if mention is None:
        return None
    start, end = mention.name or mention.span
    return doc.text[start:end]


def _tidy(value: str | None) -> str | None:
    """A name on one line and in NFC, whatever the article's spacing."""
    return unicodedata.normalize("NFC", " ".join(value.split())) if value else None


def _context(article: Article, reading: Reading, a: Attribution) -> str:
    """The sentence or sentences that the quotation and its cue stand in."""
    start, end = a.contents[0].start, a.contents[-1].end
    sentence = reading.doc.sentences[a.sentence]
    first, last = min(start, sentence.start), max(end, sentence.end)
    number = a.sentence - 1
    while number >= 0 and reading.doc.sentences[number].end > start:
        first = min(first, reading.doc.sentences[number].start)
        number -= 1
    span = reading.view.original(Span(first, last))
    return article.text[span.start : span.end]
