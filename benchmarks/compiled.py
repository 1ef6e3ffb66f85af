"""Machine code of the stages, beside their sources: ``python -m benchmarks.compiled``, or ``make compile``.

Python prefers it to the sources from then on, also when they have changed; ``make clean`` takes it away.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import ROOT

# The stages. Not quotes/extract.py, which only calls them and stays open to be measured; nor quotes/model.py, for
# articles go to workers by pickle, which compiled frozen data classes do not bear.
COMPILED = ("model/found", "lexicon", "marks", "text", "cues", "mentions", "attributions", "speakers", "dates")


def sources() -> Iterator[Path]:
    """The modules that are compiled."""
    for name in COMPILED:
        module = ROOT / "quotes" / f"{name}.py"
        yield from [module] if module.exists() else sorted(module.with_suffix("").glob("*.py"))


def main() -> None:
    from mypyc.build import mypycify
    from setuptools import Distribution

    modules = mypycify([str(path.relative_to(ROOT)) for path in sources()], multi_file=True)
    whole = Distribution({"name": "quotes", "ext_modules": modules})
    whole.get_command_obj("build_ext").inplace = True
    whole.run_command("build_ext")


if __name__ == "__main__":
    main()
