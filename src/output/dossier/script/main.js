// What is shown, and what the keys do.
const [overview, page, footer] = [document.getElementById("overview"), document.getElementById("page"), document.querySelector("footer")];
const placeOf = (key) => shown.findIndex((it) => data.agencies[it].key === key);
const chosenFinding = () => (state.f ? Number(state.f) - 1 : undefined);

const drawPage = () => {
  const agency = data.agencies.find((it) => it.key === state.a);
  const place = placeOf(state.a);
  const near = (step, name) => {
    const other = place < 0 ? undefined : data.agencies[shown[place + step]];
    return other ? link(hashOf({ a: other.key, f: "" }), "step", name) : null;
  };
  const bar = el("nav", "", link(hashOf({ a: "", f: "", v: "" }), "step", "← " + words.back), near(-1, words.before), near(1, words.after));
  if (place >= 0) bar.append(el("span", "small", `${place + 1} / ${shown.length}`));
  bar.append(button(words.print, "step", () => print()));
  page.replaceChildren(bar, agency ? pageOf(agency, chosenFinding()) : el("p", "", words.gone));
  document.title = agency ? `${agency.name} ${agency.year} · ${words.title}` : words.title;
  const found = page.querySelector(".finding.chosen");
  if (found) found.scrollIntoView({ block: "center" });
  else scrollTo(0, 0);
  page.querySelector("h2")?.focus({ preventScroll: true });
};
const drawPages = () => {
  const all = shown.map((it) => data.agencies[it]).filter((it) => !it.absent);
  const most = Number(words.most_pages);
  const bar = el("nav", "", link(hashOf({ v: "" }), "step", "← " + words.back), button(words.print, "step", () => print()));
  page.replaceChildren(bar, all.length > most ? el("p", "ask bound", words.pages_bound) : "", ...all.slice(0, most).map((it) => pageOf(it)));
  document.title = words.title;
  scrollTo(0, 0);
};
let kept = 0;
let wasPage = false;
const filters = () => hashOf({ v: "", a: "", f: "" });
let before = "#";
const draw = () => {
  readState();
  const isPage = Boolean(state.a || state.v === "pages");
  if (isPage && !wasPage) kept = scrollY;
  const isNarrowed = filters() !== before && filters() !== "#";
  before = filters();
  drawList();
  overview.hidden = isPage;
  list.hidden = isPage;
  page.hidden = !isPage;
  if (isPage) state.a ? drawPage() : drawPages();
  else {
    page.replaceChildren();
    document.title = words.title;
    if (isNarrowed) list.scrollIntoView();
    else if (wasPage) scrollTo(0, kept);
  }
  wasPage = isPage;
};

// The next finding of the page, or the next line of the list.
const step = (by) => {
  if (!state.a) {
    choose(body.querySelector(".chosen a") === document.activeElement ? chosen + by : chosen);
    return;
  }
  const all = [...page.querySelectorAll(".finding")];
  const at = all.findIndex((it) => it.classList.contains("chosen"));
  const next = all[Math.max(0, Math.min(all.length - 1, at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by))];
  if (next && !next.classList.contains("chosen")) next.click();
  next?.scrollIntoView({ block: "nearest" });
};
const neighbour = (by) => {
  const next = data.agencies[shown[placeOf(state.a) + by]];
  if (state.a && placeOf(state.a) >= 0 && next) go({ a: next.key, f: "" });
};
const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  "]": () => neighbour(1),
  "[": () => neighbour(-1),
  p: () => print(),
  Enter: () => !state.a && shown.length && go({ a: data.agencies[shown[chosen]].key, f: "", v: "" }),
  Escape: () => (state.a || state.v) && go({ a: "", f: "", v: "" }),
  "/": () => {
    if (state.a || state.v) go({ a: "", f: "", v: "" });
    setTimeout(() => {
      field.focus();
      field.select();
    });
  },
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const inField = event.target === field;
  if (inField && event.key === "Enter") choose(0);
  else if (inField && event.key === "Escape") field.blur();
  else if (inField || event.target.tagName === "SELECT") return;
  else if (event.key === "Enter" && !body.contains(event.target) && ["A", "BUTTON", "SUMMARY"].includes(event.target.tagName)) return;
  else if (!Object.hasOwn(KEYS, event.key)) return;
  else KEYS[event.key]();
  event.preventDefault();
});
// The address is for what is shown, and stays.
for (const [name, place] of [["#overview", overview], ["#list", list]]) {
  document.querySelector(`header a[href="${name}"]`).addEventListener("click", (event) => {
    event.preventDefault();
    if (state.a || state.v) go({ a: "", f: "", v: "" });
    setTimeout(() => place.scrollIntoView());
  });
}
// On paper all lines of the list are wanted.
addEventListener("beforeprint", () => state.a || state.v || drawMore(shown.length));
addEventListener("hashchange", draw);
footer.hidden = false;
buildList();
draw();
// How many milliseconds it took until something was to be seen.
document.documentElement.dataset.ready = String(Math.round(performance.now()));
