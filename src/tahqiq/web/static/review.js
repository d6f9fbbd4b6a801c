"use strict";
(() => {
  const OFF = "tahqiq-keys-off";
  const AT = "tahqiq-review-at";
  const panel = document.getElementById("keys");
  const change = document.getElementById("keys-switch");
  const items = [...document.querySelectorAll("[data-item]")];
  const isOff = () => localStorage.getItem(OFF) === "1";
  const current = () => items.findIndex((item) => item.contains(document.activeElement));

  const arrive = (at) => {
    const item = items[Math.max(0, Math.min(at, items.length - 1))];
    if (item) item.focus();
  };

  const open = (details) => {
    details.open = true;
    details.querySelector("input:not([type=hidden]), textarea").focus();
  };

  const acts = {
    accept: (element) => element.click(),
    correct: (element) => element.click(),
    grade: (element) => element.focus(),
    reject: open,
    note: open,
  };
  const KEYS = { a: "accept", r: "reject", c: "correct", g: "grade", n: "note" };

  const act = (name) => {
    const item = items[Math.max(current(), 0)];
    const element = item && item.querySelector(`[data-act="${name}"]`);
    if (element) acts[name](element);
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const typed = event.target.closest("input, textarea, select");
    if (event.key === "Escape" && typed && current() >= 0) { arrive(current()); return; }
    if (typed || isOff() || !items.length) return;
    if (event.key === "j") arrive(current() + 1);
    else if (event.key === "k") arrive(current() - 1);
    else if (event.key === "u") { const undo = document.getElementById("undo-last"); if (undo) undo.click(); }
    else if (event.key === "?" && panel) { panel.open = !panel.open; if (panel.open) panel.querySelector("summary").focus(); }
    else if (KEYS[event.key]) act(KEYS[event.key]);
    else return;
    event.preventDefault();
  });

  document.addEventListener("submit", (event) => {
    const at = items.findIndex((item) => item.contains(event.target));
    if (at >= 0 && items.length > 1) sessionStorage.setItem(AT, String(at));
  });

  if (panel) panel.hidden = false;
  if (change) {
    const show = () => { change.textContent = isOff() ? change.dataset.on : change.dataset.off; };
    change.addEventListener("click", () => { localStorage.setItem(OFF, isOff() ? "" : "1"); show(); });
    show();
  }
  const last = document.querySelector("#last [role=status]");
  const announced = document.getElementById("announced");
  if (last && announced) setTimeout(() => { announced.textContent = last.textContent.trim(); }, 300);
  const at = sessionStorage.getItem(AT);
  sessionStorage.removeItem(AT);
  if (last) arrive(Number(at || 0));

  const words = document.getElementById("words");
  const take = document.getElementById("take");
  if (words && take) {
    const points = (text) => [...text].length;
    take.hidden = false;
    take.addEventListener("mousedown", (event) => event.preventDefault());
    take.addEventListener("click", () => {
      const chosen = getSelection();
      if (!chosen.rangeCount || !words.contains(chosen.getRangeAt(0).commonAncestorContainer)) return;
      const range = chosen.getRangeAt(0);
      const before = document.createRange();
      before.setStart(words, 0);
      before.setEnd(range.startContainer, range.startOffset);
      const quote = range.toString();
      if (!quote.trim()) return;
      const start = Number(words.dataset.start) + points(before.toString());
      document.getElementById("quote").value = quote;
      document.getElementById("start").value = String(start);
      document.getElementById("end").value = String(start + points(quote));
      document.getElementById("quote").focus();
    });
  }
})();
