
// Says when there is no network. The service worker keeps the page; what registers it comes when the page is there.
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
  worker.addEventListener("controllerchange", () => noNetwork(!document.getElementById("no-network").hidden));
  const attempt = () => import("./KEEP").catch((error) => console.info(error));
  if (document.readyState === "complete") {
    attempt();
  } else {
    addEventListener("load", attempt);
  }
}
