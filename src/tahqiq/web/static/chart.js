"use strict";
(() => {
  const LEAVING = 250;
  const card = document.createElement("div");
  card.className = "card";
  card.setAttribute("role", "tooltip");
  card.id = "chart-card";
  let shown = null;
  let leaving = 0;

  const copied = (row, part) => {
    const cell = row.querySelector(part);
    const made = document.createElement("div");
    made.className = part.slice(1);
    if (cell) made.append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
    return made;
  };

  const fill = (dot) => {
    const href = dot.getAttribute("href");
    const row = href.startsWith("#") ? document.getElementById(href.slice(1)) : null;
    if (!row) return false;
    const evidence = document.createElement("div");
    const first = row.querySelector(".evidence > li");
    if (first) evidence.append(...[...first.childNodes].map((node) => node.cloneNode(true)));
    card.replaceChildren(copied(row, ".value"), copied(row, ".by"), copied(row, ".date"), evidence);
    return true;
  };

  const place = (dot, figure) => {
    const at = dot.getBoundingClientRect();
    const around = figure.getBoundingClientRect();
    const left = at.left + at.width / 2 - around.left - card.offsetWidth / 2;
    const above = at.top - around.top - card.offsetHeight - 8;
    card.style.left = `${Math.max(0, Math.min(left, around.width - card.offsetWidth))}px`;
    card.style.top = `${above > -around.top ? above : at.bottom - around.top + 8}px`;
  };

  const show = (dot) => {
    clearTimeout(leaving);
    const figure = dot.closest("figure");
    if (shown === dot || !figure || !fill(dot)) return;
    const title = dot.querySelector("title");
    if (title) { dot.setAttribute("aria-label", title.textContent); title.remove(); }
    if (shown) shown.removeAttribute("aria-describedby");
    dot.setAttribute("aria-describedby", card.id);
    shown = dot;
    figure.append(card);
    place(dot, figure);
  };

  const hide = () => {
    clearTimeout(leaving);
    if (shown) shown.removeAttribute("aria-describedby");
    shown = null;
    card.remove();
  };

  const hovered = (event) => event.target instanceof Element ? event.target.closest(".dot, .card") : null;
  document.addEventListener("pointerover", (event) => {
    const over = hovered(event);
    if (!over) return;
    if (over === card) clearTimeout(leaving); else show(over);
  });
  document.addEventListener("pointerout", (event) => {
    if (hovered(event)) { clearTimeout(leaving); leaving = setTimeout(hide, LEAVING); }
  });
  document.addEventListener("focusin", (event) => {
    const dot = event.target.closest(".dot");
    if (dot) show(dot); else if (!card.contains(event.target)) hide();
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

  const picture = (address) => new Promise((done, failed) => {
    const image = new Image();
    image.onload = () => done(image);
    image.onerror = failed;
    image.src = address;
  });
  const drawn = async (address) => {
    const image = await picture(address);
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  };
  document.addEventListener("click", async (event) => {
    const button = event.target instanceof Element ? event.target.closest("button[data-svg]") : null;
    if (!button) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await drawn(button.dataset.svg));
    link.download = button.dataset.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  });

  const offer = () => { for (const button of document.querySelectorAll("button[data-svg]")) button.hidden = false; };
  document.addEventListener("htmx:afterSettle", offer);
  document.addEventListener("htmx:beforeSwap", hide);
  offer();
})();
