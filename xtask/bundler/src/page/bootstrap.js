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

try {
  const wasm = await start({ module_or_path: new URL("./WASM", import.meta.url) });
  // The event that Trunk's own bootstrap sends; a page may wait for it whichever tool built it.
  dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm } }));
} catch (error) {
  // The style sheet shows what the page says about a failed start.
  document.documentElement.dataset.start = "failed";
  console.error(error);
}
