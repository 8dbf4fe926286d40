// Language and colours of the page before anything is painted, so that the first sight is already the right one. The
// program decides again when it has arrived, with the settings; this only looks at what the person chose and what the
// browser asks for.
{
  const root = document.documentElement;
  let kept;
  try {
    kept = JSON.parse(localStorage.getItem("cts-tracker-form"));
  } catch {
    // Storage is denied, or holds something else.
  }
  const language = [kept?.locale, ...navigator.languages].find((tag) => /^(en|zh)\b/i.test(tag));
  root.lang = /^zh/i.test(language) ? "zh-CN" : "en";
  if (kept?.theme === "light" || kept?.theme === "dark") {
    root.dataset.theme = kept.theme;
  }
}
