// What goes wrong on the network: the choices of faults, and the panel that lists and adds them.
import { $, el, empty, keyed, post } from "./dom.js";
import { phone, store } from "./store.js";

export const FAULTS = {
  duplicate_webhook: "Arrives twice",
  late_webhook: "Arrives 20 s late",
  overtaken_webhook: "Arrives after the next one",
  lost_webhook: "Never arrives (Twilio's list has it)",
  no_number: "Comes without a number (user id)",
  refused: "Refused: no usable number (21211, 131026)",
  opted_out: "Refused: unsubscribed (21610)",
  throttled: "Refused: too many requests (429)",
  crowded: "Refused: too many to this person (131056)",
  broken: "Provider error (500), nothing taken",
  lost_answer: "Provider error (500), yet delivered",
  cut_off: "Connection breaks, yet delivered",
  slow: "Answers after 12 s",
  unreachable: "Undelivered after sending (30003, 131026)",
  window_closed: "Outside the 24-hour window (63016, 131047)",
  throttled_later: "Failed afterwards: too many (63018, 130429)",
  silent: "No delivery receipt, ever",
  early_status: "Comes before the answer",
  duplicate_status: "Comes twice",
  late_status: "Comes 20 s late",
  overtaken_status: "Comes after the next one",
};
const DIRECTIONS = {
  webhooks: "What the phone sends",
  answers: "When the gateway sends",
  fates: "After it was accepted",
  statuses: "Each status",
};
const PROVIDERS = { twilio: "Twilio", meta: "Meta" };

/** What passes on a bad day; what ends a conversation for good is not among it. */
const BAD_DAY = [
  "duplicate_webhook", "late_webhook", "overtaken_webhook", "throttled", "crowded", "broken", "lost_answer",
  "cut_off", "window_closed", "throttled_later", "early_status", "duplicate_status", "late_status", "overtaken_status",
];

function option(value, text) {
  const node = el("option", "", text);
  node.value = value;
  return node;
}

/** The faults as groups of options. */
export function faultOptions() {
  return Object.entries(DIRECTIONS).map(([direction, title]) => {
    const group = document.createElement("optgroup");
    group.label = title;
    group.append(
      ...store.faults.filter((each) => each.direction === direction).map((each) => option(each.word, FAULTS[each.word] ?? each.word)),
    );
    return group;
  });
}

const directionOf = (word) => DIRECTIONS[store.faults.find((each) => each.word === word)?.direction] ?? "";

function often(trouble) {
  if (trouble.often === "next") return trouble.amount === 1 ? "the next time" : `the next ${trouble.amount} times`;
  return trouble.often === "chance" ? `${trouble.amount} in 100` : "always";
}

function where(trouble) {
  const who = trouble.number ? (phone(trouble.number)?.name ?? trouble.number) : "all phones";
  return `${who}, ${trouble.provider ? PROVIDERS[trouble.provider] : "Twilio and Meta"}`;
}

function row(trouble) {
  const end = el("button", "quiet", "End");
  end.type = "button";
  end.setAttribute("aria-label", `End: ${FAULTS[trouble.fault] ?? trouble.fault}, ${where(trouble)}`);
  end.addEventListener("click", () => post("trouble/end", place(trouble)));
  return el(
    "li", "",
    el("div", "", el("span", "kind", directionOf(trouble.fault)), el("b", "", FAULTS[trouble.fault] ?? trouble.fault),
      el("span", "why", `${where(trouble)} · ${often(trouble)}`)),
    end,
  );
}

const place = ({ fault, number, provider }) => ({ fault, number: number ?? "", provider: provider ?? "" });

/** The phone that is on the screen can be chosen, and providers with which the fault can happen. */
function renderChoices() {
  const who = $("trouble-phone");
  const each = store.selected && phone(store.selected);
  const wanted = [["", "All phones"], ...(each ? [[each.number, each.name]] : [])];
  keyed(who, wanted, (item) => item[0] || "all", ([value, text]) => option(value, text));
  const kind = store.faults.find((one) => one.word === $("trouble-fault").value);
  const by = $("trouble-provider");
  const able = kind?.providers ?? [];
  const ways = able.length === 2 ? [["", "Twilio and Meta"]] : [];
  keyed(by, [...ways, ...able.map((word) => [word, PROVIDERS[word]])], (item) => item[0] || "both", ([value, text]) =>
    option(value, text));
}

export function renderTrouble() {
  const select = $("trouble-fault");
  if (select.childElementCount === 0 && store.faults.length) select.append(...faultOptions());
  renderChoices();
  const list = $("troubles");
  if (store.troubles.length === 0) {
    if (!list.querySelector(".empty")) list.replaceChildren(el("li", "none", empty("Everything works", "Add a fault, or have a bad day, and see what the gateway makes of it.")));
  } else {
    list.querySelector(".none")?.remove();
    keyed(list, store.troubles, (each) => `${each.fault} ${each.number} ${each.provider}`, row);
  }
  $("trouble-clear").hidden = store.troubles.length === 0;
  const badge = $("trouble-count");
  badge.textContent = String(store.troubles.length);
  badge.hidden = store.troubles.length === 0;
  if (document.activeElement !== $("seed")) $("seed").value = store.seed;
}

function renderAmount() {
  const kind = $("trouble-often").value;
  $("trouble-amount-box").hidden = kind === "always";
  $("trouble-unit").textContent = kind === "next" ? "times" : "in 100";
}

export function startTrouble(refresh) {
  $("trouble-fault").addEventListener("change", () => {
    renderChoices();
    $("trouble-provider").selectedIndex = 0;
  });
  $("trouble-often").addEventListener("change", renderAmount);
  renderAmount();
  $("trouble").addEventListener("submit", async (event) => {
    event.preventDefault();
    const kind = $("trouble-often").value;
    await post("trouble", {
      fault: $("trouble-fault").value,
      number: $("trouble-phone").value,
      provider: $("trouble-provider").value,
      often: kind,
      ...(kind === "always" ? {} : { amount: Number($("trouble-amount").value) }),
    });
    refresh();
  });
  $("bad-day").addEventListener("click", async () => {
    for (const fault of BAD_DAY) await post("trouble", { fault, often: "chance", amount: 5 });
    await post("trouble", { fault: "lost_webhook", provider: "twilio", often: "chance", amount: 5 });
    refresh();
  });
  $("trouble-clear").addEventListener("click", async () => {
    await post("trouble/end-all", {});
    refresh();
  });
  $("seed-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    await post("seed", { seed: Number($("seed").value) });
    $("seed").blur();
    refresh();
  });
}
