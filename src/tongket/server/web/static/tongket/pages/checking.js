/* The checking desk: a remark opens at its cell; n, j and p, k step through the findings, u goes to the next org unit. */
"use strict";

(() => {
  const KEPT = "checking-keys";
  const typing = (target) => target.closest("input, textarea, select, dialog, [contenteditable]");
  const findings = () => [...document.querySelectorAll("[data-finding]")];
  let at = -1;

  const step = (by) => {
    const all = findings();
    if (!all.length) { return; }
    at = Math.min(Math.max(at + by, 0), all.length - 1);
    all[at].focus();
    all[at].scrollIntoView({ block: "center" });
  };

  const openRemark = (place) => {
    const dialog = document.getElementById("remark");
    const choice = document.getElementById("remark-place");
    if (!dialog || !choice) { return; }
    if (![...choice.options].some((one) => one.value === place)) { choice.add(new Option(place, place)); }
    choice.value = place;
    dialog.showModal();
    dialog.querySelector("textarea").focus();
  };

  document.addEventListener("click", (event) => {
    const remark = event.target.closest("[data-remark]");
    if (remark) { event.preventDefault(); openRemark(remark.dataset.remark); }
    const stepper = event.target.closest("[data-step]");
    if (stepper) { step(Number(stepper.dataset.step)); }
  });
  document.addEventListener("focusin", (event) => {
    const finding = event.target.closest("[data-finding]");
    if (finding) { at = findings().indexOf(finding); }
  });

  document.addEventListener("DOMContentLoaded", () => {
    const keys = document.querySelector("[data-keys]");
    if (!keys) { return; }
    const used = () => keys.getAttribute("aria-pressed") === "true";
    const use = (on) => keys.setAttribute("aria-pressed", on ? "true" : "false");
    use(localStorage.getItem(KEPT) !== "no");
    keys.addEventListener("click", () => { use(!used()); localStorage.setItem(KEPT, used() ? "yes" : "no"); });
    document.addEventListener("keydown", (event) => {
      if (!used() || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) { return; }
      if (event.key === "n" || event.key === "j") { step(1); }
      if (event.key === "p" || event.key === "k") { step(-1); }
      if (event.key === "u") {
        const next = document.querySelector("[data-next]")?.dataset.next;
        if (next) { window.location.assign(next); }
      }
    });
  });
})();
