// What the page knows: the network's state, what is selected, and what has been seen.

export const store = {
  version: -1,
  groups: [],
  messages: [],
  mailboxes: [],
  mails: [],
  faults: [],
  troubles: [],
  seed: 1,
  strangers: [],
  selected: null,
  channel: "sms",
  mailbox: null,
};

const seen = new Map(JSON.parse(sessionStorage.getItem("seen") ?? "[]"));

export const phones = () => store.groups.flatMap((group) => group.phones);
export const phone = (number) => phones().find((each) => each.number === number);
export const thread = (number, channel) =>
  store.messages.filter((message) => message.phone === number && message.channel === channel);
export const letters = (address) => store.mails.filter((mail) => mail.to === address);

const arrived = (key) => {
  const [kind, name] = key.split(" ");
  if (kind === "mail") return letters(name).length;
  return thread(name, kind).filter((message) => !message.mine).length;
};

export const unread = (key) => Math.max(0, arrived(key) - (seen.get(key) ?? 0));

export function markSeen(key) {
  if (unread(key) === 0) return;
  seen.set(key, arrived(key));
  sessionStorage.setItem("seen", JSON.stringify([...seen]));
}

/** The channels that a phone has, the one with unread messages or the latest message first. */
export const channelsOf = (each) => [...(each.whatsapp ? ["whatsapp"] : []), ...(each.sms ? ["sms"] : [])];

export function bestChannel(number) {
  const own = channelsOf(phone(number) ?? { sms: true, whatsapp: true });
  const fresh = own.find((channel) => unread(`${channel} ${number}`) > 0);
  const last = store.messages.findLast((message) => message.phone === number);
  return fresh ?? last?.channel ?? own[0];
}
