"""What a fuzzer may give to the reader, the extractor, the validator and the report, and what must hold for it.

A target takes any bytes. ``tests/fuzz.py`` hunts with them, and ``tests/test_fuzz.py`` tries what was ever found.
"""

from __future__ import annotations

import gzip
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import pyarrow as pa
import test_reader_fuzz
import test_report_fuzz
from factories import DOC_ID, TEXT, jsonl, records
from test_properties import SENTENCES, WORDS, assert_sound

from quotes.jsonl import read_json, validate_lines
from quotes.records import from_record

_KINDS = sorted(test_reader_fuzz.WHOLE)
_HOSTILE = [*test_report_fuzz.HOSTILE, *test_report_fuzz.NEWS]
_PARTS = b"\xff"
_DAYS = (None, "2022-03-05", "5/3/2022", "XXXX")


def reader(data: bytes) -> None:
    """A file of the kind that the first byte names; packed here, or to be taken for packed already."""
    if not data:
        return
    name, packed, body = _KINDS[data[0] % len(_KINDS)], data[0] >= 128, data[1:]
    if packed and name.endswith(".gz"):
        body = gzip.compress(body)
    elif packed and name.endswith(".zst"):
        body = pa.Codec("zstd").compress(body, asbytes=True)
    test_reader_fuzz.assert_read(name, body)


def extractor(data: bytes) -> None:
    """An article of words of news or of any letters, in one of the normal forms, with or without a day."""
    if not data:
        return
    text = _text(data[1:], WORDS, bool(data[0] & 1))
    form = (None, "NFC", "NFD", "NFKD")[data[0] >> 1 & 3]
    assert_sound(unicodedata.normalize(form, text) if form else text, _DAYS[data[0] >> 3 & 3])


def validator(data: bytes) -> None:
    """Lines of records: each is answered for, and one without a fault is a quotation of its text."""
    lines = [line + b"\n" for line in data.split(b"\n")]
    answers = list(validate_lines(lines, "q.jsonl", {DOC_ID: TEXT}))
    assert len(answers) == len(lines)
    for number, (line, found) in enumerate(zip(lines, answers, strict=True), 1):
        assert all(p.line == number and p.message for p in found)
        "".join(map(str, found)).encode("utf-8", "backslashreplace")
        if not found:
            record = read_json(line)
            assert isinstance(record, dict)
            quotation = from_record(record)
            assert quotation.quote == " … ".join(TEXT[s.start : s.end] for s in quotation.quote_spans)


def report(data: bytes) -> None:
    """Articles parted by a byte that no letter has, and what the page says of itself."""
    if not data:
        return
    about, *texts = (_text(part, _HOSTILE, bool(data[0] & 1)) for part in data[1:].split(_PARTS))
    test_report_fuzz.assert_shown_as_text(dict(pairwise(texts)), about, data[0] >= 128)


def _text(data: bytes, words: Sequence[str], in_letters: bool) -> str:
    """Letters, or words by their numbers, each with or without a blank behind it."""
    if in_letters:
        return data.decode("utf-8", "replace")
    numbers = (int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data), 2))
    return "".join(words[n // 2 % len(words)] + " " * (n % 2) for n in numbers)


def spelt(target: str, data: bytes) -> bytes:
    """An input with its words in letters: their numbers change with the lexicon."""
    if target not in ("extractor", "report") or not data or data[0] & 1:
        return data
    words = WORDS if target == "extractor" else _HOSTILE
    parts = data[1:].split(_PARTS) if target == "report" else [data[1:]]
    return bytes([data[0] | 1]) + _PARTS.join(_text(part, words, False).encode("utf-8", "replace") for part in parts)


def first_inputs(target: str) -> Iterator[bytes]:
    """What a hunt begins with: good input of every kind."""
    match target:
        case "reader":
            for kind, name in enumerate(_KINDS):
                yield bytes([kind]) + test_reader_fuzz.WHOLE[name]
                yield bytes([kind + len(_KINDS) * (128 // len(_KINDS) + 1)]) + test_reader_fuzz.LINES
        case "extractor":
            for number, sentence in enumerate(SENTENCES):
                yield bytes([(number & 31) << 1 | 1]) + sentence.encode()
            yield bytes(range(256))
        case "validator":
            yield jsonl(records())
            yield from jsonl(records()).splitlines()
        case "report":
            for number, sentence in enumerate(SENTENCES[::5]):
                yield bytes([(number & 1) << 7 | 1]) + _PARTS.join(
                    t.encode() for t in ("Tin</script>", "bài-1", sentence)
                )
            yield bytes(range(256))


TARGETS: dict[str, Callable[[bytes], None]] = {
    "reader": reader,
    "extractor": extractor,
    "validator": validator,
    "report": report,
}
