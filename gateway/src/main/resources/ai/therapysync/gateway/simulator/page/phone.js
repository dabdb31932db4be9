// The phone in the middle: its channels, messages, samples and faults.
import { $, el, empty, icon, keyed, linked, post, time } from "./dom.js";
import { avatar } from "./rail.js";
import { channelsOf, markSeen, phone, store, thread, unread } from "./store.js";
import { faultOptions } from "./trouble.js";

const CHANNELS = { whatsapp: "WhatsApp", sms: "SMS" };
const STATUS = {
  queued: ["clock", "queued"],
  sent: ["one", "sent"],
  delivered: ["two", "delivered"],
  read: ["two", "read"],
  undelivered: ["cross", "not delivered"],
  failed: ["cross", "failed"],
};

function ticks(message) {
  if (message.mine) {
    if (message.status === "read") return [icon("two", "read by the gateway")];
    if (message.answer === null) return [icon("clock", "on its way to the gateway")];
    if (message.answer >= 200 && message.answer < 300) return [icon("one", "taken by the gateway")];
    return [el("span", "bad", message.answer ? `gateway answered ${message.answer}` : "no answer from the gateway")];
  }
  const [name, word] = STATUS[message.status] ?? ["one", message.status];
  const mark = icon(name);
  mark.classList.toggle("read", message.status === "read");
  const label = el("span", name === "cross" ? "bad" : "", message.error ? `${word} (${message.error})` : word);
  return [label, mark];
}

function bubble(message) {
  const lost = ["undelivered", "failed"].includes(message.status);
  const node = el(
    "article", `bubble${message.mine ? " mine" : ""}${lost ? " lost" : ""}`,
    el("span", "hidden", message.mine ? "Phone: " : "Gateway: "),
    linked(message.body + message.media.map((url) => `\n${url}`).join("")),
    el("div", "meta", message.provider === "meta" ? el("span", "by", "Meta") : null, time(message.at), ...ticks(message)),
  );
  return message.offer ? el("div", "offering", node, offer(message)) : node;
}

/** Buttons below the bubble, or a list that opens; what is tapped goes to the gateway. */
function offer(message) {
  const box = el("div", "choices", ...message.offer.choices.map((choice) => choiceButton(message, choice)));
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", "Choices");
  return message.offer.list === null ? box : el("details", "list", el("summary", "", message.offer.list), box);
}

function choiceButton(message, choice) {
  const button = el("button", "", choice.title, choice.description ? el("small", "", choice.description) : null);
  button.type = "button";
  button.addEventListener("click", () => post("tap", { message: message.id, choice: choice.id }));
  return button;
}

function renderChannels(each) {
  const own = channelsOf(each).map((channel) => ({
    channel,
    on: channel === store.channel,
    count: channel === store.channel ? 0 : unread(`${channel} ${each.number}`),
  }));
  const box = $("channels");
  const focused = box.contains(document.activeElement);
  keyed(box, own, (item) => item.channel, (item) => {
    const button = el("button", "", CHANNELS[item.channel], item.count ? el("span", "badge", String(item.count)) : null);
    button.type = "button";
    button.setAttribute("aria-pressed", String(item.on));
    button.addEventListener("click", () => (location.hash = `#/phone/${each.number.slice(1)}/${item.channel}`));
    return button;
  });
  if (focused) box.querySelector('[aria-pressed="true"]')?.focus();
}

function renderSamples(each) {
  keyed($("samples"), each.samples.map((sample) => ({ ...sample, number: each.number })), (s) => s.number + s.label, (sample) => {
    const button = el("button", sample.urgent ? "urgent" : "", sample.label);
    button.type = "button";
    button.title = sample.text;
    button.addEventListener("click", () => send(sample.text));
    return button;
  });
}

function renderFault(each) {
  const select = $("fault");
  if (select.childElementCount === 0) {
    const works = el("option", "", "Works");
    works.value = "none";
    select.append(works, ...faultOptions());
  }
  if (document.activeElement !== select) select.value = each.fault;
  select.classList.toggle("on", each.fault !== "none");
}

function renderWhatsapp(each) {
  const select = $("whatsapp-by");
  $("whatsapp-box").hidden = store.channel !== "whatsapp";
  if (document.activeElement !== select) select.value = each.whatsappBy;
}

export function renderPhone() {
  const each = store.selected && phone(store.selected);
  $("phone").hidden = !each;
  if (!each) return;
  $("phone").dataset.channel = store.channel;
  $("phone-name").textContent = each.name;
  $("phone-number").textContent = each.name === each.number ? each.note : `${each.number} · ${each.note}`;
  const face = avatar(each.name);
  face.id = "phone-avatar";
  $("phone-avatar").replaceWith(face);
  renderThread(each);
  renderChannels(each);
  renderSamples(each);
  renderFault(each);
  renderWhatsapp(each);
}

function renderThread(each) {
  const box = $("thread");
  const messages = thread(each.number, store.channel);
  const changed = box.dataset.of !== `${each.number} ${store.channel}`;
  const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 80;
  const before = box.childElementCount;
  if (changed) box.replaceChildren();
  box.dataset.of = `${each.number} ${store.channel}`;
  if (messages.length === 0) {
    box.replaceChildren(empty(`No ${CHANNELS[store.channel]} messages yet`, each.invitation));
    return;
  }
  box.querySelector(".empty")?.remove();
  keyed(box, messages, (message) => message.id, bubble);
  if (changed || (atEnd && before !== box.childElementCount)) box.scrollTop = box.scrollHeight;
  if (!document.hidden && document.body.dataset.view === "chat") markSeen(`${store.channel} ${each.number}`);
}

export async function send(text) {
  const body = text.trim();
  if (!body || !store.selected) return false;
  const sent = await post("text", { from: store.selected, channel: store.channel, body });
  $("thread").scrollTop = $("thread").scrollHeight;
  return sent;
}

export function startPhone(refresh) {
  const text = $("composer-text");
  $("composer").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await send(text.value)) text.value = "";
    text.focus();
    refresh();
  });
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      $("composer").requestSubmit();
    }
  });
  $("fault").addEventListener("change", async (event) => {
    await post("fault", { number: store.selected, fault: event.target.value });
    event.target.blur();
    refresh();
  });
  $("whatsapp-by").addEventListener("change", async (event) => {
    await post("whatsapp", { number: store.selected, by: event.target.value });
    event.target.blur();
    refresh();
  });
  $("samples").addEventListener("click", () => setTimeout(refresh, 50));
}
