// The page as nginx serves it with docs/nginx.conf, and the headers that docs/deploy.md tells others.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Form } from "../support/form.ts";
import { nginx, startNginx, type Site } from "../support/nginx.ts";
import { pageFolder } from "../support/proxy.ts";
import { expect, test } from "../support/test.ts";

const HEADERS = [
  "content-security-policy",
  "x-content-type-options",
  "referrer-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "permissions-policy",
];

const withNginx = test.extend<{ site: Site }>({
  site: async ({}, use) => {
    if (nginx === undefined) {
      throw new Error("CTS_NGINX is not set");
    }
    const site = await startNginx(nginx);
    await use(site);
    await site.stop();
  },
});
withNginx.skip(nginx === undefined, "there is no nginx here; `cargo xtask test` says how to get it");

withNginx("the whole way through nginx breaks no content policy", async ({ site, browser, faults }) => {
  const context = await browser.newContext({ baseURL: site.address, serviceWorkers: "allow" });
  const page = await context.newPage();
  faults.watch(page);
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => console.error(`content policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  const form = new Form(page);
  await form.open();
  await expect(page.locator(".notices")).toContainText("No cloud is touched.");
  await form.sample("system");
  await form.target();
  await form.send();
  await expect(form.answer).toContainText("The change was made");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.close();
});

withNginx("nginx sends what cts-proxy sends: headers, types, compressed files, caching", async ({ site, request }) => {
  const names = readdirSync(pageFolder).filter((name) => !/\.(br|gz)$/.test(name));
  expect(names).toContain("index.html");
  for (const name of ["", ...names, "config.json", "not-there"]) {
    for (const coding of ["br", "gzip", "identity"]) {
      const ask = (address: string) => request.get(`${address.replace(/\/$/, "")}/${name}`, { headers: { "accept-encoding": coding } });
      const [ours, theirs] = [await ask(site.behind), await ask(site.address)];
      const what = `${name} ${coding}`;
      expect(theirs.status(), what).toBe(ours.status());
      for (const header of HEADERS) {
        expect(theirs.headers()[header], `${what} ${header}`).toBe(ours.headers()[header]);
      }
      if (ours.ok()) {
        const type = (text: string | undefined) => text?.split(";")[0];
        expect(type(theirs.headers()["content-type"]), what).toBe(type(ours.headers()["content-type"]));
        expect(theirs.headers()["cache-control"], what).toBe(ours.headers()["cache-control"]);
        expect(theirs.headers()["content-encoding"], what).toBe(ours.headers()["content-encoding"]);
        expect((await theirs.body()).equals(await ours.body()), what).toBe(true);
      }
    }
  }
});

withNginx("nobody can name himself through nginx", async ({ request }) => {
  const folder = mkdtempSync(join(tmpdir(), "cts-callers-"));
  const log = join(folder, "audit.jsonl");
  const settings = join(folder, "proxy.toml");
  const header = '[callers.header]\npeers = ["127.0.0.1/32"]\nname = "X-Forwarded-User"\ngroups = "X-Forwarded-Groups"\n';
  writeFileSync(settings, `${header}[audit]\nfile = ${JSON.stringify(log)}\n`);
  const site = await startNginx(nginx ?? "", { users: { alice: "secret" }, options: ["--config", settings] });
  const address = `${site.address}api/cn-north-4/v3/0123456789abcdef0123456789abcdef/tracker`;
  const ask = (headers: Record<string, string>) =>
    request.put(address, {
      headers: { "X-CTS-Tracker-Form": "1", "Content-Type": "application/json", ...headers },
      data: '{"tracker_type":"system","tracker_name":"system","status":"disabled"}',
    });
  const forged = { "X-Forwarded-User": "mallory", "X-Forwarded-Groups": "admins", X_Forwarded_User: "mallory", "x_forwarded-groups": "admins" };
  const alice = `Basic ${Buffer.from("alice:secret").toString("base64")}`;
  expect((await ask(forged)).status(), "nobody").toBe(401);
  expect((await ask({ ...forged, Authorization: alice })).status(), "alice").toBe(200);
  await site.stop();
  const lines = readFileSync(log, "utf8").trim().split("\n").map((line) => JSON.parse(line));
  const intents = lines.filter((line) => line.event === "intent");
  expect(intents.map((line) => [line.caller, line.groups])).toEqual([["alice", []]]);
  expect(readFileSync(log, "utf8")).not.toMatch(/mallory|admins|secret/);
  rmSync(folder, { recursive: true });
});

test("the headers in docs/deploy.md are those of cts-proxy", async ({ request }) => {
  const text = readFileSync(resolve(import.meta.dirname, "../../docs/deploy.md"), "utf8");
  const block = /```text\n([\s\S]*?)```/.exec(text)?.[1] ?? "";
  const answer = await request.get("./");
  const told = block.trim().split("\n").map((line) => line.split(": ", 2) as [string, string]);
  expect(told.length).toBeGreaterThan(5);
  for (const [name, value] of told.filter(([name]) => name !== "Strict-Transport-Security")) {
    expect(answer.headers()[name.toLowerCase()], name).toBe(value);
  }
});
