"use strict";
(() => {
  const LEAVING = 250;
  const OWNERS = ".dot, .words a[href^='#'], .words .figure, .words .said";
  const card = document.createElement("div");
  card.setAttribute("role", "tooltip");
  card.id = "card";
  let shown = null;
  let leaving = 0;

  const copies = (nodes) => [...nodes].map((node) => {
    const copy = node.cloneNode(true);
    for (const one of copy.querySelectorAll ? [copy, ...copy.querySelectorAll("[id]")] : []) one.removeAttribute("id");
    return copy;
  });
  const copied = (row, part) => {
    const cell = row.querySelector(part);
    const made = document.createElement("div");
    made.className = part.slice(1);
    if (cell) made.append(...copies(cell.childNodes));
    return made;
  };
  const ofRow = (row) => {
    const evidence = document.createElement("div");
    const first = row.querySelector(".evidence > li");
    if (first) evidence.append(...copies(first.childNodes));
    return [copied(row, ".value"), copied(row, ".by"), copied(row, ".date"), evidence];
  };

  const lineOf = (owner) => {
    const href = owner.getAttribute("href") || "";
    if (href.startsWith("#")) return document.getElementById(href.slice(1));
    const id = owner.id || owner.dataset.of || "";
    return document.getElementById(id.endsWith("-said") ? id.slice(0, -5) : `${id}-line`);
  };
  const told = (owner) => {
    const line = lineOf(owner);
    if (!line) return null;
    return line.matches("tr") ? ofRow(line) : copies(line.childNodes);
  };

  const place = (owner, around) => {
    const at = owner.getClientRects()[0] || owner.getBoundingClientRect();
    const frame = around.getBoundingClientRect();
    const left = at.left + at.width / 2 - frame.left - card.offsetWidth / 2;
    const above = at.top - frame.top - card.offsetHeight - 8;
    card.style.left = `${Math.max(0, Math.min(left, frame.width - card.offsetWidth))}px`;
    card.style.top = `${above > -frame.top ? above : at.bottom - frame.top + 8}px`;
  };

  const hide = () => {
    clearTimeout(leaving);
    if (shown) shown.removeAttribute("aria-describedby");
    shown = null;
    card.remove();
  };
  const show = (owner) => {
    clearTimeout(leaving);
    if (shown === owner) return;
    const around = owner.closest("figure, .sheet");
    const parts = around && told(owner);
    if (!parts) return;
    hide();
    const title = owner.querySelector("title");
    if (title) { owner.setAttribute("aria-label", title.textContent); title.remove(); }
    card.className = owner.matches(".dot") ? "card" : "card of-words";
    card.replaceChildren(...parts);
    owner.setAttribute("aria-describedby", card.id);
    shown = owner;
    around.append(card);
    place(owner, around);
  };

  const owner = (event) => event.target instanceof Element ? event.target.closest(OWNERS) : null;
  document.addEventListener("pointerover", (event) => {
    if (card.contains(event.target)) { clearTimeout(leaving); return; }
    const over = owner(event);
    if (over) show(over);
  });
  document.addEventListener("pointerout", (event) => {
    if (!owner(event) && !card.contains(event.target)) return;
    clearTimeout(leaving);
    leaving = setTimeout(hide, LEAVING);
  });
  document.addEventListener("focusin", (event) => {
    const reached = owner(event);
    if (reached) show(reached); else if (!card.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  document.addEventListener("click", (event) => {
    const dot = event.target instanceof Element ? event.target.closest(".dot") : null;
    if (dot && event.pointerType === "touch" && dot.dataset.tapped !== "yes") {
      dot.dataset.tapped = "yes";
      event.preventDefault();
      show(dot);
    }
  });
  for (const moment of ["htmx:beforeRequest", "htmx:beforeSwap"]) document.addEventListener(moment, hide);
})();
