"""When was it said: time expressions, the article's calendar, and the date of every statement."""

from quotes.dates.expressions import TimeExpression
from quotes.dates.find import find_expressions
from quotes.dates.rules import DateReader

__all__ = ["DateReader", "TimeExpression", "find_expressions"]
