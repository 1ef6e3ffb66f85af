"""Sources as mypyc is given them: what it would leave to the interpreter is written out.

A constant of a module is looked up by its name each time, unless it is ``Final``; and a data class is made by an
``__init__`` that ``dataclasses`` writes when the program starts, which no compiler has seen. In the sources both would
only be in the way of who reads them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

Change = tuple[int, int, int, str]  # line, first and last byte of what is replaced, and by what
_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]+")
_HEAD = "from __future__ import annotations\n"


def prepared(source: str) -> str:
    """A module with its constants ``Final`` and the ``__init__`` of its data classes written out.

    >>> print(prepared("from __future__ import annotations\\n_MOST = 3\\nWORDS: set[str] = set()"))
    from __future__ import annotations
    from typing import Final
    _MOST: Final[int] = 3
    WORDS: Final[set[str]] = set()
    """
    tree = ast.parse(source)
    constants = [change for node in _constants(tree) for change in _final(node)]
    classes = [each for each in ast.walk(tree) if isinstance(each, ast.ClassDef) and _decorator(each) is not None]
    lines = [line.encode() for line in source.split("\n")]
    changes = constants + [change for each in classes for change in _init(each, lines)]
    for line, first, last, text in sorted(changes, reverse=True):
        lines[line - 1] = lines[line - 1][:first] + text.encode() + lines[line - 1][last:]
    out = b"\n".join(lines).decode()
    return out.replace(_HEAD, f"{_HEAD}from typing import Final\n", 1) if constants else out


def _constants(tree: ast.Module) -> Iterator[ast.Assign | ast.AnnAssign]:
    """Names in capitals that a module gives a value to, once and for all."""
    stored = [n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Load)]
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            name = _target(node)
            if isinstance(name, ast.Name) and _CONSTANT.fullmatch(name.id) and stored.count(name.id) == 1:
                yield node


def _target(node: ast.Assign | ast.AnnAssign) -> ast.expr:
    return node.target if isinstance(node, ast.AnnAssign) else node.targets[0]


def _final(node: ast.Assign | ast.AnnAssign) -> Iterator[Change]:
    if isinstance(node, ast.AnnAssign):
        about = node.annotation
        yield about.lineno, about.col_offset, about.col_offset, "Final["
        yield about.end_lineno or 0, about.end_col_offset or 0, about.end_col_offset or 0, "]"
        return
    # The type of a number is named, or mypy takes it for that number alone.
    kind = f"[{type(node.value.value).__name__}]" if isinstance(node.value, ast.Constant) else ""
    end = _target(node).end_col_offset or 0
    yield node.lineno, end, end, f": Final{kind}"


def _decorator(node: ast.ClassDef) -> ast.Call | None:
    calls = [each for each in node.decorator_list if isinstance(each, ast.Call)]
    return next((each for each in calls if ast.unparse(each.func) == "dataclass"), None)


def _init(node: ast.ClassDef, lines: list[bytes]) -> Iterator[Change]:
    """An ``__init__`` below the fields. It sets them, so the class cannot be frozen; nobody changes it all the same."""
    mark = _decorator(node)
    for keyword in mark.keywords if mark is not None else ():
        if keyword.arg == "frozen":
            yield keyword.lineno, keyword.col_offset, keyword.end_col_offset or 0, "unsafe_hash=True"
    fields = [each for each in node.body if isinstance(each, ast.AnnAssign)]
    parameters, body = ["self"], []
    for each in fields:
        name, kind, default = ast.unparse(each.target), ast.unparse(each.annotation), each.value
        given = {k.arg: k.value for k in default.keywords} if isinstance(default, ast.Call) else {}  # field(…)
        if (factory := given.get("default_factory")) is not None:
            parameters.append(f"{name}: {kind} | None = None")
            body.append(f"self.{name} = {ast.unparse(factory)}() if {name} is None else {name}")
        else:
            default = given.get("default", default)
            parameters.append(f"{name}: {kind}" + (f" = {ast.unparse(default)}" if default is not None else ""))
            body.append(f"self.{name} = {name}")
    text = "\n        ".join((f"    def __init__({', '.join(parameters)}) -> None:", *body))
    line = fields[-1].end_lineno or 0
    end = len(lines[line - 1])
    yield line, end, end, f"\n\n{text}\n"
