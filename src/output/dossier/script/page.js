// The page of an agency.
const section = (title, ...inside) => (inside.length ? el("section", "", el("h3", "", title), ...inside) : null);
const bullets = (title, texts_) => (texts_.length ? section(title, el("ul", "", ...texts_.map((it) => el("li", "", it)))) : null);
const pair = (name, ...inside) => el("p", "pair", el("b", "", name + words.colon), ...inside);

const noteOf = (it) => {
  const who = joined([it.by, it.on, it.out ? words.audience_agency : words.audience_office, it.answered ? words.is_answered : ""]);
  return el("div", "note" + (it.out ? " out" : ""), el("div", "words", it.text), el("div", "small", joined([it.place, who])));
};
const findingOf = (page, it, at) => {
  const rule = data.rules[it.rule];
  const head = el("h4", "", el("span", "no", String(at + 1)), el("span", "chip " + it.level, words[it.level]), ` ${rule.name} `, el("span", "chip " + it.tone, it.state), el("code", "", rule.id));
  const node = el("article", "finding " + it.level, head, pair(words.place, it.place));
  if (it.settled || it.solved) node.classList.add("over");
  if (it.filed.length) node.append(pair(words.filed, joined(it.filed)));
  node.append(el("p", "text", it.text), pair(words.basis, rule.basis));
  if (!it.solved && !it.settled) node.append(pair(words.ask, it.ask));
  if (it.verdict) node.append(pair(words.verdict, joined([it.verdict, it.by])));
  if (it.reason) node.append(pair(words.reason, it.reason));
  if (it.points) node.append(pair(words.taken, it.points));
  if (it.stale) node.append(el("p", "ask", words.stale));
  if (it.disputed) node.append(el("p", "ask", words.disputed));
  node.append(...(it.notes || []).map((note) => noteOf(page.notes[note])));
  node.id = "f" + (at + 1);
  return node;
};
const versionOf = (it) => {
  const node = el("div", "version", el("h4", "", it.name, el("span", "small", " " + it.counts)), el("p", "", it.changed));
  if (it.cells.length) {
    const head = el("tr", "", ...[words.place, words.before_value, words.now_value, ""].map((text) => el("th", "", text)));
    const row = (cell) => el("tr", "", el("td", "", cell.place), el("td", "n", cell.before), el("td", "n", cell.now), el("td", "ask", cell.unasked ? words.unasked : ""));
    node.append(el("div", "scroll", el("table", "", el("thead", "", head), el("tbody", "", ...it.cells.map(row)))));
  }
  for (const [title, all] of [[words.solved, it.solved], [words.arisen, it.arisen]]) {
    if (all.length) node.append(pair(title, joined(all)));
  }
  return node;
};
const stepOf = (it) => {
  const due = it.due ? say("by_when", { due: it.due }) : "";
  return el("li", "", `${it.on} `, el("span", "chip " + it.status, statusName[it.status]), ` ${joined([it.by, due])}`, it.text ? el("div", "words", it.text) : null);
};
// A section: open where a finding quotes it. Places are counted in whole characters.
const textOf = (it) => {
  const letters = Array.from(it.text);
  const cut = (from, to) => letters.slice(from, to).join("");
  const body = el("div", "words");
  let done = 0;
  for (const [from, to, finding] of it.marks) {
    const begin = Math.max(from, done);
    if (begin < to) body.append(cut(done, begin), el("mark", "", cut(begin, to)));
    body.append(el("sup", "", String(finding + 1)));
    done = Math.max(done, to);
  }
  body.append(cut(done));
  const node = el("details", "prose", el("summary", "", it.name || words.texts), body);
  node.open = it.marks.length > 0;
  return node;
};
// The whole page; `only` is the finding that is chosen.
const pageOf = (agency, only) => {
  const round = agency.round ? say("round", { round: agency.round }) : "";
  const due = agency.due ? say("by_when", { due: agency.due }) + (agency.overdue ? ` ${words.overdue}` : "") : "";
  const score = agency.score ? `${words.score}${words.colon}${agency.score}` : "";
  const people = [agency.assignee ? `${words.assignee}${words.colon}${agency.assignee}` : "", (agency.people || []).length ? `${words.reviewers}${words.colon}${joined(agency.people)}` : ""];
  const title = el("h2", "", agency.name);
  title.tabIndex = -1;
  const meta = el("p", "meta", el("span", "chip " + agency.status, statusName[agency.status]), " ", [regionOf(agency), agency.year, round, due, score, ...people].filter((it) => it).join(" · "));
  const node = el("article", "agency", title, meta);
  const page = read("d-" + agency.key);
  if (!page) {
    node.append(el("p", "", agency.absent || words.gone));
    return node;
  }
  const findings = page.findings.map((it, at) => findingOf(page, it, at));
  const whole = page.notes.filter((_, at) => !page.findings.some((it) => (it.notes || []).includes(at)));
  const tables = el("div", "", drawTables(page, only));
  node.append(section(words.findings, ...(findings.length ? findings : [el("p", "", words.no_findings)])));
  const parts = [
    section(words.notes, ...whole.map(noteOf)),
    tables,
    section(words.texts, ...page.texts.map(textOf)),
    page.steps.length ? section(words.history, el("ol", "steps", ...page.steps.map(stepOf))) : null,
    section(words.versions, ...page.versions.map(versionOf)),
    bullets(words.repairs, page.repairs),
    bullets(words.doubts, page.remarks),
    bullets(words.gaps, page.gaps),
    page.source ? el("p", "small", `${words.source}${words.colon}${page.source}`) : null,
  ];
  node.append(...parts.filter((it) => it));
  const choosePart = (at) => {
    findings.forEach((it, other) => it.classList.toggle("chosen", other === at));
    tables.replaceChildren(drawTables(page, at));
  };
  findings.forEach((it, at) =>
    it.addEventListener("click", () => {
      if (String(getSelection())) return;
      const next = it.classList.contains("chosen") ? undefined : at;
      set({ f: next === undefined ? "" : String(next + 1) });
      choosePart(next);
    }),
  );
  if (only !== undefined && findings[only]) findings[only].classList.add("chosen");
  return node;
};
