// Taking a request along that has errors, and copying where the browser does not want to.
import { readFileSync } from "node:fs";
import { expect, test } from "../support/test.ts";
import type { Form } from "../support/form.ts";
import { words, type Language } from "../support/words.ts";

/** A request with two errors in its body. */
async function wrong(form: Form): Promise<string> {
  await form.open();
  await form.target();
  await form.choose("/tracker_type", "data");
  await form.field("/tracker_name").fill("-x");
  await form.go("transfer");
  await form.choose("/obs_info", "bucket");
  await form.field("/obs_info/bucket_name").fill("UPPER");
  return await form.body();
}

for (const language of ["en", "zh-CN"] satisfies Language[]) {
  test.describe(language, () => {
    test.use({ locale: language });

    test("an invalid request is copied after one question that names the number of errors", async ({ form, page, context, baseURL }) => {
      form.language = language;
      await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: baseURL ?? "" });
      const body = await wrong(form);
      await form.take("copy").click();
      const dialog = page.getByRole("dialog", { name: language === "en" ? "The request has 2 errors" : "请求中有 2 个错误" });
      await expect(dialog).toBeVisible();
      await form.button("copyAnyway").click();
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await expect(form.announcement).toContainText(language === "en" ? "Copied." : "已复制。");
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(body);
    });
  });
}

test("who rather mends it is taken to the errors", async ({ form, page }) => {
  await wrong(form);
  await form.take("copy").click();
  await form.button("showErrors").click();
  await expect(form.summary).toBeFocused();
  await expect(form.summary.getByRole("link")).toHaveText([
    "Use letters, digits, - and _ only, and begin with a letter or digit.",
    "Use lower-case letters, digits, - and full stops only.",
  ]);
  await expect(page).toHaveTitle(new RegExp(`^${words.en.errorPrefix}`));
  await form.summary.getByRole("link").first().click();
  await expect(form.field("/tracker_name")).toBeFocused();
});

test("an invalid request is saved after one question", async ({ form, page }) => {
  const body = await wrong(form);
  await form.take("download").click();
  const saved = page.waitForEvent("download");
  await form.button("downloadAnyway").click();
  expect(readFileSync(await (await saved).path()).toString("utf8")).toBe(body);
});

test("where the clipboard is refused, the text is selected", async ({ form, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("refused")) } });
    document.execCommand = () => false;
  });
  await form.open();
  await form.sample("system");
  const body = await form.body();
  await form.take("copy").click();
  await expect(form.announcement).toContainText("press Ctrl+C");
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(body);
});

test("where the page is not secure and has no clipboard at all, it is copied the old way", async ({ form, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.addEventListener("copy", () => document.documentElement.setAttribute("data-copied", getSelection()?.toString() ?? ""));
  });
  await form.open();
  const body = await form.body();
  await form.take("copy").click();
  await expect(form.announcement).toContainText("Copied.");
  await expect(page.locator("html")).toHaveAttribute("data-copied", body);
});
