"use strict";
(() => {
  const root = document.documentElement;
  const speak = (language) => {
    root.lang = language;
    root.dir = language === "ar" ? "rtl" : "ltr";
    document.getElementById(language === "ar" ? "in-arabic" : "in-english").checked = true;
  };
  const remember = (language) => {
    try { localStorage.setItem("tahqiq-language", language); } catch { /* a file page may keep nothing */ }
  };
  const recalled = () => {
    try { return localStorage.getItem("tahqiq-language"); } catch { return null; }
  };
  for (const choice of document.querySelectorAll("input[name=language]")) {
    choice.addEventListener("change", () => { speak(choice.value); remember(choice.value); });
  }
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target.scrollIntoView({ block: target.matches("section, details") ? "start" : "center" });
  };
  addEventListener("hashchange", reveal);
  const asked = new URLSearchParams(location.search).get("lang") || recalled();
  if (asked === "en" || asked === "ar") speak(asked);
  reveal();
})();
