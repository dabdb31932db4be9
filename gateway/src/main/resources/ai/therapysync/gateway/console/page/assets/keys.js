// The keyboard: g and a letter go somewhere, / searches, j and k walk through rows, ? helps.
"use strict";
(() => {
  let waiting = 0;

  const typing = (target) =>
    target.closest("input, textarea, select, [contenteditable]") !== null;

  function help() {
    document.getElementById("keys")?.showModal();
  }

  function step(by) {
    const links = [...document.querySelectorAll("main .row-link")];
    if (links.length === 0) return;
    const at = links.indexOf(document.activeElement);
    const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by;
    links[Math.min(Math.max(next, 0), links.length - 1)].focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    const now = Date.now();
    if (waiting > now) {
      waiting = 0;
      const link = document.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
      if (link) {
        event.preventDefault();
        window.location.assign(link.href);
      }
      return;
    }
    switch (event.key) {
      case "g":
        waiting = now + 1500;
        break;
      case "/": {
        const search = document.querySelector("main input[type=search], main .search input");
        if (search) {
          event.preventDefault();
          search.focus();
        }
        break;
      }
      case "j":
        step(1);
        break;
      case "k":
        step(-1);
        break;
      case "?":
        help();
        break;
    }
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-keys-help]")) help();
  });
})();
