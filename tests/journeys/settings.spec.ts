// What the page does with its settings, and without them.
import { expect, test } from "../support/test.ts";
import { published } from "../support/samples.ts";

const settings = "**/config.json";

test("with the stand-in the page says that no cloud is touched", async ({ form, page }) => {
  await form.open();
  await expect(page.locator(".notices")).toContainText("No cloud is touched.");
});

test("with a cloud behind the proxy it says no such thing, and asks before the real change", async ({ form, page }) => {
  await page.route(settings, (route) =>
    route.fulfill({
      json: {
        proxy: { base: "/api" },
        regions: ["cn-north-4"],
        projects: [{ id: "0123456789abcdef0123456789abcdef", name: "Audit", region: "cn-north-4" }],
        unknown: { members: ["are", "ignored"] },
      },
    }),
  );
  await page.goto("./");
  // The only project and its region are chosen already.
  await expect(form.field("/path/project_id")).toHaveValue("0123456789abcdef0123456789abcdef");
  await expect(form.field("/region")).toHaveValue("cn-north-4");
  await expect(page.locator(".notices")).toBeEmpty();
  await form.go("recording");
  await form.choose("/status", "enabled");
  await form.go("review");
  await form.button("send").click();
  await expect(page.getByRole("dialog")).toContainText("The new configuration applies at once.");
  await form.button("cancel").click();
});

test("without settings it is a preview that says how to connect a proxy", async ({ form, page, faults, context, baseURL }) => {
  faults.expect(/status of 404.*config\.json/);
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: baseURL ?? "" });
  await page.route(settings, (route) => route.fulfill({ status: 404, body: "" }));
  await form.open();
  await expect(page.locator(".notices")).toContainText("Preview only");
  await page.getByText("How to connect a proxy").click();
  await expect(page.locator(".notices pre")).toHaveText('{ "proxy": { "base": "/api" } }');
  // All the rest works.
  await form.sample("data");
  await form.expectBody(published.data);
  await form.take("copy").click();
  await expect(form.announcement).toContainText("Copied.");
  await form.go("review");
  await expect(form.button("send")).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText("Sending needs a proxy.");
  await expect(page.locator(".verdict.error"), "no project is needed for a preview").toHaveCount(0);
});

for (const [name, answer, says, fault] of [
  ["no JSON", { body: "{ proxy: " }, "it is not valid JSON.", undefined],
  ["another shape", { json: { projects: "none" } }, "the member projects has the wrong type or is missing.", undefined],
  ["a list", { json: [1, 2] }, "it must be a JSON object", undefined],
  ["an address that is none", { json: { proxy: { base: "javascript:alert(1)" } } }, "the member proxy.base must begin with", undefined],
  ["another host in disguise", { json: { proxy: { base: "//evil.example" } } }, "the member proxy.base must begin with", undefined],
  ["a fault of the server", { status: 500, body: "" }, "the server answered with status 500.", /status of 500/],
] as const) {
  test(`settings that are ${name} are told and make a preview`, async ({ form, page, faults }) => {
    if (fault !== undefined) {
      faults.expect(fault);
    }
    await page.route(settings, (route) => route.fulfill(answer));
    await form.open();
    await expect(page.getByRole("alert").filter({ hasText: "config.json" })).toContainText(says);
    await expect(page.locator(".notices")).toContainText("Preview only");
    await form.sample("system");
    await form.expectBody(published.system);
  });
}

test("settings that cannot be loaded are told and make a preview", async ({ form, page, faults }) => {
  faults.expect(/ERR_FAILED/);
  await page.route(settings, (route) => route.abort());
  await page.goto("./");
  await expect(page.getByRole("alert").filter({ hasText: "config.json" })).toContainText("it could not be loaded.");
  await form.sample("system");
  await form.expectBody(published.system);
});

test("where storage is denied the page works and forgets", async ({ form, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await form.open();
  await form.sample("system");
  await form.expectBody(published.system);
  await page.reload();
  await form.expectBody({ tracker_type: "system", tracker_name: "system" });
});

test("a full storage and a draft of another version change nothing", async ({ form, page }) => {
  await page.addInitScript(() => {
    localStorage.setItem("cts-tracker-form", '{"version":99,"system":"{"}');
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await form.open();
  await form.expectBody({ tracker_type: "system", tracker_name: "system" });
  await form.sample("data");
  await form.expectBody(published.data);
});

test("nothing but the page's own host is asked", async ({ form, page, baseURL }) => {
  const strange: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(baseURL ?? "") && !/^(data|blob):/.test(request.url())) {
      strange.push(request.url());
    }
  });
  await form.open();
  await form.sample("data");
  for (const step of ["recording", "transfer", "protection", "review"] as const) {
    await form.go(step);
  }
  expect(strange).toEqual([]);
});

test("the page has no field for a credential, and keeps none", async ({ form, page }) => {
  await form.open();
  await expect(page.locator("input[type=password]")).toHaveCount(0);
  await form.sample("system");
  await form.target();
  const kept = await page.evaluate(() => Object.keys(localStorage).map((key) => `${key}=${localStorage.getItem(key)}`));
  expect(kept).toHaveLength(1);
  expect(kept.join()).not.toMatch(/secret|password|token|credential/i);
  expect(await page.context().cookies()).toEqual([]);
});
