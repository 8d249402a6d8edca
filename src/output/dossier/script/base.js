// What stands on the page is made here, as text: nothing that is read is ever taken for markup.
const read = (id) => {
  const holder = document.getElementById(id);
  return holder && JSON.parse(holder.textContent);
};
const data = read("data");
const words = data.words;
const say = (name, values) => words[name].replace(/\{(\w+)\}/g, (all, key) => (values && key in values ? values[key] : all));
const el = (tag, look, ...inside) => {
  const node = document.createElement(tag);
  if (look) node.className = look;
  node.append(...inside.filter((it) => it !== null && it !== undefined && it !== ""));
  return node;
};
const link = (href, look, ...inside) => {
  const node = el("a", look, ...inside);
  node.href = href;
  return node;
};
const button = (text, look, act) => {
  const node = el("button", look, text);
  node.type = "button";
  node.addEventListener("click", act);
  return node;
};
const statusName = Object.fromEntries(data.statuses);
const regionOf = (agency) => agency.region.join("");
// Letters of full and of half width, small and large, are alike.
const plain = (text) => text.normalize("NFKC").toLowerCase();
const joined = (texts) => texts.filter((it) => it).join(words.separator);

// A text in which the words that were looked for stand out.
const marked = (text, sought) => {
  const found = [];
  const low = text.toLowerCase();
  for (const word of sought) {
    for (let at = low.indexOf(word); word && at >= 0; at = low.indexOf(word, at + word.length)) found.push([at, at + word.length]);
  }
  if (found.length === 0 || low.length !== text.length) return [text];
  found.sort((one, other) => one[0] - other[0]);
  const parts = [];
  let done = 0;
  for (const [from, to] of found) {
    if (from < done) continue;
    parts.push(text.slice(done, from), el("mark", "", text.slice(from, to)));
    done = to;
  }
  parts.push(text.slice(done));
  return parts;
};
