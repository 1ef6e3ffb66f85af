"""Every format, written and read back: by the tool's own library where it has one, by its published rules where not."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from factories import DOC_ID, TEXT, jsonl, records

from quotes.cli import main
from quotes.evaluate.gold import gold_article
from quotes.exports import FORMATS, export
from quotes.exports.labelstudio import interface, read_gold
from quotes.highlight import parts
from quotes.model import InputError, ValidationError
from quotes.records import FIELDS

# What trips offsets: characters beyond the basic plane, both kinds of line end, decomposed letters, odd blanks.
ODD = "😀 Tin\r\nnóng\u00a0hôm nay\n"
ODD_TEXT = ODD + TEXT


def shifted() -> list[dict[str, Any]]:
    """The records of ``factories``, in a text with ``ODD`` before it; one has a piece over a line's end."""
    rows = records()
    for row in rows:
        for name in ("cue_span", "source_span"):
            row[name] = row[name] and {key: value + len(ODD) for key, value in row[name].items()}
        row["quote_spans"] = [{key: value + len(ODD) for key, value in span.items()} for span in row["quote_spans"]]
    over = {"start": 2, "end": ODD.index(" nay")}
    words = {"quote": ODD_TEXT[over["start"] : over["end"]], "quote_spans": [over], "quote_type": "indirect"}
    alone = {"cue": None, "cue_span": None, "source": None, "source_span": None, "speaker": None, "role": None}
    return [rows[0] | words | alone | {"id": "over", "date": None, "date_basis": "none", "official": False}, *rows]


def made(name: str) -> dict[str, bytes]:
    return dict(export(name, shifted(), {DOC_ID: ODD_TEXT, "không lời": "Không ai nói gì.\n"}))


def spans_of(part: str) -> set[tuple[int, int]]:
    return {tuple(span) for row in shifted() for p, span in parts(row) if p == part}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_by_command(tmp_path: Path, name: str) -> None:
    if name == "spacy":
        pytest.importorskip("spacy", reason="the extra quotes[spacy] is not installed")
    (tmp_path / "quotes.jsonl").write_bytes(jsonl(records()))
    (tmp_path / f"{DOC_ID}.txt").write_bytes(TEXT.encode())
    target = tmp_path / "out" / FORMATS[name].output
    arguments = ["export", name, str(tmp_path), "--texts", str(tmp_path / f"{DOC_ID}.txt"), "-o", str(target)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    files = sorted(target.iterdir()) if FORMATS[name].folder else [target]
    assert all(file.stat().st_size for file in files)
    first = [file.read_bytes() for file in files]
    CliRunner().invoke(main, arguments)
    assert [file.read_bytes() for file in files] == first


@pytest.mark.parametrize("name", [name for name, entry in FORMATS.items() if entry.texts])
def test_a_missing_text_is_named(name: str) -> None:
    with pytest.raises(InputError, match="--texts"):
        list(export(name, records()))
    with pytest.raises(InputError, match=DOC_ID):
        list(export(name, records(), {"other": ""}))


def test_csv() -> None:
    text = made("csv")["quotes.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert list(rows[0]) == list(FIELDS)
    assert [row["quote"] for row in rows] == [row["quote"] for row in shifted()]
    first, second = shifted()[3]["quote_spans"]
    assert rows[3]["quote_spans"] == f"{first['start']}-{first['end']} {second['start']}-{second['end']}"


def test_parquet() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(io.BytesIO(made("parquet")["quotes.parquet"]))
    assert table.to_pylist() == shifted()
    assert parquet.read_table(io.BytesIO(dict(export("parquet", []))["quotes.parquet"])).num_rows == 0


@pytest.mark.parametrize("name", ["conll", "conll-words"])
def test_conll(name: str) -> None:
    found: dict[str, list[tuple[int, int]]] = {"content": [], "cue": [], "source": []}
    tokens = 0
    for sentence in made(name)["quotes.conll"].decode().split("\n\n"):
        last = dict.fromkeys(found, "O")
        for line in sentence.splitlines():
            if line.startswith("#") and "\t" not in line:
                continue
            _, word, start, end, *tags = line.split("\t")
            tokens += 1
            for part, tag in zip(found, tags, strict=True):
                assert tag in ("O", f"B-{part}", f"I-{part}")
                if tag.startswith("B"):
                    found[part].append((int(start), int(end)))
                elif tag.startswith("I"):
                    assert last[part] != "O", "an inside follows a begin or an inside"
                    found[part][-1] = (found[part][-1][0], int(end))
                last[part] = tag
            there = "_".join(ODD_TEXT[int(start) : int(end)].split())
            assert "😀" in word or word == there or "ai" in sentence
    assert tokens > 50
    assert set(found["cue"]) == spans_of("cue")
    assert set(found["source"]) == spans_of("source")
    # One that runs over a line's end is cut there, as every sentence begins anew.
    over = shifted()[0]["quote_spans"][0]
    assert {s for s in found["content"] if s[0] > over["end"]} == spans_of("content") - {(over["start"], over["end"])}
    assert min(found["content"])[0] == over["start"]


def test_conll_words_are_whole_and_cut_at_borders() -> None:
    text = "Ông An khẳng định học sinh nghỉ học."
    said = records()[0] | {"quote": "sinh nghỉ học", "quote_spans": [{"start": 22, "end": 35}], "doc_id": "a"}
    said |= {"cue": "khẳng định", "cue_span": {"start": 7, "end": 17}, "source": "Ông An"}
    said |= {"source_span": {"start": 0, "end": 6}}
    [(_, data)] = export("conll-words", [said], {"a": text})
    rows = [line.split("\t")[1:] for line in data.decode().splitlines() if "\t" in line]
    words = {word: tags for word, _, _, *tags in rows}
    assert words["khẳng_định"] == ["O", "B-cue", "O"]
    assert words["học"][0] != "B-content", "a word of two syllables is cut where the content begins inside it"
    assert words["sinh"][0] == "B-content"


def test_conll_is_read_by_a_library_for_it() -> None:
    conllu = pytest.importorskip("conllu", reason="conllu is not installed")
    text = "# Tin nóng\n#Chợ đông.\n" + TEXT
    [(_, data)] = export("conll", [], {"#1": text, "b": "Trời đẹp."})
    first, *others = sentences = conllu.parse(data.decode())
    assert first.metadata["doc_id"] == "#1"
    assert others[-1].metadata["doc_id"] == "b"
    tokens = [token for sentence in sentences[:-1] for token in sentence]
    assert [t["form"] for t in tokens] == [text[int(t["quotes:start"]) : int(t["quotes:end"])] for t in tokens]
    assert "".join(t["form"] for t in tokens) == "".join(text.split()), "a # that begins a line is a token, no comment"
    assert all([t["id"] for t in s] == list(range(1, len(s) + 1)) for s in sentences)
    assert {t["quotes:content"] for t in tokens} == {"O"}


def test_underthesea_leaves_the_logging_of_others_alone() -> None:
    code = """
import logging
class Careless(logging.StreamHandler):
    def close(self): self.stream.close()
kept = Careless(open("/dev/null", "w"))
from quotes.segmenter import Segmenter
Segmenter()
assert not kept.stream.closed
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_conll_says_what_it_left_out() -> None:
    inner = records()[0] | {"id": "inner"}
    inner["quote_spans"] = [{**inner["quote_spans"][0], "start": inner["quote_spans"][0]["start"] + 4}]
    inner |= {"quote": inner["quote"][4:], "cue": None, "cue_span": None, "source": None, "source_span": None}
    [(_, data)] = export("conll", [*records(), inner], {DOC_ID: TEXT})
    assert "# left out, inside another: content of inner\n" in data.decode()


def brat_lines(data: bytes) -> Iterator[tuple[str, str, str]]:
    """Id, what stands in the file's second column, and the rest, as ``Annotations`` of brat's server reads them."""
    seen = set()
    for line in data.decode().splitlines():
        name, rest = line.split("\t", 1)
        assert re.fullmatch(r"[TRA#][0-9]+", name)
        assert name not in seen
        seen.add(name)
        head, _, tail = rest.partition("\t")
        yield name, head, tail


def brat_fragments(text: str, where: str, words: str) -> list[tuple[int, int]]:
    """The fragments of an annotation, by the rules of ``TextAnnotations`` of brat's server."""
    fragments = [(int(a), int(b)) for a, b in (pair.split(" ") for pair in where.split(";"))]
    assert all(0 <= a < b <= len(text) for a, b in fragments)
    assert all(b < c for (_, b), (c, _) in pairwise(fragments)), "it takes fragments that touch for overlapping ones"
    assert words == " ".join(text[a:b] for a, b in fragments)
    return fragments


def test_brat_by_the_rules_of_its_parser() -> None:
    files = made("brat")
    text = files[f"{DOC_ID}.txt"].decode()
    assert text == ODD_TEXT
    spans: dict[str, tuple[str, list[tuple[int, int]]]] = {}
    relations, attributes, notes = [], [], {}
    for name, head, words in brat_lines(files[f"{DOC_ID}.ann"]):
        if name.startswith("T"):
            type_, where = head.split(" ", 1)
            spans[name] = (type_, brat_fragments(text, where, words))
        elif name.startswith("R"):
            relations.append(re.fullmatch(r"(cued_by|said_by) Arg1:(T[0-9]+) Arg2:(T[0-9]+)", head).groups())  # type: ignore[union-attr]
        elif name.startswith("A"):
            attributes.append(head.split(" "))
        else:
            notes[head.split(" ")[1]] = json.loads(words)
    assert all(spans[a][0] == "content" and spans[b][0] != "content" for _, a, b in relations)
    assert {spans[target][0] for _, target, *_ in attributes} == {"content"}
    for name, note in notes.items():
        [row] = [row for row in shifted() if row["id"] == note["id"]]
        mine = {kind: spans[b][1] for kind, a, b in relations if a == name}
        if row["id"] != "over":
            assert spans[name][1] == [(s["start"], s["end"]) for s in row["quote_spans"]]
            assert mine == {
                "cued_by": [(row["cue_span"]["start"], row["cue_span"]["end"])],
                "said_by": [(row["source_span"]["start"], row["source_span"]["end"])],
            }
        assert ["Type", name, row["quote_type"]] in attributes
    assert len(notes) == 4


@pytest.mark.parametrize("end", ["\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029", "\v", "\f", "\r\n", "\n \n", "\r"])
def test_brat_lines_end_where_its_server_cuts_them(end: str) -> None:
    text = f"Mở đầu{end}giữa{end}{end}\tkết thúc"
    whole = records()[0] | {"id": f"a{end}b", "quote": text, "quote_spans": [{"start": 0, "end": len(text)}]}
    whole |= dict.fromkeys(("cue", "cue_span", "source", "source_span"))
    files = dict(export("brat", [whole], {DOC_ID: text}))
    [(_, head, words), *rest] = brat_lines(files[f"{DOC_ID}.ann"])
    assert [text[a:b] for a, b in brat_fragments(text, head.split(" ", 1)[1], words)] == ["Mở đầu", "giữa", "kết thúc"]
    assert [name for name, *_ in rest] == ["A1", *["A2"] * whole["official"], "#1"]
    assert json.loads(rest[-1][2])["id"] == whole["id"]


def test_brat_configuration_names_what_is_used() -> None:
    files = made("brat")
    used = {line.split("\t")[1].split(" ")[0] for line in files[f"{DOC_ID}.ann"].decode().splitlines()}
    configuration = files["annotation.conf"].decode()
    assert used - {"AnnotatorNotes"} <= set(re.findall(r"^\w+", configuration, re.MULTILINE))
    # Without this line brat marks every quotation within another as an error.
    assert "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n" in configuration.partition("[events]")[0]


@pytest.mark.parametrize(
    "doc_id",
    ["../../etc/passwd", ".hidden", "hidden_a", "a.ann", "bài.co", "a/b", "a_b", "CON", "dài" * 100, "a\x00b", ""],
)
def test_brat_file_names_stay_in_their_folder(doc_id: str) -> None:
    names = [name for name, _ in export("brat", [], {doc_id: "x", "a_b ": "y"})]
    assert len(set(names)) == len(names)
    # A full stop more, and brat's server takes what follows for a kind of file; `hidden_` it does not show.
    assert all(re.fullmatch(r"(?!hidden_)[\w-]{1,120}[.](conf|txt|ann)", name) for name in names)


def test_web_annotation() -> None:
    page = json.loads(made("webannotation")["quotes.jsonld"])
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    found: dict[str, set[tuple[int, int]]] = {"content": set(), "cue": set(), "source": set()}
    names = [item["id"] for item in page["items"]]
    assert len(set(names)) == len(names)
    for item in page["items"]:
        assert item["type"] == "Annotation"
        tag = next((b["value"] for b in item["body"] if b.get("purpose") == "tagging"), "content")
        for target in item["target"]:
            position, words = target["selector"]
            found[tag].add((position["start"], position["end"]))
            assert words["exact"] == ODD_TEXT[position["start"] : position["end"]]
            assert (words["prefix"] + words["exact"] + words["suffix"]) in ODD_TEXT
    assert found == {part: spans_of(part) for part in found}


def test_spacy() -> None:
    spacy = pytest.importorskip("spacy", reason="the extra quotes[spacy] is not installed")
    from spacy.tokens import DocBin

    docs = list(DocBin().from_bytes(made("spacy")["quotes.spacy"]).get_docs(spacy.blank("xx").vocab))
    assert [doc.text for doc in docs] == [ODD_TEXT, "Không ai nói gì.\n"]
    assert json.loads(docs[0].user_data["records"]) == shifted()
    for part in ("cue", "source"):
        assert {(s.start_char, s.end_char) for s in docs[0].spans[part]} == spans_of(part)
    said = {s.id_: s.text for s in docs[0].spans["content"] if s.id_ != "over"}
    assert said == {row["id"]: row["quote"].split(" … ")[-1] for row in shifted()[1:]}
    assert docs[1].spans["content"] is not None


# ---- Label Studio ----


def tasks() -> Any:
    return json.loads(made("labelstudio")["tasks.json"])


def corrected() -> Any:
    """Tasks as Label Studio exports them after someone accepted every prediction."""
    done = tasks()
    for number, task in enumerate(done, 1):
        task |= {"id": number, "annotations": [{"id": number, "result": task.pop("predictions")[0]["result"]}]}
    return done


def test_label_studio_takes_the_interface_and_the_tasks() -> None:
    sdk = pytest.importorskip("label_studio_sdk.label_interface", reason="label-studio-sdk is not installed")
    labels = sdk.LabelInterface(interface())
    labels.validate()
    for task in tasks():
        assert labels.validate_task({"data": task["data"]})
        for prediction in task["predictions"]:
            assert labels.validate_prediction(prediction, return_errors=True) == []
    broken = tasks()[0]["predictions"][0]
    broken["result"][0]["value"]["labels"] = ["no such label"]
    assert labels.validate_prediction(broken, return_errors=True) != []


def test_label_studio_converts_the_annotations(tmp_path: Path) -> None:
    converter = pytest.importorskip("label_studio_sdk.converter", reason="label-studio-sdk is not installed")
    (tmp_path / "tasks.json").write_text(json.dumps(corrected()), encoding="utf-8")
    converter.Converter(interface(), str(tmp_path)).convert_to_conll2003(
        str(tmp_path / "tasks.json"), str(tmp_path / "out"), is_dir=False
    )
    tags = (tmp_path / "out" / "result.conll").read_text(encoding="utf-8")
    assert "B-direct" in tags
    assert "B-source" in tags


def test_label_studio_and_back_to_gold() -> None:
    article, empty = read_gold(corrected())
    assert gold_article(article).doc_id == DOC_ID
    assert empty["relations"] == []
    for row, relation in zip(shifted(), article["relations"], strict=True):
        assert [list(s) for s in relation["content"]] == [[s["start"], s["end"]] for s in row["quote_spans"]]
        assert [list(s) for s in relation["cue"]] == [list(s) for part, s in parts(row) if part == "cue"]
        assert relation["type"] == row["quote_type"]
        for mine, theirs in (
            ("kind", "speaker_kind"),
            *((n, n) for n in ("speaker", "role", "date", "date_basis", "official")),
        ):
            assert relation[mine] == row[theirs]


def test_corrections_arrive() -> None:
    task = corrected()[0]
    result = task["annotations"][0]["result"]
    [speaker] = [
        r
        for r in result
        if r["from_name" if "from_name" in r else "type"] == "speaker" and r["value"]["text"] == ["Trần Văn Bình"]
    ]
    speaker["value"]["text"] = "Trần Văn Bính "
    for relation in result:
        if relation["type"] == "relation" and relation["labels"] == ["cue"]:  # an arrow drawn the other way, unnamed
            relation |= {"from_id": relation["to_id"], "to_id": relation["from_id"], "labels": []}
    task["annotations"].append({"id": 9, "was_cancelled": True, "result": []})
    [article] = read_gold([task])
    assert [r["speaker"] for r in article["relations"]] == [None, "Trần Văn Bính", "Lê Thị Hoa", "Lê Thị Hoa"]
    assert all(r["cue"] for r in article["relations"][1:])


def test_words_decide_where_offsets_are_off() -> None:
    task = corrected()[0]
    for item in task["annotations"][0]["result"]:
        if item["type"] == "labels":
            item["value"]["start"] += 1
            item["value"]["end"] += 1
    [article] = read_gold([task])
    assert [list(s) for s in article["relations"][1]["content"]] == [list(shifted()[1]["quote_spans"][0].values())]
    task["data"]["text"] = "Một bài khác"
    with pytest.raises(ValidationError, match="task 1"):
        list(read_gold([task]))


def test_import_command(tmp_path: Path) -> None:
    (tmp_path / "project.json").write_text(json.dumps(corrected()), encoding="utf-8")
    gold = tmp_path / "gold.jsonl"
    result = CliRunner().invoke(main, ["import", "labelstudio", str(tmp_path / "project.json"), "-o", str(gold)])
    assert result.exit_code == 0, result.output
    assert len(gold.read_text(encoding="utf-8").splitlines()) == 2
    for content, complaint in (("{", "not JSON"), ('[{"text": 1}]', "JSON-MIN")):
        (tmp_path / "bad.json").write_text(content, encoding="utf-8")
        result = CliRunner().invoke(main, ["import", "labelstudio", str(tmp_path / "bad.json"), "-o", str(gold)])
        assert result.exit_code == 2
        assert complaint in result.output


# The terms that we use of the context which the page names; a test asks no network for it.
OA, AS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
CONTEXT = {
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "items": {"@type": "@id", "@id": f"{AS}items", "@container": "@list"},
    "body": {"@type": "@id", "@id": f"{OA}hasBody"},
    "target": {"@type": "@id", "@id": f"{OA}hasTarget"},
    "source": {"@type": "@id", "@id": f"{OA}hasSource"},
    "selector": {"@type": "@id", "@id": f"{OA}hasSelector"},
    "motivation": {"@type": "@vocab", "@id": f"{OA}motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": f"{OA}hasPurpose"},
    "value": f"{RDF}value",
    **{name: f"{OA}{name}" for name in ("Annotation", "TextualBody", "TextQuoteSelector", "TextPositionSelector")},
    **{name: f"{OA}{name}" for name in ("identifying", "classifying", "linking", "tagging")},
    **{name: f"{OA}{name}" for name in ("start", "end", "exact", "prefix", "suffix")},
}


def test_web_annotation_is_linked_data() -> None:
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed")
    page = json.loads(made("webannotation")["quotes.jsonld"]) | {"@context": CONTEXT}
    graph = rdflib.Graph().parse(data=json.dumps(page), format="json-ld")
    found = graph.query(
        """PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        SELECT ?speaker ?start ?exact WHERE {
          ?annotation a oa:Annotation; oa:motivatedBy oa:identifying; oa:hasBody ?body; oa:hasTarget ?target.
          ?body a oa:TextualBody; oa:hasPurpose oa:identifying; rdf:value ?speaker.
          ?target oa:hasSelector [a oa:TextPositionSelector; oa:start ?start], [a oa:TextQuoteSelector; oa:exact ?exact]
        }"""
    )
    said = {(str(row.speaker), int(row.start), str(row.exact)) for row in found}
    assert said == {
        (row["speaker"], span["start"], ODD_TEXT[span["start"] : span["end"]])
        for row in shifted()
        if row["speaker"]
        for span in row["quote_spans"]
    }
