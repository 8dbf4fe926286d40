// What other sites can do to the proxy with the browser of somebody who may reach it: nothing.
import { createServer, type Server } from "node:http";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, expect, test as base, type Page } from "@playwright/test";
import { startProxy, type Proxy } from "../support/proxy.ts";

const project = "0123456789abcdef0123456789abcdef";
const path = `api/cn-north-4/v3/${project}/tracker`;
const body = '{"tracker_type":"system","tracker_name":"system","status":"disabled"}';

/** A site of somebody else, which serves an empty page at every address. */
async function startSite(): Promise<{ port: number; server: Server }> {
  const server = createServer((_, answer) => answer.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>other</title>"));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { port: (server.address() as AddressInfo).port, server };
}

const test = base.extend<{ guarded: Proxy; other: { port: number } }>({
  guarded: async ({}, use) => {
    // A page of one line is enough here.
    const folder = mkdtempSync(join(tmpdir(), "cts-forged-"));
    writeFileSync(join(folder, "index.html"), "<!doctype html><title>proxy</title>");
    const proxy = await startProxy([], folder);
    await use({ ...proxy, address: proxy.address.replace(/\/$/, "") });
    await proxy.stop();
    rmSync(folder, { recursive: true });
  },
  other: async ({}, use) => {
    const { port, server } = await startSite();
    await use({ port });
    server.closeAllConnections();
    server.close();
  },
});

/** How many calls went to the cloud. */
const sent = (proxy: Proxy) => proxy.log().split("forwarded").length - 1;

/** Everything that a page can try; each attempt says what its author learns. */
async function attack(page: Page, proxy: string): Promise<Record<string, string>> {
  return page.evaluate(
    async ({ proxy, path, body }) => {
      const json = { "content-type": "application/json", "x-cts-tracker-form": "1" };
      const told: Record<string, string> = {};
      const fetched = async (name: string, address: string, init: RequestInit) => {
        try {
          const answer = await fetch(`${proxy}/${address}`, init);
          told[name] = `${answer.type} ${answer.status} ${(await answer.text()).slice(0, 20)}`;
        } catch {
          told[name] = "refused";
        }
      };
      await fetched("update", path, { method: "PUT", headers: json, body });
      await fetched("update without headers", path, { method: "PUT", body });
      await fetched("update with credentials", path, { method: "PUT", headers: json, body, credentials: "include" });
      await fetched("simple post", path, { method: "POST", body });
      await fetched("opaque post", path, { method: "POST", mode: "no-cors", headers: { "content-type": "text/plain" }, body });
      await fetched("list", `${path}s`, { headers: { "x-cts-tracker-form": "1" } });
      await fetched("simple list", `${path}s`, {});
      await fetched("opaque list", `${path}s`, { mode: "no-cors" });
      await fetched("settings", "config.json", {});
      await fetched("opaque settings", "config.json", { mode: "no-cors" });
      await fetched("post for put", path, { method: "POST", mode: "no-cors", headers: { "x-http-method-override": "PUT" }, body });
      told["beacon"] = String(navigator.sendBeacon(`${proxy}/${path}`, body));
      const loaded = (name: string, element: HTMLElement, part: "src" | "href", address: string) =>
        new Promise<void>((done) => {
          const end = (how: string) => () => ((told[name] = how), done());
          element.onload = end("loaded");
          element.onerror = end("refused");
          setTimeout(end("nothing"), 3_000);
          element.setAttribute(part, `${proxy}/${address}`);
          document.body.append(element);
        });
      await loaded("image", document.createElement("img"), "src", `${path}s`);
      await loaded("script", document.createElement("script"), "src", "config.json");
      const style = document.createElement("link");
      style.rel = "stylesheet";
      await loaded("style", style, "href", "config.json");
      for (const [name, method, type] of [
        ["form", "post", "text/plain"],
        ["form of the usual kind", "post", "application/x-www-form-urlencoded"],
        ["form that gets", "get", "text/plain"],
      ] as const) {
        const frame = document.createElement("iframe");
        frame.name = name;
        const form = document.createElement("form");
        Object.assign(form, { method, enctype: type, action: `${proxy}/${path}${method === "get" ? "s" : ""}`, target: name });
        const field = document.createElement("input");
        Object.assign(field, { name: body.slice(0, -1) + ',"x":"', value: '"}' });
        form.append(field);
        // The empty document of the frame is loaded first.
        document.body.append(frame, form);
        await new Promise((done) => setTimeout(done, 100));
        const arrived = new Promise<void>((done) => {
          frame.onload = () => done();
          setTimeout(done, 3_000);
        });
        form.submit();
        await arrived;
        try {
          told[name] = frame.contentDocument === null ? "refused" : `read ${frame.contentDocument.title}`;
        } catch {
          told[name] = "refused";
        }
      }
      return told;
    },
    { proxy, path, body },
  );
}

// `localhost` is another site than `127.0.0.1`; another port of it is only another origin.
for (const name of ["localhost", "127.0.0.1"]) {
  test(`a page of another origin at ${name} changes nothing and learns nothing`, async ({ page, guarded, other, request }) => {
    const trackers = async () =>
      (await request.get(`${guarded.address}/${path}s?tracker_name=system`, { headers: { "x-cts-tracker-form": "1" } })).json();
    const before = await trackers();
    expect(before.trackers[0].status).toBe("enabled");
    await page.goto(`http://${name}:${other.port}/`);
    const told = await attack(page, guarded.address);
    // A beacon is only queued; what became of it nobody tells its author.
    const { beacon, ...rest } = told;
    expect(beacon).toBe("true");
    for (const [what, learned] of Object.entries(rest)) {
      expect(learned, what).toMatch(/^refused$|^opaque 0 $/);
    }
    expect(Object.keys(rest)).toHaveLength(17);
    // By following a link one gets there, but without the header.
    const answer = await page.goto(`${guarded.address}/${path}s`);
    expect(answer?.status()).toBe(403);
    await expect(page.locator("body")).toContainText("PROXY.0403");
    // Nothing but our own look before has reached the cloud.
    expect(sent(guarded)).toBe(1);
    expect(await trackers()).toEqual(before);
  });
}

test("the page cannot be framed, and whoever opens it does not get hold of it", async ({ page, guarded, other }) => {
  await page.goto(`http://127.0.0.1:${other.port}/`);
  const framed = await page.evaluate(async (address) => {
    const frame = document.createElement("iframe");
    const loaded = new Promise((done) => (frame.onload = done));
    frame.src = address;
    document.body.append(frame);
    await loaded;
    return frame.contentWindow?.length;
  }, `${guarded.address}/`);
  expect(framed).toBe(0);
  const inside = page.frames().find((frame) => frame.parentFrame() !== null);
  expect(await inside?.title()).not.toBe("proxy");
  const opened = page.waitForEvent("popup");
  const isLost = page.evaluate(async (address) => {
    const opened = window.open(address);
    await new Promise((done) => setTimeout(done, 1_000));
    return opened?.closed;
  }, `${guarded.address}/`);
  expect(await (await opened).title()).toBe("proxy");
  expect(await isLost, "the opener is cut off").toBe(true);
});

// The same attempts from the proxy's own page do get through: it is the origin that stops the others.
test("the page of the proxy itself may do it", async ({ page, guarded }) => {
  await page.goto(`${guarded.address}/`);
  const status = await page.evaluate(
    async ({ path, body }) =>
      (await fetch(`/${path}`, { method: "PUT", headers: { "content-type": "application/json", "x-cts-tracker-form": "1" }, body })).status,
    { path, body },
  );
  expect(status).toBe(200);
  expect(sent(guarded)).toBe(1);
});

// A site lets its own name point to this machine, so for the browser it is the same origin as the proxy.
test("a name that was pointed to this machine does not open the proxy", async ({ guarded }) => {
  const { port } = new URL(guarded.address);
  const options = test.info().project.use.launchOptions ?? {};
  const fooled = await chromium.launch({ ...options, args: [...(options.args ?? []), "--host-resolver-rules=MAP *.example 127.0.0.1"] });
  try {
    const page = await fooled.newPage();
    const answer = await page.goto(`http://evil.example:${port}/`);
    expect(answer?.status()).toBe(421);
    await expect(page.locator("body")).toContainText("PROXY.0421");
    const statuses = await page.evaluate(
      async ({ path, body }) => {
        const headers = { "content-type": "application/json", "x-cts-tracker-form": "1" };
        const calls = [fetch(`/${path}`, { method: "PUT", headers, body }), fetch(`/${path}s`, { headers }), fetch("/config.json")];
        return Promise.all(calls.map(async (call) => (await call).status));
      },
      { path, body },
    );
    expect(statuses).toEqual([421, 421, 421]);
    expect(sent(guarded)).toBe(0);
  } finally {
    await fooled.close();
  }
});
