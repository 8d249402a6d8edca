// The tables of a report. Both sides of an equation are marked by brackets, so that nothing depends on a colour.
const OPEN = { left: "〈", right: "［", cell: "（" };
const CLOSE = { left: "〉", right: "］", cell: "）" };

// For each cell the findings that it has a part in: [number of the finding, side].
const partsOf = (findings) => {
  const parts = new Map();
  findings.forEach((finding, at) => {
    if (finding.solved) return;
    for (const [side, cells] of [["left", finding.left], ["right", finding.right], ["cell", finding.cells]]) {
      for (const cell of cells) {
        if (!parts.has(cell)) parts.set(cell, []);
        parts.get(cell).push([at, side]);
      }
    }
  });
  return parts;
};
const valueOf = (value) => {
  if (value === null) return [words.blank, "blank"];
  if (value === false) return [words.missing, "absent"];
  return typeof value === "string" ? [value, "n"] : [value.text, "raw"];
};
// A cell; with one finding chosen, that one's marks alone.
const cellOf = (page, parts, number_, only) => {
  if (number_ === null) {
    const none = el("td", "none");
    none.title = words.no_cell;
    return none;
  }
  const [text, look] = valueOf(page.cells[number_]);
  const all = (parts.get(number_) || []).filter(([at]) => (only === undefined ? !page.findings[at].settled && page.findings[at].level !== "info" : at === only));
  const cell = el("td", look);
  if (page.doubtful.includes(number_)) {
    cell.classList.add("doubtful");
    cell.title = words.doubtful;
  }
  if (all.length === 0) {
    cell.append(text, cell.title ? el("sup", "", "?") : "");
    return cell;
  }
  const side = all[0][1];
  cell.classList.add("part", side);
  if (all.some(([at]) => page.findings[at].level === "error")) cell.classList.add("bad");
  const numbers = [...new Set(all.map(([at]) => at + 1))];
  const many = numbers.length > 3 ? numbers.slice(0, 3).join(" ") + "…" : numbers.join(" ");
  cell.append(OPEN[side] + text + CLOSE[side], cell.title ? "?" : "", el("sup", "", many));
  return cell;
};
const drawTables = (page, only) => {
  const parts = partsOf(page.findings);
  const form = data.forms[page.form];
  const tables = form.tables.map((table) => {
    const head = el("tr", "", el("th", ""), ...table.columns.map((it) => el("th", "", it)));
    const rows = [];
    let group = "";
    for (const row of table.rows) {
      if (row.group && row.group !== group) {
        const over = el("th", "group", row.group);
        over.colSpan = table.columns.length + 1;
        rows.push(el("tr", "", over));
      }
      group = row.group;
      const name = el("th", "", row.name);
      name.scope = "row";
      rows.push(el("tr", "", name, ...row.cells.map((it) => cellOf(page, parts, it, only))));
    }
    const caption = el("caption", "", `${table.name}${words.colon}${table.title}`);
    return el("div", "scroll", el("table", "form", caption, el("thead", "", head), el("tbody", "", ...rows)));
  });
  return el("section", "tables", el("h3", "", words.tables), el("p", "small", words.marks), ...tables);
};
