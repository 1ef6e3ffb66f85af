"""Text files: bytes to the text exactly as it stands, or what they are instead.

Nothing is normalised: no newline is changed, and a byte order mark at the head stays as U+FEFF, so that an offset
counts the characters of the decoded file.
"""

from __future__ import annotations

from pathlib import Path

from quotes.articles.rows import MAX_BYTES, Item, Located, Reason, Rejection, id_complaint, text_complaint
from quotes.model import Article, InputError

_SAMPLE = 20_000
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: str | Path, encoding: str = "utf-8") -> str:
    r"""The text of a file, character for character as offsets count it.

    Raises ``InputError`` if the file cannot be opened or is not text in that encoding.

    >>> from tempfile import NamedTemporaryFile
    >>> with NamedTemporaryFile(suffix=".txt") as file:
    ...     _ = Path(file.name).write_bytes("\ufeffmột\r\nhai".encode())
    ...     read_text(file.name)
    '\ufeffmột\r\nhai'
    """
    try:
        return decode(Path(path).read_bytes(), encoding)
    except OSError as error:
        raise InputError(f"{path}: cannot be opened: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: {error.reason}") from error


def decode(data: bytes, encoding: str = "utf-8") -> str:
    """The text of some bytes. Raises ``UnicodeDecodeError`` whose ``reason`` says what they seem to be instead.

    >>> decode("Ông nói".encode("utf-16"))
    Traceback (most recent call last):
    UnicodeDecodeError: ... seems to be UTF-16; convert it to UTF-8 or say --encoding utf-16
    """
    if encoding == "utf-8" and data.startswith(_UTF16_MARKS):
        raise UnicodeDecodeError(encoding, data[:2], 0, 2, _advice("UTF-16", "utf-16"))
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnicodeDecodeError(encoding, data[:_SAMPLE], 0, 1, _guess(data, encoding, error.start)) from None


def text_article(path: Path, encoding: str) -> Item:
    """The article of a text file; its id is the file's name without the suffix."""
    name, doc_id = str(path), path.stem
    if complaint := id_complaint(doc_id):
        return Rejection(name, None, None, "id", complaint)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return Rejection(name, None, doc_id, "unreadable", f"cannot be opened: {error.strerror}")
    return bytes_article(data, name, doc_id, encoding)


def bytes_article(data: bytes, name: str, doc_id: str, encoding: str) -> Item:
    """The article of a text file's bytes, of which there may be one more than is allowed."""
    if len(data) > MAX_BYTES:
        return Rejection(name, None, doc_id, "too-long", f"longer than {MAX_BYTES:,} bytes; cut it into articles")
    try:
        text = decode(data, encoding)
    except UnicodeDecodeError as error:
        reason: Reason = "binary" if "binary" in error.reason else "encoding"
        return Rejection(name, None, doc_id, reason, error.reason)
    if complaint := text_complaint(text):
        return Rejection(name, None, doc_id, *complaint)
    return Located(Article(doc_id, text), name)


def _guess(data: bytes, encoding: str, start: int) -> str:
    from charset_normalizer import from_bytes  # 40 ms to import, and only broken files need it

    wrong = f"not {encoding.upper()} (byte {start})"
    best = from_bytes(data[:_SAMPLE]).best()
    if best is None or best.encoding == encoding.replace("-", "_"):
        return f"{wrong}, binary or damaged" if b"\0" in data else f"{wrong}, damaged; convert it to UTF-8"
    seems = best.encoding.replace("_", "-").replace("cp125", "Windows-125").upper().replace("WINDOWS", "Windows")
    return f"{wrong}, {_advice(seems, best.encoding.replace('_', '-'))}"


def _advice(seems: str, codec: str) -> str:
    return f"seems to be {seems}; convert it to UTF-8 or say --encoding {codec}"
