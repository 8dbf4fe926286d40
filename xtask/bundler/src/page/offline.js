
// Says when there is no network, and when a newer version of the page is there. The service worker keeps the page.
const shown = (id, is) => (document.getElementById(id).hidden = !is);
const follow = () => shown("no-network", !navigator.onLine);
addEventListener("online", follow);
addEventListener("offline", follow);
follow();

if (navigator.serviceWorker !== undefined) {
  const worker = navigator.serviceWorker;
  worker.addEventListener("message", ({ data }) => data === "no network" && shown("no-network", true));
  const register = async () => {
    const file = "./service-worker.js";
    // Trusted Types refuse a plain text here. This policy, which the content policy names, lets this one address pass.
    const policy = globalThis.trustedTypes?.createPolicy("service-worker", { createScriptURL: () => file });
    const registration = await worker.register(policy === undefined ? file : policy.createScriptURL(""), { updateViaCache: "none" });
    const offer = () => shown("newer", registration.waiting !== null && worker.controller !== null);
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
    offer();
    document.getElementById("take-newer").addEventListener("click", () => {
      worker.addEventListener("controllerchange", () => location.reload());
      registration.waiting?.postMessage("take over");
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
  const attempt = () => register().catch((error) => console.info(error));
  if (document.readyState === "complete") {
    attempt();
  } else {
    addEventListener("load", attempt);
  }
}
