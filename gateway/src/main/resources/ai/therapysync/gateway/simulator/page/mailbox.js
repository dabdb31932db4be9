// The mailbox in the middle.
import { $, el, empty, keyed, linked, post, time } from "./dom.js";
import { letters, markSeen, store } from "./store.js";

function letter(mail) {
  return el(
    "article", "letter",
    el("h3", "", mail.subject || "(no subject)"),
    el("p", "from", el("span", "", mail.from), time(mail.at)),
    linked(mail.text),
  );
}

export function renderMailbox() {
  const box = store.mailboxes.find((each) => each.address === store.mailbox);
  $("mailbox").hidden = !box;
  if (!box) return;
  $("mailbox-name").textContent = box.name;
  $("mailbox-address").textContent = box.address;
  $("refuse").checked = box.refuses;
  const mails = letters(box.address).toReversed();
  if (mails.length === 0) {
    $("mails").replaceChildren(empty("No mail yet", "What the gateway sends to this address comes in here."));
    return;
  }
  $("mails").querySelector(".empty")?.remove();
  keyed($("mails"), mails, (mail) => mail.id, letter);
  if (!document.hidden && document.body.dataset.view === "chat") markSeen(`mail ${box.address}`);
}

export function startMailbox(refresh) {
  $("refuse").addEventListener("change", async (event) => {
    await post("mailbox", { address: store.mailbox, refuse: event.target.checked });
    refresh();
  });
}
