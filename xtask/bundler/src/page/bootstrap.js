import start from "./GLUE";

try {
  const wasm = await start({ module_or_path: new URL("./WASM", import.meta.url) });
  // The event that Trunk's own bootstrap sends; a page may wait for it whichever tool built it.
  dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm } }));
} catch (error) {
  // The style sheet shows what the page says about a failed start.
  document.documentElement.dataset.start = "failed";
  console.error(error);
}
