"""Whatever an article holds, the page shows it as text and nothing else. More: ``QUOTES_EXAMPLES=20000``."""

from __future__ import annotations

import os
from html.parser import HTMLParser
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from test_report import embedded

from quotes.extract import extract_article
from quotes.model import Article
from quotes.records import to_record
from quotes.report import page_data, render

EXAMPLES = int(os.environ.get("QUOTES_EXAMPLES", "60"))
HOSTILE = """</script> <script>alert(1)</script> <!-- --> ]]> <![CDATA[ &lt; &amp; &#0; <img/src=x> javascript: {{7*7}}
'" `${1}` \\u003c \\ \x00 \u2028 \u2029 \ufeff \u202e 😀 \x1b[31m <a href=//x>""".split(" ")
NEWS = [
    "Ông Nam nói: “",
    "”, ông Trần Văn Nam nói.",
    "Theo Bộ Y tế, ",
    "Bà Hoa cho biết ",
    "giá gạo sẽ tăng",
    ".\n",
    " ",
]
hostile = st.lists(st.sampled_from(HOSTILE + NEWS * 3) | st.text(max_size=5), max_size=25).map("".join)


class Elements(HTMLParser):
    """The elements of a page, with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))


EMPTY = Elements(render([], {})).found


@settings(max_examples=EXAMPLES)
@given(st.dictionaries(hostile, hostile, max_size=3), hostile, st.booleans())
def test_no_article_becomes_markup(texts: dict[str, str], about: str, whole: bool) -> None:
    assert_shown_as_text(texts, about, whole)


def assert_shown_as_text(texts: dict[str, str], about: str, whole: bool) -> None:
    """The page of these articles has the elements of an empty page, and its data are what was put in."""
    articles = [Article(doc_id, text, title=about, outlet=about, url=about) for doc_id, text in texts.items()]
    records = [to_record(q) for a in articles for q in extract_article(a)]
    page = render(records, texts if whole else None, title=about)
    assert Elements(page).found == EMPTY
    assert embedded(page) == without_surrogates(page_data(records, texts if whole else {}))


def without_surrogates(value: Any) -> Any:
    match value:
        case str():
            return value.encode("utf-8", "replace").decode()
        case list():
            return [without_surrogates(v) for v in value]
        case dict():
            return {k: without_surrogates(v) for k, v in value.items()}
    return value
