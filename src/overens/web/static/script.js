"use strict";
/* Everything works without this file: it suggests while one types, and makes pictures answer to the pointer. */

const wait = (work, ms) => { let timer; return (...all) => { clearTimeout(timer); timer = setTimeout(work, ms, ...all); }; };

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

/* --- pictures: the drawn picture is replaced by the same one, alive, when somebody points at it --- */
let drawing;
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

async function enliven(figure) {
  if (figure.dataset.alive) return;
  figure.dataset.alive = "begun";
  const still = figure.querySelector("picture");
  try {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const address = figure.dataset.spec + (figure.dataset.spec.includes("?") ? "&" : "?") + (dark ? "theme=dark" : "theme=light");
    const [embed, answer] = await Promise.all([drawer(), fetch(address)]);
    const place = document.createElement("div");
    place.className = "alive";
    place.setAttribute("role", "img");
    place.setAttribute("aria-label", still.querySelector("img").alt);
    place.hidden = true;
    still.after(place);
    // No eval and no style written by script: the page's policy allows neither.
    await embed(place, await answer.json(), { mode: "vega-lite", ast: true, actions: false, renderer: "svg", defaultStyle: false, tooltip: { disableDefaultStyle: true } });
    place.hidden = false;
    still.hidden = true;
    figure.dataset.alive = "done";
  } catch { figure.dataset.alive = "failed"; /* the drawn picture stays */ }
}

for (const form of document.querySelectorAll("form[role=search]")) suggest(form);
for (const figure of document.querySelectorAll("figure[data-spec]")) {
  figure.addEventListener("pointerenter", () => enliven(figure), { once: true });
}
for (const select of document.querySelectorAll("select[data-go]")) {
  select.addEventListener("change", () => select.form.requestSubmit());
}
