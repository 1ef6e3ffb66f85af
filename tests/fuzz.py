"""A hunt for crashes, led by which branches an input takes: ``python tests/fuzz.py extractor --inputs 200000``.

It needs atheris (``pip install atheris``), which is no dependency. What it finds is written to
``tests/inputs/<target>/``, where ``tests/test_fuzz.py`` tries it ever after.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from pathlib import Path

INPUTS = Path(__file__).with_name("inputs")


def main() -> None:
    import atheris

    with atheris.instrument_imports(include=["quotes"], enable_loader_override=False):
        from fuzz_targets import TARGETS, first_inputs, spelt

    parser = argparse.ArgumentParser(prog="python tests/fuzz.py", description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--inputs", type=int, default=200_000, help="how many to try")
    parser.add_argument("--seconds", type=int, default=0, help="stop after so many; 0: when all are tried")
    parser.add_argument("--length", type=int, default=3000, help="bytes of the longest")
    options = parser.parse_args()

    def try_one(data: bytes) -> None:
        try:
            TARGETS[options.target](data)
        except Exception:
            keep(INPUTS / options.target, spelt(options.target, data))
            raise

    corpus = tempfile.mkdtemp(prefix="quotes-fuzz-")
    for data in first_inputs(options.target):
        keep(Path(corpus), data)
    arguments = [
        *(f"-atheris_runs={options.inputs}", f"-max_total_time={options.seconds}", f"-max_len={options.length}"),
        *("-seed=6", "-timeout=60", f"-artifact_prefix={corpus}/", "-print_final_stats=1", corpus),
    ]
    atheris.Setup([sys.argv[0], *arguments], try_one)
    atheris.Fuzz()


def keep(folder: Path, data: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)


if __name__ == "__main__":
    main()
