"""A stand-in for the extractor: what stands in “…”, said by the last capitalised word before it."""

from __future__ import annotations

import os
import re
import signal
import socket
import time
from dataclasses import replace

from quotes.model import Article, Quotation, Span


def extract_article(article: Article) -> list[Quotation]:
    return [
        Quotation(
            id=f"{article.doc_id}:{match.start(1)}-{match.end(1)}",
            doc_id=article.doc_id,
            speaker="Nam" if "Nam" in article.text else None,
            speaker_kind="person" if "Nam" in article.text else "unknown",
            official=match.start() % 2 == 0,
            role=None,
            affiliation=None,
            quote=match[1],
            quote_type="direct",
            quote_spans=(Span(*match.span(1)),),
            cue=None,
            cue_span=None,
            source=None,
            source_span=None,
            via=None,
            date=None,
            date_basis="none",
            context=match[0],
            rule="in_marks",
            speaker_rule=None,
            confidence=min(1.0, len(match[1]) / 100),
            title=article.title,
            published=article.published,
            outlet=article.outlet,
            url=article.url,
        )
        for match in re.finditer(r"“([^”]+)”", article.text)
    ]


def faulty(article: Article) -> list[Quotation]:
    """Fails, gives a wrong span, waits for ever, eats all memory, calls the network or dies, as its text says."""
    if "FAIL" in article.text:
        raise ZeroDivisionError("as asked")
    if "HANG" in article.text:
        time.sleep(3600)
    if "EAT" in article.text:
        bytearray(1 << 60)
    if "CALL" in article.text:
        socket.create_connection(("127.0.0.1", 9), timeout=1)
    if "DIE" in article.text:
        os.kill(os.getpid(), signal.SIGKILL)
    found = extract_article(article)
    if "WRONG" in article.text:
        found = [replace(q, quote_spans=(Span(0, len(q.quote)),)) for q in found]
    return found


def slow(article: Article) -> list[Quotation]:
    """Takes its time, so that a run can be hit in the middle."""
    time.sleep(0.002)
    return extract_article(article)


def die_once(article: Article) -> list[Quotation]:
    """Dies at an article the first time it comes to it; a file that the text names remembers."""
    if found := re.search(r"ONCE (\S+)", article.text):
        try:
            os.close(os.open(found[1], os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            pass
        else:
            os.kill(os.getpid(), signal.SIGKILL)
    return extract_article(article)
