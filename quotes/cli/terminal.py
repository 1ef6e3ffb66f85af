"""What may reach a terminal: text of articles and file names is foreign, and could carry commands to it."""

from __future__ import annotations

import json
import re
import unicodedata

# Cc: control characters, escape among them. Cf: bidirectional overrides, zero-width characters. Cs: lone surrogates.
_HIDDEN = {"Cc", "Cf", "Cs"}
# What json leaves as it is and a terminal could obey; in JSON an escape is the same character.
_LEFT_BY_JSON = re.compile("[\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def plain(text: str, *, keep: str = "\n") -> str:
    r"""The text with every control or invisible character but those of ``keep`` written out as its escape.

    >>> plain("\x1b[31mđỏ\u202e")
    '\\x1b[31mđỏ\\u202e'
    >>> plain("một\thai\nba", keep="")
    'một\\thai\\nba'
    """
    if text.isprintable():
        return text
    return "".join(_written_out(c) if c not in keep and unicodedata.category(c) in _HIDDEN else c for c in text)


def json_text(value: object, indent: int | None = None) -> str:
    r"""A value as JSON that no terminal obeys, and that means the same.

    >>> json_text({"đỏ": "\x1b[31m\x9b2J\u202e"})
    '{"đỏ": "\\u001b[31m\\u009b2J\\u202e"}'
    """
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    return _LEFT_BY_JSON.sub(lambda m: f"\\u{ord(m.group()):04x}", written)


def counted(number: int, noun: str) -> str:
    """A number and its noun.

    >>> counted(1, "article"), counted(1200, "article")
    ('1 article', '1,200 articles')
    """
    return f"{number:,} {noun}{'s' * (number != 1)}"


def _written_out(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
