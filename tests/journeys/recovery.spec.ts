// What people see when the page breaks, and before it works.
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";
import type { Page } from "@playwright/test";
import { published } from "../support/samples.ts";

test("after a panic the page says so, and a reload brings the draft back", async ({ form, page, faults }) => {
  faults.expect(/panicked at/);
  // A panic goes on as a trap of the program.
  faults.expect(/uncaught: (unreachable|RuntimeError)/);
  faults.expect(/failed to/);
  await form.open();
  await form.sample("data");
  await expect(page.locator("#broken")).toBeHidden();
  // An extension that meddles with the document does this: Yew panics when a node cannot be put in.
  await page.evaluate(() => {
    const insert = Node.prototype.insertBefore;
    Node.prototype.insertBefore = function <T extends Node>(node: T): T {
      Node.prototype.insertBefore = insert;
      throw new DOMException(`no place for ${node.nodeName}`, "NotFoundError");
    };
  });
  await page.getByRole("navigation", { name: "Steps" }).getByRole("button", { name: "Transfer" }).click();
  const broken = page.getByRole("alert");
  await expect(broken).toContainText("Something went wrong in this page");
  await expect(broken).toContainText("页面出现问题");
  await broken.getByRole("link", { name: "Reload" }).click();
  await expect(page.locator("#broken")).toBeHidden();
  await form.expectBody(published.data);
});

for (const [language, draft, report, copyDraft, copyReport] of [
  ["en", "Your draft", "Report", "Copy the draft", "Copy the report"],
  ["zh-CN", "您的草稿", "报告", "复制草稿", "复制报告"],
] as const) {
  test.describe(language, () => {
    test.use({ locale: language });
    test(`${language}: the draft of a broken page can be copied, and a report that holds nothing of it @chromium`, async ({ form, page, faults, context, baseURL }) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: baseURL ?? "" });
      faults.expect(/panicked at/);
      faults.expect(/uncaught: (unreachable|RuntimeError)/);
      faults.expect(/failed to/);
      form.language = language;
      await form.open();
      await form.sample("data");
      await page.evaluate(() => {
        const insert = Node.prototype.insertBefore;
        Node.prototype.insertBefore = function <T extends Node>(node: T): T {
          Node.prototype.insertBefore = insert;
          throw new DOMException(`no place for ${node.nodeName}`, "NotFoundError");
        };
      });
      await page.locator(".steps button").nth(2).click();
      const broken = page.getByRole("alert");
      await expect(broken.getByRole("heading", { name: draft })).toBeVisible();
      await broken.getByRole("button", { name: copyDraft }).click();
      await expect.poll(async () => JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toEqual(published.data);
      await expect(broken.getByRole("heading", { name: report })).toBeVisible();
      await broken.getByRole("button", { name: copyReport }).click();
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain("CTS Tracker Form 0.");
      const text = await page.evaluate(() => navigator.clipboard.readText());
      expect(text).toContain("RuntimeError: unreachable");
      expect(text).toMatch(/\.rs:\d+:\d+/);
      expect(text).toContain("wasm-function");
      expect(text).toContain(await page.evaluate(() => navigator.userAgent));
      for (const value of ["data-tracker-name", "cts_admin_trust", "0123456789abcdef0123456789abcdef", baseURL ?? "?"]) {
        expect(text).not.toContain(value);
      }
      await expectAccessible(page, "the page is broken");
    });
  });
}

test("what is kept can be put aside when it is what breaks the page @chromium", async ({ form, page, faults }) => {
  faults.expect(/panicked at/);
  faults.expect(/uncaught: (unreachable|RuntimeError)/);
  faults.expect(/failed to/);
  await form.open();
  await form.sample("data");
  await form.expectBody(published.data);
  // As a draft would that the page cannot show: it breaks at each start, for as long as this draft is there.
  await page.addInitScript(() => {
    if (localStorage.getItem("cts-tracker-form")?.includes("data-tracker-name")) {
      Node.prototype.insertBefore = () => {
        throw new DOMException("no place", "NotFoundError");
      };
    }
  });
  await page.reload();
  const broken = page.getByRole("alert");
  await expect(broken.getByRole("heading", { name: "Your draft" })).toBeVisible();
  await broken.getByRole("link", { name: "Reload" }).click();
  await expect(broken.getByRole("heading", { name: "Your draft" })).toBeVisible();
  await broken.getByRole("button", { name: "Start without this draft" }).click();
  await form.expectBody({ tracker_type: "system", tracker_name: "system" });
  await expect(page.locator("#broken")).toBeHidden();
  // Nothing is lost.
  expect(await page.evaluate(() => localStorage.getItem("cts-tracker-form-put-aside-1"))).toContain("data-tracker-name");
});

test("when the program cannot be loaded the page says so", async ({ page, faults }) => {
  faults.expect(/ERR_FAILED/);
  faults.expect(/uncaught|console error/);
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("./");
  await expect(page.locator("#broken")).toBeVisible();
});

/** Breaks the page at the next step. */
async function breakPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const insert = Node.prototype.insertBefore;
    Node.prototype.insertBefore = function <T extends Node>(node: T): T {
      Node.prototype.insertBefore = insert;
      throw new DOMException(`no place for ${node.nodeName}`, "NotFoundError");
    };
  });
}

test("when the page breaks with a dialog open, people can get at what helps @chromium", async ({ form, page, faults }) => {
  faults.expect(/panicked at/);
  faults.expect(/uncaught: (unreachable|RuntimeError)/);
  faults.expect(/failed to/);
  await form.open();
  await form.sample("data");
  await page.evaluate(() => {
    const dialog = document.createElement("dialog");
    dialog.addEventListener("close", () => console.error("the broken program was called"));
    document.body.append(dialog);
    dialog.showModal();
  });
  await breakPage(page);
  await page.locator(".steps button").nth(2).evaluate((button: HTMLElement) => button.click());
  await expect(page.locator("#broken h2").first()).toBeFocused();
  await expect(page.locator("#broken h2").first()).toBeInViewport();
  await expect(page.locator("dialog[open]")).toHaveCount(0);
  // What was put aside earlier stays, and what is no draft can be put aside too.
  await page.evaluate(() => {
    localStorage.setItem("cts-tracker-form-put-aside-1", "earlier");
    localStorage.setItem("cts-tracker-form", "no draft");
  });
  // A storage that is full.
  await page.evaluate(() => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (): never {
      Storage.prototype.setItem = set;
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  const without = page.getByRole("button", { name: "Start without this draft" });
  await without.click();
  await expect(page.locator("#broken")).toContainText("nothing was put aside");
  expect(await page.evaluate(() => localStorage.getItem("cts-tracker-form"))).toBe("no draft");
  await without.click();
  await form.expectBody({ tracker_type: "system", tracker_name: "system" });
  const aside = await page.evaluate(() => [1, 2].map((number) => localStorage.getItem(`cts-tracker-form-put-aside-${number}`)));
  expect(aside).toEqual(["earlier", "no draft"]);
});

test("without its script the section for a broken page still says what helps @chromium", async ({ form, page, faults }) => {
  faults.expect(/panicked at/);
  faults.expect(/uncaught: (unreachable|RuntimeError)/);
  faults.expect(/failed to/);
  faults.expect(/ERR_FAILED/);
  faults.expect(/console error: TypeError/);
  await page.route("**/recovery-*.js", (route) => route.abort());
  await form.open();
  await breakPage(page);
  await page.locator(".steps button").nth(2).click();
  await expect(page.getByRole("alert").getByRole("link", { name: "Reload" })).toBeVisible();
});

test("where the Chinese texts cannot be loaded the page goes on in English and says so @chromium", async ({ form, page, faults }) => {
  faults.expect(/ERR_FAILED/);
  let isThere = false;
  await page.route("**/chinese-*.wasm", (route) => (isThere ? route.continue() : route.abort()));
  await form.open();
  await page.getByRole("radio", { name: "中文" }).check({ force: true }).catch(() => {});
  await expect(form.announcement).toContainText("could not be loaded");
  await expect(page.locator("h1")).toHaveText("Target");
  await expect(page.getByRole("radio", { name: "English" })).toBeChecked();
  await expect(page.locator("#broken")).toBeHidden();
  isThere = true;
  await page.getByRole("radio", { name: "中文" }).check({ force: true });
  await expect(page.locator("h1")).toHaveText("目标");
});

test.describe("who reads Chinese", () => {
  test.use({ locale: "zh-CN" });
  test("starts in English where the Chinese texts cannot be loaded @chromium", async ({ page, faults, form }) => {
    faults.expect(/ERR_FAILED/);
    await page.route("**/chinese-*.wasm", (route) => route.abort());
    await form.open();
    await expect(page.locator("h1")).toHaveText("Target");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.locator("#broken")).toBeHidden();
    // Nobody has chosen English.
    await page.unroute("**/chinese-*.wasm");
    await page.reload();
    await expect(page.locator("h1")).toHaveText("目标");
  });
});

test("the rest of the program is asked for again @chromium", async ({ form, page, faults }) => {
  faults.expect(/ERR_FAILED/);
  let tries = 0;
  await page.route("**/rest-*.wasm", (route) => {
    tries += 1;
    return tries === 1 ? route.abort() : route.continue();
  });
  await form.open();
  await expect.poll(() => tries).toBe(2);
  await form.sample("data");
  await form.expectBody(published.data);
  expect(tries).toBe(2);
});
