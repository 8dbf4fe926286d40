
// Says when there is no network, and when a newer version of the page is there. The service worker keeps the page.
const shown = (id, is) => (document.getElementById(id).hidden = !is);
const follow = () => noNetwork(!navigator.onLine);
// Only where a service worker keeps the page does everything else work.
const noNetwork = (is) => {
  const isKept = Boolean(navigator.serviceWorker?.controller);
  document.querySelectorAll("#no-network .kept").forEach((rest) => (rest.hidden = !isKept));
  shown("no-network", is);
};
addEventListener("online", follow);
addEventListener("offline", follow);
follow();

if (navigator.serviceWorker !== undefined) {
  const worker = navigator.serviceWorker;
  worker.addEventListener("message", ({ data }) => data === "no network" && noNetwork(true));
  // The first service worker takes charge of a page that nobody asked to change.
  let isTaking = false;
  worker.addEventListener("controllerchange", () => (isTaking ? location.reload() : noNetwork(!document.getElementById("no-network").hidden)));
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
    const offer = () => shown("newer", registration.waiting !== null && worker.controller !== null);
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
  const attempt = () => begin().catch((error) => console.info(error));
  if (document.readyState === "complete") {
    attempt();
  } else {
    addEventListener("load", attempt);
  }
}
