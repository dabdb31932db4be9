// What the gateway sees: incidents with ladder and timeline, conversations, decisions.
import { $, el, empty, keyed, time } from "./dom.js";

const TONES = {
  pending: "warn", notified: "warn", acknowledged: "good", resolved: "good", unanswered: "bad",
  imminent: "bad", high: "warn", failed: "bad", paged: "warn", sms: "", whatsapp: "",
};

const pill = (word) => el("span", `pill ${TONES[word] ?? ""}`.trim(), word);

function rung(each) {
  return el(
    "li", "",
    el("span", "step", String(each.position)),
    el("span", "", each.contact, " ", el("span", "ways", each.round > 1 ? `${each.ways} · round ${each.round}` : each.ways)),
    pill(each.status),
  );
}

function event(each) {
  return el("li", "", time(each.at, true), each.what, each.detail ? el("span", "detail", each.detail) : null);
}

function incident(each) {
  const calm = ["acknowledged", "resolved"].includes(each.status);
  const node = el(
    "article", `card incident ${calm ? "calm" : each.level}`,
    el("header", "", el("h3", "", each.person), pill(each.level), pill(each.status),
      el("p", "opened", "Opened ", time(each.openedAt, true))),
  );
  if (each.rungs.length) node.append(el("h4", "", "Ladder"), el("ul", "ladder", ...each.rungs.map(rung)));
  if (each.events.length) node.append(el("h4", "", "Timeline"), el("ol", "timeline", ...each.events.map(event)));
  return node;
}

function conversation(each) {
  return el(
    "article", "card dense",
    el("div", "line", el("b", "", each.person), time(each.at)),
    el("p", "last", each.lastText),
    el("div", "line", pill(each.channel), each.nextTurn ? el("span", "why", each.nextTurn) : null),
  );
}

function decision(each) {
  return el(
    "article", "card dense",
    el("div", "line", el("b", "", each.gate), time(each.at, true)),
    el("div", "line", el("span", "why", each.person), pill(each.outcome)),
    each.why ? el("p", "why", each.why) : null,
  );
}

function fill(panel, items, keyOf, build, title, hint) {
  if (items.length === 0) {
    if (!panel.querySelector(".empty")) panel.replaceChildren(empty(title, hint));
    return;
  }
  panel.querySelector(".empty")?.remove();
  keyed(panel, items, keyOf, build);
}

export function renderGateway(insight) {
  fill($("panel-incidents"), insight.incidents, (each) => each.id, incident,
    "No incidents", "Send a cry for help from one of the phones, and watch who is told, and how.");
  fill($("panel-conversations"), insight.conversations, (each) => `${each.person} ${each.channel}`, conversation,
    "No conversations yet", "Write from one of the phones on the left.");
  fill($("panel-decisions"), insight.decisions, (each) => `${each.at} ${each.person} ${each.gate} ${each.outcome}`, decision,
    "No decisions yet", "Each gate that a message passes says here what it decided, and why.");
  const open = insight.incidents.filter((each) => !["resolved", "acknowledged"].includes(each.status)).length;
  for (const count of document.querySelectorAll(".count")) {
    count.textContent = String(open);
    count.hidden = open === 0;
    count.setAttribute("aria-label", `${open} open`);
  }
}

export function startGateway() {
  const tabs = [...document.querySelectorAll('[role="tab"]')];
  const choose = (tab) => {
    for (const each of tabs) {
      const on = each === tab;
      each.setAttribute("aria-selected", String(on));
      each.tabIndex = on ? 0 : -1;
      $(each.getAttribute("aria-controls")).hidden = !on;
    }
  };
  tabs.forEach((tab, index) => {
    tab.addEventListener("click", () => choose(tab));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = tabs[(index + step + tabs.length) % tabs.length];
      choose(next);
      next.focus();
    });
  });
  document.querySelector('[data-go="gateway"]').append(el("span", "count"));
  document.querySelector('[data-go="gateway"] .count').hidden = true;
}
