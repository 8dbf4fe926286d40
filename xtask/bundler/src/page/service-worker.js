// Keeps the page for when there is no network. It is made by the build, which puts in the version and the names of all
// files, so that it differs whenever the page does; browsers then fetch and keep the new page beside the old one.
//
// Files of two versions are never mixed: a page gets its first file from the version that is in charge, and that names all
// others by their hashes.

/** The beginning of the SHA-256 of the page itself, which has no hash in its name. As it names all else, this is the version. */
const VERSION = "PAGE_HASH";
const FILES = FILE_NAMES;

const PREFIX = "cts-tracker-form ";
const NAME = PREFIX + VERSION;
/** Where the settings are kept as they were last. */
const SETTINGS = "cts-tracker-form-settings";
const within = (name) => new URL(name, registration.scope).href;

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(takeCharge()));
addEventListener("message", ({ data }) => data === "take over" && skipWaiting());

addEventListener("fetch", (event) => {
  const { request } = event;
  const address = request.url.split(/[?#]/)[0];
  if (request.method !== "GET") {
    return;
  }
  if (request.mode === "navigate" && (address === within("./") || address === within("index.html"))) {
    event.respondWith(page(request));
  } else if (address === within("config.json")) {
    event.respondWith(settings(event));
  } else if (address.startsWith(registration.scope) && /-[0-9a-f]{16}\.\w+$/.test(address)) {
    event.respondWith(hashed(request));
  }
  // All else, and above all what the proxy does, goes to the network.
});

/** Fetches everything, or fails: then this version does not come about, and the browser tries again later. */
async function keep() {
  const cache = await caches.open(NAME);
  const response = await fetch(within("./"), { cache: "no-cache" });
  const digest = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
  const hash = Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (!response.ok || hash !== VERSION) {
    throw new Error("the page is of another version than this service worker");
  }
  await cache.put(within("./"), response);
  await cache.addAll(FILES.map(within));
  // The page asked for them before this service worker was there. A page without settings has none to keep.
  const answer = await fetch(within("config.json"), { cache: "no-store" });
  if (answer.ok) {
    await (await caches.open(SETTINGS)).put(within("config.json"), answer);
  }
}

/** Forgets older versions but the last, of which a page may still be open. */
async function takeCharge() {
  const older = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
  await clients.claim();
}

async function page(request) {
  const cache = await caches.open(NAME);
  return (await cache.match(within("./"))) ?? fetch(request);
}

/** A hash says what is in a file, so it does not matter which version kept it. */
async function hashed(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

/** The settings as they are now; without a network as they were last. */
async function settings(event) {
  const cache = await caches.open(SETTINGS);
  try {
    const response = await fetch(event.request);
    if (response.ok) {
      await cache.put(within("config.json"), response.clone());
    } else if (response.status === 404) {
      await cache.delete(within("config.json"));
    }
    return response;
  } catch (error) {
    const kept = await cache.match(within("config.json"));
    if (kept === undefined) {
      throw error;
    }
    (await clients.get(event.clientId))?.postMessage("no network");
    return kept;
  }
}
