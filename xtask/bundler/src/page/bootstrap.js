import start from "./GLUE";

// The page calls this for what it needs only when an answer came. A second call costs nothing; after a failure it tries
// again.
globalThis.loadAnswers = async () => {
  const answers = await import("./LATER_GLUE");
  await answers.default({ module_or_path: new URL("./LATER_WASM", import.meta.url) });
  return answers;
};

try {
  const wasm = await start({ module_or_path: new URL("./WASM", import.meta.url) });
  // The event that Trunk's own bootstrap sends; a page may wait for it whichever tool built it.
  dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm } }));
} catch (error) {
  // The style sheet shows what the page says about a failed start.
  document.documentElement.dataset.start = "failed";
  console.error(error);
}
