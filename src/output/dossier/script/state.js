// Where the reader is stands in the address, so that a place can be sent to somebody: #region=…&status=…&a=KEY&f=2
const FILTERS = ["q", "year", "region", "status", "rule", "has", "who"];
const PLACES = ["sort", "v", "a", "f"];
let state = {};

const readState = () => {
  const given = new URLSearchParams(location.hash.slice(1));
  state = {};
  for (const key of [...FILTERS, ...PLACES]) {
    const value = given.get(key);
    if (value) state[key] = value;
  }
};
const hashOf = (changes) => {
  const wanted = new URLSearchParams();
  const next = { ...state, ...changes };
  for (const key of [...FILTERS, ...PLACES]) if (next[key]) wanted.set(key, next[key]);
  return "#" + wanted.toString();
};
// A step that "back" undoes.
const go = (changes) => {
  location.hash = hashOf(changes);
};
// A change that "back" does not stop at, as every letter of a search.
const set = (changes) => {
  history.replaceState(null, "", hashOf(changes));
  readState();
};

// The words of each agency, made when somebody looks for the first time.
const texts = [];
const textsOf = (number) => {
  if (texts[number]) return texts[number];
  const agency = data.agencies[number];
  const head = [agency.name, regionOf(agency), agency.year, statusName[agency.status], agency.assignee, agency.absent, ...(agency.people || [])];
  const rules = (agency.rules || []).map((rule) => `${data.rules[rule].id} ${data.rules[rule].name}`);
  const page = read("d-" + agency.key) || { findings: [], notes: [] };
  const found = page.findings.flatMap((it) => [`${it.place}${words.colon}${it.text}`, ...it.filed, it.verdict, it.reason]);
  const noted = page.notes.map((it) => it.text);
  // Not in the text of the report: what is looked for stands in nearly all of them.
  const lines = [...found, ...noted].filter((it) => it);
  texts[number] = { head: plain([...head, ...rules].filter((it) => it).join("\n")), all: plain(lines.join("\n")), lines };
  return texts[number];
};
const soughtNow = () => plain(state.q || "").split(/\s+/).filter((it) => it);

const HAS = {
  error: (it) => it.errors > 0,
  warning: (it) => it.warnings > 0,
  open: (it) => it.open > 0,
  none: (it) => it.errors === 0 && it.warnings === 0,
  notes: (it) => it.notes > 0,
  overdue: (it) => it.overdue === true,
};
const fits = (number, sought) => {
  const it = data.agencies[number];
  const has = Object.hasOwn(HAS, state.has) && HAS[state.has];
  return (
    (!state.year || String(it.year) === state.year) &&
    (!state.region || regionOf(it).startsWith(state.region)) &&
    (!state.status || it.status === state.status) &&
    (!state.rule || (it.rules || []).some((rule) => data.rules[rule].id === state.rule)) &&
    (!has || has(it)) &&
    (!state.who || it.assignee === state.who || (it.people || []).includes(state.who)) &&
    sought.every((word) => textsOf(number).head.includes(word) || textsOf(number).all.includes(word))
  );
};
const SORT = {
  errors: (one, other) => (other.errors || 0) - (one.errors || 0) || (other.warnings || 0) - (one.warnings || 0),
  score: (one, other) => (Number(other.score) || 0) - (Number(one.score) || 0),
  name: (one, other) => one.name.localeCompare(other.name, document.documentElement.lang),
};
let shown = [];
const narrow = () => {
  const sought = soughtNow();
  shown = data.agencies.map((_, number) => number).filter((number) => fits(number, sought));
  const order = SORT[state.sort];
  if (Object.hasOwn(SORT, state.sort)) shown.sort((one, other) => order(data.agencies[one], data.agencies[other]) || one - other);
};
