"use strict";
// Text from articles reaches the page through textContent alone, never as markup.
const { records, articles, colours } = JSON.parse(document.querySelector("script.data").textContent);
const PARTS = ["content", "cue", "source"], BARS = 12, COLUMNS = 60;
const $ = (selector) => document.querySelector(selector);
const byId = new Map(records.map((record, number) => [record.id, number]));
articles.forEach((article, index) => article.records.forEach((number) => { records[number].article = index; }));

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== null && child !== undefined).map((c) => (c instanceof Node ? c : String(c))));
  return element;
}
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
const count = (n, one) => `${n.toLocaleString("en")} ${one}${n === 1 ? "" : "s"}`;
const share = (n, all) => (all ? `${Math.round((100 * n) / all)}\u00a0%` : "–");
function tally(values) {
  const found = new Map();
  for (const value of values) if (value !== undefined) found.set(value, (found.get(value) || 0) + 1);
  return [...found].sort((a, b) => b[1] - a[1]);
}

// A sentence may begin with "Nhiều người": speakers who differ in capitals alone are one, under the commonest spelling.
const spellings = new Map();
for (const [name] of tally(records.map((record) => record.speaker))) if (!spellings.has(name.toLowerCase())) spellings.set(name.toLowerCase(), name);
const called = (record) => record.speaker && spellings.get(record.speaker.toLowerCase());
const colour = (record) => (Object.hasOwn(colours, called(record)) ? "c" + colours[called(record)] : "none");

// ---- filters ----
const inputs = [...document.querySelectorAll("[data-filter]")];
const input = (name) => inputs.find((element) => element.dataset.filter === name);
let shown = records.map((_, number) => number), matching = new Set(shown);

// 2022-01 is any day of that January; a date without its year (XXXX-01-12) lies on no calendar.
const first = (date) => (date + "-01-01".slice(date.length - 4)).slice(0, 10);
const last = (date) => (date + "-12-31".slice(date.length - 4)).slice(0, 10);
const dated = (record) => record.date !== undefined && !record.date.includes("X");

function haystack(record) {
  if (record.folded === undefined) {
    const article = articles[record.article];
    record.folded = fold([record.quote, record.speaker, record.role, record.affiliation, record.source, article.title, article.outlet, article.doc_id].filter(Boolean).join("\n"));
  }
  return record.folded;
}
// While nobody types, so that the first letter finds all of it done.
let warm = 0;
function warmUp(idle) {
  while (warm < records.length && idle.timeRemaining() > 2) haystack(records[warm++]);
  if (warm < records.length) requestIdleCallback(warmUp);
}
function filter() {
  const values = (name) => inputs.filter((e) => e.dataset.filter === name && e.checked).map((e) => e.value);
  const words = fold(input("text").value).split(/\s+/).filter(Boolean), speaker = fold(input("speaker").value.trim());
  const exact = speakers.has(speaker), role = fold(input("role").value.trim()), types = new Set(values("type"));
  const official = values("official")[0], kind = input("kind").value, from = input("from").value, to = input("to").value;
  shown = [];
  records.forEach((record, number) => {
    const name = fold(record.speaker || "");
    if (!types.has(record.quote_type) || (kind && record.speaker_kind !== kind)) return;
    if (official && (official === "yes") !== record.official) return;
    if (speaker && (exact ? name !== speaker : !name.includes(speaker))) return;
    if (role && !fold((record.role || "") + "\n" + (record.affiliation || "")).includes(role)) return;
    if ((from || to) && (!dated(record) || (from && last(record.date) < from) || (to && first(record.date) > to))) return;
    if (words.length && !words.every((word) => haystack(record).includes(word))) return;
    shown.push(number);
  });
  matching = new Set(shown);
  const active = [speaker, role, kind, official, from, to, types.size < 3].filter(Boolean).length;
  $(".active-count").textContent = active ? `(${active})` : "";
  drawNumbers(shown.length < records.length);
  drawArticles(words.length || active);
}

// ---- overview ----
function drawNumbers(filtered) {
  const some = shown.map((number) => records[number]);
  const inArticles = new Set(some.map((record) => record.article)).size;
  $(".result").textContent = filtered
    ? `${count(some.length, "quotation")} of ${records.length.toLocaleString("en")} match, in ${count(inArticles, "article")}`
    : `${count(records.length, "quotation")} in ${inArticles < articles.length ? `${inArticles.toLocaleString("en")} of ` : ""}${count(articles.length, "article")}`;
  const split = (key) => tally(some.map((record) => record[key])).map(([value, n]) => `${value}\u00a0${share(n, some.length)}`).join(" · ") || "–";
  const people = new Set(some.map(called).filter(Boolean)).size;
  const tiles = [
    ["Articles", inArticles.toLocaleString("en")], ["Quotations", some.length.toLocaleString("en")],
    ["Speakers", people.toLocaleString("en")], ["Speaker resolved", share(some.filter((r) => r.speaker).length, some.length)],
    ["Official", share(some.filter((r) => r.official).length, some.length)],
    ["Type", split("quote_type"), "words"], ["Kind of speaker", split("speaker_kind"), "words"],
  ];
  $(".tiles").replaceChildren(...tiles.map(([name, value, type]) => make("div", "tile", make("dt", "", name), make("dd", type, value))));
  drawBars(some);
  drawColumns(some);
}
function drawBars(some) {
  const top = tally(some.map(called)).slice(0, BARS);
  $(".bars").replaceChildren(...top.map(([name, n]) => {
    const fill = make("span", "fill c" + colours[name]), button = make("button", "", make("span", "name", name), fill, make("span", "n", n));
    fill.style.setProperty("--w", `${(100 * n) / top[0][1]}%`);
    button.type = "button";
    button.title = name;
    button.setAttribute("aria-pressed", String(input("speaker").value === name));
    button.addEventListener("click", () => set("speaker", input("speaker").value === name ? "" : name));
    return make("li", "", button);
  }));
  if (!top.length) $(".bars").append(make("li", "hint", "No speaker among these."));
}
// Every day, month or year between the first and the last, so that a silence shows as one.
function steps(from, to, unit) {
  const found = [], day = new Date(first(from) + "T00:00Z");
  for (let at = from; at <= to && found.length <= COLUMNS; at = day.toISOString().slice(0, unit)) {
    found.push(at);
    if (unit === 10) day.setUTCDate(day.getUTCDate() + 1);
    else if (unit === 7) day.setUTCMonth(day.getUTCMonth() + 1);
    else day.setUTCFullYear(day.getUTCFullYear() + 1);
  }
  return found;
}
// By day, else by month, else by year: the finest that fits. Of more years than fit, those in a row that hold most.
function bins(dates) {
  for (const unit of [10, 7, 4]) {
    const counts = new Map(tally(dates.filter((date) => date.length >= unit).map((date) => date.slice(0, unit))));
    const found = [...counts.keys()].sort(), every = found.length ? steps(found[0], found.at(-1), unit) : [];
    if (!every.length || (unit !== 4 && every.length > COLUMNS)) continue;
    const begin = (end) => String(Math.max(end - COLUMNS + 1, 1)).padStart(4, "0");
    const held = (end) => found.reduce((sum, year) => sum + (year >= begin(end) && year <= end ? counts.get(year) : 0), 0);
    const end = every.length > COLUMNS && found.reduce((best, year) => (held(year) >= held(best) ? year : best));
    return [unit, (end ? steps(begin(end), end, unit) : every).map((date) => [date, counts.get(date) || 0]), Boolean(end)];
  }
  return [4, []];
}
function drawColumns(some) {
  const [unit, columns, cut] = bins(some.filter(dated).map((record) => record.date)), every = Math.ceil(columns.length / 8);
  const most = Math.max(...columns.map((bin) => bin[1]), 1), rest = some.length - columns.reduce((sum, bin) => sum + bin[1], 0);
  $(".columns").style.setProperty("--n", String(columns.length));
  $(".columns").replaceChildren(...columns.map(([date, n], i) => {
    const [year, month, day] = date.split("-"), label = unit === 4 ? year : unit === 7 ? `${month}\n${year}` : `${day}/${month}\n${year}`;
    const fill = make("span", "fill"), name = make("span", "name", i % every ? null : label);
    const button = make("button", "", make("span", "stack", columns.length <= 16 && n ? n : null, fill), name);
    fill.style.setProperty("--w", String(n / most));
    button.type = "button";
    button.title = `${date}: ${count(n, "quotation")}`;
    button.setAttribute("aria-label", button.title);
    button.addEventListener("click", () => { input("from").value = first(date); set("to", unit === 10 ? date : monthEnd(last(date))); });
    return make("li", "", button);
  }));
  $(".undated").textContent = rest ? `${count(rest, "quotation")} not dated to the ${{ 10: "day", 7: "month", 4: "year" }[unit]}${cut ? ", or outside these years" : ""}` : "";
}
// A date field takes no 31 February.
const monthEnd = (date) => new Date(Date.UTC(+date.slice(0, 4), +date.slice(5, 7), 0)).toISOString().slice(0, 10);
function set(name, value) {
  input(name).value = value;
  filter();
}

// ---- articles: headings at once, bodies when they come near the window ----
const list = $(".articles");
const nearby = new IntersectionObserver((entries) => {
  for (const entry of entries) if (entry.isIntersecting) fillIn(entry.target);
}, { rootMargin: "900px" });

const sections = articles.map((article, index) => {
  const about = [article.outlet, article.published, article.title ? article.doc_id : "", count(article.records.length, "quotation"), article.whole ? "" : "contexts only"].filter(Boolean).join(" · ");
  const line = make("p", "about", about), section = make("article", "", make("h2", "", article.title || article.doc_id), line);
  if (/^https?:\/\//i.test(article.url || "")) {
    const link = make("a", "", "source");
    link.href = article.url;
    link.rel = "noopener noreferrer";
    line.append(" · ", link);
  }
  section.dataset.index = index;
  nearby.observe(section);
  return section;
});
list.replaceChildren(...sections);

function fillIn(section) {
  if (section.dataset.full) return;
  section.dataset.full = "yes";
  nearby.unobserve(section);
  const begun = new Set();
  for (const passage of articles[section.dataset.index].passages) {
    const body = make("div", "body", ...passage.map((piece) => (typeof piece === "string" ? piece : mark(piece, begun))));
    body.lang = "vi";
    section.append(body);
  }
}
// One link for each stretch; the first of a quotation's content takes part in tabbing.
function mark([text, ...pairs], begun) {
  const number = pairs[0], link = make("a", `m ${PARTS[pairs[1]]} ${colour(records[number])}`, text);
  const around = pairs.some((part, i) => i % 2 && part === 0);
  if (around && pairs[1] !== 0) link.classList.add("content");
  if (around && pairs[1] === 0 && pairs.length > 2) link.classList.add("inside");
  link.href = "#" + encodeURIComponent(records[number].id);
  link.numbers = pairs.filter((_, i) => i % 2 === 0);
  link.tabIndex = pairs[1] === 0 && !begun.has(number) ? 0 : -1;
  if (pairs[1] === 0) begun.add(number);
  link.classList.toggle("off", !link.numbers.some((n) => matching.has(n)));
  return link;
}
function drawArticles(filtering) {
  const live = new Set(shown.map((number) => records[number].article));
  sections.forEach((section, index) => { section.hidden = filtering ? !live.has(index) : false; });
  for (const link of list.querySelectorAll("a.m")) link.classList.toggle("off", !link.numbers.some((n) => matching.has(n)));
}

// ---- one quotation ----
const detail = $(".detail");
const atFoot = () => getComputedStyle(detail).position === "fixed";
let pinned = null;

function describe(number, others = []) {
  if (number === null) {
    detail.replaceChildren(make("div", "", make("p", "hint", "Point at a quotation to see who says it, in which role and when. Click to hold it.")));
    return;
  }
  const record = records[number], box = make("div", colour(record)), close = make("button", "close", "✕"), facts = make("dl");
  const rows = { "Affiliation": record.affiliation, "Date": record.date ? `${record.date} (${record.date_basis})` : "none", "Cue": record.cue, "Source": record.source,
    "Via": record.via, "Rule": record.rule, "Speaker rule": record.speaker_rule, "Confidence": record.confidence.toFixed(2), "Id": record.id };
  for (const [name, value] of Object.entries(rows)) if (value) facts.append(make("dt", "", name), make("dd", "", ...broken(value)));
  close.type = "button";
  close.setAttribute("aria-label", "Close");
  close.addEventListener("click", release);
  const chips = make("p", "role", ...[record.quote_type, record.speaker_kind, record.official ? "official" : "not official"].map((chip) => make("span", "chip", chip)));
  box.append(close, make("h2", "", record.speaker || "Unknown speaker"), make("p", "role", record.role), chips, make("p", "quote", record.quote), facts);
  const actions = make("div", "actions"), link = make("a", "", "Link to this quotation");
  if (record.speaker) {
    const only = make("button", "", "Only this speaker");
    only.type = "button";
    only.addEventListener("click", () => set("speaker", record.speaker));
    actions.append(only);
  }
  link.href = "#" + encodeURIComponent(record.id);
  box.append(actions, make("p", "", link));
  for (const other of others) {
    const also = make("a", "", `Also: ${records[other].speaker || "unknown"}, “${records[other].quote.slice(0, 60)}…”`);
    also.href = "#" + encodeURIComponent(records[other].id);
    box.append(make("p", "", also));
  }
  detail.replaceChildren(box);
}
// A rule's name may break after an underscore.
const broken = (value) => String(value).split(/(?<=_)/).flatMap((piece, i) => (i ? [make("wbr"), piece] : [piece]));
function outline(number) {
  for (const link of list.querySelectorAll("a.m.on")) link.classList.remove("on");
  if (number === null) return;
  for (const link of sections[records[number].article].querySelectorAll("a.m")) link.classList.toggle("on", link.numbers[0] === number);
}
function release() {
  pinned = null;
  outline(null);
  describe(null);
  history.replaceState(null, "", location.pathname + location.search);
}
function go(number, move = true) {
  const section = sections[records[number].article];
  section.hidden = false;
  fillIn(section);
  pinned = number;
  const links = [...section.querySelectorAll("a.m")], link = links.find((a) => a.numbers[0] === number && a.tabIndex === 0) || links.find((a) => a.numbers.includes(number));
  describe(number, link ? [...new Set(link.numbers)].filter((n) => n !== number) : []);
  outline(number);
  // A panel at the foot of a narrow window must not lie on the quotation it tells of.
  const covered = link && atFoot();
  document.documentElement.style.scrollPaddingBlockEnd = document.body.style.paddingBlockEnd = covered ? `${detail.offsetHeight + 20}px` : "";
  if (!move) return covered ? link.scrollIntoView({ block: "nearest" }) : undefined;
  (link || section).scrollIntoView({ block: "center" });
  return link && link.focus({ preventScroll: true });
}
function follow() {
  let id = location.hash.slice(1);
  if (id === "/articles") return list.focus();
  try { id = decodeURIComponent(id); } catch { return undefined; }
  return byId.has(id) ? go(byId.get(id)) : undefined;
}
list.addEventListener("pointerover", (event) => {
  const link = event.target.closest("a.m");
  if (link && pinned === null && event.pointerType === "mouse" && !atFoot()) describe(link.numbers[0], [...new Set(link.numbers)].slice(1));
});
list.addEventListener("click", (event) => {
  const link = event.target.closest("a.m");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.replaceState(null, "", link.getAttribute("href"));
  go(link.numbers[0], false);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { event.target.blur(); return release(); }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select")) return undefined;
  if (event.key === "/") { event.preventDefault(); return input("text").focus(); }
  const step = { j: 1, k: -1 }[event.key];
  if (!step || !shown.length) return undefined;
  const at = shown.indexOf(pinned), next = at < 0 ? (step > 0 ? 0 : shown.length - 1) : (at + step + shown.length) % shown.length;
  history.replaceState(null, "", "#" + encodeURIComponent(records[shown[next]].id));
  return go(shown[next]);
});

// ---- start ----
const names = tally(records.map((record) => record.speaker)), speakers = new Set(names.map(([name]) => fold(name)));
$("#ui-speakers").replaceChildren(...names.slice(0, 2000).map(([name]) => { const option = make("option"); option.value = name; return option; }));
input("kind").append(...tally(records.map((record) => record.speaker_kind)).map(([kind]) => make("option", "", kind)));
for (const element of inputs) element.addEventListener(element.type === "search" ? "input" : "change", filter);
$("form").addEventListener("submit", (event) => event.preventDefault());
$("form").addEventListener("reset", () => setTimeout(filter));
$(".theme").addEventListener("click", () => {
  const root = document.documentElement, dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});
if (matchMedia("(max-width: 720px)").matches) $(".filters").open = false;
window.addEventListener("hashchange", follow);
describe(null);
filter();
follow();
if ("requestIdleCallback" in window) requestIdleCallback(warmUp);
