// Takes the place of the service worker that a build for users left at this address: forgets what that one kept, and goes
// away. Without it an older page would hide the one that lies here now.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const kept = (await caches.keys()).filter((name) => name.startsWith(`cts-tracker-form ${registration.scope} `));
  await Promise.all(kept.map((name) => caches.delete(name)));
  await registration.unregister();
  // They show the older page.
  const pages = await clients.matchAll({ type: "window" });
  await Promise.allSettled(pages.map((page) => page.navigate(page.url)));
}
