"""Croissant metadata, ``hub/croissant.json``: the dataset told to machines (http://mlcommons.org/croissant/1.0).

The fields are the record schema's, so that there is one place where a field is described.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from quotes import __version__
from quotes.dataset.card import CITATION
from quotes.dataset.formats import PARQUET
from quotes.records import schema

FILE = "data"
_CR = ("citeAs", "column", "conformsTo", "extract", "field", "fileProperty", "fileObject", "fileSet", "format",
       "includes", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex",
       "repeated", "replace", "samplingRate", "separator", "source", "subField", "transform")  # fmt: skip
_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    **{name: f"cr:{name}" for name in _CR},
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "sc": "https://schema.org/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
}
_TYPES = {"string": "sc:Text", "boolean": "sc:Boolean", "number": "sc:Float", "integer": "sc:Integer"}


def croissant(stats: Mapping[str, Any], hub: Path) -> str:
    """The metadata of a Hub folder whose Parquet files are written."""
    total, articles = stats["quotations"]["total"], stats["articles"]["extracted"]
    files = _files(hub)
    metadata = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": "quotations-from-vietnamese-news",
        "description": f"{total:,} quotations of {articles:,} articles: who said what, in which role and when.",
        "inLanguage": "vi",
        "license": "Annotations: Apache-2.0. The words quoted belong to the articles' publishers.",
        "citeAs": CITATION,
        "version": __version__,
        "keywords": ["quotation extraction", "quote attribution", "news", "Vietnamese"],
        "distribution": [files],
        "recordSet": [
            {
                "@type": "cr:RecordSet",
                "@id": "quotations",
                "name": "quotations",
                "description": "One record for each quotation.",
                "key": {"@id": "quotations/id"},
                "field": list(_fields("fileSet" if "includes" in files else "fileObject")),
            }
        ],
    }
    return json.dumps(metadata, ensure_ascii=False, indent=2) + "\n"


def _files(hub: Path) -> dict[str, Any]:
    """The one file, or all splits together as a set of files."""
    about = {"@id": FILE, "name": FILE, "encodingFormat": "application/x-parquet"}
    parquet = sorted(hub.glob("data/*.parquet"))
    if len(parquet) > 1:
        return {"@type": "cr:FileSet", **about, "includes": "data/*.parquet"}
    with parquet[0].open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    size = f"{parquet[0].stat().st_size} B"
    return {"@type": "cr:FileObject", **about, "contentUrl": PARQUET, "contentSize": size, "sha256": digest}


def _fields(kind: str) -> Iterator[dict[str, Any]]:
    for name, spec in schema()["properties"].items():
        field = {
            "@type": "cr:Field",
            "@id": f"quotations/{name}",
            "name": name,
            "description": spec["description"],
        }
        source = {kind: {"@id": FILE}, "extract": {"column": name}}
        if "span" not in name:
            yield {**field, "dataType": _data_type(spec), "source": source}
            continue
        many = "[*]." if name.endswith("spans") else ""
        yield {
            **field,
            "subField": [
                {
                    "@type": "cr:Field",
                    "@id": f"quotations/{name}/{edge}",
                    "name": edge,
                    "dataType": "sc:Integer",
                    **({"repeated": True} if many else {}),
                    "source": {**source, "transform": {"jsonPath": many + edge}},
                }
                for edge in ("start", "end")
            ],
        }


def _data_type(spec: Mapping[str, Any]) -> str:
    type_ = spec.get("type", "string")
    names = [name for name in ([type_] if isinstance(type_, str) else type_) if name != "null"]
    return _TYPES[names[0]]
