"""Articles from files and folders, line by line, table by table, page by page: the way in.

``Reader`` gives a stream of ``Located`` articles and ``Rejection`` in a fixed order: paths as they were named, folders
sorted by name. What cannot be read is a ``Rejection`` with path, line and reason, so that nothing is lost.

>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     _ = Path(folder, "a.txt").write_text("Ông Nam nói: “Tôi đi”.", encoding="utf-8")
...     _ = Path(folder, "b.txt").write_bytes(b"")
...     for item in Reader([folder]):
...         print(item.article.doc_id if isinstance(item, Located) else item.reason)
a
empty
"""

from quotes.articles.inputs import KNOWN, Reader
from quotes.articles.rows import Columns, Item, Located, Options, Rejection
from quotes.articles.texts import decode, read_text

__all__ = ["KNOWN", "Columns", "Item", "Located", "Options", "Reader", "Rejection", "decode", "read_text"]
