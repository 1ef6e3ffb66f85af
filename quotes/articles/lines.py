"""JSON Lines, plain or packed (``.gz``, ``.zst``): one article a line."""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Iterator
from typing import IO, BinaryIO, cast

from quotes.articles.rows import MAX_BYTES, Item, Options, Rejection, article_of
from quotes.articles.texts import decode
from quotes.model import InputError


def line_articles(raw: BinaryIO, path: str, options: Options) -> Iterator[Item]:
    """The articles of an open JSONL file; a broken line costs that line, a broken archive what follows."""
    if "\n".encode(options.encoding) != b"\n":
        raise InputError(f"{path}: JSON Lines cannot be read as {options.encoding}; convert it to UTF-8")
    number = 0
    try:
        for number, line in numbered_lines(unpacked(raw, path)):
            if item := _article(line, number, path, options):
                yield item
    except (EOFError, OSError, zlib.error) as error:
        message = f"the file breaks off or is damaged after line {number}: {error}; fetch it again"
        yield Rejection(path, number + 1, None, "truncated", message)


def unpacked(raw: BinaryIO, path: str) -> IO[bytes]:
    """The bytes of a file, unpacked as its name tells."""
    if path.endswith(".gz"):
        return cast(IO[bytes], gzip.GzipFile(fileobj=raw))
    if path.endswith((".zst", ".zstd")):
        import pyarrow as pa

        return io.BufferedReader(pa.CompressedInputStream(pa.PythonFile(raw, "r"), "zstd"), 2**16)
    return raw


def numbered_lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers from 1; ``None`` for one that is too long to be held."""
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        if len(line) <= MAX_BYTES:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(MAX_BYTES)
        yield number, None


def _article(line: bytes | None, number: int, path: str, options: Options) -> Item | None:
    if line is None:
        return Rejection(path, number, None, "too-long", f"a line of over {MAX_BYTES:,} bytes; cut it into articles")
    if not line.strip():
        return None  # blank lines are common at the end, and hold nothing to lose
    try:
        text = decode(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line, options.encoding)
        row = json.loads(text)
    except UnicodeDecodeError as error:
        return Rejection(path, number, None, "encoding", error.reason)
    except (ValueError, RecursionError) as error:
        return Rejection(path, number, None, "json", f"not JSON: {error or 'nested too deeply'}")
    if not isinstance(row, dict):
        return Rejection(path, number, None, "json", f"a JSON object was expected, this is a {type(row).__name__}")
    return article_of(row, path, number, options.columns)
