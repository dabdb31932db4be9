// What happens elsewhere: refreshes what shows it, counts in the navigation and the title, and beeps.
// An element that shows something live says: hx-trigger="live:incident from:body"
"use strict";
(() => {
  const source = document.body.dataset.events;
  if (!source) return;
  const title = document.title;
  const silent = "console-silent";
  const words = {
    incident: ["Somebody is in danger: a new incident is open.", "/console/crises"],
    human: ["Somebody asks for a human.", "/console/conversations"],
    channel: ["A channel takes no messages.", "/console"],
  };
  let sound = null;
  let retry = 1000;

  function connection(state, text) {
    const line = document.querySelector("[data-connection]");
    if (!line) return;
    line.querySelector(".dot").className = "dot " + state;
    line.querySelector("[data-connection-words]").textContent = text;
  }

  const isSilent = () => localStorage.getItem(silent) === "yes";

  function showSound() {
    document.querySelector("[data-sound]")?.setAttribute("aria-pressed", String(!isSilent()));
  }

  // Two rising tones; a browser plays nothing before its reader has touched the page.
  function beep() {
    if (isSilent()) return;
    sound ??= new AudioContext();
    if (sound.state === "suspended") sound.resume();
    [660, 880].forEach((pitch, index) => {
      const tone = sound.createOscillator();
      const volume = sound.createGain();
      const from = sound.currentTime + index * 0.22;
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.0001, from);
      volume.gain.exponentialRampToValueAtTime(0.25, from + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, from + 0.2);
      tone.connect(volume).connect(sound.destination);
      tone.start(from);
      tone.stop(from + 0.22);
    });
  }

  function counts(state) {
    const all = { ...state, alarm: (state.incidents ?? 0) + (state.humans ?? 0) };
    for (const badge of document.querySelectorAll("[data-count]")) {
      const count = all[badge.dataset.count] ?? 0;
      badge.hidden = count === 0;
      badge.textContent = count;
    }
    document.title = all.alarm > 0 ? `(${all.alarm}) ${title}` : title;
  }

  function happened(kind, data) {
    document.body.dispatchEvent(new CustomEvent("live:" + kind, { detail: data, bubbles: true }));
    if (data.alarm && words[kind]) {
      const [text, href] = words[kind];
      window.consoleToast(text, { alarm: true, href });
      beep();
    }
  }

  function listen() {
    const events = new EventSource(source);
    events.addEventListener("open", () => {
      retry = 1000;
      connection("ok", "Live");
    });
    events.addEventListener("state", (event) => counts(JSON.parse(event.data)));
    for (const kind of ["incident", "human", "channel", "message"]) {
      events.addEventListener(kind, (event) => happened(kind, JSON.parse(event.data)));
    }
    // Logged out: the page leads to the door.
    events.addEventListener("end", () => {
      events.close();
      window.location.reload();
    });
    events.addEventListener("error", () => {
      connection("bad", "Not connected");
      events.close();
      setTimeout(listen, retry);
      retry = Math.min(retry * 2, 30000);
    });
    window.addEventListener("pagehide", () => events.close(), { once: true });
  }

  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-sound]")) return;
    localStorage.setItem(silent, isSilent() ? "no" : "yes");
    showSound();
    if (!isSilent()) beep();
  });
  window.addEventListener("pageshow", (event) => event.persisted && listen());
  showSound();
  listen();
})();
