"""Records: the fields' order, the way back, and two validators that must agree."""

from __future__ import annotations

import copy
import json
import math

import jsonschema_rs
import pytest
from factories import TEXT, records
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from quotes.model import Quotation, ValidationError
from quotes.records import FIELDS, from_record, problems, schema, schema_text, to_line, to_record


def test_fields_follow_the_schema() -> None:
    assert tuple(schema()["properties"]) == FIELDS == tuple(schema()["required"])


def test_every_field_of_a_quotation_is_in_its_record() -> None:
    assert set(FIELDS) == set(Quotation.__dataclass_fields__) | {"schema_version"}


def test_schema_is_valid_and_described() -> None:
    Draft202012Validator.check_schema(schema())
    named = schema()["properties"] | schema()["$defs"]["span"]["properties"]
    assert [name for name, field in named.items() if not (field.get("description") and field.get("examples"))] == []


def test_examples_in_the_schema_are_valid() -> None:
    for name, field in schema()["properties"].items():
        rule = Draft202012Validator({"$defs": schema()["$defs"], **field})
        for example in field["examples"]:
            assert rule.is_valid(example), (name, example)


def test_patterns_mean_the_same_everywhere() -> None:
    # Some engines read \d as any digit of Unicode, and let $ match before a newline.
    patterns = [p["pattern"] for p in schema()["properties"]["date"]["anyOf"] if "pattern" in p]
    assert len(patterns) == schema_text().count('"pattern"')
    assert not [p for p in patterns if "\\" in p or "$" in p]


@pytest.mark.parametrize("record", records())
def test_there_and_back(record: dict[str, object]) -> None:
    assert problems(record, TEXT) == []
    assert to_record(from_record(record)) == record
    assert list(json.loads(to_line(to_record(from_record(record))))) == list(FIELDS)


def test_a_line_keeps_vietnamese_letters_and_is_one_line() -> None:
    line = to_line(records()[0] | {"context": "một\nhai\u2028ba"})
    assert "Cầu sẽ xong" in line
    assert line.count("\n") == 1
    assert line.endswith("\n")


def test_a_line_never_holds_nan() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_line(records()[0] | {"confidence": math.nan})


def test_no_quotation_from_a_broken_record() -> None:
    with pytest.raises(ValidationError, match="quote_type: expected one of direct, indirect, mixed"):
        from_record(records()[0] | {"quote_type": "spoken"})


@pytest.mark.parametrize("day", ["2022", "2022-01", "2022-01-31", "XXXX-02-29", "2024-02-29", "0001-01-01"])
def test_days_that_exist(day: str) -> None:
    assert problems(records()[0] | {"date": day}) == []


@pytest.mark.parametrize(
    "day",
    [
        *("2022-02-30", "2023-02-29", "XXXX-02-30", "2022-13", "2022-00", "22-01-01", "2022-1-1", "XXXX", "XXXX-01"),
        *("0000", "2022-01-01\n", "2022\n", "２０２２", "2022/01/01", "2022-01-01T00:00:00", "", "hôm qua"),
        *(2022, ["2022"]),
    ],
)
def test_days_that_do_not(day: object) -> None:
    assert [field for field, _ in problems(records()[0] | {"date": day})] == ["date"]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 2**70) | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["", "direct", "none", "person", "1.0", "2022-01-12", "XXXX-01-12", "2022-01-12\n", "٢٠٢٢"])
    | st.text("aư0-٢\n", max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["start", "end", "x"]), inner, max_size=3),
    max_leaves=4,
)  # fmt: skip


@given(st.sampled_from(records()), st.dictionaries(st.sampled_from([*FIELDS, "extra"]), json_values, max_size=3))
def test_the_fast_validator_agrees_with_the_reference(record: dict[str, object], changes: dict[str, object]) -> None:
    changed = copy.deepcopy(record) | changes
    fast, reference = jsonschema_rs.Draft202012Validator(schema()), Draft202012Validator(schema())
    assert fast.is_valid(changed) == reference.is_valid(changed)
    if not reference.is_valid(changed):
        assert problems(changed), "the schema refuses it, so there is something to tell"


@given(st.sampled_from(records()), st.sampled_from(FIELDS))
def test_the_validators_agree_on_a_missing_field(record: dict[str, object], name: str) -> None:
    cut = {k: v for k, v in record.items() if k != name}
    assert not jsonschema_rs.Draft202012Validator(schema()).is_valid(cut)
    assert problems(cut) == [(name, "missing")]


KINDS = "person, group, organization, country, media, unknown"
DATE = "expected: When it was said, in EDTF: a day, a month or a year, or a day of an unknown year. "
CUE_SPAN = "expected: Where the cue stands; null just when the cue is. "


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"speaker": 7}, [("speaker", "expected string or null, found 7")]),
        ({"official": "có"}, [("official", 'expected boolean, found "có"')]),
        ({"speaker": ""}, [("speaker", "empty; give a value, or null where the schema allows it")]),
        ({"quote_spans": []}, [("quote_spans", "empty; give a value, or null where the schema allows it")]),
        ({"speaker_kind": "robot"}, [("speaker_kind", f'expected one of {KINDS}, found "robot"')]),
        ({"schema_version": "2"}, [("schema_version", 'expected "1.0", found "2"')]),
        ({"confidence": 2}, [("confidence", "expected maximum 1, found 2")]),
        ({"extra": 1}, [("extra", "unknown field; take it out")]),
        ({"date": "hôm qua"}, [("date", DATE + 'Null just when date_basis is none. Found "hôm qua"')]),
        ({"cue_span": 5}, [("cue_span", CUE_SPAN + "Found 5"), ("cue_span", "expected object, found 5")]),
        ({"cue_span": {"start": 84}}, [("cue_span.end", "missing")]),
        ({"cue_span": {"start": "a", "end": 87}}, [("cue_span.start", 'expected integer, found "a"')]),
        ({"cue_span": {"start": 84, "end": 87, "x": 1}}, [("cue_span.x", "unknown field; take it out")]),
        ({"role": "a" * 100}, []),
        ({"speaker": ["a" * 100]}, [("speaker", 'expected string or null, found ["' + "a" * 77 + "…")]),
        ({"cue_span": {"start": 87, "end": 84}}, [("cue_span", "expected an end after the start, found 87 to 84")]),
        (
            {"cue_span": {"start": 84.0, "end": 87}},
            [("cue_span", "expected whole numbers without a fraction, found 84.0 to 87")],
        ),
        ({"cue": "nó"}, [("cue", "expected 3 characters, as its spans have; found 2")]),
        ({"date": "2022-02-30"}, [("date", 'expected a day that exists, found "2022-02-30"')]),
        # Problems come in the order of the fields, whatever their messages.
        (
            {"rule": "", "role": 1, "cue_span": {"start": -1, "end": 0}, "zz": 0, "doc_id": ""},
            [
                ("doc_id", "empty; give a value, or null where the schema allows it"),
                ("role", "expected string or null, found 1"),
                ("cue_span.start", "expected minimum 0, found -1"),
                ("cue_span.end", "expected minimum 1, found 0"),
                ("rule", "empty; give a value, or null where the schema allows it"),
                ("zz", "unknown field; take it out"),
            ],
        ),
    ],
)
def test_what_is_said(changes: dict[str, object], said: list[tuple[str, str]]) -> None:
    assert sorted(problems(records()[0] | changes)) == sorted(said)
    assert [field for field, _ in problems(records()[0] | changes)] == [field for field, _ in said]


def test_what_is_said_of_the_text() -> None:
    record = records()[0]
    moved = record | {"cue_span": {"start": 83, "end": 86}}
    assert problems(moved, TEXT) == [("cue", 'expected the words at its spans, " nó", found "nói"')]
    beyond = record | {"cue": "x", "cue_span": {"start": len(TEXT), "end": len(TEXT) + 1}}
    length = len(TEXT)
    assert problems(beyond, TEXT) == [
        ("cue_span", f"expected an end of {length} or less, the length of the text; found {length + 1}")
    ]
    last = record | {"cue": TEXT[-1], "cue_span": {"start": length - 1, "end": length}}
    assert problems(last, TEXT) == []
    assert problems([], TEXT) == [("", "expected an object, found []")]


def test_pieces_may_touch_and_not_overlap() -> None:
    record = records()[0]
    start, end = record["quote_spans"][0].values()
    for middle, wrong in ((start + 3, []), (start + 2, ["quote_spans[1]"])):
        spans = [{"start": start, "end": start + 3}, {"start": middle, "end": end}]
        quote = " … ".join(TEXT[s["start"] : s["end"]] for s in spans)
        found = problems(record | {"quote_spans": spans, "quote": quote}, TEXT)
        assert [field for field, _ in found] == wrong
    assert found[0][1] == f"expected to start after the piece before, at {start + 3} or later; found {start + 2}"
