"""How many faults put into a module its tests notice: ``python -m benchmarks.mutants text --sample 150``.

It needs mutmut (``pip install mutmut``), which is no dependency and makes the mutants. A sample of them with a fixed
seed is tried, each in a fork of one process that has the tests loaded. A mutant is killed when a test fails or all of
them take three times as long. ``--survivors`` shows the others.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
# A module or package, and the tests that are its own.
TESTS = {
    "text": ("test_text", "test_marks", "test_golden"),
    "marks": ("test_marks", "test_text", "test_golden"),
    "records": ("test_records", "test_validate_corruptions"),
    "attributions": ("test_golden",),
}
Mutant = tuple[str, str]  # its name, and what it changes


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutants", description=__doc__)
    parser.add_argument("modules", nargs="*", choices=[*TESTS, []], help="all if none is named")
    parser.add_argument("--sample", type=int, default=150, help="how many mutants of a module to try")
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--survivors", action="store_true", help="show what no test noticed")
    options = parser.parse_args()
    print("| module | mutants | tried | killed |\n| --- | --- | --- | --- |")
    for module in options.modules or TESTS:
        with tempfile.TemporaryDirectory() as folder:
            mutants = _mutated(Path(folder), module)
            chosen = random.Random(options.seed).sample(mutants, min(options.sample, len(mutants)))
            left = _survivors(Path(folder), module, chosen)
        share = 1 - len(left) / len(chosen)
        print(f"| `{module}` | {len(mutants):,} | {len(chosen)} | {share:.0%} |", flush=True)
        if options.survivors:
            for name, change in left:
                print(f"\n{name}\n{change}")


def _mutated(folder: Path, module: str) -> list[Mutant]:
    """A copy of the project in which every function of the module has its mutants beside it; and those mutants."""
    from mutmut.mutation.file_mutation import mutate_file_contents

    wanted = ("quotes", "tests", "seeds", "schema", "benchmarks", "pyproject.toml")
    for name in wanted:
        copy: Callable[..., object] = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[tool.mutmut]\nsource_paths = ["quotes"]\n')
    os.chdir(folder)  # where mutmut looks for its settings
    path = folder / "quotes" / module
    found = []
    for file in sorted(path.glob("*.py")) if path.is_dir() else [path.with_suffix(".py")]:
        mutated = mutate_file_contents(str(file), file.read_text(encoding="utf-8"))
        file.write_text(mutated.code, encoding="utf-8")
        parts = file.relative_to(folder).with_suffix("").parts
        dotted = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        sources = _functions(mutated.code)
        for name in mutated.mutant_names:
            original = name.rpartition("__mutmut_")[0] + "__mutmut_orig"
            found.append((f"{dotted}.{name}", _difference(sources[original], sources[name])))
    return found


def _functions(code: str) -> dict[str, str]:
    return {
        n.name: "\n".join(map(ast.unparse, n.body)) for n in ast.walk(ast.parse(code)) if isinstance(n, ast.FunctionDef)
    }


def _difference(before: str, after: str) -> str:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return "\n".join(line for line in lines if not line.startswith(("---", "+++", "@@")))


def _survivors(folder: Path, module: str, mutants: list[Mutant]) -> list[Mutant]:
    names = "\n".join(name for name, _ in mutants)
    files = [f"tests/{name}.py" for name in TESTS[module]]
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    command = [sys.executable, "-c", "from benchmarks.mutants import serve; serve()", *files]
    done = subprocess.run(command, cwd=folder, env=environment, input=names, capture_output=True, text=True, check=True)
    left = set(done.stdout.split())
    return [m for m in mutants if m[0] in left]


def serve() -> None:
    """The process that has the tests loaded: mutants by name from standard input, and back those that live."""
    import pytest

    arguments = ["-x", "-q", "-p", "no:cacheprovider", *sys.argv[1:]]
    names = sys.stdin.read().split()
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123
        output = os.dup(1)
        os.dup2(nowhere.fileno(), 1)
        assert pytest.main([*arguments, "--collect-only"]) == 0
        status, took = _run(arguments, "", 600)
        if status:
            sys.exit("the tests fail without any mutant")
        limit = 3 * int(took + 1)
        living = [name for name in names if _run(arguments, name, limit)[0] == 0]
    os.write(output, "\n".join(living).encode())


def _run(arguments: list[str], mutant: str, limit: int) -> tuple[int, float]:
    """How the tests end with a mutant, and the seconds that the processor had."""
    import pytest

    child = os.fork()
    if not child:
        os.environ["MUTANT_UNDER_TEST"] = mutant
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        os._exit(pytest.main(arguments))
    _, status, used = os.wait4(child, 0)
    return status, used.ru_utime


if __name__ == "__main__":
    main()
