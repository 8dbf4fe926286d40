// Without a network, and when a newer version of the page is there.
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Browser, Page } from "@playwright/test";
import { published } from "../support/samples.ts";
import { pageFolder, startProxy } from "../support/proxy.ts";
import { expect, test } from "../support/test.ts";

test.use({ serviceWorkers: "allow" });

/** Waits until the service worker keeps the page. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null) {
      await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
    }
  });
}

test("after the first load all but sending works without a network, and the page says so", async ({ form, page, context, faults }) => {
  await form.open();
  await expect(page.locator("#no-network")).toBeHidden();
  await kept(page);
  await context.setOffline(true);
  await expect(page.locator("#no-network")).toBeVisible();
  faults.expect(/ERR_INTERNET_DISCONNECTED/);
  await page.reload();
  await expect(form.preview).toBeVisible();
  await expect(page.locator("#no-network")).toContainText("No network: everything works except listing trackers and sending.");
  // The settings are those of the last visit.
  await expect(page.locator(".notices")).toContainText("No cloud is touched.");
  await form.sample("data");
  await form.expectBody(published.data);
  await form.go("transfer");
  await form.go("review");
  // The other language and the modules were kept too.
  await page.getByRole("radio", { name: "中文" }).check({ force: true });
  await expect(page.locator("h1")).toHaveText("确认");
  await expect(page.locator("#no-network")).toContainText("无网络");
  form.language = "zh-CN";
  await form.target();
  await form.send();
  await expect(form.answer).toBeVisible();
  await expect(form.answer).not.toContainText("修改已生效");
  await context.setOffline(false);
  await expect(page.locator("#no-network")).toBeHidden();
});

test("the service worker keeps no answer of the proxy, and asks for the settings each time", async ({ form, page }) => {
  await form.open();
  await kept(page);
  await page.reload();
  await form.open();
  await form.target();
  await page.getByRole("button", { name: "List the trackers" }).click();
  await expect(page.locator(".tracker, .trackers li").first()).toBeVisible();
  const addresses = await page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) {
        found.push(new URL(request.url).pathname);
      }
    }
    return found;
  });
  expect(addresses).toContain("/");
  expect(addresses).toContain("/config.json");
  expect(addresses.filter((address) => address.startsWith("/api"))).toEqual([]);
  for (const address of addresses.filter((address) => address !== "/" && address !== "/config.json")) {
    expect(address).toMatch(/-[0-9a-f]{16}\.\w+$/);
  }
});

test("the page can be installed", async ({ form, page, request, baseURL }) => {
  await form.open();
  const manifest = await (await request.get("./site.webmanifest")).json();
  expect(manifest.start_url).toBe("./");
  for (const icon of manifest.icons) {
    const answer = await request.get(icon.src);
    expect(answer.headers()["content-type"]).toBe(icon.type);
    const size = (await answer.body()).readUInt32BE(16);
    expect(`${size}x${size}`).toBe(icon.sizes);
  }
  await kept(page);
  const session = await page.context().newCDPSession(page);
  const { errors } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // Each test has a profile of its own that leaves nothing behind, where nothing can be installed.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual([]);
  expect(baseURL).toContain("127.0.0.1");
});

test("a newer version is announced, taken when somebody wants it, and never mixed", async ({ browser, faults }) => {
  const folder = mkdtempSync(join(tmpdir(), "cts-page-"));
  cpSync(pageFolder, folder, { recursive: true });
  const proxy = await startProxy([], folder);
  try {
    const context = await browser.newContext({ baseURL: proxy.address, serviceWorkers: "allow" });
    const page = await context.newPage();
    faults.watch(page);
    await page.goto("./");
    await expect(page.locator("#preview-text")).toBeVisible();
    await kept(page);
    await page.locator("#field-tracker_type-data").check({ force: true });
    await page.locator("#field-tracker_name").fill("orders-trail");
    deploy(folder);
    await page.reload();
    // The version that was kept is still in charge.
    await expect(page.locator("#newer")).toBeVisible();
    expect(await page.content()).not.toContain("newer-build");
    await page.getByRole("button", { name: "Use the new version" }).click();
    await expect.poll(() => page.locator("meta[name=newer-build]").count()).toBe(1);
    await expect(page.locator("#newer")).toBeHidden();
    await expect(page.locator("#preview-text")).toContainText("orders-trail");
    await context.close();
  } finally {
    await proxy.stop();
    rmSync(folder, { recursive: true });
  }
});

test("a changed header of the page counts at the next visit, and the page names its own caches", async ({ form, page }) => {
  await form.open();
  await kept(page);
  // As if the server had sent another header when the page was kept.
  const names = await page.evaluate(async () => {
    const names = await caches.keys();
    const name = names.find((name) => /[0-9a-f]{16}$/.test(name)) ?? "";
    const cache = await caches.open(name);
    const response = await cache.match("./");
    await cache.put("./", new Response(await response?.text(), { headers: { "content-type": "text/html", "x-earlier": "1" } }));
    return names;
  });
  const scope = new URL("./", page.url()).href;
  expect(names.sort()).toEqual([expect.stringMatching(/^cts-tracker-form .* [0-9a-f]{16}$/), `cts-tracker-form ${scope} settings`]);
  expect(names[0]).toContain(` ${scope} `);
  await page.reload();
  await expect(form.preview).toBeVisible();
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const { headers } = (await caches.match("./")) ?? new Response();
        return [headers.get("x-earlier"), headers.get("content-security-policy")?.includes("default-src")];
      }),
    )
    .toEqual([null, true]);
});

/** The page of this folder, and a service worker that keeps it. Then what `change` does to the folder, and another visit. */
async function visitAgain(browser: Browser, change: (folder: string) => void, look: (page: Page) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "cts-page-"));
  cpSync(pageFolder, folder, { recursive: true });
  const proxy = await startProxy([], folder);
  try {
    const context = await browser.newContext({ baseURL: proxy.address, serviceWorkers: "allow" });
    const page = await context.newPage();
    await page.goto("./");
    await expect(page.locator("#preview-text")).toBeVisible();
    await kept(page);
    change(folder);
    await page.reload();
    await look(page);
    await context.close();
  } finally {
    await proxy.stop();
    rmSync(folder, { recursive: true });
  }
}

const nothingKept = (page: Page) =>
  expect
    .poll(() => page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, await caches.keys()]))
    .toEqual([0, []]);

test("where the service worker was taken away, nothing stays", async ({ browser }) => {
  const remove = (folder: string) => ["", ".br", ".gz"].forEach((twin) => rmSync(join(folder, `service-worker.js${twin}`)));
  await visitAgain(browser, remove, async (page) => {
    await nothingKept(page);
    await page.reload();
    await expect(page.locator("#preview-text")).toBeVisible();
    await nothingKept(page);
  });
});

test("a build in a hurry is not hidden behind the page that was kept", async ({ browser }) => {
  const retire = readFileSync(resolve(import.meta.dirname, "../../xtask/bundler/src/page/retire.js"), "utf8");
  const change = (folder: string) => {
    deploy(folder);
    write(folder, "service-worker.js", retire);
  };
  await visitAgain(browser, change, async (page) => {
    // Nobody presses anything.
    await expect(page.locator("meta[name=newer-build]")).toHaveCount(1);
    await expect(page.locator("#preview-text")).toBeVisible();
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
  });
});

test.describe("without a service worker", () => {
  test.use({ serviceWorkers: "block" });
  // With one, the page would hide the line that the journey shows.
  test("while a request is on its way the newer version waits", async ({ form, page }) => {
    await form.open();
    // As after an update.
    await page.locator("#newer").evaluate((line) => (line.hidden = false));
    await page.locator("#no-network").evaluate((line) => (line.hidden = false));
    const button = page.getByRole("button", { name: "Use the new version" });
    await expect(button).toBeVisible();
    let answer = () => {};
    const asked = new Promise<void>((done) => (answer = done));
    await page.route("**/api/**/tracker", async (route) => {
      await asked;
      await route.continue();
    });
    await form.sample("system");
    await form.target();
    await form.send();
    await expect(form.button("stopWaiting")).toBeVisible();
    await expect(button).toBeHidden();
    answer();
    await expect(form.answer).toBeVisible();
    await expect(button).toBeVisible();
    // Something came from the network.
    await expect(page.locator("#no-network")).toBeHidden();
  });

  test("without a network the page promises no more than it can", async ({ form, page, context }) => {
    await form.open();
    await context.setOffline(true);
    await expect(page.locator("#no-network")).toBeVisible();
    await expect(page.locator("#no-network .kept:visible")).toHaveCount(0);
    await expect(page.locator("#no-network .say:visible")).toHaveText("No network.", { useInnerText: true });
  });
});

test("a page and a service worker of different versions do not come together", async ({ browser }) => {
  const folder = mkdtempSync(join(tmpdir(), "cts-page-"));
  cpSync(pageFolder, folder, { recursive: true });
  const proxy = await startProxy([], folder);
  try {
    // Half of an upload: the page is new, its service worker is not.
    write(folder, "index.html", readFileSync(join(folder, "index.html"), "utf8").replace("</title>", '</title><meta name="newer-build">'));
    const context = await browser.newContext({ baseURL: proxy.address, serviceWorkers: "allow" });
    const page = await context.newPage();
    await page.goto("./");
    await expect(page.locator("#preview-text")).toBeVisible();
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          return registration === undefined || (registration.active === null && registration.installing === null);
        }),
      )
      .toBe(true);
    await context.close();
  } finally {
    await proxy.stop();
    rmSync(folder, { recursive: true });
  }
});

/** Makes what is served a newer build: another page, and the service worker that goes with it. */
function deploy(folder: string): void {
  const before = readFileSync(join(folder, "index.html"), "utf8");
  const after = before.replace("</title>", '</title><meta name="newer-build">');
  const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 16);
  const worker = readFileSync(join(folder, "service-worker.js"), "utf8");
  expect(worker).toContain(hash(before));
  write(folder, "service-worker.js", worker.replace(hash(before), hash(after)));
  write(folder, "index.html", after);
}

function write(folder: string, name: string, text: string): void {
  writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text));
  writeFileSync(join(folder, `${name}.gz`), gzipSync(text));
}
