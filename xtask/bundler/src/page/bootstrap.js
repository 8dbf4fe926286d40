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

// The parts of the program that are loaded when the page is there: what the first step does not need, and the Chinese
// texts. A page that was built in a hurry is whole and has none.
const parts = { PARTS };
const joined = {};
let program;

const address = (part) => new URL(parts[part], import.meta.url);
const fetched = (part) => WebAssembly.compileStreaming(fetch(address(part)));
const join = (part, module) => (joined[part] ??= new WebAssembly.Instance(module, { $: program }));

// The page calls this. With `atOnce` the part is wanted now, so that only a request that blocks will do. What fails
// otherwise is tried again when it is wanted.
globalThis.loadPart = (part, atOnce) => {
  if (!(part in parts) || part in joined) {
    return;
  }
  if (!atOnce) {
    fetched(part).then((module) => join(part, module), () => {});
    return;
  }
  performance.mark(`waited for ${part}`);
  try {
    const request = new XMLHttpRequest();
    request.open("GET", address(part), false);
    request.overrideMimeType("text/plain; charset=x-user-defined");
    request.send();
    join(part, new WebAssembly.Module(Uint8Array.from(request.responseText, (character) => character.charCodeAt())));
  } catch (error) {
    broke(error);
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
  if (!broken) {
    broken = true;
    const recovery = await import("./RECOVERY");
    recovery.show(section, error, "VERSION");
  }
};
const isTrap = (error) => error instanceof WebAssembly.RuntimeError;
addEventListener("error", ({ error }) => isTrap(error) && broke(error));
addEventListener("unhandledrejection", ({ reason }) => isTrap(reason) && broke(reason));

try {
  const arriving = fetch(new URL("./WASM", import.meta.url));
  // Who reads Chinese needs these texts at first sight.
  const texts = parts.chinese && document.documentElement.lang.startsWith("zh") ? await fetched("chinese") : undefined;
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
