/* What a page needs beyond HTML and htmx: the menu folds on small screens, pop-ups close, dialogs open. */
"use strict";

(() => {
  const narrow = window.matchMedia("(max-width: 60rem)");
  const fold = () => document.querySelectorAll("[data-fold]").forEach((menu) => { menu.open = !narrow.matches; });
  document.addEventListener("DOMContentLoaded", fold);
  narrow.addEventListener("change", fold);

  const closePops = (except) => document.querySelectorAll("details.pop[open]").forEach((pop) => {
    if (pop !== except) { pop.open = false; }
  });
  document.addEventListener("click", (event) => closePops(event.target.closest("details.pop")));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { closePops(null); }
  });

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-dialog]");
    if (opener) { event.preventDefault(); document.getElementById(opener.dataset.dialog)?.showModal(); }
    const closer = event.target.closest("[data-close]");
    if (closer) { event.preventDefault(); closer.closest("dialog")?.close(); }
    if (event.target.closest("[data-print]")) { window.print(); }
  });
})();
