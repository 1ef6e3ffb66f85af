"""Paths to a stream of articles: which reader takes which file, in which order, and no id twice."""

from __future__ import annotations

import codecs
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import BinaryIO, cast

from quotes.articles.lines import line_articles
from quotes.articles.pages import page_article
from quotes.articles.rows import MAX_BYTES, Item, Located, Options, Rejection
from quotes.articles.tables import HUB, hub_articles, is_saved, parquet_articles, saved_articles
from quotes.articles.texts import bytes_article, text_article
from quotes.model import InputError

TEXT = (".txt",)
LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".jsonl.zst", ".ndjson.zst")
TABLES = (".parquet",)
PAGES = (".html", ".htm")
KNOWN = TEXT + LINES + TABLES + PAGES


class Reader:
    """All articles and rejections of some paths; iterate once.

    Raises ``InputError`` at once if a path does not exist, and while reading if a table lacks a column.
    ``position`` and ``total()`` are bytes of input, for progress; ``ignored`` counts the files in folders
    that are of no kind that could hold articles, by suffix.
    """

    def __init__(self, paths: Iterable[str | Path], options: Options | None = None) -> None:
        self.paths = [str(p) for p in paths]
        self.options = options or Options()
        self.ignored: Counter[str] = Counter()
        self._done = 0
        self._raw: BinaryIO | None = None
        try:
            codecs.lookup(self.options.encoding)
        except LookupError as error:
            raise InputError(f"{error}; name one that Python knows, as utf-8, utf-16 or cp1258") from error
        if not self.paths:
            raise InputError("no path given; name files or folders of articles, or - for standard input")
        for path in self.paths:
            if path != "-" and not path.startswith(HUB) and not _exists(path):
                raise InputError(f"{path}: no such file or folder; check the name")

    def __iter__(self) -> Iterator[Item]:
        seen: set[bytes] = set()  # digests: a million ids take 100 MB, however long they are
        for item in self._items():
            if isinstance(item, Located):
                digest = blake2b(item.article.doc_id.encode(), digest_size=12).digest()
                if digest in seen:
                    yield item.reject("duplicate", "another article has the same id; give each its own")
                    continue
                seen.add(digest)
            yield item

    @property
    def position(self) -> int:
        """Bytes of input read so far."""
        return self._done + (self._raw.tell() if self._raw and not self._raw.closed else 0)

    def total(self) -> int | None:
        """Bytes of all inputs, or None where that cannot be known."""
        if any(p == "-" or p.startswith(HUB) for p in self.paths):
            return None
        return sum(_size(file) for path in self.paths for file in self._files(Path(path)) if isinstance(file, Path))

    def _items(self) -> Iterator[Item]:
        for path in self.paths:
            if path == "-":
                yield from self._standard_input()
            elif path.startswith(HUB):
                yield from hub_articles(path, self.options)
            else:
                for file in self._files(Path(path), count=True):
                    if isinstance(file, Rejection):
                        yield file
                    else:
                        yield from self._read(file)
                        self._done += _size(file)

    def _read(self, file: Path) -> Iterator[Item]:
        name = file.name.lower()
        if name.endswith(LINES):
            yield from self._lines(file)
        elif name.endswith(TABLES):
            yield from parquet_articles(file, self.options)
        elif name.endswith(PAGES):
            yield page_article(file)
        elif file.is_dir():
            yield from saved_articles(file, self.options)
        else:
            yield text_article(file, self.options.encoding)

    def _lines(self, file: Path) -> Iterator[Item]:
        try:
            with file.open("rb") as self._raw:
                yield from line_articles(self._raw, str(file), self.options)
        except OSError as error:
            yield Rejection(str(file), None, None, "unreadable", f"cannot be opened: {error.strerror}")
        finally:
            self._raw = None

    def _standard_input(self) -> Iterator[Item]:
        stream = BufferedReader(cast(RawIOBase, sys.stdin.buffer))  # sys.stdin may be something that cannot peek
        try:
            if stream.peek(1).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
                yield from line_articles(stream, "-", self.options)
            else:
                yield bytes_article(stream.read(MAX_BYTES + 1), "-", "stdin", self.options.encoding)
        except OSError as error:
            yield Rejection("-", None, None, "unreadable", f"standard input cannot be read: {error.strerror}")
        finally:
            stream.detach()  # or it would close standard input with itself

    def _files(self, path: Path, *, count: bool = False) -> Iterator[Path | Rejection]:
        if not path.is_dir() or is_saved(path):
            yield path
            return
        for file in _walk(path, self.options.exclude, ()):
            if isinstance(file, Rejection) or file.name.lower().endswith(KNOWN) or file.is_dir():
                yield file
            elif count:
                self.ignored[file.suffix or file.name] += 1


def _walk(folder: Path, exclude: Path | None, above: tuple[tuple[int, int], ...]) -> Iterator[Path | Rejection]:
    """The files of a folder and of the folders in it, sorted by name; hidden ones and ``exclude`` left out."""
    try:
        stat = folder.stat()
        # Of a folder that may be listed and not entered, nobody may know which entries are folders.
        entries = sorted(((p, p.is_dir()) for p in folder.iterdir()), key=lambda entry: entry[0].name)
    except OSError as error:
        yield Rejection(str(folder), None, None, "unreadable", f"cannot be opened: {error.strerror}")
        return
    here = (stat.st_dev, stat.st_ino)
    if here in above:
        yield Rejection(str(folder), None, None, "loop", "a symbolic link that leads back to a folder above it")
        return
    for entry, is_folder in entries:
        if entry.name.startswith("."):
            continue
        if not is_folder:
            yield entry
        elif exclude and exclude.exists() and entry.samefile(exclude):
            continue
        elif is_saved(entry):
            yield entry
        else:
            yield from _walk(entry, exclude, (*above, here))


def _exists(path: str) -> bool:
    try:
        Path(path).lstat()
    except (OSError, ValueError):
        return False
    return True


def _size(file: Path) -> int:
    if file.is_dir():
        return sum(_size(inner) for inner in file.iterdir())
    try:
        return file.stat().st_size
    except OSError:
        return 0
