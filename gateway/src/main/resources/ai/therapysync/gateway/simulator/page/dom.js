// Small tools for building and updating the page; text is always set as text, never as markup.

export const $ = (id) => document.getElementById(id);

export function el(tag, classes, ...children) {
  const node = document.createElement(tag);
  if (classes) node.className = classes;
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export function icon(name, label) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  if (label) {
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", label);
  } else {
    svg.setAttribute("aria-hidden", "true");
  }
  return svg;
}

/** Makes a parent's children match the items; an element stays as long as its item is the same. */
export function keyed(parent, items, keyOf, build) {
  const old = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  const wanted = items.map((item) => {
    const key = String(keyOf(item));
    const print = JSON.stringify(item);
    const found = old.get(key);
    if (found?.dataset.print === print) return found;
    const fresh = build(item);
    fresh.dataset.key = key;
    fresh.dataset.print = print;
    if (found) fresh.classList.add("still");
    return fresh;
  });
  const staying = new Set(wanted);
  for (const child of [...parent.children]) if (!staying.has(child)) child.remove();
  wanted.forEach((node, place) => {
    if (parent.children[place] !== node) parent.insertBefore(node, parent.children[place] ?? null);
  });
}

/** The text with its web addresses as links that open in a new tab. */
export function linked(text) {
  const box = el("div", "words");
  let from = 0;
  for (const found of text.matchAll(/https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g)) {
    box.append(text.slice(from, found.index));
    const link = el("a", "", found[0]);
    link.href = found[0];
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    box.append(link);
    from = found.index + found[0].length;
  }
  box.append(text.slice(from));
  return box;
}

const hours = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const seconds = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit" });

export function time(at, exact = false) {
  const node = el("time", "", (exact ? seconds : hours).format(new Date(at)));
  node.dateTime = at;
  return node;
}

export function empty(title, hint) {
  return el("p", "empty", el("b", "", title), hint);
}

let hiding = 0;
export function toast(text) {
  const box = $("toast");
  box.textContent = text;
  box.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => (box.hidden = true), 6000);
}

export async function post(path, body, quiet = false) {
  try {
    const answer = await fetch(`/simulator/api/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok && !quiet) toast((await answer.json()).error ?? `That failed (${answer.status})`);
    return answer.ok;
  } catch {
    if (!quiet) toast("The gateway does not answer. Is it still running?");
    return false;
  }
}
