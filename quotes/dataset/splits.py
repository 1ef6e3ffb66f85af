"""Splits of the Hub folder: by article, so that no article has quotations in two of them."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

SPLITS = ("train", "validation", "test")
ALL_TRAIN = (1, 0, 0)


def split_of(doc_id: str, shares: Sequence[int]) -> str:
    """The split of an article, by its id alone: the same in every run, however many articles there are.

    >>> split_of("bai-1", (80, 10, 10)), split_of("bai-9", (80, 10, 10)), split_of("bai-9", ALL_TRAIN)
    ('validation', 'train', 'train')
    """
    digest = blake2b(doc_id.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    place = int.from_bytes(digest) % sum(shares)
    for split, share in zip(SPLITS, shares, strict=True):
        if place < share:
            return split
        place -= share
    raise AssertionError("a place is below the sum of the shares")


def parquet_file(split: str) -> str:
    """Where the Hub looks for a split's rows."""
    return f"data/{split}-00000-of-00001.parquet"
