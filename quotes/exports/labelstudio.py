"""Label Studio: tasks with our records as predictions, the labelling interface, and corrected annotations as gold.

A quotation is a region labelled with its type; further pieces hang on it by the relation ``continues``, its cue and
source by ``cue`` and ``source``; speaker, role, date and the rest are answers that belong to its region.
Label Studio counts code points, as Python does.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from quotes.exports import Annotated
from quotes.model import Span, ValidationError
from quotes.records import Record

TYPES = ("direct", "indirect", "mixed")
WRITTEN = ("speaker", "role", "via", "date")
CHOSEN: dict[str, tuple[str, ...]] = {
    "kind": ("person", "group", "organization", "country", "media", "unknown"),
    "official": ("yes", "no"),
    "date_basis": ("explicit", "context", "document", "none"),
    "optional": ("yes",),
}


def interface() -> str:
    """The labelling interface, to be pasted into a project's settings."""
    colours = zip((*TYPES, "cue", "source"), ("#2f6fb3", "#3d8f5f", "#7a5bb5", "#c77b1e", "#b0413e"), strict=True)
    labels = "\n".join(f'    <Label value="{label}" background="{colour}"/>' for label, colour in colours)
    written = "\n".join(_control("TextArea", name, 'maxSubmissions="1"') for name in WRITTEN)
    chosen = "\n".join(
        _control("Choices", name, 'choice="single" showInline="true"', values) for name, values in CHOSEN.items()
    )
    return f"""<View>
  <Relations><Relation value="cue"/><Relation value="source"/><Relation value="continues"/></Relations>
  <Labels name="label" toName="text">
{labels}
  </Labels>
  <Text name="text" value="$text" granularity="word"/>
{written}
{chosen}
</View>
"""


def _control(tag: str, name: str, option: str, values: Iterable[str] = ()) -> str:
    """A question about a region that is a quotation."""
    when = f'perRegion="true" whenTagName="label" whenLabelValue="{",".join(TYPES)}"'
    inside = "".join(f'<Choice value="{value}"/>' for value in values)
    return f'  <Header value="{name}"/><{tag} name="{name}" toName="text" {option} {when}>{inside}</{tag}>'


def write(articles: Iterable[Annotated]) -> Iterator[tuple[str, bytes]]:
    """``interface.xml`` and ``tasks.json``."""
    yield "interface.xml", interface().encode()
    tasks = [
        {
            "data": {"text": article.text, "doc_id": article.doc_id},
            "predictions": [{"model_version": "quotes", "result": _result(article)}],
        }
        for article in articles
    ]
    yield "tasks.json", (json.dumps(tasks, ensure_ascii=False, indent=1) + "\n").encode()


def _result(article: Annotated) -> list[dict[str, Any]]:
    regions: dict[str, dict[str, Any]] = {}
    rest: list[dict[str, Any]] = []

    def region(span: Mapping[str, int], label: str) -> str:
        name = f"{label}-{span['start']}-{span['end']}"
        value = {**span, "text": article.text[span["start"] : span["end"]], "labels": [label]}
        regions.setdefault(name, {"id": name, **_to("label", "labels"), "value": value})
        return name

    for record in article.records:
        first, *more = (region(span, record["quote_type"]) for span in record["quote_spans"])
        linked = [("continues", name) for name in more]
        linked += [(part, region(record[f"{part}_span"], part)) for part in ("cue", "source") if record[f"{part}_span"]]
        rest += [
            {"type": "relation", "from_id": first, "to_id": name, "direction": "right", "labels": [label]}
            for label, name in linked
        ]
        rest += [{"id": first, **answer} for answer in _answers(record)]
    return [*regions.values(), *rest]


def _to(control: str, type_: str) -> dict[str, str]:
    return {"from_name": control, "to_name": "text", "type": type_}


def _answers(record: Record) -> Iterator[dict[str, Any]]:
    span = record["quote_spans"][0]
    for name in WRITTEN:
        if record[name] is not None:
            yield {**_to(name, "textarea"), "value": {**span, "text": [record[name]]}}
    chosen = {"kind": record["speaker_kind"], "official": "yes" if record["official"] else "no"}
    for name, value in {**chosen, "date_basis": record["date_basis"]}.items():
        yield {**_to(name, "choices"), "value": {**span, "choices": [value]}}


def read_gold(tasks: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The lines of a gold file from tasks as Label Studio exports them (JSON, not JSON-MIN).

    Of a task the last annotation that was not cancelled counts; tasks without one are left out. A speaker that is not
    filled in is the source's words. Raises ``ValidationError`` where a region's words are not in the text.
    """
    for task in tasks:
        done = [a for a in task.get("annotations", ()) if not a.get("was_cancelled")]
        if done:
            text = task["data"]["text"]
            relations = _relations(done[-1]["result"], text, f"task {task.get('id', '?')}")
            digest = hashlib.sha256(text.encode()).hexdigest()
            yield {"doc_id": task["data"]["doc_id"], "sha256": digest, "relations": list(relations)}


def _relations(result: list[dict[str, Any]], text: str, where: str) -> Iterator[dict[str, Any]]:
    spans, labels = {}, {}
    for item in result:
        if item["type"] == "labels":
            spans[item["id"]] = _place(item["value"], text, f"{where}, region {item['id']}")
            labels[item["id"]] = item["value"]["labels"][0]
    links: dict[tuple[str, str], list[str]] = {}
    for item in result:
        if item["type"] == "relation":
            # An arrow may be drawn either way and left without its name: what it joins tells.
            one, other = item["from_id"], item["to_id"]
            if item.get("direction") == "left" or labels[one] in ("cue", "source"):
                one, other = other, one
            kind = labels[other] if labels[other] in ("cue", "source") else "continues"
            links.setdefault((one, kind), []).append(other)
    pieces = {name for (_, kind), names in links.items() if kind == "continues" for name in names}
    for name in sorted((n for n, label in labels.items() if label in TYPES and n not in pieces), key=spans.__getitem__):
        answers = {i["from_name"]: _answer(i["value"]) for i in result if i.get("id") == name and i["type"] != "labels"}
        parts = {kind: sorted(spans[n] for n in links.get((name, kind), ())) for kind in ("continues", "cue", "source")}
        source = parts["source"][0] if parts["source"] else None
        yield {
            "content": sorted([spans[name], *parts["continues"]]),
            "cue": parts["cue"],
            "source": source,
            "type": labels[name],
            "speaker": answers.get("speaker") or (text[source.start : source.end] if source else None),
            "aliases": [],
            "role": answers.get("role"),
            "kind": answers.get("kind", "unknown"),
            "official": answers.get("official") == "yes",
            "date": answers.get("date"),
            "date_basis": answers.get("date_basis", "explicit" if answers.get("date") else "none"),
            "via": answers.get("via"),
            "optional": answers.get("optional") == "yes",
        }


def _answer(value: Mapping[str, Any]) -> str | None:
    given = value.get("choices") or value.get("text") or [None]
    answer = given if isinstance(given, str) else given[0]
    return answer.strip() or None if answer else None


def _place(value: Mapping[str, Any], text: str, where: str) -> Span:
    """A region's span; old versions counted other units after an emoji, so that the words decide."""
    span, words = Span(int(value["start"]), int(value["end"])), value.get("text")
    if words is None or text[span.start : span.end] == words:
        return span
    places = [i for i in range(len(text)) if text.startswith(words, i)] if words else []
    if not places:
        raise ValidationError(f"{where}: its words {words!r} are not in the text; was the text changed?")
    start = min(places, key=lambda i: abs(i - span.start))
    return Span(start, start + len(words))
