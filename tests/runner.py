"""A run in a process of its own, for tests that kill it, starve it or lock it in: python runner.py '{"paths": …}'."""

from __future__ import annotations

import json
import sys

from quotes.dataset import extract_dataset
from quotes.dataset.shards import Job
from quotes.model import QuotesError

if __name__ == "__main__":
    options = json.loads(sys.argv[1])
    job = Job(options.pop("extractor", "standin:extract_article"))
    try:
        extract_dataset(**options, job=job)
    except QuotesError as error:
        sys.exit(f"{type(error).__name__}: {error}")
