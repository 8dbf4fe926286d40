// Registers the service worker, and says when a newer version of the page is there. It is loaded when the page is there.
const worker = navigator.serviceWorker;
// The first service worker takes charge of a page that nobody asked to change.
let isTaking = false;
worker.addEventListener("controllerchange", () => isTaking && location.reload());
const file = "./service-worker.js";
const registered = async () => {
  // The browser looks for a newer one at each visit itself. To register again would bring back one that is going away.
  if (worker.controller?.scriptURL === new URL(file, location.href).href) {
    return worker.ready;
  }
  // Trusted Types refuse a plain text here. This policy, which the content policy names, lets this one address pass.
  const policy = globalThis.trustedTypes?.createPolicy("service-worker", { createScriptURL: () => file });
  return worker.register(policy === undefined ? file : policy.createScriptURL(""), { updateViaCache: "none" });
};
const begin = async () => {
  const registration = await registered();
  const offer = () => (document.getElementById("newer").hidden = registration.waiting === null || worker.controller === null);
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
  offer();
  document.getElementById("take-newer").addEventListener("click", () => {
    if (registration.waiting === null) {
      // Another tab took it already.
      location.reload();
      return;
    }
    isTaking = true;
    registration.waiting.postMessage("take over");
  });
  // A page that stays open for days looks for a newer version when somebody comes back to it.
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && Date.now() - looked > 3_600_000) {
      looked = Date.now();
      registration.update().catch(() => {});
    }
  });
};
// Where it cannot be, the page works all the same, with a network.
begin().catch((error) => console.info(error));
