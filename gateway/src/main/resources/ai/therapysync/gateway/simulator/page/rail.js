// The list of phones and mailboxes.
import { $, el, icon, keyed, time } from "./dom.js";
import { channelsOf, letters, store, unread } from "./store.js";

const initials = (name) =>
  name.startsWith("+") ? "#" : name.split(/\s+/).slice(0, 2).map((part) => part[0]).join("");

const shade = (name) => [...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 6;

export function avatar(name) {
  const node = el("span", `avatar c${shade(name)}`, initials(name));
  node.setAttribute("aria-hidden", "true");
  return node;
}

function phoneRow(phone) {
  const last = store.messages.findLast((message) => message.phone === phone.number);
  const count = channelsOf(phone).reduce((sum, channel) => sum + unread(`${channel} ${phone.number}`), 0);
  return {
    key: `phone ${phone.number}`,
    name: phone.name,
    note: last ? (last.mine ? "You: " : "") + last.body : phone.note,
    hover: phone.note,
    at: last?.at ?? "",
    count,
    fault: phone.fault !== "none",
    current: store.selected === phone.number,
    go: `#/phone/${phone.number.slice(1)}`,
  };
}

function mailRow(box) {
  const last = letters(box.address).at(-1);
  return {
    key: `mail ${box.address}`,
    name: box.name,
    note: last?.subject ?? box.address,
    hover: box.address,
    at: last?.at ?? "",
    count: unread(`mail ${box.address}`),
    fault: box.refuses,
    mail: true,
    current: store.mailbox === box.address,
    go: `#/mail/${box.address}`,
  };
}

function build(row) {
  const face = row.mail ? el("span", "avatar mail", icon("mail")) : avatar(row.name);
  const mark = el("span", "mark");
  if (row.count) mark.append(el("span", "badge", String(row.count)));
  else if (row.fault) mark.append(el("span", "badge fault", "fault"));
  const button = el(
    "button", "row", face,
    el("span", "name", row.name),
    row.at ? time(row.at) : el("span", "time"),
    el("span", "note", row.note), mark,
  );
  button.type = "button";
  button.title = row.hover;
  if (row.current) button.setAttribute("aria-current", "true");
  if (row.count) button.setAttribute("aria-label", `${row.name}, ${row.count} new`);
  button.addEventListener("click", () => {
    document.body.dataset.view = "chat";
    location.hash = row.go;
  });
  return el("li", "", button);
}

/** Rows are replaced even while one has the focus; the focus follows to its successor. */
export function renderRail() {
  const focused = document.activeElement?.closest("li")?.dataset.key;
  const groups = store.groups.map((each) => ({ title: each.title, rows: each.phones.map(phoneRow) }));
  groups.push({ title: "Mailboxes", rows: store.mailboxes.map(mailRow) });
  keyed($("rail-groups"), groups.filter((each) => each.rows.length).map((each) => each.title), String, (title) =>
    el("section", "", el("h2", "", title), el("ul")));
  [...$("rail-groups").children].forEach((section) => {
    const own = groups.find((each) => each.title === section.dataset.key);
    keyed(section.querySelector("ul"), own.rows, (row) => row.key, build);
  });
  if (focused) document.querySelector(`li[data-key="${CSS.escape(focused)}"] button`)?.focus({ preventScroll: true });
}
