// What can still be done when the page broke: take the draft along, start without it, tell those who can mend it. It is
// loaded only then, and calls nothing of the program.

const KEY = "cts-tracker-form";
const KEPT = [KEY, `${KEY}-history`, `${KEY}-drafts`];

const words = {
  en: {
    draft: "Your draft",
    copyDraft: "Copy the draft",
    again: "If the page breaks again after reloading, what is kept in this browser may be the cause. It is put aside, not deleted.",
    without: "Start without this draft",
    withoutAll: "Start without anything kept here",
    full: "The storage of this browser is full or denied, so nothing was put aside. Everything is as it was.",
    report: "Report",
    about: "This helps to find the fault. It holds no values of your draft.",
    copyReport: "Copy the report",
    copied: "Copied.",
    selected: "The browser does not allow copying. The text is selected: press Ctrl+C or ⌘C.",
  },
  zh: {
    draft: "您的草稿",
    copyDraft: "复制草稿",
    again: "如果刷新后页面再次出错，原因可能是此浏览器中保存的内容。这些内容会被移到一旁，不会删除。",
    without: "不使用此草稿重新开始",
    withoutAll: "不使用此处保存的任何内容重新开始",
    full: "此浏览器的存储空间已满或不可用，因此没有移动任何内容，一切保持原样。",
    report: "报告",
    about: "这有助于查找故障。其中不含草稿的任何值。",
    copyReport: "复制报告",
    copied: "已复制。",
    selected: "浏览器不允许复制。文本已选中：请按 Ctrl+C 或 ⌘C。",
  },
};

/** Adds it to the section that says that the page broke. */
export function show(section, error, version) {
  const say = document.documentElement.lang.startsWith("zh") ? words.zh : words.en;
  const status = statusLine();
  const draft = keptDraft();
  if (draft !== undefined) {
    section.append(element("h3", "", say.draft), ...copyable(draft, say.copyDraft, say, status));
  }
  // Also what cannot be read as a draft may break the page.
  if (KEPT.some((key) => read(key) !== null)) {
    const ways = element("div", "buttons");
    const failed = statusLine();
    const leave = (keys) => () => {
      if (putAside(keys)) {
        location.reload();
      } else {
        failed.textContent = say.full;
      }
    };
    ways.append(button(say.without, leave([KEY])), button(say.withoutAll, leave(KEPT)));
    section.append(element("p", "", say.again), ways, failed);
  }
  section.append(
    element("h3", "", say.report),
    element("p", "hint", say.about),
    ...copyable(report(error, section.dataset.what, version), say.copyReport, say, status),
    status,
  );
}

function element(tag, name, text = "") {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  return made;
}

/** Where the outcome of a press is told. */
function statusLine() {
  const made = element("p", "hint");
  made.setAttribute("role", "status");
  return made;
}

function button(text, act) {
  const made = element("button", "", text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/** A text with a button that copies it. */
function copyable(text, name, say, status) {
  const shown = element("pre", "body", text);
  shown.tabIndex = 0;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = say.copied;
    } catch {
      getSelection().selectAllChildren(shown);
      status.textContent = say.selected;
    }
  };
  return [shown, button(name, copy)];
}

/** The request body of the draft that was open, as it was kept last. */
function keptDraft() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    const body = kept[kept.tracker_type];
    return typeof body === "string" ? body : undefined;
  } catch {
    return undefined;
  }
}

/** What is kept under a name, or `null`, also where storage is denied. */
function read(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * Moves what is kept to names where the page does not look, and which are not taken by what was put aside earlier. All is
 * moved, or nothing: then the answer is `false`.
 */
function putAside(keys) {
  const moved = keys.filter((key) => read(key) !== null).map((key) => [key, freeName(key)]);
  try {
    for (const [key, name] of moved) {
      localStorage.setItem(name, localStorage.getItem(key));
    }
    moved.forEach(([key]) => localStorage.removeItem(key));
    return true;
  } catch {
    moved.forEach(([, name]) => localStorage.removeItem(name));
    return false;
  }
}

function freeName(key) {
  let number = 1;
  while (read(`${key}-put-aside-${number}`) !== null) {
    number += 1;
  }
  return `${key}-put-aside-${number}`;
}

/** What happened and where. Of messages only the kind is told, as one could hold a value of the draft. */
function report(error, what, version) {
  const here = location.origin + location.pathname.replace(/[^/]*$/, "");
  const frames = String(error?.stack ?? "")
    .split("\n")
    .filter((line) => /\.(wasm|js)\b/.test(line))
    .map((line) => line.trim().replaceAll(here, ""));
  return [
    `CTS Tracker Form ${version}`,
    `${error?.name ?? "Error"}${error instanceof WebAssembly.RuntimeError ? `: ${error.message}` : ""}`,
    ...(what === undefined ? [] : [what]),
    ...frames.slice(0, 20),
    `${document.documentElement.lang} · ${navigator.userAgent}`,
    new Date().toISOString(),
  ].join("\n");
}
