"""A run: what it writes, that it writes the same bytes each time, and that it loads."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import datasets
import pytest

from quotes.articles import Options
from quotes.batch import QUOTATIONS
from quotes.dataset import Summary, extract_dataset
from quotes.dataset.shards import Job
from quotes.dataset.splits import parquet_file
from quotes.model import InputError, OutputError
from quotes.records import schema

STANDIN = Job("standin:extract_article")
TEXT = "Ông Nam nói: “Đường sẽ xong vào mùa hè”. Bà Hoa hỏi: “Bao giờ thì tôi đi được bây?”\n"


def articles(path: Path, count: int) -> Path:
    """A JSONL of articles: each has its own text, some have no quotation, every tenth is broken."""
    rows = []
    for i in range(count):
        text = f"Bài {i}. " + (TEXT * (i % 4) or "Trời đẹp.")
        rows.append(json.dumps({"doc_id": f"bai-{i:05d}", "text": text if i % 10 != 9 else "", "outlet": "Báo"}))
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def run(paths: Path | list[Path], output: Path, **options: Any) -> Summary:
    return extract_dataset([paths] if isinstance(paths, Path) else paths, output, **{"job": STANDIN, **options})


def digests(output: Path) -> dict[str, str]:
    """Every file of an output folder with a digest of its bytes."""
    return {
        str(path.relative_to(output)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(output.rglob("*"))
        if path.is_file() and ".quotes" not in path.parts
    }


def records(output: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (output / "quotes.jsonl").read_text(encoding="utf-8").splitlines()]


def test_an_output_holds_everything_that_was_read(tmp_path: Path) -> None:
    stats = run(articles(tmp_path / "a.jsonl", 300), tmp_path / "output").stats
    assert stats["articles"]["read"] == 300
    assert stats["articles"]["extracted"] == 270
    assert stats["articles"]["rejected"] == stats["rejected_by_reason"]["empty"] == 30
    found = records(tmp_path / "output")
    assert stats["quotations"]["total"] == stats["quotations"]["by_type"]["direct"] == len(found) > 300
    assert [r["doc_id"] for r in found] == sorted(r["doc_id"] for r in found)
    rejected = [json.loads(line) for line in (tmp_path / "output/rejected.jsonl").open(encoding="utf-8")]
    assert [r["line"] for r in rejected] == list(range(10, 301, 10))
    assert json.loads((tmp_path / "output/stats.json").read_text(encoding="utf-8")) == stats


def test_the_dataset_and_the_hub_folder_load_and_hold_the_same_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", tmp_path / "cache")
    output = run(articles(tmp_path / "a.jsonl", 50), tmp_path / "output").folder
    saved = datasets.load_from_disk(output / "dataset")
    loaded = datasets.load_dataset(str(output / "hub"), split="train", cache_dir=str(tmp_path / "cache"))
    assert list(saved) == list(loaded) == records(output)
    assert saved.features == loaded.features
    assert saved.features.arrow_schema.equals(QUOTATIONS, check_metadata=False)


def test_a_run_without_one_quotation_loads_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Trời đẹp.", encoding="utf-8")
    output = run(tmp_path / "a.txt", tmp_path / "output").folder
    assert (output / "quotes.jsonl").read_bytes() == b""
    assert len(datasets.load_from_disk(output / "dataset")) == 0
    # Without streaming, load_dataset refuses any split of no rows.
    loaded = datasets.load_dataset(str(output / "hub"), split="train", streaming=True)
    assert list(loaded) == []
    assert loaded.column_names == QUOTATIONS.names


def test_columns_are_those_of_the_schema() -> None:
    spelled = {"string": ["string"], "bool": ["boolean"], "double": ["number"]}
    for field, (name, spec) in zip(QUOTATIONS, schema()["properties"].items(), strict=True):
        assert field.name == name
        kinds = spec.get("type") or spec.get("anyOf") or ("enum" in spec and ["string"]) or [type(spec["const"])]
        if str(field.type) in spelled:
            assert "boolean" not in str(kinds) or str(field.type) == "bool"
            assert "number" not in str(kinds) or str(field.type) == "double"
        else:
            assert "start" in str(field.type)
            assert "span" in str(spec)


def test_the_card_says_what_is_in_it(tmp_path: Path) -> None:
    import yaml

    run(articles(tmp_path / "a.jsonl", 50), tmp_path / "output")
    text = (tmp_path / "output/hub/README.md").read_text(encoding="utf-8")
    _, front, body = text.split("---\n", 2)
    head = yaml.safe_load(front)
    assert head["language"] == ["vi"]
    assert head["configs"][0]["data_files"] == [{"split": "train", "path": "data/train-00000-of-00001.parquet"}]
    assert all(f"| `{name}` |" in body for name in schema()["properties"])
    assert f"| quotations | {len(records(tmp_path / 'output')):,} |" in body


def test_the_card_has_what_the_template_of_the_hub_has(tmp_path: Path) -> None:
    import huggingface_hub

    run(articles(tmp_path / "a.jsonl", 50), tmp_path / "output")
    made = huggingface_hub.DatasetCard.load(tmp_path / "output/hub/README.md")
    assert made.data.to_dict()["annotations_creators"] == ["machine-generated"]
    template = Path(huggingface_hub.__file__).parent / "templates" / "datasetcard_template.md"
    heads = re.findall(r"^##+ (.*)", template.read_text(encoding="utf-8"), re.MULTILINE)
    asked = [head.removesuffix(" [optional]") for head in heads]
    # Left out is what a program cannot know (contact, sources of the dataset), and what is said in one piece.
    left_out = {"Dataset Sources", "Data Collection and Processing", "Who are the source data producers?"}
    left_out |= {"Annotation process", "Who are the annotators?", "Glossary", "More Information"}
    left_out |= {"Dataset Card Authors", "Dataset Card Contact"}
    ours = re.findall(r"^##+ (.*)", made.content, re.MULTILINE)
    assert [head for head in ours if head not in ("Numbers", "Licence")] == [h for h in asked if h not in left_out]
    assert "version = {" in made.content.partition("## Citation")[2]


def test_splits_are_by_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", tmp_path / "cache")
    output = run(articles(tmp_path / "a.jsonl", 200), tmp_path / "output", shares=(60, 20, 20)).folder
    loaded = datasets.load_dataset(str(output / "hub"), cache_dir=str(tmp_path / "cache"))
    assert list(loaded) == ["train", "validation", "test"]
    ids = {split: set(rows["doc_id"]) for split, rows in loaded.items()}
    assert not ids["train"] & ids["test"]
    assert not ids["train"] & ids["validation"]
    assert not ids["validation"] & ids["test"]
    # Roughly as asked, each in the order of the articles, nothing lost; the saved dataset is whole.
    assert [round(len(of) / sum(map(len, ids.values())), 1) for of in ids.values()] == [0.6, 0.2, 0.2]
    everything = [row for rows in loaded.values() for row in rows]
    assert sorted(everything, key=lambda r: r["id"]) == sorted(records(output), key=lambda r: r["id"])
    assert all(rows["doc_id"] == sorted(rows["doc_id"]) for rows in loaded.values())
    assert list(datasets.load_from_disk(output / "dataset")) == records(output)
    mlc = pytest.importorskip("mlcroissant", reason="mlcroissant is not installed")
    dataset = mlc.Dataset(jsonld=str(output / "hub" / "croissant.json"))
    assert not dataset.metadata.issues.errors
    assert len(list(dataset.records(record_set="quotations"))) == len(everything)
    text = (output / "hub" / "README.md").read_text(encoding="utf-8")
    assert all(f"| {split} | {len(rows):,} |" in text for split, rows in loaded.items())


def test_an_article_stays_in_its_split_when_others_come(tmp_path: Path) -> None:
    sources = [articles(tmp_path / f"{count}.jsonl", count) for count in (40, 90)]
    few, many = (run(source, tmp_path / source.stem, shares=(1, 1, 1)).folder for source in sources)
    for split in ("train", "validation", "test"):
        first, second = (
            datasets.Dataset.from_parquet(str(o / "hub" / parquet_file(split)), cache_dir=str(tmp_path / o.name))
            for o in (few, many)
        )
        assert set(first["doc_id"]) <= set(second["doc_id"])


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    source = articles(tmp_path / "a.jsonl", 300)
    first, second = (run(source, tmp_path / name).folder for name in ("one", "two"))
    assert digests(first) == digests(second)
    run(source, first)
    assert digests(first) == digests(second)


def test_old_output_is_replaced_and_other_files_are_left(tmp_path: Path) -> None:
    output = run(articles(tmp_path / "a.jsonl", 50), tmp_path / "output").folder
    (output / "report.html").write_text("mine", encoding="utf-8")
    run(articles(tmp_path / "a.jsonl", 10), output)
    assert digests(output).items() >= digests(run(tmp_path / "a.jsonl", tmp_path / "fresh").folder).items()
    assert (output / "report.html").read_text(encoding="utf-8") == "mine"
    assert [path.name for path in (output / ".quotes").iterdir()] == ["lock"]


def test_what_is_kept(tmp_path: Path) -> None:
    source = articles(tmp_path / "a.jsonl", 50)
    everything = records(run(source, tmp_path / "all").folder)
    summary = run(source, tmp_path / "some", job=Job(STANDIN.extractor, official=True, min_confidence=0.25))
    kept = records(summary.folder)
    assert kept == [r for r in everything if r["official"] and r["confidence"] >= 0.25]
    assert 0 < len(kept) < len([r for r in everything if r["official"]]) < len(everything)
    assert summary.stats["quotations"]["left_out"] == len(everything) - len(kept)


def test_nothing_that_can_be_read_is_an_error_and_leaves_the_old_output(tmp_path: Path) -> None:
    output = run(articles(tmp_path / "a.jsonl", 10), tmp_path / "output").folder
    before = digests(output)
    (tmp_path / "b").mkdir()
    (tmp_path / "b/photo.jpg").write_bytes(b"x")
    with pytest.raises(InputError, match=r"no article in .*only files of other kinds \(\.jpg\)"):
        run(tmp_path / "b", output)
    (tmp_path / "b/b.txt").write_bytes(b"")
    with pytest.raises(InputError, match=r"no article could be read:\n.*b\.txt: the text is empty"):
        run(tmp_path / "b", output)
    assert digests(output) == before


def test_strict_writes_nothing(tmp_path: Path) -> None:
    source = articles(tmp_path / "a.jsonl", 100)
    with pytest.raises(InputError, match=r"10 rejected, and --strict.*\n.*a\.jsonl:10: .*empty(.*\n)*.*and 5 more"):
        run(source, tmp_path / "output", strict=True)
    assert digests(tmp_path / "output") == {}


def test_an_extractor_that_fails_costs_the_article(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        "".join(json.dumps({"doc_id": d, "text": f"{TEXT} {d}"}) + "\n" for d in ("one", "FAIL", "WRONG", "two")),
        encoding="utf-8",
    )
    stats = run(tmp_path / "a.jsonl", tmp_path / "output", job=Job("standin:faulty")).stats
    assert stats["rejected_by_reason"] == {"error": 2}
    assert {r["doc_id"] for r in records(tmp_path / "output")} == {"one", "two"}
    rejected = (tmp_path / "output/rejected.jsonl").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in rejected
    assert "expected the words at its spans" in rejected


def test_an_output_that_is_a_file(tmp_path: Path) -> None:
    source = articles(tmp_path / "a.jsonl", 10)
    for output in (source, source / "below"):
        with pytest.raises(OutputError, match="is a file"):
            run(source, output)


def test_a_second_run_into_the_same_folder_is_refused(tmp_path: Path) -> None:
    from filelock import FileLock

    source = articles(tmp_path / "a.jsonl", 10)
    output = run(source, tmp_path / "output").folder
    with FileLock(output / ".quotes" / "lock"), pytest.raises(OutputError, match="another run is writing"):
        run(source, output)
    run(source, output)


def test_a_run_that_died_while_it_renamed_is_finished_by_the_next(tmp_path: Path) -> None:
    output = run(articles(tmp_path / "a.jsonl", 50), tmp_path / "output").folder
    whole = digests(output)
    new = output / ".quotes" / "new"
    new.mkdir()
    for name in ("quotes.jsonl", "stats.json", "hub"):  # as if only the others had been renamed
        (output / name).rename(new / name)
    with pytest.raises(InputError):
        run(tmp_path / "nothing-here", output)
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError):
        run(tmp_path / "empty", output)
    assert digests(output) == whole


@pytest.mark.parametrize("name", ["dataset", "quotes.jsonl"])
def test_something_else_under_a_name_of_ours_gives_way(tmp_path: Path, name: str) -> None:
    output = tmp_path / "output"
    if name == "dataset":
        output.mkdir()
        (output / name).write_text("a file", encoding="utf-8")
    else:
        (output / name / "folder").mkdir(parents=True)
    run(articles(tmp_path / "a.jsonl", 10), output)
    assert digests(output) == digests(run(tmp_path / "a.jsonl", tmp_path / "fresh").folder)


def test_input_inside_the_output_folder_is_not_read(tmp_path: Path) -> None:
    articles(tmp_path / "a.jsonl", 50)
    first = digests(run(tmp_path, tmp_path / "output").folder)
    assert digests(run(tmp_path, tmp_path / "output", options=Options()).folder) == first
