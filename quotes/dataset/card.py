"""The dataset card, ``hub/README.md``: what the Hub reads, what a person should know, and the numbers.

Nothing from an article is in it but counts, so there is nothing in it to escape.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Template
from typing import Any

from quotes import __version__
from quotes.dataset.splits import parquet_file
from quotes.records import schema

CITATION = f"@software{{quotes, title = {{Quotations from Vietnamese news}}, version = {{{__version__}}}}}"
_SIZES = (("n<1K", 10**3), ("1K<n<10K", 10**4), ("10K<n<100K", 10**5), ("100K<n<1M", 10**6), ("1M<n<10M", 10**7))

# The sections are those of the Hub's own template (huggingface_hub, datasetcard_template.md), in its order.
_CARD = Template("""\
---
language:
- vi
license: other
pretty_name: Quotations from Vietnamese news
annotations_creators:
- machine-generated
task_categories:
- token-classification
- text-classification
tags:
- quotation-extraction
- quote-attribution
- news
- vietnamese
size_categories:
- $size
configs:
- config_name: default
  data_files:
$data
---

# Dataset Card for Quotations from Vietnamese news

$total quotations of $articles articles: who said what, in which role and when.

## Dataset Details

### Dataset Description

Each row is one act of saying, writing or stating an opinion that a news article reports: the words, their type (direct,
indirect, mixed), who is named as saying them and who that is, in which role, when, and where all of that stands.

- **Curated by:** whoever ran `quotes` $version on the articles; add your name
- **Language(s) (NLP):** Vietnamese
- **License:** see [Licence](#licence)

## Uses

```python
from datasets import load_dataset

quotations = load_dataset("path/to/this/folder", split="train")
```

### Direct Use

Search and statistics of who is quoted on what; distant supervision for models of quotation extraction and attribution;
material for people to correct.

### Out-of-Scope Use

A row is what an article reports, not proof that somebody said it: do not cite a person from here without the article.
It is no gold standard, and profiles of private persons are not to be made from it.

## Dataset Structure

One row a quotation, in the order of the articles. Splits are by article: an article is in one of them with all of its
quotations, chosen by a hash of `doc_id`, so that it stays there when the collection grows.

| split | quotations |
| --- | ---: |
$splits

| field | type | meaning |
| --- | --- | --- |
$fields

Offsets count Unicode code points of the article's text as it was given, half open: `text[start:end]`.

### Numbers

| | |
| --- | ---: |
$numbers

| type | quotations |
| --- | ---: |
$by_type

| kind of speaker | quotations |
| --- | ---: |
$by_kind

## Dataset Creation

### Curation Rationale

Who is quoted, on what and how is asked of news again and again; for Vietnamese there was no dataset that says it with
places in the text.

### Source Data

News articles, taken as they were given. What could not be read is counted above as rejected, and nothing else was left
out. The source data producers are the newspapers' journalists and those whom they quote.

### Annotations

By `quotes` $version, a rule-based extractor: no model was trained and none was asked. Each record names the rule that
found the quotation (`rule`) and the one that found its speaker (`speaker_rule`); `confidence` is that rule's measured
precision. The records follow version $schema_version of their JSON Schema. Nobody has corrected them by hand.

### Personal and Sensitive Information

Names, offices and words of persons, as newspapers published them; some are private persons, and some of what is quoted
is an accusation. Nothing was made anonymous.

## Bias, Risks, and Limitations

A speaker, role or date is what the article says, not what is true. A quotation without a speaker is one whose source
the rules could not resolve. News quotes men, officials and institutions more often than others; so does
this dataset. Rules find some ways of quoting better than others: what groups say is missed most, roles are the weakest
field.

### Recommendations

Set a threshold on `confidence`, and read a sample before you count.

## Licence

The annotations (spans, speakers, roles, dates) are under Apache-2.0. The words that are quoted and the
sentences around them belong to the articles' publishers; see to it that you may use them.

## Citation

**BibTeX:**

```bibtex
$bibtex
```
""")


def card(stats: Mapping[str, Any], splits: Mapping[str, int]) -> str:
    """The card for an output with these statistics, and this many rows in each split."""
    articles, quotations = stats["articles"], stats["quotations"]
    total = quotations["total"]
    numbers = {
        "articles read": articles["read"],
        "articles extracted": articles["extracted"],
        "articles with quotations": articles["with_quotations"],
        "rejected": articles["rejected"],
        "quotations": total,
        "of officials": quotations["official"],
        "without a speaker": quotations["without_speaker"],
    }
    return _CARD.substitute(
        size=next((name for name, most in _SIZES if total < most), "n>10M"),
        data="\n".join(f"  - split: {split}\n    path: {parquet_file(split)}" for split in splits),
        splits=_rows(splits),
        bibtex=CITATION,
        total=f"{total:,}",
        articles=f"{articles['extracted']:,}",
        version=__version__,
        schema_version=stats["versions"]["schema"],
        fields="\n".join(_field(name, spec) for name, spec in schema()["properties"].items()),
        numbers=_rows(numbers),
        by_type=_rows(quotations["by_type"]),
        by_kind=_rows(quotations["by_kind"]),
    )


def _rows(counts: Mapping[str, int]) -> str:
    return "\n".join(f"| {name} | {n:,} |" for name, n in counts.items()) or "| – | 0 |"


def _field(name: str, spec: Mapping[str, Any]) -> str:
    return f"| `{name}` | {_type(spec)} | {spec['description'].replace('|', '&#124;')} |"


def _type(spec: Mapping[str, Any]) -> str:
    """The type of a field in words: ``string or null``, ``list of spans``, ``one of a, b``."""
    if "enum" in spec:
        return "one of " + ", ".join(f"`{value}`" for value in spec["enum"])
    if "const" in spec:
        return f"`{spec['const']}`"
    if "anyOf" in spec:
        return " or ".join(dict.fromkeys(_type(option) for option in spec["anyOf"]))
    if "$ref" in spec:
        return "{start, end}"
    if spec["type"] == "array":
        return f"list of {_type(spec['items'])}"
    return spec["type"] if isinstance(spec["type"], str) else " or ".join(spec["type"])
