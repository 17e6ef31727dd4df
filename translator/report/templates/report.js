"use strict";
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  document.getElementById("theme").addEventListener("click", () => {
    const now = root.dataset.theme || (dark.matches ? "dark" : "light");
    root.dataset.theme = now === "dark" ? "light" : "dark";
  });
  // On paper nothing can be opened.
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  const rows = document.getElementById("rows");
  const order = document.getElementById("order");
  const lowIsBad = root.dataset.lowIsBad !== "no";
  order.addEventListener("click", () => {
    const worst = order.getAttribute("aria-pressed") !== "true";
    order.setAttribute("aria-pressed", String(worst));
    const key = worst ? (row) => Number(row.dataset.score) : (row) => Number(row.dataset.place);
    const sign = worst && !lowIsBad ? -1 : 1;
    rows.append(...[...rows.children].sort((a, b) => sign * (key(a) - key(b))));
  });
})();
