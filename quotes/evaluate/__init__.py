"""Extracted quotations against gold, and one output against another."""

from quotes.evaluate.changes import Change, changes
from quotes.evaluate.gold import GoldArticle, Statement, read_gold, read_predicted
from quotes.evaluate.measures import Comparison, Difference, compare, score_named, scores

__all__ = [
    "Change",
    "Comparison",
    "Difference",
    "GoldArticle",
    "Statement",
    "changes",
    "compare",
    "read_gold",
    "read_predicted",
    "score_named",
    "scores",
]
