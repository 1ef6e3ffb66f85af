"""Machine code of the stages, beside their sources: ``python -m benchmarks.compiled``, or ``make compile``.

Python prefers it to the sources from then on, also when they have changed; ``make clean`` takes it away.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

from benchmarks.corpus import ROOT
from benchmarks.prepared import prepared

# The stages. Not quotes/extract.py, which only calls them and stays open to be measured; nor quotes/model/__init__.py,
# for articles go to workers by pickle, which compiled frozen data classes do not bear.
COMPILED = (
    "model/found",
    "lexicon",
    "unclosed",
    "marks",
    "text",
    "cues",
    "mentions",
    "attributions",
    "speakers",
    "dates",
)
WORKSHOP = ROOT / "build" / "compiled"


def sources() -> Iterator[Path]:
    """The modules that are compiled."""
    for name in COMPILED:
        module = ROOT / "quotes" / f"{name}.py"
        yield from [module] if module.exists() else sorted(module.with_suffix("").glob("*.py"))


def main() -> None:
    from mypyc.build import mypycify
    from setuptools import Distribution

    shutil.rmtree(WORKSHOP, ignore_errors=True)
    shutil.copytree(ROOT / "quotes", WORKSHOP / "quotes", ignore=shutil.ignore_patterns("*.so", "*.pyd", "__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", WORKSHOP)
    paths = [path.relative_to(ROOT) for path in sources()]
    for path in paths:
        (WORKSHOP / path).write_text(prepared((ROOT / path).read_text(encoding="utf-8")), encoding="utf-8")
    with chdir(WORKSHOP):
        modules = mypycify([str(path) for path in paths], multi_file=True)
        whole = Distribution({"name": "quotes", "ext_modules": modules})
        whole.get_command_obj("build_ext").inplace = True
        whole.run_command("build_ext")
    for made in [*WORKSHOP.glob("*.so"), *WORKSHOP.glob("quotes/**/*.so")]:
        shutil.copy(made, ROOT / made.relative_to(WORKSHOP))


if __name__ == "__main__":
    main()
