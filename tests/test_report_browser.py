"""The page in a real browser: filters, links, keys, a hostile article, ten thousand quotations."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from factories import DOC_ID, TEXT, record, records

from quotes.report import render

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine; apt-get install chromium")
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
]
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Opens a page of records; a script's error, a complaint of the policy or a request fails the test."""
    contexts, trouble = [], []

    def opened(rows: Any, texts: Any = None, anchor: str = "", width: int = 1400, **options: Any) -> Any:
        (tmp_path / "report.html").write_text(render(rows, texts), encoding="utf-8")
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}, **options))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
        page.on("dialog", lambda dialog: trouble.append(f"dialog: {dialog.message}"))
        page.on("request", lambda r: None if r.url.startswith("file:") else trouble.append(r.url))
        page.goto((tmp_path / "report.html").as_uri() + anchor)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert trouble == []


@pytest.fixture
def page(show: Open) -> Any:
    return show(records(), {DOC_ID: TEXT, "khác": "Không ai nói gì."})


def matches(page: Any) -> int:
    """How many quotations the page says are left."""
    return int(page.inner_text(".result").split()[0].replace(",", ""))


def field(page: Any, name: str) -> Any:
    return page.locator(f"[data-filter={name}]")


def test_quotations_stand_in_their_article(page: Any) -> None:
    assert page.locator("article .body").first.evaluate("e => e.textContent") == TEXT
    assert page.locator("a.m.content").all_inner_texts() == [
        "Cầu sẽ xong vào mùa hè",
        "người dân rất vui",
        "Chúng tôi chờ đã lâu",
        "nay thì yên tâm rồi",
    ]
    assert page.locator("a.m.source").all_inner_texts() == ["ông Trần Văn Bình", "bà Lê Thị Hoa", "bà"]


@pytest.mark.parametrize(
    ("name", "value", "left"),
    [
        ("text", "cau se xong", 1),
        ("text", "GIAM DOC", 1),
        ("text", "không có đâu", 0),
        ("speaker", "le thi hoa", 2),
        ("speaker", "thi", 2),
        ("role", "so giao thong", 1),
        ("from", "2022-01-12", 1),
        ("from", "2022-01-13", 0),
        ("to", "2022-01-11", 0),
    ],
)
def test_written_filters(page: Any, name: str, value: str, left: int) -> None:
    field(page, name).fill(value)
    assert matches(page) == left
    visible = page.locator("article:not([hidden])").count()
    assert visible == (1 if left else 0)
    page.click("[type=reset]")
    sync_api.expect(page.locator(".result")).to_have_text("3 quotations in 1 of 2 articles")


def test_chosen_filters(page: Any) -> None:
    page.uncheck("[data-filter=type][value=direct]")
    assert matches(page) == 1
    assert page.locator("a.m.content:not(.off)").all_inner_texts() == ["người dân rất vui"]
    page.check("[data-filter=type][value=direct]")
    page.check("[data-filter=official][value=no]")
    assert matches(page) == 2
    page.check("[data-filter=official][value=yes]")
    assert matches(page) == 1
    field(page, "kind").select_option("person")
    assert matches(page) == 1


@pytest.mark.parametrize(("date", "left"), [("2022-01", 1), ("2022", 1), ("XXXX-01-12", 0), ("2022-02", 0)])
def test_a_coarse_date_is_any_of_its_days(show: Open, date: str, left: int) -> None:
    page = show([records()[0] | {"date": date}])
    field(page, "from").fill("2022-01-05")
    field(page, "to").fill("2022-01-09")
    assert matches(page) == left


def test_charts_filter(page: Any) -> None:
    page.click(".bars button:has-text('Lê Thị Hoa')")
    assert matches(page) == 2
    page.click(".bars button[aria-pressed=true]")
    page.click(".columns button")
    assert matches(page) == 1


def test_of_more_years_than_fit_those_that_hold_most_stand_in_a_row(show: Open) -> None:
    page = show([records()[0] | {"id": date, "date": date} for date in ("1839", "1990", "2021", "2022", "2099")])
    titles = page.locator(".columns button").evaluate_all("all => all.map(e => e.title)")
    assert (titles[0], titles[-1], len(titles)) == ("1963: 0 quotations", "2022: 1 quotation", 60)
    sync_api.expect(page.locator(".undated")).to_have_text("2 quotations not dated to the year, or outside these years")


def test_speakers_that_differ_in_capitals_alone_are_one(show: Open) -> None:
    names = ["nhiều người", "Nhiều người", "nhiều người", "Nhiều Người Lạ"]
    page = show([records()[0] | {"id": str(i), "speaker": name} for i, name in enumerate(names)])
    bars = page.locator(".bars button").evaluate_all(
        "all => all.map(e => [e.title, e.querySelector('.n').textContent])"
    )
    assert bars == [["nhiều người", "3"], ["Nhiều Người Lạ", "1"]]
    page.click(".bars button")
    assert matches(page) == 3


def test_timeline_shows_the_silence_between(show: Open) -> None:
    page = show([records()[0] | {"id": date, "date": date} for date in ("2021-11-30", "2022-02-01", "2022-02-28")])
    titles = page.locator(".columns button").evaluate_all("all => all.map(e => e.title)")
    assert titles[:2] == ["2021-11: 1 quotation", "2021-12: 0 quotations"]
    assert titles[-1] == "2022-02: 2 quotations"
    days = [f"2022-01-{day:02}" for day in range(1, 31)]
    page = show([records()[0] | {"id": date, "date": date} for date in days])
    widths = page.locator(".columns .fill").evaluate_all("all => all.map(e => e.getBoundingClientRect().width)")
    assert max(widths) - min(widths) < 1


def test_pointing_and_clicking_tell_who(page: Any) -> None:
    page.hover("a.m.content >> text=Cầu sẽ xong")
    assert page.inner_text(".detail h2") == "Trần Văn Bình"
    page.click("a.m.content >> text=người dân")
    page.hover("a.m.content >> text=Cầu sẽ xong")
    assert page.inner_text(".detail h2") == "Lê Thị Hoa"
    page.keyboard.press("Escape")
    assert "Point at" in page.inner_text(".detail")


def test_detail_has_every_fact(page: Any) -> None:
    page.click("a.m.content >> text=Cầu sẽ xong")
    shown = page.inner_text(".detail")
    for fact in ("Trần Văn Bình", "Giám đốc Sở Giao thông", "2022-01-12", "explicit", "official", "direct", "nói",
                 "source_cue_content", "0.90", records()[0]["id"]):  # fmt: skip
        assert fact in shown


def test_a_link_opens_its_quotation(show: Open) -> None:
    target = records()[1]["id"]
    page = show(records(), {"dài": "Một dòng.\n" * 2000, DOC_ID: TEXT}, anchor=f"#{target}")
    assert page.inner_text(".detail h2") == "Lê Thị Hoa"
    assert page.locator("a.m.content >> text=người dân").is_visible()
    assert page.evaluate("document.querySelector('a.m.on').getBoundingClientRect().top < innerHeight")


def test_keyboard_alone(page: Any) -> None:
    page.keyboard.press("j")
    assert page.inner_text(".detail h2") == "Trần Văn Bình"
    page.keyboard.press("j")
    assert page.inner_text(".detail h2") == "Lê Thị Hoa"
    page.keyboard.press("k")
    assert page.inner_text(".detail h2") == "Trần Văn Bình"
    page.keyboard.press("/")
    page.keyboard.type("jk")
    assert field(page, "text").input_value() == "jk"


def test_an_article_full_of_script(show: Open) -> None:
    bad = "<script>alert(1)</script><img src=x onerror=alert(2)></script>"
    text = bad + TEXT + bad
    shift = len(bad)
    row = records()[0]
    for name in ("cue_span", "source_span"):
        row[name] = {key: value + shift for key, value in row[name].items()}
    row["quote_spans"] = [{key: value + shift for key, value in span.items()} for span in row["quote_spans"]]
    row |= {"id": bad, "speaker": bad, "role": bad, "affiliation": bad, "title": bad, "url": "javascript:alert(3)"}
    page = show([row], {DOC_ID: text})
    assert page.locator("article .body").evaluate("e => e.textContent") == text
    page.click("a.m.content")
    assert page.inner_text(".detail h2") == bad
    assert page.locator("body script").count() == 2
    assert page.locator("img").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0


def test_names_that_javascript_knows(show: Open) -> None:
    page = show([records()[0] | {"speaker": name, "id": name} for name in ("constructor", "__proto__", "toString")])
    assert page.locator(".bars button").count() == 3


def test_characters_beyond_the_basic_plane_shift_nothing(show: Open) -> None:
    text = "😀😀 Ông Nam nói: “Tôi đi”."
    said = {"start": text.index("Tôi"), "end": text.index("”")}
    row = record("nói", cue=None, source=None) | {"quote": "Tôi đi", "quote_spans": [said]}
    page = show([row], {DOC_ID: text})
    assert page.inner_text("a.m.content") == "Tôi đi"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_dark_and_light_by_system_and_by_button(show: Open, scheme: str) -> None:
    page = show(records(), {DOC_ID: TEXT}, color_scheme=scheme)
    paper = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(paper)
    page.click(".theme")
    assert page.evaluate(paper) != before
    page.click(".theme")
    assert page.evaluate(paper) == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_contrast(show: Open, scheme: str) -> None:
    """WCAG AA: 4.5 to 1, for the text of every colour on its ground."""
    rows = [records()[0] | {"id": str(n), "speaker": f"s{n}", "doc_id": f"d{n}"} for n in range(12)]
    page = show(rows, {f"d{n}": TEXT for n in range(12)}, color_scheme=scheme)
    for _ in rows:
        page.keyboard.press("j")
    ratios = page.evaluate(
        """() => {
        const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
        const light = (colour) => {
          canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
          const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((v) => v / 255)
            .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const ground = (e) => { for (; e; e = e.parentElement) {
          const colour = getComputedStyle(e).backgroundColor;
          if (colour !== "rgba(0, 0, 0, 0)") return colour;
        } return "white"; };
        const all = ".m, .about, .detail dt, .detail dd, .quote, .tile dt, .tile dd, .choice, .name, .legend p";
        return [...document.querySelectorAll(all)].map((e) => {
          const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
          return [(a + 0.05) / (b + 0.05), e.className];
        });
      }"""
    )
    assert len(ratios) > 60
    assert [found for found in ratios if found[0] < 4.5] == []


@pytest.mark.parametrize("width", [320, 390, 768, 1400])
def test_nothing_runs_out_of_the_window(show: Open, width: int) -> None:
    row = records()[0] | {"speaker": "Tên" * 60, "role": "Chức" * 80, "title": "Đề" * 200}
    page = show([row, *records()[1:]], {DOC_ID: TEXT}, width=width)
    page.locator("a.m.content").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_tap_on_a_phone_leaves_the_quotation_in_sight(show: Open) -> None:
    page = show(records(), {DOC_ID: TEXT}, width=390, has_touch=True)
    page.locator("a.m.content").last.tap()
    end, top = page.evaluate(
        "['a.m.on', '.detail'].map((s, i) => document.querySelector(s).getBoundingClientRect()[i ? 'top' : 'bottom'])"
    )
    assert end <= top
    page.click(".close")
    assert not page.locator(".detail").is_visible()


def test_ten_thousand_quotations_stay_usable(show: Open) -> None:
    """Judged by work, not by time: only what is near the window is drawn."""
    rows = [row | {"id": f"{row['id']}-{n}", "doc_id": f"d{n}"} for n in range(3400) for row in records()]
    page = show(rows, {f"d{n}": TEXT for n in range(3400)})
    assert matches(page) == 10_200
    assert page.locator("a.m").count() < 1000
    field(page, "text").fill("mua he")
    assert matches(page) == 3400
    page.evaluate("location.hash = " + repr("#" + rows[-1]["id"]))
    page.wait_for_selector("a.m.on")
    assert page.locator("a.m").count() < 2000
