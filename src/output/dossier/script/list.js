// The list of agencies: so many lines at first, more as somebody goes on.
const STEP = 100;
const list = document.getElementById("list");
const isScored = data.agencies.some((it) => it.score);
let chosen = 0;
let drawn = 0;
let body, tally, tools, more, field;

const chooser = (key, none, options) => {
  const node = el("select", "");
  node.setAttribute("aria-label", none);
  node.name = key;
  const option = (value, text) => {
    const it = el("option", "", text);
    it.value = value;
    return it;
  };
  node.append(option("", none), ...options.map(([value, text]) => option(value, text)));
  node.addEventListener("change", () => {
    set({ [key]: node.value, a: "", f: "", v: "" });
    drawList();
  });
  return node;
};
// Regions with those above them.
const regions = () => {
  const all = new Set();
  for (const agency of data.agencies) agency.region.forEach((_, at) => all.add(agency.region.slice(0, at + 1).join("")));
  return [...all].sort().map((it) => [it, it]);
};
const buildList = () => {
  field = el("input", "");
  field.type = "search";
  field.placeholder = words.search;
  field.setAttribute("aria-label", words.search);
  let waiting;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      set({ q: field.value, a: "", f: "", v: "" });
      drawList();
    }, 120);
  });
  const years = [...new Set(data.agencies.map((it) => it.year))].sort((one, other) => other - one);
  const counts = data.statuses.filter(([id]) => data.agencies.some((it) => it.status === id));
  const rules = data.rules.map((it) => [it.id, `${it.id} ${it.name}`]);
  const kinds = ["error", "warning", "open", "none", "notes", "overdue"].filter((it) => it !== "open" || data.internal);
  const people = new Set(data.agencies.flatMap((it) => [it.assignee, ...(it.people || [])]).filter((it) => it));
  tools = el("form", "tools", field);
  tools.addEventListener("submit", (event) => event.preventDefault());
  if (years.length > 1) tools.append(chooser("year", words.any_year, years.map((it) => [String(it), String(it)])));
  tools.append(chooser("region", words.any_region, regions()), chooser("status", words.any_status, counts));
  tools.append(chooser("rule", words.any_rule, rules), chooser("has", words.any_findings, kinds.map((it) => [it, words["has_" + it]])));
  if (people.size > 0) tools.append(chooser("who", words.any_reviewer, [...people].sort().map((it) => [it, it])));
  tools.append(chooser("sort", words.sort_order, [["errors", words.sort_errors], ["name", words.sort_name], ...(isScored ? [["score", words.sort_score]] : [])]));
  tools.append(button(words.clear, "", () => go(Object.fromEntries([...FILTERS, ...PLACES].map((it) => [it, ""])))));
  const heads = [["name", words.agency], ["region", words.region], ["status", words.status], ["due", words.due], ["n", words.errors], ["n", words.warnings], ["n", words.open], ["n", words.notes], ["n", words.score]];
  const row = el("tr", "", ...heads.filter(([, it]) => (it !== words.open || data.internal) && (it !== words.score || isScored)).map(([look, it]) => el("th", look, it)));
  body = el("tbody", "");
  body.addEventListener("focusin", (event) => mark([...body.children].indexOf(event.target.closest("tr"))));
  tally = el("p", "tally");
  tally.setAttribute("role", "status");
  more = button("", "more", () => drawMore(STEP));
  list.append(tools, tally, el("table", "rows", el("thead", "", row), body), more);
  if ("IntersectionObserver" in window) {
    new IntersectionObserver((seen) => seen.some((it) => it.isIntersecting) && !more.hidden && drawMore(STEP), { rootMargin: "600px" }).observe(more);
  }
};
const number = (value, look, name) => {
  const cell = el("td", "n " + (value > 0 ? look : "zero"), value === undefined ? "" : String(value));
  cell.dataset.name = name;
  return cell;
};
const line = (number_, place) => {
  const it = data.agencies[number_];
  const sought = soughtNow();
  const name = el("td", "name", link(hashOf({ a: it.key, f: "", v: "" }), "", ...marked(it.name, sought)), data.agencies.length && years() > 1 ? el("span", "year", String(it.year)) : null);
  const met = sought.length > 0 && textsOf(number_).lines.find((text) => sought.some((word) => plain(text).includes(word)) && !sought.every((word) => textsOf(number_).head.includes(word)));
  if (met) name.append(el("div", "met", ...marked(met, sought)));
  if (it.absent) name.append(el("div", "met", it.absent));
  const round = it.round ? " " + say("round", { round: it.round }) : "";
  const row = el("tr", place === chosen ? "chosen" : "", name, el("td", "region", ...marked(regionOf(it), sought)));
  row.append(el("td", "status", el("span", "chip " + it.status, statusName[it.status] + round)));
  row.append(el("td", "due" + (it.overdue ? " late" : ""), it.due || "", it.overdue ? el("b", "", " " + words.overdue) : null));
  row.append(number(it.errors, "bad", words.errors), number(it.warnings, "ask", words.warnings));
  if (data.internal) row.append(number(it.open, "", words.open));
  row.append(number(it.notes, "", words.notes));
  if (isScored) row.append(number(it.score, "", words.score));
  row.addEventListener("click", (event) => {
    if (!event.target.closest("a") && !String(getSelection())) go({ a: it.key, f: "", v: "" });
  });
  return row;
};
let yearCount = 0;
const years = () => yearCount || (yearCount = new Set(data.agencies.map((it) => it.year)).size);
const drawMore = (count) => {
  const until = Math.min(shown.length, drawn + count);
  const rows = [];
  for (; drawn < until; drawn += 1) rows.push(line(shown[drawn], drawn));
  body.append(...rows);
  more.hidden = drawn >= shown.length;
  more.textContent = say("more", { count: shown.length - drawn });
};
const drawList = () => {
  narrow();
  chosen = 0;
  drawn = 0;
  body.replaceChildren();
  for (const select of tools.querySelectorAll("select")) {
    select.value = state[select.name] || "";
    select.classList.toggle("set", select.value !== "");
  }
  if (document.activeElement !== field) field.value = state.q || "";
  tally.replaceChildren(shown.length ? say("shown", { all: data.agencies.length, shown: shown.length }) : words.nothing);
  const reports = shown.filter((it) => !data.agencies[it].absent).length;
  if (reports) tally.append(" · ", link(hashOf({ v: "pages", a: "", f: "" }), "", say("pages", { count: reports })));
  drawMore(STEP);
};
// The line that keys speak of.
const mark = (place) => {
  body.children[chosen]?.classList.remove("chosen");
  chosen = place;
  body.children[chosen]?.classList.add("chosen");
};
const choose = (place) => {
  if (shown.length === 0) return;
  const next = Math.max(0, Math.min(shown.length - 1, place));
  if (next >= drawn) drawMore(next - drawn + STEP);
  mark(next);
  const row = body.children[chosen];
  row.querySelector("a").focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
};
