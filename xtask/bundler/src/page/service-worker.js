// Keeps the page for when there is no network. It is made by the build, which puts in the version and the names of all
// files, so that it differs whenever the page does; browsers then fetch and keep the new page beside the old one.
//
// Files of two versions are never mixed: a page gets its first file from the version that is in charge, and that names all
// others by their hashes.

/** The beginning of the SHA-256 of the page itself, which has no hash in its name. As it names all else, this is the version. */
const VERSION = "PAGE_HASH";
const FILES = FILE_NAMES;

// Pages at other addresses of this host have caches of their own.
const PREFIX = `cts-tracker-form ${registration.scope} `;
const NAME = PREFIX + VERSION;
/** Where the settings are kept as they were last. */
const SETTINGS = `${PREFIX}settings`;
/** Whether the page was taken from its server: then nothing is kept any more. */
let retired = false;
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
    // Without a network there is nothing to learn.
    event.waitUntil(lookAgain().catch(() => {}));
  } else if (address === within("config.json")) {
    event.respondWith(settings(event));
  } else if (address.startsWith(registration.scope) && /-[0-9a-f]{16}\.\w+$/.test(address)) {
    event.respondWith(hashed(request));
  }
  // All else, and above all what the proxy does, goes to the network.
});

/** Fetches everything, or fails: then this version does not come about, and the browser tries again later. */
async function keep() {
  const response = await fetchPage();
  if (response === undefined) {
    throw new Error("the page is of another version than this service worker");
  }
  // Another service worker of the same page may be in charge and use what is there.
  const wasThere = await caches.has(NAME);
  try {
    const cache = await caches.open(NAME);
    await cache.put(within("./"), response);
    await cache.addAll(FILES.map(within));
    // The page asked for them before this service worker was there. A page without settings has none to keep.
    const answer = await fetch(within("config.json"), { cache: "no-store" });
    if (answer.ok) {
      await (await caches.open(SETTINGS)).put(within("config.json"), answer);
    }
  } catch (error) {
    if (!wasThere) {
      await caches.delete(NAME);
    }
    throw error;
  }
}

/** The page as the server has it, if it is of this version. */
async function fetchPage() {
  const response = await fetch(within("./"), { cache: "no-cache" });
  const body = await response.arrayBuffer();
  const digest = await crypto.subtle.digest("SHA-256", body);
  const hash = Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (!response.ok || hash !== VERSION) {
    return undefined;
  }
  // Made anew, because browsers refuse to open a page with an answer that was redirected.
  return new Response(body, { status: response.status, headers: response.headers });
}

/**
 * Asks the server, after a page came from what is kept. The headers of the page are kept with it: a changed content policy
 * counts at the next visit. Where there is no service worker any more, this one goes away too.
 */
async function lookAgain() {
  const { status } = await fetch(location.href, { cache: "no-cache" });
  if (status === 404 || status === 410) {
    retired = true;
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(PREFIX)).map((name) => caches.delete(name)));
    await registration.unregister();
    return;
  }
  const response = await fetchPage();
  if (response !== undefined && (await caches.has(NAME))) {
    await (await caches.open(NAME)).put(within("./"), response);
  }
}

/** Forgets older versions but the last, of which a page may still be open. */
async function takeCharge() {
  const older = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME && name !== SETTINGS);
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
  await clients.claim();
}

async function page(request) {
  return (await caches.match(within("./"), { cacheName: NAME })) ?? fetch(request);
}

/** A hash says what is in a file, so it does not matter which version kept it. */
async function hashed(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

/** The settings as they are now; without a network as they were last. */
async function settings(event) {
  if (retired) {
    return fetch(event.request);
  }
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
