// Light, dark, or as the machine has it: at once, and remembered by a cookie that the server reads.
"use strict";
document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-theme-form]");
  if (!form || !event.submitter) return;
  event.preventDefault();
  const theme = event.submitter.value;
  document.documentElement.dataset.theme = theme;
  for (const button of form.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button === event.submitter));
  }
  const data = new URLSearchParams(new FormData(form, event.submitter));
  fetch(form.action, { method: "POST", body: data, redirect: "manual" });
});
