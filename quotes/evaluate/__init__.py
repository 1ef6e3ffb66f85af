"""Extracted quotations against gold, and one output against another."""

from quotes.evaluate.gold import GoldArticle, Statement, read_gold, read_predicted
from quotes.evaluate.measures import Comparison, Difference, compare, score_named, scores

__all__ = [
    "Comparison",
    "Difference",
    "GoldArticle",
    "Statement",
    "compare",
    "read_gold",
    "read_predicted",
    "score_named",
    "scores",
]
