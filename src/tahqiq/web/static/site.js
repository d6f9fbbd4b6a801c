"use strict";
(() => {
  const tell = (words) => { document.getElementById("announced").textContent = words; };
  const words = (element) => element ? element.textContent.trim().replace(/\s+/g, " ") : "";
  document.addEventListener("htmx:afterSettle", (event) => {
    const asked = event.detail.requestConfig && event.detail.requestConfig.elt;
    tell([words(document.querySelector("main h1")), words(asked)].join(" · "));
  });
  document.addEventListener("htmx:responseError", (event) => { location.assign(event.detail.pathInfo.requestPath); });
  document.addEventListener("htmx:sendError", (event) => { location.assign(event.detail.pathInfo.requestPath); });
})();
