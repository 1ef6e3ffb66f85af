"""A block for datatrove pipelines: documents in, one document for each quotation out.

    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter
    from quotes.engines.datatrove import QuoteExtractor, as_record

    LocalPipelineExecutor(
        [
            JsonlReader("articles/", id_key="doc_id"),
            QuoteExtractor(),
            JsonlWriter("quotes/", output_filename="${rank}.jsonl", compression=None, adapter=as_record),
        ],
        tasks=8,
        logging_dir="logs/",
    ).run()

datatrove resumes by itself: tasks that its ``logging_dir`` has as completed are not done again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from datatrove.data import Document
from datatrove.pipeline.base import PipelineStep
from datatrove.utils.logging import logger

from quotes.model import METADATA, Article
from quotes.records import to_record


class QuoteExtractor(PipelineStep):  # type: ignore[misc,unused-ignore]  # datatrove has no types
    """Give a document for each quotation: its id and words, and its record as metadata.

    An article that cannot be extracted is counted under ``failed`` in datatrove's statistics, and the task goes on.
    """

    name = "💬 Quotations"
    type = "🔍 - EXTRACTOR"

    def run(self, data: Iterable[Document], rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """The quotations of a stream of documents, in its order."""
        from quotes.extract import extract_article

        for document in data:
            meta = {name: document.metadata.get(name) for name in METADATA}
            article = Article(str(document.id), document.text, **{k: v and str(v) for k, v in meta.items()})
            try:
                with self.track_time():
                    records = [to_record(quotation) for quotation in extract_article(article)]
            except Exception as error:  # one article of millions must not end the task
                self.stat_update("failed")
                logger.warning(f"{document.id!a} is left out: {type(error).__name__}: {error}")
                continue
            self.stat_update("articles")
            self.stat_update("quotations", value=len(records))
            for record in records:
                yield Document(text=record["quote"], id=record["id"], metadata=record)


def as_record(writer: object, document: Document) -> dict[str, Any]:
    """The adapter that makes a datatrove writer write records as ``quotes.jsonl`` has them."""
    return dict(document.metadata)
