"""JSONL of records: read line by line, every problem with its file and line.

JSON here is what its standard says: UTF-8, no NaN, no key twice.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from quotes.model import InputError, ValidationError
from quotes.records import Record, problems


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a record: where, in which field, and what was expected instead."""

    path: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.field + ': ' if self.field else ''}{self.message}"


def quotes_file(path: Path) -> Path:
    """The JSONL that a path means: itself, or the ``quotes.jsonl`` of an output folder."""
    found = path / "quotes.jsonl" if path.is_dir() else path
    if not found.is_file():
        raise InputError(
            f"{found}: no such file; give a JSONL of quotations, or the folder that `quotes extract` wrote"
        )
    return found


def read_objects(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a JSONL or an output folder, with their lines; raises ``ValidationError`` where one is none."""
    found = quotes_file(path)
    with found.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                value = read_json(line)
            except ValueError as error:
                raise ValidationError(f"{found}:{number}: {error}") from error
            if not isinstance(value, dict):
                raise ValidationError(f"{found}:{number}: expected an object")
            yield number, value


def read_records(path: Path) -> Iterator[Record]:
    """The records of a JSONL or an output folder; raises ``ValidationError`` at the first that is not one."""
    for number, record in read_objects(path):
        if wrong := problems(record):
            field, message = wrong[0]
            raise ValidationError(f"{quotes_file(path)}:{number}: {field}: {message}; `quotes validate` lists them all")
        yield record


def _no_such_number(written: str) -> NoReturn:
    raise ValueError(f"{written} is no JSON number")


def _finite(written: str) -> float:
    number = float(written)
    return number if abs(number) != float("inf") else _no_such_number(written)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; JSON leaves open what a key that stands there twice means."""
    table = dict(pairs)
    if len(table) != len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"{next(n for n in names if names.count(n) > 1)!r} stands there twice; keep one")
    return table


_decode = json.JSONDecoder(parse_constant=_no_such_number, parse_float=_finite, object_pairs_hook=_once).decode
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def read_json(line: bytes) -> object:
    """One line of JSONL, decoded; raises ``ValueError`` where it is not UTF-8 or not JSON as its standard has it.

    >>> read_json(b'{"confidence": NaN}')
    Traceback (most recent call last):
    ValueError: NaN is no JSON number
    """
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8: byte {line[error.start]:#04x} at column {error.start + 1}") from error
    if not text.strip():
        raise ValueError("empty; take the line out")
    try:
        value: object = _decode(text)
    except json.JSONDecodeError as error:
        cut = "" if line.endswith(b"\n") else "; the file ends within the line, it was cut off"
        raise ValueError(f"not JSON: {error.msg} at column {error.colno}{cut}") from error
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if _SURROGATE.search(text) and re.search("[\ud800-\udfff]", json.dumps(value, ensure_ascii=False)):
        raise ValueError("half of a surrogate pair, which no UTF-8 text can hold")
    return value


def validate_lines(
    lines: Iterable[bytes], path: str, texts: Mapping[str, str] | None = None
) -> Iterator[list[Problem]]:
    """The problems of a JSONL of records: for each line a list, empty where all is well.

    ``texts`` maps ``doc_id`` to the article's text; then every span is held against it.

    >>> for found in validate_lines([b"{}}"], "quotes.jsonl"):
    ...     print(*found)
    quotes.jsonl:1: not JSON: Extra data at column 3; the file ends within the line, it was cut off
    """
    first: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        try:
            record = read_json(line)
        except ValueError as error:
            yield [Problem(path, number, "", str(error))]
            continue
        text, found = None, []
        if isinstance(record, dict):
            if isinstance(name := record.get("id"), str) and first.setdefault(name, number) != number:
                found.append(("id", f"expected an id of its own, found that of line {first[name]}"))
            if texts is not None and isinstance(doc_id := record.get("doc_id"), str):
                text = texts.get(doc_id)
                if text is None:
                    found.append(("doc_id", f"no article {doc_id!r} among the texts"))
        found += problems(record, text)
        yield [Problem(path, number, field, message) for field, message in found]


def count_problems(folder: Path, records: int) -> list[Problem]:
    """Whether an output folder still has as many records and rejections as its ``stats.json`` counted.

    Lines that are gone leave no trace in the lines that are there.
    """
    path, rejected = folder / "stats.json", folder / "rejected.jsonl"
    if not path.is_file():
        return []
    try:
        stats: Any = read_json(path.read_bytes())
        counted = {"quotations.total": stats["quotations"]["total"], "articles.rejected": stats["articles"]["rejected"]}
    except (ValueError, KeyError, TypeError) as error:
        return [Problem(str(path), 1, "", f"not the counts that `quotes extract` writes: {error!r}")]
    rejections = rejected.read_bytes().count(b"\n") if rejected.is_file() else 0
    there = {"quotations.total": records, "articles.rejected": rejections}
    return [
        Problem(str(path), 1, name, f"counted {number}, but {there[name]} are there; extract again")
        for name, number in counted.items()
        if number != there[name]
    ]
