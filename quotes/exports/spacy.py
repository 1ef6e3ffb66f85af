"""A spaCy DocBin: documents with span groups ``content``, ``cue`` and ``source``; needs the extra ``quotes[spacy]``.

A span's label is the type of the quotation (or ``cue``, ``source``), its id the record's. spaCy's spans are whole
tokens: one that begins or ends within a token is widened to it, and ``doc.user_data["records"]`` has the exact
records, as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quotes.exports import Annotated
from quotes.highlight import parts
from quotes.model import InputError

if TYPE_CHECKING:
    from spacy.tokens import Span


def write(articles: Iterable[Annotated]) -> Iterator[tuple[str, bytes]]:
    """All articles in one DocBin, tokenised by the rules that spaCy has for no language in particular."""
    try:
        import spacy
        from spacy.tokens import DocBin
    except ImportError as error:
        raise InputError("spaCy is not installed; install it with: pip install 'quotes[spacy]'") from error
    nlp = spacy.blank("xx")
    nlp.max_length = 10**9  # a limit for parsers; a tokenizer has none
    bin_ = DocBin(store_user_data=True)
    for article in articles:
        doc = nlp.make_doc(article.text)
        doc.user_data.update(doc_id=article.doc_id, records=json.dumps(article.records, ensure_ascii=False))
        groups: dict[str, list[Span]] = {"content": [], "cue": [], "source": []}
        for record in article.records:
            for part, span in parts(record):
                label = record["quote_type"] if part == "content" else part
                found = doc.char_span(*span, label=label, span_id=record["id"], alignment_mode="expand")
                if found is not None:
                    groups[part].append(found)
        for group, spans in groups.items():
            doc.spans[group] = spans
        bin_.add(doc)
    yield "quotes.spacy", bin_.to_bytes()
