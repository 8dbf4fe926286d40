// What people see before the program has arrived, and when it never does.
import { expect, test } from "../support/test.ts";
import { words, type Language } from "../support/words.ts";
import type { Page } from "@playwright/test";

/** Keeps the program from arriving until it is let go. */
async function hold(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

/** Where the parts are that are there before and after. */
function places(page: Page): Promise<Record<string, number[]>> {
  const parts = [".brand", ".brand-name", ".tagline", ".settings", ".steps", ".steps li:last-child", ".step-head", "h1", ".lead", ".side", ".preview h2", ".preview .buttons", ".preview .body"];
  return page.evaluate(
    (selectors) =>
      Object.fromEntries(
        selectors.map((selector) => {
          const box = document.querySelector(selector)?.getBoundingClientRect();
          return [selector, box === undefined ? [] : [box.x, box.y, box.width].map(Math.round)];
        }),
      ),
    parts,
  );
}

for (const language of ["en", "zh-CN"] satisfies Language[]) {
  for (const width of [1280, 1000, 375]) {
    test(`the first sight is in place: ${language}, ${width} px wide`, async ({ browser, baseURL, faults }) => {
      const context = await browser.newContext({ baseURL: baseURL ?? "", locale: language, viewport: { width, height: 800 } });
      const page = await context.newPage();
      faults.watch(page);
      // A notice would move what is below it; whether there is one is known from the settings only.
      await page.route("**/config.json", (route) => route.fulfill({ json: { proxy: { base: "/api" } } }));
      const release = await hold(page);
      await page.goto("./", { waitUntil: "domcontentloaded" });
      const { steps } = words[language];
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`^\\s*${steps.target}\\s*$`), { useInnerText: true });
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      // Only one language is shown.
      await expect(page.locator("body")).not.toContainText(language === "en" ? "正在加载" : "Loading the form", { useInnerText: true });
      await expect(page.locator("body")).toContainText(language === "en" ? "Loading the form" : "正在加载", { useInnerText: true });
      const before = await places(page);
      release();
      await expect(page.locator("#preview-text")).toBeVisible();
      const after = await places(page);
      if (width < 900) {
        // Stacked, the preview comes after the form, which is longer than its introduction.
        for (const part of [".side", ".preview h2", ".preview .buttons", ".preview .body"]) {
          before[part]?.splice(1, 1);
          after[part]?.splice(1, 1);
        }
      }
      expect(after).toEqual(before);
      await context.close();
    });
  }
}

test("something is painted before the program arrives", async ({ page }) => {
  const release = await hold(page);
  await page.goto("./", { waitUntil: "domcontentloaded" });
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByName("first-contentful-paint").length))
    .toBe(1);
  await expect(page.locator("#preview-text")).toHaveCount(0);
  release();
  await expect(page.locator("#preview-text")).toBeVisible();
});

test("the colours that were chosen are there at first sight", async ({ form, page }) => {
  await form.open();
  await page.getByRole("radio", { name: "Dark" }).check({ force: true });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const release = await hold(page);
  await page.reload({ waitUntil: "domcontentloaded" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("#preview-text")).toHaveCount(0);
  release();
  await expect(form.preview).toBeVisible();
});

test("without JavaScript the page says what it needs, in both languages", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("./");
  await expect(page.locator("noscript p")).toHaveText(["This page needs JavaScript and WebAssembly.", "此页面需要 JavaScript 和 WebAssembly。"]);
  for (const text of ["Which tracker is to be changed?", "要修改哪个追踪器？"]) {
    await expect(page.getByText(text)).toBeVisible();
  }
  await context.close();
});

for (const [width, height] of [
  [1280, 800],
  [375, 812],
] as const) {
  test(`nothing jumps when the program arrives, ${width} px wide`, async ({ form, page }) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      (window as unknown as { shifts: number[] }).shifts = shifts;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          shifts.push((entry as PerformanceEntry & { value: number }).value);
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    await form.open();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const shifted = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((sum, one) => sum + one, 0));
    // The banner of the stand-in is there by then; the bar of 0.01 is for all of it.
    expect(shifted).toBeLessThanOrEqual(0.01);
  });
}

for (const language of ["en", "zh-CN"] satisfies Language[]) {
  test(`the first step waits for nothing that is loaded later: ${language}`, async ({ browser, baseURL, faults }) => {
    const context = await browser.newContext({ baseURL: baseURL ?? "", locale: language });
    const page = await context.newPage();
    faults.watch(page);
    // What is loaded later never comes by itself.
    await page.route("**/rest-*.wasm", (route) => (route.request().resourceType() === "xhr" ? route.continue() : route.abort()));
    faults.expect(/ERR_FAILED/);
    await page.goto("./");
    await expect(page.locator("#preview-text")).toBeVisible();
    await page.locator("#field-tracker_type-data").check({ force: true });
    await page.locator("#field-tracker_name").fill("orders-trail");
    await expect(page.locator("#preview-text")).toContainText("orders-trail");
    const waited = () => page.evaluate(() => performance.getEntriesByType("mark").map(({ name }) => name));
    expect(await waited(), "renew xtask/bundler/src/split/uncalled.txt; see tests/tools/first-step.mjs").toEqual([]);
    // Whoever is faster than the network waits, and then it works.
    await page.locator(".steps button").last().click();
    await expect(page.locator("h1")).toHaveText(words[language].steps.review);
    expect(await waited()).toEqual(["waited for rest"]);
    await context.close();
  });
}

for (const settings of [{ proxy: { base: "/api" }, regions: ["cn-north-4"] }, { proxy: { base: "/api" } }, null]) {
  test(`the first step is there at once with the settings ${JSON.stringify(settings)}`, async ({ page, faults }) => {
    if (settings === null) {
      faults.expect(/404/);
    }
    await page.route("**/config.json", (route) => (settings === null ? route.fulfill({ status: 404 }) : route.fulfill({ json: settings })));
    await page.goto("./");
    await expect(page.locator("#preview-text")).toBeVisible();
    expect(await page.evaluate(() => performance.getEntriesByType("mark").map(({ name }) => name))).toEqual([]);
  });
}

test("who changes the language before the texts are there waits for them", async ({ page, faults }) => {
  faults.expect(/ERR_FAILED/);
  await page.route("**/chinese-*.wasm", (route) => (route.request().resourceType() === "xhr" ? route.continue() : route.abort()));
  await page.goto("./");
  await expect(page.locator("#preview-text")).toBeVisible();
  await page.getByRole("radio", { name: "中文" }).check({ force: true });
  await expect(page.locator("h1")).toHaveText("目标");
  await expect(page.locator(".lead")).toHaveText("要修改哪个追踪器？");
  expect(await page.evaluate(() => performance.getEntriesByType("mark").map(({ name }) => name))).toEqual(["waited for chinese"]);
});
