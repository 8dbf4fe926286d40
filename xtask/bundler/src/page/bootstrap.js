import start from "./GLUE";

// What the page needs only sometimes: the script and the module of each. The build writes their names.
const later = { LATER };
const loaded = {};

// The page calls this with the name of what it needs. A second call costs nothing; after a failure it tries again.
globalThis.loadLater = (name) =>
  (loaded[name] ??= load(...later[name]).catch((error) => {
    delete loaded[name];
    throw error;
  }));

async function load(script, wasm) {
  const module = await import(script);
  await module.default({ module_or_path: new URL(wasm, import.meta.url) });
  return module;
}

// The style sheet of what is not seen at first.
const dress = () => {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = "./SHEET";
  document.head.append(link);
};

// The parts of the program that are loaded when the page is there: what the first step does not need, and the Chinese
// texts. A page that was built in a hurry is whole and has none.
const parts = { PARTS };
const coming = {};
const joined = {};
let program;

const address = (part) => new URL(parts[part], import.meta.url);
const fetched = (part) => WebAssembly.compileStreaming(fetch(address(part)));
const join = (part, module) => (joined[part] ??= new WebAssembly.Instance(module, { $: program }));

// When the page has been painted. A page in the background is not.
const painted = () =>
  new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 1_000);
  });

// Loads a part before it is wanted. When that fails it is tried again after some time, and when there is a network again.
const ahead = async (part) => {
  let module;
  await painted();
  for (let wait = 2_000; module === undefined && !(part in joined); wait *= 4) {
    module = await fetched(part).catch(() => undefined);
    if (module === undefined) {
      await new Promise((done) => {
        addEventListener("online", done, { once: true });
        if (wait < 300_000) setTimeout(done, wait);
      });
    }
  }
  if (!(part in joined)) {
    join(part, module);
  }
};

// The page calls this. What it returns is for who waits without blocking. With `atOnce` the part is wanted now, so that only a request that blocks will do.
globalThis.loadPart = (part, atOnce) => {
  if (!(part in parts) || part in joined) {
    return Promise.resolve();
  }
  if (!atOnce) {
    return (coming[part] ??= ahead(part).catch((error) => console.error(error)));
  }
  performance.mark(`waited for ${part}`);
  try {
    const request = new XMLHttpRequest();
    request.open("GET", address(part), false);
    request.overrideMimeType("text/plain; charset=x-user-defined");
    request.send();
    if (request.status !== 200) {
      throw new Error(`a part of the program was answered with ${request.status}`);
    }
    join(part, new WebAssembly.Module(Uint8Array.from(request.responseText, (character) => character.charCodeAt())));
  } catch (error) {
    // Without the Chinese texts the page goes on in English, and says so.
    if (part !== "chinese") {
      broke(error);
    }
    throw error;
  }
};
// The build has this called where something of the rest is called before it came.
globalThis.loadRest = (atOnce) => loadPart("rest", atOnce);

// What people see when the page broke. A program that trapped cannot be trusted to say so itself.
let broken = false;
const broke = async (error) => {
  const section = document.getElementById("broken");
  section.hidden = false;
  if (broken) {
    return;
  }
  broken = true;
  // An open dialog would keep people from what stands outside of it. Its program must not be told that it closes.
  addEventListener("close", (event) => event.stopImmediatePropagation(), true);
  document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close());
  delete document.documentElement.dataset.drag;
  const heading = section.querySelector(document.documentElement.lang.startsWith("zh") ? "h2[lang]" : "h2");
  heading.tabIndex = -1;
  heading.focus();
  section.scrollIntoView();
  try {
    const recovery = await import("./RECOVERY");
    recovery.show(section, error, "VERSION");
  } catch (failure) {
    // What the section says without it holds all the same.
    console.error(failure);
  }
};
const isTrap = (error) => error instanceof WebAssembly.RuntimeError;
addEventListener("error", ({ error }) => isTrap(error) && broke(error));
addEventListener("unhandledrejection", ({ reason }) => isTrap(reason) && broke(reason));

if ("SHEET") {
  painted().then(dress);
}

try {
  const arriving = fetch(new URL("./WASM", import.meta.url));
  // Who reads Chinese needs these texts at first sight.
  const texts = parts.chinese && document.documentElement.lang.startsWith("zh") ? await fetched("chinese").catch(() => undefined) : undefined;
  program = await start({ module_or_path: arriving });
  if (texts !== undefined) {
    join("chinese", texts);
  }
  // The event that Trunk's own bootstrap sends; a page may wait for it whichever tool built it.
  dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm: program } }));
} catch (error) {
  // The style sheet shows what the page says about a failed start.
  document.documentElement.dataset.start = "failed";
  console.error(error);
  broke(error);
}
