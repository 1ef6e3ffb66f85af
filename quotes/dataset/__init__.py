"""Many articles to one output folder: workers, shards that can be resumed, formats, card and statistics.

``extract_dataset`` is the way in; ``run`` holds it and is to be read first. ``shards`` is the work on a few articles,
``pool`` the processes that do it, ``formats`` and ``card`` what is written, ``stats`` what is counted.
"""

from quotes.dataset.run import Summary, extract_dataset

__all__ = ["Summary", "extract_dataset"]
