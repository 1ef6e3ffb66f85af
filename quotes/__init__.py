"""Who said what, in which role and when: quotations from Vietnamese news.

``quotes.extract(text)`` gives the quotations of one article, ``quotes.explain(text)`` which rules answered
and which were tried. Everything here but the nouns and the errors is imported when it is first used, so that
``import quotes`` stays cheap.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from quotes.model import (
    Article,
    InputError,
    LexiconError,
    OutputError,
    Quotation,
    QuotesError,
    Span,
    ValidationError,
)

if TYPE_CHECKING:
    from quotes.batch import extract_batch
    from quotes.explain import explain
    from quotes.extract import extract

__version__ = "0.1.0"

__all__ = [
    "Article",
    "InputError",
    "LexiconError",
    "OutputError",
    "Quotation",
    "QuotesError",
    "Span",
    "ValidationError",
    "__version__",
    "explain",
    "extract",
    "extract_batch",
]

_LAZY = {"extract": "quotes.extract", "explain": "quotes.explain", "extract_batch": "quotes.batch"}


def __getattr__(name: str) -> object:
    if name not in _LAZY:
        raise AttributeError(f"module 'quotes' has no attribute {name!r}")
    value: object = getattr(import_module(_LAZY[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


class _Package(ModuleType):
    """``quotes.extract`` is the function, though a module has that name too.

    Importing a module binds it in its package; that must not put it in the function's place.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _LAZY and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
