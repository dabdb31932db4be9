// Toasts, times in the reader's own zone, and what htmx needs.
"use strict";
(() => {
  const zoned = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

  // The server writes UTC; the reader sees their own time, and the zone in the title.
  function localise(root) {
    for (const time of root.querySelectorAll("time[datetime]")) {
      const then = new Date(time.dateTime);
      if (Number.isNaN(then.getTime())) continue;
      time.title = zoned.format(then);
      if (time.dataset.exact) time.textContent = zoned.format(then);
    }
  }

  // Counts down; the server says how much is left, whatever the reader's clock shows.
  const ends = new WeakMap();
  setInterval(() => {
    for (const place of document.querySelectorAll("[data-left]")) {
      if (!ends.has(place)) ends.set(place, performance.now() + Number(place.dataset.left) * 1000);
      const left = Math.max(0, Math.round((ends.get(place) - performance.now()) / 1000));
      const [hours, minutes, seconds] = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60];
      const words = hours > 0 ? `${hours} h ${minutes} min` : minutes > 0 ? `${minutes} min ${seconds} s` : `${seconds} s`;
      place.textContent = left === 0 ? "now" : "in " + words;
    }
  }, 1000);

  function dismissLater(toast) {
    setTimeout(() => toast.remove(), 8000);
  }

  // Shows a sentence; the words are text, never markup.
  function toast(words, { alarm = false, href = "" } = {}) {
    const place = document.getElementById(alarm ? "alarms" : "toasts");
    if (!place) return;
    const line = document.createElement("p");
    line.className = "toast";
    const text = document.createElement(href ? "a" : "span");
    text.textContent = words;
    if (href) text.href = href;
    const wrap = document.createElement("span");
    wrap.append(text);
    const close = document.createElement("button");
    close.type = "button";
    close.className = "icon-button";
    close.dataset.dismiss = "";
    close.setAttribute("aria-label", "Dismiss");
    close.textContent = "×";
    line.append(wrap, close);
    place.append(line);
    while (place.children.length > 4) place.firstElementChild.remove();
    if (!alarm) dismissLater(line);
  }
  window.consoleToast = toast;

  document.addEventListener("click", (event) => {
    const close = event.target.closest("[data-dismiss]");
    if (close) close.closest(".toast").remove();
    const opener = event.target.closest("[data-dialog]");
    if (opener) document.getElementById(opener.dataset.dialog)?.showModal();
    const copier = event.target.closest("[data-copy]");
    if (copier) {
      navigator.clipboard?.writeText(document.getElementById(copier.dataset.copy).textContent.trim());
      toast("Copied");
    }
  });

  // A question before something that can't be undone.
  document.addEventListener("submit", (event) => {
    const question = event.submitter?.dataset.confirm;
    if (question && !window.confirm(question)) event.preventDefault();
  });

  // A talk is read from its end, and follows what comes as long as its reader is there.
  const talk = () => document.querySelector("[data-newest-last]");
  const toEnd = () => talk()?.scrollTo(0, talk().scrollHeight);
  let following = true;
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const place = talk();
    if (place && event.detail.target === place) {
      following = place.scrollHeight - place.scrollTop - place.clientHeight < 120;
    }
  });
  document.addEventListener("htmx:oobAfterSwap", (event) => {
    if (event.detail.target !== talk()) return;
    localise(event.detail.target);
    if (following) toEnd();
  });

  // Ctrl and Enter send what is written in several lines.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("textarea")) {
      event.preventDefault();
      event.target.form?.requestSubmit();
    }
  });

  document.addEventListener("DOMContentLoaded", () => {
    toEnd();
    localise(document);
    document.querySelectorAll("[data-toast]").forEach(dismissLater);
    document
      .querySelector(".tabs [aria-current=page]")
      ?.scrollIntoView({ block: "nearest", inline: "center" });
    document.querySelector("[aria-invalid=true]")?.focus();
  });
  document.addEventListener("htmx:afterSwap", (event) => localise(event.target));
  document.addEventListener("htmx:responseError", () =>
    toast("That did not work. Load the page again.", { alarm: true }));
  document.addEventListener("htmx:sendError", () =>
    toast("The gateway does not answer just now.", { alarm: true }));

  // Refreshing by itself is no sign of life of the reader: it must not keep a session open.
  document.addEventListener("htmx:configRequest", (event) => {
    const cause = event.detail.triggeringEvent?.type ?? "timer";
    if (cause === "timer" || cause.startsWith("live:")) event.detail.headers["X-Live"] = "1";
  });
})();
