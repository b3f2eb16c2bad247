"use strict";
/* Everything works without this file: it suggests while one types, and makes pictures answer to the pointer. */

const wait = (work, ms) => { let timer; return (...all) => { clearTimeout(timer); timer = setTimeout(work, ms, ...all); }; };

/* --- a static edition has no one to ask: its search looks through the list of all that it has, fetched once --- */
const folded = (words) => words.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, " ").trim();
const lists = new Map();
async function lookThrough(address, typed) {
  if (!lists.has(address)) lists.set(address, fetch(address).then((answer) => answer.json()));
  const asked = folded(typed).split(" ").filter(Boolean);
  if (!asked.length) return [];
  const at = new URL(address, location.href);
  const ranked = (await lists.get(address)).hits.map((hit) => [" " + folded(hit.words), hit])
    .filter(([words]) => asked.every((word) => words.includes(" " + word)))
    .map(([words, hit], n) => [words.startsWith(" " + asked.join(" ")) ? 0 : 1, n, hit]);
  return ranked.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, , hit]) => ({ ...hit, href: new URL(hit.href, at).href }));
}
async function showFound(form, list) {
  const typed = new URLSearchParams(location.search).get("q");
  if (!typed) return;
  form.querySelector("input[type=search]").value = typed;
  const hits = await lookThrough(form.dataset.all, typed).catch(() => []);
  list.replaceChildren(...hits.slice(0, 50).map((hit) => {
    const item = document.createElement("li"), link = document.createElement("a"), what = document.createElement("span");
    link.href = hit.href;
    link.textContent = hit.name;
    what.className = "note";
    what.textContent = hit.what;
    item.append(link, " ", what);
    return item;
  }));
  list.hidden = !hits.length;
  document.getElementById("inga-traffar").hidden = hits.length > 0;
}

/* --- suggestions: a combobox over the links that the search page itself would show --- */
function suggest(form) {
  const input = form.querySelector("input[type=search]");
  const list = document.createElement("ul");
  list.id = input.id + "-forslag";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.querySelector("label").textContent);
  list.hidden = true;
  form.append(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) input.setAttribute(name, value);
  let chosen = -1, latest = 0;

  const close = () => { list.hidden = true; chosen = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const choose = (n) => {
    const options = [...list.children];
    chosen = (n + options.length) % options.length;
    options.forEach((one, i) => one.setAttribute("aria-selected", String(i === chosen)));
    input.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  };
  const show = (hits) => {
    list.replaceChildren(...hits.map((hit, n) => {
      const option = document.createElement("li");
      option.id = list.id + "-" + n;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.href = hit.href;
      option.append(hit.name);
      const what = document.createElement("small");
      what.textContent = hit.what;
      option.append(what);
      return option;
    }));
    list.hidden = hits.length === 0;
    input.setAttribute("aria-expanded", String(hits.length > 0));
    chosen = -1;
    input.removeAttribute("aria-activedescendant");
  };
  const ask = wait(async () => {
    const mine = ++latest;
    if (input.value.trim().length < 2) { close(); return; }
    if (form.dataset.all) {
      const hits = await lookThrough(form.dataset.all, input.value).catch(() => []);
      if (mine === latest) show(hits.slice(0, 8));
      return;
    }
    const query = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.getAttribute("action") + ".json?" + query).catch(() => null);
    if (mine !== latest || !answer || !answer.ok) return;
    const found = await answer.json();
    show([...found.hits, ...found.near].slice(0, 8));
  }, 120);

  input.addEventListener("input", ask);
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") { choose(chosen + 1); event.preventDefault(); }
    else if (event.key === "ArrowUp") { choose(chosen < 0 ? -1 : chosen - 1); event.preventDefault(); }
    else if (event.key === "Escape") { close(); event.preventDefault(); }
    else if (event.key === "Enter" && chosen >= 0) { location.assign(list.children[chosen].dataset.href); event.preventDefault(); }
  });
  list.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) { event.preventDefault(); location.assign(option.dataset.href); }
  });
  input.addEventListener("blur", () => setTimeout(close, 150));
}

/* --- pictures: the drawn picture is replaced by the same one, alive, when somebody points at it or asks for it --- */
const dark = matchMedia("(prefers-color-scheme: dark)"), narrow = matchMedia("(max-width: 40rem)");
const TOLD = "vg-tooltip-element"; // as vega-tooltip names it; made here to stand within the page's main part
let drawing, hatchings = 0;
function drawer() {
  drawing ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = document.body.dataset.vega;
    script.onload = () => done(window.vegaEmbed);
    script.onerror = failed;
    document.head.append(script);
  });
  return drawing;
}

const drawn = (name, attributes, ...inside) => {
  const one = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
  one.append(...inside);
  return one;
};

/* What is not certain is hatched; in the specification a colour that is the same nowhere else stands for it. */
function hatch(svg, hatches) {
  for (const [colour, [stroke, between]] of Object.entries(hatches)) {
    const marks = svg.querySelectorAll(`[fill="${colour}"]`);
    if (!marks.length) continue;
    const id = "hatching-" + ++hatchings;
    svg.prepend(drawn("defs", {}, drawn("pattern", { id, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      drawn("rect", { width: 6, height: 6, fill: between }), drawn("rect", { width: 2, height: 6, fill: stroke }))));
    for (const mark of marks) mark.setAttribute("fill", `url(#${id})`);
  }
}

async function draw(figure) {
  const still = figure.querySelector("picture");
  const address = new URL(figure.dataset.spec, location.href);
  address.searchParams.set("theme", dark.matches ? "dark" : "light");
  if (narrow.matches) address.searchParams.set("size", "narrow");
  const place = document.createElement("div");
  place.className = "alive";
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", still.querySelector("img").alt);
  place.hidden = true;
  try {
    const [embed, spec] = await Promise.all([drawer(), fetch(address).then((answer) => answer.json())]);
    still.after(place);
    if (!document.getElementById(TOLD)) { const told = document.createElement("div"); told.id = TOLD; document.querySelector("main").append(told); }
    // No eval and no style written by script: the page's policy allows neither.
    await embed(place, spec, { mode: "vega-lite", ast: true, actions: false, renderer: "svg", defaultStyle: false, tooltip: { disableDefaultStyle: true } });
    hatch(place.querySelector("svg"), spec.usermeta.hatches);
    place.hidden = false;
    still.hidden = true;
  } catch { place.remove(); /* the drawn picture stays */ }
}

const alive = new Map();
const enliven = (figure) => {
  if (!alive.has(figure)) alive.set(figure, draw(figure));
  return alive.get(figure);
};
function drawAgain() {
  for (const figure of alive.keys()) {
    figure.querySelector(".alive")?.remove();
    figure.querySelector("picture").hidden = false;
    alive.set(figure, draw(figure));
  }
}

/* A button for those who do not point: it goes from mark to mark, and says what pointing would show. */
function explore(figure) {
  const line = document.createElement("p"), button = document.createElement("button"), said = document.createElement("span");
  line.className = "explore";
  button.type = "button";
  button.textContent = figure.dataset.explore;
  said.setAttribute("role", "status");
  line.append(button, said);
  figure.querySelector("picture").after(line);
  let at = -1, mark;

  const leave = () => { mark?.dispatchEvent(new MouseEvent("mouseout", { bubbles: true })); mark = null; }; // what Vega ends a tooltip by
  const step = async (by) => {
    await enliven(figure);
    const told = new Map();
    for (const one of figure.querySelectorAll(".alive svg *")) {
      const words = one.__data__?.tooltip;
      if (words && !told.has(words)) told.set(words, one);
    }
    const all = [...told];
    if (!all.length) return;
    leave();
    at = at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
    mark = all[at][1];
    const where = mark.getBoundingClientRect();
    mark.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, clientX: where.x + where.width / 2, clientY: where.y + where.height / 2 }));
    said.textContent = `${at + 1}/${all.length}: ${all[at][0]} (${figure.dataset.how})`;
  };
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  button.addEventListener("click", () => step(1));
  button.addEventListener("keydown", (event) => {
    if (event.key in steps && at >= 0) { step(steps[event.key]); event.preventDefault(); }
    else if (event.key === "Escape") { leave(); said.textContent = ""; }
  });
  button.addEventListener("blur", leave);
}

for (const form of document.querySelectorAll("form[role=search]")) {
  suggest(form);
  const list = document.getElementById("traffar");
  if (form.dataset.all && list) showFound(form, list);
}
for (const figure of document.querySelectorAll("figure[data-spec]")) {
  explore(figure);
  figure.addEventListener("pointerenter", () => enliven(figure), { once: true });
}
for (const media of [dark, narrow]) media.addEventListener("change", drawAgain);
