// Brings the page to life: asks for news, follows the address, and draws.
import { $, post, toast } from "./dom.js";
import { renderGateway, startGateway } from "./gateway.js";
import { renderMailbox, startMailbox } from "./mailbox.js";
import { renderPhone, startPhone } from "./phone.js";
import { renderRail } from "./rail.js";
import { bestChannel, channelsOf, phone, phones, store } from "./store.js";
import { renderTrouble, startTrouble } from "./trouble.js";

function draw() {
  for (const button of document.querySelectorAll("[data-go]")) {
    button.setAttribute("aria-current", String(button.dataset.go === document.body.dataset.view));
  }
  renderPhone();
  renderMailbox();
  renderRail();
  renderTrouble();
}

/** The address says what is selected: #/phone/12025550141/sms or #/mail/tom@demo.example. */
function follow() {
  const [, kind, name, channel] = decodeURIComponent(location.hash).split("/");
  store.mailbox = kind === "mail" ? name : null;
  store.selected = kind === "phone" ? `+${name}` : null;
  if (!store.mailbox && !store.selected) store.selected = phones()[0]?.number ?? null;
  if (store.selected) {
    addStranger(store.selected);
    const each = phone(store.selected);
    store.channel = each && channelsOf(each).includes(channel) ? channel : bestChannel(store.selected);
    look();
  }
  draw();
}

function addStranger(number) {
  if (phone(number) || store.version < 0) return;
  store.strangers.push(number);
  mergeStrangers();
}

/** Phones that were named here and have not written yet are known to this page only. */
function mergeStrangers() {
  const others = store.groups.find((group) => group.kind === "other");
  for (const number of store.strangers) {
    if (!phone(number)) others.phones.push({ ...others.blank, name: number, number });
  }
}

function link(up) {
  $("link").className = `link ${up ? "up" : "down"}`;
  const text = up ? "Network up" : "No answer";
  if ($("link-text").textContent !== text) $("link-text").textContent = text;
}

async function refresh() {
  try {
    const answer = await fetch(`/simulator/api/state?after=${store.version}`);
    link(answer.ok);
    if (answer.status !== 200) return;
    const first = store.version < 0;
    Object.assign(store, await answer.json());
    mergeStrangers();
    if (first) follow();
    else draw();
  } catch {
    link(false);
  }
}

async function refreshGateway() {
  try {
    const answer = await fetch("/simulator/api/insight");
    if (answer.ok) renderGateway(await answer.json());
  } catch {
    link(false);
  }
}

/** A phone that is on the screen is in its holder's hands. */
function look() {
  if (!document.hidden && store.selected && phone(store.selected) && store.version >= 0) {
    post("look", { number: store.selected, channel: store.channel }, true);
  }
}

function repeat(work, millis) {
  const again = () => work().finally(() => setTimeout(again, document.hidden ? millis * 4 : millis));
  again();
}

function startTheme() {
  const root = document.documentElement;
  const stored = localStorage.getItem("theme");
  if (stored) root.dataset.theme = stored;
  $("theme").addEventListener("click", () => {
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    localStorage.setItem("theme", root.dataset.theme);
  });
}

function startStranger() {
  $("stranger").addEventListener("submit", (event) => {
    event.preventDefault();
    const number = $("stranger-number").value.replace(/[^+0-9]/g, "");
    if (!/^\+[0-9]{7,15}$/.test(number)) {
      toast("Write the number with + and its country code, like +12025550190");
      return;
    }
    $("stranger-number").value = "";
    document.body.dataset.view = "chat";
    location.hash = `#/phone/${number.slice(1)}`;
  });
}

startTheme();
startGateway();
startPhone(refresh);
startMailbox(refresh);
startTrouble(refresh);
startStranger();
document.querySelector(".views").addEventListener("click", (event) => {
  const button = event.target.closest("[data-go]");
  if (!button) return;
  document.body.dataset.view = button.dataset.go;
  draw();
});
addEventListener("hashchange", follow);
document.addEventListener("visibilitychange", () => { look(); draw(); });
setInterval(look, 10_000);
repeat(refresh, 700);
repeat(refreshGateway, 1500);
